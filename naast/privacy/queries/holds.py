"""Reads of legal holds."""

from uuid import UUID

from django.db.models import QuerySet

from naast.core import clock
from naast.organisations.actors import Actor
from naast.people.models import Person
from naast.privacy.models import LegalHold
from naast.privacy.policies import keeping as policies


def held(organisation_id: UUID) -> QuerySet[LegalHold, UUID]:
    """The ids of people about whom nothing may be erased today, as a query."""
    rows = LegalHold.objects.standing(clock.today()).filter(organisation_id=organisation_id)
    return rows.values_list("person_id", flat=True)


def hold_on(person: Person) -> LegalHold | None:
    """The hold that stands on this person, for whatever erases: no actor, since it binds everybody."""
    return LegalHold.objects.standing(clock.today()).filter(person=person).first()


def listed(actor: Actor, *, is_standing: bool) -> QuerySet[LegalHold]:
    """Holds that stand, or those that are over; with who they are about."""
    rows = policies.holds_visible_to(actor).select_related("person", "set_by__user")
    standing = LegalHold.objects.standing(clock.today()).values("pk")
    return rows.filter(pk__in=standing) if is_standing else rows.exclude(pk__in=standing)


def to_look_at(actor: Actor) -> QuerySet[LegalHold]:
    """Holds whose half year is over: is it still needed?"""
    today = clock.today()
    return policies.holds_visible_to(actor).standing(today).filter(look_again_on__lte=today)
