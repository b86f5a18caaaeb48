"""What somebody learned, on paper, as accessible PDF (PDF/UA-1): made only when they ask for it (S4-16, S1-67)."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from naast.core.pdf import pdf_of
from naast.learning.models import Category, Completion, Growth, LearningEntry
from naast.people.models import Person

TEMPLATE = Path(__file__).parent / "sheets" / "certificate.typ"


def certificate_pdf(
    person: Person, completions: Sequence[Completion], *, organisation: str, on: date
) -> bytes:
    """A certificate of these courses, in the language of the reader. The same day gives the same bytes."""
    lead = _("followed these courses as part of volunteering.")
    return _made(
        _frame(_("What I learned here"), person, organisation, on)
        | {
            "lead": lead,
            "columns": [_("Course"), _("When"), _("How long")],
            "rows": [_row(each) for each in completions],
            "note": _("This certificate was made because the person asked for it."),
        }
    )


def growth_pdf(
    person: Person,
    entries: Sequence[LearningEntry],
    growth: Sequence[Growth],
    *,
    organisation: str,
    on: date,
) -> bytes:
    """What somebody chose to show of their own learning, in their own words (S1-67)."""
    parts = [
        {"heading": _("How I see myself grow"), "rows": [_grown(each) for each in growth]},
        {"heading": _("What I learned"), "rows": [_learned(each) for each in entries]},
    ]
    return _made(
        _frame(_("How I grew as a volunteer"), person, organisation, on)
        | {
            "lead": _("in my own words."),
            "parts": [part for part in parts if part["rows"]],
            "note": _("The person wrote this, and chose what stands on this page."),
        }
    )


def length(minutes: int) -> str:
    """A duration in hours and minutes, as people say it."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return _("%(minutes)s min.") % {"minutes": rest}
    if not rest:
        return _("%(hours)s h") % {"hours": hours}
    return _("%(hours)s h %(minutes)s min.") % {"hours": hours, "minutes": rest}


def _frame(title: str, person: Person, organisation: str, on: date) -> dict[str, Any]:
    return {
        "title": title,
        "name": person.name,
        "organisation": organisation,
        "language": (get_language() or "nl")[:2],
        "on": [on.year, on.month, on.day],
        "date": date_format(on, "DATE_FORMAT"),
        "columns": [],
        "rows": [],
        "parts": [],
    }


def _row(completion: Completion) -> dict[str, str]:
    return {
        "course": completion.course.title,
        "date": date_format(completion.done_on, "DATE_FORMAT"),
        "length": length(completion.minutes) if completion.minutes else "",
        "provider": completion.provider,
    }


def _grown(growth: Growth) -> dict[str, str]:
    said = str(Growth.Step(growth.step).label)
    return {
        "head": growth.competence.name,
        "text": f"{said}. {growth.example}" if growth.example else f"{said}.",
    }


def _learned(entry: LearningEntry) -> dict[str, str]:
    when = date_format(entry.learned_on, "F Y")
    label = str(Category(entry.category).label)
    return {
        "head": f"{label}, {when}",
        "text": f"{entry.words} ({entry.activity})" if entry.activity else entry.words,
    }


def _made(content: dict[str, Any]) -> bytes:
    return pdf_of(TEMPLATE, content)
