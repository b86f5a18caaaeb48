"""Writes about the goals of a participant: they own them (S1-6)."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.companionship.models import Goal
from naast.companionship.policies import requests as policies
from naast.companionship.queries import requests as queries
from naast.companionship.wishes import NewGoal
from naast.core import clock
from naast.core.errors import DomainError
from naast.organisations.actors import Actor


class ReviewDayMissing(DomainError):
    """What is still to explore is looked at again on a day (S1-80)."""


@transaction.atomic
def set_goal(*, actor: Actor, request_id: UUID, new: NewGoal, goal_id: UUID | None = None) -> Goal:
    """Write down a goal, or change the one with `goal_id`. Somebody other than the participant says on
    which day they talked it over. Raises Request.DoesNotExist, Goal.DoesNotExist, NotAllowed or
    ReviewDayMissing."""
    request = queries.lock_request(actor, request_id)
    policies.can_set_goal(actor, request, new.consulted_on, today=clock.today()).require()
    if new.is_still_to_explore and new.review_on is None:
        raise ReviewDayMissing(_("On which day do you look at this again together?"))
    if not new.is_still_to_explore and not new.text.strip():
        raise DomainError(_("Write down the goal, or say that it is still to explore."))
    goal = (
        Goal(organisation_id=actor.organisation_id, request=request)
        if goal_id is None
        else Goal.objects.get(request=request, pk=goal_id)
    )
    goal.text = new.text.strip()
    goal.is_still_to_explore = new.is_still_to_explore
    goal.consulted_on = new.consulted_on
    goal.review_on = new.review_on
    goal.save()
    log.record(
        "goal.set",
        actor=actor,
        target=request,
        changes={
            "goal": str(goal.pk),
            "consulted_on": new.consulted_on.isoformat() if new.consulted_on else "",
            "is_still_to_explore": new.is_still_to_explore,
        },
    )
    return goal


@transaction.atomic
def drop_goal(
    *, actor: Actor, request_id: UUID, goal_id: UUID, consulted_on: date | None = None
) -> None:
    """The goal no longer holds; dropping twice is the same as once. Somebody other than the participant
    says on which day they talked it over. Raises Request.DoesNotExist or NotAllowed."""
    request = queries.lock_request(actor, request_id)
    policies.can_set_goal(actor, request, consulted_on, today=clock.today()).require()
    deleted, _by_model = Goal.objects.filter(request=request, pk=goal_id).delete()
    if deleted:
        log.record("goal.dropped", actor=actor, target=request, changes={"goal": str(goal_id)})
