"""Writes about consent: a yes with its date, and taking it back, which works at once."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.core import clock
from naast.core.errors import DomainError
from naast.organisations.actors import Actor
from naast.people import policies, queries
from naast.people.models import Consent, Person, PersonTopic
from naast.people.services.topics import NEEDS_CONSENT

# What rooms above keep because of a yes: purpose → what lets it go when that yes is taken back.
Forget = Callable[[Actor, Person], None]
_forgetting: dict[str, list[Forget]] = {}


def forget_with(purpose: str, forget: Forget) -> None:
    """Call this when somebody’s yes to this purpose no longer stands, within the same transaction. A second
    call with the same one adds nothing."""
    known = _forgetting.setdefault(purpose, [])
    if forget not in known:
        known.append(forget)


@transaction.atomic
def give_consent(
    *, actor: Actor, person_id: UUID, purpose: str, how: str, given_on: date | None = None
) -> Consent:
    """Write down the yes of a person to one purpose; a yes that stands already is returned as it is.

    Raises Person.DoesNotExist, NotAllowed, or DomainError for a day that is still to come.
    """
    person = queries.lock_person(actor, person_id)
    policies.can_change_own(actor, person).require()
    day = given_on or clock.today()
    if day > clock.today():
        raise DomainError(_("This day is still to come."))
    standing = Consent.objects.filter(person=person, purpose=purpose, withdrawn_on__isnull=True)
    consent = standing.first()
    if consent is None:
        consent = Consent.objects.create(
            organisation_id=person.organisation_id,
            person=person,
            purpose=purpose,
            how=how,
            given_on=day,
        )
        log.record("person.consent-given", actor=actor, target=person, changes={"purpose": purpose})
    return consent


@transaction.atomic
def withdraw_consent(*, actor: Actor, person_id: UUID, consent_id: UUID) -> Consent:
    """Take a yes back. What was kept because of it goes at once: lived experience and own wishes about
    who somebody is disappear from matching and from the record (S3-10). Twice is the same as once.

    Raises Person.DoesNotExist, Consent.DoesNotExist or NotAllowed.
    """
    person = queries.lock_person(actor, person_id)
    policies.can_change_own(actor, person).require()
    consent = Consent.objects.get(person=person, pk=consent_id)
    if consent.withdrawn_on is not None:
        return consent
    consent.withdrawn_on = clock.today()
    consent.save(update_fields=["withdrawn_on"])
    if not queries.has_consent(person, consent.purpose):
        kinds = [kind for kind, purpose in NEEDS_CONSENT.items() if purpose == consent.purpose]
        PersonTopic.objects.filter(person=person, topic__kind__in=kinds).delete()
        for forget in _forgetting.get(consent.purpose, ()):
            forget(actor, person)
    log.record(
        "person.consent-withdrawn",
        actor=actor,
        target=person,
        changes={"purpose": consent.purpose},
    )
    return consent
