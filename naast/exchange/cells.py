"""Which reader belongs to which field, for each kind of list."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

from naast.companionship.models import MatchState, Visit
from naast.exchange.reading import Cell, as_text
from naast.exchange.rows import Context, Parser, too_long
from naast.exchange.values.dates import Meaning, parse_date
from naast.exchange.values.languages import parse_languages
from naast.exchange.values.names import tidy_part
from naast.exchange.values.phones import parse_phone
from naast.exchange.values.places import parse_postcode, town_name
from naast.exchange.values.readings import Problem, Reading, folded
from naast.exchange.values.times import parse_availability, parse_duration
from naast.exchange.values.words import (
    parse_boolean,
    parse_choice,
    parse_email,
    parse_gender,
    split_list,
)
from naast.exchange.words_of import (
    MATCH_STATES,
    MODES,
    MOODS,
    PARTICIPANT_STATUS,
    PETS,
    VOLUNTEER_STATUS,
)

_LONG = 5_000


def _text(longest: int = _LONG) -> Parser:
    def read(cell: Cell, _context: Context) -> Reading[str] | Problem:
        text = as_text(cell).replace("\r\n", "\n").replace("\r", "\n")
        return too_long(text, longest) or Reading(text)

    return read


def _name_part(longest: int) -> Parser:
    def read(cell: Cell, context: Context) -> Reading[str] | Problem:
        text = tidy_part(as_text(cell), context.country)
        if not any(letter.isalpha() for letter in text):
            return Problem("name.unreadable", as_text(cell), _("This is not a name."))
        return too_long(text, longest) or Reading(text)

    return read


def _date(meaning: Meaning) -> Parser:
    def read(cell: Cell, context: Context) -> Reading[Any] | Problem:
        return parse_date(cell, meaning, context.today)

    return read


def _plain(parse: Callable[[str], Reading[Any] | Problem]) -> Parser:
    def read(cell: Cell, _context: Context) -> Reading[Any] | Problem:
        return parse(as_text(cell))

    return read


def _local(parse: Callable[[str, str], Reading[Any] | Problem]) -> Parser:
    def read(cell: Cell, context: Context) -> Reading[Any] | Problem:
        return parse(as_text(cell), context.country)

    return read


def _choice(choices: dict[str, str], question: str) -> Parser:
    def read(cell: Cell, _context: Context) -> Reading[Any] | Problem:
        return parse_choice(as_text(cell), choices, _(question))

    return read


def _words(longest: int = 80) -> Parser:
    def read(cell: Cell, _context: Context) -> Reading[Any] | Problem:
        words = tuple(split_list(as_text(cell)))
        long = next((word for word in words if len(word) > longest), "")
        return too_long(long, longest) or Reading(words)

    return read


def _pets(cell: Cell, _context: Context) -> Reading[Any] | Problem:
    """An animal we have no word for is another animal; a plain no is no animal."""
    words = [
        word
        for word in split_list(as_text(cell))
        if not isinstance(no := parse_boolean(word), Reading) or no.value
    ]
    return Reading(tuple(dict.fromkeys(PETS.get(folded(word), "other") for word in words)))


def _number(largest: int) -> Parser:
    def read(cell: Cell, _context: Context) -> Reading[int] | Problem:
        text = as_text(cell)
        digits = text.lower().removesuffix("km").removesuffix("x").strip()
        if digits.isdecimal() and len(digits) < 7 and int(digits) <= largest:
            return Reading(int(digits))
        return Problem(
            "number.unreadable",
            text,
            _("Write a whole number here, at most %(largest)s.") % {"largest": largest},
        )

    return read


def _duration(unit: str = "") -> Parser:
    def read(cell: Cell, _context: Context) -> Reading[int] | Problem:
        return parse_duration(cell, unit)

    return read


def _town(cell: Cell, _context: Context) -> Reading[str] | Problem:
    text = town_name(as_text(cell))
    return too_long(text, 120) or Reading(text)


_PERSON: dict[str, Parser] = {
    "external_id": _text(60),
    "full_name": _text(250),
    "given_name": _name_part(100),
    "particle": _text(30),
    "family_name": _name_part(150),
    "email": _plain(parse_email),
    "mobile": _local(parse_phone),
    "phone": _local(parse_phone),
    "birth_on": _date(Meaning.BIRTH),
    "gender": _plain(parse_gender),
    "street": _text(160),
    "house_number": _text(40),
    "postcode": _local(parse_postcode),
    "place": _town,
    "languages": _plain(parse_languages),
    "availability": _plain(parse_availability),
    "competences": _words(),
    "interests": _words(),
    "dislikes": _words(),
    "strengths": _text(),
    "prefers_paper": _plain(parse_boolean),
    "since_on": _date(Meaning.MOMENT),
}
_VOLUNTEER: dict[str, Parser] = {
    "status": _choice(VOLUNTEER_STATUS, "Write active, paused, former or interested here."),
    "left_on": _date(Meaning.MOMENT),
    "motives": _text(),
    "knowledge": _text(),
    "possibilities": _text(),
    "wishes": _text(),
    "professional_past": _text(),
    "own_limits": _text(),
    "max_matches": _number(50),
    "max_travel_km": _number(500),
    **{
        code: _plain(parse_boolean)
        for code in ("smokes", "accepts_smoking", "accepts_pets", "accepts_stairs")
    },
}
_PARTICIPANT: dict[str, Parser] = {
    "status": _choice(PARTICIPANT_STATUS, "Write active or former here."),
    "background": _text(),
    "network": _text(),
    "trusted_name": _text(150),
    "trusted_phone": _local(parse_phone),
    "home_has_smoker": _plain(parse_boolean),
    "home_has_stairs": _plain(parse_boolean),
    "home_pets": _pets,
}
_SIDES: dict[str, Parser] = {
    f"{side}{part}": parser
    for side in ("volunteer", "participant")
    for part, parser in (
        ("", _text(250)),
        ("_given", _name_part(100)),
        ("_family", _name_part(150)),
        ("_email", _plain(parse_email)),
        ("_phone", _local(parse_phone)),
        ("_id", _text(60)),
    )
}
_MATCH: dict[str, Parser] = {
    "external_id": _text(60),
    **_SIDES,
    "programme": _text(120),
    "started_on": _date(Meaning.MOMENT),
    "ended_on": _date(Meaning.MOMENT),
    "intended_end_on": _date(Meaning.MOMENT),
    "state": _choice(
        MATCH_STATES, "Write running, paused, ended, trial or another known state here."
    ),
    "rhythm": _number(60),
    "agreed_volunteer": _text(),
}
_VISIT: dict[str, Parser] = {
    "external_id": _text(60),
    **_SIDES,
    "programme": _text(120),
    "visited_on": _date(Meaning.VISIT),
    "minutes": _duration(),
    "duration_hours": _duration("hours"),
    "duration_minutes": _duration("minutes"),
    "mode": _choice(MODES, "Write at home, going out, by phone or online here."),
    "mood": _choice(MOODS, "Write good, so-so or hard here."),
    "good_moment": _text(),
    "pass_on": _text(),
    "other_activity": _text(120),
}

PARSERS: dict[str, dict[str, Parser]] = {
    "volunteers": {**_PERSON, **_VOLUNTEER},
    "participants": {**_PERSON, **_PARTICIPANT},
    "matches": _MATCH,
    "visits": _VISIT,
}
assert set(MATCH_STATES.values()) <= set(MatchState.values)  # noqa: S101 -- the two tables must agree
assert set(MODES.values()) == set(Visit.Mode.values)  # noqa: S101 -- as above
