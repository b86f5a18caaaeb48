"""The hard checks of B13.1: a pair that fails one is not proposed, and the coordinator reads why.

Unknown never excludes: the check says yes, and `questions` knows whom to ask.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from naast.matching.columns import LEVEL_UNKNOWN, NO, UNKNOWN, YES
from naast.matching.pairs import Pairs
from naast.matching.pool import BoolArray, Pool
from naast.matching.terms import Wish


@dataclass(frozen=True, slots=True)
class HardCheck:
    """One reason not to propose a pair."""

    code: str
    passes: Callable[[Pairs], BoolArray]


def near_enough(pairs: Pairs) -> BoolArray:
    """Within the smaller of both travel limits."""
    near: BoolArray = ~(pairs.distance > pairs.limit)
    return near


def shares_time(pairs: Pairs) -> BoolArray:
    """At least one part of the week in which both are free."""
    if not pairs.wish.free:
        return pairs.everyone
    free = pairs.pool.free
    shares: BoolArray = ((free & np.uint32(pairs.wish.free)) != 0) | (free == 0)
    return shares


def shares_language(pairs: Pairs) -> BoolArray:
    """One of the asked languages at the asked level (S1-95); one is enough to talk."""
    wish, pool = pairs.wish, pairs.pool
    if not wish.languages:
        return pairs.everyone
    speaks = ~pool.languages_known
    for language, needed in wish.languages.items():
        place = pool.vocabulary.language_places.get(language)
        if place is not None:
            levels = pool.levels[place]
            speaks |= levels >= needed
            speaks |= levels == LEVEL_UNKNOWN
    return speaks


def suits_gender(pairs: Pairs) -> BoolArray:
    """The visitor's gender where the participant asks for one, and the other way round."""
    wish, pool = pairs.wish, pairs.pool
    suits = pairs.everyone
    if wish.gender_asked:
        asked = np.uint16(pool.vocabulary.gender_bits(wish.gender_asked))
        suits = ((pool.gender & asked) != 0) | (pool.gender == 0)
    if wish.gender:
        own = np.uint16(pool.vocabulary.gender_bits({wish.gender}))
        suits = suits & (((pool.gender_asked & own) != 0) | (pool.gender_asked == 0))
    return suits


def agrees_on_smoking(pairs: Pairs) -> BoolArray:
    """No smoker for who can't bear smoke, on either side."""
    agrees = pairs.everyone
    if pairs.wish.home_has_smoker:
        agrees = pairs.pool.accepts_smoking != NO
    if pairs.wish.no_smoker:
        agrees = agrees & (pairs.pool.smokes != YES)
    return agrees


def agrees_on_pets(pairs: Pairs) -> BoolArray:
    """No pets for who doesn't want them around."""
    return pairs.pool.accepts_pets != NO if pairs.wish.home_has_pets else pairs.everyone


def manages_stairs(pairs: Pairs) -> BoolArray:
    """No stairs for who can't climb them."""
    return pairs.pool.climbs_stairs != NO if pairs.wish.stairs else pairs.everyone


def free_of_allergies(pairs: Pairs) -> BoolArray:
    """Nothing in the home that the volunteer is allergic to, and nothing that comes along."""
    wish, pool = pairs.wish, pairs.pool
    places = pool.vocabulary.allergen_places
    free = pairs.everyone
    if wish.allergens:
        free = pool.allergies.shared(wish.allergens, places) == 0
    if wish.allergies:
        free = free & (pool.brings.shared(wish.allergies, places) == 0)
    return free


def far_enough(pairs: Pairs) -> BoolArray:
    """Not from the same neighbourhood, where one of both prefers that (S2-19)."""
    wish, pool = pairs.wish, pairs.pool
    if not (wish.rather_not_nearby or pool.rather_not_nearby.any()):
        return pairs.everyone
    near = pairs.distance < np.float32(wish.near_km)
    place = pool.vocabulary.postcode_places.get(wish.postcode)
    if place is not None and wish.same_postcode_is_near:
        near |= pool.postcode == place
    if not wish.rather_not_nearby:
        near &= pool.rather_not_nearby
    return ~near


