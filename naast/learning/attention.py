"""What this room puts on the coordinator's desk."""

from collections.abc import Container
from datetime import datetime, timedelta

from django.db.models import Count, Min, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from naast.core import clock
from naast.core.attention import EVERYTHING, AttentionItem, Signs, Urgency
from naast.learning.models import Completion, Session
from naast.learning.models.session import MOST_PLACES
from naast.learning.policies import sessions as policies
from naast.learning.queries.courses import needed_unplanned
from naast.learning.queries.records import ending
from naast.learning.queries.sessions import with_seats
from naast.learning.services.waiting import LAST_MOMENT
from naast.learning.states import SeatState
from naast.organisations.actors import Actor

MOST = 10
# Somebody who leads it is found a week ahead at the latest; on the last day it is urgent.
HOST_BEFORE = timedelta(days=7)


def signs(actor: Actor, *, now: datetime) -> Signs:
    """The rows of each kind, for one look at which of them exist."""
    if not actor.is_coordinator:
        return {}
    return {
        "learning.host": _without_host(actor, now),
        "learning.full": _with_waiting(actor, now),
        "learning.unplanned": needed_unplanned(actor, now=now),
        "learning.attendance": _to_close(actor, now),
        "learning.also-came": _to_put_right(actor),
        "learning.ending": ending(actor.organisation_id, today=timezone.localdate(now)),
    }


def items(
    actor: Actor, *, now: datetime, there: Container[str] = EVERYTHING
) -> list[AttentionItem]:
    """Six queries at most, none for what is not `there`; for coordinators only."""
    if not actor.is_coordinator:
        return []
    return [
        *(_hosts(actor, now) if "learning.host" in there else ()),
        *(_waiting(actor, now) if "learning.full" in there else ()),
        *(_unplanned(actor, now) if "learning.unplanned" in there else ()),
        *(_attendance(actor, now) if "learning.attendance" in there else ()),
        *(_also_came(actor) if "learning.also-came" in there else ()),
        *(_ending(actor, now) if "learning.ending" in there else ()),
    ]


def _going_on(actor: Actor) -> QuerySet[Session]:
    return policies.hosted_by(actor).filter(cancelled_at__isnull=True)


def _without_host(actor: Actor, now: datetime) -> QuerySet[Session]:
    soon = _going_on(actor).filter(starts_at__gt=now, starts_at__lte=now + HOST_BEFORE)
    return soon.filter(host__isnull=True)


def _with_waiting(actor: Actor, now: datetime) -> QuerySet[Session]:
    to_come = _going_on(actor).filter(starts_at__gt=now)
    return to_come.filter(seats__state=SeatState.WAITING).distinct()


def _to_close(actor: Actor, now: datetime) -> QuerySet[Session]:
    return _going_on(actor).filter(starts_at__lte=now, closed_on__isnull=True)


def _to_put_right(actor: Actor) -> QuerySet[Session]:
    return _going_on(actor).filter(closed_on__isnull=False).exclude(also_came="")


def _hosts(actor: Actor, now: datetime) -> list[AttentionItem]:
    rows = _without_host(actor, now).select_related("course").order_by("starts_at")
    return [
        AttentionItem(
            kind="learning.host",
            subject_id=session.pk,
            name=session.course.title,
            sentence=_("%(title)s: nobody is named yet who leads it.")
            % {"title": session.course.title},
            since=session.created_at,
            urgency=Urgency.NOW
            if session.starts_at <= now + 2 * LAST_MOMENT
            else Urgency.THIS_WEEK,
            url=actor.url("learning:session", session_id=session.pk),
            action=_("Name somebody"),
        )
        for session in rows[:MOST]
    ]


def _waiting(actor: Actor, now: datetime) -> list[AttentionItem]:
    rows = with_seats(policies.hosted_by(actor)).filter(pk__in=_with_waiting(actor, now))
    return [
        _queue(actor, session, now)
        for session in rows.select_related("course").order_by("starts_at")[:MOST]
    ]


