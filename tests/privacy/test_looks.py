"""Who looked: for the person themselves, and for who guards the files."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.audit import log
from naast.audit.models import Event
from naast.circles.models import Circle
from naast.core import clock
from naast.core.errors import NotAllowed
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.parting.models import Parting
from naast.parting.states import PartingKind, PartingState
from naast.people.models import Person
from naast.people.services.words import find_again
from naast.privacy.queries import looks as queries
from naast.signals.models import Signal
from tests.circling import circle_of
from tests.conftest import Cast
from tests.factories import actor_of
from tests.leaving import own_wish
from tests.lending_things import lent
from tests.signalling import SignalFactory, contact_person


def _person(cast: Cast, name: str) -> Person:
    return Person.objects.get(pk=cast.person_id(name))


def test_somebody_reads_who_opened_their_file_and_as_what(
    cast: Cast, coordinator: Actor, participant: Actor
) -> None:
    piet = _person(cast, "piet")
    log.looked("participant.file-read", actor=coordinator, target=piet)
    log.looked("participant.file-read", actor=participant, target=piet)
    log.record("person.changed", actor=coordinator, target=piet)
    [look] = queries.told(piet, list(queries.own_looks(participant, piet)))
    assert look.name == "Amal Coördineert"
    assert look.functions == (Function.COORDINATOR.label,)
    assert look.opened == queries.OPENED[0][1]


def test_what_stands_apart_from_the_card_counts_as_well(
    cast: Cast, coordinator: Actor, volunteer: Actor
) -> None:
    bea = _person(cast, "bea")
    parting = own_wish(cast)
    log.looked("parting.read", actor=coordinator, target=parting)
    assert [event.kind for event in queries.own_looks(volunteer, bea)] == ["parting.read"]
    assert not queries.looks_at(coordinator, bea).exists()


def test_who_read_what_was_told_about_a_thing_on_loan_counts_too(
    cast: Cast, coordinator: Actor, volunteer: Actor
) -> None:
    bea = _person(cast, "bea")
    log.looked("loan.read", actor=coordinator, target=lent(cast))
    [look] = queries.told(bea, list(queries.own_looks(volunteer, bea)))
    assert look.opened != queries.SOMETHING


def test_who_told_something_sees_who_read_it_and_who_it_is_about_does_not(
    cast: Cast, coordinator: Actor, volunteer: Actor, participant: Actor, told: Signal
) -> None:
    bea, piet = _person(cast, "bea"), _person(cast, "piet")
    contact = contact_person(cast)
    log.looked("signal.read", actor=actor_of(contact), target=told)
    [look] = queries.told(bea, list(queries.own_looks(volunteer, bea)))
    assert look.name == contact.user.name
    assert not queries.own_looks(participant, piet).exists()
    assert not queries.looks_at(coordinator, bea).exists()


@pytest.fixture
def told(cast: Cast) -> Signal:
    """Bea told something about Piet."""
    made: Signal = SignalFactory(
        organisation=cast.here, reporter=_person(cast, "bea"), about=_person(cast, "piet")
    )
    return made


@pytest.mark.parametrize("name", ["bea", "nele", "chris"])
def test_nobody_else_reads_who_looked(cast: Cast, name: str) -> None:
    with pytest.raises(NotAllowed):
        queries.looks_at(cast.actor(name), _person(cast, "piet"))
    answer = cast.client(name).get(cast.url(f"privacy/looks/{cast.person_id('piet')}/"))
    assert answer.status_code == 404


def test_looking_it_up_shows_to_the_person(cast: Cast) -> None:
    client = cast.client("amal")
    find_again(_person(cast, "piet"))
    assert client.get(cast.url("privacy/looks/?q=Piet")).context["found"]
    page = client.get(cast.url(f"privacy/looks/{cast.person_id('piet')}/"))
    assert len(page.context["looks"]) == 1
    own = cast.client("piet").get(cast.url("mine/data/looks/"))
    assert [look.name for look in own.context["looks"]] == ["Amal Coördineert"]


def test_the_own_page_asks_as_many_queries_for_three_as_for_one(
    cast: Cast, coordinator: Actor
) -> None:
    client, piet, counts = cast.client("piet"), _person(cast, "piet"), []
    for number in (1, 2):
        for _each in range(number):
            log.looked("participant.file-read", actor=coordinator, target=piet)
        with CaptureQueriesContext(connection) as seen:
            client.get(cast.url("mine/data/looks/"))
        counts.append(len(seen))
    assert counts[0] == counts[1]
    assert Event.objects.filter(target_id=piet.pk, is_view=True).count() == 3


def test_what_is_still_being_prepared_about_somebody_does_not_show_to_them(
    cast: Cast, coordinator: Actor, volunteer: Actor, participant: Actor
) -> None:
    bea, piet = _person(cast, "bea"), _person(cast, "piet")
    parting = own_wish(cast)
    circle = circle_of(cast, consented_on=None)
    log.looked("parting.read", actor=coordinator, target=parting)
    log.looked("circle.read", actor=coordinator, target=circle)
    Parting.objects.update(kind=PartingKind.ORGANISATION, state=PartingState.OPEN)
    assert not queries.own_looks(volunteer, bea).exists()
    assert not queries.own_looks(participant, piet).exists()
    Parting.objects.update(state=PartingState.SHARED)
    Circle.objects.update(consented_on=clock.today())
    assert queries.own_looks(volunteer, bea).count() == 1
    assert queries.own_looks(participant, piet).count() == 1


def test_reading_a_signal_in_a_circle_does_not_show_to_who_stands_in_its_middle(
    cast: Cast, coordinator: Actor, participant: Actor
) -> None:
    circle = circle_of(cast, consented_on=clock.today())
    log.looked("circle.signal-read", actor=coordinator, target=circle)
    assert not queries.own_looks(participant, _person(cast, "piet")).exists()


def test_a_coordinator_does_not_read_who_read_what_somebody_told(
    cast: Cast, coordinator: Actor
) -> None:
    with pytest.raises(NotAllowed):
        queries.own_looks(coordinator, _person(cast, "bea"))
