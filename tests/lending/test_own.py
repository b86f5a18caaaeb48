"""What a volunteer has: confirmed, told about, and reminded of."""

from datetime import timedelta

import pytest

from naast.core import clock
from naast.core.errors import Incomplete, NotAllowed, StateConflict
from naast.lending import home
from naast.lending.models import Loan
from naast.lending.policies import loans as policies
from naast.lending.queries import loans as queries
from naast.lending.services import loans, nightly
from naast.lending.states import Condition
from naast.messaging.models import Message
from naast.parting.states import Reason
from naast.people.models import VolunteerProfile
from tests.conftest import Cast
from tests.factories import VolunteerFactory
from tests.leaving import own_wish
from tests.lending_things import badge, bea, laptop, lent, returned

A_DAY = timedelta(days=1)
WORDS = "Uit mijn fietstas gestolen aan het station."


def test_the_borrower_says_that_they_have_it_once(cast: Cast) -> None:
    loan, volunteer = lent(cast), cast.actor("bea")
    assert home.UNCONFIRMED in asked(cast)

    loans.confirm(actor=volunteer, loan_id=loan.pk)
    Loan.objects.update(confirmed_on=clock.today() - A_DAY)
    loans.confirm(actor=volunteer, loan_id=loan.pk)

    assert Loan.objects.get().confirmed_on == clock.today() - A_DAY
    assert home.UNCONFIRMED not in asked(cast)


def asked(cast: Cast) -> list[str]:
    """The kinds of questions on Bea's home that have rows."""
    signs = home.signs(cast.actor("bea"), "volunteer", now=clock.now())
    return [kind for kind, rows in signs.items() if rows.exists()]


def test_somebody_elses_loan_is_not_theirs(cast: Cast) -> None:
    loan = lent(cast, person_id=VolunteerFactory(organisation=cast.here).person.pk)
    volunteer = cast.actor("bea")
    assert queries.get_own(volunteer, loan.pk) is None
    assert not policies.can_tell(volunteer, loan)
    with pytest.raises(Loan.DoesNotExist):
        loans.confirm(actor=volunteer, loan_id=loan.pk)
    with pytest.raises(Loan.DoesNotExist):
        loans.tell_news(actor=volunteer, loan_id=loan.pk, told=Condition.LOST)


def test_without_the_hat_nothing_is_ones_own(cast: Cast) -> None:
    lent(cast)
    cast.bea.roles.all().delete()
    assert not policies.own_of(cast.actor("bea")).exists()


def test_what_came_back_is_only_read(cast: Cast) -> None:
    loan, volunteer = returned(cast, lent(cast)), cast.actor("bea")
    assert queries.mine(volunteer) == [loan]
    with pytest.raises(NotAllowed):
        loans.confirm(actor=volunteer, loan_id=loan.pk)
    with pytest.raises(NotAllowed):
        loans.tell_news(actor=volunteer, loan_id=loan.pk, told=Condition.LOST)


def test_what_is_broken_or_lost_is_told_without_saying_what_in_the_message(cast: Cast) -> None:
    loan = lent(cast)
    loans.tell_news(actor=cast.actor("bea"), loan_id=loan.pk, told=Condition.LOST, words=WORDS)

    loan.refresh_from_db()
    assert (loan.told, loan.told_on, loan.told_words) == ("lost", clock.today(), WORDS)
    assert (loan.waits_for_answer, loan.may_have_leaked) == (True, True)
    message = Message.objects.get(user=cast.amal.user)
    assert message.url == cast.url(f"alongside/lent/loans/{loan.pk}/")
    assert not {"Bea", "Laptop", "station"} & set((message.subject + message.body).split())
    assert list(queries.told(cast.actor("amal"))) == [loan]


@pytest.mark.parametrize("told", ["", Condition.FINE, "burnt"])
def test_news_is_that_it_is_broken_or_lost(cast: Cast, told: str) -> None:
    with pytest.raises(Incomplete):
        loans.tell_news(actor=cast.actor("bea"), loan_id=lent(cast).pk, told=told)


def test_a_coordinator_settles_it_once_and_thanks(cast: Cast) -> None:
    amal, loan = cast.actor("amal"), lent(cast)
    with pytest.raises(StateConflict):
        loans.hear(actor=amal, loan_id=loan.pk)
    loans.tell_news(actor=cast.actor("bea"), loan_id=loan.pk, told=Condition.BROKEN)
    Message.objects.all().delete()

    loans.hear(actor=amal, loan_id=loan.pk)
    loans.hear(actor=amal, loan_id=loan.pk)

    assert not queries.told(amal).exists()
    assert Message.objects.filter(user=cast.bea.user).count() == 1
    loans.tell_news(actor=cast.actor("bea"), loan_id=loan.pk, told=Condition.LOST)
    assert list(queries.told(amal)) == [loan]


