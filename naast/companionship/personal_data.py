"""What companionship keeps about two people beside each other.

That a wish was asked, a match lived and a visit took place stays for the figures. What the volunteer passed on
about the participant is the participant's file: it stays when the volunteer is erased, and goes with the
participant. Nobody reads in their own copy what the other one told in confidence.
"""

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from naast.companionship.models import Request, Side
from naast.companionship.states import MATCH, Noted
from naast.core.personal_data import About, Fate, Place, personal_fields, register
from naast.people.whose import IN_CONFIDENCE, MORE_THAN_YOU, OWN_WORDS, THEIR_FILE

OF_REQUEST = About("request__participant_id", Fate.GOES)
VOLUNTEER, PARTICIPANT = "match__volunteer_id", "match__participant_id"
BOTH = (About(VOLUNTEER, Fate.EMPTIED), About(PARTICIPANT, Fate.EMPTIED))

# --- a match ------------------------------------------------------------------------------------
HOW_IT_WENT = frozenset(
    {
        "contact_kind",
        "rhythm",
        "own_interval",
        "knew_each_other",
        "started_on",
        "trial_until_on",
        "intended_end_on",
        "ended_on",
        "last_visit_on",
        "end_reason",
        "end_initiative",
        "closing_talk_on",
    }
)
OF_BOTH = HOW_IT_WENT | {"programme", "pattern_reason", "stay_in_touch"}
# The name of a step says whose note it is. Both read why a volunteer can't come once.
FOR_BOTH = {Noted.CANNOT_COME.value}
OF_PARTICIPANT = {Noted.ASKED_TO_STOP.value, Noted.ASKED_FOR_OTHER.value}
OF_STAFF = {*MATCH.steps, *Noted.values} - FOR_BOTH - OF_PARTICIPANT

# --- a visit ------------------------------------------------------------------------------------
THAT_IT_WAS = frozenset({"visited_on", "mode", "minutes", "part_of_day", "is_unplanned"})


def _note(path: str, **only: object) -> About:
    """A note of who guides both, where there is one."""
    return About(
        path,
        Fate.EMPTIED,
        fields=frozenset({"note"}),
        shown=False,
        why=MORE_THAN_YOU,
        only={"note__gt": "", **only},
    )


