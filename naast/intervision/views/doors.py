"""What the pages of this room share."""

from typing import TypeVar
from uuid import UUID

from django.http import Http404

from naast.core import drafts
from naast.intervision.models import Evening
from naast.intervision.policies.talks import READS_ETHICS
from naast.intervision.queries import evenings as queries
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function

R = TypeVar("R")
by_coordinator = open_to(Function.COORDINATOR)
by_coach = open_to(Function.COORDINATOR, Function.COACH)
# Whoever may sit at the table: which evenings are theirs, the policies say.
by_taker = open_to(Function.COORDINATOR, Function.COACH, Function.PROFESSIONAL, Function.VOLUNTEER)
by_reader = open_to(*READS_ETHICS)


def or_404(found: R | None) -> R:
    """What was found; not yours looks the same as absent."""
    if found is None:
        raise Http404
    return found


def evening_or_404(request: ActorRequest, evening_id: UUID) -> Evening:
    """An evening this actor may know."""
    return or_404(queries.get_evening(request.actor, evening_id))


def own_or_404(request: ActorRequest, evening_id: UUID) -> Evening:
    """An evening of a group this actor takes part in themselves, whatever else they are."""
    return or_404(queries.get_own(request.actor, evening_id))


def led_or_404(request: ActorRequest, evening_id: UUID) -> Evening:
    """An evening whose leader's pages this actor may open."""
    return or_404(queries.get_led(request.actor, evening_id))


def draft_key(request: ActorRequest, form: str, about: object = "new") -> str:
    """Under which name a form keeps its draft: a draft of one organisation never shows in another."""
    return f"{form}:{about}:{request.actor.organisation_id}"


def kept_for(request: ActorRequest, key: str) -> dict[str, object]:
    """What the template needs to keep a draft of this form, and to give back what was kept."""
    saved = {} if request.method == "POST" else drafts.kept(request.user.pk, key)
    return {"draft_key": key, "saved": saved}
