"""Rows of tasks that shift, for tests."""

from typing import Any

import factory
from factory.django import DjangoModelFactory

from naast.companionship.models import Match, MatchState
from naast.companionship.services.visits import Told, log_visit
from naast.core import clock
from naast.organisations.actors import Actor
from naast.programmes.models import Programme
from naast.shifting.inputs import Answers
from naast.shifting.models import PlaceCheck, StaffTask, TaskShift, TeamTalk
from naast.shifting.words import key_of
from tests.conftest import Cast
from tests.factories import MatchFactory, ProgrammeFactory, RequestFactory

ANSWERS: dict[str, str] = {
    "safety": "Het strijkijzer slaat zelf af.",
    "burden": "Een half uur per bezoek, meer niet.",
    "roles": "Piet vouwt mee; de thuishulp doet de rest.",
    "time": "yes",
    "skill": "shown",
    "wish": "yes",
    "connects": "Bea houdt van orde.",
    "best": "volunteer",
    "best_why": "Samen strijken is een moment om te praten.",
}


def answers(**changes: str) -> Answers:
    """Three questions answered, and it fits; with these changes."""
    return Answers(**{**ANSWERS, **changes})


def pair(cast: Cast, **fields: Any) -> Match:
    """Bea beside Piet, with Nele who answers for it."""
    programme = fields.pop("programme", None) or ProgrammeFactory(organisation=cast.here)
    request = RequestFactory(
        organisation=cast.here,
        programme=programme,
        participant_id=cast.person_id("piet"),
        participant=None,
    )
    values: dict[str, Any] = {
        "organisation": cast.here,
        "programme": programme,
        "request": request,
        "volunteer": None,
        "volunteer_id": cast.person_id("bea"),
        "participant": None,
        "participant_id": cast.person_id("piet"),
        "professional": cast.nele,
        "coach": cast.amal,
        "state": MatchState.RUNNING,
    }
    made: Match = MatchFactory(**{**values, **fields})
    return made


def tell(actor: Actor, match: Match, what: str, **fields: Any) -> None:
    """The volunteer tells of something outside the package."""
    told = Told(visited_on=fields.pop("visited_on", clock.today()), other_activity=what, **fields)
    log_visit(actor=actor, match_id=match.pk, told=told)


class ShiftFactory(DjangoModelFactory[TaskShift]):
    class Meta:
        model = TaskShift

    match = factory.SubFactory(MatchFactory)
    organisation = factory.SelfAttribute("match.organisation")
    words = "Strijken"
    key = factory.LazyAttribute(lambda it: key_of(it.words))
    state_since = factory.LazyFunction(clock.now)
    first_on = factory.LazyFunction(clock.today)
    last_on = factory.LazyFunction(clock.today)


class PlaceCheckFactory(DjangoModelFactory[PlaceCheck]):
    class Meta:
        model = PlaceCheck

    programme = factory.SubFactory(ProgrammeFactory)
    organisation = factory.SelfAttribute("programme.organisation")
    task = factory.LazyAttribute(lambda it: it.programme.tasks.get())
    task_name = factory.LazyAttribute(lambda it: it.task.name)
    before = PlaceCheck.Before.NO
    what_it_adds = "Tijd om te wandelen."
    asked_on = factory.LazyFunction(clock.today)


class StaffTaskFactory(DjangoModelFactory[StaffTask]):
    class Meta:
        model = StaffTask

    programme = factory.SubFactory(ProgrammeFactory)
    organisation = factory.SelfAttribute("programme.organisation")
    name = "Samen wandelen"
    key = factory.LazyAttribute(lambda it: key_of(it.name))
    kind = "relational"


class TeamTalkFactory(DjangoModelFactory[TeamTalk]):
    class Meta:
        model = TeamTalk

    programme = factory.SubFactory(ProgrammeFactory)
    organisation = factory.SelfAttribute("programme.organisation")
    talked_on = factory.LazyFunction(clock.today)
    with_whom = "Het team van de afdeling"
    agreed = "De beroepskrachten wandelen ook zelf."


def task_of(programme: Programme, name: str, **values: Any) -> Any:
    """One more task of a programme."""
    fields = {"who": "volunteer", **values}
    return programme.tasks.create(organisation=programme.organisation, name=name, **fields)
