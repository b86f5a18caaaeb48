"""Who reads what of which circle: two circles side by side, so that nothing of the one is read in the other."""

from dataclasses import replace

import pytest

from naast.circles.models import Agreed, Circle, Passage, PassageTo
from naast.circles.policies import circles, meetings, passages
from naast.circles.states import CircleState, Kind
from naast.core import clock
from naast.core.errors import NotAllowed
from naast.organisations.models import Function
from tests.circling import (
    circle_of,
    colleague,
    meeting_of,
    outer_for,
    passage_of,
    place_for,
    signal_of,
    weekly_circle,
)
from tests.conftest import Cast
from tests.eyes import also, night, only
from tests.factories import ParticipantFactory, VolunteerFactory, actor_of, member


def another(cast: Cast) -> Circle:
    """A circle around somebody else, with other people in it and another coordinator."""
    leads = member(cast.here, Function.COORDINATOR, name="Loes Leidt")
    core = ParticipantFactory(organisation=cast.here).person
    circle = circle_of(
        cast,
        core_id=core.pk,
        coordinator=leads,
        state=CircleState.WEEKLY,
        consented_on=clock.today(),
        consent_how="in_person",
    )
    place_for(circle)
    outer_for(circle, member(cast.here, Function.PROFESSIONAL, name="Otto Ander"))
    return circle


def released(circle: Circle, **fields: object) -> Passage:
    """Something that passed."""
    return passage_of(circle, released_at=clock.now(), **fields)


def test_the_house_itself_sees_every_circle_and_a_coordinator_not_their_own(cast: Cast) -> None:
    circle = circle_of(cast, kind=Kind.NETWORK)
    assert circles.visible_to(night(cast)).get() == circle
    assert circles.visible_to(colleague(cast)).get() == circle
    assert not circles.visible_to(also(cast.actor("piet"), Function.COORDINATOR)).exists()
    assert not circles.visible_to(replace(cast.actor("amal"), membership_id=None)).exists()


def test_who_lost_the_function_leads_no_circle_any_more(cast: Cast) -> None:
    circle = weekly_circle(cast)
    assert circles.can_lead(cast.actor("amal"), circle)
    assert not circles.can_lead(only(cast.actor("amal"), Function.PROFESSIONAL), circle)


def test_a_volunteer_takes_part_in_their_own_circle_alone(cast: Cast) -> None:
    own, other = weekly_circle(cast), another(cast)
    bea = cast.actor("bea")
    assert set(circles.as_volunteer(bea)) == {own}
    assert set(circles.inside(bea)) == {own}
    assert circles.can_take_part(bea, own)
    assert not circles.can_take_part(bea, other)
    assert circles.can_agree(bea, own)
    assert not circles.can_agree(bea, other)
    assert not circles.as_volunteer(only(bea, Function.PROFESSIONAL)).exists()


def test_who_stands_in_the_middle_looks_as_that(cast: Cast) -> None:
    own, other = weekly_circle(cast), another(cast)
    piet = cast.actor("piet")
    assert set(circles.as_core(piet)) == {own}
    assert set(circles.inside(piet)) == {own}
    assert circles.side_of(piet, own) == "core"
    assert circles.side_of(piet, other) == "volunteer"
    assert circles.side_of(only(piet, Function.VOLUNTEER), own) == "volunteer"
    assert not circles.as_core(only(piet, Function.VOLUNTEER)).exists()
    assert circles.can_decide_about_own(piet, own)
    assert not circles.can_decide_about_own(piet, other)
    own.state = CircleState.FINISHED
    assert not circles.can_decide_about_own(piet, own)
    assert not circles.can_agree(piet, own)
    assert not circles.can_change(cast.actor("amal"), own)


def test_somebody_outside_hears_of_a_circle_after_the_yes_or_in_danger(cast: Cast) -> None:
    circle = weekly_circle(cast, consented_on=None)
    place, nele = circle.outer.get(), cast.actor("nele")
    assert not circles.places_in_outer(nele).exists()
    assert not circles.can_tell_circle(nele, place)
    passage = passage_of(circle)
    assert not circles.places_in_outer(nele).exists()
    Passage.objects.filter(pk=passage.pk).update(released_at=clock.now())
    assert circles.places_in_outer(nele).get() == place
    assert circles.can_tell_circle(nele, place)
    assert not circles.places_in_outer(only(nele, Function.COACH)).exists()
    assert not circles.places_in_outer(cast.actor("bea")).exists()
    circle.state = CircleState.FINISHED
    circle.save()
    assert not circles.places_in_outer(nele).exists()


