"""The pages of an import, from the file to the result and back."""

import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from naast.audit.models import Event
from naast.exchange.models import ImportJob, RememberedMapping
from naast.exchange.states import JobState
from naast.people.models import Person
from tests.conftest import Cast
from tests.exchange.conftest import first_sheet, workbook
from tests.factories import VolunteerFactory

HEADING = ["Voornaam", "Familienaam", "E-mail", "Gsm", "Geb.", "Schoenmaat"]
JAN = ["Jan", "Maes", "jan@voorbeeld.example", "0475/12.34.56", "3/7/58", "43"]
BAD = ["Eva", "Claes", "=eva", "0476/12.34.56", "31/02/1990", "38"]


@pytest.fixture(autouse=True)
def media(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path


def send(
    client: Client, cast: Cast, content: bytes, name: str = "lijst.xlsx", kind: str = "volunteers"
) -> Any:
    return client.post(
        cast.url("lists/"), {"kind": kind, "file": SimpleUploadedFile(name, content)}
    )


def mapped(client: Client, cast: Cast, rows: list[list[Any]]) -> ImportJob:
    """A list that is brought in and whose columns are accepted as they were guessed."""
    send(client, cast, workbook(("Blad1", rows)))
    job = ImportJob.objects.latest("id")
    client.post(
        cast.url(f"lists/{job.pk}/columns/"),
        {f"column_{column}": field for column, field in job.mapping.items()},
    )
    job.refresh_from_db()
    return job


def test_a_list_goes_from_file_to_volunteers_in_four_pages(
    cast: Cast, django_capture_on_commit_callbacks: Any
) -> None:
    amal = cast.client("amal")
    assert amal.get(cast.url("lists/")).status_code == 200

    answer = send(amal, cast, workbook(("Blad1", [["Vrijwilligers 2026"], HEADING, JAN, BAD])))
    job = ImportJob.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, cast.url(f"lists/{job.pk}/columns/"))
    page = amal.get(answer["Location"]).content.decode()
    assert "Schoenmaat" in page
    assert job.heading_row == 2
    assert job.mapping == {
        "0": "given_name",
        "1": "family_name",
        "2": "email",
        "3": "mobile",
        "4": "birth_on",
    }

    answer = amal.post(
        answer["Location"], {f"column_{column}": field for column, field in job.mapping.items()}
    )
    assert answer.status_code == 303
    preview = amal.get(answer["Location"])
    assert preview.status_code == 200
    assert "31/02/1990" in preview.content.decode()
    assert not Person.objects.filter(given_name="Jan").exists()

    with django_capture_on_commit_callbacks(execute=True):
        answer = amal.post(cast.url(f"lists/{job.pk}/load/"), {"rule": "good_rows"})
    assert answer.status_code == 303
    job.refresh_from_db()
    assert (job.state, job.created, job.left_out, job.progress) == (JobState.DONE, 1, 1, 100)
    assert not job.file
    assert Person.objects.get(given_name="Jan").volunteer.organisation == cast.here
    assert amal.get(answer["Location"]).status_code == 200
    assert Event.objects.filter(kind="import.loaded", target_id=job.pk).count() == 1

    sheet = first_sheet(amal.get(cast.url(f"lists/{job.pk}/leftovers.xlsx")).content)
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[1][0] == 4
    assert "Geb." in str(rows[1][1])
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert "=eva" in rows[1]


def test_all_or_nothing_loads_nothing_and_the_rows_that_come_back_can_be_mended_and_brought_again(
    cast: Cast, django_capture_on_commit_callbacks: Any
) -> None:
    amal = cast.client("amal")
    job = mapped(amal, cast, [HEADING, JAN, BAD])
    with django_capture_on_commit_callbacks(execute=True):
        amal.post(cast.url(f"lists/{job.pk}/load/"), {"rule": "all_or_nothing"})
    job.refresh_from_db()
    assert (job.state, job.created, job.left_out) == (JobState.DONE, 0, 2)
    assert amal.get(cast.url(f"lists/{job.pk}/")).status_code == 200
    assert not Person.objects.filter(given_name="Jan").exists()

    sheet = first_sheet(amal.get(cast.url(f"lists/{job.pk}/leftovers.xlsx")).content)
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    assert [row[0] for row in rows[1:]] == [3]
    rows[1][4:7] = ["eva@voorbeeld.example", "0476/12.34.56", "28/02/1990"]
    again = mapped(amal, cast, rows)
    assert (again.created, again.left_out) == (1, 0)
    assert json.loads(again.report)["unmapped"] == ["Schoenmaat"]


