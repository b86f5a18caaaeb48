"""Who works in a programme, and who may arrange its team."""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.companionship.states import LIVING_STATES
from naast.core.decisions import ALLOW, Decision, deny
from naast.division.models import Idea
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.programmes import policies as programmes
from naast.programmes.models import Programme


def worked_in_by(actor: Actor) -> QuerySet[Programme]:
    """The running programmes in which this actor works: who coaches or answers for it, professionals and coaches
    with a match in it, and volunteers who take part. Coordinators: all they know."""
    known = programmes.visible_to(actor)
    if actor.is_coordinator:
        return known
    own = Q(pk__in=[])
    if actor.membership_id is not None:
        own |= Q(coach_id=actor.membership_id) | Q(responsible_id=actor.membership_id)
        for role in ("matches__professional_id", "matches__coach_id"):
            own |= Q(**{role: actor.membership_id}, matches__state__in=LIVING_STATES)
    if actor.person_id is not None and actor.has(Function.VOLUNTEER):
        own |= Q(engagements__person_id=actor.person_id, engagements__ended_on__isnull=True)
        own |= Q(matches__volunteer_id=actor.person_id, matches__state__in=LIVING_STATES)
    return known.filter(pk__in=Programme.objects.filter(own).values("pk"))


def can_arrange(actor: Actor, programme: Programme) -> Decision:
    """Coordinators set the terms, the example and the staffing line."""
    return programmes.can_change(actor, programme)


def ideas_visible_to(actor: Actor) -> QuerySet[Idea]:
    """The ideas of the programmes in which the actor works."""
    return Idea.objects.filter(
        organisation_id=actor.organisation_id, programme__in=worked_in_by(actor).values("pk")
    )


def can_answer_idea(actor: Actor) -> Decision:
    """Coordinators answer."""
    if not actor.is_coordinator:
        return deny(_("Only a coordinator answers an idea."))
    return ALLOW
