"""Reads of the list of firms that handle data for us."""

from uuid import UUID

from dateutil.relativedelta import relativedelta
from django.db.models import Prefetch, QuerySet

from naast.accountability.models import Processor
from naast.accountability.policies import papers as policies
from naast.core import clock
from naast.organisations.actors import Actor

LOOK_AGAIN = relativedelta(years=1)


def listed(actor: Actor) -> QuerySet[Processor]:
    """The firms we deal with ourselves, each with those it calls in (order it by page)."""
    below = Processor.objects.filter(ended_on__isnull=True).order_by("name", "id")
    rows = policies.processors_visible_to(actor).filter(ended_on__isnull=True, through__isnull=True)
    return rows.prefetch_related(Prefetch("sub_processors", queryset=below))


def get_processor(actor: Actor, processor_id: UUID) -> Processor | None:
    """One firm that still works for us, or None."""
    rows = policies.processors_visible_to(actor).filter(ended_on__isnull=True)
    return rows.filter(pk=processor_id).first()


def to_look_at(actor: Actor) -> QuerySet[Processor]:
    """Nobody looked at these for a year."""
    rows = policies.processors_visible_to(actor).filter(ended_on__isnull=True)
    return rows.filter(looked_on__lte=clock.today() - LOOK_AGAIN)
