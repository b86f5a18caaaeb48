"""Finance looks at a claim: yes, a question, or no with a reason; above the amount of the house two colleagues look."""

from datetime import timedelta

import pytest

from naast.audit.models import Event
from naast.core import clock
from naast.core.errors import NotAllowed, StateConflict
from naast.expenses.errors import NotPayable
from naast.expenses.models import Claim, CostSettings, ProgrammeCosts
from naast.expenses.services import claims
from naast.expenses.services.moves import move
from naast.expenses.states import ANSWER, ClaimState
from naast.messaging.models import Message
from naast.organisations.models import Function, Role
from naast.payouts.attention import items
from naast.payouts.policies import looking as policies
from naast.payouts.queries.judged import claim_page
from naast.payouts.queries.looking import needs_another, others_who_may_look
from naast.payouts.services import looking
from naast.rates.models import Figure, OwnRate
from tests.conftest import Cast
from tests.costing import A_DAY, bea, bill, claimed, declared, finance, ride
from tests.factories import ProgrammeFactory, actor_of, member

LARGE = 15_000


def state(claim: Claim) -> str:
    return Claim.objects.get(pk=claim.pk).state


def test_a_small_claim_needs_one_yes(cast: Cast) -> None:
    claim, fay = claimed(cast), finance(cast)
    done = looking.agree(actor=actor_of(fay), claim_id=claim.pk)
    assert (done.state, done.first_look_by, done.second_look_by) == ("approved", fay, None)
    with pytest.raises(NotAllowed):
        looking.agree(actor=actor_of(finance(cast)), claim_id=claim.pk)


@pytest.mark.covers("S1-44")
def test_above_the_amount_of_the_house_two_colleagues_say_yes(cast: Cast) -> None:
    claim, fay, flo = claimed(cast, bill(LARGE)), finance(cast), finance(cast, "Flo Tweede")
    assert looking.agree(actor=actor_of(fay), claim_id=claim.pk).state == ClaimState.SECOND
    with pytest.raises(NotAllowed):
        looking.agree(actor=actor_of(fay), claim_id=claim.pk)
    done = looking.agree(actor=actor_of(flo), claim_id=claim.pk)
    assert (done.state, done.first_look_by, done.second_look_by) == ("approved", fay, flo)


def test_exactly_the_amount_of_the_house_is_not_above_it(cast: Cast) -> None:
    CostSettings.objects.create(organisation=cast.here, second_pair_above=5_000)
    fay = actor_of(finance(cast))
    at, above = claimed(cast, bill(5_000)), claimed(cast, bill(5_001))
    assert looking.agree(actor=fay, claim_id=at.pk).state == ClaimState.APPROVED
    assert looking.agree(actor=fay, claim_id=above.pk).state == ClaimState.SECOND


def test_nobody_of_finance_looks_at_a_claim_of_their_own(cast: Cast) -> None:
    claim = claimed(cast)
    Role.objects.create(membership=cast.bea, function=Function.FINANCE)
    own = actor_of(cast.bea)
    for act in (
        lambda: looking.agree(actor=own, claim_id=claim.pk),
        lambda: looking.ask_back(actor=own, claim_id=claim.pk, question="Welke dag?"),
        lambda: looking.decline(actor=own, claim_id=claim.pk, reason="Dubbel."),
    ):
        with pytest.raises(NotAllowed):
            act()
    assert state(claim) == ClaimState.SENT


def test_who_wrote_a_large_one_down_from_paper_is_no_pair_of_eyes(cast: Cast) -> None:
    declared(cast)
    fay, flo, fé = (actor_of(finance(cast, name)) for name in ("Fay A", "Flo B", "Fé C"))
    large = claims.claim(actor=fay, person=bea(cast), new=bill(LARGE))
    with pytest.raises(NotAllowed):
        looking.agree(actor=fay, claim_id=large.pk)
    assert looking.agree(actor=flo, claim_id=large.pk).state == ClaimState.SECOND
    with pytest.raises(NotAllowed):
        looking.agree(actor=fay, claim_id=large.pk)
    assert looking.agree(actor=fé, claim_id=large.pk).state == ClaimState.APPROVED
    small = claims.claim(actor=fay, person=bea(cast), new=ride())
    assert looking.agree(actor=fay, claim_id=small.pk).state == ClaimState.APPROVED


