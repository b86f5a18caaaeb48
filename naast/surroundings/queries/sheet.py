"""A participant's own page: what matters, in one place, on screen and on paper (S1-199, S2-14)."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from naast.companionship.models import Goal, Match
from naast.companionship.queries.matches import Contact, contacts_of_participant, with_people
from naast.companionship.states import LIVING_STATES
from naast.people.models import Person
from naast.programmes.models import Task
from naast.surroundings.queries.around import WhoDoesWhat, who_does_what

MOST = 5


@dataclass(frozen=True, slots=True)
class Beside:
    """Who stands beside the participant, whom they call about it, and what they may expect and what not."""

    match: Match
    contacts: list[Contact]

    @property
    def does(self) -> list[str]:
        """What the volunteer does, by themselves or together."""
        return self._tasks(Task.Who.VOLUNTEER, Task.Who.TOGETHER)

    @property
    def not_done(self) -> list[str]:
        """What is never asked of the volunteer, in the words of the programme."""
        words = [*self.match.programme.not_done, *self._tasks(Task.Who.NEVER)]
        return list(dict.fromkeys(words))

    def _tasks(self, *who: str) -> list[str]:
        return [task.name for task in self.match.programme.tasks.all() if task.who in who]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything on a participant's own page."""

    person: Person
    beside: list[Beside]
    goals: list[Goal]
    around: WhoDoesWhat


def beside_of(person: Person) -> list[Beside]:
    """The living matches of a participant with the two names to call; two queries and one for each match."""
    living = person.matches_as_participant.filter(state__in=LIVING_STATES)
    tasks = Prefetch("programme__tasks", Task.objects.order_by("position", "id"))
    matches = with_people(living).prefetch_related(tasks).order_by("started_on", "id")[:MOST]
    return [Beside(match, contacts_of_participant(match)) for match in matches]


def sheet_of(person: Person, *, today: date) -> Sheet:
    """The page of one participant; the number of queries grows only with the people beside them."""
    goals = Goal.objects.filter(request__participant=person).order_by("-id")
    return Sheet(
        person=person,
        beside=beside_of(person),
        goals=list(goals[:MOST]),
        around=who_does_what(person, today=today),
    )
