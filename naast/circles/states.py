"""The way of a circle as a table (instruments B11): which step leads where; the choices its rows are made of."""

from datetime import timedelta
from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.core.states import StateTable, Step


class CircleState(models.TextChoices):
    """In which phase a circle is."""

    ANNOUNCED = "announced", _("Announced")
    SUITABILITY = "suitability", _("Talking about whether a circle fits")
    FORMING = "forming", _("Finding volunteers")
    BRIEFING = "briefing", _("Preparing with the outer circle")
    AGREEMENTS = "agreements", _("Getting to know each other, and agreements")
    WEEKLY = "weekly", _("Meeting every week")
    FORTNIGHTLY = "fortnightly", _("Meeting every two weeks")
    MONTHLY = "monthly", _("Meeting every month")
    CLOSING = "closing", _("Closing")
    AFTERCARE = "aftercare", _("Aftercare")
    PAUSED = "paused", _("Paused")
    FINISHED = "finished", _("Finished")
    STOPPED = "stopped", _("Stopped earlier")


# The usual way, in order: what the path on a page shows.
THE_WAY: Final = (
    CircleState.ANNOUNCED,
    CircleState.SUITABILITY,
    CircleState.FORMING,
    CircleState.BRIEFING,
    CircleState.AGREEMENTS,
    CircleState.WEEKLY,
    CircleState.FORTNIGHTLY,
    CircleState.MONTHLY,
    CircleState.CLOSING,
    CircleState.AFTERCARE,
    CircleState.FINISHED,
)
FINAL_STATES: Final = (CircleState.FINISHED, CircleState.STOPPED)
# Somebody has a place in the circle.
OPEN_STATES: Final = tuple(state for state in CircleState if state not in FINAL_STATES)
# The circle comes together: meetings may be planned.
MEETING_STATES: Final = (
    CircleState.AGREEMENTS,
    CircleState.WEEKLY,
    CircleState.FORTNIGHTLY,
    CircleState.MONTHLY,
    CircleState.CLOSING,
)
# Here a circle with too few volunteers looks for somebody.
LOOKING_STATES: Final = (
    CircleState.FORMING,
    CircleState.BRIEFING,
    CircleState.AGREEMENTS,
    CircleState.WEEKLY,
    CircleState.FORTNIGHTLY,
    CircleState.MONTHLY,
    CircleState.PAUSED,
)
# The summary of the month and the review of the quarter are due here.
REPORTING_STATES: Final = (
    CircleState.WEEKLY,
    CircleState.FORTNIGHTLY,
    CircleState.MONTHLY,
    CircleState.CLOSING,
)
BEFORE_MEETING: Final = (
    CircleState.ANNOUNCED,
    CircleState.SUITABILITY,
    CircleState.FORMING,
    CircleState.BRIEFING,
)
# Days between two meetings of the rhythm.
RHYTHM_DAYS: Final = {
    CircleState.AGREEMENTS: 7,
    CircleState.WEEKLY: 7,
    CircleState.FORTNIGHTLY: 14,
    CircleState.MONTHLY: 28,
    CircleState.CLOSING: 28,
}
# Where nothing asks for a next step by itself: so long one may stand still before somebody looks.
STILL_FOR: Final = {
    CircleState.ANNOUNCED: timedelta(weeks=4),
    CircleState.SUITABILITY: timedelta(weeks=4),
    CircleState.FORMING: timedelta(weeks=4),
    CircleState.BRIEFING: timedelta(weeks=4),
    CircleState.PAUSED: timedelta(weeks=4),
    CircleState.AFTERCARE: timedelta(weeks=13),
}
# What must be in place is looked at before these (gates.py).
GATED_STEPS: Final = ("form", "brief", "meet", "start_weekly", "resume", "care_after")
# These ask for a few words.
STEPS_WITH_WORDS: Final = ("form", "pause", "resume", "stop")
LEAST_VOLUNTEERS: Final = 3
IDEAL_VOLUNTEERS: Final = "4–5"
MOST_VOLUNTEERS: Final = 6


def _step(name: str, sources: tuple[str, ...], target: str, label: object) -> Step:
    return Step(
        name=name,
        sources=frozenset(str(source) for source in sources),
        target=str(target),
        label=label,  # type: ignore[arg-type]  # a lazy translation
    )


