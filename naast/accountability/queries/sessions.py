"""Reads about administrators who read along: which sessions, and what was opened in each."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.urls import NoReverseMatch

from naast.audit import log
from naast.organisations import policies
from naast.organisations.actors import Actor
from naast.organisations.models import StaffSession
from naast.people.models import Person

MOST = 200


@dataclass(frozen=True, slots=True)
class Opened:
    """One page that was opened: when, its address within the organisation, and about whom."""

    at: datetime
    address: str
    url: str
    about: str


def listed(actor: Actor) -> QuerySet[StaffSession]:
    """The sessions this actor may know of (order it by page)."""
    return policies.sessions_visible_to(actor).select_related("membership__user")


def get_session(actor: Actor, session_id: UUID) -> StaffSession | None:
    """One session, or None."""
    return listed(actor).select_related("ended_by__user").filter(pk=session_id).first()


def opened_in(actor: Actor, session: StaffSession) -> list[Opened]:
    """What was opened in a session, newest first, the last 200; two queries. Who has no function to know people
    reads no names either."""
    events = log.history_of(session.organisation_id, [session.pk]).filter(
        kind="staff-session.page-opened"
    )
    rows = list(events[:MOST])
    ids = {value for row in rows for value in row.changes["with"].values() if _is_id(value)}
    names = _names(actor, ids)
    return [_opened(actor, row.created_at, row.changes, names) for row in rows]


def _names(actor: Actor, ids: set[str]) -> dict[str, str]:
    if not actor.is_coordinator or not ids:
        return {}
    people = Person.objects.filter(organisation_id=actor.organisation_id, pk__in=ids)
    return {str(person.pk): person.name for person in people}


def _is_id(value: str) -> bool:
    try:
        UUID(value)
    except ValueError:
        return False
    return True


def _opened(
    actor: Actor, at: datetime, changes: dict[str, dict[str, str]], names: dict[str, str]
) -> Opened:
    given = changes["with"]
    about = ", ".join(names[value] for value in given.values() if value in names)
    try:
        url = actor.url(str(changes["page"]), **given)
    except NoReverseMatch:
        # A page that no longer exists in this version.
        return Opened(at, str(changes["page"]), "", about)
    return Opened(at, url.removeprefix(f"/o/{actor.slug}/"), url, about)
