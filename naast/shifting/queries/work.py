"""Reads about the work of programmes. Every function starts from what the actor may see."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from dateutil.relativedelta import relativedelta
from django.db.models import Exists, OuterRef, QuerySet

from naast.companionship.models import Match
from naast.companionship.states import LIVING_STATES
from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.programmes import policies as programme_policies
from naast.programmes.models import Programme, Task
from naast.shifting.complexity import hints
from naast.shifting.models import (
    PlaceCheck,
    QuarterLook,
    StaffTask,
    TaskKind,
    TaskSheet,
    TeamTalk,
)
from naast.shifting.policies import work as policies
from naast.shifting.quarters import Quarter
from naast.shifting.queries.comparison import OURS, Beside, beside, by_place, comparison
from naast.shifting.queries.shifts import agreed_of, shifts_by_key
from naast.shifting.words import key_of

EVERY = relativedelta(months=12)
TALKS_SHOWN = 5
VALUES = ("value_participant", "value_volunteer", "value_professional", "value_organisation")
# Everything that concerns who may do a task; the rest is never done by volunteers.
WITH_VOLUNTEERS = tuple(OURS)


def running(actor: Actor) -> QuerySet[Programme]:
    """The running programmes a coordinator looks after; nothing for anybody else."""
    rows = programme_policies.visible_to(actor).filter(status=Programme.Status.ACTIVE)
    return rows if actor.is_coordinator else rows.none()


def get_programme(actor: Actor, programme_id: UUID) -> Programme | None:
    """A programme whose work this coordinator looks at; None for anything else."""
    rows = (
        programme_policies.visible_to(actor) if actor.is_coordinator else Programme.objects.none()
    )
    return rows.prefetch_related("tasks__sheet", "entryconditions").filter(pk=programme_id).first()


def get_task(actor: Actor, programme_id: UUID, task_id: UUID) -> Task | None:
    """A task of such a programme, with its sheet; None for anything else."""
    programme = get_programme(actor, programme_id)
    tasks = programme.tasks.all() if programme else ()
    return next((task for task in tasks if task.pk == task_id), None)


def sheet_of(task: Task) -> TaskSheet:
    """What is written of a task; an empty one when nothing is."""
    return getattr(task, "sheet", None) or TaskSheet(task=task)


def unasked(actor: Actor, day: date) -> QuerySet[Programme]:
    """Running programmes with a task of volunteers of which nobody asked in the last year whether it takes the
    place of paid work (S1-177)."""
    recent = PlaceCheck.objects.filter(task=OuterRef("pk"), asked_on__gt=day - EVERY)
    tasks = Task.objects.filter(~Exists(recent), programme=OuterRef("pk"), who__in=WITH_VOLUNTEERS)
    return running(actor).filter(Exists(tasks))


def not_looked_at(actor: Actor, quarter: Quarter) -> QuerySet[Programme]:
    """Running programmes with matches in which nobody laid agreed and logged of a quarter beside each other."""
    looks = QuarterLook.objects.filter(programme=OuterRef("pk"), quarter_on=quarter.starts_on)
    matches = Match.objects.filter(
        programme=OuterRef("pk"), state__in=LIVING_STATES, started_on__lte=quarter.ends_on
    )
    return running(actor).filter(~Exists(looks), Exists(matches))


def not_talked(actor: Actor, day: date) -> QuerySet[Programme]:
    """Running programmes where professionals told what they do, and whose team didn't talk about the division of
    the kinds of work for a year (S1-90)."""
    talks = TeamTalk.objects.filter(programme=OuterRef("pk"), talked_on__gt=day - EVERY)
    told = StaffTask.objects.filter(programme=OuterRef("pk"))
    return running(actor).filter(Exists(told), ~Exists(talks))


@dataclass(frozen=True, slots=True)
class TaskLine:
    """One task of volunteers on the page of a programme's work."""

    task: Task
    sheet: TaskSheet
    check: PlaceCheck | None
    is_due: bool


@dataclass(frozen=True, slots=True)
class KindOfWork:
    """One kind of work: what volunteers do of it, and what professionals do. Lists of tasks, no numbers."""

    label: Text
    volunteers: list[str]
    professionals: list[str]


@dataclass(frozen=True, slots=True)
class WorkPage:
    """The work of one programme."""

    programme: Programme
    lines: list[TaskLine]
    kinds: list[KindOfWork]
    same: list[str]
    talks: list[TeamTalk]
    looks: list[QuarterLook]
    hints: list[Text]
    says_its_value: bool


def work_page(actor: Actor, programme: Programme, *, day: date) -> WorkPage:
    """Read the work of a programme; a constant number of queries."""
    tasks = list(programme.tasks.all())
    ours = [task for task in tasks if task.who in OURS]
    checks = _newest_checks(actor, programme)
    told = list(StaffTask.objects.filter(programme=programme))
    sheets = {task.pk: sheet_of(task) for task in tasks}
    return WorkPage(
        programme=programme,
        lines=[
            TaskLine(task, sheets[task.pk], check, check is None or check.asked_on <= day - EVERY)
            for task in ours
            for check in [checks.get(task.pk)]
        ],
        kinds=kinds_of_work(ours, sheets, told),
        same=same_names(ours, told),
        talks=list(TeamTalk.objects.filter(programme=programme)[:TALKS_SHOWN]),
        looks=list(QuarterLook.objects.filter(programme=programme)[:TALKS_SHOWN]),
        hints=hints(programme, (sheets[task.pk].complexity for task in ours)),
        says_its_value=all(getattr(programme, name).strip() for name in VALUES),
    )


