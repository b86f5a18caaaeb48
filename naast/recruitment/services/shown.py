"""What the way has shown already is not asked again after the start: the first talk, the trial, the
training, the agreement, the insurance, the meetings that were announced."""

from collections.abc import Iterator, Mapping
from datetime import date

from naast.core import clock
from naast.organisations.actors import Actor
from naast.programmes import queries as programme_queries
from naast.programmes import services as programmes
from naast.programmes.models import Engagement, EntryCondition, StageKind
from naast.recruitment.models import Application
from naast.recruitment.queries import applications as queries
from naast.recruitment.queries.still_missing import Item

Condition = EntryCondition.Kind
# Kind of condition → the stages that show it, one for each line of that kind in the programme.
STAGES: Mapping[Condition, tuple[StageKind, ...]] = {
    Condition.FIRST_TALK: (StageKind.FIRST_TALK, StageKind.SECOND_TALK),
    Condition.TRIAL: (StageKind.TRIAL,),
    Condition.TRAINING: (StageKind.TRAINING,),
    Condition.AGREEMENT: (StageKind.AGREEMENT,),
}


def carry_over(
    *, actor: Actor, application: Application, engagement: Engagement, items: list[Item]
) -> None:
    """Meet the entry conditions that the way has shown, each on its own day and none on a day to come.
    `items` are what was in place before the start. What nobody saw on the way stays open: information,
    secrecy, charter, check; and so does what a page of its own proves (a text to sign, a course), where the
    next step stands. Call inside the transaction of the start."""
    today = clock.today()
    lines = list(application.programme.entryconditions.all())
    elsewhere = programme_queries.kept_elsewhere(engagement, lines)
    for condition, day in _shown(lines, _days(application, items, today), application):
        if day is not None and day <= today and condition.pk not in elsewhere:
            programmes.meet_condition(
                actor=actor, engagement_id=engagement.pk, condition_id=condition.pk, day=day
            )


def _days(application: Application, items: list[Item], today: date) -> dict[StageKind, date]:
    """The last day of each stage that lies behind; the one that the start itself closes ends today."""
    days = {
        StageKind(each.kind): each.left_on
        for each in queries.passages_of(application)
        if each.left_on is not None
    }
    here = StageKind(application.stage)
    if any(item.code == f"stage-{here}" and item.in_place for item in items):
        days.setdefault(here, today)
    return days


def _shown(
    lines: list[EntryCondition], days: Mapping[StageKind, date], application: Application
) -> Iterator[tuple[EntryCondition, date | None]]:
    for line in lines:
        if line.kind == Condition.INSURANCE:
            yield line, application.insured_on
        elif line.kind == Condition.INTERVISION:
            yield line, application.told_intervision_on
    for kind, stages in STAGES.items():
        of_kind = [line for line in lines if line.kind == kind]
        for line, stage in zip(of_kind, stages, strict=False):
            yield line, days.get(stage)
