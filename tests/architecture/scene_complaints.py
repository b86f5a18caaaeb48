"""What stands behind the doors of complaints: a part of tests/architecture/scene.py."""

from typing import Any
from uuid import UUID

from naast.complaints.models import Complaint
from naast.organisations.models import Function, Membership
from naast.programmes.models import Programme
from tests.complaining import Way, seen, told
from tests.conftest import Cast

# How the routes of this room begin, as far as no other room's route begins so (the longest wins).
PREFIXES: tuple[str, ...] = ("heard/complaints/", "mine/complaints/")
# Words in an address that are not ids, what a form must carry, and ids for one page alone: as in scene.py.
WORDS: dict[str, dict[str, str]] = {
    "complaints:step": {"step": "named"},
    **{f"complaints:{page}": {"side": "other"} for page in ("note_view", "note_day", "note_back")},
}
DATA: dict[str, dict[str, str]] = {}


def ids(cast: Cast, programme: Programme) -> dict[str, UUID]:
    """Piet told something about Bea to the mediator of the scene, who planned a talk; and something to which nobody
    listens any more."""
    mediator = Membership.objects.get(
        organisation=cast.here, roles__function=Function.MEDIATOR, user__name="mediator"
    )
    way = Way(mediator, told(cast, mediator)).planned()
    left = told(cast, mediator, seen=seen(facts="Nog iets anders."))
    Complaint.objects.filter(pk=left.pk).update(receiver=None)
    return {"complaint_id": way.pk, "left_complaint_id": left.pk}


def special(cast: Cast, made: dict[str, UUID]) -> dict[str, dict[str, Any]]:
    """Ids that one page of this room needs instead of the usual ones: page → name → id."""
    return {"complaints:take_up": {"complaint_id": made["left_complaint_id"]}}
