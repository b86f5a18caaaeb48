"""The funnel: how many came, how far, where people stop and why, how long it takes. Counted in the
database over journeys, which know no names; small numbers hidden (S1-245, S1-246)."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Count, DurationField, ExpressionWrapper, F, Q, QuerySet
from django.db.models.functions import TruncMonth
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.programmes.models import PathStage, StageKind
from naast.programmes.path import USUAL
from naast.recruitment import small_numbers
from naast.recruitment.models import Journey, Passage, StopReason
from naast.recruitment.policies import applications as policies
from naast.recruitment.small_numbers import Cell

K = TypeVar("K")
CHANNEL, PROGRAMME, MONTH = "channel", "programme", "month"
# How far somebody came: reached this stage, or a later one of the list.
FAR = (StageKind.FIRST_TALK, StageKind.TRIAL)


@dataclass(frozen=True, slots=True)
class Row:
    """One channel, programme or month: how many came, how far they came. None: fewer than five."""

    label: Text
    came: Cell
    talked: Cell
    tried: Cell
    started: Cell
    still_there: Cell


@dataclass(frozen=True, slots=True)
class Funnel:
    """The rows of a year, and all of it together."""

    rows: list[Row]
    total: Row
    largest: int


@dataclass(frozen=True, slots=True)
class Stops:
    """Where people stopped and why: a cell a stage and reason. None: fewer than five."""

    reasons: list[Text]
    rows: list[tuple[Text, Cell, list[Cell]]]
    totals: list[Cell]
    total: Cell
    # Of one programme there are no sums: beside those of the house they would tell too much.
    has_sums: bool = True


@dataclass(frozen=True, slots=True)
class LeadTime:
    """How many days a stage takes, beside the advice. `middle` and `average` None: too few to say."""

    label: Text
    middle: int | None
    average: int | None
    least_days: int
    most_days: int

    @property
    def word(self) -> Text:
        """How it stands to the advice, in words."""
        if self.middle is None:
            return ""
        if self.middle > self.most_days:
            return _("slower than advised: people drop out")
        if self.middle < self.least_days:
            return _("quicker than advised: people may leave soon")
        return _("as advised")


def journeys(actor: Actor, year: int) -> QuerySet[Journey]:
    """The journeys that began in this year. Raises NotAllowed."""
    policies.can_read_figures(actor).require()
    return Journey.objects.filter(organisation_id=actor.organisation_id, came_on__year=year)


def years(actor: Actor) -> list[int]:
    """The years in which somebody came, newest first. Raises NotAllowed."""
    policies.can_read_figures(actor).require()
    here = Journey.objects.filter(organisation_id=actor.organisation_id)
    return sorted({day.year for day in here.dates("came_on", "year")}, reverse=True)


def programmes(actor: Actor, *, year: int) -> list[tuple[UUID, str]]:
    """The programmes in which somebody came this year, by name; one query."""
    found = journeys(actor, year).order_by("programme__name", "programme_id")
    return list(found.values_list("programme_id", "programme__name").distinct())


def funnel(actor: Actor, *, year: int, by: str) -> Funnel:
    """How many came and how far, by channel, programme or month; one query."""
    rows = list(_counted(journeys(actor, year), by))
    numbers = [[row[name] for name in _COUNTS] for row in rows]
    totals = [sum(column) for column in zip(*numbers, strict=True)] if numbers else [0] * 5
    cells = small_numbers.hide(numbers, by_row=False, by_column=True)
    labels = [_label(row["group"], by) for row in rows]
    return Funnel(
        rows=[Row(label, *line) for label, line in zip(labels, cells, strict=True)],
        total=Row(_("Together"), *(small_numbers.shown(number) for number in totals)),
        largest=max((cell for line in cells for cell in line[:1] if cell), default=1),
    )


_COUNTS = ("came", "talked", "tried", "started", "still_there")


def _counted(rows: QuerySet[Journey], by: str) -> Iterable[Mapping[str, Any]]:
    groups = {
        CHANNEL: F("channel__name"),
        PROGRAMME: F("programme__name"),
        MONTH: TruncMonth("came_on"),
    }
    talked, tried = (Q(passages__kind=kind) for kind in FAR)
    return (
        rows.annotate(group=groups[by])
        .values("group")
        .order_by("group")
        .annotate(
            came=Count("id", distinct=True),
            talked=Count("id", filter=talked, distinct=True),
            tried=Count("id", filter=tried, distinct=True),
            started=Count("id", filter=Q(started_on__isnull=False), distinct=True),
            still_there=Count("id", filter=Q(is_still_there=True), distinct=True),
        )
    )


def _label(group: object, by: str) -> Text:
    if by == MONTH and isinstance(group, date):
        return date_format(group, "F Y")
    return str(group) if group else _("Not known")


def stops(actor: Actor, *, year: int, programme_id: UUID | None = None) -> Stops:
    """In which stage people stopped, and why, in the house or in one programme; one query."""
    counted = (
        journeys(actor, year)
        .filter(stopped_on__isnull=False)
        .order_by()
        .values_list("programme_id", "stage", "stop_reason")
        .annotate(number=Count("id"))
    )
    by_programme: dict[UUID, Counter[tuple[str, str]]] = {}
    for programme, stage, reason, number in counted:
        by_programme.setdefault(programme, Counter())[stage, reason] = number
    house = _stops_of_house(sum(by_programme.values(), Counter()))
    return house.table if programme_id is None else _stops_of_one(house, by_programme, programme_id)


@dataclass(frozen=True, slots=True)
class _House:
    """The table of the house, with what is needed to say which cell of a programme may be shown."""

    table: Stops
    places: list[list[tuple[str, str]]]


def _stops_of_one(
    house: _House, by_programme: Mapping[UUID, Mapping[tuple[str, str], int]], chosen: UUID
) -> Stops:
    """The same table for one programme. The programmes together are the house: a cell is hidden where it is
    in the house, and where another programme could be found by subtracting."""
    flat = [place for row in house.places for place in row]
    shown = _shown_of(by_programme, chosen, flat)
    own = dict(zip(flat, shown, strict=True))
    rows: list[tuple[Text, Cell, list[Cell]]] = [
        (
            label,
            None,
            [
                None if cell is None else own[place]
                for cell, place in zip(cells, places, strict=True)
            ],
        )
        for (label, _total, cells), places in zip(house.table.rows, house.places, strict=True)
    ]
    return Stops(house.table.reasons, rows, [], None, has_sums=False)


def _shown_of(
    by_programme: Mapping[UUID, Mapping[K, int]], chosen: UUID, places: Sequence[K]
) -> list[Cell]:
    """The numbers of one programme in these places. The order is the same whichever is chosen: so is what
    is hidden."""
    order = sorted({*by_programme, chosen})
    numbers = [[by_programme.get(each, {}).get(place, 0) for place in places] for each in order]
    return small_numbers.hide(numbers, by_row=False, by_column=True)[order.index(chosen)]


def _stops_of_house(found: Mapping[tuple[str, str], int]) -> _House:
    kinds = [kind for kind in StageKind if any(stage == kind for stage, _reason in found)]
    reasons = [each for each in StopReason if any(reason == each for _stage, reason in found)]
    numbers = [[found.get((kind.value, each.value), 0) for each in reasons] for kind in kinds]
    cells = small_numbers.hide(numbers, by_row=True, by_column=True)
    by_stage = [[sum(row)] for row in numbers]
    by_reason = [sum(column) for column in zip(*numbers, strict=True)]
    table = Stops(
        reasons=[each.label for each in reasons],
        rows=[
            (kind.label, total[0], row)
            for kind, row, total in zip(
                kinds,
                cells,
                small_numbers.hide(by_stage, by_row=False, by_column=True),
                strict=True,
            )
        ],
        totals=small_numbers.hide([by_reason], by_row=True, by_column=False)[0],
        total=small_numbers.shown(sum(sum(row) for row in numbers)),
    )
    return _House(table, [[(kind.value, each.value) for each in reasons] for kind in kinds])


def lead_times(actor: Actor, *, year: int, programme_id: UUID | None = None) -> list[LeadTime]:
    """How long each stage takes beside the advice, and from the first day to the start, in the house or in
    one programme; three queries. The advice is that of the programmes where they agree, otherwise the
    usual one."""
    advice = _advice(actor, programme_id)
    stages = _days(
        Passage.objects.filter(journey__in=journeys(actor, year), left_on__isnull=False),
        ("kind", "journey__programme_id"),
        F("left_on") - F("entered_on"),
    )
    started = _days(
        journeys(actor, year).filter(started_on__isnull=False),
        ("organisation_id", "programme_id"),
        F("started_on") - F("came_on"),
    )
    found = [
        _lead_time(kind.label, _chosen(stages[kind.value], programme_id), advice[kind])
        for kind in StageKind
        if kind.value in stages
    ]
    whole = (
        sum(least for least, _most in advice.values()),
        sum(most for _least, most in advice.values()),
    )
    label = _("From the first day to the start")
    to_start = (_lead_time(label, _chosen(it, programme_id), whole) for it in started.values())
    return [*found, *to_start]


def _chosen(by_programme: Mapping[UUID, Counter[int]], chosen: UUID | None) -> Counter[int]:
    """The days of the house, or of one programme: none where those of another programme could be found by
    setting the two beside each other."""
    if chosen is None:
        return sum(by_programme.values(), Counter())
    if chosen not in by_programme:
        return Counter()
    numbers = {each: {"number": days.total()} for each, days in by_programme.items()}
    may_show = _shown_of(numbers, chosen, ["number"]) != [None]
    return by_programme[chosen] if may_show else Counter()


def _advice(actor: Actor, programme_id: UUID | None) -> dict[StageKind, tuple[int, int]]:
    lines = PathStage.objects.filter(organisation_id=actor.organisation_id, is_on=True)
    if programme_id is not None:
        lines = lines.filter(programme_id=programme_id)
    own: dict[str, set[tuple[int, int]]] = {}
    for kind, least, most in (
        lines.order_by().values_list("kind", "least_days", "most_days").distinct()
    ):
        own.setdefault(kind, set()).add((least, most))
    return {
        kind: next(iter(own[kind.value]))
        if len(own.get(kind.value, ())) == 1
        else (usual.least_days, usual.most_days)
        for kind, usual in USUAL.items()
    }


def _days(
    rows: QuerySet[Any], by: tuple[str, str], took: Any
) -> dict[Any, dict[UUID, Counter[int]]]:
    """Group → programme → {days: how many took so long}: the middle one can be read from it without a row a
    person."""
    length = ExpressionWrapper(took, output_field=DurationField())
    counted = (
        rows.order_by().annotate(took=length).values_list(*by, "took").annotate(number=Count("id"))
    )
    found: dict[Any, dict[UUID, Counter[int]]] = {}
    for name, programme, length_of, number in counted:
        days = length_of.days if isinstance(length_of, timedelta) else int(length_of)
        found.setdefault(name, {}).setdefault(programme, Counter())[days] = number
    return found


def _lead_time(label: Text, days: Mapping[int, int], advice: tuple[int, int]) -> LeadTime:
    number = sum(days.values())
    if number < small_numbers.LEAST:
        return LeadTime(label, None, None, *advice)
    average = round(sum(day * count for day, count in days.items()) / number)
    return LeadTime(label, _middle(days, number), average, *advice)


def _middle(days: Mapping[int, int], number: int) -> int:
    """The one in the middle when all stand in a row from short to long."""
    passed = 0
    for day in sorted(days):
        passed += days[day]
        if passed * 2 >= number:
            return day
    return 0
