"""What people fill in, as services take it."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Facts:
    """What happened, to which data, of how many people, and what is done about it."""

    aware_at: datetime
    happened: str
    story: str
    which: tuple[str, ...]
    whose: tuple[str, ...]
    encrypted: str
    measures: str = ""
    happened_on: date | None = None
    people_count: int | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What the authority was told."""

    sent_at: datetime
    words: str
    reference: str = ""
    late_words: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """Whether the people themselves were told: when and how, or why not."""

    told_at: datetime | None = None
    told_how: str = ""
    not_told: str = ""
    not_told_words: str = ""


@dataclass(frozen=True, slots=True)
class ActivityWords:
    """The house's own words about one kind of processing."""

    title: str = ""
    purpose: str = ""
    basis: str = ""
    basis_words: str = ""
    people: str = ""
    receivers: str = ""
    transfers: str = ""
    security: str = ""
    term: str = ""


@dataclass(frozen=True, slots=True)
class ProcessorWords:
    """A firm that handles data for us."""

    name: str
    does: str
    place: str
    gets: str = ""
    is_in_eea: bool = True
    agreed_on: date | None = None
    kept_where: str = ""
