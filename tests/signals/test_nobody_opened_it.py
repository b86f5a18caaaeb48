"""What can’t wait and nobody opens is told further; desk, home and gate say that something waits, never what."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django_tasks import TaskResult
from django_tasks.backends.dummy import DummyBackend
from pytest_django import DjangoCaptureOnCommitCallbacks
from pytest_django.fixtures import Settings

from naast.core import clock
from naast.core.attention import Urgency
from naast.messaging.models import Message, Reminder
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.programmes.evidence import Asked
from naast.programmes.models import Serves
from naast.signals import attention, home, keeping, later, proof, routing, rules
from naast.signals.models import Decision, Signal
from naast.signals.routing import Colleague, Facts, House
from naast.signals.services import chain, nightly, raising
from naast.signals.states import Kind, Level, Path, State
from tests.conftest import Cast
from tests.factories import ProgrammeFactory, member
from tests.hearing import Office, away, make_office
from tests.signalling import noticed

BRUSSELS = ZoneInfo("Europe/Brussels")


@pytest.fixture
def office(cast: Cast) -> Office:
    """Everybody who may ever read a signal."""
    return make_office(cast)


def told() -> list[str]:
    """Who was told something, by name."""
    return sorted(Message.objects.values_list("user__name", flat=True))


def raised_ago(signal: Signal, **ago: int) -> None:
    Signal.objects.filter(pk=signal.pk).update(created_at=clock.now() - timedelta(**ago))


# Times.


@pytest.mark.parametrize(
    ("level", "due"),
    [
        (Level.SHARE, None),
        (Level.CONSULT, datetime(2026, 3, 11, 23, 59, tzinfo=BRUSSELS)),
        (Level.TODAY, datetime(2026, 3, 6, 23, 59, tzinfo=BRUSSELS)),
        (Level.NOW, datetime(2026, 3, 6, 15, tzinfo=BRUSSELS)),
    ],
)
def test_each_level_has_its_time(level: int, due: datetime | None) -> None:
    friday = datetime(2026, 3, 6, 15, tzinfo=BRUSSELS)
    assert rules.due_at(level, since=friday, country="BE") == due


@pytest.mark.parametrize(
    ("hour", "day", "is_odd"),
    [(8, 6, False), (17, 6, False), (7, 6, True), (18, 6, True), (12, 7, True), (12, 8, True)],
)
def test_evenings_nights_and_weekends_are_odd_hours(hour: int, day: int, is_odd: bool) -> None:
    moment = datetime(2026, 3, day, hour, tzinfo=BRUSSELS)
    assert rules.is_at_odd_hours(moment, country="BE") is is_odd


def test_a_year_after_it_closed_it_is_erased() -> None:
    closed = datetime(2026, 3, 6, 15, tzinfo=BRUSSELS)
    erased = rules.erased_on(closed)
    assert erased is not None
    assert erased.isoformat() == "2027-03-06"
    assert rules.erased_on(None) is None


def test_days_waiting_are_whole_days() -> None:
    since = datetime(2026, 3, 6, 23, tzinfo=BRUSSELS)
    assert rules.days_waiting(since, today=datetime(2026, 3, 9, tzinfo=BRUSSELS).date()) == 3


def test_the_next_in_line_never_reads_it() -> None:
    one, board = (Colleague(member.pk) for member in (_Id(1), _Id(2)))
    house = House(contacts=(one,), board=(board,))
    facts = Facts(path=Path.SAFEGUARDING)
    assert routing.readers(house, facts) == (one,)
    assert routing.next_in_line(house, facts) == (board,)
    assert routing.next_in_line(House(contacts=(one,)), facts) == ()


class _Id:
    def __init__(self, number: int) -> None:
        from uuid import UUID  # noqa: PLC0415 -- only this stand-in needs it

        self.pk = UUID(int=number)


# The night.


def test_what_asks_for_somebody_today_and_nobody_opens_is_told_further_once(
    office: Office,
) -> None:
    signal = office.signal(level=Level.TODAY)
    raised_ago(signal, hours=5)
    nightly.run(clock.now())
    assert told() == ["Bob", "Cas", "Sam"]
    nightly.run(clock.now())
    assert len(told()) == 3
    assert all("blauwe" not in each.body + each.subject for each in Message.objects.all())


@pytest.mark.parametrize(
    ("level", "hours", "state"),
    [
        (Level.TODAY, 3, State.NEW),
        (Level.CONSULT, 300, State.NEW),
        (Level.TODAY, 5, State.SEEN),
    ],
)
def test_what_can_wait_or_was_opened_is_told_to_nobody(
    office: Office, level: int, hours: int, state: str
) -> None:
    raised_ago(office.signal(level=level, state=state), hours=hours)
    assert chain.tell_of_unseen(_system(office), office.here, now=clock.now()) == 0
    assert told() == []


def test_at_night_the_next_in_line_hears_at_once(office: Office) -> None:
    signal = office.signal(level=Level.NOW)
    noon = datetime(2026, 3, 6, 12, tzinfo=BRUSSELS)
    assert chain.tell_at_odd_hours(office.actor("bea"), signal, now=noon) == 0
    night = datetime(2026, 3, 6, 23, tzinfo=BRUSSELS)
    assert chain.tell_at_odd_hours(office.actor("bea"), signal, now=night) == 1
    assert told() == ["Bob"]
    soft = office.signal(level=Level.CONSULT)
    assert chain.tell_at_odd_hours(office.actor("bea"), soft, now=night) == 0


def test_who_looks_after_it_is_reminded_once_when_its_time_is_over_or_nobody_answered(
    office: Office,
) -> None:
    past = clock.now() - timedelta(days=1)
    office.signal(state=State.SEEN, due_at=past, handler=office.sam)
    silent = office.signal(state=State.DECIDED, handler=office.cas)
    Decision.objects.create(
        organisation=office.here,
        signal=silent,
        outcome="talk",
        decided_on=clock.today(),
        told="yes",
        answer_due_on=clock.today(),
    )
    assert nightly.remind_handlers(_system(office), office.here, now=clock.now()) == 2
    assert nightly.remind_handlers(_system(office), office.here, now=clock.now()) == 0
    assert told() == ["Cas", "Sam"]


def test_when_who_looked_after_it_left_everybody_who_reads_it_hears(office: Office) -> None:
    past = clock.now() - timedelta(days=1)
    office.signal(state=State.SEEN, due_at=past, handler=office.sam)
    office.sam.ended_on = clock.today()
    office.sam.save(update_fields=["ended_on"])
    assert items(office, "cas") == ["signal-new", "signal-overdue"]
    assert nightly.remind_handlers(_system(office), office.here, now=clock.now()) == 1
    assert told() == ["Cas"]


def test_a_deputy_whose_time_is_over_hears_no_more_of_it(office: Office) -> None:
    away(office.sam, office.cast.nele, until=clock.today() - timedelta(days=1))
    past = clock.now() - timedelta(days=1)
    office.signal(state=State.SEEN, due_at=past, handler=office.cast.nele)
    nightly.remind_handlers(_system(office), office.here, now=clock.now())
    assert told() == ["Cas", "Sam"]
    assert "signal-new" in items(office, "sam")


def test_nothing_that_was_taken_up_without_a_term_is_forgotten(office: Office) -> None:
    signal = office.signal(state=State.SEEN, level=Level.SHARE, handler=office.sam)
    assert items(office, "sam") == []
    signal.state_since = clock.now() - rules.LOOK_AGAIN_AFTER
    signal.save(update_fields=["state_since"])
    assert items(office, "sam") == ["signal-overdue"]
    assert nightly.remind_handlers(_system(office), office.here, now=clock.now()) == 1


def test_what_nobody_took_up_in_its_days_is_told_to_its_readers_once(office: Office) -> None:
    office.signal(due_at=clock.now() - timedelta(days=1))
    nightly.run(clock.now())
    nightly.run(clock.now())
    assert told() == ["Cas", "Sam"]


def _system(office: Office) -> Actor:
    return Actor.system(office.here, reason="night")


# An hour later, not only at night.

PUT_OFF = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}


@pytest.mark.parametrize(("level", "hours"), [(Level.NOW, 1), (Level.TODAY, 4)])
def test_what_cannot_wait_is_looked_at_again_when_its_time_is_over(
    office: Office,
    settings: Settings,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
    level: int,
    hours: int,
) -> None:
    settings.TASKS = PUT_OFF
    with django_capture_on_commit_callbacks(execute=True):
        signal = raising.raise_signal(actor=office.actor("bea"), noticed=noticed(level=level))
    (planned,) = waiting_tasks()
    assert planned.task.run_after == signal.created_at + timedelta(hours=hours)
    # Whoever reads the queue learns the house, and not which signal.
    assert list(planned.args) == [str(office.here.pk)]
    # What was told at once depends on the hour.
    for rows in (Message.objects.all(), Reminder.objects.all()):
        rows.delete()
    raised_ago(signal, hours=hours)
    planned.task.call(*planned.args)
    assert told() == ["Bob", "Cas", "Sam"]
    nightly.run(clock.now())
    assert len(told()) == 3


def test_what_can_wait_is_not_looked_at_again_by_itself(
    office: Office,
    settings: Settings,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    settings.TASKS = PUT_OFF
    with django_capture_on_commit_callbacks(execute=True):
        raising.raise_signal(actor=office.actor("bea"), noticed=noticed(level=Level.CONSULT))
    assert waiting_tasks() == []


def waiting_tasks() -> list[TaskResult[Any]]:
    """What the background will do of this room."""
    backend = later.tell_of_unseen.get_backend()
    assert isinstance(backend, DummyBackend)
    return [each for each in backend.results if each.task.func is later.tell_of_unseen.func]


# The desk.


def items(office: Office, name: str) -> list[str]:
    """The kinds on somebody’s desk."""
    return [each.kind for each in attention.items(office.actor(name), now=clock.now())]


def test_the_desk_says_that_something_waits_and_never_what(office: Office) -> None:
    office.signal(kind=Kind.NEED, path=Path.DAILY, level=Level.NOW)
    (item,) = attention.items(office.actor("amal"), now=clock.now())
    assert (item.kind, item.urgency, item.has_hours) == ("signal-new", Urgency.NOW, True)
    assert not {"piet", "bea", "blauwe"} & set(item.headline.lower().split())


def test_a_coordinator_s_desk_shows_nothing_of_the_safeguarding_path(office: Office) -> None:
    office.signal(level=Level.NOW)
    assert items(office, "amal") == []
    assert items(office, "sam") == ["signal-new"]
    assert items(office, "nele") == []


def test_each_kind_of_waiting_shows(office: Office) -> None:
    past = clock.now() - timedelta(days=1)
    office.signal(state=State.SEEN, due_at=past, handler=office.sam)
    office.signal(state=State.DECIDED, answered_at=past, handler=office.sam)
    early = office.signal(state=State.DECIDED, answered_at=past, handler=office.sam)
    day = clock.today()
    Decision.objects.create(
        organisation=office.here,
        signal=early,
        outcome="elsewhere",
        decided_on=day,
        passed_on=day,
        told="yes",
        answer_due_on=day,
    )
    at_once = office.signal(state=State.SEEN, handler=office.sam)
    at_once.measures.create(organisation=office.here, words="Nu", due_on=clock.today())
    assert sorted(items(office, "sam")) == [
        "signal-at-once",
        "signal-overdue",
        "signal-to-close",
        "signal-unanswered",
    ]
    signs = attention.signs(office.actor("sam"), now=clock.now())
    there = {name for name, rows in signs.items() if rows.exists()}
    assert there == {"signal-at-once", "signal-overdue", "signal-to-close", "signal-unanswered"}


def test_a_desk_with_three_signals_costs_as_much_as_with_one(office: Office) -> None:
    actor, there = office.actor("sam"), {"signal-new"}
    costs = []
    for number in (1, 2):
        for _each in range(number):
            office.signal()
        with CaptureQueriesContext(connection) as queries:
            attention.items(actor, now=clock.now(), there=there)
        costs.append(len(queries))
    assert costs == [3, 3]


def test_a_contact_person_s_home_says_that_something_waits(office: Office) -> None:
    away(office.sam, office.cast.nele)
    nele, now = office.actor("nele"), clock.now()
    assert home.asks(nele, "professional", now=now) == []
    office.signal()
    assert home.signs(nele, "professional", now=now)[home.TO_READ].exists()
    assert len(home.asks(nele, "professional", now=now)) == 1
    assert home.asks(office.actor("bea"), "volunteer", now=now) == []


# A house without a contact person.


@pytest.mark.parametrize(
    ("country", "contacts", "serves", "is_missing"),
    [
        ("NL", 0, Serves.EXTRA_CARE, True),
        ("NL", 1, Serves.EXTRA_CARE, False),
        ("NL", 0, Serves.EVERYBODY, False),
        ("BE", 0, Serves.EXTRA_CARE, False),
    ],
)
def test_in_the_netherlands_nobody_starts_where_care_is_extra_without_a_contact_person(
    cast: Cast, country: str, contacts: int, serves: str, is_missing: bool
) -> None:
    cast.here.country = country
    cast.here.save(update_fields=["country"])
    office = make_office(cast, contacts=contacts)
    programme = ProgrammeFactory(organisation=cast.here, serves=serves)
    bea = cast.person_id("bea")
    found = proof.source(Asked(cast.here.pk, frozenset({bea}), [], clock.today()))
    extras = found.extras.get(bea, [])
    assert [(each.in_place, each.may_wait, each.programme_id) for each in extras] == (
        [(False, False, programme.pk)] if is_missing else []
    )
    on_desk = [each for each in items(office, "amal") if each == attention.NO_CONTACT]
    assert bool(on_desk) is (country == "NL" and not contacts)


def test_a_contact_person_of_elsewhere_or_who_left_does_not_count(cast: Cast) -> None:
    cast.here.country = "NL"
    cast.here.save(update_fields=["country"])
    member(cast.elsewhere, Function.SAFEGUARDING, name="Ver Weg")
    left = member(cast.here, Function.SAFEGUARDING, name="Weg Gegaan")
    left.ended_on = clock.today()
    left.save(update_fields=["ended_on"])
    assert proof.without_contact_person([cast.here.pk], clock.today()).exists()


# How long it is kept.


def test_what_is_closed_for_a_year_is_due_to_go_with_everything_about_it(office: Office) -> None:
    old = clock.now() - timedelta(days=400)
    gone = office.signal(state=State.CLOSED, closed_at=old, answered_at=old)
    gone.measures.create(organisation=office.here, words="Nu", due_on=clock.today())
    kept = office.signal(state=State.CLOSED, closed_at=clock.now(), answered_at=clock.now())
    office.signal()
    due = keeping.due(office.here.pk, clock.today() - timedelta(days=366))
    ids = list(due.values_list("pk", flat=True))
    assert ids == [gone.pk]
    assert keeping.erase(ids) == 1
    assert set(Signal.objects.values_list("pk", flat=True)) > {kept.pk}
    assert not Signal.objects.filter(pk=gone.pk).exists()
