"""Who knows of a wish, and every refused case by name."""

from datetime import date, timedelta

import pytest

from naast.companionship.models import Request
from naast.companionship.policies import requests as policies
from naast.core import clock
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.people.models import ParticipantProfile
from naast.programmes.models import Programme
from tests.companionship.wish import person_of
from tests.conftest import Cast
from tests.factories import (
    MatchFactory,
    ParticipantFactory,
    ProgrammeFactory,
    RequestFactory,
    VolunteerFactory,
    actor_of,
    member,
)


def piets_wish(cast: Cast, **fields: object) -> Request:
    return RequestFactory(organisation=cast.here, participant=person_of(cast.piet), **fields)


def test_a_coordinator_sees_every_wish_of_the_organisation_and_no_other(cast: Cast) -> None:
    here = [piets_wish(cast), RequestFactory(organisation=cast.here)]
    RequestFactory(organisation=cast.elsewhere)

    assert set(policies.visible_to(cast.actor("amal"))) == set(here)


def test_the_house_sees_every_wish_of_the_organisation(cast: Cast) -> None:
    wish = piets_wish(cast)
    RequestFactory(organisation=cast.elsewhere)
    house = Actor.system(cast.here, reason="nightly look")

    assert list(policies.visible_to(house)) == [wish]


def test_a_professional_sees_the_wishes_of_their_own_participants_only(cast: Cast) -> None:
    own = piets_wish(cast)
    RequestFactory(organisation=cast.here)

    assert list(policies.visible_to(cast.actor("nele"))) == [own]


def test_a_participant_sees_their_own_wishes_only(cast: Cast) -> None:
    own = piets_wish(cast)
    RequestFactory(organisation=cast.here)

    assert list(policies.visible_to(cast.actor("piet"))) == [own]


def test_a_volunteer_sees_no_wish_not_even_of_a_living_match(cast: Cast) -> None:
    wish = piets_wish(cast)
    MatchFactory(
        organisation=cast.here,
        request=wish,
        programme=wish.programme,
        volunteer=person_of(cast.bea),
    )

    assert list(policies.visible_to(cast.actor("bea"))) == []


def test_a_coordinator_elsewhere_sees_nothing_here(cast: Cast) -> None:
    piets_wish(cast)

    assert list(policies.visible_to(cast.actor("chris"))) == []


def test_a_function_without_a_participant_of_its_own_sees_nothing(cast: Cast) -> None:
    piets_wish(cast)
    for function in (Function.BOARD, Function.FINANCE, Function.COACH, Function.REFERRER):
        assert not policies.visible_to(actor_of(member(cast.here, function))).exists()


def test_nobody_writes_a_wish_for_somebody_who_is_not_theirs(cast: Cast) -> None:
    other = ParticipantFactory(organisation=cast.here).person
    programme = ProgrammeFactory(organisation=cast.here)

    for name in ("nele", "piet", "bea", "chris"):
        assert not policies.can_ask(cast.actor(name), other, programme)
    assert policies.can_ask(cast.actor("amal"), other, programme)


def test_a_wish_cannot_be_asked_for_who_said_goodbye(cast: Cast) -> None:
    former = ParticipantFactory(organisation=cast.here, status=ParticipantProfile.Status.FORMER)
    programme = ProgrammeFactory(organisation=cast.here)

    assert not policies.can_ask(cast.actor("amal"), former.person, programme)


def test_a_wish_cannot_be_asked_in_a_programme_of_another_organisation(cast: Cast) -> None:
    piet = person_of(cast.piet)

    assert not policies.can_ask(
        cast.actor("amal"), piet, ProgrammeFactory(organisation=cast.elsewhere)
    )


def test_a_wish_cannot_be_asked_in_a_closed_programme(cast: Cast) -> None:
    piet = person_of(cast.piet)
    closed = ProgrammeFactory(organisation=cast.here, status=Programme.Status.CLOSED)

    assert not policies.can_ask(cast.actor("amal"), piet, closed)


