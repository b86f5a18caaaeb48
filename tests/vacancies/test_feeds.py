"""What other sites take: feeds, and the page inside a frame."""

import json
from datetime import timedelta
from xml.etree import ElementTree as ET

import pytest
from django.test import Client

from naast.core import clock
from naast.vacancies.models import VacancyText
from tests.conftest import Cast
from tests.recruiting import VacancyFactory


@pytest.mark.covers("S1-230")
def test_the_feeds_carry_what_holds_today_with_the_channel_in_each_link(cast: Cast) -> None:
    vacancy = VacancyFactory(organisation=cast.here, text="Vandaag <& morgen>", place="Gent")
    late = clock.today() - timedelta(days=1)
    VacancyFactory(organisation=cast.here, text="Vervallen", valid_until=late)
    VacancyFactory(organisation=cast.elsewhere, text="Elders")

    feed = Client().get("/v/hier/feed.json?via=atlas")
    data = json.loads(feed.content)
    assert data["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["Content-Type"] == "application/feed+json"
    assert feed["Access-Control-Allow-Origin"] == "*"
    (item,) = data["items"]
    assert item["id"] == f"urn:uuid:{vacancy.pk}"
    assert item["title"] == "Vandaag <& morgen>"
    assert item["url"].startswith("http")
    assert item["url"].endswith(f"/v/hier/{vacancy.pk}/?via=atlas")
    assert item["_naast"]["valid_until"] == vacancy.valid_until.isoformat()

    rss = Client().get("/v/hier/feed.xml?via=atlas")
    root = ET.fromstring(rss.content)  # noqa: S314 -- our own feed, written a line above
    assert [each.text for each in root.iter("title")][1:] == ["Vandaag <& morgen>"]
    assert root.findtext("channel/item/link") == item["url"]


@pytest.mark.parametrize("path", ["feed.json", "feed.xml"])
def test_who_asks_again_gets_nothing_until_something_changed(cast: Cast, path: str) -> None:
    VacancyFactory(organisation=cast.here)
    client = Client()
    first = client.get(f"/v/hier/{path}")

    assert first["Cache-Control"].startswith("public, max-age=")
    same = client.get(f"/v/hier/{path}", headers={"if-none-match": first["ETag"]})
    assert (same.status_code, same.content) == (304, b"")
    VacancyFactory(organisation=cast.here)
    assert (
        client.get(f"/v/hier/{path}", headers={"if-none-match": first["ETag"]}).status_code == 200
    )


def test_an_organisation_with_nothing_to_show_has_empty_feeds(cast: Cast) -> None:
    assert json.loads(Client().get("/v/hier/feed.json").content)["items"] == []
    assert Client().get("/v/hier/feed.xml").status_code == 200
    assert Client().get("/v/hier/embed/").status_code == 200


def test_the_page_for_a_frame_may_stand_in_one_and_no_other_page_may(cast: Cast) -> None:
    vacancy = VacancyFactory(organisation=cast.here)
    framed, whole = Client().get("/v/hier/embed/?via=website"), Client().get("/v/hier/")

    assert "frame-ancestors *" in framed["Content-Security-Policy"]
    assert "X-Frame-Options" not in framed
    assert "frame-ancestors 'none'" in whole["Content-Security-Policy"]
    assert whole["X-Frame-Options"] == "DENY"
    page = framed.content.decode()
    assert '<base target="_top">' in page
    assert f"/v/hier/{vacancy.pk}/?via=website" in page
    assert "<form" not in page
    assert "<script" not in page


def test_a_feed_speaks_the_language_of_the_house_or_the_one_asked_for(cast: Cast) -> None:
    vacancy = VacancyFactory(organisation=cast.here)
    VacancyText.objects.create(
        organisation=cast.here, vacancy=vacancy, language="fr", title="Parrain", text="Venez."
    )
    cast.here.language = "fr"
    cast.here.save()

    def title(query: str = "") -> tuple[str, str]:
        data = json.loads(
            Client(headers={"accept-language": "en"}).get(f"/v/hier/feed.json{query}").content
        )
        return data["language"], data["items"][0]["title"]

    assert title() == ("fr", "Parrain")
    assert title("?lang=nl") == ("nl", "Buddy worden")
    assert title("?lang=xx") == ("fr", "Parrain")


def test_a_pasted_text_breaks_no_feed(cast: Cast) -> None:
    VacancyFactory(organisation=cast.here, text="Buddy\x0bworden")
    VacancyText.objects.update(plain="Samen\x0cop stap & <b>praten</b>")

    feed = Client().get("/v/hier/feed.xml")

    item = ET.fromstring(feed.content).find("channel/item")  # noqa: S314 -- our own feed
    assert item is not None
    assert item.findtext("title") == "Buddy worden"
    assert item.findtext("description") == "Samen op stap & <b>praten</b>"
