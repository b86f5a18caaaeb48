"""The pages of the amounts of the law, and what the desk says of them."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from naast.core import clock
from naast.core.attention import AttentionItem
from naast.expenses.models import CostSettings
from naast.messaging.models import Message
from naast.organisations.models import Membership
from naast.organisations.queries import that_exist
from naast.rates import attention
from naast.rates.gaps import Gap
from naast.rates.models import Figure, OwnRate
from naast.rates.services import nightly
from naast.rates.services import rates as services
from tests.conftest import Cast
from tests.costing import finance
from tests.factories import actor_of
from tests.rating import added, administrator, by_car, ceilings, dutch_house

pytestmark = pytest.mark.django_db
SENT = {
    "valid_from": "2026-04-01",
    "valid_to": "2026-06-30",
    "rate": "0,4321",
    "source": "Verzonnen omzendbrief",
    "why_right": "",
}


@pytest.fixture(autouse=True)
def in_autumn() -> Iterator[None]:
    """A day on which the law's figures of 2026 are known, and those of 2027 are not."""
    with time_machine.travel("2026-11-26T09:00:00+00:00", tick=False):
        yield


def _client(membership: Membership) -> Client:
    client = Client()
    client.force_login(membership.user)
    return client


def _items(membership: Membership) -> list[AttentionItem]:
    """What the desk of this colleague would show: first which kinds exist, then those."""
    actor, now = actor_of(membership), clock.now()
    there = that_exist(actor, attention.signs(actor, now=now))
    return attention.items(actor, now=now, there=there)


def test_every_figure_stands_on_the_page_with_its_source(cast: Cast) -> None:
    row = added(cast, by_car(source="Verzonnen omzendbrief 12"))
    page = _client(finance(cast)).get(cast.url("costs/rates/"))
    assert page.status_code == 200
    tables = [each["table"] for each in page.context["tables"]]
    assert [table.figure for table in tables] == [Figure.CEILINGS, Figure.CAR, Figure.BICYCLE]
    assert [line.own for line in tables[1].recent if line.own] == [row]
    text = page.content.decode()
    for line in (line for table in tables for line in (*table.recent, *table.earlier)):
        assert line.row.source
        assert line.confidence
    assert "Verzonnen omzendbrief 12" in text
    assert "securex.be" in text


def test_the_page_says_what_is_missing_now_and_soon(cast: Cast) -> None:
    page = _client(administrator(cast.here)).get(cast.url("costs/rates/"))
    missing = [(each["gap"], each["is_now"]) for each in page.context["missing"]]
    assert missing[:2] == [
        (Gap(Figure.BICYCLE, date(2025, 1, 1), date(2025, 12, 31)), False),
        (Gap(Figure.CAR, date(2026, 4, 1), date(2026, 12, 31)), True),
    ]
    assert {(gap.figure, is_now) for gap, is_now in missing[2:]} == {
        (Figure.CEILINGS, False),
        (Figure.CAR, False),
        (Figure.BICYCLE, False),
    }
    assert "?from=2026-04-01&amp;until=2026-06-30" in page.content.decode()


def test_finance_sees_no_way_to_change_an_amount(cast: Cast) -> None:
    added(cast)
    text = _client(finance(cast)).get(cast.url("costs/rates/")).content.decode()
    assert "/costs/rates/add/" not in text
    assert "/withdraw/" not in text


def test_an_administrator_enters_an_amount_and_is_asked_about_an_odd_one(cast: Cast) -> None:
    client, url = _client(administrator(cast.here)), cast.url("costs/rates/add/car/")
    shown = client.get(url, {"from": "2026-07-01", "until": "2026-09-30"})
    assert shown.context["form"]["valid_from"].value() == date(2026, 7, 1)
    refused = client.post(url, SENT | {"rate": "0,7321"})
    assert refused.status_code == 422
    assert set(refused.context["form"].errors) == {"why_right"}
    assert not OwnRate.objects.exists()
    sent = client.post(url, SENT | {"rate": "0,7321", "why_right": "Het staat zo in het blad."})
    assert sent.status_code == 303
    assert OwnRate.objects.get().amounts == {"rate": 7321}


def test_a_form_begins_where_the_first_amount_is_missing(cast: Cast) -> None:
    client = _client(administrator(cast.here))
    added(cast)
    form = client.get(cast.url("costs/rates/add/car/")).context["form"]
    assert form["valid_from"].value() == date(2026, 7, 1)
    assert form["valid_to"].value() == date(2026, 9, 30)
    nonsense = client.get(cast.url("costs/rates/add/car/"), {"from": "2026-13-45", "until": "x"})
    assert nonsense.context["form"]["valid_from"].value() == date(2026, 7, 1)


