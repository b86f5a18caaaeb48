"""Planning sessions, changing and cancelling them, and who leads them."""

from dataclasses import asdict
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.core import clock
from naast.core.errors import StateConflict
from naast.learning import letters
from naast.learning.inputs import SessionPlan
from naast.learning.models import Course, Session
from naast.learning.policies import courses as course_policies
from naast.learning.policies import sessions as policies
from naast.learning.queries.courses import newest_package
from naast.learning.queries.sessions import lock_session
from naast.learning.services.telling import tell_where_it_stands
from naast.learning.services.waiting import move_up
from naast.learning.states import EXPECTED
from naast.messaging.services import tell
from naast.messaging.texts import Kind
from naast.organisations.actors import Actor
from naast.organisations.models import Membership
from naast.organisations.queries import get_membership

# When one of these changes, everybody who comes or waits hears it.
TOLD = ("starts_at", "place", "online_url")


@transaction.atomic
def plan_session(*, actor: Actor, course_id: UUID, plan: SessionPlan) -> Session:
    """Put a course on the calendar, with the newest version of its material. Raises Course.DoesNotExist or
    NotAllowed."""
    policies.can_plan(actor).require()
    course: Course = course_policies.visible_to(actor).filter(is_used=True).get(pk=course_id)
    session = Session.objects.create(
        organisation_id=actor.organisation_id,
        course=course,
        package=newest_package(course.pk),
        **_columns(actor, plan),
    )
    log.record("session.planned", actor=actor, target=session)
    _tell_host(actor, session)
    return session


@transaction.atomic
def change_session(*, actor: Actor, session_id: UUID, plan: SessionPlan) -> Session:
    """Change a session. Another moment or place is told to who comes or waits; more places go to who waits.
    Raises Session.DoesNotExist, NotAllowed, or StateConflict once cancelled."""
    session = _lock(actor, session_id)
    _refuse_cancelled(session)
    columns, host = _columns(actor, plan), session.host_id
    changed = sorted(name for name, value in columns.items() if getattr(session, name) != value)
    for name in changed:
        setattr(session, name, columns[name])
    session.revision += 1
    session.save()
    log.record("session.changed", actor=actor, target=session, changes={"fields": changed})
    now = clock.now()
    if session.starts_at > now and not set(changed).isdisjoint(TOLD):
        _tell_everybody(actor, session, letters.CHANGED)
    if session.host_id != host:
        _tell_host(actor, session)
    move_up(actor=actor, session=session, now=now)
    return session


@transaction.atomic
def cancel_session(*, actor: Actor, session_id: UUID) -> Session:
    """The session does not take place: who comes or waits hears it. Twice is once. Raises
    Session.DoesNotExist, NotAllowed, or StateConflict once it has begun."""
    session = _lock(actor, session_id)
    if session.cancelled_at is not None:
        return session
    now = clock.now()
    if session.starts_at <= now:
        raise StateConflict(_("This session has begun already."))
    session.cancelled_at = now
    session.revision += 1
    session.save(update_fields=["cancelled_at", "revision"])
    log.record("session.cancelled", actor=actor, target=session)
    _tell_everybody(actor, session, letters.CANCELLED)
    return session


@transaction.atomic
def name_host(*, actor: Actor, session_id: UUID, person_id: UUID) -> Session:
    """A person with an account leads this session, a volunteer as well as a colleague: they find the list on
    their phone. Raises Session.DoesNotExist, NotAllowed, or StateConflict for who has no account here."""
    session = _lock(actor, session_id)
    _refuse_cancelled(session)
    here = Membership.objects.filter(
        organisation_id=actor.organisation_id, person_id=person_id, ended_on__isnull=True
    )
    host = here.first()
    if host is None:
        raise StateConflict(
            _("Whoever leads a session needs an account, to tick off who is there.")
        )
    if session.host_id != host.pk:
        session.host = host
        session.save(update_fields=["host"])
        log.record(
            "session.host-named", actor=actor, target=session, changes={"host": str(host.pk)}
        )
        _tell_host(actor, session)
    return session


def _lock(actor: Actor, session_id: UUID) -> Session:
    policies.can_plan(actor).require()
    return lock_session(policies.hosted_by(actor), session_id)


def _refuse_cancelled(session: Session) -> None:
    if session.cancelled_at is not None:
        raise StateConflict(_("This session was cancelled."))


def _columns(actor: Actor, plan: SessionPlan) -> dict[str, object]:
    """The plan as columns; a host who is not of here is left out: an id from a form may be anything."""
    columns = asdict(plan)
    host_id = columns.pop("host_id")
    host = get_membership(actor, host_id) if host_id else None
    return {**columns, "host_id": host.pk if host else None}


def _tell_everybody(actor: Actor, session: Session, kind: Kind) -> None:
    seats = session.seats.filter(state__in=EXPECTED).select_related("person__user")
    for seat in seats.order_by("asked_at", "id"):
        tell_where_it_stands(actor, session, seat, kind)


def _tell_host(actor: Actor, session: Session) -> None:
    host = session.host_id and Membership.objects.select_related("user").get(pk=session.host_id)
    if not host or host.pk == actor.membership_id:
        return
    tell(
        actor=actor,
        user=host.user,
        kind="learning.host",
        subject=letters.HOST_SUBJECT,
        body=letters.HOST_BODY,
        url=actor.url("learning:attendance", session_id=session.pk),
    )
