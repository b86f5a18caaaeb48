"""Who arranges the house, plans absences and reads along: line by line."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from naast.core import clock
from naast.organisations import policies
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Membership, StaffSession
from tests.conftest import Cast
from tests.eyes import also, night
from tests.factories import actor_of, member


@pytest.fixture
def kim(cast: Cast) -> Membership:
    """An administrator and nothing else."""
    return member(cast.here, Function.ADMINISTRATOR, name="Kim Kabel")


def session_of(cast: Cast, membership: Membership) -> StaffSession:
    """They read along for an hour."""
    return StaffSession.objects.create(
        organisation=cast.here,
        membership=membership,
        reason=StaffSession.Reason.values[0],
        opened_at=clock.now(),
        until_at=clock.now() + timedelta(hours=1),
    )


def arrangers(cast: Cast, kim: Membership) -> tuple[Actor, ...]:
    """Who arranges the house."""
    return cast.actor("amal"), actor_of(kim), night(cast)


def test_coordinators_and_administrators_arrange_the_house(cast: Cast, kim: Membership) -> None:
    for actor in arrangers(cast, kim):
        assert policies.can_manage_members(actor)
        assert policies.can_change_settings(actor)
        assert policies.can_give_functions(actor, cast.bea.user_id)
        assert policies.can_take_function(actor, cast.bea)
        assert policies.can_end_membership(actor, cast.bea)
        assert policies.can_plan_absence(actor, cast.bea, cast.nele)
    for name in ("bea", "nele", "piet"):
        actor = cast.actor(name)
        assert not policies.can_manage_members(actor)
        assert not policies.can_change_settings(actor)
        assert not policies.can_give_functions(actor, cast.amal.user_id)
        assert not policies.can_take_function(actor, cast.amal)
        assert not policies.can_end_membership(actor, cast.amal)
        assert not policies.can_plan_absence(actor, cast.amal, cast.nele)


def test_an_administrator_gives_no_function_to_themselves(cast: Cast, kim: Membership) -> None:
    assert not policies.can_give_functions(actor_of(kim), kim.user_id)
    assert policies.can_give_functions(also(actor_of(kim), Function.COORDINATOR), kim.user_id)


def test_nobody_ends_their_own_membership_or_one_elsewhere(cast: Cast) -> None:
    amal = cast.actor("amal")
    assert not policies.can_end_membership(amal, cast.amal)
    assert not policies.can_end_membership(amal, cast.chris)
    assert not policies.can_take_function(amal, cast.chris)
    assert policies.can_take_function(amal, cast.amal)


def test_everybody_plans_their_own_absence_with_somebody_else_of_the_house(cast: Cast) -> None:
    nele = cast.actor("nele")
    assert policies.can_plan_absence(nele, cast.nele, cast.amal)
    assert not policies.can_plan_absence(nele, cast.nele, cast.nele)
    assert not policies.can_plan_absence(nele, cast.nele, cast.chris)
    assert not policies.can_plan_absence(cast.actor("amal"), cast.chris, cast.nele)
    moved = replace(nele, organisation_id=cast.elsewhere.pk)
    assert not policies.can_plan_absence(moved, cast.nele, cast.chris)


def test_an_administrator_makes_no_deputy_of_themselves(cast: Cast, kim: Membership) -> None:
    assert not policies.can_plan_absence(actor_of(kim), cast.nele, kim)
    both = also(actor_of(kim), Function.COORDINATOR)
    assert policies.can_plan_absence(both, cast.nele, kim)


def test_who_read_along_is_read_by_coordinators_the_board_and_who_did(
    cast: Cast, kim: Membership
) -> None:
    session = session_of(cast, kim)
    board = actor_of(member(cast.here, Function.BOARD, name="Bob Bestuur"))
    other = actor_of(member(cast.here, Function.ADMINISTRATOR, name="Lou Ander"))
    for reader in (cast.actor("amal"), board, actor_of(kim)):
        assert policies.sessions_visible_to(reader).get() == session
    for reader in (cast.actor("nele"), other, cast.actor("chris")):
        assert not policies.sessions_visible_to(reader).exists()
    # Who reads along has the eyes of a coordinator, and not on this.
    assert not policies.sessions_visible_to(other.reading_along(uuid4())).exists()
    assert policies.sessions_visible_to(actor_of(kim).reading_along(session.pk)).get() == session
    # Taking the function away takes the list away.
    former = replace(actor_of(kim), functions=frozenset({Function.VOLUNTEER.value}))
    assert not policies.sessions_visible_to(former).exists()


def test_an_administrator_reads_along_and_a_coordinator_need_not(
    cast: Cast, kim: Membership
) -> None:
    assert policies.can_read_along(actor_of(kim))
    assert not policies.can_read_along(cast.actor("amal"))
    assert not policies.can_read_along(also(actor_of(kim), Function.COORDINATOR))


def test_a_session_is_ended_by_who_opened_it_or_a_coordinator(cast: Cast, kim: Membership) -> None:
    session = session_of(cast, kim)
    assert policies.can_end_session(actor_of(kim), session)
    assert policies.can_end_session(cast.actor("amal"), session)
    assert not policies.can_end_session(cast.actor("nele"), session)
    assert not policies.can_end_session(cast.actor("chris"), session)
