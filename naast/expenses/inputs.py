"""What the services of this room take in."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from naast.expenses.states import Kind, Task, Vehicle


@dataclass(frozen=True, slots=True, kw_only=True)
class NewClaim:
    """One thing to pay back. `cents` may be left out for kilometres: the rate gives the amount. `jpeg` is a photo
    that `pictures.small` made; `paper` the number of a bill that finance keeps on paper."""

    kind: Kind
    day: date
    cents: int | None = None
    km: int | None = None
    hours: int | None = None
    vehicle: Vehicle | None = None
    programme_id: UUID | None = None
    visit_id: UUID | None = None
    from_place: str = ""
    to_place: str = ""
    purpose: str = ""
    jpeg: bytes | None = None
    paper: str = ""

    @property
    def has_proof(self) -> bool:
        """Whether a bill or ticket came along."""
        return self.jpeg is not None or bool(self.paper)


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseTerms:
    """From which amount on (cents) two colleagues look, and the account that pays."""

    second_pair_above: int
    account_name: str = ""
    iban: str = ""
    bic: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeTerms:
    """What a programme pays. `flat_amount`: cents a day in Belgium, an hour in the Netherlands. `kilometre_rate`:
    ten-thousandths of a euro."""

    pays_travel: bool
    pays_real: bool
    pays_flat: bool
    flat_amount: int | None = None
    kilometre_rate: int | None = None
    task: Task = Task.ORDINARY


@dataclass(frozen=True, slots=True, kw_only=True)
class NewGift:
    """A gift: its day, its value in cents, and what it was."""

    day: date
    cents: int
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a volunteer says on their honour about one year; amounts in cents, kilometres in thousandths. See
    models.Declaration."""

    has_others: bool
    other_flat: int = 0
    other_month: int = 0
    other_real: bool = False
    other_km: int = 0
    no_allowance: bool = False
