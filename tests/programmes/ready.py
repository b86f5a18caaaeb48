"""A programme with two conditions and somebody who takes part, for the tests of readiness."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from uuid import UUID

from naast.core import clock
from naast.people.models import Person
from naast.programmes import evidence
from naast.programmes.evidence import Asked, Evidence, Found
from naast.programmes.models import Engagement, EntryCondition, OnCallLine, Programme
from tests.companionship.wish import law_test
from tests.conftest import Cast
from tests.factories import EngagementFactory, ProgrammeFactory

REASON = "De coach gaat de eerste keren mee."


def programme_with(cast: Cast, *kinds: str) -> Programme:
    """With a coach, a coordinator, a number to call, and a condition of each of these kinds."""
    programme = ProgrammeFactory(organisation=cast.here, coordinator=cast.amal, coach=cast.amal)
    part = {"organisation": cast.here, "programme": programme}
    OnCallLine.objects.create(**part, when="altijd", who="Wachtdienst", phone="011")
    for position, kind in enumerate(kinds):
        EntryCondition.objects.create(**part, kind=kind, name=f"Over {kind}", position=position)
    return programme


def takes_part(programme: Programme, person: Person | None = None) -> Engagement:
    """Somebody (or this person) takes part, with five times yes."""
    who = {"person": person} if person is not None else {}
    made = EngagementFactory(organisation=programme.organisation, programme=programme, **who)
    return law_test(made)


def bea(cast: Cast) -> Person:
    return Person.objects.get(pk=cast.person_id("bea"))


def key_of(programme: Programme, kind: str) -> str:
    """The key of the item of this condition."""
    return str(EntryCondition.objects.get(programme=programme, kind=kind).pk)


def write_down(engagement: Engagement, *kinds: str) -> None:
    """In place by hand since today: these kinds, or all of them."""
    lines = EntryCondition.objects.filter(programme=engagement.programme)
    engagement.conditions_met = {
        str(line.pk): clock.today().isoformat()
        for line in (lines.filter(kind__in=kinds) if kinds else lines)
    }
    engagement.save(update_fields=["conditions_met"])


@contextmanager
def known(found: dict[UUID, Sequence[Evidence]]) -> Iterator[None]:
    """A room above that knows this about people, for as long as the block."""

    def source(asked: Asked, /) -> Found:
        return Found(evidence={pk: rows for pk, rows in found.items() if pk in asked.person_ids})

    former = evidence._sources.copy()
    evidence.register(source)
    try:
        yield
    finally:
        evidence._sources[:] = former
