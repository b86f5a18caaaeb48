"""What the night finds, reminds of and forgets; and what stands on the desk in the morning."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.checks import attention
from naast.checks.models import CheckKind, CheckRecord, Report
from naast.checks.queries.situations import Asked, judged
from naast.checks.services import nightly
from naast.checks.states import CheckState
from naast.core import clock
from naast.law import yearly as law_yearly
from naast.messaging.models import Message
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.people.models import VolunteerProfile
from naast.programmes.models import Engagement, EntryCondition
from tests.checking import (
    ActivityFactory,
    CheckFactory,
    PolicyFactory,
    ReportFactory,
    StatementFactory,
    bea,
    condition,
    takes_part,
)
from tests.conftest import Cast
from tests.factories import EngagementFactory, VolunteerFactory

MARCH = datetime(2026, 3, 2, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def march() -> Iterator[None]:
    with time_machine.travel(MARCH, tick=False):
        yield


def days(number: int) -> Any:
    return clock.today() + timedelta(days=number)


def kinds(actor: Actor) -> list[str]:
    return sorted(item.kind for item in attention.items(actor, now=clock.now()))


def test_who_needs_an_extract_comes_on_the_list_once_and_goes_when_they_stop(cast: Cast) -> None:
    engagement = takes_part(cast, contact_with_minors=True)
    takes_part(cast)  # no ground to ask anything there
    for expected in (1, 0):
        assert nightly.run(clock.now())["checks needed"] == expected
    record = CheckRecord.objects.get()
    assert (record.person_id, record.kind, record.state, record.is_automatic) == (
        engagement.person_id,
        CheckKind.EXTRACT,
        CheckState.NEEDED,
        True,
    )
    engagement.person.engagements.update(ended_on=clock.today())
    assert nightly.run(clock.now())["checks no longer needed"] == 1
    assert not CheckRecord.objects.exists()


def test_a_condition_without_a_legal_ground_puts_nobody_on_the_list(cast: Cast) -> None:
    engagement = takes_part(cast)
    condition(engagement.programme, EntryCondition.Kind.CHECK)
    assert nightly.run(clock.now())["checks needed"] == 0
    Organisation.objects.filter(pk=cast.here.pk).update(country="NL")
    assert nightly.run(clock.now())["checks needed"] == 1
    assert CheckRecord.objects.get().kind == CheckKind.VOG


@pytest.mark.covers("S2-39")
def test_who_has_a_vog_hears_of_it_90_60_and_14_days_before_and_on_the_day(cast: Cast) -> None:
    Organisation.objects.filter(pk=cast.here.pk).update(country="NL")
    CheckFactory(
        organisation=cast.here,
        person=bea(cast),
        kind=CheckKind.VOG,
        seen=True,
        review_on=days(91),
    )
    told = []
    for day in (0, 1, 2, 30, 31, 60, 77, 78, 91, 92):
        with time_machine.travel(MARCH + timedelta(days=day), tick=False):
            told.append(nightly.run(clock.now())["reminded of checks"])
    assert told == [0, 1, 0, 0, 1, 0, 1, 0, 1, 0]
    assert Message.objects.filter(kind="check.review", user=cast.bea.user).count() == 4


def test_coordinators_hear_of_a_policy_that_ends_and_of_nothing_that_is_followed(
    cast: Cast,
) -> None:
    policy = PolicyFactory(organisation=cast.here, until_on=days(60))
    assert [nightly.run(clock.now())["reminded of insurance"] for _each in range(2)] == [1, 0]
    assert Message.objects.get().user == cast.amal.user
    with time_machine.travel(MARCH + timedelta(days=46), tick=False):
        assert nightly.run(clock.now())["reminded of insurance"] == 1
    PolicyFactory(organisation=cast.here, from_on=policy.until_on, until_on=None)
    with time_machine.travel(MARCH + timedelta(days=59), tick=False):
        assert nightly.run(clock.now())["reminded of insurance"] == 0


def test_coordinators_hear_of_statements_limits_and_activities_each_once(cast: Cast) -> None:
    StatementFactory(organisation=cast.here, valid_until=days(85))
    StatementFactory(organisation=cast.here, valid_until=days(120))
    ReportFactory(
        organisation=cast.here,
        answer="rva",
        state="done",
        done_on=days(-3),
        silent_on=days(13),
        limits_set=True,
    )
    PolicyFactory(organisation=cast.here, kind="free", risks=["liability"])
    ActivityFactory(organisation=cast.here, starts_at=clock.now() + timedelta(hours=47))
    ActivityFactory(organisation=cast.here, starts_at=clock.now() + timedelta(hours=49))
    for expected in (1, 0):
        done = nightly.run(clock.now())
        assert (
            done["reminded of statements"],
            done["reminded of limits"],
            done["reminded of activities"],
        ) == (expected, expected, expected)


def test_outcomes_are_kept_until_somebody_leaves(cast: Cast) -> None:
    CheckFactory(organisation=cast.here, person=bea(cast), seen=True)
    ReportFactory(organisation=cast.here, person=bea(cast))
    stays = CheckFactory(organisation=cast.here)
    assert nightly.run(clock.now())["checks and reports forgotten"] == 0
    VolunteerProfile.objects.filter(person=bea(cast)).update(status="former")
    assert nightly.run(clock.now())["checks and reports forgotten"] == 2
    assert list(CheckRecord.objects.all()) == [stays]
    assert not Report.objects.exists()


def test_another_paper_or_a_no_does_not_hide_that_somebody_needs_one(cast: Cast) -> None:
    takes_part(cast, contact_with_minors=True)
    seen = CheckFactory(organisation=cast.here, person=bea(cast), seen=True, outcome="talk")
    assert nightly.run(clock.now())["checks needed"] == 0
    for changes in ({"outcome": "not_ok"}, {"outcome": "ok", "kind": CheckKind.OTHER}):
        CheckRecord.objects.filter(pk=seen.pk).update(**changes)
        assert nightly.run(clock.now())["checks needed"] == 1
        CheckRecord.objects.exclude(pk=seen.pk).delete()


def test_who_stays_in_another_programme_no_longer_stands_on_the_list(cast: Cast) -> None:
    engagement = takes_part(cast, contact_with_minors=True)
    takes_part(cast)
    assert nightly.run(clock.now())["checks needed"] == 1
    engagement.ended_on = clock.today()
    engagement.save()
    assert nightly.run(clock.now())["checks no longer needed"] == 1


def test_a_row_that_goes_wrong_keeps_nobody_else_waiting(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    programme = takes_part(cast, contact_with_minors=True).programme
    for _each in range(2):
        person = VolunteerFactory(organisation=cast.here).person
        EngagementFactory(organisation=cast.here, person=person, programme=programme)
    bad = cast.person_id("bea")

    def careful(house: Organisation, rows: list[Engagement], day: date) -> list[Asked]:
        if bad in {row.person_id for row in rows}:
            raise ValueError("bad row")
        return judged(house, rows, day)

    monkeypatch.setattr(nightly, "judged", careful)
    assert nightly.run(clock.now())["checks needed"] == 2


def test_who_falls_under_the_decree_hears_in_march_and_april_of_the_yearly_report(
    cast: Cast,
) -> None:
    def told(*days: tuple[int, int, int]) -> list[int]:
        found = []
        for year, month, day in days:
            with time_machine.travel(datetime(year, month, day, 10, tzinfo=UTC), tick=False):
                found.append(nightly.run(clock.now())["reminded of the yearly report"])
        return found

    assert told((2026, 3, 2)) == [0]
    Organisation.objects.filter(pk=cast.here.pk).update(is_under_welfare_decree=True)
    (due,) = law_yearly.reports("BE", clock.today(), under_decree=True)
    assert told((2026, 2, 28), (2026, 3, 1), (2026, 3, 31), (2026, 4, 2)) == [0, 1, 0, 1]
    assert told((2026, 5, 1), (2027, 3, 3)) == [0, 1]
    message = Message.objects.filter(kind="yearly.report").first()
    assert message is not None
    assert (message.user, due.source in message.body) == (cast.amal.user, True)


def test_the_desk_tells_that_insurance_was_never_noted_and_that_hours_run_out(
    cast: Cast, coordinator: Actor
) -> None:
    takes_part(cast)
    assert kinds(coordinator) == ["checks.uninsured"]
    PolicyFactory(organisation=cast.here, kind="free", risks=["liability"])
    activity = ActivityFactory(organisation=cast.here, hours=799, registered_at=clock.now())
    assert kinds(coordinator) == []
    activity.hours = 800
    activity.save()
    assert kinds(coordinator) == ["checks.hours"]


def _night_costs(cast: Cast) -> int:
    with CaptureQueriesContext(connection) as captured:
        nightly.run(clock.now())
    return len([each for each in captured.captured_queries if "SAVEPOINT" not in each["sql"]])


def test_a_night_costs_as_many_queries_for_three_people_as_for_one(cast: Cast) -> None:
    programme = takes_part(cast, contact_with_minors=True).programme

    def more(number: int) -> None:
        for _each in range(number):
            person = VolunteerFactory(organisation=cast.here).person
            EngagementFactory(organisation=cast.here, person=person, programme=programme)
            other = VolunteerFactory(organisation=cast.here, person__email="x@test.example").person
            CheckFactory(organisation=cast.here, person=other, seen=True, review_on=days(20))

    more(1)
    one = _night_costs(cast)
    more(3)
    assert _night_costs(cast) == one


def test_the_desk_shows_what_asks_for_somebody_and_only_to_coordinators(
    cast: Cast, coordinator: Actor, volunteer: Actor
) -> None:
    assert kinds(coordinator) == []
    CheckFactory(organisation=cast.here)
    CheckFactory(organisation=cast.here, seen=True, outcome="talk")
    CheckFactory(organisation=cast.here, seen=True, review_on=days(89))
    CheckFactory(organisation=cast.here, seen=True, review_on=days(91))
    ReportFactory(
        organisation=cast.here, answer="rva", state="done", done_on=days(-20), silent_on=days(0)
    )
    PolicyFactory(organisation=cast.here, until_on=days(-1))
    PolicyFactory(organisation=cast.here, risks=["disease"], until_on=days(10))
    ActivityFactory(organisation=cast.here, starts_at=clock.now() + timedelta(hours=30))
    CheckFactory(organisation=cast.elsewhere)
    assert kinds(coordinator) == [
        "checks.due",
        "checks.insurance",
        "checks.insurance",
        "checks.limits",
        "checks.needed",
        "checks.register",
        "checks.talk",
    ]
    signs = attention.signs(coordinator, now=clock.now())
    # Of insurance that was never noted, and of hours that run out, the desk tells elsewhere.
    assert {name for name, rows in signs.items() if not rows.exists()} == {
        "checks.uninsured",
        "checks.hours",
    }
    assert attention.items(coordinator, now=clock.now(), there=()) == []
    assert kinds(volunteer) == []
    assert attention.signs(volunteer, now=clock.now()) == {}