def test_who_has_no_person_is_in_no_circle(cast: Cast) -> None:
    assert circles.own_id(cast.actor("bea")) == cast.person_id("bea")
    with pytest.raises(NotAllowed):
        circles.own_id(night(cast))


def test_meetings_and_what_was_agreed_are_read_in_the_own_circle(cast: Cast) -> None:
    own, other = meeting_of(weekly_circle(cast)), meeting_of(another(cast))
    agreed = [
        Agreed.objects.create(organisation=cast.here, meeting=each, what="Belt dinsdag")
        for each in (own, other)
    ]
    for name in ("amal", "bea", "piet"):
        assert set(meetings.visible_to(cast.actor(name))) == {own}
        assert set(meetings.agreed_visible_to(cast.actor(name))) == {agreed[0]}
    for name in ("nele", "chris"):
        assert not meetings.visible_to(cast.actor(name)).exists()
        assert not meetings.agreed_visible_to(cast.actor(name)).exists()


def test_drafts_are_read_by_who_leads_this_circle(cast: Cast) -> None:
    own, other = passage_of(weekly_circle(cast)), passage_of(another(cast))
    assert set(passages.visible_to(cast.actor("amal"))) == {own}
    assert set(passages.visible_to(night(cast))) == {own, other}
    for name in ("bea", "piet", "nele", "chris"):
        assert not passages.visible_to(cast.actor(name)).exists()


def test_somebody_outside_reads_what_was_released_to_them(cast: Cast) -> None:
    circle, other = weekly_circle(cast), another(cast)
    own = released(circle)
    released(other)
    passage_of(circle)
    nele = cast.actor("nele")
    assert passages.received_by(nele).get() == PassageTo.objects.get(passage=own)
    Passage.objects.filter(pk=own.pk).update(direction=Passage.Direction.IN)
    assert not passages.received_by(nele).exists()


def test_volunteers_read_what_was_released_to_their_circle(cast: Cast) -> None:
    circle, other = weekly_circle(cast), another(cast)
    own = released(circle, direction=Passage.Direction.IN)
    released(other, direction=Passage.Direction.IN)
    released(circle)
    passage_of(circle, direction=Passage.Direction.IN)
    assert set(passages.for_inner(cast.actor("bea"))) == {own}
    for name in ("piet", "nele", "amal"):
        assert not passages.for_inner(cast.actor(name)).exists()


def test_who_stands_in_the_middle_reads_what_passed_about_them(cast: Cast) -> None:
    circle, other = weekly_circle(cast), another(cast)
    own = released(circle)
    released(other)
    released(circle, is_hidden=True, basis="danger")
    passage_of(circle)
    assert set(passages.about_core(cast.actor("piet"))) == {own}
    for name in ("bea", "nele", "amal"):
        assert not passages.about_core(cast.actor(name)).exists()


def test_signals_are_read_by_who_leads_and_each_volunteer_reads_their_own(cast: Cast) -> None:
    circle, other = weekly_circle(cast), another(cast)
    bea = cast.actor("bea")
    own = signal_of(circle, cast.person_id("bea"))
    fellow = VolunteerFactory(organisation=cast.here).person
    place_for(circle, fellow.pk)
    theirs = signal_of(circle, fellow.pk)
    elsewhere = signal_of(other, cast.person_id("bea"))
    assert set(passages.signals_visible_to(cast.actor("amal"))) == {own, theirs}
    assert set(passages.own_signals(bea)) == {own}
    assert elsewhere not in passages.own_signals(bea)
    for name in ("bea", "piet", "nele", "chris"):
        assert not passages.signals_visible_to(cast.actor(name)).exists()
    assert other.coordinator is not None
    assert set(passages.signals_visible_to(actor_of(other.coordinator))) == {elsewhere}
