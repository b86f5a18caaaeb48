"""Reads about shifts. Every function starts from what the actor may see."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Count, F, Max, Min, QuerySet

from naast.accounts.models import User
from naast.companionship.models import Match, Visit
from naast.companionship.policies import matches as match_policies
from naast.companionship.states import LIVING_STATES
from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.programmes.models import Task
from naast.shifting.models import AgreedTask, ShiftAnswers, ShiftStep, ShiftView, TaskShift
from naast.shifting.policies import shifts as policies
from naast.shifting.queries.comparison import OURS
from naast.shifting.states import OPEN, TAKEN
from naast.shifting.words import key_of, things_in

# How far back «how often» looks.
SEEN_IN = timedelta(days=91)
PEOPLE = ("match__volunteer__user", "match__participant", "match__programme__coordinator__user")


def with_people(shifts: QuerySet[TaskShift]) -> QuerySet[TaskShift]:
    """The two people and the programme in the same query."""
    return shifts.select_related(*PEOPLE, "match__coach__user", "match__professional__user")


def get_shift(actor: Actor, shift_id: UUID) -> TaskShift | None:
    """One shift this actor may know of, with its people; None for anything else."""
    return with_people(policies.visible_to(actor)).filter(pk=shift_id).first()


def lock_shift(actor: Actor, shift_id: UUID) -> TaskShift:
    """The shift, locked until the transaction ends. Raises TaskShift.DoesNotExist."""
    found = with_people(policies.visible_to(actor))
    return found.select_for_update(of=("self",), no_key=True).get(pk=shift_id)


def to_settle(actor: Actor) -> QuerySet[TaskShift]:
    """Open shifts of living matches."""
    return policies.visible_to(actor).filter(state__in=OPEN, match__state__in=LIVING_STATES)


def listed(actor: Actor, *, is_open: bool) -> QuerySet[TaskShift]:
    """The list: what is to settle, or everything that was settled."""
    shifts = to_settle(actor) if is_open else policies.visible_to(actor).exclude(state__in=OPEN)
    return with_people(shifts)


def to_look_back_on(actor: Actor, day: date) -> QuerySet[TaskShift]:
    """Settled three months ago, in a match that still lives, and nobody looked back."""
    return policies.visible_to(actor).filter(
        look_back_on__lte=day, looked_back_on__isnull=True, match__state__in=LIVING_STATES
    )


def get_match(actor: Actor, match_id: UUID) -> Match | None:
    """A match of the coordinator's organisation, with its people."""
    found = match_policies.visible_to(actor) if actor.is_coordinator else Match.objects.none()
    return found.select_related("volunteer", "participant", "programme").filter(pk=match_id).first()


def agreed_words(match: Match) -> list[str]:
    """What was agreed for this match on top of the package, in words: one query."""
    return list(match.agreed_tasks.filter(ended_on__isnull=True).values_list("words", flat=True))


def package_keys(match: Match) -> set[str]:
    """Everything that is agreed for this match, as it is compared. Two queries."""
    tasks = Task.objects.filter(programme_id=match.programme_id, who__in=OURS)
    names = tasks.values_list("name", flat=True)
    return {key_of(words) for words in (*names, *agreed_words(match))}


@dataclass(slots=True)
class Told:
    """How often something was told of lately in a match, and since when."""

    words: str
    times: int
    first_on: date
    last_on: date


def told_of(match_ids: Collection[UUID], since: date) -> dict[tuple[UUID, str], Told]:
    """(match, key) → how often it was told of since this day. One grouped query."""
    rows = (
        Visit.objects.filter(match_id__in=match_ids, visited_on__gte=since)
        .exclude(other_activity="")
        .order_by()
        .values_list("match_id", "other_activity")
        .annotate(times=Count("pk"), first=Min("visited_on"), last=Max("visited_on"))
    )
    found: dict[tuple[UUID, str], Told] = {}
    for match_id, said, times, first, last in rows:
        for words in things_in(said):
            told = found.setdefault((match_id, key_of(words)), Told(words, 0, first, last))
            told.times += times
            told.first_on, told.last_on = min(told.first_on, first), max(told.last_on, last)
    return found


