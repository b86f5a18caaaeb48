"""Who knows whom, and who reads and erases notes: what test_policies does not say, line by line."""

from dataclasses import replace

import pytest

from naast.core import clock
from naast.core.errors import NotAllowed
from naast.organisations.models import Function
from naast.people import policies
from naast.people.models import Audience, Note, ParticipantProfile, Person
from tests.companionship.pair import person_of
from tests.conftest import Cast
from tests.eyes import night, only
from tests.factories import actor_of, member


def note_of(cast: Cast, audience: str) -> Note:
    """Nele wrote something about Piet."""
    return Note.objects.create(
        organisation=cast.here,
        person=person_of(cast.piet),
        author=cast.nele,
        audience=audience,
        text="Drinkt graag thee.",
    )


def test_who_was_erased_stands_in_no_list(cast: Cast) -> None:
    amal = cast.actor("amal")
    assert policies.volunteers_visible_to(amal).exists()
    assert policies.participants_visible_to(amal).exists()
    Person.objects.filter(organisation=cast.here).update(erased_on=clock.today())
    for reader in (amal, cast.actor("bea"), cast.actor("piet"), cast.actor("nele"), night(cast)):
        assert not policies.visible_to(reader).exists()
        assert not policies.volunteers_visible_to(reader).exists()
        assert not policies.participants_visible_to(reader).exists()


def test_the_function_of_a_professional_opens_files_and_not_the_membership(cast: Cast) -> None:
    nele = cast.actor("nele")
    assert policies.participants_visible_to(nele).exists()
    former = only(nele, Function.BOARD)
    assert not policies.participants_visible_to(former).exists()
    assert set(policies.visible_to(former)) == {person_of(cast.nele)}
    assert not policies.is_professional_of(former, person_of(cast.piet))
    assert not policies.participants_visible_to(replace(nele, membership_id=None)).exists()


@pytest.mark.parametrize(
    ("audience", "readers"),
    [
        (Audience.COORDINATOR, {"amal", "nele"}),
        (Audience.TEAM, {"amal", "nele", "coach"}),
        (Audience.PERSON, {"amal", "nele", "coach", "piet"}),
    ],
)
def test_a_note_is_read_by_its_writer_and_its_readers(
    cast: Cast, audience: str, readers: set[str]
) -> None:
    note = note_of(cast, audience)
    actors = {name: cast.actor(name) for name in ("amal", "bea", "nele", "piet", "chris")}
    actors["coach"] = actor_of(member(cast.here, Function.COACH, name="Cleo Coach"))
    actors["other"] = actor_of(member(cast.here, Function.PROFESSIONAL, name="Otto Ander"))
    found = {name for name, actor in actors.items() if policies.can_read_note(actor, note)}
    assert found == readers


def test_a_professional_reads_notes_of_others_about_their_participant(cast: Cast) -> None:
    note = note_of(cast, Audience.TEAM)
    Note.objects.update(author=cast.amal)
    nele = cast.actor("nele")
    assert policies.can_read_note(nele, note)
    assert not policies.can_read_note(only(nele, Function.BOARD), note)
    Note.objects.update(audience=Audience.COORDINATOR)
    own = note_of(cast, Audience.COORDINATOR)
    assert policies.can_read_note(nele, own)
    assert not policies.can_read_note(nele, note)


def test_who_has_no_membership_reads_no_note(cast: Cast) -> None:
    note = note_of(cast, Audience.TEAM)
    Note.objects.create(
        organisation=cast.here,
        person=person_of(cast.bea),
        author=cast.amal,
        audience=Audience.PERSON,
        text="Komt met de fiets.",
    )
    ParticipantProfile.objects.update(professional=None)
    nele = replace(cast.actor("nele"), membership_id=None)
    for reader in (nele, replace(nele, person_id=None)):
        assert not policies.notes_visible_to(reader).exists()
        assert not policies.can_read_note(reader, note)


def test_only_a_confidential_note_is_erased_by_who_reads_it(cast: Cast) -> None:
    note = note_of(cast, Audience.COORDINATOR)
    assert policies.can_erase_note(cast.actor("nele"), note)
    assert policies.can_erase_note(cast.actor("amal"), note)
    with pytest.raises(NotAllowed):
        policies.can_erase_note(cast.actor("bea"), note)
    for audience in (Audience.TEAM, Audience.PERSON):
        note.audience = audience
        note.save()
        assert not policies.can_erase_note(cast.actor("amal"), note)
