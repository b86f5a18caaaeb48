"""The volunteer's own pages: who gets in, what is asked first, and what they cost."""

import re
from datetime import date, datetime
from io import BytesIO
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook
from time_machine import TimeMachineFixture

from naast.core import clock
from naast.expenses.forms.iban import IbanField
from naast.expenses.home import ASKED, NO_ACCOUNT, signs
from naast.expenses.models import Claim, Declaration, PayAccount
from naast.expenses.states import ClaimState
from naast.organisations.queries import that_exist
from tests.conftest import Cast
from tests.costing import A_DAY, asked_back, claimed, declared, fixed_amounts, ride
from tests.expenses.test_own import beside, programme_of_bea, visit
from tests.pdf_checks import problems_of
from tests.thanking import photo

pytestmark = pytest.mark.django_db
NOW = "2026-02-20T10:00:00+01:00"


@pytest.fixture(autouse=True)
def in_february(time_machine: Any) -> None:
    """Every figure of these days is known."""
    time_machine.move_to(NOW, tick=False)


def a_photo() -> SimpleUploadedFile:
    """What a phone sends."""
    return SimpleUploadedFile("bon.jpg", photo().read(), "image/jpeg")


def test_in_belgium_the_declaration_comes_first_and_leads_on(cast: Cast) -> None:
    bea = cast.client("bea")
    asked = bea.get(cast.url("mine/costs/kilometres/"))
    assert (asked.status_code, asked["Location"]) == (
        303,
        cast.url("mine/costs/declaration/2026/?then=rides"),
    )
    assert bea.get(asked["Location"]).status_code == 200
    assert bea.post(asked["Location"], {}).status_code == 422
    said = bea.post(asked["Location"], {"has_others": "no"})
    assert (said.status_code, said["Location"]) == (303, cast.url("mine/costs/kilometres/"))
    assert Declaration.objects.get().cost_year.year == 2026


def test_who_says_yes_says_how_much(cast: Cast) -> None:
    bea, url = cast.client("bea"), cast.url("mine/costs/declaration/2026/")
    assert bea.post(url, {"has_others": "yes"}).status_code == 422
    assert bea.post(url, {"has_others": "yes", "other_flat": "1.700,50"}).status_code == 303
    assert Declaration.objects.get().other_flat == 170_050
    assert "1700,50" in bea.get(url).content.decode()
    assert bea.get(cast.url("mine/costs/declaration/2023/")).status_code == 404


@pytest.mark.covers("S2-38")
def test_kilometres_of_a_visit_are_sent_in_one_form(cast: Cast) -> None:
    declared(cast)
    one = visit(beside(cast))
    bea, url = cast.client("bea"), cast.url("mine/costs/kilometres/")
    assert f"visit_{one.pk}" in bea.get(url).content.decode()
    how = {"vehicle": "car", "from_place": "thuis", "to_place": "bezoek"}
    assert bea.post(url, how).status_code == 422
    assert bea.post(url, how | {f"visit_{one.pk}": "on"}).status_code == 422
    sent = bea.post(url, how | {f"visit_{one.pk}": "on", f"km_{one.pk}": "12,5"})
    assert (sent.status_code, sent["Location"]) == (303, cast.url("mine/costs/"))
    assert Claim.objects.get().km == 12_500
    again = bea.post(url, how | {f"visit_{one.pk}": "on", f"km_{one.pk}": "12,5", "visit_x": "on"})
    assert (again.status_code, Claim.objects.count()) == (303, 1)
    assert f"visit_{one.pk}" not in bea.get(url).content.decode()


@pytest.mark.parametrize("page", ["kilometres", "bill"])
def test_something_of_last_year_leads_to_the_declaration_of_that_year(
    cast: Cast, page: str
) -> None:
    declared(cast)
    one = visit(beside(cast), date(2025, 11, 4))
    sent = {
        "kilometres": {
            "vehicle": "car",
            "from_place": "thuis",
            "to_place": "bezoek",
            f"visit_{one.pk}": "on",
            f"km_{one.pk}": "12,5",
        },
        "bill": {"cents": "3,50", "purpose": "koffie", "day": "2025-11-04", "photo": a_photo()},
    }
    bea, url = cast.client("bea"), cast.url(f"mine/costs/{page}/")
    refused = bea.post(url, sent[page])
    text = refused.content.decode()
    assert (refused.status_code, Claim.objects.count()) == (422, 0)
    assert f'href="{cast.url("mine/costs/declaration/2025/")}"' in text
    assert "12,5" in text or "koffie" in text


