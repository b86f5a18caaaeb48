"""What the gate hears from this room: in a constant number of queries, and only what it may know."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.checks.models import CheckKind, CheckRecord, Report
from naast.checks.states import CheckState
from naast.core import clock
from naast.organisations.models import Organisation
from naast.programmes.evidence import gather
from naast.programmes.models import Engagement, EntryCondition, Programme
from naast.programmes.queries import for_readiness, readiness_of
from naast.programmes.readiness import Item
from tests.checking import (
    CheckFactory,
    PolicyFactory,
    ReportFactory,
    StatementFactory,
    bea,
    condition,
    takes_part,
)
from tests.conftest import Cast
from tests.factories import EngagementFactory, VolunteerFactory

CHECK, INSURANCE = EntryCondition.Kind.CHECK, EntryCondition.Kind.INSURANCE


def here(cast: Cast) -> dict[str, Organisation]:
    """Of this organisation."""
    return {"organisation": cast.here}


def items_of(engagement: Engagement) -> dict[str, Item]:
    """The items of one engagement, by code."""
    (found,) = for_readiness(Engagement.objects.filter(pk=engagement.pk))
    return {item.code: item for item in readiness_of([found])[found.pk]}


def seen(cast: Cast, **fields: Any) -> CheckRecord:
    record: CheckRecord = CheckFactory(
        **{"organisation": cast.here, "person": bea(cast), "seen": True, **fields}
    )
    return record


def test_a_check_in_order_is_in_place_until_it_is_looked_at_again(cast: Cast) -> None:
    engagement = takes_part(cast)
    condition(engagement.programme, CHECK)
    assert not items_of(engagement)[CHECK].in_place
    until = clock.today() + timedelta(days=10)
    record = seen(cast, kind=CheckKind.VOG, review_on=until)
    assert (items_of(engagement)[CHECK].in_place, items_of(engagement)[CHECK].until) == (
        True,
        until,
    )
    record.review_on = clock.today() - timedelta(days=1)
    record.save()
    item = items_of(engagement)[CHECK]
    assert (item.in_place, item.lapsed_on) == (False, record.review_on)


@pytest.mark.parametrize("state", [CheckState.NEEDED, CheckState.ASKED])
def test_what_is_only_asked_is_not_in_place(cast: Cast, state: CheckState) -> None:
    engagement = takes_part(cast)
    condition(engagement.programme, CHECK)
    CheckFactory(organisation=cast.here, person=bea(cast), state=state)
    assert not items_of(engagement)[CHECK].in_place


@pytest.mark.parametrize("outcome", ["talk", "not_ok"])
def test_a_talk_keeps_the_gate_closed_whatever_else_was_written_down(
    cast: Cast, outcome: str
) -> None:
    engagement = takes_part(cast)
    asked = condition(engagement.programme, CHECK)
    engagement.conditions_met = {str(asked.pk): clock.today().isoformat()}
    engagement.save()
    assert items_of(engagement)[CHECK].in_place
    seen(cast, kind=CheckKind.EXTRACT)
    assert items_of(engagement)[CHECK].in_place
    seen(cast, kind=CheckKind.OTHER, outcome=outcome)
    assert not items_of(engagement)[CHECK].in_place


def test_new_work_with_minors_waits_for_the_extract_though_no_condition_asks_it(
    cast: Cast,
) -> None:
    engagement = takes_part(cast, contact_with_minors=True)
    elsewhere = takes_part(cast)
    code = f"minors-{engagement.programme_id}"
    assert not items_of(engagement)[code].in_place
    assert code not in items_of(elsewhere)
    # Another paper does not do.
    seen(cast, kind=CheckKind.OTHER)
    assert not items_of(engagement)[code].in_place
    seen(cast, seen_on=clock.today() - timedelta(days=500))
    item = items_of(engagement)[code]
    assert (item.in_place, item.may_wait) == (True, False)


def test_youth_work_and_older_volunteers_wait_for_nothing(cast: Cast) -> None:
    long_ago = clock.today().replace(year=2020)
    engagement = takes_part(cast, since=long_ago, contact_with_minors=True)
    assert not [code for code in items_of(engagement) if code.startswith("minors")]
    new = takes_part(cast, contact_with_minors=True)
    assert [code for code in items_of(new) if code.startswith("minors")]
    Organisation.objects.filter(pk=cast.here.pk).update(is_youth_work=True)
    assert not [code for code in items_of(new) if code.startswith("minors")]


def test_the_register_says_since_when_and_until_when_somebody_is_insured(cast: Cast) -> None:
    engagement = takes_part(cast)
    condition(engagement.programme, INSURANCE)
    assert not items_of(engagement)[INSURANCE].in_place
    policy = PolicyFactory(organisation=cast.here)
    item = items_of(engagement)[INSURANCE]
    assert (item.in_place, item.since, item.until) == (True, policy.from_on, policy.until_on)
    policy.risks = ["liability"]
    policy.save()
    assert items_of(engagement)[INSURANCE].in_place
    Organisation.objects.filter(pk=cast.here.pk).update(is_under_welfare_decree=True)
    assert not items_of(engagement)[INSURANCE].in_place


def test_when_liability_was_insured_and_is_not_today_nobody_starts(cast: Cast) -> None:
    engagement, today = takes_part(cast), clock.today()
    assert "liability" not in items_of(engagement)
    policy = PolicyFactory(organisation=cast.here, until_on=today)
    assert "liability" not in items_of(engagement)
    policy.until_on = today - timedelta(days=1)
    policy.save()
    item = items_of(engagement)["liability"]
    assert (item.in_place, item.may_wait) == (False, False)
    PolicyFactory(organisation=cast.here, risks=["liability"])
    assert "liability" not in items_of(engagement)


@pytest.mark.parametrize(
    ("answer", "state", "is_there", "in_place", "is_required"),
    [
        ("ocmw", Report.State.TO_DO, True, False, True),
        ("ocmw", Report.State.DONE, True, True, True),
        ("health_fund", Report.State.TO_DO, True, False, False),
        ("no", Report.State.NOTHING, False, False, False),
        ("", Report.State.NOTHING, False, False, False),
    ],
)
def test_what_has_to_be_reported_first_is_part_of_the_gate(
    cast: Cast, answer: str, state: str, *, is_there: bool, in_place: bool, is_required: bool
) -> None:
    engagement = takes_part(cast)
    ReportFactory(organisation=cast.here, person=bea(cast), answer=answer, state=state)
    item = items_of(engagement).get("report")
    assert (item is not None) == is_there
    if item is not None:
        assert (item.in_place, item.is_required) == (in_place, is_required)
        # Who sees the list does not learn to which office.
        assert answer not in str(item.label).lower()


def test_a_general_declaration_of_the_organisation_reports_for_everybody(cast: Cast) -> None:
    engagement = takes_part(cast)
    ReportFactory(organisation=cast.here, person=bea(cast), answer="rva")
    assert not items_of(engagement)["report"].in_place
    statement = StatementFactory(organisation=cast.here, form="C45F")
    assert items_of(engagement)["report"].in_place
    statement.decision = "no"
    statement.save()
    assert not items_of(engagement)["report"].in_place


def test_who_is_in_reception_waits_for_the_statement_of_the_organisation(cast: Cast) -> None:
    Organisation.objects.filter(pk=cast.here.pk).update(country="NL")
    engagement, today = takes_part(cast), clock.today()
    ReportFactory(organisation=cast.here, person=bea(cast), answer="reception", state="nothing")
    assert not items_of(engagement)["statement"].in_place
    StatementFactory(organisation=cast.elsewhere, form="vrijwilligersverklaring")
    statement = StatementFactory(
        organisation=cast.here, form="vrijwilligersverklaring", valid_until=today
    )
    # It is about one kind of work: only where that is the work of this programme.
    other = takes_part(cast)
    assert not items_of(engagement)["statement"].in_place
    statement.programmes.set([engagement.programme], through_defaults=here(cast))
    assert items_of(engagement)["statement"].in_place
    assert not items_of(other)["statement"].in_place
    statement.valid_until = today - timedelta(days=1)
    statement.save()
    assert not items_of(engagement)["statement"].in_place


@pytest.mark.parametrize(("shown", "blocks"), [("no", True), ("yes", False), ("", False)])
def test_a_document_that_was_not_shown_keeps_the_gate_closed(
    cast: Cast, shown: str, *, blocks: bool
) -> None:
    engagement = takes_part(cast)
    ReportFactory(organisation=cast.here, person=bea(cast), answer="no", residence=shown)
    assert ("residence" in items_of(engagement)) == blocks


def _ask(programme: Programme, people: int, cast: Cast) -> int:
    """How many queries it costs to ask about so many people."""
    for _each in range(people):
        person = VolunteerFactory(organisation=cast.here).person
        EngagementFactory(organisation=cast.here, person=person, programme=programme)
        ReportFactory(organisation=cast.here, person=person)
        CheckFactory(organisation=cast.here, person=person, seen=True)
    ids = list(Engagement.objects.filter(programme=programme).values_list("person_id", flat=True))
    conditions = list(programme.entryconditions.all())
    with CaptureQueriesContext(
        connection,
    ) as captured:
        gather(
            organisation_id=cast.here.pk,
            person_ids=ids,
            conditions=conditions,
            today=clock.today(),
        )
    return len([each for each in captured.captured_queries if "checks_" in each["sql"]])


def test_many_people_cost_as_many_queries_as_one(cast: Cast) -> None:
    programme = takes_part(cast, contact_with_minors=True).programme
    for kind in (CHECK, INSURANCE):
        condition(programme, kind)
    PolicyFactory(organisation=cast.here)
    one, three = _ask(programme, 1, cast), _ask(programme, 2, cast)
    assert one == three <= 6


def test_a_house_where_nothing_of_this_applies_costs_two_queries(cast: Cast) -> None:
    programme = takes_part(cast).programme
    PolicyFactory(organisation=cast.here)
    for people in (1, 2):
        assert _ask(programme, people, cast) <= 2


def test_the_one_question_is_asked_until_it_is_answered_and_keeps_nobody_waiting(
    cast: Cast,
) -> None:
    engagement = takes_part(cast)
    item = items_of(engagement)["question"]
    assert (item.is_required, item.own_route) == (False, "checks:my_reporting")
    report = ReportFactory(organisation=cast.here, person=bea(cast), answer="", state="nothing")
    assert "question" not in items_of(engagement)
    report.answered_on = None
    report.save()
    assert "question" in items_of(engagement)


def test_the_own_page_is_the_next_step_once_a_check_was_asked(cast: Cast) -> None:
    engagement = takes_part(cast)
    condition(engagement.programme, CHECK)
    assert items_of(engagement)[CHECK].own_route == ""
    CheckFactory(organisation=cast.here, person=bea(cast), state=CheckState.ASKED)
    assert items_of(engagement)[CHECK].own_route == "checks:my_reporting"
