"""The pages of learning: what they show, to whom, and what they cost."""

from collections.abc import Callable
from datetime import timedelta
from http import HTTPStatus
from typing import cast as cast_to

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.audit.models import Event
from naast.core import clock
from naast.learning import attention
from naast.learning.models import Completion, Course, LearningEntry, PathLine, Session
from naast.learning.panels import learning_of
from naast.learning.queries.records import OwnPath
from naast.learning.services import seats
from naast.organisations.actors import Actor
from naast.people.models import Person
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

LINK = "https://kamer.test.example/geheim"
MOST_QUERIES = 16


def _courses(cast: Cast) -> str:
    CourseFactory(organisation=cast.here)
    return "prepare/courses/"


def _sessions(cast: Cast) -> str:
    SessionFactory(course__organisation=cast.here, host=cast.amal)
    return "prepare/courses/sessions/"


def _session(cast: Cast) -> str:
    session = Session.objects.first() or SessionFactory(
        course__organisation=cast.here, host=cast.amal, also_came="Mo", places=9
    )
    SeatFactory(session=session)
    SeatFactory(session=session, state="waiting")
    return f"prepare/courses/sessions/{session.pk}/"


def _expiring(cast: Cast) -> str:
    line = PathLineFactory(programme__organisation=cast.here)
    person = VolunteerFactory(organisation=cast.here).person
    EngagementFactory(organisation=cast.here, person=person, programme=line.programme)
    CompletionFactory(
        course=line.course, person=person, valid_until=clock.today() + timedelta(days=9)
    )
    return "prepare/courses/expiring/"


def _of_person(cast: Cast) -> str:
    bea = cast.person_id("bea")
    line = PathLineFactory(programme__organisation=cast.here)
    EngagementFactory(organisation=cast.here, person=None, person_id=bea, programme=line.programme)
    CompletionFactory(course=line.course, person=None, person_id=bea)
    EntryFactory(organisation=cast.here, person=None, person_id=bea, is_shared=True)
    return f"prepare/courses/people/{bea}/"


def _mine(cast: Cast) -> str:
    _of_person(cast)
    bea = cast.person_id("bea")
    SessionFactory(course__organisation=cast.here, host=cast.bea)
    SeatFactory(session=SessionFactory(course__organisation=cast.here), person=None, person_id=bea)
    return "mine/learning/"


def _log(cast: Cast) -> str:
    EntryFactory(organisation=cast.here, person=None, person_id=cast.person_id("bea"))
    return "mine/learning/log/"


PAGES: list[tuple[str, Callable[[Cast], str]]] = [
    ("amal", _courses),
    ("amal", _sessions),
    ("amal", _session),
    ("amal", _expiring),
    ("amal", _of_person),
    ("bea", _mine),
    ("bea", _log),
]


@pytest.mark.parametrize(("name", "make"), PAGES, ids=lambda it: getattr(it, "__name__", it))
def test_a_page_costs_the_same_for_one_row_and_for_three(
    cast: Cast, name: str, make: Callable[[Cast], str]
) -> None:
    client, counts = cast.client(name), []
    for number in (1, 2):
        for _each in range(number):
            path = make(cast)
        with CaptureQueriesContext(connection) as taken:
            assert client.get(cast.url(path)).status_code == HTTPStatus.OK
        counts.append(len(taken))
    assert counts[0] == counts[1]
    assert counts[0] <= MOST_QUERIES


def test_a_coordinator_makes_a_course_and_asks_it_in_a_programme(cast: Cast) -> None:
    client = cast.client("amal")
    training = TrainingFactory(programme=ProgrammeFactory(organisation=cast.here))
    answer = client.post(
        cast.url("prepare/courses/new/"),
        {
            "title": "Luisteren",
            "outcomes": "Je laat stiltes toe.\n\nJe vraagt door. ",
            "form": "together",
            "minutes": "120",
            "languages": ["nl"],
        },
    )
    course = Course.objects.get()
    assert answer.status_code == HTTPStatus.SEE_OTHER
    assert course.outcomes == ["Je laat stiltes toe.", "Je vraagt door."]
    path = cast.url(f"prepare/courses/paths/{training.programme_id}/")
    assert client.get(path).context["by_hand"] == [training]
    answer = client.post(path, {"course": str(course.pk), "condition": str(training.pk)})
    assert answer.status_code == HTTPStatus.SEE_OTHER
    assert PathLine.objects.get().condition_id == training.pk
    assert client.get(path).context["by_hand"] == []


