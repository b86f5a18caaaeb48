"""Coming on the list, changing, and what follows from it: search, order, map."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.audit.models import Event
from naast.core.errors import NotAllowed
from naast.organisations.actors import Actor
from naast.people import queries, services
from naast.people.errors import ConsentMissing, StaffNoteMissing
from naast.people.inputs import NewPerson, TopicUse
from naast.people.models import (
    ParticipantProfile,
    Person,
    PersonTopic,
    PersonWord,
    Place,
    Topic,
    VolunteerProfile,
)
from tests.conftest import Cast
from tests.factories import PersonFactory, VolunteerFactory


def lien(**fields: object) -> NewPerson:
    return NewPerson(given_name="Lien", family_name="van den Bergé", **fields)  # type: ignore[arg-type]  # loose on purpose


def test_a_new_person_gets_hats_words_languages_topics_and_a_place_on_the_map(
    coordinator: Actor,
) -> None:
    Place.objects.create(
        country="BE", key="sint niklaas", name="Sint-Niklaas", latitude=51.1, longitude=4.1
    )
    new = lien(
        email=" Lien.B@Test.Example ",
        phone="+32475123456",
        place="St.-Niklaas",
        postcode="9100",
        languages={"nl": 3, "fr": 1},
        topics=(TopicUse("competence", "can", "Fietsen herstellen"),),
        volunteer={"strengths": "Geduld", "since_on": date(2025, 3, 1)},
    )

    person = services.create_person(actor=coordinator, new=new)

    person.refresh_from_db()
    assert (person.sort_name, person.email) == ("van den berge lien", "lien.b@test.example")
    assert (person.latitude, person.longitude) == (51.1, 4.1)
    profile = VolunteerProfile.objects.get(person=person)
    assert (profile.sort_name, profile.strengths, profile.status) == (
        "van den berge lien",
        "Geduld",
        "active",
    )
    assert set(PersonWord.objects.filter(person=person).values_list("word", flat=True)) == {
        "lien", "van", "den", "berge", "st", "niklaas", "9100", "b", "32475123456", "0475123456",
    }  # fmt: skip
    assert dict(person.languages.values_list("language", "level")) == {"nl": 3, "fr": 1}
    assert [row.topic.name for row in person.topics.all()] == ["Fietsen herstellen"]
    event = Event.objects.get(kind="person.created")
    assert (event.target_id, event.changes) == (person.pk, {"hats": ["volunteer"]})


def test_a_volunteer_adds_nobody(volunteer: Actor) -> None:
    with pytest.raises(NotAllowed):
        services.create_person(actor=volunteer, new=lien())
    assert not Person.objects.filter(given_name="Lien").exists()


def test_a_field_that_does_not_exist_is_refused_before_anything_is_written(
    coordinator: Actor,
) -> None:
    with pytest.raises(ValueError, match="score"):
        services.create_person(actor=coordinator, new=lien(volunteer={"score": 3}))
    assert not Person.objects.filter(given_name="Lien").exists()


def test_lived_experience_does_not_come_in_with_a_list(coordinator: Actor) -> None:
    with pytest.raises(ConsentMissing):
        services.bulk_create_people(
            actor=coordinator,
            people=[lien(topics=(TopicUse("experience", "lived", "Rouw"),))],
        )


@pytest.mark.covers("S1-43")
def test_a_volunteer_who_is_also_paid_here_needs_words_about_the_different_task(
    cast: Cast, coordinator: Actor
) -> None:
    with pytest.raises(StaffNoteMissing):
        services.create_person(
            actor=coordinator, new=lien(volunteer={"is_also_staff": True, "staff_note": " "})
        )
    profile = VolunteerFactory(organisation=cast.here)
    with pytest.raises(StaffNoteMissing):
        services.change_hat(
            actor=coordinator,
            person_id=profile.person_id,
            hat="volunteer",
            changes={"is_also_staff": True},
        )

    services.change_hat(
        actor=coordinator,
        person_id=profile.person_id,
        hat="volunteer",
        changes={"is_also_staff": True, "staff_note": "Werkt in de keuken, bezoekt als buddy."},
    )

    profile.refresh_from_db()
    assert profile.is_also_staff


def many(count: int) -> list[NewPerson]:
    return [
        NewPerson(
            given_name=f"Naam{number}",
            place="Gent",
            languages={"nl": 3},
            topics=(TopicUse("interest", "likes", "Koken"), TopicUse("interest", "likes", "koken")),
            volunteer={},
            participant={},
        )
        for number in range(count)
    ]


def test_a_long_list_costs_as_many_queries_as_a_short_one(coordinator: Actor) -> None:
    with CaptureQueriesContext(connection) as short:
        services.bulk_create_people(actor=coordinator, people=many(1))
    with CaptureQueriesContext(connection) as long:
        rows = services.bulk_create_people(actor=coordinator, people=many(20))

    assert [row.given_name for row in rows] == [f"Naam{number}" for number in range(20)]
    assert len(long) <= len(short)
    assert Topic.objects.filter(name__iexact="koken").count() == 1
    assert PersonTopic.objects.count() == 21
    assert ParticipantProfile.objects.filter(person__in=rows).count() == 20


def test_changing_a_name_changes_search_and_both_lists(coordinator: Actor) -> None:
    person = services.create_person(actor=coordinator, new=lien(volunteer={}, participant={}))

    services.change_person(
        actor=coordinator,
        person_id=person.pk,
        changes={"family_name": "Zomers", "phone": "+31612345678"},
    )

    assert queries.search_people(coordinator, "bergé") == []
    assert queries.search_people(coordinator, "06 1234") == [person]
    assert VolunteerProfile.objects.get(person=person).sort_name == "zomers lien"
    assert ParticipantProfile.objects.get(person=person).sort_name == "zomers lien"
    event = Event.objects.get(kind="person.changed")
    assert event.changes == {"fields": ["family_name", "phone"]}


def test_changing_nothing_writes_nothing(coordinator: Actor) -> None:
    person = services.create_person(actor=coordinator, new=lien(volunteer={}))

    services.change_person(
        actor=coordinator, person_id=person.pk, changes={"family_name": person.family_name}
    )
    services.change_hat(
        actor=coordinator, person_id=person.pk, hat="volunteer", changes={"strengths": ""}
    )

    assert list(Event.objects.values_list("kind", flat=True)) == ["person.created"]


def test_an_unknown_place_is_found_by_a_neighbour_with_the_same_postcode(
    cast: Cast, coordinator: Actor
) -> None:
    PersonFactory(postcode="9999", latitude=1.0, longitude=1.0)  # somebody elsewhere who could leak
    PersonFactory(
        organisation=cast.here,
        postcode="9000",
        latitude=51.05,
        longitude=3.72,
    )

    near = services.create_person(actor=coordinator, new=lien(place="Nergens", postcode="9000"))
    lost = services.create_person(actor=coordinator, new=lien(place="Nergens", postcode="9999"))

    assert (near.latitude, near.longitude) == (51.05, 3.72)
    assert (lost.latitude, lost.longitude) == (None, None)


def test_people_change_their_own_address_but_not_their_own_name(
    volunteer: Actor, participant: Actor
) -> None:
    assert volunteer.person_id
    assert participant.person_id
    services.change_person(
        actor=volunteer, person_id=volunteer.person_id, changes={"place": "Aalst"}
    )
    assert Person.objects.get(pk=volunteer.person_id).place == "Aalst"
    with pytest.raises(NotAllowed):
        services.change_person(
            actor=volunteer, person_id=volunteer.person_id, changes={"family_name": "Anders"}
        )
    with pytest.raises(Person.DoesNotExist):
        services.change_person(
            actor=volunteer, person_id=participant.person_id, changes={"place": "Aalst"}
        )


def test_a_professional_of_another_organisation_cannot_be_responsible(
    coordinator: Actor, participant: Actor, stranger: Actor
) -> None:
    assert participant.person_id
    with pytest.raises(NotAllowed):
        services.change_hat(
            actor=coordinator,
            person_id=participant.person_id,
            hat="participant",
            changes={"professional_id": stranger.membership_id},
        )
