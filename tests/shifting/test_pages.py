"""The pages of tasks that shift."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.core import clock
from naast.programmes.models import Programme
from naast.shifting.models import PlaceCheck, QuarterLook, StaffTask, TaskSheet, TeamTalk
from naast.shifting.quarters import Quarter
from naast.shifting.states import ShiftState
from tests.conftest import Cast
from tests.factories import MatchFactory, ProgrammeFactory, VisitFactory
from tests.shifts import ANSWERS, PlaceCheckFactory, ShiftFactory, pair, tell

ACCEPT = {**ANSWERS, "who": "volunteer", "reach": "match"}
SHIFTS, MINE = "alongside/shifts/", "mine/shifts/"


def get(cast: Cast, name: str, path: str) -> Any:
    return cast.client(name).get(cast.url(path))


def post(cast: Cast, name: str, path: str, data: dict[str, str]) -> Any:
    return cast.client(name).post(cast.url(path), data)


@pytest.mark.covers("S1-133")
def test_a_shift_is_accepted_on_its_pages_from_notice_to_the_new_package(cast: Cast) -> None:
    match = pair(cast)
    tell(cast.actor("bea"), match, "Strijken")
    shift = match.task_shifts.get()
    refused = post(cast, "amal", f"{SHIFTS}{shift.pk}/accept/", {**ACCEPT, "safety": ""})
    assert refused.status_code == 422
    assert post(cast, "amal", f"{SHIFTS}{shift.pk}/accept/", ACCEPT).status_code == 303
    asked = get(cast, "bea", f"{MINE}{shift.pk}/")
    assert asked.context["can_answer"]
    assert ANSWERS["burden"] in asked.content.decode()
    answer = post(cast, "bea", f"{MINE}{shift.pk}/answer/", {"agrees": "yes"})
    assert answer.status_code == 303
    (package,) = get(cast, "bea", MINE).context["packages"]
    assert [each.words for each in package.besides] == ["Strijken"]
    form = get(cast, "bea", f"visits/i-was-there/?match={match.pk}").context["form"]
    assert "+Strijken" in dict(form.fields["tasks"].choices)


def test_a_visit_with_a_task_that_was_agreed_besides_is_told_changed_and_no_shift(
    cast: Cast,
) -> None:
    match = pair(cast)
    match.agreed_tasks.create(
        organisation=cast.here,
        words="Strijken",
        key="strijken",
        who="volunteer",
        agreed_on=clock.today(),
    )
    data = {"when": "today", "mode": "home", "tasks": "+Strijken", "other_activity": "Ramen"}
    post(cast, "bea", f"visits/i-was-there/?match={match.pk}", data)
    visit = match.visits.get()
    assert visit.other_activity == "Strijken; Ramen"
    assert list(match.task_shifts.values_list("words", flat=True)) == ["Ramen"]
    again = get(cast, "bea", f"visits/{visit.pk}/edit/").context["form"]
    assert (again.initial["tasks"], again.initial["other_activity"]) == (["+Strijken"], "Ramen")
    too_long = {**data, "other_activity": "x" * 115}
    assert post(cast, "bea", f"visits/i-was-there/?match={match.pk}", too_long).status_code == 422


@pytest.mark.covers("S1-200")
def test_a_task_without_a_link_to_a_strength_or_wish_is_warned_of_and_not_blocked(
    cast: Cast,
) -> None:
    shift = ShiftFactory(match=pair(cast))
    data = {**ACCEPT, "connects": ""}
    response = cast.client("amal").post(cast.url(f"{SHIFTS}{shift.pk}/accept/"), data, follow=True)
    assert next(message.level_tag for message in response.context["messages"]) == "warning"
    shift.refresh_from_db()
    assert shift.state == ShiftState.ASKED


@pytest.mark.covers("S2-23")
def test_who_adds_most_for_the_participant_and_why_is_asked_at_a_new_task(cast: Cast) -> None:
    match = pair(cast)
    made = post(cast, "amal", f"{SHIFTS}match/{match.pk}/new/", {"words": "Voorlezen"})
    shift = match.task_shifts.get()
    assert made.headers["Location"].endswith(f"{shift.pk}/accept/")
    for name in ("best", "best_why"):
        refused = post(cast, "amal", f"{SHIFTS}{shift.pk}/accept/", {**ACCEPT, name: ""})
        assert (refused.status_code, set(refused.context["form"].errors)) == (422, {name})


def test_what_does_not_fit_shows_its_sentence_beside_the_answer(cast: Cast) -> None:
    shift = ShiftFactory(match=pair(cast))
    refused = post(cast, "amal", f"{SHIFTS}{shift.pk}/accept/", {**ACCEPT, "skill": "learn_first"})
    assert (refused.status_code, set(refused.context["form"].errors)) == (422, {"skill"})


def test_the_volunteer_reads_why_it_goes_back_and_how_it_goes_on(cast: Cast) -> None:
    shift = ShiftFactory(match=pair(cast))
    data = {"reason": "Je deed het met hart.", "from_now_on": "De thuishulp strijkt."}
    assert post(cast, "amal", f"{SHIFTS}{shift.pk}/restore/", {}).status_code == 422
    assert post(cast, "amal", f"{SHIFTS}{shift.pk}/restore/", data).status_code == 303
    words = get(cast, "bea", f"{MINE}{shift.pk}/").content.decode()
    assert data["reason"] in words
    assert data["from_now_on"] in words


def test_both_give_their_view_and_both_and_the_coordinator_read_it(cast: Cast) -> None:
    shift = ShiftFactory(match=pair(cast))
    assert (
        post(cast, "amal", f"{SHIFTS}{shift.pk}/talk/", {"note": "Alleen voor mij"}).status_code
        == 303
    )
    for name, words in (("bea", "Ik vind het fijn."), ("nele", "Ik zie het graag anders.")):
        assert post(cast, name, f"{MINE}{shift.pk}/", {"words": words}).status_code == 303
    assert post(cast, "bea", f"{MINE}{shift.pk}/", {"words": " "}).status_code == 422
    page = get(cast, "bea", f"{MINE}{shift.pk}/").content.decode()
    assert "Ik zie het graag anders." in page
    assert "Alleen voor mij" not in page
    assert "Ik vind het fijn." in get(cast, "amal", f"{SHIFTS}{shift.pk}/").content.decode()


def test_an_answer_that_is_no_answer_shows_the_page_again(cast: Cast) -> None:
    shift = ShiftFactory(match=pair(cast), state=ShiftState.ASKED)
    assert post(cast, "bea", f"{MINE}{shift.pk}/answer/", {"agrees": "?"}).status_code == 422
    shift.state = ShiftState.ACCEPTED
    shift.save()
    assert post(cast, "bea", f"{MINE}{shift.pk}/answer/", {"agrees": "no"}).status_code == 303
    shift.refresh_from_db()
    assert shift.state == ShiftState.ACCEPTED


def test_looking_back_answering_and_letting_be_have_their_pages(cast: Cast) -> None:
    match = pair(cast)
    asked = ShiftFactory(match=match, words="A", state=ShiftState.ASKED)
    data = {"agrees": "yes", "note": "Ja, zei ze."}
    assert post(cast, "amal", f"{SHIFTS}{asked.pk}/answered/", data).status_code == 303
    back = {"goes_well": "yes", "note": "Beiden tevreden."}
    assert post(cast, "amal", f"{SHIFTS}{asked.pk}/look-back/", back).status_code == 303
    once = ShiftFactory(match=match, words="B")
    for _time in range(2):
        assert post(cast, "amal", f"{SHIFTS}{once.pk}/once/", {}).status_code == 303
    restored = ShiftFactory(match=match, words="C", state=ShiftState.RESTORED)
    form = get(cast, "amal", f"{SHIFTS}{restored.pk}/look-back/").context["form"]
    assert "from_now_on" not in form.fields


def test_the_page_of_a_match_shows_its_panel_to_everybody_concerned(cast: Cast) -> None:
    match = pair(cast)
    ShiftFactory(match=match, words="Ramen lappen")
    match.agreed_tasks.create(
        organisation=cast.here,
        words="Strijken",
        key="strijken",
        who="volunteer",
        agreed_on=clock.today(),
    )
    desk = get(cast, "amal", f"matches/{match.pk}/").content.decode()
    assert "Ramen lappen" in desk
    for name in ("bea", "piet", "nele"):
        own = get(cast, name, f"my-matches/{match.pk}/").content.decode()
        assert ("Strijken" in own, "Ramen lappen" in own) == (True, False)


def test_a_quarter_is_shown_for_all_programmes_one_programme_and_one_match(cast: Cast) -> None:
    match = pair(cast, started_on=clock.today())
    VisitFactory(match=match, other_activity="Strijken")
    code = Quarter.of(clock.today()).code
    work = f"{SHIFTS}team/{match.programme_id}/quarter/{code}/"
    (row,) = get(cast, "amal", f"{SHIFTS}quarter/{code}/").context["programmes"]
    assert [each.words for each in row[1].outside] == ["Strijken"]
    ((_match, shown),) = get(cast, "amal", work).context["matches"]
    assert [each.words for each in shown.outside] == ["Strijken"]
    own = get(cast, "amal", f"{SHIFTS}match/{match.pk}/?quarter={code}").context["shown"]
    assert own.not_done == ["Samen wandelen"]
    assert post(cast, "amal", work, {"note": "Besproken."}).status_code == 303
    assert QuarterLook.objects.get().note == "Besproken."
    for other in ("2999-1", "nonsense"):
        assert get(cast, "amal", f"{SHIFTS}quarter/{other}/").status_code == 404


def test_the_list_of_shifts_costs_the_same_for_one_and_three(cast: Cast) -> None:
    def add() -> None:
        ShiftFactory(match=MatchFactory(organisation=cast.here))

    def cost() -> int:
        client = cast.client("amal")
        with CaptureQueriesContext(connection) as captured:
            found = client.get(cast.url(SHIFTS))
        assert all(shift.organisation_id == cast.here.pk for shift, _times in found.context["rows"])
        return len(captured)

    ShiftFactory(match=MatchFactory(organisation=cast.elsewhere))
    add()
    one = cost()
    add()
    add()
    assert cost() == one
    assert get(cast, "amal", f"{SHIFTS}?show=settled").context["rows"] == []


@pytest.fixture
def programme(cast: Cast) -> Programme:
    made: Programme = ProgrammeFactory(organisation=cast.here)
    return made


@pytest.mark.covers("S1-177")
def test_a_task_from_the_catalogue_leads_to_the_question_whose_place_it_takes(
    cast: Cast, programme: Programme
) -> None:
    ProgrammeFactory(organisation=cast.elsewhere)
    page = get(cast, "amal", f"{SHIFTS}catalogue/coffee/")
    assert list(page.context["form"].fields["programme"].queryset) == [programme]
    data = {"programme": str(programme.pk), "piece": "lighter"}
    taken = post(cast, "amal", f"{SHIFTS}catalogue/coffee/", data)
    sheet = TaskSheet.objects.get()
    assert taken.headers["Location"].endswith(f"/tasks/{sheet.task_id}/place/")
    assert post(cast, "amal", f"{SHIFTS}catalogue/coffee/", data).status_code == 422
    place = f"{SHIFTS}team/{programme.pk}/tasks/{sheet.task_id}/place/"
    refused = post(cast, "amal", place, {"before": "yes", "what_it_adds": "Tijd"})
    assert (refused.status_code, "agreed_with" in refused.context["form"].errors) == (422, True)
    assert post(cast, "amal", place, {"before": "no", "what_it_adds": "Tijd"}).status_code == 303
    assert PlaceCheck.objects.get().task_id == sheet.task_id
    assert get(cast, "amal", f"{SHIFTS}catalogue/nothing/").status_code == 404


def test_a_task_is_described_from_inside_and_a_talk_is_written_down(
    cast: Cast, programme: Programme
) -> None:
    task = programme.tasks.get()
    path = f"{SHIFTS}team/{programme.pk}/"
    data = {"kind": "relational", "complexity": "2", "best_why": "De vrijwilliger: die heeft tijd."}
    assert post(cast, "amal", f"{path}tasks/{task.pk}/", data).status_code == 303
    assert TaskSheet.objects.get(task=task).complexity == 2
    assert get(cast, "amal", f"{path}tasks/{task.pk}/").context["suggestion"].weeks == 9
    talk = {"talked_on": "2026-01-05", "with_whom": "Het team", "agreed": "Wisselen"}
    assert post(cast, "amal", f"{path}talk/", talk).status_code == 303
    assert (
        post(cast, "amal", f"{path}talk/", {**talk, "talked_on": "2999-01-01"}).status_code == 422
    )
    assert TeamTalk.objects.get().agreed == "Wisselen"
    elsewhere = ProgrammeFactory(organisation=cast.elsewhere)
    assert get(cast, "amal", f"{SHIFTS}team/{elsewhere.pk}/").status_code == 404


@pytest.mark.covers("S1-8")
def test_the_yearly_list_holds_what_was_agreed_with_whom(cast: Cast, programme: Programme) -> None:
    today = clock.today()
    PlaceCheckFactory(
        programme=programme,
        before="yes",
        why_not_now="De functie verviel.",
        agreed_with="Team onthaal",
        agreed_on=today,
    )
    page = get(cast, "amal", f"{SHIFTS}list/{today.year}/").content.decode()
    for words in ("Samen wandelen", "De functie verviel.", "Team onthaal"):
        assert words in page
    assert get(cast, "amal", f"{SHIFTS}list/{today.year + 1}/").status_code == 404


def test_a_professional_tells_in_a_minute_what_they_do(cast: Cast, programme: Programme) -> None:
    task = programme.tasks.get()
    path = f"{MINE}what-i-do/{programme.pk}/"
    data = {"tasks": str(task.pk), "name_0": "Dossiers", "kind_0": "administrative"}
    assert post(cast, "nele", path, data).status_code == 303
    assert StaffTask.objects.filter(told_by=cast.nele).count() == 2
    form = get(cast, "nele", path).context["form"]
    assert form.initial == {
        "tasks": [str(task.pk)],
        "name_0": "Dossiers",
        "kind_0": "administrative",
    }
    ((shown, told),) = get(cast, "nele", f"{MINE}what-i-do/").context["rows"]
    assert (shown, len(told)) == (programme, 2)


@pytest.mark.covers("S1-182", "S1-177")
def test_the_page_of_a_programme_leads_coordinators_to_the_work_behind_it(
    cast: Cast, programme: Programme
) -> None:
    panel = get(cast, "amal", f"programmes/{programme.pk}/").context["panels"][0].context
    assert (panel["is_due"], panel["says_value"]) == (True, False)
    assert panel["url"] == cast.url(f"{SHIFTS}team/{programme.pk}/")
    titles = [
        each.template for each in get(cast, "nele", f"programmes/{programme.pk}/").context["panels"]
    ]
    assert "shifting/programme_panel.html" not in titles
