"""Payments are kept seven years after their calendar year, and longer while somebody in them is held."""

from datetime import date

from naast.core import retention
from naast.organisations.actors import Actor
from naast.payouts.models import Batch
from naast.payouts.services import batches
from tests.conftest import Cast
from tests.costing import bea
from tests.guarding import held
from tests.paying import agreed, another, made, payer, receipt, with_account

KINDS = {kind.code: kind for kind in retention.kinds() if kind.code.startswith("payouts.")}


def going(cast: Cast, code: str, day: date) -> int:
    return retention.going(KINDS[code], cast.here.pk, day=day).count()


def ended(cast: Cast, day: date) -> Batch:
    """A batch with two people in it that ended on that day."""
    for person in (bea(cast), another(cast)):
        with_account(cast, person)
        agreed(cast, person=person)
    actor = payer(cast)
    batch = made(cast, actor)
    batches.cancel_batch(actor=actor, batch_id=batch.pk, reason="Verkeerde dag")
    Batch.objects.update(ended_on=day)
    return batch


def test_a_batch_goes_seven_years_after_its_calendar_year(cast: Cast) -> None:
    ended(cast, date(2026, 3, 1))
    assert going(cast, "payouts.batches", date(2033, 12, 31)) == 0
    assert going(cast, "payouts.batches", date(2034, 1, 1)) == 1


def test_a_batch_stays_as_long_as_one_of_its_people_is_held(cast: Cast, coordinator: Actor) -> None:
    ended(cast, date(2026, 3, 1))
    held(coordinator, bea(cast))
    assert going(cast, "payouts.batches", date(2034, 1, 1)) == 0


def test_a_receipt_of_somebody_held_stays(cast: Cast, coordinator: Actor) -> None:
    agreed(cast)
    paper = receipt(cast, payer(cast))
    day = date(paper.given_on.year + 8, 1, 1)
    assert going(cast, "payouts.receipts", day) == 1
    held(coordinator, bea(cast))
    assert going(cast, "payouts.receipts", day) == 0
