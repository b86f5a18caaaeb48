"""The coordinator's day: theirs, those they stand in for, and those nobody looks after."""

from datetime import timedelta

import pytest

from naast.companionship.models import CallBack
from naast.core import clock
from naast.desk.attention import day_of
from naast.organisations.models import Function
from naast.organisations.services import end_membership, plan_absence
from tests.conftest import Cast
from tests.factories import MatchFactory, actor_of, member


def _call(cast: Cast, *, coach: object = None) -> CallBack:
    match = MatchFactory(organisation=cast.here, coach=coach) if coach else None
    return CallBack.objects.create(
        organisation=cast.here,
        person_id=cast.bea.person_id,
        match=match,
        kind="talk",
        promised_on=clock.today(),
    )


def _subjects(actor: object, **options: bool) -> set[object]:
    day = day_of(actor, now=clock.now(), **options)  # type: ignore[arg-type]  # an Actor
    items = [item for group in day.groups for item in group.items]
    return {item.subject_id for item in items if item.kind == "call-back"}


@pytest.mark.covers("S0-35")
def test_a_request_to_talk_is_on_the_desk_until_somebody_called(cast: Cast) -> None:
    asked = _call(cast)

    assert _subjects(cast.actor("amal")) == {asked.pk}

    asked.handled_on = clock.today()
    asked.save()
    assert _subjects(cast.actor("amal")) == set()


def test_what_belongs_to_a_colleague_is_on_their_desk(cast: Cast) -> None:
    lies = member(cast.here, Function.COORDINATOR, name="Lies")
    asked = _call(cast, coach=lies)

    assert _subjects(cast.actor("amal")) == set()
    assert _subjects(actor_of(lies)) == {asked.pk}
    assert _subjects(cast.actor("amal"), everything=True) == {asked.pk}


def test_a_deputy_sees_the_work_of_who_is_away(cast: Cast) -> None:
    lies = member(cast.here, Function.COORDINATOR, name="Lies")
    asked = _call(cast, coach=lies)
    today = clock.today()

    plan_absence(
        actor=cast.actor("amal"),
        membership=lies,
        deputy=cast.amal,
        from_on=today,
        until_on=today + timedelta(days=3),
    )

    assert _subjects(cast.actor("amal")) == {asked.pk}


def test_the_work_of_a_coordinator_who_left_is_lost_to_nobody(cast: Cast) -> None:
    lies = member(cast.here, Function.COORDINATOR, name="Lies")
    asked = _call(cast, coach=lies)

    end_membership(actor=cast.actor("amal"), membership=lies, day=clock.today())

    assert _subjects(cast.actor("amal")) == {asked.pk}


def test_another_organisation_has_its_own_day(cast: Cast) -> None:
    _call(cast)

    assert _subjects(cast.actor("chris")) == set()


def test_what_a_coach_without_a_desk_looks_after_is_lost_to_nobody(cast: Cast) -> None:
    asked = _call(cast, coach=member(cast.here, Function.COACH, name="Kaat"))

    assert _subjects(cast.actor("amal")) == {asked.pk}
