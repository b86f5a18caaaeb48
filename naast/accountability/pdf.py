"""The register, the impact assessment and a processor agreement as accessible PDF (PDF/UA-1)."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from naast.accountability import texts
from naast.accountability.models import Assessment, Processor
from naast.accountability.queries import register
from naast.accountability.queries.assessments import Part
from naast.core import clock
from naast.core.pdf import pdf_of

TEMPLATE = Path(__file__).parent / "sheets" / "paper.typ"


def register_pdf(shown: register.Register) -> bytes:
    """The register of processing, in the language of the page."""
    headings = register.headings()
    parts = []
    for line in shown.lines:
        title, *rest = register.row_of(line)
        pairs = [[name, words] for name, words in zip(headings[1:], rest, strict=True) if words]
        parts.append(_part(title, pairs=pairs))
    return _made(_("Register of processing"), shown.organisation.name, "", parts)


def assessment_pdf(found: Assessment, facts: Iterable[Part], *, organisation: str) -> bytes:
    """One version of the impact assessment: the house's answers, then what the software knows."""
    answers = [
        _part(each.title, lines=found.answers.get(each.code, "").split("\n"))
        for each in texts.questions()
        if found.answers.get(each.code)
    ]
    known = [_part(heading, items=lines) for heading, lines in facts]
    return _made(
        _("Impact assessment, version %(number)s") % {"number": found.number},
        organisation,
        signature(found),
        answers + known,
    )


def signature(found: Assessment) -> str:
    """Who signed it off and when; that it is being written as long as nobody did."""
    if found.signed_on is None:
        return _("This version is being written.")
    who = found.signed_by.user.name if found.signed_by else "…"
    day = date_format(found.signed_on, "DATE_FORMAT")
    return _("Signed off by %(who)s on %(day)s.") % {"who": who, "day": day}


def agreement_pdf(language: str, *, organisation: str, processor: Processor | None) -> bytes:
    """The agreement to start from, in this language, with the firm's name and those it calls in."""
    with override(language):
        name = processor.name if processor else "…………………"
        words, points = texts.agreement(language, organisation=organisation, processor=name)
        parts = [_part(f"{point.letter}. {point.title}", lines=[point.text]) for point in points]
        parts.append(_part(_("Whom the processor calls in"), items=_below(processor)))
        parts.append(_part(_("Signed"), lines=[f"{organisation}: …………………", f"{name}: …………………"]))
        return _made(words.subject, organisation, words.body, parts)


def _below(processor: Processor | None) -> list[str]:
    rows = processor.sub_processors.filter(ended_on__isnull=True) if processor else ()
    found = [f"{row.name}: {row.does} ({row.place})" for row in rows]
    return found or [_("Nobody, on the day of signing.")]


def _part(
    heading: str,
    *,
    pairs: Iterable[list[str]] = (),
    lines: Iterable[str] = (),
    items: Iterable[str] = (),
) -> dict[str, Any]:
    return {
        "heading": heading,
        "pairs": list(pairs),
        "lines": [line for line in lines if line.strip()],
        "items": list(items),
    }


def _made(title: str, organisation: str, lead: str, parts: list[dict[str, Any]]) -> bytes:
    content = {
        "title": title,
        "organisation": organisation,
        "language": (get_language() or "nl")[:2],
        "date": date_format(clock.today(), "DATE_FORMAT"),
        "lead": lead,
        "parts": parts,
    }
    return pdf_of(TEMPLATE, content)
