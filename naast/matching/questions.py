"""What is still to ask before a pair can be judged: unknown never excludes, it becomes a question."""

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from naast.matching.columns import LEVEL_UNKNOWN, NO, UNKNOWN
from naast.matching.pairs import Pairs
from naast.matching.pool import BoolArray

# For which pairs the participant must be asked, and for which the volunteer.
Asked = tuple[BoolArray, BoolArray]


def _all(pairs: Pairs, answer: bool) -> BoolArray:
    return pairs.everyone if answer else pairs.nobody


def ask_place(pairs: Pairs) -> Asked:
    return _all(pairs, pairs.wish.latitude is None), np.isnan(pairs.pool.latitude)


def ask_time(pairs: Pairs) -> Asked:
    return _all(pairs, not pairs.wish.free), pairs.pool.free == 0


def ask_language(pairs: Pairs) -> Asked:
    wish, pool = pairs.wish, pairs.pool
    unsure = ~pool.languages_known
    sure = pairs.nobody
    for language, needed in wish.languages.items():
        place = pool.vocabulary.language_places.get(language)
        if place is not None:
            unsure |= pool.levels[place] == LEVEL_UNKNOWN
            sure = sure | (pool.levels[place] >= needed)
    return _all(pairs, not wish.languages), unsure & ~sure


def ask_gender(pairs: Pairs) -> Asked:
    wish, pool = pairs.wish, pairs.pool
    volunteers = pool.gender == 0 if wish.gender_asked else pairs.nobody
    participant = pairs.nobody if wish.gender else pool.gender_asked != 0
    return participant, volunteers


def ask_smoking(pairs: Pairs) -> Asked:
    wish, pool = pairs.wish, pairs.pool
    volunteers = pairs.nobody
    if wish.home_has_smoker:
        volunteers = pool.accepts_smoking == UNKNOWN
    if wish.no_smoker:
        volunteers = volunteers | (pool.smokes == UNKNOWN)
    unsure = wish.home_has_smoker is None
    return pool.accepts_smoking == NO if unsure else pairs.nobody, volunteers


def ask_pets(pairs: Pairs) -> Asked:
    return _ask_home(pairs, pairs.wish.home_has_pets, pairs.pool.accepts_pets)


def ask_stairs(pairs: Pairs) -> Asked:
    return _ask_home(pairs, pairs.wish.stairs, pairs.pool.climbs_stairs)


def _ask_home(pairs: Pairs, home: bool | None, answers: NDArray[np.int8]) -> Asked:
    """Something in the home: it only needs asking when it could matter to the other."""
    if home is None:
        return answers == NO, pairs.nobody
    return pairs.nobody, answers == UNKNOWN if home else pairs.nobody


def ask_allergies(pairs: Pairs) -> Asked:
    wish, pool = pairs.wish, pairs.pool
    kind_unknown = bool(wish.home_has_pets) and not wish.allergens
    volunteers = ~pool.allergies_asked if wish.allergens else pairs.nobody
    return pool.allergies.known if kind_unknown else pairs.nobody, volunteers


def ask_room(pairs: Pairs) -> Asked:
    return pairs.nobody, pairs.pool.matches_agreed == UNKNOWN


def ask_weight(pairs: Pairs) -> Asked:
    return _all(pairs, pairs.wish.weight is None), pairs.pool.weight_allowed == 0


def ask_consent(pairs: Pairs) -> Asked:
    return _all(pairs, pairs.wish.consent is None), pairs.pool.consent == UNKNOWN


def ask_backing(pairs: Pairs) -> Asked:
    unsure = pairs.wish.has_coach is None or pairs.wish.has_fallback is None
    return _all(pairs, unsure), pairs.nobody


def ask_kind(pairs: Pairs) -> Asked:
    return _all(pairs, pairs.wish.kind is None), pairs.pool.kinds == 0


def ask_rhythm(pairs: Pairs) -> Asked:
    return _all(pairs, not pairs.wish.rhythm), np.isnan(pairs.pool.rhythm_max)


def ask_term(pairs: Pairs) -> Asked:
    """Who said "as long as possible" has answered; that is a point to talk about (B12)."""
    return _all(pairs, not pairs.wish.term_months), np.isnan(
        pairs.pool.term
    ) & ~pairs.pool.open_ended


def ask_closeness(pairs: Pairs) -> Asked:
    return _all(pairs, not pairs.wish.closeness), pairs.pool.closeness == 0


def ask_interests(pairs: Pairs) -> Asked:
    return _all(pairs, not pairs.wish.interests), ~pairs.pool.interests.known


def ask_dislikes(pairs: Pairs) -> Asked:
    return _all(pairs, not pairs.wish.dislikes), ~pairs.pool.dislikes.known


def ask_style(pairs: Pairs) -> Asked:
    return _all(pairs, not pairs.wish.styles), pairs.pool.styles == 0


def ask_common_ground(pairs: Pairs) -> Asked:
    """The bond with the theme is asked of the volunteer (S0-7)."""
    return pairs.nobody, ~pairs.pool.themes.known if pairs.wish.theme else pairs.nobody


# In the order in which a coordinator would ask. Lived experience is not here on purpose: it is
# the volunteer's to offer (S3-10).
QUESTIONS: Mapping[str, Callable[[Pairs], Asked]] = {
    "consent": ask_consent,
    "backing": ask_backing,
    "language": ask_language,
    "time": ask_time,
    "place": ask_place,
    "rhythm": ask_rhythm,
    "term": ask_term,
    "kind": ask_kind,
    "closeness": ask_closeness,
    "room": ask_room,
    "weight": ask_weight,
    "gender": ask_gender,
    "smoking": ask_smoking,
    "pets": ask_pets,
    "allergies": ask_allergies,
    "stairs": ask_stairs,
    "interests": ask_interests,
    "dislikes": ask_dislikes,
    "style": ask_style,
    "common_ground": ask_common_ground,
}
