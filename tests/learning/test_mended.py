"""What two reviews found: about oneself, sensible days, the list, what nobody planned, a theme right after."""

from datetime import timedelta

import pytest

from naast.audit.models import Event
from naast.casebook.words import THEMES
from naast.core import clock
from naast.core.errors import NotAllowed
from naast.learning import attention
from naast.learning.models.session import MOST_PLACES
from naast.learning.policies import records as record_policies
from naast.learning.policies import sessions as session_policies
from naast.learning.queries import courses as queries
from naast.learning.queries import sessions as session_queries
from naast.learning.services import nightly, seats
from naast.organisations.actors import Actor
from naast.people.models import Person
from tests.casebooking import CaseFactory
from tests.conftest import Cast
from tests.factories import EngagementFactory, ProgrammeFactory, VolunteerFactory
from tests.learning_rows import (
    CompletionFactory,
    CourseFactory,
    EntryFactory,
    PathLineFactory,
    SeatFactory,
    SessionFactory,
    TrainingFactory,
)


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_day_that_can_not_be_meant_comes_back(cast: Cast, day: str) -> None:
    course = CourseFactory(organisation=cast.here)
    data = {"day": day, "hour": "19:30", "minutes": "120", "language": "nl"}
    url = cast.url(f"prepare/courses/{course.pk}/sessions/new/")
    response = cast.client("amal").post(url, data)
    assert (response.status_code, list(response.context["form"].errors)) == (422, ["day"])


def test_nobody_notes_a_completion_or_presence_of_themselves(
    cast: Cast, coordinator: Actor
) -> None:
    myself = Person.objects.get(pk=cast.person_id("amal"))
    assert not record_policies.can_note(coordinator, myself)
    session = SessionFactory(
        course__organisation=cast.here, starts_at=clock.now() - timedelta(hours=2)
    )
    assert not session_policies.can_note_presence(coordinator, session, myself.pk)
    own = SeatFactory(session=session, person=None, person_id=myself.pk)
    other = SeatFactory(session=session)
    with pytest.raises(NotAllowed):
        seats.tick(actor=coordinator, session_id=session.pk, person_id=myself.pk, step="attend")
    with pytest.raises(NotAllowed):
        seats.sign_somebody_up(actor=coordinator, session_id=session.pk, person_id=myself.pk)
    seats.close_session(actor=coordinator, session_id=session.pk)
    own.refresh_from_db()
    other.refresh_from_db()
    assert (own.state, other.state) == ("coming", "absent")


def test_who_comes_stands_before_who_does_not_and_no_list_is_longer_than_its_page(
    cast: Cast, coordinator: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = SessionFactory(course__organisation=cast.here)
    assert session_queries.free_places(session) == MOST_PLACES
    SeatFactory(session=session, state="cancelled")
    comes = SeatFactory(session=session)
    monkeypatch.setattr(session_queries, "MOST_ON_A_PAGE", 1)
    assert session_queries.who_comes(coordinator, session).coming == [comes]


def test_names_that_a_host_wrote_down_go_after_ninety_days(cast: Cast) -> None:
    session = SessionFactory(course__organisation=cast.here, also_came="Jo van hiernaast")
    end = session.starts_at
    assert nightly.run(end + timedelta(days=89))["names of who else came erased"] == 0
    assert nightly.run(end + timedelta(days=91))["names of who else came erased"] == 1
    session.refresh_from_db()
    assert session.also_came == ""


def test_reading_what_somebody_shared_is_kept(cast: Cast) -> None:
    bea = {"organisation": cast.here, "person": None, "person_id": cast.person_id("bea")}
    EntryFactory(**bea, is_shared=False)
    url = cast.url(f"prepare/courses/people/{cast.person_id('bea')}/")
    cast.client("amal").get(url)
    assert not Event.objects.filter(kind="learning.shared-read").exists()
    EntryFactory(**bea, is_shared=True)
    cast.client("amal").get(url)
    assert Event.objects.get(kind="learning.shared-read").is_view


def test_a_needed_course_without_a_session_is_one_line_on_the_desk(
    cast: Cast, coordinator: Actor
) -> None:
    programme = ProgrammeFactory(organisation=cast.here)
    course = CourseFactory(organisation=cast.here)
    PathLineFactory(programme=programme, course=course)
    PathLineFactory(
        programme=programme, course=CourseFactory(organisation=cast.here, form="online")
    )
    PathLineFactory(
        programme=programme, course=CourseFactory(organisation=cast.here), is_required=False
    )
    people = [VolunteerFactory(organisation=cast.here).person for _each in range(3)]
    for person in people:
        EngagementFactory(organisation=cast.here, person=person, programme=programme)
    CompletionFactory(course=course, person=people[0])
    now, there = clock.now(), {"learning.unplanned"}
    (item,) = attention.items(coordinator, now=now, there=there)
    assert item.url == cast.url(f"prepare/courses/{course.pk}/sessions/new/")
    assert "2" in str(item.sentence)
    assert not queries.needed_unplanned(cast.actor("bea"), now=now).exists()
    SessionFactory(course=course)
    assert attention.items(coordinator, now=now, there=there) == []


@pytest.mark.covers("S0-5")
def test_a_theme_just_added_asks_which_training_it_puts_in_place(cast: Cast) -> None:
    programme = ProgrammeFactory(organisation=cast.here)
    training = TrainingFactory(programme=programme)
    client = cast.client("amal")
    response = client.post(cast.url("prepare/courses/curriculum/loneliness/add/"), follow=True)
    assert response.context["to_put"] == [training]
    course = response.context["course"]
    path = cast.url(f"prepare/courses/paths/{programme.pk}/")
    query = f"?course={course.pk}&amp;condition={training.pk}"
    assert f"{path}{query}" in response.content.decode()
    form = client.get(path, {"course": course.pk, "condition": training.pk}).context["form"]
    assert (form["course"].value(), form["condition"].value()) == (
        str(course.pk),
        str(training.pk),
    )


@pytest.mark.covers("S0-4")
def test_a_course_of_the_curriculum_leads_to_the_cases_about_its_theme(cast: Cast) -> None:
    case = CaseFactory(organisation=cast.here, themes=["money"])
    CaseFactory(organisation=cast.here, themes=["grief"])
    course = CourseFactory(organisation=cast.here, core_code="poverty")
    response = cast.client("amal").get(cast.url(f"prepare/courses/{course.pk}/"))
    assert [each.reference for each in response.context["cases"]] == [str(case.pk)]
    assert cast.url(f"cases/{case.pk}/") in response.content.decode()
    assert queries.cases_about(CourseFactory(organisation=cast.here)) == []
    known = {theme for themes in queries.CASE_THEMES.values() for theme in themes}
    assert known <= set(THEMES)
