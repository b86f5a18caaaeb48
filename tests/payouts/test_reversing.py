"""What was paid and was wrong is taken back by a claim below zero; nothing that was paid is edited."""

from datetime import date

import pytest

from naast.core.errors import NotAllowed
from naast.expenses.errors import NotPayable
from naast.expenses.models import Claim
from naast.expenses.states import ClaimState, Kind
from naast.messaging.models import Message
from naast.organisations.models import Function, Role
from naast.payouts.services import looking, reversing
from tests.conftest import Cast
from tests.costing import A_DAY, bill, claimed, finance, flat, gift, ride
from tests.factories import MatchFactory, VisitFactory, actor_of

LARGE = 15_000


def paid(claim: Claim) -> Claim:
    """The same claim, after the money left."""
    Claim.objects.filter(pk=claim.pk).update(state=ClaimState.PAID, paid_on=A_DAY)
    claim.refresh_from_db()
    return claim


@pytest.mark.covers("S1-44")
def test_a_correction_is_a_claim_below_zero_and_frees_the_place(cast: Cast) -> None:
    claim, fay = paid(claimed(cast, flat(4402))), actor_of(finance(cast))
    with pytest.raises(NotPayable):
        claimed(cast, flat(100))
    made = reversing.reverse(actor=fay, claim_id=claim.pk, reason="Die dag was er niemand.")
    assert (made.cents, made.reverses, made.state) == (-4402, claim, ClaimState.APPROVED)
    assert (made.question, made.kind, made.day) == ("Die dag was er niemand.", Kind.FLAT, A_DAY)
    claim.refresh_from_db()
    assert (claim.state, claim.cents) == (ClaimState.PAID, 4402)
    assert claimed(cast, flat(4402)).cents == 4402


def test_kilometres_are_taken_back_too(cast: Cast) -> None:
    claim = paid(claimed(cast, ride(10)))
    made = reversing.reverse(
        actor=actor_of(finance(cast)), claim_id=claim.pk, reason="Het was de bus."
    )
    assert (made.km, made.cents) == (-10_000, -433)


def test_only_what_was_paid_is_corrected_and_only_once(cast: Cast) -> None:
    claim, fay = claimed(cast), actor_of(finance(cast))
    with pytest.raises(NotAllowed):
        reversing.reverse(actor=fay, claim_id=claim.pk, reason="Fout.")
    made = reversing.reverse(actor=fay, claim_id=paid(claim).pk, reason="Fout.")
    with pytest.raises(NotAllowed):
        reversing.reverse(actor=fay, claim_id=claim.pk, reason="Nog eens.")
    with pytest.raises(NotAllowed):
        reversing.reverse(actor=fay, claim_id=paid(made).pk, reason="Toch niet.")


def test_a_gift_is_taken_back_in_its_own_list(cast: Cast) -> None:
    given = gift(cast)
    assert given.state == ClaimState.PAID
    with pytest.raises(NotAllowed):
        reversing.reverse(actor=actor_of(finance(cast)), claim_id=given.pk, reason="Fout.")


def test_a_correction_is_not_asked_about_nor_stopped(cast: Cast) -> None:
    claim, fay = paid(claimed(cast, bill(LARGE))), actor_of(finance(cast))
    made = reversing.reverse(actor=fay, claim_id=claim.pk, reason="Fout.")
    flo = actor_of(finance(cast, "Flo Tweede"))
    with pytest.raises(NotAllowed):
        looking.ask_back(actor=flo, claim_id=made.pk, question="Hoe?")
    with pytest.raises(NotAllowed):
        looking.decline(actor=flo, claim_id=made.pk, reason="Toch niet.")


def test_nobody_corrects_what_was_paid_to_themselves(cast: Cast) -> None:
    claim = paid(claimed(cast))
    Role.objects.create(membership=cast.bea, function=Function.FINANCE)
    with pytest.raises(NotAllowed):
        reversing.reverse(actor=actor_of(cast.bea), claim_id=claim.pk, reason="Fout.")


def test_a_large_correction_needs_two_colleagues(cast: Cast) -> None:
    claim, fay = paid(claimed(cast, bill(LARGE))), actor_of(finance(cast))
    made = reversing.reverse(actor=fay, claim_id=claim.pk, reason="De bon was van iemand anders.")
    assert made.state == ClaimState.SECOND
    with pytest.raises(NotAllowed):
        looking.agree(actor=fay, claim_id=made.pk)
    flo = actor_of(finance(cast, "Flo Tweede"))
    assert looking.agree(actor=flo, claim_id=made.pk).state == ClaimState.APPROVED
    with pytest.raises(NotAllowed):
        reversing.drop_reversal(actor=flo, claim_id=made.pk)


def test_a_large_correction_that_waits_can_be_taken_away(cast: Cast) -> None:
    claim, fay = paid(claimed(cast, bill(LARGE))), actor_of(finance(cast))
    made = reversing.reverse(actor=fay, claim_id=claim.pk, reason="Fout.")
    with pytest.raises(NotAllowed):
        reversing.drop_reversal(actor=fay, claim_id=claim.pk)
    reversing.drop_reversal(actor=fay, claim_id=made.pk)
    assert Claim.objects.get() == claim
    assert reversing.reverse(actor=fay, claim_id=claim.pk, reason="Toch wel.").reverses == claim


def test_a_correction_stays_when_its_place_was_taken(cast: Cast) -> None:
    claim, fay = paid(claimed(cast, flat(4402))), actor_of(finance(cast))
    made = reversing.reverse(actor=fay, claim_id=claim.pk, reason="Fout.")
    Claim.objects.filter(pk=made.pk).update(state=ClaimState.SECOND)
    claimed(cast, flat(4402))
    with pytest.raises(NotPayable, match=r"44,02"):
        reversing.drop_reversal(actor=fay, claim_id=made.pk)
    assert Claim.objects.filter(pk=made.pk).exists()


def test_the_visit_of_a_corrected_ride_may_be_claimed_anew(cast: Cast) -> None:
    match = MatchFactory(organisation=cast.here, volunteer_id=cast.person_id("bea"), volunteer=None)
    visit = VisitFactory(match=match, visited_on=A_DAY)
    claim = paid(claimed(cast, ride(100, visit_id=visit.pk)))
    reversing.reverse(actor=actor_of(finance(cast)), claim_id=claim.pk, reason="10, geen 100.")
    assert claimed(cast, ride(10, visit_id=visit.pk)).visit == visit


def test_the_volunteer_hears_of_it_without_an_amount(cast: Cast) -> None:
    claim = paid(claimed(cast, ride(10, date(2026, 1, 5))))
    reversing.reverse(actor=actor_of(finance(cast)), claim_id=claim.pk, reason="Fout.")
    told = Message.objects.get()
    assert told.user == cast.bea.user
    assert "4" not in told.subject + told.body
