"""Who knows of a finger on the pulse. A volunteer knows first name, phone and the line, and no more."""

from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core import clock
from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.parting.models import Pulse
from naast.people.models import Person


def visible_to(actor: Actor) -> QuerySet[Pulse]:
    """What staff may read: coordinators all; a colleague those they keep themselves, until they end."""
    rows = Pulse.objects.filter(organisation_id=actor.organisation_id)
    if actor.is_coordinator:
        return rows
    if actor.membership_id is None or not actor.has(Function.PROFESSIONAL, Function.COACH):
        return rows.none()
    return rows.filter(colleague_id=actor.membership_id, ended_on__isnull=True)


def kept_by(actor: Actor, *, day: date) -> QuerySet[Pulse]:
    """Those this actor keeps themselves, as volunteer or colleague: open, and not past the last day. Only for
    `queries.pulses`, which reads first name, phone and lines of it."""
    rows = Pulse.objects.filter(
        organisation_id=actor.organisation_id, ended_on__isnull=True, until_on__gte=day
    )
    if actor.person_id is not None and actor.has(Function.VOLUNTEER):
        own = rows.filter(volunteer_id=actor.person_id)
    else:
        own = rows.none()
    if actor.membership_id is not None and actor.has(Function.PROFESSIONAL, Function.COACH):
        own = own | rows.filter(colleague_id=actor.membership_id)
    return own


def about_me(actor: Actor) -> QuerySet[Pulse]:
    """The open ones about the participant themselves."""
    rows = Pulse.objects.filter(organisation_id=actor.organisation_id, ended_on__isnull=True)
    if actor.person_id is None or not actor.has(Function.PARTICIPANT):
        return rows.none()
    return rows.filter(participant_id=actor.person_id)


def can_start(actor: Actor, participant: Person) -> Decision:
    """Coordinators, with the participant's yes."""
    if participant.organisation_id != actor.organisation_id:
        return deny(_("This person belongs to another organisation."))
    if not actor.is_coordinator:
        return deny(_("Only a coordinator can do this."))
    return ALLOW


def can_note(actor: Actor, pulse: Pulse) -> Decision:
    """Who keeps it, until the last day; or a coordinator on their behalf."""
    if pulse.organisation_id != actor.organisation_id:
        return deny(_("This belongs to another organisation."))
    if pulse.ended_on is not None:
        return deny(_("This contact has ended."))
    if actor.is_coordinator:
        return ALLOW
    if not kept_by(actor, day=clock.today()).filter(pk=pulse.pk).exists():
        return deny(_("Somebody else keeps this contact."))
    return ALLOW
