"""Reads about programmes and who takes part. Every function starts from what the actor may see."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Case, Count, IntegerField, QuerySet, Value, When

from naast.core import clock
from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.people.models import Person
from naast.programmes import evidence, policies
from naast.programmes.kinds import name_of, relation_label, with_relation
from naast.programmes.models import (
    Engagement,
    EngagementQuerySet,
    EntryCondition,
    Kind,
    Programme,
    newest_result,
)
from naast.programmes.readiness import Item, readiness

WORKING_PARTS = ("tasks", "contactlines", "entryconditions", "oncalllines")
PARTS = (*WORKING_PARTS, "pathstages", "competences")
# What readiness reads beside an engagement: the card, the coach who may have left, the country of the law.
ONE_OF_EACH = ("person__volunteer", "programme__coach", "programme__organisation")
STATUS_ORDER = (Programme.Status.ACTIVE, Programme.Status.DRAFT, Programme.Status.CLOSED)


@dataclass(frozen=True, slots=True)
class HeadCount:
    """How many take part under one name."""

    label: Text
    number: int
    is_volunteering: bool


def programmes(actor: Actor) -> QuerySet[Programme]:
    """The programmes this actor may know: running ones first, then drafts, then closed ones."""
    place = Case(
        *(When(status=status, then=Value(number)) for number, status in enumerate(STATUS_ORDER)),
        output_field=IntegerField(),
    )
    return policies.visible_to(actor).order_by(place, "name")


def with_parts(rows: QuerySet[Programme]) -> QuerySet[Programme]:
    """Adds everything a programme's page, its readiness and its asks read: one query for each kind of line."""
    return rows.select_related(
        "location", "coordinator__user", "coach__user", "responsible__user"
    ).prefetch_related(*PARTS)


def get_programme(actor: Actor, programme_id: UUID) -> Programme | None:
    """One programme with its parts, or None when this actor may not know it exists."""
    return with_parts(policies.visible_to(actor)).filter(pk=programme_id).first()


def lock_programme(actor: Actor, programme_id: UUID) -> Programme:
    """The programme, locked until the transaction ends. Raises Programme.DoesNotExist."""
    return policies.visible_to(actor).select_for_update(no_key=True).get(pk=programme_id)


def who_takes_part(actor: Actor, programme: Programme) -> EngagementQuerySet:
    """Open engagements of a programme, with the person and the tests, by name."""
    return (
        policies.engagements_visible_to(actor)
        .open()
        .filter(programme=programme)
        .select_related("person")
        .prefetch_related("tests")
        .order_by("person__sort_name", "id")
    )


def counts(actor: Actor, programme_ids: Iterable[UUID]) -> dict[UUID, list[HeadCount]]:
    """How many take part per programme, each kind under its own name and never added up into one number
    of volunteers (S1-46, S1-83, S4-20). Who is not free to take part is told apart too (S1-28). One query;
    numbers only, so every member may know them."""
    rows = (
        Engagement.objects.filter(
            organisation_id=actor.organisation_id, programme_id__in=list(programme_ids)
        )
        .open()
        .annotate(test_passed=newest_result())
        .values("programme_id", "kind", "test_passed", "working_relation")
        .annotate(number=Count("id"))
        .order_by("programme_id", "kind")
    )
    found: dict[UUID, dict[tuple[str, bool, Text], int]] = {}
    for row in rows:
        counted = row["kind"] == Kind.VOLUNTEERING and row["test_passed"] is not False
        group = found.setdefault(row["programme_id"], {})
        key = (row["kind"], counted, relation_label(row["working_relation"]))
        group[key] = group.get(key, 0) + row["number"]
    return {
        programme_id: [
            HeadCount(with_relation(name_of(kind, passed=counted), relation), number, counted)
            for (kind, counted, relation), number in group.items()
        ]
        for programme_id, group in found.items()
    }


