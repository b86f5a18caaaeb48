"""Reads for the pages about getting ready: who misses what here, and what one misses oneself."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db.models import F, QuerySet

from naast.core.templatetags.ui_people import Readiness
from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.programmes import policies, queries
from naast.programmes.models import Engagement, Programme
from naast.programmes.readiness import Item, is_ready
from naast.programmes.showing import Place, beside, lines, to_look_at, when


@dataclass(frozen=True, slots=True)
class Filters:
    """What the list is narrowed to. `everybody`: also who misses nothing."""

    programme_id: UUID | None = None
    everybody: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One person in one programme, with what is missing, ended or ends soon."""

    engagement: Engagement
    url: str
    rows: list[Readiness]


def who_takes_part(actor: Actor, filters: Filters, *, today: date) -> QuerySet[Engagement]:
    """Open engagements of programmes that are not closed; `sort_name` is there to page by. Who misses
    something is found by the day that last night wrote down, so that no page computes a whole organisation."""
    rows = policies.engagements_visible_to(actor).open()
    rows = rows.exclude(programme__status=Programme.Status.CLOSED)
    if filters.programme_id:
        rows = rows.filter(programme_id=filters.programme_id)
    if not filters.everybody:
        rows = rows.filter(look_from__lte=today)
    return queries.for_readiness(rows).annotate(sort_name=F("person__sort_name"))


def rows_of(actor: Actor, engagements: list[Engagement], *, today: date) -> list[Row]:
    """Each with what is to be looked at; what other rooms know is asked once for all of them."""
    items = queries.readiness_of(engagements)
    return [
        Row(
            engagement=each,
            url=actor.url("programmes:engagement", engagement_id=each.pk),
            rows=lines(actor, to_look_at(items[each.pk], today), Place.of(each, today)),
        )
        for each in engagements
    ]


@dataclass(frozen=True, slots=True)
class Step:
    """Something that the person does next. `url` is empty where somebody else does it."""

    label: Text
    words: str
    url: str


@dataclass(frozen=True, slots=True)
class MyProgramme:
    """One programme as the volunteer reads it: mine to do, what others do, what is in place."""

    name: str
    is_ready: bool
    mine: list[Step]
    ours: list[Step]
    in_place: list[Readiness]


def my_programmes(actor: Actor, *, today: date) -> list[MyProgramme]:
    """The programmes in which the actor takes part, in plain words."""
    engagements = list(_mine(actor).order_by("programme__name", "id"))
    items = queries.readiness_of(engagements)
    return [_my_programme(actor, each, items[each.pk], today) for each in engagements]


def my_steps(actor: Actor, *, today: date) -> int:
    """How many things are the actor's own to do now; one query on a day on which nothing is."""
    engagements = list(_mine(actor).filter(look_from__lte=today))
    items = queries.readiness_of(engagements)
    mine = [step for each in engagements for step in _own(actor, items[each.pk], today)]
    return len({(str(step.label), step.url) for step in mine})


def _mine(actor: Actor) -> QuerySet[Engagement]:
    if actor.person_id is None:
        return Engagement.objects.none()
    visible = policies.engagements_visible_to(actor).filter(person_id=actor.person_id).open()
    return queries.for_readiness(visible)


def _my_programme(
    actor: Actor, engagement: Engagement, items: list[Item], today: date
) -> MyProgramme:
    return MyProgramme(
        name=engagement.programme.name,
        is_ready=is_ready(items),
        mine=_own(actor, items, today),
        ours=[_step(actor, item, today) for item in to_look_at(items, today) if not item.own_route],
        in_place=[
            Readiness(item.label, True, _since(item, today)) for item in items if item.in_place
        ],
    )


def _own(actor: Actor, items: Iterable[Item], today: date) -> list[Step]:
    asked = to_look_at(list(items), today)
    return [_step(actor, item, today) for item in asked if item.own_route]


def _step(actor: Actor, item: Item, today: date) -> Step:
    """What is one's own needs no word about who does it."""
    if not item.own_route:
        return Step(item.label, beside(item, today), "")
    return Step(item.label, beside(replace(item, who=""), today), actor.url(item.own_route))


def _since(item: Item, today: date) -> str:
    return " · ".join(str(word) for word in when(item, today))
