"""The day of a coordinator: what every room asks attention for, theirs first, put-offs left out."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from django.db.models import QuerySet

from naast.accountability import attention as accountability_attention
from naast.agreements import attention_papers, attention_talks, attention_texts
from naast.appreciation import attention as appreciation_attention
from naast.belonging import attention as belonging_attention
from naast.capacity import attention as capacity_attention
from naast.checks import attention as checks_attention
from naast.circles import attention as circles_attention
from naast.companionship import attention as companionship_attention
from naast.companionship import attention_callbacks
from naast.companionship.models import Match
from naast.complaints import attention as complaints_attention
from naast.core import clock
from naast.core.attention import AttentionItem, Signs, Urgency
from naast.desk.gathering import Line, gather
from naast.desk.models import PutOff
from naast.desk.waiting import still_waits
from naast.division import attention as division_attention
from naast.exchange import attention as exchange_attention
from naast.intervision import attention as intervision_attention
from naast.learning import attention as learning_attention
from naast.lending import attention as lending_attention
from naast.messaging import attention as messaging_attention
from naast.needs import attention as needs_attention
from naast.organisations import queries as organisation_queries
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.organisations.staff_sessions import may_read, room_of
from naast.outreach import attention as outreach_attention
from naast.parting import attention as parting_attention
from naast.payouts import attention as payouts_attention
from naast.people import attention as people_attention
from naast.privacy import attention as privacy_attention
from naast.programmes import attention as programmes_attention
from naast.rates import attention as rates_attention
from naast.recruitment import attention as recruitment_attention
from naast.shifting import attention as shifting_attention
from naast.signals import attention as signals_attention
from naast.statements import attention as statements_attention
from naast.support import attention as support_attention
from naast.surroundings import attention as surroundings_attention
from naast.vacancies import attention as vacancies_attention


class Source(Protocol):
    """What a room offers: the rows of each kind, and its items."""

    __name__: str

    def signs(self, actor: Actor, *, now: datetime) -> Signs: ...

    def items(
        self, actor: Actor, *, now: datetime, there: Container[str] = ...
    ) -> list[AttentionItem]: ...


SOURCES: tuple[Source, ...] = (
    attention_callbacks,
    companionship_attention,
    circles_attention,
    capacity_attention,
    support_attention,
    belonging_attention,
    division_attention,
    shifting_attention,
    surroundings_attention,
    appreciation_attention,
    parting_attention,
    lending_attention,
    rates_attention,
    payouts_attention,
    statements_attention,
    signals_attention,
    needs_attention,
    complaints_attention,
    privacy_attention,
    accountability_attention,
    recruitment_attention,
    people_attention,
    programmes_attention,
    attention_papers,
    attention_talks,
    attention_texts,
    checks_attention,
    learning_attention,
    intervision_attention,
    outreach_attention,
    vacancies_attention,
    messaging_attention,
    exchange_attention,
)
ABSENT, PUT_OFF, MATCHED = "desk.absent", "desk.put-off", "desk.matched"
AT_A_GLANCE = {Urgency.NOW: 5, Urgency.THIS_WEEK: 4, Urgency.GOOD_TO_KNOW: 3}


@dataclass(frozen=True, slots=True)
class Group:
    """One of the three groups: what shows at once, and what is a click away."""

    urgency: Urgency
    first: list[Line]
    rest: list[Line]

    @property
    def items(self) -> list[AttentionItem]:
        """Everything of this group, one by one."""
        lines = (*self.first, *self.rest)
        return [item for line in lines for item in (line.first, *line.others)]


@dataclass(frozen=True, slots=True)
class Day:
    """Somebody's attention list. `others` counts what is on the desks of colleagues; `put_off` is what still
    stands but waits, with why and until when; `is_new_here`: the organisation has no match yet."""

    groups: list[Group]
    total: int
    others: int
    is_new_here: bool
    put_off: list[tuple[AttentionItem, PutOff]]

    def find(self, kind: str, subject_id: UUID) -> AttentionItem | None:
        """One item of this day, put off or not."""
        here = [item for group in self.groups for item in group.items]
        here += [item for item, _put in self.put_off]
        named = (item for item in here if (item.kind, item.subject_id) == (kind, subject_id))
        return next(named, None)


def day_of(actor: Actor, *, now: datetime, everything: bool = False) -> Day:
    """The attention list of this actor: their own items, those of whom they stand in for, and those that
    nobody present looks after, so that no one is lost when a coordinator leaves (S2-34)."""
    there = _what_exists(actor, now)
    found = [
        item for source in _sources(actor) for item in source.items(actor, now=now, there=there)
    ]
    put_off = _waiting(_put_off(actor), found) if PUT_OFF in there else []
    off = {(row.kind, row.subject_id) for _item, row in put_off}
    items = [item for item in found if (item.kind, item.subject_id) not in off]
    mine = _looked_after(actor, is_somebody_away=ABSENT in there)
    present = _present(actor, {item.owner_id for item in items if item.owner_id} - mine)
    own = [item for item in items if item.owner_id in mine or item.owner_id not in present]
    shown = items if everything else own
    shown.sort(key=lambda item: (item.urgency, not item.has_hours, item.since))
    return Day(
        groups=[_group(urgency, shown) for urgency in Urgency],
        total=len(shown),
        others=len(items) - len(own),
        is_new_here=MATCHED not in there,
        put_off=put_off,
    )


def _waiting(
    rows: Iterable[PutOff], found: list[AttentionItem]
) -> list[tuple[AttentionItem, PutOff]]:
    """What was put off and still waits; what became urgent in the meantime does so no longer."""
    today, off = clock.today(), {(row.kind, row.subject_id): row for row in rows}
    pairs = ((item, off.get((item.kind, item.subject_id))) for item in found)
    return [
        (item, row)
        for item, row in pairs
        if row is not None and still_waits(item, row.until_on, today)
    ]


def _sources(actor: Actor) -> list[Source]:
    """The rooms whose lines this actor may read: in a staff session some stay closed (ADR 0021)."""
    return [source for source in SOURCES if may_read(actor, room_of(source.__name__))]


def _what_exists(actor: Actor, now: datetime) -> frozenset[str]:
    """Which kinds of things exist today: one query that stops at the first row of each kind. On most days
    most kinds are empty, and what is empty is not read."""
    here = {"organisation_id": actor.organisation_id}
    signs: Signs = {
        ABSENT: organisation_queries.absences(actor, day=clock.today()),
        PUT_OFF: _put_off(actor),
        MATCHED: Match.objects.filter(**here),
    }
    for source in _sources(actor):
        signs |= source.signs(actor, now=now)
    return organisation_queries.that_exist(actor, signs)


def _looked_after(actor: Actor, *, is_somebody_away: bool) -> frozenset[UUID]:
    if is_somebody_away:
        return organisation_queries.looked_after_by(actor, day=clock.today())
    return frozenset({actor.membership_id} if actor.membership_id else ())


def _present(actor: Actor, owners: set[UUID]) -> set[UUID]:
    """Who has a desk here, when any of these is asked about; no query for nobody. A coach who does not coordinate
    has none: what they look after would be on nobody's desk."""
    if not owners:
        return set()
    here = organisation_queries.colleagues(actor, Function.COORDINATOR)
    return set(here.values_list("pk", flat=True))


def _group(urgency: Urgency, items: list[AttentionItem]) -> Group:
    lines = gather(item for item in items if item.urgency == urgency)
    shown = AT_A_GLANCE[urgency]
    return Group(urgency, lines[:shown], lines[shown:])


def _put_off(actor: Actor) -> QuerySet[PutOff]:
    if actor.membership_id is None:
        return PutOff.objects.none()
    return PutOff.objects.filter(
        organisation_id=actor.organisation_id,
        membership_id=actor.membership_id,
        until_on__gt=clock.today(),
    )
