"""What organisations keep about their members."""

from django.utils.translation import gettext_lazy as _

from naast.core.personal_data import About, Fate, Key, Place, register

register(
    Place(
        "organisations.Absence",
        _("When I was away, and who stood in"),
        (
            About("membership_id", Fate.GOES, Key.MEMBERSHIP),
            About("deputy_id", Fate.GOES, Key.MEMBERSHIP),
        ),
    ),
    Place(
        "organisations.StaffSession",
        _("When I read along as an administrator"),
        (
            About(
                "membership_id",
                Fate.STAYS,
                Key.MEMBERSHIP,
                why=_("Others may ask who read their file, and why. So this stays."),
            ),
        ),
    ),
)
