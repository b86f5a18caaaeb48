"""What a volunteer may ask something back for: their own programmes, and their own visits."""

from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from naast.companionship.models import Match, Visit
from naast.expenses.models import Claim
from naast.expenses.states import COUNTING, Kind
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.programmes.models import Engagement, Programme

# There is nothing to travel for in the other ways.
TRAVELLED = (Visit.Mode.HOME, Visit.Mode.OUTING)


def programmes_of(actor: Actor) -> QuerySet[Programme]:
    """The programmes in which the volunteer takes or took part."""
    if actor.person_id is None or not actor.has(Function.VOLUNTEER):
        return Programme.objects.none()
    return programmes_with(actor.organisation_id, actor.person_id)


def programmes_with(organisation_id: UUID, person_id: UUID) -> QuerySet[Programme]:
    """The programmes in which this person takes or took part, for who may know it: themselves, and finance."""
    takes_part = Engagement.objects.filter(programme=OuterRef("pk"), person_id=person_id)
    beside = Match.objects.filter(
        programme=OuterRef("pk"), volunteer_id=person_id, started_on__isnull=False
    )
    rows = Programme.objects.filter(organisation_id=organisation_id)
    return rows.filter(Exists(takes_part) | Exists(beside))


def visits_to_claim(actor: Actor) -> QuerySet[Visit]:
    """Visits of the volunteer for which no travel was asked; also of a match that ended meanwhile. Only for queries
    that read the day, the way and the match, never the words."""
    rows = Visit.objects.filter(organisation_id=actor.organisation_id, mode__in=TRAVELLED)
    if actor.person_id is None or not actor.has(Function.VOLUNTEER):
        return rows.none()
    asked = Claim.objects.filter(
        Q(visit=OuterRef("pk"), kind=Kind.TRAVEL, reverses__isnull=True, state__in=COUNTING)
    )
    return rows.filter(match__volunteer_id=actor.person_id).exclude(Exists(asked))