def _newest_checks(actor: Actor, programme: Programme) -> dict[UUID, PlaceCheck]:
    found: dict[UUID, PlaceCheck] = {}
    for check in policies.checks_visible_to(actor).filter(programme=programme):
        if check.task_id:
            found.setdefault(check.task_id, check)
    return found


def same_names(ours: Iterable[Task], told: Iterable[StaffTask]) -> list[str]:
    """Tasks that paid and unpaid people both do in this programme: what stands as «volunteer» alone, not what
    was meant to be done together (S1-109). Pure."""
    paid = {each.key for each in told}
    return [
        task.name for task in ours if task.who == Task.Who.VOLUNTEER and key_of(task.name) in paid
    ]


def kinds_of_work(
    ours: Iterable[Task], sheets: dict[UUID, TaskSheet], told: Iterable[StaffTask]
) -> list[KindOfWork]:
    """Each kind of work with what volunteers and professionals do of it, in the order of TaskKind and without
    a figure (S1-90, S1-132). Pure."""
    volunteers: dict[str, list[str]] = defaultdict(list)
    professionals: dict[str, dict[str, str]] = defaultdict(dict)
    for task in ours:
        volunteers[sheets[task.pk].kind].append(task.name)
    for each in told:
        professionals[each.kind].setdefault(each.key, each.name)
    labels: list[tuple[str, Text]] = [*TaskKind.choices, ("", "")]
    return [
        KindOfWork(label, volunteers[kind], list(professionals[kind].values()))
        for kind, label in labels
        if volunteers[kind] or professionals[kind]
    ]


def quarter_of_programmes(actor: Actor, quarter: Quarter) -> list[tuple[Programme, Beside, bool]]:
    """Agreed and logged of a quarter for each running programme, and whether somebody looked. Five queries, one
    of them over the visits."""
    logged = by_place(comparison(actor.organisation_id, quarter))
    looked = set(
        QuarterLook.objects.filter(
            organisation_id=actor.organisation_id, quarter_on=quarter.starts_on
        ).values_list("programme_id", flat=True)
    )
    return [
        (each, beside(logged[each.pk], each.tasks.all()), each.pk in looked)
        for each in running(actor).prefetch_related("tasks")
    ]


def quarter_of_programme(actor: Actor, programme: Programme, quarter: Quarter) -> Beside:
    """Agreed and logged of one programme."""
    logged = by_place(comparison(actor.organisation_id, quarter))
    return beside(logged[programme.pk], programme.tasks.all())


def matches_in(programme: Programme, quarter: Quarter) -> QuerySet[Match]:
    """The matches that lived in this quarter and still do."""
    return Match.objects.filter(
        programme=programme, state__in=LIVING_STATES, started_on__lte=quarter.ends_on
    ).select_related("volunteer", "participant")


def quarter_of_matches(
    actor: Actor, programme: Programme, matches: list[Match], quarter: Quarter
) -> list[tuple[Match, Beside]]:
    """Agreed and logged for each of these matches: three queries for a whole page of them."""
    ids = [match.pk for match in matches]
    logged = by_place(comparison(actor.organisation_id, quarter, match_ids=ids))
    besides, shifts = agreed_of(ids), shifts_by_key(ids)
    tasks = list(programme.tasks.all())
    found = []
    for match in matches:
        shown = beside(logged[match.pk], tasks, besides[match.pk])
        for each in shown.outside:
            shift = shifts.get((match.pk, each.key))
            if shift is not None:
                each.shift_id, each.first_on = shift.pk, min(shift.first_on, each.first_on)
        found.append((match, shown))
    return found


def yearly_list(actor: Actor, year: int) -> QuerySet[PlaceCheck]:
    """What was asked and agreed in a year, for the works council: by programme and task."""
    rows = policies.checks_visible_to(actor).filter(asked_on__year=year)
    return rows.select_related("programme").order_by("programme__name", "task_name", "-asked_on")


def year_before(actor: Actor, year: int) -> int | None:
    """The last year before this one in which something was asked; None when there is none."""
    rows = policies.checks_visible_to(actor).filter(asked_on__year__lt=year)
    last = rows.order_by("-asked_on").values_list("asked_on", flat=True).first()
    return last.year if last else None


def own_work(actor: Actor) -> dict[UUID, list[StaffTask]]:
    """What a professional told of their own work, by programme."""
    found: dict[UUID, list[StaffTask]] = defaultdict(list)
    for each in policies.own_tasks(actor):
        found[each.programme_id].append(each)
    return found


def changeable(actor: Actor) -> QuerySet[Programme]:
    """The programmes into which a coordinator can take a task: running ones and drafts."""
    rows = programme_policies.visible_to(actor).exclude(status=Programme.Status.CLOSED)
    return rows.order_by("name") if actor.is_coordinator else rows.none()
