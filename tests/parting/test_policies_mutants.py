"""Who knows of an end, a goodbye and a finger on the pulse: each line of the policies, one by one."""

import pytest

from naast.companionship.models import MatchState
from naast.core import clock
from naast.organisations.models import Function
from naast.parting.models import Care, Closing
from naast.parting.policies import closings, partings, pulses
from naast.parting.states import CareKind
from tests.companionship.pair import pair
from tests.conftest import Cast
from tests.eyes import also, night, only
from tests.factories import MatchFactory, actor_of, member
from tests.leaving import away_for, ended, pulse_of, winding_down


def test_a_running_match_is_not_among_those_that_end(cast: Cast) -> None:
    match = pair(cast, MatchState.RUNNING)
    assert not closings.matches_visible_to(cast.actor("amal")).exists()
    match.state = MatchState.WINDING_DOWN
    match.save()
    assert closings.matches_visible_to(cast.actor("amal")).get() == match
    assert closings.matches_visible_to(night(cast)).get() == match


@pytest.mark.parametrize("name", ["bea", "piet"])
def test_who_is_in_a_match_does_not_read_its_end_as_a_coordinator(cast: Cast, name: str) -> None:
    winding_down(cast)
    assert not closings.matches_visible_to(also(cast.actor(name), Function.COORDINATOR)).exists()


def test_the_words_and_the_calls_of_an_end_are_read_by_coordinators_alone(cast: Cast) -> None:
    match = ended(cast)
    closing, _new = Closing.objects.get_or_create(organisation=cast.here, match=match)
    call, _new = Care.objects.get_or_create(
        organisation=cast.here, match=match, kind=CareKind.values[0], due_on=clock.today()
    )
    assert closing in closings.visible_to(cast.actor("amal"))
    assert call in closings.care_visible_to(cast.actor("amal"))
    for name in ("bea", "nele", "piet", "chris"):
        assert not closings.visible_to(cast.actor(name)).exists()
        assert not closings.care_visible_to(cast.actor(name)).exists()


def test_a_coordinator_knows_who_was_away_and_not_of_themselves(cast: Cast) -> None:
    away = away_for(cast, 50)
    assert partings.away_visible_to(cast.actor("amal")).get() == away
    assert partings.away_visible_to(night(cast)).get() == away
    assert not partings.away_visible_to(also(cast.actor("bea"), Function.COORDINATOR)).exists()
    assert not partings.away_visible_to(cast.actor("nele")).exists()


def test_a_colleague_knows_of_the_pulse_they_keep_until_it_ends(cast: Cast) -> None:
    pulse = pulse_of(cast, ended(cast), volunteer_id=None, colleague_id=cast.nele.pk)
    other = actor_of(member(cast.here, Function.PROFESSIONAL, name="Otto Ander"))
    assert pulses.visible_to(cast.actor("nele")).get() == pulse
    assert pulses.kept_by(cast.actor("nele"), day=clock.today()).get() == pulse
    assert not pulses.visible_to(other).exists()
    assert not pulses.kept_by(other, day=clock.today()).exists()
    # Without the function nothing of it is left.
    former = only(cast.actor("nele"), Function.VOLUNTEER)
    assert not pulses.visible_to(former).exists()
    assert not pulses.kept_by(former, day=clock.today()).exists()
    pulse.ended_on = clock.today()
    pulse.save()
    assert not pulses.visible_to(cast.actor("nele")).exists()


def test_who_volunteers_and_works_here_keeps_what_they_keep_as_either(cast: Cast) -> None:
    pulse = pulse_of(cast, ended(cast))
    both = also(cast.actor("bea"), Function.PROFESSIONAL)
    assert pulses.kept_by(both, day=clock.today()).get() == pulse
    pulse.volunteer, pulse.colleague = None, cast.bea
    pulse.save()
    assert pulses.kept_by(both, day=clock.today()).get() == pulse
    assert pulses.visible_to(both).get() == pulse


def test_a_participant_knows_of_the_pulse_about_them(cast: Cast) -> None:
    pulse = pulse_of(cast, ended(cast))
    piet = cast.actor("piet")
    assert pulses.about_me(piet).get() == pulse
    volunteer = only(piet, Function.VOLUNTEER)
    assert not pulses.about_me(volunteer).exists()


def test_who_keeps_another_pulse_notes_nothing_of_this_one(cast: Cast) -> None:
    pulse = pulse_of(cast, ended(cast))
    assert pulses.can_note(cast.actor("bea"), pulse)
    assert pulses.can_note(cast.actor("amal"), pulse)
    pulse.volunteer, pulse.colleague = None, cast.nele
    pulse.save()
    assert not pulses.can_note(cast.actor("bea"), pulse)
    assert pulses.can_note(cast.actor("nele"), pulse)


def test_keeping_one_pulse_opens_no_other(cast: Cast) -> None:
    kept = pulse_of(cast, ended(cast))
    match = MatchFactory(organisation=cast.here, state=MatchState.ENDED)
    other = pulse_of(cast, match, volunteer_id=None, colleague_id=cast.nele.pk)
    assert pulses.can_note(cast.actor("bea"), kept)
    assert not pulses.can_note(cast.actor("bea"), other)
