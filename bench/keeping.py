"""A person's copy of 5,000 rows, and a night that erases from a million: how long, and how long the desk waits."""

import json
import time
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from naast.audit.keeping import LOOKS
from naast.audit.models import Event
from naast.companionship.models import Match, Visit
from naast.core import clock, retention
from naast.core.ids import uuid7
from naast.desk.founding import Founded
from naast.people.models import Person
from naast.privacy.services.exporting import export

ROWS_OF_ONE = 5_000
LOOKED, BATCH = 1_000_000, 5_000


def copy_of_one(person: Person) -> dict[str, Any]:
    """The export of somebody with 5,000 visits, beside reading and writing the same rows as plain JSON."""
    match = Match.objects.filter(volunteer=person)[0]
    missing = ROWS_OF_ONE - Visit.objects.filter(match=match).count()
    today = clock.today()
    Visit.objects.bulk_create(
        [
            Visit(
                organisation_id=match.organisation_id,
                match=match,
                visited_on=today - timedelta(days=number % 3_000),
                user_id=uuid7(),
                good_moment="We dronken koffie en praatten over vroeger.",
            )
            for number in range(missing)
        ],
        batch_size=BATCH,
    )
    started = time.process_time()
    rows = list(Visit.objects.filter(match=match).values())
    json.dumps(rows, default=str)
    floor = time.process_time() - started
    started = time.process_time()
    export(person).close()
    seconds = time.process_time() - started
    return {"rows": len(rows), "export_seconds": seconds, "floor_seconds": floor}


def night(founded: Founded) -> dict[str, Any]:
    """The retention of looks over a million rows, half of them over their term. The longest batch is how long a page
    that writes may wait; beside it the time for deleting the same number of rows in one statement."""
    house, now = founded.organisation, clock.now()
    old = now - timedelta(days=365 * 6)
    person = uuid7()
    for start in range(0, LOOKED, BATCH):
        made = Event.objects.bulk_create(
            Event(
                organisation_id=house.pk,
                reason="bench",
                user_id=person,
                kind="participant.opened",
                target="person",
                target_id=person,
                is_view=True,
            )
            for _number in range(BATCH)
        )
        if start < LOOKED // 2:
            Event.objects.filter(pk__in=[event.pk for event in made]).update(created_at=old)
    took: list[float] = []

    def timed(ids: list[UUID]) -> int:
        began = time.perf_counter()
        done = LOOKS.erase(ids) if LOOKS.erase else 0
        took.append(time.perf_counter() - began)
        return done

    started = time.perf_counter()
    went = retention.sweep(replace(LOOKS, erase=timed), house.pk, day=clock.today())
    seconds = time.perf_counter() - started
    return {
        "rows": LOOKED,
        "went": went,
        "seconds": seconds,
        "longest_batch_seconds": max(took),
        "batches": len(took),
    }
