"""The candidate's own page: the link alone opens it, and everything on it is theirs to decide."""

import io
import logging
from datetime import timedelta
from http import HTTPStatus
from typing import Any
from unittest.mock import patch

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from naast.audit.models import Event
from naast.core import clock
from naast.core.errors import NotAllowed, StateConflict
from naast.core.logs import WithoutLinks
from naast.messaging.models import Message
from naast.organisations.actors import Actor
from naast.programmes.models import PathStage, StageKind
from naast.recruitment import links
from naast.recruitment.models import Application, Journey, Note, Question, Referral
from naast.recruitment.queries import own_page as queries
from naast.recruitment.services import choosing
from naast.recruitment.services.choosing import Choice
from naast.recruitment.views.sending import sentence
from tests.conftest import Cast
from tests.recruiting import ApplicationFactory, TalkFactory
from tests.recruitment.sending import fresh_limits, own, shown, visitor

__all__ = ["fresh_limits"]


@pytest.fixture
def application(cast: Cast) -> Application:
    """Fatima, who applied today."""
    made: Application = ApplicationFactory(
        organisation=cast.here,
        programme__coordinator=cast.amal,
        coordinator=cast.amal,
        given_name="Fatima",
        email="fatima@test.example",
    )
    return made


def test_the_page_shows_where_somebody_is_and_keeps_out_of_caches(application: Application) -> None:
    response = Client().get(own(application))

    assert response.status_code == 200
    assert response.context["own"].stages[0][1] == "current"
    assert response["Cache-Control"] == "no-store"
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert response["Referrer-Policy"] == "same-origin"


def test_every_wrong_link_shows_the_same_kind_page(application: Application, cast: Cast) -> None:
    replaced = own(application)
    application.link_version += 1
    application.save(update_fields=["link_version"])
    elsewhere = own(application).replace("/v/hier/", "/v/elders/")

    for address in (replaced, elsewhere, "/v/hier/mine/verzonnen/", own(application)[:-8] + "/"):
        for method in ("get", "post"):
            target = address if method == "get" else f"{address}ask/"
            response = getattr(Client(), method)(target)
            assert response.status_code == 404
            assert "recruitment/own_no_link.html" in [each.name for each in response.templates]
            assert response["Cache-Control"] == "no-store"
    assert not Question.objects.exists()


def test_every_letter_carries_the_same_link_until_it_is_replaced(application: Application) -> None:
    with time_machine.travel("2026-03-01"):
        first = links.token_of(application)
    with time_machine.travel("2026-06-01"):
        assert links.token_of(application) == first
    application.link_version += 1
    assert links.token_of(application) != first


def test_a_referral_link_does_not_open_an_own_page(application: Application) -> None:
    referral = Referral.objects.create(
        organisation=application.organisation,
        application=application,
        service="Dienst",
        name="Rik",
        accepted_conditions_on=clock.today(),
    )
    token = links.referral_link_of(referral, "hier").split("/")[-2]

    assert Client().get(f"/v/hier/mine/{token}/").status_code == 404


@pytest.mark.parametrize("known", [True, False])
def test_a_new_link_tells_nobody_whether_an_address_is_known(
    application: Application, known: bool
) -> None:
    email = "FATIMA@test.example" if known else "niemand@test.example"

    answer = Client().post("/v/hier/mine/new-link/", {**shown(), "email": email})

    assert (answer.status_code, answer["Location"]) == (303, "/v/hier/mine/new-link/?sent=1")
    assert Message.objects.filter(kind="own-link.again").count() == int(known)


def test_a_new_link_is_for_this_house_alone(application: Application, cast: Cast) -> None:
    Client().post("/v/elders/mine/new-link/", {**shown(), "email": application.email})

    assert not Message.objects.exists()


@pytest.mark.parametrize("step", ["ask/", "note/", "choose/", "rest/", "go-on/", "stay/"])
def test_looking_at_an_address_changes_nothing(application: Application, step: str) -> None:
    assert Client().get(own(application, step)).status_code == 405


def test_an_addition_stands_beside_what_is_written(application: Application) -> None:
    answer = Client().post(own(application, "note/"), {"text": "Ik zie het anders."})

    assert answer.status_code == 303
    note = Note.objects.get()
    assert (note.text, note.is_by_candidate, note.audience) == (
        "Ik zie het anders.",
        True,
        "candidate",
    )


def test_an_empty_question_is_asked_again(application: Application) -> None:
    answer = Client().post(own(application, "ask/"), {"ask-text": " "})

    assert answer.status_code == 422
    assert answer.context["ask_form"].errors
    assert not Question.objects.exists()


@pytest.mark.covers("S1-29")
def test_a_yes_after_ours_is_the_dated_free_choice_to_start(application: Application) -> None:
    application.outcome = "fits"
    application.save(update_fields=["outcome"])

    answer = Client().post(own(application, "choose/"), {"choice": "yes"})

    assert answer.status_code == 303
    application.refresh_from_db()
    assert (application.chose_on, application.waits_for) == (clock.today(), "us")
    event = Event.objects.get(kind="application.candidate-chose")
    assert (event.reason, event.changes) == ("own link", {"choice": "yes"})


