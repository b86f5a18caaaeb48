"""Several lines, agreed with both; silence and excess, gently; times away and at a distance."""

from datetime import timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist

from naast.companionship.models import (
    DistanceTime,
    Match,
    MatchState,
    QuietQuestion,
    RhythmLine,
    RhythmYes,
)
from naast.companionship.queries import rhythm
from naast.companionship.queries.agreed import agreed_of
from naast.companionship.services import quiet
from naast.companionship.services import rhythm as services
from naast.companionship.services.rhythm import AtADistance, Line
from naast.companionship.services.visits import Told, log_visit
from naast.companionship.states import Noted
from naast.core import clock
from naast.core.errors import DomainError, NotAllowed, StateConflict
from naast.messaging.models import Message
from naast.people.models import AvailabilityException, VolunteerProfile
from naast.programmes.models import ContactLine
from tests.companionship.pair import pair
from tests.conftest import Cast

WEEKLY = Line("visit", 1, "week", "bij Piet thuis")
MONTHLY_CALL = Line("call", 1, "month")


def _running(cast: Cast, *, heard: int = 60) -> Match:
    match = pair(cast, MatchState.RUNNING)
    match.last_visit_on = clock.today() - timedelta(days=heard)
    match.save()
    return match


def _write(cast: Cast, match: Match, *lines: Line) -> Match:
    return services.write_lines(actor=cast.actor("amal"), match_id=match.pk, lines=lines)


def _is_silent(match: Match) -> bool:
    plans = rhythm.intervals(match.organisation_id)
    everything = Match.objects.filter(organisation_id=match.organisation_id)
    return rhythm.silent(everything, plans, day=clock.today()).filter(pk=match.pk).exists()


@pytest.mark.covers("S1-198")
def test_a_match_has_lines_of_its_own_and_both_are_asked_whether_they_are_right(
    cast: Cast,
) -> None:
    match = _write(cast, _running(cast), WEEKLY, MONTHLY_CALL)
    assert [line.way for line in match.rhythm_lines.all()] == ["visit", "call"]
    assert agreed_of(match).waits_for == ["volunteer", "participant"]
    told = Message.objects.filter(kind="match.rhythm-to-agree")
    assert set(told.values_list("user_id", flat=True)) == {cast.bea.user_id, cast.piet.user_id}


def test_each_agrees_for_themselves_and_once(cast: Cast) -> None:
    match = _write(cast, _running(cast), WEEKLY)
    for _twice in range(2):
        services.agree(actor=cast.actor("bea"), match_id=match.pk, side="volunteer", version=1)
    assert RhythmYes.objects.get().user_id == cast.bea.user_id
    assert agreed_of(match).waits_for == ["participant"]


def test_nobody_agrees_for_the_other(cast: Cast) -> None:
    match = _write(cast, _running(cast), WEEKLY)
    for who, side in (("bea", "participant"), ("piet", "volunteer"), ("nele", "participant")):
        with pytest.raises(NotAllowed):
            services.agree(actor=cast.actor(who), match_id=match.pk, side=side, version=1)
    with pytest.raises(ObjectDoesNotExist):
        services.agree(actor=cast.actor("chris"), match_id=match.pk, side="participant", version=1)


def test_a_coordinator_notes_what_somebody_agreed_on_paper(cast: Cast) -> None:
    match = _write(cast, _running(cast), WEEKLY)
    yes = services.agree(
        actor=cast.actor("amal"), match_id=match.pk, side="participant", version=1, how="paper"
    )
    assert yes.how == RhythmYes.How.PAPER


def test_other_lines_ask_both_anew_and_an_old_yes_no_longer_fits(cast: Cast) -> None:
    match = _write(cast, _running(cast), WEEKLY)
    services.agree(actor=cast.actor("bea"), match_id=match.pk, side="volunteer", version=1)
    match = _write(cast, match, MONTHLY_CALL)
    assert agreed_of(match).waits_for == ["volunteer", "participant"]
    with pytest.raises(StateConflict):
        services.agree(actor=cast.actor("bea"), match_id=match.pk, side="volunteer", version=1)
    assert RhythmYes.objects.get().version == 1  # what was agreed before is kept


