"""Who may know of an application and take which step; one refused case a line."""

import pytest

from naast.core import clock
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.programmes.models import Programme
from naast.recruitment.policies import applications as policies
from naast.recruitment.states import APPLICATION, CANDIDATE, Status
from tests.conftest import Cast
from tests.factories import ProgrammeFactory, actor_of, member
from tests.recruiting import TalkFactory
from tests.recruitment.way import candidate


def visitor(cast: Cast) -> Actor:
    return Actor.visitor(cast.here, reason="own link")


def test_a_coordinator_knows_all_of_their_house_and_nobody_else_does(cast: Cast) -> None:
    application = candidate(cast)
    assert list(policies.visible_to(cast.actor("amal"))) == [application]
    for name in ("bea", "nele", "piet", "chris"):
        assert not policies.visible_to(cast.actor(name)).exists(), name
    assert not policies.visible_to(visitor(cast)).exists()


@pytest.mark.parametrize("function", [Function.COACH, Function.PROFESSIONAL])
def test_who_leads_a_talk_or_looks_after_somebody_knows_them(
    cast: Cast, function: Function
) -> None:
    host = member(cast.here, function)
    talked, looked_after = candidate(cast), candidate(cast, coordinator=host)
    TalkFactory(application=talked, host=host)
    candidate(cast)
    assert set(policies.visible_to(actor_of(host))) == {talked, looked_after}


def test_who_led_a_talk_no_longer_knows_somebody_once_it_is_cancelled_or_the_way_is_over(
    cast: Cast,
) -> None:
    over = candidate(cast, status=Status.CLOSED, closed_on=clock.today())
    TalkFactory(application=over, host=cast.nele, status="held")
    TalkFactory(application=candidate(cast), host=cast.nele, status="cancelled")
    assert not policies.visible_to(cast.actor("nele")).exists()


@pytest.mark.parametrize(
    "function", [Function.BOARD, Function.REFERRER, Function.VOLUNTEER, Function.FINANCE]
)
def test_a_talk_in_the_name_of_another_function_opens_nothing(
    cast: Cast, function: Function
) -> None:
    somebody = member(cast.here, function)
    TalkFactory(application=candidate(cast), host=somebody)
    assert not policies.visible_to(actor_of(somebody)).exists()


def test_the_steps_of_the_organisation_are_for_coordinators(cast: Cast, stranger: Actor) -> None:
    application = candidate(cast, coordinator=cast.nele)
    assert policies.can_move(cast.actor("amal"), application)
    assert not policies.can_move(cast.actor("nele"), application)
    assert not policies.can_move(stranger, application)


def test_a_candidate_takes_the_steps_that_are_theirs_and_no_others(cast: Cast) -> None:
    application = candidate(cast)
    for name, step in APPLICATION.steps.items():
        may = bool(policies.can_take(visitor(cast), application, name))
        assert may == (CANDIDATE in step.by), name
    elsewhere = Actor.visitor(cast.elsewhere, reason="own link")
    assert not policies.can_take(elsewhere, application, "pause")


def test_contact_is_noted_by_who_knows_somebody_while_the_way_goes_on(cast: Cast) -> None:
    application = candidate(cast, coordinator=cast.nele)
    assert policies.can_touch(cast.actor("nele"), application)
    assert not policies.can_touch(cast.actor("bea"), application)
    assert not policies.can_touch(cast.actor("amal"), candidate(cast, status=Status.PAUSED))


def test_a_choice_is_written_down_by_a_coordinator_while_the_way_goes_on(cast: Cast) -> None:
    application = candidate(cast, coordinator=cast.nele)
    assert policies.can_write_choice(cast.actor("amal"), application)
    assert not policies.can_write_choice(cast.actor("nele"), application)
    closed = candidate(cast, status=Status.STARTED)
    assert not policies.can_write_choice(cast.actor("amal"), closed)


def test_keeping_somebody_longer_is_for_them_and_the_coordinator(
    cast: Cast, stranger: Actor
) -> None:
    application = candidate(cast, coordinator=cast.nele)
    assert policies.can_keep(visitor(cast), application)
    assert policies.can_keep(cast.actor("amal"), application)
    assert not policies.can_keep(cast.actor("nele"), application)
    assert not policies.can_keep(stranger, application)


def test_nobody_applies_in_a_programme_that_is_closed_or_elsewhere(cast: Cast) -> None:
    closed = ProgrammeFactory(organisation=cast.here, status=Programme.Status.CLOSED)
    elsewhere = ProgrammeFactory(organisation=cast.elsewhere)
    assert not policies.can_enter(visitor(cast), closed)
    assert not policies.can_enter(visitor(cast), elsewhere)


def test_figures_and_beginnings_each_have_their_readers(cast: Cast) -> None:
    coach, board = member(cast.here, Function.COACH), member(cast.here, Function.BOARD)
    assert policies.can_read_figures(actor_of(board))
    assert not policies.can_read_figures(actor_of(coach))
    assert policies.can_read_beginnings(actor_of(coach))
    assert not policies.can_read_beginnings(actor_of(board))
