"""Reads of everything around one person: what a card or file shows, and who looked."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import CharField, PositiveSmallIntegerField, Value
from django.utils.timezone import localdate

from naast.audit import log
from naast.audit.models import Event
from naast.core import clock
from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Role
from naast.people import policies
from naast.people.models import (
    AvailabilityException,
    Note,
    Person,
    PersonLanguage,
    PersonTopic,
)
from naast.people.queries.lists import OPEN_KINDS
from naast.people.terms import language_name

HISTORY_SHOWN = 20
LOOKS_READ = 200
NOTES_SHOWN = 50


@dataclass(frozen=True, slots=True)
class Look:
    """Somebody opened a file on a day."""

    at: datetime
    name: str
    functions: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class About:
    """What belongs to somebody whatever their hat."""

    person: Person
    languages: list[tuple[str, Text]]
    topics: dict[tuple[str, str], list[str]]
    exceptions: list[AvailabilityException]
    housemates: list[Person]

    def names(self, kind: str, stance: str) -> list[str]:
        """The person's words of one kind and stance."""
        return self.topics.get((kind, stance), [])


def about(person: Person, *, with_private: bool = False) -> About:
    """Languages with topics, coming exceptions and housemates: three queries at most. Lived experience and
    own wishes about who somebody is come along only `with_private`: for the person and for writing them."""
    topics: dict[tuple[str, str], list[str]] = {}
    languages: list[tuple[str, Text]] = []
    for kind, stance, name, level in _words_of(person, with_private=with_private):
        if level:
            languages.append((language_name(name), PersonLanguage.Level(level).label))
        else:
            topics.setdefault((kind, stance), []).append(name)
    housemates = (
        Person.objects.filter(household_id=person.household_id).exclude(pk=person.pk)
        if person.household_id
        else Person.objects.none()
    )
    return About(
        person=person,
        languages=languages,
        topics=topics,
        exceptions=_coming_exceptions(person),
        housemates=list(housemates.select_related("volunteer", "participant")),
    )


def _words_of(person: Person, *, with_private: bool) -> list[tuple[str, str, str, int]]:
    """(kind, stance, name, 0) of each topic by name and ("", "", code, level) of each language, best
    first: one query for both."""
    topics = PersonTopic.objects.filter(person=person).order_by()
    if not with_private:
        topics = topics.filter(topic__kind__in=OPEN_KINDS)
    languages = PersonLanguage.objects.filter(person=person).order_by()
    nothing, no_level = Value("", CharField()), Value(0, PositiveSmallIntegerField())
    both = topics.values_list("topic__kind", "stance", "topic__name", no_level).union(
        languages.values_list(nothing, nothing, "language", "level"), all=True
    )
    return sorted(both, key=lambda row: (-row[3], row[2].casefold()))


def _coming_exceptions(person: Person) -> list[AvailabilityException]:
    """Days away of today and later. `get_person` tells already when there are none: then no query."""
    if not getattr(person, "has_exceptions", True):
        return []
    coming = AvailabilityException.objects.filter(person=person, until_on__gte=clock.today())
    return list(coming)


def notes_about(actor: Actor, person: Person) -> list[Note]:
    """The notes about somebody that this actor may read, newest first."""
    notes = policies.notes_visible_to(actor).filter(person=person)
    return list(notes.select_related("author__user").order_by("-id")[:NOTES_SHOWN])


def events_about(person: Person) -> list[Event]:
    """What happened to somebody's record, newest first; looking is told apart."""
    events = log.history_of(person.organisation_id, [person.pk]).filter(is_view=False)
    return list(events[:HISTORY_SHOWN])


def looks_at(person: Person) -> list[Look]:
    """Who opened somebody's file: once a reader and day, newest first, with their functions."""
    events = list(log.views_of(person.organisation_id, person.pk)[:LOOKS_READ])
    readers = readers_of(
        person.organisation_id, {event.user_id for event in events if event.user_id}
    )
    seen: dict[tuple[object, object], Look] = {}
    for event in events:
        name, functions = readers.get(event.user_id, (event.reason, ()))
        day = localdate(event.created_at)
        seen.setdefault((event.user_id, day), Look(event.created_at, name, functions))
    return list(seen.values())


def readers_of(
    organisation_id: UUID, user_ids: set[UUID]
) -> dict[UUID | None, tuple[str, tuple[Text, ...]]]:
    """The name and functions of who opened something, by user: one query."""
    roles = Role.objects.filter(
        membership__organisation_id=organisation_id, membership__user_id__in=user_ids
    )
    readers: dict[UUID | None, tuple[str, tuple[Text, ...]]] = {}
    for role in roles.select_related("membership__user").order_by("function"):
        user = role.membership.user
        _name, functions = readers.get(user.pk, ("", ()))
        readers[user.pk] = (user.name, (*functions, Function(role.function).label))
    return readers
