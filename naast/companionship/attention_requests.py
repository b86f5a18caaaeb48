"""Wishes on the coordinator's desk: who waits, what to look at again, who has nothing meanwhile."""

from collections.abc import Container, Iterator
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from naast.companionship.models import Goal, Match, Request
from naast.companionship.policies import requests as policies
from naast.companionship.queries.request_pages import days_in_words
from naast.companionship.states import OPEN_STATES
from naast.core import clock
from naast.core.attention import EVERYTHING, AttentionItem, Signs, Urgency
from naast.organisations.actors import Actor

# The longest waiting of each kind; the list of wishes shows the rest.
MOST = 60
# After this time of waiting something should help in the meantime (design choice, S1-32).
SUPPORT_AFTER = timedelta(days=28)
# After this a waiting wish is for today, before it for this week (design choice).
LONG = timedelta(days=14)


def signs(actor: Actor, *, now: datetime) -> Signs:
    """The rows of each kind, for one look at which of them exist."""
    if not actor.is_coordinator:
        return {}
    today = timezone.localdate(now)
    return {"wishes": _open_wishes(actor, today), "goals": _goals_to_review(actor, today)}


def items(
    actor: Actor, *, now: datetime, there: Container[str] = EVERYTHING
) -> list[AttentionItem]:
    """What asks for attention about wishes in the actor's organisation; two queries, less those for what
    is not `there`."""
    if not actor.is_coordinator:
        return []
    today = timezone.localdate(now)
    wishes = _about_wishes(actor, today) if "wishes" in there else []
    return [*wishes, *(_goals(actor, today) if "goals" in there else ())]


def _about_wishes(actor: Actor, today: date) -> list[AttentionItem]:
    found: list[AttentionItem] = []
    for wish in _wishes(actor, today):
        if wish.status == Request.Status.EXPLORING:
            found.append(_still_exploring(actor, wish))
        elif not wish.has_open_match:
            found.append(_waiting(actor, wish, today))
        if _lacks_support(wish, today):
            found.append(_without_support(actor, wish))
    return found


def _open_wishes(actor: Actor, today: date) -> QuerySet[Request]:
    # Both statuses by name first: that is what the index begins with.
    return policies.visible_to(actor).filter(
        Q(status=Request.Status.WAITING) | Q(review_on__lte=today),
        status__in=(Request.Status.WAITING, Request.Status.EXPLORING),
    )


def _wishes(actor: Actor, today: date) -> Any:
    """The longest waiting wishes, and those to look at again, with whether somebody is proposed."""
    proposed = Match.objects.filter(request=OuterRef("pk"), state__in=OPEN_STATES)
    return (
        _open_wishes(actor, today)
        .annotate(has_open_match=Exists(proposed))
        .select_related("participant", "programme")
        .order_by("asked_on", "id")[:MOST]
    )


def _waiting(actor: Actor, wish: Request, today: date) -> AttentionItem:
    """Nobody was proposed yet: with how long it takes and why it shows."""
    waited = today - wish.asked_on
    values = {
        "name": wish.participant.name,
        "time": days_in_words(max(waited.days, 0)),
        "programme": wish.programme.name,
    }
    return AttentionItem(
        kind="request-waiting",
        subject_id=wish.pk,
        name=wish.participant.name,
        sentence=_(
            "%(name)s has been waiting for %(time)s: nobody is proposed yet in %(programme)s."
        )
        % values,
        since=clock.morning(wish.asked_on),
        urgency=Urgency.NOW if waited >= LONG else Urgency.THIS_WEEK,
        url=actor.url("companionship:shortlist", request_id=wish.pk),
        action=_("See who could stand beside"),
        owner_id=wish.coordinator_id,
    )


def _still_exploring(actor: Actor, wish: Request) -> AttentionItem:
    """The day to look again at a wish that is being explored has come (S1-80)."""
    return AttentionItem(
        kind="request-explore",
        subject_id=wish.pk,
        name=wish.participant.name,
        sentence=_("Look again at the wish of %(name)s together: it is still being explored.")
        % {"name": wish.participant.name},
        since=clock.morning(wish.review_on or wish.asked_on),
        urgency=Urgency.THIS_WEEK,
        url=actor.url("companionship:request", request_id=wish.pk),
        action=_("Open the wish"),
        owner_id=wish.coordinator_id,
    )


def _lacks_support(wish: Request, today: date) -> bool:
    return not wish.interim_support and today - wish.asked_on >= SUPPORT_AFTER


def _without_support(actor: Actor, wish: Request) -> AttentionItem:
    """Somebody waits long and nothing helps in the meantime (S1-32)."""
    return AttentionItem(
        kind="request-support",
        subject_id=wish.pk,
        name=wish.participant.name,
        sentence=_("Nothing helps %(name)s yet while waiting. What could?")
        % {"name": wish.participant.name},
        since=clock.morning(wish.asked_on + SUPPORT_AFTER),
        urgency=Urgency.THIS_WEEK,
        url=actor.url("companionship:request_support", request_id=wish.pk),
        action=_("Arrange something"),
        owner_id=wish.coordinator_id,
    )


def _goals_to_review(actor: Actor, today: date) -> QuerySet[Goal]:
    return Goal.objects.filter(
        organisation_id=actor.organisation_id,
        review_on__lte=today,
        request__status__in=policies.OPEN_STATUSES,
    )


def _goals(actor: Actor, today: date) -> Iterator[AttentionItem]:
    """The day to look again at a goal has come."""
    rows = _goals_to_review(actor, today).select_related("request__participant")
    for goal in rows.order_by("review_on", "id")[:MOST]:
        if goal.review_on is not None:
            yield AttentionItem(
                kind="goal-review",
                subject_id=goal.pk,
                name=goal.request.participant.name,
                sentence=_("Talk with %(name)s about a goal: today was agreed for it.")
                % {"name": goal.request.participant.name},
                since=clock.morning(goal.review_on),
                urgency=Urgency.THIS_WEEK,
                url=actor.url("companionship:request", request_id=goal.request_id),
                action=_("Open the wish"),
                owner_id=goal.request.coordinator_id,
            )
