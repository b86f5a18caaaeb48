"""The pages: three questions on a phone, one page for who listens, one for each side."""

from datetime import timedelta
from http import HTTPStatus
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from naast.audit.models import Event
from naast.complaints.models import Complaint, ComplaintTerms
from naast.complaints.states import About, ComplaintState, Hat, Side
from naast.core import clock, drafts
from naast.organisations.models import Membership
from naast.people.api import NewPerson, create_person
from tests.complaining import FACTS, Way, listener, seen, told
from tests.conftest import Cast
from tests.factories import MatchFactory
from tests.pdf_checks import problems_of

REFUSED, NOT_FOUND, DONE = (
    HTTPStatus.UNPROCESSABLE_ENTITY,
    HTTPStatus.NOT_FOUND,
    HTTPStatus.SEE_OTHER,
)
MOST_QUERIES = 14


@pytest.fixture
def mia(cast: Cast) -> Membership:
    """A mediator."""
    return listener(cast)


def browser(cast: Cast, who: Membership) -> Client:
    """Somebody beside the cast, signed in."""
    client = Client()
    client.force_login(who.user)
    return client


def filled(listens: Membership, **fields: str) -> dict[str, str]:
    """The three questions, answered."""
    usual = {
        "facts": FACTS,
        "how": "saw",
        "seen_on": clock.today().isoformat(),
        "about": About.PRACTICE.value,
        "receiver": str(listens.pk),
        "hat": Hat.FAMILY.value,
    }
    return usual | fields


def staff_url(cast: Cast, complaint_id: UUID, page: str = "") -> str:
    return cast.url(f"heard/complaints/{complaint_id}/{page}")


def own_url(cast: Cast, complaint_id: UUID, page: str = "") -> str:
    return cast.url(f"mine/complaints/{complaint_id}/{page}")


def test_three_questions_make_a_complaint_and_the_draft_goes(cast: Cast, mia: Membership) -> None:
    key = f"complaint-new:{cast.here.pk}"
    drafts.keep(cast.bea.user_id, key, {"facts": "Half"})
    answer = cast.client("bea").post(cast.url("mine/complaints/new/"), filled(mia))
    made = Complaint.objects.get()
    assert (answer.status_code, answer["Location"]) == (DONE, own_url(cast, made.pk))
    assert (made.receiver, made.reporter_id) == (mia, cast.person_id("bea"))
    assert not drafts.kept(cast.bea.user_id, key)


def test_a_refused_form_keeps_what_was_typed(cast: Cast, mia: Membership) -> None:
    answer = cast.client("bea").post(
        cast.url("mine/complaints/new/"), filled(mia, how="heard", receiver="")
    )
    assert answer.status_code == REFUSED
    assert FACTS in answer.content.decode()
    assert set(answer.context["form"].errors) == {"receiver"}
    assert not Complaint.objects.exists()


def test_who_somebody_may_mean_are_the_people_beside_them(cast: Cast, mia: Membership) -> None:
    match = MatchFactory(
        organisation=cast.here, participant_id=cast.person_id("piet"), participant=None,
        request=None, volunteer_id=cast.person_id("bea"), volunteer=None, professional=cast.nele,
    )  # fmt: skip
    url = cast.url("mine/complaints/new/")
    offered = [
        value for value, _words in cast.client("piet").get(url).context["form"]["who"].field.choices
    ]
    bea, nele, amal = f"p:{match.volunteer_id}", f"m:{cast.nele.pk}", f"m:{cast.amal.pk}"
    assert offered == ["", bea, nele, amal]
    values = cast.client("bea").get(url).context["form"].fields["who"].choices
    assert [value for value, _words in values] == ["", nele, amal]
    cast.client("piet").post(url, filled(mia, who=nele, about=About.VOLUNTEER.value))
    made = Complaint.objects.get()
    assert (made.about, made.other_member, made.other) == (About.PROFESSIONAL, cast.nele, None)


def test_a_decision_stays_one_also_when_somebody_is_named(cast: Cast, mia: Membership) -> None:
    about = {"who": f"m:{cast.amal.pk}", "about": About.DECISION.value}
    cast.client("bea").post(cast.url("mine/complaints/new/"), filled(mia, **about))
    assert Complaint.objects.get().about == About.DECISION