def test_a_ticket_needs_its_price_and_its_photo(cast: Cast) -> None:
    declared(cast)
    bea, url = cast.client("bea"), cast.url("mine/costs/travel/")
    trip = {
        "vehicle": "public",
        "day": "2026-02-10",
        "from_place": "thuis",
        "to_place": "vorming",
        "purpose": "vorming",
    }
    assert bea.post(url, trip | {"km": "12"}).status_code == 422
    assert bea.post(url, trip | {"cents": "5,20", "photo": a_photo()}).status_code == 303
    row = Claim.objects.get()
    assert (row.cents, row.km) == (520, None)
    assert bea.post(url, trip | {"vehicle": "car"}).status_code == 422
    assert bea.post(url, trip | {"vehicle": "car", "km": "10"}).status_code == 303


def test_a_photo_that_cannot_be_read_is_said_beside_it(cast: Cast) -> None:
    declared(cast)
    bea, url = cast.client("bea"), cast.url("mine/costs/bill/")
    cost = {"cents": "3,50", "purpose": "koffie", "day": "2026-02-10"}
    broken = SimpleUploadedFile("bon.jpg", b"no picture", "image/jpeg")
    refused = bea.post(url, cost | {"photo": broken})
    assert (refused.status_code, "photo" in refused.context["form"].errors) == (422, True)
    assert bea.post(url, cost | {"photo": a_photo()}).status_code == 303
    row = Claim.objects.get()
    shown = bea.get(cast.url(f"mine/costs/{row.pk}/proof.jpg"))
    assert shown["Cache-Control"] == "private, no-store"
    assert (shown["Content-Type"], shown.content[:2]) == ("image/jpeg", b"\xff\xd8")


def test_a_fixed_amount_is_asked_with_a_day_alone(
    cast: Cast, time_machine: TimeMachineFixture
) -> None:
    declared(cast)
    bea, url = cast.client("bea"), cast.url("mine/costs/fixed/")
    assert bea.get(url).status_code == 200
    fixed_amounts(cast)
    programme = programme_of_bea(cast, pays_flat=True)
    day = {"day": "2026-02-10", "programme": str(programme.pk)}
    assert bea.post(url, day).status_code == 303
    # The second of two taps.
    assert bea.post(url, day).status_code == 303
    assert Claim.objects.count() == 1
    time_machine.shift(60)
    assert bea.post(url, day).status_code == 422
    assert Claim.objects.get().cents == 4402


def test_a_question_is_answered_on_its_page(cast: Cast) -> None:
    row = asked_back(cast, "Welke halte?")
    bea = cast.client("bea")
    assert "Welke halte?" in bea.get(cast.url(f"mine/costs/{row.pk}/")).content.decode()
    url = cast.url(f"mine/costs/{row.pk}/answer/")
    assert bea.post(url, {}).status_code == 422
    assert bea.post(url, {"words": "Het station"}).status_code == 303
    assert bea.get(url).status_code == 303
    row.refresh_from_db()
    assert (row.state, row.answer) == (ClaimState.SENT, "Het station")
    assert bea.post(cast.url(f"mine/costs/{row.pk}/take-back/")).status_code == 303
    assert bea.post(cast.url(f"mine/costs/{row.pk}/take-back/")).status_code == 303
    row.refresh_from_db()
    assert row.state == ClaimState.WITHDRAWN


def test_an_account_number_is_checked(cast: Cast) -> None:
    bea, url = cast.client("bea"), cast.url("mine/costs/account/")
    wrong = {"way": "account", "holder": "Bea", "iban": "BE71 0961 2345 6768"}
    assert bea.post(url, wrong).status_code == 422
    assert bea.post(url, {"way": "account", "holder": "", "iban": ""}).status_code == 422
    assert bea.post(url, wrong | {"iban": "be71 0961 2345 6769"}).status_code == 303
    assert PayAccount.objects.get().iban == "BE71096123456769"
    assert "BE71 0961 2345 6769" in bea.get(url).content.decode()
    assert bea.post(url, {"way": "cash"}).status_code == 303