def test_closing_the_loan_settles_it_too(cast: Cast) -> None:
    loan = lent(cast)
    loans.tell_news(actor=cast.actor("bea"), loan_id=loan.pk, told=Condition.BROKEN)
    assert returned(cast, loan, Condition.BROKEN).heard_on == clock.today()
    assert returned(cast, lent(cast, badge(cast))).heard_on is None


def test_what_was_lost_and_came_back_leaked_nothing(cast: Cast) -> None:
    loan = lent(cast)
    loans.tell_news(actor=cast.actor("bea"), loan_id=loan.pk, told=Condition.LOST)
    assert not returned(cast, loan).may_have_leaked


def test_what_i_have_stands_before_what_i_had(cast: Cast) -> None:
    has = lent(cast, badge(cast))
    had = returned(cast, lent(cast))
    assert queries.mine(cast.actor("bea")) == [has, had]


@pytest.mark.parametrize(("days", "shows"), [(-1, True), (7, True), (8, False), (None, False)])
def test_the_home_tells_a_week_before_it_comes_back(
    cast: Cast, days: int | None, *, shows: bool
) -> None:
    due = None if days is None else clock.today() + timedelta(days=days)
    lent(cast, since_on=clock.today() - 9 * A_DAY, due_on=due)
    assert (home.SOON_BACK in asked(cast)) is shows


def test_what_is_lost_is_not_asked_back(cast: Cast) -> None:
    loan = lent(cast, due_on=clock.today())
    loans.tell_news(actor=cast.actor("bea"), loan_id=loan.pk, told=Condition.LOST)
    assert home.SOON_BACK not in asked(cast)
    assert nightly.run(clock.now()) == {"borrowers reminded": 0}


def test_the_night_reminds_once_for_each_day_that_was_agreed(cast: Cast) -> None:
    today = clock.today()
    loan = lent(cast, due_on=today + 3 * A_DAY)
    lent(cast, badge(cast), due_on=today + 4 * A_DAY)
    returned(cast, lent(cast, badge(cast, label="Terug"), due_on=today))
    Message.objects.all().delete()

    assert nightly.run(clock.now()) == {"borrowers reminded": 1}
    assert nightly.run(clock.now()) == {"borrowers reminded": 0}
    message = Message.objects.get()
    assert (message.user, message.url) == (cast.bea.user, cast.url("mine/lent/"))

    loans.change_loan(actor=cast.actor("amal"), loan_id=loan.pk, due_on=today + 2 * A_DAY, note="")
    assert nightly.run(clock.now()) == {"borrowers reminded": 1}


def test_the_home_asks_in_at_most_a_query_a_kind(cast: Cast) -> None:
    lent(cast, laptop(cast), due_on=clock.today())
    found = home.asks(cast.actor("bea"), "volunteer", now=clock.now())
    assert [ask.url for ask in found] == [cast.url("mine/lent/")] * 2
    assert home.asks(cast.actor("bea"), "participant", now=clock.now()) == []


def test_two_taps_tell_the_same_news_once(cast: Cast) -> None:
    loan, volunteer = lent(cast), cast.actor("bea")
    for _tap in range(2):
        loans.tell_news(actor=volunteer, loan_id=loan.pk, told=Condition.LOST, words=WORDS)
    assert Message.objects.filter(user=cast.amal.user).count() == 1
    loans.tell_news(actor=volunteer, loan_id=loan.pk, told=Condition.LOST, words="Gevonden!")
    assert Message.objects.filter(user=cast.amal.user).count() == 2


def test_the_night_writes_to_nobody_who_stopped_or_died(cast: Cast) -> None:
    lent(cast, due_on=clock.today())
    VolunteerProfile.objects.filter(person=bea(cast)).update(status=VolunteerProfile.Status.FORMER)
    assert nightly.run(clock.now()) == {"borrowers reminded": 0}

    VolunteerProfile.objects.filter(person=bea(cast)).update(status=VolunteerProfile.Status.ACTIVE)
    reason = own_wish(cast).reasons.first()
    assert reason is not None
    type(reason).objects.filter(pk=reason.pk).update(code=Reason.DIED)
    assert nightly.run(clock.now()) == {"borrowers reminded": 0}


def test_what_was_written_at_the_end_is_read_by_who_had_it(cast: Cast) -> None:
    loan = returned(cast, lent(cast), note="Met dank, het scherm is hersteld.")
    page = cast.client("bea").get(cast.url("mine/lent/")).content.decode()
    assert "Met dank, het scherm is hersteld." in page
    assert cast.url(f"mine/lent/{loan.pk}/receipt.pdf") in page