def test_staff_write_it_down_and_read_it_no_more(cast: Cast, mia: Membership) -> None:
    url = cast.url("heard/complaints/new/")
    answer = cast.client("amal").post(url, filled(mia, name="Dochter", hat=Hat.FAMILY.value))
    made = Complaint.objects.get()
    assert (answer.status_code, answer["Location"]) == (DONE, cast.url("heard/complaints/"))
    assert (made.reporter_name, made.hat) == ("Dochter", Hat.FAMILY)
    assert cast.client("amal").get(staff_url(cast, made.pk)).status_code == NOT_FOUND


def test_somebody_of_the_house_is_found_by_name(cast: Cast) -> None:
    rik = create_person(
        actor=cast.actor("amal"),
        new=NewPerson(given_name="Rik", family_name="Rivier", participant={}),
    )
    url = f"{cast.url('heard/complaints/new/')}?find=Rivier"
    form = cast.client("amal").get(url).context["form"]
    assert str(rik.pk) in dict(form.fields["person"].choices)
    answer = cast.client("amal").post(url, filled(cast.amal, person=str(rik.pk)))
    made = Complaint.objects.get()
    assert answer["Location"] == staff_url(cast, made.pk)
    assert made.reporter == rik


def test_who_listens_finds_a_volunteer_by_name_and_no_participant(
    cast: Cast, mia: Membership
) -> None:
    way = Way(mia, told(cast, mia, other_id=None))
    hats: list[dict[str, Any]] = [{"participant": {}}, {"volunteer": {}}]
    found = [
        create_person(
            actor=cast.actor("amal"), new=NewPerson(given_name="Ri", family_name="Rivier", **hat)
        )
        for hat in hats
    ]
    url = f"{staff_url(cast, way.pk, 'other/')}?find=riv"
    at_desk = browser(cast, mia)
    offered = dict(at_desk.get(url).context["form"].fields["volunteer"].choices)
    assert set(offered) == {"", str(found[1].pk)}
    assert at_desk.post(url, {"volunteer": str(found[1].pk)}).status_code == DONE
    assert way.now.other == found[1]


def test_every_look_is_written_down_and_who_told_it_reads_who(cast: Cast, mia: Membership) -> None:
    way = Way(mia, told(cast, mia)).shared()
    assert browser(cast, mia).get(staff_url(cast, way.pk)).status_code == HTTPStatus.OK
    assert cast.client("bea").get(own_url(cast, way.pk)).status_code == HTTPStatus.OK
    looks = Event.objects.filter(target_id=way.pk, is_view=True)
    assert set(looks.values_list("user_id", flat=True)) == {mia.user_id, cast.bea.user_id}
    readers = cast.client("piet").get(own_url(cast, way.pk)).context["readers"]
    assert {name for name, _moment in readers} == {"Mia Middenvelder", "Bea Buddy"}
    assert cast.client("bea").get(own_url(cast, way.pk)).context["readers"] == []


def test_who_it_is_about_sees_no_name_until_it_may_be_known(cast: Cast, mia: Membership) -> None:
    way = Way(mia, told(cast, mia, may_be_named=False)).shared()
    page = cast.client("bea").get(own_url(cast, way.pk)).content.decode()
    assert "Piet" not in page
    assert FACTS not in page
    answer = cast.client("piet").post(own_url(cast, way.pk, "named/"))
    assert answer.status_code == DONE
    assert "Piet" in cast.client("bea").get(own_url(cast, way.pk)).content.decode()


@pytest.mark.parametrize("page", ["", "view/", "seen/", "day/", "back/"])
def test_the_page_of_the_other_side_is_not_there_before_it_is_shared(
    cast: Cast, mia: Membership, page: str
) -> None:
    way = Way(mia, told(cast, mia)).confirmed()
    assert cast.client("bea").get(own_url(cast, way.pk, page)).status_code == NOT_FOUND


@pytest.mark.parametrize("page", ["named/", "listener/", "withdraw/"])
def test_the_other_side_decides_nothing_for_who_told_it(
    cast: Cast, mia: Membership, page: str
) -> None:
    way = Way(mia, told(cast, mia, may_be_named=False)).shared()
    assert cast.client("bea").post(own_url(cast, way.pk, page)).status_code == NOT_FOUND
    assert (way.now.named_on, way.now.state) == (None, ComplaintState.SHARED)


