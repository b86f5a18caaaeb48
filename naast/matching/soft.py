"""Soft fit of B13.2: each part gives 0 to 1 per volunteer, and NaN where it isn't known."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from math import nan

import numpy as np
from numpy.typing import NDArray

from naast.matching.bits import Bits
from naast.matching.columns import KIND_BITS, LEVEL_UNKNOWN, STYLE_BITS
from naast.matching.pairs import Pairs
from naast.matching.pool import BoolArray, FloatArray
from naast.matching.terms import Wish

# B13.2: expectations are heaviest, because only they decide whether a pair lasts.
DEFAULT_WEIGHTS: Mapping[str, float] = {
    "expectations": 35,
    "interests": 15,
    "dislikes": 5,
    "experience": 10,
    "language": 10,
    "nearness": 10,
    "style": 10,
    "theme": 5,
}

# Design choices: three shared interests or two shared dislikes are as good as ten.
ENOUGH_INTERESTS = 3
ENOUGH_DISLIKES = 2
# Where nobody gave a travel limit, nearness fades out at the size of a town.
TOWN_KM = 15.0
SMALLEST_LIMIT_KM = 0.5
CLOSENESS_SPAN = 2
# How easily two people talk: fluent, better than asked, just as asked.
FLUENT, FLUENT_LEVEL = 1.0, 3
BETTER_THAN_ASKED, AS_ASKED = 0.9, 0.7


def _known(value: FloatArray, known: BoolArray) -> FloatArray:
    return np.where(known, value, np.float32(nan))


def _table(codes: NDArray[np.uint8], values: list[float]) -> FloatArray:
    # Codes never pass the end of the table; wrapping only spares NumPy the check.
    return np.array(values, dtype=np.float32).take(codes, mode="wrap")


# -- expectations ---------------------------------------------------------------------------------


def kind(pairs: Pairs) -> FloatArray:
    """Does the volunteer want to be what the participant asks: ally, coach or mentor?"""
    if pairs.wish.kind is None:
        return pairs.unknown
    bit = KIND_BITS[pairs.wish.kind]
    return _table(pairs.pool.kinds, [nan, *(1.0 if kinds & bit else 0.0 for kinds in range(1, 8))])


def rhythm(pairs: Pairs) -> FloatArray:
    """1 inside the volunteer's rhythm, else the smaller over the larger."""
    wish, pool = pairs.wish, pairs.pool
    if not wish.rhythm:
        return pairs.unknown
    asked = np.float32(wish.rhythm)
    fits: FloatArray = np.minimum(pool.rhythm_max / asked, asked / pool.rhythm_min)
    return np.minimum(fits, np.float32(1))


def term(pairs: Pairs) -> FloatArray:
    """The part of the asked term that the volunteer intends to stay."""
    if not pairs.wish.term_months:
        return pairs.unknown
    fits: FloatArray = pairs.pool.term / np.float32(pairs.wish.term_months)
    return np.minimum(fits, np.float32(1))


def closeness(pairs: Pairs) -> FloatArray:
    """How near both want to come to each other."""
    asked = pairs.wish.closeness
    if not asked:
        return pairs.unknown
    return _table(
        pairs.pool.closeness, [nan, *(1 - abs(asked - own) / CLOSENESS_SPAN for own in (1, 2, 3))]
    )


def own_wish(pairs: Pairs) -> FloatArray:
    """1 where the volunteer answers an own criterion of the participant.

    Never 0: nobody has to tell such a thing, so silence must not count against a person (B13.6).
    """
    wish, pool = pairs.wish, pairs.pool
    if not wish.own_criteria:
        return pairs.unknown
    answered = pool.own_tags.shared(wish.own_criteria, pool.vocabulary.own_places) > 0
    return _known(pairs.everyone.astype(np.float32), answered)


EXPECTATIONS: Mapping[str, Callable[[Pairs], FloatArray]] = {
    "rhythm": rhythm,
    "term": term,
    "kind": kind,
    "closeness": closeness,
    "own_wish": own_wish,
}


def mean_of_known(pairs: Pairs, values: Collection[FloatArray]) -> FloatArray:
    """The mean over what is known of each volunteer."""
    told = [value for value in values if value is not pairs.unknown]
    if not told:
        return pairs.unknown
    total = np.zeros(len(pairs.pool), dtype=np.float32)
    count = np.zeros(len(pairs.pool), dtype=np.uint8)
    for value in told:
        total += np.fmax(value, np.float32(0))
        count += ~np.isnan(value)
    # Nothing known divides by NaN, so that it stays unknown.
    return total / _table(count, [nan, 1, 2, 3, 4, 5])


def expectations(pairs: Pairs) -> FloatArray:
    """Rhythm, term, kind, closeness and own wishes: the mean of the known."""
    return mean_of_known(pairs, [value(pairs) for value in EXPECTATIONS.values()])


# -- the other parts ------------------------------------------------------------------------------


def _shared(
    pairs: Pairs, own: Bits, asked: Collection[str], places: Mapping[str, int], enough: int
) -> FloatArray:
    if not asked:
        return pairs.unknown
    full = min(enough, len(asked))
    shared = own.shared(asked, places)
    value = np.minimum(shared, np.uint8(full)) * np.float32(1 / full)
    return _known(value, own.known)


def interests(pairs: Pairs) -> FloatArray:
    """What both like."""
    pool = pairs.pool
    return _shared(
        pairs,
        pool.interests,
        pairs.wish.interests,
        pool.vocabulary.tag_places,
        ENOUGH_INTERESTS,
    )


