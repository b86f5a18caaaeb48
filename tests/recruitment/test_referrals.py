"""Referrals: conditions first, and nothing back but neutral words that the candidate allows."""

from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from naast.audit.models import Event
from naast.core import clock
from naast.messaging.models import Message
from naast.organisations.models import Function, Membership
from naast.programmes.models import Programme
from naast.recruitment import links
from naast.recruitment.inputs import NewApplication, NewReferral
from naast.recruitment.models import Application, Condition, Referral
from naast.recruitment.queries import referrals as queries
from naast.recruitment.services import outcomes, referrals
from naast.recruitment.services.referrals import ConditionsNotAccepted
from tests.conftest import Cast
from tests.factories import ProgrammeFactory, member
from tests.recruiting import ApplicationFactory, VacancyFactory
from tests.recruitment.sending import fresh_limits, own, shown, visitor

__all__ = ["fresh_limits"]

REFER = "/v/hier/refer/"


@pytest.fixture
def programme(cast: Cast) -> Programme:
    """A programme that runs."""
    made: Programme = ProgrammeFactory(organisation=cast.here, coordinator=cast.amal)
    return made


@pytest.fixture
def rik(cast: Cast) -> Membership:
    """Rik refers, with an account."""
    return member(cast.here, Function.REFERRER, name="Rik Verwijst")


def referring(**changes: Any) -> dict[str, Any]:
    """What a referrer sends."""
    return {
        **shown(),
        "nonce": "een-verwijzing",
        "conditions": Condition.values,
        "service": "De Brug",
        "name": "Rik Verwijst",
        "email": "rik@debrug.example",
        "given_name": "Samira",
        "reach": "samira@test.example",
        "language": "nl",
        "role": "help",
        "kind": "volunteering",
        "working_relation": "free",
        **changes,
    }


def referred(cast: Cast, *, tells: str = "nothing", **of_application: Any) -> Referral:
    """Samira, whom Rik sent."""
    application = ApplicationFactory(
        organisation=cast.here, given_name="Samira", came_by="referral", **of_application
    )
    return Referral.objects.create(
        organisation=cast.here,
        application=application,
        service="De Brug",
        name="Rik Verwijst",
        email="rik@debrug.example",
        tells=tells,
        candidate_agreed=True,
        accepted_conditions_on=clock.today(),
    )


@pytest.mark.covers("S1-18")
def test_a_referrer_accepts_each_condition_before_anything_is_kept(programme: Programme) -> None:
    first = next(iter(Client().get(REFER).context["form"].visible_fields()), None)
    assert first is not None

    for missing in Condition.values:
        ticked = [code for code in Condition.values if code != missing]
        answer = Client().post(REFER, referring(conditions=ticked))
        assert answer.status_code == 422
        assert "conditions" in answer.context["form"].errors

    assert not Application.objects.exists()
    assert Client().post(REFER, referring()).status_code == 303
    referral = Referral.objects.get()
    assert (referral.accepted_conditions_on, referral.candidate_agreed) == (clock.today(), True)


@pytest.mark.covers("S1-18")
def test_what_each_role_asks_stands_beside_the_choice_with_a_link(
    cast: Cast, programme: Programme
) -> None:
    role = VacancyFactory(
        organisation=cast.here, programme=programme, requirements=["Je komt elke week."]
    )
    other = ProgrammeFactory(organisation=cast.here, name="Zonder vacature")
    page = f"/v/hier/{role.pk}/"
    for client, address in ((Client(), REFER), (cast.client("amal"), cast.url("referrals/new/"))):
        text = client.get(address).content.decode()
        assert "Je komt elke week." in text
        assert page in text
        # A coordinator may send somebody to what is not on the site.
        assert (other.name in text) == (address != REFER)


def test_the_form_is_found_from_the_site_and_by_coordinators(cast: Cast) -> None:
    assert REFER in Client().get("/v/hier/").content.decode()
    mine = cast.url("referrals/")
    assert mine in cast.client("amal").get(cast.url("recruiting/")).content.decode()
    section = cast.client("amal").get(mine).context["frame"].section
    assert [place.url for place in section if place.is_current] == [mine]


