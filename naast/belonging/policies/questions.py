"""Who reads what somebody answered, and who answers back."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.belonging.models import Question
from naast.belonging.states import QuestionKind
from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor
from naast.organisations.models import Function


def visible_to(actor: Actor) -> QuerySet[Question]:
    """Coordinators read all of their organisation; everybody else what was asked of themselves."""
    rows = Question.objects.filter(organisation_id=actor.organisation_id)
    return rows if actor.is_coordinator else own_of(actor)


def own_of(actor: Actor) -> QuerySet[Question]:
    """What was asked of the volunteer themselves."""
    rows = Question.objects.filter(organisation_id=actor.organisation_id)
    if actor.person_id is None or not actor.has(Function.VOLUNTEER):
        return rows.none()
    return rows.filter(person_id=actor.person_id)


def shared_with_host(actor: Actor) -> QuerySet[Question]:
    """Welcome checks that the volunteer shares with the host who received them."""
    rows = Question.objects.filter(organisation_id=actor.organisation_id)
    if actor.membership_id is None:
        return rows.none()
    return rows.filter(
        kind=QuestionKind.CHECK,
        answered_on__isnull=False,
        shares_with_host=True,
        engagement__first_day__host_id=actor.membership_id,
        engagement__ended_on__isnull=True,
    )


def shared_unnamed(actor: Actor) -> QuerySet[Question]:
    """Fresh looks that others may read, once there is an answer. For queries that read no name."""
    return Question.objects.filter(
        organisation_id=actor.organisation_id,
        kind=QuestionKind.LOOK,
        shares_unnamed=True,
        settled_on__isnull=False,
    )


def can_answer(actor: Actor, question: Question) -> Decision:
    """The person answers for themselves; a coordinator writes down what was said by phone or on paper."""
    if question.organisation_id != actor.organisation_id:
        return deny(_("This belongs to another organisation."))
    if not (actor.is_coordinator or actor.person_id == question.person_id):
        return deny(_("Only the volunteer answers this."))
    return ALLOW


def can_settle(actor: Actor, question: Question) -> Decision:
    """Coordinators answer back on behalf of the house, never to themselves."""
    if question.organisation_id != actor.organisation_id:
        return deny(_("This belongs to another organisation."))
    if not actor.is_coordinator:
        return deny(_("Only a coordinator can answer on behalf of the house."))
    if actor.person_id is not None and actor.person_id == question.person_id:
        return deny(_("This is about yourself: ask a colleague."))
    return ALLOW