def dislikes(pairs: Pairs) -> FloatArray:
    """What neither likes: pairs with shared dislikes last longer (Raposa 2019)."""
    pool = pairs.pool
    return _shared(
        pairs, pool.dislikes, pairs.wish.dislikes, pool.vocabulary.tag_places, ENOUGH_DISLIKES
    )


def experience(pairs: Pairs) -> FloatArray:
    """Lived experience that the participant asks for and the volunteer allows to use (S3-10)."""
    pool = pairs.pool
    asked = pairs.wish.experience
    return _shared(pairs, pool.experience, asked, pool.vocabulary.experience_places, len(asked))


def language(pairs: Pairs) -> FloatArray:
    """How easily they talk in the best of the asked languages."""
    wish, pool = pairs.wish, pairs.pool
    best = pairs.unknown
    for code, needed in wish.languages.items():
        place = pool.vocabulary.language_places.get(code)
        if place is not None:
            best = np.fmax(best, _ease(pool.levels[place], needed))
    return best


def _ease(levels: NDArray[np.int8], needed: int) -> FloatArray:
    values = [nan, nan, *(_ease_of(level, needed) for level in (1, 2, 3))]
    return _table((levels - LEVEL_UNKNOWN).astype(np.uint8), values)


def _ease_of(level: int, needed: int) -> float:
    if level < needed:
        return 0.0
    if level == FLUENT_LEVEL:
        return FLUENT
    return BETTER_THAN_ASKED if level > needed else AS_ASKED


def nearness(pairs: Pairs) -> FloatArray:
    """1 next door, 0 at the travel limit; of no meaning to who prefers distance (S2-18, S2-19)."""
    wish, pool = pairs.wish, pairs.pool
    if wish.rather_not_nearby or wish.latitude is None:
        return pairs.unknown
    limit = np.maximum(pairs.limit, np.float32(SMALLEST_LIMIT_KM))
    limit[np.isnan(limit)] = TOWN_KM
    value = np.maximum(1 - pairs.distance / limit, np.float32(0))
    return _known(value, ~pool.rather_not_nearby) if pool.rather_not_nearby.any() else value


def style(pairs: Pairs) -> FloatArray:
    """Talking, doing, being quiet: the part of the wish that the volunteer shares."""
    wished = [STYLE_BITS[style] for style in pairs.wish.styles]
    if not wished:
        return pairs.unknown
    share = [sum(bool(own & bit) for bit in wished) / len(wished) for own in range(1, 8)]
    return _table(pairs.pool.styles, [nan, *share])


def theme(pairs: Pairs) -> FloatArray:
    """Common ground with the theme of the programme (S0-7)."""
    pool = pairs.pool
    asked = {pairs.wish.theme} - {""}
    return _shared(pairs, pool.themes, asked, pool.vocabulary.theme_places, 1)


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the fit. A part that the wish doesn't ask for has no weight at all."""

    code: str
    value: Callable[[Pairs], FloatArray]
    applies: Callable[[Wish], bool] = lambda _wish: True


PARTS: Mapping[str, Part] = {
    part.code: part
    for part in (
        Part("expectations", expectations),
        Part("interests", interests),
        Part("dislikes", dislikes),
        Part("experience", experience, lambda wish: bool(wish.experience)),
        Part("language", language),
        Part("nearness", nearness, lambda wish: not wish.rather_not_nearby),
        Part("style", style),
        Part("theme", theme, lambda wish: bool(wish.theme)),
    )
}


def check_weights(weights: Mapping[str, float]) -> None:
    """Raises ValueError for a part that doesn't exist or a weight below zero."""
    for code, weight in weights.items():
        if code not in PARTS:
            raise ValueError(f"there is no part {code!r}")
        if not weight >= 0:
            raise ValueError(f"the weight of {code!r} must not be below zero")


@dataclass(frozen=True)
class Fit:
    """How well each pair fits over what is known, 0 to 1 or NaN. Never leaves this room."""

    value: FloatArray
    known: FloatArray  # the share of the weight that is known
    parts: Mapping[str, FloatArray]

    def take(self, rows: NDArray[np.intp]) -> "Fit":
        """The same for some of the pairs."""
        parts = {code: value[rows] for code, value in self.parts.items()}
        return Fit(value=self.value[rows], known=self.known[rows], parts=parts)


def fit(pairs: Pairs, weights: Mapping[str, float] = DEFAULT_WEIGHTS) -> Fit:
    """The weighted parts; unknown parts are left out and the other weights rescaled."""
    check_weights(weights)
    total = np.zeros(len(pairs.pool), dtype=np.float32)
    known = np.zeros(len(pairs.pool), dtype=np.float32)
    asked = 0.0
    parts: dict[str, FloatArray] = {}
    for code, part in PARTS.items():
        weight = np.float32(weights.get(code, 0))
        if not weight or not part.applies(pairs.wish):
            continue
        asked += float(weight)
        value = part.value(pairs)
        if value is pairs.unknown:
            continue
        parts[code] = value
        total += np.fmax(value, np.float32(0)) * weight
        known += ~np.isnan(value) * weight
    with np.errstate(invalid="ignore"):  # nothing known is 0 / 0: NaN, as promised
        value = total / known
    return Fit(value=value, known=known / np.float32(asked or 1), parts=parts)
