"""The day of a coordinator: what every room asks attention for, theirs first, put-offs left out."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from naast.companionship import attention as companionship_attention
from naast.companionship import attention_callbacks
from naast.core import clock
from naast.core.attention import AttentionItem, Urgency
from naast.desk.models import PutOff
from naast.exchange import attention as exchange_attention
from naast.organisations import queries as organisation_queries
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.people import attention as people_attention
from naast.programmes import attention as programmes_attention

Source = Callable[..., list[AttentionItem]]
SOURCES: tuple[Source, ...] = (
    attention_callbacks.items,
    companionship_attention.items,
    people_attention.items,
    programmes_attention.items,
    exchange_attention.items,
)
# At most a screen: the rest of each group is one click away.
AT_A_GLANCE = {Urgency.NOW: 5, Urgency.THIS_WEEK: 4, Urgency.GOOD_TO_KNOW: 3}


@dataclass(frozen=True, slots=True)
class Group:
    """One of the three groups: what shows at once, and what is a click away."""

    urgency: Urgency
    first: list[AttentionItem]
    rest: list[AttentionItem]


@dataclass(frozen=True, slots=True)
class Day:
    """Somebody's attention list. `others` counts what is on the desks of colleagues."""

    groups: list[Group]
    total: int
    others: int


def day_of(actor: Actor, *, now: datetime, everything: bool = False) -> Day:
    """The attention list of this actor: their own items, those of whom they stand in for, and those that
    nobody present looks after, so that no one is lost when a coordinator leaves (S2-34)."""
    mine = organisation_queries.looked_after_by(actor, day=clock.today())
    present = set(
        organisation_queries.colleagues(actor, Function.COORDINATOR, Function.COACH).values_list(
            "pk", flat=True
        )
    )
    off = _put_off(actor)
    items = [
        item
        for source in SOURCES
        for item in source(actor, now=now)
        if (item.kind, item.subject_id) not in off
    ]
    own = [item for item in items if item.owner_id in mine or item.owner_id not in present]
    shown = items if everything else own
    shown.sort(key=lambda item: (item.urgency, item.since))
    return Day(
        groups=[_group(urgency, shown) for urgency in Urgency],
        total=len(shown),
        others=len(items) - len(own),
    )


def _group(urgency: Urgency, items: list[AttentionItem]) -> Group:
    of_it = [item for item in items if item.urgency == urgency]
    shown = AT_A_GLANCE[urgency]
    return Group(urgency, of_it[:shown], of_it[shown:])


def _put_off(actor: Actor) -> set[tuple[str, UUID]]:
    if actor.membership_id is None:
        return set()
    rows = PutOff.objects.filter(
        organisation_id=actor.organisation_id,
        membership_id=actor.membership_id,
        until_on__gt=clock.today(),
    )
    return set(rows.values_list("kind", "subject_id"))
