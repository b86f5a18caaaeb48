"""An administrator adds an amount of the law with its source, and withdraws one."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from typing import Any
from uuid import UUID

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.utils import translation

from naast.audit.models import Event
from naast.core.errors import Incomplete, NotAllowed, StateConflict
from naast.expenses.errors import NotPayable
from naast.expenses.models import ProgrammeCosts
from naast.expenses.states import Vehicle
from naast.law.costs.figures import known_figures
from naast.law.costs.plausible import Odd
from naast.messaging.models import Message
from naast.organisations.models import Function, Organisation
from naast.rates.forms.rates import AmountField
from naast.rates.models import Figure, OwnRate
from naast.rates.policies import rates as policies
from naast.rates.queries.figures import figures_for
from naast.rates.services import rates as services
from tests.at_once import at_once, refused
from tests.conftest import Cast
from tests.costing import claimed, declared, finance, flat, ride
from tests.factories import EngagementFactory, ProgrammeFactory, actor_of, member
from tests.rating import (
    QUARTER,
    added,
    administrator,
    allowance,
    by_car,
    ceilings,
    dutch_house,
)

A_DAY = date(2026, 5, 5)
OTHER_QUARTER: dict[str, Any] = {"valid_from": date(2026, 7, 1), "valid_to": date(2026, 9, 30)}


@pytest.fixture(autouse=True)
def in_autumn() -> Any:
    """A day on which the law's figures of 2026 are known, and those of 2027 are not."""
    with time_machine.travel("2026-11-26T09:00:00+00:00", tick=False):
        yield


def _missing(call: Callable[[], object]) -> set[str]:
    """The fields that a refusal is about."""
    with pytest.raises(Incomplete) as refusal:
        call()
    return set(refusal.value.fields)


@pytest.mark.covers("S1-44")
@pytest.mark.django_db
def test_a_row_that_was_added_holds_on_its_days_and_on_no_other(cast: Cast) -> None:
    assert figures_for(cast.here).on(A_DAY).car is None
    row = added(cast)
    figures = figures_for(cast.here)
    for day in QUARTER:
        found = figures.on(day).car
        assert found is not None
        assert (found.rate, found.source) == (4321, row.source)
    march, july = figures.on(date(2026, 3, 31)).car, figures.on(date(2026, 7, 1)).car
    assert march is not None
    assert (march.rate, july) == (4326, None)
    assert figures_for(cast.elsewhere).on(A_DAY).car is None


@pytest.mark.django_db
def test_adding_is_written_in_the_history_with_who_and_what(cast: Cast) -> None:
    row = added(cast)
    event = Event.objects.get(kind="rate.added")
    assert (event.target_id, event.changes) == (row.pk, {"figure": "car"})
    assert row.added_by is not None
    assert row.added_by.user_id == event.user_id


@pytest.mark.django_db
def test_a_claim_waits_for_the_row_of_its_day(cast: Cast) -> None:
    declared(cast, A_DAY.year)
    with pytest.raises(NotPayable):
        claimed(cast, ride(day=A_DAY))
    added(cast, by_car(4250))
    assert claimed(cast, ride(10, day=A_DAY)).cents == 425


@pytest.mark.django_db
@pytest.mark.parametrize(
    "function", [Function.FINANCE, Function.COORDINATOR, Function.BOARD, Function.VOLUNTEER]
)
def test_who_is_no_administrator_adds_and_withdraws_nothing(cast: Cast, function: Function) -> None:
    actor = actor_of(member(cast.here, function, name="Iemand Anders"))
    row = added(cast)
    with pytest.raises(NotAllowed):
        services.add(actor=actor, new=by_car(**OTHER_QUARTER))
    with pytest.raises(NotAllowed):
        services.withdraw(actor=actor, rate_id=row.pk, because="Zomaar.")
    assert OwnRate.objects.filter(withdrawn_at__isnull=True).count() == 1


