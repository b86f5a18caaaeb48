"""Who comes to a session: signing up, leaving, being there."""

from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from naast.audit import log
from naast.core import clock
from naast.core.errors import NotAllowed, StateConflict
from naast.learning import letters
from naast.learning.models import Seat, Session
from naast.learning.policies import sessions as policies
from naast.learning.queries.sessions import free_places, lock_session
from naast.learning.services.records import record_presence, take_back_presence
from naast.learning.services.telling import tell_where_it_stands
from naast.learning.services.waiting import move_up, take
from naast.learning.states import EXPECTED, SeatState
from naast.organisations.actors import Actor
from naast.people.api import get_person

ATTENDANCE = frozenset({"attend", "miss"})


@transaction.atomic
def sign_up(*, actor: Actor, session_id: UUID) -> Seat:
    """One tap: I come, or I wait when it is full. Twice is once. Raises Session.DoesNotExist or NotAllowed."""
    now = clock.now()
    # Two may tap for the last place at once: the lock makes them stand in line.
    session = lock_session(policies.visible_to(actor, now=now), session_id)
    policies.can_come(actor, session, now=now).require()
    return _come(actor, session, _self(actor))


@transaction.atomic
def leave(*, actor: Actor, session_id: UUID) -> None:
    """One tap: I can't come. The place goes to who waits. Twice is once. Raises Session.DoesNotExist or
    NotAllowed."""
    now = clock.now()
    session = lock_session(policies.visible_to(actor, now=now), session_id)
    policies.can_come(actor, session, now=now).require()
    _stay_away(actor, session, _self(actor))


@transaction.atomic
def sign_somebody_up(*, actor: Actor, session_id: UUID, person_id: UUID) -> Seat:
    """A coordinator writes somebody down who called; once it has begun they simply are there, also without a
    sign-up. Raises Session.DoesNotExist, NotAllowed, or StateConflict for a cancelled session."""
    policies.can_plan(actor).require()
    session = lock_session(policies.hosted_by(actor), session_id)
    _refuse_cancelled(session)
    person = get_person(actor, person_id)
    if not policies.may_have_a_seat(person):
        raise NotAllowed(_("Only volunteers and colleagues have a seat at a course."))
    if session.starts_at > clock.now():
        return _come(actor, session, person.pk)
    policies.can_note_presence(actor, session, person.pk).require()
    seat, is_new = Seat.objects.get_or_create(
        session=session,
        person=person,
        defaults={
            "organisation_id": actor.organisation_id,
            "asked_at": clock.now(),
            "came_unannounced": True,
        },
    )
    if is_new or seat.state != SeatState.PRESENT:
        take(actor, seat, "attend")
        record_presence(actor, session, seat)
    return seat


@transaction.atomic
def take_somebody_off(*, actor: Actor, session_id: UUID, person_id: UUID) -> None:
    """Somebody who called does not come after all. Twice is once. Raises Session.DoesNotExist or
    NotAllowed."""
    policies.can_plan(actor).require()
    session = lock_session(policies.hosted_by(actor), session_id)
    policies.can_come(actor, session, now=clock.now()).require()
    _stay_away(actor, session, person_id)


def _come(actor: Actor, session: Session, person_id: UUID) -> Seat:
    seat = session.seats.select_related("person__user").filter(person_id=person_id).first()
    if seat is not None and seat.state != SeatState.CANCELLED:
        return seat
    now = clock.now()
    move_up(actor=actor, session=session, now=now)
    free = free_places(session)
    # Nobody passes who waits: on the last day places are given by the coordinator.
    is_queue = session.seats.filter(state=SeatState.WAITING).exists()
    has_room = free > 0 and (not is_queue or actor.is_coordinator)
    if seat is None:
        seat = Seat.objects.create(
            organisation_id=actor.organisation_id,
            session=session,
            person_id=person_id,
            state=SeatState.COMING if has_room else SeatState.WAITING,
            asked_at=now,
        )
        log.record(
            "session.signed-up",
            actor=actor,
            target=seat,
            changes={"session": str(session.pk), "state": seat.state},
        )
    else:
        seat.asked_at = now
        take(actor, seat, "come-back" if has_room else "wait-again")
    kind = letters.PLACE if seat.state == SeatState.COMING else letters.WAITING
    tell_where_it_stands(actor, session, seat, kind)
    return seat


