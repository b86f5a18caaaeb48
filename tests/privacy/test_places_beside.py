"""Two people beside each other: what becomes of their file when one of them is erased (companionship, division,
shifting, surroundings)."""

import pytest

from naast.companionship.models import (
    AvoidedPerson,
    CallBack,
    DutyLine,
    FirstMeeting,
    Goal,
    Match,
    MatchStep,
    Milestone,
    Proposal,
    Visit,
)
from naast.core import clock
from naast.division.models import DivisionVersion, StandIn
from naast.people.models import Person
from naast.shifting.models import AgreedTask, ShiftAnswers, ShiftView, TaskShift
from naast.surroundings.models import AroundLine, LedToHelp, MatchCheck
from tests.conftest import Cast
from tests.dividing import DivisionFactory, HandOverFactory, PassedOnFactory, TensionFactory
from tests.dividing import match_of as pair_of
from tests.factories import VisitFactory, VolunteerFactory
from tests.privacy.gone import again, copy_of, gone, is_there, kept_from, words_of
from tests.shifts import ANSWERS, ShiftFactory
from tests.surrounding import early_check, line, new_map


@pytest.fixture
def match(cast: Cast) -> Match:
    """Bea beside Piet, with what both told."""
    found = pair_of(cast)
    found.agreed_volunteer, found.agreed_participant = "Bea komt op dinsdag.", "Piet zet koffie."
    found.shared_with_volunteer = "Piet hoort niet goed."
    found.save()
    return found


def visit_of(match: Match) -> Visit:
    """An hour, with words."""
    visit: Visit = VisitFactory(
        match=match,
        minutes=60,
        mood="good",
        good_moment="Ik lachte om de hond.",
        pass_on="Piet at weinig.",
        other_activity="Ramen gewassen",
    )
    return visit


def test_visits_stay_counted_when_the_participant_goes_and_nothing_is_told_of_them(
    cast: Cast, match: Match
) -> None:
    visit = visit_of(match)
    duty = DutyLine.objects.create(
        organisation=cast.here, visit=visit, match=match, to=cast.nele, text="Piet wil bellen."
    )

    gone(cast, "piet")

    after = again(visit)
    assert (after.visited_on, after.minutes, after.mode) == (visit.visited_on, 60, "home")
    assert (after.good_moment, after.pass_on, after.other_activity) == ("", "", "")
    assert after.mood == "good"
    assert is_there(duty) == [False]
    left = again(match)
    assert (left.started_on, left.participant_id) == (match.started_on, cast.person_id("piet"))
    assert (left.agreed_participant, left.shared_with_volunteer) == ("", "")
    assert left.agreed_volunteer == "Bea komt op dinsdag."
    assert left.request is not None
    assert left.request.own_words == ""
    assert left.request.asked_on is not None


def test_what_a_volunteer_passed_on_stays_in_the_file_of_the_participant(
    cast: Cast, match: Match
) -> None:
    visit = visit_of(match)
    passed, note = PassedOnFactory(match=match), HandOverFactory(match=match)

    gone(cast, "bea")

    after = again(visit)
    assert (after.pass_on, after.other_activity) == ("Piet at weinig.", "Ramen gewassen")
    assert (after.mood, after.good_moment, after.minutes) == ("", "", 60)
    assert is_there(passed, note) == [True, True]
    left = again(match)
    assert (left.agreed_volunteer, left.agreed_participant) == ("", "Piet zet koffie.")
    assert left.shared_with_volunteer == "Piet hoort niet goed."


def test_nobody_reads_in_their_copy_what_the_other_told_in_confidence(
    cast: Cast, match: Match
) -> None:
    visit_of(match)
    of_volunteer, of_participant = early_check(match)
    for check, words in ((of_volunteer, "Ik vind het zwaar."), (of_participant, "Zij praat veel.")):
        MatchCheck.objects.filter(pk=check.pk).update(words=words, answered_at=clock.now())
    call = {"organisation": cast.here, "match": match, "promised_on": clock.today()}
    CallBack.objects.create(**call, person=match.volunteer, kind="talk", text="Piet drinkt.")
    CallBack.objects.create(**call, person=match.participant, kind="talk", text="Bea is laat.")
    Milestone.objects.create(
        organisation=cast.here,
        match=match,
        kind="look_back",
        due_on=clock.today(),
        note="Klik is er nog niet.",
    )
    step = {"organisation": cast.here, "match": match, "from_state": "running"}
    step |= {"to_state": "running"}
    MatchStep.objects.create(**step, name="asked_for_other", note="Liever een man.")
    MatchStep.objects.create(**step, name="cannot_come", note="Kan niet op dinsdag.")

    bea, piet = words_of(cast, "bea"), words_of(cast, "piet")

    assert "Piet at weinig." in bea
    assert "Piet at weinig." not in piet
    assert ("zwaar" in bea, "zwaar" in piet) == (True, False)
    assert ("praat veel" in bea, "praat veel" in piet) == (False, True)
    assert ("drinkt" in bea, "drinkt" in piet) == (True, False)
    assert ("is laat" in bea, "is laat" in piet) == (False, True)
    assert ("Liever een man" in bea, "Liever een man" in piet) == (False, True)
    assert ("op dinsdag" in bea, "op dinsdag" in piet) == (True, True)
    assert ("Klik" in bea, "Klik" in piet) == (False, False)
    assert len(kept_from(cast, "piet")) >= 4


