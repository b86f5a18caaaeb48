"""The steps of a match: who may, what is needed, what is written down, who is told."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from naast.audit.models import Event
from naast.companionship.models import Match, MatchState, MatchStep, Request
from naast.companionship.services import agreements, matches, meetings, milestones
from naast.companionship.services.matches import Ending, LoadFull
from naast.companionship.services.steps import NotBacked, WordsMissing
from naast.companionship.states import LIVING_STATES
from naast.core import clock
from naast.core.errors import DomainError, NotAllowed, StateConflict
from naast.messaging.models import Message
from naast.organisations.actors import Actor
from naast.people.models import Consent, Person
from naast.programmes.errors import StillNeeded
from naast.programmes.models import OnCallLine
from tests.companionship.pair import (
    all_the_way,
    consent,
    met,
    pair,
    person_of,
    programme_of,
    raise_own_cap,
    without_professional,
)
from tests.conftest import Cast
from tests.factories import MatchFactory


@pytest.mark.covers("S1-78")
def test_the_whole_way_ends_in_a_running_match_with_its_history(cast: Cast) -> None:
    match = all_the_way(cast)
    match.refresh_from_db()
    assert match.state == MatchState.RUNNING
    assert match.request is not None
    assert match.request.status == Request.Status.MATCHED
    assert list(match.steps.values_list("name", flat=True)) == [
        "volunteer_accepts",
        "participant_accepts",
        "plan_meeting",
        "briefed",
        "meeting_held",
        "start_trial",
        "go_on",
    ]
    assert match.milestones.get(kind="end_of_trial").done_on == clock.today()
    events = Event.objects.filter(kind="match.step-taken", target_id=match.pk)
    assert events.count() == 7
    assert not any("Piet" in str(event.changes) for event in events)


def test_a_yes_of_the_volunteer_is_told_without_a_name(
    cast: Cast, volunteer: Actor, django_capture_on_commit_callbacks: object
) -> None:
    match = pair(cast)
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]  # the fixture is a function
        matches.answer_as_volunteer(actor=volunteer, match_id=match.pk, says_yes=True)
    told = {message.user_id: message for message in Message.objects.all()}
    assert set(told) == {cast.piet.user_id, cast.amal.user_id}
    assert told[cast.piet.user_id].url.endswith(f"/matches/{match.pk}/answer/")
    assert len(mail.outbox) == 2
    for sent in mail.outbox:
        assert "Bea" not in f"{sent.subject} {sent.body}"
        assert "Piet" not in f"{sent.subject} {sent.body}"


def test_somebody_without_an_account_or_with_a_wish_for_paper_is_phoned(
    cast: Cast, volunteer: Actor
) -> None:
    match = pair(cast)
    Person.objects.filter(pk=match.participant_id).update(prefers_paper=True)
    matches.answer_as_volunteer(actor=volunteer, match_id=match.pk, says_yes=True)
    kinds = set(Message.objects.values_list("user_id", "kind"))
    assert (cast.amal.user_id, "match.please-phone") in kinds
    assert cast.piet.user_id not in {user for user, _kind in kinds}


def test_not_now_lets_the_wish_wait_again(cast: Cast, volunteer: Actor) -> None:
    match = pair(cast)
    matches.answer_as_volunteer(actor=volunteer, match_id=match.pk, says_yes=False)
    match.refresh_from_db()
    assert match.state == MatchState.NOT_STARTED
    assert match.request is not None
    assert match.request.status == Request.Status.WAITING
    # The participant never heard of this proposal, so nothing is said to them.
    assert not Message.objects.filter(user=cast.piet.user).exists()


@pytest.mark.covers("S1-31")
@pytest.mark.parametrize("answer", ["no", "other"])
def test_a_participant_says_no_or_asks_for_another_without_a_reason(
    cast: Cast, participant: Actor, answer: str
) -> None:
    match = pair(cast, MatchState.VOLUNTEER_YES)
    matches.answer_as_participant(actor=participant, match_id=match.pk, answer=answer)
    match.refresh_from_db()
    assert match.state == MatchState.NOT_STARTED
    assert match.request is not None
    assert match.request.status == Request.Status.WAITING
    assert MatchStep.objects.get().note == ""


@pytest.mark.covers("S1-91")
def test_the_yes_of_a_participant_is_a_dated_consent_and_one_taken_back_stops_the_start(
    cast: Cast, coordinator: Actor
) -> None:
    match = pair(cast, MatchState.VOLUNTEER_YES)
    matches.answer_as_participant(
        actor=coordinator, match_id=match.pk, answer="yes", how=Consent.How.BY_PHONE
    )
    given_yes = Consent.objects.get(person_id=match.participant_id)
    assert (given_yes.how, given_yes.given_on) == ("by_phone", clock.today())
    match.refresh_from_db()
    met(match)
    given_yes.withdrawn_on = clock.today()
    given_yes.save()
    with pytest.raises(NotBacked):
        matches.start_trial(actor=coordinator, match_id=match.pk)


def test_a_yes_twice_is_refused(cast: Cast, volunteer: Actor) -> None:
    match = pair(cast)
    matches.answer_as_volunteer(actor=volunteer, match_id=match.pk, says_yes=True)
    with pytest.raises(StateConflict):
        matches.answer_as_volunteer(actor=volunteer, match_id=match.pk, says_yes=True)


def test_a_volunteer_can_not_answer_for_the_participant(cast: Cast, volunteer: Actor) -> None:
    match = pair(cast, MatchState.VOLUNTEER_YES)
    with pytest.raises(NotAllowed):
        matches.answer_as_participant(actor=volunteer, match_id=match.pk, answer="yes")


def test_somebody_of_elsewhere_finds_no_match(cast: Cast, stranger: Actor) -> None:
    match = pair(cast)
    with pytest.raises(Match.DoesNotExist):
        matches.withdraw(actor=stranger, match_id=match.pk, reason="x")


def test_a_proposal_is_taken_back_with_a_reason(cast: Cast, coordinator: Actor) -> None:
    match = pair(cast)
    with pytest.raises(WordsMissing):
        matches.withdraw(actor=coordinator, match_id=match.pk, reason=" ")
    matches.withdraw(actor=coordinator, match_id=match.pk, reason="Bea is ziek.")
    match.refresh_from_db()
    assert match.state == MatchState.NOT_STARTED
    assert Message.objects.get().user == cast.bea.user


@pytest.mark.covers("S1-98")
def test_a_match_does_not_start_without_a_coach(cast: Cast, coordinator: Actor) -> None:
    programme = programme_of(cast, coach=None, coordinator=None)
    match = met(pair(cast, MatchState.BOTH_YES, programme=programme, coach=None))
    with pytest.raises(NotBacked):
        matches.start_trial(actor=coordinator, match_id=match.pk)
    match.refresh_from_db()
    assert match.state == MatchState.MEETING_PLANNED


@pytest.mark.covers("S1-33")
def test_a_match_does_not_start_without_a_fallback(cast: Cast, coordinator: Actor) -> None:
    match = met(pair(cast, MatchState.BOTH_YES))
    OnCallLine.objects.all().delete()
    with pytest.raises(NotBacked):
        matches.start_trial(actor=coordinator, match_id=match.pk)
    Match.objects.update(fallback=cast.nele)
    matches.start_trial(actor=coordinator, match_id=match.pk)


@pytest.mark.covers("S3-28")
def test_a_match_does_not_start_without_a_responsible_professional(
    cast: Cast, coordinator: Actor
) -> None:
    match = met(pair(cast, MatchState.BOTH_YES, professional=None))
    without_professional(cast)
    with pytest.raises(NotBacked):
        matches.start_trial(actor=coordinator, match_id=match.pk)


def test_the_professional_of_the_participant_is_named_by_itself(
    cast: Cast, coordinator: Actor
) -> None:
    match = met(pair(cast, MatchState.BOTH_YES, professional=None, coach=None))
    matches.start_trial(actor=coordinator, match_id=match.pk)
    match.refresh_from_db()
    assert (match.professional, match.coach) == (cast.nele, cast.amal)


@pytest.mark.covers("S0-46")
def test_what_was_told_beforehand_is_written_down_before_it_starts(
    cast: Cast, coordinator: Actor
) -> None:
    match = met(pair(cast, MatchState.BOTH_YES), briefed=False)
    with pytest.raises(NotBacked):
        matches.start_trial(actor=coordinator, match_id=match.pk)
    meeting = meetings.write_briefing(
        actor=coordinator,
        match_id=match.pk,
        told="Hoort niet zo goed.",
        questions="Mag ik hem thuis ophalen?",
        briefed_on=clock.today(),
    )
    meeting.refresh_from_db()
    assert (meeting.told, meeting.questions) == ("Hoort niet zo goed.", "Mag ik hem thuis ophalen?")
    assert (meeting.briefed_by, meeting.briefed_on) == (cast.amal, clock.today())
    matches.start_trial(actor=coordinator, match_id=match.pk)


def test_the_trial_waits_for_the_first_meeting(cast: Cast, coordinator: Actor) -> None:
    match = pair(cast, MatchState.MEETING_PLANNED)
    with pytest.raises(StillNeeded):
        matches.start_trial(actor=coordinator, match_id=match.pk)


def test_a_meeting_can_not_have_taken_place_tomorrow(cast: Cast, coordinator: Actor) -> None:
    match = met(pair(cast, MatchState.BOTH_YES))
    with pytest.raises(DomainError):
        meetings.meeting_held(
            actor=coordinator, match_id=match.pk, held_on=clock.today() + timedelta(days=1)
        )


@pytest.mark.covers("S2-6")
def test_beyond_the_agreed_load_only_the_volunteer_can_make_room(
    cast: Cast, coordinator: Actor
) -> None:
    match = met(pair(cast, MatchState.BOTH_YES, programme=programme_of(cast, max_matches=1)))
    MatchFactory(organisation=cast.here, volunteer=person_of(cast.bea))
    with pytest.raises(LoadFull):
        matches.start_trial(actor=coordinator, match_id=match.pk)
    raise_own_cap(cast, 2)
    matches.start_trial(actor=coordinator, match_id=match.pk)
    assert person_of(cast.bea).matches_as_volunteer.filter(state__in=LIVING_STATES).count() == 2


@pytest.mark.covers("S2-9")
def test_an_end_has_a_closing_talk_and_what_they_agree_for_afterwards(
    cast: Cast, coordinator: Actor
) -> None:
    match = pair(cast, MatchState.WINDING_DOWN)
    with pytest.raises(WordsMissing):
        matches.end_match(actor=coordinator, match_id=match.pk, ending=Ending())
    ending = Ending(closing_talk_on=clock.today(), stay_in_touch="Een kaartje met Nieuwjaar.")
    matches.end_match(actor=coordinator, match_id=match.pk, ending=ending)
    match.refresh_from_db()
    assert (match.state, match.ended_on) == (MatchState.ENDED, clock.today())
    assert match.stay_in_touch == "Een kaartje met Nieuwjaar."
    assert match.request is not None
    assert match.request.status == Request.Status.CLOSED


@pytest.mark.covers("S2-9")
def test_stopping_early_asks_why_and_on_whose_initiative(cast: Cast, coordinator: Actor) -> None:
    match = pair(cast, MatchState.RUNNING)
    with pytest.raises(WordsMissing):
        matches.stop_early(actor=coordinator, match_id=match.pk, ending=Ending(reason="health"))
    ending = Ending(reason="no_click", initiative="participant", look_again=True)
    matches.stop_early(actor=coordinator, match_id=match.pk, ending=ending)
    match.refresh_from_db()
    assert (match.end_reason, match.end_initiative) == ("no_click", "participant")
    assert match.request is not None
    assert match.request.status == Request.Status.WAITING
    with pytest.raises(StateConflict):
        matches.pause(actor=coordinator, match_id=match.pk)


@pytest.mark.covers("S1-31")
def test_a_participant_asks_to_stop_and_somebody_is_told_today(
    cast: Cast, participant: Actor
) -> None:
    match = pair(cast, MatchState.RUNNING)
    matches.ask_for_change(actor=participant, match_id=match.pk, wish="stop")
    match.refresh_from_db()
    assert match.state == MatchState.RUNNING
    assert Message.objects.get().user == cast.amal.user


def test_a_volunteer_can_not_ask_for_change_in_the_participants_name(
    cast: Cast, volunteer: Actor
) -> None:
    match = pair(cast, MatchState.RUNNING)
    with pytest.raises(NotAllowed):
        matches.ask_for_change(actor=volunteer, match_id=match.pk, wish="stop")


@pytest.mark.covers("S3-29")
@pytest.mark.parametrize("role", ["professional", "coach"])
def test_another_name_forces_a_hand_over(cast: Cast, coordinator: Actor, role: str) -> None:
    match = pair(cast, MatchState.RUNNING)
    now = {"coach": cast.amal.pk, "professional": cast.nele.pk}
    other = cast.nele if role == "coach" else cast.amal
    backers = agreements.Backers(**(now | {role: other.pk}))
    with pytest.raises(WordsMissing):
        agreements.name_people(actor=coordinator, match_id=match.pk, backers=backers)
    agreements.name_people(
        actor=coordinator, match_id=match.pk, backers=backers, hand_over="Alles besproken."
    )
    step = MatchStep.objects.get()
    assert (step.name, step.note) == ("handed_over", "Alles besproken.")
    assert set(Message.objects.values_list("user_id", flat=True)) >= {
        cast.bea.user_id,
        cast.piet.user_id,
    }


def test_nobody_of_elsewhere_is_named(cast: Cast, coordinator: Actor) -> None:
    match = pair(cast)
    with pytest.raises(DomainError):
        agreements.name_people(
            actor=coordinator, match_id=match.pk, backers=agreements.Backers(coach=cast.chris.pk)
        )


@pytest.mark.covers("S1-5", "S2-9")
def test_the_milestones_come_from_the_programme(cast: Cast, coordinator: Actor) -> None:
    programme = programme_of(
        cast,
        first_call_days=7,
        early_check_weeks=[2, 6],
        trial_weeks=6,
        milestone_months=[1, 3, 6, 12, 18, 24],
        duration_months=24,
    )
    match = met(pair(cast, MatchState.BOTH_YES, programme=programme))
    matches.start_trial(actor=coordinator, match_id=match.pk)
    match.refresh_from_db()
    start = match.started_on
    assert start == clock.today()
    assert match.intended_end_on == milestones.months_after(start, 24)
    planned = [
        (each.kind, each.due_on) for each in match.milestones.exclude(kind__in=milestones.TALKS)
    ]
    assert planned == [
        ("first_call", start + timedelta(days=7)),
        ("early_check", start + timedelta(weeks=2)),
        ("look_back", milestones.months_after(start, 1)),
        ("end_of_trial", start + timedelta(weeks=6)),
        ("look_back", milestones.months_after(start, 3)),
        ("look_back", milestones.months_after(start, 6)),
        ("look_back", milestones.months_after(start, 12)),
        ("look_back", milestones.months_after(start, 18)),
        ("end", match.intended_end_on - timedelta(weeks=4)),
    ]


def test_a_milestone_is_noted_once_and_the_end_can_move(cast: Cast, coordinator: Actor) -> None:
    match = all_the_way(cast)
    first = match.milestones.all()[0]
    milestones.mark_done(
        actor=coordinator, milestone_id=first.pk, done_on=clock.today(), note="Het klikt."
    )
    with pytest.raises(StateConflict):
        milestones.mark_done(actor=coordinator, milestone_id=first.pk, done_on=clock.today())
    until = clock.today() + timedelta(days=400)
    milestones.extend(actor=coordinator, match_id=match.pk, until=until)
    ends = match.milestones.filter(kind="end", done_on__isnull=True)
    assert [each.due_on for each in ends] == [until - timedelta(weeks=4)]
    with pytest.raises(DomainError):
        milestones.extend(actor=coordinator, match_id=match.pk, until=clock.today())


def test_a_volunteer_can_not_note_a_milestone(cast: Cast, volunteer: Actor) -> None:
    match = all_the_way(cast)
    with pytest.raises(NotAllowed):
        milestones.mark_done(
            actor=volunteer, milestone_id=match.milestones.all()[0].pk, done_on=clock.today()
        )


ATTEMPTS = (
    *("yes", "no", "agree", "meet", "start", "go_on"),
    *("pause", "resume", "wind_down", "carry_on", "stop", "end"),
)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(tries=st.lists(st.sampled_from(ATTEMPTS), max_size=14), backed=st.booleans())
@pytest.mark.covers("S1-98")
def test_whatever_is_tried_nobody_runs_without_somebody_behind_them(
    cast: Cast, tries: list[str], backed: bool
) -> None:
    amal = cast.actor("amal")
    programme = programme_of(cast, **({} if backed else {"coach": None, "coordinator": None}))
    Match.objects.filter(volunteer_id=cast.bea.person_id).update(state=MatchState.ENDED)
    match = pair(cast, programme=programme)
    consent(match.participant)
    act = {
        "yes": lambda: matches.answer_as_volunteer(actor=amal, match_id=match.pk, says_yes=True),
        "no": lambda: matches.answer_as_volunteer(actor=amal, match_id=match.pk, says_yes=False),
        "agree": lambda: matches.answer_as_participant(actor=amal, match_id=match.pk, answer="yes"),
        "meet": lambda: _meet(cast, match),
        "start": lambda: matches.start_trial(actor=amal, match_id=match.pk),
        "go_on": lambda: matches.go_on(actor=amal, match_id=match.pk),
        "pause": lambda: matches.pause(actor=amal, match_id=match.pk),
        "resume": lambda: matches.resume(actor=amal, match_id=match.pk),
        "wind_down": lambda: matches.wind_down(actor=amal, match_id=match.pk),
        "carry_on": lambda: matches.carry_on(actor=amal, match_id=match.pk),
        "stop": lambda: matches.stop_early(
            actor=amal, match_id=match.pk, ending=Ending(reason="time", initiative="both")
        ),
        "end": lambda: matches.end_match(
            actor=amal, match_id=match.pk, ending=Ending(closing_talk_on=clock.today())
        ),
    }
    ended = False
    for attempt in tries:
        before = Match.objects.get(pk=match.pk).state
        try:
            act[attempt]()
        except DomainError:
            assert Match.objects.get(pk=match.pk).state == before
            continue
        assert not ended
        now = Match.objects.get(pk=match.pk)
        ended = now.state in (MatchState.ENDED, MatchState.NOT_STARTED)
        if now.state in LIVING_STATES:
            assert backed
            assert now.coach_id is not None
            assert now.professional_id is not None


@transaction.atomic
def _meet(cast: Cast, match: Match) -> None:
    amal = cast.actor("amal")
    meetings.plan_meeting(
        actor=amal, match_id=match.pk, plan=meetings.Plan(planned_at=clock.now(), place="Thuis")
    )
    meetings.write_briefing(actor=amal, match_id=match.pk, told="Alles.", briefed_on=clock.today())
    meetings.meeting_held(actor=amal, match_id=match.pk, held_on=clock.today())


@pytest.mark.covers("S1-81")
def test_talks_with_both_come_back_in_the_programmes_rhythm_while_the_match_lives(
    cast: Cast, coordinator: Actor
) -> None:
    programme = programme_of(cast, volunteer_contact_weeks=7, participant_contact_weeks=13)
    match = met(pair(cast, MatchState.BOTH_YES, programme=programme))
    matches.start_trial(actor=coordinator, match_id=match.pk)
    today = clock.today()

    def coming() -> list[tuple[str, int]]:
        open_ones = match.milestones.filter(kind__in=milestones.TALKS, done_on__isnull=True)
        return [(each.kind, (each.due_on - today).days // 7) for each in open_ones]

    assert coming() == [("talk_volunteer", 7), ("talk_participant", 13)]
    first = match.milestones.get(kind="talk_volunteer")
    milestones.mark_done(
        actor=coordinator, milestone_id=first.pk, done_on=today + timedelta(weeks=8)
    )
    assert coming() == [("talk_participant", 13), ("talk_volunteer", 15)]
    ending = Ending(reason="time", initiative="both")
    matches.stop_early(actor=coordinator, match_id=match.pk, ending=ending)
    assert coming() == []
