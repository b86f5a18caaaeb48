"""`naast expenses check`: a list as an administration keeps it, from the file to the sentence."""

import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from hypothesis import given
from hypothesis import strategies as st

from naast.expenses.lists import values
from naast.expenses.lists.sheet import UnreadableSheet, layout_of, rows_of

HEADINGS = (
    "persoon;datum;soort;bedrag;km;uren;voertuig;geboortedatum;taak;organisatie;bewijs;verklaring\n"
)


def run(path: Path, country: str = "BE", *words: str) -> tuple[int, str]:
    """The exit status and what was printed."""
    out = StringIO()
    with pytest.raises(SystemExit) as left:
        call_command(
            "expenses",
            "check",
            str(path),
            "--jurisdiction",
            country,
            *words,
            stdout=out,
            stderr=out,
        )
    return int(left.value.code or 0), out.getvalue()


def told(folder: Path, text: str | bytes, country: str = "BE") -> list[dict[str, Any]]:
    """The lines of JSON for a file with this text."""
    path = folder / "lijst.csv"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    _status, printed = run(path, country, "--json")
    return [json.loads(line) for line in printed.splitlines()]


def one(folder: Path, row: str, country: str = "BE") -> dict[str, Any]:
    """What is said of one row under the Dutch headings."""
    return told(folder, HEADINGS + row, country)[0]


def is_unreadable(read: Callable[[str], object], text: str) -> bool:
    """Whether a text is no value for this reader."""
    try:
        read(text)
    except ValueError:
        return True
    return False


def test_a_whole_list(tmp_path: Path) -> None:
    lines = told(
        tmp_path,
        HEADINGS
        + "An Veld;5/1/2024;forfait;41,48;;;;;;;;\n"
        + " an veld ;2024-01-05;forfait;0,01;;;;;;;;\n"
        + "An Veld;6/1/2024;verplaatsing;;20;;;;;;;\n",
    )
    assert lines[0] == {
        "row": 1,
        "verdict": "ok",
        "codes": [],
        "limit": None,
        "running_total": "41.48",
        "message": "",
    }
    assert {
        key: lines[1][key] for key in ("row", "verdict", "codes", "limit", "running_total")
    } == {
        "row": 2,
        "verdict": "refuse",
        "codes": ["day_ceiling"],
        "limit": "41.48",
        "running_total": "41.48",
    }
    summary = lines[3]["summary"]
    assert (summary["rows"], summary["ok"], summary["warn"], summary["refuse"]) == (3, 2, 0, 1)
    assert summary["years"] == [
        {
            "person": "An Veld",
            "year": 2024,
            "total": "41.48",
            "qualifies": False,
            "reasons": ["day_ceiling"],
            "months": [],
        }
    ]
    assert "An Veld" in summary["message"]


def test_months_that_fail_in_the_netherlands(tmp_path: Path) -> None:
    lines = told(
        tmp_path,
        HEADINGS
        + "An;5/3/2024;vrijwilligersvergoeding;200;;40;;1/2/1950;;;;\n"
        + "An;6/3/2024;lump_sum;10,01;;2;;1950-02-01;;;;\n",
        "NL",
    )
    assert lines[0]["codes"] == ["near_ceiling"]
    assert (lines[1]["codes"], lines[1]["limit"]) == (["month_ceiling"], "210.00")
    (year,) = lines[2]["summary"]["years"]
    assert (year["qualifies"], year["reasons"], year["months"]) == (
        False,
        ["month_ceiling"],
        ["2024-03"],
    )


@pytest.mark.parametrize(
    ("sign", "encoding", "headings"),
    [
        (",", "utf-8", "person,date,kind,amount,km,vehicle"),
        (";", "utf-8-sig", "Persoon;Datum;Soort;Bedrag;KM;Voertuig"),
        ("\t", "cp1252", "personne\tdate\ttype\tmontant\tkm\tvéhicule"),
    ],
)
def test_the_ways_a_list_is_written(
    tmp_path: Path, sign: str, encoding: str, headings: str
) -> None:
    row = sign.join(["Zoë", "2024-03-05", "déplacement", "", "10", "vélo"])
    lines = told(tmp_path, f"{headings}\n{row}\n".encode(encoding))
    assert lines[0]["verdict"] == "ok"
    assert lines[1]["summary"]["years"][0]["person"] == "Zoë"


def test_columns_in_any_order_and_others_beside_them(tmp_path: Path) -> None:
    text = "nr;bedrag;soort;datum;opmerking;persoon\n1;10;forfait;5/3/2024;dank;An\n"
    assert told(tmp_path, text)[0]["running_total"] == "10.00"


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("1659.29", 165929),
        ("1659,29", 165929),
        ("1.659,29", 165929),
        ("1,659.29", 165929),
        ("€ 12,5", 1250),
        ("12 €", 1200),
        ("-8,54", -854),
        ("-€ 8,54", -854),
        ("€ -8,54", -854),
        ("1 659,29 €", 165929),
        ("1.000.000", 100000000),
    ],
)
def test_an_amount_as_people_write_it(text: str, cents: int) -> None:
    assert values.cents(text) == cents


