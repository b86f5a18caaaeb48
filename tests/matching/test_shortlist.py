"""The shortlist: three words, reasons, points to talk about, and never a figure or a rank."""

from dataclasses import fields
from typing import Any

import pytest

from naast.matching.reasons import Reason
from naast.matching.shortlist import Candidate, Shortlist, Word, shortlist
from naast.matching.terms import Missing, Pattern, Style, Volunteer, Wish
from tests.matching.cast import HOME, KM, bea, pool_of, wish


def only(asked: Wish, volunteer: Volunteer) -> Candidate:
    (candidate,) = shortlist(asked, pool_of(volunteer)).candidates
    return candidate


def codes(reasons: tuple[Reason, ...]) -> tuple[str, ...]:
    return tuple(reason.code for reason in reasons)


POOR: dict[str, Any] = {
    "closeness": 0,
    "rhythm_min": 1,
    "rhythm_max": 1,
    "term_months": 3,
    "interests": frozenset({"cars"}),
    "dislikes": frozenset({"rain"}),
    "experience": frozenset({"debt"}),
    "styles": frozenset({Style.QUIET}),
    "common_ground": {},
    "latitude": HOME + 7 * KM,
}


def test_what_fits_is_good_to_try() -> None:
    assert only(wish(), bea()).word == Word.GOOD_TO_TRY


def test_what_fits_in_part_is_possible() -> None:
    volunteer = bea(
        interests=frozenset({"cars"}),
        styles=frozenset({Style.QUIET}),
        experience=frozenset({"debt"}),
    )
    assert only(wish(), volunteer).word == Word.POSSIBLE


@pytest.mark.parametrize(
    "changes",
    [
        POOR,
        {"term_months": None},
        {"open_ended": True},
        {"moving_soon": True},
        {"missing": (Missing("training", "Basics"),)},
        {"consent": None},
    ],
)
def test_what_ends_early_or_must_be_arranged_is_talked_about_first(changes: dict[str, Any]) -> None:
    assert only(wish(), bea(**changes)).word == Word.TALK_FIRST


def test_too_much_unknown_is_talked_about_first() -> None:
    unknown = bea(
        interests=frozenset(),
        dislikes=frozenset(),
        experience=frozenset(),
        styles=frozenset(),
        languages={},
        common_ground={},
    )
    assert only(wish(), unknown).word == Word.TALK_FIRST
    assert only(wish(consent=None), bea()).word == Word.TALK_FIRST


@pytest.mark.covers("S0-7")
def test_the_common_ground_that_was_found_stands_first() -> None:
    candidate = only(wish(), bea())
    ground = Reason("common_ground", {"ground": "lost a parent in this house"})
    assert candidate.reasons[0] == ground
    assert "no_common_ground" not in codes(candidate.points)


@pytest.mark.covers("S0-7")
def test_that_there_is_no_common_ground_is_said_even_beside_many_other_points() -> None:
    stranger = bea(
        **POOR,
        missing=(Missing("training", "Basics"),),
    )
    points = codes(only(wish(), stranger).points)
    assert points == ("missing_training", "term_differs", "no_common_ground")


def test_the_reasons_are_those_that_carry_most() -> None:
    candidate = only(wish(theme="", experience=frozenset(), interests=frozenset()), bea())
    assert candidate.reasons == (
        Reason("shared_dislikes", {"names": ("crowds",)}),
        Reason("expectations_agree", {"on": ("rhythm", "term", "kind", "closeness")}),
        Reason("shared_language", {"names": ("Dutch",)}),
    )


def test_time_in_common_and_nearness_are_reasons_too() -> None:
    asked = Wish(id="small", free=wish().free, latitude=HOME, longitude=3.72, consent=True)
    assert only(asked, bea()).reasons == (
        Reason("lives_near", {"km": 1.0}),
        Reason("shared_time", {"part": 4, "others": 0}),
    )


