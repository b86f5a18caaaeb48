"""Loading a list that waits: what the background task does, step by step, with progress."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from naast.core import clock
from naast.core.errors import DomainError
from naast.exchange.listing import List, make_plan, setting_of, understand_list
from naast.exchange.loading import load
from naast.exchange.memory import remembered_decisions
from naast.exchange.models import ImportJob
from naast.exchange.plan import Decisions
from naast.exchange.reading import read_bytes
from naast.exchange.report import leftovers
from naast.exchange.states import JOB_STEPS, JobState
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation

READ, COMPARED, WRITTEN = 20, 60, 100


def open_list(job: ImportJob, actor: Actor) -> List:
    """The waiting file as the user set it. Raises UnreadableFile when it is gone."""
    with job.file.open("rb") as stored:
        sheets = read_bytes(stored.read(), job.file_name)
    mapping = {int(column): field for column, field in job.mapping.items()}
    return understand_list(
        actor, sheets, job.kind, sheet_name=job.sheet, mapping=mapping, heading_row=job.heading_row
    )


def decisions_of(job: ImportJob, actor: Actor) -> Decisions:
    """What was decided for this list, and for the same rows in earlier ones."""
    by_row = {int(row): decision for row, decision in job.decisions.items()}
    return Decisions(by_row, remembered_decisions(actor))


def run(job_id: UUID, language: str) -> None:
    """Load the list of a running job. What goes wrong is kept as a sentence; nothing is half done."""
    job = ImportJob.objects.select_related("organisation").get(pk=job_id)
    if job.state != JobState.RUNNING:
        return
    actor = _actor_of(job)
    with override(language):
        try:
            _load(job, actor)
        except (DomainError, OSError) as error:
            _fail(job, str(error))
        except Exception:
            _fail(job, _("Something went wrong on our side. Nothing was loaded; try again later."))
            raise


def _actor_of(job: ImportJob) -> Actor:
    """The house works for the coordinator who started it; the history shows both."""
    organisation: Organisation = job.organisation
    return Actor.system(organisation, reason=f"import {job.pk}")


def _load(job: ImportJob, actor: Actor) -> None:
    listed = open_list(job, actor)
    _show(job, READ)
    decisions = decisions_of(job, actor)
    plan = make_plan(listed, decisions)
    _show(job, COMPARED)
    stored = job.file
    with transaction.atomic():
        if not _is_still_running(job):
            return
        job.state, job.file = JOB_STEPS.target("finish", source=job.state), ""
        job.progress, job.finished_at = WRITTEN, clock.now()
        job.leftovers = leftovers(listed, plan)
        job.report = ""
        load(plan, setting_of(listed, decisions), job)
    stored.delete(save=False)


def _is_still_running(job: ImportJob) -> bool:
    """Whether nobody finished this import; locks it. The queue may hand out the same work twice: whoever
    comes second finds it done and loads nobody a second time."""
    return ImportJob.objects.select_for_update().get(pk=job.pk).state == JobState.RUNNING


def _show(job: ImportJob, progress: int) -> None:
    job.progress = progress
    job.save(update_fields=["progress"])


def _fail(job: ImportJob, sentence: str) -> None:
    with transaction.atomic():
        if not _is_still_running(job):
            return
        job.state = JOB_STEPS.target("fail", source=JobState.RUNNING)
        job.failure = sentence[:300]
        job.save(update_fields=["state", "failure"])
