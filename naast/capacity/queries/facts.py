"""What volunteers carry, read for many at once: a constant number of queries, grouped in the database."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Max, Q, Sum

from naast.capacity.models import OwnLimits, SelfCheck, StepBack, WorthAsking
from naast.capacity.questions import ENERGY, JOY, LOW_ENERGY
from naast.capacity.states import Amount
from naast.capacity.weighing import Carried, Measure, Said
from naast.circles.queries.commitments import living_for
from naast.companionship.models import Match, Visit
from naast.companionship.states import LIVING_STATES, OPEN_STATES
from naast.people.models import VolunteerProfile, Weight
from naast.programmes.models import Engagement, Form

FOUR_WEEKS = timedelta(days=28)
# What is usual: the twelve weeks before, when enough was told in them.
BEFORE = 3 * FOUR_WEEKS
VISITS_TO_KNOW = 3
# «Good» was said about what was there then: after four weeks what rises counts again.
GOOD_HOLDS = FOUR_WEEKS
SAID_HOLDS = timedelta(days=92)
IDLE_AFTER = timedelta(days=56)
LOOKED_BACK = 3
EVENINGS = (Visit.PartOfDay.EVENING, Visit.PartOfDay.NIGHT)
WEEKDAYS = range(7)
# Where somebody stands beside one person; in a house or group people wait for nobody.
BESIDE_SOMEBODY = (Form.DUO, Form.HOME_ADMINISTRATION)


@dataclass(frozen=True, slots=True)
class _Read:
    """Everything that was read, by person."""

    today: date
    visits: Mapping[UUID, Mapping[str, Any]]
    matches: Mapping[UUID, Mapping[str, Any]]
    circles: Mapping[UUID, int]
    limits: Mapping[UUID, OwnLimits]
    profiles: Mapping[UUID, VolunteerProfile]
    said: Mapping[UUID, Said]
    waiting: frozenset[UUID]
    silent: frozenset[UUID]


def carried_by(
    organisation_id: UUID, person_ids: Collection[UUID], *, today: date
) -> dict[UUID, Carried]:
    """What each of these volunteers carries today; ten queries, however many they are."""
    own = {"organisation_id": organisation_id}
    limits = OwnLimits.objects.filter(**own, person_id__in=person_ids)
    profiles = VolunteerProfile.objects.filter(**own, person_id__in=person_ids)
    circles = living_for(organisation_id, person_ids)
    read = _Read(
        today=today,
        visits=_visits(organisation_id, person_ids, today),
        matches=_matches(organisation_id, person_ids),
        circles=circles,
        limits={row.person_id: row for row in limits},
        profiles={row.person_id: row for row in profiles},
        said=_said(organisation_id, person_ids, today),
        waiting=_waiting(organisation_id, person_ids, today),
        silent=_silent(organisation_id, person_ids),
    )
    return {person_id: _carried(person_id, read) for person_id in person_ids}


def _carried(person_id: UUID, read: _Read) -> Carried:
    visits, matches = read.visits.get(person_id, {}), read.matches.get(person_id, {})
    limits, circles = read.limits.get(person_id), read.circles.get(person_id, 0)
    weight = (matches.get("weights") or 0) + circles * Weight.MEDIUM
    off = [visits.get(f"day_{day}", 0) for day in WEEKDAYS if limits and limits.is_off(day)]
    return Carried(
        weight=weight,
        room=_room(read.profiles.get(person_id), matches.get("most") or 1, circles),
        minutes=_measure(visits, "minutes", _in_minutes(limits)),
        evenings=_measure(visits, "evenings", limits.evenings_month if limits else None),
        unplanned=_measure(visits, "unplanned", None),
        hard=visits.get("hard", 0),
        off_days=sum(off),
        visits=visits.get("visits", 0),
        is_idle=person_id in read.waiting and not circles,
        is_silent=person_id in read.silent,
        said=read.said.get(person_id),
    )


def _in_minutes(limits: OwnLimits | None) -> int | None:
    return None if limits is None or limits.hours_month is None else limits.hours_month * 60


def _room(profile: VolunteerProfile | None, usual: int, circles: int) -> int:
    """What suits somebody: their own number of matches (otherwise that of the programme, and each circle they
    said yes to), as heavy as they said."""
    heaviest = profile.heaviest if profile else Weight.MEDIUM
    own = profile.max_matches if profile else None
    return (usual + circles if own is None else own) * heaviest


def _measure(visits: Mapping[str, Any], name: str, limit: int | None) -> Measure:
    usual = None
    if visits.get("visits_before", 0) >= VISITS_TO_KNOW:
        usual = round((visits.get(f"{name}_before") or 0) / (BEFORE / FOUR_WEEKS))
    return Measure(now=visits.get(name) or 0, usual=usual, limit=limit)


def _visits(
    organisation_id: UUID, person_ids: Collection[UUID], today: date
) -> dict[UUID, dict[str, Any]]:
    since = today - FOUR_WEEKS
    now, before = Q(visited_on__gt=since), Q(visited_on__lte=since)
    evening = Q(part_of_day__in=EVENINGS)
    counted: dict[str, Any] = {
        "visits": Count("id", filter=now),
        "visits_before": Count("id", filter=before),
        "minutes_before": Sum("minutes", filter=before),
        "evenings": Count("id", filter=now & evening),
        "evenings_before": Count("id", filter=before & evening),
        "unplanned": Count("id", filter=now & Q(is_unplanned=True)),
        "unplanned_before": Count("id", filter=before & Q(is_unplanned=True)),
        "hard": Count("id", filter=now & Q(mood=Visit.Mood.HARD)),
        # Another name than the column, which the other sums still need.
        "minutes_now": Sum("minutes", filter=now),
    }
    for day in WEEKDAYS:
        counted[f"day_{day}"] = Count("id", filter=now & Q(visited_on__iso_week_day=day + 1))
    rows = (
        Visit.objects.filter(
            organisation_id=organisation_id,
            match__volunteer_id__in=person_ids,
            visited_on__gt=since - BEFORE,
            visited_on__lte=today,
        )
        .order_by()
        .values("match__volunteer_id")
        .annotate(**counted)
    )
    return {
        _of(row, "match__volunteer_id"): {**row, "minutes": _of(row, "minutes_now")} for row in rows
    }


def _of(row: Mapping[str, Any], name: str) -> Any:
    return row[name]


def _matches(organisation_id: UUID, person_ids: Collection[UUID]) -> dict[UUID, dict[str, Any]]:
    rows = (
        Match.objects.filter(
            organisation_id=organisation_id,
            volunteer_id__in=person_ids,
            state__in=LIVING_STATES,
        )
        .order_by()
        .values("volunteer_id")
        .annotate(weights=Sum("weight"), most=Max("programme__max_matches"))
    )
    return {row["volunteer_id"]: {**row} for row in rows}


def _waiting(organisation_id: UUID, person_ids: Collection[UUID], today: date) -> frozenset[UUID]:
    """Who takes part in a programme of pairs for eight weeks and has nobody, nor lost anybody lately."""
    long_ago = today - IDLE_AFTER
    rows = Engagement.objects.filter(
        organisation_id=organisation_id,
        person_id__in=person_ids,
        ended_on__isnull=True,
        started_on__lte=long_ago,
        programme__form__in=BESIDE_SOMEBODY,
    )
    someone = Match.objects.filter(
        Q(state__in=OPEN_STATES) | Q(ended_on__gt=long_ago),
        organisation_id=organisation_id,
        volunteer_id__in=person_ids,
    ).values_list("volunteer_id", flat=True)
    resting = VolunteerProfile.objects.filter(person_id__in=person_ids).filter(
        ~Q(status=VolunteerProfile.Status.ACTIVE) | Q(rests_until_on__gte=today) | Q(max_matches=0)
    )
    waiting = set(rows.values_list("person_id", flat=True))
    return frozenset(
        waiting - set(someone) - set(resting.values_list("person_id", flat=True)) if waiting else ()
    )


def _said(organisation_id: UUID, person_ids: Collection[UUID], today: date) -> dict[UUID, Said]:
    """What the newest self-check says, as long as it holds and nobody talked about it since."""
    checks: dict[UUID, list[SelfCheck]] = defaultdict(list)
    rows = SelfCheck.objects.filter(
        organisation_id=organisation_id,
        person_id__in=person_ids,
        hat=SelfCheck.Hat.VOLUNTEER,
        answered_on__gt=today - LOOKED_BACK * SAID_HOLDS,
    )
    for row in rows.order_by("-answered_on", "-id"):
        checks[row.person_id].append(row)
    talked = talked_on(organisation_id, list(checks))
    found: dict[UUID, Said] = {}
    for person_id, own in checks.items():
        answered = own[0].answered_on
        holds = GOOD_HOLDS if own[0].amount == Amount.GOOD else SAID_HOLDS
        if answered is None or answered <= today - holds:
            continue
        if person_id in talked and talked[person_id] >= answered:
            continue
        found[person_id] = _said_in(own)
    return found


def _said_in(checks: list[SelfCheck]) -> Said:
    """`checks`: the newest first."""
    newest = checks[0]
    joys = [row.answers.get(JOY) for row in checks[:LOOKED_BACK]]
    known = [joy for joy in joys if joy is not None]
    return Said(
        amount=Amount(newest.amount) if newest.amount else None,
        low_energy=newest.answers.get(ENERGY, LOW_ENERGY + 1) <= LOW_ENERGY,
        less_joy=len(known) == LOOKED_BACK and known[0] < known[1] < known[2],
    )


def newest_checks(
    organisation_id: UUID, person_ids: Collection[UUID], hat: str = SelfCheck.Hat.VOLUNTEER
) -> dict[UUID, SelfCheck]:
    """The self-check that was asked last, by person; one query."""
    rows = SelfCheck.objects.filter(
        organisation_id=organisation_id, person_id__in=person_ids, hat=hat
    ).defer("how_are_you", "answers")
    return {row.person_id: row for row in rows.order_by("asked_on", "id")}


def _silent(organisation_id: UUID, person_ids: Collection[UUID]) -> frozenset[UUID]:
    """Who let two in a row go, and whom nobody asked since."""
    let_go = {
        person_id: row.let_go_on
        for person_id, row in newest_checks(organisation_id, person_ids).items()
        if row.let_go_on is not None and row.skipped_before
    }
    talked = talked_on(organisation_id, list(let_go)) if let_go else {}
    return frozenset(
        person_id
        for person_id, day in let_go.items()
        if person_id not in talked or talked[person_id] < day
    )


def talked_on(organisation_id: UUID, person_ids: Collection[UUID]) -> dict[UUID, date]:
    """When somebody last talked with each of them about how much they do."""
    talked: dict[UUID, date] = {}
    for model in (WorthAsking, StepBack):
        rows = model.objects.filter(
            organisation_id=organisation_id, person_id__in=person_ids, talked_on__isnull=False
        )
        for person_id, day in rows.order_by().values_list("person_id").annotate(Max("talked_on")):
            talked[person_id] = max(day, talked.get(person_id, day))
    return talked
