"""The week: who went quiet is named, and a mail on Monday tells that the page is ready."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from time_machine import TimeMachineFixture

from naast.companionship.models import CallBack, Match, MatchState, Milestone, QuietQuestion
from naast.core import clock
from naast.desk import week
from naast.desk.nightly import run
from naast.desk.week import quiet_by_coach, week_of
from naast.messaging.models import Message
from naast.organisations.models import Absence, Function
from tests.conftest import Cast
from tests.factories import MatchFactory, actor_of, member

MONDAY = datetime(2026, 11, 23, 3, 0, tzinfo=ZoneInfo("Europe/Brussels"))


@pytest.fixture(autouse=True)
def on_that_monday(time_machine: TimeMachineFixture) -> None:
    """Who went quiet is counted from that day."""
    time_machine.move_to(MONDAY)


def _quiet(cast: Cast, coach: object = None, days: int = 90) -> Match:
    long_ago = clock.today() - timedelta(days=days)
    match: Match = MatchFactory(
        organisation=cast.here,
        state=MatchState.RUNNING,
        coach=coach,
        rhythm=4,
        started_on=long_ago,
        last_visit_on=long_ago,
    )
    return match


def test_the_quiet_are_named_the_longest_first(cast: Cast) -> None:
    short, longest = _quiet(cast, cast.amal, 40), _quiet(cast, None, 200)
    _quiet(cast, member(cast.here, Function.COORDINATOR, name="Lies"))
    _quiet(cast, cast.amal, 1)
    QuietQuestion.objects.create(organisation=cast.here, match=short, asked_at=clock.now())

    found = week_of(cast.actor("amal"), now=clock.now())

    assert [(each.match, each.is_unanswered) for each in found.quiet] == [
        (longest, False),
        (short, True),
    ]
    page = cast.client("amal").get(cast.url("today/week/")).content.decode()
    assert longest.volunteer.name in page


def test_what_was_promised_and_what_comes(cast: Cast) -> None:
    match, today = _quiet(cast, cast.amal, 1), clock.today()
    owned = {"organisation": cast.here}
    late = CallBack.objects.create(
        **owned, person_id=cast.bea.person_id, kind="talk", promised_on=today - timedelta(days=1)
    )
    soon = Milestone.objects.create(
        **owned, match=match, kind=Milestone.Kind.LOOK_BACK, due_on=today + timedelta(days=3)
    )
    Milestone.objects.create(
        **owned, match=match, kind=Milestone.Kind.END, due_on=today + timedelta(days=30)
    )

    found = week_of(cast.actor("amal"), now=clock.now())

    assert (found.late_calls, found.moments, found.meetings) == ([late], [soon], [])
    elsewhere = week_of(cast.actor("chris"), now=clock.now())
    assert (elsewhere.quiet, elsewhere.late_calls, elsewhere.moments) == ([], [], [])


def test_the_week_costs_the_same_however_many_went_quiet(cast: Cast) -> None:
    actor = cast.actor("amal")

    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            week_of(actor, now=clock.now())
            quiet_by_coach(cast.here.pk, day=clock.today())
        return len(queries)

    _quiet(cast, cast.amal)
    one = cost()
    for _ in range(2):
        _quiet(cast, cast.amal)
    assert cost() == one


def test_on_monday_every_coordinator_hears_it_once(cast: Cast) -> None:
    lies = member(cast.here, Function.COORDINATOR, name="Lies")
    _quiet(cast, lies, 90)

    run(MONDAY + timedelta(days=1))
    assert not Message.objects.exists()
    assert run(MONDAY)["weeks told"] >= 2
    assert run(MONDAY + timedelta(hours=2))["weeks told"] == 0

    told = Message.objects.get(user=lies.user)
    assert told.url == actor_of(lies).url("desk:week")
    assert "1" in told.body
    assert not set(lies.user.name.split()) & set(told.body.split())


def test_the_mail_counts_whom_the_page_names(cast: Cast) -> None:
    lies, mia = (member(cast.here, Function.COORDINATOR, name=name) for name in ("Lies", "Mia"))
    coach = member(cast.here, Function.COACH, name="Kaat")
    gone = member(cast.here, Function.COORDINATOR, name="Gert")
    type(gone).objects.filter(pk=gone.pk).update(ended_on=MONDAY.date())
    for coached_by in (lies, lies, mia, coach, gone, None):
        _quiet(cast, coached_by, 400)
    Absence.objects.create(
        organisation=cast.here,
        membership=lies,
        deputy=mia,
        from_on=MONDAY.date(),
        until_on=MONDAY.date(),
    )

    run(MONDAY)

    for colleague, number in ((mia, 6), (lies, 5), (cast.amal, 3)):
        assert len(week_of(actor_of(colleague), now=MONDAY).quiet) == number
        assert f" {number}." in Message.objects.get(user=colleague.user).body


def test_who_does_not_fit_on_the_page_is_counted(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(week, "SHOWN", 2)
    _quiet(cast, cast.amal)
    _quiet(cast, None)
    assert week_of(cast.actor("amal"), now=clock.now()).more_quiet == 0
    _quiet(cast, None)
    found = week_of(cast.actor("amal"), now=clock.now())
    assert (len(found.quiet), found.more_quiet) == (2, 1)
    assert cast.client("amal").get(cast.url("today/week/")).status_code == 200