@pytest.mark.parametrize(
    "text",
    [
        "1.659",
        "1,659",
        "12,345",
        "12.",
        ",5",
        "1.65,29",
        "tien",
        "€",
        "1.6590,00",
        "٣",
        "12€50",
        "12 50",
        "€1€",
    ],
)
def test_an_amount_that_nobody_can_know(text: str) -> None:
    assert is_unreadable(values.cents, text)


@given(st.integers(0, 10**9))
def test_an_amount_is_read_as_it_was_written(cents: int) -> None:
    whole, part = divmod(cents, 100)
    for text in (
        f"{whole}.{part:02}",
        f"{whole},{part:02}",
        f"{whole:,}.{part:02}",
        f"{whole:,}".replace(",", ".") + f",{part:02}",
    ):
        assert values.cents(text) == cents


@pytest.mark.parametrize("text", ["2024-3-5", "5/3/2024", "05/03/2024", " 2024-03-05 "])
def test_a_day_as_people_write_it(text: str) -> None:
    assert values.day(text).isoformat() == "2024-03-05"


@pytest.mark.parametrize("text", ["31/2/2024", "2023-02-29", "3/2024", "5/3/24", "2024-13-01"])
def test_a_day_that_is_none(text: str) -> None:
    assert is_unreadable(values.day, text)


@pytest.mark.parametrize(
    ("row", "country"),
    [
        (";5/3/2024;forfait;10;;;;;;;;", "BE"),
        ("An;gisteren;forfait;10;;;;;;;;", "BE"),
        ("An;5/3/2024;loon;10;;;;;;;;", "BE"),
        ("An;5/3/2024;forfait;;;;;;;;;", "BE"),
        ("An;5/3/2024;forfait;0;;;;;;;;", "BE"),
        ("An;5/3/2024;forfait;1.659;;;;;;;;", "BE"),
        ("An;5/3/2024;forfait;-10;;;;;;;;", "BE"),
        ("An;5/3/2024;verplaatsing;10;;;;;;;;", "BE"),
        ("An;5/3/2024;verplaatsing;;0;;;;;;;", "BE"),
        ("An;5/3/2024;verplaatsing;;-5;;;;;;;", "BE"),
        ("An;5/3/2024;verplaatsing;;10;;raket;;;;;", "BE"),
        ("An;5/3/2024;verplaatsing;;10;;public;;;;ja;", "BE"),
        ("An;5/3/2024;verplaatsing;;10;;;;;;;", "NL"),
        ("An;5/3/2024;forfait;10;;0;;;;;;", "NL"),
        ("An;5/3/2024;forfait;10;;twee;;;;;;", "NL"),
        ("An;5/3/2024;forfait;10;;2;;ooit;;;;", "NL"),
    ],
)
def test_what_can_not_be_read_stands_alone_and_says_how_to_mend_it(
    tmp_path: Path, row: str, country: str
) -> None:
    said = one(tmp_path, row, country)
    assert (said["verdict"], said["codes"], said["limit"]) == ("refuse", ["bad_value"], None)
    assert said["message"]


def test_a_cell_too_many_is_not_guessed(tmp_path: Path) -> None:
    said = told(tmp_path, "person,date,kind,amount\nAn,2024-03-05,lump_sum,10,50\n")[0]
    assert (said["codes"], said["running_total"]) == (["bad_value"], None)


def test_empty_lines_are_no_payments(tmp_path: Path) -> None:
    text = HEADINGS + "\n;;;;;;;;;;;\nAn;5/3/2024;forfait;10;;;;;;;;\n\n"
    lines = told(tmp_path, text)
    assert (lines[0]["row"], lines[1]["summary"]["rows"]) == (1, 1)


def test_a_line_of_spaces_is_no_payment(tmp_path: Path) -> None:
    lines = told(tmp_path, HEADINGS + "   \n ; ;;;;;;;;;;\nAn;5/3/2024;forfait;10;;;;;;;;\n")
    assert [line.get("verdict") for line in lines] == ["ok", None]


def test_a_name_from_a_mac_is_the_same_name(tmp_path: Path) -> None:
    lines = told(
        tmp_path,
        HEADINGS
        + "Jos\u00e9;5/3/2024;forfait;41,48;;;;;;;;\n"
        + "JOSE\u0301;5/3/2024;forfait;1;;;;;;;;\n",
    )
    assert lines[1]["codes"] == ["day_ceiling"]
    assert len(lines[2]["summary"]["years"]) == 1


def test_years_and_their_reasons_stand_in_order(tmp_path: Path) -> None:
    full = "".join(f"An;{day}/1/2024;forfait;41,48;;;;;;;;\n" for day in range(1, 32))
    full += "".join(f"An;{day}/2/2024;forfait;41,48;;;;;;;;\n" for day in range(1, 10))
    lines = told(
        tmp_path,
        HEADINGS
        + "An;5/3/2025;forfait;10;;;;;;;;\n"
        + full
        + "An;20/2/2024;forfait;41,48;;;;;;;;\n"
        + "An;1/1/2024;forfait;0,01;;;;;;;;\n",
    )
    found = lines[-1]["summary"]["years"]
    assert [year["year"] for year in found] == [2024, 2025]
    assert found[0]["reasons"] == ["day_ceiling", "year_ceiling"]


