"""Writes about the way to a start: its stages, their order, and how much of it a programme uses."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.programmes import path, policies, queries
from naast.programmes.errors import AdviceOutOfOrder, StageStays
from naast.programmes.models import PathStage, Programme, Selection, StageKind

CHANGEABLE = frozenset({"name", "takes", "with_whom", "least_days", "most_days"})


@dataclass(frozen=True, slots=True)
class Switched:
    """Which stages a choice switched on and off, as people call them."""

    on: list[Text]
    off: list[Text]


def _locked(actor: Actor, programme_id: UUID) -> Programme:
    programme = queries.lock_programme(actor, programme_id)
    policies.can_change(actor, programme).require()
    return programme


def _record(what: str, actor: Actor, programme: Programme, **changes: Any) -> None:
    log.record(what, actor=actor, target=programme, changes=changes)


@transaction.atomic
def change_stage(
    *, actor: Actor, programme_id: UUID, line_id: UUID, values: Mapping[str, Any]
) -> PathStage:
    """Our own name for a stage, how long it takes and with whom, and the days we advise (S1-246).

    Raises NotAllowed, KeyError for anything else, AdviceOutOfOrder, or DoesNotExist (of the programme or
    the line).
    """
    programme = _locked(actor, programme_id)
    line = programme.pathstages.get(pk=line_id)
    unknown = set(values) - CHANGEABLE
    if unknown:
        raise KeyError(f"not a field to change: {sorted(unknown)}")
    for name, value in values.items():
        setattr(line, name, value)
    if line.most_days < line.least_days:
        raise AdviceOutOfOrder(_("The longest time is not shorter than the shortest."))
    line.save(update_fields=list(values))
    _record("programme.stage-changed", actor, programme, stage=line.kind)
    return line


@transaction.atomic
def switch_stage(*, actor: Actor, programme_id: UUID, line_id: UUID, is_on: bool) -> PathStage:
    """Make a stage part of the way here, or leave it out (S1-236). The application and the start are
    always there. Raises NotAllowed, StageStays or DoesNotExist."""
    programme = _locked(actor, programme_id)
    line = programme.pathstages.get(pk=line_id)
    if line.kind in path.FIXED:
        raise StageStays(_("Every way has an application and a start."))
    if line.is_on != is_on:
        line.is_on = is_on
        line.save(update_fields=["is_on"])
        _record("programme.stage-switched", actor, programme, stage=line.kind, is_on=is_on)
    return line


@transaction.atomic
def move_stage(*, actor: Actor, programme_id: UUID, line_id: UUID, is_up: bool) -> None:
    """Put a stage one place up or down; the application stays first and the start last, and the agreement
    before the trial where the programme says so. Raises NotAllowed or DoesNotExist."""
    programme = _locked(actor, programme_id)
    rows = path.shown(programme)
    here = next((place for place, row in enumerate(rows) if row.line.pk == line_id), None)
    if here is None:
        raise PathStage.DoesNotExist
    lines = [row.line for row in rows]
    if rows[here].goes_up if is_up else rows[here].goes_down:
        there = here - 1 if is_up else here + 1
        lines[here], lines[there] = lines[there], lines[here]
    for place, line in enumerate(lines):
        line.position = place
    PathStage.objects.bulk_update(lines, ["position"])
    _record("programme.stage-moved", actor, programme, stage=rows[here].line.kind)


@transaction.atomic
def choose_selection(
    *,
    actor: Actor,
    programme_id: UUID,
    selection: Selection,
    agreement_before_trial: bool,
    switches_stages: bool,
) -> Switched:
    """How much people get to know each other first (S0-17), and whether the agreement comes before the
    trial (S1-237). With `switches_stages` the stages follow the choice: the answer says which ones.
    Raises NotAllowed or Programme.DoesNotExist."""
    programme = _locked(actor, programme_id)
    programme.selection = selection
    programme.agreement_before_trial = agreement_before_trial
    programme.save(update_fields=["selection", "agreement_before_trial"])
    switched = _follow(programme, selection) if switches_stages else Switched([], [])
    _record(
        "programme.selection-chosen",
        actor,
        programme,
        selection=selection.value,
        agreement_before_trial=agreement_before_trial,
        switched=len(switched.on) + len(switched.off),
    )
    return switched


def _follow(programme: Programme, selection: Selection) -> Switched:
    wanted = path.STAGES_OF[selection]
    rows = [row.line for row in path.shown(programme)]
    changed = [line for line in rows if line.is_on != (StageKind(line.kind) in wanted)]
    for line in changed:
        line.is_on = not line.is_on
    PathStage.objects.bulk_update(changed, ["is_on"])
    return Switched(
        on=[line.label for line in changed if line.is_on],
        off=[line.label for line in changed if not line.is_on],
    )
