"""Carrying out a plan in one transaction, and taking it back."""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import ngettext

from naast.audit import log
from naast.exchange.errors import NotUndoable
from naast.exchange.inserting import insert
from naast.exchange.models import ImportedRow, ImportJob
from naast.exchange.plan import Outcome, Plan, Planned, Setting, State, digest
from naast.exchange.subjects import subject_of
from naast.organisations.actors import Actor

TRACE = ("organisation_id", "job_id", "row", "outcome", "target_id", "before", "digest")


def load(plan: Plan, setting: Setting, job: ImportJob) -> None:
    """Write the good rows of the plan and remember what each became. Inside one transaction.

    With the rule «all or nothing» a single bad row leaves everything as it was.
    """
    counts = plan.counts()
    if job.rule == ImportJob.Rule.ALL_OR_NOTHING and counts[Outcome.LEFT_OUT]:
        counts = dict.fromkeys(counts, 0) | {Outcome.LEFT_OUT.value: len(plan.planned)}
        taken: list[Planned] = []
    else:
        taken = [
            each for each in plan.planned if each.outcome in {Outcome.CREATED, Outcome.UPDATED}
        ]
    with transaction.atomic():
        subject_of(setting.kind).write(taken, setting)
        insert(ImportedRow, TRACE, (_trace(each, job) for each in taken))
        job.rows, job.left_out = len(plan.planned), counts[Outcome.LEFT_OUT]
        job.created, job.updated = counts[Outcome.CREATED], counts[Outcome.UPDATED]
        job.unchanged = counts[Outcome.UNCHANGED]
        job.save()
        log.record(
            "import.loaded", actor=setting.actor, target=job, changes={"kind": job.kind, **counts}
        )


def _trace(each: Planned, job: ImportJob) -> tuple[Any, ...]:
    before = ""
    if each.outcome is Outcome.UPDATED:
        before = json.dumps({change.field: _packed(change.old) for change in each.changes})
    return (
        job.organisation_id,
        job.pk,
        each.row.number,
        each.outcome.value,
        each.target_id,
        before,
        digest(each.wanted),
    )


def _packed(value: Any) -> Any:
    if isinstance(value, date):
        return {"date": value.isoformat()}
    return {"id": str(value)} if isinstance(value, UUID) else value


def _unpacked(value: Any) -> Any:
    if isinstance(value, dict) and value.keys() == {"date"}:
        return date.fromisoformat(value["date"])
    if isinstance(value, dict) and value.keys() == {"id"}:
        return UUID(value["id"])
    return value


def undo(job: ImportJob, actor: Actor) -> None:
    """Take back everything this import made and changed.

    Raises NotUndoable, and changes nothing, when somebody worked on one of its rows since, or when
    something else was built on it.
    """
    subject = subject_of(job.kind)
    rows = list(ImportedRow.objects.filter(job=job))
    created = [row.target_id for row in rows if row.outcome == ImportedRow.Outcome.CREATED]
    updated = {row.target_id: row for row in rows if row.outcome == ImportedRow.Outcome.UPDATED}
    states = subject.states(job.organisation_id, job.kind, [row.target_id for row in rows])
    _refuse_worked_on(rows, states)
    leaned_on = subject.built_upon(job.organisation_id, job.kind, created)
    if leaned_on:
        raise NotUndoable(_built_upon(len(leaned_on)))
    before = {key: _before(row) for key, row in updated.items() if key in states}
    subject.restore(job.organisation_id, job.kind, before)
    subject.remove(job.organisation_id, job.kind, created)
    log.record(
        "import.undone",
        actor=actor,
        target=job,
        changes={"removed": len(created), "restored": len(before)},
    )


def _before(row: ImportedRow) -> State:
    return {field: _unpacked(value) for field, value in json.loads(row.before).items()}


def _refuse_worked_on(rows: Iterable[ImportedRow], states: dict[UUID, State]) -> None:
    changed = [
        row
        for row in rows
        if row.target_id in states and digest(states[row.target_id]) != row.digest
    ]
    if changed:
        raise NotUndoable(
            ngettext(
                "This import can no longer be undone: row %(row)s was changed since.",
                "This import can no longer be undone: %(count)s of its rows were changed since, row %(row)s among them.",
                len(changed),
            )
            % {"count": len(changed), "row": changed[0].row}
        )


def _built_upon(count: int) -> str:
    return ngettext(
        "This import can no longer be undone: something was built on one of its rows, such as a match or a note.",
        "This import can no longer be undone: something was built on %(count)s of its rows, such as a match or a note.",
        count,
    ) % {"count": count}
