"""Which row is the heading and which column means what."""

from datetime import date
from typing import Any

import pytest

from naast.exchange.headings import Understanding, match, understand
from naast.exchange.reading import Sheets, read_bytes
from naast.exchange.vocabulary import KINDS, fields_of
from tests.exchange.conftest import workbook

TODAY = date(2026, 11, 21)


def guess(rows: list[list[Any]], kind: str = "volunteers") -> Understanding:
    return understand(sheets(("Blad1", rows)), kind, country="BE", today=TODAY)


def sheets(*pages: tuple[str, list[list[Any]]]) -> Sheets:
    return read_bytes(workbook(*pages), "l.xlsx")


@pytest.mark.parametrize(
    "headings",
    [
        [
            "Voornaam",
            "Familienaam",
            "E-mailadres",
            "GSM-nummer",
            "Geb.datum",
            "Woonplaats",
            "Talen",
        ],
        [
            "PRÉNOM",
            "Nom",
            "Courriel",
            "N° de GSM",
            "Date de naissance",
            "Localité",
            "Langues parlées",
        ],
        [
            "First name",
            "Surname",
            "Email address",
            "Mobile phone",
            "DOB",
            "City",
            "Spoken languages",
        ],
        [
            "Voornaam *",
            "naam",
            "mail (privé)",
            "gsm",
            "Geboortedatum (dd/mm/jjjj)",
            "Gemeente",
            "Taal 1",
        ],
        ["Vornaam", "Familinaam", "E mail", "GSM nr.", "geboortedatm", "gemeent", "talenkenis"],
    ],
)
def test_headings_in_three_languages_and_any_wording(headings: list[str]) -> None:
    found = guess([headings, ["An", "Maes", "a@x.example", "0475123456", "3/7/1958", "Gent", "NL"]])
    assert list(found.mapping().values()) == [
        "given_name", "family_name", "email", "mobile", "birth_on", "place", "languages",
    ]  # fmt: skip
    assert found.unmapped == []


@pytest.mark.parametrize("kind", KINDS)
def test_our_own_headings_are_known_in_every_language(kind: str) -> None:
    for field in fields_of(kind):
        for heading in (field.code, field.nl, field.fr, field.en):
            assert match(heading, kind) == (field.code, 1.0)


def test_title_rows_and_empty_columns_come_before_the_heading() -> None:
    found = guess(
        [
            ["Vrijwilligers Gent"],
            [None],
            ["Stand op 1 maart", None, "talen"],
            [None, "Voornaam", None, "Naam", "Mail"],
            [None, "An", None, "Maes", "a@x.example"],
        ]
    )
    assert found.heading_row == 4
    assert found.mapping() == {1: "given_name", 3: "family_name", 4: "email"}


def test_naam_alone_is_the_whole_name() -> None:
    assert guess([["Naam", "Mail"], ["An Maes", "a@x.example"]]).mapping()[0] == "full_name"


def test_columns_without_a_clear_heading_are_guessed_from_their_cells() -> None:
    rows = [
        ["Naam", "X", "K1", "K2"],
        *[[f"An Maes {n}", f"a{n}@x.example", "0475 12 34 56", f"{n}/7/1958"] for n in range(1, 9)],
    ]
    found = guess(rows)
    assert found.mapping() == {0: "full_name", 1: "email", 2: "phone", 3: "birth_on"}
    assert found.columns[1].certainty == 0.5


def test_a_column_that_means_nothing_to_us_is_named() -> None:
    found = guess([["Naam", "Schoenmaat"], ["An Maes", "38"]])
    assert [column.name for column in found.unmapped] == ["Schoenmaat"]


def test_the_sheet_that_looks_like_the_list_is_taken() -> None:
    found = understand(
        sheets(("Uitleg", [["Lees mij"], ["x"]]), ("Lijst", [["Naam", "Mail"], ["An Maes", "a@x.example"]])),
        "volunteers", country="BE", today=TODAY,
    )  # fmt: skip
    assert found.sheet == "Lijst"


def test_matches_and_visits_know_their_two_sides() -> None:
    rows = [
        ["Vrijwilliger", "Mail vrijwilliger", "Deelnemer", "Werking", "Start"],
        ["An", "a@x.example", "Piet", "Buddy", "1/2/2026"],
    ]
    assert list(guess(rows, "matches").mapping().values()) == [
        "volunteer",
        "volunteer_email",
        "participant",
        "programme",
        "started_on",
    ]
    rows = [
        ["Datum", "Bénévole", "Participant", "Durée", "Remarques"],
        ["1/2/2026", "An", "Piet", "1u", ""],
    ]
    assert list(guess(rows, "visits").mapping().values()) == [
        "visited_on",
        "volunteer",
        "participant",
        "minutes",
        "pass_on",
    ]
    rows = [
        ["Datum", "Vrijwilliger", "Deelnemer", "Uren", "Activiteit"],
        ["1/2/2026", "An", "Piet", "1,5", "wandelen"],
    ]
    assert list(guess(rows, "visits").mapping().values())[-2:] == [
        "duration_hours",
        "other_activity",
    ]
