"""What people ask of the desk."""

from datetime import UTC, date, datetime

import pytest

from naast.core.attention import Urgency
from naast.organisations.actors import Actor
from naast.people import attention, services
from naast.people.inputs import HatTerms
from naast.people.models import VolunteerProfile
from tests.conftest import Cast
from tests.factories import VolunteerFactory

TERMS = HatTerms("Iets teruggeven", "Eén keer per week", date(2026, 1, 10))


def kinds(actor: Actor, month: int, day: int) -> list[str]:
    now = datetime(2026, month, day, 12, tzinfo=UTC)
    return [item.kind for item in attention.items(actor, now=now)]


@pytest.mark.covers("S1-251")
def test_a_change_of_hats_is_looked_back_on_after_one_and_three_months(
    cast: Cast, coordinator: Actor, stranger: Actor, volunteer: Actor
) -> None:
    services.put_on_hat(
        actor=coordinator, person_id=cast.person_id("piet"), hat="volunteer", terms=TERMS
    )
    assert kinds(coordinator, 2, 9) == []
    assert kinds(coordinator, 2, 10) == ["people.hat-first-review"]
    assert kinds(coordinator, 3, 1) == []
    assert kinds(coordinator, 4, 10) == ["people.hat-second-review"]
    assert kinds(stranger, 4, 10) == []
    assert kinds(volunteer, 4, 10) == []


@pytest.mark.covers("S3-8")
def test_a_talk_of_more_than_a_year_ago_is_good_to_know(
    cast: Cast, coordinator: Actor, stranger: Actor, django_assert_num_queries: object
) -> None:
    VolunteerProfile.objects.update(last_discussed_on=date(2025, 3, 1))
    VolunteerFactory(organisation=cast.here, last_discussed_on=date(2025, 1, 1), status="former")
    VolunteerFactory(organisation=cast.here)  # never talked: the list, not the desk, tells that
    assert kinds(coordinator, 2, 28) == []
    assert kinds(coordinator, 3, 2) == ["people.talk-again"]
    assert kinds(stranger, 3, 2) == []
    VolunteerFactory(organisation=cast.here, last_discussed_on=date(2025, 1, 1))
    with django_assert_num_queries(2):  # type: ignore[operator]  # a fixture of pytest-django
        items = attention.items(coordinator, now=datetime(2026, 3, 2, tzinfo=UTC))
    assert [item.urgency for item in items] == [Urgency.GOOD_TO_KNOW] * 2
    assert items[0].since < items[1].since
