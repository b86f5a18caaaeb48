"""The pages: what a volunteer sees and does, what a coordinator reads in words, and what each costs."""

from functools import partial

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from naast.audit.models import Event
from naast.capacity.models import HouseTerms, OwnLimits, SelfCheck, StepBack, WorthAsking
from naast.capacity.queries.overview import PARTS, overview
from naast.companionship.models import Match, MatchState
from naast.core import clock
from naast.core.paging import keyset_page
from naast.people.models import Person, VolunteerProfile
from tests.carrying import AskingFactory, CheckFactory, StepBackFactory, ago, usual_weeks, visited
from tests.companionship.pair import pair, raise_own_cap
from tests.conftest import Cast
from tests.factories import VolunteerFactory

BELOW = {"talked_on": "2026-01-01", "agreed": "Elke twee weken, vanaf mei."}


@pytest.fixture
def match(cast: Cast) -> Match:
    """Bea beside Piet."""
    return pair(cast, MatchState.RUNNING)


def test_the_volunteer_changes_her_limits_on_one_page(cast: Cast) -> None:
    bea = cast.client("bea")
    sent = {"max_matches": "2", "hours_month": "8", "days_off": ["6"]}
    answer = bea.post(cast.url("mine/load/limits/"), sent)
    assert (answer.status_code, answer["Location"]) == (303, cast.url("mine/load/"))
    limits = OwnLimits.objects.get()
    assert (limits.hours_month, limits.days_off) == (8, 1 << 6)
    shown = bea.get(cast.url("mine/load/limits/")).context["form"]
    assert (shown["max_matches"].value(), shown["days_off"].value()) == (2, ["6"])
    assert len(bea.get(cast.url("mine/load/")).context["limits"]) == 3


def test_a_limit_below_nothing_shows_the_form_again(cast: Cast) -> None:
    answer = cast.client("bea").post(cast.url("mine/load/limits/"), {"hours_month": "-1"})
    assert answer.status_code == 422
    assert "hours_month" in answer.context["form"].errors


def test_how_it_is_computed_shows_the_own_figures_to_nobody_else(cast: Cast, match: Match) -> None:
    usual_weeks(match)
    visited(match, 1, minutes=120, part_of_day="evening")
    shown = cast.client("bea").get(cast.url("mine/load/how/"))
    rows = shown.context["inputs"]
    assert [(row.now, row.usual) for row in rows[:2]] == [("2", "4"), ("1", "0")]
    for name in ("amal", "nele", "piet"):
        assert cast.client(name).get(cast.url("mine/load/how/")).status_code == 404


def test_the_self_check_leads_to_what_can_be_done(cast: Cast, match: Match) -> None:
    bea = cast.client("bea")
    sent = {
        "how_are_you": "Moe, eerlijk gezegd.",
        "amount": "much",
        "reader": "coordinator",
        "line_energy": "1",
        "line_joy": "4",
    }
    answer = bea.post(cast.url("mine/load/check/"), sent)
    check = SelfCheck.objects.get()
    assert answer["Location"] == cast.url(f"mine/load/check/{check.pk}/")
    assert check.answers == {"energy": 1, "joy": 4}
    after = bea.get(answer["Location"])
    for page in ("mine/load/step-back/", "mine/load/break/"):
        assert cast.url(page) in after.content.decode()


@pytest.mark.covers("S3-16")
def test_too_little_has_its_own_ways_on(cast: Cast) -> None:
    check = CheckFactory(
        person_id=cast.person_id("bea"),
        organisation=cast.here,
        answered_on=clock.today(),
        amount="little",
    )
    bea = cast.actor("bea")
    shown = cast.client("bea").get(cast.url(f"mine/load/check/{check.pk}/")).content.decode()
    assert bea.url("capacity:step_back") not in shown
    ways = ("outreach:job_board", "learning:mine", "intervision:mine")
    assert all(bea.url(name) in shown for name in ways)


def test_an_empty_self_check_is_shown_again(cast: Cast) -> None:
    answer = cast.client("bea").post(cast.url("mine/load/check/"), {"reader": "coordinator"})
    assert answer.status_code == 422


def test_stepping_back_and_what_was_agreed(cast: Cast, match: Match) -> None:
    bea, amal = cast.client("bea"), cast.client("amal")
    sent = {f"match_{match.pk.hex}": "wind_down", "from_on": clock.today().isoformat()}
    asked_url = bea.post(cast.url("mine/load/step-back/"), sent)["Location"]
    asked = StepBack.objects.get()
    request_url = cast.url(f"alongside/load/requests/{asked.pk}/")
    assert amal.get(request_url).context["wishes"][0].match == match

    assert amal.post(request_url, BELOW).status_code == 303

    shown = bea.get(asked_url)
    assert shown.context["asked"].agreed == BELOW["agreed"]
    again = amal.post(request_url, BELOW)
    assert again.status_code == 422


def test_who_chose_nobody_sees_why(cast: Cast, match: Match) -> None:
    sent = {f"match_{match.pk.hex}": "", "from_on": clock.today().isoformat()}
    assert cast.client("bea").post(cast.url("mine/load/step-back/"), sent).status_code == 422


def test_what_was_settled_is_not_taken_back(cast: Cast, match: Match) -> None:
    asked = StepBackFactory(person=match.volunteer, talked_on=ago(1), agreed="Zo is het goed.")
    answer = cast.client("bea").post(cast.url(f"mine/load/asked/{asked.pk}/take-back/"))
    assert answer.status_code == 422
    assert answer.context["asked"] == asked


