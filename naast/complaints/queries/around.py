"""Whom somebody may mean: the people around them, and volunteers of the house by name for who listens."""

from dataclasses import dataclass

from django.db.models import Q

from naast.companionship.models import Match
from naast.companionship.policies import matches as match_policies
from naast.complaints.policies import complaints as policies
from naast.complaints.states import About
from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.organisations.models import STAFF, Function, Membership
from naast.organisations.queries import colleagues
from naast.people.models import Person
from naast.people.names import typed_words
from naast.people.queries.search import words_beginning

PERSON, COLLEAGUE = "p", "m"
MOST_MATCHES, MOST_COLLEAGUES, MOST_FOUND, MOST_WORDS = 20, 60, 20, 60


@dataclass(frozen=True, slots=True)
class Somebody:
    """One of the people around somebody: `value` is «p:» or «m:» and an id."""

    value: str
    name: str
    about: About

    @property
    def as_what(self) -> Text:
        """A volunteer, a professional or a coordinator."""
        return self.about.label


def people_around(actor: Actor) -> list[Somebody]:
    """The volunteers and professionals beside this actor, and the coordinators. Two queries, and never a
    participant: a worry about them is a signal."""
    found: dict[str, Somebody] = {}
    for match in _own_matches(actor):
        if match.volunteer_id != actor.person_id:
            _add(found, PERSON, match.volunteer.pk, match.volunteer.name, About.VOLUNTEER)
        if match.professional is not None and match.professional_id != actor.membership_id:
            name = match.professional.user.name
            _add(found, COLLEAGUE, match.professional.pk, name, About.PROFESSIONAL)
    for member in colleagues(actor, Function.COORDINATOR)[:MOST_COLLEAGUES]:
        if member.pk != actor.membership_id:
            _add(found, COLLEAGUE, member.pk, member.user.name, About.COORDINATOR)
    return list(found.values())


def _own_matches(actor: Actor) -> list[Match]:
    own = Q(pk__in=[])
    if actor.person_id is not None:
        own |= Q(volunteer_id=actor.person_id) | Q(participant_id=actor.person_id)
    if actor.membership_id is not None:
        own |= Q(professional_id=actor.membership_id)
    rows = match_policies.visible_to(actor).filter(own)
    rows = rows.select_related("volunteer", "professional__user").order_by("-id")
    return list(rows[:MOST_MATCHES])


def _add(found: dict[str, Somebody], letter: str, pk: object, name: str, about: About) -> None:
    value = f"{letter}:{pk}"
    # Who coordinates and stands beside somebody as well is meant as what they are to this person.
    found.setdefault(value, Somebody(value, name, about))


def volunteers_named(actor: Actor, text: str) -> list[Person]:
    """Volunteers of the house with a word that begins so, for who listens; twenty at most. A mediator who reads no
    cards finds a name here, and nothing but the name."""
    typed = typed_words(text)
    if not typed or not actor.has(*policies.LISTENERS):
        return []
    found = words_beginning(actor.organisation_id, typed).filter(person__volunteer__isnull=False)
    ids = found.order_by("word", "person_id").values_list("person_id", flat=True)[:MOST_WORDS]
    people = Person.objects.filter(pk__in=list(dict.fromkeys(ids))[:MOST_FOUND])
    return sorted(people, key=lambda person: (person.sort_name, person.pk))


def staff_of(actor: Actor) -> list[Membership]:
    """Colleagues of the house by name, for the choice of the other side."""
    return list(colleagues(actor, *sorted(STAFF))[:MOST_COLLEAGUES])