def _queue(actor: Actor, session: Session, now: datetime) -> AttentionItem:
    """Full: plan it again. On the last day nobody moves up by themselves: call."""
    number = session.waiting  # type: ignore[attr-defined]  # with_seats
    taken = session.taken  # type: ignore[attr-defined]  # with_seats
    has_room = taken < (session.places or MOST_PLACES)
    is_last_day = session.starts_at - LAST_MOMENT <= now
    if has_room and is_last_day:
        sentence, action, urgency = (
            _("%(title)s has a free place, and somebody waits: call them."),
            _("Call"),
            Urgency.NOW,
        )
    else:
        sentence, action, urgency = (
            ngettext(
                "%(title)s is full and %(number)s person waits. Plan it once more?",
                "%(title)s is full and %(number)s people wait. Plan it once more?",
                number,
            ),
            _("Look"),
            Urgency.THIS_WEEK,
        )
    return AttentionItem(
        kind="learning.full",
        subject_id=session.pk,
        name=session.course.title,
        sentence=sentence % {"title": session.course.title, "number": number},
        since=session.created_at,
        urgency=urgency,
        url=actor.url("learning:session", session_id=session.pk),
        action=action,
    )


def _unplanned(actor: Actor, now: datetime) -> list[AttentionItem]:
    """One line a course, for the courses that most people wait for."""
    counted = (
        needed_unplanned(actor, now=now)
        .values("course_id", "title")
        .annotate(number=Count("person", distinct=True), since=Min("created_at"))
        .order_by("-number", "title")
    )
    return [
        AttentionItem(
            kind="learning.unplanned",
            subject_id=row["course_id"],
            name=row["title"],
            sentence=ngettext(
                "%(number)s person needs %(title)s, and nothing is planned.",
                "%(number)s people need %(title)s, and nothing is planned.",
                row["number"],
            )
            % {"number": row["number"], "title": row["title"]},
            since=row["since"],
            urgency=Urgency.THIS_WEEK,
            url=actor.url("learning:new_session", course_id=row["course_id"]),
            action=_("Plan a session"),
        )
        for row in counted[:MOST]
    ]


def _attendance(actor: Actor, now: datetime) -> list[AttentionItem]:
    rows = _to_close(actor, now).select_related("course").order_by("starts_at")
    return [
        AttentionItem(
            kind="learning.attendance",
            subject_id=session.pk,
            name=session.course.title,
            sentence=_("%(title)s took place: fill in who was there.")
            % {"title": session.course.title},
            since=session.starts_at,
            urgency=Urgency.THIS_WEEK,
            url=actor.url("learning:attendance", session_id=session.pk),
            action=_("Fill in"),
            owner_id=session.host_id,
        )
        for session in rows[:MOST]
    ]


def _also_came(actor: Actor) -> list[AttentionItem]:
    rows = _to_put_right(actor).select_related("course").order_by("starts_at")
    return [
        AttentionItem(
            kind="learning.also-came",
            subject_id=session.pk,
            name=session.course.title,
            sentence=_("%(title)s: the host wrote down who came without signing up.")
            % {"title": session.course.title},
            since=session.starts_at,
            urgency=Urgency.THIS_WEEK,
            url=actor.url("learning:session", session_id=session.pk),
            action=_("Put right"),
        )
        for session in rows[:MOST]
    ]


def _ending(actor: Actor, now: datetime) -> list[AttentionItem]:
    """One line for all of them: people are reminded by themselves."""
    today = timezone.localdate(now)
    rows: QuerySet[Completion] = ending(actor.organisation_id, today=today)
    counted = rows.aggregate(
        soon=Count("pk", filter=Q(valid_until__gte=today)),
        over=Count("pk", filter=Q(valid_until__lt=today)),
    )
    if not (counted["soon"] or counted["over"]):
        return []
    number = counted["over"] or counted["soon"]
    sentence = (
        ngettext(
            "%(number)s course that somebody needs no longer counts.",
            "%(number)s courses that people need no longer count.",
            number,
        )
        if counted["over"]
        else ngettext(
            "%(number)s course that somebody needs ends within two months.",
            "%(number)s courses that people need end within two months.",
            number,
        )
    )
    return [
        AttentionItem(
            kind="learning.ending",
            subject_id=actor.organisation_id,
            name=str(_("Courses")),
            sentence=sentence % {"number": number},
            since=clock.morning(today),
            urgency=Urgency.THIS_WEEK if counted["over"] else Urgency.GOOD_TO_KNOW,
            url=actor.url("learning:expiring"),
            action=_("Look"),
        )
    ]
