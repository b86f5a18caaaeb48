"""What waits of payments: a batch that should have left the account, a receipt that nobody signed. One line a kind, and
no sentence names anybody or an amount."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.core import clock
from naast.core.attention import AttentionItem, Signs, Urgency
from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.payouts.models import Batch
from naast.payouts.policies import paying as policy
from naast.payouts.queries.batches import receipts

TO_CONFIRM, TO_SIGN = "payouts.to-confirm", "payouts.to-sign"
# Somebody who got money signs within a week, or somebody asks for it.
A_WEEK: Final = timedelta(days=7)


def signs(actor: Actor, *, now: datetime) -> Signs:
    """The rows of each kind, for one look at which of them exist."""
    today = localdate(now)
    return {
        TO_CONFIRM: policy.batches_visible_to(actor).filter(state="made", pay_on__lt=today),
        TO_SIGN: receipts(actor).to_sign.filter(given_on__lt=today - A_WEEK),
    }


@dataclass(frozen=True, slots=True)
class _Words:
    """The sentence, the word on the button, and the page behind it."""

    sentence: Text
    action: Text
    page: str


WORDS: Final = {
    TO_CONFIRM: _Words(
        gettext_lazy("A payment should have left the account. Did you see it there?"),
        gettext_lazy("Look"),
        "payouts:batches",
    ),
    TO_SIGN: _Words(
        gettext_lazy("A receipt for cash is not signed yet, so it does not count as paid."),
        gettext_lazy("Look"),
        "payouts:cash",
    ),
}


def items(actor: Actor, *, now: datetime, there: Container[str]) -> list[AttentionItem]:
    """The oldest of each kind stands for all of them."""
    found = []
    for name, rows in signs(actor, now=now).items():
        oldest = rows.order_by("number").first() if name in there else None
        if oldest is not None:
            words = WORDS[name]
            since: date = oldest.pay_on if isinstance(oldest, Batch) else oldest.given_on
            found.append(
                AttentionItem(
                    kind=name.replace(".", "-"),
                    subject_id=oldest.pk,
                    name=_("Costs"),
                    sentence=words.sentence,
                    since=clock.among_moments(since),
                    urgency=Urgency.THIS_WEEK,
                    url=actor.url(words.page),
                    action=words.action,
                    owner_id=actor.membership_id,
                )
            )
    return found