def not_ended_before(pairs: Pairs) -> BoolArray:
    """No pair that ended or clashed earlier."""
    return pairs.without(pairs.wish.ended_with) if pairs.wish.ended_with else pairs.everyone


def may_meet(pairs: Pairs) -> BoolArray:
    """Nobody whom one of both avoids, and nobody beside themselves or their own household."""
    wish, pool = pairs.wish, pairs.pool
    people = set(wish.avoid | wish.people)
    for participant in wish.people:
        people.update(pool.avoided_by.get(participant, ()))
    return pairs.without(people) if people else pairs.everyone


def has_room(pairs: Pairs) -> BoolArray:
    """Fewer matches than both agreed (S2-6)."""
    agreed = pairs.pool.matches_agreed
    room: BoolArray = (pairs.pool.matches_now < agreed) | (agreed == UNKNOWN)
    return room


def can_carry(pairs: Pairs) -> BoolArray:
    """The match weighs no more than the volunteer's experience allows."""
    weight, allowed = pairs.wish.weight, pairs.pool.weight_allowed
    return (allowed >= weight) | (allowed == 0) if weight else pairs.everyone


def is_ready(pairs: Pairs) -> BoolArray:
    """Nothing is missing that can't be arranged."""
    return ~pairs.pool.blocked


def consents(pairs: Pairs) -> BoolArray:
    """Neither of both refused to be proposed (S1-91)."""
    return pairs.nobody if pairs.wish.consent is False else pairs.pool.consent != NO


def does_the_tasks(pairs: Pairs) -> BoolArray:
    """No task that the volunteer marked as "I don't do this" (S2-13)."""
    tasks, pool = pairs.wish.tasks, pairs.pool
    return pool.refuses.shared(tasks, pool.vocabulary.task_places) == 0 if tasks else pairs.everyone


def is_backed(pairs: Pairs) -> BoolArray:
    """The request has a named coach and a fallback (S1-33, S1-98)."""
    refused = pairs.wish.has_coach is False or pairs.wish.has_fallback is False
    return pairs.nobody if refused else pairs.everyone


HARD_CHECKS: Mapping[str, HardCheck] = {
    check.code: check
    for check in (
        HardCheck("no_consent", consents),
        HardCheck("needs_coach_or_fallback", is_backed),
        HardCheck("not_ready", is_ready),
        HardCheck("load_full", has_room),
        HardCheck("avoid", may_meet),
        HardCheck("ended_before", not_ended_before),
        HardCheck("task_refused", does_the_tasks),
        HardCheck("weight_not_allowed", can_carry),
        HardCheck("language", shares_language),
        HardCheck("gender_wish", suits_gender),
        HardCheck("no_shared_time", shares_time),
        HardCheck("too_far", near_enough),
        HardCheck("lives_too_near", far_enough),
        HardCheck("smoking", agrees_on_smoking),
        HardCheck("pets", agrees_on_pets),
        HardCheck("stairs", manages_stairs),
        HardCheck("allergies", free_of_allergies),
    )
}


@dataclass(frozen=True)
class Exclusions:
    """Who is left out, and why: per code that excludes anybody, who passes it."""

    checks: Mapping[str, BoolArray]
    passes: BoolArray

    @property
    def counts(self) -> dict[str, int]:
        """How many volunteers each code excludes; one volunteer may count under several."""
        return {
            code: len(passes) - int(np.count_nonzero(passes))
            for code, passes in self.checks.items()
        }

    def codes(self, position: int) -> tuple[str, ...]:
        """Every reason that excludes the volunteer in this row."""
        return tuple(code for code, passes in self.checks.items() if not passes[position])


def exclude(pairs: Pairs) -> Exclusions:
    """All hard checks on all pairs."""
    everyone = pairs.everyone.copy()
    checks: dict[str, BoolArray] = {}
    for code, check in HARD_CHECKS.items():
        passes = check.passes(pairs)
        if passes is not pairs.everyone and not passes.all():
            checks[code] = passes
            everyone &= passes
    return Exclusions(checks=checks, passes=everyone)


def exclusions(wish: Wish, pool: Pool) -> Exclusions:
    """Which volunteers this wish excludes or is excluded by, with every code (B13.1)."""
    return exclude(Pairs(wish, pool))
