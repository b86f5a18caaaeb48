"""The work of a programme: basic care, whose place a task takes, who does which sort of work, the catalogue."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from naast.core import clock
from naast.core.errors import NotAllowed
from naast.programmes.errors import BasicCareStays
from naast.programmes.models import Programme, Task
from naast.programmes.services import save_part
from naast.shifting.catalogue import IncompleteEntry, entries, read
from naast.shifting.errors import AnswersMissing
from naast.shifting.inputs import OwnWork, Place
from naast.shifting.models import PlaceCheck, QuarterLook, StaffTask, TaskKind, TaskSheet
from naast.shifting.quarters import Quarter
from naast.shifting.queries import work as queries
from naast.shifting.services import work as services
from tests.conftest import Cast
from tests.factories import ProgrammeFactory
from tests.shifts import PlaceCheckFactory, StaffTaskFactory, TeamTalkFactory, task_of


@pytest.fixture
def programme(cast: Cast) -> Programme:
    made: Programme = ProgrammeFactory(organisation=cast.here)
    return made


def shown(cast: Cast, programme: Programme) -> queries.WorkPage:
    found = queries.get_programme(cast.actor("amal"), programme.pk)
    assert found is not None
    return queries.work_page(cast.actor("amal"), found, day=clock.today())


@pytest.mark.covers("S1-172")
def test_basic_care_is_never_a_task_of_volunteers_alone(cast: Cast, programme: Programme) -> None:
    task = programme.tasks.get()
    values: dict[str, object] = {"is_basic_care": True}
    with pytest.raises(BasicCareStays):
        save_part(
            actor=cast.actor("amal"),
            programme_id=programme.pk,
            kind="tasks",
            values=values,
            line_id=task.pk,
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        Task.objects.filter(pk=task.pk).update(is_basic_care=True)
    values |= {"who": "together"}
    save_part(
        actor=cast.actor("amal"),
        programme_id=programme.pk,
        kind="tasks",
        values=values,
        line_id=task.pk,
    )
    task.refresh_from_db()
    assert task.is_basic_care


def test_the_form_of_a_task_shows_why_basic_care_stays(cast: Cast, programme: Programme) -> None:
    task = programme.tasks.get()
    path = f"programmes/{programme.pk}/lines/tasks/{task.pk}/"
    data = {"name": "Eten geven", "who": "volunteer", "is_basic_care": "on"}
    response = cast.client("amal").post(cast.url(path), data)
    assert response.status_code == 422
    assert response.context["form"].non_field_errors()


@pytest.mark.covers("S1-8", "S3-15")
@pytest.mark.parametrize(
    ("place", "missing"),
    [
        (Place("no", ""), {"what_it_adds"}),
        (Place("partly", "Tijd"), {"why_not_now"}),
        (Place("yes", "Tijd"), {"why_not_now", "agreed_with", "agreed_on"}),
        (Place("yes", "Tijd", "Ploeg gestopt", "Team"), {"agreed_on"}),
        (Place("no", "Tijd", agreed_on=date(2999, 1, 1)), {"agreed_on"}),
    ],
)
def test_what_paid_staff_did_asks_why_and_the_agreement_of_the_team(
    cast: Cast, programme: Programme, place: Place, missing: set[str]
) -> None:
    with pytest.raises(AnswersMissing) as refused:
        services.check_place(actor=cast.actor("amal"), task=programme.tasks.get(), place=place)
    assert set(refused.value.fields) == missing


@pytest.mark.covers("S3-15")
def test_the_database_keeps_no_substitution_without_agreement(programme: Programme) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        PlaceCheckFactory(programme=programme, before=PlaceCheck.Before.YES)


@pytest.mark.covers("S1-177", "S1-8")
def test_the_question_comes_for_every_task_of_volunteers_and_again_after_a_year(
    cast: Cast, programme: Programme
) -> None:
    amal, today = cast.actor("amal"), clock.today()
    ProgrammeFactory(organisation=cast.elsewhere)
    assert list(queries.unasked(amal, today)) == [programme]
    place = Place("no", "Tijd om te wandelen")
    services.check_place(actor=amal, task=programme.tasks.get(), place=place)
    assert not queries.unasked(amal, today).exists()
    assert queries.unasked(amal, today + timedelta(days=366)).exists()
    task_of(programme, "Strijken")
    assert [line.is_due for line in shown(cast, programme).lines] == [False, True]
    assert queries.unasked(amal, today).exists()
    assert not queries.unasked(cast.actor("nele"), today).exists()


def test_a_task_that_goes_stays_in_the_list_of_the_year(cast: Cast, programme: Programme) -> None:
    check = PlaceCheckFactory(programme=programme)
    PlaceCheckFactory(programme=ProgrammeFactory(organisation=cast.elsewhere))
    programme.tasks.all().delete()
    (row,) = queries.yearly_list(cast.actor("amal"), clock.today().year)
    assert (row.pk, row.task_name, row.task_id) == (check.pk, "Samen wandelen", None)
    assert not queries.yearly_list(cast.actor("amal"), clock.today().year - 1).exists()


@pytest.mark.covers("S1-109")
def test_the_same_task_of_paid_and_unpaid_people_is_seen_unless_it_is_done_together(
    cast: Cast, programme: Programme
) -> None:
    task_of(programme, "Koffie", who="together")
    for name in ("samen WANDELEN", "Koffie", "Overleg"):
        StaffTaskFactory(programme=programme, told_by=cast.nele, name=name)
    assert shown(cast, programme).same == ["Samen wandelen"]


@pytest.mark.covers("S1-90", "S1-132")
def test_kinds_of_work_show_what_each_side_does_without_names_or_figures(
    cast: Cast, programme: Programme
) -> None:
    walking = programme.tasks.get()
    TaskSheet.objects.create(organisation=cast.here, task=walking, kind=TaskKind.RELATIONAL)
    task_of(programme, "Koffie")
    for name, kind in (("Gesprek", "relational"), ("Verslag", "administrative")):
        StaffTaskFactory(programme=programme, told_by=cast.nele, name=name, kind=kind)
    kinds = shown(cast, programme).kinds
    assert [(each.volunteers, each.professionals) for each in kinds] == [
        (["Samen wandelen"], ["Gesprek"]),
        ([], ["Verslag"]),
        (["Koffie"], []),
    ]
    page = cast.client("amal").get(cast.url(f"alongside/shifts/team/{programme.pk}/"))
    assert "Gesprek" in page.content.decode()
    assert "Nele" not in page.content.decode()


@pytest.mark.covers("S1-90")
def test_a_team_is_asked_to_talk_once_a_year_when_professionals_told(
    cast: Cast, programme: Programme
) -> None:
    amal, today = cast.actor("amal"), clock.today()
    assert not queries.not_talked(amal, today).exists()
    StaffTaskFactory(programme=programme, told_by=cast.nele)
    assert list(queries.not_talked(amal, today)) == [programme]
    services.hold_talk(
        actor=amal, programme_id=programme.pk, talked_on=today, with_whom="Team", agreed="Delen"
    )
    assert not queries.not_talked(amal, today).exists()
    assert queries.not_talked(amal, today + timedelta(days=366)).exists()
    with pytest.raises(AnswersMissing):
        services.hold_talk(
            actor=amal,
            programme_id=programme.pk,
            talked_on=today + timedelta(days=1),
            with_whom="Team",
            agreed="Delen",
        )


def test_what_a_professional_tells_replaces_their_last_list_and_nobody_elses(
    cast: Cast, programme: Programme
) -> None:
    StaffTaskFactory(programme=programme, told_by=cast.amal, name="Overleg")
    task = programme.tasks.get()
    TaskSheet.objects.create(organisation=cast.here, task=task, kind=TaskKind.RELATIONAL)
    nele = cast.actor("nele")
    own = [("Dossier", "administrative"), ("", "care")]
    for _time in range(2):
        services.tell_own_work(actor=nele, programme=programme, work=OwnWork([str(task.pk)], own))
    told = StaffTask.objects.filter(told_by=cast.nele).order_by("name")
    assert list(told.values_list("name", "kind", "task_id")) == [
        ("Dossier", "administrative", None),
        ("Samen wandelen", "relational", task.pk),
    ]
    assert StaffTask.objects.filter(told_by=cast.amal).count() == 1
    with pytest.raises(NotAllowed):
        services.tell_own_work(actor=cast.actor("bea"), programme=programme, work=OwnWork([], []))


def test_a_quarter_is_looked_at_once_and_its_note_may_change(
    cast: Cast, programme: Programme
) -> None:
    amal, quarter = cast.actor("amal"), Quarter.of(clock.today()).previous
    for note in ("Veel strijken.", "Strijken besproken."):
        services.look_at_quarter(actor=amal, programme_id=programme.pk, quarter=quarter, note=note)
    assert QuarterLook.objects.get().note == "Strijken besproken."
    with pytest.raises(AnswersMissing):
        services.look_at_quarter(
            actor=amal, programme_id=programme.pk, quarter=Quarter(2999, 1), note=""
        )


@pytest.mark.covers("S1-4", "S3-5")
def test_a_task_holds_its_surroundings_and_what_it_asks(cast: Cast, programme: Programme) -> None:
    task, amal = programme.tasks.get(), cast.actor("amal")
    values = {
        "place": "Afdeling 2",
        "team": "Dagploeg",
        "who_is_near": "Een verpleegkundige",
        "bustle": "busy",
        "company": "together",
        "complexity": 3,
    }
    services.save_sheet(actor=amal, task=task, values=values)
    sheet = TaskSheet.objects.get(task=task)
    assert {name: getattr(sheet, name) for name in values} == values
    with pytest.raises(KeyError):
        services.save_sheet(actor=amal, task=task, values={"organisation": None})
    with pytest.raises(Programme.DoesNotExist):
        services.save_sheet(actor=cast.actor("chris"), task=task, values=values)


@pytest.mark.covers("S0-9")
def test_the_catalogue_has_each_task_with_limits_and_preparation_in_three_languages() -> None:
    found = entries()
    assert {"sitting-in", "papers", "shop", "library", "hospital", "home-visits"} <= set(found)
    for entry in found.values():
        for language in ("nl", "fr", "en"):
            assert entry.said("limits", language)
            assert entry.said("preparation", language)
    row = {"slug": "x", "kind": "care", "complexity": 1, "who": "together", "bustle": "quiet"}
    with pytest.raises(IncompleteEntry):
        read({**row, "company": "alone", "name": {"nl": "x"}, "what": {}})


@pytest.mark.covers("S1-74", "S0-9")
def test_a_task_is_taken_whole_or_as_a_smaller_piece_with_somebody_near(
    cast: Cast, programme: Programme
) -> None:
    entry, amal = entries()["sitting-in"], cast.actor("amal")

    def take(*, is_lighter: bool = False) -> TaskSheet:
        task = services.take_from_catalogue(
            actor=amal,
            programme_id=programme.pk,
            entry=entry,
            language="nl",
            is_lighter=is_lighter,
        )
        assert task.name == entry.name_for("nl", is_lighter=is_lighter)
        return TaskSheet.objects.get(task=task)

    whole, lighter = take(), take(is_lighter=True)
    assert (whole.complexity, whole.is_lighter) == (3, False)
    assert (lighter.complexity, lighter.company) == (1, "together")
    assert lighter.who_is_near == entry.lighter["who_is_near"]["nl"]
    with pytest.raises(AnswersMissing):
        take()


@pytest.mark.covers("S1-182")
def test_the_work_page_asks_for_the_four_lines_until_they_are_there(
    cast: Cast, programme: Programme
) -> None:
    assert not shown(cast, programme).says_its_value
    for name in queries.VALUES:
        setattr(programme, name, "Iets moois.")
    programme.save()
    assert shown(cast, programme).says_its_value


def test_the_work_page_costs_the_same_for_one_and_three_of_everything(
    cast: Cast, programme: Programme
) -> None:
    def add(number: int) -> None:
        task = task_of(programme, f"Taak {number}")
        PlaceCheckFactory(programme=programme, task=task)
        StaffTaskFactory(programme=programme, told_by=cast.nele, name=f"Werk {number}")
        TeamTalkFactory(programme=programme)

    def cost() -> int:
        client = cast.client("amal")
        with CaptureQueriesContext(connection) as captured:
            client.get(cast.url(f"alongside/shifts/team/{programme.pk}/"))
        return len(captured)

    add(1)
    one = cost()
    add(2)
    add(3)
    assert cost() == one