def test_the_same_lines_written_again_ask_nothing(cast: Cast) -> None:
    match = _write(cast, _running(cast), WEEKLY)
    assert _write(cast, match, WEEKLY).rhythm_version == 1


def test_only_a_coordinator_writes_the_lines(cast: Cast) -> None:
    match = _running(cast)
    with pytest.raises(NotAllowed):
        services.write_lines(actor=cast.actor("bea"), match_id=match.pk, lines=(WEEKLY,))


@pytest.mark.covers("S2-16")
def test_their_own_lines_decide_when_it_is_quiet(cast: Cast) -> None:
    match = _running(cast, heard=40)
    ContactLine.objects.filter(programme=match.programme).update(unit="month")
    assert not _is_silent(match)
    match = _write(cast, match, WEEKLY, MONTHLY_CALL)
    assert _is_silent(match)
    match = _write(cast, match, MONTHLY_CALL)
    assert not _is_silent(match)
    match = _write(cast, match)
    assert match.own_interval is None
    assert not _is_silent(match)


@pytest.mark.covers("S2-16")
def test_who_is_away_ill_or_pauses_is_not_quiet(cast: Cast) -> None:
    match = _running(cast)
    assert _is_silent(match)
    today = clock.today()
    away = AvailabilityException.objects.create(
        organisation=cast.here, person=match.participant, from_on=today, until_on=today
    )
    assert not _is_silent(match)
    away.delete()
    VolunteerProfile.objects.filter(person=match.volunteer).update(status="paused")
    assert not _is_silent(match)
    VolunteerProfile.objects.filter(person=match.volunteer).update(status="active")
    Match.objects.filter(pk=match.pk).update(state=MatchState.PAUSED)
    assert not _is_silent(match)


def test_one_tap_says_that_somebody_is_ill_and_the_question_rests_for_four_weeks(
    cast: Cast,
) -> None:
    match = _running(cast)
    asked = QuietQuestion.objects.create(organisation=cast.here, match=match, asked_at=clock.now())
    quiet.answer_quiet(actor=cast.actor("bea"), question_id=asked.pk, answer="away")
    assert not _is_silent(match)
    QuietQuestion.objects.update(answered_at=clock.now() - timedelta(days=29))
    assert _is_silent(match)


@pytest.mark.parametrize(
    ("told", "visits", "often"),
    [
        ({"home": 8}, None, False),  # twice a week where once was agreed
        ({"home": 9}, None, True),
        ({"home": 4, "phone": 4}, None, True),  # calling weekly where monthly was agreed
        ({"home": 4, "phone": 3}, None, False),
        ({"home": 4, "outing": 5}, None, True),
        ({}, None, False),
    ],
)
def test_being_together_and_calling_are_counted_apart(
    told: dict[str, int], visits: int | None, often: bool
) -> None:
    lines = [RhythmLine(way="visit", every=1, unit="week"), RhythmLine(way="call", unit="month")]
    assert rhythm.is_often(told, lines, visits=visits) is often


def test_what_nobody_agreed_about_counts_with_the_rest() -> None:
    weekly = [RhythmLine(way="visit", every=1, unit="week")]
    assert rhythm.is_often({"phone": 20}, weekly)
    assert not rhythm.is_often({"phone": 8}, weekly)
    assert rhythm.is_often({"home": 4}, [])
    assert not rhythm.is_often({"home": 4}, [], visits=2)


@pytest.mark.covers("S1-198")
def test_calling_every_day_is_noted_once_to_ask_how_that_is(cast: Cast) -> None:
    match = _write(cast, _running(cast), WEEKLY, MONTHLY_CALL)
    for days in range(6):
        told = Told(visited_on=clock.today() - timedelta(days=days), mode="phone")
        log_visit(actor=cast.actor("bea"), match_id=match.pk, told=told)
    assert match.steps.filter(name=Noted.OFTEN).count() == 1


@pytest.mark.covers("S2-28")
def test_at_a_distance_another_rhythm_counts_for_everybody(cast: Cast) -> None:
    match = _running(cast, heard=40)
    _distance(cast, days_ago=20)
    assert _is_silent(match)
    log_visit(
        actor=cast.actor("bea"),
        match_id=match.pk,
        told=Told(visited_on=clock.today(), mode="phone"),
    )
    assert not _is_silent(match)


