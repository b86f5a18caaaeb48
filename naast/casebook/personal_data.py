"""What the casebook keeps about people: which cards they read. Its cases are invented and about nobody."""

from django.utils.translation import gettext_lazy as _

from naast.core.personal_data import About, Fate, Place, register

register(
    Place(
        "casebook.CardsRead",
        _("Cards about secrecy that I read"),
        (About("person_id", Fate.GOES),),
    ),
)
