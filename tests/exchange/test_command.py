"""naast import and naast export: the contract that scripts rely on."""

import json
from collections.abc import Callable
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from naast.exchange.models import ImportedRow, ImportJob
from naast.people.models import Person, VolunteerProfile
from tests.conftest import Cast

Make = Callable[..., Path]
KEYS = {"rows", "created", "updated", "unchanged", "duplicates", "problems", "unmapped"}
HEADING = ["Voornaam", "Familienaam", "E-mail", "Gsm", "Geboortedatum", "Talen", "Schoenmaat"]
JAN = [
    "Jan",
    "Van den Berg",
    "jan@voorbeeld.example",
    "0475/12.34.56",
    "3/7/58",
    "NL, beetje Turks",
    43,
]
EVA = ["Eva", "Claes", "eva@voorbeeld.example", "0032 476 12 34 57", "12-05-1990", "Frans", 38]


def run(path: Path, *extra: str, kind: str = "volunteers") -> tuple[int, dict[str, Any]]:
    out, err, status = StringIO(), StringIO(), 0
    try:
        call_command(
            "import", str(path), "--organisation", "hier", "--kind", kind, "--json", *extra,
            stdout=out, stderr=err,
        )  # fmt: skip
    except SystemExit as stop:
        status = int(stop.code or 0)
    assert len(out.getvalue().strip().splitlines()) == 1
    return status, json.loads(out.getvalue())


@pytest.mark.covers("S4-25")
def test_a_list_becomes_volunteers_with_everything_it_tells(cast: Cast, list_file: Make) -> None:
    status, answer = run(list_file([HEADING, JAN, EVA]))

    assert status == 0
    assert answer == {
        "rows": 2, "created": 2, "updated": 0, "unchanged": 0,
        "duplicates": [], "problems": [], "unmapped": ["Schoenmaat"],
    }  # fmt: skip
    jan = Person.objects.get(organisation=cast.here, given_name="Jan")
    assert (jan.family_name, jan.email, jan.phone, jan.birth_on) == (
        "Van den Berg", "jan@voorbeeld.example", "+32475123456", date(1958, 7, 3),
    )  # fmt: skip
    assert dict(jan.languages.values_list("language", "level")) == {"nl": 2, "tr": 1}
    assert jan.volunteer.status == VolunteerProfile.Status.ACTIVE
    assert jan.sort_name == "van den berg jan"
    assert jan.words.filter(word="berg").exists()


def test_loading_the_same_list_again_makes_nothing_twice(cast: Cast, list_file: Make) -> None:
    path = list_file([HEADING, JAN, EVA])
    run(path)
    status, answer = run(path)

    assert status == 0
    assert (answer["created"], answer["updated"], answer["unchanged"]) == (0, 0, 2)


def test_a_dry_run_changes_nothing(cast: Cast, list_file: Make) -> None:
    before = Person.objects.count()
    status, answer = run(list_file([HEADING, JAN, EVA]), "--dry-run")

    assert (status, answer["created"]) == (0, 2)
    assert Person.objects.count() == before
    assert not ImportJob.objects.exists()


def test_a_bad_row_is_named_and_left_out_and_the_good_one_taken(
    cast: Cast, list_file: Make
) -> None:
    bad = [*EVA[:4], "31/02/1990", *EVA[5:]]
    status, answer = run(list_file([["Onze vrijwilligers"], [], HEADING, JAN, [], bad]))

    assert status == 1
    assert (answer["rows"], answer["created"]) == (2, 1)
    (problem,) = answer["problems"]
    assert set(problem) == {"row", "column", "value", "message"}
    assert (problem["row"], problem["column"], problem["value"]) == (
        6,
        "Geboortedatum",
        "31/02/1990",
    )
    assert ImportedRow.objects.count() == 1


def test_all_or_nothing_takes_nothing_when_one_row_is_bad(cast: Cast, list_file: Make) -> None:
    before = Person.objects.count()
    bad = [*EVA[:4], "31/02/1990", *EVA[5:]]
    status, answer = run(list_file([HEADING, JAN, bad]), "--all-or-nothing")

    assert (status, answer["created"], answer["rows"]) == (1, 0, 2)
    assert Person.objects.count() == before


def test_a_corrected_file_takes_only_what_was_left_out(cast: Cast, list_file: Make) -> None:
    bad = [*EVA[:4], "31/02/1990", *EVA[5:]]
    run(list_file([HEADING, JAN, bad]))
    status, answer = run(list_file([HEADING, JAN, EVA]))

    assert status == 0
    assert (answer["created"], answer["unchanged"]) == (1, 1)


@pytest.mark.parametrize("extra", [["--organisation", "nergens"], ["--kind", "honden"]])
def test_an_unknown_organisation_or_kind_gets_one_sentence_and_status_two(
    cast: Cast, list_file: Make, extra: list[str]
) -> None:
    out, err = StringIO(), StringIO()
    arguments = {"--organisation": "hier", "--kind": "volunteers"} | {extra[0]: extra[1]}
    words = [word for pair in arguments.items() for word in pair]
    with pytest.raises(SystemExit) as stop:
        call_command("import", str(list_file([HEADING, JAN])), *words, stdout=out, stderr=err)

    assert stop.value.code == 2
    assert len(err.getvalue().strip().splitlines()) == 1
    assert out.getvalue() == ""


def test_a_file_that_cannot_be_read_still_answers_one_json_object(
    cast: Cast, tmp_path: Path
) -> None:
    path = tmp_path / "lijst.xlsx"
    path.write_bytes(b"\x89PNG\r\n\x1a\n0000")
    status, answer = run(path)

    assert status == 2
    assert set(answer) == KEYS
    assert answer["rows"] == 0
    assert [problem["row"] for problem in answer["problems"]] == [None]


def test_people_of_another_organisation_are_never_seen(cast: Cast, list_file: Make) -> None:
    path = list_file([HEADING, JAN])
    call_command(
        "import", str(path), "--organisation", "elders", "--kind", "volunteers", stdout=StringIO()
    )
    _status, answer = run(path)

    assert (answer["created"], answer["duplicates"]) == (1, [])
    assert Person.objects.filter(email="jan@voorbeeld.example").count() == 2


def test_a_column_can_be_named_on_the_command_line(cast: Cast, list_file: Make) -> None:
    status, answer = run(
        list_file([[*HEADING[:-1], "Zzz"], [*JAN[:-1], "A-12"]]), "--map", "Zzz=external_id"
    )

    assert (status, answer["unmapped"]) == (0, [])
    assert Person.objects.get(email="jan@voorbeeld.example").external_id == "A-12"