def test_a_yes_on_the_way_obliges_to_nothing(application: Application) -> None:
    Client().post(own(application, "choose/"), {"choice": "yes"})

    application.refresh_from_db()
    assert application.chose_on is None
    assert application.waits_for == "us"


def test_more_time_takes_a_yes_back_and_nobody_asks_for_two_weeks(application: Application) -> None:
    Application.objects.update(chose_on=clock.today())

    Client().post(own(application, "choose/"), {"choice": "more_time"})

    application.refresh_from_db()
    assert application.chose_on is None
    assert application.waits_for == "candidate"
    assert application.due_on == clock.today() + timedelta(days=14)


def test_more_time_leaves_an_open_question_ours_to_answer(application: Application) -> None:
    Client().post(own(application, "ask/"), {"ask-text": "Mag mijn hond mee?"})

    Client().post(own(application, "choose/"), {"choice": "more_time"})

    application.refresh_from_db()
    assert application.waits_for == "us"


def test_rather_not_closes_as_their_own_choice(application: Application) -> None:
    Client().post(own(application, "choose/"), {"choice": "rather_not", "why": "no_time"})

    application.refresh_from_db()
    assert (application.status, application.outcome) == ("closed", "own_choice")
    assert (application.stop_reason, application.chose_on) == ("no_time", clock.today())
    assert Client().get(own(application)).status_code == 200


def test_nobody_chooses_after_it_is_rounded_off(application: Application) -> None:
    actor = visitor(application.organisation)
    choosing.choose(actor=actor, application_id=application.pk, choice=Choice.RATHER_NOT)

    with pytest.raises(StateConflict):
        choosing.choose(actor=actor, application_id=application.pk, choice=Choice.YES)


@pytest.mark.parametrize("who", ["nele", "bea", "piet", "chris"])
def test_only_the_candidate_or_a_coordinator_writes_down_a_choice(
    application: Application, cast: Cast, who: str
) -> None:
    application.talks.create(
        organisation=cast.here, host=cast.nele, where="hier", kind="first_talk", status="invited"
    )

    with pytest.raises((NotAllowed, Application.DoesNotExist)):
        choosing.choose(actor=cast.actor(who), application_id=application.pk, choice=Choice.YES)


def test_somebody_elsewhere_with_a_link_reaches_nothing_here(
    application: Application, cast: Cast
) -> None:
    with pytest.raises(Application.DoesNotExist):
        choosing.choose(
            actor=visitor(cast.elsewhere), application_id=application.pk, choice=Choice.YES
        )


def test_a_candidate_rests_and_goes_on(application: Application) -> None:
    Client().post(own(application, "rest/"), {"until": ""})
    application.refresh_from_db()
    assert application.status == "paused"

    Client().post(own(application, "go-on/"))
    application.refresh_from_db()
    assert (application.status, application.waits_for) == ("open", "us")


def test_rest_until_a_day_that_is_gone_is_asked_again(application: Application) -> None:
    answer = Client().post(own(application, "rest/"), {"until": "2020-01-01"})

    assert answer.status_code == 422
    application.refresh_from_db()
    assert application.status == "open"


def test_a_corrected_address_gets_a_new_link_and_the_old_one_stops(
    application: Application,
) -> None:
    before = own(application)
    shown_first = Client().get(f"{before}contact/").context["form"].initial

    answer = Client().post(
        f"{before}contact/", {**shown_first, "email": "nieuw@test.example", "prefers_phone": ""}
    )

    application.refresh_from_db()
    assert (application.email, application.link_version) == ("nieuw@test.example", 2)
    assert answer["Location"] == own(application)
    assert Client().get(before).status_code == 404
    assert Message.objects.get(kind="own-link.again").to_address == "nieuw@test.example"
    told = Message.objects.get(kind="own-page.address-changed")
    assert told.to_address == shown_first["email"]
    assert (told.url, application.given_name in told.body) == ("", False)


def test_correcting_a_phone_keeps_the_link(application: Application) -> None:
    Client().post(
        own(application, "contact/"),
        {
            "given_name": "Fatima",
            "email": application.email,
            "phone": "0475123456",
            "language": "nl",
        },
    )

    application.refresh_from_db()
    assert (application.phone, application.link_version) == ("+32475123456", 1)


def test_nobody_lets_us_write_to_ever_new_addresses(application: Application) -> None:
    client, mine = Client(), {"given_name": "Fatima", "language": "nl"}
    for number in range(11):
        application.refresh_from_db()
        answer = client.post(
            own(application, "contact/"), {**mine, "email": f"nog{number}@test.example"}
        )

    assert answer.status_code == 429
    assert "nog10@test.example" in answer.content.decode()
    assert Message.objects.filter(kind="own-link.again").count() == 10


