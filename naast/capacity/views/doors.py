"""What the pages of this room share."""

from typing import TypeVar

from django.http import Http404

from naast.core import drafts
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function

R = TypeVar("R")
by_volunteer = open_to(Function.VOLUNTEER)
by_coordinator = open_to(Function.COORDINATOR)
by_coach = open_to(Function.COORDINATOR, Function.COACH)


def or_404(found: R | None) -> R:
    """What was found; not yours looks the same as absent."""
    if found is None:
        raise Http404
    return found


def kept_for(request: ActorRequest, form: str, about: object) -> dict[str, object]:
    """What the template needs to keep a draft of this form, and to give back what was kept."""
    key = draft_key(request, form, about)
    saved = {} if request.method == "POST" else drafts.kept(request.user.pk, key)
    return {"draft_key": key, "saved": saved}


def draft_key(request: ActorRequest, form: str, about: object) -> str:
    """Under which name a form keeps its draft: a draft of one house never shows in another."""
    return f"load-{form}:{about}:{request.actor.organisation_id}"
