"""Everybody finds what is theirs: in the menu, on the first page, and by searching."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from naast.desk.finding import find
from naast.organisations.models import Function
from tests.conftest import Cast
from tests.factories import actor_of, member
from tests.recruitment.way import candidate


def _client(cast: Cast, *functions: Function) -> Client:
    client = Client()
    client.force_login(member(cast.here, *functions, name="Iemand").user)
    return client


def _menu(client: Client, page: str) -> list[str]:
    return [place.url for place in client.get(page).context["frame"].places]


@pytest.mark.parametrize("function", [Function.COACH, Function.PROFESSIONAL])
def test_who_leads_talks_finds_the_candidates_in_the_menu(cast: Cast, function: Function) -> None:
    client = _client(cast, function)
    menu = _menu(client, cast.url("help/"))
    assert cast.url("candidates/") in menu
    assert cast.url("candidates/board/") not in menu
    assert client.get(cast.url("candidates/")).status_code == 200


def test_a_coordinator_keeps_the_board_and_finds_each_thing_once(cast: Cast) -> None:
    functions = (Function.COORDINATOR, Function.COACH, Function.BOARD)
    menu = _menu(_client(cast, *functions), cast.url("help/"))
    assert cast.url("candidates/board/") in menu
    assert not {cast.url("candidates/"), cast.url("recruiting/figures/")} & set(menu)


def test_the_board_finds_figures_and_sources(cast: Cast) -> None:
    client = _client(cast, Function.BOARD)
    menu = _menu(client, cast.url("help/"))
    figures, sources = cast.url("recruiting/figures/"), cast.url("recruiting/sources/")
    assert {figures, sources} <= set(menu)
    assert figures in client.get(cast.url("board/")).content.decode().split("<main")[1]
    assert [client.get(url).status_code for url in (figures, sources)] == [200, 200]


def test_a_volunteer_finds_no_candidates_and_no_figures(cast: Cast) -> None:
    menu = _menu(cast.client("bea"), cast.url("help/"))
    assert not [url for url in menu if "candidates" in url or "recruiting" in url]


def test_a_coach_starts_with_the_candidates(cast: Cast) -> None:
    page = _client(cast, Function.COACH).get(cast.url("board/")).content.decode()
    assert cast.url("candidates/") in page.split("<main")[1]
    assert cast.url("recruiting/figures/") not in page


@pytest.mark.parametrize("words", ["zoë", "Zoe Ver", "verhoeven", "zoë verhoeven"])
def test_searching_finds_candidates_by_the_beginnings_of_their_names(
    cast: Cast, words: str
) -> None:
    application = candidate(cast, given_name="Zoë", family_name="Verhoeven")
    candidate(cast, given_name="Azoë", family_name="Averhoeven")
    page = cast.client("amal").get(cast.url("search/"), {"q": words})
    (hit,) = page.context["found"]
    assert (hit.title, hit.url) == (
        "Zoë Verhoeven",
        cast.url(f"candidates/{application.pk}/"),
    )


def test_searching_candidates_stays_in_the_house_and_costs_the_same_for_one_and_three(
    cast: Cast,
) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as captured:
            find(actor_of(cast.amal), "kandidaat")
        return len(captured)

    candidate(cast)
    first = cost()
    candidate(cast, status="paused")
    candidate(cast)
    assert cost() == first
    assert len(find(actor_of(cast.amal), "kandidaat")) == 3
    assert find(actor_of(cast.chris), "kandidaat") == []


@pytest.mark.parametrize(
    ("who", "page"),
    [
        ("amal", "today/"),
        ("bea", "volunteer/"),
        ("nele", "professional/"),
        ("piet", "participant/"),
    ],
)
def test_the_address_of_a_house_leads_to_ones_own_home_in_it(
    cast: Cast, who: str, page: str
) -> None:
    answer = cast.client(who).get(cast.url(""))
    assert (answer.status_code, answer["Location"]) == (303, cast.url(page))
    assert cast.client("chris").get(cast.url("")).status_code == 404
