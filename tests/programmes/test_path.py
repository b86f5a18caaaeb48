"""The way to a start: which stages, in which order, for how long, and how much of it a programme uses."""

from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.audit.models import Event
from naast.core.errors import NotAllowed
from naast.organisations.actors import Actor
from naast.programmes import leaflet, queries, services
from naast.programmes import path as paths
from naast.programmes.errors import AdviceOutOfOrder, StageStays
from naast.programmes.models import PathStage, Programme, Selection, StageKind
from naast.programmes.presets import preset_named, presets
from tests.conftest import Cast
from tests.factories import ProgrammeFactory

NOBODY = "01890000-0000-7000-8000-000000000000"
K = StageKind


@pytest.fixture
def circle(coordinator: Actor) -> Programme:
    """A programme that uses all nine stages."""
    return services.create_programme(
        actor=coordinator, preset=preset_named("circle"), language="nl"
    )


def line_of(programme: Programme, kind: StageKind) -> PathStage:
    return PathStage.objects.get(programme=programme, kind=kind)


def way(programme: Programme) -> list[StageKind]:
    """The stages that people go through, in order, as they stand in the database now."""
    now = Programme.objects.get(pk=programme.pk)
    stages = paths.path(now.pathstages.all(), agreement_before_trial=now.agreement_before_trial)
    return [stage.kind for stage in stages]


def on(programme: Programme) -> set[str]:
    lines = PathStage.objects.filter(programme=programme, is_on=True)
    return set(lines.values_list("kind", flat=True))


@pytest.mark.covers("S1-236")
@pytest.mark.parametrize("preset", presets(), ids=lambda preset: preset.slug)
@pytest.mark.django_db
def test_a_new_programme_has_all_nine_stages_and_uses_those_of_its_preset(
    coordinator: Actor, preset: Any
) -> None:
    made = services.create_programme(actor=coordinator, preset=preset, language="fr")

    assert set(made.pathstages.values_list("kind", flat=True)) == set(StageKind)
    assert on(made) == {kind for kind, stage in preset.stages.items() if stage.is_on}
    assert (made.selection, made.agreement_before_trial) == (
        preset.selection,
        preset.agreement_before_trial,
    )
    assert [row.name for row in made.competences.all()] == [
        row.name.in_language("fr") for row in preset.competences
    ]
    assert made.growth_steps == [row.in_language("fr") for row in preset.lists["growth_steps"]]


def test_a_preset_says_how_long_a_stage_takes_in_its_own_words(
    coordinator: Actor, cast: Cast
) -> None:
    ward = services.create_programme(actor=coordinator, preset=preset_named("ward"), language="nl")
    trial = line_of(ward, K.TRIAL)
    assert trial.takes == preset_named("ward").stages[K.TRIAL].texts["takes"].in_language("nl")
    assert (trial.least_days, trial.most_days) == (7, 21)


@pytest.mark.covers("S1-236")
def test_a_stage_is_left_out_and_comes_back(coordinator: Actor, circle: Programme) -> None:
    where: dict[str, Any] = {"actor": coordinator, "programme_id": circle.pk}
    tour = line_of(circle, K.TOUR)

    services.switch_stage(**where, line_id=tour.pk, is_on=False)
    assert K.TOUR not in way(circle)

    services.switch_stage(**where, line_id=tour.pk, is_on=True)
    services.switch_stage(**where, line_id=tour.pk, is_on=True)
    assert way(circle).index(K.TOUR) == 2
    assert Event.objects.filter(kind="programme.stage-switched").count() == 2


@pytest.mark.parametrize("kind", [K.APPLICATION, K.START])
def test_the_application_and_the_start_are_always_there(
    coordinator: Actor, circle: Programme, kind: StageKind
) -> None:
    with pytest.raises(StageStays):
        services.switch_stage(
            actor=coordinator,
            programme_id=circle.pk,
            line_id=line_of(circle, kind).pk,
            is_on=False,
        )


