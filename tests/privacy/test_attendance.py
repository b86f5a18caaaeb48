"""When somebody was here goes to nobody but them, and only when they ask it in writing."""

from datetime import date, timedelta

import pytest
from django.urls import get_resolver

from naast.audit.models import Event
from naast.core import clock
from naast.core.errors import DomainError, NotAllowed
from naast.messaging.models import Message
from naast.organisations.actors import Actor
from naast.people.models import Person
from naast.privacy.attendance_pdf import attendance_pdf
from naast.privacy.models import AttendanceLetter
from naast.privacy.queries import attendance as queries
from tests.conftest import Cast
from tests.factories import MatchFactory, VisitFactory, VolunteerFactory
from tests.guarding import letter
from tests.pdf_checks import problems_of, words_of


@pytest.fixture
def bea(cast: Cast) -> Person:
    return Person.objects.get(pk=cast.person_id("bea"))


def _visits(cast: Cast, bea: Person, *days: date) -> None:
    piet = Person.objects.get(pk=cast.person_id("piet"))
    match = MatchFactory(organisation=cast.here, volunteer=bea, participant=piet, request=None)
    for day in days:
        VisitFactory(organisation=cast.here, match=match, visited_on=day, minutes=90)


@pytest.mark.covers("S1-15")
def test_the_letter_is_asked_by_the_volunteer_in_writing_and_it_is_written_down(
    cast: Cast, coordinator: Actor, volunteer: Actor, bea: Person
) -> None:
    own = letter(volunteer, bea, for_whom="Voor mijn consulent")
    assert own.written_by is None
    on_paper = letter(coordinator, bea, how=AttendanceLetter.How.ON_PAPER)
    assert on_paper.written_by == cast.amal
    with pytest.raises(DomainError):
        letter(coordinator, bea)  # not on the coordinator's screen
    assert Event.objects.filter(kind="attendance.asked", target_id=bea.pk).count() == 2
    # The only addresses about attendance lead to a page here or a file in the hands of who asked it.
    doors = {name for name in get_resolver().reverse_dict if "attendance" in str(name)}
    assert doors <= {"attendance", "new_attendance", "attendance_file", "my_attendance"}


def test_the_same_letter_twice_is_asked_once(volunteer: Actor, bea: Person) -> None:
    assert letter(volunteer, bea) == letter(volunteer, bea)
    assert letter(volunteer, bea, for_whom="Voor de school") != letter(volunteer, bea)


def test_days_have_their_order_and_are_past(cast: Cast, volunteer: Actor, bea: Person) -> None:
    today = clock.today()
    for changes in (
        {"from_on": today, "until_on": today - timedelta(days=1)},
        {"until_on": today + timedelta(days=1)},
        {"asked_on": today + timedelta(days=1)},
    ):
        with pytest.raises(DomainError):
            letter(volunteer, bea, **changes)


def test_nobody_else_asks_it_or_opens_it(
    cast: Cast, volunteer: Actor, stranger: Actor, bea: Person
) -> None:
    made = letter(volunteer, bea)
    for name in ("nele", "piet"):
        with pytest.raises((NotAllowed, Person.DoesNotExist)):
            letter(cast.actor(name), bea)
    with pytest.raises(Person.DoesNotExist):
        letter(stranger, bea)
    with pytest.raises(NotAllowed):
        letter(cast.actor("amal"), Person.objects.get(pk=cast.person_id("piet")), how="on_paper")
    other = VolunteerFactory(organisation=cast.here).person
    assert other.pk != bea.pk
    url = cast.url(f"privacy/attendance/{made.pk}/letter.pdf")
    for name in ("nele", "piet", "chris"):
        assert cast.client(name).get(url).status_code == 404


def test_months_count_days_and_time_of_the_own_visits_in_the_period(
    cast: Cast, volunteer: Actor, bea: Person
) -> None:
    today = clock.today()
    first = (today - timedelta(days=40)).replace(day=1)
    _visits(cast, bea, first, first, first + timedelta(days=3), first - timedelta(days=60))
    made = letter(volunteer, bea, from_on=first, until_on=today)
    [month] = queries.months_of(made)
    assert (month.first, month.days, month.minutes) == (first, 2, 270)


def test_the_letter_is_for_everybody_to_read_and_names_nobody_else(
    cast: Cast, volunteer: Actor, bea: Person
) -> None:
    _visits(cast, bea, clock.today() - timedelta(days=2))
    made = letter(volunteer, bea, for_whom="Voor mijn consulent")
    pdf = attendance_pdf(made, queries.months_of(made), organisation="Huis")
    assert problems_of(pdf) == []
    words = words_of(pdf)
    assert bea.name in words
    assert "Piet" not in words
    assert "consulent" not in words
    empty = attendance_pdf(made, [], organisation="Huis")
    assert problems_of(empty) == []


def test_the_pages_of_attendance(cast: Cast, bea: Person) -> None:
    own, client, day = cast.client("bea"), cast.client("amal"), clock.today().isoformat()
    mine = cast.url("mine/data/attendance/")
    assert own.post(mine, {"for_whom": ""}).status_code == 422
    sent = {"for_whom": "Mezelf", "from_on": day, "until_on": day}
    assert own.post(mine, sent).status_code == 303
    made = AttendanceLetter.objects.get()
    assert own.get(mine).context["letters"] == [made]
    file = own.get(cast.url(f"privacy/attendance/{made.pk}/letter.pdf"))
    assert file["Content-Type"] == "application/pdf"
    assert Event.objects.filter(kind="attendance.letter-made", target_id=bea.pk).exists()
    new = cast.url(f"privacy/attendance/new/{bea.pk}/")
    assert client.get(new).status_code == 200
    assert client.post(new, {**sent, "how": "on_paper", "asked_on": day}).status_code == 303
    assert client.post(new, {**sent, "how": "on_screen", "asked_on": day}).status_code == 422
    assert len(client.get(cast.url("privacy/attendance/")).context["page"].rows) == 2
    participant = cast.url(f"privacy/attendance/new/{cast.person_id('piet')}/")
    assert client.get(participant).status_code == 404


@pytest.mark.covers("S1-15")
def test_staff_print_what_was_asked_on_paper_and_nothing_that_a_volunteer_made_alone(
    cast: Cast, coordinator: Actor, volunteer: Actor, bea: Person
) -> None:
    alone = letter(volunteer, bea)
    on_paper = letter(coordinator, bea, how=AttendanceLetter.How.ON_PAPER)
    client = cast.client("amal")
    page = client.get(cast.url("privacy/attendance/"))
    assert page.context["printable"] == {on_paper.pk}
    assert client.get(cast.url(f"privacy/attendance/{alone.pk}/letter.pdf")).status_code == 404
    assert client.get(cast.url(f"privacy/attendance/{on_paper.pk}/letter.pdf")).status_code == 200
    assert set(queries.to_print(volunteer)) == {alone, on_paper}
    # The volunteer hears that a request was written down in their name, and reads which.
    told = Message.objects.get(kind="attendance.asked")
    assert (told.user_id, told.url) == (bea.user_id, volunteer.url("privacy:my_attendance"))
    cast.client("bea").get(cast.url("mine/data/attendance/"))
    told.refresh_from_db()
    assert told.read_at is not None
