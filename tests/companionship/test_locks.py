"""Wishes, yeses, calls, visits and talks, each touched twice at the same moment."""

from datetime import timedelta
from functools import partial

import pytest

from naast.audit.models import Event
from naast.companionship.models import (
    CallBack,
    FirstMeeting,
    Match,
    MatchState,
    MatchStep,
    Milestone,
    QuietQuestion,
    Request,
)
from naast.companionship.services import (
    callbacks,
    consents,
    matches,
    meetings,
    milestones,
    quiet,
    requests,
    visits,
)
from naast.companionship.services.proposing import propose
from naast.companionship.states import OPEN_STATES
from naast.companionship.wishes import NewRequest, Particulars, Wishes, Yes
from naast.core import clock
from naast.organisations.actors import Actor
from naast.people.models import Consent
from tests.at_once import at_once, refused
from tests.companionship.pair import consent, pair, person_of, programme_of
from tests.companionship.wish import piets_wish
from tests.companionship.wish import volunteer as volunteer_in
from tests.conftest import Cast
from tests.factories import MatchFactory, ProgrammeFactory, RequestFactory, VisitFactory

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

SEARCHING = (Request.Status.WAITING, Request.Status.EXPLORING)


def wish_of_piet(cast: Cast) -> Request:
    return RequestFactory(
        organisation=cast.here, participant=person_of(cast.piet), coordinator=cast.amal
    )


def ask(cast: Cast, yes: Yes | None = None) -> Request:
    """Piet asks something new in the programme that there is."""
    wish = Request.objects.order_by("id").first() or wish_of_piet(cast)
    new = NewRequest(
        participant_id=cast.person_id("piet"),
        programme_id=wish.programme_id,
        particulars=Particulars(wishes=Wishes(own_words="Graag eens naar zee.")),
        asked_on=clock.today(),
        consent=yes,
    )
    return requests.ask(actor=cast.actor("amal"), new=new)


def test_two_wishes_asked_at_once_hold_one_yes(cast: Cast) -> None:
    wish_of_piet(cast)
    yes = Yes(clock.today(), Consent.How.IN_PERSON)
    results = at_once(lambda: ask(cast, yes), lambda: ask(cast, yes))
    assert {wish.status for wish in results if isinstance(wish, Request)} == {"waiting"}
    assert Consent.objects.count() == 1


def test_a_yes_written_in_two_wishes_at_once_is_one_yes(cast: Cast) -> None:
    wishes = [wish_of_piet(cast), wish_of_piet(cast)]
    yes = Yes(clock.today(), Consent.How.IN_PERSON)
    give = partial(consents.give_consent, actor=cast.actor("amal"), yes=yes)
    at_once(*(partial(give, request_id=wish.pk) for wish in wishes))
    assert Consent.objects.count() == 1


def test_a_yes_to_two_volunteers_at_once_is_written_down_once(cast: Cast) -> None:
    first = pair(cast, MatchState.VOLUNTEER_YES)
    second = MatchFactory(
        organisation=cast.here, request=wish_of_piet(cast), state=MatchState.VOLUNTEER_YES
    )
    say_yes = partial(matches.answer_as_participant, actor=cast.actor("amal"), answer="yes")
    assert not refused(at_once(*(partial(say_yes, match_id=match.pk) for match in (first, second))))
    assert Consent.objects.count() == 1


def test_a_wish_closed_twice_at_once_is_closed_once(cast: Cast, coordinator: Actor) -> None:
    wish = wish_of_piet(cast)
    close = partial(requests.close, actor=coordinator, request_id=wish.pk)
    assert refused(at_once(close, close)) == 1
    assert Event.objects.filter(kind="request.closed").count() == 1


def test_a_yes_taken_back_while_something_is_asked_leaves_no_search(cast: Cast) -> None:
    wish = wish_of_piet(cast)
    consent(wish.participant)
    at_once(
        partial(consents.withdraw_consent, actor=cast.actor("piet"), request_id=wish.pk),
        lambda: ask(cast),
    )
    assert not Consent.objects.filter(withdrawn_on__isnull=True).exists()
    assert not Request.objects.filter(status=Request.Status.WAITING).exists()


def test_a_yes_taken_back_while_somebody_is_proposed_takes_that_back_too(
    cast: Cast, coordinator: Actor
) -> None:
    programme = ProgrammeFactory(organisation=cast.here)
    wish = piets_wish(cast, programme)
    other, asked = wish_of_piet(cast), volunteer_in(programme)
    at_once(
        partial(consents.withdraw_consent, actor=cast.actor("piet"), request_id=other.pk),
        partial(propose, actor=coordinator, request_id=wish.pk, volunteer_id=asked.pk),
    )
    assert not Match.objects.filter(state__in=OPEN_STATES).exists()
    assert not Request.objects.filter(status__in=SEARCHING).exists()


