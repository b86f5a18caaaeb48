"""Writes of the import: upload → columns → check → load → done, and back."""

import json
from datetime import timedelta
from functools import partial
from typing import Any
from uuid import UUID

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from naast.audit import log
from naast.core import clock
from naast.exchange import loading, policies, queries, tasks
from naast.exchange.errors import UnusableList
from naast.exchange.headings import fingerprint
from naast.exchange.listing import List, make_plan, require_usable, setting_of, understand_list
from naast.exchange.models import ImportJob, RememberedDecision, RememberedMapping
from naast.exchange.plan import Plan
from naast.exchange.reading import read_bytes
from naast.exchange.report import leftovers, make_report
from naast.exchange.running import decisions_of, open_list
from naast.exchange.states import JOB_STEPS, OPEN
from naast.exchange.vocabulary import field_named
from naast.organisations.actors import Actor

FORGOTTEN_AFTER = timedelta(days=30)


def upload(*, actor: Actor, kind: str, name: str, content: bytes) -> ImportJob:
    """Take a file in, look what it is, and guess its columns. Nothing of it is loaded.

    Raises NotAllowed or UnreadableFile; then nothing is kept.
    """
    policies.can_exchange(actor).require()
    listed = understand_list(actor, read_bytes(content, name), kind)
    job = ImportJob(
        organisation_id=actor.organisation_id,
        kind=kind,
        file_name=name[-200:],
        user_id=actor.user_id,
        membership_id=actor.membership_id,
    )
    _keep_understanding(job, listed)
    _drop_forgotten(actor)
    with transaction.atomic():
        job.file.save("list", ContentFile(content), save=False)
        job.save()
        log.record("import.uploaded", actor=actor, target=job, changes={"kind": kind})
    return job


def _keep_understanding(job: ImportJob, listed: List) -> None:
    job.sheet = listed.sheet.name[:120]
    job.heading_row = listed.understanding.heading_row
    job.mapping = {str(column): field for column, field in listed.understanding.mapping().items()}


def look_at(job: ImportJob, actor: Actor) -> List:
    """The waiting list with its columns, for the page where they are corrected."""
    policies.can_touch(actor, job).require()
    return open_list(job, actor)


def _drop_forgotten(actor: Actor) -> None:
    """Lists that were begun long ago and never loaded hold people's data for nothing."""
    old = policies.visible_to(actor).filter(
        state__in=OPEN, created_at__lt=clock.now() - FORGOTTEN_AFTER
    )
    with transaction.atomic():
        forgotten = list(old.select_for_update())  # One that is started at this moment stays.
        for job in forgotten:
            job.delete()
    for job in forgotten:
        job.file.delete(save=False)


def sheet_names(job: ImportJob) -> list[str]:
    """The sheets of the waiting file that hold something."""
    with job.file.open("rb") as stored:
        sheets = read_bytes(stored.read(), job.file_name)
    return [sheet.name for sheet in sheets.sheets if not sheet.is_empty]


def choose_sheet(*, actor: Actor, job_id: UUID, sheet: str, heading_row: int | None) -> ImportJob:
    """Take another sheet or heading row; the columns are guessed anew.

    Raises ImportJob.DoesNotExist, NotAllowed, StateConflict or UnreadableFile.
    """
    with transaction.atomic():
        job = queries.lock_job(actor, job_id)
        policies.can_touch(actor, job).require()
        JOB_STEPS.target("map", source=job.state)
        with job.file.open("rb") as stored:
            sheets = read_bytes(stored.read(), job.file_name)
        listed = understand_list(actor, sheets, job.kind, sheet_name=sheet, heading_row=heading_row)
        _keep_understanding(job, listed)
        job.save()
    return job


def choose_columns(*, actor: Actor, job_id: UUID, mapping: dict[int, str]) -> ImportJob:
    """Set which column means what, remember it for the next list with these headings, and check.

    Raises ImportJob.DoesNotExist, NotAllowed, StateConflict or UnusableList.
    """
    with transaction.atomic():
        job = queries.lock_job(actor, job_id)
        policies.can_touch(actor, job).require()
        job.state = JOB_STEPS.target("map", source=job.state)
        _refuse_twice(job.kind, mapping)
        job.mapping = {str(column): field for column, field in mapping.items() if field}
        listed = open_list(job, actor)
        require_usable(listed)
        RememberedMapping.objects.update_or_create(
            organisation_id=actor.organisation_id,
            kind=job.kind,
            fingerprint=fingerprint(listed.understanding.columns),
            defaults={"mapping": job.mapping},
        )
        _check(job, actor, listed)
    return job


def _refuse_twice(kind: str, mapping: dict[int, str]) -> None:
    chosen = [field for field in mapping.values() if field]
    for code in set(chosen):
        field = field_named(kind, code)
        if field is None:
            raise UnusableList(_("One of these columns means something we don't know."))
        if chosen.count(code) > 1 and not field.is_many:
            raise UnusableList(
                _("Two columns are set to “%(field)s”. Choose one of them.")
                % {"field": field.heading}
            )


