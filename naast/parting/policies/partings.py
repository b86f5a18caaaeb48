"""Who knows of a goodbye to a volunteer: coordinators, the volunteer, and a coach who looks along."""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.parting.models import Away, Parting
from naast.parting.states import OPEN_STATES, READ_BY_VOLUNTEER, PartingKind
from naast.people.models import Person
from naast.programmes.models import Engagement


def visible_to(actor: Actor) -> QuerySet[Parting]:
    """What staff may read: coordinators all; a coach those on our initiative that the volunteer reads too, in
    programmes they coach, to look along. Never about themselves."""
    rows = Parting.objects.filter(organisation_id=actor.organisation_id)
    if actor.person_id is not None:
        rows = rows.exclude(person_id=actor.person_id)
    if actor.is_coordinator:
        return rows
    if actor.membership_id is None or not actor.has(Function.COACH):
        return rows.none()
    coached = Engagement.objects.filter(
        organisation_id=actor.organisation_id,
        ended_on__isnull=True,
        programme__coach_id=actor.membership_id,
    )
    return rows.filter(
        kind=PartingKind.ORGANISATION,
        state__in=READ_BY_VOLUNTEER,
        person_id__in=coached.values("person_id"),
    )


def own_of(actor: Actor) -> QuerySet[Parting]:
    """The volunteer's own open goodbye. One on our initiative only once it is put before them: never half
    written, and then all of it."""
    rows = Parting.objects.filter(organisation_id=actor.organisation_id)
    if actor.person_id is None or not actor.has(Function.VOLUNTEER):
        return rows.none()
    theirs = ~Q(kind=PartingKind.ORGANISATION) & Q(state__in=OPEN_STATES)
    shared = Q(kind=PartingKind.ORGANISATION, state__in=READ_BY_VOLUNTEER)
    return rows.filter(theirs | shared, person_id=actor.person_id)


def can_arrange(actor: Actor, person: Person) -> Decision:
    """Coordinators say goodbye to somebody else, on behalf of the house."""
    if person.organisation_id != actor.organisation_id:
        return deny(_("This person belongs to another organisation."))
    if not actor.is_coordinator:
        return deny(_("Only a coordinator can do this."))
    if actor.person_id == person.pk:
        return deny(_("Ask a colleague to arrange your own goodbye."))
    return ALLOW


def can_look_along(actor: Actor, parting: Parting) -> Decision:
    """A second colleague: a coordinator or the coach, and not who started it."""
    if not visible_to(actor).filter(pk=parting.pk).exists():
        return deny(_("This is not yours to decide."))
    if actor.membership_id is None or actor.membership_id == parting.opened_by_id:
        return deny(_("A second colleague looks along: somebody else than who started it."))
    return ALLOW


def away_visible_to(actor: Actor) -> QuerySet[Away]:
    """Who was not there for long: coordinators."""
    rows = Away.objects.filter(organisation_id=actor.organisation_id)
    if not actor.is_coordinator:
        return rows.none()
    return rows.exclude(person_id=actor.person_id) if actor.person_id else rows


def own_away(actor: Actor) -> QuerySet[Away]:
    """The question to the volunteer themselves, while it is open."""
    rows = Away.objects.filter(
        organisation_id=actor.organisation_id, ended_on__isnull=True, asked_on__isnull=False
    )
    if actor.person_id is None or not actor.has(Function.VOLUNTEER):
        return rows.none()
    return rows.filter(person_id=actor.person_id)
