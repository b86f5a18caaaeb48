"""The way of a match as a table: which step leads where, and who may take it (instruments B12)."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.core.states import StateTable, Step


class MatchState(models.TextChoices):
    """Where two people stand: asked, getting to know each other, beside each other, parted."""

    PROPOSED = "proposed", _("Asked to the volunteer")
    VOLUNTEER_YES = "volunteer_yes", _("Asked to the participant")
    BOTH_YES = "both_yes", _("First meeting to plan")
    MEETING_PLANNED = "meeting_planned", _("First meeting planned")
    TRIAL = "trial", _("Trial")
    RUNNING = "running", _("Running")
    PAUSED = "paused", _("Paused")
    WINDING_DOWN = "winding_down", _("Winding down")
    ENDED = "ended", _("Ended")
    NOT_STARTED = "not_started", _("Did not start")


# Before the start: the two are being asked or are about to meet.
ASKING_STATES: Final = (
    MatchState.PROPOSED,
    MatchState.VOLUNTEER_YES,
    MatchState.BOTH_YES,
    MatchState.MEETING_PLANNED,
)
# In these two people see each other, so these count as load and open the participant's sheet.
LIVING_STATES: Final = (
    MatchState.TRIAL,
    MatchState.RUNNING,
    MatchState.PAUSED,
    MatchState.WINDING_DOWN,
)
OPEN_STATES: Final = ASKING_STATES + LIVING_STATES
FINAL_STATES: Final = (MatchState.ENDED, MatchState.NOT_STARTED)
# Into these only with coach, fallback, professional and the consent of the participant.
BACKED_STATES: Final = (MatchState.TRIAL, MatchState.RUNNING)
# With these two people begin to see each other, or do so again: the volunteer has to be ready (S0-44). The
# first meeting is the first contact, and who carries on after all may have rested before. A match that runs goes
# on when something ends; the desk and its page say so. Only what somebody let wait has to be in place by its day.
GATED_STEPS: Final = ("plan_meeting", "start_trial", "resume", "carry_on")
GATED_BY_WHAT_WAITED: Final = ("go_on",)

COORDINATOR: Final = "coordinator"
VOLUNTEER: Final = "volunteer"
PARTICIPANT: Final = "participant"


def _step(name: str, sources: tuple[str, ...], target: str, label: object, *by: str) -> Step:
    return Step(
        name=name,
        sources=frozenset(str(source) for source in sources),
        target=str(target),
        label=label,  # type: ignore[arg-type]  # a lazy translation
        by=frozenset({COORDINATOR, *by}),
    )


MATCH: Final = StateTable(
    [
        _step(
            "volunteer_accepts",
            (MatchState.PROPOSED,),
            MatchState.VOLUNTEER_YES,
            _("The volunteer says yes"),
            VOLUNTEER,
        ),
        # Each may say no until the start, without a reason (S1-31).
        _step(
            "volunteer_declines",
            ASKING_STATES,
            MatchState.NOT_STARTED,
            _("The volunteer says: not now"),
            VOLUNTEER,
        ),
        _step(
            "participant_accepts",
            (MatchState.VOLUNTEER_YES,),
            MatchState.BOTH_YES,
            _("The participant says yes"),
            PARTICIPANT,
        ),
        _step(
            "participant_declines",
            ASKING_STATES[1:],
            MatchState.NOT_STARTED,
            _("The participant says no"),
            PARTICIPANT,
        ),
        _step(
            "participant_asks_other",
            ASKING_STATES[1:],
            MatchState.NOT_STARTED,
            _("The participant asks for somebody else"),
            PARTICIPANT,
        ),
        _step("withdraw", ASKING_STATES, MatchState.NOT_STARTED, _("Take the proposal back")),
        _step(
            "plan_meeting",
            (MatchState.BOTH_YES, MatchState.MEETING_PLANNED),
            MatchState.MEETING_PLANNED,
            _("Plan the first meeting"),
        ),
        _step("start_trial", (MatchState.MEETING_PLANNED,), MatchState.TRIAL, _("Start the trial")),
        _step("go_on", (MatchState.TRIAL,), MatchState.RUNNING, _("Both go on after the trial")),
        _step("pause", (MatchState.RUNNING,), MatchState.PAUSED, _("Pause for a while")),
        _step("resume", (MatchState.PAUSED,), MatchState.RUNNING, _("Start again after the pause")),
        _step(
            "wind_down",
            (MatchState.TRIAL, MatchState.RUNNING, MatchState.PAUSED),
            MatchState.WINDING_DOWN,
            _("Work towards a good end"),
        ),
        _step(
            "carry_on",
            (MatchState.WINDING_DOWN,),
            MatchState.RUNNING,
            _("Carry on after all"),
        ),
        _step("end", (MatchState.WINDING_DOWN,), MatchState.ENDED, _("End with a closing talk")),
        _step("stop_early", LIVING_STATES, MatchState.ENDED, _("Stop earlier than meant")),
    ]
)


# How a step reads once it was taken.
TAKEN: Final = {
    "volunteer_accepts": _("The volunteer said yes"),
    "volunteer_declines": _("The volunteer said: not now"),
    "participant_accepts": _("The participant said yes"),
    "participant_declines": _("The participant said no"),
    "participant_asks_other": _("The participant asked for somebody else"),
    "withdraw": _("The proposal was taken back"),
    "plan_meeting": _("First meeting planned"),
    "start_trial": _("The trial started"),
    "go_on": _("Both go on after the trial"),
    "pause": _("A pause began"),
    "resume": _("Started again after the pause"),
    "wind_down": _("They work towards a good end"),
    "carry_on": _("They carry on after all"),
    "end": _("Ended with a closing talk"),
    "stop_early": _("Stopped earlier than meant"),
}


def is_living(state: str) -> bool:
    """Whether two people see each other in this state."""
    return state in LIVING_STATES


class EndReason(models.TextChoices):
    """Why two people part. A fact in a few words, never a judgement of somebody."""

    ON_THE_WAY = "on_the_way", _("On the way again: the wish is fulfilled")
    AGREED_END = "agreed_end", _("The agreed time is over")
    MOVED = "moved", _("Somebody moves")
    HEALTH = "health", _("Health")
    TIME = "time", _("Not enough time")
    EXPECTATIONS = "expectations", _("Expected something else of each other")
    NO_CLICK = "no_click", _("No click between the two")
    DIED = "died", _("Somebody died")
    OTHER = "other", _("Another reason")


class Initiative(models.TextChoices):
    """Who wished to stop."""

    PARTICIPANT = "participant", _("The participant")
    VOLUNTEER = "volunteer", _("The volunteer")
    BOTH = "both", _("Both")
    ORGANISATION = "organisation", _("The organisation")
    CIRCUMSTANCES = "circumstances", _("Nobody: it came from outside")


class Noted(models.TextChoices):
    """What is written in a match's history beside the steps of the table."""

    PROPOSED = "propose", _("Proposed")
    BRIEFED = "briefed", _("Volunteer told what to know beforehand")
    MEETING_HELD = "meeting_held", _("First meeting took place")
    PEOPLE_NAMED = "people_named", _("Coach, fallback or professional named")
    HANDED_OVER = "handed_over", _("Handed over to somebody else")
    AGREEMENTS_CHANGED = "agreements_changed", _("Agreements changed")
    RHYTHM_CHANGED = "rhythm_changed", _("How often they see each other was written down")
    EXTENDED = "extended", _("New end date agreed")
    CANNOT_COME = "cannot_come", _("Volunteer can’t come once")
    ASKED_TO_STOP = "asked_to_stop", _("Participant would like to stop")
    ASKED_FOR_OTHER = "asked_for_other", _("Participant would like another volunteer")
    TALKED = "talked", _("Talked about it")
    OFTEN = "often", _("Together much more often than agreed")
