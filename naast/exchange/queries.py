"""Reads of imports. Every function starts from what the actor may see."""

from uuid import UUID

from naast.exchange import policies
from naast.exchange.models import ImportJob
from naast.exchange.states import JobState
from naast.organisations.actors import Actor

RECENT = 20
BEGUN = (JobState.UPLOADED, JobState.MAPPED, JobState.CHECKED)


def get_job(actor: Actor, job_id: UUID) -> ImportJob:
    """One import. Raises ImportJob.DoesNotExist, also for one of another organisation."""
    return policies.visible_to(actor).get(pk=job_id)


def lock_job(actor: Actor, job_id: UUID) -> ImportJob:
    """The import, locked until the surrounding transaction ends."""
    return policies.visible_to(actor).select_for_update().get(pk=job_id)


def recent_jobs(actor: Actor) -> list[ImportJob]:
    """The latest imports, newest first, without their heavy columns."""
    return list(policies.visible_to(actor).defer("report", "leftovers")[:RECENT])


def with_leftovers(actor: Actor) -> list[ImportJob]:
    """Loaded imports of which rows were left out and not dealt with yet."""
    jobs = policies.visible_to(actor).filter(state=JobState.DONE).exclude(leftovers="")
    return list(jobs.defer("report", "leftovers")[:RECENT])


def unfinished(actor: Actor) -> list[ImportJob]:
    """Imports that were begun and not loaded."""
    return list(
        policies.visible_to(actor).filter(state__in=BEGUN).defer("report", "leftovers")[:RECENT]
    )
