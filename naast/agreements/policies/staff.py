"""Who reads, signs and follows the texts that staff keep too; who writes letters and looks back at promises."""

from django.utils.translation import gettext_lazy as _

from naast.agreements.models import Version
from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor
from naast.organisations.models import STAFF
from naast.people.models import Person


def can_acknowledge(actor: Actor, version: Version) -> Decision:
    """Every colleague with a staff function, for themselves, what is for staff and in force."""
    if version.organisation_id != actor.organisation_id:
        return deny(_("This text belongs to another organisation."))
    if actor.membership_id is None or actor.functions.isdisjoint(STAFF):
        return deny(_("This is for colleagues."))
    if not version.document.for_staff or version.published_on is None:
        return deny(_("This text does not ask colleagues to sign."))
    return ALLOW


def can_follow(actor: Actor) -> Decision:
    """Coordinators see who read it, and remind gently."""
    if not actor.is_coordinator:
        return deny(_("Only a coordinator can do this."))
    return ALLOW


def can_write_letters(actor: Actor, person: Person) -> Decision:
    """Coordinators write to the people of their organisation."""
    if person.organisation_id != actor.organisation_id:
        return deny(_("This person belongs to another organisation."))
    if not actor.is_coordinator:
        return deny(_("Only a coordinator can write these letters."))
    return ALLOW


def can_look_back(actor: Actor) -> Decision:
    """Coordinators look back at what the organisation promised."""
    if not actor.is_coordinator:
        return deny(_("Only a coordinator can do this."))
    return ALLOW
