"""What this room asks attention for: what waits too long for finance. One line a kind, since a list stands behind each;
no sentence names anybody or an amount."""

from collections.abc import Callable, Container
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.core.attention import EVERYTHING, AttentionItem, Signs, Urgency
from naast.core.text import Text
from naast.expenses.models import Claim
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.payouts import attention_paying
from naast.payouts.queries import looking

# Who paid something for us should not wait longer for somebody to look.
A_WHILE: Final = timedelta(days=14)
Rows = Callable[[Actor, datetime], QuerySet[Claim]]


@dataclass(frozen=True, slots=True)
class _Kind:
    """One kind: its rows, the sentence, the word on the button, and which list stands behind it («» what waits)."""

    rows: Rows
    sentence: Text
    action: Text
    show: str = ""
    urgency: Urgency = Urgency.THIS_WEEK


KINDS: Final = {
    "payouts.answered": _Kind(
        lambda actor, now: looking.answered(actor),
        gettext_lazy("A volunteer answered your question about costs. Look again."),
        gettext_lazy("Look"),
    ),
    "payouts.second-look": _Kind(
        lambda actor, now: looking.waits_for_second(actor),
        gettext_lazy("A colleague agreed to a larger amount. You look too before it is paid."),
        gettext_lazy("Look"),
        show="second",
    ),
    "payouts.waiting": _Kind(
        lambda actor, now: looking.waits_since(actor, now - A_WHILE),
        gettext_lazy(
            "Volunteers have waited for two weeks or more until somebody looks at their costs."
        ),
        gettext_lazy("Look"),
        urgency=Urgency.NOW,
    ),
    "payouts.needs-another": _Kind(
        lambda actor, now: looking.needs_another(actor, now - A_WHILE),
        gettext_lazy(
            "Costs have waited for two weeks for a colleague of finance other than you. Is there nobody? An administrator gives somebody «finance»."
        ),
        gettext_lazy("Look"),
    ),
    "payouts.no-answer": _Kind(
        lambda actor, now: looking.asked_since(actor, now - A_WHILE),
        gettext_lazy("A question about costs has no answer yet. Call, and write the answer down."),
        gettext_lazy("Open"),
        show="asked_back",
    ),
}


def signs(actor: Actor, *, now: datetime) -> Signs:
    """The rows of each kind, for one look at which of them exist."""
    if not actor.has(Function.FINANCE):
        return {}
    found: Signs = {name: kind.rows(actor, now) for name, kind in KINDS.items()}
    return found | attention_paying.signs(actor, now=now)


def items(
    actor: Actor, *, now: datetime, there: Container[str] = EVERYTHING
) -> list[AttentionItem]:
    """Everything of this room that asks for the actor's attention, in a constant number of queries."""
    if not actor.has(Function.FINANCE):
        return []
    found = [_item(actor, name, kind, now) for name, kind in KINDS.items() if name in there]
    looked = [item for item in found if item is not None]
    return looked + attention_paying.items(actor, now=now, there=there)


def _item(actor: Actor, name: str, kind: _Kind, now: datetime) -> AttentionItem | None:
    """The oldest stands for all of its kind. Ids are in the order in which the claims came."""
    oldest = kind.rows(actor, now).only("id", "created_at").order_by("id").first()
    if oldest is None:
        return None
    url = actor.url("payouts:queue")
    return AttentionItem(
        kind=name.replace(".", "-"),
        subject_id=oldest.pk,
        name=_("Costs"),
        sentence=kind.sentence,
        since=oldest.created_at,
        urgency=kind.urgency,
        url=f"{url}?show={kind.show}" if kind.show else url,
        action=kind.action,
        owner_id=actor.membership_id,
    )
