"""Telling of a visit, silence and excess, «I can't come»."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
import time_machine
from django.core.management import call_command
from django.db import models

from naast.companionship import attention_matches
from naast.companionship.forms.visits import VisitForm
from naast.companionship.models import Match, MatchState, QuietQuestion, Visit
from naast.companionship.policies import visits as policies
from naast.companionship.services import quiet
from naast.companionship.services import visits as services
from naast.companionship.services.visits import Told
from naast.companionship.states import LIVING_STATES
from naast.core import clock
from naast.core.attention import Urgency
from naast.core.errors import DomainError, NotAllowed
from naast.messaging.models import Message
from naast.organisations.actors import Actor
from naast.programmes.models import ContactLine, Programme, Task
from tests.companionship.pair import pair, person_of, programme_of
from tests.conftest import Cast
from tests.factories import MatchFactory, ProgrammeFactory, VisitFactory

NOW = datetime(2026, 6, 15, 10, tzinfo=UTC)


@pytest.mark.covers("S1-3", "S2-22")
def test_three_taps_are_enough(cast: Cast) -> None:
    match = pair(cast, MatchState.RUNNING)
    url = cast.url(f"visits/i-was-there/?match={match.pk}")
    client = cast.client("bea")
    assert client.get(url).status_code == 200
    response = client.post(url, {"when": "today", "mood": "good", "mode": "home"})
    assert response.status_code == 303
    visit = Visit.objects.get()
    assert (visit.visited_on, visit.mood, visit.user_id) == (
        clock.today(),
        "good",
        cast.bea.user_id,
    )
    match.refresh_from_db()
    assert match.last_visit_on == clock.today()
    assert client.get(response["Location"]).status_code == 200


@pytest.mark.covers("S2-28")
@pytest.mark.parametrize("mode", Visit.Mode.values)
def test_every_way_of_meeting_counts(cast: Cast, volunteer: Actor, mode: str) -> None:
    match = pair(cast, MatchState.RUNNING)
    told = Told(visited_on=clock.today(), mode=mode)
    visit = services.log_visit(actor=volunteer, match_id=match.pk, told=told)
    assert visit.mode == mode


@pytest.mark.covers("S1-3", "S1-96", "S2-15")
def test_the_form_asks_for_no_progress_target_or_count(cast: Cast) -> None:
    fields = set(VisitForm(tasks=[]).fields)
    assert fields == {
        "when",
        "visited_on",
        "mood",
        "pass_on",
        "mode",
        "minutes",
        "part_of_day",
        "is_unplanned",
        "other_activity",
        "good_moment",
    }
    required = {name for name, field in VisitForm(tasks=[]).fields.items() if field.required}
    assert required == {"when", "mode"}
    names = {field.name for model in (Visit, Match) for field in model._meta.get_fields()}
    assert not {
        name
        for name in names
        if any(word in name for word in ("target", "quota", "score", "progress"))
    }


@pytest.mark.covers("S2-15")
def test_a_programme_has_no_number_of_visits_to_reach_and_no_list_of_topics() -> None:
    numbers = {
        field.name
        for model in (Programme, ContactLine, Task)
        for field in model._meta.get_fields()
        if isinstance(field, models.IntegerField)
    }
    assert numbers == {
        "weight",
        "max_matches",
        "minimum_age",
        "trial_weeks",
        "duration_months",
        "minimum_months",
        "first_call_days",
        "volunteer_contact_weeks",
        "participant_contact_weeks",
        "position",
        "every",
    }
    names = {field.name for field in Programme._meta.get_fields()}
    assert not {name for name in names if "topic" in name or "checklist" in name}


@pytest.mark.covers("S0-8")
@pytest.mark.parametrize(
    ("who", "path"),
    [
        ("amal", "people/volunteers/"),
        ("amal", "people/volunteers/{bea}/"),
        ("amal", "programmes/{programme}/"),
        ("bea", "volunteer/"),
        ("bea", "people/me/"),
    ],
)
def test_more_visits_put_no_figure_beside_a_volunteer(cast: Cast, who: str, path: str) -> None:
    match = pair(cast, MatchState.RUNNING, last_visit_on=clock.today())
    url = cast.url(path.format(bea=cast.bea.person_id, programme=match.programme_id))

    def read() -> str:
        response = cast.client(who).get(url)
        assert response.status_code == 200
        page = response.content.decode()
        return re.sub(r"<[^>]*>", " ", page[page.index("<main") :])

    VisitFactory(match=match, organisation=cast.here, seen_at=clock.now())
    after_one = read()
    for _time in range(7):
        VisitFactory(match=match, organisation=cast.here, seen_at=clock.now())
    assert read() == after_one


def test_all_of_it_can_be_told(cast: Cast) -> None:
    match = pair(cast, MatchState.RUNNING)
    task = match.programme.tasks.get()
    yesterday = clock.today() - timedelta(days=1)
    data = {
        "when": "today",
        "visited_on": yesterday.isoformat(),
        "mood": "hard",
        "mode": "outing",
        "minutes": "90",
        "tasks": [str(task.pk)],
        "other_activity": "Papieren ordenen",
        "pass_on": "Hij was moe.",
        "good_moment": "De eendjes.",
    }
    assert cast.client("bea").post(cast.url("visits/i-was-there/"), data).status_code == 303
    visit = Visit.objects.get()
    assert (visit.visited_on, visit.minutes, visit.pass_on) == (yesterday, 90, "Hij was moe.")
    assert list(visit.tasks.all()) == [task]


@pytest.mark.parametrize(
    "data",
    [
        {"when": "tomorrow", "mode": "home"},
        {"when": "today", "mode": "home", "visited_on": "2099-01-01"},
        {"when": "today"},
        {"when": "today", "mode": "home", "tasks": ["00000000-0000-7000-8000-000000000000"]},
    ],
)
def test_what_can_not_be_is_refused_and_nothing_is_lost(
    cast: Cast, data: dict[str, object]
) -> None:
    pair(cast, MatchState.RUNNING)
    response = cast.client("bea").post(
        cast.url("visits/i-was-there/"), data | {"pass_on": "Niet kwijtraken"}
    )
    assert response.status_code == 422
    assert "Niet kwijtraken" in response.content.decode()
    assert "data-draft=" in response.content.decode()
    assert not Visit.objects.exists()


def test_only_agreed_tasks_of_this_programme_can_be_ticked(cast: Cast, volunteer: Actor) -> None:
    match = pair(cast, MatchState.RUNNING)
    Task.objects.create(
        organisation=cast.here,
        programme=match.programme,
        name="Medicatie geven",
        who=Task.Who.NEVER,
    )
    page = cast.client("bea").get(cast.url("visits/i-was-there/")).content.decode()
    assert "Samen wandelen" in page
    assert "Medicatie geven" not in page
    elsewhere = ProgrammeFactory(organisation=cast.here).tasks.get()
    told = Told(visited_on=clock.today(), task_ids=(elsewhere.pk,))
    with pytest.raises(DomainError):
        services.log_visit(actor=volunteer, match_id=match.pk, told=told)


def test_with_two_matches_one_is_chosen_first(cast: Cast) -> None:
    first = pair(cast, MatchState.RUNNING)
    second = MatchFactory(organisation=cast.here, volunteer=person_of(cast.bea))
    MatchFactory(organisation=cast.here)  # somebody else's
    page = cast.client("bea").get(cast.url("visits/i-was-there/"))
    assert {match.pk for match, _url in page.context["choices"]} == {first.pk, second.pk}
    cancel = cast.client("bea").get(cast.url("visits/i-cannot-come/"))
    assert len(cancel.context["choices"]) == 2


def test_without_a_match_the_page_says_so_kindly(cast: Cast) -> None:
    assert cast.client("bea").get(cast.url("visits/i-was-there/")).context["choices"] == []


@pytest.mark.parametrize("query", ["?match=x", "?match=00000000-0000-7000-8000-000000000000"])
def test_a_match_that_is_not_yours_is_not_there(cast: Cast, query: str) -> None:
    pair(cast, MatchState.RUNNING)
    assert cast.client("bea").get(cast.url("visits/i-was-there/") + query).status_code == 404


@pytest.mark.parametrize(
    "state", [state for state in MatchState.values if state not in LIVING_STATES]
)
def test_visits_belong_to_living_matches(cast: Cast, coordinator: Actor, state: str) -> None:
    match = pair(cast, state)
    with pytest.raises(NotAllowed):
        services.log_visit(
            actor=coordinator, match_id=match.pk, told=Told(visited_on=clock.today())
        )


@pytest.mark.parametrize("who", ["piet", "nele"])
def test_only_the_volunteer_or_a_coordinator_tells(cast: Cast, who: str) -> None:
    match = pair(cast, MatchState.RUNNING)
    with pytest.raises(NotAllowed):
        services.log_visit(
            actor=cast.actor(who), match_id=match.pk, told=Told(visited_on=clock.today())
        )


def test_a_coordinator_tells_on_behalf_of_the_volunteer(cast: Cast) -> None:
    match = pair(cast, MatchState.RUNNING)
    url = cast.url(f"visits/i-was-there/?match={match.pk}")
    assert cast.client("amal").post(url, {"when": "yesterday", "mode": "phone"}).status_code == 303
    assert Visit.objects.get().user_id == cast.amal.user_id


def test_an_older_visit_told_later_does_not_move_the_last_day_back(
    cast: Cast, volunteer: Actor
) -> None:
    match = pair(cast, MatchState.RUNNING)
    today = clock.today()
    for day in (today, today - timedelta(days=9)):
        services.log_visit(actor=volunteer, match_id=match.pk, told=Told(visited_on=day))
    match.refresh_from_db()
    assert match.last_visit_on == today


def test_what_was_told_can_be_changed_by_its_author_for_a_week(cast: Cast) -> None:
    match = pair(cast, MatchState.RUNNING)
    with time_machine.travel(NOW, tick=False):
        visit = VisitFactory(
            match=match, organisation=cast.here, user_id=cast.bea.user_id, seen_at=NOW
        )
        url = cast.url(f"visits/{visit.pk}/edit/")
        client = cast.client("bea")
        assert client.get(url).status_code == 200
        data = {"when": "yesterday", "mode": "home", "pass_on": "Toch nog iets."}
        assert client.post(url, data).status_code == 303
        visit.refresh_from_db()
        assert (visit.pass_on, visit.visited_on) == (
            "Toch nog iets.",
            NOW.date() - timedelta(days=1),
        )
        assert visit.seen_at is None
        unread = Visit.objects.filter(pk=visit.pk, seen_at__isnull=True)
        unread.update(seen_at=NOW)
        assert client.post(url, data | {"other_activity": "Strijken"}).status_code == 303
        assert not unread.exists()
        assert cast.client("amal").get(url).status_code == 404
    with time_machine.travel(NOW + timedelta(days=8), tick=False):
        assert cast.client("bea").get(url).status_code == 404
        with pytest.raises(NotAllowed):
            services.edit_visit(
                actor=cast.actor("bea"), visit_id=visit.pk, told=Told(visited_on=NOW.date())
            )


def test_who_reads_the_words_of_a_visit(cast: Cast) -> None:
    visit = VisitFactory(match=pair(cast, MatchState.RUNNING), organisation=cast.here)
    readers = {
        who: policies.visible_to(cast.actor(who)).filter(pk=visit.pk).exists()
        for who in ("amal", "bea", "nele", "piet", "chris")
    }
    assert readers == {"amal": True, "bea": True, "nele": False, "piet": False, "chris": False}


def test_after_the_end_the_words_are_closed_for_the_volunteer(cast: Cast) -> None:
    visit = VisitFactory(match=pair(cast, MatchState.ENDED), organisation=cast.here)
    assert not policies.visible_to(cast.actor("bea")).filter(pk=visit.pk).exists()


def test_a_coordinator_marks_what_was_passed_on_as_read(cast: Cast, volunteer: Actor) -> None:
    visit = VisitFactory(
        match=pair(cast, MatchState.RUNNING), organisation=cast.here, pass_on="Let op."
    )
    assert cast.client("bea").post(cast.url(f"visits/{visit.pk}/read/")).status_code == 404
    with pytest.raises(NotAllowed):
        services.mark_seen(actor=volunteer, visit_id=visit.pk)
    assert cast.client("amal").post(cast.url(f"visits/{visit.pk}/read/")).status_code == 303
    visit.refresh_from_db()
    assert visit.seen_at is not None


@pytest.mark.covers("S1-103")
def test_not_coming_once_is_told_to_everybody_concerned_and_is_no_alarm(cast: Cast) -> None:
    match = pair(cast, MatchState.RUNNING)
    data = {"when": "tomorrow", "new_date": "donderdag na twee"}
    url = cast.url("visits/i-cannot-come/")
    client = cast.client("bea")
    assert client.get(url).status_code == 200
    assert client.post(url, data).status_code == 303
    told = set(Message.objects.values_list("user_id", flat=True))
    assert told == {cast.amal.user_id, cast.nele.user_id, cast.piet.user_id}
    step = match.steps.get()
    assert (step.name, match.state) == ("cannot_come", MatchState.RUNNING)
    assert "donderdag na twee" in step.note
    desk = attention_matches.items(cast.actor("amal"), now=clock.now())
    assert [item for item in desk if item.urgency == Urgency.NOW] == []
    assert client.post(url, {"when": "yesterday"}).status_code == 422
    assert client.post(url, {"when": "today", "day": "2020-01-01"}).status_code == 422


def test_two_taps_say_once_that_somebody_can_not_come(cast: Cast) -> None:
    match = pair(cast, MatchState.RUNNING)
    say = partial(services.cannot_come, actor=cast.actor("bea"), match_id=match.pk)
    tomorrow = clock.today() + timedelta(days=1)

    assert say(day=tomorrow) == say(day=tomorrow)
    told = Message.objects.count()
    say(day=tomorrow + timedelta(days=7))

    assert match.steps.count() == 2
    assert Message.objects.count() == 2 * told


def test_two_taps_tell_one_visit(cast: Cast) -> None:
    match = pair(cast, MatchState.RUNNING)
    tell = partial(services.log_visit, actor=cast.actor("bea"), match_id=match.pk)
    told = Told(visited_on=clock.today(), minutes=60, good_moment="Samen gelachen.", by_tap=True)

    assert tell(told=told) == tell(told=told)
    tell(told=replace(told, minutes=90))

    assert list(match.visits.order_by("minutes").values_list("minutes", flat=True)) == [60, 90]


def test_nobody_else_says_that_a_volunteer_can_not_come(cast: Cast) -> None:
    match = pair(cast, MatchState.RUNNING)
    for who in ("piet", "nele"):
        with pytest.raises(NotAllowed):
            services.cannot_come(actor=cast.actor(who), match_id=match.pk, day=clock.today())
    ended = MatchFactory(organisation=cast.here, state=MatchState.ENDED)
    with pytest.raises(NotAllowed):
        services.cannot_come(actor=cast.actor("amal"), match_id=ended.pk, day=clock.today())


def quiet_for(cast: Cast, days: int, **fields: object) -> Match:
    """A running match of which nothing was heard for so many days."""
    return pair(
        cast, MatchState.RUNNING, last_visit_on=clock.today() - timedelta(days=days), **fields
    )


@pytest.mark.covers("S2-16", "S1-198", "S1-110")
@pytest.mark.parametrize(
    ("days", "rhythm", "every", "asked"),
    [
        (14, None, 1, 0),  # once a week in the plan: not yet longer than two weeks
        (15, None, 1, 1),
        (15, None, 2, 0),  # once in two weeks in the plan
        (29, None, 2, 1),
        (15, 1, 1, 0),  # their own agreement comes before the plan
        (57, 1, 1, 1),
        (15, 4, 2, 1),
    ],
)
def test_silence_longer_than_twice_the_rhythm_leads_to_one_friendly_question(
    cast: Cast, days: int, rhythm: int | None, every: int, asked: int
) -> None:
    match = quiet_for(cast, days, rhythm=rhythm)
    ContactLine.objects.filter(programme=match.programme).update(every=every)
    assert quiet.ask_quiet_ones(clock.now()) == asked
    assert QuietQuestion.objects.count() == asked
    assert [message.user for message in Message.objects.all()] == [cast.bea.user] * asked
    assert quiet.ask_quiet_ones(clock.now()) == 0


def test_the_next_question_comes_only_after_something_was_heard(
    cast: Cast, volunteer: Actor
) -> None:
    match = quiet_for(cast, 20)
    assert quiet.ask_quiet_ones(clock.now()) == 1
    question = QuietQuestion.objects.get()
    quiet.answer_quiet(actor=volunteer, question_id=question.pk, answer="all_well")
    assert quiet.ask_quiet_ones(clock.now() + timedelta(days=30)) == 0
    with time_machine.travel(clock.now() + timedelta(days=31)):
        services.log_visit(actor=volunteer, match_id=match.pk, told=Told(visited_on=clock.today()))
        assert quiet.ask_quiet_ones(clock.now()) == 0
        assert quiet.ask_quiet_ones(clock.now() + timedelta(days=15)) == 1


@pytest.mark.parametrize("state", [MatchState.PAUSED, MatchState.WINDING_DOWN, MatchState.ENDED])
def test_nobody_asks_about_silence_in_a_pause_or_at_the_end(cast: Cast, state: str) -> None:
    pair(cast, state, last_visit_on=clock.today() - timedelta(days=90))
    assert quiet.ask_quiet_ones(clock.now()) == 0


def test_a_match_from_a_list_is_asked_once_from_its_start(cast: Cast) -> None:
    pair(cast, MatchState.RUNNING, last_visit_on=None)
    assert quiet.ask_quiet_ones(clock.now()) == 1
    assert quiet.ask_quiet_ones(clock.now() + timedelta(days=2)) == 0


def test_a_visit_closes_the_open_question(cast: Cast, volunteer: Actor) -> None:
    match = quiet_for(cast, 20)
    quiet.ask_quiet_ones(clock.now())
    services.log_visit(actor=volunteer, match_id=match.pk, told=Told(visited_on=clock.today()))
    assert QuietQuestion.objects.get().answered_at is not None


@pytest.mark.covers("S1-198")
def test_seeing_each_other_far_more_often_than_agreed_is_noted_once(
    cast: Cast, volunteer: Actor
) -> None:
    match = pair(cast, MatchState.RUNNING, rhythm=2, programme=programme_of(cast))
    for days in range(8):
        day = clock.today() - timedelta(days=days)
        services.log_visit(actor=volunteer, match_id=match.pk, told=Told(visited_on=day))
    assert match.steps.filter(name="often").count() == 1


def test_the_night_asks_and_says_what_it_did(
    cast: Cast, capsys: pytest.CaptureFixture[str]
) -> None:
    quiet_for(cast, 20)
    call_command("nightly")
    assert "quiet matches asked: 1" in capsys.readouterr().out
