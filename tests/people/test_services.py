"""Hats, steps, what helps, words, consents, notes, days away, households."""

from datetime import date
from uuid import UUID

import pytest
import time_machine

from naast.audit.models import Event
from naast.core.errors import DomainError, NotAllowed, StateConflict
from naast.organisations.actors import Actor
from naast.people import queries, services
from naast.people.errors import ConsentMissing, ExpectationsMissing, HatAlreadyOn
from naast.people.inputs import HatTerms
from naast.people.models import (
    AvailabilityException,
    HatChange,
    Household,
    Note,
    Person,
    PersonTopic,
    Topic,
    VolunteerProfile,
)
from tests.conftest import Cast
from tests.factories import PersonFactory, VolunteerFactory

TERMS = HatTerms("Iets teruggeven", "Eén keer per week", date(2026, 1, 31))


@pytest.mark.covers("S1-35", "S1-251")
def test_a_participant_becomes_a_volunteer_on_the_same_record_with_two_looks_back(
    cast: Cast, coordinator: Actor
) -> None:
    piet = Person.objects.get(pk=cast.person_id("piet"))

    services.put_on_hat(actor=coordinator, person_id=piet.pk, hat="volunteer", terms=TERMS)

    piet = Person.objects.get(pk=piet.pk)
    assert piet.participant.status == "active"
    assert piet.volunteer.sort_name == piet.sort_name
    change = HatChange.objects.get(person=piet)
    assert (change.first_review_on, change.second_review_on) == (
        date(2026, 2, 28),
        date(2026, 4, 30),
    )
    assert (change.expects, change.we_expect) == ("Iets teruggeven", "Eén keer per week")
    assert set(cast.piet.roles.values_list("function", flat=True)) == {"participant", "volunteer"}


@pytest.mark.covers("S1-251")
@pytest.mark.parametrize("terms", [None, HatTerms("Iets", " ", date(2026, 1, 31))])
def test_a_change_of_hats_needs_the_expectations_of_both(
    cast: Cast, coordinator: Actor, terms: HatTerms | None
) -> None:
    with pytest.raises(ExpectationsMissing):
        services.put_on_hat(
            actor=coordinator, person_id=cast.person_id("piet"), hat="volunteer", terms=terms
        )
    assert not VolunteerProfile.objects.filter(person_id=cast.person_id("piet")).exists()


def test_a_hat_is_put_on_once_and_only_by_those_who_look_after_all(
    cast: Cast, coordinator: Actor, participant: Actor
) -> None:
    with pytest.raises(HatAlreadyOn):
        services.put_on_hat(actor=coordinator, person_id=cast.person_id("bea"), hat="volunteer")
    with pytest.raises(NotAllowed):
        services.put_on_hat(
            actor=participant, person_id=cast.person_id("piet"), hat="volunteer", terms=TERMS
        )


def test_somebody_without_a_hat_gets_one_without_expectations(
    cast: Cast, coordinator: Actor
) -> None:
    person = PersonFactory(organisation=cast.here)
    services.put_on_hat(actor=coordinator, person_id=person.pk, hat="participant")
    assert not HatChange.objects.exists()
    assert Person.objects.get(pk=person.pk).participant.status == "active"


def test_a_volunteer_pauses_comes_back_and_stops_when_they_want(
    cast: Cast, volunteer: Actor
) -> None:

    def step(name: str) -> VolunteerProfile:
        services.take_step(
            actor=volunteer, person_id=cast.person_id("bea"), hat="volunteer", step=name
        )
        return VolunteerProfile.objects.get(person_id=volunteer.person_id)

    assert step("pause").status == "paused"
    with pytest.raises(StateConflict):
        step("pause")
    assert step("come-back").status == "active"
    gone = step("say-goodbye")
    assert gone.status == "former"
    assert gone.left_on is not None
    with pytest.raises(NotAllowed):
        step("start-again")
    kinds = Event.objects.order_by("id").values_list("kind", flat=True)
    assert list(kinds) == ["volunteer.pause", "volunteer.come-back", "volunteer.say-goodbye"]


def test_starting_again_takes_the_goodbye_away(cast: Cast, coordinator: Actor) -> None:
    former = VolunteerFactory(organisation=cast.here, status="former", left_on=date(2026, 1, 1))
    services.take_step(
        actor=coordinator, person_id=former.person_id, hat="volunteer", step="start-again"
    )
    former.refresh_from_db()
    assert (former.status, former.left_on) == ("interested", None)


