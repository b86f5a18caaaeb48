"""The rows of a table of tasks, and what is the matter with them. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext_lazy as _

from naast.companionship.states import ASKING_STATES, MatchState
from naast.core.text import Text
from naast.programmes.models import Task

# A table that nobody reads any more divides nothing.
MOST_ROWS = 30


class Phase(StrEnum):
    """When a task comes: before they meet, beside each other, and after (S1-112)."""

    BEFORE = "before"
    BESIDE = "beside"
    AFTER = "after"


PHASES: Mapping[Phase, Text] = {
    Phase.BEFORE: _("Before they meet"),
    Phase.BESIDE: _("While they are beside each other"),
    Phase.AFTER: _("Afterwards"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One task or activity: who does it, who decides, who has to know, who steps in."""

    task: str
    does: str
    decides: str = ""
    knows: str = ""
    steps_in: str = ""
    phase: str = Phase.BESIDE.value

    def as_content(self) -> dict[str, str]:
        """What a version keeps."""
        return asdict(self)


NAMES = tuple(field.name for field in fields(Row))


def rows_in(content: Mapping[str, Any]) -> list[Row]:
    """The rows that a version kept."""
    return [
        Row(**{name: row[name] for name in NAMES if name in row}) for row in content.get("rows", ())
    ]


def content_of(rows: Iterable[Row]) -> dict[str, list[dict[str, str]]]:
    """What a version keeps of these rows."""
    return {"rows": [row.as_content() for row in rows]}


@dataclass(frozen=True, slots=True)
class Sides:
    """What the sides are called here; for a match their first names may stand behind it."""

    volunteer: str
    professional: str
    both: str


def begin(tasks: Iterable[Task], sides: Sides) -> list[Row]:
    """A first table from the tasks of a programme. What nobody does here is left out; the rest is for people."""
    doing = {
        Task.Who.VOLUNTEER: (sides.volunteer, sides.volunteer),
        Task.Who.TOGETHER: (sides.both, sides.both),
        Task.Who.PROFESSIONAL: (sides.professional, sides.professional),
        Task.Who.AFTER_CONSULTING: (sides.volunteer, sides.professional),
    }
    return [
        Row(
            task=task.name,
            does=doing[Task.Who(task.who)][0],
            decides=doing[Task.Who(task.who)][1],
            steps_in=task.steps_in,
        )
        for task in tasks
        if Task.Who(task.who) in doing
    ][:MOST_ROWS]


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one phase. `places` are counted from 1 over the whole table."""

    phase: Phase
    rows: list[tuple[int, Row]]
    is_now: bool = False

    @property
    def label(self) -> Text:
        """What the phase is called."""
        return PHASES[self.phase]


def phase_of(state: str) -> Phase:
    """Where a match stands: being asked, beside each other, or parting."""
    if state in ASKING_STATES:
        return Phase.BEFORE
    if state in (MatchState.WINDING_DOWN, MatchState.ENDED, MatchState.NOT_STARTED):
        return Phase.AFTER
    return Phase.BESIDE


def grouped(rows: Iterable[Row], *, now: Phase | None = None) -> list[Group]:
    """The rows by phase, in order; phases without rows are left out."""
    numbered = list(enumerate(rows, start=1))
    groups = [
        Group(phase, [(place, row) for place, row in numbered if row.phase == phase], phase == now)
        for phase in Phase
    ]
    return [group for group in groups if group.rows]
