"""For how long this room keeps what followed from a signal: see core.retention. The counts by theme stay."""

from datetime import date
from uuid import UUID

from django.db.models import Model, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core.retention import Kind, register
from naast.needs.models import Carer, Favour, Limit, Need, Obstacle
from naast.needs.states import ObstacleState

OPEN_REQUESTS = (ObstacleState.ASKED, ObstacleState.PROMISED)


def _limits(organisation_id: UUID, before: date) -> QuerySet[Limit]:
    return Limit.objects.filter(organisation_id=organisation_id, closed_on__lt=before)


def _obstacles(organisation_id: UUID, before: date) -> QuerySet[Obstacle]:
    rows = Obstacle.objects.filter(organisation_id=organisation_id, noted_on__lt=before)
    return rows.exclude(state__in=OPEN_REQUESTS)


def _carers(organisation_id: UUID, before: date) -> QuerySet[Carer]:
    return Carer.objects.filter(organisation_id=organisation_id, closed_on__lt=before)


def _favours(organisation_id: UUID, before: date) -> QuerySet[Favour]:
    return Favour.objects.filter(organisation_id=organisation_id, closed_on__lt=before)


def _needs(organisation_id: UUID, before: date) -> QuerySet[Need]:
    rows = Need.objects.filter(organisation_id=organisation_id, noted_on__lt=before)
    return rows.exclude(words="", told_by__isnull=True)


def _erased(model: type[Model], ids: list[UUID]) -> int:
    label = model._meta.label
    return model._default_manager.filter(pk__in=ids).delete()[1].get(label, 0)


def erase_limits(ids: list[UUID]) -> int:
    """These limits with everything that was asked for them."""
    return _erased(Limit, ids)


def erase_obstacles(ids: list[UUID]) -> int:
    """These lines of the log."""
    return _erased(Obstacle, ids)


def erase_carers(ids: list[UUID]) -> int:
    """These carers."""
    return _erased(Carer, ids)


def erase_favours(ids: list[UUID]) -> int:
    """These favours."""
    return _erased(Favour, ids)


def empty_needs(ids: list[UUID]) -> int:
    """The words of these lines, and who told them; they go on counting."""
    return Need.objects.filter(pk__in=ids).update(words="", told_by=None)


register(
    Kind(
        code="needs.limits",
        title=_("Limits that were handed on"),
        months=24,
        most=60,
        starts=_("the day somebody took it up, or it was not possible"),
        reason=_("Long enough to see what came back; the need itself stays counted by theme."),
        due=_limits,
        erase=erase_limits,
        person="about",
        others=("told_by",),
    ),
    Kind(
        code="needs.obstacles",
        title=_("Obstacles at agencies"),
        months=24,
        most=60,
        starts=_("the day it was written down"),
        reason=_("Two years show which doors stay closed."),
        due=_obstacles,
        erase=erase_obstacles,
        person="told_by",
        others=("match__participant",),
    ),
    Kind(
        code="needs.carers",
        title=_("Carers with too much to carry"),
        months=12,
        most=36,
        starts=_("the day we looked back for the last time"),
        reason=_("It is about the health of somebody who is not with us."),
        due=_carers,
        erase=erase_carers,
        person="person",
        others=("relative",),
    ),
    Kind(
        code="needs.favours",
        title=_("Favours tried through a volunteer"),
        months=12,
        most=36,
        starts=_("the day of the talk about it"),
        reason=_("It was talked about, and should follow nobody."),
        due=_favours,
        erase=erase_favours,
        person="person",
    ),
    Kind(
        code="needs.register",
        title=_("The words of needs, and who told them"),
        months=24,
        most=60,
        starts=_("the day it was noted"),
        reason=_("The counts by theme stay; the words are no longer needed for them."),
        due=_needs,
        erase=empty_needs,
        person="told_by",
    ),
)
