"""The waiting list moves up by itself: a place that comes free is given at once, and told.

Whoever waits for a course asked for it, is reached at once, and gives the place back with one tap. So nobody has
to say yes first, as guests of an open meeting do (outreach.waiting): no place stays empty while somebody thinks.
On the last day nobody is moved up any more without knowing it: the coordinator's desk says whom to call.
"""

from datetime import datetime, timedelta

from naast.audit import log
from naast.learning import letters
from naast.learning.models import Seat, Session
from naast.learning.queries.sessions import free_places
from naast.learning.services.telling import tell_where_it_stands
from naast.learning.states import SEAT, SeatState
from naast.organisations.actors import Actor

LAST_MOMENT = timedelta(hours=24)


def move_up(*, actor: Actor, session: Session, now: datetime) -> int:
    """Give every free place to who waits longest. Returns how many moved up.

    Call it with the session locked, after every change of who comes: two who leave at once stand in line,
    so that no place is given twice.
    """
    if session.cancelled_at is not None or session.starts_at - LAST_MOMENT <= now:
        return 0
    waiting = session.seats.filter(state=SeatState.WAITING).select_related("person__user")
    line = list(waiting.order_by("asked_at", "id"))
    fitting = line[: free_places(session)] if line else []
    for seat in fitting:
        take(actor, seat, "move-up")
        tell_where_it_stands(actor, session, seat, letters.MOVED_UP)
    return len(fitting)


def take(actor: Actor, seat: Seat, step: str) -> None:
    """One step of the table for a seat of a locked session. Raises StateConflict."""
    before = seat.state
    seat.state = SEAT.target(step, source=before)
    seat.save(update_fields=["state", "asked_at", "came_unannounced"])
    log.record(
        f"session.seat-{step}",
        actor=actor,
        target=seat,
        changes={"session": str(seat.session_id), "from": before, "to": seat.state},
    )
