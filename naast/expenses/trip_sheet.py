"""The trip sheet of a volunteer for a month or a year, as accessible PDF (PDF/UA-1) and as a list (spec/law 1.7.8)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from naast.core import clock
from naast.core.pdf import pdf_of
from naast.core.sheets import as_xlsx
from naast.expenses.models import Claim
from naast.expenses.money import kilometres, number
from naast.law.costs.payments import THOUSANDTHS

TEMPLATE = Path(__file__).parent / "sheets" / "trips.typ"


@dataclass(frozen=True, slots=True)
class TripSheet:
    """The travel of one person in one period, by day. `month` is None for a whole year."""

    name: str
    organisation: str
    year: int
    month: int | None
    claims: list[Claim]

    @property
    def title(self) -> str:
        """«Trip sheet, February 2026»."""
        when = str(self.year) if self.month is None else _month(self.year, self.month)
        return _("Trip sheet, %(when)s") % {"when": when}

    @property
    def km(self) -> int:
        """All kilometres together, in thousandths."""
        return sum(claim.km or 0 for claim in self.claims)


def headings() -> list[str]:
    """What the law asks of every trip."""
    return [
        _("Day"),
        _("From where"),
        _("To where"),
        _("What for"),
        _("Kilometres"),
        _("With what"),
    ]


def trips_pdf(sheet: TripSheet) -> bytes:
    """The sheet on paper, in the language of the page."""
    content = {
        "title": sheet.title,
        "name": sheet.name,
        "organisation": sheet.organisation,
        "language": (get_language() or "nl")[:2],
        "date": date_format(clock.today(), "DATE_FORMAT"),
        "lead": _("Everything that was asked and not taken back."),
        "headings": headings(),
        "rows": list(_rows(sheet.claims)),
        "total": _("Together: %(km)s") % {"km": kilometres(sheet.km)},
    }
    return pdf_of(TEMPLATE, content)


def trips_xlsx(sheet: TripSheet) -> bytes:
    """The sheet as a list: days are days, kilometres are numbers."""
    rows: Iterable[list[Any]] = (
        [
            claim.day,
            claim.from_place,
            claim.to_place,
            claim.purpose,
            None if claim.km is None else claim.km / THOUSANDTHS,
            claim.get_vehicle_display(),
        ]
        for claim in sheet.claims
    )
    return as_xlsx(headings(), rows, sheet.title)


def _rows(claims: Iterable[Claim]) -> Iterable[list[str]]:
    for claim in claims:
        yield [
            date_format(claim.day, "SHORT_DATE_FORMAT"),
            claim.from_place,
            claim.to_place,
            claim.purpose,
            "" if claim.km is None else number(claim.km),
            claim.get_vehicle_display(),
        ]


def _month(year: int, month: int) -> str:
    return date_format(date(year, month, 1), "F Y")
