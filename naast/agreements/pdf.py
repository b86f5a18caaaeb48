"""One paper as an accessible PDF (PDF/UA-1), made by typst from data. The same copy gives the same bytes."""

import json
from datetime import UTC, date, datetime, time
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import Any

import typst
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from naast.agreements.contents import Clause, Content, Part
from naast.agreements.models import Asks, Copy, Signature

TEMPLATE = Path(__file__).parent / "sheets" / "paper.typ"
A_GROUP = 8


def paper_pdf(copy: Copy, content: Content) -> bytes:
    """The paper in its own language, whoever asks for it: as long as nobody signs, each time the same."""
    day = day_of(copy)
    with override(copy.language):
        data = json.dumps(_data(copy, content, day), ensure_ascii=False, sort_keys=True)
    made: bytes = typst.compile(
        str(TEMPLATE),
        format="pdf",
        pdf_standards=["ua-1"],
        sys_inputs={"paper": data},
        timestamp=int(datetime.combine(day, time(), UTC).timestamp()),
    )
    return made


def checksum_of_file(content: bytes) -> str:
    """SHA-256 (hexadecimal) of a file."""
    return sha256(content).hexdigest()


def day_of(copy: Copy) -> date:
    """The day that stands on the paper: on which it holds, or on which it was made."""
    return copy.signed_on or timezone.localdate(copy.created_at)


def part_headings() -> dict[str, str]:
    """What the two parts of an agreement are called (S0-58)."""
    return {
        Part.PRACTICAL: _("A. Practical"),
        Part.LIMITS: _("B. What can and what cannot"),
        Part.NONE: "",
    }


def in_parts(content: Content) -> list[tuple[str, list[Clause]]]:
    """(heading, clauses) in reading order: for screen, print and PDF."""
    headings = part_headings()
    return [
        (headings.get(part, ""), list(clauses))
        for part, clauses in groupby(content.clauses, key=lambda clause: clause.part)
    ]


def grouped(checksum: str) -> str:
    """A checksum in groups of eight, to compare by eye."""
    return " ".join(checksum[at : at + A_GROUP] for at in range(0, len(checksum), A_GROUP))


def signed_words(signature: Signature) -> str:
    """«Bea Buddy, 3 March 2026, on paper»."""
    day = date_format(signature.signed_on, "DATE_FORMAT")
    return f"{signature.name}, {day}, {signature.get_how_display()}"


def sides(copy: Copy) -> list[tuple[str, Signature | None]]:
    """Whose signatures belong under this text, and those that are there."""
    asks = copy.version.document.asks
    found: list[tuple[str, Signature | None]] = []
    if asks != Asks.NOTHING:
        found.append((_("For myself"), copy.own_signature))
    if asks == Asks.SIGNATURE:
        found.append((_("For %(house)s") % {"house": copy.organisation.name}, copy.our_signature))
    return found


def _data(copy: Copy, content: Content, day: date) -> dict[str, Any]:
    programme = copy.engagement.programme.name if copy.engagement else ""
    facts = [
        (_("For"), copy.person.name),
        (_("Programme"), programme),
        (_("Version"), f"{copy.version.number}"),
        (_("Date"), date_format(day, "DATE_FORMAT")),
    ]
    return {
        "title": content.title,
        "language": content.language[:2],
        "organisation": copy.organisation.name,
        "day": [day.year, day.month, day.day],
        "facts": [row for row in facts if row[1]],
        "foot": content.title,
        "parts": [
            {"heading": heading, "clauses": [_clause(each) for each in clauses]}
            for heading, clauses in in_parts(content)
        ],
        "sides": [
            {"heading": heading, "signed": signed_words(signature) if signature else ""}
            for heading, signature in sides(copy)
        ],
        "words": {
            "signatures": _("Signatures"),
            "lines": [_("Name"), _("Date"), _("Signature")],
            "checksum": _("Checksum of this text (SHA-256). With it we can show later that nothing was changed:"),
        },
        "checksum": grouped(copy.checksum),
    }  # fmt: skip


def _clause(clause: Clause) -> dict[str, Any]:
    return {
        "heading": clause.heading,
        "blocks": clause.blocks,
        "source": _("Source: %(source)s") % {"source": clause.source} if clause.source else "",
    }
