"""Pages, homes, the desk and the card: what they show, and what they cost."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from naast.belonging import attention, home
from naast.belonging.policies import first_days, ideas, mentoring, questions
from naast.core import clock
from naast.organisations.actors import Actor
from tests.conftest import Cast
from tests.factories import VolunteerFactory
from tests.welcoming import (
    ContactFactory,
    FirstDayFactory,
    IdeaFactory,
    MentoringFactory,
    MomentFactory,
    QuestionFactory,
    WishFactory,
    engaged,
    heavy_visit,
    led_by,
    person_of,
)


def cost(client: Client, url: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


def some_of_everything(cast: Cast) -> None:
    here = {"organisation": cast.here}
    FirstDayFactory(**here)
    MentoringFactory(**here, state="running")
    QuestionFactory(**here, answered_on=clock.today())
    QuestionFactory(**here, kind="going_on", answered_on=clock.today(), choice="stop")
    WishFactory(**here)
    idea = IdeaFactory(**here, state="talking", answer_by=clock.today())
    led_by(idea, VolunteerFactory(**here).person)


@pytest.mark.parametrize(
    "page",
    [
        "alongside/welcome/",
        "alongside/welcome/mentors/",
        "alongside/welcome/answers/",
        "alongside/welcome/going-on/",
        "alongside/welcome/wishes/",
        "alongside/welcome/ideas/",
        "mine/welcome/ideas/",
    ],
)
def test_a_list_costs_the_same_with_one_row_and_with_three(cast: Cast, page: str) -> None:
    client, url = cast.client("amal"), cast.url(page)
    some_of_everything(cast)
    one = cost(client, url)
    some_of_everything(cast)
    some_of_everything(cast)
    assert cost(client, url) == one <= 13


def test_the_own_page_of_a_volunteer_shows_what_is_there(cast: Cast) -> None:
    engagement = engaged(cast)
    FirstDayFactory(organisation=cast.here, engagement=engagement, host=cast.nele)
    MentoringFactory(organisation=cast.here, mentor=person_of(cast, "bea"), state="running")
    question = QuestionFactory(organisation=cast.here, engagement=engagement)
    page = cast.client("bea").get(cast.url("mine/welcome/"))
    assert page.context["questions"] == [question]
    assert "Nele Beroeps" in page.content.decode()


def test_a_volunteer_is_asked_one_question_at_a_time(cast: Cast, volunteer: Actor) -> None:
    engagement = engaged(cast)
    first = QuestionFactory(organisation=cast.here, engagement=engagement, week=2)
    QuestionFactory(organisation=cast.here, engagement=engagement, kind="look")
    found = home.asks(volunteer, "volunteer", now=clock.now(), there={home.QUESTION})
    assert [ask.url for ask in found] == [cast.url(f"mine/welcome/questions/{first.pk}/")]


def test_the_homes_ask_what_their_signs_say(
    cast: Cast, volunteer: Actor, professional: Actor, participant: Actor
) -> None:
    bea, here = person_of(cast, "bea"), {"organisation": cast.here}
    engagement = engaged(cast)
    FirstDayFactory(**here, engagement=engagement, host=cast.nele)
    FirstDayFactory(**here, host=cast.bea)
    MentoringFactory(**here, mentor=bea)
    running = MentoringFactory(**here, mentor=bea, state="running")
    MomentFactory(mentoring=running)
    QuestionFactory(**here, engagement=engagement)
    heavy_visit(cast)
    found = home.signs(volunteer, "volunteer", now=clock.now())
    assert all(rows.exists() for rows in found.values())
    assert len(home.asks(volunteer, "volunteer", now=clock.now())) == len(found) == 6
    assert len(home.asks(professional, "professional", now=clock.now())) == 1
    assert home.signs(participant, "participant", now=clock.now()) == {}
    assert home.asks(participant, "participant", now=clock.now()) == []
    for name, page in (("bea", "volunteer/"), ("nele", "professional/")):
        assert cast.client(name).get(cast.url(page)).status_code == 200


def test_every_kind_on_the_desk_has_its_sign_and_the_desk_opens(
    cast: Cast, coordinator: Actor, volunteer: Actor
) -> None:
    some_of_everything(cast)
    here = {"organisation": cast.here}
    MentoringFactory(**here, state="not_started")
    ContactFactory(**here)
    QuestionFactory(**here, kind="look", answered_on=clock.today())
    QuestionFactory(**here, answered_on=clock.today(), call_by=clock.today())
    found = {item.kind for item in attention.items(coordinator, now=clock.now())}
    there = {
        name
        for name, rows in attention.signs(coordinator, now=clock.now()).items()
        if rows.exists()
    }
    assert found == there
    assert attention.signs(volunteer, now=clock.now()) == {}
    assert attention.items(volunteer, now=clock.now()) == []
    assert cast.client("amal").get(cast.url("today/")).status_code == 200


def test_the_desk_costs_one_query_a_kind(cast: Cast, coordinator: Actor) -> None:
    some_of_everything(cast)
    with CaptureQueriesContext(connection) as one:
        attention.items(coordinator, now=clock.now())
    some_of_everything(cast)
    some_of_everything(cast)
    with CaptureQueriesContext(connection) as three:
        attention.items(coordinator, now=clock.now())
    assert len(one) == len(three) == len(attention.KINDS)


def test_who_has_no_account_is_asked_aloud(cast: Cast, coordinator: Actor) -> None:
    question = QuestionFactory(organisation=cast.here)
    (item,) = attention.items(coordinator, now=clock.now())
    assert (item.kind, item.subject_id) == ("belonging.aloud", question.pk)


def test_the_card_of_a_volunteer_leads_to_how_they_find_their_feet(cast: Cast) -> None:
    engaged(cast)
    bea = person_of(cast, "bea")
    wish = WishFactory(organisation=cast.here, person=bea)
    page = cast.client("amal").get(cast.url(f"people/volunteers/{bea.pk}/")).content.decode()
    assert cast.url(f"alongside/welcome/people/{bea.pk}/") in page
    assert cast.url(f"alongside/welcome/wishes/{wish.pk}/") in page


def test_nobody_elsewhere_sees_a_row_of_this_house(cast: Cast, stranger: Actor) -> None:
    some_of_everything(cast)
    for room in (first_days, mentoring, questions, ideas):
        assert not room.visible_to(stranger).exists()
    assert attention.items(stranger, now=clock.now()) == []


def test_preparing_first_days_need_not_wait_for_the_night(cast: Cast) -> None:
    engaged(cast)
    client = cast.client("amal")
    assert client.get(cast.url("alongside/welcome/")).context["to_prepare"]
    assert client.post(cast.url("alongside/welcome/prepare/")).status_code == 303
    page = client.get(cast.url("alongside/welcome/"))
    assert not page.context["to_prepare"]
    assert len(page.context["rows"].rows) == 1
