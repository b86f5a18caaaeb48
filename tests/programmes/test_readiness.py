"""Can this person start here? Computed from conditions, kind, coach and who is on call."""

from datetime import date, timedelta

import pytest

from naast.core import clock
from naast.core.errors import DomainError
from naast.organisations.actors import Actor
from naast.programmes import queries, services
from naast.programmes.evidence import Known
from naast.programmes.models import Engagement, EntryCondition, Kind, OnCallLine, Programme
from naast.programmes.presets import preset_named
from naast.programmes.readiness import Item, is_ready, missing, readiness
from naast.programmes.services import Answers
from tests.conftest import Cast
from tests.factories import EngagementFactory

YES = Answers(
    is_unpaid=True,
    is_free_choice=True,
    is_for_others=True,
    is_outside_family=True,
    is_not_also_employed=True,
)


@pytest.fixture
def ward(coordinator: Actor) -> Programme:
    """A ward with numbers filled in; its training may come later."""
    made = services.create_programme(actor=coordinator, preset=preset_named("ward"), language="nl")
    OnCallLine.objects.filter(programme=made).update(phone="0470 00 00 00")
    return made


@pytest.fixture
def engagement(cast: Cast, ward: Programme) -> Engagement:
    return EngagementFactory(organisation=cast.here, programme=ward)


def items_of(actor: Actor, engagement: Engagement) -> list[Item]:
    found = queries.get_engagement(actor, engagement.pk)
    assert found is not None
    return queries.readiness_of([found])[found.pk]


def meet_all(actor: Actor, engagement: Engagement) -> None:
    for condition in EntryCondition.objects.filter(
        programme=engagement.programme, is_required=True
    ):
        services.meet_condition(
            actor=actor,
            engagement_id=engagement.pk,
            condition_id=condition.pk,
            day=date(2026, 2, 3),
        )


@pytest.mark.covers("S0-45")
def test_somebody_is_ready_when_all_that_is_required_is_in_place(
    coordinator: Actor, engagement: Engagement
) -> None:
    before = items_of(coordinator, engagement)
    assert not is_ready(before)
    assert all(item.who for item in missing(before))

    meet_all(coordinator, engagement)
    services.test_engagement(actor=coordinator, engagement_id=engagement.pk, answers=YES)

    after = items_of(coordinator, engagement)
    assert is_ready(after)
    own = [item for item in after if item.condition_id]
    assert [item.code for item in own if not item.in_place] == ["training"]
    assert {item.since for item in own if item.in_place} == {date(2026, 2, 3)}


@pytest.mark.covers("S1-42")
def test_without_the_five_questions_nobody_starts(
    coordinator: Actor, engagement: Engagement
) -> None:
    meet_all(coordinator, engagement)
    assert [item.code for item in missing(items_of(coordinator, engagement))] == ["test"]


def test_a_condition_that_was_not_met_after_all_is_missing_again(
    coordinator: Actor, engagement: Engagement
) -> None:
    meet_all(coordinator, engagement)
    condition = EntryCondition.objects.get(programme=engagement.programme, kind="agreement")

    services.undo_condition(
        actor=coordinator, engagement_id=engagement.pk, condition_id=condition.pk
    )

    assert "agreement" in [item.code for item in missing(items_of(coordinator, engagement))]


def test_a_condition_is_not_met_in_the_future(coordinator: Actor, engagement: Engagement) -> None:
    condition = EntryCondition.objects.filter(programme=engagement.programme)[0]
    with pytest.raises(DomainError):
        services.meet_condition(
            actor=coordinator,
            engagement_id=engagement.pk,
            condition_id=condition.pk,
            day=clock.today() + timedelta(days=1),
        )


def test_a_condition_of_another_programme_is_not_met_here(
    coordinator: Actor, engagement: Engagement
) -> None:
    other = services.create_programme(
        actor=coordinator, preset=preset_named("buddy"), language="nl"
    )
    condition = EntryCondition.objects.filter(programme=other)[0]
    with pytest.raises(EntryCondition.DoesNotExist):
        services.meet_condition(
            actor=coordinator,
            engagement_id=engagement.pk,
            condition_id=condition.pk,
            day=clock.today(),
        )


def test_who_does_not_take_part_has_everything_to_do(coordinator: Actor, ward: Programme) -> None:
    programme = queries.get_programme(coordinator, ward.pk)
    assert programme is not None

    lacking = missing(readiness(programme, None, Known(today=clock.today())))

    assert [item.code for item in lacking[:2]] == ["engagement", "test"]


def test_who_left_does_not_take_part(coordinator: Actor, engagement: Engagement) -> None:
    services.end_engagement(actor=coordinator, engagement_id=engagement.pk, day=clock.today())
    assert missing(items_of(coordinator, engagement))[0].code == "engagement"


@pytest.mark.covers("S1-82")
def test_a_guided_path_is_ready_only_when_it_says_who_steers_and_until_when(
    coordinator: Actor, engagement: Engagement
) -> None:
    meet_all(coordinator, engagement)
    Engagement.objects.filter(pk=engagement.pk).update(kind=Kind.GUIDED, steered_by="Dienst")
    assert [item.code for item in missing(items_of(coordinator, engagement))] == ["terms"]

    Engagement.objects.filter(pk=engagement.pk).update(until_on=date(2026, 12, 31))
    assert is_ready(items_of(coordinator, engagement))


def test_no_coach_or_no_number_at_night_stops_the_start(
    coordinator: Actor, engagement: Engagement
) -> None:
    meet_all(coordinator, engagement)
    services.test_engagement(actor=coordinator, engagement_id=engagement.pk, answers=YES)
    Programme.objects.filter(pk=engagement.programme_id).update(coach=None)
    OnCallLine.objects.filter(programme=engagement.programme, position=1).update(phone="")

    assert [item.code for item in missing(items_of(coordinator, engagement))] == [
        "coach",
        "on_call",
    ]
