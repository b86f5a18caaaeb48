"""Nobody starts beside somebody unready; who runs goes on, and everybody sees what ended (S0-44)."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.companionship import attention_ready
from naast.companionship.models import FirstMeeting, Match, MatchState
from naast.companionship.queries.places import get_volunteer, places_for
from naast.companionship.queries.pool import board_for
from naast.companionship.queries.shortlist import sheet_for
from naast.companionship.services import matches, meetings
from naast.companionship.services.proposing import propose
from naast.core import clock
from naast.core.attention import AttentionItem, Urgency
from naast.organisations.actors import Actor
from naast.people.models import VolunteerProfile
from naast.programmes import services
from naast.programmes.errors import StillNeeded
from naast.programmes.evidence import Evidence
from naast.programmes.kinds import Terms
from naast.programmes.models import Engagement, EntryCondition, Kind, Override, Programme
from naast.programmes.services import nightly
from tests.companionship.pair import met, pair, programme_of, takes_part
from tests.companionship.wish import piets_wish, read, volunteer
from tests.conftest import Cast
from tests.factories import MatchFactory
from tests.programmes.ready import REASON, known


@pytest.fixture
def programme(cast: Cast) -> Programme:
    """A programme that asks for a training."""
    programme = programme_of(cast)
    EntryCondition.objects.create(
        organisation=cast.here,
        programme=programme,
        kind="training",
        name="Basisvorming",
        who_arranges="de vormingswerker",
    )
    return programme


def training(programme: Programme) -> EntryCondition:
    return EntryCondition.objects.get(programme=programme)


def followed(match: Match, *, since: int, until: int | None = None) -> Evidence:
    """The training, in days from today."""
    today = clock.today()
    end = None if until is None else today + timedelta(days=until)
    return Evidence(training(match.programme).pk, today + timedelta(days=since), end)


def let_wait(actor: Actor, match: Match) -> Override:
    return services.let_wait(
        actor=actor,
        engagement_id=Engagement.objects.get(person=match.volunteer).pk,
        item_key=str(training(match.programme).pk),
        reason=REASON,
        until_on=clock.today() + timedelta(days=30),
    )


@pytest.mark.covers("S0-44")
def test_a_match_starts_only_when_the_volunteer_is_ready(
    cast: Cast, coordinator: Actor, programme: Programme
) -> None:
    match = met(pair(cast, MatchState.BOTH_YES, programme=programme))
    with pytest.raises(StillNeeded) as refused:
        matches.start_trial(actor=coordinator, match_id=match.pk)
    assert "Basisvorming (de vormingswerker)" in str(refused.value)
    match.refresh_from_db()
    assert match.state == MatchState.MEETING_PLANNED

    with known({match.volunteer_id: [followed(match, since=0)]}):
        matches.start_trial(actor=coordinator, match_id=match.pk)


@pytest.mark.covers("S0-44")
def test_what_expired_yesterday_keeps_a_match_from_starting_and_the_last_day_does_not(
    cast: Cast, coordinator: Actor, programme: Programme
) -> None:
    match = met(pair(cast, MatchState.BOTH_YES, programme=programme))
    with (
        known({match.volunteer_id: [followed(match, since=-300, until=-1)]}),
        pytest.raises(StillNeeded),
    ):
        matches.start_trial(actor=coordinator, match_id=match.pk)
    with known({match.volunteer_id: [followed(match, since=-300, until=0)]}):
        matches.start_trial(actor=coordinator, match_id=match.pk)


def test_with_a_reason_it_starts_all_the_same(
    cast: Cast, coordinator: Actor, programme: Programme
) -> None:
    match = met(pair(cast, MatchState.BOTH_YES, programme=programme))
    let_wait(coordinator, match)
    matches.start_trial(actor=coordinator, match_id=match.pk)


def test_who_takes_no_part_in_the_programme_does_not_start(cast: Cast, coordinator: Actor) -> None:
    match = met(pair(cast, MatchState.BOTH_YES))
    Engagement.objects.update(ended_on=clock.today())
    with pytest.raises(StillNeeded):
        matches.start_trial(actor=coordinator, match_id=match.pk)


def test_a_match_that_runs_goes_on_and_starts_again_only_when_the_volunteer_is_ready(
    cast: Cast, coordinator: Actor, programme: Programme
) -> None:
    match = pair(cast, MatchState.TRIAL, programme=programme)
    matches.go_on(actor=coordinator, match_id=match.pk)
    matches.pause(actor=coordinator, match_id=match.pk)
    with pytest.raises(StillNeeded):
        matches.resume(actor=coordinator, match_id=match.pk)
    let_wait(coordinator, match)
    matches.resume(actor=coordinator, match_id=match.pk)


def test_a_coach_and_a_fallback_of_the_match_stand_for_those_of_the_programme(
    cast: Cast, coordinator: Actor
) -> None:
    match = met(pair(cast, MatchState.BOTH_YES, fallback=cast.nele))
    Programme.objects.filter(pk=match.programme_id).update(coach=None)
    match.programme.oncalllines.all().delete()
    matches.start_trial(actor=coordinator, match_id=match.pk)


def test_proposing_somebody_who_is_not_ready_is_a_caution_and_no_closed_door(
    cast: Cast, coordinator: Actor, programme: Programme
) -> None:
    person = volunteer(programme)
    wish = read(cast, piets_wish(cast, programme))
    (shown,) = sheet_for(wish).shown
    assert any("Basisvorming" in sentence for sentence in shown.to_talk_about)
    propose(actor=coordinator, request_id=wish.pk, volunteer_id=person.pk)


@pytest.mark.covers("S0-44")
def test_the_shortlist_says_what_ended_and_what_ends_soon(
    cast: Cast, coordinator: Actor, programme: Programme
) -> None:
    person = volunteer(programme)
    wish = read(cast, piets_wish(cast, programme))
    today, condition = clock.today(), training(programme).pk
    since = today - timedelta(days=300)
    soon, ended = today + timedelta(days=20), today - timedelta(days=20)
    card = get_volunteer(coordinator, person.pk)
    assert card is not None
    for until, year in ((soon, soon.year), (ended, ended.year)):
        with known({person.pk: [Evidence(condition, since, until)]}):
            (shown,) = sheet_for(wish).shown
            (there,) = places_for(coordinator, card)
        for words in (shown.to_talk_about, there.places[0].to_talk_about):
            (sentence,) = [each for each in words if "Basisvorming" in each]
            assert str(year) in sentence
    with known({person.pk: [Evidence(condition, since)]}):
        (shown,) = sheet_for(wish).shown
    assert not any("Basisvorming" in sentence for sentence in shown.to_talk_about)


def test_what_is_not_needed_before_the_start_is_no_caution(
    cast: Cast, programme: Programme
) -> None:
    EntryCondition.objects.update(is_required=False)
    person = volunteer(programme)
    board = board_for(read(cast, piets_wish(cast, programme)))
    assert board.pool.missing.get(str(person.pk), ()) == ()


@pytest.mark.covers("S0-44")
def test_the_page_of_a_match_shows_what_is_missing_and_lets_it_wait(
    cast: Cast, programme: Programme
) -> None:
    match = met(pair(cast, MatchState.BOTH_YES, programme=programme))
    amal = cast.client("amal")
    page, url = cast.url(f"matches/{match.pk}/"), cast.url(f"matches/{match.pk}/wait/")
    shown = amal.get(page)
    assert [str(row.label) for row in shown.context["ready"].rows] == ["Basisvorming"]
    assert amal.post(cast.url(f"matches/{match.pk}/trial/")).status_code == 422

    sent = {
        "item": str(training(programme).pk),
        "reason": REASON,
        "until_on": (clock.today() + timedelta(days=20)).isoformat(),
    }
    refused = amal.post(url, sent | {"reason": "Zomaar"})
    assert (refused.status_code, set(refused.context["wait_form"].errors)) == (422, {"reason"})
    far = (clock.today() + timedelta(days=200)).isoformat()
    refused = amal.post(url, sent | {"until_on": far})
    assert (refused.status_code, set(refused.context["wait_form"].errors)) == (422, {"until_on"})
    assert amal.post(url, sent).status_code == 303

    shown = amal.get(page)
    assert REASON in shown.content.decode()
    assert not shown.context["ready"].is_in_the_way
    assert amal.post(cast.url(f"matches/{match.pk}/trial/")).status_code == 303


def test_a_match_that_is_over_and_who_takes_no_part_let_nothing_wait(
    cast: Cast, programme: Programme
) -> None:
    amal = cast.client("amal")
    over = pair(cast, MatchState.ENDED, programme=programme)
    assert amal.get(cast.url(f"matches/{over.pk}/")).context["ready"] is None
    assert amal.post(cast.url(f"matches/{over.pk}/wait/")).status_code == 404
    without = MatchFactory(organisation=cast.here)
    page = amal.get(cast.url(f"matches/{without.pk}/"))
    assert page.context["wait_form"] is None
    assert page.context["ready"].is_in_the_way
    assert amal.post(cast.url(f"matches/{without.pk}/wait/")).status_code == 404


def desk(actor: Actor) -> list[AttentionItem]:
    return attention_ready.items(actor, now=clock.now())


@pytest.mark.covers("S0-44")
def test_who_waits_to_start_and_is_not_ready_is_on_the_desk(
    cast: Cast, coordinator: Actor, programme: Programme
) -> None:
    match = pair(cast, MatchState.PROPOSED, programme=programme)
    MatchFactory(organisation=cast.here, programme=programme, state=MatchState.RUNNING)
    assert desk(coordinator) == []
    match.state = MatchState.BOTH_YES
    match.save()

    (item,) = desk(coordinator)

    assert (item.kind, item.subject_id) == ("match.not-ready", match.pk)
    assert "Basisvorming (de vormingswerker)" in str(item.sentence)
    assert item.urgency == Urgency.THIS_WEEK
    met(match)
    assert [each.urgency for each in desk(coordinator)] == [Urgency.NOW]
    let_wait(coordinator, match)
    assert desk(coordinator) == []


def test_who_takes_no_part_at_all_is_on_the_desk_before_the_start(
    cast: Cast, coordinator: Actor
) -> None:
    match = pair(cast, MatchState.BOTH_YES)
    Engagement.objects.all().delete()
    assert [item.subject_id for item in desk(coordinator)] == [match.pk]


@pytest.mark.covers("S0-44")
@pytest.mark.parametrize(
    ("until", "urgency"),
    [
        (-1, Urgency.NOW),
        (14, Urgency.THIS_WEEK),
        (60, Urgency.GOOD_TO_KNOW),
        (61, None),
        (None, None),
    ],
)
def test_what_ended_beside_somebody_is_on_the_desk_now_and_what_ends_soon_before(
    cast: Cast,
    coordinator: Actor,
    programme: Programme,
    until: int | None,
    urgency: Urgency | None,
) -> None:
    match = pair(cast, MatchState.RUNNING, programme=programme)
    with known({match.volunteer_id: [followed(match, since=-300, until=until)]}):
        nightly.look(cast.here, clock.now())
        items = desk(coordinator)
        page = cast.client("amal").get(cast.url(f"matches/{match.pk}/"))
    assert [item.urgency for item in items] == ([urgency] if urgency else [])
    assert all("Basisvorming" in str(item.sentence) for item in items)
    assert len(page.context["ready"].rows) == len(items)
    match.refresh_from_db()
    assert match.state == MatchState.RUNNING


def test_what_was_mended_since_the_night_leaves_the_desk_at_once(
    cast: Cast, coordinator: Actor, programme: Programme
) -> None:
    match = pair(cast, MatchState.RUNNING, programme=programme)
    with known({match.volunteer_id: [followed(match, since=-300, until=-1)]}):
        nightly.look(cast.here, clock.now())
        assert len(desk(coordinator)) == 1
    with known({match.volunteer_id: [followed(match, since=0)]}):
        assert desk(coordinator) == []


@pytest.mark.parametrize("who", ["bea", "nele", "piet", "chris"])
def test_nobody_else_has_it_on_their_desk(cast: Cast, programme: Programme, who: str) -> None:
    pair(cast, MatchState.BOTH_YES, programme=programme)
    assert desk(cast.actor(who)) == []


def test_three_cost_the_desk_no_more_than_one(
    cast: Cast, coordinator: Actor, programme: Programme
) -> None:
    def one_of_each() -> Match:
        running = MatchFactory(organisation=cast.here, programme=programme)
        waiting = MatchFactory(
            organisation=cast.here, programme=programme, state=MatchState.BOTH_YES
        )
        for match in (running, waiting):
            services.engage(
                actor=coordinator,
                person=match.volunteer,
                programme=programme,
                terms=Terms(Kind.VOLUNTEERING, clock.today()),
            )
        return running

    def cost() -> int:
        with CaptureQueriesContext(connection) as captured:
            desk(coordinator)
        return len(captured)

    rows = {}
    for number in range(3):
        match = one_of_each()
        rows[match.volunteer_id] = [followed(match, since=-300, until=-1)]
        with known(dict(rows)):
            nightly.look(cast.here, clock.now())
            assert len(desk(coordinator)) == 2 * (number + 1)
            if number == 0:
                one = cost()
    with known(dict(rows)):
        assert cost() == one


def plan_of() -> meetings.Plan:
    return meetings.Plan(clock.now() + timedelta(days=2), "Bij Piet thuis")


@pytest.mark.covers("S0-44")
def test_the_first_meeting_is_the_first_contact_and_a_planned_one_may_be_moved(
    cast: Cast, coordinator: Actor, programme: Programme
) -> None:
    match = pair(cast, MatchState.BOTH_YES, programme=programme)
    with pytest.raises(StillNeeded):
        meetings.plan_meeting(actor=coordinator, match_id=match.pk, plan=plan_of())
    made = let_wait(coordinator, match)
    meetings.plan_meeting(actor=coordinator, match_id=match.pk, plan=plan_of())
    made.delete()
    meetings.plan_meeting(actor=coordinator, match_id=match.pk, plan=plan_of())


def test_the_form_of_the_first_meeting_says_what_is_needed_and_keeps_what_was_typed(
    cast: Cast, programme: Programme
) -> None:
    match = pair(cast, MatchState.BOTH_YES, programme=programme)
    typed = {"day": "2030-05-01", "time": "14:00", "place": "Bij Piet thuis"}
    refused = cast.client("amal").post(cast.url(f"matches/{match.pk}/meeting/"), typed)
    assert refused.status_code == 422
    words = refused.content.decode()
    assert "Basisvorming (de vormingswerker)" in words
    assert "Bij Piet thuis" in words


def test_a_meeting_is_not_noted_where_nobody_may_let_it_wait(
    cast: Cast, coordinator: Actor, programme: Programme
) -> None:
    match = met(pair(cast, MatchState.BOTH_YES, programme=programme))
    FirstMeeting.objects.update(held_on=None)
    meetings.meeting_held(actor=coordinator, match_id=match.pk, held_on=clock.today())
    VolunteerProfile.objects.filter(person_id=match.volunteer_id).update(status="former")
    with pytest.raises(StillNeeded):
        meetings.meeting_held(actor=coordinator, match_id=match.pk, held_on=clock.today())


@pytest.mark.covers("S0-44")
def test_a_good_end_that_is_none_is_no_way_round_a_pause(
    cast: Cast, coordinator: Actor, programme: Programme
) -> None:
    match = pair(cast, MatchState.PAUSED, programme=programme)
    matches.wind_down(actor=coordinator, match_id=match.pk)
    with pytest.raises(StillNeeded):
        matches.carry_on(actor=coordinator, match_id=match.pk)
    let_wait(coordinator, match)
    matches.carry_on(actor=coordinator, match_id=match.pk)


def test_a_trial_goes_on_only_when_what_was_let_wait_for_it_is_in_place(
    cast: Cast, coordinator: Actor, programme: Programme
) -> None:
    match = pair(cast, MatchState.TRIAL, programme=programme)
    made = let_wait(coordinator, match)
    yesterday = clock.today() - timedelta(days=1)
    Override.objects.filter(pk=made.pk).update(given_on=yesterday, until_on=yesterday)
    with pytest.raises(StillNeeded):
        matches.go_on(actor=coordinator, match_id=match.pk)
    with known({match.volunteer_id: [followed(match, since=0)]}):
        matches.go_on(actor=coordinator, match_id=match.pk)


def test_a_coach_and_a_fallback_who_left_stand_beside_nobody(
    cast: Cast, coordinator: Actor
) -> None:
    match = met(pair(cast, MatchState.BOTH_YES, coach=cast.nele, fallback=cast.nele))
    Programme.objects.filter(pk=match.programme_id).update(coach=None)
    match.programme.oncalllines.all().delete()
    cast.nele.ended_on = clock.today()
    cast.nele.save()
    with pytest.raises(StillNeeded) as refused:
        matches.start_trial(actor=coordinator, match_id=match.pk)
    assert {item.code for item in refused.value.items} == {"coach", "on_call"}


@pytest.mark.covers("S0-44")
def test_who_came_from_a_list_and_never_was_ready_is_on_the_desk_in_one_line(
    cast: Cast, coordinator: Actor, programme: Programme
) -> None:
    match = pair(cast, MatchState.RUNNING, programme=programme)
    takes_part(MatchFactory(organisation=cast.here, programme=programme))
    nightly.look(cast.here, clock.now())
    (item,) = desk(coordinator)
    assert (item.kind, item.url) == (
        "match.never-ready",
        coordinator.url("programmes:who_is_ready"),
    )
    assert "2" in str(item.sentence)
    let_wait(coordinator, match)
    (item,) = desk(coordinator)
    assert "1" in str(item.sentence)
