"""The participant's yes to a volunteer, and taking it back: then the search stops at once (S1-91)."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.audit import log
from naast.companionship.models import Match, Request
from naast.companionship.policies import requests as policies
from naast.companionship.queries import requests as queries
from naast.companionship.services import notices, steps, telling
from naast.companionship.states import ASKING_STATES
from naast.companionship.wishes import Yes
from naast.core import clock
from naast.core.errors import DomainError
from naast.core.text import Text
from naast.messaging.services import tell
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Membership
from naast.organisations.queries import colleagues
from naast.people.models import Consent, Person


class YesFromTheFuture(DomainError):
    """A yes is written down after it was given."""


def record(*, actor: Actor, person: Person, purpose: str, yes: Yes) -> Consent:
    """Keep a yes with its day and how it was given; a living yes stays as it is. Call with
    the participant locked. Raises YesFromTheFuture."""
    if yes.given_on > clock.today():
        raise YesFromTheFuture(_("You can only write down a yes that was given."))
    living = queries.consent_for(person.pk, purpose)
    if living is not None:
        return living
    consent = Consent.objects.create(
        organisation_id=actor.organisation_id,
        person=person,
        purpose=purpose,
        given_on=yes.given_on,
        how=yes.how,
    )
    log.record(
        "person.consent-given",
        actor=actor,
        target=person,
        changes={"purpose": purpose, "how": yes.how},
    )
    return consent


@transaction.atomic
def give_consent(*, actor: Actor, request_id: UUID, yes: Yes) -> Request:
    """The participant says yes to a volunteer: the search for this wish starts. Raises
    Request.DoesNotExist, NotAllowed or YesFromTheFuture."""
    request = queries.lock_request_and_participant(actor, request_id)
    policies.can_change(actor, request).require()
    record(
        actor=actor,
        person=request.participant,
        purpose=Consent.Purpose.VOLUNTEER_SUPPORT,
        yes=yes,
    )
    if request.status == Request.Status.EXPLORING:
        request.status = Request.Status.WAITING
        request.review_on = None
        request.save(update_fields=["status", "review_on"])
        log.record("request.search-started", actor=actor, target=request)
    return request


@transaction.atomic
def withdraw_consent(*, actor: Actor, request_id: UUID) -> int:
    """The participant takes back the yes: every search for them closes, proposals that are out are
    taken back, and the coordinator is told. A match in which two people already see each other is for
    a talk, not for a button. Returns how many searches closed. Raises Request.DoesNotExist or NotAllowed.
    """
    request = queries.lock_request_and_participant(actor, request_id)
    policies.can_change(actor, request).require()
    Consent.objects.filter(
        organisation_id=actor.organisation_id,
        person_id=request.participant_id,
        purpose=Consent.Purpose.VOLUNTEER_SUPPORT,
        withdrawn_on__isnull=True,
    ).update(withdrawn_on=clock.today())
    log.record(
        "person.consent-withdrawn",
        actor=actor,
        target=request.participant,
        changes={"purpose": "volunteer_support"},
    )
    # Locked before the proposals are read: one that goes out at this moment is taken back too.
    searches = list(
        Request.objects.select_for_update(no_key=True).filter(
            organisation_id=actor.organisation_id,
            participant_id=request.participant_id,
            status__in=policies.SEARCH_STATUSES,
        )
    )
    _take_back_proposals(request)
    for search in searches:
        close_search(actor, search)
    tell_coordinator(
        actor,
        request,
        kind="consent.withdrawn",
        subject=gettext_lazy("A participant took back their yes"),
        body=gettext_lazy(
            "The search for a volunteer has stopped. Please talk about what would help now."
        ),
    )
    return len(searches)


def _take_back_proposals(request: Request) -> None:
    """Nobody is beside the participant yet in these matches, so the house may take them back."""
    house = Actor.system(request.organisation, reason="the participant took back the consent")
    rows = Match.objects.filter(
        organisation_id=request.organisation_id, participant_id=request.participant_id
    )
    for match_id in list(rows.filter(state__in=ASKING_STATES).values_list("pk", flat=True)):
        match = steps.locked(rows, match_id)
        if match.state not in ASKING_STATES:  # The volunteer answered just before us.
            continue
        steps.take(match, "withdraw", actor=house)
        telling.tell_person(house, match, match.volunteer, notices.WILL_NOT_START)


def close_search(actor: Actor, request: Request) -> None:
    """Close a locked wish; call inside a transaction."""
    request.status = Request.Status.CLOSED
    request.closed_on = clock.today()
    request.review_on = None
    request.save(update_fields=["status", "closed_on", "review_on"])
    log.record("request.closed", actor=actor, target=request)


def tell_coordinator(
    actor: Actor, request: Request, *, kind: str, subject: Text, body: Text
) -> None:
    """Tell who looks after this wish, unless they did it themselves; somebody is always told."""
    owner = _owner(actor, request)
    if owner is not None and owner.user_id != actor.user_id:
        tell(
            actor=actor,
            user=owner.user,
            kind=kind,
            subject=subject,
            body=body,
            url=actor.url("companionship:request", request_id=request.pk),
        )


def _owner(actor: Actor, request: Request) -> Membership | None:
    for membership in (request.coordinator, request.programme.coordinator):
        if membership is not None and membership.ended_on is None:
            return membership
    return colleagues(actor, Function.COORDINATOR).first()