@pytest.mark.covers("S1-27", "S1-69")
@time_machine.travel("2026-03-10 10:00")
def test_what_helps_is_chosen_by_the_person_or_together_and_has_its_date(
    cast: Cast, coordinator: Actor, volunteer: Actor
) -> None:
    bea = cast.person_id("bea")
    with pytest.raises(NotAllowed):
        services.choose_support_wishes(actor=coordinator, person_id=bea, wishes=["time"])
    with pytest.raises(DomainError):
        services.choose_support_wishes(
            actor=coordinator, person_id=bea, wishes=["time"], together_on=date(2026, 3, 11)
        )
    with pytest.raises(DomainError):
        services.choose_support_wishes(actor=volunteer, person_id=bea, wishes=["vulnerable"])

    services.choose_support_wishes(
        actor=coordinator, person_id=bea, wishes=["structure", "time"], together_on=date(2026, 3, 2)
    )
    profile = VolunteerProfile.objects.get(person_id=bea)
    assert profile.support_wishes == ["time", "structure"]
    assert profile.support_chosen_on == date(2026, 3, 2)

    services.choose_support_wishes(actor=volunteer, person_id=bea, wishes=[], words="Rustig aan")
    profile.refresh_from_db()
    assert (profile.support_wishes, profile.support_words) == ([], "Rustig aan")
    assert profile.support_chosen_on == date(2026, 3, 10)


def set_lived(actor: Actor, person_id: UUID, *names: str) -> None:
    services.set_topics(
        actor=actor, person_id=person_id, kind="experience", stance="lived", names=names
    )


@pytest.mark.covers("S3-10")
def test_lived_experience_needs_a_yes_and_vanishes_with_it(cast: Cast, volunteer: Actor) -> None:
    bea = Person.objects.get(pk=cast.person_id("bea"))
    with pytest.raises(ConsentMissing):
        set_lived(volunteer, bea.pk, "Rouw")
    yes = services.give_consent(
        actor=volunteer, person_id=bea.pk, purpose="lived_experience", how="on_screen"
    )
    again = services.give_consent(
        actor=volunteer, person_id=bea.pk, purpose="lived_experience", how="by_phone"
    )
    assert again == yes
    set_lived(volunteer, bea.pk, "Rouw", "Armoede")
    services.set_topics(
        actor=volunteer, person_id=bea.pk, kind="interest", stance="likes", names=["Koken"]
    )
    assert queries.may_use_lived_experience(bea)
    assert list(queries.people_who_agreed(volunteer, "lived_experience")) == [bea.pk]

    for _twice in range(2):
        services.withdraw_consent(actor=volunteer, person_id=bea.pk, consent_id=yes.pk)

    assert not queries.may_use_lived_experience(bea)
    assert list(queries.people_who_agreed(volunteer, "lived_experience")) == []
    assert [row.topic.name for row in PersonTopic.objects.filter(person=bea)] == ["Koken"]
    assert Event.objects.filter(kind="person.consent-withdrawn").count() == 1


@pytest.mark.covers("S3-10")
def test_lived_experience_shows_on_no_card(
    cast: Cast, coordinator: Actor, volunteer: Actor
) -> None:
    bea = Person.objects.get(pk=cast.person_id("bea"))
    services.give_consent(
        actor=volunteer, person_id=bea.pk, purpose="lived_experience", how="on_screen"
    )
    set_lived(volunteer, bea.pk, "Rouw")
    assert queries.about(bea).topics == {}
    assert queries.about(bea, with_private=True).names("experience", "lived") == ["Rouw"]
    card = cast.client("amal").get(cast.url(f"people/volunteers/{bea.pk}/")).content.decode()
    assert "Rouw" not in card


@pytest.mark.covers("S1-91")
@time_machine.travel("2026-03-10 10:00")
def test_a_participant_says_yes_to_a_volunteer_and_takes_it_back_with_both_dates(
    cast: Cast, participant: Actor
) -> None:
    piet = cast.client("piet")
    url = cast.url(f"people/{cast.person_id('piet')}/consents/")
    piet.post(url, {"purpose": "volunteer_support", "how": "on_screen", "given_on": "2026-03-09"})
    person = Person.objects.get(pk=cast.person_id("piet"))
    assert queries.has_consent(person, "volunteer_support")

    piet.post(f"{url}{person.consents.get().pk}/withdraw/")

    assert not queries.has_consent(person, "volunteer_support")
    yes = person.consents.get()
    assert (yes.given_on, yes.withdrawn_on) == (date(2026, 3, 9), date(2026, 3, 10))


