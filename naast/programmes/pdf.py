"""The sheet of a programme as an accessible PDF (PDF/UA-1), made by typst from data."""

from pathlib import Path
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from naast.core import clock
from naast.core.pdf import pdf_of
from naast.core.templatetags.ui_people import WHO_WORDS
from naast.core.templatetags.ui_people import Task as TaskRow
from naast.core.text import Text
from naast.programmes.leaflet import Leaflet, leaflet
from naast.programmes.models import Programme

TEMPLATE = Path(__file__).parent / "sheets" / "programme.typ"


def programme_pdf(programme: Programme, *, organisation: str) -> bytes:
    """The sheet in the language of the reader, with title and language set and a tag for each part."""
    return pdf_of(TEMPLATE, _content(programme, organisation))


def _content(programme: Programme, organisation: str) -> dict[str, Any]:
    words = leaflet(programme)
    return {
        "title": programme.name,
        "organisation": organisation,
        "language": (get_language() or "nl")[:2],
        "date": date_format(clock.today(), "DATE_FORMAT"),
        "purpose": programme.purpose,
        "vision": programme.vision,
        "facts": words.facts,
        "words": {"task": _("Task"), "who": _("Whose")},
        "parts": [part for part in _parts(programme, words) if part["rows"]],
    }


def _parts(programme: Programme, words: Leaflet) -> list[dict[str, Any]]:
    groups = [(_("Fixed core"), words.core), (_("Free room: you choose"), words.free_room)]
    tasks = [
        {"heading": heading, "rows": [_task(row) for row in rows]}
        for heading, rows in groups
        if rows
    ]
    return [
        _part(_("What it adds"), "pairs", words.values),
        _part(_("Who does what"), "tasks", tasks),
        _part(_("Who steps in when it goes wrong"), "pairs", words.steps_in),
        _part(_("What we don’t do"), "bullets", programme.not_done),
        _part(_("What the volunteer may decide"), "bullets", programme.mandate),
        _part(
            _("How often people meet"),
            "bullets",
            words.contact,
            lead=_("Guidelines, never quotas."),
        ),
        _part(_("The rhythm"), "bullets", words.rhythm),
        _part(_("How starting goes"), "pairs", words.starting),
        _part(_("Who can join"), "bullets", words.joining),
        _part(_("What we ask: needed"), "pairs", words.needed),
        _part(_("What we ask: welcome"), "pairs", words.welcome),
        _part(_("How you grow"), "bullets", words.growth),
        _part(_("Before the first contact"), "pairs", words.conditions),
        _part(_("Who answers when"), "pairs", words.on_call),
        _part(_("Closeness and distance"), "bullets", words.frame),
        _part(_("What this pattern means"), "pairs", words.consequences),
        _part(_("What we talk about when we look back"), "bullets", programme.evaluation_questions),
    ]


def _part(heading: str, kind: str, rows: Any, *, lead: str = "") -> dict[str, Any]:
    return {"heading": heading, "kind": kind, "rows": rows, "lead": lead}


def _task(row: TaskRow) -> dict[str, Text]:
    return {"task": row.task, "who": str(WHO_WORDS[row.who]), "note": row.note}
