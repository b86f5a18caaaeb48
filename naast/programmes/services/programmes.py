"""Writes about programmes themselves: from a preset in one step, and changing what they say."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.core import clock
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Organisation
from naast.programmes import policies, queries
from naast.programmes.errors import NameTaken
from naast.programmes.legal import NO_GROUND, check_of
from naast.programmes.models import (
    Competence,
    ContactLine,
    EntryCondition,
    OnCallLine,
    PathStage,
    Programme,
    StageKind,
    Task,
)
from naast.programmes.path import usual_lines
from naast.programmes.patterns import missing_for
from naast.programmes.presets import Preset
from naast.programmes.presets.loader import Entry

UNCHANGEABLE = frozenset({"id", "created_at", "organisation", "preset"})
EDITABLE = Programme.Privacy.plain - UNCHANGEABLE


@transaction.atomic
def create_programme(
    *,
    actor: Actor,
    preset: Preset,
    language: str,
    name: str = "",
    status: str = Programme.Status.ACTIVE,
) -> Programme:
    """Make a complete programme from a preset, in one language, in one step (S1-278).

    The coordinator who makes it is its coordinator and coach until somebody else is named; what is still
    missing (names, phone numbers) is what `patterns.missing_for` says. A check for which the law of the
    country gives no ground in this programme is left out: who asks it all the same adds it, and reads the rule
    there (spec/law 1.9, 2.3). Raises NotAllowed or NameTaken.
    """
    policies.can_create(actor).require()
    name = name.strip() or preset.name.in_language(language)
    _require_free_name(actor, name)
    makes_it = actor.membership_id if actor.has(Function.COORDINATOR) else None
    programme = Programme.objects.create(
        organisation_id=actor.organisation_id,
        name=name,
        preset=preset.slug,
        status=status,
        form=preset.form,
        pattern=preset.pattern,
        weight=preset.weight,
        selection=preset.selection,
        agreement_before_trial=preset.agreement_before_trial,
        serves=preset.serves,
        contact_with_minors=preset.contact_with_minors,
        coordinator_id=makes_it,
        coach_id=makes_it,
        match_weights=dict(preset.match_weights),
        **{field: text.in_language(language) for field, text in preset.texts.items()},
        **{
            field: [text.in_language(language) for text in texts]
            for field, texts in preset.lists.items()
        },
        **preset.numbers,
        **{field: list(values) for field, values in preset.series.items()},
    )
    _add_parts(programme, preset, language)
    _add_the_way(programme, preset, language)
    log.record("programme.created", actor=actor, target=programme, changes={"preset": preset.slug})
    return programme


def _add_parts(programme: Programme, preset: Preset, language: str) -> None:
    owned = {"organisation_id": programme.organisation_id, "programme": programme}
    Task.objects.bulk_create(
        Task(
            **owned,
            position=place,
            name=task.name.in_language(language),
            who=task.who,
            is_core=task.is_core,
            steps_in=task.steps_in.in_language(language),
            note=task.note.in_language(language) if task.note else "",
        )
        for place, task in enumerate(preset.tasks)
    )
    ContactLine.objects.bulk_create(
        ContactLine(
            **owned,
            position=place,
            way=line.way,
            every=line.every,
            unit=line.unit,
            with_whom=line.with_whom.in_language(language),
        )
        for place, line in enumerate(preset.contact)
    )
    EntryCondition.objects.bulk_create(
        EntryCondition(
            **owned,
            position=place,
            kind=entry.kind,
            name=entry.name.in_language(language),
            who_arranges=entry.who_arranges.in_language(language),
            is_required=entry.is_required,
        )
        for place, entry in enumerate(_asked_here(programme, preset))
    )
    OnCallLine.objects.bulk_create(
        OnCallLine(
            **owned,
            position=place,
            when=line.when.in_language(language),
            who=line.who.in_language(language),
            phone=line.phone,
        )
        for place, line in enumerate(preset.on_call)
    )


def _asked_here(programme: Programme, preset: Preset) -> list[Entry]:
    """The conditions of the preset, without a check that may better not be asked here. Where no rule is known
    the check stays: nothing is guessed."""
    verdict = check_of(programme, clock.today()).verdict
    return [
        entry
        for entry in preset.conditions
        if entry.kind != EntryCondition.Kind.CHECK or verdict not in NO_GROUND
    ]


def _add_the_way(programme: Programme, preset: Preset, language: str) -> None:
    """All stages, as the preset sees them, and what the role asks (S1-236, S0-18)."""
    lines = usual_lines()
    for line in lines:
        line.organisation_id, line.programme = programme.organisation_id, programme
        stage = preset.stages[StageKind(line.kind)]
        line.is_on = stage.is_on
        line.least_days = line.least_days if stage.least_days is None else stage.least_days
        line.most_days = line.most_days if stage.most_days is None else stage.most_days
        for field, text in stage.texts.items():
            setattr(line, field, text.in_language(language))
    PathStage.objects.bulk_create(lines)
    Competence.objects.bulk_create(
        Competence(
            organisation_id=programme.organisation_id,
            programme=programme,
            position=place,
            kind=asked.kind,
            name=asked.name.in_language(language),
            is_needed=asked.is_needed,
            example=asked.example.in_language(language),
        )
        for place, asked in enumerate(preset.competences)
    )


@transaction.atomic
def change_programme(*, actor: Actor, programme_id: UUID, changes: Mapping[str, Any]) -> list[str]:
    """Change what a programme says; answers with what its pattern still asks, as sentences: they warn
    and block nothing. Raises NotAllowed, NameTaken, KeyError for a field that can't be changed, or
    Programme.DoesNotExist."""
    programme = queries.lock_programme(actor, programme_id)
    policies.can_change(actor, programme).require()
    unknown = set(changes) - EDITABLE
    if unknown:
        raise KeyError(f"not a field to change: {sorted(unknown)}")
    if changes.get("name", programme.name) != programme.name:
        _require_free_name(actor, changes["name"])
    changed = [name for name, value in changes.items() if getattr(programme, name) != value]
    for name in changed:
        setattr(programme, name, changes[name])
    if changed:
        programme.save(update_fields=changed)
        log.record(
            "programme.changed", actor=actor, target=programme, changes={"fields": sorted(changed)}
        )
    return missing_for(programme)


def _require_free_name(actor: Actor, name: str) -> None:
    # Two programmes may get the same name at the same moment: this lock makes them queue.
    Organisation.objects.select_for_update(no_key=True).get(pk=actor.organisation_id)
    if Programme.objects.filter(organisation_id=actor.organisation_id, name=name).exists():
        raise NameTaken(_("There is already a programme with this name. Choose another one."))
