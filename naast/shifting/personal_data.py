"""What shifting keeps about two people whose tasks shift. That it happened and how it was settled stays for the
counts; what it was, in anybody's words, goes."""

from django.utils.translation import gettext_lazy as _

from naast.core.personal_data import About, Fate, Key, Place, register
from naast.people.whose import IN_CONFIDENCE, IN_OFFICE, OWN_WORDS
from naast.shifting.models import ShiftView
from naast.shifting.services import forgetting

VOLUNTEER, PARTICIPANT = "match__volunteer_id", "match__participant_id"
BOTH = (About(VOLUNTEER, Fate.EMPTIED), About(PARTICIPANT, Fate.EMPTIED))
OF_VOLUNTEER, OF_PARTICIPANT = f"shift__{VOLUNTEER}", f"shift__{PARTICIPANT}"

register(
    Place(
        "shifting.TaskShift",
        _("Tasks that shifted"),
        BOTH,
        keeps=frozenset(
            {
                "key",
                "state",
                "state_since",
                "first_on",
                "last_on",
                "who",
                "talk_on",
                "look_back_on",
                "looked_back_on",
            }
        ),
        erase=forgetting.empty_shifts,
    ),
    Place(
        "shifting.AgreedTask",
        _("Tasks we agreed on top"),
        BOTH,
        keeps=frozenset({"key", "who", "agreed_on", "ended_on"}),
        erase=forgetting.empty_agreed,
    ),
    Place(
        "shifting.ShiftAnswers",
        _("Whether a new task fits"),
        (
            About(OF_VOLUNTEER, Fate.GOES),
            About(
                OF_PARTICIPANT,
                Fate.GOES,
                fields=frozenset({"safety", "roles", "best", "best_why"}),
            ),
        ),
    ),
    Place(
        "shifting.ShiftStep",
        _("How a task shifted, step by step"),
        (
            About(OF_VOLUNTEER, Fate.EMPTIED),
            About(
                OF_PARTICIPANT,
                Fate.EMPTIED,
                shown=False,
                why=IN_CONFIDENCE,
                only={"note__gt": ""},
            ),
        ),
    ),
    Place(
        "shifting.ShiftView",
        _("How I see a task that shifted"),
        (
            About(OF_VOLUNTEER, Fate.GOES, only={"side": ShiftView.Side.VOLUNTEER}),
            About(
                OF_VOLUNTEER,
                Fate.GOES,
                shown=False,
                why=OWN_WORDS,
                only={"side": ShiftView.Side.PROFESSIONAL},
            ),
            About(OF_PARTICIPANT, Fate.GOES, shown=False, why=OWN_WORDS),
        ),
    ),
    Place(
        "shifting.StaffTask",
        _("What I do as a colleague"),
        (About("told_by_id", Fate.STAYS, Key.MEMBERSHIP, why=IN_OFFICE),),
    ),
)