register(
    Place(
        "companionship.Request",
        _("What I wish for"),
        (About("participant_id", Fate.EMPTIED, fields=personal_fields(Request) | {"programme"}),),
        keeps=frozenset({"programme", "asked_on", "closed_on"}),
    ),
    Place("companionship.Goal", _("My goals"), (OF_REQUEST,)),
    Place("companionship.RequestTopic", _("What I look for in the other"), (OF_REQUEST,)),
    Place(
        "companionship.AvoidedPerson",
        _("People I would rather not be matched with"),
        (
            OF_REQUEST,
            # That somebody would rather not meet them is not for them to read.
            About("person_id", Fate.GOES, fields=frozenset()),
        ),
    ),
    Place(
        "companionship.Match",
        _("People beside me"),
        (
            About(
                "volunteer_id", Fate.EMPTIED, fields=OF_BOTH | {"participant", "agreed_volunteer"}
            ),
            About(
                "participant_id",
                Fate.EMPTIED,
                fields=OF_BOTH | {"volunteer", "agreed_participant", "shared_with_volunteer"},
            ),
        ),
        keeps=HOW_IT_WENT | {"programme", "volunteer", "participant"},
    ),
    Place(
        "companionship.MatchStep",
        _("What was noted along the way"),
        (
            About(VOLUNTEER, Fate.EMPTIED, only={"name__in": FOR_BOTH}),
            About(PARTICIPANT, Fate.EMPTIED, only={"name__in": FOR_BOTH | OF_PARTICIPANT}),
            _note(VOLUNTEER, name__in=OF_STAFF | OF_PARTICIPANT),
            _note(PARTICIPANT, name__in=OF_STAFF),
        ),
    ),
    Place(
        "companionship.Proposal",
        _("Why we were thought of for each other"),
        (
            About(VOLUNTEER, Fate.EMPTIED, shown=False, why=MORE_THAN_YOU),
            About(PARTICIPANT, Fate.EMPTIED, shown=False, why=MORE_THAN_YOU),
        ),
    ),
    Place(
        "companionship.FirstMeeting",
        _("First meetings"),
        (
            About(
                VOLUNTEER,
                Fate.EMPTIED,
                fields=frozenset(
                    {"planned_at", "place", "with_whom", "questions", "briefed_on", "held_on"}
                ),
            ),
            About(
                PARTICIPANT,
                Fate.EMPTIED,
                fields=frozenset({"planned_at", "place", "with_whom", "told", "held_on"}),
            ),
        ),
        keeps=frozenset({"planned_at", "briefed_on", "held_on"}),
    ),
    Place(
        "companionship.Milestone",
        _("Moments to look back"),
        (
            *(
                About(path, Fate.EMPTIED, fields=frozenset({"due_on", "done_on"}))
                for path in (VOLUNTEER, PARTICIPANT)
            ),
            _note(VOLUNTEER),
            _note(PARTICIPANT),
        ),
        keeps=frozenset({"due_on", "done_on"}),
    ),
    Place(
        "companionship.CallBack",
        _("Requests to be called back"),
        (
            About("person_id", Fate.GOES),
            # What one of the two said about the other.
            About(
                PARTICIPANT,
                Fate.EMPTIED,
                fields=frozenset({"text", "answer"}),
                shown=False,
                why=IN_CONFIDENCE,
                only={"person_id": F("match__volunteer_id"), "text__gt": ""},
            ),
            About(
                VOLUNTEER,
                Fate.STAYS,
                fields=frozenset({"text", "answer"}),
                shown=False,
                why=OWN_WORDS,
                only={"person_id": F("match__participant_id"), "text__gt": ""},
            ),
        ),
    ),
    Place(
        "companionship.RhythmLine",
        _("How often we see each other"),
        BOTH,
        keeps=frozenset({"way", "every", "unit"}),
    ),
    Place(
        "companionship.RhythmYes",
        _("That I agreed how often we see each other"),
        (
            About(VOLUNTEER, Fate.EMPTIED, only={"side": Side.VOLUNTEER}),
            About(PARTICIPANT, Fate.EMPTIED, only={"side": Side.PARTICIPANT}),
        ),
        keeps=frozenset({"agreed_on", "how"}),
    ),
    Place(
        "companionship.Visit",
        _("Visits"),
        (
            About(VOLUNTEER, Fate.EMPTIED, fields=THAT_IT_WAS | {"mood", "good_moment"}),
            About(
                VOLUNTEER,
                Fate.STAYS,
                fields=frozenset({"pass_on", "other_activity"}),
                why=THEIR_FILE,
            ),
            About(PARTICIPANT, Fate.EMPTIED, fields=THAT_IT_WAS | {"other_activity"}),
            *(
                About(
                    PARTICIPANT,
                    Fate.EMPTIED,
                    fields=frozenset({told}),
                    shown=False,
                    why=IN_CONFIDENCE,
                    only={f"{told}__gt": ""},
                )
                for told in ("good_moment", "pass_on")
            ),
        ),
        keeps=THAT_IT_WAS,
    ),
    Place(
        "companionship.DutyLine",
        _("Lines for who is on duty next"),
        (
            About(PARTICIPANT, Fate.GOES),
            About(VOLUNTEER, Fate.STAYS, why=THEIR_FILE),
        ),
    ),
    Place(
        "companionship.QuietQuestion",
        _("When you asked whether all is well"),
        (About(VOLUNTEER, Fate.EMPTIED),),
        keeps=frozenset({"asked_at", "answered_at"}),
    ),
)
