"""What every page about one import needs."""

from uuid import UUID

from django.http import Http404

from naast.exchange import queries
from naast.exchange.models import ImportJob
from naast.organisations.access import ActorRequest


def found(request: ActorRequest, job_id: UUID) -> ImportJob:
    """The import, or a 404 that says nothing about other organisations."""
    try:
        return queries.get_job(request.actor, job_id)
    except ImportJob.DoesNotExist as error:
        raise Http404 from error


def home_of(request: ActorRequest, job: ImportJob) -> str:
    """The page of this import, which shows what its state asks for."""
    return request.actor.url("exchange:job", job_id=job.pk)
