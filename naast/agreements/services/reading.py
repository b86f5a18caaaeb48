"""Texts as everybody reads them, without anybody’s data: cards, what colleagues keep, promises. Reads only."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from naast.agreements.contents import CannotFill, Content
from naast.agreements.models import CardRead, DocumentKind, StaffAcknowledgement, Version
from naast.agreements.queries.copies import asked_again_since
from naast.agreements.queries.documents import all_in_force, in_force
from naast.agreements.queries.sources import Sources
from naast.agreements.services.rendering import filled
from naast.agreements.values import Reader
from naast.core import clock
from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.people.models import Person
from naast.programmes.models import Engagement, Kind, Programme

FOR_VOLUNTEERS = (DocumentKind.ROLE_VOLUNTEER, DocumentKind.DO_DONT, DocumentKind.MANDATE)
FOR_PARTICIPANTS = (DocumentKind.ROLE_PARTICIPANT,)
# Nobody in particular: no name, no engagement.
NOBODY = Reader()
CARDS = (*FOR_VOLUNTEERS, *FOR_PARTICIPANTS)


@dataclass(frozen=True, slots=True)
class Reading:
    """A version filled in for everybody. `content` is None, with what is lacking, when something is not
    filled in yet. `since`: the day on which the reader understood or signed it, None when they did not."""

    version: Version
    programme_id: UUID | None
    content: Content | None
    lacking: tuple[Text, ...] = ()
    since: date | None = None

    @property
    def title(self) -> str:
        """The title of the text; the name of the document when it can’t be filled in."""
        return self.content.title if self.content else self.version.document.name


@dataclass(frozen=True, slots=True)
class Cards:
    """The cards of one programme for one reader."""

    programme: Programme
    cards: list[Reading]


class TextReader:
    """Reads texts in one language; what they are filled in with is read once."""

    def __init__(self, organisation_id: UUID, language: str) -> None:
        self.language, self.today = language, clock.today()
        self.sources = Sources(organisation_id, self.today)

    def read(
        self,
        version: Version,
        programme_id: UUID | None = None,
        *,
        since: date | None = None,
        reader: Reader = NOBODY,
    ) -> Reading:
        """The version, filled in as far as that is possible. `reader`: who takes part in another way than as a
        volunteer, since the law says other things there (S1-57)."""
        try:
            content = filled(
                version,
                language=self.language,
                source=self.sources.of(programme_id or version.document.programme_id),
                reader=reader,
                today=self.today,
            )
        except CannotFill as error:
            return Reading(version, programme_id, None, tuple(error.names), since)
        return Reading(version, programme_id, content, since=since)


def cards_of(
    person: Person, programmes: Iterable[Programme], kinds: Collection[str], *, language: str
) -> list[Cards]:
    """Per programme the cards of these kinds that hold there, and since when this person understood each. A
    programme without cards is left out."""
    rows = list(programmes)
    found = in_force(person.organisation_id, [each.pk for each in rows])
    known = _cards_known(person)
    asked = asked_again_since([version.document_id for version in found.values()])
    reader = TextReader(person.organisation_id, language)
    others = _in_another_way(person)

    def reading(programme: Programme, version: Version) -> Reading:
        done = known.get((version.document_id, programme.pk))
        holds = done is not None and _still_holds(done, asked.get(version.document_id))
        since = done.read_on if done and holds else None
        who = others.get(programme.pk, NOBODY)
        return reader.read(version, programme.pk, since=since, reader=who)

    every = [
        Cards(
            programme,
            [
                reading(programme, found[programme.pk, kind])
                for kind in kinds
                if (programme.pk, kind) in found
            ],
        )
        for programme in rows
    ]
    return [each for each in every if each.cards]


def _in_another_way(person: Person) -> dict[UUID, Reader]:
    """Programme → this person as a reader, where they take part and not as a volunteer."""
    rows = Engagement.objects.open().filter(person=person).exclude(kind=Kind.VOLUNTEERING)
    return {each.programme_id: Reader(engagement=each) for each in rows.select_related("programme")}


def for_participants(
    organisation_id: UUID, programmes: Iterable[Programme], *, language: str
) -> list[Reading]:
    """The other texts in force that participants may read, each once: those of the organisation and of these
    programmes. What can't be filled in yet is left out."""
    seen: dict[UUID, Version] = {}
    for _place, version in all_in_force(organisation_id, [each.pk for each in programmes]):
        if version.document.for_participants and version.document.kind not in CARDS:
            seen.setdefault(version.document_id, version)
    reader = TextReader(organisation_id, language)
    every = [reader.read(version) for version in seen.values()]
    return [each for each in every if each.content is not None]


