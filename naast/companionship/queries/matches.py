"""Reads about matches: the list, the page of one, the two people's own views."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Max, Q, QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from naast.accounts.models import User
from naast.companionship.models import (
    DistanceTime,
    FirstMeeting,
    Match,
    MatchStep,
    Milestone,
    Visit,
)
from naast.companionship.policies import matches as policies
from naast.companionship.policies import visits as visit_policies
from naast.companionship.queries.agreed import Agreed, agreed_of, distance_on
from naast.companionship.queries.backing import Condition, conditions
from naast.companionship.states import (
    ASKING_STATES,
    MATCH,
    OPEN_STATES,
    TAKEN,
    EndReason,
    Initiative,
    MatchState,
    Noted,
)
from naast.core.states import Step
from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Membership
from naast.organisations.queries import colleagues
from naast.people.models import Person
from naast.programmes.models import OnCallLine, Programme, Task

VISITS_SHOWN = 10
STEPS_SHOWN = 40
# Rows on the card of one person.
ON_A_CARD = 20
# Tasks that somebody beside the professional may do.
OURS = (Task.Who.VOLUNTEER, Task.Who.TOGETHER, Task.Who.AFTER_CONSULTING)
# Talks with the other one are not announced to this side.
NOT_FOR = {
    "volunteer": (Milestone.Kind.TALK_PARTICIPANT,),
    "participant": (Milestone.Kind.TALK_VOLUNTEER,),
}
WAY = (
    MatchState.PROPOSED,
    MatchState.VOLUNTEER_YES,
    MatchState.BOTH_YES,
    MatchState.MEETING_PLANNED,
    MatchState.TRIAL,
    MatchState.RUNNING,
    MatchState.ENDED,
)
# Where the others stand on the way.
BESIDE_THE_WAY = {
    MatchState.PAUSED: MatchState.RUNNING,
    MatchState.WINDING_DOWN: MatchState.RUNNING,
}


def with_people(matches: QuerySet[Match]) -> QuerySet[Match]:
    """The two people, programme and colleagues of each match in the same query."""
    return matches.select_related(
        "request",
        "participant",
        "volunteer",
        "programme__coordinator__user",
        "coach__user",
        "fallback__user",
        "professional__user",
        "volunteer_contact__user",
        "participant_contact__user",
        "first_meeting__briefed_by__user",
    )


@dataclass(frozen=True, slots=True)
class Filters:
    """What the list is narrowed to; empty is everything that is open."""

    state: str = ""
    programme: UUID | None = None
    coach: UUID | None = None


def listed(actor: Actor, filters: Filters) -> QuerySet[Match]:
    """The matches of the list, with what a line shows."""
    matches = policies.visible_to(actor).select_related(
        "participant", "volunteer", "programme", "coach__user"
    )
    if filters.state == "all":
        pass
    elif filters.state:
        matches = matches.filter(state=filters.state)
    else:
        matches = matches.filter(state__in=OPEN_STATES)
    if filters.programme:
        matches = matches.filter(programme_id=filters.programme)
    if filters.coach:
        matches = matches.filter(coach_id=filters.coach)
    return matches


def programmes_of(actor: Actor) -> QuerySet[Programme]:
    """The programmes in which there can be matches, for the filter."""
    return Programme.objects.filter(organisation_id=actor.organisation_id)


def coaches_of(actor: Actor) -> QuerySet[Membership]:
    """Colleagues who may coach or look after a match."""
    return colleagues(actor, Function.COORDINATOR, Function.COACH)


def professionals_of(actor: Actor) -> QuerySet[Membership]:
    """Colleagues who may carry final responsibility or answer when it is needed."""
    return colleagues(actor, Function.PROFESSIONAL, Function.COORDINATOR, Function.COACH)


def get_match(actor: Actor, match_id: UUID) -> Match:
    """A match this actor may see, with its people. Raises Match.DoesNotExist."""
    return with_people(policies.visible_to(actor)).get(pk=match_id)


@dataclass(frozen=True, slots=True)
class Done:
    """One activity: among the agreed ones or not, and how often it was told of."""

    name: str
    times: int
    is_agreed: bool


@dataclass(frozen=True, slots=True)
class MatchPage:
    """Everything a coordinator reads about one match."""

    match: Match
    meeting: FirstMeeting | None
    conditions: list[Condition]
    milestones: list[Milestone]
    visits: list[Visit]
    visit_count: int
    activities: list[Done]
    history: list[tuple[datetime, str]]
    wish: MatchStep | None
    on_call: list[OnCallLine]
    next_steps: list[Step]
    agreed: Agreed


def match_page(actor: Actor, match: Match) -> MatchPage:
    """Read the page of one match; the number of queries does not depend on the rows."""
    steps = list(match.steps.order_by("-id")[:STEPS_SHOWN])
    visits = visit_policies.visible_to(actor).filter(match=match)
    return MatchPage(
        match=match,
        meeting=getattr(match, "first_meeting", None),
        conditions=conditions(match) if match.state in ASKING_STATES else [],
        milestones=list(match.milestones.all()),
        visits=list(visits.prefetch_related("tasks")[:VISITS_SHOWN]),
        visit_count=visits.count(),
        activities=activities(match),
        history=_history(steps),
        wish=open_wish(steps),
        on_call=list(OnCallLine.objects.filter(programme_id=match.programme_id)),
        next_steps=MATCH.open_from(match.state),
        agreed=agreed_of(match),
    )


def activities(match: Match) -> list[Done]:
    """What was agreed beside what was told of; what was not agreed is counted too (S1-89)."""
    told = Count("visits", filter=Q(visits__match=match), distinct=True)
    tasks = Task.objects.filter(programme_id=match.programme_id).annotate(times=told)
    agreed = [
        Done(task.name, task.times, is_agreed=task.who in OURS)
        for task in tasks
        if task.who in OURS or task.times
    ]
    others = (
        match.visits.exclude(other_activity="")
        .order_by()
        .values("other_activity")
        .annotate(times=Count("id"), last=Max("visited_on"))
        .order_by("-last")[:VISITS_SHOWN]
    )
    return agreed + [Done(row["other_activity"], row["times"], is_agreed=False) for row in others]


def _history(steps: list[MatchStep]) -> list[tuple[datetime, str]]:
    """Each line with its words, who wrote it down and their note, newest first."""
    users = {step.user_id for step in steps if step.user_id}
    names = dict(User.objects.filter(pk__in=users).values_list("pk", "name"))
    words: dict[str, Text] = {**TAKEN, **{noted.value: noted.label for noted in Noted}}
    lines = []
    for step in steps:
        sentence = str(words.get(step.name, step.name))
        if step.user_id in names:
            sentence += f" · {names[step.user_id]}"
        lines.append((step.created_at, f"{sentence}: {step.note}" if step.note else sentence))
    return lines


def how_it_ended(match: Match) -> list[tuple[Text, Any]]:
    """Why and on whose initiative, the closing talk, and what they agreed for afterwards (S2-9)."""
    if match.state != MatchState.ENDED:
        return []
    reasons, initiatives = dict(EndReason.choices), dict(Initiative.choices)
    return [
        (_("Ended on"), _day(match.ended_on)),
        (_("Why"), reasons.get(match.end_reason, match.end_reason)),
        (_("On whose initiative"), initiatives.get(match.end_initiative, match.end_initiative)),
        (_("Closing talk"), _day(match.closing_talk_on)),
        (_("For afterwards"), match.stay_in_touch),
    ]


def _day(day: date | None) -> str:
    return date_format(day, "j F Y") if day else ""


def rather_by_phone(match: Match) -> list[str]:
    """First names of the two who have no account or would rather be phoned: nothing reaches them here."""
    return [
        person.first_name
        for person in (match.volunteer, match.participant)
        if person.user_id is None or person.prefers_paper
    ]


def open_wish(steps: list[MatchStep]) -> MatchStep | None:
    """The wish of the participant to stop or change that nobody spoke about yet (newest first)."""
    for step in steps:
        if step.name == Noted.TALKED:
            return None
        if step.name in (Noted.ASKED_TO_STOP, Noted.ASKED_FOR_OTHER):
            return step
    return None


def way_of(match: Match) -> list[tuple[Text, str]]:
    """The stages of the way: behind us, where we are, still to come."""
    if match.state == MatchState.NOT_STARTED:
        return []
    here = BESIDE_THE_WAY.get(MatchState(match.state), MatchState(match.state))
    place = WAY.index(here)
    stages: list[tuple[Text, str]] = []
    for index, state in enumerate(WAY):
        label = MatchState(match.state).label if index == place else state.label
        stages.append((label, "done" if index < place else "current" if index == place else "todo"))
    return stages


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to turn to: what they are here, who it is, and how to reach them."""

    role: Text
    name: str
    phone: str = ""
    email: str = ""


