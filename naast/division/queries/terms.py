"""What a programme chose in this room, or what is usual."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from naast.division.models import Terms
from naast.division.models.terms import USUAL_REVIEW_MONTHS
from naast.division.reach import Hours
from naast.division.texts import usual_contacts


@dataclass(frozen=True, slots=True)
class Chosen:
    """The terms of one programme."""

    review_months: int
    guideline: str
    hours: Hours | None
    contacts: tuple[str, ...]

    def answers_now(self, now: datetime) -> bool | None:
        """Whether the professional answers at this moment; None when no hours are set."""
        return self.hours.holds(now) if self.hours is not None else None


def row_of(programme_id: UUID) -> Terms | None:
    """The row itself, for its form."""
    return Terms.objects.filter(programme_id=programme_id).first()


def terms_of(programme_id: UUID, *, language: str) -> Chosen:
    """What holds in this programme. One query."""
    return chosen(row_of(programme_id), language=language)


def chosen(row: Terms | None, *, language: str) -> Chosen:
    """What a row says, or what is usual."""
    if row is None:
        return Chosen(USUAL_REVIEW_MONTHS, "", None, usual_contacts(language))
    contacts = usual_contacts(language) if row.staff_contacts is None else row.staff_contacts
    return Chosen(row.review_months, row.guideline, _hours(row), tuple(contacts))


def _hours(row: Terms) -> Hours | None:
    if not row.reach_days or row.reach_from is None or row.reach_until is None:
        return None
    return Hours(tuple(row.reach_days), row.reach_from, row.reach_until)
