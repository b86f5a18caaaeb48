"""The declaration on honour: what other organisations pay, before anything is paid back here (spec/law 1.7.8)."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.core import clock
from naast.core.errors import Incomplete
from naast.expenses.inputs import Said
from naast.expenses.models import Declaration
from naast.expenses.policies import claims as policy
from naast.expenses.services.claims import lock_year
from naast.organisations.actors import Actor
from naast.people.models import Person


@transaction.atomic
def declare(
    *, actor: Actor, person: Person, year: int, said: Said, signed_on: date | None = None
) -> Declaration:
    """Write down what a volunteer says of one year. It ends what they said of it before, and stays beside it.
    `signed_on`: the day on the paper, when finance enters it.

    Raises NotAllowed, or Incomplete for fixed amounts and proven costs together, which Belgian law forbids, and for a
    year with less than one of its months: it would leave room under the ceiling of the year that is not there.
    """
    policy.can_claim_for(actor, person).require()
    if said.has_others and said.other_flat and said.other_real:
        raise Incomplete(
            {"other_real": _("In one year it is fixed amounts or proven costs, not both. Which?")}
        )
    if said.has_others and said.other_month > said.other_flat:
        raise Incomplete({"other_flat": _("A year is at least as much as one month of it.")})
    cost_year = lock_year(person, year)
    cost_year.declarations.filter(ended_at__isnull=True).update(ended_at=clock.now())
    declared = Declaration.objects.create(
        organisation_id=person.organisation_id,
        cost_year=cost_year,
        has_others=said.has_others,
        other_flat=said.other_flat if said.has_others else 0,
        other_month=said.other_month if said.has_others else 0,
        other_real=said.other_real and said.has_others,
        other_km=said.other_km if said.has_others else 0,
        no_allowance=said.no_allowance,
        declared_on=signed_on or clock.today(),
        how=Declaration.How.PAPER if signed_on else Declaration.How.SCREEN,
        entered_by_id=actor.membership_id,
    )
    log.record("costs.declared", actor=actor, target=declared)
    return declared
