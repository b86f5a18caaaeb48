"""Filling in a version for one person, or as everybody reads it. Reads only; nothing is written here."""

from datetime import date
from uuid import UUID

from naast.agreements.compulsory import situation, with_compulsory
from naast.agreements.contents import Content
from naast.agreements.filling import fill
from naast.agreements.models import Version
from naast.agreements.queries.sources import Sources
from naast.agreements.values import Reader, Source, values
from naast.agreements.wording import clauses_of, wording
from naast.people.models import Person
from naast.programmes.models import Engagement


def render(
    *,
    version: Version,
    language: str,
    person: Person,
    engagement: Engagement | None = None,
    own_limits: str = "",
    today: date,
) -> Content:
    """The text of a version for one person, with what the law and the target group add (S0-41, S1-57).

    The language is the one asked for, or else that of the house, or else Dutch: never a mix. Raises CannotFill.
    """
    return render_from(
        Sources(version.organisation_id, today),
        version=version,
        language=language,
        person=person,
        engagement=engagement,
        own_limits=own_limits,
    )


def render_from(
    sources: Sources,
    *,
    version: Version,
    language: str,
    person: Person,
    engagement: Engagement | None = None,
    own_limits: str = "",
) -> Content:
    """As `render`, for a whole batch with one `sources`: after the first copy about a programme it costs no
    query, as long as the version carries its document and texts, and the engagement its tests. Raises
    CannotFill."""
    programme_id = engagement.programme_id if engagement else version.document.programme_id
    reader = Reader(person.name, engagement, own_limits)
    source = sources.of(programme_id)
    return filled(version, language=language, source=source, reader=reader, today=sources.day)


def render_for_everybody(
    *, version: Version, language: str, programme_id: UUID | None = None, today: date
) -> Content:
    """The text as everybody reads it, with nobody’s data: cards, the charter, house rules. Raises CannotFill
    when it asks for something about one person."""
    source = Sources(version.organisation_id, today).of(
        programme_id or version.document.programme_id
    )
    return filled(version, language=language, source=source, reader=Reader(), today=today)


def filled(
    version: Version, *, language: str, source: Source, reader: Reader, today: date
) -> Content:
    """The text of a version from what is known. Raises CannotFill."""
    text = wording(version.texts.all(), language, source.organisation.language)
    said = values(source, reader, text.language)
    kind = version.document.kind
    where = situation(source, reader.engagement)
    clauses = with_compulsory(
        clauses_of(text), kind=kind, where=where, language=text.language, day=today
    )
    title, complete = fill(text.title, clauses, said)
    return Content(title, text.language, complete)
