"""Who may read and answer what people ask about their data. Lists and single questions side by side."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor
from naast.people.models import Person
from naast.privacy.models import Erasure, RightsRequest


def visible_to(actor: Actor) -> QuerySet[RightsRequest]:
    """Coordinators read every question of their organisation; everybody their own."""
    rows = RightsRequest.objects.filter(organisation_id=actor.organisation_id)
    if actor.is_coordinator:
        return rows
    return own_of(actor)


def own_of(actor: Actor) -> QuerySet[RightsRequest]:
    """The questions of the actor themselves."""
    rows = RightsRequest.objects.filter(organisation_id=actor.organisation_id)
    if actor.person_id is None:
        return rows.none()
    return rows.filter(person_id=actor.person_id)


def erasures_visible_to(actor: Actor) -> QuerySet[Erasure]:
    """What was erased, without names: for coordinators."""
    rows = Erasure.objects.filter(organisation_id=actor.organisation_id)
    return rows if actor.is_coordinator else rows.none()


def can_ask(actor: Actor, person: Person | None) -> Decision:
    """Everybody asks for themselves; a coordinator writes down what somebody asked."""
    if person is not None and person.organisation_id != actor.organisation_id:
        return deny(_("This person belongs to another organisation."))
    if actor.is_coordinator:
        return ALLOW
    if person is None or person.pk != actor.person_id:
        return deny(_("You ask for yourself."))
    return ALLOW


def can_answer(actor: Actor, request: RightsRequest) -> Decision:
    """A coordinator answers, and not their own question: somebody else looks at it."""
    if request.organisation_id != actor.organisation_id:
        return deny(_("This belongs to another organisation."))
    if not actor.is_coordinator:
        return deny(_("Only a coordinator answers this."))
    if request.person_id is not None and request.person_id == actor.person_id:
        return deny(_("This is your own question: ask a colleague to look at it."))
    return ALLOW


def can_take_back(actor: Actor, request: RightsRequest) -> Decision:
    """Who asked may take it back; a coordinator notes that they did."""
    if not visible_to(actor).filter(pk=request.pk).exists():
        return deny(_("This is not your question."))
    return ALLOW


def can_hand_out(actor: Actor, person: Person) -> Decision:
    """Everybody takes their own data; a coordinator hands it to who asked, and who only reads along takes nothing
    away: in a copy stands also what is closed to them (ADR 0021)."""
    if person.organisation_id != actor.organisation_id:
        return deny(_("This person belongs to another organisation."))
    if actor.person_id == person.pk:
        return ALLOW
    if not actor.is_coordinator or actor.session_id is not None:
        return deny(_("These data are not yours."))
    return ALLOW


def can_erase(actor: Actor, person: Person) -> Decision:
    """A coordinator erases somebody of their own organisation, and not themselves."""
    if person.organisation_id != actor.organisation_id:
        return deny(_("This person belongs to another organisation."))
    if not actor.is_coordinator:
        return deny(_("Only a coordinator erases somebody."))
    if person.pk == actor.person_id:
        return deny(_("Ask a colleague to do this: nobody erases themselves."))
    return ALLOW


def can_restrict(actor: Actor, person: Person) -> Decision:
    """A coordinator sets and lifts the mark «not used for now»."""
    if person.organisation_id != actor.organisation_id:
        return deny(_("This person belongs to another organisation."))
    if not actor.is_coordinator:
        return deny(_("Only a coordinator sets this mark."))
    return ALLOW
