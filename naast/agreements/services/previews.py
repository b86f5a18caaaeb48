"""Texts to read before anybody gets them: filled in for somebody invented, or all texts of a programme as one
pack. Reads only."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils import translation

from naast.agreements.compulsory import situation, with_compulsory
from naast.agreements.contents import CannotFill, Clause, Content
from naast.agreements.mending import where_to_mend
from naast.agreements.models import DocumentKind, Version
from naast.agreements.pdf import in_parts
from naast.agreements.queries.documents import all_in_force
from naast.agreements.queries.sources import Sources
from naast.agreements.services.rendering import filled
from naast.agreements.values import Reader, Source
from naast.agreements.wording import clauses_of, wording
from naast.core import clock
from naast.core.text import Text
from naast.organisations.actors import Actor

# On paper somebody fills in their name and first day by hand.
BLANK = "………………………………"
ORDER = [kind.value for kind in DocumentKind]


@dataclass(frozen=True, slots=True)
class Reading:
    """A version to read: filled in, or as it was written with what is missing and where that is mended."""

    version: Version
    content: Content
    missing: list[tuple[Text, str]]

    @property
    def parts(self) -> list[tuple[str, list[Clause]]]:
        """The clauses under the headings of their parts, in the language of the text."""
        with translation.override(self.content.language):
            return [(str(heading), clauses) for heading, clauses in in_parts(self.content)]


def read(
    actor: Actor, version: Version, *, language: str, programme_id: UUID | None, name: str
) -> Reading:
    """A version as somebody called `name` would read it today in this programme."""
    today = clock.today()
    place = version.document.programme_id or programme_id
    source = Sources(version.organisation_id, today).of(place)
    return _read(actor, version, language, source, Reader(name=name, start=today))


def pack(actor: Actor, *, programme_id: UUID, language: str) -> list[Reading]:
    """Everything that holds in a programme, in the order in which somebody reads it, to hand over as one
    (S1-187). Raises Programme.DoesNotExist."""
    found = all_in_force(actor.organisation_id, [programme_id])
    versions = [version for place, version in found if place == programme_id]
    source = Sources(actor.organisation_id, clock.today()).of(programme_id)
    return [
        _read(actor, version, language, source, Reader(name=BLANK, start_words=BLANK))
        for version in sorted(versions, key=lambda it: ORDER.index(it.document.kind))
    ]


def _read(actor: Actor, version: Version, language: str, source: Source, reader: Reader) -> Reading:
    today = clock.today()
    try:
        content = filled(version, language=language, source=source, reader=reader, today=today)
    except CannotFill as error:
        place = source.programme.pk if source.programme else None
        missing = where_to_mend(actor, error.codes, place)
        return Reading(version, _as_written(version, language, source, today), missing)
    return Reading(version, content, [])


def _as_written(version: Version, language: str, source: Source, day: date) -> Content:
    """The words with the names between braces, and what comes by itself."""
    text = wording(version.texts.all(), language, source.organisation.language)
    clauses = with_compulsory(
        clauses_of(text),
        kind=version.document.kind,
        where=situation(source),
        language=text.language,
        day=day,
    )
    return Content(text.title, text.language, tuple(clauses))
