"""Writes of what a house and its programmes pay back. What was claimed before stays as it was judged."""

from dataclasses import asdict
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.core import clock
from naast.core.errors import Incomplete
from naast.expenses.inputs import HouseTerms, ProgrammeTerms
from naast.expenses.models import CostSettings, ProgrammeCosts
from naast.expenses.policies import terms as policy
from naast.expenses.terms import above_the_law
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.programmes.models import Programme
from naast.rates.queries.figures import figures_for


@transaction.atomic
def change_house(*, actor: Actor, new: HouseTerms) -> CostSettings:
    """The account of the house, and from which amount on (cents) two colleagues look.

    Raises NotAllowed, or Incomplete when there is a name without an account or the reverse.
    """
    policy.can_decide(actor).require()
    if bool(new.iban) != bool(new.account_name):
        missing = "account_name" if new.iban else "iban"
        raise Incomplete({missing: _("The name and the number of an account belong together.")})
    settings = _locked(actor)
    changed = _changed(settings, asdict(new))
    settings.save()
    log.record("costs.house-changed", actor=actor, target=settings, changes={"fields": changed})
    return settings


@transaction.atomic
def give_fixed(*, actor: Actor, reason: str, decided_on: date) -> CostSettings:
    """Fixed amounts are given from now on, with why and when that was decided (S2-43).

    Raises NotAllowed, or Incomplete without a reason or with a day that is still to come.
    """
    policy.can_decide(actor).require()
    wrong = {}
    if not reason.strip():
        wrong["flat_reason"] = _("Write why, and for whom: it is no fee for everybody.")
    if decided_on > clock.today():
        wrong["flat_decided_on"] = _("This day is still to come.")
    if wrong:
        raise Incomplete(wrong)
    settings = _locked(actor)
    settings.flat_is_on = True
    settings.flat_reason, settings.flat_decided_on = reason.strip(), decided_on
    settings.save()
    log.record("costs.fixed-on", actor=actor, target=settings)
    return settings


@transaction.atomic
def stop_fixed(*, actor: Actor) -> CostSettings:
    """No new fixed amounts. Twice is the same as once; what was claimed stays. Raises NotAllowed."""
    policy.can_decide(actor).require()
    settings = _locked(actor)
    if settings.flat_is_on:
        settings.flat_is_on = False
        settings.save()
        log.record("costs.fixed-off", actor=actor, target=settings)
    return settings


@transaction.atomic
def change_programme(*, actor: Actor, programme_id: UUID, new: ProgrammeTerms) -> ProgrammeCosts:
    """What one programme pays, at most what the law allows today.

    Raises NotAllowed, Programme.DoesNotExist, or Incomplete with what passes a figure of the law or asks for fixed
    amounts that the house does not give.
    """
    policy.can_change_programme(actor).require()
    settings = _locked(actor)
    house = Organisation.objects.get(pk=actor.organisation_id)
    programme = Programme.objects.get(pk=programme_id, organisation_id=house.pk)
    wrong = above_the_law(new, figures_for(house).on(clock.today()), country=house.country)
    if new.pays_flat and not settings.flat_is_on:
        wrong["pays_flat"] = _("First an administrator decides that fixed amounts are given here.")
    if wrong:
        raise Incomplete(wrong)
    costs, _is_new = ProgrammeCosts.objects.get_or_create(
        organisation_id=house.pk, programme=programme
    )
    changed = _changed(costs, asdict(new))
    costs.save()
    log.record("costs.programme-changed", actor=actor, target=costs, changes={"fields": changed})
    return costs


def _locked(actor: Actor) -> CostSettings:
    """The settings of this house, made if need be; with who changes them."""
    made, _is_new = CostSettings.objects.get_or_create(organisation_id=actor.organisation_id)
    settings = CostSettings.objects.select_for_update().get(pk=made.pk)
    settings.changed_by_id = actor.membership_id
    return settings


def _changed(row: CostSettings | ProgrammeCosts, new: dict[str, object]) -> list[str]:
    """Put these values in the row; the names of those that were different, for the history."""
    changed = [name for name, value in new.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, new[name])
    return changed
