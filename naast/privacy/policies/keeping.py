"""Who may set terms and holds, and read who looked. Lists and single rows side by side."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.people.models import Person
from naast.privacy.models import LegalHold, RetentionRun
from naast.privacy.models.holds import HoldQuerySet


def guards(actor: Actor) -> bool:
    """Coordinators and administrators choose terms: these say nothing about anybody (ADR 0021)."""
    return actor.is_coordinator or actor.has(Function.ADMINISTRATOR)


def runs_visible_to(actor: Actor) -> QuerySet[RetentionRun]:
    """The reports of the nights of this house."""
    rows = RetentionRun.objects.filter(organisation_id=actor.organisation_id)
    return rows if guards(actor) else rows.none()


def can_choose_terms(actor: Actor) -> Decision:
    """For how long the house keeps what."""
    if not guards(actor):
        return deny(_("Only a coordinator or an administrator chooses how long things are kept."))
    return ALLOW


def holds_visible_to(actor: Actor) -> HoldQuerySet:
    """The holds of this house, with their reasons: for coordinators, since they tell about people. Never one about
    themselves: it may be kept for a procedure they are a party to."""
    rows = LegalHold.objects.filter(organisation_id=actor.organisation_id)
    if not actor.is_coordinator:
        return rows.none()
    return rows.exclude(person_id=actor.person_id) if actor.person_id else rows


def can_hold(actor: Actor, person: Person) -> Decision:
    """Keeping everything about somebody for a procedure or a duty of law."""
    if person.organisation_id != actor.organisation_id:
        return deny(_("This person belongs to another organisation."))
    if not actor.is_coordinator:
        return deny(_("Only a coordinator sets a hold."))
    if person.pk == actor.person_id:
        return deny(_("This is about yourself: ask a colleague to do it."))
    return ALLOW


def can_change_hold(actor: Actor, hold: LegalHold) -> Decision:
    """Looking at a hold again, or lifting it: not one about oneself."""
    return can_hold(actor, hold.person)


def can_read_own_looks(actor: Actor, person: Person) -> Decision:
    """Who read what somebody told us: they themselves alone."""
    if person.organisation_id != actor.organisation_id or actor.person_id != person.pk:
        return deny(_("This is not yours to read."))
    return ALLOW


def can_read_looks(actor: Actor, person: Person) -> Decision:
    """Who read the file of somebody: they themselves, and coordinators."""
    if person.organisation_id != actor.organisation_id:
        return deny(_("This person belongs to another organisation."))
    if not (actor.is_coordinator or actor.person_id == person.pk):
        return deny(_("This is not yours to read."))
    return ALLOW
