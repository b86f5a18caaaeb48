"""Telling a volunteer that there is something about their costs: never an amount, a day or a reason in a message."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from naast.core.text import Text
from naast.expenses.models import Claim
from naast.messaging.services import tell
from naast.organisations.actors import Actor

KIND: Final = "payouts.news"
Words = tuple[Text, Text]
HAS_QUESTION: Words = (
    _("A question about your costs"),
    _("We have a question about something you asked back. You find it on your page of costs."),
)
HAS_NEWS: Words = (
    _("News about your costs"),
    _("There is news about something you asked back. You find it on your page of costs."),
)


def tell_volunteer(actor: Actor, claim: Claim, words: Words) -> None:
    """Tell whose claim it is, when they have an account; who is not online is told by people. Call inside the
    transaction of the change."""
    user = claim.cost_year.person.user
    if user is not None and user.pk != actor.user_id:
        subject, body = words
        url = actor.url("expenses:my_costs")
        tell(actor=actor, user=user, kind=KIND, subject=subject, body=body, url=url)