def test_the_whole_way_by_its_pages(cast: Cast, mia: Membership) -> None:
    way, at_desk = Way(mia, told(cast, mia)), browser(cast, mia)
    soon = clock.now() + timedelta(minutes=5)
    steps: list[tuple[Client, str, dict[str, str]]] = [
        (at_desk, staff_url(cast, way.pk, "do/confirm/"), {}),
        (at_desk, staff_url(cast, way.pk, "share/"), {"words": "Hierover gaat het."}),
        (
            at_desk,
            staff_url(cast, way.pk, "talk/"),
            {
                "day": (clock.today() + timedelta(days=1)).isoformat(),
                "hour": soon.strftime("%H:%M"),
                "place": "Bib",
                "mediator": str(mia.pk),
            },
        ),
        (cast.client("piet"), own_url(cast, way.pk, "day/"), {"how": "yes"}),
        (
            cast.client("bea"),
            own_url(cast, way.pk, "day/"),
            {"how": "no", "words": "Liever later."},
        ),
        (at_desk, staff_url(cast, way.pk, "no-talk/"), {"reason": "safety", "words": "Te veel."}),
        (cast.client("piet"), own_url(cast, way.pk, "view/"), {"words": "Zo zag ik het."}),
        (cast.client("bea"), own_url(cast, way.pk, "view/"), {"words": ""}),
        (cast.client("bea"), own_url(cast, way.pk, "seen/"), _seen_fields()),
        (at_desk, staff_url(cast, way.pk, "answer/"), _answer_fields()),
        (cast.client("bea"), own_url(cast, way.pk, "back/"), {"how": "partly"}),
        (at_desk, staff_url(cast, way.pk, "back/reporter/"), {"how": "yes"}),
    ]
    for client, url, data in steps:
        assert client.post(url, data).status_code == DONE, url
        for page in (staff_url(cast, way.pk), own_url(cast, way.pk)):
            reader = at_desk if page == staff_url(cast, way.pk) else cast.client("piet")
            assert reader.get(page).status_code == HTTPStatus.OK
    refused = at_desk.post(staff_url(cast, way.pk, "do/close/"))
    assert (refused.status_code, bool(refused.context["refusal"])) == (REFUSED, True)
    Complaint.objects.update(look_back_on=clock.today())
    assert at_desk.post(staff_url(cast, way.pk, "do/close/")).status_code == DONE
    assert way.now.state == ComplaintState.CLOSED


def _seen_fields() -> dict[str, str]:
    return {"facts": "Ik was ziek.", "how": "saw", "seen_on": clock.today().isoformat()}


def _answer_fields() -> dict[str, str]:
    later = clock.today() + timedelta(weeks=6)
    return {"outcome": "Zo was het.", "agreed": "Bellen.", "look_back_on": later.isoformat()}


@pytest.mark.parametrize(
    ("page", "data"),
    [
        ("other/", {"name": "Iemand van buiten"}),
        ("view/reporter/", {"how": "written_down", "words": "Zo zag ze het."}),
        ("seen/", {"side": "other", **_seen_fields()}),
        ("safety/", {"words": "Iemand is bang."}),
        ("withdraw/", {"words": ""}),
    ],
)
def test_what_else_who_listens_can_do(
    cast: Cast, mia: Membership, page: str, data: dict[str, str]
) -> None:
    way = Way(mia, told(cast, mia)).confirmed()
    at_desk = browser(cast, mia)
    assert at_desk.get(staff_url(cast, way.pk, page)).status_code == HTTPStatus.OK
    assert at_desk.post(staff_url(cast, way.pk, page), data).status_code == DONE
    assert at_desk.get(staff_url(cast, way.pk)).status_code == HTTPStatus.OK