S = CircleState
CIRCLE: Final = StateTable(
    [
        _step("consider", (S.ANNOUNCED,), S.SUITABILITY, _("Talk about whether a circle fits")),
        _step("form", (S.ANNOUNCED, S.SUITABILITY), S.FORMING, _("A circle fits: find volunteers")),
        _step("brief", (S.FORMING,), S.BRIEFING, _("Prepare with the outer circle")),
        _step("meet", (S.FORMING, S.BRIEFING), S.AGREEMENTS, _("Get to know each other")),
        _step("start_weekly", (S.AGREEMENTS,), S.WEEKLY, _("Start meeting every week")),
        _step("taper", (S.WEEKLY,), S.FORTNIGHTLY, _("From now on every two weeks")),
        _step("taper_more", (S.FORTNIGHTLY,), S.MONTHLY, _("From now on every month")),
        _step("closer", (S.FORTNIGHTLY, S.MONTHLY), S.WEEKLY, _("Every week again")),
        _step("close", (S.WEEKLY, S.FORTNIGHTLY, S.MONTHLY, S.PAUSED), S.CLOSING, _("Work towards a good end")),
        _step("care_after", (S.CLOSING,), S.AFTERCARE, _("Closed well: aftercare begins")),
        _step("finish", (S.AFTERCARE,), S.FINISHED, _("Aftercare is over")),
        _step("pause", (S.WEEKLY, S.FORTNIGHTLY, S.MONTHLY, S.AGREEMENTS), S.PAUSED, _("Pause the circle")),
        _step("resume", (S.PAUSED,), S.WEEKLY, _("Meet again, every week")),
        _step("stop", OPEN_STATES, S.STOPPED, _("Stop the circle")),
    ]
)  # fmt: skip

# How a step reads once it was taken.
TAKEN: Final = {
    "announce": _("The circle was announced"),
    "consider": _("Talks began about whether a circle fits"),
    "form": _("A circle fits: volunteers are being found"),
    "brief": _("Preparing with the outer circle began"),
    "meet": _("The circle gets to know each other"),
    "start_weekly": _("The circle meets every week"),
    "taper": _("The circle meets every two weeks"),
    "taper_more": _("The circle meets every month"),
    "closer": _("The circle meets every week again"),
    "close": _("The circle works towards a good end"),
    "care_after": _("The circle closed well"),
    "finish": _("The aftercare is over"),
    "pause": _("The circle paused"),
    "resume": _("The circle meets again"),
    "stop": _("The circle stopped"),
}


class Kind(models.TextChoices):
    """What a circle is for. COSA brings the rules of criminal data with it (GDPR art. 10)."""

    COSA = "cosa", _("Circle of support, cooperation and accountability (COSA)")
    NETWORK = "network", _("Network circle around somebody")


class How(models.TextChoices):
    """How somebody said yes."""

    ON_SCREEN = "on_screen", _("on this screen")
    ON_PAPER = "on_paper", _("on paper")
    IN_PERSON = "in_person", _("in a talk")
    BY_PHONE = "by_phone", _("by phone")


class Subject(models.TextChoices):
    """What somebody of the outer circle may be told about."""

    PRACTICAL = "practical", _("When the circle meets, and practical things")
    AGREEMENTS = "agreements", _("What was agreed in the circle")
    GOING_WELL = "going_well", _("What goes well")
    WORRIES = "worries", _("Worries of the circle")


class Basis(models.TextChoices):
    """Why something may be passed on."""

    CONSENT = "consent", _("The core member agreed that this person hears it")
    AGREEMENT = "agreement", _("It stands in the agreements of the circle")
    DANGER = "danger", _("Somebody is in danger")


class Level(models.TextChoices):
    """How soon something that was noticed asks for somebody (S1-162)."""

    TALK = "talk", _("To talk about: the next meeting")
    CONCERN = "concern", _("Concern: the coordinator, today")
    DANGER = "danger", _("Danger: now")


class Mood(models.TextChoices):
    """How it felt, in a word."""

    WARM = "warm", _("Warm")
    CALM = "calm", _("Calm")
    OPEN = "open", _("Open")
    SEARCHING = "searching", _("Searching")
    HEAVY = "heavy", _("Heavy")
    TENSE = "tense", _("Tense")


class Theme(models.TextChoices):
    """What a meeting was about."""

    HOME = "home", _("Home")
    WORK = "work", _("Work and days")
    MONEY = "money", _("Money and papers")
    PEOPLE = "people", _("Family, friends, relations")
    HEALTH = "health", _("How somebody feels")
    FREE_TIME = "free_time", _("Free time")
    COPING = "coping", _("Coping with what is hard")
    AGREEMENTS = "agreements", _("Our agreements")


class Part(models.TextChoices):
    """Parts of the minutes that the circle can share with the core member."""

    SUPPORT = "support", _("Supporting")
    ACCOUNTABILITY = "accountability", _("Speaking up")
    THEMES = "themes", _("Themes and mood")