def test_the_service_asks_for_the_conditions_too(programme: Programme, cast: Cast) -> None:
    new = NewReferral(
        application=NewApplication(
            programme_id=programme.pk, given_name="Samira", email="a@b.example"
        ),
        conditions=frozenset({"free"}),
        service="De Brug",
        name="Rik",
    )

    with pytest.raises(ConditionsNotAccepted):
        referrals.refer(actor=visitor(cast.here), new=new)
    assert not Application.objects.exists()


@pytest.mark.covers("S1-164")
def test_a_referral_names_the_kind_and_the_third_party_and_asks_for_no_reason(
    programme: Programme,
) -> None:
    asked = set(Client().get(REFER).context["form"].fields)
    assert asked.isdisjoint({"free_choice", "reason", "why_here", "barriers", "support_wishes"})

    Client().post(
        REFER, referring(kind="guided", working_relation="conditional", steered_by="De dienst")
    )

    made = Application.objects.get()
    assert (made.kind, made.working_relation, made.steered_by) == (
        "guided",
        "conditional",
        "De dienst",
    )
    assert (made.came_by, made.free_choice, made.age) == ("referral", "", "")


def test_guidance_from_outside_is_written_down_with_who_gives_it(programme: Programme) -> None:
    Client().post(REFER, referring(guide="Rik, elke week"))

    made = Application.objects.get()
    assert (made.needs_guide, made.guide) == (True, "Rik, elke week")


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"reach": "", "calls_together": "on"}, 303),
        ({"reach": "0475 12 34 56"}, 303),
        ({"reach": ""}, 422),
        ({"reach": "geen nummer"}, 422),
    ],
)
def test_there_is_a_way_to_reach_the_person_or_they_call_together(
    programme: Programme, sent: dict[str, str], status: int
) -> None:
    assert Client().post(REFER, referring(**sent)).status_code == status


def test_a_referral_sent_twice_makes_one(programme: Programme) -> None:
    for _twice in range(2):
        assert Client().post(REFER, referring()).status_code == 303

    assert (Application.objects.count(), Referral.objects.count()) == (1, 1)
    assert Message.objects.filter(kind="referral.received").count() == 1


