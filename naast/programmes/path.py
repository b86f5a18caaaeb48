"""The way to a start (pure): its usual stages, the order that counts, and what each one asks (S1-236)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from naast.core.text import Text
from naast.programmes.models import PathStage, Programme, Selection, StageKind


@dataclass(frozen=True, slots=True)
class Usual:
    """How a stage usually goes, until a programme says otherwise. Days are advice (instruments B26)."""

    takes: Text
    with_whom: Text
    least_days: int
    most_days: int

    @property
    def words(self) -> dict[str, Text]:
        """The texts that a programme may say in its own words, by field."""
        return {"takes": self.takes, "with_whom": self.with_whom}


USUAL: Mapping[StageKind, Usual] = {
    StageKind.APPLICATION: Usual(_("a few minutes"), _("you, or somebody who helps you"), 0, 2),
    StageKind.FIRST_TALK: Usual(_("about an hour"), _("the coordinator"), 0, 10),
    StageKind.TOUR: Usual(_("half an hour"), _("somebody who volunteers here"), 0, 14),
    StageKind.THINKING: Usual(_("3 to 14 days"), _("you; we answer your questions"), 3, 14),
    StageKind.SECOND_TALK: Usual(_("half an hour"), _("the coordinator"), 0, 10),
    StageKind.TRIAL: Usual(_("a few times"), _("an experienced volunteer"), 7, 42),
    StageKind.TRAINING: Usual(_("one or a few meetings"), _("other new volunteers"), 0, 60),
    StageKind.AGREEMENT: Usual(_("half an hour"), _("the coordinator"), 0, 14),
    StageKind.START: Usual(_("your first time"), _("your coach stays near"), 0, 14),
}
# The first and the last stage are there whatever else is switched off.
FIXED = (StageKind.APPLICATION, StageKind.START)
# How much of the way each level of selection uses (S0-17, S3-3).
STAGES_OF: Mapping[Selection, frozenset[StageKind]] = {
    Selection.OWN_INITIATIVE: frozenset(FIXED),
    Selection.OPEN: frozenset({*FIXED, StageKind.AGREEMENT}),
    Selection.LIGHT: frozenset({*FIXED, StageKind.FIRST_TALK, StageKind.AGREEMENT}),
    Selection.FULL: frozenset(StageKind),
}
USUAL_GROWTH: tuple[Text, ...] = (
    _("Come along with somebody who knows the way"),
    _("Do it together"),
    _("Do it yourself, with somebody near"),
)


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage as people read it."""

    kind: StageKind
    label: Text
    takes: Text
    with_whom: Text
    least_days: int
    most_days: int


def path_of(programme: Programme) -> list[Stage]:
    """The way of a programme, for every page that shows it; no query when `pathstages` is prefetched."""
    return path(
        programme.pathstages.all(),
        agreement_before_trial=programme.agreement_before_trial,
        selection=Selection(programme.selection),
    )


def path(
    lines: Iterable[PathStage],
    *,
    agreement_before_trial: bool,
    selection: Selection = Selection.FULL,
) -> list[Stage]:
    """The stages that are switched on, in the order that counts: application first, start last, and the
    agreement before the trial where the programme says so (S1-237). Without lines: as much of the usual way
    as this level of selection asks (S0-17, S3-3)."""
    rows = in_order(lines, agreement_before_trial=agreement_before_trial)
    found = [_of_line(row) for row in rows if row.is_on or StageKind(row.kind) in FIXED]
    stages = found or [_usual(kind) for kind in StageKind if kind in STAGES_OF[selection]]
    present = {stage.kind for stage in stages}
    first, last = (None if kind in present else _usual(kind) for kind in FIXED)
    return [stage for stage in (first, *stages, last) if stage is not None]


def in_order(lines: Iterable[PathStage], *, agreement_before_trial: bool) -> list[PathStage]:
    """All lines in the order that counts, also those that are switched off."""
    first, last = FIXED
    rows = sorted(
        lines, key=lambda line: (line.kind == last, line.kind != first, line.position, line.pk)
    )
    return _agreement_first(rows) if agreement_before_trial else rows


