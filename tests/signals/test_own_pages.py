"""What somebody sees who noticed something: the form, the numbers, their own signals."""

import json
from datetime import timedelta
from http import HTTPStatus
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from naast.audit.models import Event
from naast.core import clock
from naast.core.models import Draft
from naast.organisations.models import Absence, Country, Function
from naast.people.models import Person
from naast.programmes.models import OnCallLine
from naast.signals.models import Signal
from naast.signals.states import Kind, LimitReason, ObstacleWish
from tests.conftest import Cast
from tests.factories import MatchFactory, ProgrammeFactory, member
from tests.signalling import SignalFactory, contact_person, posted


def _match(cast: Cast) -> None:
    programme = ProgrammeFactory(organisation=cast.here)
    OnCallLine.objects.create(
        organisation=cast.here,
        programme=programme,
        when="Na 18 uur en in het weekend",
        who="Wachtdienst",
        phone="0470 11 22 33",
    )
    MatchFactory(
        organisation=cast.here,
        programme=programme,
        volunteer_id=cast.person_id("bea"),
        participant_id=cast.person_id("piet"),
        coach=cast.amal,
        professional=cast.nele,
    )


def _send(
    client: Client, cast: Cast, data: dict[str, str], *, who: str = ""
) -> tuple[int, str | None]:
    sent = {"kind": "worry", "who": who or str(cast.bea.user_id), **data}
    answer = client.post(cast.url("mine/noticed/send/"), sent, headers={"X-Naast-Phone": "1"})
    return answer.status_code, answer.headers.get("Location")


def test_three_answers_are_enough_and_lead_to_the_own_signal(cast: Cast) -> None:
    contact_person(cast)
    client = cast.client("bea")
    Draft.objects.create(user_id=cast.bea.user_id, key="noticed:worry", content="{}")
    answer = client.post(cast.url("mine/noticed/new/worry/"), posted(), follow=True)
    assert answer.redirect_chain[0][1] == HTTPStatus.SEE_OTHER
    assert answer.context["signal"].saw == "De koelkast was leeg."
    assert not Draft.objects.exists()


def test_an_empty_form_and_a_day_to_come_are_refused_with_what_was_typed(cast: Cast) -> None:
    client, url = cast.client("bea"), cast.url("mine/noticed/new/worry/")
    empty = client.post(url, posted(saw=" "))
    later = client.post(url, posted() | {"seen_on": "2999-01-01"})
    assert {empty.status_code, later.status_code} == {HTTPStatus.UNPROCESSABLE_ENTITY}
    assert "De koelkast was leeg." in later.content.decode()
    assert not Signal.objects.exists()


def test_a_number_that_we_have_no_use_for_is_asked_about_once(cast: Cast) -> None:
    client, url = cast.client("bea"), cast.url("mine/noticed/new/worry/")
    data = posted(saw="Zijn rekening is BE68 5390 0754 7034.")
    refused = client.post(url, data)
    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    mark = refused.context["form"].mark
    assert client.post(url, data | {"as_it_is": mark}).status_code == HTTPStatus.SEE_OTHER


def test_only_hearsay_is_enough_and_stays_apart(cast: Cast) -> None:
    data = posted(saw="") | {"told_to_me": "Haar buur hoort geroep."}
    cast.client("bea").post(cast.url("mine/noticed/new/worry/"), data)
    signal = Signal.objects.get()
    assert (signal.saw, signal.told_to_me) == ("", "Haar buur hoort geroep.")


@pytest.mark.covers("S2-25")
def test_an_obstacle_asks_whether_we_speak_up(cast: Cast) -> None:
    data = posted(saw="Het loket stuurt haar al 40 dagen door.")
    cast.client("bea").post(
        cast.url("mine/noticed/new/obstacle/"), data | {"aspect": ObstacleWish.SPEAK_UP}
    )
    signal = Signal.objects.get()
    assert (signal.kind, signal.aspect, signal.path) == (
        Kind.OBSTACLE,
        ObstacleWish.SPEAK_UP,
        "daily",
    )


@pytest.mark.covers("S0-10", "S0-13", "S1-34")
def test_every_kind_has_its_own_form_and_an_unknown_kind_none(cast: Cast) -> None:
    client = cast.client("bea")
    shown = client.get(cast.url("mine/noticed/"))
    assert [code for code, *_rest in shown.context["kinds"]] != []
    for kind in Kind:
        form = client.get(cast.url(f"mine/noticed/new/{kind}/")).context["form"]
        assert form["saw"].help_text
        assert ("aspect" in form.fields) == (
            kind in (Kind.LIMIT, Kind.BOUNDARY, Kind.OFFER, Kind.OBSTACLE)
        )
    assert client.get(cast.url("mine/noticed/new/diagnosis/")).status_code == HTTPStatus.NOT_FOUND


@pytest.mark.covers("S2-10")
def test_the_reasons_of_a_limit_are_a_short_list(cast: Cast) -> None:
    form = cast.client("bea").get(cast.url("mine/noticed/new/limit/")).context["form"]
    assert list(form.fields["aspect"].choices) == LimitReason.choices


