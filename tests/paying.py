"""Rows of payments for tests: what was agreed for Bea and for others. Names, accounts and amounts are invented."""

from datetime import date
from typing import Any

from naast.core import clock
from naast.expenses.models import Claim, CostSettings, CostYear, PayAccount
from naast.expenses.states import ClaimState, Kind
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.payouts.models import Batch, CashPayment
from naast.payouts.queries import paying
from naast.payouts.services import batches, cash
from naast.people.models import Person
from tests.conftest import Cast
from tests.costing import A_DAY, bea, finance
from tests.factories import actor_of, member

OURS, HERS, HIS = "BE71096123456769", "BE17000111222321", "NL91ABNA0417164300"


def payer(cast: Cast) -> Actor:
    """A colleague of finance, in a house that has an account."""
    CostSettings.objects.get_or_create(
        organisation=cast.here, defaults={"account_name": "Huis Hier vzw", "iban": OURS}
    )
    return actor_of(finance(cast))


def agreed(cast: Cast, cents: int = 1250, person: Person | None = None, **fields: Any) -> Claim:
    """A claim that finance agreed to; below zero: it takes back one that was paid."""
    person = person or bea(cast)
    day = fields.pop("day", A_DAY)
    year, _new = CostYear.objects.get_or_create(
        organisation=cast.here, person=person, year=day.year
    )
    usual = {"kind": Kind.REAL_COST, "state": ClaimState.APPROVED, "day": day, "cents": cents}
    if cents < 0:
        paid = agreed(cast, -cents, person, state=ClaimState.PAID, paid_on=day, day=day)
        usual["reverses"] = paid
    return Claim.objects.create(organisation=cast.here, cost_year=year, **(usual | fields))


def with_account(cast: Cast, person: Person | None = None, iban: str = HERS) -> PayAccount:
    """Where somebody is paid."""
    person = person or bea(cast)
    return PayAccount.objects.create(
        organisation=cast.here, person=person, holder=person.name, iban=iban
    )


def another(cast: Cast, name: str = "Noor Nieuw") -> Person:
    """Another volunteer of the house."""
    found = member(cast.here, Function.VOLUNTEER, name=name).person_id
    return Person.objects.get(pk=found)


def made(cast: Cast, actor: Actor, pay_on: date | None = None) -> Batch:
    """A batch of everything that is agreed now."""
    seen = paying.owed(paying.payees(actor, paying.BY_BANK)).mark
    return batches.make_batch(actor=actor, pay_on=pay_on or clock.today(), seen=seen)


def receipt(cast: Cast, actor: Actor, person: Person | None = None) -> CashPayment:
    """A receipt for everything that is agreed for somebody now."""
    person = person or bea(cast)
    cents = sum(claim.cents for claim in paying.person_owed(actor, person))
    seen = paying.Owed(1, cents).mark
    return cash.write_receipt(actor=actor, person=person, given_on=clock.today(), seen=seen)