def test_what_is_remembered_stands_in_the_form_to_be_confirmed(cast: Cast) -> None:
    client, url = _client(administrator(cast.here)), cast.url("costs/rates/add/bicycle/")
    form = client.get(url).context["form"]
    assert form["rate"].value() in {"0,3600", "0.3600"}
    assert form["source"].value() is None
    of_two_years = client.get(url, {"from": "2020-01-01", "until": "2021-12-31"}).context["form"]
    assert of_two_years["valid_to"].value() == date(2020, 12, 31)


def test_ceilings_are_entered_for_a_year(cast: Cast) -> None:
    client, url = _client(administrator(cast.here)), cast.url("costs/rates/add/ceilings/")
    assert client.get(url).context["form"]["calendar_year"].value() == 2027
    words = {"calendar_year": "2027", "day": "44,62", "year": "1.784,83", "raised": "3.277,98"}
    sent = client.post(url, words | {"source": "Verzonnen bericht", "why_right": ""})
    assert sent.status_code == 303
    row = OwnRate.objects.get()
    assert row.amounts == {"day": 4462, "year": 178_483, "raised": 327_798}
    assert (row.valid_from, row.valid_to) == (date(2027, 1, 1), date(2027, 12, 31))


@pytest.mark.parametrize("figure", ["allowance", "boat"])
def test_an_amount_that_the_country_does_not_have_is_no_page(cast: Cast, figure: str) -> None:
    client = _client(administrator(cast.here))
    assert client.get(cast.url(f"costs/rates/add/{figure}/")).status_code == 404


def test_the_netherlands_have_an_allowance_and_nothing_else() -> None:
    house = dutch_house()
    client = _client(administrator(house))
    page = client.get(f"/o/{house.slug}/costs/rates/")
    assert [each["table"].figure for each in page.context["tables"]] == [Figure.ALLOWANCE]
    words = {"calendar_year": "2027", "hour": "5,90", "hour_young": "3,50", "age_limit": "21"}
    words |= {"month": "230", "year": "2300", "source": "Verzonnen bericht", "why_right": ""}
    assert client.post(f"/o/{house.slug}/costs/rates/add/allowance/", words).status_code == 303


def test_withdrawing_says_first_what_was_judged_and_stays_in_the_history(cast: Cast) -> None:
    row = added(cast)
    client, url = _client(administrator(cast.here)), cast.url(f"costs/rates/{row.pk}/withdraw/")
    assert client.get(url).status_code == 200
    assert client.post(url, {"because": ""}).status_code == 422
    assert client.post(url, {"because": "Verkeerd overgetypt."}).status_code == 303
    assert client.get(url).status_code == 404
    history = _client(finance(cast)).get(cast.url("costs/rates/history/"))
    assert [each["row"] for each in history.context["rows"]] == [row]
    assert "Verkeerd overgetypt." in history.content.decode()


def test_a_row_of_another_house_is_no_page(cast: Cast) -> None:
    theirs = services.add(
        actor=actor_of(administrator(cast.elsewhere, "Otto Elders")), new=by_car()
    )
    client = _client(administrator(cast.here))
    assert client.get(cast.url(f"costs/rates/{theirs.pk}/withdraw/")).status_code == 404
    assert client.get(cast.url("costs/rates/history/")).context["rows"] == []


@pytest.mark.parametrize("page", ["costs/rates/", "costs/rates/history/"])
def test_a_page_costs_as_many_queries_with_one_row_as_with_three(cast: Cast, page: str) -> None:
    client = _client(administrator(cast.here))
    added(cast)
    client.get(cast.url(page))
    counts = []
    for new in (None, ceilings()):
        if new is not None:
            added(cast, new)
            added(cast, by_car(4330, valid_from=date(2026, 7, 1), valid_to=date(2026, 9, 30)))
        with CaptureQueriesContext(connection) as queries:
            client.get(cast.url(page))
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 12


def test_the_desk_says_which_amount_is_missing_and_that_of_next_year_from_november(
    cast: Cast,
) -> None:
    for membership in (administrator(cast.here), finance(cast)):
        found = {item.kind: item for item in _items(membership)}
        assert set(found) == {attention.MISSING, attention.NEXT_YEAR}
        assert found[attention.MISSING].since == clock.morning(date(2026, 4, 1))
    with time_machine.travel("2026-10-31T09:00:00+00:00", tick=False):
        assert {item.kind for item in _items(membership)} == {attention.MISSING}
    assert _items(cast.amal) == []