def test_points_come_in_the_order_of_what_ends_pairs_early() -> None:
    candidate = only(wish(), bea(**POOR | {"interests": frozenset({"chess"})}, moving_soon=True))
    assert candidate.points == (
        Reason("term_differs", {"asked": 12, "offered": 3}),
        Reason("moving_soon"),
        Reason("rhythm_differs", {"asked": 4, "offered": 1}),
    )


@pytest.mark.parametrize(
    ("asked", "told", "point"),
    [
        ({}, {"open_ended": True}, Reason("term_open_ended")),
        ({"term_months": None}, {}, Reason("term_not_agreed")),
        ({"rhythm": 1}, {}, Reason("rhythm_differs", {"asked": 1, "offered": 2})),
        ({"closeness": 1}, {}, Reason("volunteer_closer")),
        ({"closeness": 3}, {}, Reason("participant_closer")),
        ({}, {"matches_now": 1}, Reason("load", {"now": 1, "agreed": 2})),
        (
            {},
            {"matches_now": 1, "matches_agreed": None},
            Reason("load_not_agreed", {"now": 1}),
        ),
        ({"languages": {"tr": 2}}, {}, Reason("language_limited", {"names": ("Turkish",)})),
        ({}, {"latitude": HOME + 8 * KM}, Reason("lives_far", {"km": 8.0})),
        ({"styles": frozenset({Style.QUIET})}, {}, Reason("style_differs")),
        (
            {"dislikes": frozenset({"garden"})},
            {"dislikes": frozenset({"chess"})},
            Reason("tastes_differ", {"names": ("chess", "gardening")}),
        ),
        (
            {},
            {"missing": (Missing("key", "Badge"),)},
            Reason("missing_other", {"names": ("Badge",)}),
        ),
    ],
)
def test_a_difference_is_a_point_to_talk_about(
    asked: dict[str, Any], told: dict[str, Any], point: Reason
) -> None:
    assert only(wish(), bea()).points == ()
    assert only(wish(**asked), bea(**told)).points == (point,)


@pytest.mark.parametrize(
    ("pattern", "autonomy", "expected"),
    [
        (Pattern.EXTRA, 3, ("wants_more_room",)),
        (Pattern.OWNER, 1, ("wants_more_guidance",)),
        (Pattern.PEER, 2, ()),
        (Pattern.EXTRA, 0, ()),
        (None, 3, ()),
    ],
)
def test_the_wish_to_decide_is_laid_beside_the_pattern_of_the_programme(
    pattern: Pattern | None, autonomy: int, expected: tuple[str, ...]
) -> None:
    assert codes(only(wish(pattern=pattern), bea(autonomy=autonomy)).points) == expected


def test_what_is_still_to_ask_says_whom() -> None:
    candidate = only(wish(interests=frozenset()), bea(interests=frozenset(), styles=frozenset()))
    assert candidate.still_to_ask == (
        Reason("ask_interests", {"who": "both"}),
        Reason("ask_style", {"who": "volunteer"}),
    )


@pytest.mark.covers("S3-10")
def test_withdrawn_experience_is_neither_a_reason_nor_a_question() -> None:
    asked = wish(theme="", interests=frozenset(), dislikes=frozenset())
    assert "shared_experience" in codes(only(asked, bea()).reasons)
    candidate = only(asked, bea(experience_allowed=False))
    assert "shared_experience" not in codes(candidate.reasons)
    assert not [reason for reason in candidate.still_to_ask if "experience" in reason.code]


def test_a_part_without_weight_is_never_read_out() -> None:
    pool = pool_of(bea())
    (candidate,) = shortlist(wish(), pool, {"expectations": 1}).candidates
    assert codes(candidate.reasons) == ("expectations_agree", "shared_time")


