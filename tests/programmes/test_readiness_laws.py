"""Laws of the gate, whatever is known: what is in place never makes anybody less ready (S0-44)."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from naast.organisations.models import Membership, Organisation
from naast.people.models import Person
from naast.programmes import evidence as evidence_of_rooms
from naast.programmes.evidence import Asked, Evidence, Extra, Found, Known, Terms
from naast.programmes.models import (
    FIVE_QUESTIONS,
    Engagement,
    EngagementTest,
    EntryCondition,
    Kind,
    OnCallLine,
    Override,
    Programme,
)
from naast.programmes.readiness import (
    LONG_AGO,
    NEVER,
    Item,
    can_be_let_wait,
    ends_soon,
    in_the_way,
    is_ready,
    lapsed,
    let_through,
    look_from,
    missing,
    readiness,
)

TODAY = date(2026, 6, 15)
PERSON = UUID(int=1)
CONDITIONS = [UUID(int=10 + number) for number in range(3)]
DAYS = st.dates(date(2024, 1, 1), date(2028, 12, 31))
ROWS = st.lists(
    st.builds(
        lambda condition, since, days: Evidence(
            condition, since, None if days is None else since + timedelta(days=days)
        ),
        st.sampled_from(CONDITIONS),
        DAYS,
        st.none() | st.integers(0, 900),
    ),
    max_size=8,
)
BY_HAND = st.dictionaries(
    st.sampled_from(CONDITIONS), st.dates(date(2024, 1, 1), TODAY), max_size=3
)
TERMS = st.dictionaries(
    st.sampled_from(CONDITIONS),
    st.builds(Terms, valid_months=st.none() | st.integers(1, 36), not_before=st.none() | DAYS),
    max_size=3,
)
WAITS = st.lists(
    st.builds(
        lambda item, given_on, days: Override(
            item=item, given_on=given_on, until_on=given_on + timedelta(days=days)
        ),
        st.sampled_from([str(pk) for pk in CONDITIONS] + ["test", "coach", "engagement"]),
        DAYS,
        st.integers(0, 92),
    ),
    max_size=4,
)


def known(rows: list[Evidence], terms: dict[UUID, Terms] | None = None, **more: Any) -> Known:
    """What the rooms above told about this one person."""
    found: dict[tuple[UUID, UUID], tuple[Evidence, ...]] = {}
    for row in rows:
        found[PERSON, row.condition_id] = (*found.get((PERSON, row.condition_id), ()), row)
    return Known(today=TODAY, evidence=found, terms=terms or {}, **more)


def ask(
    what: Known,
    *,
    by_hand: dict[UUID, date] | None = None,
    waits: list[Override] | None = None,
    answers: bool | None = True,
    **of_the_programme: Any,
) -> list[Item]:
    """The readiness of somebody who takes part in a programme with three conditions; no database."""
    house = Organisation(id=UUID(int=1), country="NL")
    coach = Membership(id=UUID(int=2), organisation=house)
    its = {"name": "Buddy's", "coach": coach, "organisation": house}
    programme = Programme(**(its | of_the_programme))
    _read(
        programme,
        entryconditions=[
            EntryCondition(id=pk, kind="secrecy", name=f"Nummer {number}")
            for number, pk in enumerate(CONDITIONS)
        ],
        oncalllines=[OnCallLine(phone="011")],
    )
    engagement = Engagement(
        person=Person(id=PERSON, birth_on=date(2010, 6, 16)),
        programme=programme,
        kind=Kind.VOLUNTEERING,
        started_on=date(2026, 1, 1),
        conditions_met={str(pk): day.isoformat() for pk, day in (by_hand or {}).items()},
    )
    # Nobody has a card, so nobody is asked for how long.
    vars(engagement.person)["_state"].fields_cache["volunteer"] = None
    test = EngagementTest(**dict.fromkeys(FIVE_QUESTIONS, answers), tested_on=TODAY)
    _read(engagement, tests=[] if answers is None else [test])
    return readiness(programme, engagement, what, waits or [])


def _read(row: Any, **lines: list[Any]) -> None:
    """As prefetch_related does."""
    vars(row).setdefault("_prefetched_objects_cache", {}).update(lines)


def keys(items: list[Item]) -> set[str]:
    return {item.key for item in items}


@pytest.mark.covers("S0-44")
@given(rows=ROWS, new=ROWS, by_hand=BY_HAND, terms=TERMS)
def test_more_evidence_never_makes_anybody_less_ready_and_less_never_more(
    rows: list[Evidence],
    new: list[Evidence],
    by_hand: dict[UUID, date],
    terms: dict[UUID, Terms],
) -> None:
    before = ask(known(rows, terms), by_hand=by_hand)
    after = ask(known(rows + new, terms), by_hand=by_hand)
    assert keys(missing(after)) <= keys(missing(before))


@given(rows=ROWS, earlier=st.integers(0, 400), longer=st.none() | st.integers(0, 400))
def test_an_earlier_start_or_a_later_end_never_makes_anybody_less_ready(
    rows: list[Evidence], earlier: int, longer: int | None
) -> None:
    before = ask(known(rows))
    stretched = [
        replace(
            row,
            since=row.since - timedelta(days=earlier),
            until=None
            if longer is None or row.until is None
            else row.until + timedelta(days=longer),
        )
        for row in rows
    ]
    assert keys(missing(ask(known(stretched)))) <= keys(missing(before))


@given(rows=ROWS, by_hand=BY_HAND, new=BY_HAND, terms=TERMS)
def test_a_day_written_down_by_hand_never_makes_anybody_less_ready(
    rows: list[Evidence],
    by_hand: dict[UUID, date],
    new: dict[UUID, date],
    terms: dict[UUID, Terms],
) -> None:
    before = ask(known(rows, terms), by_hand=by_hand)
    after = ask(known(rows, terms), by_hand=new | by_hand)
    assert keys(missing(after)) <= keys(missing(before))


@given(rows=ROWS, waits=WAITS, new=WAITS)
def test_an_override_opens_the_gate_and_hides_nothing(
    rows: list[Evidence], waits: list[Override], new: list[Override]
) -> None:
    before = ask(known(rows), waits=waits)
    after = ask(known(rows), waits=waits + new)
    assert keys(in_the_way(after)) <= keys(in_the_way(before))
    assert keys(missing(after)) == keys(missing(before))
    assert keys(in_the_way(after)) | keys(let_through(after)) == keys(missing(after))
    assert keys(can_be_let_wait(after)) <= keys(in_the_way(after))


@given(rows=ROWS, terms=TERMS, by_hand=BY_HAND, chance=st.randoms())
def test_the_order_in_which_rooms_answer_does_not_matter(
    rows: list[Evidence], terms: dict[UUID, Terms], by_hand: dict[UUID, date], chance: Random
) -> None:
    shuffled = rows.copy()
    chance.shuffle(shuffled)
    first = ask(known(rows, terms), by_hand=by_hand)
    second = ask(known(shuffled, terms), by_hand=by_hand)
    assert first == second


@given(rows=ROWS)
def test_what_ended_knows_its_last_day(rows: list[Evidence]) -> None:
    for item in lapsed(ask(known(rows))):
        begun = [row for row in rows if row.condition_id == item.condition_id]
        ends = [row.until for row in begun if row.since <= TODAY]
        assert item.lapsed_on == max(end for end in ends if end is not None)
        assert item.lapsed_on < TODAY


@given(rows=ROWS, by_hand=BY_HAND)
def test_somebody_looks_when_something_is_missing_or_ends_soon_and_only_then(
    rows: list[Evidence], by_hand: dict[UUID, date]
) -> None:
    items = ask(known(rows), by_hand=by_hand)
    day = look_from(items, TODAY)
    assert (day <= TODAY) == bool(missing(items) or ends_soon(items, TODAY))
    assert LONG_AGO <= day <= NEVER
    # The desk looks at what ended or ends by its day, also where something else never was in place.
    ended = bool(lapsed(items) or ends_soon(items, TODAY))
    assert (LONG_AGO < day <= TODAY) == ended


@given(rows=ROWS, by_hand=BY_HAND, waits=WAITS)
def test_a_no_stops_whatever_else_speaks_for_it(
    rows: list[Evidence], by_hand: dict[UUID, date], waits: list[Override]
) -> None:
    stops = frozenset({(PERSON, CONDITIONS[0])})
    items = ask(known(rows, stops=stops), by_hand=by_hand, waits=waits)
    assert str(CONDITIONS[0]) in keys(in_the_way(items))
    assert str(CONDITIONS[0]) not in keys(can_be_let_wait(items))


def condition(items: list[Item], number: int = 0) -> Item:
    return next(item for item in items if item.condition_id == CONDITIONS[number])


@pytest.mark.parametrize(
    ("terms", "in_place", "until", "lapsed_on"),
    [
        (Terms(), True, None, None),
        (Terms(valid_months=12), True, date(2026, 7, 1), None),
        (Terms(valid_months=11), False, None, date(2026, 6, 1)),
        (Terms(not_before=date(2025, 7, 1)), True, None, None),
        (Terms(not_before=date(2026, 3, 1)), False, None, date(2026, 2, 28)),
        # A new text that asks again from next month on: until then the old one holds.
        (Terms(not_before=date(2026, 7, 15)), True, date(2026, 7, 14), None),
    ],
)
def test_a_day_by_hand_counts_as_long_as_the_terms_say(
    terms: Terms, in_place: bool, until: date | None, lapsed_on: date | None
) -> None:
    day = date(2025, 7, 1)
    item = condition(ask(known([], {CONDITIONS[0]: terms}), by_hand={CONDITIONS[0]: day}))
    assert (item.in_place, item.since, item.until, item.lapsed_on) == (
        in_place,
        day,
        until,
        lapsed_on,
    )


def test_what_begins_tomorrow_is_not_in_place_today() -> None:
    tomorrow = TODAY + timedelta(days=1)
    item = condition(ask(known([Evidence(CONDITIONS[0], tomorrow)])))
    assert (item.in_place, item.lapsed_on) == (False, None)


@pytest.mark.parametrize(
    ("left", "told"), [(0, 0), (14, 14), (60, 60), (61, None), (None, None), (-1, None)]
)
def test_somebody_is_warned_sixty_days_before_the_end(left: int | None, told: int | None) -> None:
    until = None if left is None else TODAY + timedelta(days=left)
    items = ask(known([Evidence(CONDITIONS[0], date(2025, 1, 1), until)]))
    assert condition(items).days_left(TODAY) == told
    assert bool(ends_soon(items, TODAY)) == (told is not None)


def test_an_extra_of_the_law_stands_in_the_way_of_its_person_alone() -> None:
    extra = Extra("report", "Gemeld", in_place=False, until=date(2026, 5, 1), own_route="x:y")
    items = ask(known([], extras={PERSON: (extra,), UUID(int=9): (replace(extra, code="z"),)}))
    found = [item for item in items if item.is_private]
    assert [(item.code, item.lapsed_on) for item in found] == [("report", date(2026, 5, 1))]
    assert "report" in keys(in_the_way(items))


def test_an_extra_of_one_programme_says_nothing_about_another() -> None:
    extra = Extra("minors", "Uittreksel", in_place=False, programme_id=UUID(int=77))
    assert "minors" not in keys(ask(known([], extras={PERSON: (extra,)})))


@pytest.mark.parametrize(("answers", "may_wait"), [(None, True), (False, False)])
def test_the_five_questions_may_wait_until_one_of_them_has_a_no(
    answers: bool | None, may_wait: bool
) -> None:
    items = ask(known([]), answers=answers)
    assert ("test" in keys(can_be_let_wait(items))) == may_wait
    assert "test" in keys(in_the_way(items))


@pytest.mark.parametrize(("age", "in_place"), [(15, True), (16, False)])
def test_who_is_too_young_waits_for_nobody(age: int, in_place: bool) -> None:
    items = ask(known([]), minimum_age=age)
    (item,) = [each for each in items if each.code == "age"]
    assert (item.in_place, item.may_wait) == (in_place, False)


@pytest.mark.covers("S1-186")
def test_the_conditions_stand_in_the_order_of_the_programme() -> None:
    items = ask(known([Evidence(CONDITIONS[2], TODAY)]))
    assert [item.condition_id for item in items if item.condition_id] == CONDITIONS


def test_everything_in_place_is_ready_and_needs_no_look() -> None:
    items = ask(known([Evidence(pk, TODAY) for pk in CONDITIONS]))
    assert is_ready(items)
    assert look_from(items, TODAY) == NEVER


def test_rooms_are_asked_once_and_their_answers_come_together(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[Asked] = []

    def papers(what: Asked, /) -> Found:
        asked.append(what)
        return Found(
            evidence={PERSON: [Evidence(CONDITIONS[0], TODAY)]},
            terms={CONDITIONS[1]: Terms(valid_months=12)},
        )

    def checks(what: Asked, /) -> Found:
        return Found(
            evidence={PERSON: [Evidence(CONDITIONS[0], TODAY)]},
            extras={PERSON: [Extra("report", "Gemeld", in_place=True)]},
            stops={PERSON: [CONDITIONS[2]]},
        )

    monkeypatch.setattr(evidence_of_rooms, "_sources", [])
    for source in (papers, checks, papers):
        evidence_of_rooms.register(source)
    about: dict[str, Any] = {
        "organisation_id": UUID(int=3),
        "conditions": [EntryCondition(id=pk, kind="charter") for pk in CONDITIONS],
        "today": TODAY,
    }

    found = evidence_of_rooms.gather(person_ids=[PERSON, PERSON], **about)

    assert len(asked) == 1
    assert len(asked[0].of_kind("charter")) == 3
    assert asked[0].of_kind("check") == []
    assert len(found.about(PERSON, CONDITIONS[0])) == 2
    assert found.terms[CONDITIONS[1]].valid_months == 12
    assert found.stops == {(PERSON, CONDITIONS[2])}
    assert [extra.code for extra in found.extras[PERSON]] == ["report"]
    # Nobody to ask about: no room is asked.
    evidence_of_rooms.gather(person_ids=[], **about)
    assert len(asked) == 1