def test_a_page_can_tell_that_no_colleague_is_left_for_the_second_look(cast: Cast) -> None:
    claim, fay = claimed(cast, bill(LARGE)), actor_of(finance(cast))
    assert not others_who_may_look(fay, claim)
    Role.objects.create(membership=cast.bea, function=Function.FINANCE)
    assert not others_who_may_look(fay, claim)  # the money is for her
    finance(cast, "Flo Tweede")
    assert others_who_may_look(fay, claim)


def test_the_law_is_asked_again_before_anybody_agrees(cast: Cast) -> None:
    later = A_DAY.replace(month=5)
    rate = OwnRate.objects.create(
        organisation=cast.here,
        figure=Figure.CAR,
        valid_from=later.replace(day=1),
        valid_to=later.replace(day=31),
        amounts={"rate": 4300},
        source="Invented for this test",
    )
    claim = claimed(cast, ride(10, later))
    rate.amounts = {"rate": 4200}
    rate.save()
    with pytest.raises(NotPayable, match=r"€\s4,20"):
        looking.agree(actor=actor_of(finance(cast)), claim_id=claim.pk)
    assert state(claim) == ClaimState.SENT


def test_a_question_goes_to_the_volunteer_and_the_looks_begin_anew(cast: Cast) -> None:
    claim, fay = claimed(cast, bill(LARGE)), actor_of(finance(cast))
    looking.agree(actor=fay, claim_id=claim.pk)
    flo = actor_of(finance(cast, "Flo Tweede"))
    asked = looking.ask_back(actor=flo, claim_id=claim.pk, question="Waarvoor was de taart?")
    assert (asked.state, asked.first_look_by) == (ClaimState.ASKED_BACK, None)
    told = Message.objects.get()
    assert told.user == cast.bea.user
    assert "taart" not in told.subject + told.body
    move(actor=actor_of(cast.bea), claim=asked, step=ANSWER, answer="Voor het feest.")
    assert looking.agree(actor=flo, claim_id=claim.pk).state == ClaimState.SECOND
    assert looking.agree(actor=fay, claim_id=claim.pk).state == ClaimState.APPROVED


def test_finance_writes_the_answer_down_for_who_is_not_online(cast: Cast) -> None:
    person = bea(cast)
    person.user = None
    person.save()
    claim, fay = claimed(cast), actor_of(finance(cast))
    with pytest.raises(NotAllowed):
        looking.answer_for(actor=fay, claim_id=claim.pk, answer="Ja.")
    looking.ask_back(actor=fay, claim_id=claim.pk, question="Met de auto?")
    assert not Message.objects.exists()
    done = looking.answer_for(actor=fay, claim_id=claim.pk, answer="Ja, met de auto.")
    assert (done.state, done.answer) == (ClaimState.SENT, "Ja, met de auto.")


def test_what_is_not_paid_has_a_reason_and_leaves_its_place_free(cast: Cast) -> None:
    claim = claimed(cast, bill())
    looking.decline(actor=actor_of(finance(cast)), claim_id=claim.pk, reason="Dit is privé.")
    claim.refresh_from_db()
    assert (claim.state, claim.question) == (ClaimState.NOT_PAID, "Dit is privé.")
    assert "privé" not in Message.objects.get().body
    again = claimed(cast, bill())
    assert again.warnings == []


def test_what_is_at_the_bank_or_paid_can_not_be_stopped(cast: Cast) -> None:
    claim, fay = claimed(cast), actor_of(finance(cast))
    for where in (ClaimState.BATCHED, ClaimState.PAID, ClaimState.WITHDRAWN):
        Claim.objects.filter(pk=claim.pk).update(state=where, paid_on=A_DAY)
        for act in (
            lambda: looking.decline(actor=fay, claim_id=claim.pk, reason="Toch niet."),
            lambda: looking.ask_back(actor=fay, claim_id=claim.pk, question="Hoe?"),
            lambda: looking.agree(actor=fay, claim_id=claim.pk),
        ):
            with pytest.raises((NotAllowed, StateConflict)):
                act()


