"""Who knows of limits, obstacles, carers, favours, lines of the register and letters: line by line."""

from dataclasses import replace

import pytest

from naast.needs.models import Limit
from naast.needs.policies import letters, rows
from naast.organisations.models import Function
from naast.people.models import ParticipantProfile, Person
from naast.signals.states import Kind, Path
from tests.conftest import Cast
from tests.eyes import also, night, only
from tests.factories import actor_of
from tests.needing import (
    asked_us,
    carer_of,
    favour_of,
    limit_of,
    manager,
    match_of,
    need_of,
    policy_of,
    sent,
    told,
)


def test_only_coordinators_read_what_waits_for_an_answer(cast: Cast) -> None:
    found = {
        rows.obstacles_visible_to: asked_us(cast),
        rows.carers_visible_to: carer_of(cast),
        rows.favours_visible_to: favour_of(cast),
        rows.needs_visible_to: need_of(cast),
    }
    for visible_to, row in found.items():
        assert row in visible_to(cast.actor("amal"))
        assert row in visible_to(night(cast))
        for name in ("bea", "nele", "piet", "chris"):
            assert row not in visible_to(cast.actor(name))


def test_nobody_reads_a_limit_about_themselves_and_the_house_reads_all(cast: Cast) -> None:
    limit = limit_of(cast)
    assert rows.limits_visible_to(night(cast)).get() == limit
    assert rows.limits_visible_to(cast.actor("amal")).get() == limit
    assert not rows.limits_visible_to(cast.actor("bea")).exists()
    assert not rows.limits_visible_to(also(cast.actor("piet"), Function.COORDINATOR)).exists()


def test_what_somebody_told_is_theirs_as_volunteer_or_participant(cast: Cast) -> None:
    limit = limit_of(cast)
    Limit.objects.update(told_by_id=cast.person_id("bea"))
    assert rows.own_limits(cast.actor("bea")).get() == limit
    assert rows.own_limits(only(cast.actor("bea"), Function.PARTICIPANT)).get() == limit
    assert not rows.own_limits(only(cast.actor("bea"), Function.PROFESSIONAL)).exists()
    assert not rows.own_limits(cast.actor("piet")).exists()
    assert not rows.own_limits(replace(cast.actor("bea"), person_id=None)).exists()


def test_what_a_volunteer_told_of_a_carer_and_a_need_comes_back_to_them(cast: Cast) -> None:
    carer, need, favour = carer_of(cast), need_of(cast), favour_of(cast)
    carer.told_by_id = cast.person_id("bea")
    carer.save()
    bea, piet = cast.actor("bea"), cast.actor("piet")
    assert rows.own_carers(bea).get() == carer
    assert rows.own_needs(bea).get() == need
    assert rows.own_favours(bea).get() == favour
    assert not rows.own_carers(piet).exists()
    assert not rows.own_needs(piet).exists()
    assert not rows.own_favours(piet).exists()


def test_a_coordinator_reads_no_line_in_which_they_stand_themselves(cast: Cast) -> None:
    carer = carer_of(cast)
    piet = also(cast.actor("piet"), Function.COORDINATOR)
    assert carer not in rows.carers_visible_to(piet)
    carer.relative_id = cast.person_id("nele")
    carer.save()
    nele = also(cast.actor("nele"), Function.COORDINATOR)
    assert carer not in rows.carers_visible_to(nele)
    favour = favour_of(cast)
    assert favour not in rows.favours_visible_to(also(cast.actor("bea"), Function.COORDINATOR))


def test_a_signal_of_another_path_or_about_a_colleague_is_not_followed_here(cast: Cast) -> None:
    amal, daily = cast.actor("amal"), told(cast, Kind.LIMIT)
    assert rows.signals_to_follow(amal).get() == daily
    assert not rows.signals_to_follow(cast.actor("bea")).exists()
    assert not rows.signals_to_follow(cast.actor("nele")).exists()
    daily.colleague = cast.nele
    daily.save()
    assert not rows.signals_to_follow(amal).exists()
    daily.colleague, daily.path = None, next(each for each in Path if each != Path.DAILY)
    daily.save()
    assert not rows.signals_to_follow(amal).exists()


def test_a_volunteer_names_their_own_match_and_a_coordinator_any(cast: Cast) -> None:
    match = match_of(cast)
    assert rows.matches_to_name(cast.actor("bea")).get() == match
    assert rows.matches_to_name(cast.actor("amal")).get() == match
    assert not rows.matches_to_name(cast.actor("chris")).exists()
    assert not rows.matches_to_name(cast.actor("piet")).exists()


def test_only_a_coordinator_names_a_participant(cast: Cast) -> None:
    piet = Person.objects.get(pk=cast.person_id("piet"))
    assert rows.participants_to_name(cast.actor("amal")).get() == piet
    for name in ("nele", "bea", "chris"):
        assert not rows.participants_to_name(cast.actor(name)).exists()
    ParticipantProfile.objects.all().delete()
    assert not rows.participants_to_name(cast.actor("amal")).exists()


def test_following_up_is_for_a_coordinator_by_name_in_their_own_house(cast: Cast) -> None:
    need = need_of(cast)
    assert rows.can_follow_up(cast.actor("amal"))
    assert rows.can_change(cast.actor("amal"), need)
    assert not rows.can_follow_up(cast.actor("nele"))
    assert not rows.can_follow_up(night(cast))
    assert not rows.can_change(cast.actor("chris"), need)
    assert not letters.can_write(cast.actor("nele"))


def test_only_a_volunteer_asks_us(cast: Cast) -> None:
    assert rows.can_ask_us(cast.actor("bea"))
    assert not rows.can_ask_us(cast.actor("amal"))
    assert not rows.can_ask_us(replace(cast.actor("bea"), person_id=None))


def test_management_reads_what_was_sent_and_coordinators_all(cast: Cast) -> None:
    board = actor_of(manager(cast))
    signal = policy_of(cast, need_of(cast))
    assert letters.signals_visible_to(cast.actor("amal")).get() == signal
    assert not letters.signals_visible_to(board).exists()
    letter = sent(cast, signal)
    assert letters.signals_visible_to(board).get() == signal
    for reader in (board, cast.actor("amal")):
        assert letters.letters_visible_to(reader).get() == letter
    for name in ("bea", "nele", "chris"):
        assert not letters.letters_visible_to(cast.actor(name)).exists()
        assert not letters.signals_visible_to(cast.actor(name)).exists()


def test_what_was_sent_is_answered_for_who_told_of_it(cast: Cast) -> None:
    signal = policy_of(cast, need_of(cast))
    assert not letters.answered_for(cast.actor("bea")).exists()
    sent(cast, signal)
    assert letters.answered_for(cast.actor("bea")).get() == signal
    assert not letters.answered_for(cast.actor("piet")).exists()


@pytest.mark.parametrize(("name", "may"), [("amal", True), ("nele", False), ("chris", False)])
def test_management_or_a_coordinator_answers_what_was_sent(
    cast: Cast, name: str, may: bool
) -> None:
    signal = policy_of(cast)
    assert not letters.can_answer(cast.actor("amal"), signal)
    sent(cast, signal)
    signal.refresh_from_db()
    assert bool(letters.can_answer(cast.actor(name), signal)) is may
    assert letters.can_answer(actor_of(manager(cast)), signal)
    assert not letters.can_answer(night(cast), signal)
