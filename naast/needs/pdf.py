"""The letter of a quarter as an accessible PDF (PDF/UA-1), made by typst from data: no table to open elsewhere."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from naast.core.pdf import pdf_of
from naast.needs.models import PolicyLetter, PolicySignal
from naast.needs.queries import figures
from naast.needs.rules import Quarter
from naast.recruitment.small_numbers import LEAST

TEMPLATE = Path(__file__).parent / "sheets" / "letter.typ"


def letter_pdf(letter: PolicyLetter, signals: Sequence[PolicySignal]) -> bytes:
    """What volunteers notice, what is asked, and the answers as far as they came; in the language of the reader.
    Small numbers are hidden. `letter` comes with its organisation."""
    return pdf_of(TEMPLATE, _content(letter, signals))


def _content(letter: PolicyLetter, signals: Sequence[PolicySignal]) -> dict[str, Any]:
    kept = figures.read_kept(letter.figures)
    return {
        "title": figures.title_of(Quarter(letter.year, letter.quarter)),
        "organisation": letter.organisation.name,
        "language": (get_language() or "nl")[:2],
        "date": date_format(letter.sent_on, "DATE_FORMAT"),
        "on": [letter.sent_on.year, letter.sent_on.month, letter.sent_on.day],
        "opening": [line.strip() for line in letter.opening.splitlines() if line.strip()],
        "due": _("Please answer before %(day)s.")
        % {"day": date_format(letter.answer_due_on, "DATE_FORMAT")},
        "words": {
            "asked": _("What we ask of you"),
            "sees": _("What we see"),
            "asks": _("What we ask"),
            "answer": _("The answer"),
            "small": _("«<%(least)s» stands for fewer than %(least)s: so nobody can be found.")
            % {"least": LEAST},
        },
        "signals": [_signal(each) for each in signals],
        "tables": [
            _table(_("Needs by theme"), _("Theme"), kept.headings, kept.themes),
            _table(_("Our own offer"), _("Question"), kept.headings, kept.offer),
        ],
    }


def _signal(signal: PolicySignal) -> dict[str, str]:
    return {
        "title": signal.title,
        "theme": signal.get_theme_display(),
        "sees": signal.sees,
        "asks": signal.asks,
        "answer": f"{signal.get_answer_kind_display()}. {signal.answer}" if signal.answer else "",
    }


def _table(
    heading: str, first: str, headings: Sequence[str], lines: Sequence[figures.Line]
) -> dict[str, Any]:
    return {
        "heading": heading,
        "columns": [first, *headings],
        "rows": [[str(line.label), *(_cell(each) for each in line.cells)] for line in lines],
    }


def _cell(number: int | None) -> str:
    return f"<{LEAST}" if number is None else str(number)
