"""Our own texts: complete, plain, about people first, and nobody in them exists."""

import re
from collections import Counter

import pytest

from naast.agreements.models import DocumentKind
from naast.casebook import cards
from naast.casebook.starter import loader
from naast.casebook.words import GROUPS, LISTS, SETTINGS, THEMES
from naast.law import speaking
from naast.vacancies.reading import Ease, read

CASES = [row for row in loader.cases() if row.get("form") != "exercise"]
EXERCISES = [row for row in loader.cases() if row.get("form") == "exercise"]
SHEETS = loader.sheets()
# Words that put somebody in a box, or that the house does not use.
NOT_OURS = re.compile(
    r"\b(kwetsba(ar|re)|zwakke?n?|afgewezen|cliënt(en)?|casus|dementerende|bejaarden?|kansarmen?|"
    r"allochto\w+|invalide|gehandicapte|slachtoffers?|hulpbehoevende|score|lijdt|lijden aan)\b",
    re.IGNORECASE,
)


def code_of(row: loader.Row) -> str:
    """How a piece is called in the list of tests."""
    return str(row["code"])


def words_of(row: loader.Row) -> str:
    """All sentences of a piece, without the words that a sheet advises against."""
    lines: list[str] = []
    for name, value in row.items():
        if name in {"avoid", "numbers", "code"}:
            continue
        for one in value if isinstance(value, list) else [value]:
            lines += map(str, one.values()) if isinstance(one, dict) else [str(one)]
    return "\n".join(lines)


@pytest.mark.covers("S0-4")
def test_there_are_cases_exercises_and_sheets_enough() -> None:
    assert len(CASES) >= 34
    assert len(EXERCISES) >= 8
    assert len(SHEETS) >= 13


def test_codes_and_titles_are_used_once() -> None:
    for rows in (loader.cases(), SHEETS):
        for name in ("code", "title"):
            twice = [each for each, count in Counter(r[name] for r in rows).items() if count > 1]
            assert twice == []


@pytest.mark.parametrize("row", CASES, ids=code_of)
def test_a_case_tells_enough_and_asks_enough(row: loader.Row) -> None:
    assert 120 <= len(row["situation"].split()) <= 200
    assert 4 <= len(row["questions"]) <= 6
    assert 2 <= len(row["helps"]) <= 4
    assert all(question.rstrip("»").endswith(("?", ".")) for question in row["questions"])


@pytest.mark.parametrize("row", EXERCISES, ids=code_of)
@pytest.mark.covers("S1-201")
def test_an_exercise_has_roles_a_time_and_a_look_back(row: loader.Row) -> None:
    assert 2 <= len(row["roles"]) <= 4
    assert all(set(role) == {"who", "brief"} and role["brief"] for role in row["roles"])
    assert 10 <= row["minutes"] <= 45
    assert len(row["questions"]) >= 4


@pytest.mark.parametrize("row", loader.cases(), ids=code_of)
def test_what_a_case_points_to_is_there(row: loader.Row) -> None:
    assert row.get("document", "") in {"", *DocumentKind.values}
    assert row.get("card", "") in {"", *(card.code for card in cards.cards())}
    assert row["language"] == "nl"


def test_every_theme_group_and_place_has_a_case_and_every_group_a_sheet() -> None:
    for name, known in LISTS.items():
        used = {code for row in loader.cases() for code in row[name]}
        assert set(known) - used == set(), name
    assert {row["code"] for row in SHEETS} == set(GROUPS)
    assert THEMES
    assert SETTINGS


@pytest.mark.parametrize("row", SHEETS, ids=code_of)
def test_a_sheet_fits_on_one_page(row: loader.Row) -> None:
    assert 120 <= len(words_of(row).split()) <= 280


@pytest.mark.parametrize("row", [*loader.cases(), *SHEETS], ids=code_of)
def test_texts_read_easily_and_put_nobody_in_a_box(row: loader.Row) -> None:
    text = words_of(row)
    found = read(text, "nl")
    assert found.ease is not Ease.DIFFICULT, (found.long_sentences, found.long_words)
    assert len(found.long_sentences) <= 2, found.long_sentences
    assert NOT_OURS.findall(text) == []


@pytest.mark.parametrize("language", cards.LANGUAGES)
def test_every_card_is_complete_in_every_language(language: str) -> None:
    for row in cards._rows():
        words = row[language]
        assert set(words) == {"title", "situation", "steps", "say"}, row["code"]
        assert len(words["steps"]) == 3
        assert row["about"] in cards.ABOUT
        assert row["answer"] in cards.ANSWERS
        if language == "nl":
            assert (
                read(" ".join([words["situation"], *words["steps"]]), "nl").ease != Ease.DIFFICULT
            )


def test_a_card_names_only_rules_that_exist_somewhere() -> None:
    known = {row.code for row in speaking._rows()}
    assert {code for card in cards.cards() for code in card.rules} <= known


def test_every_choice_leads_to_a_card() -> None:
    assert all(cards.cards(about=code) for code in cards.ABOUT)


def test_a_piece_without_questions_is_sent_back() -> None:
    row = {**CASES[0], "questions": []}
    with pytest.raises(loader.IncompletePiece, match="questions"):
        loader._checked_case(row)


def test_a_theme_nobody_knows_is_sent_back() -> None:
    row = {**CASES[0], "themes": ["weather"]}
    with pytest.raises(loader.IncompletePiece, match="weather"):
        loader._checked_case(row)


@pytest.mark.covers("S1-193")
def test_the_third_beer_is_a_case_about_deciding_for_oneself() -> None:
    [row] = [row for row in CASES if "S1-193" in row["numbers"]]
    assert "autonomy" in row["themes"]


@pytest.mark.covers("S1-170")
def test_what_stays_unsaid_is_a_case_to_talk_about() -> None:
    [row] = [row for row in CASES if "unspoken" in row["themes"] and "S1-170" in row["numbers"]]
    assert "Wat bespreken wij hier niet?" in row["questions"]
