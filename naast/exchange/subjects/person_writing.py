"""Writing persons in bulk: the number of queries does not grow with the list."""

from typing import Any
from uuid import UUID

from naast.core import clock
from naast.core.ids import uuid7
from naast.exchange.inserting import insert
from naast.exchange.plan import Planned, Setting, State
from naast.exchange.subjects.person_states import (
    PERSON_FIELDS,
    PROFILE_FIELDS,
    PROFILES,
    TOPICS,
    read_states,
)
from naast.organisations.models import Organisation
from naast.people import policies
from naast.people.inputs import TopicUse
from naast.people.models import Person, PersonLanguage, PersonTopic, PersonWord
from naast.people.names import sort_name
from naast.people.services import words
from naast.people.services.topics import topics_named

_OWN = ("id", "created_at", "organisation_id", "person_id", "sort_name")


def create(planned: list[Planned], setting: Setting) -> None:
    """New persons with their hat and all that belongs to them; fills in their ids."""
    if not planned:
        return
    policies.can_create(setting.actor).require()
    people = [_person(each.wanted, setting.organisation_id) for each in planned]
    words.put_on_map(people, Organisation.objects.get(pk=setting.organisation_id))
    names = (
        "id",
        "created_at",
        "organisation_id",
        "sort_name",
        "latitude",
        "longitude",
        *PERSON_FIELDS,
    )
    # One moment for all: they came together.
    moment = clock.now()
    for person in people:
        person.created_at = moment
    insert(Person, names, (tuple(getattr(person, name) for name in names) for person in people))
    states: dict[UUID, State] = {}
    for each, person in zip(planned, people, strict=True):
        each.target_id = person.pk
        states[person.pk] = each.wanted
    _add_profiles(states, setting)
    _add_languages(states, {}, setting.organisation_id)
    _add_topics(states, {}, setting.organisation_id)
    _add_words(people)


def _person(state: State, organisation_id: UUID) -> Person:
    return Person(
        id=uuid7(),
        organisation_id=organisation_id,
        sort_name=sort_name(state["given_name"], state["family_name"]),
        **{name: state[name] for name in PERSON_FIELDS},
    )


def _add_words(people: list[Person]) -> None:
    """By what they are found; the search index is the largest table of a load."""
    insert(
        PersonWord,
        ("person_id", "organisation_id", "word"),
        (
            (person.pk, person.organisation_id, word)
            for person in people
            for word in words.words_of(person)
        ),
    )


def update(planned: list[Planned], setting: Setting) -> None:
    """Changed persons: only the columns that changed, and only what was added to their lists."""
    after = {each.target_id: each.wanted for each in planned if each.target_id}
    current = {each.target_id: each.current for each in planned if each.target_id}
    if not after:
        return
    organisation_id = setting.organisation_id
    changed = {
        each.target_id: {change.field for change in each.changes}
        for each in planned
        if each.target_id
    }
    _update_people(after, changed, organisation_id)
    hatless = {key: state for key, state in after.items() if not current[key]["hat"]}
    hatted = {key: state for key, state in after.items() if key not in hatless}
    _update_profiles(hatted, changed, (organisation_id, setting.kind))
    _add_profiles(hatless, setting)
    _add_languages(after, current, organisation_id)
    _add_topics(after, current, organisation_id)


def restore(organisation_id: UUID, kind: str, before: dict[UUID, State]) -> None:
    """Put the fields of `before` back, also what was taken up in lists."""
    states = read_states(organisation_id, kind, list(before))
    target = {key: states[key] | fields for key, fields in before.items() if key in states}
    changed = {key: set(before[key]) for key in target}
    _update_people(target, changed, organisation_id)
    _update_profiles(target, changed, (organisation_id, kind))
    bare = [key for key in target if not target[key]["hat"]]
    PROFILES[kind].objects.filter(organisation_id=organisation_id, person_id__in=bare).delete()
    _replace_lists(target, changed, organisation_id)


def _add_profiles(states: dict[UUID, State], setting: Setting) -> None:
    model, names = PROFILES[setting.kind], PROFILE_FIELDS[setting.kind]
    blank = model()
    # What a list does not say has the default of the row.
    rest = [
        field.attname
        for field in model._meta.concrete_fields
        if field.attname not in {*_OWN, *names}
    ]
    defaults = [getattr(blank, name) for name in rest]
    moment = clock.now()
    insert(
        model,
        (*_OWN, *names, *rest),
        (
            [
                uuid7(),
                moment,
                setting.organisation_id,
                person_id,
                sort_name(state["given_name"], state["family_name"]),
                *(state[name] for name in names),
                *defaults,
            ]
            for person_id, state in states.items()
        ),
    )


