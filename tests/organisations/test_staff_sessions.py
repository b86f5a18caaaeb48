"""An administrator reads along: for a short time, with a reason, reading alone, and everything is written down."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.test import Client

from naast.audit.models import Event
from naast.core import clock
from naast.core.errors import DomainError, NotAllowed
from naast.core.ids import uuid7
from naast.messaging.models import Message
from naast.organisations import policies, staff_sessions
from naast.organisations.models import Absence, Function, Membership, Role, StaffSession
from naast.people.models import Person
from tests.accounting import kim
from tests.asking_rights import known
from tests.conftest import Cast
from tests.factories import actor_of, member

WORDS = "De lijst van vrijwilligers toont dubbele namen."


def browser(who: Membership) -> Client:
    client = Client()
    client.force_login(who.user)
    return client


def begun(cast: Cast, who: Membership, minutes: int = 15) -> Client:
    """A browser in which an administrator reads along."""
    client = browser(who)
    answer = client.post(
        cast.url("privacy/shown/sessions/new/"),
        {"reason": "mending", "words": WORDS, "minutes": minutes},
    )
    assert answer.status_code == 303
    return client


def put_in(client: Client, value: str) -> None:
    session = client.session
    session[staff_sessions.KEY] = value
    session.save()


@pytest.fixture
def card(cast: Cast) -> str:
    return cast.url(f"people/volunteers/{cast.person_id('bea')}/")


def test_an_administrator_sees_nobody_until_a_session_runs_and_then_what_a_coordinator_reads(
    cast: Cast, card: str
) -> None:
    administrator = kim(cast)
    assert browser(administrator).get(card).status_code == 404

    client = begun(cast, administrator)

    assert client.get(card).status_code == 200
    assert client.get(cast.url("people/participants/")).status_code == 200
    # Another browser of the same person reads nothing.
    assert browser(administrator).get(card).status_code == 404


def test_nothing_is_written_in_a_session(cast: Cast, card: str) -> None:
    client = begun(cast, kim(cast))
    piet = cast.person_id("piet")
    for address in (
        f"people/{piet}/notes/new/",
        f"people/{piet}/edit/contact/",
        "people/volunteers/new/",
    ):
        assert client.get(cast.url(address)).status_code == 200, address
        for method in ("post", "put", "patch", "delete"):
            send: Callable[..., object] = getattr(client, method)
            assert getattr(send(cast.url(address)), "status_code", 0) in (404, 405), (
                method,
                address,
            )


@pytest.mark.parametrize(
    "address",
    ["heard/signals/", "heard/needs/", "heard/complaints/", "alongside/circles/", "lists/"],
)
def test_signals_complaints_circles_and_lists_stay_closed(cast: Cast, address: str) -> None:
    assert begun(cast, kim(cast)).get(cast.url(address)).status_code == 404


def test_after_its_time_there_is_no_right_left(cast: Cast, card: str) -> None:
    with time_machine.travel(clock.now(), tick=False) as traveller:
        client = begun(cast, kim(cast), minutes=15)
        traveller.shift(timedelta(minutes=15) - timedelta(seconds=1))
        assert client.get(card).status_code == 200
        traveller.shift(timedelta(seconds=1))
        assert client.get(card).status_code == 404


def test_once_ended_there_is_no_right_left_also_when_a_coordinator_ends_it(
    cast: Cast, card: str
) -> None:
    client = begun(cast, kim(cast))
    session = StaffSession.objects.get()
    end = cast.url(f"privacy/shown/sessions/{session.pk}/end/")

    assert cast.client("amal").post(end).status_code == 303

    assert client.get(card).status_code == 404
    put_in(client, str(session.pk))
    assert client.get(card).status_code == 404


def test_who_reads_along_ends_it_from_any_page(cast: Cast, card: str) -> None:
    client = begun(cast, kim(cast))
    session = StaffSession.objects.get()
    page = client.get(card)
    end = cast.url(f"privacy/shown/sessions/{session.pk}/end/")
    assert end in page.content.decode()

    client.post(end)

    session.refresh_from_db()
    assert session.ended_at is not None
    assert staff_sessions.KEY not in client.session
    assert client.get(card).status_code == 404


@pytest.mark.parametrize("forged", ["", "niets", "0", "00000000-0000-0000-0000-000000000000"])
def test_a_session_that_was_made_up_gives_nothing(cast: Cast, card: str, forged: str) -> None:
    client = browser(kim(cast))
    put_in(client, forged)
    assert client.get(card).status_code == 404


def test_the_session_of_somebody_else_gives_nothing(cast: Cast, card: str) -> None:
    begun(cast, kim(cast))
    other = browser(member(cast.here, Function.ADMINISTRATOR, name="Otto Kabel"))
    put_in(other, str(StaffSession.objects.get().pk))
    assert other.get(card).status_code == 404


def test_a_session_in_one_house_gives_nothing_in_another(cast: Cast) -> None:
    administrator = kim(cast)
    there = Membership.objects.create(organisation=cast.elsewhere, user=administrator.user)
    Role.objects.create(membership=there, function=Function.ADMINISTRATOR)
    client = begun(cast, administrator)
    card = f"/o/elders/people/volunteers/{cast.person_id('bea')}/"
    assert client.get(card).status_code == 404
    assert client.get("/o/elders/people/volunteers/").status_code == 404


def test_who_is_no_longer_administrator_reads_nothing_with_a_session_that_runs(
    cast: Cast, card: str
) -> None:
    administrator = kim(cast)
    client = begun(cast, administrator)
    administrator.roles.update(function=Function.FINANCE)
    assert client.get(card).status_code == 404


def test_a_coordinator_or_a_volunteer_with_such_a_row_gets_nothing_from_it(cast: Cast) -> None:
    now = clock.now()
    row = StaffSession.objects.create(
        organisation=cast.here,
        membership=cast.bea,
        reason="mending",
        words=WORDS,
        opened_at=now,
        until_at=now + timedelta(minutes=15),
    )
    client = cast.client("bea")
    put_in(client, str(row.pk))
    assert client.get(cast.url("people/volunteers/")).status_code == 404


def test_the_second_factor_is_asked_before_anybody_reads_along(cast: Cast, card: str) -> None:
    administrator = kim(cast)
    client = begun(cast, administrator)
    cast.here.requires_second_factor = True
    cast.here.save(update_fields=["requires_second_factor"])

    answer = client.get(card)

    assert (answer.status_code, answer["Location"]) == (302, "/accounts/2fa/")
    assert not Event.objects.filter(
        kind="staff-session.page-opened", changes__page="people:volunteer"
    ).exists()
    Authenticator.objects.create(user=administrator.user, type=Authenticator.Type.TOTP, data={})
    assert client.get(card).status_code == 200


def test_each_page_is_written_down_with_the_session_and_without_names(
    cast: Cast, card: str
) -> None:
    administrator = kim(cast)
    client = begun(cast, administrator)
    session = StaffSession.objects.get()

    client.get(card)
    client.get(cast.url("search/?q=Buddy"))
    client.get(cast.url(f"people/volunteers/{uuid7()}/"))

    rows = Event.objects.filter(kind="staff-session.page-opened", target_id=session.pk)
    pages = [(row.changes["page"], row.user_id) for row in rows.order_by("id")]
    assert [page for page, _user in pages] == [
        "people:volunteer",
        "desk:search",
        "people:volunteer",
    ]
    assert {user for _page, user in pages} == {administrator.user_id}
    assert "Buddy" not in str([row.changes for row in rows])
    look = Event.objects.filter(is_view=True, target_id=cast.person_id("bea")).first()
    assert look is None or str(session.pk) in look.reason


def test_coordinators_hear_at_once_and_read_what_was_opened(cast: Cast, card: str) -> None:
    client = begun(cast, kim(cast))
    told = Message.objects.filter(kind="accountability.session-opened")
    assert [message.user_id for message in told] == [cast.amal.user_id]
    assert "Kim" not in told.get().subject + told.get().body
    client.get(card)

    session = StaffSession.objects.get()
    page = cast.client("amal").get(cast.url(f"privacy/shown/sessions/{session.pk}/"))

    assert page.status_code == 200
    assert [each.about for each in page.context["opened"]] == ["Bea Buddy"]
    assert WORDS in page.content.decode()


def test_the_board_sees_the_sessions_but_no_names_of_people(cast: Cast, card: str) -> None:
    client = begun(cast, kim(cast))
    client.get(card)
    board = browser(member(cast.here, Function.BOARD, name="Wim Raad"))
    session = StaffSession.objects.get()
    page = board.get(cast.url(f"privacy/shown/sessions/{session.pk}/"))
    assert page.status_code == 200
    assert [each.about for each in page.context["opened"]] == [""]


def test_an_administrator_sees_the_sessions_of_nobody_else(cast: Cast) -> None:
    begun(cast, kim(cast))
    other = member(cast.here, Function.ADMINISTRATOR, name="Otto Kabel")
    assert not policies.sessions_visible_to(actor_of(other)).exists()
    assert not policies.sessions_visible_to(cast.actor("nele")).exists()
    assert not policies.sessions_visible_to(cast.actor("chris")).exists()


@pytest.mark.parametrize(
    ("reason", "words", "minutes"),
    [("mending", WORDS, 14), ("mending", WORDS, 61), ("mending", "  ", 15), ("curious", WORDS, 15)],
)
def test_a_session_needs_a_reason_in_words_and_is_short(
    cast: Cast, reason: str, words: str, minutes: int
) -> None:
    with pytest.raises(DomainError):
        staff_sessions.open_session(
            actor=actor_of(kim(cast)), reason=reason, words=words, minutes=minutes
        )


@pytest.mark.parametrize("name", ["amal", "bea", "nele", "piet"])
def test_only_an_administrator_opens_a_session(cast: Cast, name: str) -> None:
    with pytest.raises(NotAllowed):
        staff_sessions.open_session(
            actor=cast.actor(name), reason="mending", words=WORDS, minutes=15
        )


def test_one_session_at_a_time_and_a_new_one_after_the_old_ran_out(cast: Cast) -> None:
    actor = actor_of(kim(cast))
    with time_machine.travel(clock.now(), tick=False) as traveller:
        first = staff_sessions.open_session(actor=actor, reason="asked", words=WORDS, minutes=15)
        with pytest.raises(DomainError):
            staff_sessions.open_session(actor=actor, reason="asked", words=WORDS, minutes=15)
        traveller.shift(timedelta(minutes=20))
        second = staff_sessions.open_session(actor=actor, reason="asked", words=WORDS, minutes=15)
    first.refresh_from_db()
    assert first.ended_at == first.until_at
    assert second.pk != first.pk


def test_nobody_else_ends_a_session(cast: Cast) -> None:
    session = staff_sessions.open_session(
        actor=actor_of(kim(cast)), reason="asked", words=WORDS, minutes=15
    )
    with pytest.raises(NotAllowed):
        staff_sessions.end_session(actor=cast.actor("nele"), session_id=session.pk)
    with pytest.raises(StaffSession.DoesNotExist):
        staff_sessions.end_session(actor=cast.actor("chris"), session_id=session.pk)


def test_an_administrator_does_not_make_themselves_a_coordinator(cast: Cast) -> None:
    administrator = kim(cast)
    answer = browser(administrator).post(
        cast.url("organisation/members/new/"),
        {"email": administrator.user.email, "name": "Kim", "functions": ["coordinator"]},
    )
    assert answer.status_code == 422
    assert not administrator.roles.filter(function=Function.COORDINATOR).exists()


def test_nobody_takes_a_copy_of_all_data_in_a_session(cast: Cast) -> None:
    bea = Person.objects.get(pk=cast.person_id("bea"))
    page = cast.url(f"privacy/requests/{known(cast.actor('amal'), bea, 'access').pk}/")
    client = begun(cast, kim(cast))
    assert client.get(page).status_code == 200
    assert client.get(f"{page}copy.zip").status_code == 404
    assert not Event.objects.filter(kind="person.exported").exists()


def test_an_administrator_does_not_make_themselves_a_deputy(cast: Cast) -> None:
    administrator = kim(cast)
    contact = member(cast.here, Function.SAFEGUARDING, name="Vera Veilig")
    days = {"from_on": str(clock.today()), "until_on": str(clock.today())}
    answer = browser(administrator).post(
        cast.url("organisation/absences/new/"),
        {"membership": str(contact.pk), "deputy": str(administrator.pk), **days},
    )
    assert answer.status_code == 422
    assert not Absence.objects.exists()
    assert policies.can_plan_absence(cast.actor("amal"), contact, administrator)


def test_two_taps_open_one_session(cast: Cast) -> None:
    client = begun(cast, kim(cast))
    again = client.post(
        cast.url("privacy/shown/sessions/new/"),
        {"reason": "mending", "words": WORDS, "minutes": 15},
    )
    assert again.status_code == 422
    assert WORDS in again.content.decode()
    assert StaffSession.objects.count() == 1


@pytest.mark.parametrize("runs", [True, False])
def test_a_page_that_htmx_or_head_asks_for_is_read_along_and_nothing_else(
    cast: Cast, card: str, runs: bool
) -> None:
    administrator = kim(cast)
    client = begun(cast, administrator) if runs else browser(administrator)
    found = 200 if runs else 404
    assert client.get(card, headers={"HX-Request": "true"}).status_code == found
    assert client.head(cast.url("privacy/requests/")).status_code == found
    assert client.post(card, headers={"X-HTTP-Method-Override": "GET"}).status_code in (404, 405)