def test_hearsay_ends_with_words_and_stepping_aside_leads_away(cast: Cast, mia: Membership) -> None:
    way = Way(mia, told(cast, mia, seen=seen(is_first_hand=False))).confirmed()
    at_desk = browser(cast, mia)
    assert at_desk.get(staff_url(cast, way.pk, "hand-over/")).status_code == HTTPStatus.OK
    cannot = staff_url(cast, way.pk, "cannot/")
    assert at_desk.post(cannot, {"words": "Niemand zag het."}).status_code == DONE
    assert "Niemand zag het." in cast.client("piet").get(own_url(cast, way.pk)).content.decode()
    other = told(cast, mia, seen=seen(facts="Iets anders."))
    answer = at_desk.post(staff_url(cast, other.pk, "do/aside/"))
    assert answer["Location"] == cast.url("heard/complaints/")
    # Tapped twice is the same as once.
    for _twice in range(2):
        taken = at_desk.post(staff_url(cast, other.pk, "take-up/"))
        assert taken["Location"] == staff_url(cast, other.pk)


@pytest.mark.parametrize("page", ["do/tickle/", "view/nobody/", "day/nobody/", "back/nobody/"])
def test_an_unknown_step_or_side_is_not_there(cast: Cast, mia: Membership, page: str) -> None:
    way = Way(mia, told(cast, mia)).planned()
    assert browser(cast, mia).post(staff_url(cast, way.pk, page)).status_code == NOT_FOUND


def test_the_body_for_appeal_is_there_from_the_start(cast: Cast, mia: Membership) -> None:
    fields = {
        "confirm_days": "4",
        "answer_weeks": "5",
        "look_back_weeks": "6",
        "appeal_name": "Raad van Beroep De Testers",
    }
    url = cast.url("heard/complaints/terms/")
    assert cast.client("amal").post(url, fields).status_code == DONE
    assert cast.client("amal").post(url, fields | {"answer_weeks": "0"}).status_code == REFUSED
    assert ComplaintTerms.objects.get().answer_weeks == 5
    complaint = told(cast, mia)
    for page in (cast.url("mine/complaints/new/"), own_url(cast, complaint.pk)):
        assert "Raad van Beroep" in cast.client("piet").get(page).content.decode()


def test_the_questions_on_paper_can_be_read_by_everybody(cast: Cast, mia: Membership) -> None:
    answer = cast.client("bea").get(cast.url("mine/complaints/paper.pdf"))
    assert answer["Content-Type"] == "application/pdf"
    assert problems_of(answer.content) == []


@pytest.mark.parametrize(
    "page", ["heard/complaints/", "heard/complaints/?show=over", "mine/complaints/"]
)
def test_an_empty_list_says_what_to_do(cast: Cast, page: str) -> None:
    answer = cast.client("amal").get(cast.url(page))
    assert (answer.status_code, answer.context["rows"].rows) == (HTTPStatus.OK, [])


@pytest.mark.parametrize("page", ["heard/complaints/", "mine/complaints/"])
def test_a_list_costs_the_same_with_three_rows(cast: Cast, page: str) -> None:
    client, counts = cast.client("amal"), []
    for made in (1, 3):
        while Complaint.objects.count() < made:
            facts = f"Iets {Complaint.objects.count()}"
            if page.startswith("mine"):
                told(cast, listener(cast), by="amal", seen=seen(facts=facts))
            else:
                told(cast, cast.amal, seen=seen(facts=facts))
        with CaptureQueriesContext(
            connection,
        ) as queries:
            answer = client.get(cast.url(page))
        assert len(answer.context["rows"].rows) == made
        counts.append(len(queries))
    assert counts[0] == counts[1] <= MOST_QUERIES


def test_a_complaint_costs_the_same_with_more_observations(cast: Cast, mia: Membership) -> None:
    way, at_desk = Way(mia, told(cast, mia)).answered(), browser(cast, mia)
    counts = []
    for _number in range(2):
        with CaptureQueriesContext(connection) as queries:
            at_desk.get(staff_url(cast, way.pk))
        counts.append(len(queries))
        way.now.observations.bulk_create(
            type(row)(
                organisation=cast.here, complaint=way.now, side=Side.OTHER, seen_on=row.seen_on,
                is_first_hand=True, facts="Nog iets.",
            )
            for row in way.now.observations.all()
        )  # fmt: skip
    assert counts[0] == counts[1] <= MOST_QUERIES
