"""One refused case for each line of the policies of matches and visits."""

from datetime import UTC, date, datetime, timedelta

import pytest

from naast.companionship.models import MatchState
from naast.companionship.policies import matches as policies
from naast.companionship.policies import visits as visit_policies
from naast.core import clock
from naast.organisations.models import Function
from tests.companionship.pair import pair
from tests.conftest import Cast
from tests.factories import MatchFactory, VisitFactory, actor_of, member


def test_a_step_in_a_match_of_elsewhere_is_refused(cast: Cast) -> None:
    match = MatchFactory(organisation=cast.elsewhere)
    assert not policies.can_take(cast.actor("amal"), match, "pause")
    assert not policies.can_arrange(cast.actor("amal"), match)
    assert not visit_policies.can_log(cast.actor("amal"), match)


@pytest.mark.parametrize(
    ("step", "allowed"),
    [
        ("volunteer_accepts", {"amal", "bea"}),
        ("volunteer_declines", {"amal", "bea"}),
        ("participant_accepts", {"amal", "piet"}),
        ("participant_asks_other", {"amal", "piet"}),
        ("withdraw", {"amal"}),
        ("start_trial", {"amal"}),
        ("pause", {"amal"}),
        ("stop_early", {"amal"}),
    ],
)
def test_who_takes_which_step(cast: Cast, step: str, allowed: set[str]) -> None:
    match = pair(cast, MatchState.VOLUNTEER_YES)
    everybody = ("amal", "bea", "nele", "piet")
    assert {who for who in everybody if policies.can_take(cast.actor(who), match, step)} == allowed


@pytest.mark.parametrize("who", ["bea", "nele", "piet"])
def test_only_a_coordinator_arranges_and_marks_as_read(cast: Cast, who: str) -> None:
    assert not policies.can_arrange(cast.actor(who), pair(cast))
    assert not visit_policies.can_see_to(cast.actor(who))


def test_a_change_is_asked_by_the_participant_of_a_living_match(cast: Cast) -> None:
    match = pair(cast, MatchState.RUNNING)
    assert policies.can_ask_for_change(cast.actor("piet"), match)
    for who in ("bea", "nele", "amal"):
        assert not policies.can_ask_for_change(cast.actor(who), match)
    match.state = MatchState.ENDED
    assert not policies.can_ask_for_change(cast.actor("piet"), match)


def test_a_visit_is_cancelled_by_the_volunteer_of_a_match_that_meets(cast: Cast) -> None:
    match = pair(cast, MatchState.RUNNING)
    allowed = {
        who
        for who in ("amal", "bea", "nele", "piet")
        if policies.can_cancel_visit(cast.actor(who), match)
    }
    assert allowed == {"amal", "bea"}
    match.state = MatchState.PROPOSED
    assert not policies.can_cancel_visit(cast.actor("bea"), match)


def test_another_volunteer_tells_nothing_of_this_match(cast: Cast) -> None:
    other = actor_of(member(cast.here, Function.VOLUNTEER, name="Vic Anders"))
    match = pair(cast, MatchState.RUNNING)
    assert not visit_policies.can_log(other, match)
    assert not policies.can_cancel_visit(other, match)
    assert not policies.can_take(other, match, "volunteer_accepts")


def test_a_visit_is_changed_by_its_author_within_a_week_while_the_match_lives(cast: Cast) -> None:
    match = pair(cast, MatchState.RUNNING)
    visit = VisitFactory(match=match, organisation=cast.here, user_id=cast.bea.user_id)
    today = clock.today()
    bea = cast.actor("bea")
    assert visit_policies.can_edit(bea, visit, day=today + timedelta(days=7))
    assert not visit_policies.can_edit(bea, visit, day=today + timedelta(days=8))
    assert not visit_policies.can_edit(cast.actor("amal"), visit, day=today)
    visit.user_id = None
    assert not visit_policies.can_edit(bea, visit, day=today)
    visit.user_id = cast.bea.user_id
    match.state = MatchState.ENDED
    assert not visit_policies.can_edit(bea, visit, day=today)


def test_the_week_of_a_visit_told_after_midnight_begins_on_that_day(cast: Cast) -> None:
    visit = VisitFactory(
        match=pair(cast, MatchState.RUNNING), organisation=cast.here, user_id=cast.bea.user_id
    )
    visit.created_at = datetime(2026, 11, 10, 23, 30, tzinfo=UTC)  # half past midnight here
    bea = cast.actor("bea")
    assert visit_policies.can_edit(bea, visit, day=date(2026, 11, 18))
    assert not visit_policies.can_edit(bea, visit, day=date(2026, 11, 19))


def test_somebody_without_a_person_or_membership_sees_nothing(cast: Cast) -> None:
    MatchFactory(organisation=cast.here, coach=None, professional=None)
    for function in (
        Function.VOLUNTEER,
        Function.PARTICIPANT,
        Function.PROFESSIONAL,
        Function.COACH,
    ):
        membership = member(cast.here, function, name="Geen Persoon")
        membership.person_id = None
        actor = actor_of(membership)
        assert not policies.visible_to(actor).exists()
        assert not visit_policies.visible_to(actor).exists()
        assert not visit_policies.dates_visible_to(actor).exists()
        assert not policies.own_as_volunteer(actor).exists()


def test_days_of_visits_follow_the_sight_of_the_match(cast: Cast) -> None:
    own = VisitFactory(match=pair(cast, MatchState.RUNNING), organisation=cast.here)
    VisitFactory(match=MatchFactory(organisation=cast.here), organisation=cast.here)
    for who in ("bea", "piet", "nele"):
        seen = visit_policies.dates_visible_to(cast.actor(who))
        assert list(seen.values_list("pk", flat=True)) == [own.pk]
    assert visit_policies.dates_visible_to(cast.actor("amal")).count() == 2
    assert not visit_policies.dates_visible_to(cast.actor("chris")).exists()
