"""Who is laid beside a wish, what is read about them, and at which cost."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.companionship.models import MatchState, Request, RequestTopic
from naast.companionship.queries import candidates as candidate_queries
from naast.companionship.queries.candidates import candidates
from naast.companionship.queries.pool import Board, board_for
from naast.core import clock
from naast.matching.hard import exclusions
from naast.people.models import Household, Person, PersonTopic, Topic, VolunteerProfile
from naast.programmes.models import Kind, Programme
from tests.companionship.wish import (
    FAR,
    HERE,
    OTHER_SIDE,
    consent,
    law_test,
    piets_wish,
    read,
    says,
    speaks,
    topic,
    volunteer,
)
from tests.conftest import Cast
from tests.factories import EngagementFactory, MatchFactory, ProgrammeFactory, RequestFactory

Stance = PersonTopic.Stance


@pytest.fixture
def programme(cast: Cast) -> Programme:
    return ProgrammeFactory(organisation=cast.here, coordinator=cast.amal, coach=cast.amal)


def board(cast: Cast, wish: Request) -> Board:
    return board_for(read(cast, wish))


def codes(found: Board, person: Person) -> tuple[str, ...]:
    """Why this person is left out; empty when possible."""
    return exclusions(found.wish, found.pool).codes(found.pool.position[str(person.pk)])


def test_only_active_volunteers_of_the_programme_are_laid_beside_a_wish(
    cast: Cast, programme: Programme
) -> None:
    wish = piets_wish(cast, programme)
    good = volunteer(programme)
    volunteer(ProgrammeFactory(organisation=cast.here))
    volunteer(programme, status=VolunteerProfile.Status.PAUSED)
    gone = volunteer(programme)
    gone.engagements.update(ended_on=clock.today())
    guided = volunteer(programme)
    guided.engagements.update(kind=Kind.GUIDED)
    refused = volunteer(programme)
    law_test(refused.engagements.get(), passed=False)
    volunteer(ProgrammeFactory(organisation=cast.elsewhere))

    assert board(cast, wish).pool.ids == (str(good.pk),)


@pytest.mark.covers("S1-52")
def test_a_social_placement_is_left_out_of_duos(cast: Cast, programme: Programme) -> None:
    wish = piets_wish(cast, programme)
    pupil = volunteer(programme)
    pupil.engagements.update(kind=Kind.PLACEMENT, steered_by="De school")

    assert len(board(cast, wish).pool) == 0
    assert len(board_for(read(cast, wish), only=pupil.pk).pool) == 0


def test_a_volunteer_of_another_organisation_never_appears(
    cast: Cast, programme: Programme
) -> None:
    wish = piets_wish(cast, programme)
    leak = volunteer(ProgrammeFactory(organisation=cast.elsewhere))

    assert len(board(cast, wish).pool) == 0
    assert len(board_for(read(cast, wish), only=leak.pk).pool) == 0


@pytest.mark.covers("S2-6")
def test_the_participant_and_the_household_are_not_laid_beside_themselves(
    cast: Cast, programme: Programme
) -> None:
    home = Household.objects.create(organisation=cast.here, name="Thuis")
    wish = piets_wish(cast, programme, household=home)
    piet = wish.participant
    VolunteerProfile.objects.create(organisation=cast.here, person=piet)
    EngagementFactory(organisation=cast.here, person=piet, programme=programme)
    volunteer(programme, person={"household": home})

    assert len(board(cast, wish).pool) == 0


@pytest.mark.parametrize("capped", [False, True])
@pytest.mark.usefixtures("alone")
def test_the_number_of_queries_is_small_and_the_same_for_one_and_three(
    cast: Cast, programme: Programme, monkeypatch: pytest.MonkeyPatch, capped: bool
) -> None:
    wish = read(cast, piets_wish(cast, programme))

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            board_for(wish)
        return len(captured)

    volunteer(programme)
    if capped:
        volunteer(programme)
        monkeypatch.setattr(candidate_queries, "LOOKED_AT_MOST", 1)
    first = queries()
    for _person in range(2):
        speaks(volunteer(programme), nl=3)
    assert queries() == first
    assert first <= 8


def test_beyond_the_cap_the_nearest_are_looked_at_and_the_rest_is_counted(
    cast: Cast, programme: Programme
) -> None:
    wish = piets_wish(cast, programme)
    far = volunteer(programme, at=FAR)
    near = [volunteer(programme, at=(HERE[0] + step / 1000, HERE[1])) for step in range(1, 3)]

    found = candidates(read(cast, wish), most=2)

    assert set(found.ids) == {person.pk for person in near}
    assert far.pk not in found.ids
    assert found.total == 3


def test_all_are_looked_at_when_there_is_room_also_without_a_place(
    cast: Cast, programme: Programme
) -> None:
    wish = piets_wish(cast, programme)
    kept = {volunteer(programme).pk, volunteer(programme, at=None).pk}
    volunteer(programme, at=OTHER_SIDE)

    found = candidates(read(cast, wish))

    assert set(found.ids) == kept
    assert found.total is None


@pytest.mark.covers("S2-19")
def test_rather_not_nearby_leaves_out_neighbours_for_either_side(
    cast: Cast, programme: Programme
) -> None:
    wish = piets_wish(cast, programme, rather_not_nearby=True)
    neighbour = volunteer(programme, at=(HERE[0] + 0.002, HERE[1]))
    further = volunteer(programme)
    assert codes(board(cast, wish), neighbour) == ("lives_too_near",)
    assert codes(board(cast, wish), further) == ()

    Request.objects.update(rather_not_nearby=False)
    assert codes(board(cast, wish), neighbour) == ()
    neighbour.volunteer.rather_not_nearby = True
    neighbour.volunteer.save()
    assert codes(board(cast, wish), neighbour) == ("lives_too_near",)


@pytest.mark.covers("S1-95")
def test_languages_with_levels_of_both_decide_who_can_talk(
    cast: Cast, programme: Programme
) -> None:
    wish = piets_wish(cast, programme)
    speaks(wish.participant, ar=3, nl=1)
    good, little, none = (volunteer(programme) for _person in range(3))
    speaks(good, ar=2)
    speaks(little, ar=1)
    speaks(none, nl=3)
    found = board(cast, wish)
    assert [codes(found, person) for person in (good, little, none)] == [
        (),
        ("language",),
        ("language",),
    ]

    Request.objects.update(languages={"nl": 2})
    found = board(cast, wish)
    assert codes(found, none) == ()
    assert codes(found, good) == ("language",)


@pytest.mark.covers("S2-6")
def test_the_load_is_what_both_agreed_and_a_proposal_takes_a_place(
    cast: Cast, programme: Programme
) -> None:
    wish = piets_wish(cast, programme)
    full = volunteer(programme, max_matches=1)
    by_programme = volunteer(programme, max_matches=None)
    for person in (full, by_programme):
        MatchFactory(
            organisation=cast.here,
            programme=programme,
            volunteer=person,
            state=MatchState.PROPOSED,
        )
    MatchFactory(
        organisation=cast.here, programme=programme, volunteer=full, state=MatchState.ENDED
    )

    found = board(cast, wish)

    assert codes(found, full) == ("load_full",)
    assert codes(found, by_programme) == ()
    assert found.pool.matches_now.max() == 1


@pytest.mark.covers("S1-31")
def test_who_did_not_start_or_ended_with_the_participant_is_not_proposed_again(
    cast: Cast, programme: Programme
) -> None:
    wish = piets_wish(cast, programme)
    said_no, ended, elsewhere, beside = (volunteer(programme, max_matches=3) for _ in range(4))
    here = {"organisation": cast.here, "programme": programme, "participant": wish.participant}
    MatchFactory(**here, request=wish, volunteer=said_no, state=MatchState.NOT_STARTED)
    MatchFactory(**here, request=None, volunteer=ended, state=MatchState.ENDED)
    MatchFactory(**here, request=None, volunteer=beside, state=MatchState.RUNNING)
    MatchFactory(
        organisation=cast.here, programme=programme, volunteer=elsewhere, state=MatchState.ENDED
    )

    found = board(cast, wish)

    assert codes(found, said_no) == ("ended_before",)
    assert codes(found, ended) == ("ended_before",)
    assert codes(found, beside) == ("avoid",)
    assert codes(found, elsewhere) == ()


def test_who_the_participant_avoids_is_left_out_of_that_wish_only(
    cast: Cast, programme: Programme
) -> None:
    wish = piets_wish(cast, programme)
    person = volunteer(programme)
    wish.avoided.create(organisation=cast.here, person=person)
    other = RequestFactory(organisation=cast.here, programme=programme)

    assert codes(board(cast, wish), person) == ("avoid",)
    assert codes(board(cast, other), person) == ()


@pytest.mark.covers("S2-13")
@pytest.mark.parametrize(
    ("home", "limits", "wishes", "code"),
    [
        ({"home_has_smoker": True}, {"accepts_smoking": False}, {}, "smoking"),
        ({}, {"smokes": True}, {"no_smoker": True}, "smoking"),
        ({"home_pets": ["cat"]}, {"accepts_pets": False}, {}, "pets"),
        ({"home_pets": ["cat"]}, {"allergies": ["cat"]}, {}, "allergies"),
        ({"home_has_stairs": True}, {"accepts_stairs": False}, {}, "stairs"),
        ({}, {"max_travel_km": 1}, {}, "too_far"),
        ({}, {}, {"max_km": 1}, "too_far"),
        ({}, {"heaviest": 1}, {}, "weight_not_allowed"),
        ({}, {"refused_tasks": ["Samen wandelen"]}, {"tasks": ["samen WANDELEN"]}, "task_refused"),
        ({}, {}, {"genders": ["woman"]}, "gender_wish"),
    ],
)
def test_each_explicit_wish_or_limit_leaves_out_and_says_why(
    cast: Cast,
    programme: Programme,
    home: dict[str, object],
    limits: dict[str, Any],
    wishes: dict[str, Any],
    code: str,
) -> None:
    wish = piets_wish(cast, programme, **wishes)
    person = volunteer(programme, person={"gender": "man"}, **limits)
    for name, value in home.items():
        setattr(wish.participant.participant, name, value)
    wish.participant.participant.save()

    assert codes(board(cast, wish), person) == (code,)


def test_times_of_the_wish_and_otherwise_of_the_participant_count(
    cast: Cast, programme: Programme
) -> None:
    wish = piets_wish(cast, programme)
    person = volunteer(programme, person={"weekly": 0b010})
    assert codes(board(cast, wish), person) == ()

    Person.objects.filter(pk=wish.participant_id).update(weekly=0b001)
    assert codes(board(cast, wish), person) == ("no_shared_time",)
    Request.objects.update(weekly=0b010)
    assert codes(board(cast, wish), person) == ()


def test_somebody_too_young_for_the_programme_is_not_ready(
    cast: Cast, programme: Programme
) -> None:
    programme.minimum_age = 18
    programme.save()
    wish = piets_wish(cast, programme)
    years = timedelta(days=365)
    young = volunteer(programme, person={"birth_on": clock.today() - 17 * years})
    older = volunteer(programme, person={"birth_on": clock.today() - 19 * years})

    assert codes(board(cast, wish), young) == ("not_ready",)
    assert codes(board(cast, wish), older) == ()


@pytest.mark.covers("S3-10")
def test_lived_experience_is_read_only_with_consent_and_gone_when_it_is_taken_back(
    cast: Cast, programme: Programme
) -> None:
    wish = piets_wish(cast, programme)
    loss = topic(cast.here, Topic.Kind.EXPERIENCE, "verlies")
    RequestTopic.objects.create(organisation=cast.here, request=wish, topic=loss)
    person = volunteer(programme)
    says(person, Stance.LIVED, loss)

    def is_known() -> bool:
        return bool(board(cast, wish).pool.experience.known.any())

    assert not is_known()
    given = consent(person, "lived_experience")
    assert is_known()
    given.withdrawn_on = clock.today()
    given.save()
    assert not is_known()


def test_who_somebody_is_never_counts_unless_both_entered_it_and_said_yes(
    cast: Cast, programme: Programme
) -> None:
    wish = piets_wish(cast, programme)
    belief = topic(cast.here, Topic.Kind.OWN_CRITERION, "zelfde geloof")
    RequestTopic.objects.create(organisation=cast.here, request=wish, topic=belief)
    person = volunteer(programme)
    says(person, Stance.CAN, belief)

    def counts() -> tuple[bool, bool]:
        found = board(cast, wish)
        return bool(found.wish.own_criteria), bool(found.pool.own_tags.known.any())

    assert counts() == (False, False)
    consent(wish.participant, "own_criteria")
    assert counts() == (True, False)
    given = consent(person, "own_criteria")
    assert counts() == (True, True)
    given.withdrawn_on = clock.today()
    given.save()
    assert counts() == (True, False)


def test_notes_background_and_support_wishes_never_reach_matching() -> None:
    """Health and hardship stand in these columns: the query of the pool must not ask for them."""
    closed = {"background", "network", "own_limits", "support_wishes", "support_words", "birth"}

    asked = {column.rsplit("__", 1)[-1] for column in candidate_queries.COLUMNS}

    assert asked & closed == set()
