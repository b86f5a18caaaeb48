"""A circle goes with everything that was written in it: at the end of its term, or because the person in the middle
is erased. Called inside a transaction."""

from collections.abc import Collection
from uuid import UUID

from naast.audit import log
from naast.circles.models import Circle, Meeting
from naast.core import drafts
from naast.messaging.reminders import forget_reminders
from naast.organisations.actors import Actor

MINUTES = "circle.minutes"


def erase_circle(actor: Actor, circle: Circle) -> None:
    """Every row of a locked circle, with the reminders and drafts about it."""
    meetings = list(circle.meetings.values_list("pk", flat=True))
    _forget_about(actor, meetings)
    drafts.forget_about(str(circle.pk))
    log.record("circle.erased", actor=actor, target=circle)
    circle.delete()


def forget_circles(ids: list[UUID]) -> int:
    """The circles around somebody who is erased. Returns how many went."""
    rows = Circle.objects.select_for_update(of=("self",)).filter(pk__in=ids)
    for circle in rows.select_related("organisation"):
        erase_circle(_erasing(circle), circle)
    return len(ids)


def forget_meetings(ids: list[UUID]) -> int:
    """The meetings of those circles. Returns how many went."""
    rows = Meeting.objects.filter(pk__in=ids).select_related("organisation")
    for meeting in rows:
        _forget_about(_erasing(meeting), [meeting.pk])
    rows.delete()
    return len(ids)


def _forget_about(actor: Actor, meetings: Collection[UUID]) -> None:
    """Drafts of forms about the circle carry its id; those of minutes the id of the meeting."""
    forget_reminders(actor, MINUTES, list(meetings))
    for meeting_id in meetings:
        drafts.forget_about(str(meeting_id))


def _erasing(row: Circle | Meeting) -> Actor:
    return Actor.system(row.organisation, reason="erases a circle with who it was about")
