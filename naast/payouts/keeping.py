"""For how long this room keeps payments: see core.retention."""

from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core.retention import Kind, deleting, register
from naast.payouts.models import Batch, CashPayment

YEARS = 7
MONTHS = YEARS * 12
STARTS = _("the end of the year in which it was paid")
REASON = _("The accounts of an organisation are kept for seven years.")


def _batches(organisation_id: UUID, before: date) -> QuerySet[Batch]:
    """Those of a calendar year that was over before that day."""
    return Batch.objects.filter(
        organisation_id=organisation_id, ended_on__lt=date(before.year, 1, 1)
    )


def _receipts(organisation_id: UUID, before: date) -> QuerySet[CashPayment]:
    """Those of a calendar year that was over before that day."""
    return CashPayment.objects.filter(
        organisation_id=organisation_id, given_on__lt=date(before.year, 1, 1)
    )


register(
    Kind(
        code="payouts.batches",
        title=_("Payments by bank"),
        months=MONTHS,
        least=MONTHS,
        by_law=True,
        starts=STARTS,
        reason=REASON,
        due=_batches,
        erase=deleting(Batch),
        # A batch holds many people: a few at once, so that the desk is never locked for long.
        at_once=5,
        others=("transfers__person",),
    ),
    Kind(
        code="payouts.receipts",
        title=_("Receipts for cash"),
        months=MONTHS,
        least=MONTHS,
        by_law=True,
        starts=STARTS,
        reason=REASON,
        due=_receipts,
        erase=deleting(CashPayment),
        person="person",
        at_once=100,
    ),
)
