"""Who knows of a wish, and who may write, search and propose."""

from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.companionship.models import Request
from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.people.models import ParticipantProfile, Person, VolunteerProfile
from naast.programmes.models import Programme

OPEN_STATUSES = (Request.Status.EXPLORING, Request.Status.WAITING, Request.Status.MATCHED)
# In these somebody is still looked for.
SEARCH_STATUSES = (Request.Status.EXPLORING, Request.Status.WAITING)


def visible_to(actor: Actor) -> QuerySet[Request]:
    """The wishes this actor may know exist: everything else is a 404.

    Coordinators: all of their organisation. A professional: of the participants they answer for.
    A participant: their own. A volunteer reads a wish only through a living match.
    """
    requests = Request.objects.filter(organisation_id=actor.organisation_id)
    if actor.is_coordinator:
        return requests
    own = Q()
    if actor.has(Function.PROFESSIONAL) and actor.membership_id is not None:
        own |= Q(participant__participant__professional_id=actor.membership_id)
    if actor.has(Function.PARTICIPANT) and actor.person_id is not None:
        own |= Q(participant_id=actor.person_id)
    return requests.filter(own) if own else requests.none()


def participants_for(actor: Actor) -> QuerySet[ParticipantProfile]:
    """The participants for whom, or with whom, this actor may write down a wish."""
    profiles = ParticipantProfile.objects.filter(
        organisation_id=actor.organisation_id, status=ParticipantProfile.Status.ACTIVE
    )
    if actor.is_coordinator:
        return profiles
    own = Q()
    if actor.has(Function.PROFESSIONAL) and actor.membership_id is not None:
        own |= Q(professional_id=actor.membership_id)
    if actor.has(Function.PARTICIPANT) and actor.person_id is not None:
        own |= Q(person_id=actor.person_id)
    return profiles.filter(own) if own else profiles.none()


def volunteers_for(actor: Actor) -> QuerySet[VolunteerProfile]:
    """The volunteers for whom this actor may look at possible places: coordinators only, and nobody whose data
    may not be used (GDPR art. 18)."""
    profiles = VolunteerProfile.objects.filter(
        organisation_id=actor.organisation_id,
        person__restricted_on__isnull=True,
        person__erased_on__isnull=True,
    )
    return profiles if actor.is_coordinator else profiles.none()


def is_own(actor: Actor, request: Request) -> bool:
    """Whether the actor is the participant whose wish this is."""
    return actor.has(Function.PARTICIPANT) and actor.person_id == request.participant_id


def may_write(actor: Actor, participant: Person) -> bool:
    """Whether the actor may write down a wish of this participant."""
    return participants_for(actor).filter(person_id=participant.pk).exists()


def can_ask(actor: Actor, participant: Person, programme: Programme) -> Decision:
    """Whether the actor may write down a wish of this participant in this programme."""
    if not may_write(actor, participant):
        return deny(_("You can’t write down a wish for this person."))
    if programme.organisation_id != actor.organisation_id:
        return deny(_("This programme belongs to another organisation."))
    if programme.status != Programme.Status.ACTIVE:
        return deny(_("Nobody is matched in this programme now."))
    return ALLOW


def can_change(actor: Actor, request: Request) -> Decision:
    """The participant, their professional and the coordinators change an open wish."""
    if not visible_to(actor).filter(pk=request.pk).exists():
        return deny(_("You can’t change this wish."))
    if request.status == Request.Status.CLOSED:
        return deny(_("This wish is closed. Open it again first."))
    return ALLOW


def can_reopen(actor: Actor, request: Request) -> Decision:
    """Whoever may change an open wish may open a closed one again."""
    if not visible_to(actor).filter(pk=request.pk).exists():
        return deny(_("You can’t change this wish."))
    if request.status != Request.Status.CLOSED:
        return deny(_("This wish is open already."))
    return ALLOW


def can_set_goal(
    actor: Actor, request: Request, consulted_on: date | None, *, today: date
) -> Decision:
    """A goal belongs to the participant: anybody else names the day they talked it over (S1-6)."""
    change = can_change(actor, request)
    if not change:
        return change
    if is_own(actor, request):
        return ALLOW
    if consulted_on is None:
        return deny(
            _("A goal belongs to the participant. On which day did you talk it over together?")
        )
    if consulted_on > today:
        return deny(_("You can only write down a talk that has taken place."))
    return ALLOW


def can_support_meanwhile(actor: Actor, request: Request) -> Decision:
    """Coordinators and the professional arrange what helps while waiting (S1-32)."""
    if is_own(actor, request) and not actor.is_coordinator:
        return deny(_("Your coordinator writes this down."))
    return can_change(actor, request)


def can_search(actor: Actor, request: Request) -> Decision:
    """Only a coordinator sees who could stand beside somebody."""
    if not actor.is_coordinator:
        return deny(_("Only a coordinator can look for a volunteer."))
    if request.organisation_id != actor.organisation_id:
        return deny(_("This wish belongs to another organisation."))
    if request.status not in SEARCH_STATUSES:
        return deny(_("Nobody is looked for now: this wish is matched or closed."))
    return ALLOW


def can_propose(
    actor: Actor, request: Request, *, has_consent: bool, has_open_match: bool
) -> Decision:
    """A proposal needs the participant's yes (S1-91), and one is out at a time."""
    search = can_search(actor, request)
    if not search:
        return search
    if not has_consent:
        return deny(_("First ask the participant whether a volunteer may stand beside them."))
    if request.status != Request.Status.WAITING:
        return deny(_("This wish is still being explored."))
    if has_open_match:
        return deny(_("Somebody is already proposed for this wish."))
    return ALLOW


def can_look_for_places(actor: Actor, volunteer: Person) -> Decision:
    """Only a coordinator of the same organisation looks for places for a volunteer (S1-105)."""
    if not actor.is_coordinator:
        return deny(_("Only a coordinator can look for places."))
    if volunteer.organisation_id != actor.organisation_id:
        return deny(_("This volunteer belongs to another organisation."))
    return ALLOW
