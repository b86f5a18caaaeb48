"""Confidential notes of coordinators about one volunteer (S1-221)."""

from naast.organisations.actors import Actor
from naast.people.models import Audience, Note, Person
from naast.people.policies import notes_visible_to

MOST = 30


def secret_notes(actor: Actor, person: Person) -> list[Note]:
    """The newest ones; for coordinators."""
    notes = notes_visible_to(actor).filter(person=person, audience=Audience.COORDINATOR)
    return list(notes.select_related("author__user").order_by("-id")[:MOST])
