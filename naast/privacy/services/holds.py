"""Writes about legal holds: each looked at again after half a year, so that none stands for ever by itself."""

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from dateutil.relativedelta import relativedelta
from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.core import clock
from naast.core.errors import DomainError, StateConflict
from naast.organisations.actors import Actor
from naast.people.models import Person
from naast.privacy.models import LegalHold
from naast.privacy.policies import keeping as policies

LOOK_AGAIN_AFTER: Final = relativedelta(months=6)


@dataclass(frozen=True, slots=True)
class Terms:
    """Why nothing may be erased, and until when; None: until somebody lifts it."""

    reason: str
    until_on: date | None = None


@transaction.atomic
def hold(*, actor: Actor, person_id: UUID, terms: Terms) -> LegalHold:
    """Nothing about this person is erased, by nobody and by no night, until the hold is over.

    Raises Person.DoesNotExist, NotAllowed, StateConflict when there is one already, or DomainError without a
    reason or with a day that is past.
    """
    people = Person.objects.filter(organisation_id=actor.organisation_id, erased_on__isnull=True)
    person = people.select_for_update(of=("self",)).get(pk=person_id)
    policies.can_hold(actor, person).require()
    today = clock.today()
    _require_reason(terms.reason)
    if terms.until_on is not None and terms.until_on < today:
        raise DomainError(_("This day is past."))
    _lift_what_is_over(person, today)
    if LegalHold.objects.filter(person=person, lifted_on__isnull=True).exists():
        raise StateConflict(_("There is a hold already. Look at that one again."))
    made = LegalHold.objects.create(
        organisation_id=person.organisation_id,
        person=person,
        reason=terms.reason.strip(),
        set_by_id=actor.membership_id,
        from_on=today,
        until_on=terms.until_on,
        look_again_on=today + LOOK_AGAIN_AFTER,
    )
    log.record("hold.set", actor=actor, target=person, changes={"hold": str(made.pk)})
    return made


@transaction.atomic
def look_again(*, actor: Actor, hold_id: UUID, terms: Terms) -> LegalHold:
    """It is still needed: another half year, with the reason as it is now.

    Raises LegalHold.DoesNotExist, NotAllowed, StateConflict when it is over, or DomainError.
    """
    found = _locked(actor, hold_id)
    _require_reason(terms.reason)
    today = clock.today()
    if terms.until_on is not None and terms.until_on < today:
        raise DomainError(_("This day is past. Is it no longer needed? Then lift it."))
    found.reason, found.until_on = terms.reason.strip(), terms.until_on
    found.look_again_on = today + LOOK_AGAIN_AFTER
    found.save(update_fields=["reason", "until_on", "look_again_on"])
    log.record("hold.looked-at", actor=actor, target=found.person, changes={"hold": str(found.pk)})
    return found


@transaction.atomic
def lift(*, actor: Actor, hold_id: UUID, why: str) -> LegalHold:
    """It is no longer needed: from tonight on the usual terms count again.

    Raises LegalHold.DoesNotExist, NotAllowed, StateConflict when it is over, or DomainError without a reason.
    """
    found = _locked(actor, hold_id)
    _require_reason(why)
    found.lifted_on, found.lifted_why = clock.today(), why.strip()
    found.lifted_by_id = actor.membership_id
    found.save(update_fields=["lifted_on", "lifted_why", "lifted_by"])
    log.record("hold.lifted", actor=actor, target=found.person, changes={"hold": str(found.pk)})
    return found


def end_what_is_over(organisation_id: UUID, day: date) -> int:
    """Holds whose last day is past are over. For the night; returns how many."""
    over = LegalHold.objects.filter(
        organisation_id=organisation_id, lifted_on__isnull=True, until_on__lt=day
    )
    return over.update(lifted_on=day)


def _locked(actor: Actor, hold_id: UUID) -> LegalHold:
    visible = policies.holds_visible_to(actor).select_related("person")
    found = visible.select_for_update(of=("self",)).get(pk=hold_id)
    policies.can_change_hold(actor, found).require()
    if found.lifted_on is not None:
        raise StateConflict(_("This hold is over already."))
    return found


def _require_reason(reason: str) -> None:
    if not reason.strip():
        raise DomainError(_("Write down why: somebody else has to understand it in half a year."))


def _lift_what_is_over(person: Person, today: date) -> None:
    over = LegalHold.objects.filter(person=person, lifted_on__isnull=True, until_on__lt=today)
    over.update(lifted_on=today)
