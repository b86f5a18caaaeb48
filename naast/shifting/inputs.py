"""What the services of this room take in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from naast.programmes.models import Task
from naast.shifting.models import TaskShift


@dataclass(frozen=True, slots=True)
class Answers:
    """The three questions, whether it fits this person, and who adds most for the participant."""

    safety: str
    burden: str
    roles: str
    time: str
    skill: str
    wish: str
    best: str
    best_why: str
    connects: str = ""


@dataclass(frozen=True, slots=True)
class Terms:
    """How a task becomes part of the agreement: whose it is, and for whom."""

    who: str = Task.Who.VOLUNTEER
    reach: str = TaskShift.Reach.MATCH


@dataclass(frozen=True, slots=True)
class Place:
    """Whether a task takes the place of paid work, and what was agreed about it."""

    before: str
    what_it_adds: str
    why_not_now: str = ""
    agreed_with: str = ""
    agreed_on: date | None = None


@dataclass(frozen=True, slots=True)
class OwnWork:
    """What a professional does in a programme: tasks of the programme, and own words with their kind."""

    task_ids: Sequence[str]
    own: Sequence[tuple[str, str]]