def test_a_visit_without_words_is_no_secret(cast: Cast, match: Match) -> None:
    VisitFactory(match=match)
    assert copy_of(cast, "piet")["companionship.Visit"][0]["mode"] == "home"
    assert kept_from(cast, "piet") == set()


def test_somebody_who_is_avoided_reads_nothing_of_it_and_goes_from_the_list(
    cast: Cast, match: Match
) -> None:
    row = AvoidedPerson.objects.create(
        organisation=cast.here, request=match.request, person_id=cast.person_id("bea")
    )
    assert not any(copy_of(cast, "bea").get("companionship.AvoidedPerson", []))
    assert kept_from(cast, "bea") == set()
    gone(cast, "bea")
    assert is_there(row) == [False]


def test_goals_meetings_and_the_choice_of_a_match_lose_their_words(
    cast: Cast, match: Match
) -> None:
    own = {"organisation": cast.here}
    goal = Goal.objects.create(**own, request=match.request, text="Weer naar de markt.")
    proposal = Proposal.objects.create(
        **own,
        request=match.request,
        match=match,
        why="Houdt van dezelfde muziek.",
        shown=[{"person": str(match.volunteer_id), "word": "good", "reasons": []}],
    )
    meeting = FirstMeeting.objects.create(
        **own,
        match=match,
        planned_at=clock.now(),
        place="Bij Piet thuis",
        told="Over de hond.",
        questions="Mag ik haar aaien?",
    )

    gone(cast, "piet")

    assert is_there(goal) == [False]
    after = again(meeting)
    assert (after.place, after.told, after.planned_at) == ("", "", meeting.planned_at)
    assert after.questions == "Mag ik haar aaien?"
    assert (again(proposal).why, again(proposal).shown) == ("", [])


def test_a_table_of_tasks_and_a_tension_lose_who_is_erased(cast: Cast, match: Match) -> None:
    table = DivisionFactory(match=match)
    tension = TensionFactory(match=match)
    elsewhere = pair_of(
        cast, volunteer=VolunteerFactory(organisation=cast.here).person, programme=match.programme
    )
    stands_in = StandIn.objects.create(
        organisation=cast.here, match=elsewhere, person_id=cast.person_id("bea")
    )

    gone(cast, "bea")

    assert DivisionVersion.objects.get(division=table).content == {}
    assert is_there(tension, stands_in, elsewhere) == [False, False, True]


def test_tasks_that_shifted_stay_counted_without_their_words(cast: Cast, match: Match) -> None:
    shifts = [ShiftFactory(match=match, words=words) for words in ("Strijken", "Ramen wassen")]
    agreed = [
        AgreedTask.objects.create(
            organisation=cast.here,
            match=match,
            words=words,
            key=words.lower(),
            who="volunteer",
            agreed_on=clock.today(),
        )
        for words in ("Strijken", "Ramen wassen")
    ]
    answers = ShiftAnswers.objects.create(organisation=cast.here, shift=shifts[0], **ANSWERS)
    view = ShiftView.objects.create(
        organisation=cast.here,
        shift=shifts[0],
        side="professional",
        words="Dat is mijn werk.",
        given_on=clock.today(),
    )
    assert "Dat is mijn werk." not in words_of(cast, "bea")

    gone(cast, "piet")

    rows = TaskShift.objects.filter(match=match)
    assert [(row.words, row.state) for row in rows] == [("", "noticed")] * 2
    assert len({row.key for row in rows} | {"strijken"}) == 3
    assert [again(row).words for row in agreed] == ["", ""]
    assert is_there(answers, view) == [False, False]


def test_who_stands_around_a_participant_goes_with_them(cast: Cast, match: Match) -> None:
    around, drawn = line(cast), new_map(cast)
    led = LedToHelp.objects.create(
        organisation=cast.here,
        person_id=cast.person_id("piet"),
        service="Huisarts",
        led_on=clock.today(),
        outcome="worked",
        words="Samen gebeld.",
    )
    of_volunteer, of_participant = early_check(match)

    gone(cast, "piet")

    assert is_there(around, drawn, of_participant) == [False] * 3
    assert not AroundLine.objects.exists()
    assert is_there(of_volunteer) == [True]
    after = again(led)
    assert (after.led_on, after.outcome) == (led.led_on, "worked")
    assert (after.service, after.words) == ("", "")
    assert Person.objects.get(pk=cast.person_id("piet")).family_name == ""
