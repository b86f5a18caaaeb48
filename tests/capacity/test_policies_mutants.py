"""Who reads what about a load: line by line."""

from dataclasses import replace

import pytest

from naast.capacity.models import SelfCheck, StepBack, WorthAsking
from naast.capacity.policies import load as policies
from naast.capacity.states import Reader
from naast.companionship.models import MatchState
from naast.core import clock
from naast.core.errors import NotAllowed
from naast.organisations.models import Function
from tests.carrying import AskingFactory, CheckFactory, StepBackFactory
from tests.companionship.pair import pair, person_of
from tests.conftest import Cast
from tests.eyes import also, night, only
from tests.factories import VolunteerFactory, actor_of, member


def check_of(cast: Cast, **fields: object) -> SelfCheck:
    """Bea answered how it goes."""
    usual: dict[str, object] = {
        "person": person_of(cast.bea),
        "answered_on": clock.today(),
        "reader": Reader.COORDINATOR,
    }
    return CheckFactory(**(usual | fields))


def asking_of(cast: Cast) -> WorthAsking:
    """It is worth asking Bea how it goes."""
    return AskingFactory(person=person_of(cast.bea))


def step_of(cast: Cast) -> StepBack:
    """Bea would like to do less."""
    return StepBackFactory(person=person_of(cast.bea))


def test_ones_own_checks_are_those_under_this_hat(cast: Cast) -> None:
    check = check_of(cast)
    assert policies.own_checks(cast.actor("bea")).get() == check
    assert not policies.own_checks(cast.actor("bea"), SelfCheck.Hat.COORDINATOR).exists()
    assert not policies.own_checks(cast.actor("amal")).exists()
    assert not policies.own_checks(night(cast)).exists()


def test_coordinators_read_what_was_answered_and_not_kept_to_oneself(cast: Cast) -> None:
    check = check_of(cast)
    assert policies.checks_of_others(cast.actor("amal")).get() == check
    assert policies.checks_of_others(night(cast)).get() == check
    assert not policies.checks_of_others(also(cast.actor("bea"), Function.COORDINATOR)).exists()
    for name in ("bea", "nele", "piet", "chris"):
        assert not policies.checks_of_others(cast.actor(name)).exists()
    for changed in (
        {"reader": Reader.NOBODY},
        {"answered_on": None, "reader": Reader.COORDINATOR},
        {"answered_on": clock.today(), "hat": SelfCheck.Hat.COORDINATOR},
    ):
        SelfCheck.objects.update(**changed)
        assert not policies.checks_of_others(cast.actor("amal")).exists()


def test_a_coach_reads_it_where_the_volunteer_chose_so_in_a_match_they_coach(cast: Cast) -> None:
    coach = member(cast.here, Function.COACH, name="Cleo Coach")
    reader = actor_of(coach)
    match = pair(cast, MatchState.RUNNING, coach=coach)
    check = check_of(cast, reader=Reader.COACH)
    assert policies.checks_of_others(reader).get() == check
    assert not policies.checks_of_others(only(reader, Function.PROFESSIONAL)).exists()
    other = actor_of(member(cast.here, Function.COACH, name="Otto Ander"))
    assert not policies.checks_of_others(other).exists()
    SelfCheck.objects.update(reader=Reader.COORDINATOR)
    assert not policies.checks_of_others(reader).exists()
    SelfCheck.objects.update(reader=Reader.COACH)
    match.state = MatchState.ENDED
    match.save()
    assert not policies.checks_of_others(reader).exists()


def test_coordinators_know_whom_to_ask_and_a_volunteer_what_stands_about_them(cast: Cast) -> None:
    found = {
        policies.worth_asking: asking_of(cast),
        policies.steps_back: step_of(cast),
    }
    for visible_to, row in found.items():
        for reader in (cast.actor("amal"), night(cast), cast.actor("bea")):
            assert visible_to(reader).get() == row
        for name in ("nele", "piet", "chris"):
            assert not visible_to(cast.actor(name)).exists()
    assert policies.own_steps_back(cast.actor("bea")).get() == found[policies.steps_back]
    assert not policies.own_steps_back(cast.actor("amal")).exists()
    assert not policies.own_steps_back(night(cast)).exists()


def test_nobody_is_called_by_themselves(cast: Cast) -> None:
    asking, step = asking_of(cast), step_of(cast)
    bea_too = also(cast.actor("bea"), Function.COORDINATOR)
    assert policies.asking_others(cast.actor("amal")).get() == asking
    assert policies.steps_back_of_others(cast.actor("amal")).get() == step
    assert policies.asking_others(night(cast)).get() == asking
    for reader in (bea_too, cast.actor("bea"), cast.actor("nele")):
        assert not policies.asking_others(reader).exists()
        assert not policies.steps_back_of_others(reader).exists()


def test_staff_beside_a_match_know_only_that_it_is_worth_asking(cast: Cast) -> None:
    match = pair(cast, MatchState.RUNNING)
    asking = asking_of(cast)
    nele = cast.actor("nele")
    assert policies.beside_staff(nele).get() == match
    assert not policies.beside_staff(cast.actor("bea")).exists()
    other = actor_of(member(cast.here, Function.PROFESSIONAL, name="Otto Ander"))
    assert not policies.beside_staff(other).exists()
    assert not policies.beside_staff(replace(nele, person_id=match.volunteer_id)).exists()
    for changed in ({"is_for_staff": False}, {"is_for_staff": True, "talked_on": clock.today()}):
        WorthAsking.objects.filter(pk=asking.pk).update(**changed)
        assert not policies.beside_staff(nele).exists()
    WorthAsking.objects.update(talked_on=None)
    match.state = MatchState.ENDED
    match.save()
    assert not policies.beside_staff(nele).exists()


def test_a_coordinator_writes_down_for_others_and_people_say_their_own(cast: Cast) -> None:
    amal = cast.actor("amal")
    assert policies.can_look_after(amal)
    assert policies.can_look_after(amal, cast.person_id("bea"))
    assert not policies.can_look_after(amal, cast.person_id("amal"))
    assert policies.can_look_after(night(cast))
    assert not policies.can_look_after(cast.actor("nele"), cast.person_id("bea"))
    assert policies.own_person(cast.actor("bea")) == cast.person_id("bea")
    with pytest.raises(NotAllowed):
        policies.own_person(night(cast))


def test_a_coach_or_professional_of_somebody_else_knows_nothing_of_this_volunteer(
    cast: Cast,
) -> None:
    other = VolunteerFactory(organisation=cast.here).person
    coach = member(cast.here, Function.COACH, name="Cleo Coach")
    pair(cast, MatchState.RUNNING, coach=coach, volunteer=other)
    check_of(cast, reader=Reader.COACH)
    asking_of(cast)
    assert not policies.checks_of_others(actor_of(coach)).exists()
    assert not policies.beside_staff(cast.actor("nele")).exists()
    volunteer = only(cast.actor("piet"), Function.VOLUNTEER)
    step_of(cast)
    assert not policies.own_steps_back(volunteer).exists()
