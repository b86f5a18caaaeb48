"""What the pages of this room share."""

from typing import TypeVar

from django.http import Http404

from naast.core import drafts
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function

R = TypeVar("R")
by_coordinator = open_to(Function.COORDINATOR)


def or_404(found: R | None) -> R:
    """What was found; not yours looks the same as absent."""
    if found is None:
        raise Http404
    return found


def saved(request: ActorRequest, key: str) -> dict[str, object]:
    """What the reader typed before and did not send."""
    return {} if request.method == "POST" else drafts.kept(request.user.pk, key)
