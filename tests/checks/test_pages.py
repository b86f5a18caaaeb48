"""The pages of this room, as people use them."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from naast.audit.models import Event
from naast.checks.models import Activity, CheckKind, CheckRecord, Policy, Report, Statement
from naast.core import clock
from naast.messaging.models import Message
from naast.organisations.models import Function, Organisation
from naast.people.panels import words_for
from tests.checking import (
    ActivityFactory,
    CheckFactory,
    PolicyFactory,
    ReportFactory,
    StatementFactory,
    bea,
    takes_part,
)
from tests.conftest import Cast
from tests.factories import VolunteerFactory, member


@pytest.fixture
def netherlands(cast: Cast) -> None:
    """The house is in the Netherlands, and Bea visits people at home."""
    Organisation.objects.filter(pk=cast.here.pk).update(country="NL")
    takes_part(cast)


def costs(cast: Cast, path: str, name: str = "amal") -> int:
    client = cast.client(name)
    client.get(cast.url(path))
    with CaptureQueriesContext(connection) as captured:
        assert client.get(cast.url(path)).status_code == 200
    return len(captured)


@pytest.mark.covers("S2-39")
@pytest.mark.usefixtures("netherlands")
def test_a_coordinator_asks_with_a_letter_and_notes_what_came_of_it(cast: Cast) -> None:
    client, base = cast.client("amal"), cast.url(f"prepare/checks/{cast.person_id('bea')}/")
    form = client.get(f"{base}ask/vog/").context["form"]
    sent = {
        "how": "letter",
        "subject": form["subject"].value(),
        "body": form["body"].value() + "\nTot gauw!",
    }
    assert client.post(f"{base}ask/vog/", sent).status_code == 303
    assert Message.objects.get().body.endswith("Tot gauw!")
    today = clock.today().isoformat()
    answer = client.post(
        f"{base}see/vog/", {"seen_on": today, "issued_on": today, "outcome": "talk"}
    )
    assert answer["Location"] == base
    record = CheckRecord.objects.get()
    assert record.outcome == "talk"
    page = client.get(base)
    assert page.status_code == 200
    assert Event.objects.filter(kind="check.looked", is_view=True).exists()
    settle = cast.url(f"prepare/checks/records/{record.pk}/settle/")
    assert client.post(settle, {}).status_code == 422
    assert client.post(settle, {"outcome": "ok"}).status_code == 303
    assert client.post(settle, {"outcome": "ok"}).status_code == 422
    # What was seen is not taken off the list; what is only asked is.
    drop = cast.url(f"prepare/checks/records/{record.pk}/drop/")
    assert client.post(drop).status_code == 303
    assert CheckRecord.objects.filter(pk=record.pk).exists()
    assert drop not in client.get(base).content.decode()
    asked = CheckFactory(organisation=cast.here, person=bea(cast), state="asked")
    drop = cast.url(f"prepare/checks/records/{asked.pk}/drop/")
    assert drop in client.get(base).content.decode()
    assert client.post(drop).status_code == 303
    assert list(CheckRecord.objects.all()) == [record]


def test_without_a_ground_the_page_says_so_with_its_source_and_asks_why(cast: Cast) -> None:
    takes_part(cast)
    client = cast.client("amal")
    base = cast.url(f"prepare/checks/{cast.person_id('bea')}/")
    shown = client.get(base)
    assert shown.context["rule"].verdict == "warn"
    assert shown.context["rule"].source in shown.content.decode()
    sent = {"how": "in_person", "subject": "", "body": "", "reason": ""}
    assert client.post(f"{base}ask/extract_596_2/", sent).status_code == 422
    sent["reason"] = "De school vraagt het."
    assert client.post(f"{base}ask/extract_596_2/", sent).status_code == 303
    assert client.get(f"{base}ask/passport/").status_code == 404


def test_youth_work_finds_no_form_to_ask(cast: Cast) -> None:
    Organisation.objects.filter(pk=cast.here.pk).update(is_youth_work=True)
    client = cast.client("amal")
    base = cast.url(f"prepare/checks/{cast.person_id('bea')}/")
    assert client.get(base).context["shown"].kinds == []
    for page, field in (("see", "seen_on"), ("ask", "reason")):
        shown = client.get(f"{base}{page}/extract_596_2/").content.decode()
        assert f'name="{field}"' not in shown


@pytest.mark.parametrize("tab", ["needed", "asked", "talk", "due", "anything"])
def test_a_list_of_three_costs_as_much_as_a_list_of_one(cast: Cast, tab: str) -> None:
    def more(number: int) -> None:
        for _each in range(number):
            person = VolunteerFactory(organisation=cast.here).person
            CheckFactory(organisation=cast.here, person=person, kind=CheckKind.VOG)
            CheckFactory(organisation=cast.here, person=person, state="asked")
            CheckFactory(organisation=cast.here, person=person, seen=True, outcome="talk")
            CheckFactory(
                organisation=cast.here,
                person=person,
                kind=CheckKind.VOG,
                seen=True,
                review_on=clock.today(),
            )

    more(1)
    one = costs(cast, f"prepare/checks/?show={tab}")
    more(2)
    assert costs(cast, f"prepare/checks/?show={tab}") == one <= 12
    rows = cast.client("amal").get(cast.url(f"prepare/checks/?show={tab}")).context["rows"].rows
    assert len(rows) == 3


@pytest.mark.parametrize("tab", ["to_do", "silent", "done"])
def test_the_list_of_reports_names_no_office(cast: Cast, tab: str) -> None:
    for _each in range(3):
        person = VolunteerFactory(organisation=cast.here).person
        done: dict[str, Any] = (
            {}
            if tab == "to_do"
            else {"state": "done", "done_on": clock.today(), "silent_on": clock.today()}
        )
        ReportFactory(organisation=cast.here, person=person, answer="rva", **done)
    shown = cast.client("amal").get(cast.url(f"prepare/reports/?show={tab}"))
    assert len(shown.context["rows"].rows) == 3
    assert "RVA" not in shown.content.decode().upper().replace("RVARING", "")
    assert costs(cast, f"prepare/reports/?show={tab}") <= 12


def test_a_volunteer_answers_reads_the_steps_and_notes_the_day(cast: Cast) -> None:
    client, mine = cast.client("bea"), cast.url("mine/reporting/")
    assert client.get(mine).context["shown"].situations == []
    assert client.post(mine, {"answer": "rva"}).status_code == 422
    assert client.post(mine, {"answer": "rva", "agrees": "on"}).status_code == 303
    shown = client.get(mine)
    assert [row.form for row in shown.context["shown"].situations] == ["C45B"]
    assert shown.context["shown"].situations[0].source in shown.content.decode()
    done = f"{mine}done/"
    assert client.post(done, {"done_on": "2999-01-01"}).status_code == 422
    assert client.post(done, {"done_on": clock.today().isoformat()}).status_code == 303
    assert Report.objects.get().done_on == clock.today()
    assert client.get(mine).status_code == 200
    assert costs(cast, "mine/reporting/", "bea") <= 12


def test_a_volunteer_reads_about_a_check_in_plain_words(cast: Cast) -> None:
    client, mine = cast.client("bea"), cast.url("mine/reporting/")
    for changes in ({}, {"seen": True}, {"seen": True, "outcome": "not_ok"}):
        CheckRecord.objects.all().delete()
        CheckFactory(organisation=cast.here, person=bea(cast), **changes)
        shown = client.get(mine)
        assert len(shown.context["records"]) == 1
        assert str(CheckRecord.Outcome.NOT_OK.label) not in shown.content.decode()


def test_a_coordinator_asks_the_question_in_a_talk(cast: Cast) -> None:
    client = cast.client("amal")
    base = cast.url(f"prepare/reports/{cast.person_id('bea')}/")
    today = clock.today().isoformat()
    assert client.get(base).status_code == 200
    assert client.post(base, {"answer": "rva"}).status_code == 422
    assert client.post(f"{base}done/", {"done_on": today}).status_code == 422
    assert client.post(base, {"answer": "rva", "agrees": "on"}).status_code == 303
    assert client.post(f"{base}done/", {"done_on": today}).status_code == 303
    assert client.post(f"{base}limits/", {"limits_set": "yes"}).status_code == 303
    assert client.post(f"{base}residence/", {"shown": "yes", "noted_on": today}).status_code == 303
    report = Report.objects.get()
    assert (report.answer, report.limits_set, report.residence) == ("rva", True, "yes")
    assert client.get(base).status_code == 200
    assert costs(cast, f"prepare/reports/{cast.person_id('bea')}/") <= 14


def test_what_was_filed_for_all_is_noted_and_changed(cast: Cast) -> None:
    client, base = cast.client("amal"), cast.url("prepare/reports/statements/")
    assert client.get(base).status_code == 200
    sent = {
        "form": "C45F",
        "work": "Wandelen",
        "filed_on": clock.today().isoformat(),
        "decision": "waiting",
    }
    assert client.post(f"{base}new/", {**sent, "form": "C45A"}).status_code == 422
    assert client.post(f"{base}new/", sent).status_code == 303
    statement = Statement.objects.get()
    assert client.post(f"{base}{statement.pk}/", {**sent, "decision": "no"}).status_code == 303
    assert Statement.objects.get().decision == "no"
    assert client.get(base).status_code == 200
    other = StatementFactory(organisation=cast.elsewhere)
    assert client.get(f"{base}{other.pk}/").status_code == 404


def test_the_register_is_kept_on_one_page(cast: Cast) -> None:
    client, base = cast.client("amal"), cast.url("prepare/insurance/")
    empty = client.get(base)
    assert [each.duty.scheme for each in empty.context["shown"].missing] == ["federal"]
    assert empty.context["shown"].missing[0].duty.source in empty.content.decode()
    sent = {
        "kind": "own",
        "insurer": "De Paraplu",
        "risks": ["liability"],
        "from_on": "2026-01-01",
        "until_on": "2025-01-01",
    }
    assert client.post(f"{base}new/", sent).status_code == 422
    # The insurance of a municipality is Dutch.
    sent["until_on"] = ""
    assert client.post(f"{base}new/", {**sent, "kind": "municipal"}).status_code == 422
    assert client.post(f"{base}new/", sent).status_code == 303
    policy = Policy.objects.get()
    assert client.post(f"{base}{policy.pk}/", {**sent, "number": "P-9"}).status_code == 303
    shown = client.get(base).context["shown"]
    assert (shown.missing, shown.policies[0].number) == ([], "P-9")
    # One that has begun stays; one that has not was a mistake.
    assert client.post(f"{base}{policy.pk}/drop/").status_code == 303
    assert Policy.objects.filter(pk=policy.pk).exists()
    later = PolicyFactory(organisation=cast.here, from_on=clock.today() + timedelta(days=9))
    drops = [
        f"{base}{each.pk}/drop/" in client.get(f"{base}{each.pk}/").content.decode()
        for each in (policy, later)
    ]
    assert drops == [False, True]
    assert client.post(f"{base}{later.pk}/drop/").status_code == 303
    assert list(Policy.objects.all()) == [policy]


def test_activities_of_the_free_insurance_are_planned_and_registered(cast: Cast) -> None:
    client, base = cast.client("amal"), cast.url("prepare/insurance/")
    PolicyFactory(organisation=cast.here, kind="free", risks=["liability"])
    day = clock.today() + timedelta(days=9)
    sent = {"name": "Burenfeest", "day": day.isoformat(), "hour": "14:00", "hours": "30"}
    assert client.post(f"{base}activities/new/", {**sent, "hours": "0"}).status_code == 422
    assert client.post(f"{base}activities/new/", sent).status_code == 303
    activity = Activity.objects.get()
    its = f"{base}activities/{activity.pk}/"
    assert client.post(f"{its}registered/").status_code == 303
    assert client.get(base).context["shown"].counted.used == 30
    assert client.post(f"{its}drop/").status_code == 303
    big = ActivityFactory(organisation=cast.here, hours=1001)
    assert client.post(f"{base}activities/{big.pk}/registered/").status_code == 303
    big.refresh_from_db()
    assert big.registered_at is None
    assert costs(cast, "prepare/insurance/") <= 14


def test_the_card_shows_checks_to_coordinators_alone(cast: Cast) -> None:
    CheckFactory(organisation=cast.here, person=bea(cast), seen=True)
    path = cast.url(f"people/volunteers/{cast.person_id('bea')}/")
    coach = Client()
    coach.force_login(member(cast.here, Function.COACH, name="Coen Coach").user)
    shown = [
        any(panel.template == "checks/panel.html" for panel in client.get(path).context["panels"])
        for client in (cast.client("amal"), coach)
    ]
    assert shown == [True, False]


def test_who_need_not_report_because_we_filed_it_reads_so(cast: Cast) -> None:
    ReportFactory(organisation=cast.here, person=bea(cast), answer="rva")
    mine = cast.url("mine/reporting/")
    assert not cast.client("bea").get(mine).context["shown"].is_filed
    StatementFactory(organisation=cast.here, form="C45F")
    shown = cast.client("bea").get(mine).context["shown"]
    assert (shown.is_filed, [row.form for row in shown.situations]) == (True, ["C45F"])
    page = cast.client("amal").get(cast.url(f"prepare/reports/{cast.person_id('bea')}/"))
    assert "done_on" not in page.content.decode()


@pytest.mark.parametrize("tab", ["talk", "needed"])
def test_who_reads_what_came_of_checks_leaves_a_trace(cast: Cast, tab: str) -> None:
    cast.client("amal").get(cast.url(f"prepare/checks/?show={tab}"))
    assert Event.objects.filter(kind="check.listed", is_view=True).exists() == (tab == "talk")


def test_who_reads_the_list_of_reports_leaves_a_trace(cast: Cast) -> None:
    cast.client("amal").get(cast.url("prepare/reports/"))
    event = Event.objects.get(kind="report.listed", is_view=True)
    assert event.target_id == cast.here.pk


@pytest.mark.parametrize("outcome", ["talk", "not_ok"])
def test_the_card_tells_no_outcome_and_not_who_reports(cast: Cast, outcome: str) -> None:
    CheckFactory(organisation=cast.here, person=bea(cast), seen=True, outcome=outcome)
    ReportFactory(organisation=cast.here, person=bea(cast), state="done", done_on=clock.today())
    client = cast.client("amal")
    shown = client.get(cast.url(f"people/volunteers/{cast.person_id('bea')}/"))
    (panel,) = (each for each in shown.context["panels"] if each.template == "checks/panel.html")
    assert [holds for _record, holds in panel.context["records"]] == [False]
    assert "report" not in panel.context
    words = shown.content.decode()
    assert str(CheckRecord.Outcome(outcome).label) not in words
    assert str(Report.State.DONE.label) not in words


def test_the_timeline_of_the_card_tells_nothing_of_checks_and_reports() -> None:
    for kind in ("check.asked", "check.seen", "report.noted", "report.forgotten"):
        assert words_for(kind) is None


def test_who_was_not_asked_the_question_yet_stands_on_a_list(cast: Cast) -> None:
    def more(number: int) -> None:
        for _each in range(number):
            VolunteerFactory(organisation=cast.here)

    more(1)
    one = costs(cast, "prepare/reports/?show=not_asked")
    more(2)
    assert costs(cast, "prepare/reports/?show=not_asked") == one <= 12

    def names() -> set[object]:
        shown = cast.client("amal").get(cast.url("prepare/reports/?show=not_asked"))
        return {each.person_id for each in shown.context["rows"].rows}

    assert cast.person_id("bea") in names()
    ReportFactory(organisation=cast.here, person=bea(cast), answer="", state="nothing")
    assert cast.person_id("bea") not in names()


def test_a_volunteer_reads_which_check_is_still_to_come(cast: Cast) -> None:
    takes_part(cast)
    client, mine = cast.client("bea"), cast.url("mine/reporting/")
    assert client.get(mine).context["records"] == []
    takes_part(cast, contact_with_minors=True)
    shown = client.get(mine)
    assert [(kind, record) for kind, record, _way in shown.context["records"]] == [
        (CheckKind.EXTRACT, None)
    ]
    content = shown.content.decode()
    assert content.index(str(CheckKind.EXTRACT.label)) < content.index('name="answer"')
    assert costs(cast, "mine/reporting/", "bea") <= 14


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_day_that_nobody_means_is_turned_down_with_words(cast: Cast, day: str) -> None:
    takes_part(cast, contact_with_minors=True)
    client, person_id = cast.client("amal"), cast.person_id("bea")
    policy = {"kind": "own", "insurer": "De Paraplu", "risks": ["liability"]}
    activity = {"name": "Feest", "day": day, "hour": "14:00", "hours": "3"}
    for path, sent in (
        (
            f"prepare/checks/{person_id}/see/extract_596_2/",
            {"seen_on": day, "issued_on": day, "outcome": "ok"},
        ),
        ("prepare/insurance/new/", {**policy, "from_on": day}),
        ("prepare/insurance/new/", {**policy, "from_on": "2026-01-01", "until_on": day}),
        ("prepare/insurance/activities/new/", activity),
    ):
        assert client.post(cast.url(path), sent).status_code == 422


def test_a_reason_that_is_half_written_is_kept(cast: Cast) -> None:
    takes_part(cast)
    shown = cast.client("amal").get(
        cast.url(f"prepare/checks/{cast.person_id('bea')}/ask/extract_596_2/")
    )
    assert shown.context["draft_key"] in shown.content.decode()


def test_an_organisation_under_the_decree_reads_about_its_yearly_report(cast: Cast) -> None:
    path = cast.url("prepare/insurance/")
    assert cast.client("amal").get(path).context["yearly"] == []
    Organisation.objects.filter(pk=cast.here.pk).update(is_under_welfare_decree=True)
    shown = cast.client("amal").get(path)
    assert shown.context["yearly"][0].source in shown.content.decode()
