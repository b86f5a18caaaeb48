"""How somebody is reached by a reminder: their account, their address, or neither."""

from typing import TypedDict

from naast.accounts.models import User
from naast.people.models import Person


class Reach(TypedDict):
    """What messaging.reminders.Reminding needs to know."""

    user: User | None
    address: str
    language: str


def reach_of(person: Person, *, language: str) -> Reach:
    """Account before address; nothing for who prefers paper or the phone: they stand on a list of the
    coordinator. Read the person with `select_related("user")`; `language` is that of the house."""
    if person.prefers_paper:
        return Reach(user=None, address="", language=language)
    return Reach(user=person.user, address="" if person.user else person.email, language=language)
