"""Applying without an account: short, plain, safe to send twice, and telling nobody who is known."""

from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.utils import translation

from naast.audit.models import Event
from naast.core import clock
from naast.messaging.models import Message
from naast.organisations.actors import Actor
from naast.programmes.models import Programme
from naast.recruitment.inputs_path import Welcome
from naast.recruitment.models import Application, Outcome, Tally
from naast.recruitment.services import outcomes, tallies
from naast.vacancies import exploration
from tests.conftest import Cast
from tests.factories import ProgrammeFactory
from tests.recruiting import ApplicationFactory, ChannelFactory, VacancyFactory
from tests.recruitment.sending import applying, fresh_limits, shown

__all__ = ["fresh_limits"]

APPLY, THANKS = "/v/hier/apply/", "/v/hier/thanks/"


@pytest.fixture
def programme(cast: Cast) -> Programme:
    """A programme that runs, which Amal looks after."""
    made: Programme = ProgrammeFactory(organisation=cast.here, coordinator=cast.amal)
    return made


@pytest.mark.covers("S1-249")
def test_somebody_applies_with_what_they_like_and_can(programme: Programme) -> None:
    answer = Client().post(
        APPLY,
        applying(
            likes="Koken",
            can="Fietsen maken",
            why_here="Mijn buurt",
            weekly=["0", "4"],
            term_months="6",
        ),
    )

    assert (answer.status_code, answer["Location"]) == (303, THANKS)
    made = Application.objects.get()
    assert (made.likes, made.can, made.why_here) == ("Koken", "Fietsen maken", "Mijn buurt")
    assert (made.weekly, made.term_months, made.age) == (0b10001, 6, "adult")
    assert (made.programme, made.coordinator, made.came_by) == (
        programme,
        programme.coordinator,
        "site",
    )
    assert Event.objects.get(kind="application.came").reason == "public page"


def test_the_languages_somebody_speaks_come_along_and_reach_the_fit(
    programme: Programme, coordinator: Actor
) -> None:
    rows = Client().get(APPLY).context["form"].language_fields
    assert len(rows) == 2
    spoken = {"language_0": "ar", "level_0": "3", "language_1": "nl", "level_1": "1"}

    assert Client().post(APPLY, applying(**spoken)).status_code == 303
    # Once more without an address of ours to change: what was said first stays.
    Client().post(APPLY, applying(nonce="nog-eens", language_0="fr", level_0="1"))

    made = Application.objects.get()
    assert made.languages == {"ar": 3, "nl": 1}
    after = outcomes.welcome(
        actor=coordinator, application_id=made.pk, yes=Welcome(outcome=Outcome.FITS)
    )
    assert after.person is not None
    languages = after.person.languages.values_list("language", "level")
    assert dict(languages) == {"ar": 3, "nl": 1}


def test_whoever_does_not_know_yet_is_helped_to_choose(programme: Programme) -> None:
    Client().post(APPLY, applying(role="help"))

    made = Application.objects.get()
    assert (made.is_undecided, made.vacancy) == (True, None)


def test_one_applies_for_one_vacancy(programme: Programme) -> None:
    vacancy = VacancyFactory(organisation=programme.organisation, programme=programme)

    answer = Client().post(f"/v/hier/{vacancy.pk}/apply/", applying())

    assert answer.status_code == 303
    made = Application.objects.get()
    assert (made.vacancy, made.is_undecided) == (vacancy, False)


def test_the_form_of_one_vacancy_names_it_and_asks_no_role(programme: Programme) -> None:
    vacancy = VacancyFactory(
        organisation=programme.organisation, programme=programme, text="Samen zingen"
    )

    answer = Client().get(f"/v/hier/{vacancy.pk}/apply/")

    assert answer.status_code == 200
    assert "Samen zingen" in answer.content.decode()
    assert "role" not in answer.context["form"].fields


def test_a_vacancy_that_is_not_on_the_site_takes_nobody(programme: Programme) -> None:
    draft = VacancyFactory(organisation=programme.organisation, programme=programme, status="draft")
    elsewhere = VacancyFactory()

    for vacancy in (draft, elsewhere):
        assert Client().get(f"/v/hier/{vacancy.pk}/apply/").status_code == 404


def test_the_roles_are_those_of_this_house_alone(programme: Programme) -> None:
    own = VacancyFactory(organisation=programme.organisation, programme=programme)
    VacancyFactory()  # somebody who could leak

    response = Client().get(APPLY)

    keys = [key for key, _label in response.context["form"].fields["role"].choices]
    assert keys == [f"v-{own.pk}", "help"]


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_the_form_is_there_in_three_languages(programme: Programme, language: str) -> None:
    response = Client().get(f"{APPLY}?lang={language}")

    assert response.status_code == 200
    assert response.context["form"]["language"].value() == language


