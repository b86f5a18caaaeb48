"""Seven years for the tax office, also of who was erased; what was never paid goes at once."""

from datetime import date

import pytest

from naast.core import retention
from naast.expenses.keeping import YEARS
from naast.expenses.models import Claim, CostYear, Declaration, PayAccount, Proof
from naast.expenses.services import gifts, moves
from naast.expenses.states import APPROVE, DECLINE, PAY
from tests.conftest import Cast
from tests.costing import A_DAY, bea, bill, claimed, finance, gift
from tests.factories import actor_of
from tests.privacy.gone import again, gone


def paid(cast: Cast, claim: Claim) -> Claim:
    """The claim, agreed and paid."""
    actor = actor_of(finance(cast, "Fran Frank"))
    moves.move(actor=actor, claim=claim, step=APPROVE, question="Welke bus?", answer="Lijn 3")
    return moves.move(actor=actor, claim=claim, step=PAY, paid_on=A_DAY)


def going(cast: Cast, day: date) -> set[int]:
    """The years that go on this day."""
    return {row.year for row in retention.going(YEARS, cast.here.pk, day=day)}


def test_a_calendar_year_goes_seven_years_after_its_end(cast: Cast) -> None:
    claimed(cast)
    assert going(cast, date(2033, 12, 31)) == set()
    assert going(cast, date(2034, 1, 1)) == {2026}


def test_a_year_goes_with_its_proofs_its_corrections_and_its_declaration(cast: Cast) -> None:
    claimed(cast, bill())
    given = gift(cast)
    gifts.take_back(actor=actor_of(finance(cast, "Fran")), gift_id=given.pk)
    assert retention.sweep(YEARS, cast.here.pk, day=date(2034, 1, 1)) == 1
    for model in (CostYear, Claim, Proof, Declaration):
        assert not model._default_manager.exists()


def test_of_who_is_erased_the_list_of_the_year_keeps_the_name_and_what_was_paid(cast: Cast) -> None:
    kept, name = paid(cast, claimed(cast, bill())), bea(cast).name
    account = PayAccount.objects.create(organisation=cast.here, person=bea(cast), wants_cash=True)
    gone(cast, "bea")
    row = again(kept)
    assert (row.cents, row.question, row.answer) == (kept.cents, "", "")
    assert again(row.cost_year).listed_name == name
    assert Proof.objects.filter(claim=row).exists()
    assert Declaration.objects.exists()
    assert not PayAccount.objects.filter(pk=account.pk).exists()


def test_what_is_on_its_way_to_who_is_erased_comes_on_the_list_with_the_name(cast: Cast) -> None:
    claim, name, actor = claimed(cast, bill()), bea(cast).name, actor_of(finance(cast))
    moves.move(actor=actor, claim=claim, step=APPROVE)
    gone(cast, "bea")
    done = moves.move(actor=actor, claim=claim, step=PAY, paid_on=A_DAY)
    assert again(done.cost_year).listed_name == name


def test_what_was_never_paid_goes_with_who_is_erased_and_leaves_no_name(cast: Cast) -> None:
    claim = claimed(cast, bill())
    moves.move(actor=actor_of(finance(cast)), claim=claim, step=DECLINE, question="Dubbel")
    gone(cast, "bea")
    assert not Claim.objects.exists()
    assert not Proof.objects.exists()
    assert CostYear.objects.get().name == ""


@pytest.mark.parametrize("months", [84, 120])
def test_the_term_is_a_parameter_that_never_goes_below_the_law(months: int) -> None:
    assert YEARS.least <= months <= YEARS.most
    assert YEARS.least == 84
