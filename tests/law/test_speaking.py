"""When somebody may or must speak: only what was found in a source, for a country and a day."""

from datetime import date
from typing import Any

import pytest
from django.utils import translation

from naast.law import speaking
from naast.law.ages import IncompleteRow

TODAY = date(2026, 11, 21)
GOOD: dict[str, Any] = {
    "country": "BE",
    "code": "danger",
    "valid_from": date(2026, 1, 1),
    "source": "somewhere",
    "confidence": "F2",
    "sentence": {"nl": "Bel.", "fr": "Appelez.", "en": "Call."},
}


def test_each_country_has_its_own_numbers() -> None:
    belgium, netherlands = (speaking.rules(country, TODAY) for country in ("BE", "NL"))
    assert belgium["danger"].phones == ("112", "101")
    assert belgium["helpline"].phones == ("1712",)
    assert netherlands["danger"].phones == ("112",)
    assert netherlands["helpline"].phones == ("0800-2000",)


def test_no_row_no_answer() -> None:
    assert speaking.rules("FR", TODAY) == {}
    assert speaking.rules("BE", date(2025, 12, 31)) == {}


def test_the_right_to_speak_is_a_right_and_help_in_danger_a_duty() -> None:
    known = speaking.rules("BE", TODAY)
    with translation.override("en"):
        assert known["right_to_speak"].sentence.endswith("It is a right, not a duty.")
        assert known["duty_to_help"].sentence.endswith("That is a duty.")


def test_volunteers_in_the_netherlands_are_not_bound_and_decide_nothing() -> None:
    known = speaking.rules("NL", TODAY)
    assert {"not_bound", "three_steps"} <= set(known)
    assert {"right_to_speak", "duty_to_help"}.isdisjoint(known)


def test_no_article_number_and_no_opening_hour_is_printed() -> None:
    for row in speaking._rows():
        for sentence in (*row.says.values(), *row.remarks.values()):
            assert not any(number in sentence for number in ("422", "458", "352", "9-", "17u"))


@pytest.mark.parametrize(
    "wrong",
    [{"confidence": "M"}, {"source": ""}, {"sentence": {"nl": "Bel."}}, {"remark": {"nl": "Ja."}}],
)
def test_a_row_that_lacks_something_is_no_row(wrong: dict[str, Any]) -> None:
    with pytest.raises(IncompleteRow):
        speaking.read({**GOOD, **wrong})