def times_of(shifts: Iterable[TaskShift], since: date) -> dict[UUID, int]:
    """shift → how often it was told of since this day. One query."""
    rows = list(shifts)
    told = told_of({shift.match_id for shift in rows}, since)
    nothing = Told("", 0, since, since)
    return {shift.pk: told.get((shift.match_id, shift.key), nothing).times for shift in rows}


@dataclass(frozen=True, slots=True)
class ShiftPage:
    """Everything about one shift."""

    shift: TaskShift
    times: int
    answers: ShiftAnswers | None
    views: list[ShiftView]
    history: list[tuple[datetime, str]]


def shift_page(shift: TaskShift, *, day: date) -> ShiftPage:
    """Read one shift; a constant number of queries."""
    answers = ShiftAnswers.objects.filter(shift=shift).first()
    return ShiftPage(
        shift=shift,
        times=times_of([shift], day - SEEN_IN)[shift.pk],
        answers=answers,
        views=list(shift.views.all()),
        history=_history(list(shift.steps.all())),
    )


def _history(steps: list[ShiftStep]) -> list[tuple[datetime, str]]:
    users = {step.user_id for step in steps if step.user_id}
    names = dict(User.objects.filter(pk__in=users).values_list("pk", "name"))
    words: dict[str, Text] = dict(TAKEN)
    lines = []
    for step in reversed(steps):
        sentence = str(words.get(step.name, step.name))
        if step.user_id in names:
            sentence += f" · {names[step.user_id]}"
        lines.append((step.created_at, f"{sentence}: {step.note}" if step.note else sentence))
    return lines


@dataclass(frozen=True, slots=True)
class OwnPackage:
    """What somebody reads of one match: the package, what was agreed besides, and what is being settled."""

    match: Match
    tasks: list[Task]
    besides: list[AgreedTask]
    shifts: list[TaskShift]


def own_packages(actor: Actor) -> list[OwnPackage]:
    """The matches of this volunteer or professional with their agreed tasks. Four queries."""
    matches = list(
        policies.matches_of(actor)
        .select_related("programme", "participant", "volunteer")
        .order_by("participant__given_name", "pk")[:50]
    )
    ids = [match.pk for match in matches]
    tasks: dict[UUID, list[Task]] = defaultdict(list)
    of_programmes = {match.programme_id for match in matches}
    for task in Task.objects.filter(programme_id__in=of_programmes, who__in=OURS):
        tasks[task.programme_id].append(task)
    besides: dict[UUID, list[AgreedTask]] = defaultdict(list)
    for agreed in AgreedTask.objects.filter(match_id__in=ids, ended_on__isnull=True):
        besides[agreed.match_id].append(agreed)
    shifts: dict[UUID, list[TaskShift]] = defaultdict(list)
    for shift in TaskShift.objects.filter(match_id__in=ids).order_by(F("state_since").desc()):
        shifts[shift.match_id].append(shift)
    return [
        OwnPackage(each, tasks[each.programme_id], besides[each.pk], shifts[each.pk])
        for each in matches
    ]


def agreed_of(match_ids: Collection[UUID]) -> dict[UUID, list[str]]:
    """match → what was agreed on top of the package, in words. One query."""
    found: dict[UUID, list[str]] = defaultdict(list)
    rows = AgreedTask.objects.filter(match_id__in=match_ids, ended_on__isnull=True)
    for match_id, words in rows.values_list("match_id", "words"):
        found[match_id].append(words)
    return found


def shifts_by_key(match_ids: Collection[UUID]) -> dict[tuple[UUID, str], TaskShift]:
    """(match, key) → what was noticed. One query."""
    rows = TaskShift.objects.filter(match_id__in=match_ids)
    return {(shift.match_id, shift.key): shift for shift in rows}
