"""What every step of a shift does in the same way: check the table, change, write down."""

from collections.abc import Mapping

from naast.audit import log
from naast.core import clock
from naast.organisations.actors import Actor
from naast.shifting.models import ShiftStep, TaskShift
from naast.shifting.states import SHIFT

Changes = Mapping[str, object]


def take(
    shift: TaskShift, step: str, *, actor: Actor, note: str = "", changes: Changes | None = None
) -> TaskShift:
    """Take one step on a locked shift, with these other changes. Raises StateConflict."""
    changes = changes or {}
    shift.state = SHIFT.target(step, source=shift.state)
    shift.state_since = clock.now()
    for name, value in changes.items():
        setattr(shift, name, value)
    shift.save(update_fields=["state", "state_since", *changes])
    return write_down(shift, step, actor=actor, note=note)


def write_down(shift: TaskShift, name: str, *, actor: Actor, note: str = "") -> TaskShift:
    """One line in the history, for who settles it and in the audit."""
    ShiftStep.objects.create(
        organisation_id=shift.organisation_id,
        shift=shift,
        name=name,
        user_id=actor.user_id,
        note=note.strip(),
    )
    log.record(
        f"task-shift.{name.replace('_', '-')}",
        actor=actor,
        target=shift,
        changes={"match": str(shift.match_id)},
    )
    return shift
