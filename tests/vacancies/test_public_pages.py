"""Pages for everybody: the list, one role, finding out what suits."""

import json
import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from naast.core import clock
from naast.programmes.models import PathStage, Programme, Selection, StageKind, Task
from naast.programmes.path import USUAL_GROWTH
from naast.vacancies import expectations, exploration
from naast.vacancies.models import Vacancy, VacancyText
from naast.vacancies.times import EVENINGS, OFFICE_HOURS, WEEKEND
from tests.conftest import Cast
from tests.factories import ProgrammeFactory
from tests.recruiting import VacancyFactory

LIST = "/v/hier/"


@pytest.fixture
def programme(cast: Cast) -> Programme:
    made: Programme = ProgrammeFactory(
        organisation=cast.here,
        vision="Naast iemand staan.",
        value_volunteer="Je leert de stad kennen.",
        not_done=["Geen geld lenen."],
        volunteer_contact_weeks=7,
    )
    Task.objects.create(
        organisation=cast.here, programme=made, name="Wonden verzorgen", who=Task.Who.NEVER
    )
    return made


def found(query: str = "") -> set[str]:
    answer = Client().get(f"{LIST}{query}")
    assert answer.status_code == 200
    return {line.text.title for line in answer.context["lines"]}


def page_of(vacancy: Vacancy, query: str = "") -> str:
    answer = Client(headers={"accept-language": "nl"}).get(f"{LIST}{vacancy.pk}/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_list_shows_what_holds_today_and_nothing_else(cast: Cast) -> None:
    today = clock.today()
    VacancyFactory(organisation=cast.here, text="Vandaag", valid_until=today)
    VacancyFactory(organisation=cast.here, text="Gisteren", valid_until=today - timedelta(days=1))
    VacancyFactory(organisation=cast.here, text="Concept", status="draft")
    VacancyFactory(organisation=cast.here, text="Dicht", status="closed")
    VacancyFactory(organisation=cast.elsewhere, text="Elders")

    assert found() == {"Vandaag"}


@pytest.mark.covers("S1-86")
def test_people_filter_on_time_length_programme_place_and_language(cast: Cast) -> None:
    evening = VacancyFactory(
        organisation=cast.here, text="Avond", weekly=EVENINGS, duration="once", place="Gent"
    )
    VacancyFactory(
        organisation=cast.here, text="Weekend", weekly=WEEKEND, duration="interim", place="Aalst"
    )
    VacancyFactory(
        organisation=cast.here, text="Dag", weekly=OFFICE_HOURS, duration="yearly", place="Gent"
    )
    VacancyFactory(organisation=cast.here, text="Open", weekly=None, language_needed=0)

    assert found("?when=evening") == {"Avond", "Weekend", "Open"}
    assert found("?when=weekend&place=Aalst") == {"Weekend"}
    assert found("?duration=once") == {"Avond"}
    assert found("?duration=interim") == {"Weekend"}
    assert found("?duration=yearly") == {"Dag"}
    assert found("?place=Gent") == {"Avond", "Dag"}
    assert found(f"?programme={evening.programme_id}") == {"Avond"}
    assert found("?any_language=on") == {"Open"}
    assert found("?place=Nergens&programme=x") == {"Avond", "Weekend", "Dag", "Open"}


def test_with_nothing_to_show_the_page_is_kind_and_leads_on(cast: Cast) -> None:
    cast.here.phone = "000 11 22 33"
    cast.here.save()
    page = Client().get(LIST)

    assert page.status_code == 200
    for part in ("000 11 22 33", f"{LIST}explore/", f"{LIST}apply/"):
        assert part in page.content.decode()
    assert Client().get("/v/bestaat-niet/").status_code == 404


def test_a_filter_without_a_result_leads_back_to_everything(cast: Cast) -> None:
    VacancyFactory(organisation=cast.here, duration="lasting")
    page = Client().get(f"{LIST}?duration=once&via=bakker")
    assert page.context["lines"] == []
    assert f"{LIST}?via=bakker" in page.content.decode()


@pytest.mark.parametrize("path", ["", "embed/", "feed.json", "explore/?look=1&structure=fixed"])
def test_a_public_list_costs_as_much_with_three_rows_as_with_one(cast: Cast, path: str) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert Client().get(f"{LIST}{path}").status_code == 200
        return len(captured)

    VacancyFactory(organisation=cast.here)
    one = cost()
    VacancyFactory.create_batch(2, organisation=cast.here)
    assert cost() == one <= 5


@pytest.mark.covers("S1-229")
def test_the_page_says_what_one_does_and_how_starting_goes_and_with_whom(
    cast: Cast, programme: Programme
) -> None:
    vacancy = VacancyFactory(
        organisation=cast.here, programme=programme, contact=cast.amal, commitment_months=12
    )
    PathStage.objects.create(
        organisation=cast.here,
        programme=programme,
        kind=StageKind.FIRST_TALK,
        name="Koffie bij ons",
        takes="een uurtje",
        with_whom="Amal of een collega",
    )
    page = page_of(vacancy)

    for said in (
        "Samen wandelen",
        "Wonden verzorgen",
        "Geen geld lenen.",
        "Je kunt luisteren.",
        "Je leert de stad kennen.",
        "Koffie bij ons",
        "een uurtje",
        "Amal of een collega",
    ):
        assert said in page
    assert "Amal Coördineert" not in page
    assert f"{LIST}{vacancy.pk}/apply/" in page


@pytest.mark.parametrize(
    ("selection", "kinds"),
    [
        (Selection.OWN_INITIATIVE, {"application", "start"}),
        (Selection.LIGHT, {"application", "first_talk", "agreement", "start"}),
        (Selection.FULL, set(StageKind)),
    ],
)
def test_without_stages_of_its_own_a_programme_shows_as_much_of_the_way_as_it_asks(
    programme: Programme, selection: str, kinds: set[str]
) -> None:
    programme.selection = selection
    assert {stage.kind for stage in expectations.starting(programme)} == kinds


@pytest.mark.covers("S1-20", "S1-59", "S1-240")
def test_the_page_says_what_to_expect_what_volunteering_is_and_how_one_grows(
    cast: Cast, programme: Programme
) -> None:
    vacancy = VacancyFactory(organisation=cast.here, programme=programme)

    for language in ("nl", "fr", "en"):
        page = page_of(vacancy, f"?lang={language}")
        with translation.override(language):
            said = [
                *expectations.MEANING,
                *expectations.of_us(programme),
                *expectations.of_you(vacancy),
                *USUAL_GROWTH,
            ]
            for sentence in said:
                assert str(sentence).replace("'", "&#x27;") in page
    programme.growth_steps = ["Eerst meekijken"]
    programme.save()
    assert "Eerst meekijken" in page_of(vacancy)


@pytest.mark.covers("S1-234")
def test_the_short_version_is_a_choice_and_a_film_is_a_link(cast: Cast) -> None:
    vacancy = VacancyFactory(organisation=cast.here, film_url="https://film.example/x")

    whole, plain = page_of(vacancy, "?via=bakker"), page_of(vacancy, "?plain=1")
    assert "Je gaat elke week bij iemand langs." in whole
    assert f"{LIST}{vacancy.pk}/?plain=1&amp;via=bakker" in whole
    assert "Je gaat elke week bij iemand langs." not in plain.partition("<body")[2]
    assert "Je praat samen." in plain
    assert 'href="https://film.example/x"' in whole
    assert "<iframe" not in whole


def test_a_text_in_another_language_says_so(cast: Cast) -> None:
    vacancy = VacancyFactory(organisation=cast.here)
    page = page_of(vacancy, "?lang=fr")
    assert '<html lang="fr"' in page
    assert '<h1 lang="nl">Buddy worden</h1>' in page
    VacancyText.objects.create(
        organisation=cast.here, vacancy=vacancy, language="fr", title="Parrain", text="Venez."
    )
    assert "<h1>Parrain</h1>" in page_of(vacancy, "?lang=fr")


def test_the_channel_stays_in_every_link_to_apply(cast: Cast) -> None:
    vacancy = VacancyFactory(organisation=cast.here)
    listed = Client().get(f"{LIST}?via=bakker").content.decode()
    page = page_of(vacancy, "?via=bakker")

    assert f"{LIST}{vacancy.pk}/?via=bakker" in listed
    assert f"{LIST}apply/?via=bakker" in listed
    assert f"{LIST}{vacancy.pk}/apply/?via=bakker" in page
    assert f"{LIST}{vacancy.pk}/apply/?via=" not in page_of(vacancy, '?via="><script>')


def test_search_engines_read_a_posting_that_typed_text_can_t_end(cast: Cast) -> None:
    vacancy = VacancyFactory(
        organisation=cast.here, text="</script><b>Buddy</b> & co", place="Gent", weekly=EVENINGS
    )
    page = page_of(vacancy)
    blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    data = json.loads(blocks[0])

    assert "<b>Buddy" not in page
    assert data["title"] == "</script><b>Buddy</b> & co"
    assert (data["@type"], data["employmentType"]) == ("JobPosting", "VOLUNTEER")
    assert data["datePosted"] == clock.today().isoformat()
    assert data["validThrough"].startswith(vacancy.valid_until.isoformat())
    assert data["hiringOrganization"]["name"] == cast.here.name
    assert data["jobLocation"]["address"]["addressLocality"] == "Gent"
    assert data["directApply"] is True
    assert 'property="og:title"' in page
    assert 'property="og:description"' in page


def test_an_old_poster_leads_to_a_kind_page_and_a_draft_to_nothing(cast: Cast) -> None:
    closed = VacancyFactory(organisation=cast.here, status="closed")
    draft = VacancyFactory(organisation=cast.here, status="draft", published_on=None)
    elsewhere = VacancyFactory(organisation=cast.elsewhere)

    gone = Client().get(f"{LIST}{closed.pk}/?via=bakker")
    assert gone.status_code == 410
    assert f"{LIST}?via=bakker" in gone.content.decode()
    for pk in (draft.pk, elsewhere.pk, uuid4()):
        assert Client().get(f"{LIST}{pk}/").status_code == 404


def test_one_page_costs_the_same_however_long_it_is(cast: Cast, programme: Programme) -> None:
    vacancy = VacancyFactory(organisation=cast.here, programme=programme, contact=cast.amal)

    def cost() -> int:
        with CaptureQueriesContext(connection) as captured:
            page_of(vacancy)
        return len(captured)

    before = cost()
    for name in ("Koken", "Lachen"):
        Task.objects.create(
            organisation=cast.here, programme=programme, name=name, who=Task.Who.VOLUNTEER
        )
    assert cost() == before <= 7


def test_exploring_ends_in_roles_with_reasons_and_takes_the_answers_along(cast: Cast) -> None:
    VacancyFactory(organisation=cast.here, text="Luisteren", gives=["listen"], structure="fixed")
    VacancyFactory(organisation=cast.here, text="Papieren", gives=["papers"], structure="fixed")
    page = Client().get(
        f"{LIST}explore/?look=1&gives=listen&eats=papers&structure=fixed&via=bakker"
    )

    (_fits, well), (_look, worth) = page.context["groups"]
    assert [title for title, _fit in well] == ["Luisteren"]
    assert [title for title, _fit in worth] == ["Papieren"]
    text = page.content.decode()
    for _title, fit in (*well, *worth):
        assert all(sentence in text for sentence in (*fit.reasons, *fit.to_talk))
    assert "%" not in re.sub(r'href="[^"]*"', "", text.partition("<main")[2].partition("<form")[0])
    link = re.search(r'apply/\?explored=([^"&]+)&amp;via=bakker', text)
    assert link
    assert exploration.unpack(link[1].replace("%3A", ":"))["gives"] == ["listen"]


def test_exploring_without_answers_or_without_a_result_is_no_dead_end(cast: Cast) -> None:
    assert Client().get(f"{LIST}explore/").context["form"].is_asked
    assert Client().get(f"{LIST}explore/?look=1").context["has_answers"] is False
    nothing = Client().get(f"{LIST}explore/?look=1&gives=cook")
    assert nothing.context["has_found"] is False
    assert f"{LIST}apply/?explored=" in nothing.content.decode()
    both = Client().get(f"{LIST}explore/?look=1&gives=cook&eats=cook")
    assert both.status_code == 422


def test_answers_travel_through_the_page_of_a_role_and_invented_ones_do_not(cast: Cast) -> None:
    vacancy = VacancyFactory(organisation=cast.here)
    word = exploration.pack(exploration.Answers(gives=("listen",)))

    assert "apply/?explored=" in page_of(vacancy, f"?explored={word}")
    invented = page_of(vacancy, "?explored=zelfgemaakt")
    assert "explored=" not in invented.partition("<main")[2]
