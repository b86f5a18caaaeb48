"""Who reads what somebody learned: they themselves, and whom they share it with."""

from django.db.models import Q, QuerySet

from naast.learning.models import Growth, LearningEntry
from naast.organisations.actors import Actor
from naast.organisations.models import Function

# With whom one shares: real people with these functions, never the system.
SHARED_WITH = (Function.COORDINATOR, Function.COACH)


def visible_to(actor: Actor) -> QuerySet[LearningEntry]:
    """One's own; for coordinators and coaches also what was shared. Nobody else reads a private line."""
    entries = LearningEntry.objects.filter(organisation_id=actor.organisation_id)
    known = Q(person_id=actor.person_id)
    if actor.has(*SHARED_WITH):
        known |= Q(is_shared=True)
    return entries.filter(known)


def own(actor: Actor) -> QuerySet[LearningEntry]:
    """What this actor wrote about themselves: theirs to change and to delete."""
    entries = LearningEntry.objects.filter(organisation_id=actor.organisation_id)
    return entries.filter(person_id=actor.person_id) if actor.person_id else entries.none()


def own_growth(actor: Actor) -> QuerySet[Growth]:
    """How this actor sees their own growth: for nobody else."""
    growth = Growth.objects.filter(organisation_id=actor.organisation_id)
    return growth.filter(person_id=actor.person_id) if actor.person_id else growth.none()