def test_an_own_criterion_helps_who_answers_it_and_hurts_nobody() -> None:
    asked = wish(own_criteria=frozenset({"prays"}), closeness=0, rhythm=None, term_months=None)
    answered = only(asked, bea(own_tags=frozenset({"prays"})))
    silent = only(asked, bea())
    assert answered.word == silent.word == Word.GOOD_TO_TRY
    assert "own_wish" in str(answered.reasons)
    assert "own_wish" not in str(silent.reasons)
    assert silent.still_to_ask == answered.still_to_ask


def test_inside_a_word_the_longest_waiting_comes_first_whatever_the_fit() -> None:
    pool = pool_of(
        bea(id="best", waiting_days=1),
        bea(id="b", closeness=1, waiting_days=30),
        bea(id="a", closeness=1, waiting_days=30),
        bea(id="talk", term_months=None, waiting_days=900),
    )
    found = shortlist(wish(), pool).candidates
    assert [candidate.volunteer_id for candidate in found] == ["a", "b", "best", "talk"]


def test_with_little_room_the_words_go_first_and_who_waits_longest_within_the_same_fit() -> None:
    pool = pool_of(
        bea(id="talk", term_months=None, waiting_days=900),
        *(bea(id=f"{number:02}", waiting_days=number) for number in range(20)),
    )
    found = shortlist(wish(), pool, limit=3)
    assert [candidate.volunteer_id for candidate in found.candidates] == ["19", "18", "17"]
    assert found.more == 18
    with pytest.raises(ValueError, match="room"):
        shortlist(wish(), pool, limit=0)


def test_a_request_that_lacks_consent_or_backing_has_no_candidates_and_says_why() -> None:
    found = shortlist(wish(consent=False, has_fallback=False), pool_of(bea()))
    assert found.candidates == ()
    assert found.blocked_by == ("no_consent", "needs_coach_or_fallback")
    assert shortlist(wish(), pool_of(bea())).blocked_by == ()


def test_nobody_at_all_is_an_empty_shortlist() -> None:
    assert shortlist(wish(), pool_of()) == Shortlist((), {}, (), 0)


def test_nobody_can_read_a_figure_or_a_rank_of_a_person() -> None:
    assert {field.name for field in fields(Candidate)} == {
        "volunteer_id",
        "word",
        "reasons",
        "points",
        "still_to_ask",
    }
    pool = pool_of(bea(), bea(id="chris", closeness=1, matches_now=1, waiting_days=40))
    # Only facts of life may be numbers: kilometres, weeks, months, matches.
    facts = {"km", "part", "others", "asked", "offered", "now", "agreed"}
    for candidate in shortlist(wish(), pool).candidates:
        for reason in (*candidate.reasons, *candidate.points, *candidate.still_to_ask):
            numbers = {
                name for name, value in reason.values.items() if isinstance(value, int | float)
            }
            assert numbers <= facts
            assert not {"score", "fit", "rank", "weight"} & set(reason.as_dict())


def test_a_reason_can_be_kept_in_the_choice_record() -> None:
    assert Reason("lives_near", {"km": 1.2}).as_dict() == {"code": "lives_near", "km": 1.2}


def test_with_all_else_the_same_the_id_decides_and_not_the_order_of_the_pool() -> None:
    people = [bea(id=name) for name in ("d", "b", "c", "a")]
    found = shortlist(wish(), pool_of(*people), limit=2)
    assert [candidate.volunteer_id for candidate in found.candidates] == ["a", "b"]


def test_the_common_ground_is_said_once() -> None:
    candidate = only(wish(theme="", experience=frozenset()), bea())
    assert codes(candidate.reasons) == (
        "shared_interests",
        "expectations_agree",
        "shared_language",
    )
    asked = wish(theme="", experience=frozenset(), closeness=0, rhythm=None, term_months=None)
    heavy = shortlist(asked, pool_of(bea()), {"interests": 9, "expectations": 1}).candidates[0]
    assert codes(heavy.reasons) == ("shared_interests", "expectations_agree", "shared_time")