@pytest.mark.covers("S2-17")
def test_only_finance_of_the_house_sees_a_claim(cast: Cast) -> None:
    claim = claimed(cast)
    elsewhere = member(cast.elsewhere, Function.FINANCE, name="Fred Elders")
    actors = [cast.actor(name) for name in ("amal", "nele", "piet", "chris", "bea")]
    for actor in [*actors, actor_of(elsewhere)]:
        assert not policies.visible_to(actor).exists()
        assert not policies.can_agree(actor, claim, limit=10_000)
        with pytest.raises(Claim.DoesNotExist):
            looking.agree(actor=actor, claim_id=claim.pk)


def test_many_are_agreed_with_at_once_and_what_asks_for_a_look_stays(cast: Cast) -> None:
    plain = [claimed(cast, bill(1000 + number)) for number in range(2)]
    large = claimed(cast, bill(LARGE))
    same = [claimed(cast, bill(2222)), claimed(cast, bill(2222))]
    gone = claimed(cast, bill(999))
    fay = actor_of(finance(cast))
    looking.decline(actor=fay, claim_id=gone.pk, reason="Dubbel.")
    ids = [each.pk for each in (*plain, large, *same, gone, plain[0])]
    done = looking.agree_with(actor=fay, claim_ids=ids)
    assert (done.agreed, done.second) == (2, 1)
    assert [state(each) for each in plain] == [ClaimState.APPROVED] * 2
    assert done.left == 3
    assert state(same[1]) == ClaimState.SENT


def test_each_step_is_written_down(cast: Cast) -> None:
    claim, fay = claimed(cast), actor_of(finance(cast))
    looking.ask_back(actor=fay, claim_id=claim.pk, question="Welke dag?")
    looking.answer_for(actor=fay, claim_id=claim.pk, answer="Dinsdag.")
    looking.agree(actor=fay, claim_id=claim.pk)
    kinds = Event.objects.filter(target_id=claim.pk).order_by("id").values_list("kind", flat=True)
    assert list(kinds) == ["claim.sent", "claim.ask-back", "claim.answer", "claim.approve"]
    assert not Event.objects.filter(changes__icontains="dinsdag").exists()


def test_an_older_day_is_judged_by_its_own_figures(cast: Cast) -> None:
    claim = claimed(cast, ride(10, A_DAY - timedelta(days=365)))
    done = looking.agree(actor=actor_of(finance(cast)), claim_id=claim.pk)
    assert done.state == ClaimState.APPROVED


def test_what_the_house_no_longer_pays_is_not_agreed_to_and_the_page_says_why(cast: Cast) -> None:
    programme = ProgrammeFactory(organisation=cast.here)
    claim, fay = claimed(cast, bill(programme_id=programme.pk)), actor_of(finance(cast))
    ProgrammeCosts.objects.create(organisation=cast.here, programme=programme, pays_real=False)
    with pytest.raises(NotPayable):
        looking.agree(actor=fay, claim_id=claim.pk)
    assert looking.agree_with(actor=fay, claim_ids=[claim.pk]).left == 1
    law = claim_page(fay, cast.here, claim).law
    assert law is not None
    assert not law.is_payable
    ProgrammeCosts.objects.update(pays_real=True)
    assert looking.agree(actor=fay, claim_id=claim.pk).state == ClaimState.APPROVED


def test_who_is_alone_in_finance_hears_that_somebody_else_is_needed(cast: Cast) -> None:
    large, own_small = claimed(cast, bill(LARGE)), claimed(cast, bill(500))
    fay = actor_of(finance(cast))
    looking.agree(actor=fay, claim_id=large.pk)
    Claim.objects.update(created_at=clock.now() - timedelta(days=15))
    kind = "payouts-needs-another"
    (item,) = [each for each in items(fay, now=clock.now()) if each.kind == kind]
    assert item.subject_id == large.pk
    Role.objects.create(membership=cast.bea, function=Function.FINANCE)
    bea_looks = actor_of(cast.bea)
    assert set(needs_another(bea_looks, clock.now())) == {large, own_small}
    assert not claim_page(bea_looks, cast.here, own_small).lacks_colleague
    Role.objects.filter(function=Function.FINANCE).exclude(membership=cast.bea).delete()
    assert claim_page(bea_looks, cast.here, own_small).lacks_colleague
