"""When somebody has to look, when the reporter hears, and until when it is kept (instruments B16, B26; pure)."""

from datetime import date, datetime, time, timedelta

from dateutil.relativedelta import relativedelta
from django.utils import timezone

from naast.core import clock
from naast.core.working_days import add_working_days
from naast.signals.states import Kind, Level, State

CONSULT_WORKING_DAYS = 3
# After it was passed on, who told it hears within a week (B26).
ANSWER_WITHIN = timedelta(days=7)
# A volunteer through whom somebody tried to get a favour is not left alone with it (S1-139).
TALK_WITHIN = timedelta(days=14)
# What asks for somebody at once and is not opened after this time is told to the next one.
UNSEEN_AFTER = {Level.NOW: timedelta(hours=1), Level.TODAY: timedelta(hours=4)}
# What was taken up without a term and is not decided after this time asks to be looked at again.
LOOK_AGAIN_AFTER = timedelta(days=14)
# No law gives a term: proposed in spec/law part 3.
KEPT_MONTHS = 12
# Between these hours somebody is at work.
OPENS, SHUTS = 8, 18


def due_at(level: int, *, since: datetime, country: str) -> datetime | None:
    """The moment at which somebody must have decided; None for what waits for the next contact."""
    if level == Level.NOW:
        return since
    if level == Level.TODAY:
        return _end_of(timezone.localdate(since))
    if level == Level.CONSULT:
        day = add_working_days(timezone.localdate(since), CONSULT_WORKING_DAYS, country)
        return _end_of(day)
    return None


def talk_due_at(since: datetime) -> datetime:
    """Before when somebody talks with a volunteer through whom a favour was tried (S1-139)."""
    return _end_of(timezone.localdate(since) + TALK_WITHIN)


def _end_of(day: date) -> datetime:
    """The last minute of a day, where people live."""
    return clock.at(day, time(23, 59))


def answer_due_on(handed_over_on: date) -> date:
    """Before which day the reporter hears what happened after it was passed on."""
    return handed_over_on + ANSWER_WITHIN


def is_answered(answered_at: datetime | None, passed_on: date | None) -> bool:
    """Whether the reporter heard; what was passed on asks for an answer since that day (B26)."""
    if answered_at is None:
        return False
    return passed_on is None or timezone.localdate(answered_at) >= passed_on


def erased_on(closed_at: datetime | None) -> date | None:
    """The day on which a closed signal is erased by itself; None while it is open."""
    if closed_at is None:
        return None
    return timezone.localdate(closed_at) + relativedelta(months=KEPT_MONTHS)


def days_waiting(since: datetime, *, today: date) -> int:
    """Whole days that something waits (S2-26)."""
    return max(0, (today - timezone.localdate(since)).days)


def is_overdue(state: str, due_at: datetime | None, *, now: datetime) -> bool:
    """Whether it should have been decided by now."""
    return state in (State.NEW, State.SEEN) and due_at is not None and due_at < now


def asks_a_measure(kind: str) -> bool:
    """After a boundary was crossed something is done at once, before a day (S0-13)."""
    return kind == Kind.BOUNDARY


def is_at_odd_hours(now: datetime, *, country: str) -> bool:
    """Whether nobody is at work: at night, in the evening, at the weekend and on public holidays (S2-27)."""
    local = timezone.localtime(now)
    if not OPENS <= local.hour < SHUTS:
        return True
    yesterday = local.date() - timedelta(days=1)
    return add_working_days(yesterday, 1, country) != local.date()