def test_a_form_of_a_path_offers_only_courses_of_here(cast: Cast) -> None:
    programme = ProgrammeFactory(organisation=cast.here)
    own = CourseFactory(organisation=cast.here)
    CourseFactory(organisation=cast.elsewhere)
    CourseFactory(organisation=cast.here, is_used=False)
    page = cast.client("amal").get(cast.url(f"prepare/courses/paths/{programme.pk}/"))
    assert list(page.context["form"].fields["course"].queryset) == [own]


def test_a_refused_course_keeps_what_was_typed(cast: Cast) -> None:
    answer = cast.client("amal").post(
        cast.url("prepare/courses/new/"), {"about": "Waarom", "form": "together"}
    )
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert answer.context["form"]["about"].value() == "Waarom"


def test_material_with_an_address_that_is_none_is_refused(cast: Cast) -> None:
    course = CourseFactory(organisation=cast.here)
    url = cast.url(f"prepare/courses/{course.pk}/material/")
    client = cast.client("amal")
    refused = client.post(url, {"materials": "Blad | nergens"})
    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    client.post(url, {"materials": "Blad | https://voorbeeld.example/blad\nKaartjes"})
    assert course.packages.get().materials == [
        {"name": "Blad", "url": "https://voorbeeld.example/blad"},
        {"name": "Kaartjes", "url": ""},
    ]


def test_a_session_is_planned_changed_and_cancelled(cast: Cast) -> None:
    client, course = cast.client("amal"), CourseFactory(organisation=cast.here)
    day = clock.today() + timedelta(days=20)
    fields = {"day": day.isoformat(), "hour": "19:30", "minutes": "90", "language": "nl"}
    client.post(cast.url(f"prepare/courses/{course.pk}/sessions/new/"), fields)
    session = Session.objects.get()
    base = f"prepare/courses/sessions/{session.pk}/"
    client.post(cast.url(f"{base}change/"), {**fields, "place": "De zaal"})
    client.post(cast.url(f"{base}cancel/"))
    session.refresh_from_db()
    assert (session.place, session.cancelled_at is None) == ("De zaal", False)


@pytest.mark.covers("S2-41")
def test_the_link_to_take_part_shows_only_to_who_has_a_place(cast: Cast) -> None:
    session = SessionFactory(course__organisation=cast.here, online_url=LINK)
    client, url = cast.client("bea"), cast.url(f"mine/learning/sessions/{session.pk}/")
    assert LINK not in client.get(url).content.decode()
    assert client.get(f"{url}calendar.ics").status_code == HTTPStatus.NOT_FOUND
    assert client.post(f"{url}come/").status_code == HTTPStatus.SEE_OTHER
    assert LINK in client.get(url).content.decode()
    assert LINK in client.get(f"{url}calendar.ics").content.decode().replace("\r\n ", "")
    client.post(f"{url}leave/")
    assert LINK not in client.get(url).content.decode()


def test_a_host_on_a_phone_ticks_off_and_closes_and_sees_no_phone_numbers(cast: Cast) -> None:
    with time_machine.travel("2026-03-10 20:00:00+01:00", tick=False):
        session = SessionFactory(
            course__organisation=cast.here,
            starts_at=clock.now() - timedelta(hours=1),
            host=cast.bea,
        )
        person = VolunteerFactory(organisation=cast.here).person
        person.phone = "+32470000000"
        person.save()
        SeatFactory(session=session, person=person)
        client, url = (
            cast.client("bea"),
            cast.url(f"mine/learning/sessions/{session.pk}/attendance/"),
        )
        shown = client.get(url).content.decode()
        assert person.name in shown
        assert person.phone not in shown
        client.post(f"{url}{person.pk}/attend/")
        client.post(url, {"also_came": "Mo"})
    session.refresh_from_db()
    assert (session.also_came, session.closed_on is None) == ("Mo", False)
    assert Completion.objects.get().person_id == person.pk


