"""What the pages of this room share."""

from typing import TypeVar

from django.http import Http404

from naast.core import drafts
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function

R = TypeVar("R")
by_coordinator = open_to(Function.COORDINATOR)
# Everybody who may have a seat at a course: volunteers, and colleagues at sessions for both (S1-178).
by_learners = open_to(
    Function.VOLUNTEER, Function.COORDINATOR, Function.COACH, Function.PROFESSIONAL
)


def or_404(found: R | None) -> R:
    """What was found; not yours looks the same as absent."""
    if found is None:
        raise Http404
    return found


def draft_key(request: ActorRequest, form: str, about: object = "new") -> str:
    """Under which name a form keeps its draft: a draft of one organisation never shows in another."""
    return f"{form}:{about}:{request.actor.organisation_id}"


def kept_for(request: ActorRequest, key: str) -> dict[str, object]:
    """What the template needs to keep a draft of this form, and to give back what was kept."""
    saved = {} if request.method == "POST" else drafts.kept(request.user.pk, key)
    return {"draft_key": key, "saved": saved}
