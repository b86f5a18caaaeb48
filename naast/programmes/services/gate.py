"""The gate: nobody starts beside somebody before what is needed is in place (S0-44)."""

from collections.abc import Container, Iterable
from uuid import UUID

from django.utils.translation import gettext as _

from naast.programmes import queries
from naast.programmes.errors import StillNeeded
from naast.programmes.models import Programme
from naast.programmes.readiness import Item, in_the_way


def require_ready(*, person_id: UUID, programme: Programme, arranged: Container[str] = ()) -> None:
    """Whether this person may start a match or a shift of this programme now. `arranged`: codes of what is
    arranged for this one start, such as a coach of its own.

    Raises StillNeeded with what is in the way, who does the next step, and the items. Call inside the
    transaction of the start.
    """
    items = queries.standing(person_id=person_id, programme=programme).items
    _require_none(item for item in in_the_way(items) if item.code not in arranged)


def require_allowed(*, person_id: UUID, programme: Programme) -> None:
    """The least that counts also for what happened already: nothing is missing that nobody may let wait.
    Raises StillNeeded."""
    items = queries.standing(person_id=person_id, programme=programme).items
    _require_none(item for item in in_the_way(items) if not item.may_wait)


def require_what_waited(
    *, person_id: UUID, programme: Programme, arranged: Container[str] = ()
) -> None:
    """What somebody let wait so that this could begin is in place by its day, or was let wait again. Who began
    without that goes on when something ends later (S0-44). Raises StillNeeded."""
    found = queries.standing(person_id=person_id, programme=programme)
    words = found.engagement.overrides.all() if found.engagement is not None else ()
    waited = {each.item for each in words if each.in_place_on is None}
    _require_none(
        item for item in in_the_way(found.items) if item.key in waited and item.code not in arranged
    )


def _require_none(items: Iterable[Item]) -> None:
    blocking = list(items)
    if blocking:
        raise StillNeeded(
            _("Not everything is in place yet. Still needed: %(what)s.")
            % {"what": "; ".join(_named(item) for item in blocking)},
            blocking,
        )


def _named(item: Item) -> str:
    return f"{item.label} ({item.who})" if item.who else str(item.label)
