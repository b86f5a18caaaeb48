"""What people ask about their data: their month, who asks, and the answer."""

from datetime import date, timedelta

import pytest
from django.utils.timezone import now

from naast.audit.models import Event
from naast.core import clock
from naast.core.errors import DomainError, NotAllowed, StateConflict
from naast.messaging.models import Message
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.people.models import Person
from naast.privacy import attention
from naast.privacy.inputs import Answer, NewRequest
from naast.privacy.models import RightsRequest
from naast.privacy.policies import rights as policies
from naast.privacy.queries import rights as queries
from naast.privacy.services import nightly
from naast.privacy.services import rights as services
from naast.privacy.states import Outcome, RequestKind, RequestState, due_on
from tests.asking_rights import asked, known
from tests.conftest import Cast
from tests.factories import PersonFactory, member

DONE = Answer(Outcome.DONE, "Hier is je kopie.")
ONE_DAY = timedelta(days=1)


@pytest.fixture
def bea(cast: Cast) -> Person:
    return Person.objects.get(pk=cast.person_id("bea"))


@pytest.mark.parametrize(
    ("on", "is_extended", "last"),
    [
        (date(2026, 3, 4), False, date(2026, 4, 4)),
        (date(2026, 1, 31), False, date(2026, 2, 28)),
        (date(2028, 1, 31), False, date(2028, 2, 29)),
        (date(2026, 11, 30), True, date(2027, 2, 28)),
    ],
)
def test_a_month_ends_on_the_same_day_or_on_the_last_one(
    on: date, is_extended: bool, last: date
) -> None:
    assert due_on(on, is_extended=is_extended) == last


def test_who_asks_on_their_own_page_is_known(volunteer: Actor, bea: Person) -> None:
    request = asked(volunteer, bea, RequestKind.ACCESS)
    assert (request.state, request.identity) == (RequestState.KNOWN, "signed_in")
    assert request.due_on == due_on(clock.today())


def test_the_same_question_twice_is_one(volunteer: Actor, bea: Person) -> None:
    assert asked(volunteer, bea, "access") == asked(volunteer, bea, "access")
    assert RightsRequest.objects.count() == 1


def test_a_colleague_makes_sure_first_who_asks(coordinator: Actor, bea: Person) -> None:
    request = asked(coordinator, bea, RequestKind.ACCESS)
    with pytest.raises(StateConflict):
        services.answer(actor=coordinator, request_id=request.pk, given=DONE)
    services.know_who(actor=coordinator, request_id=request.pk, identity="called_back")
    answered = services.answer(actor=coordinator, request_id=request.pk, given=DONE)
    assert (answered.state, answered.answered_on) == (RequestState.ANSWERED, clock.today())


def test_what_they_add_later_is_kept_and_their_own_page_says_who_asks(
    coordinator: Actor, volunteer: Actor, bea: Person
) -> None:
    first = asked(coordinator, bea, RequestKind.RECTIFICATION)
    new = NewRequest("rectification", clock.today(), "on_screen", "Ook mijn naam.", bea.pk)
    again = services.ask(actor=volunteer, new=new)
    assert again == first
    first.refresh_from_db()
    assert first.words == "Graag.\n\nOok mijn naam."
    assert (first.state, first.identity) == (RequestState.KNOWN, "signed_in")


def test_done_is_said_only_of_what_was_done(coordinator: Actor, bea: Person) -> None:
    for kind in (RequestKind.ERASURE, RequestKind.RESTRICTION):
        request = known(coordinator, bea, kind)
        with pytest.raises(DomainError):
            services.answer(actor=coordinator, request_id=request.pk, given=DONE)
    services.set_restricted(actor=coordinator, person_id=bea.pk, on=True)
    services.answer(actor=coordinator, request_id=request.pk, given=DONE)


def test_somebody_of_whom_we_find_nothing_may_ask(coordinator: Actor) -> None:
    request = asked(coordinator, None, "access", who="Iemand, iemand@test.example")
    assert request.person is None
    # A form that was sent twice, and somebody else.
    assert asked(coordinator, None, "access", who="Iemand, iemand@test.example") == request
    assert asked(coordinator, None, "access", who="Een ander") != request
    with pytest.raises(DomainError):
        asked(coordinator, None, "access")


