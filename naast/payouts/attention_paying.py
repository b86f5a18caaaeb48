"""What waits of payments: a batch that should have left the account, a receipt that nobody signed. One line a kind, and
no sentence names anybody or an amount."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.core import clock
from naast.core.attention import AttentionItem, Signs, Urgency
from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.payouts.models import Batch, CashPayment
from naast.payouts.policies import paying as policy
from naast.payouts.queries import paying
from naast.payouts.queries.batches import receipts
from naast.people.models import Person

TO_CONFIRM, TO_SIGN, TO_PAY = "payouts.to-confirm", "payouts.to-sign", "payouts.to-pay"
# Somebody who got money signs within a week, or somebody asks for it.
A_WEEK: Final = timedelta(days=7)
# Most houses pay once a month: who waits longer than that is forgotten.
A_MONTH: Final = timedelta(days=35)


def signs(actor: Actor, *, now: datetime) -> Signs:
    """The rows of each kind, for one look at which of them exist."""
    today = localdate(now)
    return {
        TO_CONFIRM: policy.batches_visible_to(actor).filter(state="made", pay_on__lt=today),
        TO_SIGN: receipts(actor).to_sign.filter(given_on__lt=today - A_WEEK),
        TO_PAY: paying.waits_since(actor, now - A_MONTH),
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
    TO_PAY: _Words(
        gettext_lazy("Somebody has waited for more than a month for costs that were agreed."),
        gettext_lazy("Look"),
        "payouts:batches",
    ),
}
# The oldest of each stands for all of its kind.
OLDEST: Final = {TO_CONFIRM: "number", TO_SIGN: "number", TO_PAY: "oldest"}


def items(actor: Actor, *, now: datetime, there: Container[str]) -> list[AttentionItem]:
    """The oldest of each kind stands for all of them."""
    found = []
    for name, rows in signs(actor, now=now).items():
        oldest = rows.order_by(OLDEST[name]).first() if name in there else None
        if oldest is not None:
            words = WORDS[name]
            found.append(
                AttentionItem(
                    kind=name.replace(".", "-"),
                    subject_id=oldest.pk,
                    name=_("Costs"),
                    sentence=words.sentence,
                    since=_since(oldest),
                    urgency=Urgency.THIS_WEEK,
                    url=actor.url(words.page),
                    action=words.action,
                    owner_id=actor.membership_id,
                )
            )
    return found


def _since(oldest: Batch | CashPayment | Person) -> datetime:
    if isinstance(oldest, Batch):
        return clock.among_moments(oldest.pay_on)
    if isinstance(oldest, CashPayment):
        return clock.among_moments(oldest.given_on)
    moment: datetime = oldest.oldest  # type: ignore[attr-defined]  # annotated by paying.waits_since
    return moment