def _agreement_first(rows: list[PathStage]) -> list[PathStage]:
    kinds = [row.kind for row in rows]
    if StageKind.TRIAL not in kinds or StageKind.AGREEMENT not in kinds:
        return rows
    trial, agreement = kinds.index(StageKind.TRIAL), kinds.index(StageKind.AGREEMENT)
    if agreement < trial:
        return rows
    rest = [row for row in rows if row.kind != StageKind.AGREEMENT]
    return [*rest[:trial], rows[agreement], *rest[trial:]]


def _usual(kind: StageKind) -> Stage:
    usual = USUAL[kind]
    return Stage(kind, kind.label, usual.takes, usual.with_whom, usual.least_days, usual.most_days)


def _of_line(line: PathStage) -> Stage:
    kind = StageKind(line.kind)
    usual = USUAL[kind]
    return Stage(
        kind,
        line.label,
        line.takes or usual.takes,
        line.with_whom or usual.with_whom,
        line.least_days,
        line.most_days,
    )


def next_kind(stages: list[Stage], kind: StageKind) -> StageKind | None:
    """The stage after this one; None after the start. A stage that was switched off since leads to the
    first one that is still to come in the usual order."""
    kinds = [stage.kind for stage in stages]
    if kind in kinds:
        following = kinds[kinds.index(kind) + 1 :]
        return following[0] if following else None
    usual = list(StageKind)
    later = usual[usual.index(kind) + 1 :]
    return next((each for each in kinds if each in later), StageKind.START)


def usual_lines() -> list[PathStage]:
    """Unsaved lines of the usual way, for a new programme: all switched on."""
    return [
        PathStage(
            kind=kind,
            position=place,
            least_days=USUAL[kind].least_days,
            most_days=USUAL[kind].most_days,
        )
        for place, kind in enumerate(StageKind)
    ]


@dataclass(frozen=True, slots=True)
class Shown:
    """One stage on the page where the way is arranged."""

    line: PathStage
    stage: Stage
    days: Text
    advice: Text
    is_fixed: bool
    goes_up: bool
    goes_down: bool


def shown(programme: Programme) -> list[Shown]:
    """Every stage of a programme with what may be done to it; no query when `pathstages` is at hand."""
    rows = in_order(
        programme.pathstages.all(), agreement_before_trial=programme.agreement_before_trial
    )
    free = [not _stays(rows, place, programme) for place in range(len(rows) - 1)]
    return [
        Shown(
            line=line,
            stage=_of_line(line),
            days=days_of(line),
            advice=advice_on(line),
            is_fixed=line.kind in FIXED,
            goes_up=place > 0 and free[place - 1],
            goes_down=place < len(free) and free[place],
        )
        for place, line in enumerate(rows)
    ]


def _stays(rows: list[PathStage], place: int, programme: Programme) -> bool:
    """Whether this stage and the next one can't change places."""
    pair = (rows[place].kind, rows[place + 1].kind)
    together = pair == (StageKind.AGREEMENT, StageKind.TRIAL) and programme.agreement_before_trial
    return together or any(kind in FIXED for kind in pair)


def days_of(line: PathStage) -> Text:
    """How long a stage rather takes, in words."""
    if line.least_days:
        return _now("advice: %(least)s to %(most)s days") % {
            "least": line.least_days,
            "most": line.most_days,
        }
    return _now("advice: at most %(most)s days") % {"most": line.most_days}


def advice_on(line: PathStage) -> Text:
    """What to think of when the days lie outside the usual ones (S1-246); empty when they don't."""
    usual = USUAL[StageKind(line.kind)]
    if line.most_days > usual.most_days:
        return _now(
            "Longer than usual (%(days)s days). Who waits long, often goes somewhere else."
        ) % {"days": usual.most_days}
    if line.least_days < usual.least_days:
        return _now(
            "Shorter than usual (%(days)s days). Who starts in a hurry, often leaves in a hurry."
        ) % {"days": usual.least_days}
    return ""
