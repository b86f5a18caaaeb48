"""Rows for tests of handling signals: a house with everybody in it who may ever read one."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from naast.core import clock
from naast.organisations.actors import Actor
from naast.organisations.models import Absence, Function, Membership, Organisation
from naast.signals.models import Signal
from naast.signals.states import Kind, Level, Path, State
from tests.conftest import Cast
from tests.factories import actor_of, member


@dataclass
class Office:
    """Sam and Cas are contact persons, Amal and Kim coordinate, Bob is on the board, Ada administers, Nele is a
    professional; Bea told it and it is about Piet."""

    cast: Cast
    here: Organisation
    sam: Membership
    cas: Membership
    kim: Membership
    bob: Membership
    ada: Membership
    members: dict[str, Membership] = field(default_factory=dict)

    def actor(self, name: str) -> Actor:
        """The actor of one of them."""
        return actor_of(self.members[name])

    def signal(self, **fields: Any) -> Signal:
        """A worry of Bea about Piet on the safeguarding path."""
        return make_signal(self.cast, **fields)


def make_office(cast: Cast, *, contacts: int = 2, board: bool = True) -> Office:
    """Everybody; with fewer contact persons, or without a board, where a test asks for it."""
    here = cast.here
    functions = {
        "sam": Function.SAFEGUARDING if contacts > 0 else Function.FINANCE,
        "cas": Function.SAFEGUARDING if contacts > 1 else Function.FINANCE,
        "kim": Function.COORDINATOR,
        "bob": Function.BOARD if board else Function.FINANCE,
        "ada": Function.ADMINISTRATOR,
    }
    made = {name: member(here, function, name=name.title()) for name, function in functions.items()}
    people = {name: getattr(cast, name) for name in ("amal", "bea", "nele", "piet", "chris")}
    return Office(
        cast=cast,
        here=here,
        sam=made["sam"],
        cas=made["cas"],
        kim=made["kim"],
        bob=made["bob"],
        ada=made["ada"],
        members=made | people,
    )


def make_signal(cast: Cast, **fields: Any) -> Signal:
    """A worry of Bea about Piet on the safeguarding path; every field may be given."""
    given: dict[str, Any] = {
        "organisation": cast.here,
        "kind": Kind.WORRY,
        "path": Path.SAFEGUARDING,
        "level": Level.CONSULT,
        "level_proposed": Level.CONSULT,
        "state": State.NEW,
        "state_since": clock.now(),
        "seen_on": clock.today(),
        "saw": "Een blauwe plek op de arm, dinsdag.",
    }
    if "reporter" not in fields:
        given["reporter_id"] = cast.person_id("bea")
    if "about" not in fields:
        given["about_id"] = cast.person_id("piet")
    return Signal.objects.create(**given | fields)


def away(who: Membership, deputy: Membership, *, until: date | None = None) -> Absence:
    """Somebody is away from yesterday until a day (tomorrow), and somebody stands in."""
    today = clock.today()
    return Absence.objects.create(
        organisation=who.organisation,
        membership=who,
        deputy=deputy,
        from_on=today - timedelta(days=10),
        until_on=until or today + timedelta(days=1),
    )
