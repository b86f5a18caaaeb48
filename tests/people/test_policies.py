"""Who may know, read and change what: each refusal by name, each list with somebody who could leak."""

import pytest

from naast.core.errors import NotAllowed
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.people import policies
from naast.people.models import Note, Person
from tests.conftest import Cast
from tests.factories import (
    ParticipantFactory,
    PersonFactory,
    VolunteerFactory,
    actor_of,
    member,
)


def person_of(actor: Actor) -> Person:
    return Person.objects.get(pk=actor.person_id)


@pytest.mark.parametrize("function", [Function.COORDINATOR, Function.COACH])
def test_those_who_look_after_all_know_everybody_here_and_nobody_elsewhere(
    cast: Cast, function: Function
) -> None:
    actor = actor_of(member(cast.here, function, name="Kim Kent"))
    everybody = set(Person.objects.filter(organisation=cast.here))
    assert set(policies.visible_to(actor)) == everybody
    assert cast.chris.person_id not in {person.pk for person in everybody}
    assert policies.can_create(actor)


def test_an_administrator_knows_nobody_but_themselves(cast: Cast) -> None:
    kim = member(cast.here, Function.ADMINISTRATOR, name="Kim Kabel")
    known = policies.visible_to(actor_of(kim)).values_list("pk", flat=True)
    assert list(known) == [kim.person_id]
    assert not policies.can_create(actor_of(kim))


def test_the_system_knows_everybody_here(cast: Cast) -> None:
    actor = Actor.system(cast.here, reason="nightly run")
    assert (
        policies.visible_to(actor).count() == Person.objects.filter(organisation=cast.here).count()
    )


def test_a_professional_knows_their_own_participants_and_themselves(
    cast: Cast, professional: Actor
) -> None:
    ParticipantFactory(organisation=cast.here)  # of nobody
    other = member(cast.here, Function.PROFESSIONAL, name="Olga Anders")
    ParticipantFactory(organisation=cast.here, professional=other)
    known = set(policies.visible_to(professional).values_list("pk", flat=True))
    assert known == {cast.piet.person_id, cast.nele.person_id}
    files = policies.participants_visible_to(professional)
    assert [file.person_id for file in files] == [cast.piet.person_id]
    assert not policies.volunteers_visible_to(professional).exists()


def test_a_former_professional_without_that_function_knows_nobody_else(cast: Cast) -> None:
    cast.nele.roles.all().delete()
    cast.nele.roles.create(function=Function.VOLUNTEER)
    known = set(policies.visible_to(cast.actor("nele")).values_list("pk", flat=True))
    assert known == {cast.nele.person_id}


@pytest.mark.parametrize(
    "function",
    [
        Function.BOARD,
        Function.FINANCE,
        Function.SAFEGUARDING,
        Function.MEDIATOR,
        Function.REFERRER,
        Function.VOLUNTEER,
        Function.PARTICIPANT,
    ],
)
def test_everybody_else_knows_themselves_alone(cast: Cast, function: Function) -> None:
    membership = member(cast.here, function, name="Iemand Alleen")
    actor = actor_of(membership)
    assert [person.pk for person in policies.visible_to(actor)] == [membership.person_id]
    assert not policies.volunteers_visible_to(actor).exists()
    assert not policies.participants_visible_to(actor).exists()


def test_somebody_without_a_person_knows_nobody(cast: Cast) -> None:
    membership = member(cast.here, Function.BOARD, name="Zonder Persoon")
    membership.person_id = None
    membership.save()
    VolunteerFactory(organisation=cast.here)
    actor = actor_of(membership)
    assert not policies.visible_to(actor).exists()
    assert not policies.volunteers_visible_to(actor).exists()


def test_volunteers_and_participants_see_their_own_card_and_file(
    volunteer: Actor, participant: Actor
) -> None:
    cards = policies.volunteers_visible_to(volunteer)
    files = policies.participants_visible_to(participant)
    assert [card.person_id for card in cards] == [volunteer.person_id]
    assert [file.person_id for file in files] == [participant.person_id]


def test_a_volunteer_creates_nobody(volunteer: Actor) -> None:
    assert not policies.can_create(volunteer)


def test_nobody_edits_across_organisations(cast: Cast, coordinator: Actor, stranger: Actor) -> None:
    person = PersonFactory(organisation=cast.elsewhere)
    assert policies.can_edit(stranger, person)
    assert not policies.can_edit(coordinator, person)
    assert not policies.can_change_own(coordinator, person)
    assert not policies.can_write_note(coordinator, person)
    assert not policies.can_read_file(coordinator, person)


