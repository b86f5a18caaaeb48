"""What is reported where: dated rows, twelve working days of silence, and no question about an illness."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from naast.law import reporting
from naast.law.ages import LANGUAGES, IncompleteRow
from naast.law.reporting import Duty, duty_of, offices, silent_on

DAY = date(2026, 11, 26)


def a_row(**changes: Any) -> dict[str, Any]:
    said = dict.fromkeys(LANGUAGES, "Een zin.")
    return {
        "country": "XX",
        "valid_from": date(2026, 1, 1),
        "code": "een",
        "office": "kantoor",
        "duty": "report",
        "name": said,
        "to_whom": said,
        "steps": [said],
        "source": "een bron",
        "confidence": "F",
    } | changes


def test_people_choose_an_office_and_never_a_situation() -> None:
    assert offices("BE", DAY) == ["rva", "health_fund", "ocmw", "fedasil"]
    assert offices("NL", DAY) == ["uwv", "municipality", "reception"]
    assert offices("ZZ", DAY) == []


@pytest.mark.parametrize(
    ("office", "country", "duty"),
    [
        ("rva", "BE", Duty.REPORT),
        ("health_fund", "BE", Duty.ADVISED),
        ("ocmw", "BE", Duty.REPORT),
        ("fedasil", "BE", Duty.REPORT),
        ("uwv", "NL", Duty.REPORT),
        ("municipality", "NL", Duty.REPORT),
        ("reception", "NL", Duty.ORGANISATION),
        ("no", "BE", Duty.NONE),
        ("", "BE", Duty.NONE),
        ("rva", "NL", Duty.NONE),
    ],
)
def test_what_somebody_does_follows_from_the_office(office: str, country: str, duty: Duty) -> None:
    assert duty_of(office, country, DAY) is duty


def test_silence_of_the_rva_means_yes_after_twelve_working_days() -> None:
    # Monday 14 December 2026: Christmas is no working day.
    assert silent_on("rva", "BE", date(2026, 12, 14)) == date(2026, 12, 31)
    assert silent_on("ocmw", "BE", date(2026, 12, 14)) is None
    assert silent_on("uwv", "NL", date(2026, 12, 14)) is None


@given(st.dates(date(2022, 1, 1), date(2030, 1, 1)), st.integers(1, 60))
def test_who_files_later_never_hears_earlier(filed_on: date, later: int) -> None:
    first = silent_on("rva", "BE", filed_on)
    second = silent_on("rva", "BE", filed_on + timedelta(days=later))
    assert first is not None
    assert second is not None
    assert filed_on + timedelta(days=16) <= first <= second


def test_a_statement_of_the_uwv_is_valid_for_three_years_and_c45f_has_no_end() -> None:
    assert reporting.valid_until("vrijwilligersverklaring", "NL", DAY) == date(2029, 11, 25)
    assert reporting.valid_until("C45F", "BE", DAY) is None
    declared = reporting.filed_by_organisation("rva", "BE", DAY)
    assert declared is not None
    assert declared.form == "C45F"
    assert reporting.filed_by_organisation("ocmw", "BE", DAY) is None
    # The UWV looks at one kind of work, the RVA at everything that an organisation does.
    assert reporting.is_per_work("vrijwilligersverklaring", "NL", DAY)
    assert not reporting.is_per_work("C45F", "BE", DAY)


def test_time_credit_and_civil_servants_are_told_and_never_asked() -> None:
    codes = {row.code: row.duty for row in reporting.good_to_know("BE", DAY)}
    assert codes == {"time_credit": Duty.NONE, "civil_servant": Duty.ADVISED}
    assert [row.code for row in reporting.good_to_know("NL", DAY)] == ["status_holder"]


def test_the_allowance_from_27_stands_in_the_steps_of_the_municipality() -> None:
    (row,) = reporting.of_office("municipality", "NL", DAY)
    assert any("27" in step for step in row.steps_in_words)


def test_every_row_has_its_source_and_its_words_in_each_language() -> None:
    for country in ("BE", "NL"):
        for row in reporting.situations(country, DAY):
            said = set()
            for language in LANGUAGES:
                with translation.override(language):
                    said.add(tuple(row.steps_in_words))
                    assert row.title
                    assert row.office_in_words
            assert row.source
            assert len(said) == len(LANGUAGES)


@pytest.mark.parametrize("country", ["BE", "NL"])
def test_the_rule_about_residence_warns_against_copies(country: str) -> None:
    found = reporting.residence(country, DAY)
    assert found is not None
    with translation.override("en"):
        assert "nationality" in found.sentence
    assert reporting.residence("ZZ", DAY) is None


@pytest.mark.parametrize(
    "changes", [{"confidence": "M"}, {"source": ""}, {"steps": [{"nl": "Een zin."}]}, {"name": {}}]
)
def test_an_incomplete_row_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(IncompleteRow):
        reporting.read(a_row(**changes))
