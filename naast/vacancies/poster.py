"""A poster of one vacancy: a page of A4 as accessible PDF (PDF/UA-1), with a QR code that carries its channel
(S1-231, S1-232)."""

import io
import textwrap
from pathlib import Path
from typing import Any

import segno
from django.utils.translation import gettext as _

from naast.core.pdf import pdf_of
from naast.organisations.models import Organisation
from naast.vacancies import addresses
from naast.vacancies.models import LONGEST_PLAIN, Vacancy, VacancyText
from naast.vacancies.queries.public import place_of
from naast.vacancies.reading import sentences
from naast.vacancies.role import commitment, when

TEMPLATE = Path(__file__).parent / "sheets" / "poster.typ"
FIRST_SENTENCES = 4


def qr(address: str) -> str:
    """The address as a QR code in SVG: a quarter of it may be dirty or torn."""
    drawn = io.BytesIO()
    segno.make(address, error="q", micro=False).save(drawn, kind="svg", border=2, scale=4)
    return drawn.getvalue().decode()


def poster_pdf(
    vacancy: Vacancy, text: VacancyText, house: Organisation, *, channel: str = ""
) -> bytes:
    """The poster in the language of its text: call it within `translation.override`."""
    return pdf_of(TEMPLATE, _content(vacancy, text, house, channel))


def _short(text: VacancyText) -> str:
    """The plain version, or the beginning of the text: a poster is one page."""
    if text.plain:
        return text.plain
    return textwrap.shorten(" ".join(sentences(text.text)[:FIRST_SENTENCES]), LONGEST_PLAIN)


def _content(
    vacancy: Vacancy, text: VacancyText, house: Organisation, channel: str
) -> dict[str, Any]:
    address = addresses.of_vacancy(house.slug, vacancy.pk, via=channel)
    printed = addresses.readable(addresses.of_house(house.slug))
    facts = (commitment(vacancy), when(vacancy), place_of(vacancy))
    return {
        "title": text.title,
        "organisation": house.name,
        "language": text.language,
        "vision": vacancy.programme.vision,
        "paragraphs": _short(text).splitlines(),
        "facts": [fact for fact in facts if fact],
        "qr": qr(address),
        "qr_alt": _("QR code that leads to %(address)s") % {"address": address},
        "scan": _("Scan to read more"),
        "or_go_to": _("Or go to"),
        "address": printed,
        "call": _("Would you rather talk? Call") if house.phone else "",
        "phone": house.phone,
    }
