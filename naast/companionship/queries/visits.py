"""Reads about visits: what was told, what may be known by others."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from naast.companionship.models import Match, QuietQuestion, Visit
from naast.companionship.policies import matches as match_policies
from naast.companionship.policies import visits as policies
from naast.companionship.queries.matches import OURS
from naast.companionship.states import LIVING_STATES, MatchState
from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.programmes.models import Task

SHOWN = 12


@dataclass(frozen=True, slots=True)
class SharedVisit:
    """What the participant and the professional see of a visit: the day and the way."""

    visited_on: date
    mode: Text


def shared_visits(actor: Actor, match: Match) -> list[SharedVisit]:
    """The last visits as both may see them; no words are even read from the database."""
    rows = policies.dates_visible_to(actor).filter(match=match).values_list("visited_on", "mode")
    return [SharedVisit(day, Visit.Mode(mode).label) for day, mode in rows[:SHOWN]]


def own_visits(actor: Actor, match: Match) -> list[Visit]:
    """What was told of this match by the volunteer, for themselves."""
    return list(policies.visible_to(actor).filter(match=match)[:SHOWN])


def loggable(actor: Actor) -> QuerySet[Match]:
    """The matches of which the actor can tell a visit, by first name of the other."""
    matches = match_policies.own_as_volunteer(actor)
    return matches.select_related("participant", "programme", "professional__user").order_by(
        "participant__given_name", "pk"
    )


def loggable_by_coordinator(actor: Actor, match_id: UUID) -> QuerySet[Match]:
    """One living match of which a coordinator tells on behalf of the volunteer."""
    if not actor.is_coordinator:
        return Match.objects.none()
    matches = match_policies.visible_to(actor).filter(pk=match_id, state__in=LIVING_STATES)
    return matches.select_related("participant", "volunteer", "programme", "professional__user")


def cancellable(actor: Actor) -> QuerySet[Match]:
    """The matches in which the actor can say «I can't come», the first meeting included."""
    own = match_policies.as_volunteer(actor)
    if own is None:
        return Match.objects.none()
    states = (*LIVING_STATES, MatchState.MEETING_PLANNED)
    matches = Match.objects.filter(own, organisation_id=actor.organisation_id, state__in=states)
    return matches.select_related("participant", "programme").order_by(
        "participant__given_name", "pk"
    )


def activities_for(match: Match) -> QuerySet[Task]:
    """The agreed activities to tick; the rest goes under «something else»."""
    return Task.objects.filter(programme_id=match.programme_id, who__in=OURS)


def get_visit(actor: Actor, visit_id: UUID) -> Visit:
    """A visit whose words the actor may read. Raises Visit.DoesNotExist."""
    return (
        policies.visible_to(actor)
        .select_related("match__participant", "match__programme", "match__volunteer")
        .get(pk=visit_id)
    )


def get_question(actor: Actor, question_id: UUID) -> QuietQuestion:
    """A friendly question put to this volunteer. Raises QuietQuestion.DoesNotExist."""
    return (
        policies.quiet_questions_of(actor).select_related("match__participant").get(pk=question_id)
    )


@dataclass(frozen=True, slots=True)
class DayWith:
    """One visit on a participant's file: when, how, and who came."""

    visited_on: date
    mode: Text
    volunteer: str


def dates_with(actor: Actor, participant_id: UUID) -> list[DayWith]:
    """The last visits to a participant: days only, whoever the volunteer was."""
    rows = (
        policies.dates_visible_to(actor)
        .filter(match__participant_id=participant_id)
        .values_list("visited_on", "mode", "match__volunteer__given_name")[:SHOWN]
    )
    return [DayWith(day, Visit.Mode(mode).label, name) for day, mode, name in rows]
