"""Lists on the way out: what goes out can come in again without a change."""

from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

import phonenumbers
from django.db.models import Q
from django.utils.translation import gettext as _

from naast.companionship.models import Match
from naast.core.sheets import as_csv, as_json, as_xlsx
from naast.exchange.plan import State
from naast.exchange.policies import can_exchange
from naast.exchange.subjects import subject_of
from naast.exchange.subjects.person_states import PERSON_FIELDS, PROFILE_FIELDS, TOPICS
from naast.exchange.values.languages import language_name
from naast.exchange.values.words import split_list
from naast.exchange.vocabulary import field_named
from naast.exchange.words_of import word_for, words_for_week
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.people.models import Person
from naast.programmes.models import Programme

FORMATS = ("json", "csv", "xlsx")
_WORDS = {"gender": "gender", "mode": "mode", "mood": "mood"}


def columns_of(kind: str) -> list[str]:
    """The field codes of an export, in order."""
    if kind in {"volunteers", "participants"}:
        person = ["availability" if code == "weekly" else code for code in PERSON_FIELDS]
        return [*person, "languages", *TOPICS, *PROFILE_FIELDS[kind]]
    people = [
        f"{side}{part}" for side in ("volunteer", "participant") for part in ("", "_email", "_id")
    ]
    if kind == "matches":
        own = [
            "programme",
            "state",
            "started_on",
            "ended_on",
            "intended_end_on",
            "rhythm",
            "agreed_volunteer",
        ]
    else:
        own = [
            "programme",
            "visited_on",
            "duration_minutes",
            "mode",
            "mood",
            "good_moment",
            "pass_on",
            "other_activity",
        ]
    return ["external_id", *people, *own]


def export(actor: Actor, kind: str, form: str) -> Iterator[bytes]:
    """The whole list of this kind in the actor's organisation, in pieces. Raises NotAllowed at once."""
    can_exchange(actor).require()
    codes = columns_of(kind)
    rows = _rows(actor, kind, codes, plainly=form == "json")
    if form == "json":
        return as_json(codes, rows, kind)
    headings = [_heading(kind, code) for code in codes]
    if form == "csv":
        return as_csv(headings, rows)
    return iter([as_xlsx(headings, rows, kind)])


def _heading(kind: str, code: str) -> str:
    field = field_named(kind, code)
    return field.heading if field else code


def _rows(actor: Actor, kind: str, codes: list[str], *, plainly: bool) -> Iterator[list[Any]]:
    country = Organisation.objects.values_list("country", flat=True).get(pk=actor.organisation_id)
    for state in _states(actor.organisation_id, kind):
        yield [_cell(code, state.get(code), (kind, country), plainly=plainly) for code in codes]


def _left_out(organisation_id: UUID) -> set[UUID]:
    """Who is in no list: erased, or not to be used while a question about it is open (GDPR art. 17, 18)."""
    people = Person.objects.filter(organisation_id=organisation_id)
    hidden = people.filter(Q(erased_on__isnull=False) | Q(restricted_on__isnull=False))
    return set(hidden.values_list("pk", flat=True))


def _states(organisation_id: UUID, kind: str) -> Iterable[State]:
    states = subject_of(kind).states(organisation_id, kind, None)
    left_out = _left_out(organisation_id)
    if kind in {"volunteers", "participants"}:
        states = {key: state for key, state in states.items() if key not in left_out}
        for state in sorted(
            states.values(), key=lambda each: (each["family_name"], each["given_name"])
        ):
            yield state | {"availability": state["weekly"]}
        return
    people = {
        key: (f"{given} {family}".strip(), email, number)
        for key, given, family, email, number in Person.objects.filter(
            organisation_id=organisation_id
        ).values_list("id", "given_name", "family_name", "email", "external_id")
    }
    programmes = dict(
        Programme.objects.filter(organisation_id=organisation_id).values_list("id", "name")
    )
    if kind == "visits":
        rows = Match.objects.filter(organisation_id=organisation_id).values(
            "id", "volunteer_id", "participant_id", "programme_id"
        )
        matches = {match["id"]: match for match in rows}
        states = {key: {**matches[state["match_id"]], **state} for key, state in states.items()}
    for key in sorted(states):
        if left_out.isdisjoint((states[key]["volunteer_id"], states[key]["participant_id"])):
            yield _with_people(states[key], people, programmes)


def _with_people(
    state: State, people: dict[UUID, tuple[str, str, str]], programmes: dict[UUID, str]
) -> State:
    named = {
        **state,
        "programme": programmes[state["programme_id"]],
        "duration_minutes": state.get("minutes"),
    }
    for side in ("volunteer", "participant"):
        name, email, number = people[state[f"{side}_id"]]
        named |= {side: name, f"{side}_email": email, f"{side}_id": number}
    return named


def _cell(code: str, value: Any, where: tuple[str, str], *, plainly: bool) -> Any:
    kind, country = where
    if value in (None, "", [], {}):
        return None
    if isinstance(value, bool):
        return _yes_or_no(code, is_yes=value)
    if code == "availability":
        return words_for_week(value)
    if isinstance(value, dict | list):
        return _several(code, value)
    return _word(code, value, kind, country if not plainly else "")


def _several(code: str, value: Any) -> str:
    """Several things in one cell. The semicolon says that nothing else divides them."""
    if code == "languages":
        return ", ".join(
            f"{language_name(key)} ({word_for('level', str(level))})"
            for key, level in value.items()
        )
    if code == "home_pets":
        return ", ".join(word_for("pet", pet) for pet in value)
    return "; ".join(value) + (";" if len(value) == 1 and len(split_list(value[0])) > 1 else "")


def _yes_or_no(code: str, *, is_yes: bool) -> str | None:
    if not is_yes and code == "prefers_paper":
        return None
    return word_for("answer", "yes" if is_yes else "no")


def _word(code: str, value: Any, kind: str, country: str) -> Any:
    if code in {"phone", "trusted_phone"} and country:
        return _local_number(value, country)
    if code == "status":
        return word_for("volunteer_status" if kind == "volunteers" else "participant_status", value)
    if code == "state":
        return word_for("match_state", value)
    return word_for(_WORDS[code], value) if code in _WORDS else value


def _local_number(value: str, country: str) -> str:
    """A number of the own country as people dial it: with spaces, so that spreadsheets keep its zero."""
    try:
        number = phonenumbers.parse(value, country)
    except phonenumbers.NumberParseException:
        return value
    if phonenumbers.region_code_for_number(number) != country:
        return value
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)


def file_name(kind: str, form: str, slug: str) -> str:
    """What the downloaded file is called."""
    names = {
        "volunteers": _("volunteers"),
        "participants": _("participants"),
        "matches": _("matches"),
        "visits": _("visits"),
    }
    return f"{slug}-{names[kind]}.{form}"
