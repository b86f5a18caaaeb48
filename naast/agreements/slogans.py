"""The articles of the charter to hang on the wall: one a page, large, as an accessible PDF (PDF/UA-1; S1-207)."""

from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import override

from naast.agreements.contents import Content
from naast.core.pdf import pdf_of

TEMPLATE = Path(__file__).parent / "sheets" / "slogans.typ"


def slogans_of(content: Content) -> list[str]:
    """One sentence for each article: its heading, or its first line."""
    found = (each.heading or (each.text.splitlines() or [""])[0] for each in content.clauses)
    return [sentence.removeprefix("- ").strip() for sentence in found if sentence.strip()]


def slogans_pdf(content: Content, *, organisation: str) -> bytes:
    """An A4 lying down for each article."""
    with override(content.language):
        data = {
            "title": content.title,
            "language": content.language[:2],
            "organisation": organisation,
            "slogans": slogans_of(content),
            "foot": _("%(title)s of %(house)s") % {"title": content.title, "house": organisation},
        }
    return pdf_of(TEMPLATE, data)
