"""Writes about the work of a programme: what a task asks, whose place it takes, what professionals do, the looks."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.core import clock
from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.programmes.models import Programme, Task
from naast.programmes.queries import lock_programme
from naast.programmes.services import save_part
from naast.shifting.catalogue import Entry
from naast.shifting.errors import AnswersMissing
from naast.shifting.inputs import OwnWork, Place
from naast.shifting.models import PlaceCheck, QuarterLook, StaffTask, TaskSheet, TeamTalk
from naast.shifting.models.work import LONGEST_NAME
from naast.shifting.policies import work as policies
from naast.shifting.quarters import Quarter
from naast.shifting.words import key_of

SHEET_FIELDS = TaskSheet.Privacy.plain - {"id", "created_at", "organisation", "task", "origin"}
Before = PlaceCheck.Before


@transaction.atomic
def save_sheet(*, actor: Actor, task: Task, values: Mapping[str, Any]) -> TaskSheet:
    """Write what a task looks like from inside. Raises NotAllowed, Programme.DoesNotExist, or KeyError for a
    field that can't be changed."""
    programme = _lock(actor, task.programme_id)
    if unknown := set(values) - SHEET_FIELDS:
        raise KeyError(f"not a field to change: {sorted(unknown)}")
    sheet, _made = TaskSheet.objects.update_or_create(
        task=task,
        defaults=dict(values),
        create_defaults={"organisation_id": programme.organisation_id, **values},
    )
    log.record("task.sheet-saved", actor=actor, target=programme, changes={"task": str(task.pk)})
    return sheet


@transaction.atomic
def check_place(*, actor: Actor, task: Task, place: Place) -> PlaceCheck:
    """Ask whether a task of volunteers takes the place of paid work (S1-8, S1-177). What paid staff did is only
    taken over with the agreement of the team (S3-15). Raises NotAllowed, Programme.DoesNotExist or
    AnswersMissing."""
    programme = _lock(actor, task.programme_id)
    _require_agreement(place)
    check = PlaceCheck.objects.create(
        organisation_id=programme.organisation_id,
        programme=programme,
        task=task,
        task_name=task.name,
        before=place.before,
        why_not_now=place.why_not_now.strip(),
        what_it_adds=place.what_it_adds.strip(),
        agreed_with=place.agreed_with.strip(),
        agreed_on=place.agreed_on,
        asked_on=clock.today(),
        asked_by_id=actor.membership_id,
    )
    log.record(
        "task.place-checked",
        actor=actor,
        target=programme,
        changes={"task": str(task.pk), "before": place.before},
    )
    return check


def _require_agreement(place: Place) -> None:
    missing: dict[str, Text] = {}
    if not place.what_it_adds.strip():
        missing["what_it_adds"] = _("Write what volunteers add here.")
    if place.before != Before.NO and not place.why_not_now.strip():
        missing["why_not_now"] = _(
            "Write why paid staff don’t do this, or not all of it, any more."
        )
    if place.before == Before.YES:
        if not place.agreed_with.strip():
            missing["agreed_with"] = _(
                "Paid staff did this: write with which team you agreed on it. Without agreement it stays their work."
            )
        if place.agreed_on is None:
            missing["agreed_on"] = _("Write when you agreed on it.")
    if place.agreed_on is not None and place.agreed_on > clock.today():
        missing["agreed_on"] = _("Choose today or a day in the past.")
    if missing:
        raise AnswersMissing(missing)


