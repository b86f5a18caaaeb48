"""What the desk keeps about people."""

from django.utils.translation import gettext_lazy as _

from naast.core.personal_data import About, Fate, Key, Place, register

register(
    Place(
        "desk.PutOff",
        _("What I put off on my desk"),
        (
            About("membership_id", Fate.GOES, Key.MEMBERSHIP),
            About(
                "subject_id",
                Fate.GOES,
                Key.ROW,
                shown=False,
                why=_("A colleague’s own list of things to do later."),
            ),
        ),
    ),
)