def test_a_yes_taken_back_in_two_wishes_at_once_closes_both(cast: Cast) -> None:
    wishes = [wish_of_piet(cast), wish_of_piet(cast)]
    consent(wishes[0].participant)
    take_back = partial(consents.withdraw_consent, actor=cast.actor("piet"))
    at_once(*(partial(take_back, request_id=wish.pk) for wish in wishes))
    assert not Request.objects.filter(status__in=SEARCHING).exists()


def test_a_call_written_down_twice_at_once_is_written_down_once(cast: Cast) -> None:
    asked = callbacks.ask_call_back(actor=cast.actor("bea"), kind="talk", text="")
    answer = partial(
        callbacks.answer_call_back,
        actor=cast.actor("amal"),
        call_back_id=asked.pk,
        spoke_on=clock.today(),
    )
    results = at_once(partial(answer, answer="Rust."), partial(answer, answer="Samen bellen."))
    assert refused(results) == 1
    assert Event.objects.filter(kind="call-back.answered").count() == 1


def test_a_friendly_question_answered_twice_at_once_asks_for_one_call(cast: Cast) -> None:
    match = pair(cast, MatchState.RUNNING)
    question = QuietQuestion.objects.create(
        organisation=cast.here, match=match, asked_at=clock.now()
    )
    answer = partial(
        quiet.answer_quiet, actor=cast.actor("bea"), question_id=question.pk, answer="talk"
    )
    assert refused(at_once(answer, answer)) == 1
    assert CallBack.objects.count() == 1


def test_the_last_visit_is_the_newest_when_one_is_changed_while_another_is_told(
    cast: Cast,
) -> None:
    match = pair(cast, MatchState.RUNNING)
    old = clock.today() - timedelta(days=5)
    visit = VisitFactory(match=match, user_id=cast.bea.user_id, visited_on=old)
    bea = cast.actor("bea")
    change = partial(visits.edit_visit, actor=bea, visit_id=visit.pk)
    tell = partial(visits.log_visit, actor=bea, match_id=match.pk)
    at_once(
        partial(tell, told=visits.Told(visited_on=clock.today())),
        partial(change, told=visits.Told(visited_on=old, minutes=30)),
    )
    match.refresh_from_db()
    assert match.last_visit_on == clock.today()


def test_a_first_meeting_planned_twice_at_once_is_one_meeting(
    cast: Cast, coordinator: Actor
) -> None:
    match = pair(cast, MatchState.BOTH_YES)
    plan = meetings.Plan(planned_at=clock.now() + timedelta(days=2), place="Bij Piet thuis")
    arrange = partial(meetings.plan_meeting, actor=coordinator, match_id=match.pk, plan=plan)
    assert not refused(at_once(arrange, arrange))
    assert FirstMeeting.objects.count() == 1
    # The second one saw what the first had done.
    taken = MatchStep.objects.filter(name="plan_meeting").order_by("id")
    assert list(taken.values_list("from_state", flat=True)) == ["both_yes", "meeting_planned"]


def talk_of(match: Match) -> Milestone:
    return Milestone.objects.create(
        organisation_id=match.organisation_id,
        match=match,
        kind=Milestone.Kind.TALK_VOLUNTEER,
        due_on=clock.today(),
    )


def test_a_talk_noted_twice_at_once_is_planned_again_once(cast: Cast, coordinator: Actor) -> None:
    programme = programme_of(cast, volunteer_contact_weeks=4)
    talk = talk_of(pair(cast, MatchState.RUNNING, programme=programme))
    note = partial(
        milestones.mark_done, actor=coordinator, milestone_id=talk.pk, done_on=clock.today()
    )
    assert refused(at_once(note, note)) == 1
    assert Milestone.objects.filter(done_on__isnull=True).count() == 1


def test_a_talk_noted_while_the_match_ends_leaves_no_talk_to_come(
    cast: Cast, coordinator: Actor
) -> None:
    programme = programme_of(cast, volunteer_contact_weeks=4)
    match = pair(cast, MatchState.RUNNING, programme=programme)
    talk = talk_of(match)

    def note() -> object:
        try:
            return milestones.mark_done(
                actor=coordinator, milestone_id=talk.pk, done_on=clock.today()
            )
        except Milestone.DoesNotExist:
            return None

    ending = matches.Ending(reason="time", initiative="both")
    at_once(
        note,
        partial(matches.stop_early, actor=coordinator, match_id=match.pk, ending=ending),
    )
    assert not Milestone.objects.filter(done_on__isnull=True).exists()