@pytest.mark.django_db
def test_a_row_is_seen_by_administrators_and_finance_of_its_own_house(cast: Cast) -> None:
    row = added(cast)
    fay = actor_of(member(cast.here, Function.FINANCE, name="Fay Financiën"))
    other = actor_of(administrator(cast.elsewhere, "Otto Elders"))
    assert list(policies.visible_to(fay)) == [row]
    assert not policies.visible_to(cast.actor("amal")).exists()
    assert not policies.visible_to(other).exists()
    with pytest.raises(OwnRate.DoesNotExist):
        services.withdraw(actor=other, rate_id=row.pk, because="Niet van ons.")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("changed", "fields"),
    [
        ({"source": "  "}, {"source"}),
        ({"amounts": {"rate": 0}}, {"rate"}),
        ({"amounts": {}}, {"rate"}),
        ({"valid_from": date(2018, 7, 1), "valid_to": date(2018, 9, 30)}, {"valid_from"}),
        ({"valid_to": date(2026, 3, 31)}, {"valid_to"}),
        ({"valid_to": date(2027, 4, 2)}, {"valid_to"}),
        ({"valid_from": date(2028, 1, 1), "valid_to": date(2028, 3, 31)}, {"valid_to"}),
        ({"figure": Figure.ALLOWANCE}, {"figure"}),
        ({"source": "", "amounts": {}}, {"source", "rate"}),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(
    cast: Cast, changed: dict[str, Any], fields: set[str]
) -> None:
    assert _missing(lambda: added(cast, by_car(**changed))) == fields
    assert not OwnRate.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("amounts", "fields"),
    [
        ({"day": 178_483, "year": 178_483, "raised": 327_798}, {"year"}),
        ({"day": 4462, "year": 178_483, "raised": 178_482}, {"raised"}),
        ({"day": 4462, "year": 178_483}, {"raised"}),
    ],
)
def test_ceilings_stand_in_their_order(
    cast: Cast, amounts: dict[str, int], fields: set[str]
) -> None:
    assert _missing(lambda: added(cast, ceilings(amounts=amounts))) == fields


@pytest.mark.django_db
def test_ceilings_hold_within_one_calendar_year(cast: Cast) -> None:
    over = ceilings(valid_from=date(2026, 12, 1), valid_to=date(2027, 11, 30))
    assert _missing(lambda: added(cast, over)) == {"valid_to"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("changed", "fields"),
    [
        ({"hour_young": 591}, {"hour_young"}),
        ({"month": 590}, {"month"}),
        ({"year": 23_000}, {"year"}),
        ({"age_limit": 0}, {"age_limit"}),
    ],
)
def test_allowances_stand_in_their_order(
    db: None, changed: dict[str, int], fields: set[str]
) -> None:
    actor = actor_of(administrator(dutch_house()))
    new = allowance()
    wrong = allowance(amounts={**new.amounts, **changed})
    assert _missing(partial(services.add, actor=actor, new=wrong)) == fields
    assert services.add(actor=actor, new=new).odd == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("first", "last", "is_free"),
    [
        (date(2026, 6, 30), date(2026, 9, 30), False),
        (date(2026, 1, 1), date(2026, 4, 1), False),
        (date(2026, 5, 1), date(2026, 5, 31), False),
        (date(2026, 1, 1), date(2026, 12, 31), False),
        (date(2026, 7, 1), date(2026, 9, 30), True),
        (date(2026, 1, 1), date(2026, 3, 31), True),
    ],
)
def test_two_rows_of_a_house_never_hold_on_one_day(
    cast: Cast, first: date, last: date, is_free: bool
) -> None:
    added(cast)
    new = by_car(valid_from=first, valid_to=last, why_right="Zo staat het er.")
    if is_free:
        added(cast, new)
    else:
        assert _missing(lambda: added(cast, new)) == {"valid_from"}


