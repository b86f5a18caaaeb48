"""A legal hold: set with a reason, looked at again, lifted; and nobody erases through it."""

from datetime import timedelta

import pytest
import time_machine

from naast.audit.models import Event
from naast.core import clock, retention
from naast.core.errors import DomainError, NotAllowed, StateConflict
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.people.api import erase_note, write_note
from naast.people.models import Audience, Person
from naast.people.services.words import find_again
from naast.privacy import attention_keeping
from naast.privacy.errors import InTheWay
from naast.privacy.models import LegalHold
from naast.privacy.queries import holds as queries
from naast.privacy.services import holds as services
from naast.privacy.services.erasing import erase
from naast.privacy.services.holds import Terms
from naast.recruitment.services import erasing
from tests.conftest import Cast
from tests.factories import VolunteerFactory, actor_of, member
from tests.guarding import held, who_left
from tests.recruitment.way import candidate


def test_who_is_held_can_not_be_erased(cast: Cast, coordinator: Actor) -> None:
    person = who_left(cast.here)
    hold = held(coordinator, person)
    with pytest.raises(InTheWay):
        erase(actor=coordinator, person_id=person.pk)
    services.lift(actor=coordinator, hold_id=hold.pk, why="De zaak is gesloten.")
    assert erase(actor=coordinator, person_id=person.pk).person_id == person.pk


def test_a_hold_has_a_reason_and_a_day_that_is_still_to_come(
    cast: Cast, coordinator: Actor
) -> None:
    person = who_left(cast.here)
    yesterday = clock.today() - timedelta(days=1)
    for terms in (Terms("  "), Terms("Een zaak", yesterday)):
        with pytest.raises(DomainError):
            services.hold(actor=coordinator, person_id=person.pk, terms=terms)
    held(coordinator, person)
    with pytest.raises(StateConflict):
        held(coordinator, person)


def test_after_half_a_year_the_desk_asks_whether_it_is_still_needed(
    cast: Cast, coordinator: Actor
) -> None:
    hold = held(coordinator, who_left(cast.here))
    assert not queries.to_look_at(coordinator).exists()
    later = clock.now() + timedelta(days=190)
    with time_machine.travel(later, tick=False):
        items = list(attention_keeping.ITEMS[attention_keeping.HOLD](coordinator, later))
        assert [item.subject_id for item in items] == [hold.pk]
        services.look_again(actor=coordinator, hold_id=hold.pk, terms=Terms("Nog steeds"))
        assert not queries.to_look_at(coordinator).exists()
    hold.refresh_from_db()
    assert hold.reason == "Nog steeds"


def test_a_hold_with_a_last_day_ends_by_itself(cast: Cast, coordinator: Actor) -> None:
    person = who_left(cast.here)
    hold = held(coordinator, person, until_on=clock.today() + timedelta(days=10))
    with time_machine.travel(clock.now() + timedelta(days=11), tick=False):
        assert queries.hold_on(person) is None
        assert services.end_what_is_over(cast.here.pk, clock.today()) == 1
        assert services.end_what_is_over(cast.here.pk, clock.today()) == 0
        again = held(coordinator, person)
    assert again.pk != hold.pk


def test_what_is_over_is_not_lifted_twice(cast: Cast, coordinator: Actor) -> None:
    hold = held(coordinator, who_left(cast.here))
    with pytest.raises(DomainError):
        services.lift(actor=coordinator, hold_id=hold.pk, why=" ")
    services.lift(actor=coordinator, hold_id=hold.pk, why="Klaar")
    with pytest.raises(StateConflict):
        services.lift(actor=coordinator, hold_id=hold.pk, why="Nog eens")
    with pytest.raises(StateConflict):
        services.look_again(actor=coordinator, hold_id=hold.pk, terms=Terms("Toch"))


@pytest.mark.parametrize("name", ["bea", "nele", "piet"])
def test_nobody_else_sets_or_reads_a_hold(cast: Cast, coordinator: Actor, name: str) -> None:
    hold, other = held(coordinator, who_left(cast.here)), who_left(cast.here)
    actor = cast.actor(name)
    with pytest.raises(NotAllowed):
        held(actor, other)
    assert not queries.listed(actor, is_standing=True).exists()
    with pytest.raises(LegalHold.DoesNotExist):
        services.lift(actor=actor, hold_id=hold.pk, why="Ik wil het")


