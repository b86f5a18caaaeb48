"""Reads around cards: whose they are, and in which programmes."""

from uuid import UUID

from naast.agreements import participation
from naast.agreements.models import Version
from naast.organisations.actors import Actor
from naast.people.models import Person
from naast.programmes.models import Programme

Programmes = list[Programme]


def myself(actor: Actor) -> Person | None:
    """The person behind this account, or None."""
    rows = Person.objects.filter(organisation_id=actor.organisation_id)
    return rows.filter(pk=actor.person_id).first() if actor.person_id else None


def as_volunteer(person: Person) -> Programmes:
    """The programmes in which somebody takes part now, by name."""
    rows = Programme.objects.filter(engagements__person=person, engagements__ended_on__isnull=True)
    return list(rows.distinct().order_by("name"))


def as_participant(actor: Actor, person: Person) -> Programmes:
    """The programmes in which somebody has a match or a wish, by name."""
    ids = participation.programmes_of(actor, person.pk)
    rows = Programme.objects.filter(organisation_id=actor.organisation_id, pk__in=ids)
    return list(rows.order_by("name"))


def get_version(actor: Actor, version_id: UUID) -> Version | None:
    """A published version of this organisation, or None."""
    rows = Version.objects.filter(organisation_id=actor.organisation_id, published_on__isnull=False)
    return rows.select_related("document").filter(pk=version_id).first()
