"""Who reads a signal, and round whom it goes (pure; S0-54, spec/law 1.10 and 2.4).

A signal on the safeguarding path is read by the contact persons and by who stands in for one of them while they
are away; on the daily path also by the coordinator. Nobody reads a signal that is about themselves, in which
they are meant, or which they told themselves. When nobody of the first circle is left, it goes one circle
further: the board, then the coordinators, then who administers. It is never nobody's as long as somebody is left.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from naast.signals.states import Path


@dataclass(frozen=True, slots=True, order=True)
class Colleague:
    """Somebody with a function here: their membership, and the person they are."""

    membership_id: UUID
    person_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class House:
    """Who holds which function today. `stands_in`: the membership of who is away → who is there for them."""

    contacts: tuple[Colleague, ...] = ()
    coordinators: tuple[Colleague, ...] = ()
    board: tuple[Colleague, ...] = ()
    administrators: tuple[Colleague, ...] = ()
    stands_in: Mapping[UUID, Colleague] = field(default_factory=dict)

    def with_deputies(self, holders: Iterable[Colleague]) -> tuple[Colleague, ...]:
        """These, and who stands in for one of them today; each once."""
        there = list(holders)
        there += [self.stands_in[each.membership_id] for each in there if self._is_away(each)]
        return tuple(dict.fromkeys(there))

    def _is_away(self, each: Colleague) -> bool:
        return each.membership_id in self.stands_in

    def circles(self, path: str) -> tuple[tuple[Colleague, ...], ...]:
        """Who reads first, and who reads only when nobody before them is left."""
        contacts = self.with_deputies(self.contacts)
        if path == Path.DAILY:
            daily = tuple(dict.fromkeys((*self.with_deputies(self.coordinators), *contacts)))
            return (daily, self.board, self.administrators)
        return (contacts, self.board, self.coordinators, self.administrators)


@dataclass(frozen=True, slots=True)
class Facts:
    """What of a signal decides who reads it. `about_id`, `reporter_id` and `pair` (the two of its match) are persons,
    the rest memberships; `led_by_id` is the coordinator of its programme."""

    path: str
    about_id: UUID | None = None
    reporter_id: UUID | None = None
    colleague_id: UUID | None = None
    led_by_id: UUID | None = None
    pair: tuple[UUID, ...] = ()

    @property
    def effective_path(self) -> str:
        """A signal about somebody who works here is never read by their peers: only on the safeguarding path."""
        return Path.SAFEGUARDING if self.colleague_id is not None else self.path

    def concerns(self, who: Colleague) -> bool:
        """Whether it is about this colleague or their own match, means them, or was told by them. What a colleague
        wrote down for somebody else is not theirs."""
        people = (self.about_id, self.reporter_id, *self.pair)
        as_person = who.person_id is not None and who.person_id in people
        return as_person or self.colleague_id == who.membership_id


def readers(house: House, facts: Facts) -> tuple[Colleague, ...]:
    """Everybody who reads this signal today. Empty only when everybody with a function is in it themselves."""
    for circle in house.circles(facts.effective_path):
        free = tuple(each for each in circle if not facts.concerns(each))
        if free:
            return _of_the_programme(house, facts, free)
    return ()


def next_in_line(house: House, facts: Facts) -> tuple[Colleague, ...]:
    """Who hears that something waits when no reader opens it: the first circle further. They don’t read it."""
    reading = readers(house, facts)
    further = [
        tuple(each for each in circle if not facts.concerns(each) and each not in reading)
        for circle in house.circles(facts.effective_path)
    ]
    return next((circle for circle in further if circle), ())


def _of_the_programme(
    house: House, facts: Facts, free: tuple[Colleague, ...]
) -> tuple[Colleague, ...]:
    """On the daily path the coordinator of the programme, and not the others, as long as they are there and it
    is not about them; and always the contact persons."""
    if facts.effective_path != Path.DAILY:
        return free
    leading = next((each for each in house.coordinators if leads(each, facts)), None)
    if leading is None or facts.concerns(leading):
        return free
    kept = {*house.with_deputies((leading,)), *house.with_deputies(house.contacts)}
    return tuple(each for each in free if each in kept)


def leads(who: Colleague, facts: Facts) -> bool:
    """Whether this is the coordinator of the programme it is about."""
    return facts.led_by_id is not None and who.membership_id == facts.led_by_id


def goes_round(house: House, facts: Facts) -> bool:
    """Whether somebody who would read it first is passed by, so that the page can say so."""
    first = house.circles(facts.effective_path)[0]
    return not first or any(facts.concerns(each) for each in first)
