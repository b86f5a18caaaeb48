"""Reading along: an administrator sees people for a short time, with a reason, and each page is written down.

Nothing in the browser gives a right: its session only names a row, and that row must be of this user, here, open
and not over. A request that writes never gets more than the administrator's own function (ADR 0021).
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from naast.audit import log
from naast.core import clock
from naast.core.errors import DomainError, NotAllowed
from naast.organisations import policies
from naast.organisations.actors import Actor
from naast.organisations.models import Membership, StaffSession

KEY: Final = "naast_staff_session"
SHORTEST, LONGEST = timedelta(minutes=15), timedelta(minutes=60)
READING: Final = frozenset({"GET", "HEAD"})
# Rooms that stay closed: what only a contact person, a mediator or a circle reads, what follows from a signal, and
# whole lists going out.
CLOSED_ROOMS: Final = frozenset({"signals", "needs", "complaints", "circles", "exchange"})


def may_read(actor: Actor, room: str) -> bool:
    """Whether what this room shows is for this actor, such as `circles`."""
    return actor.session_id is None or room not in CLOSED_ROOMS


def room_of(module: str) -> str:
    """The room of a module: `circles` for `naast.circles.attention`."""
    return module.split(".")[1]


def running(named: object, actor: Actor) -> StaffSession | None:
    """The session this browser may use here now, or None; `named` is what stands under KEY in its own session. No
    query for who never opened one."""
    session_id = _as_id(named) if named else None
    if session_id is None or actor.membership_id is None:
        return None
    open_ones = _open_ones(actor.organisation_id, actor.membership_id)
    session = open_ones.filter(pk=session_id).first()
    if session is None or not session.runs_at(clock.now()):
        return None
    return session if policies.can_read_along(actor) else None


def _open_ones(organisation_id: UUID, membership_id: UUID) -> QuerySet[StaffSession]:
    return StaffSession.objects.filter(
        organisation_id=organisation_id, membership_id=membership_id, ended_at__isnull=True
    )


def _as_id(named: object) -> UUID | None:
    try:
        return UUID(str(named))
    except ValueError:
        return None


def read_page(
    actor: Actor, session: StaffSession, *, room: str, page: str, ids: Mapping[str, object]
) -> Actor:
    """The actor of one request that reads, and a line in the history for the page that is opened: its name and the
    ids in its address, never what was searched for. In a closed room nothing is added. The caller has made sure
    that the request only reads (READING)."""
    if room in CLOSED_ROOMS:
        return actor
    reader = actor.reading_along(session.pk)
    log.record(
        "staff-session.page-opened",
        actor=reader,
        target=session,
        changes={"page": page, "with": {name: str(value) for name, value in ids.items()}},
    )
    return reader


@transaction.atomic
def open_session(*, actor: Actor, reason: str, words: str, minutes: int) -> StaffSession:
    """Begin to read along for 15 to 60 minutes. Raises NotAllowed, or DomainError without words, for another
    length, or while one runs already. The caller tells the coordinators in the same transaction."""
    policies.can_read_along(actor).require()
    membership_id = actor.membership_id
    if membership_id is None:  # the house itself reads along with nobody
        raise NotAllowed(_("Only an administrator reads along."))
    length = timedelta(minutes=minutes)
    if not SHORTEST <= length <= LONGEST:
        raise DomainError(_("Choose between 15 and 60 minutes."))
    if reason not in StaffSession.Reason.values or not words.strip():
        raise DomainError(_("Say why, in a few words."))
    # Two taps queue here: the second one finds the session of the first.
    Membership.objects.select_for_update(no_key=True).get(pk=membership_id)
    now = clock.now()
    for old in _open_ones(actor.organisation_id, membership_id).select_for_update():
        if old.runs_at(now):
            raise DomainError(_("You read along already. End that first."))
        _close(old, actor, ended_at=old.until_at)
    session = StaffSession.objects.create(
        organisation_id=actor.organisation_id,
        membership_id=membership_id,
        reason=reason,
        words=words.strip(),
        opened_at=now,
        until_at=now + length,
    )
    log.record(
        "staff-session.opened",
        actor=actor,
        target=session,
        changes={"reason": reason, "minutes": minutes},
    )
    return session


@transaction.atomic
def end_session(*, actor: Actor, session_id: UUID) -> StaffSession:
    """Stop reading along: one's own, or any one for a coordinator. Twice is the same as once.

    Raises StaffSession.DoesNotExist or NotAllowed.
    """
    rows = StaffSession.objects.select_for_update().filter(organisation_id=actor.organisation_id)
    session = rows.get(pk=session_id)
    policies.can_end_session(actor, session).require()
    if session.ended_at is None:
        now = clock.now()
        _close(session, actor, ended_at=min(now, session.until_at))
        log.record("staff-session.ended", actor=actor, target=session)
    return session


def _close(session: StaffSession, actor: Actor, *, ended_at: datetime) -> None:
    session.ended_at = ended_at
    session.ended_by_id = actor.membership_id
    session.save(update_fields=["ended_at", "ended_by"])
