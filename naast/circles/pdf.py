"""The agreements of a circle as an accessible PDF (PDF/UA-1), made by typst from data."""

from collections.abc import Sequence
from pathlib import Path

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from naast.circles.models import Circle, Covenant
from naast.circles.queries.circles import Voice
from naast.core import clock
from naast.core.pdf import pdf_of

TEMPLATE = Path(__file__).parent / "sheets" / "covenant.typ"


def covenant_pdf(
    circle: Circle, covenant: Covenant, voices: Sequence[Voice], *, organisation: str
) -> bytes:
    """What the circle agreed, with a line for each name; no word of why there is a circle."""
    content = {
        "title": _("Agreements of %(name)s") % {"name": circle.name},
        "organisation": organisation,
        "language": (get_language() or "nl")[:2],
        "date": date_format(clock.today(), "DATE_FORMAT"),
        "parts": [
            {"heading": _("What we agree"), "rows": _lines(covenant.text)},
            {"heading": _("What can’t stay between us"), "rows": _lines(covenant.limits)},
        ],
        "signing": _("Who agrees"),
        "columns": [_("Name"), _("Agreed on"), _("Signature")],
        "voices": [
            [
                each.name,
                date_format(each.agreed_on, "DATE_FORMAT") if each.agreed_on else "",
                each.how,
            ]
            for each in voices
        ],
    }
    return pdf_of(TEMPLATE, content)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
