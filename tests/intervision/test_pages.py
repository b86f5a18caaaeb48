"""Pages: a volunteer's evenings, leading on a phone, the group talk, the coordinator's groups."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.intervision.models import Evening, GroupTalk, LearningQuestion, Series
from tests.conftest import Cast
from tests.factories import VolunteerFactory
from tests.meeting_evenings import (
    ActionFactory,
    EthicsFactory,
    EveningFactory,
    FollowUpFactory,
    MemberFactory,
    PresenceFactory,
    QuestionFactory,
    TalkFactory,
    WishFactory,
    at,
    group_of,
)


@pytest.fixture(autouse=True)
def march() -> Iterator[None]:
    with time_machine.travel(at(2), tick=False):
        yield


@pytest.fixture
def series(cast: Cast) -> Series:
    """Bea leads it, Nele takes part."""
    return group_of(cast)


@pytest.fixture
def evening(series: Series) -> Evening:
    made: Evening = EveningFactory(series=series, starts_at=at(10))
    return made


def here(cast: Cast, evening_id: UUID, rest: str = "") -> str:
    return cast.url(f"mine/evenings/{evening_id}/{rest}")


def test_a_question_with_initials_comes_back_with_the_text_and_why(
    cast: Cast, evening: Evening
) -> None:
    data = {"text": "Mevr. D. is boos", "theme": "conflict"}
    response = cast.client("bea").post(here(cast, evening.pk, "question/"), data)
    assert response.status_code == 422
    form = response.context["form"]
    assert (form["text"].value(), form.needs_check) == ("Mevr. D. is boos", False)
    assert list(form.errors) == ["text"]


def test_a_question_reaches_the_leader(cast: Cast, evening: Evening) -> None:
    data = {"text": "Hoe zeg ik nee?", "theme": "limits"}
    response = cast.client("nele").post(here(cast, evening.pk, "question/"), data)
    assert response.status_code == 303
    shown = cast.client("bea").get(here(cast, evening.pk, "lead/"))
    assert "Hoe zeg ik nee?" in shown.content.decode()
    # A coordinator who does not lead sees that something waits, and not what.
    shown = cast.client("amal").get(here(cast, evening.pk, "lead/"))
    assert "Hoe zeg ik nee?" not in shown.content.decode()
    assert shown.context["waiting"] == 1


def test_signing_off_and_coming_after_all_from_ones_own_page(cast: Cast, evening: Evening) -> None:
    client = cast.client("nele")
    assert client.post(here(cast, evening.pk, "sign-off/"), {"words": ""}).status_code == 303
    assert client.get(cast.url("mine/evenings/")).context["mine"].away == {evening.pk}
    assert client.post(here(cast, evening.pk, "come/")).status_code == 303
    assert client.get(cast.url("mine/evenings/")).context["mine"].away == set()


def test_leading_on_a_phone_from_attendance_to_closing(cast: Cast, evening: Evening) -> None:
    nele = cast.person_id("nele")
    with time_machine.travel(evening.starts_at, tick=False):
        client = cast.client("bea")
        page = client.get(here(cast, evening.pk, "lead/attendance/"))
        assert {row.person.pk for row in page.context["table"]} == {nele, cast.person_id("bea")}
        there = here(cast, evening.pk, f"lead/attendance/{nele}/there/")
        assert client.post(there).status_code == 303
        data = {"what": "De sleutel bijmaken", "person": str(nele)}
        assert client.post(here(cast, evening.pk, "lead/actions/"), data).status_code == 303
        assert client.post(here(cast, evening.pk, "lead/close/")).status_code == 303
    evening.refresh_from_db()
    assert evening.closed_on is not None
    assert evening.actions.get().person_id == nele


def test_an_action_without_anybody_shows_the_leaders_page_again(
    cast: Cast, evening: Evening
) -> None:
    response = cast.client("bea").post(here(cast, evening.pk, "lead/actions/"), {"what": "Bellen"})
    assert response.status_code == 422
    assert response.context["form"]["what"].value() == "Bellen"


@pytest.mark.parametrize(
    ("asked", "number"), [("", 1), ("3", 3), ("99", 7), ("0", 1), ("x", 1), ("²", 1)]
)
def test_the_guide_goes_step_by_step_without_a_script(
    cast: Cast, evening: Evening, asked: str, number: int
) -> None:
    response = cast.client("bea").get(here(cast, evening.pk, "lead/guide/"), {"step": asked})
    assert (response.status_code, response.context["number"]) == (200, number)
    assert "intervision/timer.js" in response.content.decode()


def test_the_timer_is_loaded_on_the_guide_alone(cast: Cast, evening: Evening) -> None:
    response = cast.client("bea").get(here(cast, evening.pk, "lead/"))
    assert "timer.js" not in response.content.decode()


def test_the_agenda_is_chosen_and_printed(cast: Cast, evening: Evening) -> None:
    client = cast.client("bea")
    ethics = EthicsFactory(organisation=cast.here)
    data = {"method": "ten_steps", "article": "-", "ethics": str(ethics.pk), "themes": ["limits"]}
    assert client.post(here(cast, evening.pk, "lead/agenda/"), data).status_code == 303
    printed = client.get(here(cast, evening.pk, "lead/print/"))
    assert ethics.text in printed.content.decode()


def test_the_calendar_file_is_one(cast: Cast, evening: Evening) -> None:
    response = cast.client("nele").get(here(cast, evening.pk, "evening.ics"))
    assert response.headers["Content-Type"].startswith("text/calendar")
    assert b"BEGIN:VEVENT" in response.content


def test_wishing_voting_and_counting(cast: Cast, series: Series) -> None:
    talk: GroupTalk = TalkFactory(evening__series=series)
    client = cast.client("nele")
    where = here(cast, talk.evening_id, "talk/")
    assert client.post(f"{where}wish/", {"text": "Meer thee"}).status_code == 303
    refused = client.post(f"{where}wish/", {"text": "Mevr. D. weg"})
    assert (refused.status_code, refused.context["form"]["text"].value()) == (422, "Mevr. D. weg")
    wish = talk.wishes.get()
    assert client.post(f"{where}wishes/{wish.pk}/vote/").status_code == 303
    assert client.get(where).context["mine"] == {wish.pk}
    assert cast.client("bea").get(where).context["mine"] == set()
    strange = WishFactory(talk__evening__series=series)
    assert client.post(f"{where}wishes/{strange.pk}/vote/").status_code == 404
    counting = here(cast, talk.evening_id, "lead/count/")
    assert cast.client("bea").post(counting).status_code == 303
    talk.refresh_from_db()
    assert talk.counted_at is not None


def test_a_coordinator_starts_a_group_and_says_who_takes_part(cast: Cast) -> None:
    client = cast.client("amal")
    data: dict[str, Any] = {
        "name": "Noordkant",
        "label": "koffie-uur",
        "every": 1,
        "unit": "month",
        "week_of_month": 2,
        "weekday": 1,
        "starts_on": "2026-03-01",
        "hour": "19:30",
        "minutes": 120,
        "method": "incident",
        "missed_in_a_row": 3,
        "missed_months": 4,
    }
    response = client.post(cast.url("prepare/evenings/new/"), data)
    assert response.status_code == 303
    made = Series.objects.get(name="Noordkant")
    members = cast.url(f"prepare/evenings/{made.pk}/members/")
    assert client.get(members, {"q": "nobody"}).status_code == 200
    bea = cast.person_id("bea")
    assert client.post(f"{members}{bea}/join/").status_code == 303
    assert client.post(f"{members}{bea}/lead/").status_code == 303
    assert made.members.get().is_leader
    assert client.post(f"{members}{cast.person_id('nele')}/leave/").status_code == 404
    refused = client.post(cast.url("prepare/evenings/new/"), {**data, "name": ""})
    assert refused.status_code == 422


def test_the_year_names_nobody(cast: Cast, series: Series) -> None:
    held = EveningFactory(series=series, starts_at=at(1), closed_on=at(1).date(), themes=["joy"])
    PresenceFactory(evening=held, person=None, person_id=cast.person_id("bea"))
    response = cast.client("amal").get(cast.url(f"prepare/evenings/{series.pk}/year/"))
    year = response.context["year"]
    assert [row.came for row in year.evenings] == [1]
    assert len(year.themes) == 1
    assert "Bea" not in response.content.decode()


@pytest.mark.covers("S1-188")
def test_the_card_says_which_group_and_when_and_no_number(cast: Cast, evening: Evening) -> None:
    held = EveningFactory(series=evening.series, starts_at=at(1), closed_on=at(1).date())
    bea = cast.person_id("bea")
    PresenceFactory(evening=held, person=None, person_id=bea, state="absent")
    response = cast.client("amal").get(cast.url(f"people/volunteers/{bea}/"))
    panels = [each for each in response.context["panels"] if "intervision" in each.template]
    assert [row.series for row in panels[0].context["groups"]] == [evening.series]
    assert set(panels[0].context) == {"groups", "is_link"}


def fill(series: Series, evening: Evening, number: int) -> None:
    for _each in range(number):
        person = VolunteerFactory(organisation=series.organisation).person
        MemberFactory(series=series, person=person)
        QuestionFactory(evening=evening, asker=person)
        ActionFactory(evening=evening, person=person)
        FollowUpFactory(series=series)
        EthicsFactory(organisation=series.organisation)


@pytest.mark.parametrize(
    ("who", "path"),
    [
        ("amal", "prepare/evenings/"),
        ("amal", "prepare/evenings/{series}/"),
        ("amal", "prepare/evenings/{series}/members/"),
        ("amal", "prepare/evenings/missed/"),
        ("bea", "mine/evenings/"),
        ("bea", "mine/evenings/right/"),
        ("bea", "mine/evenings/{evening}/"),
        ("bea", "mine/evenings/{evening}/lead/"),
        ("bea", "mine/evenings/{evening}/lead/attendance/"),
    ],
)
def test_a_page_costs_the_same_with_one_and_three_rows(
    cast: Cast, series: Series, evening: Evening, who: str, path: str
) -> None:
    client = cast.client(who)
    address = cast.url(path.format(series=series.pk, evening=evening.pk))
    counts = []
    for number in (1, 2):
        fill(series, evening, number)
        client.get(address)
        with CaptureQueriesContext(connection) as seen:
            assert client.get(address).status_code == 200
        counts.append(len(seen))
    assert counts[0] == counts[1]
    assert LearningQuestion.objects.count() == 3