@pytest.mark.covers("S4-27")
def test_the_short_form_asks_four_things_and_leaves_the_rest_to_a_person(
    programme: Programme,
) -> None:
    response = Client().get(f"{APPLY}?plain=1")
    asked = {field.name for field in response.context["form"] if not field.is_hidden}
    assert asked - {"opened", "website"} == {"given_name", "reach", "likes", "language"}

    answer = Client().post(
        f"{APPLY}?plain=1",
        {
            **shown(),
            "given_name": "Ali",
            "reach": "0475 12 34 56",
            "likes": "Koken",
            "language": "fr",
        },
    )

    assert answer.status_code == 303
    made = Application.objects.get()
    assert (made.phone, made.email, made.language) == ("+32475123456", "", "fr")
    assert (made.age, made.prefers_phone, made.is_undecided) == ("", True, True)


def test_nothing_is_lost_when_something_needs_another_look(programme: Programme) -> None:
    sent = applying(email="", phone="", likes="Mijn hele verhaal", barriers=["transport"])

    answer = Client().post(APPLY, sent)

    assert answer.status_code == 422
    form = answer.context["form"]
    assert "email" in form.errors
    assert form["likes"].value() == "Mijn hele verhaal"
    assert "Mijn hele verhaal" in answer.content.decode()
    assert not Application.objects.exists()


def test_a_fold_with_something_wrong_in_it_stands_open(programme: Programme) -> None:
    answer = Client().post(APPLY, applying(occasion="iets anders"))

    assert answer.context["form"].is_open


def test_a_child_hears_the_rule_and_nothing_is_kept(programme: Programme) -> None:
    answer = Client().post(APPLY, applying(age="under_15"))

    assert answer.status_code == 422
    assert not Application.objects.exists()


def test_a_programme_that_does_not_run_takes_nobody(cast: Cast) -> None:
    ProgrammeFactory(organisation=cast.here, status=Programme.Status.CLOSED)

    response = Client().get(APPLY)

    assert response.status_code == 200
    assert not response.context["can_apply"]
    assert Client().post(APPLY, applying()).status_code == 200
    assert not Application.objects.exists()


@pytest.mark.parametrize("name", ["given_name", "age", "language"])
def test_what_is_needed_is_asked_for(programme: Programme, name: str) -> None:
    answer = Client().post(APPLY, applying(**{name: ""}))

    assert answer.status_code == 422
    assert name in answer.context["form"].errors


def test_the_same_form_sent_twice_makes_one_application(programme: Programme) -> None:
    first, second = (Client().post(APPLY, applying()) for _twice in range(2))

    assert (first.status_code, first["Location"]) == (second.status_code, second["Location"])
    assert Application.objects.count() == 1
    assert not Application.objects.get().questions.exists()


def test_somebody_on_the_way_adds_to_what_is_there_and_sees_the_same(programme: Programme) -> None:
    there = ApplicationFactory(
        organisation=programme.organisation,
        programme=programme,
        given_name="Fatima",
        email="fatima@test.example",
        likes="Lezen",
    )

    answer = Client().post(APPLY, applying(why_here="Ook dit nog", email="Fatima@Test.example"))

    assert (answer.status_code, answer["Location"]) == (303, THANKS)
    assert Application.objects.get() == there
    there.refresh_from_db()
    assert (there.likes, there.waits_for) == ("Lezen", "us")
    assert "Ook dit nog" in there.questions.get().text


@pytest.mark.parametrize(
    "different",
    [{"given_name": "Samir"}, {"email": "anders@test.example"}, {"status": "closed"}],
)
def test_somebody_else_or_somebody_who_is_back_gets_an_application_of_their_own(
    programme: Programme, different: dict[str, Any]
) -> None:
    usual = {"given_name": "Fatima", "email": "fatima@test.example"}
    closed = {"closed_on": clock.today()} if "status" in different else {}
    ApplicationFactory(
        organisation=programme.organisation,
        programme=programme,
        **{**usual, **different, **closed},
    )

    Client().post(APPLY, applying())

    assert Application.objects.count() == 2


def test_an_application_in_another_house_is_not_touched(programme: Programme) -> None:
    elsewhere = ApplicationFactory(given_name="Fatima", email="fatima@test.example")

    Client().post(APPLY, applying())

    assert not elsewhere.questions.exists()
    assert Application.objects.count() == 2


