"""What matches and visits ask attention for: the sentence, the owner, and no more queries for more."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from naast.companionship import attention, attention_matches
from naast.companionship.models import (
    FirstMeeting,
    Match,
    MatchState,
    MatchStep,
    Milestone,
    Request,
)
from naast.companionship.services import matches
from naast.core import clock
from naast.core.attention import AttentionItem, Urgency
from tests.companionship.pair import pair, person_of, programme_of
from tests.conftest import Cast
from tests.factories import MatchFactory, VisitFactory

LONG_AGO = timedelta(days=5)


def shown(cast: Cast, kind: str, who: str = "amal") -> list[AttentionItem]:
    """The items of this kind on somebody's desk."""
    with override("en"):
        found = attention_matches.items(cast.actor(who), now=clock.now())
    return [item for item in found if item.kind == kind]


def meeting(match: Match, **fields: Any) -> FirstMeeting:
    """A first meeting of this match."""
    values = {
        "organisation": match.organisation,
        "match": match,
        "planned_at": clock.now(),
        "place": "x",
    }
    return FirstMeeting.objects.create(**(values | fields))


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        ("proposed", "Bea was asked to meet Piet on"),
        ("volunteer_yes", "Piet was asked to meet Bea on"),
    ],
)
def test_a_proposal_without_an_answer_shows_after_three_days(
    cast: Cast, state: str, sentence: str
) -> None:
    match = pair(cast, state, state_since=clock.now() - timedelta(days=2), coach=cast.amal)
    assert shown(cast, "match-answer") == []
    Match.objects.update(state_since=clock.now() - LONG_AGO)
    (item,) = shown(cast, "match-answer")
    assert str(item.sentence).startswith(sentence)
    assert (item.owner_id, item.subject_id) == (cast.amal.pk, match.pk)


@pytest.mark.covers("S0-46")
def test_a_first_meeting_is_to_plan_then_to_tell_about_then_to_note(cast: Cast) -> None:
    match = pair(cast, MatchState.BOTH_YES)
    assert len(shown(cast, "match-meeting-plan")) == 1
    planned = meeting(match, planned_at=clock.now() + timedelta(days=2))
    Match.objects.update(state=MatchState.MEETING_PLANNED)
    (item,) = shown(cast, "match-briefing")
    assert item.urgency == Urgency.NOW
    planned.briefed_on = clock.today()
    planned.save()
    assert shown(cast, "match-briefing") == []
    assert shown(cast, "match-met") == []
    planned.planned_at = clock.now() - timedelta(hours=3)
    planned.save()
    assert len(shown(cast, "match-met")) == 1


def test_a_moment_to_call_shows_when_its_day_has_come(cast: Cast) -> None:
    match = pair(cast, MatchState.RUNNING)
    for days in (0, 1):
        day = clock.today() + timedelta(days=days)
        Milestone.objects.create(organisation=cast.here, match=match, kind="first_call", due_on=day)
    assert len(shown(cast, "match-milestone")) == 1


@pytest.mark.covers("S2-16", "S1-198")
def test_silence_is_good_to_know_and_no_alarm(cast: Cast) -> None:
    pair(cast, MatchState.RUNNING, last_visit_on=clock.today() - timedelta(days=19))
    (item,) = shown(cast, "match-silent")
    assert item.sentence == "No contact logged for 19 days between Bea and Piet."
    assert item.urgency == Urgency.GOOD_TO_KNOW


@pytest.mark.covers("S1-198")
def test_much_more_often_than_agreed_is_asked_about_gently(cast: Cast) -> None:
    match = pair(cast, MatchState.RUNNING)
    MatchStep.objects.create(
        organisation=cast.here, match=match, name="often", to_state=match.state
    )
    (item,) = shown(cast, "match-often")
    assert item.urgency == Urgency.GOOD_TO_KNOW


def test_what_was_done_outside_the_package_is_nothing_to_read_here(cast: Cast) -> None:
    match = pair(cast, MatchState.RUNNING)
    VisitFactory(match=match, organisation=cast.here, other_activity="Strijken")
    assert shown(cast, "visit-passed-on") == []


def test_what_was_passed_on_is_announced_without_its_words(cast: Cast) -> None:
    VisitFactory(match=pair(cast, MatchState.RUNNING), organisation=cast.here, pass_on="Hij viel.")
    (item,) = shown(cast, "visit-passed-on")
    assert "Hij viel." not in str(item.sentence)


