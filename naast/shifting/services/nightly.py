"""What this room does at night: it hears of visits that came in by lists."""

from collections import defaultdict
from datetime import date, datetime
from functools import partial
from uuid import UUID

from django.utils.timezone import localdate

from naast.companionship.models import Match
from naast.companionship.states import LIVING_STATES
from naast.core import night
from naast.organisations.models import Organisation
from naast.programmes.models import Task
from naast.shifting.models import AgreedTask, TaskShift
from naast.shifting.models.shift import LONGEST_NAME
from naast.shifting.queries.comparison import OURS
from naast.shifting.queries.shifts import SEEN_IN, Told, told_of
from naast.shifting.words import key_of

A_BATCH = 500


def run(now: datetime) -> dict[str, int]:
    """Everything of this room for one night, organisation after organisation. Returns what was done. Running it
    twice does nothing twice."""
    houses = list(Organisation.objects.all())
    return {"noticed": night.each(houses, partial(notice, now=now))}


def notice(house: Organisation, *, now: datetime) -> int:
    """Notice what was told of outside the package in the last three months and nobody heard of: visits of a
    list pass by `hearing.hear`. Returns how many things; four queries for each batch of matches."""
    living = Match.objects.filter(organisation=house, state__in=LIVING_STATES)
    look = partial(_notice, since=localdate(now) - SEEN_IN, now=now)
    return night.in_batches(living.only("pk", "programme_id"), look, size=A_BATCH)


def _notice(matches: list[Match], *, since: date, now: datetime) -> int:
    ids = [match.pk for match in matches]
    told = told_of(ids, since)
    if not told:
        return 0
    known = _known(matches)
    new = {place: seen for place, seen in told.items() if place not in known}
    house_id = Match.objects.values_list("organisation_id", flat=True).get(pk=ids[0])
    made = [_shift(house_id, place, seen, now) for place, seen in new.items()]
    TaskShift.objects.bulk_create(made, ignore_conflicts=True)
    return len(made)


def _known(matches: list[Match]) -> set[tuple[UUID, str]]:
    """(match, key) of everything that was noticed or agreed already."""
    names: dict[UUID, set[str]] = defaultdict(set)
    tasks = Task.objects.filter(
        programme_id__in={match.programme_id for match in matches}, who__in=OURS
    )
    for programme_id, name in tasks.values_list("programme_id", "name"):
        names[programme_id].add(key_of(name))
    known = {(match.pk, key) for match in matches for key in names[match.programme_id]}
    for rows in (TaskShift.objects, AgreedTask.objects.filter(ended_on__isnull=True)):
        known.update(rows.filter(match__in=matches).values_list("match_id", "key"))
    return known


def _shift(house_id: UUID, place: tuple[UUID, str], seen: Told, now: datetime) -> TaskShift:
    match_id, key = place
    return TaskShift(
        organisation_id=house_id,
        match_id=match_id,
        words=seen.words[:LONGEST_NAME],
        key=key[:LONGEST_NAME],
        state_since=now,
        first_on=seen.first_on,
        last_on=seen.last_on,
    )