def test_nobody_is_quiet_in_the_first_days_at_a_distance(cast: Cast) -> None:
    match = _running(cast)
    _distance(cast, days_ago=1)
    assert not _is_silent(match)


def test_calling_often_at_a_distance_is_no_excess(cast: Cast) -> None:
    match = _running(cast)
    _distance(cast, days_ago=20)
    for days in range(8):
        told = Told(visited_on=clock.today() - timedelta(days=days), mode="phone")
        log_visit(actor=cast.actor("bea"), match_id=match.pk, told=told)
    assert not match.steps.filter(name=Noted.OFTEN).exists()


def test_a_time_at_a_distance_ends_by_itself_or_by_hand(cast: Cast) -> None:
    amal = cast.actor("amal")
    _distance(cast, days_ago=20)
    with pytest.raises(StateConflict):
        _distance(cast, days_ago=1)
    services.meet_again(actor=amal)
    ended = _distance(cast, days_ago=9)
    DistanceTime.objects.filter(pk=ended.pk).update(until_on=clock.today() - timedelta(days=1))
    assert not rhythm.at_a_distance(cast.here.pk, clock.today()).exists()
    assert _distance(cast, days_ago=0).pk != ended.pk


def test_only_a_coordinator_keeps_the_house_at_a_distance(cast: Cast) -> None:
    terms = AtADistance(from_on=clock.today())
    with pytest.raises(NotAllowed):
        services.keep_distance(actor=cast.actor("nele"), terms=terms)
    before = AtADistance(from_on=clock.today(), until_on=clock.today() - timedelta(days=1))
    with pytest.raises(DomainError):
        services.keep_distance(actor=cast.actor("amal"), terms=before)


def test_the_lines_are_written_and_agreed_on_the_pages(cast: Cast) -> None:
    match = _running(cast)
    amal, bea = cast.client("amal"), cast.client("bea")
    here = f"/o/{cast.here.slug}"
    page = f"{here}/matches/{match.pk}/rhythm/"
    data = {"way_1": "visit", "every_1": "2", "unit_1": "week", "with_whom_1": "in het park"}
    assert amal.post(page, data | {"every_1": "0"}).status_code == 422
    assert amal.post(page, data).status_code == 303
    assert amal.get(page).context["agreed"].version == 1
    own = f"{here}/my-matches/{match.pk}/"
    assert "in het park" in bea.get(own).content.decode()
    assert bea.post(f"{own}rhythm/yes/", {"version": "1"}).status_code == 303
    assert cast.client("nele").post(f"{own}rhythm/yes/", {}).status_code == 404
    assert amal.post(f"{page}yes-for/", {"version": "1"}).status_code == 422
    said = {"version": "1", "side": "participant", "how": "paper"}
    assert amal.post(f"{page}yes-for/", said).status_code == 303
    assert agreed_of(Match.objects.get(pk=match.pk)).waits_for == []


def test_the_page_of_a_time_at_a_distance_begins_and_ends_it(cast: Cast) -> None:
    match = _running(cast)
    amal = cast.client("amal")
    page = f"/o/{cast.here.slug}/matches/at-a-distance/"
    data = {"from_on": clock.today().isoformat(), "every": "1", "unit": "week", "words": "Bel!"}
    assert amal.post(page, data | {"every": ""}).status_code == 422
    assert amal.post(page, data).status_code == 303
    own = f"/o/{cast.here.slug}/my-matches/{match.pk}/"
    assert "Bel!" in cast.client("piet").get(own).content.decode()
    assert amal.post(f"{page}over/").status_code == 303
    assert amal.post(f"{page}over/").status_code == 404


def _distance(cast: Cast, *, days_ago: int) -> DistanceTime:
    terms = AtADistance(from_on=clock.today() - timedelta(days=days_ago))
    return services.keep_distance(actor=cast.actor("amal"), terms=terms)


def test_nobody_is_asked_to_agree_when_there_is_nothing_to_say_yes_to(cast: Cast) -> None:
    match = _running(cast)
    _write(cast, match, WEEKLY)
    before = Message.objects.filter(kind="match.rhythm-to-agree").count()
    _write(cast, match)
    assert Message.objects.filter(kind="match.rhythm-to-agree").count() == before
