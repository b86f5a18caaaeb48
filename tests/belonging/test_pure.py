"""Pure rules: when something is due, what asks for a call, and our own texts."""

from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta

from naast.belonging import checks, rhythm, texts
from naast.belonging.states import IDEA, IdeaState
from naast.casebook.words import THEMES
from naast.core.errors import StateConflict

DAY = date(2026, 5, 4)


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_our_own_texts_are_complete_in_each_language(language: str) -> None:
    lines, cards = texts.first_day_lines(language), texts.tips(language)
    assert len(lines) == len(texts.first_day_lines("nl")) >= 6
    assert all(card.title and len(card.lines) >= 3 for card in cards)
    if language != "nl":
        assert lines != texts.first_day_lines("nl")


def test_a_tip_card_leads_to_a_theme_of_the_case_bank() -> None:
    assert {card.cases for card in texts.tips("nl") if card.cases} <= set(THEMES)


def test_a_language_we_don_t_know_reads_the_usual_one() -> None:
    assert texts.first_day_lines("de") == texts.first_day_lines("nl")
    card = next(each for each in texts.tips("fr-be") if each.theme == "grief")
    assert card.title == "Chagrin et adieu"


def test_only_not_at_home_yet_asks_for_a_call() -> None:
    assert checks.asks_for_a_call({"at_home": "not_yet"})
    assert not checks.asks_for_a_call({"at_home": "a_bit", "expected": "not_yet"})
    assert not checks.asks_for_a_call({})


def test_taps_read_in_words_in_our_order() -> None:
    said = checks.in_words({"at_home": "yes", "expected": "unsure", "meaning": "no such word"})
    assert [str(word) for _statement, word in said] == [
        str(checks.Tap.UNSURE.label),
        str(checks.Tap.YES.label),
    ]


@pytest.mark.parametrize("months", [1, 6, 7, 12, 24])
@pytest.mark.parametrize("today", [DAY, date(2028, 2, 29), date(2026, 12, 31)])
def test_an_anniversary_is_a_whole_number_of_times_ago(months: int, today: date) -> None:
    days = rhythm.anniversaries(today, months=months)
    assert all(day < today for day in days)
    assert today - relativedelta(months=2 * months) in days
    assert len(days) == len(set(days)) <= rhythm.LONGEST_YEARS * 12 // months * rhythm.QUIET.days


def test_the_moments_of_a_mentor_count_from_the_start() -> None:
    assert rhythm.moments(DAY, [12, 0, 4, 4]) == {
        0: DAY,
        4: DAY + timedelta(weeks=4),
        12: DAY + timedelta(weeks=12),
    }


def test_an_idea_that_waits_can_be_picked_up_again_and_nothing_skips_the_group() -> None:
    assert IDEA.target("again", source=IdeaState.NOT_NOW) == IdeaState.IDEA
    with pytest.raises(StateConflict):
        IDEA.target("go-on", source=IdeaState.IDEA)
