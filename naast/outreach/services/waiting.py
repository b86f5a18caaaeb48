"""The waiting list moves up by itself: a place that comes free is offered, never given unasked."""

from datetime import datetime, timedelta

from naast.audit import log
from naast.organisations.actors import Actor
from naast.outreach import letters
from naast.outreach.models import InfoMeeting, SignUp
from naast.outreach.queries.meetings import free_seats
from naast.outreach.services.telling import write_to
from naast.outreach.states import SIGN_UP, SignUpState

# How long somebody may think about a place that came free.
THINKING_TIME = timedelta(hours=48)


def move_up(*, actor: Actor, meeting: InfoMeeting, now: datetime) -> int:
    """Take back what nobody answered in time, and offer every free place to who waits longest (and fits:
    two people don't fit on one chair). Returns how many offers went out.

    Call it with the meeting locked, after every change of who comes: two who cancel at once stand in
    line, so that no place is ever given twice.
    """
    if meeting.cancelled_at is not None or meeting.starts_at <= now:
        return 0
    for late in meeting.sign_ups.filter(state=SignUpState.OFFERED, offered_until__lte=now):
        take(actor, late, "lapse")
        write_to(actor, meeting, late, letters.LAPSED)
    return sum(_offer(actor, meeting, each, now) for each in _who_fits(meeting))


def _who_fits(meeting: InfoMeeting) -> list[SignUp]:
    """The first in line for whom there are chairs enough."""
    waiting = list(meeting.sign_ups.filter(state=SignUpState.WAITING).order_by("id"))
    free = free_seats(meeting) if waiting else 0
    if free is None:
        return waiting
    fitting = []
    for each in waiting:
        if each.seats <= free:
            free -= each.seats
            fitting.append(each)
    return fitting


def _offer(actor: Actor, meeting: InfoMeeting, sign_up: SignUp, now: datetime) -> int:
    sign_up.offered_until = min(now + THINKING_TIME, meeting.starts_at)
    take(actor, sign_up, "offer")
    write_to(actor, meeting, sign_up, letters.OFFER)
    return 1


def take(actor: Actor, sign_up: SignUp, step: str) -> None:
    """One step of the table for a row of a locked meeting. Raises StateConflict."""
    before = sign_up.state
    sign_up.state = SIGN_UP.target(step, source=before)
    sign_up.save(update_fields=["state", "offered_until"])
    log.record(
        f"meeting.guest-{step}",
        actor=actor,
        target=sign_up,
        changes={"from": before, "to": sign_up.state},
    )
