"""What this room asks attention for on the desk."""

from collections.abc import Callable, Container
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from naast.core import clock
from naast.core.attention import EVERYTHING, AttentionItem, Signs, Urgency
from naast.needs.models import Carer, Favour, Limit, Obstacle, PolicyLetter, PolicySignal
from naast.needs.policies import rows as policies
from naast.needs.queries import figures, letters
from naast.needs.queries import rows as queries
from naast.needs.rules import Quarter
from naast.needs.states import LimitState, ObstacleState
from naast.organisations.actors import Actor
from naast.people.models import Person

MOST = 30
NOBODY_ASKED, OVERDUE, ESCALATE = "needs.nobody-asked", "needs.overdue", "needs.escalate"
ASKED, PROMISED = "needs.asked", "needs.promised"
TALK, TALK_LATE, CARER = "needs.talk", "needs.talk-late", "needs.carer"
READY, LATE_ANSWER = "needs.ready", "needs.late-answer"


def signs(actor: Actor, *, now: datetime) -> Signs:
    """The rows of each kind, for one look at which of them exist."""
    if not actor.is_coordinator:
        return {}
    day = localdate(now)
    return {kind: rows(actor, day) for kind, (rows, _item) in KINDS.items()}


def items(
    actor: Actor, *, now: datetime, there: Container[str] = EVERYTHING
) -> list[AttentionItem]:
    """Everything of this room that asks for the actor's attention, one query a kind that is `there`; for
    coordinators only."""
    if not actor.is_coordinator:
        return []
    day = localdate(now)
    return [
        one(actor, row)
        for kind, (rows, one) in KINDS.items()
        if kind in there
        for row in rows(actor, day)[:MOST]
    ]


def _limits(actor: Actor) -> QuerySet[Limit]:
    return policies.limits_visible_to(actor).select_related("about")


def _nobody_asked(actor: Actor, _day: date) -> QuerySet[Limit]:
    return _limits(actor).filter(state=LimitState.NOTED).order_by("id")


def _overdue(actor: Actor, day: date) -> QuerySet[Limit]:
    rows = _limits(actor).filter(state=LimitState.ASKED, answer_due_on__lt=day)
    return rows.order_by("answer_due_on", "id")


def _to_escalate(actor: Actor, day: date) -> QuerySet[Limit]:
    rows = _limits(actor).filter(state=LimitState.STUCK, escalate_on__lte=day)
    return rows.order_by("escalate_on", "id")


def _obstacles(actor: Actor) -> QuerySet[Obstacle]:
    return policies.obstacles_visible_to(actor).select_related("told_by")


def _asked(actor: Actor, _day: date) -> QuerySet[Obstacle]:
    return _obstacles(actor).filter(state=ObstacleState.ASKED).order_by("answer_due_on", "id")


def _promised(actor: Actor, day: date) -> QuerySet[Obstacle]:
    rows = _obstacles(actor).filter(state=ObstacleState.PROMISED, do_on__lte=day)
    return rows.order_by("do_on", "id")


def _to_talk(actor: Actor, day: date) -> QuerySet[Favour]:
    return (
        queries.without_talk(actor, day=day).select_related("person").order_by("talk_due_on", "id")
    )


def _talk_late(actor: Actor, day: date) -> QuerySet[Favour]:
    rows = queries.talk_overdue(actor, day=day).select_related("person", "talk")
    return rows.order_by("talk_due_on", "id")


def _to_look_back(actor: Actor, day: date) -> QuerySet[Carer]:
    rows = policies.carers_visible_to(actor).filter(closed_on__isnull=True, look_back_on__lte=day)
    return rows.select_related("person").order_by("look_back_on", "id")


def _ready(actor: Actor, day: date) -> QuerySet[PolicySignal]:
    """One line is enough, however many wait."""
    return letters.ready_to_send(actor, day=day).order_by("noted_on", "id")[:1]


def _late_answer(actor: Actor, day: date) -> QuerySet[PolicyLetter]:
    return letters.overdue(actor, day=day).order_by("answer_due_on", "id")


def _name(person: Person | None) -> str:
    return person.name if person is not None else _("A volunteer")


def _of_limit(
    actor: Actor, limit: Limit, kind: str, sentence: str, *, since: date, **rest: Any
) -> AttentionItem:
    return AttentionItem(
        kind=kind,
        subject_id=limit.pk,
        name=_name(limit.about),
        sentence=sentence,
        since=clock.morning(since),
        url=actor.url("needs:limit", limit_id=limit.pk),
        **{"urgency": Urgency.NOW, "action": _("Look"), **rest},
    )


def _nobody_asked_item(actor: Actor, limit: Limit) -> AttentionItem:
    sentence = _("A limit was reached, and nobody was asked yet.")
    return _of_limit(
        actor, limit, NOBODY_ASKED, sentence, since=limit.noted_on, action=_("Ask a service")
    )


