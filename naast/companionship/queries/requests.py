"""Reads about wishes: lists, one wish with its history, and how long waiting really takes."""

from dataclasses import dataclass
from datetime import date
from statistics import median
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from naast.companionship.models import AvoidedPerson, Goal, Match, Proposal, Request, RequestTopic
from naast.companionship.policies import requests as policies
from naast.companionship.states import ASKING_STATES, OPEN_STATES
from naast.organisations.actors import Actor
from naast.people.models import Consent, ParticipantProfile, Person
from naast.people.names import words
from naast.programmes.models import Programme

# Fewer matches than this say nothing about the next one.
FEWEST_MATCHES = 3
LAST_MATCHES = 20
FOUND_AT_MOST = 20


def listed_requests(actor: Actor, *, status: str = "", programme_id: str = "") -> QuerySet[Request]:
    """The wishes the actor may see, with who asks and where; filtered when a filter is given. Beside a
    status, `open` is what still asks for something: a search, or a match with an open proposal."""
    requests = policies.visible_to(actor).select_related(
        "participant", "programme", "coordinator__user"
    )
    if status in Request.Status.values:
        requests = requests.filter(status=status)
    elif status == "open":
        proposed = Match.objects.filter(request=OuterRef("pk"), state__in=ASKING_STATES)
        requests = requests.filter(
            Q(status__in=policies.SEARCH_STATUSES)
            | Q(Exists(proposed), status=Request.Status.MATCHED)
        )
    if programme_id:
        requests = requests.filter(programme_id=programme_id)
    return requests


def get_request(actor: Actor, request_id: UUID) -> Request | None:
    """One wish with everything its page and the shortlist read in one go, or None."""
    return (
        policies.visible_to(actor)
        .select_related(
            "participant__participant__professional__user",
            "participant__user",
            "programme__coordinator__user",
            "coordinator__user",
            "household",
        )
        .filter(pk=request_id)
        .first()
    )


def lock_request(actor: Actor, request_id: UUID) -> Request:
    """The wish, locked until the surrounding transaction ends. Raises Request.DoesNotExist."""
    mine = policies.visible_to(actor).filter(pk=request_id)
    return Request.objects.select_for_update(no_key=True).get(pk__in=mine.values("pk"))


def lock_participant(actor: Actor, person_id: UUID) -> Person:
    """Whoever gives or takes back a yes, or asks something on the strength of it, queues here first:
    before the locks of wishes and matches. Raises Person.DoesNotExist."""
    people = Person.objects.filter(organisation_id=actor.organisation_id)
    return people.select_for_update(no_key=True).get(pk=person_id)


def lock_request_and_participant(actor: Actor, request_id: UUID) -> Request:
    """The participant and then the wish, both locked. Raises Request.DoesNotExist."""
    lock_participant(actor, policies.visible_to(actor).get(pk=request_id).participant_id)
    return lock_request(actor, request_id)


def goals_of(request: Request) -> list[Goal]:
    """The goals of the participant, in the order they came up."""
    return list(request.goals.all())


def topics_of(request: Request) -> list[RequestTopic]:
    """What is asked for in the other, by name."""
    return list(request.topics.select_related("topic").order_by("topic__name"))


def avoided_by(request: Request) -> list[AvoidedPerson]:
    """With whom the participant would rather not be matched."""
    return list(request.avoided.select_related("person").order_by("person__sort_name"))


def proposals_for(request: Request) -> list[Proposal]:
    """Who was proposed for this wish, by whom and why, the newest first, with how it went."""
    steps = Prefetch("match__steps")
    return list(
        request.proposals.select_related("match__volunteer", "proposed_by__user")
        .prefetch_related(steps)
        .order_by("-id")
    )


def open_match_of(request: Request) -> Match | None:
    """The proposal or match that is open for this wish, if any."""
    return (
        Match.objects.filter(request=request, state__in=OPEN_STATES)
        .select_related("volunteer")
        .order_by("-id")
        .first()
    )


def consent_for(participant_id: UUID, purpose: str) -> Consent | None:
    """The living yes of a participant to this purpose, or None."""
    return (
        Consent.objects.filter(person_id=participant_id, purpose=purpose, withdrawn_on__isnull=True)
        .order_by("-given_on", "-id")
        .first()
    )


def has_consent(participant_id: UUID) -> bool:
    """Whether the participant said yes to a volunteer and did not take it back (S1-91)."""
    return consent_for(participant_id, Consent.Purpose.VOLUNTEER_SUPPORT) is not None


@dataclass(frozen=True, slots=True)
class WaitingTime:
    """How long it took lately, honestly: `days` is None when too few matches say something."""

    days: int | None
    matches: int


def waiting_time(organisation_id: UUID, programme_id: UUID) -> WaitingTime:
    """The middle of the days between asking and the first meeting, over the last matches of this
    programme (S1-32). Below three matches there is no answer."""
    rows = (
        Match.objects.filter(
            Q(first_meeting__held_on__isnull=False) | Q(started_on__isnull=False),
            organisation_id=organisation_id,
            programme_id=programme_id,
            request__isnull=False,
        )
        .order_by("-id")
        .values_list("request__asked_on", "first_meeting__held_on", "started_on")[:LAST_MATCHES]
    )
    took = [
        days for asked, met, started in rows if (days := _days(asked, met, started)) is not None
    ]
    if len(took) < FEWEST_MATCHES:
        return WaitingTime(None, len(took))
    return WaitingTime(round(median(took)), len(took))


def _days(asked: date, met: date | None, started: date | None) -> int | None:
    """Days until the first of both; a match written down afterwards says nothing about waiting."""
    first = min(day for day in (met, started) if day is not None)
    return (first - asked).days if first >= asked else None


def find_participants(actor: Actor, text: str) -> list[ParticipantProfile]:
    """Participants for whom the actor may write a wish, whose name holds all these words."""
    profiles = policies.participants_for(actor).select_related("person")
    for word in words(text):
        profiles = profiles.filter(sort_name__contains=word)
    return list(profiles.order_by("sort_name", "id")[:FOUND_AT_MOST])


def get_participant(actor: Actor, person_id: UUID) -> ParticipantProfile | None:
    """One participant for whom the actor may write a wish, or None."""
    return (
        policies.participants_for(actor)
        .select_related("person")
        .filter(person_id=person_id)
        .first()
    )


def active_programmes(actor: Actor) -> QuerySet[Programme]:
    """The programmes of the organisation in which people are matched, by name."""
    return Programme.objects.filter(
        organisation_id=actor.organisation_id, status=Programme.Status.ACTIVE
    )


def programmes_with_requests(actor: Actor) -> list[tuple[str, str]]:
    """(id, name) of every programme of the organisation, for the filter of the list."""
    rows = Programme.objects.filter(organisation_id=actor.organisation_id).values_list("id", "name")
    return [(str(programme_id), name) for programme_id, name in rows]
