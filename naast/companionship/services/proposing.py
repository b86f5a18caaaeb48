"""Asking a volunteer whether they would like to stand beside somebody."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.companionship.models import Match, MatchState, Proposal, Request
from naast.companionship.policies import requests as policies
from naast.companionship.queries import requests as queries
from naast.companionship.queries.pool import Board, board_for
from naast.companionship.services import notices, steps, telling
from naast.core import clock
from naast.core.errors import DomainError
from naast.matching.places import why_not
from naast.matching.wording import sentence
from naast.organisations.actors import Actor
from naast.people.models import Person


class NotPossible(DomainError):
    """A hard check stands between these two people (instruments B13.1)."""


@transaction.atomic
def propose(
    *,
    actor: Actor,
    request_id: UUID,
    volunteer_id: UUID,
    why: str = "",
    shown: Sequence[dict[str, Any]] = (),
) -> Proposal:
    """Ask a volunteer for this wish, and keep who was shown, who was chosen and why (B13.4).

    The match starts as *proposed*; the volunteer is told without names. Raises Request.DoesNotExist,
    Person.DoesNotExist, NotAllowed (no consent, still exploring, somebody proposed already) or
    NotPossible with the reasons.
    """
    # Two coordinators may propose for the same wish, or the same volunteer for two wishes: both locks
    # make them queue, always in this order.
    queries.lock_request(actor, request_id)
    volunteer = (
        Person.objects.select_for_update(of=("self",), no_key=True)
        .select_related("user")
        .get(organisation_id=actor.organisation_id, pk=volunteer_id)
    )
    request = queries.get_request(actor, request_id)
    if request is None:  # Locked above, so this can't be; the types don't know.
        raise Request.DoesNotExist
    policies.can_propose(
        actor,
        request,
        has_consent=queries.has_consent(request.participant_id),
        has_open_match=queries.open_match_of(request) is not None,
    ).require()
    _check_possible(board_for(request, only=volunteer_id), volunteer_id)
    match = _new_match(request, volunteer)
    steps.write_down(match, "propose", actor=actor, source="")
    proposal = Proposal.objects.create(
        organisation_id=actor.organisation_id,
        request=request,
        match=match,
        proposed_by_id=actor.membership_id,
        why=why.strip(),
        shown=list(shown),
    )
    log.record(
        "match.proposed",
        actor=actor,
        target=match,
        changes={"request": str(request.pk), "volunteer": str(volunteer.pk)},
    )
    telling.tell_person(actor, match, volunteer, notices.ASKED_VOLUNTEER)
    return proposal


def _check_possible(board: Board, volunteer_id: UUID) -> None:
    if str(volunteer_id) not in board.pool.position:
        raise NotPossible(_("This person is not an active volunteer of this programme."))
    reasons = why_not(board.wish, board.pool, str(volunteer_id))
    if reasons:
        raise NotPossible(" ".join(sentence(reason) for reason in reasons))


def _new_match(request: Request, volunteer: Person) -> Match:
    programme = request.programme
    profile = getattr(request.participant, "participant", None)
    return Match.objects.create(
        organisation_id=request.organisation_id,
        request=request,
        programme=programme,
        participant=request.participant,
        volunteer=volunteer,
        state=MatchState.PROPOSED,
        state_since=clock.now(),
        coach_id=programme.coach_id,
        fallback_id=programme.responsible_id,
        professional_id=profile.professional_id if profile else None,
        weight=programme.weight,
        rhythm=request.rhythm,
    )
