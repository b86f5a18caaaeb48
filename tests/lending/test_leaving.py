"""What somebody still has when they say goodbye."""

from datetime import timedelta

import pytest

from naast.core import clock
from naast.lending.models import Loan
from naast.lending.queries import loans as queries
from naast.lending.services import loans
from naast.lending.states import Condition
from naast.parting.queries.ties import ties_of
from tests.conftest import Cast
from tests.leaving import own_wish
from tests.lending_things import badge, bea, laptop, lent, returned
from tests.parting.test_goodbye import leave


def leaving(cast: Cast) -> list[Loan]:
    """What Amal sees of who leaves."""
    return list(queries.of_leavers(cast.actor("amal")))


def test_what_must_come_back_stands_at_the_goodbye_and_keeps_nobody(cast: Cast) -> None:
    loan = lent(cast, badge(cast))
    returned(cast, lent(cast, laptop(cast)))
    parting = own_wish(cast)

    ((words, url),) = ties_of(cast.actor("amal"), bea(cast)).belongings
    assert "Badge 12" in words
    assert url == cast.url(f"alongside/lent/loans/{loan.pk}/")
    page = cast.client("amal").get(cast.url(f"alongside/parting/volunteers/{parting.pk}/goodbye/"))
    assert url in page.content.decode()

    leave(cast, parting)
    assert leaving(cast) == [loan]


@pytest.mark.covers("S3-27")
def test_it_is_asked_back_from_the_first_word_of_a_goodbye_until_it_came(cast: Cast) -> None:
    loan = lent(cast)
    assert leaving(cast) == []

    own_wish(cast)
    assert leaving(cast) == [loan]

    returned(cast, loan)
    assert leaving(cast) == []


def test_what_is_late_stands_in_one_list_alone(cast: Cast) -> None:
    today, amal = clock.today(), cast.actor("amal")
    loan = lent(cast, since_on=today - timedelta(days=9), due_on=today - timedelta(days=1))
    assert list(queries.overdue(amal, day=today)) == [loan]
    own_wish(cast)
    assert list(queries.overdue(amal, day=today)) == []
    assert leaving(cast) == [loan]
    assert list(queries.must_come_back(amal, day=today)) == [loan]


def test_who_left_can_still_be_taken_from(cast: Cast) -> None:
    loan = lent(cast)
    leave(cast, own_wish(cast))
    assert returned(cast, loan, Condition.LOST, is_wiped=False).condition == Condition.LOST


def test_nobody_else_sees_what_must_come_back(cast: Cast) -> None:
    loan = lent(cast)
    loans.tell_news(actor=cast.actor("bea"), loan_id=loan.pk, told=Condition.LOST)
    own_wish(cast)
    for name in ("bea", "nele", "chris"):
        actor = cast.actor(name)
        assert not queries.must_come_back(actor, day=clock.today()).exists()
        assert not queries.told(actor).exists()
        assert ties_of(actor, bea(cast)).belongings == []
