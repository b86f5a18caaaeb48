"""Papers on the desk: what waits for our signature, questions with a promised answer, what is past its day."""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Min, Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from naast.agreements.models import Copy
from naast.agreements.policies import copies as policies
from naast.agreements.queries.copies import lightly
from naast.agreements.queries.signing import Waiting, listed, unanswered
from naast.agreements.states import ANSWER_DAYS
from naast.core import clock
from naast.core.attention import EVERYTHING, AttentionItem, Signs, Urgency
from naast.core.text import Text
from naast.core.working_days import add_working_days
from naast.organisations.actors import Actor

# Rows of one kind at most: the desk shows a day, the list shows the rest.
MOST = 30
TO_SIGN, ASKED, OVERDUE = "papers.to-sign", "papers.asked", "papers.overdue"


def signs(actor: Actor, *, now: datetime) -> Signs:
    """The rows of each kind, for one look at which of them exist."""
    if not policies.can_prepare(actor):
        return {}
    today = timezone.localdate(now)
    return {
        TO_SIGN: listed(actor, Waiting.US, today=today)[0],
        ASKED: unanswered(actor),
        OVERDUE: listed(actor, Waiting.OVERDUE, today=today)[0],
    }


def items(
    actor: Actor, *, now: datetime, there: Container[str] = EVERYTHING
) -> list[AttentionItem]:
    """What asks for attention about papers; three queries at most, none for what is not `there`."""
    if not policies.can_prepare(actor):
        return []
    today = timezone.localdate(now)
    found: list[AttentionItem] = []
    if ASKED in there:
        found += _asked(actor, today)
    if TO_SIGN in there:
        found += _to_sign(actor, today)
    if OVERDUE in there:
        found += _overdue(actor, today)
    return found


def _asked(actor: Actor, today: date) -> Iterator[AttentionItem]:
    """One line a paper: a promised answer in two working days."""
    rows = lightly(policies.visible_to(actor)).filter(pk__in=unanswered(actor).values("copy_id"))
    rows = rows.select_related("organisation", "engagement__programme").annotate(
        asked_at=Min("questions__created_at", filter=Q(questions__answered_at__isnull=True))
    )
    for copy in rows.order_by("asked_at", "id")[:MOST]:
        asked_on = timezone.localdate(copy.asked_at)
        answer_on = add_working_days(asked_on, ANSWER_DAYS, copy.organisation.country)
        sentence = _("%(name)s asked something about a text. Answer by %(day)s.") % {
            "name": copy.person.first_name,
            "day": date_format(answer_on, "j F"),
        }
        urgency = Urgency.NOW if answer_on <= today else Urgency.THIS_WEEK
        look = Look("paper-asked", sentence, _("Read and answer"), urgency)
        yield _item(actor, copy, look, since=asked_on)


def _to_sign(actor: Actor, today: date) -> Iterator[AttentionItem]:
    for copy in listed(actor, Waiting.US, today=today)[0].order_by("id")[:MOST]:
        sentence = _("%(name)s signed. It holds once we sign too.") % {
            "name": copy.person.first_name
        }
        since = copy.own_signature.signed_on if copy.own_signature else today
        yield _item(actor, copy, Look("paper-to-sign", sentence, _("Read and sign")), since=since)


def _overdue(actor: Actor, today: date) -> Iterator[AttentionItem]:
    rows, order = listed(actor, Waiting.OVERDUE, today=today)
    for copy in rows.order_by(*order)[:MOST]:
        until = copy.holds_until or today
        sentence = _("%(name)s has not read “%(text)s” again yet. It held until %(day)s.") % {
            "name": copy.person.first_name,
            "text": copy.version.document.name,
            "day": date_format(until, "j F"),
        }
        look = Look("paper-overdue", sentence, _("Go through it together"))
        yield _item(actor, copy, look, since=until)


@dataclass(frozen=True, slots=True)
class Look:
    """What one kind of item says."""

    kind: str
    sentence: Text
    action: Text
    urgency: Urgency = Urgency.THIS_WEEK


def _item(actor: Actor, copy: Copy, look: Look, *, since: date) -> AttentionItem:
    programme = copy.engagement.programme if copy.engagement else None
    return AttentionItem(
        kind=look.kind,
        subject_id=copy.pk,
        name=copy.person.name,
        sentence=look.sentence,
        since=clock.morning(since),
        urgency=look.urgency,
        url=actor.url("agreements:copy", copy_id=copy.pk),
        action=look.action,
        owner_id=programme.coordinator_id if programme else None,
    )
