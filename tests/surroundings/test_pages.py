"""The pages: what stands on them, what a refused form keeps, and what they cost."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.audit.models import Event
from naast.companionship.models import Goal, MatchState
from naast.core import clock
from naast.programmes.models import Task
from naast.surroundings.models import AroundLine, NetworkMap, Saying
from tests.companionship.pair import pair
from tests.conftest import Cast
from tests.surrounding import (
    asks_outcome,
    early_check,
    invited,
    line,
    new_map,
    piet,
    running,
    said,
)


def _here(cast: Cast, *parts: object) -> str:
    return "/".join([f"/o/{cast.here.slug}", *(str(part) for part in parts)]) + "/"


def _looks(kind: str) -> int:
    return Event.objects.filter(kind=kind, is_view=True).count()


def _around(cast: Cast, *parts: object) -> str:
    return _here(cast, "alongside/around", piet(cast).pk, *parts)


@pytest.mark.covers("S1-60")
def test_staff_see_write_and_print_who_does_what(cast: Cast) -> None:
    running(cast)
    nele = cast.client("nele")
    assert nele.get(_around(cast)).status_code == 200
    data = {"who": "Lies", "category": "informal", "does": "kookt"}
    assert nele.post(_around(cast, "lines/new"), data | {"does": ""}).status_code == 422
    assert nele.post(_around(cast, "lines/new"), data).status_code == 303
    made = AroundLine.objects.get()
    change = _around(cast, "lines", made.pk)
    assert nele.get(change).context["form"].initial["who"] == "Lies"
    wrong = {"since_on": "2026-05-02", "until_on": "2026-05-01"}
    assert nele.post(change, data | wrong).status_code == 422
    assert "Lies" in nele.get(_around(cast, "print")).content.decode()
    assert nele.post(_around(cast, "lines", made.pk, "remove")).status_code == 303
    assert "Lies" not in nele.get(_around(cast)).content.decode()


def test_the_page_costs_the_same_for_one_line_and_for_many(cast: Cast) -> None:
    running(cast)
    amal, costs = cast.client("amal"), []
    for number in (1, 3):
        for _each in range(number):
            line(cast)
            said(cast)
            new_map(cast)
        amal.get(_around(cast))
        with CaptureQueriesContext(connection) as caught:
            assert amal.get(_around(cast)).status_code == 200
        costs.append(len(caught))
    assert costs[0] == costs[1] <= 24


def test_a_line_of_somebody_else_is_not_found_under_this_address(cast: Cast) -> None:
    other = pair(cast, MatchState.RUNNING).volunteer
    elsewhere = AroundLine.objects.create(
        organisation=cast.here, person=other, who="Jan", category="friends", does="belt"
    )
    assert cast.client("amal").get(_around(cast, "lines", elsewhere.pk)).status_code == 404


@pytest.mark.covers("S1-36", "S1-47")
def test_a_map_is_drawn_compared_and_printed(cast: Cast) -> None:
    amal = cast.client("amal")
    assert amal.get(_around(cast, "maps")).context["pair"] == []
    data = {"moment": "start", "drawn_on": clock.today().isoformat(), "agreed_how": "in_person"}
    late = {"drawn_on": (clock.today() + timedelta(days=1)).isoformat()}
    assert amal.post(_around(cast, "maps/new"), data | late).status_code == 422
    assert amal.post(_around(cast, "maps/new"), data).status_code == 303
    first = NetworkMap.objects.get()
    one = _around(cast, "maps", first.pk)
    person = {"name": "Lies", "ring": "1", "category": "informal", "means": "altijd daar"}
    assert amal.post(one, person | {"ring": "7"}).status_code == 422
    assert amal.post(one, person).status_code == 303
    copied = data | {"moment": "half_year", "copies": "on"}
    assert amal.post(_around(cast, "maps/new"), copied).status_code == 303
    page = amal.get(_around(cast, "maps"))
    assert [drawn.network_map.moment for drawn in page.context["pair"]] == ["start", "half_year"]
    words = page.content.decode()
    assert words.count('role="img"') == 2
    assert words.count("<polygon") == 2
    assert "altijd daar" in amal.get(f"{one}print/").content.decode()
    assert amal.post(f"{one}change/", data | {"wish": "Mijn broer"}).status_code == 303
    assert amal.post(f"{one}people/{first.people.get().pk}/remove/").status_code == 303
    assert amal.post(f"{one}remove/").status_code == 303
    assert NetworkMap.objects.count() == 1


def test_two_of_three_maps_are_chosen_to_stand_beside_each_other(cast: Cast) -> None:
    made = [new_map(cast, moment=moment) for moment in ("start", "half_year", "year")]
    address = _around(cast, "maps") + f"?a={made[1].pk}&b={made[2].pk}"
    shown = cast.client("nele").get(address).context["pair"]
    assert [each.network_map.pk for each in shown] == [made[1].pk, made[2].pk]


def test_rather_no_map_and_sharing_are_said_on_the_page(cast: Cast) -> None:
    nele = cast.client("nele")
    assert nele.post(_around(cast, "rather-no-map")).status_code == 303
    assert nele.post(_around(cast, "share"), {"is_shared": "yes"}).status_code == 303
    assert nele.get(_around(cast)).context["shown"].around.is_shared


@pytest.mark.covers("S1-199")
def test_the_own_page_brings_everything_of_a_participant_together(cast: Cast) -> None:
    match = running(cast)
    Goal.objects.create(
        organisation=cast.here,
        request=match.request,
        text="Weer naar de markt",
        consulted_on=clock.today(),
    )
    said(cast, "Het gaat goed met ons.")
    drawn = new_map(cast)
    client = cast.client("piet")
    page = client.get(_here(cast, "mine/around"))
    words = page.content.decode()
    contacts = page.context["sheet"].beside[0].contacts
    assert len(contacts) == 2
    for expected in ("Weer naar de markt", "Het gaat goed met ons.", cast.nele.user.name):
        assert expected in words
    assert client.get(_here(cast, "mine/around/maps", drawn.pk)).status_code == 200
    assert client.post(_here(cast, "mine/around/maps", drawn.pk, "remove")).status_code == 303
    for other in ("bea", "nele", "amal"):
        assert cast.client(other).get(_here(cast, "mine/around")).status_code == 404


def test_the_own_page_stands_on_paper_for_who_does_not_go_online(cast: Cast) -> None:
    match = running(cast)
    line(cast)
    programme = match.programme
    programme.not_done = ["Geen geld lenen.", "Geen verzorging."]
    programme.save()
    with_it: dict[str, Any] = {"organisation": cast.here, "programme": programme}
    Task.objects.create(**with_it, name="Samen wandelen", who=Task.Who.TOGETHER)
    Task.objects.create(**with_it, name="Medicatie geven", who=Task.Who.NEVER)
    for who, address in (
        ("piet", _here(cast, "mine/around/paper")),
        ("nele", _around(cast, "paper")),
    ):
        words = cast.client(who).get(address).content.decode()
        assert match.volunteer.first_name in words
        assert "Mijn dochter Lies" in words
        assert words.count("☐") >= 5
        # What to expect and what not, each on a line of its own.
        for each in ("Samen wandelen", "Medicatie geven", "Geen geld lenen."):
            assert f"<li>{each}</li>" in words
    said_on_paper = {"text": "Graag vaker.", "audience": "professional", "how": "paper"}
    nele = cast.client("nele")
    assert nele.post(_around(cast, "say"), said_on_paper | {"text": ""}).status_code == 422
    assert nele.post(_around(cast, "say"), said_on_paper).status_code == 303
    assert Saying.objects.get().how == "paper"


@pytest.mark.covers("S2-14")
def test_own_words_are_said_read_and_answered(cast: Cast) -> None:
    running(cast)
    asked = invited(cast, piet(cast))
    client = cast.client("piet")
    say = _here(cast, "mine/around/say")
    assert client.get(say).context["invitation"] == asked
    assert client.post(say, {"text": "", "audience": "coordinator"}).status_code == 422
    sent = client.post(say, {"text": "Het is fijn.", "audience": "coordinator"})
    assert sent.status_code == 303
    amal = cast.client("amal")
    one = _here(cast, "alongside/around/words", asked.pk)
    assert "Het is fijn." in amal.get(one).content.decode()
    assert amal.post(one, {"text": "Mooi zo."}).status_code == 303
    assert amal.post(one, {"text": "Nog eens."}).status_code == 422
    assert "Mooi zo." in client.get(_here(cast, "mine/around/said", asked.pk)).content.decode()
    assert len(amal.get(_here(cast, "alongside/around/words")).context["rows"].rows) == 1
    assert cast.client("nele").get(one).status_code == 404


def test_not_now_leads_home(cast: Cast) -> None:
    asked = invited(cast, piet(cast))
    address = _here(cast, "mine/around/said", asked.pk, "not-now")
    assert cast.client("piet").post(address).status_code == 303
    assert cast.client("bea").post(address).status_code == 404


def test_who_does_what_is_shared_with_the_volunteer_from_the_own_page(cast: Cast) -> None:
    match = running(cast)
    beside = _here(cast, "mine/around/beside", piet(cast).pk)
    bea, client = cast.client("bea"), cast.client("piet")
    assert bea.get(beside).status_code == 404
    share_page = _here(cast, "mine/around/who/share")
    assert client.post(share_page, {"is_shared": "yes"}).status_code == 303
    assert client.get(_here(cast, "mine/around/who")).status_code == 200
    assert bea.get(beside).status_code == 200
    assert _looks("around.read") == 1
    assert beside in bea.get(_here(cast, "my-matches", match.pk)).content.decode()
    assert client.post(share_page, {"is_shared": "no"}).status_code == 303
    assert bea.get(beside).status_code == 404


def test_an_early_check_is_told_by_each_and_read_by_the_coordinator(cast: Cast) -> None:
    match = running(cast)
    volunteers, participants = early_check(match)
    bea = cast.client("bea")
    own = _here(cast, "mine/around/check", volunteers.pk)
    assert bea.post(own, {"at_ease": "5"}).status_code == 422
    told = {"at_ease": "5", "wants_alike": "", "often": "good", "go_on": "yes"}
    assert bea.post(own, told | {"words": "Piet lacht veel."}).status_code == 303
    assert "Piet lacht veel." in bea.get(own).content.decode()
    assert bea.get(_here(cast, "mine/around/check", participants.pk)).status_code == 404
    assert cast.client("piet").get(own).status_code == 404
    amal = cast.client("amal")
    both = _here(cast, "alongside/around/checks", match.pk)
    assert "Piet lacht veel." in amal.get(both).content.decode()
    assert _looks("match.checks-looked-at") == 1
    paper = _here(cast, "alongside/around/checks", match.pk, participants.pk)
    assert amal.get(paper).status_code == 200
    assert amal.post(paper, {"go_on": "doubt", "how": "paper"}).status_code == 303
    assert amal.post(f"{paper}read/").status_code == 303
    assert amal.get(paper.replace(str(match.pk), str(participants.pk), 1)).status_code == 404


@pytest.mark.covers("S1-174")
def test_what_changed_is_told_or_not_by_the_participant(cast: Cast) -> None:
    outcome = asks_outcome(running(cast))
    client, amal = cast.client("piet"), cast.client("amal")
    own = _here(cast, "mine/around/outcome", outcome.pk)
    assert client.get(own).status_code == 200
    assert client.post(own, {"changed": "Meer bezoek.", "contact": "9"}).status_code == 422
    assert client.post(own, {"changed": "Meer bezoek.", "contact": "4"}).status_code == 303
    assert client.get(own).status_code == 200
    assert "Meer bezoek." in amal.get(_around(cast)).content.decode()
    assert "Meer bezoek." in client.get(_here(cast, "mine/around")).content.decode()
    assert "Meer bezoek." not in cast.client("nele").get(_around(cast)).content.decode()
    paper = _here(cast, "alongside/around/outcomes", outcome.pk)
    assert amal.post(paper, {"changed": "Anders", "how": "paper"}).status_code == 422


def test_a_programme_is_switched_on_and_off(cast: Cast) -> None:
    match = running(cast)
    amal = cast.client("amal")
    page = _here(cast, "alongside/around/questions")
    one = _here(cast, "alongside/around/questions", match.programme_id)
    for is_on, data in ((True, {"is_on": "on"}), (False, {})):
        assert amal.post(one, data).status_code == 303
        assert dict(amal.get(page).context["programmes"])[match.programme] is is_on


@pytest.mark.covers("S1-166")
def test_a_match_shows_what_both_hope_for_beside_each_other(cast: Cast) -> None:
    match = running(cast, contact_kind="ally")
    assert match.request is not None
    match.request.types, match.request.rhythm = ["ally"], 4
    match.request.save()
    card = match.volunteer.volunteer
    card.types, card.rhythm_min, card.rhythm_max = ["coach"], 2, 4
    card.save()
    page = cast.client("amal").get(_here(cast, "matches", match.pk))
    rows = next(
        panel.context["rows"] for panel in page.context["panels"] if "rows" in panel.context
    )
    assert ("2–4", "4") in {(volunteer, participant) for _topic, volunteer, participant in rows}
    assert page.context["shown"].agreed.kind


@pytest.mark.covers("S1-79")
def test_the_page_of_a_match_uses_the_word_of_the_programme(cast: Cast) -> None:
    match = running(cast)
    match.programme.volunteer_word = "reisgenoot"
    match.programme.save()
    for address in (_here(cast, "my-matches", match.pk), _here(cast, "mine/around")):
        assert "reisgenoot" in cast.client("piet").get(address).content.decode()
