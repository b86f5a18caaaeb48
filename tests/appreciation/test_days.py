"""Birthdays and years here: only of who likes it, and an age is told to nobody."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from naast.appreciation import attention
from naast.appreciation.models import DaysToRemember
from naast.appreciation.queries.days import Occasion, coming, next_time
from naast.core import clock
from naast.people.models import Person, VolunteerProfile
from tests.conftest import Cast
from tests.factories import VolunteerFactory

DAYS = st.dates(min_value=date(1920, 1, 1), max_value=date(2030, 12, 31))


@given(DAYS, DAYS)
def test_the_next_time_is_within_a_year_and_on_that_day(day: date, today: date) -> None:
    there = next_time(day, today)

    assert today <= there <= today + timedelta(days=366)
    assert (there.month, there.day) in {(day.month, day.day), (2, 28)}


def _somebody(cast: Cast, *, born: date, since: date, **likes: bool) -> Person:
    profile = VolunteerFactory(
        organisation=cast.here, since_on=since, status=VolunteerProfile.Status.ACTIVE
    )
    person: Person = profile.person
    Person.objects.filter(pk=person.pk).update(birth_on=born)
    DaysToRemember.objects.create(organisation=cast.here, person=person, **likes)
    return person


@pytest.mark.covers("S1-123")
@pytest.mark.django_db
def test_only_days_that_may_be_remembered_stand_there(cast: Cast) -> None:
    today = clock.today()
    born, since = (today + timedelta(days=3)).replace(year=1950), today.replace(year=today.year - 3)
    birthday = _somebody(cast, born=born, since=date(2020, 1, 31), birthday=True)
    years = _somebody(cast, born=born, since=since, anniversary=True)
    _somebody(cast, born=born, since=since)

    found = coming(cast.actor("amal"), today=today)

    assert {(each.person.pk, each.occasion, each.years) for each in found} == {
        (birthday.pk, Occasion.BIRTHDAY, 0),
        (years.pk, Occasion.ANNIVERSARY, 3),
    }
    items = attention.items(cast.actor("amal"), now=clock.now())
    assert {item.subject_id for item in items} == {birthday.pk, years.pk}
    assert not any("1950" in item.headline for item in items)
    assert coming(cast.actor("nele"), today=today) == []
    assert coming(cast.actor("chris"), today=today) == []


@pytest.mark.django_db
def test_who_begins_today_has_no_anniversary(cast: Cast) -> None:
    _somebody(cast, born=date(1950, 1, 1), since=clock.today(), anniversary=True)

    assert coming(cast.actor("amal"), today=clock.today()) == []
