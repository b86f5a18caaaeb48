"""Reads of one person, and of what somebody agreed to."""

from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from naast.core import clock
from naast.organisations.actors import Actor
from naast.organisations.models import STAFF, Function, Role
from naast.people import policies
from naast.people.models import AvailabilityException, Consent, HatChange, Person
from naast.people.names import sort_name

SEVERAL = 5


def get_person(actor: Actor, person_id: UUID) -> Person:
    """One person with their hats and household. `works_here` says whether they have a function of staff:
    perhaps paid, and then S1-43 asks for words (board members are volunteers themselves).
    `has_exceptions` says whether there are days away, today or later.

    Raises Person.DoesNotExist when the actor may not know them: the same as absent.
    """
    staff = Role.objects.filter(
        membership__organisation_id=actor.organisation_id,
        membership__person_id=OuterRef("pk"),
        membership__ended_on__isnull=True,
        function__in=STAFF - {Function.BOARD},
    )
    away = AvailabilityException.objects.filter(person=OuterRef("pk"), until_on__gte=clock.today())
    return (
        policies.visible_to(actor)
        .annotate(works_here=Exists(staff), has_exceptions=Exists(away))
        .select_related("volunteer", "participant__professional__user", "household", "user")
        .get(pk=person_id)
    )


def lock_person(actor: Actor, person_id: UUID) -> Person:
    """The person, locked until the surrounding transaction ends. Raises Person.DoesNotExist.

    Hats are read when they are asked for: what is joined to a locked row is as old as the start of the
    wait. Rows that point at the person may be written meanwhile (no_key).
    """
    return policies.visible_to(actor).select_for_update(of=("self",), no_key=True).get(pk=person_id)


def has_consent(person: Person, purpose: str) -> bool:
    """Whether a yes to this purpose stands today."""
    return Consent.objects.filter(
        person=person, purpose=purpose, withdrawn_on__isnull=True
    ).exists()


def may_use_lived_experience(person: Person) -> bool:
    """Whether what somebody lived through may be used to find a match: only while their yes stands."""
    return has_consent(person, Consent.Purpose.LIVED_EXPERIENCE)


def people_who_agreed(actor: Actor, purpose: str) -> QuerySet[Consent, UUID]:
    """The ids of people in the actor's organisation whose yes to this purpose stands, as a subquery."""
    return Consent.objects.filter(
        organisation_id=actor.organisation_id, purpose=purpose, withdrawn_on__isnull=True
    ).values_list("person_id", flat=True)


def consents_of(person: Person) -> list[Consent]:
    """Every yes of somebody, those that stand first, then the newest."""
    found = Consent.objects.filter(person=person).order_by("-given_on", "-id")
    return sorted(found, key=lambda consent: consent.withdrawn_on is not None)


def hat_changes_of(person: Person) -> list[HatChange]:
    """When somebody changed hats, newest first."""
    return list(HatChange.objects.filter(person=person).order_by("-changed_on", "-id"))


def likely_same(
    actor: Actor,
    *,
    given_name: str,
    family_name: str = "",
    birth_on: date | None = None,
    email: str = "",
    phone: str = "",
) -> list[Person]:
    """People who may well be the same one: same mail address, same phone, or same name where no two
    birth dates speak against it. A gentle warning, never a refusal; five at most."""
    same = Q(sort_name=sort_name(given_name, family_name))
    if birth_on is not None:
        same &= Q(birth_on=birth_on) | Q(birth_on__isnull=True)
    if email:
        same |= Q(email=email.strip().lower())
    if phone:
        same |= Q(phone=phone)
    people = policies.visible_to(actor).filter(same).select_related("volunteer", "participant")
    return list(people.order_by("sort_name", "id")[:SEVERAL])
