"""Batches and receipts: finance pays, and a volunteer signs for what they got themselves."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.payouts.models import Batch, CashPayment
from naast.people.models import Person


def batches_visible_to(actor: Actor) -> QuerySet[Batch]:
    """Every batch of the house, for finance alone."""
    rows = Batch.objects.filter(organisation_id=actor.organisation_id)
    return rows if actor.has(Function.FINANCE) else rows.none()


def receipts_visible_to(actor: Actor) -> QuerySet[CashPayment]:
    """Every receipt of the house, for finance alone."""
    rows = CashPayment.objects.filter(organisation_id=actor.organisation_id)
    return rows if actor.has(Function.FINANCE) else rows.none()


def own_receipts_of(actor: Actor) -> QuerySet[CashPayment]:
    """What a volunteer got in cash themselves; what was given up is gone."""
    rows = CashPayment.objects.filter(organisation_id=actor.organisation_id)
    if actor.person_id is None or not actor.has(Function.VOLUNTEER):
        return rows.none()
    return rows.filter(person_id=actor.person_id, cancelled_at__isnull=True)


def can_pay(actor: Actor) -> Decision:
    """Finance alone."""
    if not actor.has(Function.FINANCE):
        return deny(_("Only finance can do this."))
    return ALLOW


def can_give_cash(actor: Actor, person: Person) -> Decision:
    """Finance, and never to oneself: two people see each receipt."""
    if not actor.has(Function.FINANCE):
        return deny(_("Only finance can do this."))
    if person.organisation_id != actor.organisation_id:
        return deny(_("This person belongs to another organisation."))
    if person.pk == actor.person_id:
        return deny(_("This money is for you: a colleague gives it."))
    return ALLOW


def can_sign(actor: Actor, receipt: CashPayment) -> Decision:
    """Who got the money, on their own screen."""
    if receipt.organisation_id != actor.organisation_id or receipt.person_id != actor.person_id:
        return deny(_("Only who got the money signs for it."))
    return ALLOW
