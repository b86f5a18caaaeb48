"""The columns of a pool: their types, what unknown looks like, and how a volunteer fills them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import nan, radians
from typing import Any

import numpy as np
from numpy.typing import NDArray

from naast.matching.bits import Bits
from naast.matching.terms import Kind, Style, Volunteer
from naast.matching.vocabulary import Vocabulary

KIND_BITS: Mapping[str, int] = {kind: 1 << place for place, kind in enumerate(Kind)}
STYLE_BITS: Mapping[str, int] = {style: 1 << place for place, style in enumerate(Style)}

UNKNOWN, NO, YES = -1, 0, 1
LEVEL_UNKNOWN = -1

# Somebody who gives a rhythm of zero means "now and then"; it must not divide by zero.
RAREST_RHYTHM = 0.25


@dataclass(frozen=True, slots=True)
class Column:
    """One number per volunteer."""

    dtype: type[np.generic]
    unknown: float
    read: Callable[[Volunteer, Vocabulary], float]


def _answer(value: bool | None) -> int:
    return UNKNOWN if value is None else int(value)


def _number(value: float | None) -> float:
    return nan if value is None else value


def _angle(value: float | None) -> float:
    return nan if value is None else radians(value)


def _rhythm(first: float | None, second: float | None) -> float:
    """One end of the rhythm; somebody who gave only the other end means exactly that."""
    value = second if first is None else first
    return nan if value is None else max(value, RAREST_RHYTHM)


def _term(person: Volunteer) -> float:
    return nan if person.open_ended or not person.term_months else person.term_months


COLUMNS: Mapping[str, Column] = {
    "latitude": Column(np.float32, nan, lambda person, _: _angle(person.latitude)),
    "longitude": Column(np.float32, nan, lambda person, _: _angle(person.longitude)),
    "max_km": Column(np.float32, nan, lambda person, _: _number(person.max_km)),
    "postcode": Column(
        np.int32, -1, lambda person, words: words.postcode_places.get(person.postcode, -1)
    ),
    "rather_not_nearby": Column(np.bool_, 0, lambda person, _: person.rather_not_nearby),
    "gender": Column(np.uint16, 0, lambda person, words: words.gender_bits({person.gender} - {""})),
    "gender_asked": Column(
        np.uint16, 0, lambda person, words: words.gender_bits(person.gender_asked)
    ),
    "free": Column(np.uint32, 0, lambda person, _: person.free),
    "smokes": Column(np.int8, UNKNOWN, lambda person, _: _answer(person.smokes)),
    "accepts_smoking": Column(np.int8, UNKNOWN, lambda person, _: _answer(person.accepts_smoking)),
    "accepts_pets": Column(np.int8, UNKNOWN, lambda person, _: _answer(person.accepts_pets)),
    "climbs_stairs": Column(np.int8, UNKNOWN, lambda person, _: _answer(person.climbs_stairs)),
    "allergies_asked": Column(np.bool_, 0, lambda person, _: person.allergies is not None),
    "matches_now": Column(np.int16, 0, lambda person, _: person.matches_now),
    "matches_agreed": Column(
        np.int16,
        UNKNOWN,
        lambda person, _: UNKNOWN if person.matches_agreed is None else person.matches_agreed,
    ),
    "weight_allowed": Column(np.int8, 0, lambda person, _: person.weight_allowed or 0),
    "blocked": Column(
        np.bool_, 0, lambda person, _: any(not item.arrangeable for item in person.missing)
    ),
    "to_arrange": Column(
        np.bool_, 0, lambda person, _: any(item.arrangeable for item in person.missing)
    ),
    "consent": Column(np.int8, UNKNOWN, lambda person, _: _answer(person.consent)),
    "kinds": Column(np.uint8, 0, lambda person, _: sum(KIND_BITS[kind] for kind in person.kinds)),
    "rhythm_min": Column(
        np.float32, nan, lambda person, _: _rhythm(person.rhythm_min, person.rhythm_max)
    ),
    "rhythm_max": Column(
        np.float32, nan, lambda person, _: _rhythm(person.rhythm_max, person.rhythm_min)
    ),
    "term": Column(np.float32, nan, lambda person, _: _term(person)),
    "open_ended": Column(np.bool_, 0, lambda person, _: person.open_ended),
    "closeness": Column(np.uint8, 0, lambda person, _: person.closeness),
    "styles": Column(
        np.uint8, 0, lambda person, _: sum(STYLE_BITS[style] for style in person.styles)
    ),
    "autonomy": Column(np.uint8, 0, lambda person, _: person.autonomy),
    "moving_soon": Column(np.bool_, 0, lambda person, _: person.moving_soon),
    "waiting_days": Column(np.int32, 0, lambda person, _: max(person.waiting_days, 0)),
}

# Sets of words: the list of the vocabulary they come from, and how a volunteer fills them.
SETS: Mapping[str, tuple[str, Callable[[Volunteer], frozenset[str]]]] = {
    "interests": ("tag_places", lambda person: person.interests),
    "dislikes": ("tag_places", lambda person: person.dislikes),
    # Lived experience is read only with the volunteer's leave, so withdrawing works at once.
    "experience": (
        "experience_places",
        lambda person: person.experience if person.experience_allowed else frozenset(),
    ),
    "themes": ("theme_places", lambda person: frozenset(person.common_ground)),
    "own_tags": ("own_places", lambda person: person.own_tags),
    "allergies": ("allergen_places", lambda person: person.allergies or frozenset()),
    "brings": ("allergen_places", lambda person: person.brings),
    "refuses": ("task_places", lambda person: person.refuses),
}


def levels_of(volunteers: list[Volunteer], words: Vocabulary) -> NDArray[np.int8]:
    """Language levels with the shape (languages, people): 0 not spoken, 1 to 3, -1 level unknown."""
    levels = np.zeros((len(words.languages), len(volunteers)), dtype=np.int8)
    for person, volunteer in enumerate(volunteers):
        for language, level in volunteer.languages.items():
            levels[words.language_places[language], person] = level or LEVEL_UNKNOWN
    return levels


def columns_of(volunteers: list[Volunteer], words: Vocabulary) -> dict[str, Any]:
    """All columns and sets of these volunteers."""
    columns: dict[str, Any] = {
        name: np.array([column.read(person, words) for person in volunteers], dtype=column.dtype)
        for name, column in COLUMNS.items()
    }
    for name, (places, read) in SETS.items():
        index: dict[str, int] = getattr(words, places)
        columns[name] = Bits.of_sets([read(person) for person in volunteers], index)
    columns["levels"] = levels_of(volunteers, words)
    return columns
