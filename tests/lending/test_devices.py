"""What holds for own phones and laptops (S3-27)."""

import pytest

from naast.core.errors import Incomplete, NotAllowed
from naast.lending.models import OwnDevices
from naast.lending.queries import things as queries
from naast.lending.services.things import set_own_devices
from naast.programmes.models import Programme
from tests.conftest import Cast
from tests.factories import EngagementFactory, ProgrammeFactory
from tests.lending_things import bea

WHY = "Bij iemand thuis kijken we naar elkaar."
NEVER = OwnDevices.Rule.NEVER


def ruled(cast: Cast, programme: Programme, rule: str = NEVER) -> OwnDevices:
    """Amal says what holds."""
    return set_own_devices(
        actor=cast.actor("amal"), programme_id=programme.pk, rule=rule, why=f" {WHY} "
    )


@pytest.mark.covers("S3-27")
def test_a_volunteer_reads_the_rule_of_their_own_programmes(cast: Cast) -> None:
    mine, other = (ProgrammeFactory(organisation=cast.here) for _each in range(2))
    EngagementFactory(organisation=cast.here, person=bea(cast), programme=mine)
    ruled(cast, mine)
    ruled(cast, other)

    said = list(queries.my_rules(cast.actor("bea")))

    assert [(each.programme, each.rule, each.why) for each in said] == [(mine, NEVER, WHY)]
    client = cast.client("bea")
    assert WHY in client.get(cast.url("mine/lent/")).content.decode()
    assert WHY in client.get(cast.url(f"programmes/{mine.pk}/")).content.decode()


def test_the_last_word_holds(cast: Cast) -> None:
    programme = ProgrammeFactory(organisation=cast.here)
    ruled(cast, programme)
    ruled(cast, programme, OwnDevices.Rule.ASK)
    assert OwnDevices.objects.get().rule == OwnDevices.Rule.ASK


@pytest.mark.parametrize("name", ["bea", "nele", "piet"])
def test_only_a_coordinator_says_what_holds(cast: Cast, name: str) -> None:
    programme = ProgrammeFactory(organisation=cast.here)
    with pytest.raises(NotAllowed):
        set_own_devices(actor=cast.actor(name), programme_id=programme.pk, rule=NEVER)
    assert not queries.rules(cast.actor(name)).exists()


def test_another_house_finds_no_programme(cast: Cast) -> None:
    programme = ProgrammeFactory(organisation=cast.here)
    with pytest.raises(Programme.DoesNotExist):
        set_own_devices(actor=cast.actor("chris"), programme_id=programme.pk, rule=NEVER)
    ruled(cast, programme)
    assert queries.rule_of(cast.actor("chris"), programme.pk) is None


def test_a_rule_that_is_none_is_asked_again(cast: Cast) -> None:
    with pytest.raises(Incomplete) as refused:
        ruled(cast, ProgrammeFactory(organisation=cast.here), "sometimes")
    assert set(refused.value.fields) == {"rule"}


def test_the_list_leaves_out_what_is_closed(cast: Cast) -> None:
    running = ProgrammeFactory(organisation=cast.here)
    ProgrammeFactory(organisation=cast.here, status=Programme.Status.CLOSED)
    assert list(queries.rules(cast.actor("amal"))) == [running]


def test_the_rule_of_a_programme_that_is_not_open_yet_is_read_by_coordinators_alone(
    cast: Cast,
) -> None:
    programme = ProgrammeFactory(organisation=cast.here)
    ruled(cast, programme)
    assert queries.rule_of(cast.actor("bea"), programme.pk) is not None
    Programme.objects.update(status=Programme.Status.DRAFT)
    assert queries.rule_of(cast.actor("bea"), programme.pk) is None
    assert queries.rule_of(cast.actor("amal"), programme.pk) is not None
