"""What the pages of this room share."""

from typing import TypeVar

from django.contrib import messages
from django.http import HttpResponse

from naast.core.errors import DomainError
from naast.core.http import see_other
from naast.organisations import kept
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function

R = TypeVar("R")
by_coordinator = open_to(Function.COORDINATOR)
by_volunteer = open_to(Function.VOLUNTEER)
# Whoever may welcome somebody: whom, the policies say.
by_host = open_to(Function.COORDINATOR, Function.COACH, Function.PROFESSIONAL, Function.VOLUNTEER)
by_house = open_to(Function.COORDINATOR, Function.VOLUNTEER)


def refused(request: ActorRequest, error: DomainError, url: str) -> HttpResponse:
    """A button without a form was refused: the reason stands on the page they came from."""
    messages.error(request, str(error))
    return see_other(url)


def draft_key(request: ActorRequest, form: str, about: object = "new") -> str:
    """Under which name a form keeps its draft: a draft of one organisation never shows in another."""
    return kept.draft_key(request, f"belonging-{form}", about)
