"""Who wishes, votes and promises at the yearly group talk, and who reads questions about what is right."""

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core.decisions import ALLOW, Decision, deny
from naast.intervision.models import EthicsQuestion, GroupTalk, Promise
from naast.intervision.policies import evenings as evening_policies
from naast.intervision.policies import series as series_policies
from naast.organisations.actors import Actor
from naast.organisations.models import Function

READS_ETHICS = (
    Function.COORDINATOR,
    Function.COACH,
    Function.PROFESSIONAL,
    Function.VOLUNTEER,
    Function.BOARD,
    Function.SAFEGUARDING,
)


def visible_to(actor: Actor) -> QuerySet[GroupTalk]:
    """Group talks of the groups this actor may know."""
    return GroupTalk.objects.filter(
        organisation_id=actor.organisation_id, evening__in=evening_policies.visible_to(actor)
    )


def can_wish(actor: Actor, talk: GroupTalk) -> Decision:
    """Somebody of the group, or who leads it for somebody at the table, until the count."""
    if talk.organisation_id != actor.organisation_id:
        return deny(_("This group talk belongs to another organisation."))
    takes_part = evening_policies.own(actor).filter(pk=talk.evening_id).exists()
    if not (takes_part or evening_policies.can_lead(actor, talk.evening)):
        return deny(_("You don’t take part in this group."))
    return ALLOW


def can_vote(actor: Actor, talk: GroupTalk) -> Decision:
    """Somebody of the group, for themselves: nobody votes for another."""
    if talk.organisation_id != actor.organisation_id:
        return deny(_("This group talk belongs to another organisation."))
    if not evening_policies.own(actor).filter(pk=talk.evening_id).exists():
        return deny(_("Only who takes part in this group votes."))
    return ALLOW


def can_count(actor: Actor, talk: GroupTalk) -> Decision:
    """Who leads the talk, or a coordinator."""
    if talk.organisation_id != actor.organisation_id:
        return deny(_("This group talk belongs to another organisation."))
    if not evening_policies.can_lead(actor, talk.evening):
        return deny(_("Who leads the talk counts the votes."))
    return ALLOW


def promises_visible_to(actor: Actor) -> QuerySet[Promise]:
    """What the organisation promised: for the group, and for the coordinator."""
    return Promise.objects.filter(organisation_id=actor.organisation_id, talk__in=visible_to(actor))


def can_promise(actor: Actor) -> Decision:
    """Coordinators promise on behalf of the organisation, and tell what came of it."""
    if not actor.is_coordinator:
        return deny(_("Only a coordinator promises something for the organisation."))
    return ALLOW


def ethics_visible_to(actor: Actor) -> QuerySet[EthicsQuestion]:
    """Questions for the whole organisation: all staff and volunteers. Of a group: its people, and the
    coordinator."""
    questions = EthicsQuestion.objects.filter(organisation_id=actor.organisation_id)
    if actor.is_coordinator:
        return questions
    if not actor.has(*READS_ETHICS):
        return questions.none()
    mine = series_policies.own_membership(actor).filter(series=OuterRef("series"))
    return questions.filter(Q(series__isnull=True) | Exists(mine))


def can_ask_ethics(actor: Actor) -> Decision:
    """Staff and volunteers."""
    if not (actor.is_coordinator or actor.has(*READS_ETHICS)):
        return deny(_("Ask your coordinator to write this question down."))
    return ALLOW


def can_discuss(actor: Actor, question: EthicsQuestion) -> Decision:
    """Coordinators, and who leads an evening of the group, write down what it came to."""
    if question.organisation_id != actor.organisation_id:
        return deny(_("This question belongs to another organisation."))
    group = series_policies.own_membership(actor).filter(is_leader=True, series=question.series_id)
    on_the_table = evening_policies.leads(actor).filter(ethics_questions=question)
    if not (actor.is_coordinator or group.exists() or on_the_table.exists()):
        return deny(_("Who leads the evening writes down what it came to."))
    return ALLOW
