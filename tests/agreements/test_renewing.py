"""Once a year what we agreed is read again: five questions, a yes, and gentle reminders, each once."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from naast.agreements import refresher
from naast.agreements.models import Asks, Copy, CopyState, DocumentKind, Renewal
from naast.agreements.queries.signing import Waiting, listed
from naast.agreements.services import nightly, renewing, texts
from naast.agreements.services.signing import DayUnfit
from naast.messaging.models import Message
from naast.messaging.reminders import remind
from naast.organisations.actors import Actor
from tests.agreeing import CopyFactory, DocumentFactory, VersionFactory
from tests.agreements.papers import made, newer, one, signed, takes_part
from tests.conftest import Cast
from tests.factories import PersonFactory, UserFactory

START, END = date(2026, 3, 2), date(2027, 3, 2)
SOME_ID = UUID("01980000-0000-7000-8000-000000000001")


@pytest.fixture
def copy(cast: Cast) -> Copy:
    """A secrecy statement that Bea and we signed, for a year."""
    with time_machine.travel(START):
        return signed(cast, one(cast, kind=DocumentKind.SECRECY, renew_months=12))


def moment(day: date) -> datetime:
    """The night of that day."""
    return timezone.make_aware(datetime.combine(day, datetime.min.time()))


@pytest.mark.covers("S0-51")
def test_there_are_more_than_ten_questions_and_five_are_drawn_a_year() -> None:
    for language in ("nl", "fr", "en"):
        everything = refresher.everything(language)
        assert len(everything) >= 10
        for each in everything:
            assert each.right in dict(each.answers)
            assert all(answer for _letter, answer in each.answers)
            assert each.why
    first = [each.code for each in refresher.drawn(SOME_ID, 2026, "nl")]
    assert len(set(first)) == refresher.HOW_MANY
    assert first == [each.code for each in refresher.drawn(SOME_ID, 2026, "fr")]
    assert first != [each.code for each in refresher.drawn(SOME_ID, 2027, "nl")]


def test_whoever_chose_otherwise_reads_why_and_goes_on() -> None:
    questions = refresher.drawn(SOME_ID, 2026, "en")
    wrong = {each.code: next(a for a in refresher.ANSWERS if a != each.right) for each in questions}
    found = refresher.answered(questions, wrong)
    assert [each.fits for each in found] == [False] * 5
    assert all(each.best and each.question.why for each in found)
    assert refresher.answered(questions, {}) == []


@pytest.mark.covers("S0-51")
def test_a_yes_lets_it_hold_for_a_year_more_from_the_same_day(copy: Copy, volunteer: Actor) -> None:
    with time_machine.travel(END - timedelta(days=40)):
        renewing.renew(actor=volunteer, copy_id=copy.pk)
        with pytest.raises(renewing.NotDue):
            renewing.renew(actor=volunteer, copy_id=copy.pk)
    copy.refresh_from_db()
    assert (copy.state, copy.holds_until) == (CopyState.SIGNED, date(2028, 3, 2))
    renewal = Renewal.objects.get()
    assert (renewal.done_on, renewal.written_by) == (date(2027, 1, 21), None)


def test_after_its_day_it_holds_from_the_day_of_the_yes(copy: Copy, coordinator: Actor) -> None:
    with time_machine.travel(END + timedelta(days=10)):
        renewing.renew(actor=coordinator, copy_id=copy.pk, done_on=END + timedelta(days=5))
    copy.refresh_from_db()
    assert copy.holds_until == date(2028, 3, 7)
    assert Renewal.objects.get().written_by_id == coordinator.membership_id


def test_nobody_else_says_that_it_still_holds(copy: Copy, cast: Cast) -> None:
    with time_machine.travel(END), pytest.raises(Copy.DoesNotExist):
        renewing.renew(actor=cast.actor("nele"), copy_id=copy.pk)
    with time_machine.travel(END):
        stranger = cast.actor("chris")
        with pytest.raises(Copy.DoesNotExist):
            renewing.renew(actor=stranger, copy_id=copy.pk)


def test_a_day_that_can_not_be_is_refused(copy: Copy, coordinator: Actor) -> None:
    with time_machine.travel(END):
        for day in (END + timedelta(days=1), END - timedelta(days=61), START - timedelta(days=1)):
            with pytest.raises(DayUnfit):
                renewing.renew(actor=coordinator, copy_id=copy.pk, done_on=day)


def test_with_a_newer_text_that_one_is_signed_instead(
    copy: Copy, cast: Cast, volunteer: Actor
) -> None:
    newer(copy.version, "Anders.")
    with time_machine.travel(END):
        made(cast, takes_part(cast))
        with pytest.raises(renewing.NotDue):
            renewing.renew(actor=volunteer, copy_id=copy.pk)


@pytest.mark.covers("S0-51")
def test_sixty_and_fourteen_days_before_and_on_the_day_one_word_each(
    copy: Copy, cast: Cast
) -> None:
    told = []
    for left in (61, 60, 30, 14, 14, 3, 0, -1, -40):
        day = END - timedelta(days=left)
        told.append(nightly.remind_to_renew(cast.here.pk, day))
    assert told == [0, 1, 0, 1, 0, 0, 1, 0, 0]
    messages = Message.objects.filter(kind=nightly.AGAIN)
    assert [each.url for each in messages] == [cast.url("mine/papers/")] * 3


def test_a_year_later_the_same_paper_is_reminded_of_again(
    copy: Copy, cast: Cast, volunteer: Actor
) -> None:
    nightly.remind_to_renew(cast.here.pk, END)
    with time_machine.travel(END):
        renewing.renew(actor=volunteer, copy_id=copy.pk)
    assert nightly.remind_to_renew(cast.here.pk, date(2028, 3, 2)) == 1


def many(cast: Cast, number: int, **fields: Any) -> None:
    """Signed copies that end on the same day."""
    document = DocumentFactory(organisation=cast.here, kind="other", renew_months=12)
    version = VersionFactory(document=document)
    for _each in range(number):
        person = PersonFactory(organisation=cast.here, user=UserFactory())
        facts = {
            "state": CopyState.SIGNED,
            "signed_on": START,
            "frozen_at": moment(START),
            "holds_until": END,
        }
        CopyFactory(organisation=cast.here, version=version, person=person, **(facts | fields))


def test_a_night_that_stops_in_the_middle_tells_nobody_twice(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    many(cast, 5)
    monkeypatch.setattr(nightly, "A_BATCH", 2)
    calls: list[object] = []

    def breaks(**its: Any) -> int:
        calls.append(its)
        if len(calls) == 2:
            raise RuntimeError("the machine stopped")
        return remind(**its)

    monkeypatch.setattr("naast.agreements.services.nightly.remind", breaks)
    night = moment(END)
    assert nightly.run(night)["papers to read again"] == 0
    assert Message.objects.count() == 2
    assert nightly.run(night)["papers to read again"] == 3
    assert Message.objects.count() == 5
    assert Message.objects.values("user").distinct().count() == 5


def test_a_batch_costs_as_many_queries_for_three_as_for_one(cast: Cast) -> None:
    cost = []
    for number in (1, 3):
        many(cast, number)
        with CaptureQueriesContext(connection) as queries:
            nightly.remind_to_renew(cast.here.pk, END)
        cost.append(len(queries))
        Copy.objects.all().delete()
    assert cost[0] == cost[1] <= 10


def test_what_waits_is_named_once_after_two_weeks(cast: Cast) -> None:
    with time_machine.travel(START):
        one(cast, asks=Asks.ACKNOWLEDGEMENT)
    told = [
        nightly.remind_of_what_waits(cast.here.pk, START + timedelta(days=days))
        for days in (13, 14, 15, 20)
    ]
    assert sum(told) == 1
    assert told[0] == 0


def test_who_prefers_paper_is_not_written_to(cast: Cast, copy: Copy) -> None:
    copy.person.prefers_paper = True
    copy.person.save()
    assert nightly.remind_to_renew(cast.here.pk, END) == 0


def test_a_text_that_was_put_away_is_not_asked_again(
    copy: Copy, cast: Cast, coordinator: Actor
) -> None:
    late = END + timedelta(days=1)
    assert listed(coordinator, Waiting.OVERDUE, today=late)[0].exists()
    texts.retire(actor=coordinator, document_id=copy.version.document_id)
    assert not listed(coordinator, Waiting.OVERDUE, today=late)[0].exists()
    assert nightly.remind_to_renew(cast.here.pk, END) == 0


def test_where_something_newer_waits_the_old_one_is_not_asked_again(
    copy: Copy, cast: Cast, coordinator: Actor
) -> None:
    newer(copy.version, "Anders.")
    made(cast, takes_part(cast))
    late = END + timedelta(days=1)
    assert not listed(coordinator, Waiting.OVERDUE, today=late)[0].exists()
    assert listed(coordinator, Waiting.PERSON, today=late)[0].count() == 1
    assert nightly.remind_to_renew(cast.here.pk, END) == 0