@pytest.mark.django_db
def test_a_car_and_a_bicycle_are_not_in_each_others_way(cast: Cast) -> None:
    added(cast, ceilings())
    added(cast)
    bicycle = by_car(3900, figure=Figure.BICYCLE, valid_from=date(2027, 1, 1), valid_to=date(2027, 12, 31))  # fmt: skip
    assert added(cast, bicycle).odd == []


@pytest.mark.django_db
def test_what_looks_odd_asks_for_a_word_and_keeps_it(cast: Cast) -> None:
    assert _missing(lambda: added(cast, by_car(6000))) == {"why_right"}
    row = added(cast, by_car(6000, why_right="Het staat zo in de omzendbrief."))
    assert (row.odd, row.why_right) == ([Odd.JUMP], "Het staat zo in de omzendbrief.")
    found = figures_for(cast.here).on(A_DAY).car
    assert found is not None
    assert found.rate == 6000


@pytest.mark.django_db
def test_what_does_not_look_odd_needs_no_word(cast: Cast) -> None:
    assert (added(cast, by_car(why_right="Voor de zekerheid.")).why_right) == ""


@pytest.mark.django_db
def test_a_jump_is_measured_from_the_row_of_our_own_that_came_before(cast: Cast) -> None:
    added(cast, by_car(6000, why_right="Zo staat het er."))
    assert added(cast, by_car(6100, **OTHER_QUARTER)).odd == []


@pytest.mark.django_db
def test_a_row_over_one_of_the_package_asks_why_and_wins(cast: Cast) -> None:
    over: dict[str, Any] = {"valid_from": date(2026, 1, 1), "valid_to": date(2026, 3, 31)}
    assert _missing(lambda: added(cast, by_car(4330, **over))) == {"why_right"}
    row = added(cast, by_car(4330, why_right="Verbeterd in het blad.", **over))
    assert row.odd == [Odd.KNOWN_ALREADY]
    found = figures_for(cast.here).on(date(2026, 2, 1)).car
    usual = known_figures("BE").on(date(2026, 2, 1)).car
    assert found is not None
    assert usual is not None
    assert (found.rate, usual.rate) == (4330, 4326)


@pytest.mark.django_db
def test_a_remembered_row_is_used_once_somebody_confirms_it_with_a_source(cast: Cast) -> None:
    day = date(2025, 6, 1)
    assert figures_for(cast.here).on(day).bicycle is None
    new = by_car(3600, figure=Figure.BICYCLE, valid_from=date(2025, 1, 1), valid_to=date(2025, 12, 31))  # fmt: skip
    assert added(cast, new).odd == []
    found = figures_for(cast.here).on(day).bicycle
    assert found is not None
    assert (found.rate, found.source) == (3600, "Verzonnen omzendbrief")


@pytest.mark.django_db
def test_a_withdrawn_row_no_longer_holds_and_another_may_come(cast: Cast) -> None:
    row = added(cast)
    actor = actor_of(administrator(cast.here, "Boudewijn Beheer"))
    assert services.withdraw(actor=actor, rate_id=row.pk, because="Verkeerd overgetypt.") == 0
    row.refresh_from_db()
    assert (row.withdrawn_because, row.withdrawn_by_id) == (
        "Verkeerd overgetypt.",
        actor.membership_id,
    )
    assert figures_for(cast.here).on(A_DAY).car is None
    assert added(cast, by_car(4322)).amounts == {"rate": 4322}
    with pytest.raises(StateConflict):
        services.withdraw(actor=actor, rate_id=row.pk, because="Nog eens.")


@pytest.mark.django_db
def test_withdrawing_asks_why(cast: Cast) -> None:
    row = added(cast)
    actor = actor_of(administrator(cast.here, "Boudewijn Beheer"))
    withdraw = partial(services.withdraw, actor=actor, rate_id=row.pk, because="  ")
    assert _missing(withdraw) == {"because"}
    jump = partial(services.add, actor=actor, new=by_car(6900, why_right=" ", **OTHER_QUARTER))
    assert _missing(jump) == {"why_right"}


