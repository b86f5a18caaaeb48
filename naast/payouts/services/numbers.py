"""Batches and receipts are numbered in each house, without a gap."""

from django.db.models import Max

from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.payouts.models import Batch, CashPayment


def lock_house(actor: Actor) -> Organisation:
    """Whoever pays queues here: no two have the same number, or the same claim."""
    return Organisation.objects.select_for_update(no_key=True).get(pk=actor.organisation_id)


def next_number(actor: Actor, rows: type[Batch] | type[CashPayment]) -> int:
    """The number after the last; call it behind `lock_house`."""
    mine = rows._default_manager.filter(organisation_id=actor.organisation_id)
    return (mine.aggregate(last=Max("number"))["last"] or 0) + 1
