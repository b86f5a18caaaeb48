"""The receipt of a loan as an accessible PDF (PDF/UA-1), made by typst from data: to keep, or to sign on paper."""

from pathlib import Path
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from naast.core.pdf import pdf_of
from naast.lending.models import Loan
from naast.lending.texts import terms

TEMPLATE = Path(__file__).parent / "sheets" / "receipt.typ"


def receipt_pdf(loan: Loan, *, organisation: str, language: str) -> bytes:
    """The receipt in this language. The same loan gives the same bytes."""
    return pdf_of(TEMPLATE, content_of(loan, organisation=organisation, language=language))


def content_of(loan: Loan, *, organisation: str, language: str) -> dict[str, Any]:
    """Everything on the receipt. Who signed on the screen need not sign on paper."""
    item = loan.item
    with override(language):
        agreed = terms(has_data=item.has_data, language=language)
        return {
            "title": _("Receipt of a loan"),
            "organisation": organisation,
            "language": language[:2],
            "on": [loan.since_on.year, loan.since_on.month, loan.since_on.day],
            "date": _day(loan.since_on),
            "lead": agreed.lead,
            "facts": [
                [str(term), words]
                for term, words in (
                    (_("Lent to"), loan.person.name),
                    (_("What"), f"{item.label} ({item.get_kind_display()})"),
                    (_("Number on it"), item.number),
                    (_("What belongs to it"), item.note),
                    (_("Since"), _day(loan.since_on)),
                    (_("Back on"), _day(loan.due_on) or _("when you stop as a volunteer")),
                    (_("Good to know"), loan.note),
                    (_("Came back on"), _day(loan.back_on)),
                )
                if words
            ],
            "agreed": _("What we agree"),
            "rules": list(agreed.rules),
            "confirmed": _("Confirmed on the screen on %(day)s.") % {"day": _day(loan.confirmed_on)}
            if loan.confirmed_on
            else "",
            "signs": [] if loan.confirmed_on else [_("The volunteer"), _("For the organisation")],
            "day_and_name": _("Day, name and signature"),
        }


def _day(day: Any) -> str:
    return date_format(day, "DATE_FORMAT") if day else ""
