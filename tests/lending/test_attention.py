"""What the desk of a coordinator says about things on loan."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.core import clock
from naast.core.attention import AttentionItem, Urgency
from naast.lending import attention
from naast.lending.services import loans
from naast.lending.states import Condition
from naast.organisations.models import Function
from tests.conftest import Cast
from tests.factories import VolunteerFactory, actor_of
from tests.leaving import own_wish
from tests.lending_things import badge, laptop, lent, returned

PAST = timedelta(days=9)


def shown(cast: Cast, name: str = "amal") -> list[AttentionItem]:
    """The lines."""
    return attention.items(cast.actor(name), now=clock.now())


def kinds(cast: Cast) -> list[str]:
    """Which lines, in order."""
    return [item.kind for item in shown(cast)]


def test_a_thing_that_is_simply_out_asks_nothing(cast: Cast) -> None:
    lent(cast, due_on=clock.today())
    assert kinds(cast) == []


def test_late_things_and_those_of_leavers(cast: Cast) -> None:
    today = clock.today()
    late = lent(cast, badge(cast), since_on=today - PAST, due_on=today - timedelta(days=1))
    assert [(item.kind, item.subject_id) for item in shown(cast)] == [("lending-overdue", late.pk)]
    assert "Badge 12" in str(shown(cast)[0].sentence)
    assert shown(cast)[0].url == cast.url(f"alongside/lent/loans/{late.pk}/")

    of_leaver = lent(cast)
    own_wish(cast)
    assert {(item.kind, item.subject_id) for item in shown(cast)} == {
        ("lending-of-leavers", late.pk),
        ("lending-of-leavers", of_leaver.pk),
    }


@pytest.mark.parametrize(
    ("told", "has_data", "urgency"),
    [
        (Condition.LOST, True, Urgency.NOW),
        (Condition.LOST, False, Urgency.THIS_WEEK),
        (Condition.BROKEN, True, Urgency.THIS_WEEK),
    ],
)
def test_a_lost_thing_with_data_is_for_now(
    cast: Cast, told: Condition, *, has_data: bool, urgency: Urgency
) -> None:
    loan = lent(cast, laptop(cast, has_data=has_data))
    loans.tell_news(actor=cast.actor("bea"), loan_id=loan.pk, told=told)
    assert [(item.kind, item.urgency) for item in shown(cast)] == [("lending-told", urgency)]
    loans.hear(actor=cast.actor("amal"), loan_id=loan.pk)
    assert kinds(cast) == []


def test_what_is_still_to_be_erased(cast: Cast) -> None:
    loan = returned(cast, lent(cast), is_wiped=False)
    assert kinds(cast) == ["lending-unwiped"]
    loans.note_wiped(actor=cast.actor("amal"), loan_id=loan.pk)
    assert kinds(cast) == []


def test_what_is_told_and_late_stands_once_and_is_not_asked_back_when_lost(cast: Cast) -> None:
    today = clock.today()
    loan = lent(cast, since_on=today - PAST, due_on=today - timedelta(days=1))
    asked_back = shown(cast)[0].sentence
    loans.tell_news(actor=cast.actor("bea"), loan_id=loan.pk, told=Condition.LOST)
    assert kinds(cast) == ["lending-told"]

    loans.hear(actor=cast.actor("amal"), loan_id=loan.pk)

    assert kinds(cast) == ["lending-overdue"]
    assert shown(cast)[0].sentence != asked_back


def test_a_coordinator_is_not_asked_about_what_they_have_themselves(cast: Cast) -> None:
    loan = lent(cast)
    loans.tell_news(actor=cast.actor("bea"), loan_id=loan.pk, told=Condition.LOST)
    cast.bea.roles.create(function=Function.COORDINATOR)
    assert attention.items(actor_of(cast.bea), now=clock.now()) == []
    assert kinds(cast) == ["lending-told"]


def test_nobody_else_is_asked(cast: Cast) -> None:
    loan = lent(cast)
    loans.tell_news(actor=cast.actor("bea"), loan_id=loan.pk, told=Condition.LOST)
    for name in ("bea", "nele", "piet", "chris"):
        assert shown(cast, name) == []
    assert attention.signs(cast.actor("nele"), now=clock.now()) == {}


def test_three_lines_cost_no_more_than_one(cast: Cast) -> None:
    today = clock.today()

    def late(number: int) -> int:
        person = VolunteerFactory(organisation=cast.here).person
        item = badge(cast, label=f"Badge {number}")
        days = {"since_on": today - PAST, "due_on": today - timedelta(days=1)}
        lent(cast, item, person_id=person.pk, **days)
        with CaptureQueriesContext(
            connection,
        ) as counted:
            shown(cast)
        return len(counted)

    counts = [late(number) for number in range(3)]
    assert counts[0] == counts[2]
