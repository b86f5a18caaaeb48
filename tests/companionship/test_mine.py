"""A match as the two people and the professional see it, and what none of them may see."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from naast.audit.log import views_of
from naast.companionship.models import Match, MatchState, MatchStep, QuietQuestion
from naast.companionship.policies import matches as policies
from naast.companionship.services import visits as visit_services
from naast.core import clock
from naast.messaging.models import Message
from naast.organisations.models import Function
from naast.people.models import Person
from tests.companionship.pair import pair, person_of
from tests.conftest import Cast
from tests.factories import MatchFactory, VisitFactory, VolunteerFactory, actor_of, member

LIVING = (MatchState.TRIAL, MatchState.RUNNING, MatchState.PAUSED, MatchState.WINDING_DOWN)


def body(client: Client, url: str) -> str:
    """The page as text."""
    response = client.get(url)
    assert response.status_code == 200, response.status_code
    return str(response.content.decode())


def sees(cast: Cast, who: str, match: Match) -> bool:
    """Whether this one of the cast may know the match exists."""
    return policies.visible_to(cast.actor(who)).filter(pk=match.pk).exists()


@pytest.mark.parametrize(
    ("state", "bea", "piet", "nele"),
    [
        (MatchState.PROPOSED, True, False, True),
        (MatchState.VOLUNTEER_YES, True, True, True),
        (MatchState.RUNNING, True, True, True),
        (MatchState.PAUSED, True, True, True),
        (MatchState.ENDED, False, True, True),
        (MatchState.NOT_STARTED, False, False, False),
    ],
)
def test_who_sees_a_match_in_which_state(
    cast: Cast, state: str, bea: bool, piet: bool, nele: bool
) -> None:
    match = pair(cast, state)
    assert (sees(cast, "bea", match), sees(cast, "piet", match), sees(cast, "nele", match)) == (
        bea,
        piet,
        nele,
    )
    assert sees(cast, "amal", match)
    assert not sees(cast, "chris", match)


def test_people_see_only_their_own_matches(cast: Cast) -> None:
    others = MatchFactory(organisation=cast.here)
    for who in ("bea", "piet", "nele"):
        assert not sees(cast, who, others)


def test_a_professional_sees_the_matches_of_their_participants_even_when_not_named(
    cast: Cast,
) -> None:
    match = pair(cast, MatchState.RUNNING, professional=None)
    assert sees(cast, "nele", match)


def test_a_hat_that_was_taken_off_shows_nothing(cast: Cast) -> None:
    match = pair(cast, MatchState.RUNNING)
    cast.bea.roles.all().delete()
    assert not policies.visible_to(actor_of(cast.bea)).filter(pk=match.pk).exists()


def test_a_coach_sees_what_they_coach(cast: Cast) -> None:
    coach = member(cast.here, Function.COACH, name="Kobe Coacht")
    mine, other = MatchFactory(organisation=cast.here, coach=coach), pair(cast, MatchState.RUNNING)
    seen = set(policies.visible_to(actor_of(coach)).values_list("pk", flat=True))
    assert mine.pk in seen
    assert other.pk not in seen


@pytest.mark.covers("S0-34")
def test_while_asked_a_volunteer_learns_a_first_name_and_what_was_shared(cast: Cast) -> None:
    Person.objects.filter(pk=cast.piet.person_id).update(phone="0470112233", street="Kerkstraat 5")
    match = pair(cast, MatchState.PROPOSED, shared_with_volunteer="Wandelt graag met zijn hond.")
    page = body(cast.client("bea"), cast.url(f"matches/{match.pk}/answer/"))
    assert "Piet" in page
    assert "Wandelt graag met zijn hond." in page
    for hidden in ("Deelnemer", "0470112233", "Kerkstraat 5", match.request.own_words):  # type: ignore[union-attr]  # there is one
        assert hidden not in page


@pytest.mark.covers("S0-34")
@pytest.mark.parametrize("who", ["bea", "piet", "nele"])
def test_each_side_reads_its_own_page_with_the_privacy_line(cast: Cast, who: str) -> None:
    match = pair(cast, MatchState.RUNNING)
    response = cast.client(who).get(cast.url(f"my-matches/{match.pk}/"))
    assert response.status_code == 200
    assert "companionship/my_privacy.html" in [each.name for each in response.templates]
    sheet = cast.client(who).get(cast.url(f"my-matches/{match.pk}/sheet/"))
    assert "companionship/my_privacy.html" in [each.name for each in sheet.templates]


@pytest.mark.covers("S1-33", "S2-27")
def test_whom_to_call_stands_on_the_page_and_the_sheet(cast: Cast) -> None:
    Person.objects.filter(pk=cast.amal.person_id).update(phone="0499887766")
    match = pair(cast, MatchState.RUNNING)
    for page in ("", "sheet/"):
        text = body(cast.client("bea"), cast.url(f"my-matches/{match.pk}/{page}"))
        assert "avonds" in text
        assert "Wachtdienst" in text
        assert "011" in text
        assert "Amal Coördineert" in text
        assert "0499887766" in text


def test_a_volunteer_sees_nothing_after_the_end(cast: Cast) -> None:
    match = pair(cast, MatchState.ENDED)
    for path in (
        f"my-matches/{match.pk}/",
        f"matches/{match.pk}/answer/",
        f"my-matches/{match.pk}/sheet/",
    ):
        assert cast.client("bea").get(cast.url(path)).status_code == 404


@pytest.mark.parametrize(
    "state", [*LIVING, MatchState.BOTH_YES, MatchState.VOLUNTEER_YES, MatchState.ENDED]
)
@pytest.mark.parametrize("who", ["bea", "piet", "nele"])
def test_the_own_pages_open_in_every_state_they_may_be_seen(
    cast: Cast, who: str, state: str
) -> None:
    match = pair(cast, state)
    expected = 404 if (who, state) == ("bea", MatchState.ENDED) else 200
    if (who, state) == ("piet", MatchState.VOLUNTEER_YES):
        expected = 303  # to the question first
    assert cast.client(who).get(cast.url(f"my-matches/{match.pk}/")).status_code == expected


@pytest.mark.covers("S1-31")
def test_the_question_to_a_participant_has_three_answers_and_asks_no_reason(cast: Cast) -> None:
    match = pair(cast, MatchState.VOLUNTEER_YES)
    url = cast.url(f"matches/{match.pk}/answer/")
    page = body(cast.client("piet"), url)
    for answer in ("yes", "no", "other"):
        assert f'value="{answer}"' in page
    assert "<textarea" not in page
    assert cast.client("piet").post(url, {"answer": "other"}).status_code == 303
    match.refresh_from_db()
    assert match.state == MatchState.NOT_STARTED


def test_an_answer_that_comes_too_late_or_makes_no_sense_is_refused_in_words(cast: Cast) -> None:
    match = pair(cast)
    url = cast.url(f"matches/{match.pk}/answer/")
    client = cast.client("bea")
    assert client.post(url, {"answer": "maybe"}).status_code == 422
    assert client.post(url, {"answer": "yes"}).status_code == 303
    response = client.post(url, {"answer": "yes"})
    assert response.status_code == 422
    assert response.context["refusal"]
    assert client.get(url).status_code == 303


def test_an_opened_question_is_no_longer_new(cast: Cast) -> None:
    match = pair(cast)
    url = cast.url(f"matches/{match.pk}/answer/")
    Message.objects.create(
        organisation=cast.here, user=cast.bea.user, kind="x", subject="x", body="x", url=url
    )
    cast.client("bea").get(url)
    assert Message.objects.get().read_at is not None


@pytest.mark.covers("S1-31")
@pytest.mark.parametrize("wish", ["stop", "other"])
def test_a_participant_says_it_in_two_taps_without_a_reason(cast: Cast, wish: str) -> None:
    match = pair(cast, MatchState.RUNNING)
    url = cast.url(f"my-matches/{match.pk}/change/{wish}/")
    assert cast.client("piet").get(url).status_code == 200
    assert cast.client("piet").post(url, {}).status_code == 303
    assert MatchStep.objects.get().note == ""
    assert cast.client("bea").post(url, {}).status_code == 404


def test_an_unknown_wish_is_not_a_page(cast: Cast) -> None:
    match = pair(cast, MatchState.RUNNING)
    assert cast.client("piet").get(cast.url(f"my-matches/{match.pk}/change/x/")).status_code == 404


def test_the_participant_reads_day_and_way_of_visits_and_nothing_else(cast: Cast) -> None:
    match = pair(cast, MatchState.RUNNING)
    VisitFactory(
        match=match,
        organisation=cast.here,
        mode="phone",
        pass_on="Hij dronk weer.",
        good_moment="Lachen om vroeger.",
        other_activity="Strijken",
    )
    for who in ("piet", "nele"):
        page = body(cast.client(who), cast.url(f"my-matches/{match.pk}/"))
        for hidden in ("Hij dronk weer.", "Lachen om vroeger.", "Strijken"):
            assert hidden not in page


def test_the_next_volunteer_never_reads_the_former_ones_notes(cast: Cast) -> None:
    former = pair(cast, MatchState.ENDED)
    old = VisitFactory(match=former, organisation=cast.here, pass_on="Vroeger verteld.")
    next_one = member(cast.here, Function.VOLUNTEER, name="Vic Volgt")
    VolunteerFactory(
        organisation=cast.here, person_id=next_one.person_id, person=None, sort_name="volgt"
    )
    match = MatchFactory(
        organisation=cast.here,
        programme=former.programme,
        request=None,
        participant=former.participant,
        volunteer=person_of(next_one),
    )
    client = Client()
    client.force_login(next_one.user)
    assert "Vroeger verteld." not in body(client, cast.url(f"my-matches/{match.pk}/"))
    assert client.get(cast.url(f"visits/{old.pk}/")).status_code == 404


@pytest.mark.covers("S2-16")
def test_the_friendly_question_is_answered_in_one_tap(cast: Cast) -> None:
    match = pair(cast, MatchState.RUNNING)
    question = QuietQuestion.objects.create(
        organisation=cast.here, match=match, asked_at=clock.now()
    )
    url = cast.url(f"quiet/{question.pk}/")
    page = body(cast.client("bea"), url)
    for answer in QuietQuestion.Answer.values:
        assert f'value="{answer}"' in page
    assert cast.client("bea").post(url, {"answer": "x"}).status_code == 422
    assert cast.client("bea").post(url, {"answer": "talk"}).status_code == 303
    question.refresh_from_db()
    assert question.answer == "talk"
    assert match.call_backs.get().kind == "talk"
    assert cast.client("bea").post(url, {"answer": "talk"}).status_code == 422
    assert cast.client("bea").get(url).status_code == 200


def test_somebody_elses_question_is_not_there(cast: Cast) -> None:
    question = QuietQuestion.objects.create(
        organisation=cast.here, match=MatchFactory(organisation=cast.here), asked_at=clock.now()
    )
    assert cast.client("bea").get(cast.url(f"quiet/{question.pk}/")).status_code == 404


def test_a_visit_that_does_not_go_on_stands_on_the_participants_page(cast: Cast) -> None:
    match = pair(cast, MatchState.RUNNING)
    visit_services.cannot_come(
        actor=cast.actor("bea"), match_id=match.pk, day=clock.today(), new_date="donderdag na twee"
    )
    assert "donderdag na twee" in body(cast.client("piet"), cast.url(f"my-matches/{match.pk}/"))


def test_a_coordinator_is_led_to_the_full_page(cast: Cast) -> None:
    match = pair(cast, MatchState.RUNNING)
    response = cast.client("amal").get(cast.url(f"my-matches/{match.pk}/"))
    assert response.status_code == 303
    assert response["Location"] == cast.url(f"matches/{match.pk}/")


@pytest.mark.parametrize("who", ["bea", "piet", "nele"])
def test_an_own_page_costs_the_same_with_one_and_three_visits(cast: Cast, who: str) -> None:
    match = pair(cast, MatchState.RUNNING)
    client, url = cast.client(who), cast.url(f"my-matches/{match.pk}/")

    def cost() -> int:
        client.get(url)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(url).status_code == 200
        return len(captured)

    VisitFactory(match=match, organisation=cast.here)
    one = cost()
    for _number in range(2):
        VisitFactory(match=match, organisation=cast.here)
    assert cost() == one


def test_a_coordinator_prints_the_sheet_for_somebody_on_paper(cast: Cast) -> None:
    match = pair(cast, MatchState.RUNNING)
    assert "Wachtdienst" in body(cast.client("amal"), cast.url(f"my-matches/{match.pk}/sheet/"))


@pytest.mark.covers("S0-32")
@pytest.mark.parametrize(
    ("state", "reads"),
    [("proposed", False), ("both_yes", True), ("running", True), ("ended", None)],
)
def test_the_volunteer_reads_the_wish_in_its_own_words_once_both_said_yes(
    cast: Cast, state: str, reads: bool | None
) -> None:
    match = MatchFactory(
        organisation=cast.here, volunteer_id=cast.bea.person_id, volunteer=None, state=state
    )

    response = cast.client("bea").get(cast.url(f"my-matches/{match.pk}/"))

    if reads is None:
        assert response.status_code == 404
    else:
        assert ("Ik wil graag eens per week wandelen." in response.content.decode()) is reads


def test_a_professional_who_opens_the_sheet_leaves_a_look(cast: Cast) -> None:
    match = MatchFactory(
        organisation=cast.here,
        volunteer_id=cast.bea.person_id,
        volunteer=None,
        professional=cast.nele,
    )
    url = cast.url(f"my-matches/{match.pk}/sheet/")

    cast.client("bea").get(url)
    assert not views_of(cast.here.pk, match.participant_id).exists()

    cast.client("nele").get(url)
    assert [look.user_id for look in views_of(cast.here.pk, match.participant_id)] == [
        cast.nele.user_id
    ]
