"""Beside whom somebody stands, and whose plan and talks they read."""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.companionship.models import Match
from naast.companionship.states import LIVING_STATES
from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.people.models import Person, VolunteerProfile
from naast.programmes.models import Engagement
from naast.support.models import Plan


def _volunteers(actor: Actor) -> QuerySet[Person]:
    """Everybody with a card, except the actor: nobody guides themselves."""
    volunteers = Person.objects.filter(
        organisation_id=actor.organisation_id, volunteer__isnull=False
    )
    return volunteers.exclude(pk=actor.person_id) if actor.person_id else volunteers


def guided_by(actor: Actor) -> QuerySet[Person]:
    """Whom the actor guides: everybody for coordinators; for coaches and professionals those of whom they are the
    guide or the backup, and for a coach those of the programmes and matches they coach."""
    volunteers = _volunteers(actor)
    if actor.is_coordinator:
        return volunteers
    me = actor.membership_id
    if me is None or not (actor.has(Function.COACH) or actor.has(Function.PROFESSIONAL)):
        return volunteers.none()
    planned = Plan.objects.filter(Q(guide_id=me) | Q(backup_id=me))
    if not actor.has(Function.COACH):
        return volunteers.filter(pk__in=planned.values("person"))
    engaged = Engagement.objects.filter(programme__coach_id=me, ended_on__isnull=True)
    matched = Match.objects.filter(coach_id=me, state__in=LIVING_STATES)
    return volunteers.filter(
        Q(pk__in=engaged.values("person"))
        | Q(pk__in=matched.values("volunteer"))
        | Q(pk__in=planned.values("person"))
    )


def beside(actor: Actor) -> QuerySet[Person]:
    """With whom the actor works: whom they guide, and for a professional who stands beside a participant of
    theirs (S1-88)."""
    guided = guided_by(actor)
    if actor.is_coordinator or actor.membership_id is None:
        return guided
    if not actor.has(Function.PROFESSIONAL):
        return guided
    me = actor.membership_id
    working = Match.objects.filter(
        Q(professional_id=me) | Q(participant__participant__professional_id=me),
        organisation_id=actor.organisation_id,
        state__in=LIVING_STATES,
    )
    return _volunteers(actor).filter(
        Q(pk__in=working.values("volunteer")) | Q(pk__in=guided.values("pk"))
    )


def plans_visible_to(actor: Actor) -> QuerySet[Plan]:
    """The plans of whom the actor guides."""
    plans = Plan.objects.filter(organisation_id=actor.organisation_id)
    if actor.is_coordinator:
        return plans.exclude(person_id=actor.person_id) if actor.person_id else plans
    return plans.filter(person_id__in=guided_by(actor).values("pk"))


def own_plan(actor: Actor) -> QuerySet[Plan]:
    """The actor's own plan, as a volunteer."""
    plans = Plan.objects.filter(organisation_id=actor.organisation_id)
    if actor.person_id is None or not actor.has(Function.VOLUNTEER):
        return plans.none()
    return plans.filter(person_id=actor.person_id)


def can_guide(actor: Actor, person: Person) -> Decision:
    """Arranging the plan, writing down talks and check-ins."""
    if not _is_volunteer_here(actor, person):
        return deny(_("There is no such volunteer here."))
    if actor.person_id == person.pk:
        return deny(_("Ask a colleague: this is about yourself."))
    if not guided_by(actor).filter(pk=person.pk).exists():
        return deny(_("Only a coordinator or the coach of this volunteer can do this."))
    return ALLOW


def can_guide_by_name(actor: Actor, person: Person) -> Decision:
    """The same, for what carries the name of who wrote it."""
    can_guide(actor, person).require()
    return _has_a_name(actor)


def can_say(actor: Actor, person: Person) -> Decision:
    """A short word after an activity, or telling the coordinator: whoever works with the volunteer."""
    if not _is_volunteer_here(actor, person) or not beside(actor).filter(pk=person.pk).exists():
        return deny(_("You don’t work with this volunteer."))
    return _has_a_name(actor)


def can_set_guidance(actor: Actor, person: Person) -> Decision:
    """How somebody is guided is decided by a coordinator or their coach."""
    return can_guide_by_name(actor, person)


def can_keep_secret_notes(actor: Actor) -> Decision:
    """Confidential notes are there for coordinators only (S1-221)."""
    if not actor.is_coordinator or actor.membership_id is None:
        return deny(_("Only coordinators read and write this."))
    return ALLOW


def can_plan_talks(actor: Actor) -> Decision:
    """Which talks come back in a programme."""
    if not actor.is_coordinator:
        return deny(_("Only a coordinator can change this."))
    return ALLOW


def _has_a_name(actor: Actor) -> Decision:
    if actor.membership_id is None:
        return deny(_("This needs somebody who wrote it."))
    return ALLOW


def _is_volunteer_here(actor: Actor, person: Person) -> bool:
    return (
        person.organisation_id == actor.organisation_id
        and VolunteerProfile.objects.filter(person=person).exists()
    )
