"""Two people at work on the same programme, or on who takes part, at the same moment."""

import pytest

from naast.core import clock
from naast.organisations.actors import Actor
from naast.people.models import Person
from naast.programmes import services
from naast.programmes.errors import AlreadyTakesPart, EngagementEnded, NameTaken
from naast.programmes.kinds import Terms
from naast.programmes.models import Engagement, EntryCondition, Kind, Programme, StageKind, Task
from naast.programmes.presets import preset_named
from tests.at_once import at_once
from tests.conftest import Cast
from tests.factories import EngagementFactory, ProgrammeFactory

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def programme(cast: Cast) -> Programme:
    return ProgrammeFactory(organisation=cast.here)


def terms(kind: Kind = Kind.VOLUNTEERING) -> Terms:
    return Terms(kind=kind, started_on=clock.today(), steered_by="Het team", until_on=clock.today())


def kinds_of(results: list[object]) -> set[type]:
    return {type(result) for result in results}


def test_two_lines_added_at_once_stand_one_below_the_other(
    programme: Programme, coordinator: Actor
) -> None:
    def add(name: str) -> object:
        return services.save_part(
            actor=coordinator,
            programme_id=programme.pk,
            kind="tasks",
            values={"name": name, "who": Task.Who.VOLUNTEER},
        )

    at_once(lambda: add("Kaarten"), lambda: add("Koken"))
    places = Task.objects.filter(programme=programme).values_list("position", flat=True)
    assert sorted(places) == [0, 1, 2]


def test_two_programmes_get_the_same_name_only_once(cast: Cast, coordinator: Actor) -> None:
    preset = preset_named("buddy")

    def create() -> object:
        return services.create_programme(
            actor=coordinator, preset=preset, language="nl", name="Samen op pad"
        )

    assert kinds_of(at_once(create, create)) == {Programme, NameTaken}


def test_who_is_let_in_twice_at_once_takes_part_once(
    cast: Cast, programme: Programme, coordinator: Actor
) -> None:
    bea = Person.objects.get(pk=cast.person_id("bea"))

    def let_in() -> object:
        return services.engage(actor=coordinator, person=bea, programme=programme, terms=terms())

    assert kinds_of(at_once(let_in, let_in)) == {Engagement, AlreadyTakesPart}
    assert Engagement.objects.count() == 1


def test_two_other_kinds_chosen_at_once_become_one(
    cast: Cast, programme: Programme, coordinator: Actor
) -> None:
    engagement = EngagementFactory(organisation=cast.here, programme=programme)

    def change(kind: Kind) -> object:
        return services.change_kind(
            actor=coordinator, engagement_id=engagement.pk, terms=terms(kind)
        )

    results = at_once(lambda: change(Kind.GUIDED), lambda: change(Kind.CARER))
    assert kinds_of(results) == {Engagement, EngagementEnded}
    assert Engagement.objects.open().count() == 1


def test_two_conditions_met_at_once_are_both_met(
    cast: Cast, programme: Programme, coordinator: Actor
) -> None:
    engagement = EngagementFactory(organisation=cast.here, programme=programme)
    first, second = (
        EntryCondition.objects.create(
            organisation=cast.here, programme=programme, kind=kind, name=kind, position=place
        )
        for place, kind in enumerate((EntryCondition.Kind.SECRECY, EntryCondition.Kind.INSURANCE))
    )

    def meet(condition: EntryCondition) -> object:
        return services.meet_condition(
            actor=coordinator,
            engagement_id=engagement.pk,
            condition_id=condition.pk,
            day=clock.today(),
        )

    at_once(lambda: meet(first), lambda: meet(second))
    engagement.refresh_from_db()
    assert set(engagement.conditions_met) == {str(first.pk), str(second.pk)}


def test_two_stages_moved_at_once_keep_a_place_each(coordinator: Actor) -> None:
    made = services.create_programme(
        actor=coordinator, preset=preset_named("circle"), language="nl"
    )
    lines = {line.kind: line.pk for line in made.pathstages.all()}

    def move(kind: StageKind) -> None:
        services.move_stage(
            actor=coordinator, programme_id=made.pk, line_id=lines[kind], is_up=False
        )

    at_once(lambda: move(StageKind.FIRST_TALK), lambda: move(StageKind.THINKING))

    places = made.pathstages.values_list("position", flat=True)
    assert sorted(places) == list(range(len(StageKind)))
