"""What checks keep: what came of a check of conduct and what somebody reported, never a paper. All of it goes."""

from django.utils.translation import gettext_lazy as _

from naast.core.personal_data import About, Fate, Place, register

register(
    Place(
        "checks.CheckRecord",
        _("Checks that were asked of me"),
        (About("person_id", Fate.GOES),),
    ),
    Place(
        "checks.Report",
        _("What I report to an office"),
        (About("person_id", Fate.GOES),),
    ),
)
