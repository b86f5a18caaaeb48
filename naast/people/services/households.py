"""Writes about households: people who live together and may be supported as one (S2-6)."""

from collections.abc import Collection
from uuid import UUID

from django.db import transaction

from naast.audit import log
from naast.organisations.actors import Actor
from naast.people import policies, queries
from naast.people.models import Household, Person


@transaction.atomic
def create_household(*, actor: Actor, person_id: UUID, name: str = "") -> Household:
    """Make a household with this person in it; without a name it gets the family's.

    Raises Person.DoesNotExist or NotAllowed.
    """
    person = queries.lock_person(actor, person_id)
    policies.can_edit(actor, person).require()
    household = Household.objects.create(
        organisation_id=person.organisation_id,
        name=name.strip() or person.family_name or person.name,
    )
    _move(actor, person, household)
    return household


@transaction.atomic
def join_household(*, actor: Actor, person_id: UUID, household_id: UUID) -> Person:
    """Somebody lives there as well; they leave the household they were in.

    Raises Person.DoesNotExist, Household.DoesNotExist or NotAllowed.
    """
    person = queries.lock_person(actor, person_id)
    policies.can_edit(actor, person).require()
    household = Household.objects.get(organisation_id=actor.organisation_id, pk=household_id)
    _move(actor, person, household)
    return person


@transaction.atomic
def leave_household(*, actor: Actor, person_id: UUID) -> Person:
    """Somebody lives there no longer. A household without people goes.

    Raises Person.DoesNotExist or NotAllowed.
    """
    person = queries.lock_person(actor, person_id)
    policies.can_edit(actor, person).require()
    _move(actor, person, None)
    return person


def _move(actor: Actor, person: Person, household: Household | None) -> None:
    left = person.household_id
    # The last two may leave at the same moment, or one moves in while the last one leaves.
    _lock([home for home in (left, household.pk if household else None) if home is not None])
    if household is not None:
        household.refresh_from_db()
    person.household = household
    person.save(update_fields=["household"])
    if left and not Person.objects.filter(household_id=left).exists():
        Household.objects.filter(pk=left).delete()
    log.record(
        "person.household-changed",
        actor=actor,
        target=person,
        changes={"household": str(household.pk) if household else ""},
    )


def _lock(household_ids: Collection[UUID]) -> None:
    """Lock these households until the transaction ends, always in the same order."""
    rows = Household.objects.filter(pk__in=household_ids).order_by("pk")
    list(rows.select_for_update())


@transaction.atomic
def live_together(*, actor: Actor, person_id: UUID, other_id: UUID) -> Household:
    """The other one lives with this person: in the household they have, or in a new one.

    Raises Person.DoesNotExist or NotAllowed.
    """
    # In the order of their ids, so that the same said from both sides does not wait for itself.
    people = {each: queries.lock_person(actor, each) for each in sorted({person_id, other_id})}
    household_id = people[person_id].household_id
    if household_id is None:
        household_id = create_household(actor=actor, person_id=person_id).pk
    join_household(actor=actor, person_id=other_id, household_id=household_id)
    return Household.objects.get(pk=household_id)
