"""The pages: a round by hand, what is refused, and what they cost."""

from datetime import timedelta
from http import HTTPStatus
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.audit.models import Event
from naast.core import clock
from naast.lending.models import Item, Loan, OwnDevices
from naast.lending.services import loans
from naast.lending.states import Condition
from naast.people.services.words import find_again
from tests.conftest import Cast
from tests.factories import ProgrammeFactory, VolunteerFactory
from tests.lending_things import badge, bea, laptop, lent, returned

LENT = "alongside/lent/"


def sent(cast: Cast, name: str, path: str, **data: Any) -> tuple[int, str]:
    """The status and the way on after a form was sent."""
    answer = cast.client(name).post(cast.url(path), data)
    return answer.status_code, answer.headers.get("Location", "")


@pytest.mark.covers("S3-27")
def test_a_laptop_goes_out_and_comes_back(cast: Cast) -> None:
    amal, today = cast.client("amal"), clock.today()
    new = {"kind": "laptop", "label": "Laptop 9", "has_data": "on"}
    sent(cast, "amal", f"{LENT}things/new/", **new)
    item = Item.objects.get()
    find_again(bea(cast))
    offered = amal.get(cast.url(f"{LENT}things/{item.pk}/lend/?find=bud")).context["form"]
    assert dict(offered.fields["person"].choices) == {str(cast.person_id("bea")): "Bea Buddy"}

    days = {"since_on": today, "due_on": today + timedelta(days=30)}
    chosen = {"item": item.pk, "person": cast.person_id("bea")}
    status, way_on = sent(cast, "amal", f"{LENT}things/{item.pk}/lend/?find=bud", **chosen, **days)
    loan = Loan.objects.get()
    assert (status, way_on) == (303, cast.url(f"{LENT}loans/{loan.pk}/"))

    assert sent(cast, "bea", f"mine/lent/{loan.pk}/have/") == (303, cast.url("mine/lent/"))
    status, _way = sent(cast, "bea", f"mine/lent/{loan.pk}/tell/", told="broken", words="Scherm.")
    assert status == HTTPStatus.SEE_OTHER
    page = amal.get(cast.url(f"{LENT}loans/{loan.pk}/")).content.decode()
    assert "Scherm." in page
    assert cast.url("privacy/shown/leak/") not in page
    assert sent(cast, "amal", f"{LENT}loans/{loan.pk}/heard/")[0] == HTTPStatus.SEE_OTHER

    closing = {"back_on": today, "condition": "broken"}
    assert sent(cast, "amal", f"{LENT}loans/{loan.pk}/back/", **closing)[0] == 422
    assert sent(cast, "amal", f"{LENT}loans/{loan.pk}/back/", **closing, is_wiped="no")[0] == 303
    loan.refresh_from_db()
    assert (loan.condition, loan.is_wiped, loan.confirmed_on) == ("broken", False, today)
    assert sent(cast, "amal", f"{LENT}loans/{loan.pk}/wiped/")[0] == HTTPStatus.SEE_OTHER


def test_from_a_card_what_is_there_can_be_lent(cast: Cast) -> None:
    item, bea_id = badge(cast), cast.person_id("bea")
    card = cast.client("amal").get(cast.url(f"people/volunteers/{bea_id}/")).content.decode()
    assert cast.url(f"{LENT}to/{bea_id}/") in card

    path = f"{LENT}to/{bea_id}/?find=badge"
    status, _way = sent(cast, "amal", path, item=item.pk, person=bea_id, since_on=clock.today())

    assert status == HTTPStatus.SEE_OTHER
    card = cast.client("amal").get(cast.url(f"people/volunteers/{bea_id}/")).content.decode()
    assert cast.url(f"{LENT}loans/{Loan.objects.get().pk}/") in card
    assert (
        cast.client("amal").get(cast.url(f"{LENT}to/{cast.person_id('piet')}/")).status_code == 404
    )


def test_a_lost_laptop_points_at_the_report_of_a_leak(cast: Cast) -> None:
    loan = lent(cast, laptop(cast))
    loans.tell_news(actor=cast.actor("bea"), loan_id=loan.pk, told=Condition.LOST, words="Bus.")
    page = cast.client("amal").get(cast.url(f"{LENT}loans/{loan.pk}/")).content.decode()
    assert cast.url("privacy/shown/leak/") in page
    assert Event.objects.get(kind="loan.read", target_id=loan.pk).is_view


