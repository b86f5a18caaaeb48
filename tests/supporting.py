"""Rows of support, for tests: Bea with a plan, talks and check-ins, as short as a test needs."""

from datetime import date, timedelta
from typing import Any

from naast.companionship.models import Match, MatchState
from naast.core import clock
from naast.organisations.models import Function, Membership
from naast.people.models import Person
from naast.programmes.models import Task
from naast.support.models import Action, CheckIn, Guidance, Plan, Talk
from naast.support.services.plans import lock_plan_of
from tests.companionship.pair import pair, person_of
from tests.conftest import Cast
from tests.factories import VolunteerFactory, member


def today(days: int = 0) -> date:
    """The day, so many days on."""
    return clock.today() + timedelta(days=days)


def bea_of(cast: Cast) -> Person:
    """Bea."""
    return person_of(cast.bea)


def running(cast: Cast, **fields: Any) -> Match:
    """Bea and Piet, beside each other."""
    return pair(cast, MatchState.RUNNING, **fields)


def plan_for(person: Person, **fields: Any) -> Plan:
    """A plan as the house keeps it, with other days when asked."""
    plan = lock_plan_of(person)
    Plan.objects.filter(pk=plan.pk).update(**fields)
    return Plan.objects.select_related("person").get(pk=plan.pk)


def volunteers(cast: Cast, number: int) -> list[Person]:
    """More volunteers here."""
    made = [
        VolunteerFactory(organisation=cast.here, person__user=None, since_on=today(-400))
        for _each in range(number)
    ]
    return [profile.person for profile in made]


def coach_of(cast: Cast, match: Match | None = None) -> Membership:
    """A coach, of this match when one is given."""
    coach = member(cast.here, Function.COACH, name="Coach van Bea")
    if match is not None:
        match.coach = coach
        match.save(update_fields=["coach"])
    return coach


def talk_for(cast: Cast, **fields: Any) -> Talk:
    """A talk with Bea, planned for today."""
    values = {
        "organisation": cast.here,
        "person": bea_of(cast),
        "kind": "open",
        "planned_on": today(),
        "led_by": cast.amal,
    }
    return Talk.objects.create(**(values | fields))


def action_for(talk: Talk, **fields: Any) -> Action:
    """Something agreed in a talk."""
    values = {
        "organisation_id": talk.organisation_id,
        "talk": talk,
        "person_id": talk.person_id,
        "who": "us",
        "what": "Sleutel regelen",
        "due_on": today(7),
    }
    return Action.objects.create(**(values | fields))


def check_in_for(person: Person, **fields: Any) -> CheckIn:
    """A check-in that was answered."""
    values = {
        "organisation_id": person.organisation_id,
        "person": person,
        "asked_on": today(-60),
        "due_on": today(-53),
        "answered_on": today(-55),
        "how": "own",
        "enjoys": "yes",
    }
    return CheckIn.objects.create(**(values | fields))


def task_of(match: Match) -> Task:
    """The task of the volunteer in the programme of a match."""
    task = match.programme.tasks.first()
    if task is None:
        raise LookupError(match.programme_id)
    return task


def guidance_for(match: Match, **fields: Any) -> Guidance:
    """How the volunteer of a match is guided in a task."""
    values = {
        "organisation_id": match.organisation_id,
        "person": match.volunteer,
        "task": task_of(match),
        "can": "almost",
        "dares": "yes",
        "style": "along",
        "from_on": today(-10),
        "set_by": match.coach,
    }
    return Guidance.objects.create(**(values | fields))