def test_nobody_asks_tomorrow(coordinator: Actor, bea: Person) -> None:
    with pytest.raises(DomainError):
        asked(coordinator, bea, "access", on=clock.today() + ONE_DAY)


def test_an_answer_is_told_without_what_it_says(coordinator: Actor, bea: Person) -> None:
    request = known(coordinator, bea, "access")
    services.answer(actor=coordinator, request_id=request.pk, given=DONE)
    message = Message.objects.get(user=bea.user)
    assert "kopie" not in message.body


def test_an_answer_has_words(coordinator: Actor, bea: Person) -> None:
    request = known(coordinator, bea, "access")
    with pytest.raises(DomainError):
        services.answer(actor=coordinator, request_id=request.pk, given=Answer("done", " "))


def test_a_correction_says_what_is_right_now(coordinator: Actor, bea: Person) -> None:
    request = known(coordinator, bea, RequestKind.RECTIFICATION)
    with pytest.raises(DomainError):
        services.answer(actor=coordinator, request_id=request.pk, given=DONE)
    given = Answer(Outcome.DONE, "Aangepast.", "Ik woon in Gent.")
    assert services.answer(actor=coordinator, request_id=request.pk, given=given).corrected


def test_more_time_is_asked_once_and_in_the_first_month(coordinator: Actor, bea: Person) -> None:
    request = known(coordinator, bea, "access")
    longer = services.ask_more_time(actor=coordinator, request_id=request.pk, why="Veel papier.")
    assert longer.due_on == due_on(clock.today(), is_extended=True)
    assert Message.objects.filter(user=bea.user).exists()
    with pytest.raises(StateConflict):
        services.ask_more_time(actor=coordinator, request_id=request.pk, why="Nog meer.")


def test_after_the_first_month_it_is_too_late_for_more_time(
    coordinator: Actor, bea: Person
) -> None:
    request = known(coordinator, bea, "access", on=clock.today() - timedelta(days=40))
    assert services.is_late(request, day=clock.today())
    with pytest.raises(StateConflict):
        services.ask_more_time(actor=coordinator, request_id=request.pk, why="Veel papier.")


def test_more_time_needs_a_reason(coordinator: Actor, bea: Person) -> None:
    request = known(coordinator, bea, "access")
    with pytest.raises(DomainError):
        services.ask_more_time(actor=coordinator, request_id=request.pk, why="")


def test_who_asked_may_take_it_back(volunteer: Actor, bea: Person) -> None:
    request = asked(volunteer, bea, "erasure")
    taken = services.take_back(actor=volunteer, request_id=request.pk)
    assert taken.state == RequestState.TAKEN_BACK
    with pytest.raises(StateConflict):
        services.take_back(actor=volunteer, request_id=request.pk)


def test_not_used_for_now_is_a_mark_that_is_lifted(coordinator: Actor, bea: Person) -> None:
    for _twice in range(2):
        marked = services.set_restricted(actor=coordinator, person_id=bea.pk, on=True)
        assert marked.restricted_on == clock.today()
    assert Event.objects.filter(kind="person.restricted").count() == 1
    assert not Message.objects.filter(user=bea.user).exists()
    for _twice in range(2):
        lifted = services.set_restricted(actor=coordinator, person_id=bea.pk, on=False)
    assert lifted.restricted_on is None
    # GDPR art. 18.3: they hear that it is lifted.
    assert Message.objects.filter(user=bea.user, kind="privacy.used-again").count() == 1


# Who may.


def test_nobody_asks_for_somebody_else(volunteer: Actor, cast: Cast) -> None:
    piet = Person.objects.get(pk=cast.person_id("piet"))
    with pytest.raises(NotAllowed):
        asked(volunteer, piet, "access")


def test_a_question_of_elsewhere_is_absent(
    stranger: Actor, coordinator: Actor, bea: Person
) -> None:
    request = asked(coordinator, bea, "access")
    assert not policies.visible_to(stranger).exists()
    assert not policies.can_answer(stranger, request)
    assert not policies.can_take_back(stranger, request)
    assert not policies.can_ask(stranger, bea)
    assert not policies.can_hand_out(stranger, bea)
    assert not policies.can_erase(stranger, bea)
    assert not policies.can_restrict(stranger, bea)