def test_a_wrong_answer_about_the_rule_is_refused(cast: Cast) -> None:
    amal = cast.client("amal")
    job = mapped(amal, cast, [HEADING, JAN, BAD])
    assert amal.post(cast.url(f"lists/{job.pk}/load/"), {"rule": "zomaar"}).status_code == 422
    job.refresh_from_db()
    assert job.state == JobState.CHECKED


def test_the_columns_are_remembered_for_the_next_list(cast: Cast) -> None:
    amal = cast.client("amal")
    send(amal, cast, workbook(("Blad1", [HEADING, JAN])))
    job = ImportJob.objects.get()
    chosen = {f"column_{column}": field for column, field in job.mapping.items()} | {
        "column_5": "external_id"
    }
    amal.post(cast.url(f"lists/{job.pk}/columns/"), chosen)
    assert RememberedMapping.objects.get().organisation == cast.here

    send(amal, cast, workbook(("Blad1", [HEADING, JAN])))
    assert ImportJob.objects.latest("id").mapping["5"] == "external_id"
    chris = cast.client("chris")
    chris.post(
        "/o/elders/lists/",
        {
            "kind": "volunteers",
            "file": SimpleUploadedFile("l.xlsx", workbook(("Blad1", [HEADING, JAN]))),
        },
    )
    assert "5" not in ImportJob.objects.get(organisation=cast.elsewhere).mapping


def test_a_file_that_is_no_list_is_refused_with_its_sentence_and_nothing_is_kept(
    cast: Cast,
) -> None:
    amal = cast.client("amal")
    answer = send(amal, cast, b"\x89PNG\r\n\x1a\n" + b"0" * 100)

    assert answer.status_code == 422
    assert "PNG" in answer.content.decode()
    assert not ImportJob.objects.exists()
    assert amal.post(cast.url("lists/"), {"kind": "volunteers"}).status_code == 422


def test_one_field_can_not_be_two_columns(cast: Cast) -> None:
    amal = cast.client("amal")
    send(amal, cast, workbook(("Blad1", [HEADING, JAN])))
    job = ImportJob.objects.get()
    answer = amal.post(
        cast.url(f"lists/{job.pk}/columns/"), {"column_0": "given_name", "column_1": "given_name"}
    )
    assert answer.status_code == 422
    assert amal.post(cast.url(f"lists/{job.pk}/columns/"), {"column_0": "email"}).status_code == 422


def test_another_sheet_can_be_chosen(cast: Cast) -> None:
    amal = cast.client("amal")
    send(
        amal,
        cast,
        workbook(
            ("Een", [HEADING, JAN]),
            ("Twee", [["Titel"], ["Naam", "Mail"], ["Jan Maes", "j@voorbeeld.example"]]),
        ),
    )
    job = ImportJob.objects.get()
    assert job.sheet == "Een"
    amal.post(cast.url(f"lists/{job.pk}/sheet/"), {"sheet": "Twee", "heading_row": "2"})
    job.refresh_from_db()
    assert (job.sheet, job.heading_row, job.mapping) == (
        "Twee",
        2,
        {"0": "full_name", "1": "email"},
    )