def test_namesakes_with_other_days_of_birth_are_two_people(tmp_path: Path) -> None:
    lines = told(
        tmp_path,
        HEADINGS
        + "An;5/3/2024;forfait;41;;;;1/2/1950;;;;\n"
        + "AN;5/3/2024;forfait;41;;;;1/2/1960;;;;\n",
    )
    assert [line["verdict"] for line in lines[:2]] == ["ok", "ok"]
    assert len(lines[2]["summary"]["years"]) == 2


def test_an_amount_that_the_rate_gives_can_be_taken_back_by_its_kilometres(tmp_path: Path) -> None:
    lines = told(
        tmp_path,
        HEADINGS
        + "An;5/3/2024;verplaatsing;;20;;;;;;;\n"
        + "An;9/9/2024;verplaatsing;;-20;;;;;;;\n"
        + "An;9/9/2024;verplaatsing;;-20;;;;;;;\n",
    )
    assert [line["verdict"] for line in lines[:3]] == ["ok", "ok", "refuse"]


@pytest.mark.parametrize(
    "other",
    [
        "An;5/3/2024;verplaatsing;432,21;;;public;;;;ja;",
        "An;5/3/2024;verplaatsing;;20;;fiets;;;;;",
    ],
)
def test_kilometres_take_back_no_other_way_of_travel(tmp_path: Path, other: str) -> None:
    lines = told(tmp_path, HEADINGS + other + "\nAn;9/3/2024;verplaatsing;;-20;;;;;;;\n")
    assert [line["verdict"] for line in lines[:2]] == ["ok", "refuse"]


def test_the_missing_period_is_named(tmp_path: Path) -> None:
    said = one(tmp_path, "An;1/4/2026;verplaatsing;;10;;;;;;;")
    assert said["codes"] == ["rate_missing"]
    assert "2026-04-01" in said["message"]


def test_the_table_to_read_says_the_same(tmp_path: Path) -> None:
    path = tmp_path / "lijst.csv"
    path.write_text(HEADINGS + "An;5/3/2024;forfait;50;;;;;;;;\n")
    status, printed = run(path)
    assert status == 1
    for words in ("day_ceiling", "41.48", "An, 2024"):
        assert words in printed


def test_a_cell_can_not_break_the_table(tmp_path: Path) -> None:
    path = tmp_path / "lijst.csv"
    path.write_text(HEADINGS + '"An\n\x1b[2JVeld";5/3/2024;"a\nb";50;;;;;;;;\n')
    printed = run(path)[1]
    assert "An [2JVeld, 2024" in printed
    assert "«a b»" in printed


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (b"", 2),
        (b"\xef\xbb\xbf", 2),
        (b"persoon;datum;bedrag\n", 2),
        (b"persoon;datum;soort\n", 2),
        (b"persoon;naam;datum;date;soort;bedrag\n", 2),
        (b"PK\x03\x04\x00\x00\x08\x00", 2),
        (HEADINGS.encode("utf-16"), 2),
        (b"person,date,kind,km\n", 0),
        (HEADINGS.encode(), 0),
        (HEADINGS.encode() + b"An;5/3/2024;forfait;10;;;;;;;;\n", 0),
        (HEADINGS.encode() + b"An;5/3/2024;forfait;99;;;;;;;;\n", 1),
    ],
)
def test_the_exit_status(tmp_path: Path, text: bytes, status: int) -> None:
    path = tmp_path / "lijst.csv"
    path.write_bytes(text)
    assert run(path, "BE", "--json")[0] == status


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert run(tmp_path / "weg.csv")[0] == 2


def test_an_open_quotation_mark_is_told(tmp_path: Path) -> None:
    path = tmp_path / "lijst.csv"
    path.write_text(HEADINGS + '"' + "x" * 200_000)
    with pytest.raises(UnreadableSheet):
        list(rows_of(path, layout_of(path)))


@pytest.mark.parametrize(
    "text",
    [
        'persoon;datum;soort;bedrag;nota\nAn;5/3/2024;forfait;10;"dank\nAn;6/3/2024;forfait;99;\n',
        'persoon;datum;soort;bedrag;"nota\nAn;5/3/2024;forfait;99;dank\n',
    ],
)
def test_an_open_quotation_mark_hides_no_payments(tmp_path: Path, text: str) -> None:
    path = tmp_path / "lijst.csv"
    path.write_text(text)
    assert run(path)[0] == 2


def test_a_cell_of_two_lines_at_the_end_is_whole(tmp_path: Path) -> None:
    text = 'persoon;datum;soort;bedrag;nota\nAn;5/3/2024;forfait;10;"dank\nje wel"'
    assert told(tmp_path, text)[1]["summary"]["ok"] == 1


def test_no_spreadsheet_is_told_that_columns_are_missing(tmp_path: Path) -> None:
    path = tmp_path / "lijst.csv"
    path.write_bytes(HEADINGS.encode("utf-16"))
    assert "CSV" in run(path)[1]
