"""Batches and receipts as finance reads them."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Sum

from naast.expenses.models import Claim
from naast.expenses.states import ClaimState
from naast.organisations.actors import Actor
from naast.payouts.models import Batch, CashPayment, Transfer
from naast.payouts.policies import paying as policy

GOES = Q(transfers__left_out_on__isnull=True)


def _with_totals(rows: QuerySet[Batch]) -> QuerySet[Batch]:
    """With `people` and `cents` of what goes to the bank."""
    return rows.select_related("made_by__user", "ended_by__user").annotate(
        people=Count("transfers", filter=GOES), cents=Sum("transfers__cents", filter=GOES)
    )


def listed(actor: Actor) -> QuerySet[Batch]:
    """All batches, with how many people and how much."""
    return _with_totals(policy.batches_visible_to(actor))


def get_batch(actor: Actor, batch_id: UUID) -> Batch | None:
    """One of them, with its totals."""
    rows = _with_totals(policy.batches_visible_to(actor).select_related("organisation"))
    return rows.filter(pk=batch_id).first()


def claims_in(batch: Batch) -> QuerySet[Claim]:
    """Everything that this batch pays."""
    return Claim.objects.filter(transfers__batch=batch, transfers__left_out_on__isnull=True)


def transfers_of(batch: Batch) -> QuerySet[Transfer]:
    """Its lines, with `number` of claims; also those that the bank did not take, with whether something of them still
    waits (`is_owed`)."""
    return batch.transfers.select_related("person").annotate(
        number=Count("claims"),
        is_owed=Exists(Claim.objects.filter(transfers=OuterRef("pk"), state=ClaimState.APPROVED)),
    )


@dataclass(frozen=True, slots=True)
class Receipts:
    """Which receipts a page shows."""

    to_sign: QuerySet[CashPayment]
    over: QuerySet[CashPayment]


def receipts(actor: Actor) -> Receipts:
    """Those that wait for a name, and the rest."""
    rows = policy.receipts_visible_to(actor).select_related("person", "given_by__user")
    is_open = Q(signed="", cancelled_at__isnull=True)
    return Receipts(rows.filter(is_open), rows.exclude(is_open))


def get_receipt(actor: Actor, receipt_id: UUID) -> CashPayment | None:
    """One receipt, for finance."""
    rows = policy.receipts_visible_to(actor)
    return (
        rows.select_related("person", "given_by__user", "organisation")
        .filter(pk=receipt_id)
        .first()
    )


def get_own_receipt(actor: Actor, receipt_id: UUID) -> CashPayment | None:
    """One receipt of one's own."""
    rows = policy.own_receipts_of(actor)
    return (
        rows.select_related("person", "given_by__user", "organisation")
        .filter(pk=receipt_id)
        .first()
    )


def own_to_sign(actor: Actor) -> QuerySet[CashPayment]:
    """One's own receipts that wait for one's name."""
    return policy.own_receipts_of(actor).filter(signed="")
