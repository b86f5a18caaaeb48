"""Lending to a volunteer, and taking it back."""

from datetime import timedelta
from typing import Any

import pytest

from naast.core import clock
from naast.core.errors import Incomplete, NotAllowed, StateConflict
from naast.lending.models import Item, Loan
from naast.lending.policies import loans as policies
from naast.lending.queries import loans as queries
from naast.lending.services import loans
from naast.lending.services import things as thing_services
from naast.lending.states import Condition
from naast.messaging.models import Message
from naast.organisations.models import Function
from naast.people.models import Person, VolunteerProfile
from tests.conftest import Cast
from tests.factories import PersonFactory, VolunteerFactory, actor_of
from tests.lending_things import back, badge, bea, laptop, lent, returned

A_DAY = timedelta(days=1)


def test_lending_says_what_to_whom_since_when_and_back_on(cast: Cast) -> None:
    today = clock.today()
    loan = lent(cast, badge(cast), since_on=today - A_DAY, due_on=today + A_DAY, note=" Zijdeur. ")

    assert (loan.person_id, loan.item.label) == (cast.person_id("bea"), "Badge 12")
    assert (loan.since_on, loan.due_on, loan.note) == (today - A_DAY, today + A_DAY, "Zijdeur.")
    assert (loan.lent_by_id, loan.confirmed_on, loan.is_out) == (cast.amal.pk, None, True)
    message = Message.objects.get(user=cast.bea.user)
    assert message.url == cast.url("mine/lent/")
    assert "Badge" not in message.subject + message.body


@pytest.mark.parametrize("name", ["bea", "nele", "piet"])
def test_only_a_coordinator_lends(cast: Cast, name: str) -> None:
    assert not policies.can_lend(cast.actor(name), bea(cast))


def test_a_coordinator_lends_nothing_to_themselves(cast: Cast) -> None:
    cast.amal.roles.create(function=Function.VOLUNTEER)
    person = Person.objects.get(pk=cast.person_id("amal"))
    VolunteerFactory(organisation=cast.here, person=person)
    with pytest.raises(NotAllowed):
        lent(cast, person_id=person.pk)


def test_to_nobody_of_another_house(cast: Cast) -> None:
    elsewhere = VolunteerFactory(organisation=cast.elsewhere).person
    assert not policies.can_lend(cast.actor("amal"), elsewhere)
    with pytest.raises(Person.DoesNotExist):
        lent(cast, person_id=elsewhere.pk)
    with pytest.raises(Item.DoesNotExist):
        lent(cast, Item.objects.create(organisation=cast.elsewhere, kind="other", label="Elders"))


def test_to_volunteers_of_today_alone(cast: Cast) -> None:
    nobody = PersonFactory(organisation=cast.here)
    former = VolunteerFactory(organisation=cast.here, status=VolunteerProfile.Status.FORMER).person
    paused = VolunteerFactory(organisation=cast.here, status=VolunteerProfile.Status.PAUSED).person
    for person in (nobody, former):
        with pytest.raises(NotAllowed):
            lent(cast, person_id=person.pk)
    assert lent(cast, person_id=paused.pk).person_id == paused.pk


def test_one_thing_is_with_one_person_at_a_time(cast: Cast) -> None:
    loan = lent(cast)
    with pytest.raises(StateConflict):
        lent(cast, loan.item)


def test_what_is_retired_is_not_lent(cast: Cast) -> None:
    item = badge(cast)
    thing_services.retire_item(actor=cast.actor("amal"), item_id=item.pk)
    with pytest.raises(StateConflict):
        lent(cast, item)


@pytest.mark.parametrize(
    ("days", "field"),
    [({"since_on": A_DAY}, "since_on"), ({"since_on": 0 * A_DAY, "due_on": -A_DAY}, "due_on")],
)
def test_days_fit(cast: Cast, days: dict[str, timedelta], field: str) -> None:
    given: dict[str, Any] = {name: clock.today() + far for name, far in days.items()}
    with pytest.raises(Incomplete) as refused:
        lent(cast, **given)
    assert set(refused.value.fields) == {field}


def test_it_may_come_back_on_the_day_it_was_lent(cast: Cast) -> None:
    loan = lent(cast, due_on=clock.today())
    assert returned(cast, loan).back_on == clock.today()


def test_another_day_can_be_agreed(cast: Cast) -> None:
    loan, later = lent(cast), clock.today() + A_DAY
    loans.change_loan(actor=cast.actor("amal"), loan_id=loan.pk, due_on=later, note=" Langer. ")
    loan.refresh_from_db()
    assert (loan.due_on, loan.note) == (later, "Langer.")
    with pytest.raises(Incomplete):
        loans.change_loan(
            actor=cast.actor("amal"), loan_id=loan.pk, due_on=loan.since_on - A_DAY, note=""
        )


