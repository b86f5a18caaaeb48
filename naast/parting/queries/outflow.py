"""Why volunteers left, a year at a time: growing on first, small numbers hidden, no names (S1-267, S1-276)."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q

from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.parting.models import Parting, PartingReason
from naast.parting.outflow import FEWEST_ANSWERS, Line, shown
from naast.parting.queries.partings import left_without_talk
from naast.parting.states import GROWN_ON, Better, PartingState, Reason
from naast.people.models import VolunteerProfile


@dataclass(frozen=True, slots=True)
class Outflow:
    """One year: how many left, how many of them grew on, the reasons, what could be better (empty below ten
    answers), and with how many nobody talked. None: between one and four."""

    year: int
    left: int | None
    grown: int | None
    reasons: list[Line]
    better: list[Line]
    without_talk: int


def outflow_of(actor: Actor, year: int) -> Outflow:
    """Read one year; a constant number of queries, counted in the database."""
    parted = Parting.objects.filter(
        organisation_id=actor.organisation_id, state=PartingState.PARTED, closed_on__year=year
    )
    reasons = PartingReason.objects.filter(
        organisation_id=actor.organisation_id, parting__in=parted.values("pk")
    ).order_by()
    counted = dict(reasons.values_list("code").annotate(number=Count("id")))
    grown = reasons.filter(code__in=GROWN_ON).values("parting_id").distinct().count()
    gone = Q(status=VolunteerProfile.Status.FORMER, left_on__year=year)
    # Who came back since did leave that year.
    said_goodbye = Q(person_id__in=parted.values("person_id"))
    here = VolunteerProfile.objects.filter(organisation_id=actor.organisation_id)
    left = here.filter(gone | said_goodbye).count()
    return Outflow(
        year=year,
        left=shown(left),
        grown=shown(grown),
        reasons=_lines(counted),
        better=_better(parted.exclude(better=[]).values_list("better", flat=True)),
        without_talk=left_without_talk(actor, year=year).count(),
    )


def _lines(counted: dict[str, int]) -> list[Line]:
    """Growing on first, then the others by how often; who died is no reason to leave."""
    grown = [(reason, counted.get(reason, 0)) for reason in GROWN_ON]
    rest = sorted(
        ((each, counted.get(each, 0)) for each in Reason if each not in (*GROWN_ON, Reason.DIED)),
        key=lambda pair: -pair[1],
    )
    return [
        Line(reason.label, shown(number), is_growth=reason in GROWN_ON)
        for reason, number in (*grown, *rest)
        if number
    ]


def _better(answers: Iterable[list[str]]) -> list[Line]:
    """What could be better, only when ten people or more said something; nobody's words stand here."""
    rows = list(answers)
    if len(rows) < FEWEST_ANSWERS:
        return []
    labels: list[tuple[Text, int]] = [
        (theme.label, sum(theme.value in row for row in rows)) for theme in Better
    ]
    ordered = sorted(labels, key=lambda pair: -pair[1])
    return [Line(label, shown(number)) for label, number in ordered if number]
