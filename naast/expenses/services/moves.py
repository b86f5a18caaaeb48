"""A claim goes one step on: locked, checked against the table, written down."""

from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from naast.audit import log
from naast.expenses.models import Claim
from naast.expenses.states import CLAIM
from naast.organisations.actors import Actor


@transaction.atomic
def move(*, actor: Actor, claim: Claim, step: str, **changes: Any) -> Claim:
    """Take the step for this claim and set `changes` with it. The caller has asked the policy.

    Raises StateConflict when the claim is no longer where the page showed it.
    """
    row = Claim.objects.select_for_update().get(pk=claim.pk, organisation_id=actor.organisation_id)
    row.state = CLAIM.target(step, source=row.state)
    for name, value in changes.items():
        setattr(row, name, value)
    row.save(update_fields=["state", *changes])
    log.record(f"claim.{step}", actor=actor, target=row)
    return row


@transaction.atomic
def move_many(*, actor: Actor, claims: QuerySet[Claim], step: str, **changes: Any) -> int:
    """Take the step for all these claims at once, in a constant number of queries. Returns how many they are.

    Raises StateConflict when one of them is no longer where the step starts: then none has moved.
    """
    house = claims.filter(organisation_id=actor.organisation_id)
    # In one order, so that two who hold some of the same claims wait for each other instead of forever.
    rows = list(house.select_for_update(of=("self",)).order_by("id").only("id", "state"))
    for row in rows:
        row.state = CLAIM.target(step, source=row.state)
    held = Claim.objects.filter(pk__in=[row.pk for row in rows])
    held.update(state=CLAIM.steps[step].target, **changes)
    log.record_many(f"claim.{step}", actor=actor, targets=rows)
    return len(rows)
