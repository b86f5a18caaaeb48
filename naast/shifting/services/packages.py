"""What belongs to the agreement: of one match, or of a whole programme through its own services."""

from naast.core import clock
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.programmes.models import Programme, Task
from naast.programmes.services import save_part
from naast.shifting.inputs import Terms
from naast.shifting.models import AgreedTask, TaskShift
from naast.shifting.queries.comparison import OURS
from naast.shifting.words import key_of

OF_PROGRAMME = TaskShift.Reach.PROGRAMME


def require_free(programme: Programme, terms: Terms) -> None:
    """A task of volunteers is one of those that volunteers may do. Raises ValueError for another: a fault of
    who calls, never of a user."""
    if terms.who not in OURS:
        raise ValueError(f"not for a volunteer of {programme.pk}: {terms.who}")


def add(shift: TaskShift) -> None:
    """The volunteer agreed: it belongs to the package of this match, or of the programme."""
    if shift.reach == OF_PROGRAMME:
        _whose(shift, shift.who)
        return
    AgreedTask.objects.create(
        organisation_id=shift.organisation_id,
        match=shift.match,
        shift=shift,
        words=shift.words,
        key=shift.key,
        who=shift.who,
        agreed_on=clock.today(),
    )


def take_away(shift: TaskShift) -> None:
    """It belongs to the package no more. In a programme it stays with professionals, so that what was told of it
    keeps its name."""
    shift.agreed_tasks.filter(ended_on__isnull=True).update(ended_on=clock.today())
    if shift.reach == OF_PROGRAMME:
        _whose(shift, Task.Who.PROFESSIONAL)


def _whose(shift: TaskShift, who: str) -> None:
    tasks = Task.objects.filter(programme_id=shift.match.programme_id)
    present = next((task for task in tasks if key_of(task.name) == shift.key), None)
    values = {"who": who} if present else {"name": shift.words, "who": who, "is_core": False}
    save_part(
        actor=_house(shift),
        programme_id=shift.match.programme_id,
        kind="tasks",
        values=values,
        line_id=present.pk if present else None,
    )


def _house(shift: TaskShift) -> Actor:
    """The volunteer says yes, and may not change a programme: the house does, with its reason in the history."""
    house = Organisation.objects.get(pk=shift.organisation_id)
    return Actor.system(house, reason="a task shift was agreed")
