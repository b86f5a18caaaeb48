"""Each hard check refuses and accepts, on both sides, and never on what nobody knows."""

from dataclasses import replace
from typing import Any

import pytest

from naast.matching.hard import HARD_CHECKS, exclusions
from naast.matching.places import why_not
from naast.matching.questions import QUESTIONS
from naast.matching.shortlist import shortlist
from naast.matching.terms import Missing, Volunteer, Weight, Wish, part_of_week
from tests.matching.cast import FRIDAY_MORNING, HOME, KM, bea, pairs_of, pool_of, wish

Changes = dict[str, Any]


def codes(asked: Wish, volunteer: Volunteer) -> tuple[str, ...]:
    return exclusions(asked, pool_of(volunteer)).codes(0)


def test_the_cast_is_possible() -> None:
    assert codes(wish(), bea()) == ()


# code, what the participant says, what the volunteer says
REFUSED: list[tuple[str, Changes, Changes]] = [
    ("too_far", {"max_km": 0.5}, {}),
    ("too_far", {}, {"max_km": 0.5}),
    ("no_shared_time", {"free": FRIDAY_MORNING}, {}),
    ("language", {"languages": {"tr": 3}}, {}),
    ("language", {"languages": {"pl": 1}}, {}),
    ("gender_wish", {"gender_asked": frozenset({"man"})}, {}),
    ("gender_wish", {}, {"gender_asked": frozenset({"woman"})}),
    ("smoking", {"home_has_smoker": True}, {"accepts_smoking": False}),
    ("smoking", {"no_smoker": True}, {"smokes": True}),
    ("pets", {"home_has_pets": True}, {"accepts_pets": False}),
    ("stairs", {"stairs": True}, {"climbs_stairs": False}),
    ("allergies", {"allergens": frozenset({"cat"})}, {"allergies": frozenset({"cat"})}),
    ("allergies", {"allergies": frozenset({"dog"})}, {"brings": frozenset({"dog"})}),
    ("lives_too_near", {"rather_not_nearby": True}, {}),
    ("lives_too_near", {}, {"rather_not_nearby": True}),
    (
        "lives_too_near",
        {"rather_not_nearby": True, "postcode": "9030"},
        {"latitude": HOME + 4 * KM},
    ),
    ("ended_before", {"ended_with": frozenset({"bea"})}, {}),
    ("avoid", {"avoid": frozenset({"bea"})}, {}),
    ("avoid", {}, {"avoids": frozenset({"pia"})}),
    ("avoid", {"people": frozenset({"pia", "bea"})}, {}),
    ("load_full", {}, {"matches_now": 2}),
    ("load_full", {}, {"matches_now": 0, "matches_agreed": 0}),
    ("weight_not_allowed", {"weight": Weight.HEAVY}, {}),
    ("not_ready", {}, {"missing": (Missing("check", "Extract", arrangeable=False),)}),
    ("no_consent", {"consent": False}, {}),
    ("no_consent", {}, {"consent": False}),
    ("task_refused", {"tasks": frozenset({"cook"})}, {"refuses": frozenset({"cook"})}),
    ("needs_coach_or_fallback", {"has_coach": False}, {}),
    ("needs_coach_or_fallback", {"has_fallback": False}, {}),
]

ACCEPTED: list[tuple[Changes, Changes]] = [
    ({"max_km": 1.5}, {"max_km": 1.5}),
    ({"free": part_of_week(6, 2)}, {"free": part_of_week(6, 2) | FRIDAY_MORNING}),
    ({"languages": {"pl": 3, "tr": 2}}, {}),
    ({"gender_asked": frozenset({"woman", "man"})}, {"gender_asked": frozenset({"man"})}),
    ({"home_has_smoker": True, "no_smoker": True}, {}),
    ({"home_has_smoker": False}, {"accepts_smoking": False, "smokes": True}),
    ({"home_has_pets": True}, {}),
    ({"home_has_pets": False}, {"accepts_pets": False}),
    ({"stairs": True}, {}),
    ({"stairs": False}, {"climbs_stairs": False}),
    ({"allergens": frozenset({"dog"})}, {"allergies": frozenset({"cat"})}),
    ({"allergies": frozenset({"cat"})}, {"brings": frozenset({"dog"})}),
    ({"rather_not_nearby": True}, {"latitude": HOME + 3 * KM}),
    ({"rather_not_nearby": True, "near_km": 0.5}, {}),
    (
        {"rather_not_nearby": True, "postcode": "9030", "same_postcode_is_near": False},
        {"latitude": HOME + 3 * KM},
    ),
    ({"ended_with": frozenset({"chris"}), "avoid": frozenset({"dee"})}, {}),
    ({}, {"avoids": frozenset({"somebody else"})}),
    ({}, {"matches_now": 1}),
    ({"weight": Weight.MEDIUM}, {}),
    ({}, {"missing": (Missing("training", "Basics"),)}),
    ({"tasks": frozenset({"walk"})}, {"refuses": frozenset({"cook"})}),
]


@pytest.mark.parametrize(("code", "asked", "told"), REFUSED)
def test_a_limit_of_either_side_excludes_and_says_why(
    code: str, asked: Changes, told: Changes
) -> None:
    assert codes(wish(**asked), bea(**told)) == (code,)


@pytest.mark.parametrize(("asked", "told"), ACCEPTED)
def test_what_keeps_within_the_limits_is_possible(asked: Changes, told: Changes) -> None:
    assert codes(wish(**asked), bea(**told)) == ()


def test_every_hard_check_has_a_refused_example() -> None:
    assert {code for code, _asked, _told in REFUSED} == set(HARD_CHECKS)


