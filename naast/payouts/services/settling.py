"""What was taken back and what was agreed may come to nothing together, or to less: then no payment ever carries it, and
it is settled here, so that nothing waits for ever and the list of the year is complete."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Sum
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from naast.audit import log
from naast.core import clock
from naast.core.errors import StateConflict
from naast.expenses.models import Claim
from naast.expenses.services.moves import move_many
from naast.expenses.states import PAY, ClaimState
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.payouts.policies import paying as policy
from naast.payouts.queries.paying import Owed
from naast.payouts.services.numbers import lock_house
from naast.payouts.services.telling import HAS_NEWS, tell_volunteer
from naast.people.models import Person


def settle_zero(actor: Actor, house: Organisation, now: datetime) -> int:
    """Every night: who has nothing to get and nothing to give back is even. Returns how many people."""
    even = (
        Claim.objects.filter(organisation=house, state=ClaimState.APPROVED)
        .order_by()
        .values_list("cost_year__person_id")
        .annotate(total=Sum("cents"))
        .filter(total=0)
    )
    return sum(_settle_zero(actor, person_id, localdate(now)) for person_id, _total in list(even))


@transaction.atomic
def paid_back(*, actor: Actor, person: Person, seen: str) -> None:
    """A volunteer gave back what was taken back: nothing is open between them and the house any more, and they hear
    that there is news.

    `seen` is the mark of what the page showed (Owed.mark). Raises NotAllowed (also for one's own), or StateConflict
    when something was agreed or taken back since.
    """
    policy.can_give_cash(actor, person).require()
    ids, cents = _locked(actor, person.pk)
    if cents > 0 or not ids or Owed(1, cents).mark != seen:
        raise StateConflict(
            _("Something was agreed or taken back since. Look at the amount again.")
        )
    _pay(actor, ids, clock.today())
    log.record("costs.paid-back", actor=actor, target=person)
    tell_volunteer(
        actor, Claim.objects.select_related("cost_year__person__user").get(pk=ids[0]), HAS_NEWS
    )


@transaction.atomic
def _settle_zero(actor: Actor, person_id: UUID, day: date) -> int:
    ids, cents = _locked(actor, person_id)
    if cents or not ids:
        return 0
    _pay(actor, ids, day)
    return 1


def _locked(actor: Actor, person_id: UUID) -> tuple[list[UUID], int]:
    """What is agreed for somebody and its sum in cents, held until the transaction ends."""
    lock_house(actor)
    rows = Claim.objects.filter(
        organisation_id=actor.organisation_id,
        cost_year__person_id=person_id,
        state=ClaimState.APPROVED,
    )
    held = list(rows.select_for_update(of=("self",)).order_by("id").only("id", "cents"))
    return [row.pk for row in held], sum(row.cents for row in held)


def _pay(actor: Actor, ids: list[UUID], day: date) -> None:
    move_many(actor=actor, claims=Claim.objects.filter(pk__in=ids), step=PAY, paid_on=day)
