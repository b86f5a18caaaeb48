"""What asks for attention around costs, on the first page of finance: who pays has no other desk."""

from datetime import datetime
from typing import Final

from django.utils.translation import gettext_lazy as _

from naast.core import clock
from naast.core.attention import AttentionItem, Signs
from naast.desk.attention import Source
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.organisations.queries import that_exist
from naast.payouts import attention as payouts_attention
from naast.payouts import page_panels
from naast.rates import attention as rates_attention
from naast.statements import attention as statements_attention

SOURCES: Final[tuple[Source, ...]] = (
    payouts_attention,
    rates_attention,
    statements_attention,
)
# The most urgent few: each is a kind of its own, with its list behind it.
MOST = 8


def on_queue(actor: Actor, organisation: Organisation) -> page_panels.Panel | None:
    """The lines of the rooms of costs; nothing when nothing asks for attention."""
    items = items_of(actor, now=clock.now())
    if not items:
        return None
    return page_panels.Panel(
        title=_("This asks for your attention"),
        template="desk/_costs.html",
        context={"lines": items[:MOST]},
    )


def items_of(actor: Actor, *, now: datetime) -> list[AttentionItem]:
    """What these rooms ask, the most urgent first: one look at what exists, and only that is read."""
    signs: Signs = {}
    for source in SOURCES:
        signs |= source.signs(actor, now=now)
    there = that_exist(actor, signs)
    items = [item for source in SOURCES for item in source.items(actor, now=now, there=there)]
    return sorted(items, key=lambda item: (item.urgency, item.since))


def register() -> None:
    """Called by the room's AppConfig.ready()."""
    page_panels.register("queue", on_queue)