def test_what_cannot_be_done_shows_the_page_again(cast: Cast) -> None:
    loan = lent(cast)
    assert sent(cast, "amal", f"{LENT}things/{loan.item_id}/retire/")[0] == 422
    assert sent(cast, "amal", f"{LENT}loans/{loan.pk}/heard/")[0] == 422
    returned(cast, loan)
    assert sent(cast, "bea", f"mine/lent/{loan.pk}/have/")[0] == 422
    assert sent(cast, "bea", f"mine/lent/{loan.pk}/tell/", told="lost")[0] == 404
    assert sent(cast, "amal", f"{LENT}loans/{loan.pk}/back/")[0] == 404
    assert sent(cast, "amal", f"{LENT}things/{loan.item_id}/retire/")[0] == 303
    assert sent(cast, "amal", f"{LENT}things/{loan.item_id}/restore/")[0] == 303


def test_a_thing_and_a_day_are_changed(cast: Cast) -> None:
    loan, day = lent(cast), clock.today() + timedelta(days=3)
    sent(cast, "amal", f"{LENT}loans/{loan.pk}/change/", due_on=day, note="Tot dinsdag.")
    sent(cast, "amal", f"{LENT}things/{loan.item_id}/change/", kind="phone", label="Telefoon")
    loan = Loan.objects.select_related("item").get()
    assert (loan.due_on, loan.note, loan.item.label) == (day, "Tot dinsdag.", "Telefoon")


def test_a_rule_is_said_on_its_page(cast: Cast) -> None:
    programme = ProgrammeFactory(organisation=cast.here)
    path = f"{LENT}own-devices/{programme.pk}/"
    assert sent(cast, "amal", path, rule="ask", why="Soms kan het.")[0] == 303
    assert OwnDevices.objects.get().why == "Soms kan het."
    assert "Soms kan het." in cast.client("amal").get(cast.url(path)).content.decode()


def test_a_programme_of_which_nobody_said_a_rule_stands_there_without_one(cast: Cast) -> None:
    ruled, open_ = (ProgrammeFactory(organisation=cast.here) for _each in range(2))
    sent(cast, "amal", f"{LENT}own-devices/{ruled.pk}/", rule="ask", why="")
    shown = cast.client("amal").get(cast.url(f"{LENT}own-devices/"))
    assert {row.pk: row.has_rule for row in shown.context["page"].rows} == {
        ruled.pk: True,
        open_.pk: False,
    }
    assert "pytest_django" not in shown.content.decode()


def test_each_gets_their_own_receipt(cast: Cast) -> None:
    loan = lent(cast)
    mine = cast.client("bea").get(cast.url(f"mine/lent/{loan.pk}/receipt.pdf"))
    ours = cast.client("amal").get(cast.url(f"{LENT}loans/{loan.pk}/receipt.pdf"))
    assert mine.content[:5] == ours.content[:5] == b"%PDF-"
    other = lent(cast, badge(cast), person_id=VolunteerFactory(organisation=cast.here).person.pk)
    path = cast.url(f"mine/lent/{other.pk}/receipt.pdf")
    assert cast.client("bea").get(path).status_code == 404


PAGES = pytest.mark.parametrize(
    ("name", "path"),
    [
        ("amal", LENT),
        ("amal", f"{LENT}?show=back"),
        ("amal", f"{LENT}?show=over"),
        ("amal", f"{LENT}things/"),
        ("amal", f"{LENT}things/?show=retired"),
        ("amal", f"{LENT}own-devices/"),
        ("bea", "mine/lent/"),
    ],
)


@PAGES
def test_a_page_with_nothing_says_what_to_do_next(cast: Cast, name: str, path: str) -> None:
    page = cast.client(name).get(cast.url(path))
    assert page.status_code == HTTPStatus.OK
    assert "empty" in page.content.decode()


@PAGES
def test_three_rows_cost_no_more_than_one(cast: Cast, name: str, path: str) -> None:
    client, day = cast.client(name), clock.today()
    before = day - timedelta(days=1)

    def cost(number: int) -> int:
        late = badge(cast, label=f"Badge {number}")
        lent(cast, late, since_on=before, due_on=before)
        returned(cast, lent(cast, laptop(cast, label=f"Laptop {number}")))
        returned(cast, lent(cast, laptop(cast, label=f"Weg {number}")), Condition.LOST)
        ProgrammeFactory(organisation=cast.here)
        client.get(cast.url(path))
        with CaptureQueriesContext(connection) as counted:
            assert client.get(cast.url(path)).status_code == HTTPStatus.OK
        return len(counted)

    counts = [cost(number) for number in range(3)]
    assert counts[0] == counts[2]
    assert counts[0] <= 14
