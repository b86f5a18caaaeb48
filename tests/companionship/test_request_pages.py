"""The pages of wishes: who gets in, what they read, what they can do, and at which cost."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.audit.models import Event
from naast.companionship.models import AvoidedPerson, Goal, MatchState, Request
from naast.core import clock, drafts
from naast.people.models import Consent, ParticipantProfile, Topic
from naast.programmes.models import Programme
from tests.companionship.wish import person_of, piets_wish, topic, volunteer
from tests.conftest import Cast
from tests.factories import MatchFactory, ParticipantFactory, ProgrammeFactory, RequestFactory

WORDS = "Ik wil nog eens naar zee."


@pytest.fixture
def programme(cast: Cast) -> Programme:
    return ProgrammeFactory(organisation=cast.here, coordinator=cast.amal)


def text_of(response: Any) -> str:
    return str(response.content.decode())


def get(cast: Cast, name: str, path: str) -> Any:
    return cast.client(name).get(cast.url(path))


def post(cast: Cast, name: str, path: str, **fields: Any) -> Any:
    return cast.client(name).post(cast.url(path), fields)


def wish_of_piet(cast: Cast, **fields: Any) -> Request:
    fields.setdefault("own_words", WORDS)
    return RequestFactory(organisation=cast.here, participant=person_of(cast.piet), **fields)


def test_the_list_costs_the_same_for_one_wish_and_three(cast: Cast) -> None:
    client = cast.client("amal")

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(cast.url("requests/")).status_code == 200
        return len(captured)

    RequestFactory(organisation=cast.here)
    queries()
    first = queries()
    for _wish in range(2):
        RequestFactory(organisation=cast.here, coordinator=cast.amal)
    assert queries() == first
    assert first <= 12


def test_the_list_filters_and_shows_only_what_one_may_see(cast: Cast, programme: Programme) -> None:
    waiting = wish_of_piet(cast, programme=programme, asked_on=clock.today() - timedelta(days=30))
    closed = RequestFactory(organisation=cast.here, status=Request.Status.CLOSED)
    leak = RequestFactory(organisation=cast.elsewhere)

    def shown(name: str, query: str = "") -> list[Any]:
        response = get(cast, name, f"requests/{query}")
        return [line.request_id for line in response.context["lines"]]

    assert shown("amal") == [waiting.pk]
    assert shown("amal", "?status=all") == [waiting.pk, closed.pk]
    assert shown("amal", "?status=closed") == [closed.pk]
    assert shown("amal", f"?programme={programme.pk}") == [waiting.pk]
    assert shown("amal", "?status=nonsense") == [waiting.pk]
    assert shown("nele") == [waiting.pk]
    assert shown("piet") == [waiting.pk]
    assert leak.pk not in shown("amal")
    assert get(cast, "bea", "requests/").status_code == 404


@pytest.mark.covers("S0-32")
def test_the_page_of_a_wish_shows_the_own_words_and_logs_who_opened_it(cast: Cast) -> None:
    wish = wish_of_piet(cast, pace="Eerst een koffie.")

    for name in ("amal", "nele"):
        page = text_of(get(cast, name, f"requests/{wish.pk}/"))
        assert WORDS in page
        assert "Eerst een koffie." in page

    looks = Event.objects.filter(is_view=True, target_id=wish.participant_id)
    assert set(looks.values_list("user_id", flat=True)) == {cast.amal.user_id, cast.nele.user_id}


def test_a_wish_that_is_not_yours_is_absent(cast: Cast) -> None:
    wish = RequestFactory(organisation=cast.here)
    away = RequestFactory(organisation=cast.elsewhere)

    for name in ("nele", "piet", "bea", "chris"):
        assert get(cast, name, f"requests/{wish.pk}/").status_code == 404
    assert get(cast, "amal", f"requests/{away.pk}/").status_code == 404


@pytest.mark.covers("S1-32")
def test_a_participant_reads_the_waiting_time_and_what_helps_meanwhile(
    cast: Cast, programme: Programme
) -> None:
    wish = wish_of_piet(
        cast,
        programme=programme,
        interim_support="Elke week bellen.",
        asked_on=clock.today() - timedelta(days=9),
    )

    response = get(cast, "piet", f"requests/{wish.pk}/")

    assert "Elke week bellen." in text_of(response)
    assert "9" in response.context["waiting"]
    assert response.context["honest_time"] in text_of(response)
    assert not Event.objects.filter(is_view=True).exists()


def test_the_next_step_is_always_on_the_page(cast: Cast, programme: Programme) -> None:
    wish = wish_of_piet(cast, programme=programme, status=Request.Status.EXPLORING)

    def step() -> str:
        return str(get(cast, "amal", f"requests/{wish.pk}/").context["next_step"].url)

    assert step().endswith("/consent/")
    Consent.objects.create(
        organisation=cast.here,
        person_id=wish.participant_id,
        purpose=Consent.Purpose.VOLUNTEER_SUPPORT,
        given_on=clock.today(),
        how=Consent.How.ON_PAPER,
    )
    assert step().endswith("/search/")
    Request.objects.update(status=Request.Status.WAITING)
    assert step().endswith("/shortlist/")
    match = MatchFactory(
        organisation=cast.here, request=wish, programme=programme, state=MatchState.PROPOSED
    )
    assert str(match.pk) in step()
    match.delete()
    Request.objects.update(status=Request.Status.CLOSED)
    assert step().endswith("/reopen/")


def full(programme: Programme, **fields: Any) -> dict[str, Any]:
    return {
        "own_words": WORDS,
        "programme": str(programme.pk),
        "asked_on": clock.today().isoformat(),
        "first_language": "ar",
        "first_level": "3",
        "second_level": "2",
        "weekly": ["0", "4"],
        "rhythm": "4",
        "term_months": "12",
        "type": "ally",
        "styles": ["talk"],
        "closeness": "2",
        "genders": ["woman"],
        "max_km": "10",
        "rather_not_nearby": "on",
        "home_has_smoker": "no",
        "home_has_stairs": "yes",
        "home_pets": ["dog"],
        "consent_how": "in_person",
        "consent_on": clock.today().isoformat(),
        **fields,
    }


@pytest.mark.covers("S2-19", "S1-95")
def test_a_professional_writes_a_full_wish_with_the_participant(
    cast: Cast, programme: Programme
) -> None:
    drafts.keep(cast.nele.user_id, f"request:new:{cast.piet.person_id}", {"own_words": "Ik"})
    experience = topic(cast.here, Topic.Kind.EXPERIENCE, "verlies")
    path = f"requests/new/?participant={cast.piet.person_id}"
    assert "verlies" in text_of(get(cast, "nele", path))

    response = post(cast, "nele", path, **full(programme, topics=[str(experience.pk)]))

    wish = Request.objects.get()
    assert (response.status_code, response["Location"]) == (303, cast.url(f"requests/{wish.pk}/"))
    assert (wish.languages, wish.weekly, wish.rhythm, wish.term_months) == ({"ar": 3}, 17, 4, 12)
    assert (wish.types, wish.styles, wish.closeness, wish.genders) == (
        ["ally"],
        ["talk"],
        2,
        ["woman"],
    )
    assert (wish.max_km, wish.rather_not_nearby, wish.status) == (10, True, "waiting")
    assert [each.topic for each in wish.topics.all()] == [experience]
    profile = ParticipantProfile.objects.get(person_id=person_of(cast.piet).pk)
    assert (profile.home_has_smoker, profile.home_has_stairs, profile.home_pets) == (
        False,
        True,
        ["dog"],
    )
    assert drafts.kept(cast.nele.user_id, f"request:new:{cast.piet.person_id}") == {}
    page = text_of(get(cast, "amal", f"requests/{wish.pk}/"))
    assert WORDS in page


def test_a_refused_form_comes_back_with_what_was_typed(cast: Cast, programme: Programme) -> None:
    path = f"requests/new/?participant={cast.piet.person_id}"

    response = post(cast, "amal", path, **full(programme, own_words="", pace="Traag graag."))
    later = post(cast, "amal", path, **full(programme, asked_on="2999-01-01"))

    assert response.status_code == later.status_code == 422
    assert "Traag graag." in text_of(response)
    assert not Request.objects.exists()


def test_nobody_writes_a_wish_for_a_participant_they_do_not_know(cast: Cast) -> None:
    other = ParticipantFactory(organisation=cast.here).person_id
    away = ParticipantFactory(organisation=cast.elsewhere).person_id

    assert get(cast, "nele", f"requests/new/?participant={other}").status_code == 404
    assert get(cast, "amal", f"requests/new/?participant={away}").status_code == 404
    assert get(cast, "amal", "requests/new/?participant=nonsense").status_code == 404


def test_the_form_offers_only_programmes_and_topics_of_this_organisation(
    cast: Cast, programme: Programme
) -> None:
    ProgrammeFactory(organisation=cast.elsewhere)
    ProgrammeFactory(organisation=cast.here, status=Programme.Status.DRAFT)
    topic(cast.elsewhere, Topic.Kind.EXPERIENCE, "lekt")

    response = get(cast, "amal", f"requests/new/?participant={cast.piet.person_id}")

    assert list(response.context["form"].fields["programme"].queryset) == [programme]
    assert "lekt" not in text_of(response)


def test_for_whom_a_wish_is_can_be_found_by_a_part_of_the_name(cast: Cast) -> None:
    ParticipantFactory(organisation=cast.here, sort_name="anders iemand")
    ParticipantFactory(organisation=cast.elsewhere, sort_name="deelnemer elders")

    found = get(cast, "amal", "requests/new/?q=deel").context["found"]

    assert [name for name, _place, _url in found] == ["Piet Deelnemer"]


@pytest.mark.covers("S0-32", "S1-91")
def test_a_participant_writes_their_own_wish_on_their_phone(
    cast: Cast, programme: Programme
) -> None:
    assert get(cast, "piet", "requests/new/").status_code == 200

    response = post(
        cast,
        "piet",
        "requests/new/",
        own_words=WORDS,
        programme=str(programme.pk),
        weekly=["3"],
        pace="Traag.",
        says_yes="on",
    )

    wish = Request.objects.get()
    assert response.status_code == 303
    assert (wish.participant_id, wish.own_words, wish.pace, wish.weekly) == (
        cast.piet.person_id,
        WORDS,
        "Traag.",
        8,
    )
    assert Consent.objects.get().how == Consent.How.ON_SCREEN
    assert wish.status == Request.Status.WAITING


def test_a_participant_changes_words_and_times_and_the_rest_stays(cast: Cast) -> None:
    wish = wish_of_piet(cast, max_km=5, languages={"ar": 2}, tasks=["Wandelen"])
    assert WORDS in text_of(get(cast, "piet", f"requests/{wish.pk}/change/"))

    response = post(cast, "piet", f"requests/{wish.pk}/change/", own_words="Liever het bos.")

    wish.refresh_from_db()
    assert response.status_code == 303
    assert (wish.own_words, wish.max_km, wish.languages, wish.tasks) == (
        "Liever het bos.",
        5,
        {"ar": 2},
        ["Wandelen"],
    )
    assert post(cast, "piet", f"requests/{wish.pk}/change/", own_words="").status_code == 422


def test_staff_change_everything_and_find_it_filled_in(cast: Cast) -> None:
    wish = wish_of_piet(cast, types=["coach"], rhythm=2)
    form = get(cast, "amal", f"requests/{wish.pk}/change/").context["form"]
    assert (form.initial["type"], form.initial["rhythm"]) == ("coach", "2")

    response = post(
        cast,
        "amal",
        f"requests/{wish.pk}/change/",
        **full(wish.programme, tasks=["Samen wandelen"]),
    )

    wish.refresh_from_db()
    assert response.status_code == 303
    assert (wish.types, wish.tasks) == (["ally"], ["Samen wandelen"])


def test_a_change_loses_nothing_that_came_with_a_list(cast: Cast) -> None:
    wish = wish_of_piet(
        cast,
        rhythm=3,
        term_months=18,
        types=["companion"],
        languages={"ar": 3, "nl": 2, "xx": 1},
        weekly=5,
    )
    ParticipantProfile.objects.update(home_pets=["parrot"])
    form = get(cast, "amal", f"requests/{wish.pk}/change/").context["form"]
    sent = {
        name: value
        for name, value in form.initial.items()
        if value not in (None, False, "", []) and name in form.fields
    }

    response = post(cast, "amal", f"requests/{wish.pk}/change/", **sent)

    wish.refresh_from_db()
    assert response.status_code == 303
    assert (wish.rhythm, wish.term_months, wish.types, wish.weekly) == (3, 18, ["companion"], 5)
    assert wish.languages == {"ar": 3, "nl": 2, "xx": 1}
    profile = ParticipantProfile.objects.get(person_id=wish.participant_id)
    assert profile.home_pets == ["parrot"]


def test_the_steps_around_a_wish_lead_back_to_its_page(cast: Cast) -> None:
    wish = wish_of_piet(cast, status=Request.Status.EXPLORING)
    base, today = f"requests/{wish.pk}", clock.today().isoformat()
    for step in ("consent", "explore", "support", "goals/new"):
        assert get(cast, "nele", f"{base}/{step}/").status_code == 200

    def done(name: str, step: str, **fields: Any) -> str:
        response = post(cast, name, f"{base}/{step}/", **fields)
        assert response.status_code == 303, step
        wish.refresh_from_db()
        return wish.status

    assert done("nele", "consent", how="by_phone", given_on=today) == "waiting"
    assert done("nele", "explore", review_on=today) == "exploring"
    assert done("amal", "search") == "waiting"
    assert done("nele", "support", support="Bellen", on=today) == "waiting"
    assert wish.interim_support == "Bellen"
    done("nele", "goals/new", text="Koken", consulted_on=today)
    goal = Goal.objects.get()
    assert get(cast, "nele", f"{base}/goals/{goal.pk}/").status_code == 200
    assert get(cast, "nele", f"{base}/goals/{goal.pk}/drop/").status_code == 200
    done("piet", f"goals/{goal.pk}", text="Soep koken")
    assert Goal.objects.get().text == "Soep koken"
    done("piet", f"goals/{goal.pk}/drop")
    assert not Goal.objects.exists()
    done("amal", "avoid", person=str(cast.bea.person_id))
    assert AvoidedPerson.objects.count() == 1
    assert "Bea" in text_of(get(cast, "amal", f"{base}/"))
    done("amal", "no-longer-avoid", person=str(cast.bea.person_id))
    assert not AvoidedPerson.objects.exists()
    assert done("piet", "close") == "closed"
    assert get(cast, "piet", f"{base}/").status_code == 200
    assert done("piet", "reopen") == "waiting"
    assert done("piet", "take-back") == "closed"
    assert done("amal", "reopen") == "exploring"
    assert done("piet", "yes") == "waiting"


@pytest.mark.covers("S1-6")
def test_a_goal_without_consultation_comes_back_refused(cast: Cast) -> None:
    wish = wish_of_piet(cast)

    response = post(cast, "amal", f"requests/{wish.pk}/goals/new/", text="Meer buiten")

    assert response.status_code == 422
    assert not Goal.objects.exists()
    away = RequestFactory(organisation=cast.here)
    goal = Goal.objects.create(organisation=cast.here, request=away, text="Elders")
    assert get(cast, "amal", f"requests/{wish.pk}/goals/{goal.pk}/").status_code == 404


def test_only_the_participant_says_yes_on_the_screen(cast: Cast) -> None:
    wish = wish_of_piet(cast, status=Request.Status.EXPLORING)

    assert post(cast, "amal", f"requests/{wish.pk}/yes/").status_code == 404
    assert not Consent.objects.exists()


def test_side_by_side_shows_the_wish_the_person_and_the_others_without_a_figure(
    cast: Cast, programme: Programme
) -> None:
    wish = piets_wish(cast, programme, own_words=WORDS)
    people = [volunteer(programme, strengths=f"Luistert goed {n}") for n in range(2)]
    volunteer(programme, smokes=True, person={"given_name": "Rookt"})
    Request.objects.update(no_smoker=True)

    response = get(cast, "amal", f"requests/{wish.pk}/shortlist/?who={people[1].pk}")

    page = text_of(response)
    assert WORDS in page
    assert "Luistert goed 1" in page
    assert [each.person_id for each in response.context["others"]] == [str(people[0].pk)]
    assert "Rookt" in page
    assert f"/people/volunteers/{people[1].pk}/" in page or str(people[1].pk) in page
    assert "%" not in response.context["beside"].word
    assert Event.objects.filter(is_view=True, target_id=wish.participant_id).exists()


@pytest.mark.usefixtures("alone")
def test_side_by_side_costs_the_same_for_one_and_three(cast: Cast, programme: Programme) -> None:
    wish = piets_wish(cast, programme)
    client = cast.client("amal")

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(cast.url(f"requests/{wish.pk}/shortlist/")).status_code == 200
        return len(captured)

    volunteer(programme)
    queries()
    first = queries()
    for _person in range(2):
        volunteer(programme)
    assert queries() == first
    assert first <= 12


def test_side_by_side_says_so_when_nobody_could(cast: Cast, programme: Programme) -> None:
    wish = piets_wish(cast, programme)

    assert get(cast, "amal", f"requests/{wish.pk}/shortlist/").status_code == 200
    for name in ("nele", "piet", "bea", "chris"):
        assert get(cast, name, f"requests/{wish.pk}/shortlist/").status_code == 404


def test_a_closed_wish_has_no_shortlist(cast: Cast, programme: Programme) -> None:
    wish = piets_wish(cast, programme, status=Request.Status.CLOSED)

    response = get(cast, "amal", f"requests/{wish.pk}/shortlist/")

    assert (response.status_code, response["Location"]) == (303, cast.url(f"requests/{wish.pk}/"))


def test_proposing_leads_to_the_match_and_the_wish_keeps_the_history(
    cast: Cast, programme: Programme
) -> None:
    wish = piets_wish(cast, programme)
    person, smoker = volunteer(programme), volunteer(programme, smokes=True)
    Request.objects.update(no_smoker=True)
    path = f"requests/{wish.pk}/propose/"

    refused = post(cast, "amal", path, volunteer=str(smoker.pk))
    assert refused.status_code == 422
    done = post(cast, "amal", path, volunteer=str(person.pk), why="Zee!")

    proposal = wish.proposals.get()
    assert done.status_code == 303
    assert str(proposal.match_id) in done["Location"]
    assert [each["person"] for each in proposal.shown] == [str(person.pk)]
    history = text_of(get(cast, "amal", f"requests/{wish.pk}/"))
    assert person.given_name in history
    assert "Zee!" in history
    for name in ("nele", "piet", "bea", "chris"):
        assert post(cast, name, path, volunteer=str(person.pk)).status_code == 404
    assert post(cast, "amal", path, volunteer="nonsense").status_code == 404


@pytest.mark.covers("S1-105")
def test_the_page_of_places_shows_who_waits_for_this_volunteer(
    cast: Cast, programme: Programme
) -> None:
    wish = piets_wish(cast, programme, own_words=WORDS)
    RequestFactory(organisation=cast.here, programme=programme, no_smoker=True)
    person = volunteer(programme, smokes=True)
    RequestFactory(organisation=cast.here)

    response = get(cast, "amal", f"places/{person.pk}/")

    assert WORDS in text_of(response)
    assert cast.url(f"requests/{wish.pk}/shortlist/") in text_of(response)
    for name in ("nele", "piet", "bea", "chris"):
        assert get(cast, name, f"places/{person.pk}/").status_code == 404
    stranger = volunteer(ProgrammeFactory(organisation=cast.elsewhere))
    assert get(cast, "amal", f"places/{stranger.pk}/").status_code == 404
