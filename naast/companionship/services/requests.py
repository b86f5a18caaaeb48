"""Writes about wishes: ask, change, close, open again, and what helps while waiting."""

from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.audit import log
from naast.companionship.models import AvoidedPerson, Request, RequestTopic
from naast.companionship.policies import requests as policies
from naast.companionship.queries import requests as queries
from naast.companionship.services import consents
from naast.companionship.wishes import Home, NewRequest, Particulars, Wishes, Yes
from naast.core import clock
from naast.core.errors import DomainError, StateConflict
from naast.organisations.actors import Actor
from naast.people.models import Consent, ParticipantProfile, Topic, VolunteerProfile
from naast.programmes.models import Programme

# Without an agreed day, an exploration is looked at again after four weeks (design choice).
EXPLORED_AGAIN_AFTER = timedelta(days=28)
ASKED_TOPICS = (Topic.Kind.EXPERIENCE, Topic.Kind.THEME, Topic.Kind.OWN_CRITERION)


class WordsMissing(DomainError):
    """A wish has at least a few words of the participant (S0-32)."""


class OwnCriterionNeedsConsent(DomainError):
    """Who somebody is counts only by the participant's own wish and yes (instruments B13.6)."""


@transaction.atomic
def ask(*, actor: Actor, new: NewRequest) -> Request:
    """Write down a wish (S0-32). With the participant's yes the search starts; without it, or while the
    question is still being explored, it waits until `review_on` (S1-80, S1-91).

    Raises Person.DoesNotExist, Programme.DoesNotExist, NotAllowed, WordsMissing or
    OwnCriterionNeedsConsent.
    """
    person = queries.lock_participant(actor, new.participant_id)
    programme = Programme.objects.get(organisation_id=actor.organisation_id, pk=new.programme_id)
    policies.can_ask(actor, person, programme).require()
    _check_words(new.particulars.wishes)
    if new.consent is not None:
        consents.record(
            actor=actor,
            person=person,
            purpose=Consent.Purpose.VOLUNTEER_SUPPORT,
            yes=new.consent,
        )
    starts = queries.has_consent(person.pk) and not new.is_exploring
    request = Request.objects.create(
        organisation_id=actor.organisation_id,
        participant=person,
        household_id=person.household_id if new.is_for_household else None,
        programme=programme,
        status=Request.Status.WAITING if starts else Request.Status.EXPLORING,
        asked_on=new.asked_on,
        coordinator_id=programme.coordinator_id or _self_if_coordinator(actor),
        review_on=None if starts else new.review_on or clock.today() + EXPLORED_AGAIN_AFTER,
        **_columns(new.particulars.wishes),
    )
    _write_particulars(actor, request, new.particulars)
    log.record(
        "request.asked",
        actor=actor,
        target=request,
        changes={"participant": str(person.pk), "status": request.status},
    )
    if request.coordinator_id != actor.membership_id:
        consents.tell_coordinator(
            actor,
            request,
            kind="request.asked",
            subject=gettext_lazy("A new wish came in"),
            body=gettext_lazy("Somebody told what they would like. Read it together with them."),
        )
    return request


def _self_if_coordinator(actor: Actor) -> UUID | None:
    return actor.membership_id if actor.is_coordinator else None


def _check_words(wishes: Wishes) -> None:
    if not wishes.own_words.strip():
        raise WordsMissing(
            _("Write down the wish in the participant’s own words: a few are enough.")
        )


def _columns(wishes: Wishes) -> dict[str, object]:
    return {
        "own_words": wishes.own_words.strip(),
        "pace": wishes.pace.strip(),
        "languages": dict(wishes.languages),
        "genders": list(wishes.genders),
        "weekly": wishes.weekly or None,
        "max_km": wishes.max_km,
        "rather_not_nearby": wishes.rather_not_nearby,
        "no_smoker": wishes.no_smoker,
        "types": list(wishes.types),
        "styles": list(wishes.styles),
        "rhythm": wishes.rhythm,
        "term_months": wishes.term_months,
        "closeness": wishes.closeness,
        "tasks": list(wishes.tasks),
    }


def _write_particulars(actor: Actor, request: Request, particulars: Particulars) -> None:
    if particulars.home is not None:
        _write_home(request, particulars.home)
    if particulars.topic_ids is not None:
        _write_topics(actor, request, particulars.topic_ids, particulars.own_criteria_yes)


def _write_home(request: Request, home: Home) -> None:
    ParticipantProfile.objects.filter(
        organisation_id=request.organisation_id, person_id=request.participant_id
    ).update(
        home_has_smoker=home.home_has_smoker,
        home_pets=list(home.home_pets),
        home_has_stairs=home.home_has_stairs,
        allergies=list(home.allergies),
    )


def _write_topics(
    actor: Actor, request: Request, topic_ids: frozenset[UUID], yes: Yes | None
) -> None:
    topics = list(
        Topic.objects.filter(
            organisation_id=actor.organisation_id, pk__in=topic_ids, kind__in=ASKED_TOPICS
        )
    )
    if any(topic.kind == Topic.Kind.OWN_CRITERION for topic in topics):
        _require_own_criteria_consent(actor, request, yes)
    RequestTopic.objects.filter(request=request).delete()
    RequestTopic.objects.bulk_create(
        RequestTopic(organisation_id=actor.organisation_id, request=request, topic=topic)
        for topic in topics
    )


def _require_own_criteria_consent(actor: Actor, request: Request, yes: Yes | None) -> None:
    purpose = Consent.Purpose.OWN_CRITERIA
    if yes is not None:
        consents.record(actor=actor, person=request.participant, purpose=purpose, yes=yes)
    elif queries.consent_for(request.participant_id, purpose) is None:
        raise OwnCriterionNeedsConsent(
            _(
                "A wish about who somebody is counts only when the participant says that it may be used."
            )
        )


