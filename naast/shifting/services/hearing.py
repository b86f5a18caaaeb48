"""Hearing of something outside the package: as a visit is told of, and at night for lists that came in (S1-89)."""

from collections.abc import Iterable
from datetime import date

from django.utils.timezone import localdate

from naast.companionship.models import Visit
from naast.core import clock
from naast.organisations.actors import Actor
from naast.shifting.models import TaskShift
from naast.shifting.models.shift import LONGEST_NAME
from naast.shifting.queries.shifts import package_keys
from naast.shifting.services.steps import take, write_down
from naast.shifting.states import AGAIN, SEEN, ShiftState
from naast.shifting.words import key_of, things_in

SETTLED_AGAINST = (ShiftState.RESTORED, ShiftState.ONCE)


def hear(actor: Actor, visit: Visit) -> None:
    """A visit was told of or changed: whatever isn't agreed for these two is noticed, once for each thing.
    Runs in the transaction of the visit, which holds the match."""
    said = {key_of(words): words for words in things_in(visit.other_activity)}
    new = said.keys() - package_keys(visit.match) if said else set()
    if not new:
        return
    present = {each.key: each for each in _shifts_of(visit, new)}
    for key in sorted(new):
        shift = present.get(key)
        if shift is None:
            _notice(actor, visit, said[key], key)
        else:
            _once_more(actor, visit, shift)


def _shifts_of(visit: Visit, keys: Iterable[str]) -> Iterable[TaskShift]:
    shifts = TaskShift.objects.filter(match_id=visit.match_id, key__in=list(keys))
    return shifts.select_for_update(of=("self",), no_key=True)


def _notice(actor: Actor, visit: Visit, words: str, key: str) -> None:
    shift = TaskShift.objects.create(
        organisation_id=visit.organisation_id,
        match_id=visit.match_id,
        words=words[:LONGEST_NAME],
        key=key[:LONGEST_NAME],
        state_since=clock.now(),
        first_on=visit.visited_on,
        last_on=visit.visited_on,
    )
    write_down(shift, SEEN, actor=actor)


def _once_more(actor: Actor, visit: Visit, shift: TaskShift) -> None:
    days = (min(shift.first_on, visit.visited_on), max(shift.last_on, visit.visited_on))
    if days != (shift.first_on, shift.last_on):
        shift.first_on, shift.last_on = days
        shift.save(update_fields=["first_on", "last_on"])
    if is_again(shift, visit.visited_on) and visit.created_at > shift.state_since:
        take(shift, AGAIN, actor=actor, changes={"looked_back_on": None, "look_back_on": None})


def is_again(shift: TaskShift, day: date) -> bool:
    """Whether something of this day comes back on what was settled."""
    return shift.state in SETTLED_AGAINST and day >= localdate(shift.state_since)
