"""What signed papers prove for a start, and until when."""

from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.agreements import proof
from naast.agreements.models import Asks, Copy, CopyState, DocumentKind
from naast.agreements.queries.copies import text_of
from naast.agreements.queries.signing import deliveries
from naast.agreements.services import copies
from naast.core import clock
from naast.programmes.evidence import Asked, Evidence, Found
from naast.programmes.models import Engagement, EntryCondition, Kind, Programme
from naast.programmes.queries import readiness_of, with_everything
from naast.programmes.readiness import Item
from tests.agreeing import clause
from tests.agreements.papers import in_force, made, newer, one, signed, takes_part
from tests.conftest import Cast
from tests.factories import ProgrammeFactory

START = date(2026, 3, 2)


def condition(programme: Programme, kind: str = "secrecy") -> EntryCondition:
    """What must be in place in a programme."""
    return EntryCondition.objects.create(
        organisation=programme.organisation, programme=programme, kind=kind, name="Geheimhouding"
    )


def ask(cast: Cast, *conditions: EntryCondition, today: date | None = None) -> Found:
    """What this room knows of Bea."""
    people = frozenset([cast.person_id("bea")])
    return proof.source(Asked(cast.here.pk, people, conditions, today or clock.today()))


def evidence(cast: Cast, *conditions: EntryCondition) -> list[Evidence]:
    """What speaks for these conditions."""
    return list(ask(cast, *conditions).evidence.get(cast.person_id("bea"), ()))


@pytest.mark.covers("S0-50")
def test_a_signed_statement_is_evidence_from_its_day_until_it_is_asked_again(cast: Cast) -> None:
    engagement = takes_part(cast)
    needed = condition(engagement.programme)
    in_force(cast.here, DocumentKind.SECRECY, renew_months=12)
    with time_machine.travel(START):
        (copy,) = made(cast, engagement)
        assert evidence(cast, needed) == []
        signed(cast, copy)
    assert evidence(cast, needed) == [Evidence(needed.pk, START, date(2027, 3, 2))]
    terms = ask(cast, needed).terms[needed.pk]
    assert (terms.valid_months, terms.not_before) == (12, None)
    assert (terms.own_route, terms.staff_route) == ("agreements:mine", "agreements:of_person")


@pytest.mark.covers("S0-50")
def test_the_gate_opens_with_the_signature(cast: Cast) -> None:
    engagement = takes_part(cast)
    needed = condition(engagement.programme)
    in_force(cast.here, DocumentKind.SECRECY)

    def item() -> Item:
        rows = list(with_everything(Engagement.objects.filter(pk=engagement.pk)))
        (found,) = [
            each for each in readiness_of(rows)[engagement.pk] if each.condition_id == needed.pk
        ]
        return found

    (copy,) = made(cast, engagement)
    assert (item().in_place, item().own_route) == (False, "agreements:mine")
    signed(cast, copy)
    assert item().in_place


def test_a_newer_version_ends_what_was_signed_before(cast: Cast) -> None:
    engagement = takes_part(cast)
    needed = condition(engagement.programme)
    version = in_force(cast.here, DocumentKind.SECRECY)
    with time_machine.travel(START):
        signed(cast, *made(cast, engagement))
    later = newer(version, "Anders.")
    day = later.published_on
    assert day is not None
    assert evidence(cast, needed) == [Evidence(needed.pk, START, day - timedelta(days=1))]
    assert ask(cast, needed).terms[needed.pk].not_before == day


def test_a_mended_version_ends_nothing(cast: Cast) -> None:
    engagement = takes_part(cast)
    needed = condition(engagement.programme)
    version = in_force(cast.here, DocumentKind.SECRECY)
    signed(cast, *made(cast, engagement))
    newer(version, "We komen op tijd.", asks_again=False)
    assert evidence(cast, needed) == [Evidence(needed.pk, clock.today(), None)]
    assert ask(cast, needed).terms[needed.pk].not_before is None


def test_for_the_person_it_counts_everywhere_but_where_a_programme_has_its_own(
    cast: Cast,
) -> None:
    first, second = takes_part(cast), takes_part(cast)
    own_rules = ProgrammeFactory(organisation=cast.here)
    conditions = [condition(each) for each in (first.programme, second.programme, own_rules)]
    in_force(cast.here, DocumentKind.SECRECY)
    in_force(cast.here, DocumentKind.SECRECY, programme=own_rules)
    signed(cast, *made(cast, first))
    found = {each.condition_id for each in evidence(cast, *conditions)}
    assert found == {conditions[0].pk, conditions[1].pk}


def test_for_one_programme_it_counts_there_alone(cast: Cast) -> None:
    first, second = takes_part(cast), takes_part(cast)
    conditions = [condition(each.programme, "agreement") for each in (first, second)]
    in_force(cast.here, DocumentKind.AGREEMENT)
    signed(cast, *made(cast, first))
    assert [each.condition_id for each in evidence(cast, *conditions)] == [conditions[0].pk]


