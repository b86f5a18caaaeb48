"""Our own texts: complete in three languages, and saying what the law asks."""

import pytest

from naast.agreements import filling
from naast.agreements.models import DocumentKind
from naast.agreements.texts import (
    LANGUAGES,
    IncompleteText,
    default_text,
    loader,
    ready_clauses,
)

KINDS = [kind for kind in DocumentKind if kind != DocumentKind.OTHER]
FIVE = ["aim", "insurance", "risks", "costs", "discretion"]


def codes(kind: str) -> list[str]:
    """The codes of the clauses of our own text of this kind."""
    text = default_text(kind)
    assert text is not None
    return [clause.code for clause in text.clauses]


def words(kind: str, code: str, language: str = "nl") -> str:
    """The words of one clause."""
    text = default_text(kind)
    assert text is not None
    return next(it.texts[language] for it in text.clauses if it.code == code)


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_a_text_in_every_language(kind: DocumentKind) -> None:
    text = default_text(kind)
    assert text is not None
    assert set(text.titles) == set(LANGUAGES)
    for clause in text.clauses:
        assert all(clause.in_language(language).text for language in LANGUAGES)


@pytest.mark.parametrize("kind", KINDS)
def test_the_languages_ask_for_the_same_things(kind: DocumentKind) -> None:
    text = default_text(kind)
    assert text is not None
    for clause in text.clauses:
        asked = {frozenset(filling.names_in(words)) for words in clause.texts.values()}
        assert len(asked) == 1, clause.code


@pytest.mark.covers("S0-52")
def test_the_information_has_each_of_the_five_things_of_the_law_as_its_own_clause() -> None:
    assert [code for code in codes("information") if code in FIVE] == FIVE
    assert "{insurer}" in words("information", "insurance")
    assert "{costs}" in words("information", "costs")
    assert "beroepsgeheim" in words("information", "discretion")


@pytest.mark.covers("S0-58")
def test_the_agreement_has_a_practical_part_and_one_about_what_can_and_cannot() -> None:
    text = default_text("agreement")
    assert text is not None
    parts = [clause.part for clause in text.clauses]
    assert parts == sorted(parts)
    assert set(parts) == {"A", "B"}


@pytest.mark.covers("S1-184")
def test_the_agreement_prints_the_fixed_core_and_the_free_room() -> None:
    assert "{tasks_core}" in words("agreement", "nature")
    assert "{tasks_free}" in words("agreement", "free_room")


@pytest.mark.covers("S1-173")
def test_the_agreement_names_rights_and_duties_of_both() -> None:
    assert {"rights", "duties", "our_promises"} <= set(codes("agreement"))


@pytest.mark.covers("S1-226")
def test_the_organisation_promises_and_looks_back_every_year() -> None:
    assert "elk jaar" in words("agreement", "our_promises")
    assert codes("promises")[0] == "our_promises"


@pytest.mark.covers("S1-119")
def test_equal_in_worth_and_not_the_same_is_ready_for_charter_and_agreement() -> None:
    for kind in ("charter", "agreement"):
        lines = {line.code: line.headings["nl"] for line in ready_clauses(kind)}
        assert lines["equal_worth"] == "Gelijkwaardig, niet gelijk"


@pytest.mark.covers("S1-125")
def test_house_rules_name_what_rubs_and_are_for_both_groups() -> None:
    text = default_text("house_rules")
    assert text is not None
    assert text.audiences["for_volunteers"]
    assert text.audiences["for_staff"]
    rubbing = [it for it in text.clauses if it.texts["nl"].startswith("Wat wringt:")]
    assert len(rubbing) >= 4


@pytest.mark.covers("S1-134")
def test_the_participant_has_a_role_card_too() -> None:
    text = default_text("role_participant")
    assert text is not None
    assert text.audiences["for_participants"]
    assert {"expect", "not_expect"} <= set(codes("role_participant"))


def test_secrecy_comes_back_every_year() -> None:
    text = default_text("secrecy")
    assert text is not None
    assert text.renew_months == 12


def test_the_charter_is_a_list_of_articles() -> None:
    assert len(codes("charter")) >= 6


def test_no_text_names_an_article_of_the_criminal_code() -> None:
    for kind in KINDS:
        text = default_text(kind)
        assert text is not None
        for clause in text.clauses:
            assert not any("458" in it or "422" in it for it in clause.texts.values())


def test_a_text_of_their_own_has_no_default() -> None:
    assert default_text("other") is None


CLAUSE = {
    "code": "a",
    "heading": {"nl": "K", "fr": "K", "en": "K"},
    "nl": "Tekst",
    "fr": "Texte",
    "en": "Text",
}
SMALL = {
    "kind": "charter",
    "asks": "signature",
    "title": {"nl": "T", "fr": "T", "en": "T"},
    "clauses": [CLAUSE],
}


@pytest.mark.parametrize(
    "change",
    [
        {"title": {"nl": "T"}},
        {"clauses": [CLAUSE, CLAUSE]},
        {"clauses": [CLAUSE | {"fr": " "}]},
        {"clauses": [CLAUSE | {"part": "C"}]},
        {"clauses": [CLAUSE | {"en": "{nobody}"}]},
    ],
)
def test_an_incomplete_text_does_not_pass(change: dict[str, object]) -> None:
    loader.read(SMALL)
    with pytest.raises(IncompleteText):
        loader.read(SMALL | change)
