"""Who comes to an evening, who leads it, and who reads what was brought in."""

from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core.decisions import ALLOW, Decision, deny
from naast.intervision.models import AgreedAction, Evening, LearningQuestion
from naast.intervision.policies import series as series_policies
from naast.organisations.actors import Actor


def visible_to(actor: Actor) -> QuerySet[Evening]:
    """The evenings of the groups this actor may know: coordinators all, others their own groups."""
    evenings = Evening.objects.filter(organisation_id=actor.organisation_id)
    if actor.is_coordinator:
        return evenings
    own = series_policies.own_membership(actor).filter(series=OuterRef("series"))
    return evenings.filter(Exists(own))


def own(actor: Actor) -> QuerySet[Evening]:
    """The evenings of the groups this actor takes part in, whatever else they are."""
    own_rows = series_policies.own_membership(actor).filter(series=OuterRef("series"))
    return Evening.objects.filter(Exists(own_rows), organisation_id=actor.organisation_id)


def _leads(actor: Actor) -> Q:
    leader = series_policies.own_membership(actor).filter(is_leader=True)
    return Q(Exists(leader.filter(series=OuterRef("series")))) | Q(
        led_by_id=actor.person_id, led_by__isnull=False
    )


def leads(actor: Actor) -> QuerySet[Evening]:
    """The evenings this actor leads themselves."""
    if actor.person_id is None:
        return Evening.objects.none()
    return own(actor).filter(_leads(actor))


def led_by(actor: Actor) -> QuerySet[Evening]:
    """The evenings whose leader's pages this actor may open: their own, and for coordinators all."""
    return visible_to(actor) if actor.is_coordinator else leads(actor)


def can_lead(actor: Actor, evening: Evening) -> Decision:
    """The leader of the group or of this evening, who may be a volunteer; or a coordinator."""
    if evening.organisation_id != actor.organisation_id:
        return deny(_("This evening belongs to another organisation."))
    if not led_by(actor).filter(pk=evening.pk).exists():
        return deny(_("Only who leads the evening does this."))
    return ALLOW


def can_answer(actor: Actor, evening: Evening, *, now: datetime) -> Decision:
    """Somebody of the group says before the start whether they come."""
    if evening.organisation_id != actor.organisation_id:
        return deny(_("This evening belongs to another organisation."))
    if not own(actor).filter(pk=evening.pk).exists():
        return deny(_("You don’t take part in this group."))
    if evening.cancelled_at is not None:
        return deny(_("This evening does not take place."))
    if evening.starts_at <= now:
        return deny(_("This evening has begun already."))
    return ALLOW


def questions_visible_to(actor: Actor) -> QuerySet[LearningQuestion]:
    """What was brought in beforehand: one's own; for who leads the evening all; for the group what its
    asker shares. A coordinator who does not lead reads nothing: what is said stays there."""
    questions = LearningQuestion.objects.filter(organisation_id=actor.organisation_id)
    if actor.person_id is None:
        return questions.none()
    mine = Q(asker_id=actor.person_id)
    led = Q(evening__in=leads(actor))
    shared = Q(evening__in=own(actor), is_shared=True)
    return questions.filter(mine | led | shared)


def can_change_question(actor: Actor, question: LearningQuestion) -> Decision:
    """Who asked it, and nobody else."""
    if question.organisation_id != actor.organisation_id:
        return deny(_("This question belongs to another organisation."))
    if actor.person_id is None or question.asker_id != actor.person_id:
        return deny(_("Only who asked this can change it."))
    return ALLOW


def actions_visible_to(actor: Actor) -> QuerySet[AgreedAction]:
    """What was agreed: for the group, and for the coordinator."""
    return AgreedAction.objects.filter(
        organisation_id=actor.organisation_id, evening__in=visible_to(actor)
    )


def can_tick_action(actor: Actor, action: AgreedAction) -> Decision:
    """Who would do it, or who leads an evening of that group."""
    if action.organisation_id != actor.organisation_id:
        return deny(_("This belongs to another organisation."))
    is_mine = actor.person_id is not None and action.person_id == actor.person_id
    if not (is_mine or can_lead(actor, action.evening)):
        return deny(_("Only who does this, or who leads the evening, can tick it off."))
    return ALLOW
