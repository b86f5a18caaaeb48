"""A letter of reference or certificate as accessible PDF (PDF/UA-1), once both agree (S1-176)."""

from pathlib import Path

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from naast.appreciation.models import Letter
from naast.core.pdf import pdf_of

TEMPLATE = Path(__file__).parent / "sheets" / "letter.typ"


def letter_pdf(letter: Letter, *, organisation: str, place: str = "") -> bytes:
    """The letter in its own language. The same letter gives the same bytes. It has to be agreed."""
    day = letter.agreed_on or letter.asked_on
    with override(letter.language):
        title = (
            _("Letter of reference")
            if letter.kind == Letter.Kind.REFERENCE
            else _("Certificate of volunteering")
        )
        content = {
            "title": title,
            "name": letter.person.name,
            "organisation": organisation,
            "place": place,
            "language": letter.language[:2],
            "on": [day.year, day.month, day.day],
            "date": date_format(day, "DATE_FORMAT"),
            "paragraphs": [each for each in letter.text.split("\n") if each.strip()],
            "signed": letter.written_by.user.name if letter.written_by else "",
            "note": _("Written by the organisation, and read and agreed by the volunteer."),
        }
    return pdf_of(TEMPLATE, content)
