"""Pages: what each reader sees, that every look is written down, refused forms, and what a page costs."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.audit.models import Event
from naast.circles.models import Circle, Meeting, OuterMember, Passage, Signal
from naast.circles.services import passages as services
from naast.circles.states import CircleState, Kind, Level
from naast.core import clock
from naast.people.models import Person, PersonWord
from tests.circling import (
    circle_of,
    colleague,
    engage,
    meeting_of,
    outer_for,
    passage_of,
    place_for,
    signal_of,
    weekly_circle,
)
from tests.conftest import Cast
from tests.factories import ParticipantFactory, ProgrammeFactory, VolunteerFactory
from tests.pdf_checks import problems_of, words_of

SECRET = "Alleen voor de vrijwilligers."


def led(cast: Cast, circle: Circle, rest: str = "") -> str:
    """A page of who leads the circle."""
    return cast.url(f"alongside/circles/{circle.pk}/{rest}")


def own(cast: Cast, circle: Circle, rest: str = "") -> str:
    """A page of who is inside."""
    return cast.url(f"mine/circles/{circle.pk}/{rest}")


def cost(client: Any, address: str) -> int:
    """How many queries a page takes."""
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def test_every_look_into_a_circle_is_written_down(cast: Cast) -> None:
    circle = weekly_circle(cast)
    cast.client("amal").get(led(cast, circle))
    cast.client("bea").get(own(cast, circle))
    cast.client("nele").get(cast.url(f"mine/circles/outer/{circle.pk}/"))
    looks = Event.objects.filter(kind="circle.read", target_id=circle.pk, is_view=True)
    assert {each.user_id for each in looks} == {
        cast.amal.user_id,
        cast.bea.user_id,
        cast.nele.user_id,
    }


def test_a_circle_is_started_from_somebody_who_was_looked_up(cast: Cast) -> None:
    ProgrammeFactory(organisation=cast.here, form="circle", name="Kringen")
    client = cast.client("amal")
    for name in ("piet", "bea"):
        PersonWord.objects.create(
            organisation=cast.here, person_id=cast.person_id(name), word="zonneschijn"
        )
    found = client.get(cast.url("alongside/circles/new/"), {"q": "zonneschijn"}).context["found"]
    assert [person.pk for person in found] == [cast.person_id("piet")]
    page = client.get(cast.url(f"alongside/circles/new/{cast.person_id('piet')}/"))
    programmes = page.context["form"].fields["programme"].queryset
    data = {
        "programme": programmes.get().pk,
        "kind": "cosa",
        "name": "Kring Oost",
        "coordinator": cast.amal.pk,
        "concern_hours": 4,
        "keep_months": 12,
    }
    answer = client.post(cast.url(f"alongside/circles/new/{cast.person_id('piet')}/"), data)
    assert answer.status_code == 303
    assert answer.headers["Location"] == led(cast, Circle.objects.get())
    again = client.post(cast.url(f"alongside/circles/new/{cast.person_id('piet')}/"), data)
    assert again.status_code == 422


def test_another_coordinator_gets_a_404_and_an_empty_list(cast: Cast) -> None:
    circle = weekly_circle(cast)
    client = cast.client("amal")
    assert [row.pk for row in client.get(cast.url("alongside/circles/")).context["rows"].rows] == [
        circle.pk
    ]
    other = colleague(cast)
    client.force_login(Person.objects.get(pk=other.person_id).user)  # type: ignore[arg-type]  # has an account
    assert not client.get(cast.url("alongside/circles/")).context["rows"].rows
    for rest in ("", "people/", "passages/", "reports/", "event/", "closing/"):
        assert client.get(led(cast, circle, rest)).status_code == 404


def test_a_list_costs_the_same_with_one_circle_and_with_three(cast: Cast) -> None:
    weekly_circle(cast)
    client, address = cast.client("amal"), cast.url("alongside/circles/")
    before = cost(client, address)
    for _number in range(2):
        person = ParticipantFactory(organisation=cast.here).person
        place_for(circle_of(cast, core_id=person.pk))
    assert cost(client, address) == before
    assert before <= 10


@pytest.mark.parametrize(
    ("name", "page"), [("amal", led), ("bea", own), ("piet", own)], ids=["lead", "bea", "core"]
)
def test_the_page_of_a_circle_costs_the_same_with_more_in_it(
    cast: Cast, name: str, page: Any
) -> None:
    circle = weekly_circle(cast)

    def more() -> None:
        meeting_of(circle, at=clock.now() + timedelta(days=2))
        meeting_of(circle, at=clock.now() - timedelta(days=2))
        signal_of(circle, cast.person_id("bea"), Level.TALK)
        services.release_passage(actor=cast.actor("amal"), passage_id=passage_of(circle).pk)

    more()
    client = cast.client(name)
    before = cost(client, page(cast, circle))
    more()
    assert cost(client, page(cast, circle)) == before


def test_the_core_member_never_gets_what_is_not_shared_with_them(cast: Cast) -> None:
    circle = weekly_circle(cast)
    meeting = meeting_of(
        circle,
        support="Samen.",
        accountability=SECRET,
        written_at=clock.now(),
        shared_parts=["support"],
    )
    signal_of(circle, cast.person_id("bea"), Level.TALK)
    client = cast.client("piet")
    for rest in ("", f"meetings/{meeting.pk}/"):
        shown = client.get(own(cast, circle, rest)).content.decode()
        assert SECRET not in shown
        assert "zorgen over de afspraak" not in shown
    read = cast.client("bea").get(own(cast, circle, f"meetings/{meeting.pk}/"))
    assert SECRET in read.content.decode()


@pytest.mark.covers("S1-161")
def test_the_outer_page_holds_nothing_but_what_was_released(cast: Cast) -> None:
    circle = weekly_circle(cast)
    meeting_of(circle, support="Binnenpraat", written_at=clock.now())
    signal_of(circle, cast.person_id("bea"))
    passage = passage_of(circle, words="Het gaat rustig nu.")
    client, address = cast.client("nele"), cast.url(f"mine/circles/outer/{circle.pk}/")
    shown = client.get(address).content.decode()
    for words in ("Binnenpraat", "zorgen over de afspraak", "Het gaat rustig nu."):
        assert words not in shown
    services.release_passage(actor=cast.actor("amal"), passage_id=passage.pk)
    assert "Het gaat rustig nu." in client.get(address).content.decode()
    assert client.post(address, {"words": ""}).status_code == 422
    assert client.post(address, {"words": "Verhuizing in mei"}).status_code == 303
    came = Passage.objects.get(direction="in")
    assert "Verhuizing in mei" not in cast.client("bea").get(own(cast, circle)).content.decode()
    assert (
        "Verhuizing in mei"
        in cast.client("amal").get(led(cast, circle, f"passages/{came.pk}/")).content.decode()
    )


def test_minutes_are_written_on_ones_own_page(cast: Cast) -> None:
    circle = weekly_circle(cast)
    meeting = meeting_of(circle, writer_id=cast.person_id("bea"))
    client, address = cast.client("bea"), own(cast, circle, f"meetings/{meeting.pk}/minutes/")
    first = client.get(address).context["form"]
    assert len(first.initial["present"]) == 4
    refused = client.post(address, {"support": "Gekookt", "what_1": "Bellen"})
    assert refused.status_code == 422
    assert "who_1" in refused.context["form"].errors
    data = {"support": "Gekookt", "what_1": "Bellen", "who_1": "Bea", "shared_parts": ["support"]}
    assert client.post(address, data).status_code == 303
    meeting.refresh_from_db()
    assert (meeting.support, meeting.agreed.get().who) == ("Gekookt", "Bea")
    assert client.get(address).context["form"].initial["what_1"] == "Bellen"


@pytest.mark.parametrize("kind", list(Kind))
def test_each_field_of_a_cosa_circle_says_what_does_not_belong_in_it(cast: Cast, kind: str) -> None:
    circle = weekly_circle(cast, kind=kind)
    client = cast.client("bea")
    help_of = {
        str(client.get(own(cast, circle, rest)).context["form"].fields["words"].help_text)
        for rest in ("noticed/", "contact/")
    }
    short = min(help_of, key=len)
    assert bool(short) == (kind == Kind.COSA)


def test_the_page_to_pass_something_on_says_whom_to_ring_first(cast: Cast) -> None:
    circle = weekly_circle(cast)
    Person.objects.filter(pk=cast.amal.person_id).update(phone="03 000 00 00")
    client, address = cast.client("bea"), own(cast, circle, "noticed/")
    ring = client.get(address).context["ring"]
    assert [each.phone for each in ring[:2]] == ["112", "03 000 00 00"]
    assert client.post(address, {"level": "concern", "words": ""}).status_code == 422
    assert client.post(address, {"level": "concern", "words": "Iets"}).status_code == 303
    signal = Signal.objects.get()
    handle = cast.client("amal")
    page = cast.url(f"alongside/circles/signals/{signal.pk}/")
    assert handle.get(page).context["hours"] == 4
    assert handle.post(f"{page}seen/").status_code == 303
    assert handle.post(page, {"decision": "x"}).status_code == 422
    assert handle.post(page, {"decision": "x", "feedback": "Dank je"}).status_code == 303
    assert "Dank je" in client.get(own(cast, circle)).content.decode()


def test_the_choice_of_volunteers_holds_only_who_takes_part_here(cast: Cast) -> None:
    circle = circle_of(cast, state=CircleState.FORMING)
    inside = VolunteerFactory(organisation=cast.here).person
    engage(circle, inside)
    VolunteerFactory(organisation=cast.here)
    client = cast.client("amal")
    choice = client.get(led(cast, circle, "people/")).context["choice"]
    assert choice == [inside]
    answer = client.post(led(cast, circle, f"people/add/{inside.pk}/"))
    assert answer.status_code == 303
    assert circle.inner.get().person_id == inside.pk


def test_somebody_outside_is_added_with_what_they_may_hear(cast: Cast) -> None:
    circle = weekly_circle(cast)
    OuterMember.objects.all().delete()
    client = cast.client("amal")
    data: dict[str, Any] = {"name": "Nele", "role": "therapeut", "membership": cast.nele.pk}
    refused = client.post(led(cast, circle, "outer/new/"), {**data, "may_hear": ["worries"]})
    assert refused.status_code == 422
    assert client.post(led(cast, circle, "outer/new/"), data).status_code == 303
    outer = OuterMember.objects.get()
    assert not outer.is_consented
    assert client.post(led(cast, circle, f"outer/{outer.pk}/go/")).status_code == 303
    assert client.get(led(cast, circle, f"outer/{outer.pk}/")).status_code == 404


def test_a_passage_is_chosen_from_the_minutes_and_released_in_a_second_step(cast: Cast) -> None:
    circle = weekly_circle(cast)
    meeting = meeting_of(circle, support="Samen gekookt.", written_at=clock.now())
    client = cast.client("amal")
    page = client.get(led(cast, circle, "passages/new/"), {"meeting": str(meeting.pk)})
    assert [text for _heading, text in page.context["source"] if text] == ["Samen gekookt."]
    assert client.get(led(cast, circle, "passages/new/"), {"meeting": "x"}).status_code == 404
    data = {
        "words": "Het gaat goed.",
        "subject": "going_well",
        "basis": "consent",
        "to": [circle.outer.get().pk],
    }
    assert client.post(led(cast, circle, "passages/new/"), data).status_code == 303
    passage = Passage.objects.get(released_at__isnull=True)
    client.post(led(cast, circle, f"passages/{passage.pk}/release/"))
    assert Passage.objects.get().released_at is not None
    assert client.get(led(cast, circle, "passages/")).status_code == 200


def test_the_recipients_to_choose_from_are_those_of_this_circle(cast: Cast) -> None:
    circle = weekly_circle(cast)
    person = ParticipantFactory(organisation=cast.here).person
    outer_for(circle_of(cast, core_id=person.pk), name="Van een andere kring")
    form = cast.client("amal").get(led(cast, circle, "passages/new/")).context["form"]
    assert list(form.fields["to"].queryset) == list(circle.outer.all())


def test_agreements_print_as_a_pdf_for_everybody(cast: Cast) -> None:
    circle = weekly_circle(cast)
    pdf = cast.client("bea").get(own(cast, circle, "agreements.pdf")).content
    assert problems_of(pdf) == []
    assert "We komen op tijd." in words_of(pdf)
    assert cast.client("nele").get(own(cast, circle, "agreements.pdf")).status_code == 404


def test_everybody_says_yes_on_their_own_page(cast: Cast) -> None:
    circle = weekly_circle(cast)
    covenant = circle.covenants.get()
    covenant.agreed.all().delete()
    for name in ("bea", "piet"):
        address = own(cast, circle, f"agreements/{covenant.number}/agree/")
        assert cast.client(name).post(address).status_code == 303
    assert cast.client("amal").post(led(cast, circle, "agreements/1/agree/")).status_code == 303
    assert covenant.agreed.count() == 3


def test_the_core_member_says_yes_and_takes_it_back(cast: Cast) -> None:
    circle = circle_of(cast, state=CircleState.FORMING)
    client = cast.client("piet")
    assert client.post(own(cast, circle, "yes/say/")).status_code == 303
    circle.refresh_from_db()
    assert circle.is_consented
    assert client.post(own(cast, circle, "yes/take-back/")).status_code == 303
    assert client.post(own(cast, circle, "yes/other/")).status_code == 404
    circle.refresh_from_db()
    assert not circle.is_consented


def test_a_step_shows_what_is_missing_and_refuses_without_it(cast: Cast) -> None:
    circle = circle_of(cast, state=CircleState.SUITABILITY)
    client = cast.client("amal")
    assert client.post(led(cast, circle, "step/form/"), {"words": ""}).status_code == 422
    assert client.post(led(cast, circle, "step/form/"), {"words": "Past"}).status_code == 303
    refused = client.post(led(cast, circle, "step/brief/"), {"words": ""})
    assert refused.status_code == 422
    assert not refused.context["is_in_place"]
    assert client.get(led(cast, circle, "step/jump/")).status_code == 404
    assert client.get(led(cast, circle, "step/taper/")).context["is_open"] is False


def test_meetings_are_planned_and_called_off(cast: Cast) -> None:
    circle = weekly_circle(cast)
    client = cast.client("amal")
    day = (clock.today() + timedelta(days=2)).isoformat()
    data = {"day": day, "hour": "19:00", "length": 90, "times": 3}
    assert client.post(led(cast, circle, "meetings/new/"), data).status_code == 303
    assert Meeting.objects.count() == 3
    meeting = Meeting.objects.order_by("starts_at")[0]
    client.post(led(cast, circle, f"meetings/{meeting.pk}/cancel/"))
    meeting.refresh_from_db()
    assert meeting.cancelled_at is not None
    past = {**data, "day": (clock.today() - timedelta(days=2)).isoformat()}
    assert client.post(led(cast, circle, "meetings/new/"), past).status_code == 422


def test_reports_events_and_the_end_are_written_by_who_leads(cast: Cast) -> None:
    circle = weekly_circle(cast)
    client = cast.client("amal")
    today = clock.today().isoformat()
    review = {"held_on": today, "with_whom": "Nele", "work": "Een proefdag."}
    assert client.post(led(cast, circle, "reports/new/review/"), review).status_code == 303
    assert (
        client.post(led(cast, circle, "reports/new/summary/"), {"held_on": today}).status_code
        == 422
    )
    assert client.get(led(cast, circle, "reports/new/other/")).status_code == 404
    assert client.get(led(cast, circle, "reports/")).status_code == 200
    report = circle.reports.get()
    assert client.get(led(cast, circle, f"reports/{report.pk}/")).status_code == 200
    event = {"happened_on": today, "words": "De kring rust."}
    assert client.post(led(cast, circle, "event/"), event).status_code == 303
    debrief = circle.hard_events.get().debriefs.all()[0]
    assert client.post(led(cast, circle, f"event/{debrief.pk}/heard/")).status_code == 303
    decide = {"decision": "close", "consulted": "Nele", "aftercare": "Amal belt"}
    assert client.post(led(cast, circle, "event/"), decide).status_code == 303
    closing = {"met_on": today, "aftercare": "Bea belt"}
    assert client.post(led(cast, circle, "closing/"), closing).status_code == 303
    address = own(cast, circle, "look-back/")
    assert cast.client("bea").post(address, {"brought": ""}).status_code == 422
    assert cast.client("bea").post(address, {"brought": "Veel"}).status_code == 303


def test_who_gives_the_circle_to_others_sees_it_no_longer(cast: Cast) -> None:
    circle = weekly_circle(cast)
    other = colleague(cast)
    data = {
        "name": circle.name,
        "coordinator": other.membership_id,
        "deputy": circle.deputy_id,
        "concern_hours": 4,
        "keep_months": 12,
    }
    client = cast.client("amal")
    answer = client.post(led(cast, circle, "change/"), data)
    assert answer.headers["Location"] == cast.url("alongside/circles/")
    assert client.get(led(cast, circle)).status_code == 404


def test_a_circle_is_in_no_search_and_in_no_list_out(cast: Cast) -> None:
    circle = weekly_circle(cast, name="Zonneschijnkring")
    client = cast.client("amal")
    assert circle.name not in client.get(cast.url("search/"), {"q": "Zonneschijn"}).content.decode()
    rooms = Path(__file__).parents[2] / "naast"
    for room in ("exchange", "matching"):
        for file in (rooms / room).rglob("*.py"):
            assert "naast.circles" not in file.read_text(encoding="utf-8")
