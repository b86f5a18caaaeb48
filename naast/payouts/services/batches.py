"""A batch is made, brought to the bank, and confirmed when somebody saw on the account that it was paid (S2-38)."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import partial
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from naast.audit import log
from naast.core import clock
from naast.core.errors import Incomplete, StateConflict
from naast.expenses.models import Claim, CostSettings, PayAccount
from naast.expenses.services.moves import move_many
from naast.expenses.states import BATCH as INTO_BATCH
from naast.expenses.states import PAY, UNBATCH
from naast.organisations.actors import Actor
from naast.payouts import sepa, tasks
from naast.payouts.errors import AccountNotRight, NothingToPay
from naast.payouts.models import Batch, Transfer
from naast.payouts.policies import paying as policy
from naast.payouts.queries import paying
from naast.payouts.queries.batches import claims_in
from naast.payouts.services.numbers import lock_house, next_number
from naast.payouts.states import BATCH, CANCEL, CONFIRM

Claims = list[Claim]
# A day further on is a slip of the finger: nobody waits that long.
MOST_AHEAD = timedelta(days=92)


@transaction.atomic
def make_batch(*, actor: Actor, pay_on: date, seen: str) -> Batch:
    """One transfer for each volunteer with an account, for everything that was agreed, less what was taken back.

    `seen` is the mark of what the page showed (Owed.mark): when something was agreed since, somebody looks again.
    Raises NotAllowed, Incomplete (the day; no account of the house), NothingToPay, AccountNotRight, StateConflict.
    """
    policy.can_pay(actor).require()
    if not clock.today() <= pay_on <= clock.today() + MOST_AHEAD:
        raise Incomplete({"pay_on": _("Choose today or a day after it, within three months.")})
    lock_house(actor)
    settings = _account_of_the_house(actor)
    accounts = _accounts(actor)
    owed = {
        person_id: claims
        for person_id, claims in _locked(actor).items()
        if person_id in accounts and sum(each.cents for each in claims) > 0
    }
    if not owed:
        raise NothingToPay(_("Nothing is agreed for anybody with an account."))
    cents = sum(claim.cents for claims in owed.values() for claim in claims)
    if paying.Owed(len(owed), cents).mark != seen:
        raise StateConflict(
            _("Something was agreed or taken back since. Look again, then make it.")
        )
    batch = _written(actor, settings, pay_on)
    _write_transfers(batch, owed, accounts)
    move_many(actor=actor, claims=claims_in(batch), step=INTO_BATCH)
    log.record("batch.made", actor=actor, target=batch, changes={"transfers": len(owed)})
    return batch


@transaction.atomic
def confirm_batch(*, actor: Actor, batch_id: UUID, paid_on: date) -> Batch:
    """Somebody saw on the account that it was paid: only now it is, and who can be reached is told afterwards.

    Raises Batch.DoesNotExist, NotAllowed, StateConflict, Incomplete (a day to come, or before it was made).
    """
    batch = _lock_batch(actor, batch_id)
    target = BATCH.target(CONFIRM, source=batch.state)
    if not localdate(batch.created_at) <= paid_on <= clock.today():
        raise Incomplete(
            {"paid_on": _("Choose a day between the one on which it was made and today.")}
        )
    move_many(actor=actor, claims=claims_in(batch), step=PAY, paid_on=paid_on)
    _end(batch, actor, target, paid_on)
    log.record("batch.confirmed", actor=actor, target=batch)
    transaction.on_commit(partial(tasks.tell_paid.enqueue, str(batch.pk)))
    return batch


@transaction.atomic
def cancel_batch(*, actor: Actor, batch_id: UUID, reason: str) -> Batch:
    """The bank did not take it: every claim waits for another batch.

    Raises Batch.DoesNotExist, NotAllowed, StateConflict.
    """
    batch = _lock_batch(actor, batch_id)
    target = BATCH.target(CANCEL, source=batch.state)
    move_many(actor=actor, claims=claims_in(batch), step=UNBATCH)
    batch.reason = reason
    _end(batch, actor, target, clock.today())
    log.record("batch.cancelled", actor=actor, target=batch)
    return batch


@transaction.atomic
def leave_out(*, actor: Actor, batch_id: UUID, transfer_id: UUID) -> Transfer:
    """The bank did not take this one of the batch: its claims wait again, and the account is to be asked.

    Raises Batch.DoesNotExist, Transfer.DoesNotExist, NotAllowed (also for one's own), StateConflict (over, or the last
    one: then the whole batch is cancelled).
    """
    batch = _lock_batch(actor, batch_id)
    BATCH.target(CONFIRM, source=batch.state)
    staying = batch.transfers.filter(left_out_on__isnull=True)
    transfer = staying.select_related("person").get(pk=transfer_id)
    policy.can_give_cash(actor, transfer.person).require()
    if not staying.exclude(pk=transfer.pk).exists():
        raise StateConflict(_("This is the last one: say that the bank did not take the batch."))
    move_many(actor=actor, claims=Claim.objects.filter(transfers=transfer), step=UNBATCH)
    transfer.left_out_on = clock.today()
    transfer.save(update_fields=["left_out_on"])
    log.record("transfer.left-out", actor=actor, target=transfer)
    return transfer


def _lock_batch(actor: Actor, batch_id: UUID) -> Batch:
    policy.can_pay(actor).require()
    return policy.batches_visible_to(actor).select_for_update(of=("self",)).get(pk=batch_id)


def _end(batch: Batch, actor: Actor, state: str, day: date) -> None:
    batch.state, batch.ended_on, batch.ended_by_id = state, day, actor.membership_id
    batch.save(update_fields=["state", "ended_on", "ended_by", "reason"])


def _account_of_the_house(actor: Actor) -> CostSettings:
    settings = paying.pays_from(actor)
    if settings is None or not sepa.is_account(settings.iban):
        raise Incomplete({"": _("First write down from which account your organisation pays.")})
    return settings


def _accounts(actor: Actor) -> dict[UUID, PayAccount]:
    """The accounts of who waits for money, by person."""
    waiting = paying.payees(actor, paying.BY_BANK).values("pk")
    rows = PayAccount.objects.filter(person__in=waiting).select_related("person")
    found = {row.person_id: row for row in rows}
    wrong = [row.person.name for row in found.values() if not sepa.is_account(row.iban)]
    if wrong:
        raise AccountNotRight(
            _("This account number can’t be right, ask for it again: %(names)s.")
            % {"names": ", ".join(sorted(wrong))}
        )
    return found


def _locked(actor: Actor) -> Mapping[UUID, Claims]:
    """Everything agreed, by person, held until the transaction ends."""
    rows = (
        paying.agreed(actor)
        .select_for_update(of=("self",))
        .select_related("cost_year")
        .only("id", "cents", "day", "cost_year__person_id")
        .order_by("id")
    )
    found: dict[UUID, Claims] = {}
    for claim in rows:
        found.setdefault(claim.cost_year.person_id, []).append(claim)
    return found


def _written(actor: Actor, settings: CostSettings, pay_on: date) -> Batch:
    number = next_number(actor, Batch)
    batch = Batch(
        organisation_id=actor.organisation_id,
        number=number,
        pay_on=pay_on,
        from_name=settings.account_name,
        from_iban=sepa.compact(settings.iban),
        from_bic=settings.bic,
        made_by_id=actor.membership_id,
    )
    batch.message_id = f"NAAST-{number:05}-{batch.pk.hex[-12:]}"
    batch.save(force_insert=True)
    return batch


def _write_transfers(
    batch: Batch, owed: Mapping[UUID, Claims], accounts: Mapping[UUID, PayAccount]
) -> None:
    transfers, links = [], []
    through = Transfer.claims.through
    for number, (person_id, claims) in enumerate(owed.items(), start=1):
        account = accounts[person_id]
        transfer = Transfer(
            organisation_id=batch.organisation_id,
            batch=batch,
            person_id=person_id,
            holder=account.holder or account.person.name,
            iban=sepa.compact(account.iban),
            cents=sum(claim.cents for claim in claims),
            end_to_end=f"{batch.message_id}-{number:06}",
        )
        transfers.append(transfer)
        links += [through(transfer_id=transfer.pk, claim_id=claim.pk) for claim in claims]
    Transfer.objects.bulk_create(transfers)
    through.objects.bulk_create(links)