@pytest.mark.covers("S1-236")
def test_stages_change_places_and_the_ends_stay_where_they_are(
    coordinator: Actor, circle: Programme
) -> None:
    def move(kind: StageKind, *, is_up: bool) -> None:
        services.move_stage(
            actor=coordinator,
            programme_id=circle.pk,
            line_id=line_of(circle, kind).pk,
            is_up=is_up,
        )

    move(K.TOUR, is_up=True)
    assert way(circle)[:3] == [K.APPLICATION, K.TOUR, K.FIRST_TALK]

    move(K.TOUR, is_up=True)
    move(K.APPLICATION, is_up=False)
    move(K.START, is_up=True)
    move(K.AGREEMENT, is_up=False)
    assert way(circle)[:2] == [K.APPLICATION, K.TOUR]
    assert way(circle)[-2:] == [K.AGREEMENT, K.START]


@pytest.mark.covers("S1-237")
def test_with_the_switch_the_agreement_comes_before_the_trial_whatever_the_order(
    coordinator: Actor, circle: Programme
) -> None:
    where: dict[str, Any] = {"actor": coordinator, "programme_id": circle.pk}
    assert way(circle).index(K.AGREEMENT) > way(circle).index(K.TRIAL)

    services.choose_selection(
        **where, selection=Selection.FULL, agreement_before_trial=True, switches_stages=False
    )
    assert way(circle).index(K.AGREEMENT) == way(circle).index(K.TRIAL) - 1

    services.move_stage(**where, line_id=line_of(circle, K.TRIAL).pk, is_up=True)
    assert way(circle).index(K.AGREEMENT) < way(circle).index(K.TRIAL)


@pytest.mark.covers("S0-17")
@pytest.mark.parametrize("selection", list(Selection))
def test_a_choice_switches_the_stages_that_belong_to_it_and_says_which(
    coordinator: Actor, circle: Programme, selection: Selection
) -> None:
    before = on(circle)
    switched = services.choose_selection(
        actor=coordinator,
        programme_id=circle.pk,
        selection=selection,
        agreement_before_trial=False,
        switches_stages=True,
    )

    assert on(circle) == paths.STAGES_OF[selection]
    assert len(switched.off) == len(before - paths.STAGES_OF[selection])
    assert switched.on == []
    circle.refresh_from_db()
    assert circle.selection == selection


def test_a_choice_may_leave_the_stages_as_they_are(coordinator: Actor, circle: Programme) -> None:
    before = on(circle)
    switched = services.choose_selection(
        actor=coordinator,
        programme_id=circle.pk,
        selection=Selection.OPEN,
        agreement_before_trial=False,
        switches_stages=False,
    )
    assert (on(circle), switched.on, switched.off) == (before, [], [])


@pytest.mark.covers("S1-246")
def test_days_outside_the_usual_ones_get_a_word_of_advice_and_are_not_refused(
    coordinator: Actor, circle: Programme
) -> None:
    talk, thinking = line_of(circle, K.FIRST_TALK), line_of(circle, K.THINKING)
    where: dict[str, Any] = {"actor": coordinator, "programme_id": circle.pk}

    slow = services.change_stage(**where, line_id=talk.pk, values={"most_days": 30})
    hasty = services.change_stage(**where, line_id=thinking.pk, values={"least_days": 1})
    usual = services.change_stage(
        **where, line_id=talk.pk, values={"most_days": 10, "name": "Babbel"}
    )

    assert paths.advice_on(slow)
    assert paths.advice_on(hasty)
    assert paths.advice_on(slow) != paths.advice_on(hasty)
    assert not paths.advice_on(usual)
    assert usual.label == "Babbel"


def test_the_longest_is_not_shorter_than_the_shortest_and_the_kind_stays(
    coordinator: Actor, circle: Programme
) -> None:
    where: dict[str, Any] = {
        "actor": coordinator,
        "programme_id": circle.pk,
        "line_id": line_of(circle, K.TRIAL).pk,
    }
    with pytest.raises(AdviceOutOfOrder):
        services.change_stage(**where, values={"least_days": 9, "most_days": 3})
    with pytest.raises(KeyError):
        services.change_stage(**where, values={"kind": "tour"})


