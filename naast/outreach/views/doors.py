"""What the pages of this room share."""

from typing import TypeVar
from uuid import UUID

from django.http import Http404

from naast.core.http import or_404
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function
from naast.outreach.queries.campaigns import programmes

R = TypeVar("R")
by_coordinator = open_to(Function.COORDINATOR)
by_volunteer = open_to(Function.VOLUNTEER)


def chosen_programme(request: ActorRequest) -> UUID:
    """The programme that a button names; one that is not of here looks the same as absent."""
    try:
        programme_id = UUID(request.POST.get("programme", ""))
    except ValueError as error:
        raise Http404 from error
    or_404(programmes(request.actor).filter(pk=programme_id).first())
    return programme_id
