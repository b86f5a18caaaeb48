"""What this room does at night. Running it twice does nothing twice."""

from datetime import datetime
from functools import partial

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from naast.audit import log
from naast.companionship.models import Match
from naast.core import clock, night, retention
from naast.division import keeping
from naast.division.models import (
    Division,
    DivisionVersion,
    DivisionYes,
)
from naast.division.queries import tables
from naast.messaging.reminders import Reminding, remind
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.organisations.nights import Job, in_each_house
from naast.people.api import reach_of

WAITS = "division.waits"
SUBJECT = _("Who does what")
BODY = _(
    "There is a table of who does what that you did not say yes to yet. Is something not right? Change it, or talk about it together."
)


def run(now: datetime) -> dict[str, int]:
    """Everything of this room for one night, organisation after organisation. Returns what was done."""
    return in_each_house(JOBS, now, reason="nightly division")


def _begin_tables(actor: Actor, house: Organisation, now: datetime) -> int:
    """Matches that need a table get the example of their programme; both find it on their home."""
    rows = tables.without_table(house.pk).only("id", "organisation_id", "programme_id")
    return night.in_batches(rows, partial(_begin_batch, actor))


def _begin_batch(actor: Actor, batch: list[Match]) -> int:
    examples = {
        example.division.programme_id: example
        for example in DivisionVersion.objects.filter(
            division__match__isnull=True,
            division__programme_id__in={match.programme_id for match in batch},
        ).select_related("division")
    }
    made = Division.objects.bulk_create(
        Division(
            organisation_id=match.organisation_id,
            programme_id=match.programme_id,
            match=match,
            waits_since=clock.now(),
        )
        for match in batch
        if match.programme_id in examples
    )
    DivisionVersion.objects.bulk_create(
        DivisionVersion(
            organisation_id=division.organisation_id,
            division=division,
            number=1,
            content=examples[division.programme_id].content,
        )
        for division in made
    )
    for division in made:
        log.record("division.begun", actor=actor, target=division)
    return len(made)


def _remind(actor: Actor, house: Organisation, now: datetime) -> int:
    """Once for each version, two weeks after it was there: who did not say yes yet."""
    rows = tables.waiting(actor, now=now).select_related(
        "match__volunteer__user", "match__professional__user"
    )
    return night.in_batches(rows, partial(_remind_batch, actor, house))


def _remind_batch(actor: Actor, house: Organisation, batch: list[Division]) -> int:
    said = set(
        DivisionYes.objects.filter(version__division__in=batch).values_list(
            "version__division_id", "version__number", "side"
        )
    )
    wanted = [
        (division, side)
        for division in batch
        for side in DivisionYes.Side.values
        if (division.pk, division.number, side) not in said
    ]
    found = (_reminding(actor, house, division, side) for division, side in wanted)
    return remind(actor=actor, rows=[row for row in found if row is not None])


def _reminding(
    actor: Actor, house: Organisation, division: Division, side: str
) -> Reminding | None:
    match = division.match
    if match is None:
        return None
    step, url = f"{side} {division.number}", actor.url("division:my_division", match_id=match.pk)
    if side == DivisionYes.Side.VOLUNTEER:
        reach = reach_of(match.volunteer, language=house.language)
        url = url if reach["user"] else ""
        return Reminding(WAITS, division.pk, step, SUBJECT, BODY, url=url, **reach)
    professional = match.professional
    if professional is None or professional.ended_on is not None:
        return None
    return Reminding(WAITS, division.pk, step, SUBJECT, BODY, url=url, user=professional.user)


def _erase(actor: Actor, house: Organisation, now: datetime) -> int:
    """Tensions, notes and what was passed on, when their term is over."""
    day = localdate(now)
    number = sum(retention.sweep(kind, house.pk, day=day) for kind in keeping.KINDS)
    if number:
        log.record("division.erased", actor=actor, target=house, changes={"number": number})
    return number


JOBS: dict[str, Job] = {
    "tables of tasks begun": _begin_tables,
    "tables of tasks that wait": _remind,
    "tensions and notes erased": _erase,
}
