"""Laws that hold for any wish and any pool."""

from dataclasses import replace
from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from naast.matching.hard import exclusions
from naast.matching.pairs import Pairs
from naast.matching.pool import Pool
from naast.matching.reasons import MOST_POINTS, MOST_REASONS
from naast.matching.shortlist import Word, shortlist, words
from naast.matching.soft import DEFAULT_WEIGHTS, PARTS, fit
from naast.matching.terms import Kind, Missing, Pattern, Style, Volunteer, Weight, Wish

DEGREES = st.floats(50.9, 51.2)
ANSWER = st.sampled_from((None, True, False))
WEEK = st.integers(0, 2**21 - 1)


def some(*members: Any) -> st.SearchStrategy[frozenset[Any]]:
    return st.frozensets(st.sampled_from(members))


TAGS = some("garden", "chess", "cars", "crowds", "rain")
ALLERGENS = some("cat", "dog")
PEOPLE = some("pia", "piet", "p0", "p1")
MONTHS = st.sampled_from((None, 3.0, 12.0, 24.0))
VISITS = st.sampled_from((None, 0.0, 1.0, 2.0, 4.0))

VOLUNTEER: dict[str, st.SearchStrategy[Any]] = {
    "latitude": st.none() | DEGREES,
    "longitude": st.floats(3.6, 3.9),
    "postcode": st.sampled_from(("", "9000", "9030")),
    "max_km": st.none() | st.floats(0, 30, width=32),
    "rather_not_nearby": st.booleans(),
    "languages": st.dictionaries(st.sampled_from(("nl", "tr")), st.sampled_from((None, 1, 2, 3))),
    "gender": st.sampled_from(("", "woman", "man")),
    "gender_asked": some("woman", "man"),
    "free": WEEK,
    "smokes": ANSWER,
    "accepts_smoking": ANSWER,
    "accepts_pets": ANSWER,
    "climbs_stairs": ANSWER,
    "allergies": st.none() | ALLERGENS,
    "brings": ALLERGENS,
    "matches_now": st.integers(0, 3),
    "matches_agreed": st.none() | st.integers(0, 4),
    "weight_allowed": st.none() | st.sampled_from(Weight),
    "missing": st.just(())
    | st.builds(lambda can: (Missing("training", "Basics", can),), st.booleans()),
    "consent": ANSWER,
    "kinds": some(*Kind),
    "rhythm_min": VISITS,
    "rhythm_max": VISITS,
    "term_months": MONTHS,
    "open_ended": st.booleans(),
    "closeness": st.integers(0, 3),
    "interests": TAGS,
    "dislikes": TAGS,
    "experience": some("grief", "debt"),
    "experience_allowed": st.booleans(),
    "styles": some(*Style),
    "common_ground": st.dictionaries(st.sampled_from(("loss", "debt")), st.just("own words")),
    "refuses": some("cook", "drive"),
    "avoids": PEOPLE,
    "own_tags": some("prays"),
    "autonomy": st.integers(0, 3),
    "moving_soon": st.booleans(),
    "waiting_days": st.integers(0, 500),
}

WISH: dict[str, st.SearchStrategy[Any]] = {
    "people": PEOPLE,
    "latitude": st.none() | DEGREES,
    "longitude": st.floats(3.6, 3.9),
    "postcode": st.sampled_from(("", "9000", "9030")),
    "max_km": st.none() | st.floats(0, 30, width=32),
    "rather_not_nearby": st.booleans(),
    "languages": st.dictionaries(st.sampled_from(("nl", "tr", "pl")), st.integers(1, 3)),
    "gender": st.sampled_from(("", "woman", "man")),
    "gender_asked": some("woman", "man"),
    "free": WEEK,
    "home_has_smoker": ANSWER,
    "no_smoker": st.booleans(),
    "home_has_pets": ANSWER,
    "allergens": ALLERGENS,
    "allergies": ALLERGENS,
    "stairs": ANSWER,
    "avoid": PEOPLE,
    "ended_with": PEOPLE,
    "kind": st.none() | st.sampled_from(Kind),
    "rhythm": VISITS,
    "term_months": MONTHS,
    "closeness": st.integers(0, 3),
    "interests": TAGS,
    "dislikes": TAGS,
    "experience": some("grief", "debt"),
    "styles": some(*Style),
    "theme": st.sampled_from(("", "loss")),
    "weight": st.none() | st.sampled_from(Weight),
    "tasks": some("cook", "walk"),
    "own_criteria": some("prays"),
    "pattern": st.none() | st.sampled_from(Pattern),
    "consent": ANSWER,
    "has_coach": ANSWER,
    "has_fallback": ANSWER,
}

# What "nobody told" looks like, per thing a volunteer may leave out.
UNKNOWN: dict[str, Any] = {
    name: getattr(Volunteer(id="unknown"), name)
    for name in VOLUNTEER
    if name not in {"matches_now", "missing", "longitude", "avoids", "refuses", "brings"}
}