def gives_fixed(cast: Cast) -> UUID:
    """A programme that gives fixed amounts, in which Bea takes part."""
    part = EngagementFactory(
        organisation=cast.here,
        person_id=cast.person_id("bea"),
        programme=ProgrammeFactory(organisation=cast.here),
    )
    ProgrammeCosts.objects.create(organisation=cast.here, programme=part.programme, pays_flat=True)
    programme_id: UUID = part.programme_id
    return programme_id


@pytest.mark.django_db
def test_claims_that_were_judged_with_a_row_are_counted(cast: Cast) -> None:
    claimed(cast, ride(day=date(2026, 2, 10)))
    row = added(cast)
    claimed(cast, ride(day=A_DAY))
    claimed(cast, ride(day=A_DAY, vehicle=Vehicle.BICYCLE))
    claimed(cast, flat(day=A_DAY, programme_id=gives_fixed(cast)))
    fay = finance(cast)
    actor = actor_of(administrator(cast.here, "Boudewijn Beheer"))
    assert services.judged_with(row) == 1
    assert services.withdraw(actor=actor, rate_id=row.pk, because="Verkeerd overgetypt.") == 1
    assert Event.objects.get(kind="rate.withdrawn").changes == {"claims": 1}
    assert Message.objects.get(kind="rates.withdrawn").user == fay.user


@pytest.mark.django_db
def test_finance_hears_when_claims_were_judged_with_an_amount_that_is_replaced(cast: Cast) -> None:
    fay = finance(cast)
    first = {"valid_from": date(2026, 1, 1), "valid_to": date(2026, 3, 31)}
    Organisation.objects.filter(pk=cast.here.pk).update(created_at=datetime(2026, 1, 1, tzinfo=UTC))
    claimed(cast, ride(day=date(2026, 2, 10)))
    added(cast, by_car(**OTHER_QUARTER))
    assert not Message.objects.filter(kind="rates.replaced").exists()
    added(cast, by_car(4300, why_right="De omzendbrief is verbeterd.", **first))
    assert Message.objects.get(kind="rates.replaced").user == fay.user


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_who_enter_the_same_days_at_once_make_one_row(cast: Cast) -> None:
    actor = actor_of(administrator(cast.here))
    first = partial(services.add, actor=actor, new=by_car())
    last = date(2026, 9, 30)
    longer = by_car(valid_from=date(2026, 5, 1), valid_to=last, why_right="Zo staat het er.")
    second = partial(services.add, actor=actor, new=longer)
    assert refused(at_once(first, second)) == 1
    assert OwnRate.objects.count() == 1


@pytest.mark.parametrize(
    ("text", "parts", "value"),
    [
        ("0,4326", 10_000, 4326),
        ("0.4326", 10_000, 4326),
        ("0,43", 10_000, 4300),
        ("44,02", 100, 4402),
        ("€ 1.760,83", 100, 176_083),
        ("1 760,83", 100, 176_083),
        ("220", 100, 22_000),
        ("5,5", 100, 550),
    ],
)
def test_an_amount_is_read_as_it_is_printed(text: str, parts: int, value: int) -> None:
    assert AmountField(parts=parts).clean(text) == value


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", 100),
        ("1.760", 100),
        ("44,021", 100),
        ("-4", 100),
        ("0,43261", 10_000),
        ("veel", 100),
        ("1.76,08", 100),
    ],
)
def test_an_amount_that_nobody_can_be_sure_of_is_asked_again(text: str, parts: int) -> None:
    with pytest.raises(ValidationError):
        AmountField(parts=parts).clean(text)


def test_an_amount_stands_in_the_form_as_it_is_typed() -> None:
    with translation.override("nl"):
        assert AmountField(parts=10_000).prepare_value(4326) == "0,4326"
        assert AmountField().prepare_value(176_083) == "1760,83"
    assert AmountField().prepare_value("44,0x") == "44,0x"