def _overdue_item(actor: Actor, limit: Limit) -> AttentionItem:
    sentence = _("A service would have answered by now. Call them.")
    since = limit.answer_due_on or limit.noted_on
    return _of_limit(actor, limit, OVERDUE, sentence, since=since, action=_("Call"))


def _escalate_item(actor: Actor, limit: Limit) -> AttentionItem:
    sentence = _("This is stuck. Today you take the next step.")
    since = limit.escalate_on or limit.noted_on
    return _of_limit(actor, limit, ESCALATE, sentence, since=since, action=_("The next step"))


def _of_obstacle(
    actor: Actor, row: Obstacle, kind: str, sentence: str, *, since: date, action: str
) -> AttentionItem:
    return AttentionItem(
        kind=kind,
        subject_id=row.pk,
        name=_name(row.told_by),
        sentence=sentence,
        since=clock.morning(since),
        urgency=Urgency.NOW,
        url=actor.url("needs:obstacle", obstacle_id=row.pk),
        action=action,
        owner_id=row.done_by_id,
    )


def _asked_item(actor: Actor, row: Obstacle) -> AttentionItem:
    sentence = _("asks for our help: %(wish)s.") % {"wish": row.get_wish_display()}
    return _of_obstacle(actor, row, ASKED, sentence, since=row.noted_on, action=_("Answer"))


def _promised_item(actor: Actor, row: Obstacle) -> AttentionItem:
    sentence = _("We promised to help by now. Write down that it is done.")
    since = row.do_on or row.noted_on
    return _of_obstacle(actor, row, PROMISED, sentence, since=since, action=_("Look"))


def _talk_item(actor: Actor, row: Favour) -> AttentionItem:
    return AttentionItem(
        kind=TALK,
        subject_id=row.pk,
        name=row.person.name,
        sentence=_("A favour was tried through %(name)s. Plan a talk within two weeks.")
        % {"name": row.person.first_name},
        since=clock.morning(row.tried_on),
        urgency=Urgency.THIS_WEEK,
        url=actor.url("needs:favour", favour_id=row.pk),
        action=_("Plan the talk"),
    )


def _talk_late_item(actor: Actor, row: Favour) -> AttentionItem:
    url = actor.url("needs:favour", favour_id=row.pk)
    return AttentionItem(
        kind=TALK_LATE,
        subject_id=row.pk,
        name=row.person.name,
        sentence=_("The two weeks are over. Did you talk about the favour?"),
        since=clock.morning(row.talk_due_on),
        urgency=Urgency.NOW,
        url=actor.url("support:talk", talk_id=row.talk_id) if row.talk_id else url,
        action=_("Write it down"),
    )


def _carer_item(actor: Actor, row: Carer) -> AttentionItem:
    return AttentionItem(
        kind=CARER,
        subject_id=row.pk,
        name=row.person.name,
        sentence=_("Ask how it goes with who cares for %(name)s.")
        % {"name": row.person.first_name},
        since=clock.morning(row.look_back_on or row.noted_on),
        urgency=Urgency.THIS_WEEK,
        url=actor.url("needs:carer", carer_id=row.pk),
        action=_("Look back"),
    )


def _ready_item(actor: Actor, row: PolicySignal) -> AttentionItem:
    return AttentionItem(
        kind=READY,
        subject_id=row.pk,
        name=row.title,
        sentence=_("The quarter is over: send management what volunteers notice."),
        since=clock.morning(Quarter.of(clock.today()).first_day),
        urgency=Urgency.THIS_WEEK,
        url=actor.url("needs:send_letter"),
        action=_("Send"),
    )


def _late_answer_item(actor: Actor, row: PolicyLetter) -> AttentionItem:
    return AttentionItem(
        kind=LATE_ANSWER,
        subject_id=row.pk,
        name=figures.name_of(Quarter(row.year, row.quarter)),
        sentence=_("Management would have answered by now. Ask them."),
        since=clock.morning(row.answer_due_on),
        urgency=Urgency.THIS_WEEK,
        url=actor.url("needs:letter", letter_id=row.pk),
        action=_("Look"),
    )


Rows = Callable[[Actor, date], QuerySet[Any]]
One = Callable[[Actor, Any], AttentionItem]
KINDS: dict[str, tuple[Rows, One]] = {
    OVERDUE: (_overdue, _overdue_item),
    ESCALATE: (_to_escalate, _escalate_item),
    NOBODY_ASKED: (_nobody_asked, _nobody_asked_item),
    ASKED: (_asked, _asked_item),
    PROMISED: (_promised, _promised_item),
    TALK_LATE: (_talk_late, _talk_late_item),
    TALK: (_to_talk, _talk_item),
    CARER: (_to_look_back, _carer_item),
    LATE_ANSWER: (_late_answer, _late_answer_item),
    READY: (_ready, _ready_item),
}
