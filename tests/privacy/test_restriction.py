"""«Keep it, and don't use it for now» is heard where data are used: suggestions for a match, and lists that go out."""

import json

import pytest

from naast.appreciation.models import DaysToRemember
from naast.appreciation.queries.days import to_remember
from naast.circles.queries.circles import may_join
from naast.companionship.policies.requests import volunteers_for
from naast.companionship.queries.candidates import candidates
from naast.core import clock
from naast.exchange.export import export
from naast.organisations.actors import Actor
from naast.people.models import Person, VolunteerProfile
from naast.privacy.services.rights import set_restricted
from naast.privacy.states import RequestKind
from tests.asking_rights import known
from tests.circling import circle_of
from tests.conftest import Cast
from tests.factories import EngagementFactory, RequestFactory


@pytest.fixture
def bea(cast: Cast) -> Person:
    return Person.objects.get(pk=cast.person_id("bea"))


def names_in(actor: Actor, kind: str) -> str:
    return json.dumps(json.loads(b"".join(export(actor, kind, "json"))))


@pytest.mark.parametrize("mark", ["restricted_on", "erased_on"])
def test_nobody_finds_them_in_a_list_that_goes_out(
    coordinator: Actor, bea: Person, mark: str
) -> None:
    assert "Buddy" in names_in(coordinator, "volunteers")
    Person.objects.filter(pk=bea.pk).update(**{mark: clock.today()})
    assert "Buddy" not in names_in(coordinator, "volunteers")


def test_nobody_proposes_them(cast: Cast, coordinator: Actor, bea: Person) -> None:
    wish = RequestFactory(organisation=cast.here)
    EngagementFactory(organisation=cast.here, programme=wish.programme, person=bea)
    assert candidates(wish).ids == [bea.pk]
    Person.objects.filter(pk=bea.pk).update(restricted_on=clock.today())
    assert candidates(wish).ids == []
    assert not volunteers_for(coordinator).filter(person=bea).exists()


def test_nobody_asks_them_into_a_circle_nor_reads_their_day(
    cast: Cast, coordinator: Actor, bea: Person
) -> None:
    circle = circle_of(cast)
    EngagementFactory(organisation=cast.here, programme=circle.programme, person=bea)
    Person.objects.filter(pk=bea.pk).update(birth_on=clock.today().replace(year=1980, day=28))
    VolunteerProfile.objects.filter(person=bea).update(status=VolunteerProfile.Status.ACTIVE)
    DaysToRemember.objects.create(organisation=cast.here, person=bea, birthday=True)
    day = clock.today().replace(day=28)
    assert list(may_join(circle)) == [bea]
    assert to_remember(coordinator, today=day).exists()
    Person.objects.filter(pk=bea.pk).update(restricted_on=clock.today())
    assert not may_join(circle).exists()
    assert not to_remember(coordinator, today=day).exists()


def test_nobody_is_looked_for_on_behalf_of_them(cast: Cast, bea: Person) -> None:
    wish = RequestFactory(organisation=cast.here)
    EngagementFactory(organisation=cast.here, programme=wish.programme, person=bea)
    assert candidates(wish).ids == [bea.pk]
    wish.participant.restricted_on = clock.today()
    assert candidates(wish).ids == []


def test_the_card_shows_the_mark(cast: Cast, coordinator: Actor, bea: Person) -> None:
    url = cast.url(f"people/volunteers/{bea.pk}/")
    request = known(coordinator, bea, RequestKind.RESTRICTION)
    address = coordinator.url("privacy:request", request_id=request.pk)
    assert address not in cast.client("amal").get(url).content.decode()
    set_restricted(actor=coordinator, person_id=bea.pk, on=True)
    assert address in cast.client("amal").get(url).content.decode()