@dataclass(frozen=True, slots=True)
class CardsRead:
    """How far somebody is with the cards of their programmes. `there_are`: whether any holds; `unread`: which
    wait; `read_on`: the last day on which they understood one, None when they did not yet."""

    there_are: bool
    unread: list[tuple[Programme, Version]]
    read_on: date | None


def cards_read(
    person: Person, programmes: Iterable[Programme], kinds: Collection[str]
) -> CardsRead:
    """Which of these cards this person did not read yet, without the words of the cards. Four queries at most."""
    rows = list(programmes)
    if not rows:
        return CardsRead(there_are=False, unread=[], read_on=None)
    in_place = in_force(person.organisation_id, [each.pk for each in rows])
    held = [
        (programme, in_place[programme.pk, kind])
        for programme in rows
        for kind in kinds
        if (programme.pk, kind) in in_place
    ]
    asked = asked_again_since([version.document_id for _programme, version in held])
    known = _cards_known(person)
    unread, days = list[tuple[Programme, Version]](), list[date]()
    for programme, version in held:
        done = known.get((version.document_id, programme.pk))
        if done is not None and _still_holds(done, asked.get(version.document_id)):
            days.append(done.read_on)
        else:
            unread.append((programme, version))
    return CardsRead(bool(held), unread, max(days, default=None))


def _cards_known(person: Person) -> dict[tuple[UUID, UUID], CardRead]:
    """The newest «I understand» of somebody, by document and programme."""
    return {
        (each.version.document_id, each.programme_id): each
        for each in CardRead.objects.filter(person=person).select_related("version").order_by("id")
    }


def _still_holds(done: CardRead, again: Version | None) -> bool:
    """Whether no newer version asks everybody again."""
    return again is None or done.version.number >= again.number


def card(programme: Programme, kind: str, *, language: str) -> Reading | None:
    """One card of a programme as everybody reads it, or None when there is no such text."""
    version = in_force(programme.organisation_id, [programme.pk]).get((programme.pk, kind))
    if version is None:
        return None
    return TextReader(programme.organisation_id, language).read(version, programme.pk)


def for_staff(actor: Actor, *, language: str) -> list[Reading]:
    """What colleagues keep too: the charter, house rules and other texts for staff of the organisation and of
    the programmes in which this colleague is named, with the day on which they signed (S1-214, S3-24)."""
    programmes = _named_in(actor)
    seen: dict[UUID, tuple[UUID | None, Version]] = {}
    for place, version in all_in_force(actor.organisation_id, programmes):
        if version.document.for_staff:
            seen.setdefault(version.document_id, (place, version))
    signed = _signed_by(actor, seen)
    reader = TextReader(actor.organisation_id, language)
    return [
        reader.read(version, version.document.programme_id, since=signed.get(document_id))
        for document_id, (_place, version) in seen.items()
    ]


def _named_in(actor: Actor) -> list[UUID]:
    """The running programmes that this colleague coordinates, coaches or answers for."""
    running = Programme.objects.filter(
        organisation_id=actor.organisation_id, status=Programme.Status.ACTIVE
    )
    names = ("coordinator_id", "coach_id", "responsible_id")
    rows = running.values_list("pk", *names)
    return [pk for pk, *named in rows if actor.membership_id in named]


def _signed_by(actor: Actor, documents: Collection[UUID]) -> dict[UUID, date]:
    """Document → the day on which this colleague signed a version that still counts."""
    asked = asked_again_since(list(documents))
    if actor.membership_id is None:
        return {}
    rows = StaffAcknowledgement.objects.filter(
        membership_id=actor.membership_id, version__document_id__in=documents
    )
    return {
        row.version.document_id: row.acknowledged_on
        for row in rows.select_related("version").order_by("version__number")
        if row.version.number >= _from_number(asked, row.version.document_id)
    }


def _from_number(asked: dict[UUID, Version], document_id: UUID) -> int:
    return asked[document_id].number if document_id in asked else 0


def promises(actor: Actor, *, language: str) -> Reading | None:
    """What the organisation promises, as it holds now (S1-226); None when nothing is promised on paper."""
    version = in_force(actor.organisation_id, []).get((None, DocumentKind.PROMISES))
    if version is None:
        return None
    return TextReader(actor.organisation_id, language).read(version)
