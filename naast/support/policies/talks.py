"""Who reads a talk: whoever guides the volunteer, the volunteer, and others of the team with their yes."""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.support.models import Action, CheckIn, Guidance, Talk, Told
from naast.support.policies.volunteers import beside, guided_by


def visible_to(actor: Actor) -> QuerySet[Talk]:
    """What staff may read. Never about themselves: that is on their own page."""
    talks = Talk.objects.filter(organisation_id=actor.organisation_id)
    if actor.is_coordinator:
        return talks.exclude(person_id=actor.person_id) if actor.person_id else talks
    readable = Q(person_id__in=guided_by(actor).values("pk"))
    if actor.has(Function.PROFESSIONAL):
        # The team reads it only when the volunteer said so, and then only who works with them.
        readable |= Q(team_may_read=True, person_id__in=beside(actor).values("pk"))
    return talks.filter(readable)


def own(actor: Actor) -> QuerySet[Talk]:
    """The actor's own talks, as a volunteer: everything that is in them."""
    talks = Talk.objects.filter(organisation_id=actor.organisation_id)
    if actor.person_id is None or not actor.has(Function.VOLUNTEER):
        return talks.none()
    return talks.filter(person_id=actor.person_id)


def can_write(actor: Actor, talk: Talk) -> Decision:
    """Writing it down, moving it, calling it off: whoever guides the volunteer."""
    if actor.membership_id is None:
        return deny(_("This needs somebody who wrote it."))
    if not guided_by(actor).filter(pk=talk.person_id).exists():
        return deny(_("Only a coordinator or the coach of this volunteer can do this."))
    return ALLOW


def actions_visible_to(actor: Actor) -> QuerySet[Action]:
    """What was agreed with whom the actor guides, and what the actor agreed themselves."""
    actions = Action.objects.filter(organisation_id=actor.organisation_id)
    if actor.is_coordinator:
        return actions
    readable = Q(person_id__in=guided_by(actor).values("pk"))
    if actor.person_id is not None and actor.has(Function.VOLUNTEER):
        readable |= Q(person_id=actor.person_id)
    return actions.filter(readable)


def own_actions(actor: Actor) -> QuerySet[Action]:
    """What the actor agreed as a volunteer: what they would do, and what we would do for them."""
    rows = Action.objects.filter(organisation_id=actor.organisation_id)
    if actor.person_id is None or not actor.has(Function.VOLUNTEER):
        return rows.none()
    return rows.filter(person_id=actor.person_id)


def can_tick(actor: Actor, action: Action) -> Decision:
    """What the volunteer would do is ticked by the volunteer or their guide; what we would do by us."""
    is_own = action.person_id == actor.person_id
    if is_own and action.who == Action.Who.US:
        return deny(_("This is ours to do: your guide ticks it."))
    if is_own or guided_by(actor).filter(pk=action.person_id).exists():
        return ALLOW
    return deny(_("Only the volunteer and their guide can do this."))


def check_ins_visible_to(actor: Actor) -> QuerySet[CheckIn]:
    """The check-ins of whom the actor guides."""
    rows = CheckIn.objects.filter(organisation_id=actor.organisation_id)
    if actor.is_coordinator:
        return rows.exclude(person_id=actor.person_id) if actor.person_id else rows
    return rows.filter(person_id__in=guided_by(actor).values("pk"))


def own_check_ins(actor: Actor) -> QuerySet[CheckIn]:
    """The actor's own, as a volunteer: answered, or waiting for an answer."""
    rows = CheckIn.objects.filter(organisation_id=actor.organisation_id)
    if actor.person_id is None or not actor.has(Function.VOLUNTEER):
        return rows.none()
    return rows.filter(person_id=actor.person_id)


def own_guidances(actor: Actor) -> QuerySet[Guidance]:
    """How the actor is guided, as a volunteer."""
    rows = Guidance.objects.filter(organisation_id=actor.organisation_id)
    if actor.person_id is None or not actor.has(Function.VOLUNTEER):
        return rows.none()
    return rows.filter(person_id=actor.person_id)


def told_visible_to(actor: Actor) -> QuerySet[Told]:
    """What colleagues told about volunteers: for coordinators, and never about themselves."""
    rows = Told.objects.filter(organisation_id=actor.organisation_id)
    if not actor.is_coordinator:
        return rows.none()
    return rows.exclude(person_id=actor.person_id) if actor.person_id else rows
