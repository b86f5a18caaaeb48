"""Each soft part: what it gives, and that unknown stays unknown."""

from dataclasses import fields
from math import isnan
from typing import Any

import numpy as np
import pytest

from naast.matching.distance import kilometres
from naast.matching.pool import Pool
from naast.matching.soft import DEFAULT_WEIGHTS, EXPECTATIONS, PARTS, fit
from naast.matching.terms import Kind, Style, Volunteer, Wish
from tests.matching.cast import HOME, KM, bea, pairs_of, wish

Changes = dict[str, Any]

# part, what the participant says, what the volunteer says, what it gives (None is unknown)
VALUES: list[tuple[str, Changes, Changes, float | None]] = [
    ("kind", {}, {}, 1),
    ("kind", {}, {"kinds": frozenset({Kind.MENTOR, Kind.COACH})}, 0),
    ("kind", {}, {"kinds": frozenset()}, None),
    ("kind", {"kind": None}, {}, None),
    ("rhythm", {}, {}, 1),
    ("rhythm", {"rhythm": 4}, {"rhythm_min": 1, "rhythm_max": 2}, 0.5),
    ("rhythm", {"rhythm": 1}, {}, 0.5),
    ("rhythm", {}, {"rhythm_min": None, "rhythm_max": 2}, 0.5),
    ("rhythm", {}, {"rhythm_min": None, "rhythm_max": None}, None),
    ("rhythm", {"rhythm": None}, {}, None),
    ("term", {}, {}, 1),
    ("term", {}, {"term_months": 24}, 1),
    ("term", {}, {"term_months": 6}, 0.5),
    ("term", {}, {"term_months": None}, None),
    ("term", {}, {"open_ended": True}, None),
    ("term", {"term_months": None}, {}, None),
    ("closeness", {}, {}, 1),
    ("closeness", {"closeness": 1}, {"closeness": 3}, 0),
    ("closeness", {}, {"closeness": 3}, 0.5),
    ("closeness", {}, {"closeness": 0}, None),
    ("own_wish", {"own_criteria": frozenset({"own"})}, {"own_tags": frozenset({"own"})}, 1),
    ("own_wish", {"own_criteria": frozenset({"own"})}, {}, None),
    ("own_wish", {}, {"own_tags": frozenset({"own"})}, None),
    ("expectations", {}, {}, 1),
    ("expectations", {}, {"closeness": 3}, 0.875),
    ("expectations", {}, {"closeness": 3, "term_months": None, "kinds": frozenset()}, 0.75),
    ("interests", {}, {}, 1),
    ("interests", {}, {"interests": frozenset({"chess", "cars"})}, 0.5),
    ("interests", {}, {"interests": frozenset({"cars"})}, 0),
    ("interests", {}, {"interests": frozenset()}, None),
    ("interests", {"interests": frozenset()}, {}, None),
    ("interests", {"interests": frozenset("abcdefgh")}, {"interests": frozenset("abc")}, 1),
    ("dislikes", {}, {}, 1),
    ("dislikes", {}, {"dislikes": frozenset({"rain"})}, 0),
    ("dislikes", {}, {"dislikes": frozenset()}, None),
    ("experience", {}, {}, 1),
    ("experience", {"experience": frozenset({"grief", "debt"})}, {}, 0.5),
    ("experience", {}, {"experience": frozenset()}, None),
    ("experience", {}, {"experience_allowed": False}, None),
    ("language", {}, {}, 1),
    ("language", {"languages": {"tr": 2}}, {}, 0.7),
    ("language", {"languages": {"tr": 1}}, {}, 0.9),
    ("language", {"languages": {"tr": 1, "nl": 1}}, {}, 1),
    ("language", {"languages": {"tr": 1}}, {"languages": {"tr": None}}, None),
    ("language", {"languages": {"pl": 1}}, {"languages": {}}, None),
    ("language", {"languages": {}}, {}, None),
    ("nearness", {}, {"latitude": HOME}, 1),
    ("nearness", {}, {"latitude": HOME + 2 * KM, "max_km": 4}, 0.5),
    ("nearness", {"max_km": None}, {"latitude": HOME + 3 * KM, "max_km": None}, 0.8),
    ("nearness", {}, {"latitude": HOME + 100 * KM}, 0),
    ("nearness", {}, {"latitude": None}, None),
    ("nearness", {"latitude": None}, {}, None),
    ("nearness", {"rather_not_nearby": True}, {}, None),
    ("nearness", {}, {"rather_not_nearby": True}, None),
    ("style", {}, {}, 1),
    ("style", {"styles": frozenset({Style.TALK, Style.DO})}, {}, 0.5),
    ("style", {}, {"styles": frozenset({Style.QUIET})}, 0),
    ("style", {}, {"styles": frozenset()}, None),
    ("theme", {}, {}, 1),
    ("theme", {"theme": "debt"}, {}, 0),
    ("theme", {}, {"common_ground": {}}, None),
    ("theme", {"theme": ""}, {}, None),
]


