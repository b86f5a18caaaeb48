"""What this room puts on the coordinator's desk: letters that did not leave, so that nobody waits in silence
for something that was never sent."""

from collections.abc import Container
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from naast.core.attention import EVERYTHING, AttentionItem, Signs, Urgency
from naast.messaging import queries
from naast.organisations.actors import Actor

NOT_LEFT = "messaging.not-left"


def signs(actor: Actor, *, now: datetime) -> Signs:
    """The rows of each kind, for one look at which of them exist."""
    return {NOT_LEFT: queries.not_left(actor)} if actor.is_coordinator else {}


def items(
    actor: Actor, *, now: datetime, there: Container[str] = EVERYTHING
) -> list[AttentionItem]:
    """One line for all letters that did not leave: they often have the same cause. Two queries."""
    if not actor.is_coordinator or NOT_LEFT not in there:
        return []
    rows = queries.not_left(actor)
    oldest = rows.defer("body", "calendar").order_by("id").first()
    if oldest is None:
        return []
    count = rows.count()
    return [
        AttentionItem(
            kind=NOT_LEFT,
            subject_id=oldest.pk,
            name=_("Letters"),
            sentence=ngettext(
                "%(count)s letter did not leave. Somebody may be waiting for it.",
                "%(count)s letters did not leave. People may be waiting for them.",
                count,
            )
            % {"count": count},
            since=oldest.created_at,
            urgency=Urgency.NOW,
            url=f"{actor.url('messaging:outbox')}?left={queries.WAITING}",
            action=_("Look at it"),
        )
    ]