def _update_people(
    after: dict[UUID, State], changed: dict[UUID, set[str]], organisation_id: UUID
) -> None:
    touched = [key for key in after if changed[key] & set(PERSON_FIELDS)]
    fields = set().union(*(changed[key] for key in touched)) & set(PERSON_FIELDS)
    if not fields:
        return
    people = list(Person.objects.filter(organisation_id=organisation_id, id__in=touched))
    for person in people:
        for name in changed[person.pk] & fields:
            setattr(person, name, after[person.pk][name])
        person.sort_name = sort_name(person.given_name, person.family_name)
    moved = [person for person in people if changed[person.pk] & words.PLACE_FIELDS]
    if moved:
        words.put_on_map(moved, Organisation.objects.get(pk=organisation_id))
    derived = ["sort_name", "latitude", "longitude"]
    Person.objects.bulk_update(people, [*sorted(fields), *derived], batch_size=200)
    findable = [person for person in people if changed[person.pk] & words.WORD_FIELDS]
    PersonWord.objects.filter(person__in=findable).delete()
    _add_words(findable)


def _update_profiles(
    after: dict[UUID, State], changed: dict[UUID, set[str]], where: tuple[UUID, str]
) -> None:
    organisation_id, kind = where
    own = set(PROFILE_FIELDS[kind])
    touched = [key for key in after if changed[key] & {*own, "given_name", "family_name"}]
    if not touched:
        return
    fields = sorted(set().union(*(changed[key] for key in touched)) & own)
    rows: list[Any] = list(
        PROFILES[kind].objects.filter(organisation_id=organisation_id, person_id__in=touched)
    )
    for row in rows:
        state = after[row.person_id]
        for name in changed[row.person_id] & own:
            setattr(row, name, state[name])
        row.sort_name = sort_name(state["given_name"], state["family_name"])
    PROFILES[kind].objects.bulk_update(rows, [*fields, "sort_name"], batch_size=200)


def _add_languages(
    after: dict[UUID, State], current: dict[UUID, State], organisation_id: UUID
) -> None:
    fresh, raised = [], []
    for key, state in after.items():
        known = current.get(key, {}).get("languages", {})
        for code, level in state["languages"].items():
            if code not in known:
                fresh.append((key, code, level))
            elif known[code] != level:
                raised.append((key, code))
    again = {key for key, _code in raised}
    PersonLanguage.objects.filter(organisation_id=organisation_id, person_id__in=again).delete()
    rows = [row for row in fresh if row[0] not in again]
    rows += [(key, code, level) for key in again for code, level in after[key]["languages"].items()]
    moment = clock.now()
    insert(
        PersonLanguage,
        ("id", "created_at", "organisation_id", "person_id", "language", "level"),
        ((uuid7(), moment, organisation_id, *row) for row in rows),
    )


def _add_topics(
    after: dict[UUID, State], current: dict[UUID, State], organisation_id: UUID
) -> None:
    wanted = [
        (key, code, name)
        for key, state in after.items()
        for code in TOPICS
        for name in state[code]
        if name not in current.get(key, {}).get(code, ())
    ]
    uses = {(key, TopicUse(*TOPICS[code], name)) for key, code, name in wanted}
    topics = topics_named(organisation_id, {use for _key, use in uses})
    moment = clock.now()
    insert(
        PersonTopic,
        ("id", "created_at", "organisation_id", "person_id", "topic_id", "stance"),
        ((uuid7(), moment, organisation_id, key, topics[use].pk, use.stance) for key, use in uses),
        ignore=True,
    )


def _replace_lists(
    target: dict[UUID, State], changed: dict[UUID, set[str]], organisation_id: UUID
) -> None:
    spoken = {key: state for key, state in target.items() if "languages" in changed[key]}
    PersonLanguage.objects.filter(organisation_id=organisation_id, person_id__in=spoken).delete()
    _add_languages(spoken, {}, organisation_id)
    for code, (topic_kind, stance) in TOPICS.items():
        keys = [key for key in target if code in changed[key]]
        if keys:
            PersonTopic.objects.filter(
                organisation_id=organisation_id,
                person_id__in=keys,
                topic__kind=topic_kind,
                stance=stance,
            ).delete()
            only = {key: {**dict.fromkeys(TOPICS, ()), code: target[key][code]} for key in keys}
            _add_topics(only, {}, organisation_id)