def test_nobody_holds_themselves_or_somebody_of_another_house(
    cast: Cast, coordinator: Actor, stranger: Actor
) -> None:
    with pytest.raises(NotAllowed):
        held(coordinator, Person.objects.get(pk=cast.person_id("amal")))
    with pytest.raises(Person.DoesNotExist):
        held(stranger, who_left(cast.here))
    hold = held(coordinator, who_left(cast.here))
    assert not queries.listed(stranger, is_standing=True).exists()
    with pytest.raises(LegalHold.DoesNotExist):
        services.lift(actor=stranger, hold_id=hold.pk, why="Weg ermee")


def test_the_pages_of_a_hold(cast: Cast) -> None:
    client, person = cast.client("amal"), VolunteerFactory(organisation=cast.here).person
    new = cast.url(f"privacy/holds/new/{person.pk}/")
    assert client.get(new).status_code == 200
    assert client.post(new, {"reason": ""}).status_code == 422
    assert client.post(new, {"reason": "Een procedure"}).status_code == 303
    hold = LegalHold.objects.get()
    page = cast.url(f"privacy/holds/{hold.pk}/")
    assert client.get(page).context["hold"] == hold
    card = client.get(cast.actor("amal").url("people:volunteer", person_id=person.pk))
    assert page in card.content.decode()
    assert client.post(page, {"reason": "Nog steeds"}).status_code == 303
    assert client.post(f"{page}lift/", {"why": ""}).status_code == 422
    assert client.post(f"{page}lift/", {"why": "Klaar"}).status_code == 303
    assert client.get(cast.url("privacy/holds/?over=1")).context["page"].rows == [hold]
    find_again(person)
    assert client.get(cast.url("privacy/holds/?q=Voornaam")).context["found"]
    own = cast.url(f"privacy/holds/new/{cast.person_id('amal')}/")
    assert client.get(own).status_code == 404


def test_reading_a_hold_is_written_down(cast: Cast, coordinator: Actor) -> None:
    found = held(coordinator, who_left(cast.here))
    assert cast.client("amal").get(cast.url(f"privacy/holds/{found.pk}/")).status_code == 200
    assert Event.objects.filter(kind="hold.read", target_id=found.pk, is_view=True).count() == 1


def test_a_hold_binds_what_is_erased_by_hand_as_well(cast: Cast, coordinator: Actor) -> None:
    bea = Person.objects.get(pk=cast.person_id("bea"))
    note = write_note(
        actor=coordinator, person_id=bea.pk, text="Iets", audience=Audience.COORDINATOR
    )
    hold = held(coordinator, bea)
    with pytest.raises(StateConflict):
        erase_note(actor=coordinator, note_id=note.pk)
    services.lift(actor=coordinator, hold_id=hold.pk, why="Voorbij")
    erase_note(actor=coordinator, note_id=note.pk)
    assert not retention.is_held(cast.here.pk, bea.pk)


def test_a_coordinator_reads_no_hold_about_themselves(cast: Cast, coordinator: Actor) -> None:
    colleague = actor_of(member(cast.here, Function.COORDINATOR, name="Co Lega"))
    own = Person.objects.get(pk=coordinator.person_id)
    found = held(colleague, own)
    assert list(queries.listed(colleague, is_standing=True)) == [found]
    assert not queries.listed(coordinator, is_standing=True).exists()
    assert cast.client("amal").get(cast.url(f"privacy/holds/{found.pk}/")).status_code == 404


def test_a_candidate_under_a_hold_is_not_forgotten_behind_their_link(
    cast: Cast, coordinator: Actor
) -> None:
    person = VolunteerFactory(organisation=cast.here, status="interested").person
    application = candidate(cast, person=person, made_person=True)
    held(coordinator, person)
    with pytest.raises(StateConflict):
        erasing.erase_now(actor=coordinator, application=application)
    assert Person.objects.filter(pk=person.pk).exists()
