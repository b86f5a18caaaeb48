"""A short way to what one volunteer carries."""

from naast.capacity.queries.facts import carried_by
from naast.capacity.weighing import Carried
from naast.core import clock
from naast.people.models import Person


def carried_of(person: Person) -> Carried:
    """What this volunteer carries today."""
    found = carried_by(person.organisation_id, [person.pk], today=clock.today())
    return found[person.pk]