def test_after_many_tries_the_page_waits_says_so_and_keeps_the_text(
    application: Application,
) -> None:
    client = Client()
    with patch("naast.core.limits.allows", return_value=False):
        answer = client.post(own(application, "ask/"), {"ask-text": "Mag mijn zus mee?"})

    assert answer.status_code == 429
    assert "Mag mijn zus mee?" in answer.content.decode()
    assert sentence(HTTPStatus.TOO_MANY_REQUESTS) in [
        str(each) for each in answer.context["messages"]
    ]
    assert not Question.objects.exists()


def test_the_log_opens_nobody_s_page(application: Application) -> None:
    handler = next(
        each
        for each in logging.getLogger().handlers
        if any(isinstance(one, WithoutLinks) for one in each.filters)
    )
    assert isinstance(handler, logging.StreamHandler)
    written = io.StringIO()
    before = handler.setStream(written)
    try:
        Client().post(own(application, "ask/"))
        Client().get(own(application, "ask/"))
    finally:
        handler.setStream(before)

    assert written.getvalue().count("/v/hier/mine/…/ask/") == 2
    assert links.token_of(application).split(":")[0] not in written.getvalue()


def test_contact_without_any_way_to_answer_is_asked_again(application: Application) -> None:
    answer = Client().post(own(application, "contact/"), {"given_name": "Fatima", "language": "nl"})

    assert answer.status_code == 422
    application.refresh_from_db()
    assert application.email == "fatima@test.example"


def test_whoever_asks_to_be_forgotten_is_gone_at_once(application: Application) -> None:
    address = own(application)
    Question.objects.create(
        organisation=application.organisation,
        application=application,
        is_by_candidate=True,
        text="Mag mijn hond mee?",
    )
    assert Client().get(f"{address}forget/").status_code == 200

    answer = Client().post(f"{address}forget/")

    assert (answer.status_code, answer["Location"]) == (303, "/v/hier/mine/forgotten/")
    assert not Application.objects.exists()
    assert not Question.objects.exists()
    assert Journey.objects.exists()
    assert Client().get(address).status_code == 404
    assert Client().get(answer["Location"]).status_code == 200


def test_whoever_stays_longer_is_kept_longer(application: Application) -> None:
    actor = visitor(application.organisation)
    choosing.choose(actor=actor, application_id=application.pk, choice=Choice.RATHER_NOT)
    soon = clock.today() + timedelta(days=3)
    Application.objects.update(erase_on=soon, erase_told_on=clock.today())

    answer = Client().post(own(application, "stay/"))

    assert answer.status_code == 303
    application.refresh_from_db()
    assert application.erase_on is not None
    assert application.erase_on > soon


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "us"),
        ({"waits_for": "candidate"}, "candidate"),
        ({"stage": "thinking", "waits_for": "candidate"}, "thinking"),
        ({"outcome": "fits"}, "choice"),
        ({"status": "paused"}, "rest"),
        ({"status": "closed", "closed_on": "2026-01-01", "alternative": "De buurttuin"}, "other"),
        ({"status": "started"}, "started"),
    ],
)
def test_there_is_always_a_sentence_about_what_comes_next(
    application: Application, changes: dict[str, Any], said: str
) -> None:
    usual = queries.next_words(application, [], today=clock.today())
    Application.objects.update(**changes)
    application.refresh_from_db()

    words = str(queries.own_page(application, today=clock.today()).next_words)

    assert words
    if said == "other":
        assert words == "De buurttuin"
    if said != "us":
        assert words != usual
    assert Client().get(own(application)).status_code == 200


def test_when_we_are_late_the_page_says_so(application: Application) -> None:
    on_time = queries.next_words(application, [], today=clock.today())
    late = queries.next_words(application, [], today=application.due_on + timedelta(days=1))

    assert str(late) != str(on_time)


def test_a_stage_that_was_switched_off_since_leaves_nothing_current(
    application: Application,
) -> None:
    for place, kind in enumerate((StageKind.APPLICATION, StageKind.START)):
        PathStage.objects.create(
            organisation=application.organisation,
            programme=application.programme,
            kind=kind,
            position=place,
        )
    Application.objects.update(stage="tour")
    application.refresh_from_db()

    page = queries.own_page(application, today=clock.today())

    assert [state for _label, state in page.stages] == ["done", "todo"]


def test_the_page_costs_the_same_however_much_was_said(application: Application) -> None:
    counts = []
    for _more in range(2):
        for number in range(2):
            Question.objects.create(
                organisation=application.organisation,
                application=application,
                is_by_candidate=bool(number),
                text="Woorden",
            )
        TalkFactory(application=application)
        with CaptureQueriesContext(connection) as queries_done:
            Client().get(own(application))
        counts.append(len(queries_done))

    assert counts[0] == counts[1]
    assert counts[0] <= 12


def test_a_visitor_without_a_link_has_no_rights_at_all(application: Application) -> None:
    actor = Actor.visitor(application.organisation, reason="public page")

    assert not actor.is_coordinator
    assert links.application_of(actor, "verzonnen") is None
