"""From which age somebody may volunteer: dated rows, sentences in three languages, and no guesses."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import translation

from naast.core import clock
from naast.law import ages
from naast.law.ages import IncompleteRow, Verdict, judge, rule
from naast.organisations.models import Organisation
from naast.recruitment.inputs import NewApplication
from naast.recruitment.models import Age
from naast.recruitment.services.arrivals import TooYoung, apply
from tests.conftest import Cast
from tests.factories import ProgrammeFactory

DAY = date(2026, 11, 26)


def a_row(**changes: Any) -> dict[str, Any]:
    """A complete row with changes."""
    said = dict.fromkeys(ages.LANGUAGES, "Een zin.")
    return {
        "country": "XX",
        "valid_from": date(2026, 1, 1),
        "lowest": 15,
        "free_from": 16,
        "adult": 18,
        "source": "een bron",
        "confidence": "F",
        "too_young": said,
        "with_condition": said,
        "minor": said,
    } | changes


@pytest.mark.covers("S1-38")
@pytest.mark.parametrize(
    ("code", "verdict", "is_minor"),
    [
        ("under_15", Verdict.TOO_YOUNG, True),
        ("15", Verdict.ASK, True),
        ("16_17", Verdict.ASK, True),
        ("adult", Verdict.ALLOWED, False),
        ("", Verdict.UNKNOWN, False),
        ("something else", Verdict.UNKNOWN, False),
    ],
)
def test_belgium_asks_at_15_and_sends_nobody_away_from_then_on(
    code: str, verdict: Verdict, *, is_minor: bool
) -> None:
    found = judge(code, "BE", DAY)
    assert (found.verdict, found.is_minor) == (verdict, is_minor)
    assert bool(found.sentence) == (verdict is not Verdict.ALLOWED)


@pytest.mark.covers("S1-38")
@pytest.mark.parametrize("code", list(ages.YEARS))
def test_without_a_row_a_person_checks_and_nothing_is_guessed(code: str) -> None:
    for country, day in (("NL", DAY), ("BE", date(2025, 12, 31)), ("ZZ", DAY)):
        assert rule(country, day) is None
        found = judge(code, country, day)
        assert found.verdict is Verdict.UNKNOWN
        assert found.sentence
        assert not found.source


@pytest.mark.covers("S1-38")
def test_an_application_of_somebody_too_young_is_refused_only_where_a_rule_says_so(
    cast: Cast,
) -> None:
    programme = ProgrammeFactory(organisation=cast.here)
    new = NewApplication(
        programme_id=programme.pk, given_name="Jonas", email="jonas@test.example", age="under_15"
    )
    with pytest.raises(TooYoung) as refused:
        apply(actor=cast.actor("amal"), new=new)
    assert str(refused.value) == judge("under_15", "BE", clock.today()).sentence

    Organisation.objects.filter(pk=cast.here.pk).update(country="NL")
    assert apply(actor=cast.actor("amal"), new=new).age == "under_15"


def test_every_judgement_says_where_it_comes_from_and_that_the_sources_disagree() -> None:
    for code in ages.YEARS:
        found = judge(code, "BE", DAY)
        assert found.source
        assert found.is_disputed


def test_the_sentence_is_in_the_language_of_the_page() -> None:
    said = set()
    for language in ages.LANGUAGES:
        with translation.override(language):
            said.add(str(judge("under_15", "BE", DAY).sentence))
    assert len(said) == len(ages.LANGUAGES)


def test_a_row_holds_from_its_first_to_its_last_day() -> None:
    row = ages.read(a_row(valid_to=date(2026, 12, 31)))
    assert row.holds_on(row.valid_from)
    assert row.holds_on(date(2026, 12, 31))
    assert not row.holds_on(row.valid_from - timedelta(days=1))
    assert not row.holds_on(date(2027, 1, 1))


@pytest.mark.parametrize(
    "changes",
    [
        {"minor": {"nl": "Een zin."}},
        {"too_young": dict.fromkeys(ages.LANGUAGES, "")},
        {"confidence": "sure"},
        {"source": ""},
        {"lowest": 17},
    ],
)
def test_an_incomplete_row_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(IncompleteRow):
        ages.read(a_row(**changes))


def test_the_codes_are_those_that_people_choose_from() -> None:
    assert set(ages.YEARS) == set(Age.values)