def test_a_break_and_back_again(cast: Cast, match: Match) -> None:
    bea = cast.client("bea")
    days = {"from_on": clock.today().isoformat(), "until_on": ago(-14).isoformat()}
    bea.post(cast.url("mine/load/break/"), days)
    asked = StepBack.objects.get()
    url = cast.url(f"mine/load/asked/{asked.pk}/back/")
    assert bea.post(url, {"answer": "longer"}).status_code == 422
    bea.post(url, {"answer": "longer", "until_on": ago(-30).isoformat()})
    talk = bea.post(url, {"answer": "talk"})
    assert talk["Location"].startswith(cast.url(""))
    bea.post(url, {"answer": "back"})
    assert StepBack.objects.get().back_on == clock.today()
    assert bea.get(url).status_code == 303, "this break is over"
    assert VolunteerProfile.objects.get(person=match.volunteer).status == "active"


def test_the_coordinator_reads_words_and_writes_down_the_talk(cast: Cast, match: Match) -> None:
    amal, row = cast.client("amal"), AskingFactory(person=match.volunteer)
    url = cast.url(f"alongside/load/asking/{row.pk}/")
    assert amal.get(url).context["asking"].reason_words
    assert amal.post(url, {**BELOW, "talked_on": ago(-1).isoformat()}).status_code == 422
    assert amal.post(url, BELOW).status_code == 303
    assert WorthAsking.objects.get().agreed == BELOW["agreed"]
    assert cast.client("bea").get(cast.url("mine/load/")).context["mine"].agreed == row


def test_a_coordinator_writes_down_the_talk_and_then_the_answer(cast: Cast, match: Match) -> None:
    asked = StepBackFactory(person=match.volunteer, kind="pause", until_on=ago(-9))
    amal, url = cast.client("amal"), cast.url(f"alongside/load/requests/{asked.pk}/")
    assert amal.post(url, BELOW).status_code == 303
    assert amal.get(url).context["is_answer"]
    assert amal.post(url, {"answer": "longer"}).status_code == 422
    longer = {"answer": "longer", "until_on": ago(-30).isoformat()}
    assert amal.post(url, longer).status_code == 303
    assert StepBack.objects.get().until_on == ago(-30)


def test_reading_what_somebody_said_is_written_down(cast: Cast, match: Match) -> None:
    check = CheckFactory(person=match.volunteer, answered_on=ago(1), how_are_you="Het gaat.")
    shown = cast.client("amal").get(cast.url(f"alongside/load/said/{check.pk}/"))
    assert "Het gaat." in shown.content.decode()
    event = Event.objects.get(kind="load.check-read")
    assert (event.is_view, event.target_id) == (True, match.volunteer_id)


def test_a_coordinator_writes_down_a_sheet(cast: Cast) -> None:
    lena = VolunteerFactory(organisation=cast.here).person
    CheckFactory(person=lena)
    amal = cast.client("amal")
    assert amal.get(cast.url("alongside/load/?show=paper")).context["shown"].lines[0].person == lena
    sent = {"way": "paper", "amount": "good", "reader": "coordinator"}
    answer = amal.post(cast.url(f"alongside/load/people/{lena.pk}/"), sent)
    assert answer.status_code == 303
    assert SelfCheck.objects.get().way == "paper"
    assert amal.get(cast.url("alongside/load/paper/")).status_code == 200


def test_the_terms_of_the_house(cast: Cast) -> None:
    amal, url = cast.client("amal"), cast.url("alongside/load/terms/")
    assert amal.get(url).context["form"]["check_months"].value() == 3
    assert amal.post(url, {"check_months": "0"}).status_code == 422
    assert amal.post(url, {"check_months": "4", "most_matches": "25"}).status_code == 303
    terms = HouseTerms.objects.get()
    assert (terms.check_months, terms.most_matches) == (4, 25)


@pytest.mark.covers("S1-22")
def test_a_coordinator_sees_the_own_load_and_who_stands_in(cast: Cast, match: Match) -> None:
    amal = cast.client("amal")
    HouseTerms.objects.create(organisation=cast.here, most_matches=1)
    desk = amal.get(cast.url("mine/load/coordinator/")).context["desk"]
    assert (desk.matches, desk.volunteers, desk.is_much) == (1, 1, False)
    answer = amal.post(cast.url("mine/load/coordinator/check/"), {"amount": "much"})
    assert answer.status_code == 303
    desk = amal.get(cast.url("mine/load/coordinator/")).context["desk"]
    assert [check.amount for check in desk.answered] == ["much"]


def test_the_card_says_in_words_whom_to_ask(cast: Cast, match: Match) -> None:
    raise_own_cap(cast, 2)
    AskingFactory(person=match.volunteer)
    url = cast.actor("amal").url("people:volunteer", person_id=match.volunteer_id)
    card = cast.client("amal").get(url)
    panels = {panel.template: panel.context for panel in card.context["panels"]}
    assert panels["capacity/card_panel.html"]["asking"].person == match.volunteer


def test_every_part_of_the_overview_costs_the_same_for_many(cast: Cast) -> None:
    amal, counts = cast.actor("amal"), []
    page_of = partial(keyset_page, params=QueryDict(""))
    for _ in range(2):
        for _ in range(2):
            person: Person = VolunteerFactory(organisation=cast.here).person
            AskingFactory(person=person)
            CheckFactory(person=person)
            StepBackFactory(person=person)
        with CaptureQueriesContext(connection) as queries:
            found = [
                overview(amal, page_of=page_of, today=clock.today(), part=part) for part in PARTS
            ]
        counts.append(len(queries))
        assert all(each.lines for each in found)
    assert counts[0] == counts[1]
    assert counts[0] <= 14
