"""What belonging keeps about who is new, who walks along and what somebody wishes. That people were received, asked
and mentored stays for the figures; words go."""

from django.utils.translation import gettext_lazy as _

from naast.core.personal_data import About, Fate, Place, register
from naast.people.whose import IN_CONFIDENCE, THEIR_FILE

ABOUT_ME = (About("person_id", Fate.GOES),)
HOW_LONG = frozenset({"from_on", "until_on", "ended_on"})
LINE = frozenset({"line"})
WHEN = frozenset({"due_on", "spoke_on"})

register(
    Place("belonging.Debrief", _("What I chose after a heavy visit"), ABOUT_ME),
    Place(
        "belonging.FirstDay",
        _("My first day"),
        (About("engagement__person_id", Fate.EMPTIED),),
        keeps=frozenset({"day", "received_on"}),
    ),
    # An idea is about an activity and belongs to who does it; this one line may name who takes over.
    Place(
        "belonging.Idea",
        _("Who takes over an idea I do along with"),
        (About("members__person_id", Fate.EMPTIED),),
    ),
    Place("belonging.IdeaMember", _("Ideas I do along with"), ABOUT_ME),
    Place("belonging.MentorReady", _("Whether I can be a mentor"), ABOUT_ME),
    Place(
        "belonging.Mentoring",
        _("Who walks along with me, or I with them"),
        (
            About(
                "newcomer_id",
                Fate.EMPTIED,
                fields=HOW_LONG | {"mentor", "newcomer_answer", "newcomer_shares_phone"},
            ),
            About(
                "mentor_id",
                Fate.EMPTIED,
                fields=HOW_LONG | {"newcomer", "mentor_answer", "mentor_shares_phone"},
            ),
        ),
        keeps=HOW_LONG | {"mentor", "newcomer"},
    ),
    Place(
        "belonging.MentorMoment",
        _("Moments with my mentor, or as a mentor"),
        (
            About("mentoring__newcomer_id", Fate.EMPTIED, fields=WHEN),
            About(
                "mentoring__newcomer_id",
                Fate.EMPTIED,
                fields=LINE,
                shown=False,
                why=IN_CONFIDENCE,
                only={"line__gt": ""},
            ),
            About("mentoring__mentor_id", Fate.STAYS, why=THEIR_FILE),
        ),
        keeps=WHEN,
    ),
    Place("belonging.CloserContact", _("How often I would like to hear from you"), ABOUT_ME),
    Place("belonging.OutsideGuide", _("Who walks along with me from outside"), ABOUT_ME),
    Place(
        "belonging.Shared",
        _("What was told to who walks along with me from outside"),
        (About("guide__person_id", Fate.GOES),),
    ),
    Place(
        "belonging.Question",
        _("What you asked me at a fixed moment"),
        (About("person_id", Fate.EMPTIED),),
        keeps=frozenset({"end_on", "answered_on", "how", "choice", "outcome", "settled_on"}),
    ),
    Place("belonging.Wish", _("What I wish or need"), ABOUT_ME),
)
