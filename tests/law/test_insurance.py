"""What must be insured, up to when it is, and the hours of the free insurance."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from naast.law import insurance
from naast.law.ages import LANGUAGES, IncompleteRow
from naast.law.insurance import covered_since, covered_until, covers, uncovered

DAY = date(2026, 11, 26)
FIVE = ["liability", "liability_volunteers", "bodily_damage", "material_damage", "disease"]


@dataclass
class Paper:
    """A policy, as far as the rules look at it."""

    risks: tuple[str, ...]
    from_on: date
    until_on: date | None


def papers(risks: tuple[str, ...] = ("liability", "disease")) -> st.SearchStrategy[list[Paper]]:
    days = st.integers(-60, 60).map(lambda number: DAY + timedelta(days=number))
    return st.lists(
        st.builds(
            lambda chosen, first, length: Paper(
                tuple(chosen), first, None if length is None else first + timedelta(days=length)
            ),
            st.sets(st.sampled_from(risks), min_size=1),
            days,
            st.none() | st.integers(0, 40),
        ),
        max_size=5,
    )


def test_belgium_asks_liability_of_everybody_and_five_risks_under_the_decree() -> None:
    assert insurance.compulsory("BE", DAY, under_decree=False) == ["liability"]
    assert insurance.compulsory("BE", DAY, under_decree=True) == FIVE
    assert insurance.compulsory("BE", date(2006, 12, 31), under_decree=True) == []
    assert insurance.compulsory("NL", DAY, under_decree=False) == []


@given(papers())
def test_until_then_every_day_is_covered_and_the_day_after_is_not(found: list[Paper]) -> None:
    risks = ["liability", "disease"]
    until = covered_until(found, risks, DAY)
    since = covered_since(found, risks, DAY)
    assert (until is None) == bool(uncovered(found, risks, DAY)) == (since is None)
    if until is None or since is None:
        return
    last = min(until, DAY + timedelta(days=200))
    days = [since + timedelta(days=number) for number in range((last - since).days + 1)]
    assert all(covers(found, risk, day) for risk in risks for day in days)
    assert uncovered(found, risks, since - timedelta(days=1))
    if until != date.max:
        assert uncovered(found, risks, until + timedelta(days=1))


@given(papers(), papers())
def test_one_more_policy_never_shortens_the_cover(found: list[Paper], more: list[Paper]) -> None:
    before = covered_until(found, ["liability"], DAY)
    after = covered_until([*found, *more], ["liability"], DAY)
    assert before is None or (after is not None and after >= before)


def test_the_free_insurance_is_full_at_a_thousand_hours_and_warns_at_eight_hundred() -> None:
    scheme = insurance.free_scheme("BE", DAY)
    assert scheme is not None
    assert scheme.may_register(used=990, hours=10)
    refused = scheme.may_register(used=990, hours=10.5)
    assert not refused
    assert "1000.5" in str(refused.reason)
    assert [scheme.asks_attention(used) for used in (799.5, 800)] == [False, True]
    assert insurance.free_scheme("BE", date(2019, 3, 31)) is None
    assert insurance.free_scheme("NL", DAY) is None


def test_an_activity_is_registered_a_day_before_it_starts() -> None:
    scheme = insurance.free_scheme("BE", DAY)
    assert scheme is not None
    starts_at = datetime(2026, 11, 28, 14, tzinfo=UTC)
    for minutes, is_in_time in ((0, True), (1, False)):
        registered_at = starts_at - timedelta(hours=24) + timedelta(minutes=minutes)
        assert bool(scheme.is_in_time(registered_at=registered_at, starts_at=starts_at)) is (
            is_in_time
        )


def test_the_insurance_of_a_municipality_comes_second_and_its_plus_adds_liability() -> None:
    rows = {row.code: row for row in insurance.municipal("NL", DAY)}
    assert list(rows) == ["basis", "plus"]
    assert "liability" in rows["plus"].risks
    assert all(row.sentence and row.source for row in rows.values())


@pytest.mark.parametrize(
    ("read", "changes"),
    [
        (insurance.read, {"risks": ["theft"]}),
        (insurance.read, {"risks": []}),
        (insurance.read, {"scheme": "local"}),
        (insurance.read, {"confidence": "M"}),
        (insurance.read_free, {"warn_hours": 2000}),
    ],
)
def test_an_incomplete_row_is_refused(read: Any, changes: dict[str, Any]) -> None:
    row = {
        "country": "XX",
        "valid_from": DAY,
        "source": "een bron",
        "confidence": "F",
        "scheme": "federal",
        "risks": ["liability"],
        "says": dict.fromkeys(LANGUAGES, "Een zin."),
        "most_hours": 1000,
        "warn_hours": 800,
        "months": 12,
        "register_hours": 24,
        "remind_hours": 48,
    }
    with pytest.raises(IncompleteRow):
        read(row | changes)
