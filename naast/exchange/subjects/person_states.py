"""A person as a list knows them: one flat state, read from the rows of people and compared."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from naast.exchange.plan import Change, State
from naast.exchange.values.names import tidy_part
from naast.exchange.values.phones import parse_phone
from naast.exchange.values.places import parse_postcode, town_name
from naast.exchange.values.readings import Reading, folded
from naast.people.models import (
    ParticipantProfile,
    Person,
    PersonLanguage,
    PersonTopic,
    Topic,
    VolunteerProfile,
)

PERSON_FIELDS = (
    "external_id",
    "given_name",
    "family_name",
    "email",
    "phone",
    "birth_on",
    "gender",
    "street",
    "postcode",
    "place",
    "weekly",
    "prefers_paper",
)
PROFILES: dict[str, type[VolunteerProfile] | type[ParticipantProfile]] = {
    "volunteers": VolunteerProfile,
    "participants": ParticipantProfile,
}
PROFILE_FIELDS: dict[str, tuple[str, ...]] = {
    "volunteers": (
        "status",
        "since_on",
        "left_on",
        "strengths",
        "motives",
        "knowledge",
        "possibilities",
        "wishes",
        "professional_past",
        "own_limits",
        "max_matches",
        "max_travel_km",
        "smokes",
        "accepts_smoking",
        "accepts_pets",
        "accepts_stairs",
    ),
    "participants": (
        "status",
        "since_on",
        "strengths",
        "network",
        "background",
        "trusted_name",
        "trusted_phone",
        "home_has_smoker",
        "home_pets",
        "home_has_stairs",
    ),
}
# Field code: kind of topic and what the person says about it.
TOPICS: dict[str, tuple[str, str]] = {
    "competences": (Topic.Kind.COMPETENCE, PersonTopic.Stance.CAN),
    "interests": (Topic.Kind.INTEREST, PersonTopic.Stance.LIKES),
    "dislikes": (Topic.Kind.INTEREST, PersonTopic.Stance.RATHER_NOT),
}
_TOPIC_OF = {pair: code for code, pair in TOPICS.items()}
_LISTS = frozenset({*TOPICS, "home_pets"})
# Up to here rows are fetched by id; beyond, one pass over the organisation is cheaper.
_BY_ID = 500


def empty_state(kind: str) -> State:
    """Somebody we know nothing of yet, with the defaults of the rows."""
    state: State = {"hat": False, "languages": {}, **{code: [] for code in TOPICS}}
    for blank, names in ((Person(), PERSON_FIELDS), (PROFILES[kind](), PROFILE_FIELDS[kind])):
        for name in names:
            state[name] = getattr(blank, name)
    return state


def read_states(organisation_id: UUID, kind: str, ids: list[UUID] | None) -> dict[UUID, State]:
    """The states of these persons (None: everybody with the hat) in five queries at most."""
    profiles = PROFILES[kind].objects.filter(organisation_id=organisation_id)
    profile_rows = _within(profiles, "person_id", ids).values("person_id", *PROFILE_FIELDS[kind])
    with_hat = {row.pop("person_id"): row for row in profile_rows}
    wanted = set(with_hat) if ids is None else set(ids)
    people = _within(Person.objects.filter(organisation_id=organisation_id), "id", ids)
    blank = empty_state(kind)
    states: dict[UUID, State] = {}
    for values in people.values("id", *PERSON_FIELDS):
        person_id = values.pop("id")
        if person_id in wanted:
            hat = with_hat.get(person_id)
            states[person_id] = (
                blank | _fresh_lists() | values | (hat or {}) | {"hat": hat is not None}
            )
    _add_languages(states, organisation_id, ids)
    _add_topics(states, organisation_id, ids)
    return states


def _fresh_lists() -> State:
    return {"languages": {}, **{code: [] for code in TOPICS}}


def _within(rows: QuerySet[Any], name: str, ids: list[UUID] | None) -> QuerySet[Any]:
    if ids is None or len(ids) > _BY_ID:
        return rows
    return rows.filter(**{f"{name}__in": ids})


def _add_languages(
    states: dict[UUID, State], organisation_id: UUID, ids: list[UUID] | None
) -> None:
    rows = _within(PersonLanguage.objects.filter(organisation_id=organisation_id), "person_id", ids)
    for person_id, code, level in rows.order_by("language").values_list(
        "person_id", "language", "level"
    ):
        if person_id in states:
            states[person_id]["languages"][code] = level


def _add_topics(states: dict[UUID, State], organisation_id: UUID, ids: list[UUID] | None) -> None:
    rows = _within(PersonTopic.objects.filter(organisation_id=organisation_id), "person_id", ids)
    found = rows.values_list("person_id", "topic__kind", "stance", "topic__name")
    for person_id, kind, stance, name in found:
        code = _TOPIC_OF.get((kind, stance))
        if code and person_id in states:
            states[person_id][code].append(name)
    for state in states.values():
        for code in TOPICS:
            # Databases don't agree on the order of words.
            state[code].sort()


# --- comparing -----------------------------------------------------------------------------------


def state_after(current: State, said: State) -> State:
    """The state once the row is taken: what the list does not say stays, lists grow."""
    after = {**current, "hat": True}
    for code, value in said.items():
        if code == "languages":
            after[code] = _languages_after(current[code], value)
        elif code in _LISTS:
            after[code] = _list_after(current[code], value)
        elif not _is_same(code, current[code], value):
            after[code] = value
    return after


def _languages_after(current: dict[str, int], said: dict[str, int]) -> dict[str, int]:
    """A language without a level keeps the level we know, or starts at «well»."""
    after = dict(current)
    for code, level in said.items():
        after[code] = level or current.get(code, PersonLanguage.Level.GOOD.value)
    return dict(sorted(after.items()))


def _list_after(current: list[str], said: Iterable[str]) -> list[str]:
    known = {folded(word): word for word in current}
    for word in said:
        known.setdefault(folded(word), word)
    return sorted(known.values()) if len(known) > len(current) else current


def _is_same(code: str, old: Any, new: Any) -> bool:
    return bool(old == new or (isinstance(old, str) and old and as_read(code, old) == new))


def as_read(code: str, text: str) -> str:
    """A kept text in the form in which the import would read it, so that it compares equal."""
    if code in {"given_name", "family_name"}:
        return tidy_part(text)
    if code == "place":
        return town_name(text)
    if code == "email":
        return text.strip().lower()
    if code in {"phone", "trusted_phone"}:
        number = parse_phone(text, "BE")
        return number.value if isinstance(number, Reading) else text
    if code == "postcode":
        place = parse_postcode(text, "NL")
        return place.value.postcode if isinstance(place, Reading) else text
    return text.replace("\r\n", "\n").strip()


def changes_between(current: State, after: State) -> list[Change]:
    """Field by field what differs."""
    return [
        Change(code, current.get(code), value)
        for code, value in after.items()
        if current.get(code) != value
    ]
