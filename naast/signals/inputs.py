"""What the services of raising take in."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from naast.companionship.models import Match
from naast.organisations.models import Membership


class Who(StrEnum):
    """Who noticed it, when a colleague writes it down."""

    ME = "me"  # The colleague, about this person.
    PERSON = "person"  # This person, who phoned or told it.
    FAMILY = "family"  # Somebody around this person, who has no row of their own.


@dataclass(frozen=True, slots=True, kw_only=True)
class Noticed:
    """One thing that was noticed: three short answers and a kind; everything else may stay empty.

    `level` is how soon it asks for somebody (states.Level); NOW means danger. `match` is one of the reporter's own;
    `colleague` when it is about somebody who works here. `client_key` comes from the phone, so that what is sent
    twice is stored once.
    """

    kind: str
    seen_on: date
    level: int
    saw: str = ""
    aspect: str = ""
    told_to_me: str = ""
    thinks: str = ""
    goes_well: str = ""
    who_knows: str = ""
    wants: str = ""
    person_knows: str = ""
    may_name: bool = False
    only_contact_person: bool = False
    match: Match | None = None
    colleague: Membership | None = None
    client_key: UUID | None = None
