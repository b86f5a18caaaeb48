"""Whether a text tells who it is about (pure): names that are known, initials, numbers, mail addresses.

Intervision talks about what somebody goes through, never about a person with a name (instruments B17). What
certainly tells is not kept; what may be a name is asked about once."""

import re
import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from naast.people.names import plain

SHORTEST_NAME = 2
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
# National numbers, phone numbers and the like: eight or more digits that belong together.
_NUMBER = re.compile(r"(?<!\d)\+?\d(?:[ ./-]{0,2}\d){7,}(?!\d)")
_MAIL = re.compile(r"\S+@\S+\.\w+")
# «M.», «J.P.», «mevr. D», and a capital that stands alone in a sentence.
_WITH_DOT = re.compile(r"(?<![\w.])(?:[A-ZÀ-Þ]\.){1,4}(?!\w)|(?<![\w.])(?:[A-ZÀ-Þ]\.-?)+[A-ZÀ-Þ]\b")
_ALONE = re.compile(r"(?<![\w.’'-])[B-HJ-NP-XZ](?![\w.’'-])")
_LISTS: dict[str, list[str]] = tomllib.loads(
    (Path(__file__).parent / "data" / "words.toml").read_text()
)
_PARTICLES, _EVERYDAY = frozenset(_LISTS["particles"]), frozenset(_LISTS["everyday"])
_BEFORE_A_LETTER = frozenset(_LISTS["before_a_letter"])
_TO_A_PLACE = frozenset(_LISTS["to_a_place"])


@dataclass(frozen=True, slots=True)
class Traces:
    """What in a text leads to a person, as it was typed: certainly, or perhaps."""

    certain: tuple[str, ...] = ()
    perhaps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Word:
    typed: str
    plain: str
    # A capital inside a sentence: written as a name.
    is_written_as_name: bool


def _words(text: str) -> list[_Word]:
    found = []
    for match in _WORD.finditer(text):
        typed = match.group()
        before = text[: match.start()].rstrip(" \"'«“(‘")
        begins = not before or before[-1] in ".!?:\n•-"
        found.append(_Word(typed, plain(typed), typed[0].isupper() and not begins))
    return found


def candidates(text: str) -> set[str]:
    """The words of a text that could be names, without accents in lower case: what a look-up asks for."""
    return {
        word.plain
        for word in _words(text)
        if len(word.plain) >= SHORTEST_NAME and word.plain not in _PARTICLES
    }


def written_as_names(text: str) -> set[str]:
    """Of these, the ones with a capital inside a sentence."""
    return {word.plain for word in _words(text) if word.is_written_as_name} & candidates(text)


def may_be_names(text: str) -> set[str]:
    """Of these, what nobody looks up: no everyday word, no abbreviation, and no word after «to» or «in»,
    which is a place."""
    words = _words(text)
    places = {after.plain for before, after in pairwise(words) if before.plain in _TO_A_PLACE}
    short = {word.plain for word in words if word.typed.isupper()}
    return written_as_names(text) - places - short - _EVERYDAY


def traces(text: str, *, known: Collection[str], perhaps: Collection[str]) -> Traces:
    """What in this text leads to a person. `known`: words of the names of people the writer knows of;
    `perhaps`: of others here, which may be ordinary words. Both without accents, in lower case."""
    words = _words(text)
    certain = [word.typed for word in words if _is_known(word, known)]
    doubtful = [
        word.typed
        for word in words
        if word.is_written_as_name and word.plain in perhaps and word.typed not in certain
    ]
    return Traces(tuple(dict.fromkeys([*certain, *_signs(text)])), tuple(dict.fromkeys(doubtful)))


def _is_known(word: _Word, known: Collection[str]) -> bool:
    if word.plain not in known or word.plain in _PARTICLES or len(word.plain) < SHORTEST_NAME:
        return False
    return word.is_written_as_name or word.plain not in _EVERYDAY


def _signs(text: str) -> list[str]:
    """Initials, numbers and addresses: forbidden whoever they are of."""
    found = [match.group().strip() for match in (*_NUMBER.finditer(text), *_MAIL.finditer(text))]
    for match in (*_WITH_DOT.finditer(text), *_ALONE.finditer(text)):
        before = _WORD.findall(text[: match.start()])
        is_ordinary = bool(before) and plain(before[-1]) in _BEFORE_A_LETTER
        if not (is_ordinary and len(match.group().rstrip(".")) == 1):
            found.append(match.group())
    return found
