"""Paid by hand, with a numbered receipt: nothing counts as paid before it is signed (spec/law 1.7.8)."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.audit import log
from naast.core import clock
from naast.core.errors import Incomplete, StateConflict
from naast.expenses.models import Claim
from naast.expenses.services.moves import move_many
from naast.expenses.states import BATCH, PAY, UNBATCH
from naast.messaging.services import tell
from naast.organisations.actors import Actor
from naast.payouts.errors import NothingToPay
from naast.payouts.models import CashPayment
from naast.payouts.policies import paying as policy
from naast.payouts.queries import paying
from naast.payouts.services.numbers import lock_house, next_number
from naast.people.models import Person
from naast.people.names import plain

TO_SIGN = gettext_lazy("A receipt waits for your name")
TO_SIGN_WORDS = gettext_lazy("You get money back in cash. Sign for it once you have it.")
OVER = gettext_lazy("This receipt was signed or given up already. Look again.")


@transaction.atomic
def write_receipt(*, actor: Actor, person: Person, given_on: date, seen: str) -> CashPayment:
    """A receipt for everything that was agreed for this person; its claims are in no batch any more.

    `seen` is the mark of what the page showed (Owed.mark). Raises NotAllowed, Incomplete (a day to come), NothingToPay,
    StateConflict when something was agreed or taken back since.
    """
    policy.can_give_cash(actor, person).require()
    if given_on > clock.today():
        raise Incomplete({"given_on": _("Choose the day on which you give the money, not later.")})
    lock_house(actor)
    rows = paying.agreed(actor).filter(cost_year__person=person)
    claims = list(rows.select_for_update(of=("self",)).order_by("id").only("id", "cents"))
    cents = sum(claim.cents for claim in claims)
    if cents <= 0:
        raise NothingToPay(_("Nothing is agreed for this person now."))
    if paying.Owed(1, cents).mark != seen:
        raise StateConflict(
            _("Something was agreed or taken back since. Look at the amount again.")
        )
    receipt = CashPayment.objects.create(
        organisation_id=actor.organisation_id,
        number=next_number(actor, CashPayment),
        person=person,
        cents=cents,
        given_by_id=actor.membership_id,
        given_on=given_on,
    )
    receipt.claims.set(claims)
    move_many(actor=actor, claims=_claims_of(receipt), step=BATCH)
    log.record("receipt.written", actor=actor, target=receipt)
    if person.user is not None:
        url = actor.url("payouts:my_receipt", receipt_id=receipt.pk)
        tell(
            actor=actor,
            user=person.user,
            kind="payouts.receipt",
            subject=TO_SIGN,
            body=TO_SIGN_WORDS,
            url=url,
        )
    return receipt


@transaction.atomic
def sign(*, actor: Actor, receipt_id: UUID, name: str) -> CashPayment:
    """Who got the money signs on their own screen, by typing their name. Now it is paid.

    Raises CashPayment.DoesNotExist, NotAllowed, Incomplete (another name), StateConflict.
    """
    rows = policy.own_receipts_of(actor).select_for_update(of=("self",))
    receipt = rows.select_related("person").get(pk=receipt_id)
    policy.can_sign(actor, receipt).require()
    if plain(" ".join(name.split())) != plain(receipt.person.name):
        raise Incomplete(
            {"name": _("Type your first name and your family name, as we write them.")}
        )
    return _signed(actor, receipt, CashPayment.Signed.SCREEN, clock.today())


@transaction.atomic
def note_signed(*, actor: Actor, receipt_id: UUID, signed_on: date) -> CashPayment:
    """Finance has the receipt back, signed on paper. Now it is paid.

    Raises CashPayment.DoesNotExist, NotAllowed (also for one's own), Incomplete (a day to come), StateConflict.
    """
    receipt = _lock_receipt(actor, receipt_id)
    policy.can_give_cash(actor, receipt.person).require()
    if not receipt.given_on <= signed_on <= clock.today():
        raise Incomplete(
            {"signed_on": _("Choose a day between the one on which it was given and today.")}
        )
    return _signed(actor, receipt, CashPayment.Signed.PAPER, signed_on)


@transaction.atomic
def give_up(*, actor: Actor, receipt_id: UUID) -> CashPayment:
    """The money was not given after all: the claims wait again, and the number stays used.

    Raises CashPayment.DoesNotExist, NotAllowed (also for one's own: it would be paid once more), StateConflict.
    """
    receipt = _lock_receipt(actor, receipt_id)
    policy.can_give_cash(actor, receipt.person).require()
    _check_open(receipt)
    move_many(actor=actor, claims=_claims_of(receipt), step=UNBATCH)
    receipt.cancelled_at = clock.now()
    receipt.save(update_fields=["cancelled_at"])
    log.record("receipt.given-up", actor=actor, target=receipt)
    return receipt


def _lock_receipt(actor: Actor, receipt_id: UUID) -> CashPayment:
    policy.can_pay(actor).require()
    rows = policy.receipts_visible_to(actor).select_for_update(of=("self",))
    return rows.select_related("person").get(pk=receipt_id)


def _check_open(receipt: CashPayment) -> None:
    if not receipt.is_open:
        raise StateConflict(OVER)


def _signed(actor: Actor, receipt: CashPayment, how: str, day: date) -> CashPayment:
    _check_open(receipt)
    # The day of payment is that of the money, not that of the name under it.
    move_many(actor=actor, claims=_claims_of(receipt), step=PAY, paid_on=receipt.given_on)
    receipt.signed, receipt.signed_on = how, day
    receipt.save(update_fields=["signed", "signed_on"])
    log.record("receipt.signed", actor=actor, target=receipt, changes={"how": how})
    return receipt


def _claims_of(receipt: CashPayment) -> QuerySet[Claim]:
    return Claim.objects.filter(cash_payments=receipt)
