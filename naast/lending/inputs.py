"""What services of this room take in."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True)
class ItemInput:
    """A thing of the register."""

    kind: str
    label: str
    number: str = ""
    has_data: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class NewLoan:
    """Who gets what, since when, and back on which day (None: as long as they volunteer)."""

    item_id: UUID
    person_id: UUID
    since_on: date
    due_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class TakenBack:
    """It came back, or it is gone for good: when, how, and whether data on it is erased (None: not said)."""

    back_on: date
    condition: str
    is_wiped: bool | None = None
    note: str = ""
