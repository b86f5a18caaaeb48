"""The last laptop, lent twice at the same moment."""

from functools import partial

import pytest

from naast.core import clock
from naast.lending.inputs import NewLoan
from naast.lending.models import Loan
from naast.lending.services import loans
from naast.lending.services.things import retire_item
from tests.at_once import at_once, refused
from tests.conftest import Cast
from tests.factories import VolunteerFactory
from tests.lending_things import laptop

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def test_two_colleagues_who_lend_the_last_laptop_at_once_lend_it_once(cast: Cast) -> None:
    item = laptop(cast)
    people = [VolunteerFactory(organisation=cast.here).person for _each in range(2)]
    lend = [
        partial(
            loans.lend,
            actor=cast.actor("amal"),
            new=NewLoan(item_id=item.pk, person_id=person.pk, since_on=clock.today()),
        )
        for person in people
    ]
    assert refused(at_once(*lend)) == 1
    assert Loan.objects.count() == 1


def test_what_is_retired_at_that_moment_is_not_lent_or_not_retired(cast: Cast) -> None:
    item, amal = laptop(cast), cast.actor("amal")
    new = NewLoan(item_id=item.pk, person_id=cast.person_id("bea"), since_on=clock.today())
    results = at_once(
        partial(loans.lend, actor=amal, new=new), partial(retire_item, actor=amal, item_id=item.pk)
    )
    assert refused(results) == 1
    item.refresh_from_db()
    assert Loan.objects.exists() is (item.retired_on is None)