@pytest.mark.parametrize(("part", "asked", "told", "expected"), VALUES)
def test_a_part_gives_what_is_known_and_nothing_else(
    part: str, asked: Changes, told: Changes, expected: float | None
) -> None:
    pairs = pairs_of(wish(**asked), bea(**told))
    measure = EXPECTATIONS[part] if part in EXPECTATIONS else PARTS[part].value
    found = float(measure(pairs)[0])
    if expected is None:
        assert isnan(found)
    else:
        assert found == pytest.approx(expected, abs=0.01)


def test_every_part_is_measured_above() -> None:
    assert {part for part, *_rest in VALUES} == set(PARTS) | set(EXPECTATIONS)
    assert set(DEFAULT_WEIGHTS) == set(PARTS)


def test_expectations_are_the_heaviest_part() -> None:
    heaviest = max(DEFAULT_WEIGHTS, key=lambda part: DEFAULT_WEIGHTS[part])
    assert heaviest == "expectations"
    assert sum(DEFAULT_WEIGHTS.values()) == 100


@pytest.mark.covers("S2-18")
def test_who_lives_nearer_fits_better() -> None:
    pairs = pairs_of(wish(), bea(), bea(id="far", latitude=HOME + 6 * KM))
    near, far = fit(pairs).value.tolist()
    assert near > far


@pytest.mark.covers("S3-10")
def test_lived_experience_counts_only_while_the_volunteer_allows_it() -> None:
    other = bea(id="other", experience=frozenset({"debt"}))
    allowed = fit(pairs_of(wish(), bea(), other))
    withdrawn = fit(pairs_of(wish(), bea(experience_allowed=False), other))
    assert allowed.parts["experience"].tolist() == [1, 0]
    assert isnan(withdrawn.parts["experience"][0])


def test_unknown_parts_are_left_out_and_the_weights_rescaled() -> None:
    known = fit(pairs_of(wish(closeness=1), bea(closeness=3)))
    unknown = fit(pairs_of(wish(closeness=1), bea(closeness=3, interests=frozenset())))
    assert unknown.known[0] == pytest.approx(0.85)
    without = {**DEFAULT_WEIGHTS, "interests": 0}
    assert unknown.value[0] == pytest.approx(
        float(fit(pairs_of(wish(closeness=1), bea(closeness=3)), without).value[0])
    )
    assert known.value[0] > unknown.value[0]


def test_a_part_that_is_not_asked_for_has_no_weight() -> None:
    asked = wish(experience=frozenset(), theme="", rather_not_nearby=True)
    found = fit(pairs_of(asked, bea(latitude=HOME + 3 * KM)))
    assert set(found.parts) == {"expectations", "interests", "dislikes", "language", "style"}
    assert found.known[0] == pytest.approx(1)


def test_nothing_known_is_not_a_number_and_no_warning() -> None:
    found = fit(pairs_of(Wish(id="empty"), Volunteer(id="nobody")))
    assert isnan(found.value[0])
    assert found.known[0] == 0


def test_weights_come_from_the_programme() -> None:
    only_near = fit(pairs_of(wish(), bea(latitude=HOME, closeness=0)), {"nearness": 3})
    assert only_near.value[0] == pytest.approx(1)
    assert set(only_near.parts) == {"nearness"}


@pytest.mark.parametrize("weights", [{"origin": 5}, {"style": -1}, {"style": float("nan")}])
def test_weights_that_mean_nothing_are_refused(weights: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=r"origin|style"):
        fit(pairs_of(wish(), bea()), weights)


def test_origin_health_and_religion_are_not_known_to_the_engine() -> None:
    forbidden = ["origin", "ethnic", "race", "nation", "health", "diagnos", "religion", "faith"]
    forbidden += ["orientation", "belief", "birth", "income"]
    names = {field.name for kind in (Wish, Volunteer, Pool) for field in fields(kind)}
    # "allergies" are a limit of the person, "own_criteria" and "own_tags" an own wish (B13.6).
    assert not [name for name in names for word in forbidden if word in name]


def test_distance_agrees_with_a_known_one() -> None:
    # Brussels South to Antwerp Central: 42.4 km by the same formula in double precision.
    places = np.radians(np.array([[51.2172], [4.4211]], dtype=np.float64)).astype(np.float32)
    start = np.radians([50.8357, 4.3360]).tolist()
    found = float(kilometres(start[0], start[1], places[0], places[1])[0])
    assert found == pytest.approx(42.84, abs=0.05)


def test_distance_is_zero_at_home_and_half_the_earth_at_the_other_side() -> None:
    places = np.array([[0.0, 0.0, np.nan], [0.0, np.pi, 0.0]], dtype=np.float32)
    found = kilometres(0.0, 0.0, places[0], places[1])
    assert found[0] == 0
    assert found[1] == pytest.approx(20015, abs=1)
    assert np.isnan(found[2])
