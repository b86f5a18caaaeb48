"""Fields that nobody uses are found, decided about, and looked at once a year."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.accountability import attention
from naast.accountability.queries import usage
from naast.accountability.services import papers as services
from naast.core import clock
from naast.core.errors import Incomplete, NotAllowed
from naast.organisations.models import Organisation
from naast.people.models import VolunteerProfile
from tests.conftest import Cast
from tests.factories import VolunteerFactory

LIMITS = "people.VolunteerProfile.own_limits"
MOTIVES = "people.VolunteerProfile.motives"


def many(cast: Cast, count: int = 39) -> None:
    """With Bea forty volunteers, two of whom told their limits; one told their motives."""
    for number in range(count):
        VolunteerFactory(
            organisation=cast.here,
            own_limits="Geen trappen." if number < 2 else "",
            motives="Iets teruggeven." if number < 1 else "",
        )


@pytest.mark.covers("S4-31")
def test_a_field_that_fewer_than_five_in_a_hundred_fill_in_is_advised_to_be_left_out(
    cast: Cast,
) -> None:
    many(cast)
    groups = usage.usage_of(cast.actor("amal"))
    uses = {use.code: use for group in groups for use in group.fields}
    assert (uses[LIMITS].filled, uses[LIMITS].people, uses[LIMITS].percent) == (2, 40, 5)
    assert (uses[MOTIVES].filled, uses[MOTIVES].percent) == (1, 2)
    codes = {use.code for use in usage.hardly_used(groups)}
    assert MOTIVES in codes
    assert LIMITS not in codes  # five in a hundred is not fewer than five


def test_with_few_people_there_is_no_advice(cast: Cast) -> None:
    many(cast, 10)
    assert usage.hardly_used(usage.usage_of(cast.actor("amal"))) == []


def test_lists_and_other_houses_count_as_they_should(cast: Cast) -> None:
    many(cast)
    VolunteerFactory(organisation=cast.elsewhere, motives="Elders.")
    VolunteerProfile.objects.filter(person_id=cast.person_id("bea")).update(allergies=["katten"])
    use = usage.use_named(cast.actor("amal"), "people.VolunteerProfile.allergies")
    assert use is not None
    assert (use.filled, use.people) == (1, 40)


def test_a_decision_takes_a_field_off_the_list_and_keeping_it_needs_a_reason(cast: Cast) -> None:
    many(cast)
    actor = cast.actor("amal")
    with pytest.raises(Incomplete):
        services.decide_field(actor=actor, field=MOTIVES, decision="keep", why="")
    services.decide_field(
        actor=actor, field=MOTIVES, decision="keep", why="Voor het eerste gesprek."
    )
    assert MOTIVES not in {use.code for use in usage.hardly_used(usage.usage_of(actor))}
    with pytest.raises(KeyError):
        services.decide_field(actor=actor, field="people.Person.id", decision="keep", why="x")
    with pytest.raises(NotAllowed):
        services.decide_field(actor=cast.actor("bea"), field=MOTIVES, decision="keep", why="x")


def test_the_page_names_nobody_and_costs_one_query_for_each_table(cast: Cast) -> None:
    many(cast, 1)
    amal, costs = cast.client("amal"), []
    for _round in range(2):
        with CaptureQueriesContext(connection) as made:
            page = amal.get(cast.url("privacy/shown/fields/"))
        costs.append(len(made))
        many(cast, 3)
    assert costs[0] == costs[1] <= 12
    assert "Buddy" not in page.content.decode()


@pytest.mark.covers("S4-26")
def test_once_a_year_the_list_is_gone_through(cast: Cast) -> None:
    actor, now = cast.actor("amal"), clock.now()

    def is_asked() -> bool:
        found = attention.items(actor, now=now)
        return "fields-clean-up" in {item.kind for item in found}

    assert not is_asked()  # a new house
    Organisation.objects.filter(pk=cast.here.pk).update(created_at=now - timedelta(days=400))
    assert is_asked()
    answer = cast.client("amal").post(cast.url("privacy/shown/fields/done/"))
    assert answer.status_code == 303
    assert not is_asked()
