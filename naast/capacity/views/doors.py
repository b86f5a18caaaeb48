"""What the pages of this room share."""

from typing import TypeVar

from naast.organisations import kept
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function

R = TypeVar("R")
by_volunteer = open_to(Function.VOLUNTEER)
by_coordinator = open_to(Function.COORDINATOR)
by_coach = open_to(Function.COORDINATOR, Function.COACH)


def kept_for(request: ActorRequest, form: str, about: object) -> dict[str, object]:
    """What the template needs to keep a draft of this form, and to give back what was kept."""
    return kept.kept_for(request, draft_key(request, form, about))


def draft_key(request: ActorRequest, form: str, about: object) -> str:
    """Under which name a form keeps its draft: a draft of one house never shows in another."""
    return kept.draft_key(request, f"load-{form}", about)