def test_a_professional_edits_nobody(cast: Cast, professional: Actor) -> None:
    assert not policies.can_edit(professional, person_of(cast.actor("piet")))


def test_one_changes_ones_own_things_and_not_those_of_others(
    volunteer: Actor, participant: Actor, coordinator: Actor
) -> None:
    own, other = person_of(volunteer), person_of(participant)
    assert policies.can_change_own(volunteer, own)
    assert not policies.can_change_own(volunteer, other)
    assert policies.can_change_own(coordinator, other)
    assert not policies.can_edit(volunteer, own)


@pytest.mark.covers("S1-27")
def test_staff_choose_what_helps_only_together_with_the_person(
    volunteer: Actor, coordinator: Actor, participant: Actor
) -> None:
    bea = person_of(volunteer)
    assert not policies.can_choose_support(coordinator, bea, is_together=False)
    assert policies.can_choose_support(coordinator, bea, is_together=True)
    assert policies.can_choose_support(volunteer, bea, is_together=False)
    with pytest.raises(NotAllowed):
        policies.can_choose_support(participant, bea, is_together=True)


def test_a_step_for_staff_alone_is_refused_to_the_person(
    volunteer: Actor, coordinator: Actor, participant: Actor
) -> None:
    bea = person_of(volunteer)
    assert not policies.can_take_step(volunteer, bea, frozenset({"staff"}))
    assert policies.can_take_step(volunteer, bea, frozenset({"staff", "self"}))
    assert policies.can_take_step(coordinator, bea, frozenset({"staff"}))
    with pytest.raises(NotAllowed):
        policies.can_take_step(participant, bea, frozenset({"staff", "self"}))


def test_a_volunteer_writes_no_notes_here(volunteer: Actor) -> None:
    assert not policies.can_write_note(volunteer, person_of(volunteer))


def test_the_system_writes_no_notes(cast: Cast, volunteer: Actor) -> None:
    system = Actor.system(cast.here, reason="nightly run")
    assert not policies.can_write_note(system, person_of(volunteer))


def test_a_professional_writes_notes_about_their_own_participants_alone(
    cast: Cast, professional: Actor, participant: Actor
) -> None:
    assert policies.can_write_note(professional, person_of(participant))
    other = ParticipantFactory(organisation=cast.here).person
    assert not policies.can_write_note(professional, other)


def test_a_file_is_read_by_staff_its_professional_and_its_participant(
    cast: Cast, coordinator: Actor, professional: Actor, participant: Actor, volunteer: Actor
) -> None:
    piet = person_of(participant)
    other = ParticipantFactory(organisation=cast.here).person
    assert policies.can_read_file(coordinator, piet)
    assert policies.can_read_file(professional, piet)
    assert policies.can_read_file(participant, piet)
    assert not policies.can_read_file(volunteer, piet)
    assert not policies.can_read_file(professional, other)


@pytest.fixture
def readers(cast: Cast) -> dict[str, Actor]:
    names = ("amal", "bea", "nele", "piet", "chris")
    found = {name: cast.actor(name) for name in names}
    found["coach"] = actor_of(member(cast.here, Function.COACH, name="Cora Coach"))
    found["other professional"] = actor_of(member(cast.here, Function.PROFESSIONAL, name="Olga O"))
    return found


@pytest.mark.parametrize(
    ("author", "audience", "expected"),
    [
        ("coach", "coordinator", {"amal", "coach"}),
        ("nele", "coordinator", {"amal", "nele"}),
        ("amal", "team", {"amal", "coach", "nele"}),
        ("other professional", "team", {"amal", "coach", "nele", "other professional"}),
        ("amal", "person", {"amal", "coach", "nele", "piet"}),
    ],
)
def test_a_note_is_read_by_its_audience_and_its_author(
    cast: Cast, readers: dict[str, Actor], author: str, audience: str, expected: set[str]
) -> None:
    note = Note.objects.create(
        organisation=cast.here,
        person_id=cast.piet.person_id,
        author_id=readers[author].membership_id,
        audience=audience,
        text="Een notitie",
    )
    able = {name for name, actor in readers.items() if policies.can_read_note(actor, note)}
    assert able == expected
    listed = {name for name, actor in readers.items() if policies.notes_visible_to(actor).exists()}
    assert listed == expected
