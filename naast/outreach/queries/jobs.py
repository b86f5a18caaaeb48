"""Reads about short jobs."""

from datetime import datetime
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, QuerySet

from naast.organisations.actors import Actor
from naast.outreach.models import JobTaker, ShortJob
from naast.outreach.policies import jobs as policies
from naast.people.api import search_people
from naast.people.models import Person


def listed(actor: Actor, *, now: datetime, is_past: bool = False) -> QuerySet[ShortJob]:
    """Jobs still to come, or those that were; `taken` counts who comes."""
    jobs = policies.visible_to(actor).select_related("programme").annotate(taken=Count("takers"))
    return jobs.filter(starts_at__lte=now) if is_past else jobs.filter(starts_at__gt=now)


def for_volunteer(actor: Actor, *, now: datetime) -> QuerySet[ShortJob]:
    """The board: jobs still to come, with whether the reader does them (`is_mine`)."""
    own = JobTaker.objects.filter(job_id=OuterRef("pk"))
    mine = own.filter(person_id=actor.person_id) if actor.person_id else own.none()
    return listed(actor, now=now).annotate(is_mine=Exists(mine))


def get_job(actor: Actor, short_job_id: UUID) -> ShortJob | None:
    """One job, or None when this actor may not know it exists."""
    return policies.visible_to(actor).select_related("programme").filter(pk=short_job_id).first()


def who_may_come(actor: Actor, job: ShortJob, text: str) -> list[Person]:
    """The volunteers whose name begins so and who do not come yet; two queries, none for an empty question."""
    if not text.strip():
        return []
    there = set(takers_of(actor, job).values_list("person_id", flat=True))
    found = search_people(actor, text)
    return [each for each in found if hasattr(each, "volunteer") and each.pk not in there]


def takers_of(actor: Actor, job: ShortJob) -> QuerySet[JobTaker]:
    """Who comes, for the coordinator alone."""
    rows = JobTaker.objects.filter(organisation_id=actor.organisation_id, job=job)
    rows = rows if actor.is_coordinator else rows.none()
    return rows.select_related("person").order_by("person__sort_name", "id")
