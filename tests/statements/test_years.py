"""A calendar year for finance and for the volunteer: the name list, the statement, and what a year brought."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook
from time_machine import TimeMachineFixture

from naast.audit.models import Event
from naast.core.errors import NotAllowed
from naast.expenses.models import CostYear
from naast.expenses.states import ClaimState, Kind
from naast.organisations.models import Organisation
from naast.statements.queries import lists, statements, years
from naast.statements.services import taking
from tests.conftest import Cast
from tests.costing import bea, finance
from tests.factories import actor_of
from tests.pdf_checks import problems_of, words_of
from tests.statements.rows import a_year, another, client_of, finance_of, line, told

FIRST, LATER = date(2026, 2, 3), date(2026, 12, 30)


@pytest.fixture(autouse=True)
def winter(time_machine: TimeMachineFixture) -> None:
    """The year 2026 was over a month ago."""
    time_machine.move_to("2027-02-01T10:00:00+01:00", tick=False)


def sheet_of(client: Client, url: str) -> list[tuple[object, ...]]:
    """The rows of a spreadsheet without its headings."""
    answer = client.get(url)
    content = b"".join(answer.streaming_content)  # type: ignore[attr-defined]  # a file
    sheet = load_workbook(BytesIO(content)).active
    assert sheet is not None
    return list(sheet.iter_rows(min_row=2, values_only=True))


@pytest.mark.covers("S1-44")
def test_the_name_list_has_each_payment_with_its_name_day_and_amount(cast: Cast) -> None:
    year = a_year(cast)
    line(year, cents=4402, day=FIRST)
    line(year, Kind.TRAVEL, cents=433, km=10_000, day=LATER, paid_on=date(2027, 1, 12))
    rows = sheet_of(client_of(cast), cast.url("costs/year/2026/list.xlsx"))
    assert [(name, day.date(), km, cents) for name, day, _what, km, cents, _paid in rows] == [  # type: ignore[attr-defined]  # cells are dates
        ("Buddy, Bea", FIRST, None, 44.02),
        ("Buddy, Bea", LATER, 10, 4.33),
    ]


def test_a_cost_of_december_that_is_paid_in_january_stands_in_its_own_year_with_both_days(
    cast: Cast,
) -> None:
    line(a_year(cast), day=LATER, paid_on=date(2027, 1, 12))
    client = client_of(cast)
    [row] = sheet_of(client, cast.url("costs/year/2026/list.xlsx"))
    assert [each.date() for each in (row[1], row[5])] == [LATER, date(2027, 1, 12)]  # type: ignore[attr-defined]  # cells are dates
    assert sheet_of(client, cast.url("costs/year/2027/list.xlsx")) == []
    shown = client.get(cast.url("costs/year/2026/")).context["shown"]
    assert (shown.paid_later, shown.lines) == (1, 1)


def test_a_correction_stands_beside_what_it_takes_back(cast: Cast) -> None:
    year = a_year(cast)
    wrong = line(year, cents=4402, day=FIRST)
    line(year, cents=-4402, day=FIRST, reverses=wrong)
    found = list(lists.lines_of(actor_of(finance(cast)), 2026))
    assert [(each.cents, each.takes_back) for each in found] == [(4402, False), (-4402, True)]


def test_only_what_is_paid_is_on_the_list_and_the_page_says_what_waits(cast: Cast) -> None:
    year = a_year(cast)
    for state in ClaimState:
        line(year, state=state)
    shown = client_of(cast).get(cast.url("costs/year/2026/")).context["shown"]
    assert (shown.lines, shown.waiting) == (1, 5)


@pytest.mark.parametrize(("country", "lines"), [("BE", 0), ("NL", 1)])
def test_a_gift_is_on_the_list_where_it_counts(cast: Cast, country: str, lines: int) -> None:
    Organisation.objects.filter(pk=cast.here.pk).update(country=country)
    line(a_year(cast), Kind.GIFT)
    actor = actor_of(finance(cast))
    assert years.year_of(actor, 2026).lines == lines
    assert years.people_of(actor, 2026).count() == lines


def test_the_list_on_paper_is_readable_for_everybody(cast: Cast) -> None:
    line(a_year(cast), cents=4402, day=FIRST)
    line(another(cast), Kind.TRAVEL, cents=433, km=10_000)
    content = client_of(cast).get(cast.url("costs/year/2026/list.pdf")).content
    assert problems_of(content) == []
    words = words_of(content)
    assert "Buddy, Bea" in words
    assert "44,02" in words


def test_a_list_without_a_line_is_a_paper_as_well(cast: Cast) -> None:
    content = client_of(cast).get(cast.url("costs/year/2026/list.pdf")).content
    assert problems_of(content) == []


def test_a_long_list_comes_in_parts_that_keep_everybody_whole(cast: Cast) -> None:
    for _number in range(3):
        year = another(cast)
        for day in range(1, 4):
            line(year, day=date(2026, 5, day))
    actor = actor_of(finance(cast))
    parts = lists.parts_of(actor, 2026, most=6)
    assert [each.number for each in parts] == [1, 2]
    found = [list(lists.lines_of(actor, 2026, part=part)) for part in parts]
    assert [len(lines) for lines in found] == [6, 3]
    assert [*found[0], *found[1]] == list(lists.lines_of(actor, 2026))


def test_a_part_that_is_not_there_is_nowhere(cast: Cast) -> None:
    client = client_of(cast)
    assert client.get(cast.url("costs/year/2026/list-1.pdf")).status_code == 200
    assert client.get(cast.url("costs/year/2026/list-2.pdf")).status_code == 404


@pytest.mark.parametrize("year", ["2018", "2029", "99999"])
def test_a_year_of_which_nothing_can_be_known_is_nowhere(cast: Cast, year: str) -> None:
    client = client_of(cast)
    for page in ("", "near/", "declarations/", "list.xlsx", "list.pdf"):
        assert client.get(cast.url(f"costs/year/{year}/{page}")).status_code == 404


def test_who_took_the_list_stands_in_the_history(cast: Cast) -> None:
    client = client_of(cast)
    client.get(cast.url("costs/year/2026/list.pdf"))
    sheet_of(client, cast.url("costs/year/2026/list.xlsx"))
    rows = Event.objects.filter(kind="costs.list-taken")
    assert [row.changes for row in rows] == [{"year": 2026}] * 2


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        ("", "costs.year-listed"),
        ("2026/", "costs.year-listed"),
        ("2026/near/", "costs.near-listed"),
        ("2026/declarations/", "costs.declarations-listed"),
    ],
)
def test_who_read_the_names_of_a_year_stands_in_the_history(
    cast: Cast, page: str, kind: str
) -> None:
    assert client_of(cast).get(cast.url(f"costs/year/{page}")).status_code == 200
    rows = Event.objects.filter(is_view=True)
    assert [(row.kind, row.target_id) for row in rows] == [(kind, cast.here.pk)]


@pytest.mark.parametrize("name", ["amal", "bea", "nele", "piet", "chris"])
def test_nobody_but_finance_takes_the_list(cast: Cast, name: str) -> None:
    with pytest.raises(NotAllowed):
        taking.take_sheet(actor=cast.actor(name), house=cast.here, year=2026)
    with pytest.raises(NotAllowed):
        taking.take_paper(actor=cast.actor(name), house=cast.here, year=2026, part=None)


def test_finance_of_another_house_takes_nothing_of_this_one(cast: Cast) -> None:
    line(a_year(cast))
    there = actor_of(finance_of(cast.elsewhere))
    with pytest.raises(NotAllowed):
        taking.take_sheet(actor=there, house=cast.here, year=2026)
    assert list(lists.lines_of(there, 2026)) == []


def test_a_statement_has_every_payment_the_totals_and_the_word_about_others(cast: Cast) -> None:
    year = a_year(cast)
    line(year, cents=4402, day=FIRST)
    line(year, Kind.TRAVEL, cents=433, km=10_000, day=LATER, paid_on=date(2027, 1, 12))
    told(year)
    url = cast.url(f"costs/year/2026/people/{bea(cast).pk}/statement.pdf")
    content = client_of(cast).get(url).content
    assert problems_of(content) == []
    words = words_of(content)
    assert "Bea Buddy" in words
    assert {"44,02", "4,33", "48,35"} <= {word.strip(".€") for word in words.split()}
    assert Event.objects.filter(kind="costs.statement-taken", target_id=bea(cast).pk).exists()


def test_a_volunteer_takes_their_own_statement_and_nobody_else_theirs(cast: Cast) -> None:
    year, other = a_year(cast), another(cast)
    line(year)
    client = cast.client("bea")
    mine = client.get(cast.url("mine/costs/year/2026/statement.pdf"))
    assert mine["Content-Type"] == "application/pdf"
    assert client.get(cast.url("mine/costs/year/2025/statement.pdf")).status_code == 404
    with pytest.raises(NotAllowed):
        taking.take_statement(actor=cast.actor("bea"), year=other)
    for name in ("amal", "nele", "piet", "chris"):
        with pytest.raises(NotAllowed):
            taking.take_statement(actor=cast.actor(name), year=year)


def test_who_was_erased_keeps_the_name_on_the_list_of_the_year(cast: Cast) -> None:
    year = a_year(cast)
    line(year)
    CostYear.objects.filter(pk=year.pk).update(name="Wie Wegging")
    [found] = lists.lines_of(actor_of(finance(cast)), 2026)
    assert found.name == "Wie Wegging"


def test_a_volunteer_reads_what_each_year_brought(cast: Cast) -> None:
    for year in (2025, 2026):
        line(a_year(cast, year), cents=year)
    line(a_year(cast), Kind.TRAVEL, cents=433, km=10_000)
    line(a_year(cast), state=ClaimState.SENT)
    told(a_year(cast))
    line(another(cast), cents=99999)
    found = cast.client("bea").get(cast.url("mine/costs/year/")).context["years"]
    assert [(each.year, each.cents, each.waiting) for each in found] == [
        (2026, 2459, 1),
        (2025, 2025, 0),
    ]
    assert [each.declaration is not None for each in found] == [True, False]


def test_a_volunteer_without_costs_reads_where_they_would_stand(cast: Cast) -> None:
    assert cast.client("bea").get(cast.url("mine/costs/year/")).context["years"] == []


def test_declarations_show_with_their_day_and_who_said_nothing_is_counted(cast: Cast) -> None:
    told(a_year(cast), has_others=True, other_flat=12345, declared_on=FIRST)
    line(another(cast))
    answer = client_of(cast).get(cast.url("costs/year/2026/declarations/"))
    [row] = answer.context["page"].rows
    assert (row.declared_on, row.other_flat) == (FIRST, 12345)
    assert answer.context["undeclared"] == 1
    assert "123,45" in answer.content.decode()


def test_the_list_of_a_year_is_kept_for_seven_years_after_it(cast: Cast) -> None:
    assert years.kept_until(cast.here.pk, 2026) == date(2033, 12, 31)


def test_a_statement_of_somebody_without_payments_says_so(cast: Cast) -> None:
    found = statements.statement_of(a_year(cast))
    assert (found.lines, found.cents) == ([], 0)
    assert problems_of(taking.take_statement(actor=cast.actor("bea"), year=found.year)) == []


@pytest.mark.parametrize("page", ["", "near/", "declarations/"])
def test_a_page_of_the_year_costs_the_same_with_one_and_with_three(cast: Cast, page: str) -> None:
    client, url = client_of(cast), cast.url(f"costs/year/2026/{page}")
    made = [a_year(cast), another(cast), another(cast)]
    told(made[0])
    line(made[0], cents=150000)
    client.get(url)
    with CaptureQueriesContext(connection) as one:
        assert client.get(url).status_code == 200
    for year in made[1:]:
        told(year)
        line(year, cents=150000)
    with CaptureQueriesContext(connection) as three:
        assert len(client.get(url).context["page"].rows) == 3
    assert len(one) == len(three) <= 14


@pytest.mark.parametrize("country", ["BE", "NL"])
def test_the_page_of_ceilings_names_who_is_near_in_both_countries(cast: Cast, country: str) -> None:
    Organisation.objects.filter(pk=cast.here.pk).update(country=country)
    year = a_year(cast)
    line(year, cents=100000)
    told(year, has_others=True, other_flat=90000)
    answer = client_of(cast).get(cast.url("costs/year/2026/near/"))
    [(nears, what_to_do)] = answer.context["rows"]
    assert (nears.year.pk, nears.is_passed, bool(what_to_do)) == (year.pk, country == "BE", True)
    assert "900,00" in answer.content.decode()


def test_money_in_the_spreadsheet_is_a_number_with_two_decimals(cast: Cast) -> None:
    line(a_year(cast), cents=1250)
    pieces = taking.take_sheet(actor=actor_of(finance(cast)), house=cast.here, year=2026)
    sheet = load_workbook(BytesIO(b"".join(pieces))).active
    assert sheet is not None
    cell = sheet["E2"]
    assert (Decimal(str(cell.value)), cell.number_format) == (Decimal("12.5"), "#,##0.00")