def test_a_doubtful_row_waits_for_a_decision_that_is_remembered(
    cast: Cast, django_capture_on_commit_callbacks: Any
) -> None:
    amal = cast.client("amal")
    known: Any = VolunteerFactory(
        organisation=cast.here,
        person__given_name="Griet",
        person__family_name="Maes",
        person__email="jan@voorbeeld.example",
    )
    VolunteerFactory(
        organisation=cast.elsewhere,
        person__given_name="Jan",
        person__family_name="Maes",
        person__email="jan@voorbeeld.example",
    )
    job = mapped(amal, cast, [HEADING, JAN])
    report = json.loads(job.report)
    assert [doubt["row"] for doubt in report["doubtful"]] == [2]
    assert [other["person_id"] for other in report["doubtful"][0]["others"]] == [
        str(known.person.pk)
    ]
    page = amal.get(cast.url(f"lists/{job.pk}/")).content.decode()
    assert "Griet Maes" in page

    assert amal.post(cast.url(f"lists/{job.pk}/decide/"), {"row_2": "new"}).status_code == 303
    job.refresh_from_db()
    assert (job.created, job.left_out) == (1, 0)
    with django_capture_on_commit_callbacks(execute=True):
        amal.post(cast.url(f"lists/{job.pk}/load/"), {"rule": "good_rows"})
    assert Person.objects.filter(organisation=cast.here, email="jan@voorbeeld.example").count() == 2

    again = mapped(amal, cast, [HEADING, JAN])
    assert (again.created, again.unchanged, again.left_out) == (0, 1, 0)


def test_the_progress_page_sends_on_when_the_list_is_loaded(cast: Cast) -> None:
    amal = cast.client("amal")
    job = mapped(amal, cast, [HEADING, JAN])
    ImportJob.objects.filter(pk=job.pk).update(state=JobState.RUNNING, progress=60)
    assert 'hx-trigger="every 1s"' in amal.get(cast.url(f"lists/{job.pk}/")).content.decode()
    assert amal.get(cast.url(f"lists/{job.pk}/progress/")).status_code == 200
    ImportJob.objects.filter(pk=job.pk).update(state=JobState.DONE)
    assert amal.get(cast.url(f"lists/{job.pk}/progress/"))["HX-Redirect"] == cast.url(
        f"lists/{job.pk}/"
    )


def test_a_list_that_was_not_loaded_can_be_thrown_away(
    cast: Cast, django_capture_on_commit_callbacks: Any
) -> None:
    amal = cast.client("amal")
    job = mapped(amal, cast, [HEADING, JAN])
    path = job.file.path
    with django_capture_on_commit_callbacks(execute=True):
        answer = amal.post(cast.url(f"lists/{job.pk}/drop/"))
    assert (answer.status_code, answer["Location"]) == (303, cast.url("lists/"))
    assert not ImportJob.objects.exists()
    with pytest.raises(FileNotFoundError):
        open(path, "rb")  # noqa: PTH123, SIM115 -- asks the file system itself


@pytest.mark.parametrize("name", ["bea", "nele", "piet", "chris"])
def test_nobody_but_a_coordinator_of_this_organisation_sees_imports(cast: Cast, name: str) -> None:
    job = mapped(cast.client("amal"), cast, [HEADING, JAN])
    client = cast.client(name)
    for path in ("", "columns/", "progress/", "leftovers.xlsx"):
        assert client.get(cast.url(f"lists/{job.pk}/{path}")).status_code == 404
    for path in ("columns/", "sheet/", "decide/", "load/", "undo/", "forget/", "drop/"):
        assert (
            client.post(cast.url(f"lists/{job.pk}/{path}"), {"rule": "good_rows"}).status_code
            == 404
        )
    assert client.get(cast.url("lists/")).status_code == 404
    assert client.get(cast.url("lists/export/volunteers.csv")).status_code == 404
    if name == "chris":
        assert client.get(f"/o/elders/lists/{job.pk}/").status_code == 404


def test_a_list_can_be_taken_out_and_who_did_it_is_kept(cast: Cast) -> None:
    answer: Any = cast.client("amal").get(cast.url("lists/export/volunteers.csv"))
    assert answer.status_code == 200
    assert "attachment" in answer["Content-Disposition"]
    assert b"Bea" in b"".join(answer.streaming_content)
    assert Event.objects.filter(kind="list.exported").count() == 1
    assert cast.client("amal").get(cast.url("lists/export/honden.csv")).status_code == 404
