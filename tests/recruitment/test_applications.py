"""The list, the board and the page of one candidate."""

from datetime import timedelta
from http import HTTPStatus
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.audit.models import Event
from naast.core import clock
from naast.people.panels import panels_for
from naast.programmes.models import StageKind
from naast.programmes.path import path_of
from naast.recruitment.models import Application, Waits
from naast.recruitment.queries.application_page import missing_of
from naast.recruitment.queries.next_step import next_step
from naast.recruitment.states import Status
from tests.conftest import Cast
from tests.factories import ProgrammeFactory, VolunteerFactory
from tests.recruiting import ApplicationFactory, NoteFactory, TalkFactory
from tests.recruitment.way import candidate, programme_with


def names(response: object) -> list[str]:
    lines = response.context["lines"]  # type: ignore[attr-defined]  # a response of the test client
    return [line.application.given_name for line in lines]


def test_the_list_shows_what_is_due_first_and_only_this_house(cast: Cast) -> None:
    today = clock.today()
    candidate(cast, given_name="Later", due_on=today + timedelta(days=9))
    candidate(cast, given_name="Eerst", due_on=today)
    candidate(cast, given_name="Rust", status=Status.PAUSED)
    ApplicationFactory(organisation=cast.elsewhere, given_name="Elders")
    response = cast.client("amal").get(cast.url("candidates/"))
    assert names(response) == ["Eerst", "Later"]


def test_the_filters_stand_in_the_address(cast: Cast) -> None:
    programme = programme_with(cast, StageKind.TRIAL)
    candidate(cast, programme, given_name="Ben", stage=StageKind.TRIAL, waits_for=Waits.CANDIDATE)
    candidate(cast, programme, given_name="Bo", family_name="Ålberg")
    candidate(cast, given_name="Cas", status=Status.PAUSED)
    client, url = cast.client("amal"), cast.url("candidates/")
    assert names(client.get(url, {"stage": "trial"})) == ["Ben"]
    assert names(client.get(url, {"waits_for": "candidate"})) == ["Ben"]
    assert names(client.get(url, {"status": "paused"})) == ["Cas"]
    assert names(client.get(url, {"programme": str(programme.pk), "name": "alb"})) == ["Bo"]
    assert set(names(client.get(url, {"status": "all", "name": "b"}))) == {"Ben", "Bo"}
    nonsense = {"status": "?", "programme": "?", "vacancy": "?", "stage": "?"}
    assert client.get(url, nonsense).status_code == HTTPStatus.OK


def test_who_leads_a_talk_sees_their_own_candidates_and_no_others(cast: Cast) -> None:
    mine, other = candidate(cast, given_name="Mijn"), candidate(cast, given_name="Ander")
    TalkFactory(application=mine, host=cast.nele)
    client = cast.client("nele")
    assert names(client.get(cast.url("candidates/"))) == ["Mijn"]
    assert client.get(cast.url(f"candidates/{mine.pk}/")).status_code == HTTPStatus.OK
    for hidden in (f"candidates/{other.pk}/", "candidates/board/"):
        assert client.get(cast.url(hidden)).status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("path", ["candidates/", "candidates/board/"])
def test_list_and_board_cost_the_same_for_one_and_three(cast: Cast, path: str) -> None:
    client, costs = cast.client("amal"), []
    for _times in range(2):
        candidate(cast)
        with CaptureQueriesContext(
            connection,
        ) as seen:
            client.get(cast.url(path))
        costs.append(len(seen))
        candidate(cast, stage=StageKind.TRIAL)
    assert costs[0] == costs[1] <= 12


def test_the_board_counts_everybody_and_shows_the_first_eight_of_a_stage(cast: Cast) -> None:
    programme = programme_with(cast, StageKind.FIRST_TALK)
    today = clock.today()
    for number in range(10):
        candidate(cast, programme, given_name=f"K{number}", due_on=today + timedelta(days=number))
    candidate(cast, programme, given_name="Stil", stage=StageKind.FIRST_TALK, days_ago=8)
    candidate(cast, given_name="Andere werking")
    client = cast.client("amal")
    response = client.get(cast.url("candidates/board/"), {"programme": str(programme.pk)})
    columns = response.context["columns"]
    assert [(column.kind, column.count) for column in columns] == [
        ("application", 10),
        ("first_talk", 1),
        ("start", 0),
    ]
    first = columns[0]
    assert [line.application.given_name for line in first.lines] == [f"K{n}" for n in range(8)]
    assert (first.rest, columns[1].lines[0].quiet != "") == (2, True)
    assert len(names(client.get(first.url))) == 10
    everything = client.get(cast.url("candidates/board/")).context["columns"]
    assert [column.kind for column in everything] == list(StageKind.values)


def test_somebody_in_a_stage_that_was_switched_off_stays_on_the_board(cast: Cast) -> None:
    programme = programme_with(cast, StageKind.FIRST_TALK)
    candidate(cast, programme, stage=StageKind.TOUR)
    client = cast.client("amal")
    response = client.get(cast.url("candidates/board/"), {"programme": str(programme.pk)})
    assert ("tour", 1) in [(each.kind, each.count) for each in response.context["columns"]]


