"""Own words and answers (S2-14); early checks, apart (B24-4); what changed (S1-174)."""

from dataclasses import replace

import pytest
from django.core.exceptions import ObjectDoesNotExist

from naast.companionship.models import CallBack, Milestone
from naast.core import clock
from naast.core.errors import DomainError, NotAllowed, StateConflict
from naast.messaging.models import Message
from naast.organisations.models import Function
from naast.surroundings.attention import items
from naast.surroundings.inputs import CheckAnswers, OutcomeAnswers, Words
from naast.surroundings.models import MatchCheck, Outcome, Saying
from naast.surroundings.policies import asking as policies
from naast.surroundings.queries import asking as queries
from naast.surroundings.services import asking as services
from naast.surroundings.services import checks
from tests.conftest import Cast
from tests.surrounding import asks_outcome, early_check, invited, piet, running, said

FINE = CheckAnswers(go_on="yes", at_ease=5, wants_alike=4, often="good", keeps_to_it=5)


@pytest.mark.covers("S2-14")
def test_a_participant_says_how_it_goes_whenever_they_want_and_gets_an_answer(
    cast: Cast,
) -> None:
    saying = services.say(actor=cast.actor("piet"), words=Words("Bea is een vriendin geworden."))
    services.answer(actor=cast.actor("amal"), saying_id=saying.pk, text="Dat horen we graag.")
    saying.refresh_from_db()
    assert (saying.answer, saying.answered_by_id) == ("Dat horen we graag.", cast.amal.pk)
    told = Message.objects.get(kind="saying.answered")
    assert told.user_id == cast.piet.user_id
    assert "vriendin" not in told.body
    with pytest.raises(StateConflict):
        services.answer(actor=cast.actor("amal"), saying_id=saying.pk, text="Nog eens.")


def test_what_is_said_after_an_invitation_fills_the_invitation(cast: Cast) -> None:
    asked = invited(cast, piet(cast))
    services.say(actor=cast.actor("piet"), words=Words("Goed."))
    assert Saying.objects.get().pk == asked.pk


def test_not_now_is_fine_and_once(cast: Cast) -> None:
    asked = invited(cast, piet(cast))
    services.not_now(actor=cast.actor("piet"), saying_id=asked.pk)
    assert not queries.invitations(cast.actor("piet")).exists()
    with pytest.raises(StateConflict):
        services.not_now(actor=cast.actor("piet"), saying_id=asked.pk)


@pytest.mark.covers("S2-14")
def test_who_says_it_chooses_whether_the_professional_reads_it(cast: Cast) -> None:
    nele = cast.actor("nele")
    for_desk = said(cast)
    assert not policies.sayings_visible_to(nele).filter(pk=for_desk.pk).exists()
    with pytest.raises(ObjectDoesNotExist):
        services.answer(actor=nele, saying_id=for_desk.pk, text="Dank je.")
    services.say(
        actor=cast.actor("piet"),
        words=Words("Ook voor Nele.", audience="professional"),
    )
    assert Message.objects.filter(kind="saying.said", user=cast.nele.user).exists()
    for_both = policies.sayings_visible_to(nele).get()
    services.answer(actor=nele, saying_id=for_both.pk, text="Dank je.")


def test_nobody_else_reads_it_and_nobody_answers_themselves(cast: Cast) -> None:
    saying = said(cast, audience="professional")
    for who in ("bea", "chris"):
        assert not policies.sayings_visible_to(cast.actor(who)).exists()
    with pytest.raises(NotAllowed):
        services.answer(actor=cast.actor("piet"), saying_id=saying.pk, text="Ja.")


