"""What this room asks attention for on the desk of a coordinator who was chosen to listen, or is one of the two. No
sentence names anybody; mediators have their list as their own page."""

from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.complaints.models import Complaint
from naast.complaints.policies import complaints as policies
from naast.complaints.queries import complaints as queries
from naast.core import clock
from naast.core.attention import EVERYTHING, AttentionItem, Signs, Urgency
from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.organisations.models import Function

# Rows of one kind at most: the desk shows a day, not a year.
MOST = 30
Rows = Callable[[Actor, datetime], QuerySet[Complaint]]


@dataclass(frozen=True, slots=True)
class _Kind:
    """One kind: its rows, the sentence, the word on the button, since which field, and whose page."""

    rows: Rows
    sentence: Text
    action: Text
    urgency: Urgency = Urgency.THIS_WEEK
    is_own: bool = False


def _handled(actor: Actor, now: datetime) -> QuerySet[Complaint]:
    return policies.handled_by(actor)


KINDS: dict[str, _Kind] = {
    "complaints.to-confirm": _Kind(
        lambda actor, now: queries.to_confirm(_handled(actor, now)),
        gettext_lazy("Somebody is not content and chose you to listen. Say that you heard it."),
        gettext_lazy("Read"),
        Urgency.NOW,
    ),
    "complaints.term-near": _Kind(
        lambda actor, now: queries.term_near(_handled(actor, now), day=localdate(now)),
        gettext_lazy("The answer you promised has to be there within a week."),
        gettext_lazy("Open"),
        Urgency.NOW,
    ),
    "complaints.does-not-suit": _Kind(
        lambda actor, now: queries.does_not_suit(_handled(actor, now)),
        gettext_lazy("The day of a talk does not suit somebody: plan another one."),
        gettext_lazy("Open"),
    ),
    "complaints.to-hold": _Kind(
        lambda actor, now: queries.to_hold(policies.visible_to(actor), now=now),
        gettext_lazy("A talk with a mediator was planned. Write down what was said."),
        gettext_lazy("Write down"),
    ),
    "complaints.to-look-back": _Kind(
        lambda actor, now: queries.to_look_back(_handled(actor, now), day=localdate(now)),
        gettext_lazy("The day to look back on an answer has come: ask both how it is."),
        gettext_lazy("Look back"),
    ),
    "complaints.my-choice": _Kind(
        lambda actor, now: queries.waits_for_my_choice(actor),
        gettext_lazy("Who you chose to listen can’t any more. Who may listen now?"),
        gettext_lazy("Choose"),
        Urgency.NOW,
        is_own=True,
    ),
    "complaints.my-view": _Kind(
        lambda actor, now: queries.waits_for_my_view(actor),
        gettext_lazy("Somebody would like to hear how you see something."),
        gettext_lazy("Read"),
        is_own=True,
    ),
    "complaints.my-yes": _Kind(
        lambda actor, now: queries.waits_for_my_yes(actor),
        gettext_lazy("There is a day for a talk with a mediator. Does it suit you?"),
        gettext_lazy("Answer"),
        Urgency.NOW,
        is_own=True,
    ),
    "complaints.my-look-back": _Kind(
        lambda actor, now: queries.waits_for_my_look_back(actor, day=localdate(now)),
        gettext_lazy("How do you look back on the answer?"),
        gettext_lazy("Look back"),
        is_own=True,
    ),
}


def signs(actor: Actor, *, now: datetime) -> Signs:
    """The rows of each kind, for one look at which of them exist."""
    if not actor.has(Function.COORDINATOR):
        return {}
    return {name: kind.rows(actor, now) for name, kind in KINDS.items()}


def items(
    actor: Actor, *, now: datetime, there: Container[str] = EVERYTHING
) -> list[AttentionItem]:
    """Everything of this room that asks for the actor's attention, in a constant number of queries."""
    if not actor.has(Function.COORDINATOR):
        return []
    return [
        item
        for name, kind in KINDS.items()
        if name in there
        for item in _items(actor, name, kind, now)
    ]


def _items(actor: Actor, name: str, kind: _Kind, now: datetime) -> Iterator[AttentionItem]:
    rows = kind.rows(actor, now).defer(*queries.WORDS).order_by("answer_by", "id")
    page = "complaints:my_complaint" if kind.is_own else "complaints:complaint"
    for row in rows[:MOST]:
        yield AttentionItem(
            kind=name.replace(".", "-"),
            subject_id=row.pk,
            name=_("Complaint"),
            sentence=kind.sentence,
            since=_since(row),
            urgency=kind.urgency,
            url=actor.url(page, complaint_id=row.pk),
            action=str(kind.action),
            # Who was chosen, or their deputy: nobody else has it on a desk, also not «every coordinator».
            owner_id=actor.membership_id,
        )


def _since(row: Complaint) -> datetime:
    return row.state_since if row.look_back_on is None else clock.among_moments(row.look_back_on)