def test_the_letter_goes_in_their_language_with_their_own_link(
    programme: Programme, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        Client().post(APPLY, applying(language="fr"))

    letter = Message.objects.get(kind="application.thanks")
    assert (letter.to_address, letter.language) == ("fatima@test.example", "fr")
    assert letter.url.startswith("/v/hier/mine/")
    assert "Fatima" not in mail.outbox[0].subject
    assert Client().get(letter.url).status_code == 200


def test_after_ten_tries_in_an_hour_the_text_stays_and_nothing_is_kept(
    programme: Programme,
) -> None:
    client = Client()
    for _try in range(10):
        client.post(APPLY, applying(given_name=""))

    answer = client.post(APPLY, applying(likes="Mijn verhaal"))

    assert answer.status_code == 429
    assert "Mijn verhaal" in answer.content.decode()
    assert not Application.objects.exists()


def test_a_body_that_is_too_large_is_not_taken_in(programme: Programme) -> None:
    answer = Client().post(APPLY, applying(likes="x" * 120_000))

    assert answer.status_code == 413
    assert not Application.objects.exists()


def test_a_machine_is_asked_to_press_once_more(programme: Programme) -> None:
    sent = applying(website="https://spam.example")
    del sent["opened"]

    answer = Client().post(APPLY, sent)

    assert answer.status_code == 422
    assert not Application.objects.exists()


def test_the_channel_and_what_somebody_found_out_travel_along(programme: Programme) -> None:
    channel = ChannelFactory(organisation=programme.organisation, code="affiche")
    word = exploration.pack(exploration.Answers(gives=("talking",)))
    response = Client().get(f"{APPLY}?via=affiche&explored={word}")
    form = response.context["form"]

    Client().post(
        APPLY, applying(channel=form["channel"].value(), explored=form["explored"].value())
    )

    made = Application.objects.get()
    assert made.channel == channel
    assert made.explored["gives"] == ["talking"]


def test_own_choice_is_asked_in_private_and_kept_from_letters(programme: Programme) -> None:
    Client().post(APPLY, applying(free_choice="no", via="De dienst"))

    made = Application.objects.get()
    assert (made.free_choice, made.via) == ("no", "De dienst")
    assert "free_choice" in Application.Privacy.sensitive
    with translation.override("nl"):
        words = made.get_free_choice_display()
    assert all(words not in letter.body for letter in Message.objects.all())


@pytest.mark.covers("S1-21")
@pytest.mark.parametrize(
    ("ticked", "kept"),
    [
        (["transport"], {"transport": "De laatste bus"}),
        (["transport", "costs"], {"transport": "", "costs": "", "other": "De laatste bus"}),
        ([], {"other": "De laatste bus"}),
    ],
)
def test_what_stands_in_the_way_is_kept_with_its_words(
    programme: Programme, ticked: list[str], kept: dict[str, str]
) -> None:
    Client().post(APPLY, applying(barriers=ticked, barrier_words="De laatste bus"))

    assert Application.objects.get().barriers == kept


@pytest.mark.covers("S1-71", "S1-135", "S1-247")
def test_the_fold_asks_for_occasion_work_and_whom_they_bring_along(programme: Programme) -> None:
    Client().post(
        APPLY,
        applying(
            occasion="service",
            professional_past="Verpleegkundige",
            brings_along="Mijn zus",
            support_wishes=["time", "language", "time"],
        ),
    )

    made = Application.objects.get()
    assert (made.occasion, made.professional_past) == ("service", "Verpleegkundige")
    assert (made.brings_along, made.support_wishes) == ("Mijn zus", ["time", "language"])


@pytest.mark.covers("S4-27")
def test_voluntary_questions_are_counted_and_point_at_nobody(cast: Cast) -> None:
    for _twice in range(2):
        answer = Client().post(THANKS, {**shown(), "age_group": "26_45"})
        assert answer.status_code == 303

    row = Tally.objects.get()
    assert (row.question, row.answer, row.number, row.month.day) == ("age_group", "26_45", 2, 1)
    assert {field.name for field in Tally._meta.fields}.isdisjoint({"application", "person"})


def test_an_answer_that_was_not_asked_is_not_counted(cast: Cast) -> None:
    counted = tallies.count(actor=cast.actor("amal"), answers={"religion": "x", "age_group": "x"})

    assert counted == 0
    assert not Tally.objects.exists()


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_the_page_about_privacy_names_the_term_of_this_house(cast: Cast, language: str) -> None:
    cast.here.candidate_months = 7
    cast.here.save(update_fields=["candidate_months"])

    response = Client().get(f"/v/hier/privacy/?lang={language}")

    assert response.status_code == 200
    assert response.context["months"] == 7
    assert "7 " in response.content.decode()


def test_a_house_that_does_not_exist_has_no_form(cast: Cast) -> None:
    for path in ("apply/", "thanks/", "privacy/", "refer/"):
        assert Client().get(f"/v/nergens/{path}").status_code == 404