def contacts_of_volunteer(match: Match) -> list[Contact]:
    """To whom the volunteer turns (S1-199): named for this, otherwise the coach or coordinator."""
    first = match.volunteer_contact or match.coach or match.programme.coordinator
    return _contacts(
        [
            (_("Your first contact"), first),
            (_("Fallback"), match.fallback),
            (_("Professional with final responsibility"), match.professional),
        ]
    )


def contacts_of_participant(match: Match) -> list[Contact]:
    """To whom the participant turns (S1-199): named for this, otherwise their professional."""
    first = match.participant_contact or match.professional or match.coach
    return _contacts([(_("Your contact"), first), (_("Coach of the volunteer"), match.coach)])


def _contacts(named: list[tuple[str, Membership | None]]) -> list[Contact]:
    """Each colleague once, with their first role and how to reach them; one query."""
    roles: dict[UUID, tuple[str, Membership]] = {}
    for role, membership in named:
        if membership is not None:
            roles.setdefault(membership.pk, (role, membership))
    people = [membership.person_id for _role, membership in roles.values() if membership.person_id]
    phones = dict(Person.objects.filter(pk__in=people).values_list("pk", "phone"))
    return [
        Contact(
            role,
            membership.user.name,
            phone=phones.get(membership.person_id, "") if membership.person_id else "",
            email=membership.user.email,
        )
        for role, membership in roles.values()
    ]


