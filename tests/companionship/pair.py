"""Bea and Piet, ready to be brought together (for tests of matches and visits)."""

from datetime import datetime, timedelta
from typing import Any

from naast.companionship.models import FirstMeeting, Match, MatchState, Request
from naast.companionship.services import matches, meetings
from naast.core import clock
from naast.organisations.models import Membership
from naast.people.models import Consent, ParticipantProfile, Person, VolunteerProfile
from naast.programmes.models import Engagement, OnCallLine, Programme
from tests.companionship.wish import law_test
from tests.conftest import Cast
from tests.factories import EngagementFactory, MatchFactory, ProgrammeFactory, RequestFactory


def person_of(membership: Membership) -> Person:
    """The person behind one of the cast."""
    return Person.objects.get(pk=membership.person_id)


def programme_of(cast: Cast, **fields: Any) -> Programme:
    """A programme with a coach, a coordinator and somebody on call."""
    values = {"coordinator": cast.amal, "coach": cast.amal, "milestone_months": [1, 3]}
    programme = ProgrammeFactory(organisation=cast.here, **(values | fields))
    OnCallLine.objects.create(
        organisation=cast.here,
        programme=programme,
        when="'s avonds",
        who="Wachtdienst",
        phone="011",
    )
    return programme


def pair(cast: Cast, state: str = MatchState.PROPOSED, **fields: Any) -> Match:
    """A match of Bea and Piet in this state, with everything in place that the state asks for."""
    programme = fields.pop("programme", None) or programme_of(cast)
    request = RequestFactory(
        organisation=cast.here,
        programme=programme,
        participant=person_of(cast.piet),
        coordinator=cast.amal,
        status=Request.Status.WAITING,
    )
    values = {
        "organisation": cast.here,
        "programme": programme,
        "request": request,
        "participant": request.participant,
        "volunteer": person_of(cast.bea),
        "state": state,
        "started_on": None,
    }
    if state not in (MatchState.PROPOSED, MatchState.VOLUNTEER_YES):
        values |= {"coach": cast.amal, "professional": cast.nele}
        consent(request.participant)
    if state in (MatchState.TRIAL, MatchState.RUNNING, MatchState.PAUSED, MatchState.WINDING_DOWN):
        values |= {"started_on": clock.today() - timedelta(days=60)}
        request.status = Request.Status.MATCHED
        request.save()
    match = MatchFactory(**(values | fields))
    takes_part(match)
    return match


def takes_part(match: Match) -> Engagement:
    """The volunteer of this match takes part in its programme, with five times yes."""
    its = {
        "organisation": match.organisation,
        "person": match.volunteer,
        "programme": match.programme,
    }
    found = Engagement.objects.filter(**its).open().first()
    return found or law_test(EngagementFactory(**its))


def consent(person: Person) -> Consent:
    """The participant agrees to support by a volunteer."""
    return Consent.objects.create(
        organisation_id=person.organisation_id,
        person=person,
        purpose=Consent.Purpose.VOLUNTEER_SUPPORT,
        given_on=clock.today(),
        how=Consent.How.IN_PERSON,
    )


def met(match: Match, *, briefed: bool = True) -> Match:
    """The first meeting of this match took place."""
    FirstMeeting.objects.create(
        organisation_id=match.organisation_id,
        match=match,
        planned_at=clock.now(),
        place="Bij Piet thuis",
        held_on=clock.today(),
        briefed_on=clock.today() if briefed else None,
        told="Piet hoort niet zo goed." if briefed else "",
    )
    match.state = MatchState.MEETING_PLANNED
    match.save()
    return match


def all_the_way(cast: Cast) -> Match:
    """Every step from the proposal to running, each taken by whom it belongs to."""
    amal, bea, piet = (cast.actor(name) for name in ("amal", "bea", "piet"))
    match = pair(cast)
    matches.answer_as_volunteer(actor=bea, match_id=match.pk, says_yes=True)
    matches.answer_as_participant(actor=piet, match_id=match.pk, answer="yes")
    plan = meetings.Plan(planned_at=_tomorrow(), place="Bij Piet thuis", with_whom="Amal")
    meetings.plan_meeting(actor=amal, match_id=match.pk, plan=plan)
    meetings.write_briefing(
        actor=amal, match_id=match.pk, told="Piet hoort niet zo goed.", briefed_on=clock.today()
    )
    meetings.meeting_held(actor=amal, match_id=match.pk, held_on=clock.today())
    matches.start_trial(actor=amal, match_id=match.pk)
    return matches.go_on(actor=amal, match_id=match.pk)


def raise_own_cap(cast: Cast, most: int) -> None:
    """Bea agrees to more matches on her own card."""
    VolunteerProfile.objects.filter(person_id=cast.bea.person_id).update(max_matches=most)


def without_professional(cast: Cast) -> None:
    """Nobody carries final responsibility for Piet."""
    ParticipantProfile.objects.filter(person_id=cast.piet.person_id).update(professional=None)


def _tomorrow() -> datetime:
    return clock.now() + timedelta(days=1)
