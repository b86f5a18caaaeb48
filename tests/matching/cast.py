"""A volunteer and a wish about whom nearly everything is known, to change one thing at a time."""

from dataclasses import replace
from typing import Any

from naast.matching.pairs import Pairs
from naast.matching.pool import Pool
from naast.matching.terms import Kind, Style, Volunteer, Weight, Wish, part_of_week
from naast.matching.vocabulary import Vocabulary

TUESDAY_AFTERNOON = part_of_week(1, 1)
FRIDAY_MORNING = part_of_week(4, 0)

# About 1.1 km of latitude each.
HOME = 51.05
KM = 0.009

NAMES = {"tr": "Turkish", "nl": "Dutch", "garden": "gardening", "crowds": "crowds"}

BEA = Volunteer(
    id="bea",
    latitude=HOME + KM,
    longitude=3.72,
    postcode="9030",
    max_km=10,
    languages={"nl": 3, "tr": 2},
    gender="woman",
    free=TUESDAY_AFTERNOON,
    smokes=False,
    accepts_smoking=True,
    accepts_pets=True,
    climbs_stairs=True,
    allergies=frozenset(),
    matches_now=0,
    matches_agreed=2,
    weight_allowed=Weight.MEDIUM,
    consent=True,
    kinds=frozenset({Kind.ALLY}),
    rhythm_min=2,
    rhythm_max=4,
    term_months=12,
    closeness=2,
    interests=frozenset({"garden", "chess"}),
    dislikes=frozenset({"crowds"}),
    experience=frozenset({"grief"}),
    experience_allowed=True,
    styles=frozenset({Style.TALK}),
    common_ground={"loss": "lost a parent in this house"},
)

WISH = Wish(
    id="wish",
    people=frozenset({"pia"}),
    latitude=HOME,
    longitude=3.72,
    postcode="9000",
    max_km=10,
    languages={"nl": 2},
    gender="man",
    free=TUESDAY_AFTERNOON | FRIDAY_MORNING,
    home_has_smoker=False,
    home_has_pets=False,
    stairs=False,
    kind=Kind.ALLY,
    rhythm=4,
    term_months=12,
    closeness=2,
    interests=frozenset({"garden", "chess"}),
    dislikes=frozenset({"crowds"}),
    experience=frozenset({"grief"}),
    styles=frozenset({Style.TALK}),
    theme="loss",
    weight=Weight.LIGHT,
    consent=True,
    has_coach=True,
    has_fallback=True,
)


def bea(**changes: Any) -> Volunteer:
    return replace(BEA, **changes)


def wish(**changes: Any) -> Wish:
    return replace(WISH, **changes)


def pool_of(*volunteers: Volunteer) -> Pool:
    return Pool.build(volunteers, Vocabulary.collect(volunteers, NAMES))


def pairs_of(asked: Wish, *volunteers: Volunteer) -> Pairs:
    return Pairs(asked, pool_of(*volunteers))