def test_others_read_only_their_own_questions(
    volunteer: Actor, professional: Actor, coordinator: Actor, bea: Person, cast: Cast
) -> None:
    own = asked(volunteer, bea, "access")
    piet = Person.objects.get(pk=cast.person_id("piet"))
    other = asked(coordinator, piet, "access")
    assert set(policies.visible_to(volunteer)) == {own}
    assert set(policies.visible_to(professional)) == set()
    assert set(policies.visible_to(coordinator)) == {own, other}
    assert not policies.can_take_back(volunteer, other)


def test_only_a_coordinator_answers_erases_and_marks(
    professional: Actor, volunteer: Actor, bea: Person
) -> None:
    request = asked(volunteer, bea, "access")
    assert not policies.can_answer(professional, request)
    assert not policies.can_erase(professional, bea)
    assert not policies.can_restrict(professional, bea)
    assert not policies.can_hand_out(professional, bea)
    assert policies.can_hand_out(volunteer, bea)
    assert not policies.erasures_visible_to(professional).exists()


def test_nobody_answers_or_erases_themselves(coordinator: Actor, cast: Cast) -> None:
    amal = Person.objects.get(pk=cast.person_id("amal"))
    request = asked(coordinator, amal, "erasure")
    assert not policies.can_answer(coordinator, request)
    assert not policies.can_erase(coordinator, amal)


# The desk and the night.


def test_the_desk_shows_who_waits_and_the_twentieth_day_makes_it_urgent(
    coordinator: Actor, professional: Actor, bea: Person
) -> None:
    request = known(coordinator, bea, "access", on=clock.today() - timedelta(days=20))
    items = attention.items(coordinator, now=now())
    assert [(item.subject_id, item.urgency) for item in items] == [(request.pk, 1)]
    assert attention.items(professional, now=now()) == []
    assert attention.signs(professional, now=now()) == {}


def test_after_twenty_days_coordinators_are_reminded_once(coordinator: Actor, bea: Person) -> None:
    known(coordinator, bea, "access", on=clock.today() - timedelta(days=20))
    other = PersonFactory(organisation_id=coordinator.organisation_id)
    known(coordinator, other, "access", on=clock.today() - timedelta(days=19))
    for _night in range(2):
        nightly.run(now())
    assert Message.objects.filter(kind="privacy.request-due").count() == 1


@pytest.mark.parametrize(("days_left", "urgency", "told"), [(11, 2, 0), (10, 1, 1), (-3, 1, 1)])
def test_a_longer_term_is_near_again_in_its_last_days(
    coordinator: Actor, bea: Person, days_left: int, urgency: int, told: int
) -> None:
    request = known(coordinator, bea, "access", on=clock.today() - timedelta(days=5))
    services.ask_more_time(actor=coordinator, request_id=request.pk, why="Er is veel te zoeken.")
    RightsRequest.objects.update(
        asked_on=clock.today() - timedelta(days=60),
        due_on=clock.today() + timedelta(days=days_left),
    )
    (item,) = attention.items(coordinator, now=now())
    assert item.urgency == urgency
    for _night in range(2):
        nightly.run(now())
    assert Message.objects.filter(kind="privacy.request-due").count() == told


def test_who_asks_is_not_told_that_their_own_question_waits(cast: Cast) -> None:
    asked(
        cast.actor("amal"),
        Person.objects.get(pk=cast.person_id("amal")),
        "access",
        on=clock.today() - timedelta(days=20),
    )
    other = member(cast.here, Function.COORDINATOR, name="Kim")
    nightly.run(now())
    assert Message.objects.get(kind="privacy.request-due").user == other.user


def test_what_was_answered_no_longer_waits(coordinator: Actor, bea: Person) -> None:
    request = known(coordinator, bea, "access")
    services.answer(actor=coordinator, request_id=request.pk, given=DONE)
    assert not queries.waiting(coordinator).exists()
    assert list(queries.requests(coordinator, is_open=False)) == [request]
