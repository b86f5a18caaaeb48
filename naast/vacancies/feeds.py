"""What an organisation looks for, for other sites: JSON Feed 1.1 and RSS (S1-230). Only what holds today goes
out (S1-235)."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, time
from typing import Any

from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from naast.organisations.models import Organisation
from naast.vacancies import addresses
from naast.vacancies.models import Vacancy, VacancyText
from naast.vacancies.queries.public import place_of
from naast.vacancies.role import commitment, when

Readable = Iterable[tuple[VacancyText, Vacancy]]
VERSION = "https://jsonfeed.org/version/1.1"
# What a pasted text may hold and XML can't.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def title(house: Organisation) -> str:
    """What both feeds are called."""
    return _("Volunteering with %(house)s") % {"house": house.name}


def json_feed(house: Organisation, rows: Readable, *, language: str, via: str) -> dict[str, Any]:
    """The feed as data (jsonfeed.org); `via` is the code of the channel that its links carry."""
    return {
        "version": VERSION,
        "title": title(house),
        "home_page_url": addresses.of_house(house.slug, via=via),
        "feed_url": addresses.of_house(house.slug, "feed_json", via=via),
        "language": language,
        "authors": [{"name": house.name, "url": addresses.of_house(house.slug)}],
        "items": [_item(house, text, vacancy, via) for text, vacancy in rows],
    }


def _item(house: Organisation, text: VacancyText, vacancy: Vacancy, via: str) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": f"urn:uuid:{vacancy.pk}",
        "url": addresses.of_vacancy(house.slug, vacancy.pk, via=via),
        "title": text.title,
        "content_text": text.text,
        "summary": text.plain or vacancy.programme.vision,
        "language": text.language,
        "tags": [tag for tag in (vacancy.programme.name, place_of(vacancy)) if tag],
        "_naast": {
            "commitment": commitment(vacancy),
            "when": when(vacancy),
            "place": place_of(vacancy),
            "asks": list(vacancy.requirements),
            "valid_until": vacancy.valid_until.isoformat() if vacancy.valid_until else None,
        },
    }
    if vacancy.published_on:
        item["date_published"] = _moment(vacancy).isoformat()
    return item


def rss(house: Organisation, rows: Readable, *, language: str, via: str) -> str:
    """The same as RSS 2.0."""
    feed = Rss201rev2Feed(
        title=_plain(title(house)),
        link=addresses.of_house(house.slug, via=via),
        description=_("What we look for today"),
        language=language,
        feed_url=addresses.of_house(house.slug, "feed_xml", via=via),
    )
    for text, vacancy in rows:
        feed.add_item(
            title=_plain(text.title),
            link=addresses.of_vacancy(house.slug, vacancy.pk, via=via),
            description=_plain(text.plain or text.text),
            unique_id=f"urn:uuid:{vacancy.pk}",
            unique_id_is_permalink=False,
            pubdate=_moment(vacancy),
            categories=[_plain(vacancy.programme.name)],
        )
    written: str = feed.writeString("utf-8")
    return written


def _plain(words: str) -> str:
    return CONTROL.sub(" ", words)


def _moment(vacancy: Vacancy) -> datetime:
    day = vacancy.published_on or localdate(vacancy.created_at)
    return datetime.combine(day, time(), tzinfo=UTC)
