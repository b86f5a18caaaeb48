"""Who knows that a circle exists. One refused case for each line."""

import pytest

from naast.circles.models import OuterMember, PassageTo
from naast.circles.policies import circles as policies
from naast.circles.policies import passages
from naast.circles.policies.meetings import agreed_visible_to, visible_to
from naast.circles.queries import circles as queries
from naast.circles.services import passages as services
from naast.circles.states import CircleState, Kind
from naast.core import clock
from naast.organisations.models import Role
from tests.circling import circle_of, colleague, meeting_of, passage_of, place_for, weekly_circle
from tests.conftest import Cast
from tests.factories import VolunteerFactory, actor_of


@pytest.mark.covers("S1-161")
def test_another_coordinator_of_the_house_does_not_know_of_a_cosa_circle(cast: Cast) -> None:
    circle = weekly_circle(cast)
    other = colleague(cast)
    assert not policies.visible_to(other).exists()
    assert not policies.can_lead(other, circle)
    assert queries.get_circle(other, circle.pk) is None


def test_its_coordinator_and_its_deputy_do(cast: Cast) -> None:
    circle = weekly_circle(cast)
    assert circle.deputy is not None
    for actor in (cast.actor("amal"), actor_of(circle.deputy)):
        assert list(policies.visible_to(actor)) == [circle]


def test_every_coordinator_looks_after_network_circles(cast: Cast) -> None:
    circle = circle_of(cast, kind=Kind.NETWORK)
    assert list(policies.visible_to(colleague(cast))) == [circle]


def test_a_circle_that_lost_its_coordinator_is_found_by_the_others(cast: Cast) -> None:
    circle = circle_of(cast)
    other = colleague(cast)
    assert not policies.visible_to(other).exists()
    Role.objects.filter(membership=cast.amal, function="coordinator").delete()
    assert list(policies.visible_to(other)) == [circle]


def test_who_left_leads_nothing(cast: Cast) -> None:
    circle_of(cast)
    other = colleague(cast)
    cast.amal.ended_on = clock.today()
    cast.amal.save()
    assert policies.visible_to(other).exists()


def test_nobody_of_another_organisation_finds_it(cast: Cast, stranger: object) -> None:
    circle_of(cast, kind=Kind.NETWORK)
    chris = cast.actor("chris")
    assert not policies.visible_to(chris).exists()
    assert not policies.inside(chris).exists()


@pytest.mark.parametrize("name", ["bea", "nele", "piet"])
def test_only_coordinators_start_a_circle_or_lead_it(cast: Cast, name: str) -> None:
    circle = weekly_circle(cast)
    assert not policies.can_start(cast.actor(name))
    assert not policies.can_lead(cast.actor(name), circle)


def test_a_volunteer_is_inside_until_their_place_or_the_circle_ends(cast: Cast) -> None:
    circle = weekly_circle(cast)
    bea = cast.actor("bea")
    assert list(policies.as_volunteer(bea)) == [circle]
    circle.state = CircleState.FINISHED
    circle.save()
    assert not policies.as_volunteer(bea).exists()
    circle.state = CircleState.WEEKLY
    circle.save()
    circle.inner.filter(person_id=bea.person_id).update(ended_on=clock.today())
    assert not policies.inside(bea).exists()
    assert not visible_to(bea).exists()


def test_a_volunteer_of_another_circle_reads_nothing(cast: Cast) -> None:
    circle = circle_of(cast, state=CircleState.WEEKLY)
    meeting = meeting_of(circle)
    place_for(circle)
    bea = cast.actor("bea")
    assert not policies.can_take_part(bea, circle)
    assert not visible_to(bea).filter(pk=meeting.pk).exists()
    assert not agreed_visible_to(bea).exists()


def test_a_professional_is_never_inside(cast: Cast) -> None:
    circle = weekly_circle(cast)
    meeting_of(circle)
    nele = cast.actor("nele")
    assert not policies.inside(nele).exists()
    assert not visible_to(nele).exists()
    assert not passages.visible_to(nele).exists()
    assert list(policies.places_in_outer(nele)) == [OuterMember.objects.get()]


@pytest.mark.covers("S1-161")
def test_the_outer_circle_reads_only_what_was_released_to_them(cast: Cast) -> None:
    circle = weekly_circle(cast)
    passage = passage_of(circle)
    nele = cast.actor("nele")
    assert not passages.received_by(nele).exists()
    services.release_passage(actor=cast.actor("amal"), passage_id=passage.pk)
    assert list(passages.received_by(nele)) == [PassageTo.objects.get()]


def test_who_left_the_outer_circle_reads_nothing_any_more(cast: Cast) -> None:
    circle = weekly_circle(cast)
    services.release_passage(actor=cast.actor("amal"), passage_id=passage_of(circle).pk)
    circle.outer.update(left_on=clock.today())
    assert not passages.received_by(cast.actor("nele")).exists()


def test_signals_are_read_by_who_leads_and_by_their_writer(cast: Cast) -> None:
    circle = weekly_circle(cast)
    other = circle.inner.exclude(person_id=cast.person_id("bea")).first()
    assert other is not None
    assert not passages.signals_visible_to(cast.actor("bea")).exists()
    assert not passages.own_signals(cast.actor("piet")).exists()


def test_the_person_in_the_middle_decides_only_about_their_own_circle(cast: Cast) -> None:
    person = VolunteerFactory(organisation=cast.here).person
    circle = circle_of(cast, core_id=person.pk)
    assert not policies.can_decide_about_own(cast.actor("piet"), circle)
    assert not policies.can_agree(cast.actor("piet"), circle)


def test_nothing_changes_in_a_circle_that_is_over(cast: Cast) -> None:
    circle = circle_of(cast, state=CircleState.STOPPED)
    assert not policies.can_change(cast.actor("amal"), circle)
    assert not policies.can_decide_about_own(cast.actor("piet"), circle)
    assert policies.can_lead(cast.actor("amal"), circle)
