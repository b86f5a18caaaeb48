"""Claims: one's own, or all for finance."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core.decisions import ALLOW, Decision, deny
from naast.expenses.models import Claim, CostYear
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.people.models import Person


def visible_to(actor: Actor) -> QuerySet[Claim]:
    """Every claim of the house, for finance alone."""
    rows = Claim.objects.filter(organisation_id=actor.organisation_id)
    return rows if actor.has(Function.FINANCE) else rows.none()


def own_of(actor: Actor) -> QuerySet[Claim]:
    """What a volunteer claimed themselves."""
    rows = Claim.objects.filter(organisation_id=actor.organisation_id)
    if actor.person_id is None or not actor.has(Function.VOLUNTEER):
        return rows.none()
    return rows.filter(cost_year__person_id=actor.person_id)


def years_visible_to(actor: Actor) -> QuerySet[CostYear]:
    """The years of volunteers, for finance alone."""
    rows = CostYear.objects.filter(organisation_id=actor.organisation_id)
    return rows if actor.has(Function.FINANCE) else rows.none()


def can_claim_for(actor: Actor, person: Person) -> Decision:
    """A volunteer for themselves; finance for somebody who is not online."""
    if person.organisation_id != actor.organisation_id:
        return deny(_("This person belongs to another organisation."))
    if actor.has(Function.FINANCE):
        return ALLOW
    if actor.person_id == person.pk and actor.has(Function.VOLUNTEER):
        return ALLOW
    return deny(_("Only the volunteer and finance can do this."))


def can_look_at(actor: Actor, claim: Claim) -> Decision:
    """Finance, and never at one's own claim. What needs two colleagues is said by payouts, which knows the amount."""
    if claim.organisation_id != actor.organisation_id or not actor.has(Function.FINANCE):
        return deny(_("Only finance can do this."))
    if actor.person_id is not None and actor.person_id == claim.cost_year.person_id:
        return deny(_("This claim is your own: a colleague looks at it."))
    return ALLOW
