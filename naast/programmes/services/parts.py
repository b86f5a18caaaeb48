"""Writes about the lines of a programme: tasks, contact plan, entry conditions, who is on call, what we ask."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.organisations.actors import Actor
from naast.programmes import policies, queries
from naast.programmes.errors import BasicCareStays
from naast.programmes.models import (
    Competence,
    ContactLine,
    EntryCondition,
    OnCallLine,
    Programme,
    ProgrammePart,
    Task,
)

Part = Task | ContactLine | EntryCondition | OnCallLine | Competence
KINDS: Mapping[str, type[Part]] = {
    "tasks": Task,
    "contact": ContactLine,
    "conditions": EntryCondition,
    "on_call": OnCallLine,
    "competences": Competence,
}


def _locked(actor: Actor, programme_id: UUID) -> Programme:
    programme = queries.lock_programme(actor, programme_id)
    policies.can_change(actor, programme).require()
    return programme


def _lines(programme: Programme, kind: str) -> list[Part]:
    model = KINDS[kind]
    lines: list[Part] = list(model._default_manager.filter(programme=programme))
    return lines


def _record(what: str, actor: Actor, programme: Programme, kind: str, line: ProgrammePart) -> None:
    log.record(what, actor=actor, target=programme, changes={"part": kind, "line": str(line.pk)})


@transaction.atomic
def save_part(
    *,
    actor: Actor,
    programme_id: UUID,
    kind: str,
    values: Mapping[str, Any],
    line_id: UUID | None = None,
) -> Part:
    """Change a line, or add one at the end when `line_id` is None. `kind` is a key of KINDS.
    Raises NotAllowed, KeyError, BasicCareStays, or DoesNotExist (of the programme or the line)."""
    programme = _locked(actor, programme_id)
    model = KINDS[kind]
    if line_id is None:
        line: Part = model(
            organisation_id=programme.organisation_id,
            programme=programme,
            position=len(_lines(programme, kind)),
        )
    else:
        line = model._default_manager.get(pk=line_id, programme=programme)
    for name, value in values.items():
        setattr(line, name, value)
    if isinstance(line, Task) and line.is_basic_care_of_volunteers:
        raise BasicCareStays(
            _(
                "Basic care has to go on, also when no volunteer comes: it stays with professionals. Choose «together» or «professional», or take the mark away."
            )
        )
    line.save()
    _record("programme.line-saved", actor, programme, kind, line)
    return line


@transaction.atomic
def remove_part(*, actor: Actor, programme_id: UUID, kind: str, line_id: UUID) -> None:
    """Take a line away. Raises NotAllowed, KeyError, or DoesNotExist."""
    programme = _locked(actor, programme_id)
    line = KINDS[kind]._default_manager.get(pk=line_id, programme=programme)
    _record("programme.line-removed", actor, programme, kind, line)
    line.delete()


@transaction.atomic
def move_part(*, actor: Actor, programme_id: UUID, kind: str, line_id: UUID, is_up: bool) -> None:
    """Put a line one place up or down; at the edge it stays. Raises NotAllowed, KeyError, DoesNotExist."""
    programme = _locked(actor, programme_id)
    lines = _lines(programme, kind)
    here = next((place for place, line in enumerate(lines) if line.pk == line_id), None)
    if here is None:
        raise KINDS[kind].DoesNotExist
    there = here - 1 if is_up else here + 1
    if 0 <= there < len(lines):
        lines[here], lines[there] = lines[there], lines[here]
    for place, line in enumerate(lines):
        if line.position != place:
            line.position = place
            line.save(update_fields=["position"])
    _record(
        "programme.line-moved", actor, programme, kind, lines[max(0, min(there, len(lines) - 1))]
    )
