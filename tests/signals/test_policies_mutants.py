"""Who tells, who writes down and who concludes: what test_who_reads does not say, line by line."""

from dataclasses import replace

import pytest

from naast.companionship.models import MatchState
from naast.organisations.models import STAFF, Function
from naast.people.models import Person
from naast.signals.models import AgendaPoint
from naast.signals.policies import agenda, own, reading
from naast.signals.states import Kind, Path
from tests.companionship.pair import pair, person_of
from tests.conftest import Cast
from tests.eyes import night, only
from tests.factories import PersonFactory, actor_of
from tests.hearing import make_office
from tests.signalling import SignalFactory, contact_person


def test_everybody_reads_back_what_they_told_and_nothing_else(cast: Cast) -> None:
    told = SignalFactory(organisation=cast.here, reporter_id=cast.person_id("bea"))
    noted = SignalFactory(organisation=cast.here, entered_by=cast.nele)
    for_piet = SignalFactory(
        organisation=cast.here, entered_by=cast.nele, reporter_id=cast.person_id("piet")
    )
    assert own.visible_to(cast.actor("bea")).get() == told
    assert own.visible_to(cast.actor("nele")).get() == noted
    assert own.visible_to(cast.actor("piet")).get() == for_piet
    assert not own.visible_to(cast.actor("amal")).exists()
    assert not own.visible_to(cast.actor("chris")).exists()
    assert not own.visible_to(night(cast)).exists()


@pytest.mark.parametrize("function", sorted(Function.values))
def test_who_works_here_and_who_tells_as_themselves(cast: Cast, function: str) -> None:
    actor = only(cast.actor("bea"), Function(function))
    assert own.is_staff(actor) is (function in STAFF)
    assert own.tells_as_person(actor) is (function in ("volunteer", "participant"))
    assert not own.tells_as_person(replace(actor, person_id=None))


def test_every_member_tells_and_the_house_itself_does_not(cast: Cast) -> None:
    assert own.can_raise(cast.actor("bea"))
    assert not own.can_raise(night(cast))


def test_staff_write_down_what_somebody_they_know_noticed(cast: Cast) -> None:
    piet = person_of(cast.piet)
    assert own.can_write_down(cast.actor("nele"), piet)
    assert own.can_write_down(cast.actor("amal"), piet)
    assert not own.can_write_down(cast.actor("nele"), person_of(cast.bea))
    assert not own.can_write_down(cast.actor("nele"), person_of(cast.nele))
    assert not own.can_write_down(cast.actor("chris"), piet)
    for function in (Function.BOARD, Function.FINANCE, Function.VOLUNTEER):
        assert not own.can_write_down(only(cast.actor("nele"), function), piet)


def test_a_signal_names_a_living_match_of_ones_own(cast: Cast) -> None:
    match = pair(cast, MatchState.RUNNING)
    for name in ("bea", "piet", "nele"):
        assert own.matches_to_name(cast.actor(name)).get() == match
    for name in ("chris", "amal"):
        assert match not in own.matches_to_name(only(cast.actor(name), Function.BOARD))
    match.state = MatchState.ENDED
    match.save()
    assert not own.matches_to_name(cast.actor("bea")).exists()


def test_a_colleague_in_a_signal_of_every_day_makes_it_one_for_the_contact_persons(
    cast: Cast,
) -> None:
    office = make_office(cast)
    signal = office.signal(kind=Kind.NEED, path=Path.DAILY, colleague=cast.nele)
    assert reading.visible_to(office.actor("sam")).filter(pk=signal.pk).exists()
    for name in ("amal", "kim", "nele"):
        assert not reading.visible_to(office.actor(name)).filter(pk=signal.pk).exists()


def test_the_overview_opens_for_whom_a_signal_may_come_to(cast: Cast) -> None:
    sofie = actor_of(contact_person(cast))
    assert reading.can_open_overview(sofie)
    assert reading.can_open_overview(cast.actor("amal"))
    assert not reading.can_open_overview(cast.actor("bea"))
    assert not reading.can_open_overview(replace(sofie, membership_id=None))
    assert not reading.can_open_overview(cast.actor("nele"))


def about(cast: Cast, person: Person) -> AgendaPoint:
    """A point that came from a signal about somebody."""
    signal = SignalFactory(organisation=cast.here, about=person)
    return AgendaPoint.objects.create(
        organisation=cast.here, signal=signal, words="Sleutels van een ander"
    )


def test_the_team_reads_and_concludes_the_points_of_its_own_house(cast: Cast) -> None:
    point = about(cast, PersonFactory(organisation=cast.here))
    for name in ("amal", "nele"):
        assert agenda.visible_to(cast.actor(name)).get() == point
        assert agenda.can_conclude(cast.actor(name), point)
    for name in ("bea", "piet", "chris"):
        assert not agenda.visible_to(cast.actor(name)).exists()
        assert not agenda.can_conclude(cast.actor(name), point)
    assert not agenda.can_conclude(replace(cast.actor("amal"), membership_id=None), point)


def test_nobody_reads_the_point_that_came_from_a_signal_about_themselves(cast: Cast) -> None:
    point = about(cast, person_of(cast.nele))
    assert not agenda.visible_to(cast.actor("nele")).exists()
    assert agenda.visible_to(cast.actor("amal")).get() == point
    signal = point.signal
    assert signal is not None
    signal.about, signal.colleague = None, cast.nele
    signal.save()
    assert not agenda.visible_to(cast.actor("nele")).exists()
    assert agenda.visible_to(cast.actor("amal")).get() == point