@pytest.mark.covers("S2-17")
def test_nobody_beside_the_volunteer_reads_what_they_get(cast: Cast) -> None:
    row = claimed(cast)
    for name in ("amal", "nele", "piet", "chris"):
        for page in ("", "kilometres/", "account/", f"{row.pk}/", "trips/2026/trips.pdf"):
            assert cast.client(name).get(cast.url(f"mine/costs/{page}")).status_code == 404
    home = cast.client("piet").get(cast.url("participant/")).content.decode()
    assert "€" not in home
    assert "mine/costs" not in home


def test_the_trip_sheet_is_readable_for_everybody_on_paper_and_as_a_list(cast: Cast) -> None:
    claimed(cast, ride(10))
    claimed(cast, ride(20, A_DAY.replace(month=1)))
    bea = cast.client("bea")
    assert bea.get(cast.url("mine/costs/trips/2026/")).context["sheet"].km == 30_000
    assert bea.get(cast.url("mine/costs/trips/2026/?month=1")).context["sheet"].km == 20_000
    paper = bea.get(cast.url("mine/costs/trips/2026/trips.pdf"))
    assert problems_of(paper.content) == []
    listed = bea.get(cast.url("mine/costs/trips/2026/trips.xlsx?month=2"))
    rows = list(load_workbook(BytesIO(listed.content)).worksheets[0].values)
    first = rows[1][0]
    assert isinstance(first, datetime)
    assert [first.date(), *rows[1][1:5]] == [A_DAY, "thuis", "bezoek", "bezoek", 10]
    assert bea.get(cast.url("mine/costs/trips/2031/")).status_code == 404


def test_home_asks_for_an_answer_and_for_an_account(cast: Cast) -> None:
    actor = cast.actor("bea")
    assert that_exist(actor, signs(actor, "volunteer", now=clock.now())) == frozenset()
    row = asked_back(cast)
    assert that_exist(actor, signs(actor, "volunteer", now=clock.now())) == {ASKED, NO_ACCOUNT}
    home = cast.client("bea").get(cast.url("volunteer/")).content.decode()
    assert cast.url(f"mine/costs/{row.pk}/") in home
    assert signs(actor, "participant", now=clock.now()) == {}


def test_the_pages_cost_the_same_with_one_and_three_rows(cast: Cast) -> None:
    match = beside(cast)
    bea = cast.client("bea")
    pages = [cast.url(f"mine/costs/{page}") for page in ("", "kilometres/", "trips/2026/")]

    def counts() -> list[int]:
        found = []
        for page in pages:
            with CaptureQueriesContext(connection) as queries:
                assert bea.get(page).status_code == 200
            found.append(len(queries))
        return found

    claimed(cast)
    visit(match)
    bea.get(cast.url("me/"))
    one = counts()
    for day in (11, 12):
        claimed(cast, ride(day=A_DAY.replace(day=day)))
        visit(match, A_DAY.replace(day=day))
    assert counts() == one
    assert max(one) <= 14, one


def test_a_page_of_costs_says_amounts_only_to_its_owner(cast: Cast) -> None:
    claimed(cast, ride(10))
    shown = cast.client("bea").get(cast.url("mine/costs/")).content.decode()
    assert re.search("€.4,33", shown)


def test_a_number_of_a_bank_that_no_list_knows_is_a_number(cast: Cast) -> None:
    assert IbanField().clean("BE14 1120 0000 1083") == "BE14112000001083"
    with pytest.raises(ValidationError):
        IbanField().clean("BE15 1120 0000 1083")


def test_the_paper_form_stands_beside_ones_own_costs(cast: Cast) -> None:
    assert (
        cast.url("costs/paper/nl/claim.pdf")
        in cast.client("bea").get(cast.url("mine/costs/")).content.decode()
    )
