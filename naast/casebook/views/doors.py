"""What the pages of this room share."""

from typing import TypeVar

from naast.core import drafts
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function

R = TypeVar("R")
by_coordinator = open_to(Function.COORDINATOR)


def saved(request: ActorRequest, key: str) -> dict[str, object]:
    """What the reader typed before and did not send."""
    return {} if request.method == "POST" else drafts.kept(request.user.pk, key)
