"""Meetings, their minutes, what was agreed, and contacts in between."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from naast.audit import log
from naast.circles.errors import NotOfHere, TooEarly, WordsMissing
from naast.circles.inputs import LookBackNote, MeetingPlan, Minutes
from naast.circles.models import (
    MINUTES_WITHIN,
    Agreed,
    Circle,
    Contact,
    LookBack,
    Meeting,
    Present,
)
from naast.circles.policies import circles as policies
from naast.circles.policies import meetings as meeting_policies
from naast.circles.queries import circles as queries
from naast.circles.queries import meetings as meeting_queries
from naast.circles.services import telling
from naast.circles.states import MEETING_STATES, RHYTHM_DAYS, CircleState, Level, Mood, Part, Theme
from naast.core import clock
from naast.core.errors import StateConflict
from naast.organisations.actors import Actor

MOST_AT_ONCE = 8


@transaction.atomic
def plan_meetings(*, actor: Actor, circle_id: UUID, plan: MeetingPlan) -> list[Meeting]:
    """Plan one meeting, or some in the rhythm of the phase; who writes the minutes goes round. Raises
    Circle.DoesNotExist, NotAllowed, NotOfHere, or StateConflict in a phase without meetings."""
    circle = queries.lock_circle(actor, circle_id)
    policies.can_change(actor, circle).require()
    if circle.state not in MEETING_STATES:
        raise StateConflict(_("In this phase the circle does not meet yet, or not any more."))
    if plan.starts_at <= clock.now():
        raise NotOfHere(_("Choose a moment that is still to come."))
    if circle.meetings.filter(starts_at=plan.starts_at, cancelled_at__isnull=True).exists():
        # A second tap would plan the whole row again.
        raise StateConflict(_("A meeting is planned at that moment already."))
    turns = _turns(circle, plan.writer_id)
    step = timedelta(days=RHYTHM_DAYS[CircleState(circle.state)])
    made = Meeting.objects.bulk_create(
        _meeting(
            circle, replace(plan, starts_at=_later(plan.starts_at, step * place)), turns, place
        )
        for place in range(min(max(plan.times, 1), MOST_AT_ONCE))
    )
    log.record("circle.meetings-planned", actor=actor, target=circle, changes={"number": len(made)})
    telling.tell_inner(actor, circle, telling.MEETING_PLANNED, with_core=True)
    return made


def _later(moment: datetime, gap: timedelta) -> datetime:
    """The same hour on the clock of the house, also when summer time begins or ends in between."""
    # Arithmetic on a moment with a zone moves the hands of the clock, not the time that passes.
    return timezone.localtime(moment) + gap


def _meeting(circle: Circle, plan: MeetingPlan, turns: list[UUID], place: int) -> Meeting:
    length = timedelta(minutes=plan.length)
    return Meeting(
        organisation_id=circle.organisation_id,
        circle=circle,
        starts_at=plan.starts_at,
        length=plan.length,
        place=plan.place.strip(),
        writer_id=turns[place % len(turns)] if turns else None,
        minutes_due_at=plan.starts_at + length + MINUTES_WITHIN,
    )


def _turns(circle: Circle, first: UUID | None) -> list[UUID]:
    """Who writes, one after the other: who was chosen first, then whose turn is longest ago."""
    people = [row.person_id for row in queries.inner_of(circle)]
    if first is not None and first not in people:
        raise NotOfHere(_("Choose a volunteer of the circle."))
    people = meeting_queries.longest_ago_first(circle, people)
    return people if first is None else [first, *(each for each in people if each != first)]


@transaction.atomic
def cancel_meeting(*, actor: Actor, circle_id: UUID, meeting_id: UUID) -> Meeting:
    """A meeting does not take place; the circle hears it. Raises Circle.DoesNotExist, Meeting.DoesNotExist,
    NotAllowed or StateConflict."""
    circle = queries.lock_circle(actor, circle_id)
    policies.can_change(actor, circle).require()
    # Its minutes may be written at this moment: that locks the meeting alone.
    meeting: Meeting = circle.meetings.select_for_update(no_key=True).get(pk=meeting_id)
    if meeting.cancelled_at is not None or meeting.written_at is not None:
        raise StateConflict(_("This meeting was held or called off already."))
    meeting.cancelled_at = clock.now()
    meeting.save(update_fields=["cancelled_at"])
    log.record("circle.meeting-cancelled", actor=actor, target=circle)
    telling.tell_inner(actor, circle, telling.MEETING_OFF, with_core=True)
    return meeting


@transaction.atomic
def write_minutes(*, actor: Actor, meeting_id: UUID, minutes: Minutes) -> Meeting:
    """A volunteer writes the minutes, or the coordinator for one without a screen; within forty-eight hours.
    For a week who wrote them may mend them. Raises Meeting.DoesNotExist, NotAllowed, TooEarly, NotOfHere or
    WordsMissing."""
    meeting = meeting_queries.lock_meeting(actor, meeting_id)
    meeting_policies.can_write(actor, meeting, now=clock.now()).require()
    if meeting.starts_at > clock.now():
        raise TooEarly(_("The minutes are written once the circle has met."))
    _check(minutes)
    inner = {row.person_id for row in queries.inner_of(meeting.circle)}
    if not set(minutes.present) <= inner | {meeting.circle.core_id}:
        raise NotOfHere(_("Choose who was there from the circle."))
    is_first = meeting.written_at is None
    meeting.support = minutes.support.strip()
    meeting.accountability = minutes.accountability.strip()
    meeting.themes, meeting.mood = list(minutes.themes), minutes.mood
    meeting.shared_parts = list(minutes.shared_parts)
    if is_first:
        meeting.written_at, meeting.written_by_id = clock.now(), actor.person_id
    meeting.save()
    _write_lines(meeting, minutes)
    talked = meeting.circle.signals.filter(pk__in=minutes.talked_about, level=Level.TALK)
    talked.filter(handled_at__isnull=True).update(handled_at=clock.now())
    kind = "circle.minutes-written" if is_first else "circle.minutes-mended"
    log.record(kind, actor=actor, target=meeting.circle, changes={"meeting": str(meeting.pk)})
    return meeting


def _check(minutes: Minutes) -> None:
    if not (minutes.support.strip() or minutes.accountability.strip()):
        raise WordsMissing(_("Write a sentence under one of the two pillars."))
    known = (
        set(minutes.themes) <= set(Theme.values)
        and minutes.mood in {"", *Mood.values}
        and set(minutes.shared_parts) <= set(Part.values)
    )
    if not known:
        raise NotOfHere(_("Choose from the list."))


def _write_lines(meeting: Meeting, minutes: Minutes) -> None:
    owned = {"organisation_id": meeting.organisation_id, "meeting": meeting}
    meeting.present.all().delete()
    Present.objects.bulk_create(
        Present(**owned, person_id=person_id) for person_id in dict.fromkeys(minutes.present)
    )
    # What is done already stays as it was.
    meeting.agreed.filter(done_on__isnull=True).delete()
    Agreed.objects.bulk_create(
        Agreed(**owned, what=line.what.strip(), who=line.who.strip(), due_on=line.due_on)
        for line in minutes.agreed
        if line.what.strip()
    )


@transaction.atomic
def tick_agreed(*, actor: Actor, agreed_id: UUID, is_done: bool) -> Agreed:
    """What was agreed is done, or not yet after all. Raises Agreed.DoesNotExist."""
    rows = meeting_policies.agreed_visible_to(actor).select_related("meeting__circle")
    agreed = rows.select_for_update(of=("self",)).get(pk=agreed_id)
    agreed.done_on = clock.today() if is_done else None
    agreed.save(update_fields=["done_on"])
    log.record("circle.agreement-ticked", actor=actor, target=agreed.meeting.circle)
    return agreed


@transaction.atomic
def log_contact(*, actor: Actor, circle_id: UUID, day: date, way: str, words: str) -> Contact:
    """A volunteer and the core member were in touch between two meetings. Raises Circle.DoesNotExist, NotAllowed
    or NotOfHere."""
    circle = queries.locked(policies.inside(actor), circle_id)
    policies.can_take_part(actor, circle).require()
    if day > clock.today() or way not in Contact.Way.values:
        raise NotOfHere(_("Say on which day and how; not a day that is still to come."))
    contact = Contact.objects.create(
        organisation_id=circle.organisation_id,
        circle=circle,
        person_id=policies.own_id(actor),
        happened_on=day,
        way=way,
        words=words.strip(),
    )
    log.record("circle.contact-logged", actor=actor, target=circle)
    return contact


@transaction.atomic
def look_back(*, actor: Actor, circle_id: UUID, note: LookBackNote) -> LookBack:
    """The end of the circle in one's own words; may be changed until the circle is over. Raises
    Circle.DoesNotExist, NotAllowed, StateConflict or WordsMissing."""
    circle = queries.locked(policies.inside(actor), circle_id)
    policies.can_agree(actor, circle).require()
    if not meeting_policies.is_time_to_look_back(circle):
        raise StateConflict(_("You look back when the circle closes."))
    if not (note.brought.strip() or note.hard.strip() or note.next_circle.strip()):
        raise WordsMissing(_("Write a sentence under one of the three."))
    row, _is_new = LookBack.objects.update_or_create(
        organisation_id=circle.organisation_id,
        circle=circle,
        person_id=policies.own_id(actor),
        defaults={
            "brought": note.brought.strip(),
            "hard": note.hard.strip(),
            "next_circle": note.next_circle.strip(),
            "is_shared": note.is_shared,
        },
    )
    log.record("circle.looked-back", actor=actor, target=circle)
    return row
