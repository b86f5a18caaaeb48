"""The pages of this room, from the first table to the last line on paper."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.audit.models import Event
from naast.core import clock
from naast.division.models import (
    Division,
    DivisionYes,
    ExtraHand,
    HandOver,
    PassedOn,
    RoomWish,
    StaffingLine,
    StandIn,
    Tension,
    Terms,
)
from naast.people.models import VolunteerProfile
from naast.programmes.models import Pattern, Programme
from tests.conftest import Cast
from tests.dividing import (
    ROW,
    DivisionFactory,
    HandOverFactory,
    IdeaFactory,
    PassedOnFactory,
    StaffingLineFactory,
    TensionFactory,
    cannot_come,
    in_days,
    match_of,
)
from tests.factories import EngagementFactory, MatchFactory, VolunteerFactory

MINE, ARRANGE = "mine/division/", "alongside/division/"
SEE_OTHER, REFUSED, NOT_FOUND = 303, 422, 404


@pytest.mark.parametrize("name", ["bea", "nele", "piet"])
@pytest.mark.parametrize("pattern", list(Pattern))
def test_everybody_of_a_match_reads_what_its_pattern_means(
    cast: Cast, name: str, pattern: Pattern
) -> None:
    match = match_of(cast, pattern)
    DivisionFactory(match=match)
    cannot_come(match)
    page = cast.client(name).get(cast.url(f"{MINE}matches/{match.pk}/"))
    assert page.status_code == 200
    shown = page.context["shown"]
    assert shown.rules.pattern == pattern
    assert ROW["task"] in page.content.decode()
    assert shown.may_change is (name != "piet")
    assert bool(shown.passed or shown.away) is (name != "piet")


def test_the_coordinator_reads_what_to_talk_about(cast: Cast) -> None:
    match = match_of(cast, Pattern.OWNER)
    wishes = ["time", "language", "structure"]
    VolunteerProfile.objects.filter(person=match.volunteer).update(support_wishes=wishes)
    page = cast.client("amal").get(cast.url(f"{ARRANGE}matches/{match.pk}/"))
    shown = page.context["shown"]
    assert (len(shown.to_talk_about), len(shown.lacking)) == (1, 3)
    elsewhere = cast.client("amal").get(cast.url(f"{MINE}matches/{match.pk}/"))
    assert elsewhere.status_code == SEE_OTHER


def test_a_page_of_a_match_costs_the_same_with_more_rows(cast: Cast) -> None:
    match = match_of(cast)
    DivisionFactory(match=match)
    client, address = cast.client("nele"), cast.url(f"{MINE}matches/{match.pk}/")

    def cost() -> int:
        PassedOnFactory(match=match)
        HandOverFactory(match=match, step=cannot_come(match))
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        return len(queries)

    few = cost()
    cost()
    assert cost() == few


def test_both_sides_write_the_table_and_say_yes_on_their_pages(cast: Cast) -> None:
    match = match_of(cast)
    bea, nele = cast.client("bea"), cast.client("nele")
    begun = bea.post(cast.url(f"{MINE}matches/{match.pk}/begin/"))
    assert begun.status_code == SEE_OTHER
    again = nele.post(cast.url(f"{MINE}matches/{match.pk}/begin/"))
    assert again.status_code == REFUSED
    table = cast.url(f"{MINE}tables/{Division.objects.get().pk}/")
    row = {"number": 1, "task": "Koffie", "does": "Bea", "phase": "beside"}
    shown = nele.get(f"{table}rows/1/")
    assert shown.context["form"].initial["task"] == "Samen wandelen"
    assert f"{table}rows/1/remove/" in shown.content.decode()
    assert nele.post(f"{table}rows/new/", row).status_code == SEE_OTHER
    assert bea.post(f"{table}rows/1/", row).status_code == REFUSED
    assert bea.post(f"{table}yes/", {"number": 1}).status_code == REFUSED
    for client in (bea, nele):
        assert client.post(f"{table}yes/", {"number": 2}).status_code == SEE_OTHER
    assert DivisionYes.objects.count() == 2
    removed = nele.post(f"{table}rows/2/remove/", {"number": 2})
    assert removed.status_code == SEE_OTHER
    assert nele.get(f"{table}rows/9/").status_code == NOT_FOUND
    talked = nele.post(f"{table}talked/", {"talked_on": clock.today()})
    assert talked.status_code == SEE_OTHER
    paper = bea.get(cast.url(f"{MINE}matches/{match.pk}/print/"))
    assert "Samen wandelen" in paper.content.decode()


def test_a_coordinator_writes_a_yes_and_moves_the_pattern(cast: Cast) -> None:
    match = match_of(cast)
    division, amal = DivisionFactory(match=match), cast.client("amal")
    address = cast.url(f"{ARRANGE}tables/{division.pk}/paper/")
    said = {"number": 1, "side": "volunteer", "said_on": clock.today()}
    assert amal.post(address, said).status_code == SEE_OTHER
    assert amal.post(address, said).status_code == REFUSED
    move = cast.url(f"{ARRANGE}matches/{match.pk}/pattern/")
    values = {"pattern": "owner", "moved_on": clock.today(), "reason": ""}
    assert amal.post(move, values).status_code == REFUSED
    assert amal.post(move, values | {"reason": "Past beter"}).status_code == SEE_OTHER
    page = cast.client("bea").get(cast.url(f"{MINE}matches/{match.pk}/"))
    assert "Past beter" in page.content.decode()


def test_the_example_of_a_programme_is_begun_and_written(cast: Cast) -> None:
    match = match_of(cast)
    Programme.objects.update(evaluation_questions=["Haalden we 80%?"])
    amal, home = cast.client("amal"), cast.url(f"{ARRANGE}programmes/{match.programme_id}/")
    assert amal.get(home).context["table"] is None
    assert amal.post(f"{home}example/").status_code == SEE_OTHER
    assert amal.post(f"{home}example/").status_code == REFUSED
    page = amal.get(home)
    assert (len(page.context["table"].groups), len(page.context["targets"])) == (1, 1)
    table = cast.url(f"{MINE}tables/{Division.objects.get().pk}/")
    row = {"number": 1, "task": "Koffie", "does": "buddy", "phase": "before"}
    assert amal.post(f"{table}rows/new/", row).status_code == SEE_OTHER
    assert amal.post(f"{table}rows/1/remove/", {"number": 1}).status_code == REFUSED
    assert amal.get(f"{table}talked/").status_code == NOT_FOUND
    assert cast.client("nele").get(f"{table}rows/new/").status_code == NOT_FOUND


@pytest.mark.parametrize("show", ["programmes", "waits", "review", "alone", "x"])
def test_the_overview_shows_what_waits(cast: Cast, show: str) -> None:
    match = match_of(cast)
    DivisionFactory(match=match)
    past = clock.today() - timedelta(days=1)
    talked = MatchFactory(organisation=cast.here, programme=match.programme)
    DivisionFactory(match=talked, agreed_on=past, review_on=past)
    match_of(cast, Pattern.OWNER)
    page = cast.client("amal").get(cast.url(ARRANGE), {"show": show})
    assert len(page.context["rows"].rows) == (2 if show in ("programmes", "x") else 1)


def test_terms_show_on_the_page_of_a_match(cast: Cast) -> None:
    match = match_of(cast, Pattern.OWNER)
    amal = cast.client("amal")
    address = cast.url(f"{ARRANGE}programmes/{match.programme_id}/terms/")
    values = {
        "review_months": 3,
        "reach_days": list(range(7)),
        "reach_from": "00:00",
        "reach_until": "23:59:59",
        "guideline": "Laat het gesprek komen.",
        "staff_contacts": "De dokter\n\nDe huisbaas",
    }
    assert amal.post(address, values | {"reach_until": ""}).status_code == REFUSED
    assert amal.post(address, values).status_code == SEE_OTHER
    assert Terms.objects.get().staff_contacts == ["De dokter", "De huisbaas"]
    page = cast.client("bea").get(cast.url(f"{MINE}matches/{match.pk}/"))
    assert page.context["shown"].reach.answers_now is True
    assert "Laat het gesprek komen." in page.content.decode()
    own = cast.client("bea").get(cast.url(f"my-matches/{match.pk}/"))
    titles = [panel.template for panel in own.context["panels"]]
    assert {"division/panel.html", "division/reach_panel.html"} <= set(titles)


@pytest.mark.covers("S1-115")
def test_an_owner_role_shows_a_short_guideline_and_a_peer_does_not(cast: Cast) -> None:
    for pattern, is_shown in ((Pattern.OWNER, True), (Pattern.PEER, False)):
        match = match_of(cast, pattern)
        Terms.objects.create(
            organisation=cast.here, programme=match.programme, guideline="Laat het komen."
        )
        page = cast.client("bea").get(cast.url(f"{MINE}matches/{match.pk}/"))
        assert ("Laat het komen." in page.content.decode()) is is_shown


def test_a_volunteer_passes_on_and_the_professional_answers(cast: Cast) -> None:
    match = match_of(cast)
    bea, nele = cast.client("bea"), cast.client("nele")
    address = cast.url(f"{MINE}matches/{match.pk}/pass-on/")
    about = bea.get(address).context["form"].fields["about"].choices[0][0]
    assert bea.post(address, {"about": about, "text": ""}).status_code == REFUSED
    assert bea.post(address, {"about": about, "text": "Een brief"}).status_code == SEE_OTHER
    passed = cast.url(f"{MINE}passed/{PassedOn.objects.get().pk}/")
    assert "Een brief" in nele.get(passed).content.decode()
    assert nele.post(passed, {"answer": "Ik bel."}).status_code == SEE_OTHER
    assert "Ik bel." in nele.get(passed).content.decode()
    page = bea.get(cast.url(f"{MINE}matches/{match.pk}/"))
    assert "Ik bel." in page.content.decode()


def test_who_takes_over_is_said_on_three_pages(cast: Cast) -> None:
    match = match_of(cast, Pattern.OWNER)
    person = VolunteerFactory(organisation=cast.here).person
    EngagementFactory(organisation=cast.here, person=person, programme=match.programme)
    step, amal = cannot_come(match), cast.client("amal")
    mine = cast.url(f"{MINE}away/{step.pk}/")
    until = {"until_on": in_days(2)}
    assert cast.client("bea").post(mine, until | {"note": ""}).status_code == REFUSED
    note = until | {"note": "Hij houdt van thee."}
    assert cast.client("bea").post(mine, note).status_code == SEE_OTHER
    assert "Hij houdt van thee." in cast.client("nele").get(mine).content.decode()
    arrange = cast.url(f"{ARRANGE}away/{step.pk}/")
    who = until | {"who": str(person.pk)}
    assert amal.get(arrange, {"find": person.family_name.lower()}).status_code == 200
    assert amal.post(arrange, who).status_code == SEE_OTHER
    assert HandOver.objects.get().stand_in == person
    assert cast.client("nele").post(mine, until | {"who": "me"}).status_code == SEE_OTHER
    stand_in = cast.url(f"{ARRANGE}matches/{match.pk}/stand-in/")
    assert amal.post(stand_in, {"person": str(person.pk)}).status_code == SEE_OTHER
    assert StandIn.objects.get().person == person
    assert amal.get(stand_in).context["form"].initial["person"] == str(person.pk)


def test_the_stand_in_reads_the_note(cast: Cast) -> None:
    made = HandOverFactory(
        match=MatchFactory(organisation=cast.here), stand_in_id=cast.person_id("bea")
    )
    page = cast.client("bea").get(cast.url(f"{MINE}stand-in/{made.pk}/"))
    assert made.note in page.content.decode()


def test_the_volunteer_tells_how_much_they_like_to_decide(cast: Cast) -> None:
    match = match_of(cast, Pattern.EXTRA)
    address = cast.url(f"{MINE}matches/{match.pk}/room/")
    assert cast.client("bea").post(address, {"wants": "x"}).status_code == REFUSED
    assert cast.client("bea").post(address, {"wants": "own"}).status_code == SEE_OTHER
    assert RoomWish.objects.get().wants == "own"
    page = cast.client("amal").get(cast.url(f"{ARRANGE}matches/{match.pk}/"))
    assert len(page.context["shown"].to_talk_about) == 1


def test_something_goes_on_the_table_and_each_reads_the_other_after_their_own(cast: Cast) -> None:
    match = match_of(cast)
    bea, nele, amal = (cast.client(name) for name in ("bea", "nele", "amal"))
    values = {"happened": "De planning veranderde.", "own_view": "Ik stond voor niets."}
    opened = bea.post(cast.url(f"{MINE}matches/{match.pk}/tension/"), values)
    assert opened.status_code == SEE_OTHER
    tension = Tension.objects.get()
    mine = cast.url(f"{MINE}tensions/{tension.pk}/")
    assert "Ik stond voor niets." not in nele.get(mine).content.decode()
    assert nele.post(mine, {"words": "Het was druk."}).status_code == SEE_OTHER
    assert "Ik stond voor niets." in nele.get(mine).content.decode()
    assert "Het was druk." in bea.get(mine).content.decode()
    lead = cast.url(f"{ARRANGE}tensions/{tension.pk}/")
    assert amal.get(mine).status_code == SEE_OTHER
    assert [step.name for step in amal.get(lead).context["steps"]] == ["agree"]
    agree = {"words": "We bellen.", "review_on": in_days(0)}
    assert amal.post(f"{lead}agree/", agree).status_code == REFUSED
    assert amal.post(f"{lead}agree/", agree | {"review_on": in_days(9)}).status_code == SEE_OTHER
    assert amal.post(f"{lead}look-back/", {"words": "Goed."}).status_code == SEE_OTHER
    assert amal.post(f"{lead}close/").status_code == SEE_OTHER
    assert "We bellen." in bea.get(mine).content.decode()
    for show, number in (("open", 0), ("closed", 1)):
        page = amal.get(cast.url(f"{ARRANGE}tensions/"), {"show": show})
        assert len(page.context["rows"].rows) == number
    assert amal.get(f"{lead}something/").status_code == NOT_FOUND


def test_a_coordinator_writes_down_how_somebody_sees_it(cast: Cast) -> None:
    tension = TensionFactory(match=match_of(cast))
    address = cast.url(f"{ARRANGE}tensions/{tension.pk}/view/professional/")
    values = {"how": "written_down", "words": ""}
    assert cast.client("amal").post(address, values).status_code == REFUSED
    values["words"] = "Het was druk."
    assert cast.client("amal").post(address, values).status_code == SEE_OTHER
    other = cast.url(f"{ARRANGE}tensions/{tension.pk}/view/participant/")
    assert cast.client("amal").get(other).status_code == NOT_FOUND


def test_the_staffing_line_is_filled_in_and_printed(cast: Cast) -> None:
    match = match_of(cast)
    amal, home = cast.client("amal"), cast.url(f"{ARRANGE}programmes/{match.programme_id}/")
    assert amal.get(f"{home}staffing/").status_code == 200
    line = {"weekday": clock.today().weekday(), "part": "1morning", "needed": 2}
    assert amal.post(f"{home}staffing/new/", line | {"needed": 0}).status_code == REFUSED
    assert amal.post(f"{home}staffing/new/", line).status_code == SEE_OTHER
    day = cast.url(f"{ARRANGE}staffing/{StaffingLine.objects.get().pk}/")
    filled = {"paid": 1, "can_wait": "Het uitstapje", "extra": [str(match.volunteer_id)]}
    assert amal.post(day, filled | {"paid": ""}).status_code == REFUSED
    assert amal.post(day, filled).status_code == SEE_OTHER
    for page in ("staffing/", "staffing/print/"):
        text = amal.get(f"{home}{page}").content.decode()
        assert "Het uitstapje" in text
        assert match.volunteer.name in text
    assert amal.get(day).context["form"].initial["paid"] == 1
    assert amal.post(f"{day}remove/").status_code == SEE_OTHER


def test_the_week_costs_the_same_with_more_lines(cast: Cast) -> None:
    programme = match_of(cast).programme
    client = cast.client("amal")
    address = cast.url(f"{ARRANGE}programmes/{programme.pk}/staffing/")
    costs = []
    for weekday in (0, 3):
        for part in ("1morning", "3evening"):
            StaffingLineFactory(programme=programme, weekday=weekday, part=part)
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        costs.append(len(queries))
    assert costs[0] == costs[1]


def test_the_box_of_ideas_and_its_answers(cast: Cast) -> None:
    match = match_of(cast)
    address = cast.url(f"{MINE}ideas/{match.programme_id}/")
    assert cast.client("nele").post(address, {"text": ""}).status_code == REFUSED
    assert cast.client("nele").post(address, {"text": "De krant"}).status_code == SEE_OTHER
    idea = IdeaFactory(programme=match.programme)
    answer = cast.url(f"{ARRANGE}ideas/{idea.pk}/")
    assert cast.client("amal").post(answer, {"answer": "Doen!"}).status_code == SEE_OTHER
    assert cast.client("amal").get(answer).status_code == SEE_OTHER
    text = cast.client("bea").get(address).content.decode()
    assert "De krant" in text
    assert "Doen!" in text


@pytest.mark.parametrize("name", ["bea", "nele", "piet", "amal"])
def test_my_page_leads_to_what_is_mine(cast: Cast, name: str) -> None:
    match = match_of(cast)
    TensionFactory(match=match)
    page = cast.client(name).get(cast.url(MINE))
    assert page.status_code == 200
    assert len(page.context["matches"]) == 1
    assert len(page.context["tensions"]) == (name in ("bea", "nele"))


def test_who_works_here_leaves_a_line_when_they_read_about_a_match(cast: Cast) -> None:
    match = match_of(cast)
    step = cannot_come(match)
    passed = PassedOnFactory(match=match)
    for name, address in (
        ("amal", f"{ARRANGE}matches/{match.pk}/"),
        ("amal", f"{ARRANGE}away/{step.pk}/"),
        ("nele", f"{MINE}matches/{match.pk}/"),
        ("nele", f"{MINE}passed/{passed.pk}/"),
        ("bea", f"{MINE}matches/{match.pk}/"),
        ("piet", f"{MINE}matches/{match.pk}/"),
    ):
        assert cast.client(name).get(cast.url(address)).status_code == 200
    looks = Event.objects.filter(is_view=True, target_id=match.participant_id)
    assert [look.user_id for look in looks.order_by("id")] == [
        *[cast.amal.user_id] * 2,
        *[cast.nele.user_id] * 2,
    ]


def test_who_left_the_programme_is_no_extra_any_more(cast: Cast) -> None:
    match = match_of(cast)
    line = StaffingLineFactory(programme=match.programme)
    ExtraHand.objects.create(organisation=cast.here, line=line, person=match.volunteer)
    week = cast.url(f"{ARRANGE}programmes/{match.programme_id}/staffing/")
    assert len(cast.client("amal").get(week).context["moments"][0].extra) == 1
    match.programme.engagements.update(ended_on=clock.today())
    assert cast.client("amal").get(week).context["moments"][0].extra == []
