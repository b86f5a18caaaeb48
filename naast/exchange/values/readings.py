"""What reading one cell gives: a value with how it was understood, or a problem in words."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """A value. `note` says how it was understood when that is not plain to see."""

    value: T
    note: str = ""
    is_doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """A cell that can't be taken: a stable code, what stands in the cell, and what to do."""

    code: str
    value: str
    message: str


_NOT_WORDS = re.compile(r"[^0-9a-z]+")
_LIGATURES = str.maketrans(
    {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "\u0131": "i"}
)


def without_accents(text: str) -> str:
    """Lower case without accents: «Après-midi» gives «apres-midi»."""
    if text.isascii():
        return text.lower()
    lowered = text.lower().translate(_LIGATURES)
    split = unicodedata.normalize("NFKD", lowered)
    return "".join(letter for letter in split if not unicodedata.combining(letter))


@lru_cache(maxsize=50_000)
def folded(text: str) -> str:
    """Only letters and digits, lower case, single spaces: the form in which words are compared."""
    plain = _NOT_WORDS.sub(" ", without_accents(text)).strip()
    if not plain and any(letter.isalpha() for letter in text):
        return text.strip().casefold()  # another script: compared as it stands
    return plain
