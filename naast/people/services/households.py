"""Writes about households: people who live together and may be supported as one (S2-6)."""

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


@transaction.atomic
def live_together(*, actor: Actor, person_id: UUID, other_id: UUID) -> Household:
    """The other one lives with this person: in the household they have, or in a new one.

    Raises Person.DoesNotExist or NotAllowed.
    """
    person = queries.lock_person(actor, person_id)
    household_id = person.household_id
    if household_id is None:
        household_id = create_household(actor=actor, person_id=person_id).pk
    join_household(actor=actor, person_id=other_id, household_id=household_id)
    return Household.objects.get(pk=household_id)
