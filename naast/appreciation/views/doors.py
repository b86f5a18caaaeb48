"""What the pages of this room share."""

from typing import TypeVar
from uuid import UUID

from django.http import Http404

from naast.appreciation.policies import STAFF, TOGETHER
from naast.core import drafts
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function

R = TypeVar("R")
by_coordinator = open_to(Function.COORDINATOR)
by_staff = open_to(*STAFF)
by_all = open_to(*TOGETHER)
by_volunteer = open_to(Function.VOLUNTEER)


def or_404(found: R | None) -> R:
    """What was found; not yours looks the same as absent."""
    if found is None:
        raise Http404
    return found


def own_id(request: ActorRequest) -> UUID:
    """The person behind the actor, or a 404."""
    return or_404(request.actor.person_id)


def kept_for(request: ActorRequest, form: str, about: object = "new") -> dict[str, object]:
    """What the template needs to keep a draft of this form, and to give back what was kept."""
    key = f"{form}:{about}:{request.actor.organisation_id}"
    saved = {} if request.method == "POST" else drafts.kept(request.user.pk, key)
    return {"draft_key": key, "saved": saved}
