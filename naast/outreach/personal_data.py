"""What outreach keeps about guests, helpers, groups and who asks somebody along: names and one way to reach them.
How many came and helped is counted apart and stays."""

from django.utils.translation import gettext_lazy as _

from naast.core.personal_data import About, Fate, Key, Place, register
from naast.outreach.services import forgetting

APPLIED = (
    About("application__person_id", Fate.GOES),
    About("application__email", Fate.GOES, Key.EMAIL),
)

register(
    Place(
        "outreach.Lead",
        _("People I would ask along"),
        (
            About("asker_id", Fate.EMPTIED),
            About("colleague_id", Fate.EMPTIED, Key.MEMBERSHIP),
        ),
        # How many were asked and said yes is counted when the campaign ends.
        keeps=frozenset({"outcome"}),
    ),
    Place(
        "outreach.GroupRequest",
        _("Groups I spoke for"),
        (About("email", Fate.EMPTIED, Key.EMAIL),),
        erase=forgetting.forget_contacts,
    ),
    Place(
        "outreach.Helper",
        _("Where I help now and then"),
        (About("person_id", Fate.GOES), About("email", Fate.GOES, Key.EMAIL), *APPLIED),
        erase=forgetting.forget_helpers,
    ),
    Place(
        "outreach.HelperDay",
        _("Days on which I helped"),
        (
            About("helper__person_id", Fate.GOES),
            About("helper__email", Fate.GOES, Key.EMAIL),
            About("helper__application__person_id", Fate.GOES),
            About("helper__application__email", Fate.GOES, Key.EMAIL),
        ),
    ),
    Place(
        "outreach.SignUp",
        _("Meetings I signed up for"),
        (About("email", Fate.GOES, Key.EMAIL), *APPLIED),
        erase=forgetting.forget_guests,
    ),
    Place(
        "outreach.RingPlace",
        _("How near to the house I would like to be"),
        (About("person_id", Fate.GOES),),
    ),
    Place(
        "outreach.RingMove",
        _("When I came nearer or went further away"),
        (About("person_id", Fate.GOES),),
    ),
)
