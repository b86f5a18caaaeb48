"""Planning meetings, changing and cancelling them, and what is noted afterwards."""

from dataclasses import asdict
from uuid import UUID

from django.db import transaction
from django.db.models import F, Sum
from django.utils.translation import gettext as _

from naast.audit import log
from naast.core import clock
from naast.core.errors import StateConflict
from naast.organisations.actors import Actor
from naast.organisations.queries import get_membership
from naast.outreach import letters
from naast.outreach.inputs import MeetingPlan
from naast.outreach.models import InfoMeeting
from naast.outreach.policies import meetings as policies
from naast.outreach.queries import meetings as queries
from naast.outreach.services.telling import write_to
from naast.outreach.services.waiting import move_up
from naast.outreach.states import SEATED, SignUpState
from naast.vacancies.models import Channel

# When one of these changes, everybody who comes hears it.
TOLD = ("starts_at", "place", "online_url")


@transaction.atomic
def plan_meeting(*, actor: Actor, plan: MeetingPlan) -> InfoMeeting:
    """Put a meeting on the calendar. Raises NotAllowed."""
    policies.can_plan(actor).require()
    meeting = InfoMeeting.objects.create(
        organisation_id=actor.organisation_id, **_columns(actor, plan)
    )
    log.record("meeting.planned", actor=actor, target=meeting, changes={"kind": meeting.kind})
    return meeting


@transaction.atomic
def change_meeting(*, actor: Actor, meeting_id: UUID, plan: MeetingPlan) -> InfoMeeting:
    """Change a meeting. Another moment or place is told to everybody who comes or waits; more places are
    offered to who waits. Raises InfoMeeting.DoesNotExist, NotAllowed, or StateConflict once cancelled."""
    meeting = queries.lock_meeting(policies.visible_to(actor), meeting_id)
    policies.can_plan(actor).require()
    _refuse_cancelled(meeting)
    columns = _columns(actor, plan)
    changed = {name for name, value in columns.items() if getattr(meeting, name) != value}
    for name in changed:
        setattr(meeting, name, columns[name])
    meeting.revision += 1
    meeting.save()
    log.record("meeting.changed", actor=actor, target=meeting, changes={"fields": sorted(changed)})
    now = clock.now()
    if changed.intersection(TOLD) and meeting.starts_at > now:
        _tell_the_change(actor, meeting)
    move_up(actor=actor, meeting=meeting, now=now)
    return meeting


def _tell_the_change(actor: Actor, meeting: InfoMeeting) -> None:
    """An offer never outlives the meeting; who was reminded of another day is reminded anew."""
    meeting.sign_ups.filter(offered_until__gt=meeting.starts_at).update(
        offered_until=meeting.starts_at
    )
    meeting.sign_ups.update(reminded_on=None)
    for sign_up in queries.expected(meeting):
        write_to(actor, meeting, sign_up, letters.CHANGED)


@transaction.atomic
def cancel_meeting(*, actor: Actor, meeting_id: UUID, reason: str) -> InfoMeeting:
    """The meeting does not take place: everybody who comes or waits gets a letter with the reason in a
    few words. Raises InfoMeeting.DoesNotExist, NotAllowed or StateConflict."""
    meeting = queries.lock_meeting(policies.visible_to(actor), meeting_id)
    policies.can_plan(actor).require()
    _refuse_cancelled(meeting)
    now = clock.now()
    if meeting.starts_at <= now:
        raise StateConflict(_("This meeting has begun already."))
    meeting.cancelled_at = now
    meeting.revision += 1
    meeting.save(update_fields=["cancelled_at", "revision"])
    log.record("meeting.cancelled", actor=actor, target=meeting)
    for sign_up in queries.expected(meeting):
        write_to(actor, meeting, sign_up, letters.CANCELLED, extra={"reason": reason.strip()})
    return meeting


@transaction.atomic
def close_meeting(*, actor: Actor, meeting_id: UUID, reach: int | None) -> InfoMeeting:
    """It took place: whoever was not ticked off was not there, and the numbers are kept (S1-233). May be
    done again, when a number was wrong. Raises InfoMeeting.DoesNotExist, NotAllowed or StateConflict."""
    meeting = queries.lock_meeting(policies.visible_to(actor), meeting_id)
    policies.can_plan(actor).require()
    _refuse_cancelled(meeting)
    if meeting.starts_at > clock.now():
        raise StateConflict(_("This meeting is still to come."))
    meeting.sign_ups.filter(state=SignUpState.CONFIRMED).update(state=SignUpState.ABSENT)
    came = meeting.sign_ups.filter(state=SignUpState.ATTENDED)
    listed = meeting.sign_ups.filter(state__in=(*SEATED, SignUpState.ABSENT))
    seats = Sum(F("brings") + 1)
    meeting.came_count = came.aggregate(seats=seats)["seats"] or 0
    meeting.signed_up_count = listed.aggregate(seats=seats)["seats"] or 0
    meeting.reach = meeting.came_count if reach is None else reach
    meeting.closed_on = clock.today()
    meeting.save(update_fields=["came_count", "signed_up_count", "reach", "closed_on"])
    log.record("meeting.closed", actor=actor, target=meeting, changes={"reach": meeting.reach})
    return meeting


def _refuse_cancelled(meeting: InfoMeeting) -> None:
    if meeting.cancelled_at is not None:
        raise StateConflict(_("This meeting was cancelled."))


def _columns(actor: Actor, plan: MeetingPlan) -> dict[str, object]:
    """The plan as columns; a host or channel that is not of here is left out: an id from a form may be
    anything."""
    columns = asdict(plan)
    host_id, channel_id = columns.pop("host_id"), columns.pop("channel_id")
    host = get_membership(actor, host_id) if host_id else None
    channel = Channel.objects.filter(organisation_id=actor.organisation_id, pk=channel_id).first()
    return {**columns, "host_id": host.pk if host else None, "channel_id": channel and channel.pk}
