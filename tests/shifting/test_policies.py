"""Who knows of a shift and who may do what with it: one refused case for each line."""

from dataclasses import replace

import pytest

from naast.companionship.models import MatchState
from naast.programmes.models import Programme
from naast.shifting.models import ShiftView, TaskShift
from naast.shifting.policies import shifts as policies
from naast.shifting.policies import work
from naast.shifting.states import ShiftState
from tests.conftest import Cast
from tests.factories import ProgrammeFactory, actor_of, member
from tests.shifts import PlaceCheckFactory, ShiftFactory, StaffTaskFactory, pair

Side = ShiftView.Side


def known(cast: Cast, name: str) -> set[TaskShift]:
    return set(policies.visible_to(cast.actor(name)))


def test_both_sides_and_the_coordinator_know_of_a_shift_and_nobody_else(cast: Cast) -> None:
    shift = ShiftFactory(match=pair(cast))
    ShiftFactory(
        match=pair(
            cast,
            volunteer_id=cast.person_id("amal"),
            professional=None,
            participant_id=cast.person_id("nele"),
        )
    )
    assert known(cast, "bea") == {shift}
    assert known(cast, "nele") == {shift}
    assert len(known(cast, "amal")) == 2
    assert known(cast, "piet") == set()
    assert known(cast, "chris") == set()


def test_after_the_end_of_a_match_only_coordinators_know_of_its_shifts(cast: Cast) -> None:
    shift = ShiftFactory(match=pair(cast, state=MatchState.ENDED))
    assert known(cast, "bea") == set()
    assert known(cast, "nele") == set()
    assert known(cast, "amal") == {shift}


def test_the_participant_knows_what_was_agreed_besides_and_a_stranger_does_not(cast: Cast) -> None:
    match = pair(cast)
    agreed = match.agreed_tasks.create(
        organisation=cast.here,
        words="Strijken",
        key="strijken",
        who="volunteer",
        agreed_on="2026-01-01",
    )
    assert list(policies.agreed_visible_to(cast.actor("piet"))) == [agreed]
    assert not policies.agreed_visible_to(cast.actor("chris")).exists()


def test_whose_view_somebody_gives(cast: Cast) -> None:
    match = pair(cast)
    sides = {
        name: policies.side_of(cast.actor(name), match) for name in ("bea", "nele", "amal", "piet")
    }
    assert sides == {"bea": Side.VOLUNTEER, "nele": Side.PROFESSIONAL, "amal": None, "piet": None}


def test_settling_is_refused_elsewhere_to_volunteers_for_oneself_and_after_the_end(
    cast: Cast,
) -> None:
    shift = ShiftFactory(match=pair(cast))
    amal = cast.actor("amal")
    assert policies.can_settle(amal, shift)
    assert not policies.can_settle(cast.actor("chris"), shift)
    assert not policies.can_settle(cast.actor("bea"), shift)
    assert not policies.can_settle(replace(amal, person_id=shift.match.volunteer_id), shift)
    shift.match.state = MatchState.ENDED
    assert not policies.can_settle(amal, shift)


def test_only_the_volunteer_answers_and_only_while_they_are_asked(cast: Cast) -> None:
    shift = ShiftFactory(match=pair(cast), state=ShiftState.ASKED)
    assert policies.can_answer(cast.actor("bea"), shift)
    assert not policies.can_answer(cast.actor("nele"), shift)
    shift.state = ShiftState.ACCEPTED
    assert not policies.can_answer(cast.actor("bea"), shift)


def test_a_view_is_for_both_sides_while_it_is_not_settled(cast: Cast) -> None:
    shift = ShiftFactory(match=pair(cast))
    assert policies.can_give_view(cast.actor("nele"), shift)
    assert not policies.can_give_view(cast.actor("amal"), shift)
    shift.state = ShiftState.RESTORED
    assert not policies.can_give_view(cast.actor("bea"), shift)


@pytest.mark.parametrize("name", ["bea", "nele", "piet", "chris"])
def test_the_substitution_log_is_for_coordinators_of_the_house(cast: Cast, name: str) -> None:
    check = PlaceCheckFactory(programme=ProgrammeFactory(organisation=cast.here))
    assert list(work.checks_visible_to(cast.actor("amal"))) == [check]
    assert not work.checks_visible_to(cast.actor(name)).exists()


def test_professionals_tell_of_running_programmes_and_read_only_their_own_list(cast: Cast) -> None:
    running = ProgrammeFactory(organisation=cast.here)
    ProgrammeFactory(organisation=cast.here, status=Programme.Status.DRAFT)
    ProgrammeFactory(organisation=cast.elsewhere)
    own = StaffTaskFactory(programme=running, told_by=cast.nele)
    colleague = member(cast.here, name="Ann Andere")
    StaffTaskFactory(programme=running, told_by=colleague)
    nele = cast.actor("nele")
    assert list(work.programmes_to_tell_of(nele)) == [running]
    assert list(work.own_tasks(nele)) == [own]
    assert not work.programmes_to_tell_of(cast.actor("bea")).exists()
    assert not work.can_tell(actor_of(colleague))
