"""When we call people after an end (instruments B12, S3-14). Pure: no database, no clock."""

from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from naast.companionship.states import EndReason, Initiative
from naast.parting.states import CareKind, Side

FIRST_AFTER, LATER_AFTER = timedelta(weeks=4), relativedelta(months=3)
# After a death or a heavy end nobody waits four weeks.
DEBRIEF_AFTER, DEBRIEF_AFTER_DEATH = timedelta(days=7), timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Call:
    """Somebody to call: which side, why, on which day."""

    side: str
    kind: str
    due_on: date


def is_heavy(*, reason: str, initiative: str) -> bool:
    """An end that asks for more care: no end that both chose."""
    return reason == EndReason.EXPECTATIONS or initiative == Initiative.ORGANISATION


def calls_after(*, reason: str, initiative: str, ended_on: date) -> list[Call]:
    """The calls after an end. After a death none are planned until somebody says who died: nobody rings a
    house in mourning by mistake."""
    if reason == EndReason.DIED:
        return []
    heavy = is_heavy(reason=reason, initiative=initiative)
    return [call for side in Side for call in calls_for(side, ended_on=ended_on, is_heavy=heavy)]


def calls_for(
    side: str, *, ended_on: date, is_heavy: bool = False, is_death: bool = False
) -> list[Call]:
    """The calls to one of the two."""
    calls = [
        Call(side, CareKind.FIRST, ended_on + FIRST_AFTER),
        Call(side, CareKind.LATER, ended_on + LATER_AFTER),
    ]
    if is_death or is_heavy:
        wait = DEBRIEF_AFTER_DEATH if is_death else DEBRIEF_AFTER
        calls.insert(0, Call(side, CareKind.DEBRIEF, ended_on + wait))
    return calls