def test_letters_to_a_referrer_hold_no_name_of_the_candidate(
    programme: Programme, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        Client().post(REFER, referring())

    letter = Message.objects.get(kind="referral.received")
    assert letter.to_address == "rik@debrug.example"
    to_rik = [each for each in mail.outbox if each.to == ["rik@debrug.example"]]
    assert len(to_rik) == 1
    assert "Samira" not in to_rik[0].subject + str(to_rik[0].body)


def test_whoever_is_known_already_makes_no_difference_to_the_referrer(
    programme: Programme,
) -> None:
    unknown = Client().post(REFER, referring())
    again = Client().post(REFER, referring(nonce="nog-een"))

    assert (unknown.status_code, unknown["Location"]) == (again.status_code, again["Location"])
    assert Referral.objects.count() == 1


def test_a_second_referrer_gets_the_same_letter_and_learns_nothing_behind_its_link(
    programme: Programme,
) -> None:
    Client().post(REFER, referring())
    Referral.objects.update(tells="outcome")
    for _twice in range(2):
        sent = referring(nonce="een-ander", email="ans@elders.example", name="Ans")
        Client().post(REFER, sent)

    first, second = Message.objects.filter(kind="referral.received").order_by("id")
    assert second.to_address == "ans@elders.example"
    assert (second.subject, second.body.replace("Ans", "Rik Verwijst")) == (
        first.subject,
        first.body,
    )
    standings = [Client().get(each.url).context["standing"] for each in (first, second)]
    assert [each.code for each in standings] == ["in_contact", "received"]
    assert standings[0].sent_on == standings[1].sent_on
    assert standings[0].programme == standings[1].programme == programme.name


def test_a_link_does_not_tell_that_somebody_is_forgotten(programme: Programme) -> None:
    Client().post(REFER, referring())
    url = Message.objects.get(kind="referral.received").url
    before = Client().get(url)

    Application.objects.get().delete()
    after = Client().get(url)

    assert (after.status_code, after.context["standing"]) == (200, before.context["standing"])


def test_another_role_is_not_for_a_referrer_to_hear(cast: Cast, rik: Membership) -> None:
    asked, other = (ProgrammeFactory(organisation=cast.here, name=name) for name in ("A", "B"))
    referral = referred(cast, programme=other, tells="outcome")
    Referral.objects.update(asked_for=asked, member=rik)

    page = Client().get(links.referral_link_of(referral, "hier"))
    listed = Client()
    listed.force_login(rik.user)

    assert page.context["standing"].programme == "A"
    [(_row, standing)] = listed.get(cast.url("referrals/")).context["lines"]
    assert standing.programme == "A"


def test_the_address_of_a_referrer_is_no_way_to_reach_the_person(programme: Programme) -> None:
    sent = referring(reach="Rik@debrug.example", calls_together="on")
    answer = Client().post(REFER, sent)

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["reach"]
    assert not Application.objects.exists()


def test_after_ten_tries_the_form_waits(programme: Programme) -> None:
    client = Client()
    for _try in range(10):
        client.post(REFER, referring(conditions=[]))

    answer = client.post(REFER, referring())

    assert answer.status_code == 429
    assert "De Brug" in answer.content.decode()


@pytest.mark.covers("S1-17")
@pytest.mark.parametrize(
    ("tells", "of_application", "code"),
    [
        (
            "nothing",
            {"status": "closed", "outcome": "not_now", "closed_on": "2026-01-01"},
            "received",
        ),
        ("arrived", {}, "in_contact"),
        (
            "arrived",
            {"status": "closed", "outcome": "fits", "closed_on": "2026-01-01"},
            "in_contact",
        ),
        ("outcome", {}, "in_contact"),
        ("outcome", {"status": "started", "outcome": "fits"}, "place_here"),
        (
            "outcome",
            {"status": "closed", "outcome": "not_now", "closed_on": "2026-01-01"},
            "not_now",
        ),
        (
            "outcome",
            {"status": "closed", "outcome": "own_choice", "closed_on": "2026-01-01"},
            "not_now",
        ),
        (
            "outcome",
            {"status": "closed", "outcome": "leisure", "closed_on": "2026-01-01"},
            "other_place",
        ),
    ],
)
def test_a_referrer_reads_a_neutral_code_as_far_as_the_candidate_allows(
    cast: Cast, tells: str, of_application: dict[str, Any], code: str
) -> None:
    referral = referred(
        cast, tells=tells, stop_reason="no_room", alternative="De buurttuin", **of_application
    )

    response = Client().get(links.referral_link_of(referral, "hier"))

    assert response.context["standing"].code == code
    page = response.content.decode()
    assert "Samira" not in page
    assert "De buurttuin" not in page
    assert response["Cache-Control"] == "no-store"


def test_a_status_link_works_in_its_own_house_alone(cast: Cast) -> None:
    address = links.referral_link_of(referred(cast), "hier")

    assert Client().get(address.replace("/hier/", "/elders/")).status_code == 404
    assert Client().get("/v/hier/refer/verzonnen/").status_code == 404
    token = own(referred(cast).application).split("/")[-2]
    assert Client().get(f"/v/hier/refer/{token}/").status_code == 404


def test_the_candidate_says_what_may_be_told_and_it_is_told_once(cast: Cast) -> None:
    referral = referred(cast, tells="nothing")
    address = own(referral.application, "referrer/")

    for _twice in range(2):
        assert Client().post(address, {"tells": "outcome"}).status_code == 303

    referral.refresh_from_db()
    assert (referral.tells, referral.told, referral.told_on) == (
        "outcome",
        "in_contact",
        clock.today(),
    )
    letter = Message.objects.get(kind="referral.news")
    with translation.override("nl"):
        assert str(queries.WORDS["in_contact"]) in letter.body
    assert "Samira" not in letter.subject + letter.body
    assert Event.objects.filter(kind="referral.told").count() == 1


def test_without_a_yes_of_the_candidate_nothing_is_told(cast: Cast) -> None:
    referral = referred(cast, status="closed", outcome="not_now", closed_on=clock.today())

    told = referrals.tell_referrer(actor=cast.actor("amal"), application=referral.application)

    assert told == ""
    assert not Message.objects.exists()


def test_a_candidate_whom_nobody_sent_has_nothing_to_say_about_it(cast: Cast) -> None:
    application = ApplicationFactory(organisation=cast.here)

    assert Client().post(own(application, "referrer/"), {"tells": "outcome"}).status_code == 404
    assert referrals.tell_referrer(actor=cast.actor("amal"), application=application) == ""


def test_the_outcome_leaves_as_a_code_without_its_reason(cast: Cast) -> None:
    referral = referred(cast, tells="outcome")

    outcomes.stop_oneself(
        actor=visitor(cast.here), application_id=referral.application_id, stop_reason="life"
    )

    referral.refresh_from_db()
    assert referral.told == "not_now"
    assert "life" not in Message.objects.get(kind="referral.news").body


def test_a_referrer_sees_their_own_referrals_alone(cast: Cast, rik: Membership) -> None:
    mine = referred(cast)
    Referral.objects.filter(pk=mine.pk).update(member=rik)
    referred(cast)  # somebody else sent this one
    client = Client()
    client.force_login(rik.user)

    lines = client.get(cast.url("referrals/")).context["lines"]

    assert [referral.pk for referral, _standing in lines] == [mine.pk]
    page = client.get(cast.url("referrals/")).content.decode()
    assert str(mine.application_id) not in page


def test_a_coordinator_sees_all_of_their_house(cast: Cast) -> None:
    here = referred(cast)
    elsewhere = ApplicationFactory(organisation=cast.elsewhere)
    Referral.objects.create(
        organisation=cast.elsewhere,
        application=elsewhere,
        service="X",
        name="Y",
        accepted_conditions_on=clock.today(),
    )

    lines = cast.client("amal").get(cast.url("referrals/")).context["lines"]

    assert [referral.pk for referral, _standing in lines] == [here.pk]


def test_a_referrer_with_an_account_refers_and_finds_it_on_the_list(
    cast: Cast, rik: Membership, programme: Programme
) -> None:
    client = Client()
    client.force_login(rik.user)
    form = client.get(cast.url("referrals/new/")).context["form"]
    assert form["name"].value() == rik.user.name

    answer = client.post(cast.url("referrals/new/"), referring())

    assert (answer.status_code, answer["Location"]) == (303, cast.url("referrals/"))
    assert Referral.objects.get().member == rik


def test_a_coordinator_writes_a_referral_down_for_who_called(
    cast: Cast, programme: Programme
) -> None:
    assert cast.client("amal").post(cast.url("referrals/new/"), referring()).status_code == 303

    referral = Referral.objects.get()
    assert (referral.member, referral.name) == (None, "Rik Verwijst")
    assert referral.application.entered_by == cast.amal


def test_the_list_costs_the_same_with_one_and_three(cast: Cast) -> None:
    client, counts = cast.client("amal"), []
    for more in (1, 2):
        for _one in range(more):
            referred(cast)
        with CaptureQueriesContext(connection) as done:
            client.get(cast.url("referrals/"))
        counts.append(len(done))

    assert counts[0] == counts[1]


def test_the_panel_shows_who_sent_and_what_they_may_hear(cast: Cast) -> None:
    referral = referred(cast, tells="arrived")

    panel = queries.referral_panel(referral.application)

    assert panel is not None
    assert (panel.referral, panel.hears, panel.told) == (
        referral,
        Referral.Tells.ARRIVED.label,
        "",
    )
    assert queries.referral_panel(ApplicationFactory(organisation=cast.here)) is None