def test_the_page_costs_the_same_however_much_there_is_and_is_logged(cast: Cast) -> None:
    application = candidate(cast, programme_with(cast, StageKind.FIRST_TALK))
    client, url = cast.client("amal"), cast.url(f"candidates/{application.pk}/")
    client.get(url)
    costs = []
    for _times in range(2):
        NoteFactory(application=application)
        TalkFactory(application=application)
        with CaptureQueriesContext(connection) as seen:
            assert client.get(url).status_code == HTTPStatus.OK
        costs.append(len(seen))
        NoteFactory(application=application)
        TalkFactory(application=application)
    assert costs[0] == costs[1] <= 19
    looked = Event.objects.filter(kind="application.read", target_id=application.pk)
    assert {event.user_id for event in looked} == {cast.amal.user_id}


@pytest.mark.parametrize(
    "path", ["", "answer/", "facts/", "facts/choice/", "fit/", "fit/talk/", "guide/", "round-off/"]
)
def test_whoever_reads_about_a_candidate_leaves_a_line(cast: Cast, path: str) -> None:
    application = candidate(cast, programme_with(cast, StageKind.FIRST_TALK))
    url = cast.url(f"candidates/{application.pk}/{path}")
    assert cast.client("amal").get(url).status_code == HTTPStatus.OK
    event = Event.objects.get(is_view=True, target_id=application.pk)
    assert (event.kind, event.user_id) == ("application.read", cast.amal.user_id)


@pytest.mark.covers("S1-204")
def test_the_first_words_on_why_here_stay_for_later_talks(cast: Cast) -> None:
    person = VolunteerFactory(organisation=cast.here).person
    application = candidate(cast, person=person, why_here="Mijn oma woonde hier.")
    response = cast.client("amal").get(cast.url(f"candidates/{application.pk}/"))
    assert "Mijn oma woonde hier." in response.content.decode()
    card = cast.client("amal").get(cast.url(f"people/volunteers/{person.pk}/"))
    assert "Mijn oma woonde hier." in card.content.decode()
    shown = [panel.template for panel in panels_for("volunteer", cast.actor("nele"), person)]
    assert "recruitment/began_panel.html" not in shown


def step_of(application: Application) -> tuple[str, str, str]:
    stages = path_of(application.programme)
    found = next_step(application, stages, missing_of(application, stages), today=clock.today())
    return found.page, found.step, found.owed_by


def test_the_next_step_says_what_comes_and_who_owes_it(cast: Cast) -> None:
    programme = programme_with(cast, StageKind.FIRST_TALK, StageKind.THINKING)
    today = clock.today()
    yesterday, soon = today - timedelta(days=1), today + timedelta(days=4)
    theirs = {"waits_for": Waits.CANDIDATE, "stage": StageKind.FIRST_TALK}
    cases: list[tuple[dict[str, Any], tuple[str, str, str]]] = [
        ({}, ("contact", "", "us")),
        ({"touched_on": today, "days_ago": 3}, ("go_on", "", "us")),
        ({**theirs, "due_on": soon}, ("contact", "", "candidate")),
        ({**theirs, "due_on": yesterday}, ("contact", "", "candidate")),
        ({"stage": StageKind.THINKING}, ("round_off", "", "us")),
        ({**theirs, "stage": StageKind.THINKING, "due_on": soon}, ("go_on", "", "candidate")),
        ({"outcome": "fits"}, ("go_on", "", "us")),
        ({"status": Status.LATER, "later_until": today}, ("", "come-back", "us")),
        ({"status": Status.LATER, "later_until": soon}, ("", "come-back", "nobody")),
        ({"status": Status.PAUSED}, ("", "come-back", "nobody")),
        ({"status": Status.STARTED}, ("", "", "nobody")),
        ({"status": Status.CLOSED, "closed_on": today}, ("", "reopen", "nobody")),
    ]
    for fields, expected in cases:
        assert step_of(candidate(cast, programme, **fields)) == expected, fields


def test_every_page_of_a_candidate_who_rests_or_is_over_shows(cast: Cast) -> None:
    today = clock.today()
    client = cast.client("amal")
    cases: list[dict[str, Any]] = [
        {"status": Status.PAUSED},
        {"status": Status.CLOSED, "closed_on": today, "erase_on": today, "outcome": "not_now"},
        {"status": Status.STARTED, "outcome": "fits", "override": "Kan later.", "chose_on": today},
    ]
    for fields in cases:
        application = candidate(cast, **fields)
        assert client.get(cast.url(f"candidates/{application.pk}/")).status_code == HTTPStatus.OK


def test_a_candidate_of_another_house_is_not_found(cast: Cast) -> None:
    application = candidate(cast)
    url = f"/o/{cast.elsewhere.slug}/candidates/{application.pk}/"
    assert cast.client("chris").get(url).status_code == HTTPStatus.NOT_FOUND


def test_an_empty_house_says_what_to_do_next(cast: Cast) -> None:
    ProgrammeFactory(organisation=cast.here)
    for path in ("candidates/", "candidates/board/", "candidates/?stage=trial"):
        assert cast.client("amal").get(cast.url(path)).status_code == HTTPStatus.OK
    assert cast.client("nele").get(cast.url("candidates/")).status_code == HTTPStatus.OK