@dataclass(frozen=True, slots=True)
class OwnMatch:
    """What one of the two sees of their match."""

    match: Match
    contacts: list[Contact]
    on_call: list[OnCallLine]
    done_together: list[Task]
    never: list[str]
    next_milestone: Milestone | None
    meeting: FirstMeeting | None
    wish: MatchStep | None
    last_cancelled: MatchStep | None
    agreed: Agreed
    distance: DistanceTime | None


def own_match(match: Match, *, side: str, day: date) -> OwnMatch:
    """The match as the volunteer, the participant or a professional sees it: no notes of others."""
    contacts = contacts_of_volunteer if side != "participant" else contacts_of_participant
    steps = list(match.steps.order_by("-id")[:STEPS_SHOWN])
    tasks = list(Task.objects.filter(programme_id=match.programme_id))
    coming = match.milestones.filter(done_on__isnull=True, due_on__gte=day)
    next_one = coming.exclude(kind__in=NOT_FOR.get(side, ())).first()
    cancelled = next((step for step in steps if step.name == Noted.CANNOT_COME), None)
    return OwnMatch(
        match=match,
        contacts=contacts(match),
        on_call=list(OnCallLine.objects.filter(programme_id=match.programme_id)),
        done_together=[task for task in tasks if task.who in OURS],
        never=[task.name for task in tasks if task.who not in OURS] + match.programme.not_done,
        next_milestone=next_one,
        meeting=getattr(match, "first_meeting", None),
        wish=open_wish(steps),
        last_cancelled=cancelled,
        agreed=agreed_of(match),
        distance=distance_on(match, day),
    )


@dataclass(frozen=True, slots=True)
class Asked:
    """All that somebody learns before they said yes: a first name, the programme, what was shared."""

    first_name: str
    programme: str
    purpose: str
    shared: str
    rhythm: int | None
    coordinator: Contact | None


def asked(match: Match, *, side: str) -> Asked:
    """What the answer page shows to one side. Nothing of the file, no family name, no address."""
    other = match.participant if side == "volunteer" else match.volunteer
    return Asked(
        first_name=other.first_name,
        programme=match.programme.name,
        purpose=match.programme.purpose,
        shared=match.shared_with_volunteer if side == "volunteer" else "",
        rhythm=match.rhythm,
        coordinator=next(iter(_contacts([("", match.coach or match.programme.coordinator)])), None),
    )


def of_person(actor: Actor, person_id: UUID, *, as_volunteer: bool) -> list[Match]:
    """The matches of one person for their card, the open ones first, newest first."""
    side = {"volunteer_id": person_id} if as_volunteer else {"participant_id": person_id}
    matches = policies.visible_to(actor).filter(**side)
    shown = matches.select_related("participant", "volunteer", "programme", "coach__user")
    return sorted(
        shown.order_by("-state_since")[:ON_A_CARD], key=lambda match: match.state not in OPEN_STATES
    )
