"""When a check of conduct may be asked: dated rows, no guesses, and never more than the law gives."""

from datetime import date, timedelta
from typing import Any

import pytest
from dateutil.relativedelta import relativedelta
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from naast.law import checks
from naast.law.ages import LANGUAGES, IncompleteRow
from naast.law.checks import Situation, Verdict, judge, too_old

DAY = date(2026, 11, 26)
YOUTH = st.builds(
    Situation,
    is_adult=st.sampled_from([None, True, False]),
    with_minors=st.booleans(),
    extra_care=st.booleans(),
    is_vaph=st.booleans(),
    is_youth_work=st.booleans(),
    since=st.none() | st.dates(date(2020, 1, 1), date(2026, 11, 26)),
    shown_on=st.none() | st.dates(date(2020, 1, 1), date(2026, 11, 26)),
)


def a_row(**changes: Any) -> dict[str, Any]:
    return {
        "country": "XX",
        "valid_from": date(2026, 1, 1),
        "kind": "vog",
        "case": "otherwise",
        "verdict": "warn",
        "source": "een bron",
        "confidence": "F",
        "says": dict.fromkeys(LANGUAGES, "Een zin."),
    } | changes


@pytest.mark.parametrize(
    ("country", "situation", "verdict"),
    [
        ("BE", Situation(is_adult=True, with_minors=True, since=DAY), Verdict.MUST),
        # Who does not tell their age counts as adult: a gap opens no door.
        ("BE", Situation(is_adult=None, with_minors=True, since=DAY), Verdict.MUST),
        ("BE", Situation(is_adult=False, with_minors=True, since=DAY), Verdict.WARN),
        ("BE", Situation(with_minors=True, is_youth_work=True), Verdict.DONT),
        ("BE", Situation(with_minors=True, since=date(2023, 1, 31)), Verdict.NOT_NEEDED),
        ("BE", Situation(with_minors=True, since=date(2023, 2, 1)), Verdict.MUST),
        (
            "BE",
            Situation(with_minors=True, since=DAY, shown_on=DAY - timedelta(days=200)),
            Verdict.NOT_NEEDED,
        ),
        (
            "BE",
            Situation(with_minors=True, since=DAY, shown_on=DAY - timedelta(days=367)),
            Verdict.MUST,
        ),
        ("BE", Situation(extra_care=True), Verdict.WARN),
        ("BE", Situation(extra_care=True, is_vaph=True), Verdict.WARN),
        ("NL", Situation(extra_care=True), Verdict.MAY),
        ("NL", Situation(with_minors=True), Verdict.MAY),
        ("NL", Situation(), Verdict.WARN),
        ("ZZ", Situation(with_minors=True), Verdict.UNKNOWN),
    ],
)
def test_what_the_rules_say(country: str, situation: Situation, verdict: Verdict) -> None:
    found = judge(country, situation, DAY)
    assert found.verdict is verdict
    assert found.sentence
    assert bool(found.source) == (verdict is not Verdict.UNKNOWN)


def test_the_new_rule_about_the_vaph_says_that_it_is_not_known() -> None:
    before = judge("BE", Situation(is_vaph=True), date(2026, 1, 13))
    since = judge("BE", Situation(is_vaph=True), date(2026, 1, 14))
    assert before.source != since.source
    assert since.confidence == "F"


@given(YOUTH)
def test_youth_work_is_never_asked_and_only_work_with_minors_makes_it_a_duty(
    situation: Situation,
) -> None:
    found = judge("BE", situation, DAY)
    assert found.is_forbidden == situation.is_youth_work
    if found.verdict is Verdict.MUST:
        assert situation.with_minors
        assert situation.is_adult is not False
    if found.may_be_asked:
        assert not found.needs_reason


@given(YOUTH, st.dates(date(2015, 1, 1), date(2022, 12, 31)))
def test_before_the_decree_of_minors_no_rule_is_known(situation: Situation, day: date) -> None:
    assert judge("BE", situation, day).verdict is Verdict.UNKNOWN


@given(st.dates(date(2024, 1, 1), DAY), st.integers(0, 90))
def test_an_extract_is_at_most_one_month_old_on_the_day_it_is_seen(seen_on: date, age: int) -> None:
    issued_on = seen_on - timedelta(days=age)
    is_old = bool(too_old("extract_596_2", "BE", issued_on=issued_on, seen_on=seen_on))
    assert is_old == (issued_on < seen_on - relativedelta(months=1))
    assert not too_old("vog", "NL", issued_on=issued_on, seen_on=seen_on)


def test_a_new_vog_is_advised_every_three_years_and_an_extract_has_no_term() -> None:
    assert checks.renewal_months("vog", "NL", DAY) == 36
    assert checks.renewal_months("extract_596_2", "BE", DAY) is None


@pytest.mark.parametrize(("kind", "country"), [("vog", "NL"), ("extract_596_2", "BE")])
def test_how_to_get_the_paper_is_told_in_each_language(kind: str, country: str) -> None:
    way = checks.way_to(kind, country, DAY)
    assert way is not None
    said = set()
    for language in LANGUAGES:
        with translation.override(language):
            said.add((way.steps_in_words[0], way.own_steps_in_words[0]))
    assert len(said) == len(LANGUAGES)
    assert checks.way_to(kind, "ZZ", DAY) is None


@pytest.mark.parametrize(
    "changes",
    [
        {"confidence": "M"},
        {"confidence": "C"},
        {"source": ""},
        {"case": "else"},
        {"says": {"nl": "Een zin."}},
        {"valid_to": date(2025, 1, 1)},
    ],
)
def test_what_is_only_remembered_or_incomplete_is_no_row(changes: dict[str, Any]) -> None:
    with pytest.raises(IncompleteRow):
        checks.read(a_row(**changes))


def test_a_row_holds_from_its_first_to_its_last_day() -> None:
    row = checks.read(a_row(valid_to=date(2026, 12, 31)))
    assert [
        row.holds_on(day)
        for day in (date(2025, 12, 31), date(2026, 1, 1), date(2026, 12, 31), date(2027, 1, 1))
    ] == [False, True, True, False]