@pytest.mark.covers("S2-6")
def test_more_matches_than_agreed_shows_once_a_volunteer(cast: Cast) -> None:
    programme = programme_of(cast, max_matches=1)
    pair(cast, MatchState.RUNNING, programme=programme)
    assert shown(cast, "volunteer-load") == []
    MatchFactory(organisation=cast.here, programme=programme, volunteer=person_of(cast.bea))
    (item,) = shown(cast, "volunteer-load")
    assert item.sentence == "Bea has 2 matches and agreed to 1. Ask how that is."


def test_an_end_that_is_near_asks_extend_change_or_stop(cast: Cast) -> None:
    match = pair(cast, MatchState.RUNNING, intended_end_on=clock.today() + timedelta(days=40))
    assert shown(cast, "match-end-near") == []
    for days in (20, -3):
        match.intended_end_on = clock.today() + timedelta(days=days)
        match.save()
        assert len(shown(cast, "match-end-near")) == 1


@pytest.mark.covers("S1-33", "S1-98", "S3-28")
@pytest.mark.parametrize("missing", ["coach", "professional", "fallback"])
def test_a_living_match_without_somebody_behind_it_is_for_now(cast: Cast, missing: str) -> None:
    match = pair(cast, MatchState.RUNNING)
    assert shown(cast, "match-unbacked") == []
    if missing == "fallback":
        match.programme.oncalllines.all().delete()
    else:
        setattr(match, missing, None)
        match.save()
    (item,) = shown(cast, "match-unbacked")
    assert item.urgency == Urgency.NOW


@pytest.mark.covers("S1-31")
def test_a_wish_for_change_stays_until_somebody_talked(cast: Cast) -> None:
    match = pair(cast, MatchState.RUNNING)
    matches.ask_for_change(actor=cast.actor("piet"), match_id=match.pk, wish="other")
    (item,) = shown(cast, "match-change-asked")
    assert item.sentence == "Piet would like another volunteer than Bea."
    assert item.urgency == Urgency.NOW
    page = cast.client("amal").get(cast.url(f"matches/{match.pk}/"))
    assert page.context["shown"].wish is not None
    matches.note_talk(actor=cast.actor("amal"), match_id=match.pk, note="Samen bekeken.")
    assert shown(cast, "match-change-asked") == []


def test_without_a_coach_the_programmes_coordinator_is_responsible(cast: Cast) -> None:
    pair(cast, MatchState.RUNNING, coach=None)
    (item,) = shown(cast, "match-unbacked")
    assert item.owner_id == cast.amal.pk


def one_of_each(cast: Cast) -> None:
    """A row for each kind of item."""
    now, today = clock.now(), clock.today()
    programme = programme_of(cast, max_matches=1)
    values: dict[str, Any] = {"organisation": cast.here, "programme": programme}
    MatchFactory(**values, state=MatchState.PROPOSED, state_since=now - LONG_AGO)
    meeting(MatchFactory(**values, state=MatchState.MEETING_PLANNED))
    MatchFactory(**values, state=MatchState.BOTH_YES)
    match = MatchFactory(**values, intended_end_on=today, last_visit_on=today - timedelta(days=40))
    MatchFactory(**values, volunteer=match.volunteer)
    Milestone.objects.create(organisation=cast.here, match=match, kind="look_back", due_on=today)
    VisitFactory(match=match, organisation=cast.here, pass_on="x", other_activity="Strijken")
    for name in ("often", "cannot_come", "asked_to_stop"):
        MatchStep.objects.create(organisation=cast.here, match=match, name=name, to_state="running")


def test_three_of_everything_cost_no_more_queries_than_one(cast: Cast) -> None:
    actor = cast.actor("amal")

    def cost() -> tuple[int, int]:
        with CaptureQueriesContext(connection) as captured:
            found = attention_matches.items(actor, now=clock.now())
        return len(captured), len({item.kind for item in found})

    one_of_each(cast)
    queries, kinds = cost()
    assert kinds >= 11
    one_of_each(cast)
    one_of_each(cast)
    assert cost() == (queries, kinds)
    assert queries <= 14


def test_the_rooms_items_hold_wishes_and_matches(cast: Cast) -> None:
    match = pair(cast, MatchState.PROPOSED, state_since=clock.now() - LONG_AGO)
    Request.objects.filter(pk=match.request_id).update(asked_on=clock.today() - timedelta(days=30))
    kinds = {item.kind for item in attention.items(cast.actor("amal"), now=clock.now())}
    assert "match-answer" in kinds


@pytest.mark.parametrize("who", ["bea", "piet", "nele", "chris"])
def test_nobody_else_gets_items_of_this_organisation(cast: Cast, who: str) -> None:
    one_of_each(cast)
    assert attention_matches.items(cast.actor(who), now=clock.now()) == []