@transaction.atomic
def tell_own_work(*, actor: Actor, programme: Programme, work: OwnWork) -> int:
    """What a professional does in a programme, told anew: the list replaces the last one. Returns how many
    things. Raises NotAllowed or Programme.DoesNotExist."""
    policies.can_tell(actor).require()
    known = policies.programmes_to_tell_of(actor).get(pk=programme.pk)
    policies.own_tasks(actor).filter(programme=known).delete()
    rows: dict[str, StaffTask] = {}
    values = {
        "organisation_id": actor.organisation_id,
        "programme": known,
        "told_by_id": actor.membership_id,
    }
    sheets = dict(TaskSheet.objects.filter(task__programme=known).values_list("task_id", "kind"))
    tasks = list(Task.objects.filter(programme=known))
    by_key = {key_of(task.name): task for task in tasks}
    chosen = [(task.name, "") for task in tasks if str(task.pk) in work.task_ids]
    for name, kind in (*chosen, *work.own):
        key = key_of(name)
        task = by_key.get(key)
        if key:
            usual = sheets.get(task.pk, "") if task else ""
            rows[key] = StaffTask(
                name=name.strip()[:LONGEST_NAME],
                key=key[:LONGEST_NAME],
                kind=kind or usual,
                task=task,
                **values,
            )
    StaffTask.objects.bulk_create(rows.values())
    log.record("task.own-work-told", actor=actor, target=known)
    return len(rows)


@transaction.atomic
def look_at_quarter(
    *, actor: Actor, programme_id: UUID, quarter: Quarter, note: str
) -> QuarterLook:
    """Agreed and logged of a quarter were laid beside each other. A second time changes the note. Raises
    NotAllowed or Programme.DoesNotExist, and AnswersMissing for a quarter that is still to come."""
    programme = _lock(actor, programme_id)
    today = clock.today()
    if quarter.starts_on > today:
        raise AnswersMissing({"note": _("This quarter is still to come.")})
    look, _made = QuarterLook.objects.update_or_create(
        programme=programme,
        quarter_on=quarter.starts_on,
        defaults={
            "organisation_id": programme.organisation_id,
            "looked_on": today,
            "note": note.strip(),
            "looked_by_id": actor.membership_id,
        },
    )
    log.record("task.quarter-looked", actor=actor, target=programme)
    return look


@transaction.atomic
def hold_talk(
    *, actor: Actor, programme_id: UUID, talked_on: date, with_whom: str, agreed: str
) -> TeamTalk:
    """A team talked about who does which sort of work (S1-90). Raises NotAllowed, Programme.DoesNotExist or
    AnswersMissing."""
    programme = _lock(actor, programme_id)
    if talked_on > clock.today():
        raise AnswersMissing({"talked_on": _("Choose today or a day in the past.")})
    talk = TeamTalk.objects.create(
        organisation_id=programme.organisation_id,
        programme=programme,
        talked_on=talked_on,
        with_whom=with_whom.strip(),
        agreed=agreed.strip(),
        written_by_id=actor.membership_id,
    )
    log.record("task.team-talked", actor=actor, target=programme)
    return talk


@transaction.atomic
def take_from_catalogue(
    *, actor: Actor, programme_id: UUID, entry: Entry, language: str, is_lighter: bool = False
) -> Task:
    """Put a task of the catalogue in a programme, whole or as a smaller piece with somebody near (S0-9, S1-74).
    Raises NotAllowed, Programme.DoesNotExist or AnswersMissing (it has one of that name)."""
    programme = _lock(actor, programme_id)
    name = entry.name_for(language, is_lighter=is_lighter)
    present = Task.objects.filter(programme=programme).values_list("name", flat=True)
    if key_of(name) in {key_of(each) for each in present}:
        raise AnswersMissing({"programme": _("This programme has a task of this name already.")})
    task = save_part(
        actor=actor,
        programme_id=programme.pk,
        kind="tasks",
        values={"name": name, "who": entry.who, "is_core": False, "note": ""},
    )
    if not isinstance(task, Task):
        raise TypeError("the tasks of a programme are tasks")
    TaskSheet.objects.create(
        organisation_id=programme.organisation_id,
        task=task,
        origin=entry.slug,
        is_lighter=is_lighter,
        **entry.sheet(language, is_lighter=is_lighter),
    )
    return task


def _lock(actor: Actor, programme_id: UUID) -> Programme:
    programme = lock_programme(actor, programme_id)
    policies.can_look(actor, programme).require()
    return programme
