"""How easily a text reads (pure): advice for whoever writes a vacancy, which never blocks (S1-234).

Three things are looked at. *Sentences*: one of more than twenty words is quoted, so that the writer sees which
to cut in two. *Long words*: the share with four syllables or more. *Reading ease*, the formula of Flesch with
the numbers that belong to the language, where ASL is words a sentence and ASW syllables a word:

- Dutch: 206.84 - 0.93 x ASL - 77 x ASW (W. H. Douma, «De leesbaarheid van landbouwbladen», 1960);
- French: 207 - 1.015 x ASL - 73.6 x ASW (L. Kandel and A. Moles, «Application de l'indice de Flesch à la
  langue française», 1958);
- English: 206.835 - 1.015 x ASL - 84.6 x ASW (R. Flesch, «A new readability yardstick», 1948).

Flesch calls 60 to 70 «standard», 50 to 60 «fairly difficult» and less «difficult»; those are the borders here. The
number itself is shown nowhere: it measures length, not sense, so it ends in one of three words. Syllables come from
hyphenation (pyphen), which now and then misses one: another reason to say no more than that.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

import pyphen
from django.utils.translation import gettext_lazy as _

from naast.core.text import Text

MOST_WORDS_A_SENTENCE = 20
LONG_WORD_SYLLABLES = 4
MANY_LONG_WORDS = 0.12
# Below this many words an average says nothing.
LEAST_WORDS = 12
EASY_FROM, HARD_BELOW = 60.0, 50.0

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*", re.UNICODE)
# A sentence ends at its mark or with its line, since people write lists without full stops.
SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|\n+")


@dataclass(frozen=True, slots=True)
class Formula:
    """The three numbers of one language, and its dictionary of syllables."""

    base: float
    sentence: float
    word: float
    dictionary: str


FORMULAS: Mapping[str, Formula] = {
    "nl": Formula(206.84, 0.93, 77.0, "nl_NL"),
    "fr": Formula(207.0, 1.015, 73.6, "fr"),
    "en": Formula(206.835, 1.015, 84.6, "en_US"),
}


class Ease(StrEnum):
    """How a text reads, in one of three words."""

    EASY = "easy"
    A_BIT_DIFFICULT = "a_bit_difficult"
    DIFFICULT = "difficult"

    @property
    def label(self) -> Text:
        """The words on screen."""
        return EASE_WORDS[self]


EASE_WORDS: Mapping[Ease, Text] = {
    Ease.EASY: _("easy to read"),
    Ease.A_BIT_DIFFICULT: _("a bit difficult"),
    Ease.DIFFICULT: _("difficult"),
}


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found: `ease` is None for a text that is too short to say."""

    ease: Ease | None
    words: int
    long_sentences: tuple[str, ...] = ()
    long_words: tuple[str, ...] = ()


def sentences(text: str) -> list[str]:
    """The sentences of a text, as far as they hold a word."""
    return [part.strip() for part in SENTENCE_END.split(text) if WORD.search(part)]


@lru_cache(maxsize=8)
def _dictionary(name: str) -> pyphen.Pyphen:
    return pyphen.Pyphen(lang=name, left=1, right=1)


def syllables(word: str, language: str) -> int:
    """How many syllables a word has, at least one."""
    return len(_dictionary(_formula(language).dictionary).positions(word.lower())) + 1


def _formula(language: str) -> Formula:
    return FORMULAS.get(language[:2], FORMULAS["en"])


def flesch(words: list[str], sentence_count: int, language: str) -> float:
    """The reading ease of these words. Raises ZeroDivisionError when there are none."""
    numbers = _formula(language)
    counted = sum(syllables(word, language) for word in words)
    return (
        numbers.base
        - numbers.sentence * len(words) / sentence_count
        - numbers.word * counted / len(words)
    )


def read(text: str, language: str) -> Reading:
    """How easily this text reads, with the sentences and words that make it hard."""
    parts, words = sentences(text), WORD.findall(text)
    too_long = tuple(part for part in parts if len(WORD.findall(part)) > MOST_WORDS_A_SENTENCE)
    if len(words) < LEAST_WORDS:
        return Reading(ease=None, words=len(words), long_sentences=too_long)
    score = flesch(words, len(parts), language)
    long_words = [word for word in words if syllables(word, language) >= LONG_WORD_SYLLABLES]
    has_many = len(long_words) / len(words) > MANY_LONG_WORDS
    return Reading(
        ease=_ease(score, has_many=has_many, has_long_sentences=bool(too_long)),
        words=len(words),
        long_sentences=too_long,
        long_words=tuple(dict.fromkeys(long_words)) if has_many else (),
    )


def _ease(score: float, *, has_many: bool, has_long_sentences: bool) -> Ease:
    """The formula decides; many long words or a long sentence make an easy text a bit difficult."""
    if score < HARD_BELOW:
        return Ease.DIFFICULT
    if score < EASY_FROM or has_many or has_long_sentences:
        return Ease.A_BIT_DIFFICULT
    return Ease.EASY
