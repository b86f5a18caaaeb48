"""The board: the stages of the path beside each other, each with its count and who comes first."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import Count, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from naast.core import clock
from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.programmes.models import Programme, StageKind
from naast.programmes.path import path_of
from naast.recruitment.models import Application, Waits
from naast.recruitment.policies import applications as policies
from naast.recruitment.states import SILENCE_DAYS, Status

FIRST = 8


@dataclass(frozen=True, slots=True)
class Line:
    """One candidate as the board and the list show them."""

    application: Application
    owes: str
    is_late: bool
    quiet: str


@dataclass(frozen=True, slots=True)
class Column:
    """One stage: how many stand there, the first by due day, and the list for the rest."""

    kind: str
    label: Text
    count: int
    lines: list[Line]
    url: str

    @property
    def rest(self) -> int:
        """How many more the list shows."""
        return self.count - len(self.lines)


def line_of(application: Application, *, today: date) -> Line:
    """What there is to say about a candidate in one line."""
    silent = (today - application.touched_on).days
    is_open = application.status == Status.OPEN
    quiet = ""
    if is_open and silent > SILENCE_DAYS:
        quiet = ngettext(
            "no contact for %(count)s day", "no contact for %(count)s days", silent
        ) % {"count": silent}
    return Line(
        application,
        owes_words(application) if is_open else "",
        is_open and application.waits_for == Waits.US and application.due_on < today,
        quiet,
    )


def owes_words(application: Application) -> str:
    """Who owes the next step, in a few words."""
    return {
        Waits.US: _("Up to us"),
        Waits.CANDIDATE: _("Up to the candidate"),
        Waits.NOBODY: "",
    }[Waits(application.waits_for)]


def board(actor: Actor, programme: Programme | None) -> list[Column]:
    """The columns of one programme, or of all in the usual order: two queries, however many there are."""
    rows = policies.visible_to(actor).filter(status=Status.OPEN)
    if programme is not None:
        rows = rows.filter(programme=programme)
    counts: dict[str, int] = dict(
        rows.order_by().values("stage").annotate(number=Count("id")).values_list("stage", "number")
    )
    labels = _labels(programme, counts)
    lines: dict[str, list[Line]] = {kind: [] for kind in labels}
    for application in _first_of_each(rows, [kind for kind in labels if counts.get(kind)]):
        lines[application.stage].append(line_of(application, today=clock.today()))
    return [
        Column(kind, label, counts.get(kind, 0), lines[kind], _list_url(actor, kind, programme))
        for kind, label in labels.items()
    ]


def _labels(programme: Programme | None, counts: dict[str, int]) -> dict[str, Text]:
    """The stages to show. One that was switched off while somebody stands there shows as well."""
    if programme is None:
        return {kind.value: kind.label for kind in StageKind}
    labels: dict[str, Text] = {stage.kind.value: stage.label for stage in path_of(programme)}
    return labels | {kind: StageKind(kind).label for kind in counts if kind not in labels}


def _first_of_each(rows: Any, kinds: list[str]) -> list[Application]:
    """The first of each stage by due day; each part walks the index and stops after a few."""
    if not kinds:
        return []
    among = Q()
    for kind in kinds:
        of_it = rows.filter(stage=kind).order_by("due_on", "id")
        among |= Q(pk__in=of_it.values("pk")[:FIRST])
    found: list[Application] = list(
        Application.objects.filter(among).select_related("programme").order_by("due_on", "id")
    )
    return found


def _list_url(actor: Actor, kind: str, programme: Programme | None) -> str:
    chosen = {"stage": kind}
    if programme is not None:
        chosen["programme"] = str(programme.pk)
    return f"{actor.url('recruitment:applications')}?{urlencode(chosen)}"


def programme_of(actor: Actor, programme_id: UUID | None) -> Programme | None:
    """The programme whose path the board shows, or None for all."""
    if programme_id is None:
        return None
    here = Programme.objects.filter(organisation_id=actor.organisation_id)
    return here.prefetch_related("pathstages").filter(pk=programme_id).first()
