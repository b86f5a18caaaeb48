"""Gifts stand in a list of their own that finance keeps."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core.decisions import ALLOW, Decision, deny
from naast.expenses.models import Claim
from naast.expenses.policies import claims
from naast.expenses.states import Kind
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.people.models import Person


def visible_to(actor: Actor) -> QuerySet[Claim]:
    """Every gift of the house, for finance alone; what was taken back and the line that did so as well."""
    return claims.visible_to(actor).filter(kind=Kind.GIFT)


def can_give(actor: Actor, person: Person) -> Decision:
    """Finance writes down a gift for a volunteer of their own house, and never one for themselves."""
    if person.organisation_id != actor.organisation_id or not actor.has(Function.FINANCE):
        return deny(_("Only finance can do this."))
    if actor.person_id == person.pk:
        return deny(_("A gift to yourself is written down by a colleague."))
    return ALLOW


def can_take_back(actor: Actor, gift: Claim) -> Decision:
    """The same, for a gift that still stands."""
    can_give(actor, gift.cost_year.person).require()
    if gift.kind != Kind.GIFT or gift.reverses_id is not None:
        return deny(_("Only a gift can be taken off this list."))
    if hasattr(gift, "reversed_by"):
        return deny(_("This gift is off the list already."))
    return ALLOW