def test_the_desk_is_quiet_once_every_amount_is_there(cast: Cast) -> None:
    membership = administrator(cast.here)
    whole: dict[str, Any] = {"valid_from": date(2026, 4, 1), "valid_to": date(2026, 12, 31)}
    added(cast, by_car(why_right="Verzonnen, voor een test.", **whole))
    assert {item.kind for item in _items(membership)} == {attention.NEXT_YEAR}
    next_year: dict[str, Any] = {"valid_from": date(2027, 1, 1), "valid_to": date(2027, 12, 31)}
    added(cast, by_car(why_right="Verzonnen, voor een test.", **next_year))
    added(cast, by_car(3800, figure=Figure.BICYCLE, **next_year))
    assert _items(membership) == []


def test_an_administrator_hears_once_by_message_of_what_is_missing(cast: Cast) -> None:
    membership = administrator(cast.here)
    finance(cast)
    assert sum(nightly.run(clock.now()).values()) == 1
    assert sum(nightly.run(clock.now()).values()) == 0
    assert Message.objects.get(kind="rates.missing").user == membership.user
    added(cast, by_car(why_right="Verzonnen, voor een test.", valid_to=date(2026, 12, 31)))
    assert sum(nightly.run(clock.now()).values()) == 0
    with time_machine.travel("2026-12-18T09:00:00+00:00", tick=False):
        assert sum(nightly.run(clock.now()).values()) == 2


def test_ceilings_are_asked_for_where_fixed_amounts_are_given() -> None:
    house = dutch_house()
    membership = administrator(house)
    assert _items(membership) == []
    CostSettings.objects.create(
        organisation=house,
        flat_is_on=True,
        flat_reason="Voor wie met openbaar vervoer komt.",
        flat_decided_on=date(2026, 1, 5),
    )
    assert {item.kind for item in _items(membership)} == {attention.NEXT_YEAR}


def test_in_spring_the_days_before_new_year_are_still_looked_at(cast: Cast) -> None:
    membership = administrator(cast.here)
    whole: dict[str, Any] = {"valid_from": date(2026, 4, 1), "valid_to": date(2026, 9, 30)}
    added(cast, by_car(why_right="Verzonnen, voor een test.", **whole))
    next_year: dict[str, Any] = {"valid_from": date(2027, 1, 1), "valid_to": date(2027, 12, 31)}
    added(cast, by_car(why_right="Verzonnen, voor een test.", **next_year))
    added(cast, by_car(3800, figure=Figure.BICYCLE, **next_year))
    for moment, is_asked in ((datetime(2027, 3, 1, tzinfo=UTC), True), (datetime(2027, 4, 15, tzinfo=UTC), False)):  # fmt: skip
        with time_machine.travel(moment, tick=False):
            assert bool(_items(membership)) is is_asked


def test_coordinators_and_volunteers_open_no_page_of_amounts(cast: Cast) -> None:
    for name in ("amal", "bea", "nele", "piet"):
        assert cast.client(name).get(cast.url("costs/rates/")).status_code == 404


def test_finance_reads_and_does_not_write(cast: Cast) -> None:
    client = _client(finance(cast))
    assert client.get(cast.url("costs/rates/add/car/")).status_code == 404
    assert client.post(cast.url("costs/rates/add/car/"), SENT).status_code == 404


def test_what_was_begun_for_other_days_stays_with_those(cast: Cast) -> None:
    client = _client(administrator(cast.here))
    keys = {
        client.get(cast.url(f"costs/rates/add/car/?from={first}&until={last}")).context["draft_key"]
        for first, last in (("2026-04-01", "2026-06-30"), ("2027-01-01", "2027-03-31"))
    }
    assert len(keys) == 2


def test_in_spring_the_same_days_are_not_told_anew_each_night(cast: Cast) -> None:
    administrator(cast.here)
    whole: dict[str, Any] = {"valid_from": date(2027, 1, 1), "valid_to": date(2027, 12, 31)}
    added(cast, by_car(why_right="Verzonnen, voor een test.", **whole))
    added(cast, by_car(3800, figure=Figure.BICYCLE, **whole))
    told = []
    for day in (10, 11, 12):
        with time_machine.travel(datetime(2027, 1, day, 9, tzinfo=UTC), tick=False):
            told.append(sum(nightly.run(clock.now()).values()))
    assert told[0]
    assert told[1:] == [0, 0]