def _without(person: Volunteer, name: str) -> Volunteer:
    """The same person, of whom this one thing is not known."""
    unknown: dict[str, Any] = {name: UNKNOWN[name]}
    return replace(person, **unknown)


@st.composite
def volunteers(draw: st.DrawFn) -> list[Volunteer]:
    told = draw(st.lists(st.fixed_dictionaries(VOLUNTEER), min_size=1, max_size=8))
    return [Volunteer(id=f"p{number}", **one) for number, one in enumerate(told)]


WISHES = st.builds(lambda told: Wish(id="wish", **told), st.fixed_dictionaries(WISH))


@given(wish=WISHES, people=volunteers())
@settings(deadline=None, max_examples=60)
def test_who_is_excluded_never_appears_and_who_is_not_does(
    wish: Wish, people: list[Volunteer]
) -> None:
    pool = Pool.build(people)
    found = shortlist(wish, pool)
    left_out = exclusions(wish, pool)
    possible = {person for row, person in enumerate(pool.ids) if not left_out.codes(row)}
    assert {candidate.volunteer_id for candidate in found.candidates} == possible
    assert sum(found.excluded.values()) >= len(pool) - len(possible)


@given(wish=WISHES, people=volunteers())
@settings(deadline=None, max_examples=60)
def test_three_reasons_and_three_points_are_the_most(wish: Wish, people: list[Volunteer]) -> None:
    for candidate in shortlist(wish, Pool.build(people)).candidates:
        assert len(candidate.reasons) <= MOST_REASONS
        assert len(candidate.points) <= MOST_POINTS
        asked = [reason.code for reason in candidate.still_to_ask]
        assert len(asked) == len(set(asked))
        assert isinstance(candidate.word, Word)


@given(wish=WISHES, person=st.fixed_dictionaries(VOLUNTEER), name=st.sampled_from(sorted(UNKNOWN)))
@settings(deadline=None, max_examples=60)
def test_forgetting_what_a_volunteer_told_never_excludes(
    wish: Wish, person: dict[str, Any], name: str
) -> None:
    volunteer = Volunteer(id="p0", **person)
    before = set(exclusions(wish, Pool.build([volunteer])).codes(0))
    forgotten = _without(volunteer, name)
    after = set(exclusions(wish, Pool.build([forgotten])).codes(0))
    assert after <= before


@given(wish=WISHES, people=volunteers(), data=st.data())
@settings(deadline=None, max_examples=60)
def test_the_order_of_the_pool_does_not_matter(
    wish: Wish, people: list[Volunteer], data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(people))
    limit = data.draw(st.integers(1, 9))
    assert shortlist(wish, Pool.build(people), limit=limit) == shortlist(
        wish, Pool.build(shuffled), limit=limit
    )


@given(wish=WISHES, people=volunteers(), part=st.sampled_from(("interests", "dislikes")))
@settings(deadline=None, max_examples=60)
def test_a_part_that_nobody_knows_weighs_nothing(
    wish: Wish, people: list[Volunteer], part: str
) -> None:
    silent = [_without(person, part) for person in people]
    pairs = Pairs(wish, Pool.build(silent))
    without = {code: weight for code, weight in DEFAULT_WEIGHTS.items() if code != part}
    np.testing.assert_allclose(fit(pairs).value, fit(pairs, without).value, rtol=1e-5)


@given(wish=WISHES, people=volunteers(), factor=st.sampled_from((0.25, 2, 8)))
@settings(deadline=None, max_examples=60)
def test_only_the_proportion_of_the_weights_matters(
    wish: Wish, people: list[Volunteer], factor: float
) -> None:
    pairs = Pairs(wish, Pool.build(people))
    scaled = {code: weight * factor for code, weight in DEFAULT_WEIGHTS.items()}
    assert words(pairs, fit(pairs)).tolist() == words(pairs, fit(pairs, scaled)).tolist()


@given(wish=WISHES, people=volunteers())
@settings(deadline=None, max_examples=60)
def test_every_part_stays_between_nothing_and_all(wish: Wish, people: list[Volunteer]) -> None:
    pairs = Pairs(wish, Pool.build(people))
    for part in PARTS.values():
        value = part.value(pairs)
        known = value[~np.isnan(value)]
        assert ((known >= 0) & (known <= 1)).all()


def test_ten_thousand_volunteers_in_any_order_give_the_same_few() -> None:
    chance = np.random.default_rng(7)
    people = [
        Volunteer(
            id=f"p{number}",
            latitude=float(chance.normal(51, 0.1)),
            longitude=float(chance.normal(3.7, 0.1)),
            term_months=12,
            closeness=int(chance.integers(0, 4)),
            waiting_days=int(chance.integers(0, 30)),
            consent=True,
        )
        for number in range(10_000)
    ]
    wish = Wish(id="w", latitude=51, longitude=3.7, term_months=12, closeness=2, consent=True)
    weights = {"expectations": 3.0, "nearness": 1.0}
    found = shortlist(wish, Pool.build(people), weights)
    chance.shuffle(people)
    assert found == shortlist(wish, Pool.build(people), weights)
    assert found.candidates[0].word == Word.GOOD_TO_TRY