def test_a_text_that_no_longer_holds_is_still_proof_of_what_was_agreed(cast: Cast) -> None:
    engagement = takes_part(cast)
    needed = condition(engagement.programme)
    version = in_force(cast.here, DocumentKind.SECRECY)
    signed(cast, *made(cast, engagement))
    version.document.retired_on = clock.today()
    version.document.save()
    assert len(evidence(cast, needed)) == 1


def test_open_replaced_and_withdrawn_copies_prove_nothing(cast: Cast) -> None:
    engagement = takes_part(cast)
    needed = condition(engagement.programme)
    in_force(cast.here, DocumentKind.SECRECY)
    copy = signed(cast, *made(cast, engagement))
    for state in (CopyState.REPLACED, CopyState.WITHDRAWN, CopyState.OPEN):
        Copy.objects.filter(pk=copy.pk).update(state=state)
        assert evidence(cast, needed) == []


def test_without_a_condition_of_its_kind_nothing_is_read(cast: Cast) -> None:
    training = condition(takes_part(cast).programme, "training")
    with CaptureQueriesContext(connection) as queries:
        assert ask(cast, training) == Found()
    assert len(queries) == 0


def test_it_costs_the_same_for_many_conditions_and_papers(cast: Cast) -> None:
    conditions, cost = [], []
    in_force(cast.here, DocumentKind.AGREEMENT)
    for number in (1, 2):
        for _each in range(number):
            engagement = takes_part(cast)
            conditions.append(condition(engagement.programme, "agreement"))
            signed(cast, *made(cast, engagement))
        with CaptureQueriesContext(connection) as queries:
            ask(cast, *conditions)
        cost.append(len(queries))
    assert cost[0] == cost[1] <= 5


@pytest.mark.covers("S0-52")
def test_the_five_items_of_the_information_duty_have_day_version_and_channel(cast: Cast) -> None:
    codes = ("aim", "insurance", "risks", "costs")
    copy = one(
        cast,
        kind=DocumentKind.INFORMATION,
        asks=Asks.ACKNOWLEDGEMENT,
        text=[clause(code, f"Over {code}.") for code in codes],
    )
    assert {each.on for each in deliveries(copy, text_of(copy).content)} == {None}
    copy = signed(cast, copy)
    told = deliveries(copy, text_of(copy).content)
    assert copy.own_signature is not None
    how = copy.own_signature.get_how_display()
    assert [(each.version, each.on, each.channel) for each in told[:4]] == [
        (1, clock.today(), how)
    ] * 4
    assert len(told) == 5


def test_papers_of_an_ended_engagement_prove_nothing_for_a_new_one(cast: Cast) -> None:
    engagement = takes_part(cast)
    needed = condition(engagement.programme, "agreement")
    in_force(cast.here, DocumentKind.AGREEMENT)
    signed(cast, *made(cast, engagement))
    assert len(evidence(cast, needed)) == 1
    engagement.ended_on = clock.today()
    engagement.save()
    takes_part(cast, programme=engagement.programme, kind=Kind.PLACEMENT)
    assert evidence(cast, needed) == []


def test_papers_for_volunteers_prove_nothing_for_a_placement(cast: Cast) -> None:
    volunteers = takes_part(cast)
    placement = takes_part(cast, kind=Kind.PLACEMENT)
    here, there = condition(volunteers.programme), condition(placement.programme)
    in_force(cast.here, DocumentKind.SECRECY)
    signed(cast, *made(cast, volunteers))
    assert [each.condition_id for each in evidence(cast, here, there)] == [here.pk]
    signed(cast, *made(cast, placement))
    assert {each.condition_id for each in evidence(cast, here, there)} == {here.pk, there.pk}


def test_without_a_paper_the_next_step_is_the_coordinators(cast: Cast) -> None:
    engagement = takes_part(cast)
    needed = condition(engagement.programme)
    version = in_force(cast.here, DocumentKind.SECRECY)
    assert ask(cast, needed).terms[needed.pk].own_route == ""
    signed(cast, *made(cast, engagement))
    newer(version, "Anders.")
    assert ask(cast, needed).terms[needed.pk].own_route == ""
    made(cast, engagement)
    assert ask(cast, needed).terms[needed.pk].own_route == "agreements:mine"


def test_what_was_only_opened_proves_nothing(cast: Cast) -> None:
    engagement = takes_part(cast)
    needed = condition(engagement.programme)
    in_force(cast.here, DocumentKind.SECRECY, asks=Asks.NOTHING)
    (copy,) = made(cast, engagement)
    copies.note_reading(actor=cast.actor("bea"), copy_id=copy.pk)
    copy.refresh_from_db()
    assert copy.state == CopyState.SIGNED
    assert evidence(cast, needed) == []
