"""What agreements must say: the right rows, in the right place and time."""

from datetime import date

import pytest

from naast.agreements.models import DocumentKind
from naast.law import clauses as law
from naast.law.clauses import (
    DE_FACTO,
    DECREE,
    EXTRA_CARE,
    LEGAL_PERSON,
    MINORS,
    NOT_VOLUNTEERING,
    VOLUNTEERING,
    IncompleteRow,
    Situation,
)

TODAY = date(2026, 11, 21)


def codes(document: str, *flags: str, country: str = "BE", day: date = TODAY) -> list[str]:
    """The codes of the clauses that appear by themselves."""
    where = Situation(country, frozenset(flags))
    return [row.code for row in law.compulsory(document, where, day)]


@pytest.mark.covers("S0-41")
def test_a_programme_that_asks_extra_care_brings_its_clauses_along() -> None:
    without = codes("agreement", VOLUNTEERING, LEGAL_PERSON)
    careful = codes("agreement", VOLUNTEERING, LEGAL_PERSON, EXTRA_CARE)
    assert set(careful) - set(without) == {"care_danger", "care_limits"}


@pytest.mark.covers("S1-57")
@pytest.mark.parametrize("document", ["agreement", "information", "role_volunteer", "do_dont"])
def test_what_is_not_volunteering_says_that_the_law_does_not_protect_it(document: str) -> None:
    assert "law_not_volunteering" in codes(document, NOT_VOLUNTEERING)
    assert "law_not_volunteering" not in codes(document, VOLUNTEERING)


def test_who_answers_for_damage_follows_the_form_of_the_organisation() -> None:
    texts = {
        form: law.compulsory("agreement", Situation("BE", frozenset({VOLUNTEERING, form})), TODAY)
        for form in (LEGAL_PERSON, DE_FACTO)
    }
    assert all([row.code for row in rows] == ["law_liability"] for rows in texts.values())
    assert texts[LEGAL_PERSON][0].texts != texts[DE_FACTO][0].texts


def test_the_decree_and_minors_bring_their_own_clauses() -> None:
    assert {"decree_insurance", "decree_copy"} <= set(codes("agreement", VOLUNTEERING, DECREE))
    assert {"minors_check", "minors_conduct"} <= set(codes("agreement", VOLUNTEERING, MINORS))


def test_a_rule_does_not_hold_before_its_day_nor_in_another_country() -> None:
    before = date(2023, 1, 31)
    assert "minors_check" not in codes("agreement", VOLUNTEERING, MINORS, day=before)
    assert "law_not_volunteering" not in codes("agreement", NOT_VOLUNTEERING, country="NL")
    assert law.is_known("BE", TODAY)
    assert not law.is_known("BE", date(2000, 1, 1))
    assert not law.is_known("FR", TODAY)


@pytest.mark.covers("S0-52")
def test_the_five_things_of_the_information_may_not_be_left_out() -> None:
    rows = law.needed("information", Situation("BE", frozenset()), TODAY)
    assert [row.codes for row in rows] == [("aim", "insurance", "risks", "costs", "discretion")]


def test_the_decree_asks_more_of_an_agreement_and_the_netherlands_only_advise() -> None:
    assert law.needed("agreement", Situation("BE", frozenset()), TODAY) == []
    (decree,) = law.needed("agreement", Situation("BE", frozenset({DECREE})), TODAY)
    assert {"nature", "duration", "how_we_work", "your_place", "contact", "training"} <= set(
        decree.codes
    )
    (advice,) = law.needed("agreement", Situation("NL", frozenset()), TODAY)
    assert (decree.is_advice, advice.is_advice) == (False, True)


def test_every_row_says_where_it_comes_from_and_for_which_documents() -> None:
    rows, lists = law._rows()
    kinds = set(DocumentKind.values)
    assert all(row.source and row.certainty for row in (*rows, *lists))
    assert all(row.documents <= kinds for row in rows)
    assert all(row.document in kinds for row in lists)
    assert not any("458" in text for row in rows for text in row.texts.values())


ROW = {
    "code": "x",
    "country": "BE",
    "valid_from": date(2020, 1, 1),
    "documents": ["agreement"],
    "when": [],
    "part": "A",
    "after": [],
    "source": "Somewhere",
    "confidence": "F",
    "heading": {"nl": "K", "fr": "K", "en": "K"},
    "nl": "T",
    "fr": "T",
    "en": "T",
}


@pytest.mark.parametrize(
    "change",
    [
        {"confidence": "M"},
        {"source": ""},
        {"when": ["rain"]},
        {"fr": ""},
        {"heading": {"nl": "K"}},
        {"part": "C"},
        {"documents": []},
    ],
)
def test_an_incomplete_row_does_not_pass(change: dict[str, object]) -> None:
    law.read_clause(ROW)
    with pytest.raises(IncompleteRow):
        law.read_clause(ROW | change)
