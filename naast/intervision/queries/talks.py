"""Reads about the yearly group talk, and about questions of what is right."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from naast.intervision.models import EthicsQuestion, Evening, GroupTalk, Promise, Wish
from naast.intervision.policies import talks as policies
from naast.organisations.actors import Actor

MOST_WISHES = 100
MOST_PROMISES = 60


def get_talk(actor: Actor, evening_id: UUID) -> GroupTalk | None:
    """The group talk of this evening, or None when this actor may not know it exists."""
    rows = policies.visible_to(actor).select_related("evening__series")
    return rows.filter(evening_id=evening_id).first()


def lock_talk(actor: Actor, evening_id: UUID) -> GroupTalk:
    """The talk, locked until the transaction ends: votes and the count stand in line. Raises
    GroupTalk.DoesNotExist."""
    rows = policies.visible_to(actor).select_related("evening__series")
    return rows.select_for_update(of=("self",), no_key=True).get(evening_id=evening_id)


def wishes_of(talk: GroupTalk) -> list[Wish]:
    """What was wished: after the count the most wanted first, before it in no order that tells anything
    but when it came."""
    rows = talk.wishes.select_related("asker")
    ordered = rows.order_by("-votes", "id") if talk.counted_at else rows.order_by("id")
    return list(ordered[:MOST_WISHES])


def get_wish(talk: GroupTalk, wish_id: UUID) -> Wish | None:
    """One wish of this talk."""
    return talk.wishes.filter(pk=wish_id).first()


def promises_of(talk: GroupTalk) -> list[Promise]:
    """What the organisation promised after this talk."""
    return list(talk.promises.select_related("owner__user", "wish")[:MOST_PROMISES])


@dataclass(frozen=True, slots=True)
class LastTime:
    """The talk before this one, and what came of what was promised."""

    evening: Evening
    promises: list[Promise]


def last_time(talk: GroupTalk) -> LastTime | None:
    """What came of the talk before (S1-265); None for a first one."""
    before = GroupTalk.objects.filter(
        evening__series_id=talk.evening.series_id, evening__starts_at__lt=talk.evening.starts_at
    )
    found = before.select_related("evening__series").order_by("-evening__starts_at").first()
    return LastTime(found.evening, promises_of(found)) if found else None


def get_promise(actor: Actor, promise_id: UUID) -> Promise | None:
    """One promise, or None when this actor may not know it exists."""
    rows = policies.promises_visible_to(actor).select_related(
        "talk__evening__series", "owner__user"
    )
    return rows.filter(pk=promise_id).first()


def promises_due(actor: Actor, *, day: date) -> QuerySet[Promise]:
    """What was promised before this day and is not done."""
    rows = policies.promises_visible_to(actor).filter(done_on__isnull=True, due_on__lte=day)
    return rows.select_related("talk__evening__series")


def ethics(actor: Actor, *, is_discussed: bool) -> QuerySet[EthicsQuestion]:
    """Questions that wait, or were discussed."""
    rows = policies.ethics_visible_to(actor).filter(discussed_on__isnull=not is_discussed)
    return rows.select_related("series", "asked_by")


def get_ethics(actor: Actor, ethics_id: UUID) -> EthicsQuestion | None:
    """One question, or None when this actor may not know it exists."""
    rows = policies.ethics_visible_to(actor).select_related("series", "asked_by", "evening__series")
    return rows.filter(pk=ethics_id).first()


def lock_ethics(actor: Actor, ethics_id: UUID) -> EthicsQuestion:
    """The question, locked until the transaction ends. Raises EthicsQuestion.DoesNotExist."""
    rows = policies.ethics_visible_to(actor).select_for_update(of=("self",))
    return rows.get(pk=ethics_id)


def waiting_for(evening: Evening) -> QuerySet[EthicsQuestion]:
    """Questions that may stand on the agenda of this evening: of the group or of the whole organisation,
    the oldest first. What stands on the agenda of another evening to come stays there."""
    rows = EthicsQuestion.objects.filter(
        organisation_id=evening.organisation_id, discussed_on__isnull=True
    )
    is_over = Q(evening__closed_on__isnull=False) | Q(evening__cancelled_at__isnull=False)
    rows = rows.filter(Q(evening__isnull=True) | Q(evening=evening) | is_over)
    return rows.filter(Q(series_id=evening.series_id) | Q(series__isnull=True)).order_by(
        "asked_on", "id"
    )
