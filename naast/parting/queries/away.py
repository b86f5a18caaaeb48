"""When volunteers were last there, and who is away for long (instruments B14)."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db.models import Exists, Max, OuterRef, QuerySet

from naast.companionship.models import Match
from naast.organisations.actors import Actor
from naast.parting.absence import ASK_AFTER, TALK_AFTER
from naast.parting.models import Away
from naast.parting.policies import partings as policies
from naast.parting.states import AwayAnswer
from naast.people.models import VolunteerProfile
from naast.programmes.models import Engagement, Form

# Where each visit is told, so that silence says something. Shifts and groups are not written down here.
TOLD_FORMS = (Form.DUO, Form.HOME_ADMINISTRATION)


def active_volunteers(actor: Actor, *, day: date) -> QuerySet[VolunteerProfile]:
    """Active volunteers known for half a year, all of whose doings are told of here: who takes part in shifts or
    groups is not asked why they were not seen."""
    its = Engagement.objects.filter(person=OuterRef("person"), ended_on__isnull=True)
    return (
        VolunteerProfile.objects.filter(
            organisation_id=actor.organisation_id,
            status=VolunteerProfile.Status.ACTIVE,
            since_on__lte=day - ASK_AFTER,
        )
        .exclude(Exists(its.exclude(programme__form__in=TOLD_FORMS)))
        .select_related("person__user")
    )


def last_seen(actor: Actor, person_ids: Collection[UUID]) -> dict[UUID, date]:
    """The last day on which each of these active volunteers was there: a visit, the start of a match or of taking
    part, an answer to the question, or the day they began. A constant number of queries."""
    its = {"organisation_id": actor.organisation_id}
    days: dict[UUID, list[date]] = {}
    active = VolunteerProfile.objects.filter(
        **its,
        person_id__in=person_ids,
        status=VolunteerProfile.Status.ACTIVE,
        since_on__isnull=False,
    )
    for person_id, since in active.values_list("person_id", "since_on"):
        days[person_id] = [since] if since else []
    matches = Match.objects.filter(**its, volunteer_id__in=days).order_by()
    engagements = Engagement.objects.filter(**its, person_id__in=days).order_by()
    away = Away.objects.filter(**its, person_id__in=days).order_by()
    for rows in (
        matches.values_list("volunteer_id").annotate(on=Max("last_visit_on")),
        matches.values_list("volunteer_id").annotate(on=Max("started_on")),
        engagements.values_list("person_id").annotate(on=Max("started_on")),
        # «I’d like to do something again», and what a person decided, count from that day.
        away.filter(answer=AwayAnswer.HERE)
        .values_list("person_id")
        .annotate(on=Max("answered_on")),
        away.filter(ended_on__isnull=False).values_list("person_id").annotate(on=Max("ended_on")),
    ):
        for person_id, on in rows:
            if on is not None:
                days[person_id].append(on)
    return {person_id: max(seen) for person_id, seen in days.items()}


def to_talk_with(actor: Actor, *, day: date) -> QuerySet[Away]:
    """Eleven months and more: a closing talk is offered. With those for whom a person decides."""
    return policies.away_visible_to(actor).filter(
        ended_on__isnull=True, seen_on__lte=day - TALK_AFTER
    )


def listed(actor: Actor) -> QuerySet[Away]:
    """Everybody who is away for long, the longest first (order it by page)."""
    return (
        policies.away_visible_to(actor).filter(ended_on__isnull=True).select_related("person__user")
    )


def mine(actor: Actor) -> Away | None:
    """The question to me, or None."""
    return policies.own_away(actor).first()