@pytest.mark.parametrize("who", ["bea", "nele", "piet", "chris"])
def test_only_coordinators_of_this_organisation_arrange_the_way(
    cast: Cast, circle: Programme, who: str
) -> None:
    where: dict[str, Any] = {"actor": cast.actor(who), "programme_id": circle.pk}
    line: dict[str, Any] = {"line_id": line_of(circle, K.TOUR).pk}
    calls: list[Any] = [
        lambda: services.change_stage(**where, **line, values={"name": "x"}),
        lambda: services.switch_stage(**where, **line, is_on=False),
        lambda: services.move_stage(**where, **line, is_up=True),
        lambda: services.choose_selection(
            **where,
            selection=Selection.OPEN,
            agreement_before_trial=False,
            switches_stages=True,
        ),
    ]
    for call in calls:
        with pytest.raises((NotAllowed, Programme.DoesNotExist)):
            call()


def test_a_stage_of_another_programme_is_not_touched(
    cast: Cast, coordinator: Actor, circle: Programme
) -> None:
    other = services.create_programme(actor=coordinator, preset=preset_named("ward"), language="nl")
    where: dict[str, Any] = {
        "actor": coordinator,
        "programme_id": circle.pk,
        "line_id": line_of(other, K.TOUR).pk,
    }
    with pytest.raises(PathStage.DoesNotExist):
        services.change_stage(**where, values={"name": "x"})
    with pytest.raises(PathStage.DoesNotExist):
        services.switch_stage(**where, is_on=False)
    with pytest.raises(PathStage.DoesNotExist):
        services.move_stage(**where, is_up=True)
    amal = cast.client("amal")
    for path in ("", "switch/", "move/"):
        address = cast.url(f"programmes/{circle.pk}/path/{where['line_id']}/{path}")
        assert amal.post(address, {"to": "on"}).status_code == 404


@pytest.mark.covers("S1-236", "S1-237", "S0-17", "S1-246")
def test_a_coordinator_arranges_the_way_on_one_page(cast: Cast, circle: Programme) -> None:
    amal, page = cast.client("amal"), cast.url(f"programmes/{circle.pk}/path/")
    shown = amal.get(page)
    assert [row.stage.kind for row in shown.context["stages"]] == list(StageKind)
    tour = line_of(circle, K.TOUR)

    assert amal.get(f"{page}{tour.pk}/").status_code == 200
    sent = {"name": "Rondleiding", "takes": "", "with_whom": "", "least_days": 0, "most_days": 99}
    assert amal.post(f"{page}{tour.pk}/", sent).status_code == 303
    assert amal.post(f"{page}{tour.pk}/move/", {"to": "up"}).status_code == 303
    assert amal.post(f"{page}{tour.pk}/switch/", {"to": "off"}).status_code == 303

    shown = amal.get(page)
    row = shown.context["stages"][1]
    assert (row.line.pk, row.line.is_on, str(row.stage.label)) == (tour.pk, False, "Rondleiding")
    assert row.advice in shown.content.decode()

    chosen = {"selection": "light", "switches_stages": "on", "agreement_before_trial": "on"}
    answer = amal.post(page, chosen, follow=True)
    assert answer.status_code == 200
    told = [str(message) for message in answer.context["messages"]]
    assert any(str(line_of(circle, K.TRAINING).label) in message for message in told)
    assert on(circle) == paths.STAGES_OF[Selection.LIGHT]


@pytest.mark.parametrize(
    "sent",
    [
        {"least_days": 9, "most_days": 3},
        {"least_days": 0, "most_days": 4000},
        {"least_days": "", "most_days": ""},
        {"least_days": 0, "most_days": 3, "name": "x" * 81},
    ],
)
def test_a_stage_with_impossible_days_is_refused_beside_the_field(
    cast: Cast, circle: Programme, sent: dict[str, Any]
) -> None:
    address = cast.url(f"programmes/{circle.pk}/path/{line_of(circle, K.TOUR).pk}/")
    assert cast.client("amal").post(address, sent).status_code == 422


def test_a_refused_choice_and_a_fixed_stage_are_told_on_the_page(
    cast: Cast, circle: Programme
) -> None:
    amal, page = cast.client("amal"), cast.url(f"programmes/{circle.pk}/path/")
    assert amal.post(page, {"selection": "strict"}).status_code == 422
    start = line_of(circle, K.START)
    assert amal.post(f"{page}{start.pk}/switch/", {"to": "off"}).status_code == 303
    assert K.START in way(circle)
    assert amal.get(f"{page}{NOBODY}/").status_code == 404


