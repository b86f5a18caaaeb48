"""The end of a match: two talks, what is arranged, what next, and the calls after it."""

from dataclasses import replace
from datetime import timedelta

import pytest
import time_machine

from naast.companionship.models import Match, MatchState, Request
from naast.companionship.services import matches
from naast.companionship.services.matches import Ending
from naast.core import clock
from naast.core.errors import Incomplete, NotAllowed, StateConflict
from naast.parting.attention import items, signs
from naast.parting.errors import NotTalked
from naast.parting.models import Care, Closing, ClosingTalk
from naast.parting.policies import closings as policies
from naast.parting.services import care, closings
from naast.parting.states import CareKind, Side, TalkOutcome
from tests.conftest import Cast
from tests.leaving import ended, talk_with_both, talked, winding_down


def kinds(cast: Cast) -> list[str]:
    return [item.kind for item in items(cast.actor("amal"), now=clock.now())]


@pytest.mark.covers("S2-9")
def test_a_match_ends_after_a_talk_with_each_and_the_day_goes_along(cast: Cast) -> None:
    match = winding_down(cast)
    closings.arrange(
        actor=cast.actor("amal"),
        match_id=match.pk,
        checks={"keys": "done", "unknown": "done"},
        stay_in_touch="Een kaartje met Nieuwjaar.",
        wants_together=True,
        together_on=clock.today(),
    )
    talk_with_both(cast, match)

    closings.end_after_talks(
        actor=cast.actor("amal"), match_id=match.pk, reason="on_the_way", initiative="both"
    )

    match.refresh_from_db()
    assert (match.state, match.end_reason, match.closing_talk_on, match.stay_in_touch) == (
        MatchState.ENDED,
        "on_the_way",
        clock.today(),
        "Een kaartje met Nieuwjaar.",
    )
    assert Closing.objects.get().checks == {"keys": "done"}


def test_the_end_waits_for_the_talk_with_both(cast: Cast) -> None:
    match = winding_down(cast)
    amal = cast.actor("amal")
    closings.write_talk(actor=amal, match_id=match.pk, side=Side.VOLUNTEER, talk=talked())

    with pytest.raises(NotTalked):
        closings.end_after_talks(actor=amal, match_id=match.pk, reason="moved", initiative="both")

    not_wanted = talked(outcome=TalkOutcome.NOT_WANTED, talk_on=None, brought="")
    closings.write_talk(actor=amal, match_id=match.pk, side=Side.PARTICIPANT, talk=not_wanted)
    closings.end_after_talks(actor=amal, match_id=match.pk, reason="moved", initiative="both")
    assert Match.objects.get().state == MatchState.ENDED


def test_a_talk_has_its_day_and_their_words(cast: Cast) -> None:
    match = winding_down(cast)

    with pytest.raises(Incomplete) as refused:
        closings.write_talk(
            actor=cast.actor("amal"),
            match_id=match.pk,
            side=Side.VOLUNTEER,
            talk=talked(talk_on=clock.today() + timedelta(days=1), brought=" ", next="new_wish"),
        )

    # «A new wish» is an answer of the participant.
    assert set(refused.value.fields) == {"talk_on", "brought", "next"}


def test_the_new_wish_is_opened_in_the_words_of_the_talk(cast: Cast) -> None:
    match = winding_down(cast)
    amal = cast.actor("amal")
    words = {"next": "new_wish", "next_words": "Leren fietsen met iemand erbij."}
    closings.write_talk(actor=amal, match_id=match.pk, side=Side.PARTICIPANT, talk=talked(**words))

    wish = closings.write_next_wish(actor=amal, match_id=match.pk)

    assert (wish.own_words, wish.status) == (words["next_words"], Request.Status.EXPLORING)
    assert ClosingTalk.objects.get().request == wish
    with pytest.raises(StateConflict):
        closings.write_next_wish(actor=amal, match_id=match.pk)


def test_after_every_end_calls_are_planned_also_after_an_early_one(cast: Cast) -> None:
    match = winding_down(cast)

    matches.stop_early(
        actor=cast.actor("amal"),
        match_id=match.pk,
        ending=Ending(reason="time", initiative="volunteer"),
    )

    assert Care.objects.filter(match=match).count() == 4


