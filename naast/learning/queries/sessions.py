"""Reads about sessions and who comes."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Case, Count, Exists, OuterRef, Q, QuerySet, When

from naast.learning.models import Seat, Session
from naast.learning.models.session import MOST_PLACES
from naast.learning.policies import sessions as policies
from naast.learning.states import EXPECTED, ON_THE_LIST, SEATED, SeatState
from naast.organisations.actors import Actor
from naast.people.api import search_people
from naast.people.models import Person

# Those who come, some who came all the same, and who waits.
MOST_ON_A_PAGE = 2 * MOST_PLACES
MOST_TO_CHOOSE = 40


def with_seats(sessions: QuerySet[Session]) -> QuerySet[Session]:
    """Adds `taken` and `waiting`: how many come, and how many wait."""
    return sessions.annotate(
        taken=Count("seats", filter=Q(seats__state__in=SEATED)),
        waiting=Count("seats", filter=Q(seats__state=SeatState.WAITING)),
    )


def listed(actor: Actor, *, now: datetime, is_past: bool) -> QuerySet[Session]:
    """The sessions still to come, or those that were, with course and host."""
    rows = with_seats(policies.hosted_by(actor)).select_related("course", "host__user")
    return rows.filter(starts_at__lte=now) if is_past else rows.filter(starts_at__gt=now)


def of_course(actor: Actor, course_id: UUID, *, now: datetime) -> list[Session]:
    """What is planned of one course, the first to come first."""
    rows = listed(actor, now=now, is_past=False).filter(course_id=course_id)
    return list(rows[:MOST_TO_CHOOSE])


def get_session(actor: Actor, session_id: UUID, *, now: datetime) -> Session | None:
    """One session with what its pages read, or None when this actor may not know it exists."""
    rows = with_seats(policies.visible_to(actor, now=now)).select_related(
        "course", "host__user", "package"
    )
    return rows.filter(pk=session_id).first()


def get_hosted(actor: Actor, session_id: UUID) -> Session | None:
    """One session where this actor takes attendance, or None."""
    rows = policies.hosted_by(actor).select_related("course", "host__user")
    return rows.filter(pk=session_id).first()


def lock_session(rows: QuerySet[Session], session_id: UUID) -> Session:
    """The session, locked until the transaction ends: whoever changes who comes stands in line here. Raises
    Session.DoesNotExist."""
    return (
        rows.select_for_update(of=("self",), no_key=True)
        .select_related("course")
        .get(pk=session_id)
    )


def free_places(session: Session) -> int:
    """How many places are free; where as many as like may come, up to as many as fit on one list. One
    query."""
    places = min(session.places or MOST_PLACES, MOST_PLACES)
    return max(places - session.seats.filter(state__in=SEATED).count(), 0)


@dataclass(frozen=True, slots=True)
class WhoComes:
    """Who comes, waits, and does not come; each in the order in which they asked."""

    coming: list[Seat]
    waiting: list[Seat]
    gone: list[Seat]

    @property
    def to_call(self) -> list[Seat]:
        """Whom no message reaches."""
        return [
            seat
            for seat in (*self.coming, *self.waiting)
            if seat.person.prefers_paper or not (seat.person.user_id or seat.person.email)
        ]


def who_comes(actor: Actor, session: Session) -> WhoComes:
    """Everybody of one session that this actor may see, who comes before who waits or does not come; one
    query. On the list stand all who come: there are no more places than that."""
    rows = policies.seats_visible_to(actor).filter(session=session).select_related("person")
    place = Case(
        When(state__in=ON_THE_LIST, then=0), When(state=SeatState.WAITING, then=1), default=2
    )
    found = WhoComes([], [], [])
    for seat in rows.order_by(place, "asked_at", "id")[:MOST_ON_A_PAGE]:
        if seat.is_on_the_list:
            found.coming.append(seat)
        elif seat.state == SeatState.WAITING:
            found.waiting.append(seat)
        else:
            found.gone.append(seat)
    return found


def who_may_come(actor: Actor, session: Session, text: str) -> list[Person]:
    """People whose name begins so and who have no seat yet; two queries, none for an empty question."""
    if not text.strip():
        return []
    there = session.seats.exclude(state=SeatState.CANCELLED).values_list("person_id", flat=True)
    taken = set(there)
    return [
        each
        for each in search_people(actor, text)
        if each.pk not in taken and policies.may_have_a_seat(each)
    ]


def own_seats(actor: Actor, *, now: datetime) -> list[Seat]:
    """The sessions to come for which this actor signed up or waits."""
    rows = Seat.objects.filter(
        Q(person_id=actor.person_id),
        organisation_id=actor.organisation_id,
        state__in=EXPECTED,
        session__cancelled_at__isnull=True,
    )
    # What is going on at this moment still shows: the link to take part stands there.
    rows = rows.filter(session__starts_at__gt=now - timedelta(days=1))
    soon = rows.select_related("session__course").order_by("session__starts_at", "id")
    return [seat for seat in soon[:MOST_TO_CHOOSE] if seat.session.ends_at > now]


def to_choose(actor: Actor, *, now: datetime) -> list[Session]:
    """What one can sign up for, the first to come first; without those where one has a seat."""
    mine = Seat.objects.filter(
        Q(person_id=actor.person_id),
        organisation_id=actor.organisation_id,
        session_id=OuterRef("pk"),
        state__in=EXPECTED,
    )
    rows = policies.visible_to(actor, now=now).filter(
        starts_at__gt=now, cancelled_at__isnull=True, course__is_used=True
    )
    rows = with_seats(rows.filter(~Exists(mine))).select_related("course")
    return list(rows.order_by("starts_at", "id")[:MOST_TO_CHOOSE])


def to_host(actor: Actor, *, now: datetime) -> list[Session]:
    """The sessions that this actor leads: to come, or still to tick off."""
    if actor.membership_id is None:
        return []
    rows = Session.objects.filter(
        organisation_id=actor.organisation_id,
        host_id=actor.membership_id,
        cancelled_at__isnull=True,
        closed_on__isnull=True,
    )
    return list(rows.select_related("course").order_by("starts_at")[:MOST_TO_CHOOSE])


@dataclass(frozen=True, slots=True)
class Mixed:
    """Of the sessions of a year, how many were for volunteers and professionals together (S1-178)."""

    together: int
    all: int


def mixed_in(actor: Actor, *, year: int, now: datetime) -> Mixed:
    """Counts sessions that took place, never people. One query."""
    held = policies.hosted_by(actor).filter(
        starts_at__year=year, starts_at__lte=now, cancelled_at__isnull=True
    )
    counted = held.aggregate(all=Count("id"), together=Count("id", filter=Q(is_mixed=True)))
    return Mixed(together=counted["together"], all=counted["all"])
