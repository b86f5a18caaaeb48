"""A new vacancy, its facts and texts, its steps; who may."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
import time_machine
from django.utils import translation

from naast.audit.models import Event
from naast.core import clock
from naast.core.errors import NotAllowed, StateConflict
from naast.organisations.actors import Actor
from naast.programmes.models import EntryCondition, Programme
from naast.vacancies import filled, policies
from naast.vacancies.errors import CodeTaken, NoTextYet, ProgrammeNotRunning
from naast.vacancies.filled import Words
from naast.vacancies.models import Channel, Duration, Vacancy, VacancyText
from naast.vacancies.queries import channels as channels_of
from naast.vacancies.queries import open_vacancies, public_vacancy, text_in
from naast.vacancies.queries.staff import programme_to_fill
from naast.vacancies.services import channels as channel_services
from naast.vacancies.services import vacancies as services
from naast.vacancies.states import CLOSED, DRAFT, HOLDS_FOR_DAYS, PUBLISHED, VACANCY
from tests.conftest import Cast
from tests.factories import ProgrammeFactory
from tests.recruiting import ChannelFactory, CompetenceFactory, VacancyFactory

WORDS = Words(language="nl", title="Wandelmaatje", text="Je wandelt.", plain="Wandelen.")


@pytest.fixture
def programme(cast: Cast) -> Programme:
    made: Programme = ProgrammeFactory(
        organisation=cast.here,
        vision="Naast iemand staan.",
        value_volunteer="Je leert de stad kennen.",
        minimum_months=6,
        minimum_age=18,
        duration_months=24,
        coordinator=cast.amal,
    )
    return made


@pytest.mark.covers("S1-165", "S1-205")
def test_a_vacancy_is_filled_in_from_what_the_programme_says(
    cast: Cast, coordinator: Actor, programme: Programme
) -> None:
    part = {"organisation": cast.here, "programme": programme}
    CompetenceFactory(**part, name="Je kunt luisteren")
    CompetenceFactory(**part, name="Je kunt koken", is_needed=False)
    EntryCondition.objects.create(**part, kind="check", name="Uittreksel gezien")
    EntryCondition.objects.create(**part, kind="training", name="Later", is_required=False)
    EntryCondition.objects.create(**part, kind="insurance", name="Verzekerd")

    found = programme_to_fill(coordinator, programme.pk)
    assert found is not None
    with translation.override("nl"):
        facts, words = filled.facts_of(found), filled.words_of(found, "nl")

    assert facts["requirements"][0] == "Je kunt luisteren"
    assert "18" in facts["requirements"][1]
    assert facts["requirements"][2:] == ["Uittreksel gezien"]
    assert facts["commitment_months"] == 6
    assert facts["duration"] == Duration.LASTING
    assert facts["times_a_month"] == 4
    assert facts["contact"] == cast.amal
    for said in (programme.vision, programme.purpose, "Samen wandelen", programme.value_volunteer):
        assert said in words.text
    assert "buddy" in words.title
    assert words.plain == programme.purpose


def test_a_text_that_would_be_too_long_leaves_out_what_does_not_fit(programme: Programme) -> None:
    programme.purpose = "Heel veel woorden. " * 100
    words = filled.words_of(programme, "nl")

    assert programme.vision in words.text
    assert programme.value_volunteer in words.text
    assert "Heel veel" not in words.text


@pytest.mark.parametrize(
    ("months", "expected"), [(None, "lasting"), (1, "short"), (6, "interim"), (24, "lasting")]
)
def test_how_long_follows_the_programme(months: int | None, expected: str) -> None:
    programme = ProgrammeFactory.build(organisation=None, duration_months=months)
    assert filled._duration(programme.duration_months) == expected


def test_a_new_vacancy_is_a_draft_with_its_text_and_a_line_in_the_history(
    coordinator: Actor, programme: Programme
) -> None:
    made = services.create(
        actor=coordinator, programme_id=programme.pk, facts={"place": "Gent"}, words=WORDS
    )

    assert (made.status, made.place, made.valid_until) == (DRAFT, "Gent", None)
    assert made.texts.get().title == "Wandelmaatje"
    assert Event.objects.get(kind="vacancy.created").target_id == made.pk


def test_only_a_coordinator_writes(volunteer: Actor, programme: Programme) -> None:
    with pytest.raises(NotAllowed):
        services.create(actor=volunteer, programme_id=programme.pk, facts={})
    with pytest.raises(NotAllowed):
        channel_services.add_usual(actor=volunteer)
    with pytest.raises(NotAllowed):
        channel_services.save_channel(actor=volunteer, values={"code": "x"})


def test_a_closed_programme_looks_for_nobody(coordinator: Actor, programme: Programme) -> None:
    Programme.objects.update(status=Programme.Status.CLOSED)
    with pytest.raises(NotAllowed):
        services.create(actor=coordinator, programme_id=programme.pk, facts={})


def test_what_belongs_to_another_organisation_is_not_there(
    stranger: Actor, programme: Programme
) -> None:
    vacancy = VacancyFactory(organisation=programme.organisation, programme=programme)

    with pytest.raises(Programme.DoesNotExist):
        services.create(actor=stranger, programme_id=programme.pk, facts={})
    for write in (
        lambda: services.change(actor=stranger, vacancy_id=vacancy.pk, facts={}),
        lambda: services.write_text(actor=stranger, vacancy_id=vacancy.pk, words=WORDS),
        lambda: services.remove_text(actor=stranger, vacancy_id=vacancy.pk, language="nl"),
        lambda: services.take_step(actor=stranger, vacancy_id=vacancy.pk, step="close"),
    ):
        with pytest.raises(Vacancy.DoesNotExist):
            write()
    assert not policies.can_change(stranger, vacancy)
    assert not policies.can_look_for(stranger, programme)


def test_vacancies_and_channels_are_seen_by_their_coordinators_alone(cast: Cast) -> None:
    vacancy, channel = (
        VacancyFactory(organisation=cast.here),
        ChannelFactory(organisation=cast.here),
    )

    assert list(policies.visible_to(cast.actor("amal"))) == [vacancy]
    assert list(channels_of(cast.actor("amal"))) == [channel]
    for who in ("bea", "nele", "piet", "chris"):
        assert not policies.visible_to(cast.actor(who)).exists()
        assert not channels_of(cast.actor(who)).exists()


def test_a_change_is_recorded_with_the_names_of_the_fields(cast: Cast, coordinator: Actor) -> None:
    vacancy = VacancyFactory(organisation=cast.here)
    services.change(
        actor=coordinator, vacancy_id=vacancy.pk, facts={"place": "Mechelen", "weekly": None}
    )

    vacancy.refresh_from_db()
    assert vacancy.place == "Mechelen"
    assert Event.objects.get(kind="vacancy.changed").changes == {"fields": ["place"]}
    with pytest.raises(KeyError):
        services.change(actor=coordinator, vacancy_id=vacancy.pk, facts={"status": "published"})


@pytest.mark.covers("S1-235")
def test_it_holds_for_sixty_days_until_somebody_says_that_it_still_does(
    cast: Cast, coordinator: Actor
) -> None:
    vacancy = VacancyFactory(organisation=cast.here, status=DRAFT, valid_until=None)
    start = datetime(2026, 3, 2, 9, tzinfo=UTC)

    with time_machine.travel(start):
        services.take_step(actor=coordinator, vacancy_id=vacancy.pk, step="publish")
    last_day = start.date() + timedelta(days=HOLDS_FOR_DAYS)
    assert public_vacancy(cast.here.pk, vacancy.pk, last_day) == vacancy
    late = last_day + timedelta(days=1)
    assert public_vacancy(cast.here.pk, vacancy.pk, late) is None
    assert not open_vacancies(cast.here.pk, late).exists()

    with time_machine.travel(start + timedelta(days=70)):
        services.take_step(actor=coordinator, vacancy_id=vacancy.pk, step="confirm")
    vacancy.refresh_from_db()
    assert public_vacancy(cast.here.pk, vacancy.pk, late) == vacancy
    assert vacancy.published_on == start.date()


def test_every_step_of_the_table_leads_where_it_says(cast: Cast, coordinator: Actor) -> None:
    vacancy = VacancyFactory(organisation=cast.here, status=DRAFT)
    for step, status in (
        ("publish", PUBLISHED),
        ("confirm", PUBLISHED),
        ("close", CLOSED),
        ("reopen", DRAFT),
        ("close", CLOSED),
    ):
        services.take_step(actor=coordinator, vacancy_id=vacancy.pk, step=step)
        assert Vacancy.objects.get(pk=vacancy.pk).status == status
    with pytest.raises(StateConflict):
        services.take_step(actor=coordinator, vacancy_id=vacancy.pk, step="publish")
    assert set(VACANCY.steps) == {"publish", "confirm", "close", "reopen"}


def test_nothing_goes_on_the_site_without_a_text_or_without_a_running_programme(
    cast: Cast, coordinator: Actor
) -> None:
    vacancy = VacancyFactory(organisation=cast.here, status=DRAFT)

    Programme.objects.update(status=Programme.Status.DRAFT)
    with pytest.raises(ProgrammeNotRunning):
        services.take_step(actor=coordinator, vacancy_id=vacancy.pk, step="publish")
    VacancyText.objects.all().delete()
    with pytest.raises(NoTextYet):
        services.take_step(actor=coordinator, vacancy_id=vacancy.pk, step="publish")
    assert Vacancy.objects.get().status == DRAFT


def test_outside_sees_nothing_of_a_programme_that_does_not_run(cast: Cast) -> None:
    VacancyFactory(organisation=cast.here)
    assert open_vacancies(cast.here.pk, clock.today()).count() == 1
    Programme.objects.update(status=Programme.Status.CLOSED)
    assert open_vacancies(cast.here.pk, clock.today()).count() == 0


def test_a_text_is_written_once_a_language_and_the_last_one_stays_while_on_the_site(
    cast: Cast, coordinator: Actor
) -> None:
    vacancy = VacancyFactory(organisation=cast.here)
    french = Words(language="fr", title="Parrain", text="Venez.")

    services.write_text(actor=coordinator, vacancy_id=vacancy.pk, words=WORDS)
    services.write_text(actor=coordinator, vacancy_id=vacancy.pk, words=french)
    assert {text.language: text.title for text in vacancy.texts.all()} == {
        "nl": "Wandelmaatje",
        "fr": "Parrain",
    }
    services.remove_text(actor=coordinator, vacancy_id=vacancy.pk, language="fr")
    with pytest.raises(NoTextYet):
        services.remove_text(actor=coordinator, vacancy_id=vacancy.pk, language="nl")
    with pytest.raises(VacancyText.DoesNotExist):
        services.remove_text(actor=coordinator, vacancy_id=vacancy.pk, language="en")


def test_a_text_falls_back_to_the_language_of_the_house_and_then_to_any(cast: Cast) -> None:
    vacancy = VacancyFactory(organisation=cast.here)
    VacancyText.objects.create(
        organisation=cast.here, vacancy=vacancy, language="fr", title="Parrain", text="Venez."
    )

    def language(*asked: str) -> str:
        text = text_in(vacancy, *asked)
        return text.language if text else ""

    assert language("fr", "nl") == "fr"
    assert language("en", "nl") == "nl"
    assert language("en", "en") in {"nl", "fr"}
    assert text_in(VacancyFactory.build(organisation=None, programme=None), "nl") is None


@pytest.mark.covers("S1-232")
def test_the_usual_channels_come_with_one_tap_and_never_twice(
    cast: Cast, coordinator: Actor
) -> None:
    ChannelFactory(organisation=cast.here, code="posters", name="Onze affiches")

    added = channel_services.add_usual(actor=coordinator)
    again = channel_services.add_usual(actor=coordinator)

    assert (added, again) == (len(channel_services.USUAL) - 1, 0)
    assert channels_of(coordinator).get(code="posters").name == "Onze affiches"
    assert {"bread-bags", "open-door", "social-media", "meetings", "fairs"} <= set(
        channels_of(coordinator).values_list("code", flat=True)
    )


def test_a_channel_has_its_cost_and_its_code_is_free(cast: Cast, coordinator: Actor) -> None:
    values = {"name": "Bakker", "code": "bakker", "circle": "neighbourhood", "cost": 120}
    made = channel_services.save_channel(actor=coordinator, values=values)
    channel_services.save_channel(
        actor=coordinator, values=values | {"cost": 80}, channel_id=made.pk
    )

    assert Channel.objects.get().cost == 80
    with pytest.raises(CodeTaken):
        channel_services.save_channel(actor=coordinator, values=values)
    with pytest.raises(KeyError):
        channel_services.save_channel(actor=coordinator, values=values | {"organisation": 1})
    with pytest.raises(Channel.DoesNotExist):
        channel_services.save_channel(actor=coordinator, values=values, channel_id=uuid4())