def _check(job: ImportJob, actor: Actor, listed: List) -> Plan:
    plan = make_plan(listed, decisions_of(job, actor))
    counts = plan.counts()
    job.state = JOB_STEPS.target("check", source=job.state)
    job.rows, job.left_out = len(plan.planned), counts["left_out"]
    job.created, job.updated, job.unchanged = (
        counts["created"],
        counts["updated"],
        counts["unchanged"],
    )
    job.report = json.dumps(make_report(listed, plan), ensure_ascii=False)
    job.failure = ""
    job.save()
    return plan


def decide(*, actor: Actor, job_id: UUID, decisions: dict[int, str]) -> ImportJob:
    """Say of doubtful rows whether they are a known person (its id), a new one ("new"), or not to be
    taken ("skip"). What is a person and what is new is remembered for lists to come.

    Raises ImportJob.DoesNotExist, NotAllowed, StateConflict or UnusableList.
    """
    with transaction.atomic():
        job = queries.lock_job(actor, job_id)
        policies.can_touch(actor, job).require()
        doubts = json.loads(job.report)["doubtful"] if job.report else []
        for doubt in doubts:
            _remember(actor, doubt, decisions.get(doubt["row"], ""))
        job.decisions |= {str(row): decision for row, decision in decisions.items() if decision}
        _check(job, actor, open_list(job, actor))
    return job


def _remember(actor: Actor, doubt: dict[str, Any], decision: str) -> None:
    offered = {other["person_id"] for other in doubt["others"]} - {""}
    if decision in {"new", *offered}:
        RememberedDecision.objects.update_or_create(
            organisation_id=actor.organisation_id,
            fingerprint=doubt["fingerprint"],
            defaults={
                "is_same": decision != "new",
                "person_id": None if decision == "new" else UUID(decision),
            },
        )


def start(*, actor: Actor, job_id: UUID, rule: str) -> ImportJob:
    """Load the checked list in the background: the tab may be closed.

    Raises ImportJob.DoesNotExist, NotAllowed or StateConflict.
    """
    with transaction.atomic():
        job = queries.lock_job(actor, job_id)
        policies.can_touch(actor, job).require()
        job.state = JOB_STEPS.target("start", source=job.state)
        job.rule, job.progress = ImportJob.Rule(rule), 0
        job.save()
        log.record("import.started", actor=actor, target=job, changes={"rule": job.rule})
        language = get_language() or "nl"
        transaction.on_commit(partial(tasks.load_list.enqueue, str(job.pk), language))
    return job


def undo(*, actor: Actor, job_id: UUID) -> ImportJob:
    """Take a loaded list back. Raises ImportJob.DoesNotExist, NotAllowed, StateConflict or NotUndoable."""
    with transaction.atomic():
        job = queries.lock_job(actor, job_id)
        policies.can_touch(actor, job).require()
        job.state = JOB_STEPS.target("undo", source=job.state)
        loading.undo(job, actor)
        job.leftovers = ""
        job.save()
    return job


def forget_leftovers(*, actor: Actor, job_id: UUID) -> ImportJob:
    """The rows that were left out are dealt with: they go, and the desk stops asking.

    Raises ImportJob.DoesNotExist or NotAllowed.
    """
    with transaction.atomic():
        job = queries.lock_job(actor, job_id)
        policies.can_touch(actor, job).require()
        job.leftovers = ""
        job.save(update_fields=["leftovers"])
        log.record("import.leftovers-done", actor=actor, target=job)
    return job


def drop(*, actor: Actor, job_id: UUID) -> None:
    """Throw away a list that was not loaded, with its file.

    Raises ImportJob.DoesNotExist, NotAllowed or StateConflict.
    """
    with transaction.atomic():
        job = queries.lock_job(actor, job_id)
        policies.can_touch(actor, job).require()
        JOB_STEPS.target("map", source=job.state)
        log.record("import.dropped", actor=actor, target=job)
        stored = job.file
        job.delete()
        transaction.on_commit(partial(stored.delete, save=False))


def load_now(*, actor: Actor, listed: List, rule: str, plan: Plan, name: str) -> ImportJob:
    """Load a list at once, for the command line: the same as the web, without a waiting file.

    Raises NotAllowed. Nothing is half done.
    """
    policies.can_exchange(actor).require()
    job = ImportJob(
        organisation_id=actor.organisation_id,
        kind=listed.kind,
        file_name=name[-200:],
        state="done",
        rule=rule,
        progress=100,
        user_id=actor.user_id,
        membership_id=actor.membership_id,
    )
    _keep_understanding(job, listed)
    job.finished_at, job.leftovers = clock.now(), leftovers(listed, plan)
    with transaction.atomic():
        job.save()
        loading.load(plan, setting_of(listed), job)
    return job
