"""The pages of a match: for the coordinator, and what each may not see."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.audit.models import Event
from naast.companionship import panels_matches as panels
from naast.companionship.models import MatchState, Milestone
from naast.companionship.services import agreements
from naast.core import clock
from tests.companionship.pair import all_the_way, met, pair, person_of, programme_of
from tests.conftest import Cast
from tests.factories import MatchFactory, VisitFactory

STATES = [state for state in MatchState.values if state != MatchState.MEETING_PLANNED]


def queries(cast: Cast, path: str) -> int:
    """How many queries this page costs Amal."""
    client = cast.client("amal")
    client.get(cast.url(path))
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(cast.url(path)).status_code == 200
    return len(captured)


def test_the_list_shows_own_matches_and_costs_the_same_for_three(cast: Cast) -> None:
    programme = programme_of(cast)
    MatchFactory(organisation=cast.here, programme=programme, coach=cast.amal)
    leak = MatchFactory(organisation=cast.elsewhere)
    one = queries(cast, "matches/")
    for _number in range(2):
        MatchFactory(organisation=cast.here, programme=programme, coach=cast.amal)
    assert queries(cast, "matches/") == one
    assert one <= 12
    page = cast.client("amal").get(cast.url("matches/")).content.decode()
    assert leak.volunteer.given_name not in page


def test_the_list_can_be_narrowed_by_state_programme_and_coach(cast: Cast) -> None:
    one = pair(cast, MatchState.RUNNING)
    other = MatchFactory(organisation=cast.here, state=MatchState.ENDED)
    client = cast.client("amal")

    def names(query: str) -> list[Any]:
        return [row.pk for row in client.get(cast.url("matches/") + query).context["rows"].rows]

    assert names("") == [one.pk]
    assert names("?state=ended") == [other.pk]
    assert set(names("?state=all")) == {one.pk, other.pk}
    assert names(f"?state=all&programme={other.programme_id}") == [other.pk]
    assert names(f"?state=all&coach={cast.amal.pk}") == [one.pk]


@pytest.mark.parametrize("state", STATES)
def test_the_page_of_a_match_opens_in_every_state_with_its_next_step(
    cast: Cast, state: str
) -> None:
    match = pair(cast, state)
    response = cast.client("amal").get(cast.url(f"matches/{match.pk}/"))
    assert response.status_code == 200
    assert response.context["next"].sentence


def test_opening_a_match_is_written_down_for_the_participant(cast: Cast) -> None:
    match = pair(cast, MatchState.RUNNING)
    cast.client("amal").get(cast.url(f"matches/{match.pk}/"))
    assert Event.objects.get(is_view=True).target_id == match.participant_id


def test_a_match_page_costs_the_same_with_one_and_three_of_everything(cast: Cast) -> None:
    match = pair(cast, MatchState.RUNNING)

    def add() -> None:
        visit = VisitFactory(match=match, organisation=cast.here, other_activity="Strijken")
        visit.tasks.set(match.programme.tasks.all())
        Milestone.objects.create(
            organisation=cast.here, match=match, kind="look_back", due_on=clock.today()
        )

    add()
    one = queries(cast, f"matches/{match.pk}/")
    add()
    add()
    assert queries(cast, f"matches/{match.pk}/") == one


@pytest.mark.covers("S1-199", "S3-29")
def test_the_card_names_to_whom_each_side_turns_and_who_carries_final_responsibility(
    cast: Cast,
) -> None:
    match = pair(cast, MatchState.RUNNING)
    match.participant_contact = cast.nele
    match.save()
    context = cast.client("amal").get(cast.url(f"matches/{match.pk}/")).context
    assert [each.name for each in context["volunteer_contacts"]] == [
        "Amal Coördineert",
        "Nele Beroeps",
    ]
    assert context["participant_contacts"][0].name == "Nele Beroeps"
    own = cast.client("piet").get(cast.url(f"my-matches/{match.pk}/")).content.decode()
    assert "Nele Beroeps" in own


@pytest.mark.covers("S1-89")
def test_agreed_activities_stand_beside_what_was_told_with_what_is_outside(cast: Cast) -> None:
    match = pair(cast, MatchState.RUNNING)
    for _time in range(2):
        VisitFactory(match=match, organisation=cast.here, other_activity="Medicatie klaarzetten")
    visit = VisitFactory(match=match, organisation=cast.here)
    visit.tasks.set(match.programme.tasks.all())
    shown = cast.client("amal").get(cast.url(f"matches/{match.pk}/")).context["shown"]
    assert [(each.name, each.times, each.is_agreed) for each in shown.activities] == [
        ("Samen wandelen", 1, True),
        ("Medicatie klaarzetten", 2, False),
    ]


@pytest.mark.covers("S1-41")
def test_a_yes_to_knowing_each_other_shows_advice(cast: Cast) -> None:
    match = pair(cast, MatchState.PROPOSED)
    url = cast.url(f"matches/{match.pk}/")
    client = cast.client("amal")
    advice = "mantelzorg", "informal care"

    def advised() -> bool:
        page = client.get(url, headers={"accept-language": "en"}).content.decode()
        return any(word in page for word in advice)

    assert not advised()
    agreements.change_agreements(
        actor=cast.actor("amal"),
        match_id=match.pk,
        agreements=agreements.Agreements(knew_each_other=True),
    )
    assert advised()


def test_a_step_that_cannot_be_taken_shows_the_page_again_with_the_reason(cast: Cast) -> None:
    match = met(pair(cast, MatchState.BOTH_YES), briefed=False)
    response = cast.client("amal").post(cast.url(f"matches/{match.pk}/trial/"))
    assert response.status_code == 422
    assert response.context["refusal"]


def test_the_whole_way_by_the_pages(cast: Cast) -> None:
    match = pair(cast)
    amal, bea, piet = cast.client("amal"), cast.client("bea"), cast.client("piet")
    page = f"matches/{match.pk}/"
    today = clock.today().isoformat()
    steps: list[tuple[Any, str, dict[str, str]]] = [
        (bea, "answer/", {"answer": "yes"}),
        (piet, "answer/", {"answer": "yes"}),
        (amal, "meeting/", {"day": today, "time": "14:00", "place": "Thuis", "with_whom": "Amal"}),
        (amal, "briefing/", {"told": "Hoort niet goed.", "questions": "", "briefed_on": today}),
        (amal, "met/", {"held_on": today}),
        (amal, "trial/", {}),
        (amal, "steps/go_on/", {}),
        (amal, "steps/pause/", {}),
        (amal, "steps/resume/", {}),
        (amal, "extend/", {"until": (clock.today() + timedelta(days=90)).isoformat()}),
        (amal, "steps/wind_down/", {}),
    ]
    for client, step, data in steps:
        response = client.post(cast.url(page + step), data)
        assert response.status_code == 303, (step, response.content.decode()[-3000:])
    match.refresh_from_db()
    assert match.state == MatchState.WINDING_DOWN
    # One way leads to the end: the closing talks.
    shown = amal.get(cast.url(page))
    assert shown.context["next"].page == "closing"
    assert cast.url(f"alongside/parting/matches/{match.pk}/") in shown.content.decode()


@pytest.mark.parametrize(
    ("state", "data", "after"),
    [
        ("proposed", {"answer": "yes", "how": "by_phone"}, "volunteer_yes"),
        ("proposed", {"answer": "no", "how": "by_phone"}, "not_started"),
        ("volunteer_yes", {"answer": "yes", "how": "on_paper"}, "both_yes"),
        ("volunteer_yes", {"answer": "other", "how": "by_phone"}, "not_started"),
    ],
)
def test_a_coordinator_writes_down_an_answer_given_by_phone_or_on_paper(
    cast: Cast, state: str, data: dict[str, str], after: str
) -> None:
    match = pair(cast, state)
    client = cast.client("amal")
    assert client.get(cast.url(f"matches/{match.pk}/answer-for/")).status_code == 200
    assert client.post(cast.url(f"matches/{match.pk}/answer-for/"), data).status_code == 303
    match.refresh_from_db()
    assert match.state == after


FORMS = [
    "withdraw",
    "meeting",
    "briefing",
    "met",
    "stop",
    "talked",
    "extend",
    "people",
    "agreements",
]


@pytest.mark.parametrize("name", FORMS)
def test_each_form_opens_and_is_refused_when_it_is_empty_or_makes_no_sense(
    cast: Cast, name: str
) -> None:
    match = pair(cast, MatchState.RUNNING)
    client = cast.client("amal")
    assert client.get(cast.url(f"matches/{match.pk}/{name}/")).status_code == 200
    bad = {"rhythm": "x", "weight": "9"}
    assert client.post(cast.url(f"matches/{match.pk}/{name}/"), bad).status_code == 422


def test_names_and_agreements_are_changed_by_their_forms(cast: Cast) -> None:
    match = pair(cast, MatchState.RUNNING)
    client = cast.client("amal")
    people = {"coach": cast.amal.pk, "professional": cast.nele.pk, "fallback": cast.nele.pk}
    assert client.post(cast.url(f"matches/{match.pk}/people/"), people).status_code == 303
    agreed = {
        "agreed_volunteer": "Belt vooraf.",
        "rhythm": "4",
        "weight": "2",
        "knew_each_other": "false",
    }
    assert client.post(cast.url(f"matches/{match.pk}/agreements/"), agreed).status_code == 303
    form = client.get(cast.url(f"matches/{match.pk}/agreements/")).context["form"]
    assert 'value="false" selected' in str(form["knew_each_other"])
    match.refresh_from_db()
    assert (match.fallback, match.agreed_volunteer, match.rhythm) == (cast.nele, "Belt vooraf.", 4)
    assert match.knew_each_other is False


def test_the_forms_offer_only_colleagues_and_programmes_of_here(cast: Cast) -> None:
    match = pair(cast, MatchState.RUNNING)
    form = cast.client("amal").get(cast.url(f"matches/{match.pk}/people/")).context["form"]
    for field in form.fields.values():
        if hasattr(field, "queryset"):
            assert cast.chris not in field.queryset
    programme_of(cast)
    shown = cast.client("amal").get(cast.url("matches/")).context["form"]
    organisations = {row.organisation_id for row in shown.fields["programme"].queryset}
    assert organisations == {cast.here.pk}


def test_a_milestone_is_noted_with_a_few_words(cast: Cast) -> None:
    match = all_the_way(cast)
    milestone = match.milestones.all()[0]
    url = cast.url(f"matches/{match.pk}/moments/{milestone.pk}/")
    client = cast.client("amal")
    assert client.get(url).status_code == 200
    tomorrow = (clock.today() + timedelta(days=1)).isoformat()
    assert client.post(url, {"done_on": tomorrow}).status_code == 422
    data = {"done_on": clock.today().isoformat(), "note": "Het klikt."}
    assert client.post(url, data).status_code == 303
    milestone.refresh_from_db()
    assert milestone.note == "Het klikt."


@pytest.mark.parametrize("who", ["bea", "piet", "nele", "chris"])
def test_nobody_but_a_coordinator_of_here_opens_the_coordinators_page(cast: Cast, who: str) -> None:
    match = pair(cast, MatchState.RUNNING)
    assert cast.client(who).get(cast.url(f"matches/{match.pk}/")).status_code == 404
    assert cast.client(who).post(cast.url(f"matches/{match.pk}/steps/pause/")).status_code == 404


def test_panels_on_the_card_and_the_file_tell_matches_and_load_in_words(cast: Cast) -> None:
    match = pair(cast, MatchState.RUNNING)
    VisitFactory(match=match, organisation=cast.here, pass_on="Geheim")
    actor = cast.actor("amal")
    card = panels.matches_of_volunteer(actor, person_of(cast.bea))
    assert card is not None
    assert "1" in str(card.context["load"])
    assert [row.pk for row in card.context["matches"]] == [match.pk]  # type: ignore[attr-defined]  # a list
    file = panels.visits_of_participant(actor, person_of(cast.piet))
    assert file is not None
    assert "Geheim" not in str(file.context)
    for page in (
        f"people/volunteers/{match.volunteer_id}/",
        f"people/participants/{match.participant_id}/",
    ):
        response = cast.client("amal").get(cast.url(page))
        assert response.status_code == 200
        assert f"my-matches/{match.pk}/" in response.content.decode()


def test_the_next_moment_of_the_plan_is_the_next_step(cast: Cast) -> None:
    match = all_the_way(cast)
    first = match.milestones.all()[0]
    response = cast.client("amal").get(cast.url(f"matches/{match.pk}/"))
    assert response.context["next"].milestone == first
    assert f"moments/{first.pk}/" in response.content.decode()


@pytest.mark.covers("S2-9")
def test_how_it_ended_stays_on_the_page_with_the_notes(cast: Cast) -> None:
    match = pair(cast, MatchState.RUNNING)
    client = cast.client("amal")
    data = {
        "reason": "moved",
        "initiative": "participant",
        "closing_talk_on": clock.today().isoformat(),
        "stay_in_touch": "Een kaartje met Nieuwjaar.",
        "note": "Verhuist naar zijn dochter.",
    }
    assert client.post(cast.url(f"matches/{match.pk}/stop/"), data).status_code == 303
    page = client.get(cast.url(f"matches/{match.pk}/")).content.decode()
    assert "Een kaartje met Nieuwjaar." in page
    assert "Verhuist naar zijn dochter." in page


def test_somebody_who_would_rather_be_phoned_is_named_on_the_page(cast: Cast) -> None:
    match = pair(cast, MatchState.RUNNING)
    client = cast.client("amal")
    assert client.get(cast.url(f"matches/{match.pk}/")).context["by_phone"] == []
    person = person_of(cast.piet)
    person.prefers_paper = True
    person.save()
    assert client.get(cast.url(f"matches/{match.pk}/")).context["by_phone"] == ["Piet"]
