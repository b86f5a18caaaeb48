"""The laws of weighing a load: both ends, what is said before what is computed, and the unknown."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from naast.capacity.states import Amount, Reason
from naast.capacity.weighing import Carried, Measure, Outcome, Said, weigh

number = st.integers(0, 60)
measures = st.builds(
    Measure,
    now=number,
    usual=st.none() | number,
    limit=st.none() | number,
)
saying = st.builds(
    Said,
    amount=st.none() | st.sampled_from(Amount),
    low_energy=st.booleans(),
    less_joy=st.booleans(),
)
carrying = st.builds(
    Carried,
    weight=st.integers(0, 12),
    room=st.integers(0, 12),
    minutes=measures,
    evenings=measures,
    unplanned=measures,
    hard=st.integers(0, 5),
    off_days=st.integers(0, 5),
    visits=st.integers(0, 30),
    is_idle=st.booleans(),
    is_silent=st.booleans(),
    said=st.none() | saying,
)
more = st.integers(0, 400)


@given(carried=carrying, extra=st.tuples(*[more] * 6))
def test_doing_more_never_makes_too_much_go_away(
    carried: Carried, extra: tuple[int, int, int, int, int, int]
) -> None:
    weight, minutes, evenings, unplanned, hard, off_days = extra
    heavier = replace(
        carried,
        weight=carried.weight + weight,
        minutes=replace(carried.minutes, now=carried.minutes.now + minutes),
        evenings=replace(carried.evenings, now=carried.evenings.now + evenings),
        unplanned=replace(carried.unplanned, now=carried.unplanned.now + unplanned),
        hard=carried.hard + hard,
        off_days=carried.off_days + off_days,
        visits=carried.visits + hard,
    )
    before = weigh(carried)
    if before.outcome == Outcome.MUCH:
        after = weigh(heavier)
        assert after.outcome == Outcome.MUCH
        assert set(before.reasons) <= set(after.reasons)


@pytest.mark.covers("S3-16")
@given(carried=carrying, amount=st.sampled_from(Amount))
def test_what_the_person_says_outweighs_what_is_computed(carried: Carried, amount: Amount) -> None:
    outcome = weigh(replace(carried, said=Said(amount=amount))).outcome
    if amount == Amount.GOOD:
        assert outcome in (Outcome.FINE, Outcome.HOW)
    else:
        assert outcome == Outcome(amount.value)


@given(carried=carrying)
def test_what_nobody_told_is_never_called_good(carried: Carried) -> None:
    outcome = weigh(replace(carried, visits=0, said=None)).outcome
    assert outcome != Outcome.FINE


@given(carried=carrying)
def test_a_question_always_says_why(carried: Carried) -> None:
    weighed = weigh(carried)
    assert weighed.is_worth_asking == bool(weighed.reasons)


@pytest.mark.parametrize(
    ("carried", "reason"),
    [
        (Carried(minutes=Measure(now=600, usual=300)), Reason.HOURS),
        (Carried(minutes=Measure(now=301, limit=300)), Reason.HOURS_LIMIT),
        (Carried(evenings=Measure(now=5, usual=2)), Reason.EVENINGS),
        (Carried(evenings=Measure(now=3, limit=2)), Reason.EVENINGS_LIMIT),
        (Carried(unplanned=Measure(now=3, usual=1)), Reason.UNPLANNED),
        (Carried(hard=2), Reason.HARD),
        (Carried(off_days=2), Reason.OFF_DAYS),
        (Carried(weight=4, room=3), Reason.WEIGHT),
    ],
)
def test_each_thing_that_rises_is_a_reason(carried: Carried, reason: Reason) -> None:
    assert weigh(carried).reasons == (reason,)
    assert weigh(carried).outcome == Outcome.MUCH


@pytest.mark.parametrize(
    "carried",
    [
        Carried(minutes=Measure(now=200, usual=100), visits=1),  # twice as much, of little
        Carried(minutes=Measure(now=2000), visits=1),  # nobody knows yet what is usual
        Carried(evenings=Measure(now=10, usual=8), visits=1),
        Carried(unplanned=Measure(now=3, usual=3), visits=1),
        Carried(weight=3, room=3, visits=1),
    ],
)
def test_what_is_little_or_usual_is_no_reason(carried: Carried) -> None:
    assert weigh(carried).outcome == Outcome.FINE


def test_who_waits_for_somebody_may_have_too_little() -> None:
    assert weigh(Carried(is_idle=True)).outcome == Outcome.LITTLE


@pytest.mark.covers("S1-254")
def test_little_energy_is_a_question_also_when_the_amount_is_good() -> None:
    weighed = weigh(Carried(said=Said(amount=Amount.GOOD, low_energy=True)))
    assert (weighed.outcome, weighed.reasons) == (Outcome.HOW, (Reason.ENERGY,))
