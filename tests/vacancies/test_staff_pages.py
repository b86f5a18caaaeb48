"""Pages about vacancies and channels for whoever coordinates."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from naast.core import clock, drafts
from naast.programmes.models import Programme
from naast.vacancies.models import Channel, Vacancy, VacancyText
from naast.vacancies.reading import EASE_WORDS, Ease
from naast.vacancies.times import EVENINGS, OFFICE_HOURS, WEEKEND
from tests.conftest import Cast
from tests.factories import ProgrammeFactory
from tests.recruiting import ChannelFactory, VacancyFactory

FACTS = {
    "duration": "lasting",
    "language_needed": "1",
    "structure": "either",
    "company": "alone",
    "requirements": "Je luistert.\n\nJe komt op tijd.",
    "weekly": ["2", "5"],
    "gives": ["listen"],
    "film_url": "https://film.example/buddy",
}
TEXT = {"title": "Wandelmaatje", "text": "Je wandelt elke week met iemand.", "plain": "Wandelen."}


def titles(cast: Cast, query: str = "") -> set[str]:
    answer = cast.client("amal").get(cast.url(f"recruiting/{query}"))
    assert answer.status_code == 200
    return {line.title for line in answer.context["lines"]}


@pytest.mark.covers("S1-253")
def test_the_list_filters_on_evening_and_weekend_and_says_for_how_long(cast: Cast) -> None:
    VacancyFactory(
        organisation=cast.here, text="Avond", weekly=EVENINGS, commitment_months=12, place="Gent"
    )
    VacancyFactory(organisation=cast.here, text="Weekend", weekly=WEEKEND)
    VacancyFactory(organisation=cast.here, text="Kantooruren", weekly=OFFICE_HOURS)
    VacancyFactory(organisation=cast.here, text="Af te spreken", weekly=None)
    VacancyFactory(organisation=cast.elsewhere, text="Elders", weekly=EVENINGS)

    assert titles(cast, "?when=evening") == {"Avond", "Weekend", "Af te spreken"}
    assert titles(cast, "?when=weekend") == {"Avond", "Weekend", "Af te spreken"}
    assert titles(cast, "?when=day") == {"Kantooruren", "Af te spreken"}
    assert titles(cast, "?place=Gent") == {"Avond"}
    answer = cast.client("amal").get(cast.url("recruiting/?place=Gent"))
    assert "12" in answer.context["lines"][0].commitment


def test_the_list_filters_on_status_and_programme_and_leaves_closed_ones_away(cast: Cast) -> None:
    first = VacancyFactory(organisation=cast.here, text="Op de site")
    VacancyFactory(organisation=cast.here, text="In de maak", status="draft")
    VacancyFactory(organisation=cast.here, text="Dicht", status="closed")

    assert titles(cast) == {"Op de site", "In de maak"}
    assert titles(cast, "?status=all") == {"Op de site", "In de maak", "Dicht"}
    assert titles(cast, "?status=closed") == {"Dicht"}
    assert titles(cast, f"?status=all&programme={first.programme_id}") == {"Op de site"}


def test_one_that_lapsed_does_not_count_as_on_the_site(cast: Cast) -> None:
    late = VacancyFactory(organisation=cast.here, valid_until=clock.today() - timedelta(days=1))

    answer = cast.client("amal").get(cast.url("recruiting/"))
    assert answer.context["lines"][0].tone == "attention"
    page = cast.client("amal").get(cast.url(f"recruiting/vacancies/{late.pk}/"))
    assert (page.context["is_on_site"], page.context["to_confirm"]) == (False, True)


def queries_of(cast: Cast, path: str) -> int:
    client = cast.client("amal")
    client.get(cast.url(path))
    with CaptureQueriesContext(connection) as captured:
        assert client.get(cast.url(path)).status_code == 200
    return len(captured)


@pytest.mark.parametrize("path", ["recruiting/", "recruiting/channels/", "recruiting/elsewhere/"])
def test_a_list_costs_as_much_with_three_rows_as_with_one(cast: Cast, path: str) -> None:
    VacancyFactory(organisation=cast.here)
    ChannelFactory(organisation=cast.here)
    one = queries_of(cast, path)
    VacancyFactory.create_batch(2, organisation=cast.here)
    ChannelFactory.create_batch(2, organisation=cast.here)
    assert queries_of(cast, path) == one <= 12


def test_a_role_is_made_from_a_programme_and_its_draft_is_forgotten(cast: Cast) -> None:
    programme = ProgrammeFactory(organisation=cast.here, vision="Naast iemand staan.")
    path = cast.url(f"recruiting/vacancies/new/{programme.pk}/")
    client = cast.client("amal")
    drafts.keep(cast.amal.user_id, f"vacancy:new:{programme.pk}", {"title": "Half"})

    form = client.get(path)
    assert form.context["form"].initial["text"].startswith("Naast iemand staan.")
    assert form.context["saved"] == {"title": "Half"}

    answer = client.post(path, FACTS | TEXT)
    made = Vacancy.objects.get()
    assert (answer.status_code, answer["Location"]) == (
        303,
        cast.url(f"recruiting/vacancies/{made.pk}/"),
    )
    assert made.requirements == ["Je luistert.", "Je komt op tijd."]
    assert made.weekly == 0b100100
    assert drafts.kept(cast.amal.user_id, f"vacancy:new:{programme.pk}") == {}


def test_a_refused_form_says_why_and_keeps_what_was_typed(cast: Cast) -> None:
    programme = ProgrammeFactory(organisation=cast.here)
    answer = cast.client("amal").post(
        cast.url(f"recruiting/vacancies/new/{programme.pk}/"),
        FACTS | TEXT | {"title": "", "requirements": "x" * 300, "film_url": "ftp://film.example"},
    )

    assert answer.status_code == 422
    assert {"title", "requirements", "film_url"} == set(answer.context["form"].errors)
    assert TEXT["text"] in answer.content.decode()


def test_who_to_ask_and_where_are_offered_from_the_own_organisation_alone(cast: Cast) -> None:
    programme = ProgrammeFactory(organisation=cast.here)
    answer = cast.client("amal").post(
        cast.url(f"recruiting/vacancies/new/{programme.pk}/"),
        FACTS | TEXT | {"contact": str(cast.chris.pk)},
    )
    assert set(answer.context["form"].errors) == {"contact"}


def test_without_a_programme_there_is_a_way_to_make_one(cast: Cast) -> None:
    Programme.objects.all().delete()
    answer = cast.client("amal").get(cast.url("recruiting/vacancies/new/"))
    assert cast.url("programmes/new/") in answer.content.decode()


def test_facts_are_changed(cast: Cast) -> None:
    vacancy = VacancyFactory(organisation=cast.here)
    path = cast.url(f"recruiting/vacancies/{vacancy.pk}/facts/")

    assert cast.client("amal").get(path).context["form"].initial["requirements"] == [
        "Je kunt luisteren."
    ]
    assert cast.client("amal").post(path, FACTS).status_code == 303
    vacancy.refresh_from_db()
    assert vacancy.gives == ["listen"]
    assert cast.client("amal").post(path, FACTS | {"duration": "ever"}).status_code == 422


def test_how_a_text_reads_stands_on_the_page_and_blocks_nothing(cast: Cast) -> None:
    vacancy = VacancyFactory(organisation=cast.here, status="draft")
    long_sentence = "Je gaat elke week " + "en elke week " * 8 + "bij iemand langs."
    path = cast.url(f"recruiting/vacancies/{vacancy.pk}/text/nl/")

    assert cast.client("amal").post(path, TEXT | {"text": long_sentence}).status_code == 303
    page = cast.client("amal").get(cast.url(f"recruiting/vacancies/{vacancy.pk}/"))
    row = page.context["texts"][0]
    assert row.reading.ease != Ease.EASY
    assert f"«{long_sentence}»" in page.content.decode()
    with translation.override("nl"):
        assert str(EASE_WORDS[row.reading.ease]) in page.content.decode()

    publish = cast.url(f"recruiting/vacancies/{vacancy.pk}/steps/publish/")
    assert cast.client("amal").post(publish).status_code == 303
    assert Vacancy.objects.get().status == "published"


@pytest.mark.covers("S1-234")
def test_a_text_longer_than_the_limit_is_refused(cast: Cast) -> None:
    vacancy = VacancyFactory(organisation=cast.here)
    path = cast.url(f"recruiting/vacancies/{vacancy.pk}/text/nl/")
    for field, long_text in (("text", "woord " * 300), ("plain", "woord " * 100)):
        answer = cast.client("amal").post(path, TEXT | {field: long_text})
        assert (answer.status_code, set(answer.context["form"].errors)) == (422, {field})


def test_a_text_is_written_in_a_second_language_and_taken_away_again(cast: Cast) -> None:
    vacancy = VacancyFactory(organisation=cast.here)
    path, client = cast.url(f"recruiting/vacancies/{vacancy.pk}/text/fr/"), cast.client("amal")

    assert client.post(path, TEXT).status_code == 303
    assert client.get(path).context["form"].initial["title"] == TEXT["title"]
    assert client.post(f"{path}remove/").status_code == 303
    assert list(VacancyText.objects.values_list("language", flat=True)) == ["nl"]
    assert client.post(f"{path}remove/").status_code == 404
    assert client.get(path.replace("/fr/", "/xx/")).status_code == 404


def test_the_last_text_on_the_site_stays_and_the_page_says_why(cast: Cast) -> None:
    vacancy = VacancyFactory(organisation=cast.here)
    path = cast.url(f"recruiting/vacancies/{vacancy.pk}/text/nl/remove/")
    assert cast.client("amal").post(path, follow=True).status_code == 200
    assert VacancyText.objects.count() == 1


def test_confirming_from_the_desk_leads_back_to_the_desk(cast: Cast) -> None:
    soon = clock.today() + timedelta(days=2)
    vacancy = VacancyFactory(organisation=cast.here, valid_until=soon)
    path = cast.url(f"recruiting/vacancies/{vacancy.pk}/steps/confirm/")

    answer = cast.client("amal").post(path, {"next": "today"})
    assert answer["Location"] == cast.url("today/")
    vacancy.refresh_from_db()
    assert vacancy.valid_until > soon


def test_a_step_that_is_not_possible_any_more_changes_nothing(cast: Cast) -> None:
    vacancy = VacancyFactory(organisation=cast.here, status="closed")
    steps = cast.url(f"recruiting/vacancies/{vacancy.pk}/steps/")

    assert cast.client("amal").post(f"{steps}confirm/").status_code == 303
    assert Vacancy.objects.get().status == "closed"
    assert cast.client("amal").post(f"{steps}nonsense/").status_code == 404


def test_the_preview_shows_a_draft_as_outside_and_outside_does_not(cast: Cast) -> None:
    vacancy = VacancyFactory(
        organisation=cast.here, status="draft", published_on=None, text="Nog geheim"
    )

    shown = cast.client("amal").get(cast.url(f"recruiting/vacancies/{vacancy.pk}/preview/"))
    assert "Nog geheim" in shown.content.decode()
    assert cast.client("amal").get(f"/v/hier/{vacancy.pk}/").status_code == 404
    vacancy.texts.all().delete()
    empty = cast.client("amal").get(cast.url(f"recruiting/vacancies/{vacancy.pk}/preview/"))
    assert cast.url(f"recruiting/vacancies/{vacancy.pk}/text/nl/") in empty.content.decode()


@pytest.mark.covers("S1-231")
def test_each_channel_has_its_link_and_an_invitation_carries_word_of_mouth(cast: Cast) -> None:
    vacancy = VacancyFactory(organisation=cast.here)
    ChannelFactory(organisation=cast.here, code="bakker")
    ChannelFactory(organisation=cast.here, code="mond", circle=Channel.Circle.ACQUAINTANCES)
    ChannelFactory(organisation=cast.here, code="oud", is_used=False)

    page = cast.client("amal").get(cast.url(f"recruiting/vacancies/{vacancy.pk}/share/"))
    links = {channel.code: address for channel, address in page.context["rows"]}
    assert set(links) == {"bakker", "mond"}
    for address in links.values():
        assert address in page.content.decode()
    assert links["bakker"].endswith(f"/v/hier/{vacancy.pk}/?via=bakker")
    invitation = page.context["invitation"]
    assert links["mond"] in invitation
    assert "Buddy worden" in invitation
    assert cast.here.name in invitation


def test_sharing_without_channels_or_texts_still_shows_a_way(cast: Cast) -> None:
    vacancy = VacancyFactory(organisation=cast.here)
    vacancy.texts.all().delete()
    page = cast.client("amal").get(cast.url(f"recruiting/vacancies/{vacancy.pk}/share/"))
    assert page.status_code == 200
    assert page.context["invitation"] == ""
    poster = cast.client("amal").get(cast.url(f"recruiting/vacancies/{vacancy.pk}/poster.pdf"))
    assert poster.status_code == 404


def test_the_frame_and_the_feeds_are_there_to_copy(cast: Cast) -> None:
    page = cast.client("amal").get(cast.url("recruiting/elsewhere/")).content.decode()
    for part in ("&lt;iframe", "/v/hier/embed/", "/v/hier/feed.json", "/v/hier/feed.xml"):
        assert part in page


def test_a_channel_is_written_and_changed(cast: Cast) -> None:
    client = cast.client("amal")
    values = {"name": "Bakker", "code": "bakker", "circle": "neighbourhood", "cost": "12.50"}

    assert client.post(cast.url("recruiting/channels/new/"), values).status_code == 303
    made = Channel.objects.get()
    assert (made.is_used, str(made.cost)) == (False, "12.50")
    path = cast.url(f"recruiting/channels/{made.pk}/")
    assert client.get(path).context["form"].initial["code"] == "bakker"
    assert client.post(path, values | {"is_used": "on"}).status_code == 303
    assert Channel.objects.get().is_used
    assert client.post(cast.url("recruiting/channels/new/"), values).status_code == 422
    assert client.post(path, values | {"code": "met spatie"}).status_code == 422
    assert client.post(cast.url("recruiting/channels/usual/")).status_code == 303
    assert Channel.objects.count() > 5