def test_after_a_death_somebody_says_who_and_only_the_other_is_called(cast: Cast) -> None:
    match = winding_down(cast)
    amal = cast.actor("amal")
    ending = Ending(reason="died", initiative="circumstances")
    matches.stop_early(actor=amal, match_id=match.pk, ending=ending)
    assert "parting-who-died" in kinds(cast)
    assert "parting-not-heard" not in kinds(cast)

    closings.say_who_died(actor=amal, match_id=match.pk, side=Side.PARTICIPANT)

    calls = Care.objects.filter(match=match)
    assert {call.side for call in calls} == {Side.VOLUNTEER}
    assert min(call.due_on for call in calls) == clock.today() + timedelta(days=2)
    assert "parting-who-died" not in kinds(cast)
    with pytest.raises(StateConflict):
        closings.say_who_died(actor=amal, match_id=match.pk, side=Side.VOLUNTEER)


def test_a_heavy_end_is_talked_through_within_a_week(cast: Cast) -> None:
    match = ended(cast)

    care.offer_debrief(actor=cast.actor("amal"), match_id=match.pk, side=Side.VOLUNTEER)
    care.offer_debrief(actor=cast.actor("amal"), match_id=match.pk, side=Side.VOLUNTEER)

    call = Care.objects.get(match=match, kind=CareKind.DEBRIEF)
    assert call.due_on == clock.today() + timedelta(days=7)


def test_the_call_stands_on_the_desk_until_it_is_noted(cast: Cast) -> None:
    ended(cast)
    assert "parting-aftercare" not in kinds(cast)

    with time_machine.travel(clock.now() + timedelta(weeks=5)):
        assert kinds(cast).count("parting-aftercare") == 2
        for call in Care.objects.filter(kind=CareKind.FIRST):
            care.note_call(
                actor=cast.actor("amal"), care_id=call.pk, done_on=clock.today(), note="Goed."
            )
        assert "parting-aftercare" not in kinds(cast)
        with pytest.raises(StateConflict):
            care.note_call(
                actor=cast.actor("amal"), care_id=call.pk, done_on=clock.today(), note="Nog."
            )


def test_the_desk_asks_for_a_talk_that_nobody_planned(cast: Cast) -> None:
    match = winding_down(cast)
    assert kinds(cast) == ["parting-plan"]

    planned = talked(outcome=TalkOutcome.PLANNED, brought="")
    for side in Side:
        closings.write_talk(actor=cast.actor("amal"), match_id=match.pk, side=side, talk=planned)

    assert kinds(cast) == ["parting-closing-talk"] * 2


def test_the_desk_asks_who_was_not_heard_after_an_end(cast: Cast) -> None:
    match = winding_down(cast)
    matches.stop_early(
        actor=cast.actor("amal"),
        match_id=match.pk,
        ending=Ending(reason="time", initiative="volunteer"),
    )
    assert kinds(cast) == ["parting-not-heard"]

    talk_with_both(cast, match)

    assert kinds(cast) == []


def test_only_coordinators_look_after_the_end_and_never_of_another_house(cast: Cast) -> None:
    match = winding_down(cast)

    for name in ("bea", "piet", "nele", "chris"):
        assert not policies.matches_visible_to(cast.actor(name)).exists()
        assert not items(cast.actor(name), now=clock.now())
    assert signs(cast.actor("nele"), now=clock.now()) == {}
    with pytest.raises(NotAllowed):
        policies.can_close(cast.actor("nele"), match).require()
    with pytest.raises(NotAllowed):
        policies.can_close(cast.actor("chris"), match).require()
    # A coordinator who walks along in this match asks a colleague.
    own = replace(cast.actor("amal"), person_id=match.volunteer_id)
    assert not policies.can_close(own, match)
    with pytest.raises(Match.DoesNotExist):
        closings.write_talk(
            actor=cast.actor("bea"), match_id=match.pk, side=Side.VOLUNTEER, talk=talked()
        )