def test_the_match_of_the_page_before_is_chosen_already(cast: Cast) -> None:
    _match(cast)
    client = cast.client("bea")
    own = client.get(cast.url("mine/noticed/new/worry/")).context["form"].fields["match"].queryset
    page = client.get(cast.url(f"mine/noticed/new/worry/?match={own.get().pk}"))
    assert page.context["form"]["match"].value() == str(own.get().pk)
    assert client.get(cast.url("mine/noticed/new/worry/?match=x")).status_code == HTTPStatus.OK


@pytest.mark.covers("S2-27", "S1-142")
@pytest.mark.parametrize(
    ("country", "numbers"), [(Country.BELGIUM, ("112", "101")), (Country.NETHERLANDS, ("112",))]
)
@pytest.mark.parametrize("path", ["danger/", "danger/card/", "pocket/"])
def test_danger_shows_112_first_then_people_by_name_then_who_answers_at_this_hour(
    cast: Cast, country: str, numbers: tuple[str, ...], path: str
) -> None:
    type(cast.here).objects.update(country=country)
    trusted = contact_person(cast)
    Person.objects.filter(pk=trusted.person_id).update(phone="0470 99 88 77")
    _match(cast)
    answer = cast.client("bea").get(cast.url(f"mine/noticed/{path}"))
    chain, page = answer.context["chain"], answer.content.decode()
    assert chain.numbers == numbers
    assert [each.name for each in chain.contacts][:2] == ["Sofie Vertrouwd", "Amal Coördineert"]
    assert page.index("112") < page.index("0470 99 88 77") < page.index("0470 11 22 33")
    assert chain.helpline.source in page
    assert ("1712" in page) == (country == Country.BELGIUM)
    assert ("0800-2000" in page) == (country == Country.NETHERLANDS)


def test_without_a_known_rule_112_still_stands_first(cast: Cast) -> None:
    type(cast.here).objects.update(country="FR")
    chain = cast.client("amal").get(cast.url("mine/noticed/danger/")).context["chain"]
    assert (chain.numbers, chain.alarm) == (("112",), None)


def test_the_page_that_stays_on_the_phone_holds_no_name_of_a_participant(cast: Cast) -> None:
    _match(cast)
    page = cast.client("bea").get(cast.url("mine/noticed/pocket/")).content.decode()
    assert "Piet" not in page
    assert "P. (" in page


def test_what_the_phone_sends_is_stored_once_and_gives_the_address_of_the_signal(
    cast: Cast,
) -> None:
    data, client = posted(key=uuid4()), cast.client("bea")
    first, again = (_send(client, cast, data) for _each in range(2))
    own = cast.url(f"mine/noticed/told/{Signal.objects.get().pk}/")
    assert first == again == (HTTPStatus.CREATED, own)


def test_the_phone_of_somebody_else_sends_nothing_under_this_name(cast: Cast) -> None:
    sent = _send(cast.client("piet"), cast, posted(), who=str(cast.bea.user_id))
    assert sent == (HTTPStatus.CONFLICT, None)
    assert not Signal.objects.exists()


def test_what_waited_on_the_phone_is_not_stopped_by_a_hint(cast: Cast) -> None:
    data = posted(saw="Zijn rekening is BE68 5390 0754 7034.")
    client = cast.client("bea")
    assert _send(client, cast, data)[0] == HTTPStatus.UNPROCESSABLE_ENTITY
    assert _send(client, cast, data | {"kept": "1"})[0] == HTTPStatus.CREATED


@pytest.mark.parametrize("away", [timedelta(days=2), timedelta(days=-100 * 366)])
def test_what_waited_is_taken_in_also_when_its_match_ended_and_its_clock_is_wrong(
    cast: Cast, away: timedelta
) -> None:
    data = posted() | {
        "kept": "1",
        "match": str(uuid4()),
        "colleague": str(uuid4()),
        "person_knows": "perhaps",
        "seen_on": str(clock.today() + away),
    }
    assert _send(cast.client("bea"), cast, data)[0] == HTTPStatus.CREATED
    signal = Signal.objects.get()
    assert (signal.match, signal.colleague, signal.person_knows) == (None, None, "")
    assert signal.seen_on == clock.today()


def test_without_the_script_the_pocket_page_works_as_any_other(cast: Cast) -> None:
    client, url = cast.client("bea"), cast.url("mine/noticed/send/")
    refused = client.post(url, posted(saw="") | {"kind": "need"})
    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    sent = client.post(url, posted() | {"kind": "need"})
    assert sent.status_code == HTTPStatus.SEE_OTHER
    assert Signal.objects.get().kind == Kind.NEED


def test_the_form_says_who_else_looks_after_what_follows(cast: Cast) -> None:
    client = cast.client("bea")
    assert client.get(cast.url("mine/noticed/new/obstacle/")).context["is_daily"]
    assert not client.get(cast.url("mine/noticed/new/worry/")).context["is_daily"]


def test_the_worker_may_watch_this_organisation_and_nothing_else(cast: Cast) -> None:
    answer = cast.client("bea").get(cast.url("mine/noticed/worker.js"))
    assert answer.headers["Service-Worker-Allowed"] == cast.url("")
    assert answer.headers["Content-Type"] == "text/javascript"
    assert "default-src 'self'" in answer.headers["Content-Security-Policy"]