def _stay_away(actor: Actor, session: Session, person_id: UUID) -> None:
    seat = session.seats.filter(person_id=person_id, state__in=EXPECTED).first()
    if seat is not None:
        take(actor, seat, "leave")
        move_up(actor=actor, session=session, now=clock.now())


@transaction.atomic
def give_place(*, actor: Actor, session_id: UUID, person_id: UUID) -> Seat:
    """On the last day a coordinator called who waits, and gives them a free place. Raises
    Session.DoesNotExist, Seat.DoesNotExist, NotAllowed, or StateConflict when there is none."""
    policies.can_plan(actor).require()
    session = lock_session(policies.hosted_by(actor), session_id)
    policies.can_come(actor, session, now=clock.now()).require()
    seat = session.seats.select_related("person__user").get(person_id=person_id)
    if seat.state == SeatState.COMING:
        return seat
    if free_places(session) == 0:
        raise StateConflict(_("All places are taken. More places? Change the session."))
    take(actor, seat, "move-up")
    tell_where_it_stands(actor, session, seat, letters.MOVED_UP)
    return seat


@transaction.atomic
def tick(*, actor: Actor, session_id: UUID, person_id: UUID, step: str) -> Seat:
    """The host or a coordinator notes who is there («attend») or not («miss»): from that day on, and as often
    as needed. Being there is a completion of the course with the package of that day (S0-23).

    Raises Session.DoesNotExist, Seat.DoesNotExist, NotAllowed or StateConflict.
    """
    session = lock_session(policies.hosted_by(actor), session_id)
    policies.can_note_presence(actor, session, person_id).require()
    _refuse_cancelled(session)
    if localdate(session.starts_at) > clock.today():
        raise StateConflict(_("This session is still to come."))
    seat = policies.seats_visible_to(actor).get(session=session, person_id=person_id)
    wanted = SeatState.PRESENT if step == "attend" else SeatState.ABSENT
    if seat.state != wanted:
        take(actor, seat, step)
    if step == "attend":
        record_presence(actor, session, seat)
    else:
        take_back_presence(actor, session, seat)
    return seat


@transaction.atomic
def close_session(*, actor: Actor, session_id: UUID, also_came: str = "") -> Session:
    """It took place and the list is filled in: who was not ticked off was not there, but for whoever fills it
    in: a colleague notes that. `also_came`: names of who came without a sign-up, for the coordinator to put
    right. May be done again.

    Raises Session.DoesNotExist, NotAllowed or StateConflict.
    """
    session = lock_session(policies.hosted_by(actor), session_id)
    policies.can_take_attendance(actor, session).require()
    _refuse_cancelled(session)
    if session.starts_at > clock.now():
        raise StateConflict(_("This session is still to come."))
    for seat in session.seats.filter(state=SeatState.COMING):
        if seat.person_id != actor.person_id:
            take(actor, seat, "miss")
    session.closed_on = clock.today()
    session.also_came = also_came.strip()
    session.save(update_fields=["closed_on", "also_came"])
    log.record("session.closed", actor=actor, target=session)
    return session


def _refuse_cancelled(session: Session) -> None:
    if session.cancelled_at is not None:
        raise StateConflict(_("This session was cancelled."))


def _self(actor: Actor) -> UUID:
    """The person behind this account. Raises NotAllowed for an account that is nobody here."""
    if actor.person_id is None:
        raise NotAllowed(_("Only people of this organisation can sign up."))
    return actor.person_id