def with_everything(rows: EngagementQuerySet) -> EngagementQuerySet:
    """Adds what readiness and the name of an engagement read."""
    parts = (f"programme__{part}" for part in WORKING_PARTS)
    return rows.select_related(*ONE_OF_EACH).prefetch_related(
        "tests__tested_by__user", "overrides__given_by__user", *parts
    )


def for_readiness(rows: EngagementQuerySet) -> EngagementQuerySet:
    """Adds what readiness alone reads, for lists of people: five queries."""
    return rows.select_related(*ONE_OF_EACH).prefetch_related(
        "tests", "overrides__given_by__user", "programme__entryconditions", "programme__oncalllines"
    )


def readiness_of(engagements: Collection[Engagement]) -> dict[UUID, list[Item]]:
    """Engagement → what must be in place there and whether it is (S0-44). The engagements belong to one
    organisation and carry `with_everything` or `for_readiness`; what other rooms know is asked once for all
    of them."""
    if not engagements:
        return {}
    programmes = {each.programme_id: each.programme for each in engagements}
    known = evidence.gather(
        organisation_id=next(iter(engagements)).organisation_id,
        person_ids={each.person_id for each in engagements},
        conditions=[
            line for programme in programmes.values() for line in programme.entryconditions.all()
        ],
        today=clock.today(),
    )
    return {
        each.pk: readiness(each.programme, each, known, each.overrides.all())
        for each in engagements
    }


def kept_elsewhere(engagement: Engagement, conditions: Iterable[EntryCondition]) -> set[UUID]:
    """Of these conditions of its programme, those whose proof stands on a page of its own (evidence.Terms):
    no day is written down for them here."""
    known = evidence.gather(
        organisation_id=engagement.organisation_id,
        person_ids={engagement.person_id},
        conditions=conditions,
        today=clock.today(),
    )
    return {condition_id for condition_id, terms in known.terms.items() if not terms.by_hand}


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one person stands in one programme; `engagement` None: they don't take part."""

    engagement: Engagement | None
    items: list[Item]


def standing(*, person_id: UUID, programme: Programme) -> Standing:
    """The readiness of one person for one programme, whether they take part or not. For rooms above, which
    have asked already whether the actor may know of these two."""
    mine = Engagement.objects.filter(
        organisation_id=programme.organisation_id, person_id=person_id, programme=programme
    )
    engagement = for_readiness(mine.open()).first()
    if engagement is not None:
        return Standing(engagement, readiness_of([engagement])[engagement.pk])
    return Standing(None, readiness(programme, None, evidence.Known(today=clock.today())))


def get_engagement(actor: Actor, engagement_id: UUID) -> Engagement | None:
    """One engagement with what its page reads, or None when this actor may not know it."""
    visible = policies.engagements_visible_to(actor)
    return with_everything(visible).filter(pk=engagement_id).first()


def lock_engagement(actor: Actor, engagement_id: UUID) -> Engagement:
    """The engagement, locked until the transaction ends. Raises Engagement.DoesNotExist."""
    visible = policies.engagements_visible_to(actor)
    return visible.select_for_update(of=("self",)).get(pk=engagement_id)


def engagements_of(actor: Actor, person: Person) -> EngagementQuerySet:
    """As what a person takes part: open ones first, then the past, newest first."""
    visible = policies.engagements_visible_to(actor).filter(person=person)
    return for_readiness(visible).order_by("ended_on", "-started_on", "-id")


def history_of(actor: Actor, engagement: Engagement) -> EngagementQuerySet:
    """Every engagement of the same person in the same programme, oldest first (S1-58)."""
    return (
        policies.engagements_visible_to(actor)
        .filter(person_id=engagement.person_id, programme_id=engagement.programme_id)
        .prefetch_related("tests")
        .order_by("started_on", "id")
    )


def open_programmes_for(actor: Actor, person: Person) -> QuerySet[Programme]:
    """Programmes that this person can still join."""
    joined = Engagement.objects.filter(person=person).open().values("programme_id")
    return (
        policies.visible_to(actor)
        .exclude(status=Programme.Status.CLOSED)
        .exclude(pk__in=joined)
        .order_by("name")
    )
