"""When in the week a role is done: the parts of a week of people.terms, in three words (S1-253)."""

from typing import Final

from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core.text import Text
from naast.people.terms import PARTS_A_WEEK, PARTS_OF_DAY, mask_of
from naast.vacancies.models import Vacancy

SATURDAY, EVENING = 5, 2


def _day(part: int) -> int:
    return part // len(PARTS_OF_DAY)


def _of_day(part: int) -> int:
    return part % len(PARTS_OF_DAY)


EVENINGS: Final = mask_of(part for part in range(PARTS_A_WEEK) if _of_day(part) == EVENING)
WEEKEND: Final = mask_of(part for part in range(PARTS_A_WEEK) if _day(part) >= SATURDAY)
OFFICE_HOURS: Final = mask_of(
    part for part in range(PARTS_A_WEEK) if _day(part) < SATURDAY and _of_day(part) < EVENING
)
TIMES: Final[dict[str, tuple[Text, int]]] = {
    "evening": (_("In the evening"), EVENINGS),
    "weekend": (_("At the weekend"), WEEKEND),
    "day": (_("On weekdays during the day"), OFFICE_HOURS),
}


def choices() -> list[tuple[str, Text]]:
    """The times a form offers."""
    return [(code, label) for code, (label, _mask) in TIMES.items()]


def words(weekly: int | None) -> list[Text]:
    """When a role can be done; nothing when that is still to be agreed."""
    return [label for label, mask in TIMES.values() if (weekly or 0) & mask]


def suits(weekly: int | None, code: str) -> bool:
    """Whether a role can be done at this time; one whose times are still to be agreed always may."""
    return not weekly or bool(weekly & TIMES[code][1])


def at(rows: QuerySet[Vacancy], codes: list[str]) -> QuerySet[Vacancy]:
    """The vacancies that can be done at one of these times, or whose times are to be agreed."""
    mask = 0
    for code in codes:
        mask |= TIMES[code][1]
    if not mask:
        return rows
    shared = rows.alias(shared=F("weekly").bitand(mask))
    return shared.filter(Q(weekly__isnull=True) | Q(weekly=0) | Q(shared__gt=0))
