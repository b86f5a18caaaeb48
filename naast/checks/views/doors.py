"""What the pages of this room share."""

from typing import TypeVar
from uuid import UUID

from naast.checks.queries.checks import get_volunteer
from naast.core.http import or_404
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function
from naast.people.models import Person

R = TypeVar("R")
by_coordinator = open_to(Function.COORDINATOR)
by_volunteer = open_to(Function.VOLUNTEER)


def volunteer(request: ActorRequest, person_id: UUID) -> Person:
    """The volunteer at this address."""
    return or_404(get_volunteer(request.actor, person_id))


def tab_of(request: ActorRequest, tabs: tuple[str, ...]) -> str:
    """The tab in the address; the first for one we don't know."""
    asked = request.GET.get("show", "")
    return asked if asked in tabs else tabs[0]
