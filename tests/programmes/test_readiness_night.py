"""What the night does with readiness: where to look, what waits no more, and who is reminded."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.core import clock
from naast.messaging.models import Message
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.organisations.services import end_membership
from naast.programmes import services
from naast.programmes.errors import StillNeeded
from naast.programmes.evidence import Evidence
from naast.programmes.models import Engagement, Override, Programme
from naast.programmes.readiness import LONG_AGO, NEVER
from naast.programmes.services import nightly
from tests.conftest import Cast
from tests.factories import actor_of, member
from tests.programmes.ready import (
    REASON,
    bea,
    key_of,
    known,
    programme_with,
    takes_part,
    write_down,
)


@pytest.fixture
def programme(cast: Cast) -> Programme:
    return programme_with(cast, "training")


@pytest.fixture
def engagement(cast: Cast, programme: Programme) -> Engagement:
    return takes_part(programme, bea(cast))


def wait(actor: Actor, engagement: Engagement, days: int) -> Override:
    return services.let_wait(
        actor=actor,
        engagement_id=engagement.pk,
        item_key=key_of(engagement.programme, "training"),
        reason=REASON,
        until_on=clock.today() + timedelta(days=days),
    )


def look_from(engagement: Engagement) -> object:
    engagement.refresh_from_db()
    return engagement.look_from


def test_the_night_writes_down_where_to_look(cast: Cast, engagement: Engagement) -> None:
    condition = engagement.programme.entryconditions.get().pk
    nightly.run(clock.now())
    assert look_from(engagement) == LONG_AGO

    until = clock.today() + timedelta(days=100)
    with known({engagement.person_id: [Evidence(condition, clock.today(), until)]}):
        assert nightly.run(clock.now())["readiness looked at"] == 1
        assert look_from(engagement) == until - timedelta(days=60)
        assert nightly.run(clock.now())["readiness looked at"] == 0

    write_down(engagement)
    nightly.run(clock.now())
    assert look_from(engagement) == NEVER

    services.undo_condition(
        actor=cast.actor("amal"), engagement_id=engagement.pk, condition_id=condition
    )
    assert look_from(engagement) == LONG_AGO


def test_a_night_of_many_goes_on_until_all_are_done_at_the_same_price_a_batch(
    cast: Cast, programme: Programme, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as captured:
            nightly.look(cast.here, clock.now())
        return len(captured)

    everybody = [takes_part(programme) for _ in range(3)]
    write_down(everybody[0])
    three = cost()
    everybody += [takes_part(programme) for _ in range(4)]
    for each in everybody[:3]:
        write_down(each)
    assert cost() == three
    monkeypatch.setattr(nightly, "A_BATCH", 2)
    for each in everybody:
        write_down(each)
    assert nightly.look(cast.here, clock.now()) == 4
    assert {look_from(each) for each in everybody} == {NEVER}


@pytest.mark.covers("S0-44")
def test_what_is_in_place_waits_no_more_and_stays_in_the_history(
    coordinator: Actor, engagement: Engagement
) -> None:
    made = wait(coordinator, engagement, 10)
    nightly.run(clock.now())
    made.refresh_from_db()
    assert made.is_living

    write_down(engagement)
    nightly.run(clock.now())
    made.refresh_from_db()
    assert (made.in_place_on, made.taken_back_on) == (clock.today(), None)

    # When it ends later, the old word does not open the gate again.
    Engagement.objects.filter(pk=engagement.pk).update(conditions_met={})
    with pytest.raises(StillNeeded):
        services.require_ready(person_id=engagement.person_id, programme=engagement.programme)


@pytest.mark.parametrize(("days", "step"), [(15, ""), (14, "14"), (1, "14"), (0, "due")])
def test_whoever_let_it_wait_is_reminded_once_of_each_day(
    cast: Cast, coordinator: Actor, engagement: Engagement, days: int, step: str
) -> None:
    wait(coordinator, engagement, days)
    for _night in range(2):
        nightly.run(clock.now())
    told = [(message.user, message.kind) for message in Message.objects.all()]
    assert told == ([(cast.amal.user, "engagement.waits")] if step else [])
    assert all("Bea" not in f"{each.subject} {each.body}" for each in Message.objects.all())


def test_when_they_left_the_coordinator_of_the_programme_is_reminded(
    cast: Cast, coordinator: Actor, engagement: Engagement
) -> None:
    lies = member(cast.here, Function.COORDINATOR, name="Lies Vertrekt")
    wait(actor_of(lies), engagement, 3)
    end_membership(actor=coordinator, membership=lies, day=clock.today())
    nightly.run(clock.now())
    assert [message.user for message in Message.objects.all()] == [cast.amal.user]


def test_who_no_longer_takes_part_reminds_nobody(
    coordinator: Actor, engagement: Engagement
) -> None:
    wait(coordinator, engagement, 3)
    services.end_engagement(actor=coordinator, engagement_id=engagement.pk, day=clock.today())
    nightly.run(clock.now())
    assert not Message.objects.exists()