def test_who_does_not_lead_it_finds_no_list(cast: Cast) -> None:
    session = SessionFactory(course__organisation=cast.here)
    url = cast.url(f"mine/learning/sessions/{session.pk}/attendance/")
    assert cast.client("bea").get(url).status_code == HTTPStatus.NOT_FOUND


def test_a_certificate_comes_at_once_for_who_asks_and_is_absent_without_courses(
    cast: Cast,
) -> None:
    client, url = cast.client("bea"), cast.url("mine/learning/certificate.pdf")
    assert client.get(url).status_code == HTTPStatus.NOT_FOUND
    CompletionFactory(course__organisation=cast.here, person=None, person_id=cast.person_id("bea"))
    answer = client.get(url)
    assert answer["Content-Type"] == "application/pdf"
    assert Event.objects.filter(kind="certificate.asked-for").count() == 1


def test_what_i_write_is_kept_private_and_can_be_deleted(cast: Cast) -> None:
    client, url = cast.client("bea"), cast.url("mine/learning/log/")
    fields = {"category": "doing", "words": "Ik kan nu bellen.", "learned_on": clock.today()}
    assert client.post(url, fields).status_code == HTTPStatus.SEE_OTHER
    entry = LearningEntry.objects.get()
    assert not entry.is_shared
    card = cast.client("amal").get(cast.url(f"prepare/courses/people/{entry.person_id}/"))
    assert card.context["shared"] == []
    assert client.post(url, {"category": "doing"}).status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    client.post(f"{url}{entry.pk}/delete/")
    assert not LearningEntry.objects.exists()


def test_the_page_to_print_and_its_pdf_hold_what_was_ticked(cast: Cast) -> None:
    entry = EntryFactory(organisation=cast.here, person=None, person_id=cast.person_id("bea"))
    other = EntryFactory(organisation=cast.here, words="Van iemand anders.")
    client, query = cast.client("bea"), f"?line={entry.pk}&line={other.pk}&line=geen-id"
    shown = client.get(cast.url("mine/learning/proof/page/") + query).content.decode()
    assert entry.words in shown
    assert other.words not in shown
    made = client.get(cast.url("mine/learning/proof/page.pdf") + query)
    assert made.content.startswith(b"%PDF")


def test_the_card_of_a_volunteer_shows_the_path_and_what_was_done(
    cast: Cast, coordinator: Actor, volunteer: Actor
) -> None:
    _of_person(cast)
    bea = Person.objects.get(pk=cast.person_id("bea"))
    panel = learning_of(coordinator, bea)
    assert panel is not None
    (path,) = cast_to(list[OwnPath], panel.context["paths"])
    assert [step.where for step in path.steps] == ["done"]
    assert learning_of(volunteer, bea) is None
    page = cast.client("amal").get(cast.url(f"people/volunteers/{bea.pk}/"))
    assert path.steps[0].course.title in page.content.decode()


def test_the_desk_asks_for_what_a_session_needs(cast: Cast, coordinator: Actor) -> None:
    now = clock.now()
    soon = SessionFactory(
        course__organisation=cast.here, starts_at=now + timedelta(days=1), places=1
    )
    SeatFactory(session=soon)
    SeatFactory(session=soon, state="waiting")
    SessionFactory(course=soon.course, starts_at=now - timedelta(days=1))
    closed = SessionFactory(course=soon.course, starts_at=now - timedelta(days=2), host=cast.amal)
    seats.close_session(actor=coordinator, session_id=closed.pk, also_came="Mo")
    _expiring(cast)
    asked = PathLineFactory(programme__organisation=cast.here)
    EngagementFactory(organisation=cast.here, programme=asked.programme)
    signs = attention.signs(coordinator, now=now)
    assert all(rows.exists() for rows in signs.values())
    items = attention.items(coordinator, now=now)
    assert [item.kind for item in items] == [
        "learning.host",
        "learning.full",
        "learning.unplanned",
        "learning.attendance",
        "learning.also-came",
        "learning.ending",
    ]
    assert {item.kind for item in items} == set(signs)


def test_the_desk_of_nobody_else_asks_anything(cast: Cast, volunteer: Actor) -> None:
    SessionFactory(course__organisation=cast.here)
    assert attention.items(volunteer, now=clock.now()) == []
    assert attention.signs(volunteer, now=clock.now()) == {}