@transaction.atomic
def change(*, actor: Actor, request_id: UUID, particulars: Particulars) -> Request:
    """Change the words and preferences of a wish. Raises Request.DoesNotExist, NotAllowed,
    WordsMissing or OwnCriterionNeedsConsent."""
    request = queries.lock_request_and_participant(actor, request_id)
    policies.can_change(actor, request).require()
    _check_words(particulars.wishes)
    columns = _columns(particulars.wishes)
    changed = sorted(name for name, value in columns.items() if getattr(request, name) != value)
    for name, value in columns.items():
        setattr(request, name, value)
    request.save(update_fields=list(columns))
    _write_particulars(actor, request, particulars)
    log.record("request.changed", actor=actor, target=request, changes={"fields": changed})
    return request


@transaction.atomic
def start_search(*, actor: Actor, request_id: UUID) -> Request:
    """The question is clear: from now on somebody is looked for. Raises Request.DoesNotExist,
    NotAllowed, StateConflict or DomainError without the participant's yes (S1-91)."""
    request = queries.lock_request_and_participant(actor, request_id)
    policies.can_change(actor, request).require()
    if request.status != Request.Status.EXPLORING:
        raise StateConflict(_("The search has started already."))
    if not queries.has_consent(request.participant_id):
        raise DomainError(_("First ask the participant whether a volunteer may stand beside them."))
    request.status = Request.Status.WAITING
    request.review_on = None
    request.save(update_fields=["status", "review_on"])
    log.record("request.search-started", actor=actor, target=request)
    return request


@transaction.atomic
def explore_further(*, actor: Actor, request_id: UUID, review_on: date) -> Request:
    """The question needs more talking: look again on that day (S1-80). Raises Request.DoesNotExist,
    NotAllowed, StateConflict or DomainError for a day that is past."""
    request = queries.lock_request(actor, request_id)
    policies.can_change(actor, request).require()
    if request.status not in policies.SEARCH_STATUSES:
        raise StateConflict(_("This wish is matched: talk about it in the match."))
    _check_review(review_on)
    request.status = Request.Status.EXPLORING
    request.review_on = review_on
    request.save(update_fields=["status", "review_on"])
    log.record(
        "request.explored-further",
        actor=actor,
        target=request,
        changes={"review_on": review_on.isoformat()},
    )
    return request


def _check_review(review_on: date) -> None:
    if review_on < clock.today():
        raise DomainError(_("Choose a day that is still to come."))


@transaction.atomic
def close(*, actor: Actor, request_id: UUID) -> Request:
    """Stop looking; nobody needs to say why. Raises Request.DoesNotExist, NotAllowed, or StateConflict
    while a proposal or match is open (that is ended first, with the people in it)."""
    request = queries.lock_request(actor, request_id)
    policies.can_change(actor, request).require()
    if queries.open_match_of(request) is not None:
        raise StateConflict(
            _("There is an open proposal or match for this wish: end that first, together.")
        )
    consents.close_search(actor, request)
    return request


@transaction.atomic
def reopen(*, actor: Actor, request_id: UUID) -> Request:
    """Look again. Without the participant's yes it is explored first. The day it was asked stays, so
    that the waiting time stays honest. Raises Request.DoesNotExist or NotAllowed."""
    request = queries.lock_request_and_participant(actor, request_id)
    policies.can_reopen(actor, request).require()
    starts = queries.has_consent(request.participant_id)
    request.status = Request.Status.WAITING if starts else Request.Status.EXPLORING
    request.review_on = None if starts else clock.today() + EXPLORED_AGAIN_AFTER
    request.closed_on = None
    request.save(update_fields=["status", "review_on", "closed_on"])
    log.record("request.reopened", actor=actor, target=request, changes={"status": request.status})
    return request


@transaction.atomic
def support_meanwhile(*, actor: Actor, request_id: UUID, support: str, on: date) -> Request:
    """What helps while waiting, from which day (S1-32). Raises Request.DoesNotExist or NotAllowed."""
    request = queries.lock_request(actor, request_id)
    policies.can_support_meanwhile(actor, request).require()
    request.interim_support = support.strip()
    request.interim_support_on = on
    request.save(update_fields=["interim_support", "interim_support_on"])
    log.record("request.interim-support-arranged", actor=actor, target=request)
    return request


@transaction.atomic
def avoid(*, actor: Actor, request_id: UUID, person_id: UUID) -> None:
    """The participant would rather not be matched with this volunteer; no reason is asked (S1-31).
    Twice is the same as once. Raises Request.DoesNotExist, VolunteerProfile.DoesNotExist or
    NotAllowed."""
    request = queries.lock_request(actor, request_id)
    policies.can_change(actor, request).require()
    volunteer = VolunteerProfile.objects.get(
        organisation_id=actor.organisation_id, person_id=person_id
    )
    _row, is_new = AvoidedPerson.objects.get_or_create(
        organisation_id=actor.organisation_id, request=request, person_id=volunteer.person_id
    )
    if is_new:
        log.record("request.person-avoided", actor=actor, target=request)


@transaction.atomic
def no_longer_avoid(*, actor: Actor, request_id: UUID, person_id: UUID) -> None:
    """The participant changed their mind. Raises Request.DoesNotExist or NotAllowed."""
    request = queries.lock_request(actor, request_id)
    policies.can_change(actor, request).require()
    deleted, _by_model = AvoidedPerson.objects.filter(request=request, person_id=person_id).delete()
    if deleted:
        log.record("request.person-no-longer-avoided", actor=actor, target=request)
