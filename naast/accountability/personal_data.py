"""What the register of breaches keeps about those who told of something: it is the house's own account."""

from django.utils.translation import gettext_lazy as _

from naast.core.personal_data import About, Fate, Key, Place, register

WHY = _("The law asks us to keep a register of everything that leaked. It says who told us.")

register(
    Place(
        "accountability.Breach",
        _("What leaked, where I told it or weighed it"),
        (
            About("noticed_by_id", Fate.STAYS, Key.MEMBERSHIP, shown=False, why=WHY),
            About("weighed_by_id", Fate.STAYS, Key.MEMBERSHIP, shown=False, why=WHY),
        ),
    ),
    Place(
        "accountability.BreachReport",
        _("What I told the authority for the organisation"),
        (About("written_by_id", Fate.STAYS, Key.MEMBERSHIP, shown=False, why=WHY),),
    ),
)
