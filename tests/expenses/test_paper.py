"""Papers for who is not online: in three languages, readable for everybody."""

from itertools import product

import pytest

from naast.expenses import paper
from naast.law.costs.figures import BELGIUM, NETHERLANDS
from tests.pdf_checks import problems_of, tags_of, words_of

HOUSE = "De Brug #link("


@pytest.mark.parametrize(
    ("language", "country"), list(product(("nl", "fr", "en"), (BELGIUM, NETHERLANDS)))
)
def test_both_papers_can_be_read_by_everybody(language: str, country: str) -> None:
    claim = paper.claim_pdf(language, organisation=HOUSE, country=country, gives_fixed=True)
    declared = paper.declaration_pdf(language, organisation=HOUSE, country=country)
    for made in (claim, declared):
        assert not problems_of(made)
        assert HOUSE in words_of(made)


def test_fixed_amounts_stand_on_the_paper_only_where_the_house_gives_them() -> None:
    with_fixed, without = (
        paper.claim_pdf("nl", organisation=HOUSE, country=BELGIUM, gives_fixed=each)
        for each in (True, False)
    )
    assert tags_of(with_fixed).count("Table") == 3
    assert tags_of(without).count("Table") == 2


def test_only_belgium_asks_about_an_allowance_and_only_the_netherlands_about_a_month() -> None:
    belgian, dutch = (
        words_of(paper.declaration_pdf("nl", organisation=HOUSE, country=each))
        for each in (BELGIUM, NETHERLANDS)
    )
    assert "sociale zekerheid" in belgian
    assert "In één maand" not in belgian
    assert "sociale zekerheid" not in dutch
    assert "In één maand" in dutch


def test_another_language_is_not_known() -> None:
    assert paper.known("fr") == "fr"
    assert paper.known("de") is None