def test_a_programme_without_lines_goes_the_usual_way(cast: Cast) -> None:
    bare = ProgrammeFactory(organisation=cast.here)
    assert way(bare) == list(StageKind)
    assert cast.client("amal").get(cast.url(f"programmes/{bare.pk}/path/")).status_code == 200


@pytest.mark.parametrize("selection", list(Selection))
def test_without_lines_as_much_of_the_way_counts_as_the_selection_asks_on_every_page(
    cast: Cast, selection: Selection
) -> None:
    bare = ProgrammeFactory(organisation=cast.here, selection=selection)
    assert {stage.kind for stage in paths.path_of(bare)} == paths.STAGES_OF[selection]
    assert len(leaflet.leaflet(bare).starting) == len(paths.STAGES_OF[selection])


@pytest.mark.covers("S1-236", "S1-240", "S0-18", "S0-40")
@pytest.mark.parametrize("path", ["", "sheet/"])
def test_everybody_reads_how_starting_goes_what_is_asked_and_how_one_grows(
    cast: Cast, circle: Programme, path: str
) -> None:
    services.switch_stage(
        actor=cast.actor("amal"),
        programme_id=circle.pk,
        line_id=line_of(circle, K.TOUR).pk,
        is_on=False,
    )
    answer = cast.client("bea").get(cast.url(f"programmes/{circle.pk}/{path}"))
    page, leaflet = answer.content.decode(), answer.context["leaflet"]

    assert len(leaflet.starting) == len(StageKind) - 1
    for label, words in leaflet.starting:
        assert str(label) in page
        assert words in page
    for asked in circle.competences.all():
        assert asked.name in page
        assert asked.example in page
        rows = leaflet.needed if asked.is_needed else leaflet.welcome
        assert (asked.name, asked.example) in rows
    for step in circle.growth_steps:
        assert step in page
    # Who can join: the youngest age, the check and the training.
    conditions = circle.entryconditions.filter(kind__in=["check", "training"])
    assert len(leaflet.joining) == 1 + conditions.count()
    assert str(circle.minimum_age) in leaflet.joining[0]
    for condition in conditions:
        assert any(condition.name in line for line in leaflet.joining)


def test_the_page_of_the_way_costs_the_same_however_many_lines(
    cast: Cast, circle: Programme
) -> None:
    amal = cast.client("amal")

    def cost(programme: Programme) -> int:
        address = cast.url(f"programmes/{programme.pk}/path/")
        amal.get(address)
        with CaptureQueriesContext(connection) as captured:
            amal.get(address)
        return len(captured)

    one = ProgrammeFactory(organisation=cast.here)
    PathStage.objects.create(organisation=cast.here, programme=one, kind=K.TOUR)
    assert cost(one) == cost(circle) <= 16


def test_programmes_from_before_get_the_usual_way_once(cast: Cast, circle: Programme) -> None:
    """The data step of the migration, run on rows of today: it only adds what is missing."""
    bare = ProgrammeFactory(organisation=cast.here)
    step = import_module("naast.programmes.migrations.0005_usual_path")
    before = list(circle.pathstages.values_list("pk", "position"))

    for _ in range(2):
        step.add_usual_lines(apps, None)

    usual = [
        (line.kind, line.position, line.least_days, line.most_days, line.is_on)
        for line in paths.usual_lines()
    ]
    fields = ("kind", "position", "least_days", "most_days", "is_on")
    assert list(bare.pathstages.values_list(*fields)) == usual
    assert set(bare.pathstages.values_list("organisation_id", flat=True)) == {cast.here.pk}
    assert list(circle.pathstages.values_list("pk", "position")) == before


def test_a_programme_of_elsewhere_is_not_found_by_its_path(cast: Cast, circle: Programme) -> None:
    assert queries.get_programme(cast.actor("chris"), circle.pk) is None
    address = f"/o/{cast.elsewhere.slug}/programmes/{circle.pk}/path/"
    assert cast.client("chris").get(address).status_code == 404
