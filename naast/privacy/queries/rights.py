"""Reads of what people ask about their data."""

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from naast.organisations.actors import Actor
from naast.people.models import Person
from naast.privacy.models import Erasure, RightsRequest
from naast.privacy.policies import rights as policies
from naast.privacy.states import LAST_DAYS, OPEN_STATES, REMIND_AFTER


def requests(actor: Actor, *, is_open: bool) -> QuerySet[RightsRequest]:
    """The questions that wait for an answer, or those that have one; order them by page."""
    rows = policies.visible_to(actor).select_related("person")
    return rows.filter(state__in=OPEN_STATES) if is_open else rows.exclude(state__in=OPEN_STATES)


def get_request(actor: Actor, request_id: UUID) -> RightsRequest | None:
    """One question, or None when it is not the actor's to read."""
    rows = policies.visible_to(actor)
    return (
        rows.select_related("person__user", "known_by__user", "answered_by__user")
        .filter(pk=request_id)
        .first()
    )


def lock(actor: Actor, request_id: UUID) -> RightsRequest:
    """One question, locked until the surrounding transaction ends. Raises RightsRequest.DoesNotExist."""
    rows = policies.visible_to(actor).select_related("person__user")
    return rows.select_for_update(of=("self",), no_key=True).get(pk=request_id)


def open_of(actor: Actor, person: Person | None) -> QuerySet[RightsRequest]:
    """The open questions of one person."""
    rows = RightsRequest.objects.filter(organisation_id=actor.organisation_id)
    return rows.filter(person=person, state__in=OPEN_STATES)


def requests_of(actor: Actor, person: Person) -> QuerySet[RightsRequest]:
    """What this person asked, newest first."""
    return policies.visible_to(actor).filter(person=person).order_by("-id")


def own(actor: Actor) -> QuerySet[RightsRequest]:
    """What the actor asked about themselves, newest first."""
    return policies.own_of(actor).order_by("-id")


def waiting(actor: Actor) -> QuerySet[RightsRequest]:
    """What coordinators owe an answer, not their own question."""
    rows = policies.visible_to(actor) if actor.is_coordinator else RightsRequest.objects.none()
    rows = rows.filter(state__in=OPEN_STATES)
    return rows.exclude(person_id=actor.person_id) if actor.person_id else rows


def to_remind(actor: Actor, *, day: date) -> QuerySet[RightsRequest]:
    """Open for twenty days; with more time, when ten days are left (`states.remind_on`, as the database says it)."""
    near = Q(extended_on__isnull=True, asked_on__lte=day - REMIND_AFTER)
    near |= Q(extended_on__isnull=False, due_on__lte=day + LAST_DAYS)
    return waiting(actor).filter(near).select_related("person")


def restricted(actor: Actor) -> QuerySet[Person]:
    """Whose data are kept and not used for now."""
    rows = Person.objects.filter(organisation_id=actor.organisation_id, erased_on__isnull=True)
    return rows.filter(restricted_on__isnull=False) if actor.is_coordinator else rows.none()


def erasure_of(actor: Actor, request: RightsRequest) -> Erasure | None:
    """What was erased after this question, or None."""
    return policies.erasures_visible_to(actor).filter(request=request).order_by("-id").first()


def myself(actor: Actor) -> Person | None:
    """The person that the actor is here, or None."""
    here = Person.objects.filter(organisation_id=actor.organisation_id, erased_on__isnull=True)
    return (
        here.select_related("user").filter(pk=actor.person_id).first() if actor.person_id else None
    )
