"""Who reads what about a load. The volunteer reads everything about themselves; a participant never."""

from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.capacity.models import SelfCheck, StepBack, WorthAsking
from naast.capacity.states import Reader
from naast.companionship.models import Match
from naast.companionship.policies.matches import as_staff
from naast.companionship.states import LIVING_STATES
from naast.core.decisions import ALLOW, Decision, deny
from naast.core.errors import NotAllowed
from naast.organisations.actors import Actor
from naast.organisations.models import Function

Hat = SelfCheck.Hat


def own_checks(actor: Actor, hat: str = Hat.VOLUNTEER) -> QuerySet[SelfCheck]:
    """One's own self-checks under this hat."""
    rows = SelfCheck.objects.filter(organisation_id=actor.organisation_id, hat=hat)
    return rows.filter(person_id=actor.person_id) if actor.person_id else rows.none()


def checks_of_others(actor: Actor) -> QuerySet[SelfCheck]:
    """What other volunteers said: coordinators read it, a coach only where the volunteer chose so and stands in a
    match that they coach. What a coordinator said of their own load nobody else reads."""
    rows = SelfCheck.objects.filter(
        organisation_id=actor.organisation_id, hat=Hat.VOLUNTEER, answered_on__isnull=False
    ).exclude(Q(reader=Reader.NOBODY) | _about(actor))
    if actor.is_coordinator:
        return rows
    if not actor.has(Function.COACH) or actor.membership_id is None:
        return rows.none()
    coached = Match.objects.filter(
        volunteer=OuterRef("person"), coach_id=actor.membership_id, state__in=LIVING_STATES
    )
    return rows.filter(Exists(coached), reader=Reader.COACH)


def _about(actor: Actor) -> Q:
    """What is about the actor themselves."""
    return Q(person_id=actor.person_id) if actor.person_id else Q(pk__in=[])


def asking_others(actor: Actor) -> QuerySet[WorthAsking]:
    """Whom a coordinator asks how it goes: never themselves."""
    rows = worth_asking(actor) if actor.is_coordinator else WorthAsking.objects.none()
    return rows.exclude(_about(actor))


def steps_back_of_others(actor: Actor) -> QuerySet[StepBack]:
    """Whom a coordinator calls: who volunteers too is called by a colleague."""
    rows = steps_back(actor) if actor.is_coordinator else StepBack.objects.none()
    return rows.exclude(_about(actor))


def worth_asking(actor: Actor) -> QuerySet[WorthAsking]:
    """Coordinators see whom to ask and why; the volunteer what stands there about themselves."""
    rows = WorthAsking.objects.filter(organisation_id=actor.organisation_id)
    if actor.is_coordinator:
        return rows
    return rows.filter(person_id=actor.person_id) if actor.person_id else rows.none()


def steps_back(actor: Actor) -> QuerySet[StepBack]:
    """Coordinators see all of their organisation, a volunteer their own."""
    rows = StepBack.objects.filter(organisation_id=actor.organisation_id)
    if actor.is_coordinator:
        return rows
    return own_steps_back(actor)


def own_steps_back(actor: Actor) -> QuerySet[StepBack]:
    """What the actor asked themselves, whatever else they are."""
    rows = StepBack.objects.filter(organisation_id=actor.organisation_id)
    return rows.filter(person_id=actor.person_id) if actor.person_id else rows.none()


def beside_staff(actor: Actor) -> QuerySet[Match]:
    """The living matches of a professional or coach whose volunteer it is worth asking how it goes (S3-18).
    Only that: no reason, no figure, and nothing that only the volunteer told."""
    own = as_staff(actor)
    matches = Match.objects.filter(organisation_id=actor.organisation_id, state__in=LIVING_STATES)
    if own is None:
        return matches.none()
    signs = WorthAsking.objects.filter(
        person=OuterRef("volunteer"), talked_on__isnull=True, is_for_staff=True
    )
    ids = Match.objects.filter(own).values("pk")
    return matches.filter(Exists(signs), pk__in=ids).exclude(Q(volunteer_id=actor.person_id))


def can_look_after(actor: Actor, person_id: UUID | None = None) -> Decision:
    """Coordinators write down talks, answers by phone and what the house sets; never about themselves."""
    if not actor.is_coordinator:
        return deny(_("Only a coordinator can write this down."))
    if person_id is not None and person_id == actor.person_id:
        return deny(_("This is about yourself: ask a colleague to write it down."))
    return ALLOW


def own_person(actor: Actor) -> UUID:
    """People say themselves how much they can carry. Raises NotAllowed for an account without a person."""
    if actor.person_id is None:
        raise NotAllowed(
            _("We don’t know yet who you are here: ask a coordinator to complete your account.")
        )
    return actor.person_id
