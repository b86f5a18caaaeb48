"""What a list can be about, and how each kind is planned, written and undone."""

from naast.exchange.plan import Subject
from naast.exchange.subjects.matches import Matches
from naast.exchange.subjects.people import People
from naast.exchange.subjects.visits import Visits

_SUBJECTS: dict[str, Subject] = {
    "volunteers": People(),
    "participants": People(),
    "matches": Matches(),
    "visits": Visits(),
}


def subject_of(kind: str) -> Subject:
    """How lists of this kind are handled."""
    return _SUBJECTS[kind]
