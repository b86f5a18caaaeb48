"""Around whom somebody may look, and who writes there."""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.companionship.policies import matches
from naast.companionship.states import LIVING_STATES
from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.people.models import Person
from naast.surroundings.models import AroundLine, LedToHelp, NetworkMap


def participants(actor: Actor) -> QuerySet[Person]:
    """The participants around whom this actor may look: coordinators all, a professional those they carry
    final responsibility for."""
    people = Person.objects.filter(organisation_id=actor.organisation_id, participant__isnull=False)
    if actor.is_coordinator:
        return people
    if not actor.has(Function.PROFESSIONAL) or actor.membership_id is None:
        return people.none()
    return people.filter(participant__professional_id=actor.membership_id)


def themselves(actor: Actor) -> QuerySet[Person]:
    """The participant who looks at their own surroundings: one or none."""
    people = Person.objects.filter(organisation_id=actor.organisation_id, participant__isnull=False)
    if actor.person_id is None or not actor.has(Function.PARTICIPANT):
        return people.none()
    return people.filter(pk=actor.person_id)


def can_write(actor: Actor, person: Person) -> Decision:
    """A coordinator or the participant's professional writes, together with the participant."""
    if person.organisation_id != actor.organisation_id:
        return deny(_("This person belongs to another organisation."))
    if not participants(actor).filter(pk=person.pk).exists():
        return deny(_("Only the coordinator and the professional of this participant write here."))
    return ALLOW


def can_decide(actor: Actor, person: Person) -> Decision:
    """Who sees who does what is the participant's choice; staff write down what they said."""
    if themselves(actor).filter(pk=person.pk).exists():
        return ALLOW
    return can_write(actor, person)


def volunteers_may_see(actor: Actor) -> Q:
    """The participants whose volunteer the actor is in a living match, and who share who does what."""
    own = matches.as_volunteer(actor)
    if own is None:
        return Q(pk__in=[])
    return Q(around__is_shared=True) & Q(
        pk__in=matches.own_as_volunteer(actor)
        .filter(state__in=LIVING_STATES)
        .values("participant_id")
    )


def _of(actor: Actor) -> Q:
    return Q(person__in=participants(actor).values("pk")) | Q(
        person__in=themselves(actor).values("pk")
    )


def lines_visible_to(actor: Actor) -> QuerySet[AroundLine]:
    """The lines about the participants this actor may look around, and about themselves."""
    return AroundLine.objects.filter(_of(actor), organisation_id=actor.organisation_id)


def maps_visible_to(actor: Actor) -> QuerySet[NetworkMap]:
    """The maps of the same people. A volunteer never reads one."""
    return NetworkMap.objects.filter(_of(actor), organisation_id=actor.organisation_id)


def led_visible_to(actor: Actor) -> QuerySet[LedToHelp]:
    """To which help the same people found their way."""
    return LedToHelp.objects.filter(_of(actor), organisation_id=actor.organisation_id)
