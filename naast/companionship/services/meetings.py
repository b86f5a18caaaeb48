"""The first meeting of the three, and what the volunteer is told beforehand (S0-46)."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.companionship.models import FirstMeeting, Match
from naast.companionship.policies import matches as policies
from naast.companionship.services import notices
from naast.companionship.services.steps import lock, require_words, take, write_down
from naast.companionship.services.telling import tell_member, tell_person
from naast.companionship.states import MatchState, Noted
from naast.core import clock
from naast.core.errors import DomainError, StateConflict
from naast.organisations.actors import Actor
from naast.programmes.errors import StillNeeded
from naast.programmes.services import require_allowed


@dataclass(frozen=True, slots=True)
class Plan:
    """When and where they meet, and who else comes along."""

    planned_at: datetime
    place: str
    with_whom: str = ""


@transaction.atomic
def plan_meeting(*, actor: Actor, match_id: UUID, plan: Plan) -> FirstMeeting:
    """Plan the first meeting, or move it. It is the first contact: who is not ready meets nobody yet (S0-44).

    Raises Match.DoesNotExist, NotAllowed, StateConflict, StillNeeded, or DomainError when it took place
    already.
    """
    match = lock(actor, match_id)
    take(match, "plan_meeting", actor=actor)
    meeting, made = FirstMeeting.objects.get_or_create(
        match=match,
        defaults={
            "organisation_id": match.organisation_id,
            "planned_at": plan.planned_at,
            "place": plan.place,
            "with_whom": plan.with_whom,
        },
    )
    if meeting.held_on is not None:
        raise DomainError(_("The first meeting took place already."))
    if not made:
        meeting.planned_at, meeting.place, meeting.with_whom = (
            plan.planned_at,
            plan.place,
            plan.with_whom,
        )
        meeting.save(update_fields=["planned_at", "place", "with_whom"])
    for person in (match.volunteer, match.participant):
        tell_person(actor, match, person, notices.MEETING_PLANNED)
    tell_member(actor, match, match.professional, notices.MEETING_PLANNED)
    return meeting


@transaction.atomic
def write_briefing(
    *, actor: Actor, match_id: UUID, told: str, questions: str = "", briefed_on: date
) -> FirstMeeting:
    """What was told to the volunteer, which questions came up, by whom and when (S0-46).

    Raises Match.DoesNotExist, NotAllowed, WordsMissing, or StillNeeded before a meeting is planned.
    """
    match = lock(actor, match_id)
    policies.can_arrange(actor, match).require()
    require_words(told, _("Write down what you told the volunteer."))
    meeting = _meeting_of(match)
    meeting.told, meeting.questions = told, questions
    meeting.briefed_on, meeting.briefed_by_id = briefed_on, actor.membership_id
    meeting.save(update_fields=["told", "questions", "briefed_on", "briefed_by"])
    write_down(match, Noted.BRIEFED, actor=actor)
    return meeting


@transaction.atomic
def meeting_held(*, actor: Actor, match_id: UUID, held_on: date) -> FirstMeeting:
    """The first meeting took place. Raises Match.DoesNotExist, NotAllowed, StateConflict, StillNeeded,
    also where the volunteer misses what nobody may let wait, or DomainError for a day to come."""
    match = lock(actor, match_id)
    policies.can_arrange(actor, match).require()
    if match.state != MatchState.MEETING_PLANNED:
        raise StateConflict(_("There is no first meeting to note now."))
    if held_on > clock.today():
        raise DomainError(_("Choose today or a day that is past."))
    meeting = _meeting_of(match)
    require_allowed(person_id=match.volunteer_id, programme=match.programme)
    meeting.held_on = held_on
    meeting.save(update_fields=["held_on"])
    write_down(match, Noted.MEETING_HELD, actor=actor)
    return meeting


def _meeting_of(match: Match) -> FirstMeeting:
    meeting = FirstMeeting.objects.filter(match=match).first()
    if meeting is None:
        raise StillNeeded(_("Plan the first meeting first."))
    return meeting