@pytest.mark.covers("S2-13")
def test_a_task_that_the_volunteer_does_not_do_keeps_the_wish_away() -> None:
    pool = pool_of(bea(refuses=frozenset({"cook"})), bea(id="chris"))
    found = shortlist(wish(tasks=frozenset({"cook"})), pool)
    assert [candidate.volunteer_id for candidate in found.candidates] == ["chris"]
    assert found.excluded == {"task_refused": 1}


@pytest.mark.covers("S2-19")
def test_rather_not_from_my_neighbourhood_leaves_the_neighbours_out() -> None:
    pool = pool_of(bea(), bea(id="far", latitude=HOME + 3 * KM))
    open_to_all = shortlist(wish(), pool)
    found = shortlist(wish(rather_not_nearby=True), pool)
    assert len(open_to_all.candidates) == 2
    assert [candidate.volunteer_id for candidate in found.candidates] == ["far"]
    assert found.excluded == {"lives_too_near": 1}


@pytest.mark.covers("S1-95")
def test_the_language_must_be_spoken_at_the_level_that_is_needed() -> None:
    pool = pool_of(
        bea(id="little", languages={"tr": 1}),
        bea(id="enough", languages={"tr": 2}),
        bea(id="other", languages={"nl": 3}),
    )
    found = shortlist(wish(languages={"tr": 2}), pool)
    assert [candidate.volunteer_id for candidate in found.candidates] == ["enough"]
    assert found.excluded == {"language": 2}


def test_a_volunteer_who_keeps_distance_does_not_keep_the_neighbours_away() -> None:
    found = exclusions(wish(), pool_of(bea(rather_not_nearby=True), bea(id="chris")))
    assert found.passes.tolist() == [False, True]


UNKNOWN_WISHES: list[Changes] = [
    {"latitude": None, "longitude": None},
    {"max_km": None},
    {"free": 0},
    {"languages": {}},
    {"gender": ""},
    {"home_has_smoker": None},
    {"home_has_pets": None},
    {"stairs": None},
    {"weight": None},
    {"consent": None},
    {"has_coach": None},
]

# Of whom nothing at all is known, and of whom only limits are known.
STRANGER = Volunteer(id="bea")
STRICT = bea(
    accepts_smoking=False,
    accepts_pets=False,
    climbs_stairs=False,
    gender_asked=frozenset({"man"}),
    allergies=frozenset({"cat"}),
)
# A wish that asks for everything at once.
DEMANDING = wish(
    gender_asked=frozenset({"woman"}),
    home_has_smoker=True,
    no_smoker=True,
    home_has_pets=True,
    allergens=frozenset({"cat"}),
    stairs=True,
    rather_not_nearby=True,
    postcode="9999",
    tasks=frozenset({"cook"}),
)


@pytest.mark.parametrize("volunteer", [STRANGER, STRICT])
@pytest.mark.parametrize("changes", UNKNOWN_WISHES)
def test_what_the_participant_did_not_tell_excludes_nobody(
    volunteer: Volunteer, changes: Changes
) -> None:
    assert codes(wish(**changes), volunteer) == ()


def test_a_volunteer_of_whom_nothing_is_known_is_excluded_by_nothing() -> None:
    assert codes(DEMANDING, STRANGER) == ()


def test_a_language_of_unknown_level_is_a_question() -> None:
    volunteer = bea(languages={"tr": None})
    assert codes(wish(languages={"tr": 3}), volunteer) == ()
    _participant, asked = QUESTIONS["language"](pairs_of(wish(languages={"tr": 3}), volunteer))
    assert asked.tolist() == [True]


def test_everything_unknown_becomes_a_question_to_the_one_who_knows() -> None:
    pairs = pairs_of(DEMANDING, STRANGER)
    asked = {subject for subject, question in QUESTIONS.items() if question(pairs)[1].any()}
    assert asked == set(QUESTIONS) - {"backing"}
    unknown = pairs_of(Wish(id="empty", home_has_pets=True), STRICT)
    asked = {subject for subject, question in QUESTIONS.items() if question(unknown)[0].any()}
    assert asked == set(QUESTIONS) - {"room", "common_ground", "pets"}


def test_nothing_is_asked_when_all_is_told() -> None:
    pairs = pairs_of(wish(), bea())
    asked = [subject for subject, question in QUESTIONS.items() if any(map(any, question(pairs)))]
    assert asked == []


def test_somebody_can_be_left_out_for_several_reasons_at_once() -> None:
    volunteer = bea(matches_now=2, consent=False)
    found = exclusions(wish(), pool_of(volunteer, bea(id="chris")))
    assert found.counts == {"no_consent": 1, "load_full": 1}
    assert found.codes(0) == ("no_consent", "load_full")
    assert found.passes.tolist() == [False, True]


def test_why_not_carries_what_the_sentence_needs() -> None:
    volunteer = bea(
        max_km=0.5,
        matches_now=2,
        missing=(Missing("check", "Extract", arrangeable=False), Missing("training", "Basics")),
    )
    reasons = {reason.code: reason.values for reason in why_not(wish(), pool_of(volunteer), "bea")}
    assert reasons == {
        "not_ready": {"names": ("Extract",)},
        "load_full": {"now": 2, "agreed": 2},
        "too_far": {"km": 1.0},
    }
    assert why_not(wish(), pool_of(bea()), "bea") == ()
    with pytest.raises(KeyError):
        why_not(wish(), pool_of(bea()), "nobody")


def test_a_household_counts_as_all_its_members() -> None:
    household = replace(wish(), people=frozenset({"pia", "piet"}))
    assert codes(household, bea(avoids=frozenset({"piet"}))) == ("avoid",)
