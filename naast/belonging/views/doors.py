"""What the pages of this room share."""

from typing import TypeVar

from django.contrib import messages
from django.http import Http404, HttpResponse

from naast.core import drafts
from naast.core.errors import DomainError
from naast.core.http import see_other
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function

R = TypeVar("R")
by_coordinator = open_to(Function.COORDINATOR)
by_volunteer = open_to(Function.VOLUNTEER)
# Whoever may welcome somebody: whom, the policies say.
by_host = open_to(Function.COORDINATOR, Function.COACH, Function.PROFESSIONAL, Function.VOLUNTEER)
by_house = open_to(Function.COORDINATOR, Function.VOLUNTEER)


def or_404(found: R | None) -> R:
    """What was found; not yours looks the same as absent."""
    if found is None:
        raise Http404
    return found


def refused(request: ActorRequest, error: DomainError, url: str) -> HttpResponse:
    """A button without a form was refused: the reason stands on the page they came from."""
    messages.error(request, str(error))
    return see_other(url)


def kept_for(request: ActorRequest, key: str) -> dict[str, object]:
    """What the template needs to keep a draft of this form, and to give back what was kept."""
    saved = {} if request.method == "POST" else drafts.kept(request.user.pk, key)
    return {"draft_key": key, "saved": saved}


def draft_key(request: ActorRequest, form: str, about: object = "new") -> str:
    """Under which name a form keeps its draft: a draft of one organisation never shows in another."""
    return f"belonging-{form}:{about}:{request.actor.organisation_id}"
