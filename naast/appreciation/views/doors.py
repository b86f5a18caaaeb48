"""What the pages of this room share."""

from typing import TypeVar
from uuid import UUID

from naast.appreciation.policies import STAFF, TOGETHER
from naast.core.http import or_404
from naast.organisations import kept
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function

R = TypeVar("R")
by_coordinator = open_to(Function.COORDINATOR)
by_staff = open_to(*STAFF)
by_all = open_to(*TOGETHER)
by_volunteer = open_to(Function.VOLUNTEER)


def own_id(request: ActorRequest) -> UUID:
    """The person behind the actor, or a 404."""
    return or_404(request.actor.person_id)


def kept_for(request: ActorRequest, form: str, about: object = "new") -> dict[str, object]:
    """What the template needs to keep a draft of this form, and to give back what was kept."""
    return kept.kept_for(request, kept.draft_key(request, form, about))
