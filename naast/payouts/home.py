"""What this room adds to the home of a volunteer: a receipt that waits for their name."""

from collections.abc import Container, Mapping
from datetime import datetime

from django.utils.translation import gettext as _

from naast.core.attention import EVERYTHING, Signs
from naast.core.home import Ask, Link
from naast.organisations.actors import Actor
from naast.payouts.queries.batches import own_to_sign

SIGN = "payouts.sign"
LINKS: Mapping[str, tuple[Link, ...]] = {}


def signs(actor: Actor, hat: str, *, now: datetime) -> Signs:
    """The rows of each kind of question, for one look at which of them exist."""
    return {SIGN: own_to_sign(actor)} if hat == "volunteer" else {}


def asks(actor: Actor, hat: str, *, now: datetime, there: Container[str] = EVERYTHING) -> list[Ask]:
    """What waits for this person; one query a kind that is `there`."""
    if hat != "volunteer" or SIGN not in there:
        return []
    receipt = own_to_sign(actor).order_by("number").first()
    if receipt is None:
        return []
    url = actor.url("payouts:my_receipt", receipt_id=receipt.pk)
    return [Ask(_("You get money back in cash. Sign for it once you have it."), url, _("Sign"))]
