"""Reads about what somebody learned and how they see themselves grow."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from naast.learning.models import Category, Course, Growth, LearningEntry
from naast.learning.policies import log as policies
from naast.learning.queries.courses import helping
from naast.organisations.actors import Actor
from naast.programmes.models import Competence

MOST = 60


def own_entries(actor: Actor) -> QuerySet[LearningEntry]:
    """What I wrote, newest first."""
    return policies.own(actor).order_by("-learned_on", "-id")


def get_own(actor: Actor, entry_id: UUID) -> LearningEntry | None:
    """One line of my own, or None."""
    return policies.own(actor).filter(pk=entry_id).first()


def shared_by(actor: Actor, person_id: UUID) -> list[LearningEntry]:
    """What somebody shared with their coach and coordinator, newest first. One query."""
    rows = policies.visible_to(actor).filter(person_id=person_id, is_shared=True)
    return list(rows.order_by("-learned_on", "-id")[:MOST])


@dataclass(frozen=True, slots=True)
class Strip:
    """How often I wrote down each kind of learning in a year (instruments B7): for me alone, beside nobody
    else's."""

    year: int
    counts: list[tuple[Category, int]]

    @property
    def total(self) -> int:
        """Everything of that year."""
        return sum(number for _category, number in self.counts)


def years_of(actor: Actor) -> list[Strip]:
    """The years in which I wrote something, the newest first. One query."""
    rows = (
        policies.own(actor)
        .values("learned_on__year", "category")
        .annotate(number=Count("id"))
        .order_by("-learned_on__year")
    )
    years: dict[int, dict[str, int]] = {}
    for row in rows:
        years.setdefault(row["learned_on__year"], {})[row["category"]] = row["number"]
    return [
        Strip(year, [(category, found.get(category, 0)) for category in Category])
        for year, found in years.items()
    ]


@dataclass(frozen=True, slots=True)
class Growing:
    """One thing that my role asks, how I see it myself, and what helps: a course, or else a talk (S1-100)."""

    competence: Competence
    growth: Growth | None
    courses: list[Course]

    @property
    def answered_id(self) -> UUID:
        """Under which of the same words the answer stands: it is changed there, not given twice."""
        return self.growth.competence_id if self.growth else self.competence.pk

    @property
    def wants(self) -> bool:
        """Whether I said that I would like to learn this."""
        return self.growth is not None and self.growth.step == Growth.Step.WANTS


def growing(actor: Actor) -> list[Growing]:
    """What the programmes ask in which I take part: each name once, with how I see it. Three queries."""
    asked = Competence.objects.filter(
        Q(programme__engagements__person_id=actor.person_id),
        organisation_id=actor.organisation_id,
        programme__engagements__ended_on__isnull=True,
    )
    rows = list(asked.order_by("programme__name", "position", "id").distinct()[:MOST])
    seen = {growth.competence_id: growth for growth in policies.own_growth(actor)}
    courses = helping(actor) if rows else {}
    return [
        Growing(each, _growth_of(rows, each, seen), courses.get(each.name, []))
        for each in {row.name: row for row in reversed(rows)}.values()
    ][::-1]


def _growth_of(
    rows: Iterable[Competence], each: Competence, seen: dict[UUID, Growth]
) -> Growth | None:
    """The same words in two programmes are one thing: whichever of them I answered."""
    same = (seen.get(row.pk) for row in rows if row.name == each.name)
    return next((growth for growth in same if growth is not None), None)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What somebody chose to print."""

    entries: list[LearningEntry]
    growth: list[Growth]


def chosen(actor: Actor, ids: Iterable[UUID]) -> Chosen:
    """Of my own lines those with these ids, oldest first. Two queries."""
    wanted = list(ids)[: 2 * MOST]
    return Chosen(
        entries=list(policies.own(actor).filter(pk__in=wanted).order_by("learned_on", "id")),
        growth=list(
            policies.own_growth(actor)
            .filter(pk__in=wanted)
            .select_related("competence")
            .order_by("competence__position", "id")
        ),
    )
