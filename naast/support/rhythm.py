"""How often we speak a volunteer, and which talk comes next: pure rules (instruments B12, B26)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta
from django.utils.translation import gettext_lazy as _

from naast.core.text import Text
from naast.people.models import Weight
from naast.programmes.models import Pattern
from naast.support.states import TalkKind, Way

# Somebody without a programme, or whose programme says nothing.
USUAL_WEEKS = 7
LEAST_WEEKS = 2
# S1-192: who was not met face to face for so long stands on a list.
UNMET_AFTER = timedelta(days=90)
# B26: a talk after something hard within so many days.
INCIDENT_WITHIN = timedelta(days=14)
# S1-191: who has been here for so long talks about the vision once a year.
LONG_SERVING = relativedelta(years=3)
# Getting going is for who is new: later the first talk is another one.
STILL_NEW = relativedelta(months=6)
# A talk of its own theme does not stand for the talk about how somebody grows.
NOT_A_GROWING_TALK = frozenset(
    {TalkKind.GETTING_GOING.value, TalkKind.INCIDENT.value, TalkKind.TUNING.value}
)
# What somebody said helps them: a little more often than the programme says (S1-68).
MORE_OFTEN = frozenset({"nearness", "structure"})


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A rhythm and a way that fit what somebody said, with the reason for each."""

    every_weeks: int
    way: str
    reasons: tuple[Text, ...]


def suggest(
    programme_weeks: Iterable[int],
    support_wishes: Iterable[str],
    *,
    prefers_paper: bool,
    task_weeks: int | None = None,
) -> Suggestion:
    """From the programmes, the task that asks most of what they are guided in (S1-274), and the words of the person;
    the coordinator decides. No label is made of it."""
    weeks = min((each for each in programme_weeks if each), default=USUAL_WEEKS)
    reasons: list[Text] = [_("the rhythm of the programme")]
    if task_weeks is not None and task_weeks < weeks:
        weeks = task_weeks
        reasons.append(_("does a task that asks more"))
    wishes = set(support_wishes)
    if wishes & MORE_OFTEN:
        weeks = max(LEAST_WEEKS, weeks // 2)
        reasons.append(_("asked for somebody close by, or for knowing what comes"))
    way = Way.PHONE
    if prefers_paper:
        way = Way.PAPER
        reasons.append(_("likes the phone or paper"))
    elif "nearness" in wishes or "language" in wishes:
        way = Way.MEET
        reasons.append(_("talks more easily face to face"))
    return Suggestion(weeks, way.value, tuple(reasons))


@dataclass(frozen=True, slots=True)
class Repeat:
    """A kind of talk that comes back."""

    kind: str
    first_after_weeks: int | None
    every_months: int | None


def usual_plan(pattern: str, weight: int) -> tuple[Repeat, ...]:
    """The talks of a programme that chose none: the more it asks of somebody, the more often (B26: a talk
    every six to twelve months, by pattern and weight)."""
    months = {Weight.LIGHT.value: 12, Weight.MEDIUM.value: 9}.get(weight, 6)
    if pattern == Pattern.OWNER:
        months = min(months, 9)
    return (
        Repeat(TalkKind.GETTING_GOING.value, 6, None),
        Repeat(TalkKind.GRROW.value, None, months),
        Repeat(TalkKind.VISION.value, None, 12),
    )


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of somebody's talks: when they came, since when we plan, and the last day of each kind."""

    since: date
    planned_from: date
    held: Mapping[str, date]


def next_talk(repeats: Iterable[Repeat], known: Known, *, day: date) -> tuple[str, date] | None:
    """Which talk comes first, and when; None when nothing comes back."""
    found = [
        (when, repeat.kind)
        for repeat in repeats
        for when in (_when(repeat, known, day),)
        if when is not None
    ]
    if not found:
        return None
    when, kind = min(found)
    return kind, when


def _when(repeat: Repeat, known: Known, day: date) -> date | None:
    if repeat.kind == TalkKind.GETTING_GOING:
        return _first_time(repeat, known, day)
    if repeat.every_months is None:
        return None
    again = relativedelta(months=repeat.every_months)
    last = _last(repeat.kind, known.held)
    if last is not None:
        return last + again
    if repeat.kind == TalkKind.VISION:
        return max(known.since + LONG_SERVING, known.planned_from)
    if repeat.first_after_weeks is not None:
        return max(known.since + timedelta(weeks=repeat.first_after_weeks), known.planned_from)
    return max(known.since, known.planned_from) + again


def _first_time(repeat: Repeat, known: Known, day: date) -> date | None:
    if repeat.kind in known.held or known.since + STILL_NEW < day:
        return None
    return known.since + timedelta(weeks=repeat.first_after_weeks or 0)


def _last(kind: str, held: Mapping[str, date]) -> date | None:
    if kind != TalkKind.GRROW:
        return held.get(kind)
    growing = [when for each, when in held.items() if each not in NOT_A_GROWING_TALK]
    return max(growing, default=None)


def due_after(spoken_on: date | None, *, since: date, planned_from: date, weeks: int) -> date:
    """Before which day we speak somebody again. Who was never spoken gets one interval from the day that we
    began to plan: nobody is late because of a list that came in."""
    base = spoken_on if spoken_on is not None else max(since, planned_from)
    return base + timedelta(weeks=weeks)
