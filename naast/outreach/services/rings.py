"""Moving between rings, in any direction (S1-257, S1-258)."""

from datetime import date
from uuid import UUID

from django.db import transaction

from naast.audit import log
from naast.core import clock
from naast.organisations.actors import Actor
from naast.outreach.models import RingMove, RingPlace
from naast.outreach.policies import rings as policies
from naast.people.api import lock_person


@transaction.atomic
def move(*, actor: Actor, person_id: UUID, ring: str, wish: str, moved_on: date) -> RingPlace:
    """Note where somebody stands and what they wish. Every ring can follow on every other; each move keeps
    its day. The same ring again changes only the wish. Raises Person.DoesNotExist or NotAllowed."""
    person = lock_person(actor, person_id)
    policies.can_move(actor, person).require()
    today = clock.today()
    before = RingPlace.objects.filter(person=person).first()
    has_moved = before is None or before.ring != ring
    place, _made = RingPlace.objects.update_or_create(
        person=person,
        defaults={
            "organisation_id": person.organisation_id,
            "ring": ring,
            "wish": wish,
            "wish_on": today,
            "since_on": moved_on if before is None or has_moved else before.since_on,
        },
    )
    if has_moved:
        RingMove.objects.create(
            organisation_id=person.organisation_id,
            person=person,
            ring=ring,
            moved_on=moved_on,
            noted_by_id=actor.membership_id,
        )
    log.record("ring.noted", actor=actor, target=person, changes={"ring": ring, "wish": wish})
    return place