def test_a_volunteer_does_not_say_how_it_goes_for_a_participant(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        services.say(actor=cast.actor("bea"), words=Words("Goed."))
    with pytest.raises(ObjectDoesNotExist):
        services.say_for(actor=cast.actor("bea"), person_id=piet(cast).pk, words=Words("Goed."))


def test_what_came_back_on_paper_is_written_down_with_that_mark(cast: Cast) -> None:
    saying = services.say_for(
        actor=cast.actor("amal"), person_id=piet(cast).pk, words=Words("Graag vaker.", how="paper")
    )
    assert saying.get_how_display() != Saying(how="here").get_how_display()
    with pytest.raises(DomainError):
        services.say_for(actor=cast.actor("amal"), person_id=piet(cast).pk, words=Words(" "))


def test_each_side_reads_their_own_check_and_never_the_other(cast: Cast) -> None:
    volunteers, participants = early_check(running(cast))
    for who, own, other in (
        ("bea", volunteers, participants),
        ("piet", participants, volunteers),
    ):
        assert list(policies.checks_visible_to(cast.actor(who))) == [own]
        with pytest.raises(ObjectDoesNotExist):
            checks.fill_in(actor=cast.actor(who), check_id=other.pk, answers=FINE)
    assert policies.checks_visible_to(cast.actor("amal")).count() == 2
    for who in ("nele", "chris"):
        assert not policies.checks_visible_to(cast.actor(who)).exists()


def test_the_moment_is_done_when_both_answered(cast: Cast) -> None:
    volunteers, participants = early_check(running(cast))
    done = Milestone.objects.filter(pk=volunteers.milestone_id, done_on__isnull=False)
    checks.fill_in(actor=cast.actor("bea"), check_id=volunteers.pk, answers=FINE)
    assert not done.exists()
    checks.fill_in(actor=cast.actor("piet"), check_id=participants.pk, answers=FINE)
    assert done.exists()
    with pytest.raises(StateConflict):
        checks.fill_in(actor=cast.actor("piet"), check_id=participants.pk, answers=FINE)


def test_a_wish_to_talk_becomes_a_call_back_for_who_asked_also_on_paper(cast: Cast) -> None:
    _volunteers, participants = early_check(running(cast))
    answers = CheckAnswers(go_on="doubt", wants_to_talk=True, how="paper")
    checks.fill_in(actor=cast.actor("amal"), check_id=participants.pk, answers=answers)
    asked = CallBack.objects.get()
    assert asked.person_id == cast.piet.person_id
    assert MatchCheck.objects.get(pk=participants.pk).seen_at is None


def test_only_an_answer_that_asks_for_somebody_waits_to_be_read(cast: Cast) -> None:
    volunteers, participants = early_check(running(cast))
    checks.fill_in(actor=cast.actor("bea"), check_id=volunteers.pk, answers=FINE)
    checks.fill_in(
        actor=cast.actor("piet"), check_id=participants.pk, answers=CheckAnswers(go_on="doubt")
    )
    assert list(MatchCheck.objects.filter(seen_at__isnull=True)) == [participants]
    checks.mark_seen(actor=cast.actor("amal"), check_id=participants.pk)
    assert not MatchCheck.objects.filter(seen_at__isnull=True).exists()
    with pytest.raises(NotAllowed):
        checks.mark_seen(actor=cast.actor("piet"), check_id=participants.pk)


def test_a_coordinator_who_stands_in_the_match_answers_for_themselves_only(cast: Cast) -> None:
    volunteers, participants = early_check(running(cast))
    both = frozenset({Function.VOLUNTEER.value, Function.COORDINATOR.value})
    bea = replace(cast.actor("bea"), functions=both)
    with pytest.raises(ObjectDoesNotExist):
        checks.fill_in(actor=bea, check_id=participants.pk, answers=FINE)
    worried = replace(FINE, words="Het gaat wat snel.")
    own = checks.fill_in(actor=bea, check_id=volunteers.pk, answers=worried)
    assert [check.pk for check in policies.checks_visible_to(bea)] == [own.pk]
    with pytest.raises(NotAllowed):
        checks.mark_seen(actor=bea, check_id=own.pk)
    assert items(bea, now=clock.now(), there={"around.checks"}) == []
    assert len(items(cast.actor("amal"), now=clock.now(), there={"around.checks"})) == 1


def test_two_taps_on_send_are_one_saying(cast: Cast) -> None:
    for words in ("Goed.", "Goed.", "En nog iets."):
        services.say(actor=cast.actor("piet"), words=Words(words))
    assert Saying.objects.count() == 2


def test_nobody_finds_their_own_words_on_their_desk(cast: Cast) -> None:
    said(cast)
    both = frozenset({Function.PARTICIPANT.value, Function.COORDINATOR.value})
    themselves = replace(cast.actor("piet"), functions=both)
    assert items(themselves, now=clock.now(), there={"around.sayings"}) == []
    assert len(items(cast.actor("amal"), now=clock.now(), there={"around.sayings"})) == 1


@pytest.mark.covers("S1-174")
def test_what_changed_is_off_until_a_coordinator_switches_it_on(cast: Cast) -> None:
    match = running(cast)
    programmes = dict(queries.programmes_with_questions(cast.actor("amal")))
    assert not any(programmes.values())
    with pytest.raises(NotAllowed):
        services.switch_outcome(
            actor=cast.actor("nele"), programme_id=match.programme_id, is_on=True
        )
    services.switch_outcome(actor=cast.actor("amal"), programme_id=match.programme_id, is_on=True)
    assert dict(queries.programmes_with_questions(cast.actor("amal")))[match.programme]


@pytest.mark.covers("S1-174")
def test_what_changed_is_read_by_the_participant_and_the_coordinator_alone(cast: Cast) -> None:
    outcome = asks_outcome(running(cast))
    answers = OutcomeAnswers(changed="Ik kom weer buiten.", contact=4)
    services.tell_outcome(actor=cast.actor("piet"), outcome_id=outcome.pk, answers=answers)
    for who in ("piet", "amal"):
        told = queries.outcomes_of(cast.actor(who), piet(cast))
        assert told[0].outcome.changed == "Ik kom weer buiten."
        assert len(told[0].answers) == 2
    for who in ("bea", "nele", "chris"):
        assert not policies.outcomes_visible_to(cast.actor(who)).exists()
    with pytest.raises(StateConflict):
        services.no_outcome(actor=cast.actor("piet"), outcome_id=outcome.pk)


def test_who_would_rather_not_tell_what_changed_does_not(cast: Cast) -> None:
    outcome = asks_outcome(running(cast))
    services.no_outcome(actor=cast.actor("piet"), outcome_id=outcome.pk)
    assert not queries.own_outcomes(cast.actor("piet")).exists()
    assert Outcome.objects.get().answered_at is None