def test_taking_back_says_how_by_whom_and_that_it_is_erased(cast: Cast) -> None:
    loan = returned(cast, lent(cast), Condition.BROKEN, note="Scherm gebarsten.")
    assert (loan.condition, loan.is_wiped, loan.back_on) == ("broken", True, clock.today())
    assert (loan.taken_by_id, loan.note) == (cast.amal.pk, "Scherm gebarsten.")
    assert not loan.is_out
    assert loan.item.retired_on is None


def test_what_may_hold_data_is_not_closed_without_yes_or_no(cast: Cast) -> None:
    loan = lent(cast, laptop(cast))
    with pytest.raises(Incomplete) as refused:
        returned(cast, loan, is_wiped=None)
    assert set(refused.value.fields) == {"is_wiped"}
    assert Loan.objects.get().is_out


def test_of_a_badge_nobody_asks_about_data(cast: Cast) -> None:
    loan = returned(cast, lent(cast, badge(cast)), is_wiped=None)
    assert (loan.is_wiped, loan.is_out) == (None, False)
    assert returned(cast, lent(cast, loan.item), is_wiped=True).is_wiped is None


@pytest.mark.parametrize(
    ("days", "condition", "missing"),
    [(0, "", "condition"), (1, "fine", "back_on"), (-1, "fine", "back_on")],
)
def test_how_and_when_are_asked(cast: Cast, days: int, condition: str, missing: str) -> None:
    loan, day = lent(cast), clock.today() + timedelta(days=days)
    with pytest.raises(Incomplete) as refused:
        returned(cast, loan, condition, back_on=day)
    assert set(refused.value.fields) == {missing}


def test_what_is_lost_leaves_the_register(cast: Cast) -> None:
    loan = returned(cast, lent(cast), Condition.LOST, is_wiped=False)
    loan.item.refresh_from_db()
    assert loan.item.retired_on == clock.today()
    assert loan.may_have_leaked
    assert not queries.unwiped(cast.actor("amal")).exists()


def test_it_comes_back_once(cast: Cast) -> None:
    loan = returned(cast, lent(cast))
    with pytest.raises(StateConflict):
        returned(cast, loan)
    with pytest.raises(StateConflict):
        loans.change_loan(actor=cast.actor("amal"), loan_id=loan.pk, due_on=None, note="")


def test_what_is_not_erased_waits_before_the_next_loan(cast: Cast) -> None:
    amal = cast.actor("amal")
    loan = returned(cast, lent(cast), is_wiped=False)
    assert list(queries.unwiped(amal)) == [loan]
    with pytest.raises(StateConflict):
        lent(cast, loan.item)

    loans.note_wiped(actor=amal, loan_id=loan.pk)
    loans.note_wiped(actor=amal, loan_id=loan.pk)

    assert not queries.unwiped(amal).exists()
    assert lent(cast, loan.item).is_out


def test_there_is_nothing_to_erase_while_it_is_out_or_on_a_badge(cast: Cast) -> None:
    amal = cast.actor("amal")
    with pytest.raises(StateConflict):
        loans.note_wiped(actor=amal, loan_id=lent(cast).pk)
    loan = returned(cast, lent(cast, badge(cast)))
    with pytest.raises(StateConflict):
        loans.note_wiped(actor=amal, loan_id=loan.pk)


def test_others_settle_nothing(cast: Cast) -> None:
    loan = lent(cast)
    for name in ("bea", "nele", "piet", "chris"):
        assert not policies.can_settle(cast.actor(name), loan)
        assert queries.get_loan(cast.actor(name), loan.pk) is None
        with pytest.raises(Loan.DoesNotExist):
            loans.take_back(actor=cast.actor(name), loan_id=loan.pk, back=back())


def test_a_coordinator_settles_nothing_of_their_own(cast: Cast) -> None:
    cast.bea.roles.create(function=Function.COORDINATOR)
    loan, both = lent(cast), actor_of(cast.bea)
    assert not policies.can_settle(both, loan)
    with pytest.raises(NotAllowed):
        loans.take_back(actor=both, loan_id=loan.pk, back=back())
    with pytest.raises(NotAllowed):
        loans.change_loan(actor=both, loan_id=loan.pk, due_on=None, note="")
    with pytest.raises(NotAllowed):
        loans.note_wiped(actor=both, loan_id=loan.pk)


def test_the_list_shows_what_is_out_what_must_come_back_and_what_came(cast: Cast) -> None:
    today, amal = clock.today(), cast.actor("amal")
    over = returned(cast, lent(cast, laptop(cast, label="Oud")))
    late = lent(cast, badge(cast), since_on=today - 2 * A_DAY, due_on=today - A_DAY)
    due = lent(cast, badge(cast, label="Badge 13"), due_on=today)
    rows = {show: set(queries.listed(amal, show, day=today)) for show in ("out", "back", "over")}
    assert rows == {"out": {late, due}, "back": {late}, "over": {over}}
