"""Agreements that were not kept, touched twice at the same moment."""

from functools import partial

import pytest

from naast.agreements.models import NotKept, StaffAcknowledgement
from naast.agreements.services import acknowledging, steps
from naast.organisations.models import Function
from tests.agreeing import DocumentFactory, VersionFactory
from tests.at_once import at_once, refused
from tests.conftest import Cast
from tests.factories import actor_of, member
from tests.talking import A_TASK, HEARD, engaged, given, noted, on_the_way, saw

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def test_two_colleagues_who_write_the_same_at_once_write_in_one_place(cast: Cast) -> None:
    write = partial(steps.note_not_kept, engagement=engaged(cast), agreement=A_TASK, seen=saw())
    other = actor_of(member(cast.here, Function.COORDINATOR, name="Tweede Collega"))
    assert (
        refused(at_once(partial(write, actor=cast.actor("amal")), partial(write, actor=other))) == 0
    )
    assert NotKept.objects.get().observations.count() == 2


def test_a_step_taken_twice_at_once_is_taken_once(cast: Cast) -> None:
    not_kept = on_the_way(noted(cast), "on_paper", by=cast.amal)
    pause = partial(
        steps.take_step,
        actor=cast.actor("amal"),
        not_kept_id=not_kept.pk,
        step="pause",
        given=given(),
    )
    assert refused(at_once(pause, pause)) == 1
    assert not_kept.steps.filter(step="pause").count() == 1


def test_standing_behind_a_text_twice_at_once_is_once(cast: Cast) -> None:
    version = VersionFactory(document=DocumentFactory(organisation=cast.here, for_staff=True))
    sign = partial(acknowledging.acknowledge, actor=cast.actor("nele"), version=version)
    assert refused(at_once(sign, sign)) == 0
    assert StaffAcknowledgement.objects.count() == 1


def test_what_the_volunteer_sends_is_not_overwritten_by_a_colleague_at_the_same_moment(
    cast: Cast,
) -> None:
    not_kept = noted(cast)
    step = steps.take_step(
        actor=cast.actor("amal"), not_kept_id=not_kept.pk, step="talk", given=given(own_view=None)
    )
    own = partial(steps.give_view, actor=cast.actor("bea"), step_id=step.pk, words="Ik was ziek.")
    ours = partial(
        steps.write_view,
        actor=cast.actor("amal"),
        not_kept_id=not_kept.pk,
        step_id=step.pk,
        own_view=HEARD,
    )
    at_once(own, ours)
    step.refresh_from_db()
    assert step.own_view == "Ik was ziek."