def test_a_consent_of_tomorrow_or_of_somebody_else_is_refused(
    cast: Cast, volunteer: Actor, participant: Actor
) -> None:
    with pytest.raises(DomainError):
        services.give_consent(
            actor=volunteer,
            person_id=cast.person_id("bea"),
            purpose="lived_experience",
            how="on_screen",
            given_on=date(2999, 1, 1),
        )
    with pytest.raises(Person.DoesNotExist):
        services.give_consent(
            actor=participant,
            person_id=cast.person_id("bea"),
            purpose="lived_experience",
            how="on_screen",
        )


def test_words_are_shared_whatever_their_capitals_and_only_within_the_organisation(
    cast: Cast, coordinator: Actor
) -> None:
    Topic.objects.create(organisation=cast.elsewhere, kind="interest", name="Schaken")
    own = Topic.objects.create(organisation=cast.here, kind="interest", name="Schaken")
    bea = cast.person_id("bea")

    def likes(*names: str) -> set[str]:
        services.set_topics(
            actor=coordinator, person_id=bea, kind="interest", stance="likes", names=names
        )
        rows = PersonTopic.objects.filter(person_id=bea).select_related("topic")
        return {row.topic.name for row in rows}

    assert likes("schaken", "  Lange   wandelingen ") == {"Schaken", "Lange wandelingen"}
    assert own.people.count() == 1
    assert likes("Zwemmen") == {"Zwemmen"}
    assert likes() == set()
    assert Topic.objects.filter(organisation=cast.here).count() == 3


def test_the_week_and_days_away(cast: Cast, volunteer: Actor, participant: Actor) -> None:
    bea = cast.person_id("bea")
    services.set_availability(actor=volunteer, person_id=bea, parts=[0, 20])
    assert Person.objects.get(pk=bea).weekly == 1 | 1 << 20
    services.set_availability(actor=volunteer, person_id=bea, parts=None)
    assert Person.objects.get(pk=bea).weekly is None

    away = services.add_exception(
        actor=volunteer, person_id=bea, from_on=date(2026, 7, 1), until_on=date(2026, 7, 9)
    )
    with pytest.raises(DomainError):
        services.add_exception(
            actor=volunteer, person_id=bea, from_on=date(2026, 7, 2), until_on=date(2026, 7, 1)
        )
    with pytest.raises(AvailabilityException.DoesNotExist):
        services.remove_exception(
            actor=participant, person_id=cast.person_id("piet"), exception_id=away.pk
        )
    services.remove_exception(actor=volunteer, person_id=bea, exception_id=away.pk)
    assert not AvailabilityException.objects.exists()


def test_a_note_is_written_by_staff_around_the_person(
    cast: Cast, professional: Actor, volunteer: Actor
) -> None:
    note = services.write_note(
        actor=professional, person_id=cast.person_id("piet"), text="Belt liever", audience="team"
    )
    assert (note.author_id, note.text) == (cast.nele.pk, "Belt liever")
    assert Event.objects.get().changes == {"note": str(note.pk), "audience": "team"}
    with pytest.raises(NotAllowed):
        services.write_note(
            actor=volunteer, person_id=cast.person_id("bea"), text="Ik", audience="team"
        )
    assert Note.objects.count() == 1


def test_a_household_holds_people_who_live_together_and_goes_with_the_last_one(
    cast: Cast, coordinator: Actor
) -> None:
    one, two = PersonFactory(organisation=cast.here), PersonFactory(organisation=cast.here)
    household = services.live_together(actor=coordinator, person_id=one.pk, other_id=two.pk)
    assert set(household.people.all()) == {one, two}
    assert household.name == one.family_name

    services.leave_household(actor=coordinator, person_id=one.pk)
    assert Household.objects.get().people.get() == two
    services.leave_household(actor=coordinator, person_id=two.pk)
    assert not Household.objects.exists()


def test_a_household_elsewhere_takes_nobody_in(
    cast: Cast, coordinator: Actor, volunteer: Actor, stranger: Actor
) -> None:
    abroad = services.create_household(actor=stranger, person_id=cast.person_id("chris"))
    with pytest.raises(Household.DoesNotExist):
        services.join_household(
            actor=coordinator, person_id=cast.person_id("bea"), household_id=abroad.pk
        )
    with pytest.raises(NotAllowed):
        services.create_household(actor=volunteer, person_id=cast.person_id("bea"))
