"""Writing down an application for somebody, on paper, or for oneself with an account."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from naast.core import clock
from naast.core.errors import NotAllowed
from naast.messaging.models import Message
from naast.people.models import Person
from naast.programmes.models import Programme
from naast.recruitment.inputs import NewApplication
from naast.recruitment.models import Application
from naast.recruitment.services import arrivals
from naast.recruitment.services.arrivals import NameMissing, NoWayToAnswer
from tests.conftest import Cast
from tests.factories import ProgrammeFactory, VolunteerFactory
from tests.recruiting import ApplicationFactory, VacancyFactory
from tests.recruitment.sending import fresh_limits

__all__ = ["fresh_limits"]


@pytest.fixture
def programme(cast: Cast) -> Programme:
    """A programme that runs."""
    made: Programme = ProgrammeFactory(organisation=cast.here)
    return made


def told(programme: Programme, **changes: Any) -> dict[str, Any]:
    """What Fatima told on the phone."""
    return {
        "came_by": "phone",
        "came_on": clock.today().isoformat(),
        "role": f"p-{programme.pk}",
        "given_name": "Fatima",
        "phone": "0475 12 34 56",
        "language": "fr",
        **changes,
    }


@pytest.mark.covers("S1-39", "S4-5")
@pytest.mark.parametrize("came_by", ["phone", "paper", "in_person", "with_help", "meeting"])
def test_a_coordinator_writes_down_what_somebody_told(
    cast: Cast, programme: Programme, came_by: str
) -> None:
    day = clock.today() - timedelta(days=3)
    sent = told(programme, came_by=came_by, came_on=day.isoformat(), likes="Koken")

    answer = cast.client("amal").post(cast.url("candidates/new/"), sent)

    made = Application.objects.get()
    assert answer["Location"] == cast.url(f"candidates/{made.pk}/")
    assert (made.came_by, made.came_on, made.likes) == (came_by, day, "Koken")
    assert (made.entered_by, made.coordinator) == (cast.amal, cast.amal)
    assert (made.phone, made.language, made.age) == ("+32475123456", "fr", "")
    assert not Message.objects.exists()


def test_who_may_be_the_same_is_shown_once_and_nothing_is_refused(
    cast: Cast, programme: Programme
) -> None:
    there = ApplicationFactory(
        organisation=cast.here, given_name="Samira", phone="+32475123456", email=""
    )
    ApplicationFactory(given_name="Lek", phone="+32475123456")  # somebody who could leak
    person = VolunteerFactory(organisation=cast.here).person
    Person.objects.filter(pk=person.pk).update(phone="+32475123456")
    client = cast.client("amal")

    first = client.post(cast.url("candidates/new/"), told(programme))
    assert first.status_code == 422
    assert first.context["likely"].applications == [there]
    assert [each.pk for each in first.context["likely"].people] == [person.pk]
    assert Application.objects.filter(organisation=cast.here).count() == 1

    second = client.post(
        cast.url("candidates/new/"), told(programme, has_looked="on", person=str(person.pk))
    )
    assert second.status_code == 303
    assert Application.objects.get(given_name="Fatima").person == person


def test_a_person_of_another_house_is_never_taken_over(cast: Cast, programme: Programme) -> None:
    stranger = VolunteerFactory(organisation=cast.elsewhere).person

    cast.client("amal").post(
        cast.url("candidates/new/"), told(programme, has_looked="on", person=str(stranger.pk))
    )

    assert Application.objects.get().person is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"phone": ""},
        {"given_name": ""},
        {"came_on": "2999-01-01"},
        {"came_by": "referral"},
        {"role": "p-verzonnen"},
    ],
)
def test_what_can_not_be_is_asked_again(
    cast: Cast, programme: Programme, wrong: dict[str, str]
) -> None:
    answer = cast.client("amal").post(cast.url("candidates/new/"), told(programme, **wrong))

    assert answer.status_code == 422
    assert not Application.objects.exists()


def test_the_roles_of_the_form_are_those_of_this_house(cast: Cast, programme: Programme) -> None:
    vacancy = VacancyFactory(organisation=cast.here, programme=programme)
    VacancyFactory(organisation=cast.elsewhere)

    form = cast.client("amal").get(cast.url("candidates/new/")).context["form"]

    assert [key for key, _label in form.fields["role"].choices] == [f"v-{vacancy.pk}", "help"]


def test_a_programme_without_a_vacancy_can_still_be_chosen_by_a_coordinator(
    cast: Cast, programme: Programme
) -> None:
    vacancy = VacancyFactory(organisation=cast.here)
    ProgrammeFactory(organisation=cast.here, status=Programme.Status.CLOSED)

    form = cast.client("amal").get(cast.url("candidates/new/")).context["form"]
    keys = [key for key, _label in form.fields["role"].choices]
    assert keys == [f"v-{vacancy.pk}", f"p-{programme.pk}", "help"]
    site = Client().get("/v/hier/apply/").context["form"]
    assert [key for key, _label in site.fields["role"].choices] == [f"v-{vacancy.pk}", "help"]


@pytest.mark.parametrize(("who", "path"), [("piet", "my-volunteering/"), ("bea", "my-other-role/")])
def test_we_write_in_the_language_of_the_account(
    cast: Cast, programme: Programme, who: str, path: str
) -> None:
    user = getattr(cast, who).user
    user.language = "fr"
    user.save(update_fields=["language"])

    cast.client(who).post(cast.url(path), {"role": "help", "likes": "Cuisiner"})

    assert Application.objects.get().language == "fr"


@pytest.mark.parametrize("language", ["nl", "fr", "en", "xx"])
def test_the_same_questions_are_there_on_paper(
    cast: Cast, programme: Programme, language: str
) -> None:
    response = cast.client("amal").get(cast.url(f"candidates/paper-form/?lang={language}"))

    assert response.status_code == 200
    assert response.context["language"] == (language if language != "xx" else "nl")
    assert programme.name in response.content.decode()


@pytest.mark.covers("S1-251")
def test_somebody_who_takes_part_would_also_like_to_help(cast: Cast, programme: Programme) -> None:
    page = cast.client("piet").get(cast.url("my-volunteering/"))
    assert page.status_code == 200

    answer = cast.client("piet").post(
        cast.url("my-volunteering/"),
        {"role": "help", "expects": "Ook eens iets teruggeven", "likes": "Tuinieren"},
    )

    assert (answer.status_code, answer["Location"]) == (303, cast.url("participant/"))
    made = Application.objects.get()
    assert (made.person_id, made.came_by, made.is_undecided) == (
        cast.piet.person_id,
        "participant",
        True,
    )
    assert (made.expects, made.likes, made.age) == ("Ook eens iets teruggeven", "Tuinieren", "")


def test_saying_it_again_adds_to_what_is_there(cast: Cast, programme: Programme) -> None:
    for _twice in range(2):
        cast.client("piet").post(cast.url("my-volunteering/"), {"role": "help", "likes": "Koken"})

    made = Application.objects.get()
    assert "Koken" in made.questions.get().text


def test_a_volunteer_asks_for_another_role(cast: Cast, programme: Programme) -> None:
    answer = cast.client("bea").post(
        cast.url("my-other-role/"), {"role": f"p-{programme.pk}", "likes": "Zingen"}
    )

    assert answer.status_code == 303
    made = Application.objects.get()
    assert (made.person_id, made.entered_by, made.programme) == (
        cast.bea.person_id,
        cast.bea,
        programme,
    )


def test_where_nothing_runs_there_is_a_kind_page(cast: Cast) -> None:
    for who, path in (("piet", "my-volunteering/"), ("bea", "my-other-role/")):
        response = cast.client(who).get(cast.url(path))
        assert (response.status_code, response.context["can_apply"]) == (200, False)
    response = cast.client("amal").get(cast.url("candidates/new/"))
    assert response.status_code == 200


def test_an_application_needs_a_name_a_way_to_answer_and_a_programme_of_this_house(
    cast: Cast, programme: Programme
) -> None:
    amal = cast.actor("amal")
    elsewhere = ProgrammeFactory(organisation=cast.elsewhere)
    closed = ProgrammeFactory(organisation=cast.here, status=Programme.Status.CLOSED)

    with pytest.raises(NameMissing):
        arrivals.apply(actor=amal, new=NewApplication(programme_id=programme.pk, given_name=" "))
    with pytest.raises(NoWayToAnswer):
        arrivals.apply(actor=amal, new=NewApplication(programme_id=programme.pk, given_name="A"))
    with pytest.raises(Programme.DoesNotExist):
        arrivals.apply(actor=amal, new=NewApplication(programme_id=elsewhere.pk, given_name="A"))
    with pytest.raises(NotAllowed):
        arrivals.apply(
            actor=amal,
            new=NewApplication(programme_id=closed.pk, given_name="A", email="a@test.example"),
        )
    assert not Application.objects.exists()


def test_nobody_signs_in_to_apply(programme: Programme) -> None:
    assert Client().get("/v/hier/apply/").status_code == 200
