"""Who reads a wish, a closer rhythm of contact and a guide outside; who writes and answers."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.belonging.models import CloserContact, OutsideGuide, Wish
from naast.core import clock
from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.people.models import Person


def visible_to(actor: Actor) -> QuerySet[Wish]:
    """Coordinators: all of their organisation. Everybody else: their own."""
    rows = Wish.objects.filter(organisation_id=actor.organisation_id)
    return rows if actor.is_coordinator else rows.filter(person=actor.person_id)


def own_of(actor: Actor) -> QuerySet[Wish]:
    """The volunteer's own wishes."""
    rows = Wish.objects.filter(organisation_id=actor.organisation_id)
    return rows.filter(person=actor.person_id) if is_volunteer(actor) else rows.none()


def contacts_visible_to(actor: Actor) -> QuerySet[CloserContact]:
    """Coordinators and the person themselves: it is nobody else's business."""
    rows = CloserContact.objects.filter(organisation_id=actor.organisation_id)
    return rows if actor.is_coordinator else rows.filter(person=actor.person_id)


def guides_visible_to(actor: Actor) -> QuerySet[OutsideGuide]:
    """The person themselves, always. Coordinators, as long as the yes holds."""
    rows = OutsideGuide.objects.filter(organisation_id=actor.organisation_id)
    if not actor.is_coordinator:
        return rows.filter(person=actor.person_id)
    return rows.filter(revoked_on__isnull=True, until_on__gte=clock.today())


def own_guides(actor: Actor) -> QuerySet[OutsideGuide]:
    """The guides whom the volunteer named, also those whose yes is over."""
    rows = OutsideGuide.objects.filter(organisation_id=actor.organisation_id)
    return rows.filter(person=actor.person_id) if is_volunteer(actor) else rows.none()


def is_volunteer(actor: Actor) -> bool:
    """Whether somebody acts as a volunteer with a card of their own."""
    return actor.person_id is not None and actor.has(Function.VOLUNTEER)


def can_write_for(actor: Actor, person: Person) -> Decision:
    """The volunteer themselves, or a coordinator after a talk."""
    if person.organisation_id != actor.organisation_id:
        return deny(_("This person belongs to another organisation."))
    if not (actor.is_coordinator or (is_volunteer(actor) and person.pk == actor.person_id)):
        return deny(_("Only the volunteer and the coordinator write this."))
    return ALLOW


def can_answer(actor: Actor, person: Person) -> Decision:
    """Coordinators answer, never themselves."""
    if person.organisation_id != actor.organisation_id:
        return deny(_("This person belongs to another organisation."))
    if not actor.is_coordinator:
        return deny(_("Only a coordinator can answer on behalf of the house."))
    if actor.person_id is not None and person.pk == actor.person_id:
        return deny(_("This is about yourself: ask a colleague."))
    return ALLOW
