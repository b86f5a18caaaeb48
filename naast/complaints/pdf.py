"""The three questions on paper, as an accessible PDF (PDF/UA-1), made by typst from data."""

from collections.abc import Sequence
from pathlib import Path

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from naast.complaints.models import ComplaintTerms
from naast.complaints.states import About
from naast.core.pdf import pdf_of

TEMPLATE = Path(__file__).parent / "sheets" / "paper.typ"


def paper_pdf(
    terms: ComplaintTerms, *, organisation: str, phone: str, ears: Sequence[tuple[str, str]]
) -> bytes:
    """Three questions with room to write, who may listen, the terms, and the body for appeal."""
    content = {
        "title": _("I am not content with something"),
        "organisation": organisation,
        "language": (get_language() or "nl")[:2],
        "lead": _("Good that you say it. You choose who listens, and nobody else reads it."),
        "name": _("My name, and how you reach me"),
        "parts": [
            {
                "heading": _("1. What happened?"),
                "boxes": [
                    _("I saw or heard it myself"),
                    _("I heard it from somebody else, namely:"),
                ],
                "lines": 6,
            },
            {
                "heading": _("2. Who or what is it about?"),
                "boxes": [str(each.label) for each in About],
                "lines": 2,
            },
            {
                "heading": _("3. Who may listen?"),
                "boxes": [
                    *(f"{name} · {function}" for name, function in ears),
                    _("No coordinator may read this"),
                    _("The other side may know that it was me"),
                ],
                "lines": 1,
            },
        ],
        "after": _("What happens then"),
        "promises": [
            _("Within %(days)s working days you hear that we heard you.")
            % {"days": terms.confirm_days},
            _("Within %(weeks)s weeks you have an answer.") % {"weeks": terms.answer_weeks},
            _("Give this page in a closed envelope, with the name of who may listen on it."),
            *_appeal(terms),
            *([_("You may also call: %(phone)s") % {"phone": phone}] if phone else []),
        ],
    }
    return pdf_of(TEMPLATE, content)


def _appeal(terms: ComplaintTerms) -> list[str]:
    if not terms.appeal_name:
        return []
    parts = (terms.appeal_name, terms.appeal_address, terms.appeal_phone)
    named = ", ".join(part for part in parts if part)
    return [_("Still not content after the answer? Go to: %(body)s") % {"body": named}]
