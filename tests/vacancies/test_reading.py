"""How a text reads: the formulas, the three words, and what is quoted."""

import pytest

from naast.vacancies.reading import Ease, flesch, read, sentences, syllables

EASY = "Je gaat op bezoek bij een man of een vrouw. Je drinkt samen koffie. Je praat of je wandelt wat."
HARD = (
    "Verantwoordelijkheidsbesef en communicatievaardigheden zijn onontbeerlijke competenties. "
    "Organisatiesensitiviteit vergemakkelijkt samenwerkingsverbanden met verwijzende voorzieningen."
)


@pytest.mark.parametrize(
    ("language", "word", "number"),
    [("nl", "koffie", 2), ("nl", "vrijwilliger", 4), ("fr", "maison", 2), ("en", "together", 3)],
)
def test_syllables_are_counted_in_the_language_of_the_text(
    language: str, word: str, number: int
) -> None:
    assert syllables(word, language) == number


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("nl", 206.84 - 0.93 * 3 - 77),
        ("fr", 207 - 1.015 * 3 - 73.6),
        ("en", 206.835 - 1.015 * 3 - 84.6),
    ],
)
def test_each_language_has_its_own_formula(language: str, expected: float) -> None:
    words = ["kat", "bed", "zon"]
    assert all(syllables(word, language) == 1 for word in words)
    assert flesch(words, 1, language) == pytest.approx(expected)


@pytest.mark.covers("S1-234")
def test_a_text_ends_in_one_of_three_words_and_long_sentences_are_quoted() -> None:
    long_sentence = "Je gaat elke week " + "en elke week " * 6 + "bij iemand langs."

    assert read(EASY, "nl").ease == Ease.EASY
    assert read(HARD, "nl").ease == Ease.DIFFICULT
    mixed = read(f"{EASY} {long_sentence}", "nl")
    assert mixed.ease == Ease.A_BIT_DIFFICULT
    assert mixed.long_sentences == (long_sentence,)
    assert read(EASY, "nl").long_sentences == ()


def test_many_long_words_are_named_and_a_few_are_not() -> None:
    assert "Organisatiesensitiviteit" in read(HARD, "nl").long_words
    assert read(f"{EASY} {EASY} Dat doet een vrijwilliger.", "nl").long_words == ()


def test_a_few_words_say_nothing() -> None:
    assert read("Kom langs!", "nl").ease is None
    assert read("", "nl").words == 0
    assert read("1 2 3 … !", "fr").ease is None


def test_a_list_without_full_stops_is_no_single_sentence() -> None:
    assert sentences("Wat je doet:\n- wandelen\n- koken\n\n- praten. En lachen!") == [
        "Wat je doet:",
        "- wandelen",
        "- koken",
        "- praten.",
        "En lachen!",
    ]


def test_an_unknown_language_reads_as_english() -> None:
    assert flesch(["cat"], 1, "xx") == flesch(["cat"], 1, "en")
