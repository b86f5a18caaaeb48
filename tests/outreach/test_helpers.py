"""People who help now and then: lightly written down, asked again once a year, forgotten in time."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.core.errors import DomainError, NotAllowed, StateConflict
from naast.messaging.models import Message
from naast.organisations.actors import Actor
from naast.outreach import attention
from naast.outreach.inputs import HelperNote
from naast.outreach.models import Helper
from naast.outreach.policies import helpers as policies
from naast.outreach.queries import helpers as queries
from naast.outreach.services import helpers, nightly
from naast.people.api import ExpectationsMissing
from naast.people.models import Person
from naast.programmes.models import Programme
from naast.recruitment.models import Application
from naast.recruitment.services.arrivals import NameMissing, NoWayToAnswer
from tests.conftest import Cast
from tests.factories import ParticipantFactory, ProgrammeFactory, VolunteerFactory
from tests.outreach.guests import at
from tests.outreaching import HelperFactory

FORM = {
    "name": "Hilde Helpt",
    "reach": "hilde@test.example",
    "what": "Wafels bakken",
    "rhythm": "yearly",
    "language": "nl",
    "day": "2026-03-01",
    "is_insured": "on",
}


@pytest.fixture(autouse=True)
def march() -> Iterator[None]:
    with time_machine.travel(at(10), tick=False):
        yield


def note(**changes: Any) -> HelperNote:
    return HelperNote(**{"name": "Hilde", "what": "Wafels", "email": "h@test.example", **changes})


@pytest.mark.covers("S1-62")
def test_a_helper_is_a_name_one_way_to_reach_them_and_insured_days_without_a_file(
    cast: Cast,
) -> None:
    people = Person.objects.count()
    client, base = cast.client("amal"), cast.url("recruiting/helpers/")
    made = client.post(f"{base}new/", FORM)
    helper = Helper.objects.get()
    assert made["Location"] == f"{base}{helper.pk}/"
    assert (helper.email, helper.phone) == ("hilde@test.example", "")
    day = {"day": "2026-03-08", "what": "Afwas"}
    assert client.post(f"{base}{helper.pk}/day/", day).status_code == 303
    assert client.post(f"{base}{helper.pk}/day/", {**day, "is_insured": "on"}).status_code == 303
    days = [(row.day, row.is_insured) for row in helper.days.all()]
    assert days == [(date(2026, 3, 8), True), (date(2026, 3, 1), True)]
    assert Person.objects.count() == people


@pytest.mark.covers("S1-86")
def test_who_comes_every_year_is_asked_again_a_year_after_the_last_day(
    coordinator: Actor,
) -> None:
    rows = {
        rhythm: helpers.add_helper(
            actor=coordinator, note=note(rhythm=rhythm, days=((date(2026, 3, 1), True),))
        )
        for rhythm in Helper.Rhythm.values
    }
    again = {rhythm: helper.invite_again_on for rhythm, helper in rows.items()}
    assert again == {"once": None, "interim": None, "yearly": date(2027, 3, 1)}
    assert [item.kind for item in attention.items(coordinator, now=at(10))] == []
    year = timedelta(days=360)
    (item,) = attention.items(coordinator, now=at(10) + year)
    assert (item.kind, item.subject_id) == ("outreach.helpers", rows["yearly"].pk)


def test_the_letter_goes_once_a_year(cast: Cast, coordinator: Actor) -> None:
    helper = HelperFactory(
        organisation=cast.here, rhythm="yearly", invite_again_on=date(2026, 3, 9)
    )
    url = cast.url(f"recruiting/helpers/{helper.pk}/invite/")
    client = cast.client("amal")
    words = client.get(url).context["form"].initial
    assert "Wafels bakken" in words["body"]
    assert client.post(url, {**words, "body": "Dag, weer zin?"}).status_code == 303
    assert client.post(url, words).status_code == 422
    assert Message.objects.get().body == "Dag, weer zin?"
    helper.refresh_from_db()
    assert helper.invite_again_on == date(2027, 3, 10)
    assert not queries.to_invite(coordinator, day=date(2026, 3, 11)).exists()


def test_who_left_a_number_is_called(cast: Cast, coordinator: Actor) -> None:
    helper = HelperFactory(organisation=cast.here, email="", phone="+32475123456")
    url = cast.url(f"recruiting/helpers/{helper.pk}/invite/")
    assert cast.client("amal").post(url).status_code == 303
    helper.refresh_from_db()
    assert helper.invited_on == date(2026, 3, 10)
    assert not Message.objects.exists()


@pytest.mark.covers("S3-3")
def test_an_own_initiative_gets_information_and_no_insurance_or_agreement(
    cast: Cast, coordinator: Actor
) -> None:
    helper = helpers.add_helper(
        actor=coordinator,
        note=note(is_own_initiative=True, days=((date(2026, 3, 1), True),)),
    )
    assert not helper.days.get().is_insured
    assert (helper.person_id, helper.application_id) == (None, None)
    page = cast.client("amal").get(cast.url(f"recruiting/helpers/{helper.pk}/"))
    assert page.status_code == 200
    assert 'name="is_insured"' not in page.content.decode()


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"name": " "}, NameMissing),
        ({"email": ""}, NoWayToAnswer),
        ({"phone": "+32475123456"}, DomainError),
    ],
)
def test_one_name_and_one_way_to_reach_somebody(
    coordinator: Actor, changes: dict[str, str], refusal: type[DomainError]
) -> None:
    with pytest.raises(refusal):
        helpers.add_helper(actor=coordinator, note=note(**changes))


def test_only_coordinators_keep_the_list(
    cast: Cast, volunteer: Actor, professional: Actor, stranger: Actor, coordinator: Actor
) -> None:
    helper = HelperFactory(organisation=cast.here)
    for actor in (volunteer, professional):
        assert not policies.visible_to(actor).exists()
        with pytest.raises(NotAllowed):
            helpers.add_helper(actor=actor, note=note())
    with pytest.raises(Helper.DoesNotExist):
        helpers.add_day(actor=stranger, helper_id=helper.pk, day=date(2026, 3, 1))


def test_who_wants_more_gets_a_card(cast: Cast, coordinator: Actor) -> None:
    helper = HelperFactory(organisation=cast.here, name="Hilde De Helper")
    response = cast.client("amal").post(cast.url(f"recruiting/helpers/{helper.pk}/person/"))
    helper.refresh_from_db()
    assert str(helper.person_id) in response["Location"]
    assert helper.person is not None
    assert (helper.person.given_name, helper.person.family_name) == ("Hilde", "De Helper")
    assert helper.person.volunteer.status == "interested"
    assert not queries.listed(coordinator).exists()
    with pytest.raises(StateConflict):
        helpers.make_person(actor=coordinator, helper_id=helper.pk)
    with pytest.raises(StateConflict):
        helpers.invite_again(actor=coordinator, helper_id=helper.pk)


def test_who_they_may_be_already_is_shown_first_and_chosen(cast: Cast) -> None:
    known = VolunteerFactory(organisation=cast.here).person
    Person.objects.filter(pk=known.pk).update(email="hilde@test.example")
    stranger = VolunteerFactory(organisation=cast.elsewhere).person
    Person.objects.filter(pk=stranger.pk).update(email="hilde@test.example")
    helper = HelperFactory(organisation=cast.here, name="Hilde De Helper", phone="")
    Helper.objects.filter(pk=helper.pk).update(email="hilde@test.example")
    url, client = cast.url(f"recruiting/helpers/{helper.pk}/person/"), cast.client("amal")
    people = Person.objects.count()

    shown = client.post(url)
    keys = [key for key, _label in shown.context["form"].fields["person"].choices]
    assert (shown.status_code, keys) == (422, [str(known.pk), "new"])
    assert client.post(url, {"person": str(stranger.pk)}).status_code == 422
    answer = client.post(url, {"person": str(known.pk)})

    helper.refresh_from_db()
    assert answer["Location"] == cast.url(f"people/volunteers/{known.pk}/")
    assert (helper.person, Person.objects.count()) == (known, people)


def test_somebody_else_with_the_same_name_is_somebody_new(cast: Cast) -> None:
    known = VolunteerFactory(organisation=cast.here).person
    helper = HelperFactory(organisation=cast.here, name=known.name)
    cast.client("amal").post(cast.url(f"recruiting/helpers/{helper.pk}/person/"), {"person": "new"})
    helper.refresh_from_db()
    assert helper.person not in (None, known)


def test_who_takes_part_gets_the_card_of_a_volunteer_by_applying(
    cast: Cast, coordinator: Actor
) -> None:
    helper = HelperFactory(organisation=cast.here)
    with pytest.raises(ExpectationsMissing):
        helpers.make_person(
            actor=coordinator, helper_id=helper.pk, person_id=cast.person_id("piet")
        )
    made = ParticipantFactory(organisation=cast.elsewhere).person
    with pytest.raises(Person.DoesNotExist):
        helpers.make_person(actor=coordinator, helper_id=helper.pk, person_id=made.pk)


def test_who_wants_more_can_apply(cast: Cast) -> None:
    programme = ProgrammeFactory(organisation=cast.here, status=Programme.Status.ACTIVE)
    helper = HelperFactory(organisation=cast.here, name="Hilde De Helper")
    url = cast.url(f"recruiting/helpers/{helper.pk}/applies/")
    response = cast.client("amal").post(url, {"programme": programme.pk})
    application = Application.objects.get()
    assert response["Location"] == cast.url(f"candidates/{application.pk}/")
    helper.refresh_from_db()
    assert (helper.application, application.given_name) == (application, "Hilde")


def test_two_years_after_the_last_day_somebody_is_forgotten_unless_asked_again(
    cast: Cast,
) -> None:
    old = {"organisation": cast.here, "last_on": date(2024, 3, 9)}
    HelperFactory(**old)
    asked = HelperFactory(**old, invited_on=date(2025, 6, 1))
    recent = HelperFactory(organisation=cast.here, last_on=date(2024, 3, 11))
    assert nightly.run(at(10))["helpers forgotten"] == 1
    assert set(Helper.objects.all()) == {asked, recent}
    assert nightly.run(at(10) + timedelta(days=120))["helpers forgotten"] == 2


def test_asking_again_does_not_keep_somebody_for_ever(cast: Cast, coordinator: Actor) -> None:
    helper = HelperFactory(organisation=cast.here, rhythm="yearly", last_on=date(2024, 3, 9))
    asked = helpers.invite_again(actor=coordinator, helper_id=helper.pk)
    assert asked.invite_again_on is None
    assert Message.objects.filter(about_id=helper.pk).exists()
    assert nightly.run(at(10) + timedelta(days=367))["helpers forgotten"] == 1
    assert not Message.objects.filter(about_id=helper.pk).exists()


def test_the_list_finds_by_name_and_rhythm_and_costs_the_same_for_one_and_three(
    cast: Cast, coordinator: Actor
) -> None:
    client = cast.client("amal")

    def cost() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(cast.url("recruiting/helpers/")).status_code == 200
        return len(captured)

    first_one = HelperFactory(organisation=cast.here, name="Émile Eén")
    cost()
    first = cost()
    for _more in range(2):
        HelperFactory(organisation=cast.here, rhythm="yearly")
    assert cost() == first
    assert first <= 12
    assert list(queries.listed(coordinator, name="emile")) == [first_one]
    assert queries.listed(coordinator, rhythm="yearly").count() == 2


def test_changing_keeps_the_days(cast: Cast, coordinator: Actor) -> None:
    helper = helpers.add_helper(actor=coordinator, note=note(days=((date(2026, 3, 1), True),)))
    url = cast.url(f"recruiting/helpers/{helper.pk}/change/")
    client = cast.client("amal")
    assert client.post(url, {**FORM, "reach": "0475 12 34 56"}).status_code == 303
    assert client.post(url, {**FORM, "reach": "geen nummer"}).status_code == 422
    helper.refresh_from_db()
    assert (helper.email, helper.phone, helper.days.count()) == ("", "+32475123456", 1)
    assert helper.invite_again_on == date(2027, 3, 1)
