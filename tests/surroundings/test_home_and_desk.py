"""What waits on the homes and on the desk."""

from datetime import timedelta

import pytest

from naast.companionship.models import MatchState
from naast.companionship.services.visits import Told, log_visit
from naast.core import clock
from naast.surroundings import attention, home
from naast.surroundings.inputs import CheckAnswers
from naast.surroundings.models import NetworkMap
from naast.surroundings.services import around, checks
from tests.companionship.pair import pair
from tests.conftest import Cast
from tests.surrounding import asks_outcome, early_check, invited, new_map, piet, running, said


def _asks(cast: Cast, who: str, hat: str) -> list[str]:
    """The addresses that wait on somebody's home, by way of the signs."""
    actor, now = cast.actor(who), clock.now()
    there = {name for name, rows in home.signs(actor, hat, now=now).items() if rows.exists()}
    return [ask.url for ask in home.asks(actor, hat, now=now, there=there)]


def _kinds(cast: Cast, who: str = "amal") -> list[str]:
    """The kinds on somebody's desk, by way of the signs."""
    actor, now = cast.actor(who), clock.now()
    there = {name for name, rows in attention.signs(actor, now=now).items() if rows.exists()}
    return [item.kind for item in attention.items(actor, now=now, there=there)]


def test_a_participant_finds_what_is_asked_of_them(cast: Cast) -> None:
    match = running(cast)
    assert _asks(cast, "piet", "participant") == []
    early_check(match)
    invited(cast, piet(cast))
    asks_outcome(match)
    assert len(_asks(cast, "piet", "participant")) == 3


def test_a_volunteer_finds_the_early_check(cast: Cast) -> None:
    early_check(running(cast))
    assert len(_asks(cast, "bea", "volunteer")) == 1


def test_a_check_of_a_match_that_ended_waits_for_nobody(cast: Cast) -> None:
    match = running(cast)
    early_check(match)
    match.state = MatchState.ENDED
    match.save()
    assert _asks(cast, "bea", "volunteer") == []


@pytest.mark.covers("S1-128")
def test_a_professional_finds_lines_and_words_for_them(cast: Cast) -> None:
    match = running(cast)
    said(cast)
    assert _asks(cast, "nele", "professional") == []
    said(cast, audience="professional")
    told = Told(visited_on=clock.today(), next_on_duty="De was hangt nog buiten.")
    log_visit(actor=cast.actor("bea"), match_id=match.pk, told=told)
    assert len(_asks(cast, "nele", "professional")) == 2


def test_the_desk_hears_who_waits_for_an_answer(cast: Cast) -> None:
    match = running(cast)
    said(cast)
    _volunteers, participants = early_check(match)
    doubt = CheckAnswers(go_on="doubt", words="Hij komt te vaak.")
    checks.fill_in(actor=cast.actor("piet"), check_id=participants.pk, answers=doubt)
    assert _kinds(cast) == ["own-words", "early-check"]
    now = clock.now()
    assert not any(
        "te vaak" in str(item.sentence) for item in attention.items(cast.actor("amal"), now=now)
    )


@pytest.mark.covers("S1-36")
def test_the_desk_hears_when_a_map_is_to_be_drawn_again(cast: Cast) -> None:
    match = running(cast)
    drawn = new_map(cast)
    assert _kinds(cast) == []
    NetworkMap.objects.filter(pk=drawn.pk).update(next_on=clock.today())
    assert _kinds(cast) == ["network-map"]
    match.state = MatchState.ENDED
    match.save()
    assert _kinds(cast) == []


def test_a_trial_without_a_map_is_an_idea_until_somebody_would_rather_not(cast: Cast) -> None:
    pair(cast, MatchState.TRIAL, state_since=clock.now() - timedelta(days=20))
    assert _kinds(cast) == ["network-map-start"]
    around.rather_no_map(actor=cast.actor("amal"), person_id=piet(cast).pk)
    assert _kinds(cast) == []


def test_who_would_rather_not_is_not_asked_for_the_next_map_either(cast: Cast) -> None:
    running(cast)
    drawn = new_map(cast)
    NetworkMap.objects.filter(pk=drawn.pk).update(next_on=clock.today())
    around.rather_no_map(actor=cast.actor("piet"), person_id=piet(cast).pk)
    assert _kinds(cast) == []


def test_nobody_but_a_coordinator_has_a_desk_here(cast: Cast) -> None:
    running(cast)
    said(cast, audience="professional")
    for who in ("nele", "bea", "piet"):
        assert _kinds(cast, who) == []
    assert attention.items(cast.actor("nele"), now=clock.now()) == []