def test_a_stranger_cannot_change_or_reopen_a_wish(cast: Cast) -> None:
    wish, closed = piets_wish(cast), piets_wish(cast, status=Request.Status.CLOSED)

    assert not policies.can_change(cast.actor("chris"), wish)
    assert not policies.can_reopen(cast.actor("chris"), closed)


def test_a_closed_wish_is_opened_before_it_is_changed(cast: Cast) -> None:
    closed = piets_wish(cast, status=Request.Status.CLOSED)

    assert not policies.can_change(cast.actor("amal"), closed)
    assert policies.can_reopen(cast.actor("piet"), closed)


def test_an_open_wish_cannot_be_opened_again(cast: Cast) -> None:
    assert not policies.can_reopen(cast.actor("amal"), piets_wish(cast))


@pytest.mark.covers("S1-6")
def test_somebody_else_sets_a_goal_only_in_consultation_with_the_participant(cast: Cast) -> None:
    wish, today = piets_wish(cast), clock.today()

    assert policies.can_set_goal(cast.actor("piet"), wish, None, today=today)
    assert not policies.can_set_goal(cast.actor("nele"), wish, None, today=today)
    assert not policies.can_set_goal(cast.actor("amal"), wish, None, today=today)
    assert policies.can_set_goal(cast.actor("nele"), wish, today, today=today)


def test_a_talk_about_a_goal_has_taken_place(cast: Cast) -> None:
    wish, today = piets_wish(cast), date(2026, 5, 1)

    assert not policies.can_set_goal(
        cast.actor("amal"), wish, today + timedelta(days=1), today=today
    )


def test_nobody_sets_a_goal_for_a_wish_they_do_not_see(cast: Cast) -> None:
    today = clock.today()

    assert not policies.can_set_goal(cast.actor("bea"), piets_wish(cast), today, today=today)


def test_a_participant_does_not_arrange_the_support_meanwhile(cast: Cast) -> None:
    wish = piets_wish(cast)

    assert not policies.can_support_meanwhile(cast.actor("piet"), wish)
    assert policies.can_support_meanwhile(cast.actor("nele"), wish)


def test_only_a_coordinator_of_the_organisation_searches(cast: Cast) -> None:
    wish = piets_wish(cast)

    assert policies.can_search(cast.actor("amal"), wish)
    for name in ("nele", "piet", "bea", "chris"):
        assert not policies.can_search(cast.actor(name), wish)


@pytest.mark.parametrize("status", [Request.Status.MATCHED, Request.Status.CLOSED])
def test_nobody_is_looked_for_when_a_wish_is_matched_or_closed(cast: Cast, status: str) -> None:
    assert not policies.can_search(cast.actor("amal"), piets_wish(cast, status=status))


def test_each_condition_of_a_proposal_refuses_by_itself(cast: Cast) -> None:
    amal = cast.actor("amal")
    wish, exploring = piets_wish(cast), piets_wish(cast, status=Request.Status.EXPLORING)

    assert policies.can_propose(amal, wish, has_consent=True, has_open_match=False)
    assert not policies.can_propose(amal, wish, has_consent=False, has_open_match=False)
    assert not policies.can_propose(amal, wish, has_consent=True, has_open_match=True)
    assert not policies.can_propose(amal, exploring, has_consent=True, has_open_match=False)
    assert not policies.can_propose(
        cast.actor("nele"), wish, has_consent=True, has_open_match=False
    )


def test_only_a_coordinator_of_the_organisation_looks_for_places(cast: Cast) -> None:
    bea = person_of(cast.bea)
    other = VolunteerFactory(organisation=cast.elsewhere).person

    assert policies.can_look_for_places(cast.actor("amal"), bea)
    assert not policies.can_look_for_places(cast.actor("amal"), other)
    assert not policies.can_look_for_places(cast.actor("bea"), bea)
    assert not policies.volunteers_for(cast.actor("nele")).exists()
