"""Call-backs on the coordinator's desk."""

from collections.abc import Container, Mapping
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.companionship.models import CallBack
from naast.companionship.policies import callbacks as policies
from naast.core import clock
from naast.core.attention import EVERYTHING, AttentionItem, Signs, Urgency
from naast.core.text import Text
from naast.organisations.actors import Actor

MOST = 30
USUAL_WORDS = gettext_lazy("%(name)s would like to talk.")
WORDS_OF: Mapping[str, Text] = {
    CallBack.Kind.NOTICED: gettext_lazy("%(name)s noticed something and would like to tell you."),
    CallBack.Kind.KNOWLEDGE: gettext_lazy("%(name)s would like to know something."),
    CallBack.Kind.SUPPORT: gettext_lazy("%(name)s would like support."),
    CallBack.Kind.EAR: gettext_lazy("%(name)s would like somebody who listens."),
}


def signs(actor: Actor, *, now: datetime) -> Signs:
    """The rows of each kind, for one look at which of them exist."""
    return {"call-backs": policies.visible_to(actor).filter(handled_on__isnull=True)}


def items(
    actor: Actor, *, now: datetime, there: Container[str] = EVERYTHING
) -> list[AttentionItem]:
    """Everybody who waits for a call, the oldest promise first; one query, none when nobody is `there`."""
    if "call-backs" not in there:
        return []
    waiting = signs(actor, now=now)["call-backs"].select_related("person", "match")
    today = clock.today()
    return [
        AttentionItem(
            kind="call-back",
            subject_id=asked.pk,
            name=asked.person.name,
            sentence=_sentence(asked, is_late=asked.promised_on < today),
            since=asked.created_at,
            urgency=Urgency.NOW,
            url=actor.url("companionship:call_back", call_back_id=asked.pk),
            action=_("Call"),
            owner_id=asked.match.coach_id if asked.match else None,
        )
        for asked in waiting.order_by("promised_on", "id")[:MOST]
    ]


def _sentence(asked: CallBack, *, is_late: bool) -> str:
    values = {"name": asked.person.name}
    if is_late:
        return _("%(name)s still waits for the call we promised.") % values
    return str(WORDS_OF.get(asked.kind, USUAL_WORDS)) % values
