"""Reads about meetings, minutes and what was agreed. Each starts at what the actor may see."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.db.models import Max, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, Greatest

from naast.circles.models import Agreed, Circle, Contact, Meeting, Signal
from naast.circles.policies import circles, meetings
from naast.circles.states import MEETING_STATES, Level, Theme
from naast.organisations.actors import Actor
from naast.people.models import Person

MOST_SHOWN = 30
NEVER = datetime.min.replace(tzinfo=UTC)
MOST_PAST = 12
# So long after a meeting the next one is planned.
PLAN_WITHIN = timedelta(days=3)


def get_meeting(actor: Actor, circle: Circle, meeting_id: UUID) -> Meeting | None:
    """A meeting of a circle the actor leads or is inside of, or None."""
    rows = meetings.visible_to(actor).filter(circle=circle, pk=meeting_id)
    return rows.select_related("writer", "written_by").first()


def lock_meeting(actor: Actor, meeting_id: UUID) -> Meeting:
    """A meeting this actor may know of, locked. Raises Meeting.DoesNotExist."""
    found = meetings.visible_to(actor).values_list("pk", flat=True)
    rows = Meeting.objects.filter(pk__in=found).select_related("circle__core")
    return rows.select_for_update(of=("self",), no_key=True).get(pk=meeting_id)


def coming(circle: Circle, *, now: datetime) -> list[Meeting]:
    """The next meetings, soonest first."""
    rows = circle.meetings.filter(starts_at__gt=now, cancelled_at__isnull=True)
    return list(rows.select_related("writer").order_by("starts_at", "id")[:MOST_SHOWN])


def past(circle: Circle, *, now: datetime) -> list[Meeting]:
    """The meetings of late, newest first."""
    rows = circle.meetings.filter(starts_at__lte=now, cancelled_at__isnull=True)
    return list(
        rows.select_related("writer", "written_by").order_by("-starts_at", "-id")[:MOST_PAST]
    )


def to_write(actor: Actor, *, now: datetime) -> QuerySet[Meeting]:
    """Meetings that were held and whose minutes this volunteer is asked for: theirs to write, or anybody's."""
    rows = Meeting.objects.filter(
        organisation_id=actor.organisation_id,
        written_at__isnull=True,
        cancelled_at__isnull=True,
        starts_at__lte=now,
        circle__in=circles.as_volunteer(actor),
    )
    return rows.filter(writer_id=actor.person_id) | rows.filter(writer__isnull=True)


def without_next(actor: Actor, *, now: datetime) -> QuerySet[Circle]:
    """Circles that come together and have nothing planned, some days after they last met or began this phase;
    with that moment as `waits_since`."""
    held = Meeting.objects.filter(circle=OuterRef("pk"), cancelled_at__isnull=True)
    last = held.order_by("-starts_at").values("starts_at")[:1]
    rows = circles.visible_to(actor).filter(state__in=MEETING_STATES)
    rows = rows.annotate(
        waits_since=Greatest("state_since", Coalesce(Subquery(last), "state_since"))
    )
    return rows.filter(waits_since__lte=now - PLAN_WITHIN)


def late(actor: Actor, *, now: datetime) -> QuerySet[Meeting]:
    """Minutes that are due and not written, in the circles this actor leads."""
    return Meeting.objects.filter(
        organisation_id=actor.organisation_id,
        written_at__isnull=True,
        cancelled_at__isnull=True,
        minutes_due_at__lt=now,
        circle__in=circles.visible_to(actor),
    )


def longest_ago_first(circle: Circle, people: Collection[UUID]) -> list[UUID]:
    """These volunteers in the order of whose turn to write is longest ago; who never had one comes first."""
    rows = circle.meetings.filter(writer__in=people, cancelled_at__isnull=True)
    last = dict(
        rows.order_by().values("writer").annotate(at=Max("starts_at")).values_list("writer", "at")
    )
    return sorted(people, key=lambda each: last.get(each, NEVER))


def agreed_before(circle: Circle) -> list[Agreed]:
    """What was agreed and is not done: it comes back at each meeting."""
    rows = Agreed.objects.filter(meeting__circle=circle, done_on__isnull=True)
    return list(rows.order_by("due_on", "id")[:MOST_SHOWN])


def to_talk_about(circle: Circle) -> list[Signal]:
    """What volunteers noted to talk about at the next meeting."""
    rows = circle.signals.filter(level=Level.TALK, handled_at__isnull=True)
    return list(rows.select_related("person").order_by("id")[:MOST_SHOWN])


def contacts_of(circle: Circle) -> list[Contact]:
    """The contacts of late between two meetings."""
    return list(circle.contacts.select_related("person")[:MOST_PAST])


@dataclass(frozen=True, slots=True)
class Shown:
    """The minutes of a meeting as one reader sees them: what is not for them is not in it."""

    meeting: Meeting
    is_written: bool
    support: str
    accountability: str
    themes: list[str]
    mood: str
    agreed: list[Agreed]
    present: list[str]
    is_partly: bool


def shown_to(actor: Actor, circle: Circle, meeting: Meeting) -> Shown:
    """What this reader may read of a meeting they may know of; two queries."""
    parts = meetings.parts_for(actor, circle, meeting)
    has_themes = "themes" in parts
    present = Person.objects.filter(pk__in=meeting.present.values("person"))
    return Shown(
        meeting=meeting,
        is_written=meeting.written_at is not None,
        support=meeting.support if "support" in parts else "",
        accountability=meeting.accountability if "accountability" in parts else "",
        themes=[str(Theme(code).label) for code in meeting.themes] if has_themes else [],
        mood=str(meeting.get_mood_display()) if has_themes and meeting.mood else "",
        agreed=list(meeting.agreed.all()),
        present=[person.first_name for person in present.order_by("sort_name", "id")],
        is_partly=len(parts) < len(("support", "accountability", "themes")),
    )
