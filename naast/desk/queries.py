"""Reads for the homes: each composed from what the rooms allow this actor to see."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _

from naast.agreements.queries.copies import waiting_for as papers_waiting_for
from naast.agreements.queries.steps import on_my_home
from naast.companionship.models import Match, MatchState, Milestone
from naast.companionship.models.match import LIVING_STATES
from naast.companionship.policies import matches as match_policies
from naast.companionship.policies import requests as request_policies
from naast.core import clock
from naast.intervision.models import Evening
from naast.intervision.queries.evenings import coming_for
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Membership
from naast.organisations.queries import colleagues
from naast.people.models import Person
from naast.programmes.models import Task
from naast.programmes.preparing import my_steps

ASKED_OF_A_VOLUNTEER = (MatchState.PROPOSED,)
ASKED_OF_A_PARTICIPANT = (MatchState.VOLUNTEER_YES,)
MOST = 50
EVENING_NEAR, EVENING_PLANNED = timedelta(days=10), timedelta(days=60)


@dataclass(frozen=True, slots=True)
class VolunteerHome:
    """What a volunteer sees below the five buttons."""

    to_answer: list[Match]
    living: list[Match]
    planned: list[Match]
    coming: list[Milestone]
    quiet: list[Any]
    # Whether something agreed after a talk is there to read, and waits for how the volunteer sees it.
    has_talked: bool
    asks_my_view: bool
    # How many things one has to do oneself before a start, or before they end.
    own_steps: int
    # The next evening of my group, when it is near.
    evening: Evening | None
    # How many papers ask something of them: to sign, to read, to read again.
    papers: int


def volunteer_home(actor: Actor, *, today: date) -> VolunteerHome:
    """Questions that wait for an answer, what comes next, and the people beside whom one stands."""
    mine = list(
        match_policies.visible_to(actor)
        .filter(volunteer_id=actor.person_id)
        .select_related("participant", "programme", "first_meeting")
        .prefetch_related(
            Prefetch("milestones", Milestone.objects.filter(done_on=None, due_on__gte=today)),
            "quiet_questions",
        )
        .order_by("state_since")[:MOST]
    )
    living = [match for match in mine if match.state in LIVING_STATES]
    has_talked, asks_my_view = on_my_home(actor)
    return VolunteerHome(
        to_answer=[match for match in mine if match.state in ASKED_OF_A_VOLUNTEER],
        living=living,
        planned=[match for match in mine if match.state == MatchState.MEETING_PLANNED],
        coming=[milestone for match in living for milestone in match.milestones.all()[:1]],
        quiet=[
            question
            for match in living
            for question in list(match.quiet_questions.all())[:1]
            if not question.answer
        ],
        has_talked=has_talked,
        asks_my_view=asks_my_view,
        own_steps=my_steps(actor, today=today),
        evening=coming_for(actor, now=clock.now(), within=EVENING_NEAR),
        papers=papers_waiting_for(actor, today),
    )


@dataclass(frozen=True, slots=True)
class ParticipantHome:
    """What a participant sees first."""

    wishes: list[Any]
    to_answer: list[Match]
    living: list[Match]


def participant_home(actor: Actor) -> ParticipantHome:
    """My wishes, the question that waits for my answer, and who stands beside me."""
    mine = list(
        match_policies.visible_to(actor)
        .filter(participant_id=actor.person_id)
        .select_related(
            "volunteer",
            "programme",
            "participant_contact__user",
            "professional__user",
            "coach__user",
        )
        .order_by("state_since")[:MOST]
    )
    wishes = request_policies.visible_to(actor).filter(participant_id=actor.person_id)
    return ParticipantHome(
        wishes=list(wishes.select_related("programme").order_by("-asked_on")[:MOST]),
        to_answer=[match for match in mine if match.state in ASKED_OF_A_PARTICIPANT],
        living=[match for match in mine if match.state in LIVING_STATES],
    )


def professional_home(actor: Actor) -> dict[str, object]:
    """The actor's participants with the volunteers beside them, by programme, and what those do and
    don't."""
    matches = list(
        match_policies.visible_to(actor)
        .filter(
            state__in=LIVING_STATES, participant__participant__professional_id=actor.membership_id
        )
        .select_related("participant", "volunteer", "programme", "coach__user")
        .prefetch_related(Prefetch("programme__tasks", Task.objects.order_by("position", "id")))
        .order_by("participant__sort_name", "id")[:MOST]
    )
    participants = Person.objects.filter(
        organisation_id=actor.organisation_id, participant__professional_id=actor.membership_id
    ).order_by("sort_name", "id")
    beside = {match.participant_id for match in matches}
    programmes: dict[UUID, list[Match]] = {}
    for match in matches:
        programmes.setdefault(match.programme_id, []).append(match)
    return {
        "groups": [
            {
                "programme": beside_them[0].programme,
                "does": _tasks(beside_them[0], Task.Who.VOLUNTEER, Task.Who.TOGETHER),
                "never": _tasks(beside_them[0], Task.Who.NEVER, Task.Who.PROFESSIONAL),
                "rows": [(match, _whom_to_ask(match)) for match in beside_them],
            }
            for beside_them in programmes.values()
        ],
        "evening": coming_for(actor, now=clock.now(), within=EVENING_PLANNED),
        "alone": [person for person in participants[:MOST] if person.pk not in beside],
    }


def _whom_to_ask(match: Match) -> str:
    return match.coach.user.name if match.coach else _("the coordinator")


def _tasks(match: Match, *who: str) -> list[str]:
    return [task.name for task in match.programme.tasks.all() if task.who in who]


def coordinators(actor: Actor) -> QuerySet[Membership]:
    """Whom to ask, by name."""
    return colleagues(actor, Function.COORDINATOR)


def own_pages(actor: Actor) -> list[tuple[str, str]]:
    """Pages about oneself, as (label, address)."""
    if actor.person_id is None:
        return []
    return [
        (_("What is written about me, and who read it"), actor.url("people:about_me")),
        (_("What we promise, and how we kept it"), actor.url("agreements:my_promises")),
    ]
