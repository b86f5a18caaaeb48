"""Who plans sessions, who may come, and who takes attendance."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core.decisions import ALLOW, Decision, deny
from naast.learning.models import Seat, Session
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.people.models import Person


def visible_to(actor: Actor, *, now: datetime) -> QuerySet[Session]:
    """Coordinators: all. Volunteers: those still to come, and those where they have a seat. Colleagues: the
    same, of sessions for both (S1-178). Whoever hosts one: that one."""
    sessions = Session.objects.filter(organisation_id=actor.organisation_id)
    if actor.is_coordinator:
        return sessions
    to_come = Q(starts_at__gt=now, cancelled_at__isnull=True, course__is_used=True)
    if not actor.has(Function.VOLUNTEER):
        to_come &= Q(is_mixed=True)
    known = to_come
    if actor.person_id is not None:
        own = Seat.objects.filter(organisation_id=actor.organisation_id, person_id=actor.person_id)
        known |= Q(pk__in=own.values("session_id"))
    return sessions.filter(known | _hosted(actor))


def hosted_by(actor: Actor) -> QuerySet[Session]:
    """The sessions where this actor takes attendance: coordinators all, others those they host."""
    sessions = Session.objects.filter(organisation_id=actor.organisation_id)
    return sessions if actor.is_coordinator else sessions.filter(_hosted(actor))


def _hosted(actor: Actor) -> Q:
    if actor.membership_id is None:
        return Q(pk__in=[])
    return Q(host_id=actor.membership_id, cancelled_at__isnull=True)


def seats_visible_to(actor: Actor) -> QuerySet[Seat]:
    """Coordinators: all. A host: of their sessions. Everybody: their own."""
    seats = Seat.objects.filter(organisation_id=actor.organisation_id)
    if actor.is_coordinator:
        return seats
    known = Q(person_id=actor.person_id)
    if actor.membership_id is not None:
        known |= Q(session__host_id=actor.membership_id, session__cancelled_at__isnull=True)
    return seats.filter(known)


def can_plan(actor: Actor) -> Decision:
    """Coordinators plan, change and cancel sessions, and sign people up."""
    if not actor.is_coordinator:
        return deny(_("Only a coordinator can plan sessions."))
    return ALLOW


def may_have_a_seat(person: Person) -> bool:
    """Courses are for volunteers and colleagues: who is here as a participant alone is not listed with them.
    No query when the hats are read along."""
    return hasattr(person, "volunteer") or not hasattr(person, "participant")


def can_come(actor: Actor, session: Session, *, now: datetime) -> Decision:
    """Signing up, or saying that one does not come: before it starts."""
    if session.organisation_id != actor.organisation_id:
        return deny(_("This session belongs to another organisation."))
    if session.cancelled_at is not None:
        return deny(_("This session does not take place."))
    if session.starts_at <= now:
        return deny(_("This session has begun already."))
    return ALLOW


def can_note_presence(actor: Actor, session: Session, person_id: UUID) -> Decision:
    """Who takes attendance notes it of others: being there counts as a course that was done."""
    allowed = can_take_attendance(actor, session)
    if allowed and person_id == actor.person_id:
        return deny(_("This is about yourself: a colleague does it."))
    return allowed


def can_take_attendance(actor: Actor, session: Session) -> Decision:
    """The coordinator, and whoever hosts this session."""
    if session.organisation_id != actor.organisation_id:
        return deny(_("This session belongs to another organisation."))
    is_host = actor.membership_id is not None and session.host_id == actor.membership_id
    if not (actor.is_coordinator or is_host):
        return deny(_("Only who leads this session takes attendance."))
    return ALLOW
