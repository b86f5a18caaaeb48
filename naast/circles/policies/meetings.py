"""Who reads and writes what the inner circle lives. The outer circle reads nothing of it, ever."""

from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.circles.models import Agreed, Circle, Meeting
from naast.circles.policies import circles
from naast.circles.states import CircleState
from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor

MAY_MEND_FOR = timedelta(days=7)


def visible_to(actor: Actor) -> QuerySet[Meeting]:
    """The meetings this actor may know of: those of the circles they lead or are inside of. What they read of
    the minutes: `parts_for`."""
    meetings = Meeting.objects.filter(organisation_id=actor.organisation_id)
    led, own = circles.visible_to(actor), circles.inside(actor)
    return meetings.filter(circle__in=led) | meetings.filter(circle__in=own)


def agreed_visible_to(actor: Actor) -> QuerySet[Agreed]:
    """What was agreed in those circles: the core member was there too."""
    rows = Agreed.objects.filter(organisation_id=actor.organisation_id)
    return rows.filter(meeting__in=visible_to(actor))


def parts_for(actor: Actor, circle: Circle, meeting: Meeting) -> frozenset[str]:
    """Which parts of the minutes the actor reads, of a meeting they may know of: volunteers and who leads the
    circle everything, the core member what the circle marked as shared."""
    everything = frozenset({"support", "accountability", "themes"})
    if circles.side_of(actor, circle) == "core":
        return everything & frozenset(meeting.shared_parts)
    return everything


def can_write(actor: Actor, meeting: Meeting, *, now: datetime) -> Decision:
    """Volunteers of the circle write its minutes, who leads it for one of them; for a week the same hand mends
    them."""
    if meeting.cancelled_at is not None:
        return deny(_("This meeting did not take place."))
    takes_part = circles.can_take_part(actor, meeting.circle)
    if not takes_part and not circles.can_change(actor, meeting.circle):
        return takes_part
    if meeting.written_at is None:
        return ALLOW
    if meeting.written_by_id != actor.person_id:
        return deny(_("A volunteer of the circle wrote these minutes; only they mend them."))
    if now - meeting.written_at > MAY_MEND_FOR:
        return deny(_("After a week minutes stay as they are. Add what is missing next time."))
    return ALLOW


def is_time_to_look_back(circle: Circle) -> bool:
    """When the circle closes, and in the time after."""
    return circle.state in (CircleState.CLOSING, CircleState.AFTERCARE)