def test_my_signals_show_where_they_stand_and_the_answer_and_that_i_looked(cast: Cast) -> None:
    signal = SignalFactory(
        organisation=cast.here,
        reporter_id=cast.person_id("bea"),
        state="decided",
        answer="We gingen samen langs.",
        answered_at=clock.now(),
        handler=cast.amal,
    )
    client, url = cast.client("bea"), cast.url(f"mine/noticed/told/{signal.pk}/")
    assert "We gingen samen langs." in client.get(url).content.decode()
    assert Event.objects.get(target_id=signal.pk).kind == "signal.read-own"
    for name in ("piet", "amal", "nele"):
        assert cast.client(name).get(url).status_code == HTTPStatus.NOT_FOUND


def test_three_signals_cost_as_many_queries_as_one(cast: Cast) -> None:
    client, counts = cast.client("bea"), []
    for wanted in (1, 2):
        SignalFactory.create_batch(
            wanted, organisation=cast.here, reporter_id=cast.person_id("bea")
        )
        with CaptureQueriesContext(
            connection,
        ) as caught:
            client.get(cast.url("mine/noticed/told/"))
        counts.append(len(caught))
    assert counts[0] == counts[1]


def test_a_form_costs_the_same_with_more_matches_and_colleagues(cast: Cast) -> None:
    client, counts = cast.client("bea"), []
    for _each in range(2):
        _match(cast)
        member(cast.here, Function.COACH)
        with CaptureQueriesContext(connection) as caught:
            client.get(cast.url("mine/noticed/pocket/"))
        counts.append(len(caught))
    assert counts[0] == counts[1]
    assert counts[0] <= 18


def test_a_professional_writes_down_what_family_told_and_says_who(cast: Cast) -> None:
    client, url = cast.client("nele"), cast.url(f"heard/for/{cast.person_id('piet')}/")
    data = posted() | {"kind": "carer", "who": "family"}
    assert client.post(url, data).status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    told = client.post(url, data | {"told_to_me": "Zijn dochter, aan de telefoon."})
    assert told.headers["Location"] == cast.url(f"people/participants/{cast.person_id('piet')}/")
    assert Signal.objects.get().entered_by_id == cast.nele.pk
    assert client.get(cast.url(f"heard/for/{cast.person_id('bea')}/")).status_code == 404


def test_a_draft_of_one_kind_comes_back_in_that_kind(cast: Cast) -> None:
    Draft.objects.create(
        user_id=cast.bea.user_id, key="noticed:need", content=json.dumps({"saw": ["Een fiets."]})
    )
    client = cast.client("bea")
    assert client.get(cast.url("mine/noticed/new/need/")).context["saved"] == {
        "saw": ["Een fiets."]
    }
    assert client.get(cast.url("mine/noticed/new/worry/")).context["saved"] == {}


def test_when_the_contact_person_is_away_who_stands_in_is_named_and_without_one_a_coordinator(
    cast: Cast,
) -> None:
    client, url = cast.client("bea"), cast.url("mine/noticed/danger/")
    assert [each.name for each in client.get(url).context["chain"].contacts] == ["Amal Coördineert"]
    today = clock.today()
    Absence.objects.create(
        organisation=cast.here,
        membership=contact_person(cast),
        deputy=cast.nele,
        from_on=today,
        until_on=today,
    )
    assert [each.name for each in client.get(url).context["chain"].contacts] == ["Nele Beroeps"]


def test_two_programmes_with_one_number_for_the_night_name_it_once(cast: Cast) -> None:
    for _each in range(2):
        _match(cast)
    chain = cast.client("bea").get(cast.url("mine/noticed/danger/")).context["chain"]
    assert [line.phone for line in chain.on_call] == ["0470 11 22 33"]


@pytest.mark.covers("S3-25")
def test_the_rule_of_thumb_stands_at_every_form_about_somebody(cast: Cast) -> None:
    _match(cast)
    client = cast.client("bea")
    match = client.get(cast.url("mine/noticed/new/need/")).context["form"].fields["match"]
    log = client.get(cast.url(f"visits/i-was-there/?match={match.queryset.get().pk}"))
    for page in (log, client.get(cast.url("mine/noticed/new/worry/"))):
        assert "companionship/_rule_of_thumb.html" in {each.name for each in page.templates}


def test_what_goes_to_the_contact_person_anyway_does_not_ask_for_it(cast: Cast) -> None:
    client = cast.client("bea")
    for kind, asks in (("worry", False), ("need", True)):
        form = client.get(cast.url(f"mine/noticed/new/{kind}/")).context["form"]
        assert ("only_contact_person" in form.fields) == asks


def test_the_home_leads_to_the_form_and_prepares_the_phone(cast: Cast) -> None:
    for name, home in (("bea", "volunteer/"), ("piet", "participant/")):
        page = cast.client(name).get(cast.url(home)).content.decode()
        assert cast.url("mine/noticed/") in page
        assert f'data-worker="{cast.url("mine/noticed/worker.js")}"' in page
