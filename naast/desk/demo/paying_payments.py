"""The demo's part of paying: a payment that the account showed, one that waits at the bank, a receipt to sign, and
somebody without an account number. All invented, also the numbers."""

from naast.core import clock
from naast.desk.demo.season import Season
from naast.expenses.inputs import NewClaim, Said
from naast.expenses.models import Claim
from naast.expenses.services import claims, declaring
from naast.expenses.states import Kind
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.organisations.queries import colleagues
from naast.payouts.models import Batch
from naast.payouts.queries import paying
from naast.payouts.services import accounts, batches, cash, looking
from naast.people.models import Person

# Numbers of banks' own examples: no account of anybody.
IBANS = {"BE": "BE43000000000101", "NL": "NL91ABNA0417164300"}


def fill(season: Season, active: list[Person]) -> None:
    """The first of the cast signs for cash; of two others one has an account. A house without finance pays nobody."""
    of_finance = colleagues(season.actor, Function.FINANCE)
    if not of_finance:
        return
    finance = season.as_member(of_finance[0], Function.FINANCE)
    by_hand, by_bank, without = active[0], active[-3], active[-2]
    iban = IBANS[season.house.country]
    _agreed(season, finance, by_bank, 26, 1875, "Verf voor de muur van het lokaal")
    accounts.note_account(actor=finance, person=by_bank, holder=by_bank.name, iban=iban)
    paid = _batch(finance)
    batches.confirm_batch(actor=finance, batch_id=paid.pk, paid_on=clock.today())
    _agreed(season, finance, by_bank, 11, 940, "Kaartjes voor de jarigen")
    _batch(finance)
    _agreed(season, finance, without, 8, 1320, "Taart voor de buurt")
    _agreed(season, finance, by_hand, 6, 680, "Twee koffies onderweg")
    owed = paying.person_owed(finance, by_hand)
    cash.write_receipt(
        actor=finance,
        person=by_hand,
        given_on=clock.today(),
        seen=paying.Owed(1, sum(each.cents for each in owed)).mark,
    )
    # Somebody whose costs a colleague agreed with is ready to be paid: for whoever tries it.
    ready = paying.payees(finance, paying.NO_WAY).exclude(pk=without.pk).order_by("id").first()
    if ready is not None:
        accounts.note_account(actor=finance, person=ready, holder=ready.name, iban=iban)


def _agreed(
    season: Season, finance: Actor, person: Person, ago: int, cents: int, purpose: str
) -> Claim:
    """Finance wrote it down from paper, the bill is in the folder, and agreed to it."""
    day = season.ago(ago)
    declaring.declare(
        actor=finance, person=person, year=day.year, said=Said(has_others=False), signed_on=day
    )
    bill = NewClaim(kind=Kind.REAL_COST, day=day, cents=cents, purpose=purpose, paper=f"P{ago}")
    claim = claims.claim(actor=finance, person=person, new=bill)
    return looking.agree(actor=finance, claim_id=claim.pk)


def _batch(finance: Actor) -> Batch:
    """A payment of everything that is ready."""
    seen = paying.owed(paying.payees(finance, paying.BY_BANK)).mark
    return batches.make_batch(actor=finance, pay_on=clock.today(), seen=seen)
