"""For whom finance enters something from paper. Finance knows volunteers by name here, and nothing else of them."""

from uuid import UUID

from django.db.models import QuerySet

from naast.expenses.models import Claim, CostYear
from naast.expenses.policies import claims as policy
from naast.expenses.policies.mine import programmes_with
from naast.expenses.queries.years import beyond_now, declaration_of, held_in
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Organisation
from naast.people.models import Person
from naast.people.names import typed_words
from naast.people.queries.search import words_beginning
from naast.programmes.models import Programme
from naast.rates.queries.figures import figures_for

FOUND_AT_MOST = 20
# A person may have several words with the same beginning.
ROWS_A_PERSON = 3


def volunteers_for(actor: Actor) -> QuerySet[Person]:
    """The volunteers of this house, for finance alone; also who left, for what is still to be paid."""
    rows = Person.objects.filter(organisation_id=actor.organisation_id, erased_on__isnull=True)
    if not actor.has(Function.FINANCE):
        return rows.none()
    return rows.filter(volunteer__isnull=False)


def find_volunteers(actor: Actor, text: str) -> list[Person]:
    """Volunteers with all these beginnings of words, by name; 20 at most. Two queries."""
    typed = typed_words(text)
    if not typed or not actor.has(Function.FINANCE):
        return []
    rows = words_beginning(actor.organisation_id, typed)
    rows = rows.filter(person__volunteer__isnull=False)
    found = rows.order_by("word", "person_id").values_list("person_id", flat=True)
    ids = list(dict.fromkeys(found[: FOUND_AT_MOST * ROWS_A_PERSON]))[:FOUND_AT_MOST]
    people = volunteers_for(actor).filter(pk__in=ids).order_by()
    return sorted(people, key=lambda person: (person.sort_name, person.pk))


def get_volunteer(actor: Actor, person_id: UUID) -> Person | None:
    """One of them."""
    return volunteers_for(actor).filter(pk=person_id).first()


def programmes_of_volunteer(person: Person) -> QuerySet[Programme]:
    """The programmes somebody takes or took part in, by name."""
    return programmes_with(person.organisation_id, person.pk).order_by("name", "id")


def programmes_with_fixed(person: Person) -> QuerySet[Programme]:
    """Those of them that give a fixed amount."""
    return programmes_of_volunteer(person).filter(costs__pays_flat=True)


def latest_of(actor: Actor, person: Person, *, limit: int = 8) -> list[Claim]:
    """What was entered or claimed last, so that nobody types a paper twice."""
    rows = policy.visible_to(actor).filter(cost_year__person=person).select_related("cost_year")
    return list(rows.order_by("-id")[:limit])


def is_beyond(person: Person, organisation: Organisation, year: int) -> bool:
    """Whether something that was accepted in that year no longer fits, since another declaration came."""
    cost_year = CostYear.objects.filter(person=person, year=year).first()
    if cost_year is None:
        return False
    found = beyond_now(
        held_in(cost_year),
        cost_year,
        figures=figures_for(organisation),
        declaration=declaration_of(cost_year),
        born=person.birth_on,
    )
    return bool(found)
