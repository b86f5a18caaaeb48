"""The texts that come with the software, in nl, fr and en: letters, questions, kinds of processing, an agreement."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from django.utils.translation import get_language

FOLDER: Final = Path(__file__).parent / "data"
LANGUAGES: Final = ("nl", "fr", "en")


class Words(NamedTuple):
    """A subject and a text."""

    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the impact assessment, in the language of the page."""

    code: str
    title: str
    help: str


@dataclass(frozen=True, slots=True)
class Usual:
    """One kind of processing as the software knows it, in the language of the page."""

    code: str
    rooms: frozenset[str]
    title: str
    purpose: str
    people: str
    receivers: str


@dataclass(frozen=True, slots=True)
class Point:
    """One of the eight points of a processor agreement."""

    letter: str
    title: str
    text: str


def in_words(sentence: Mapping[str, str], language: str = "") -> str:
    """A sentence in this language, or in that of the page."""
    return sentence.get(language or (get_language() or "nl")[:2], sentence["nl"])


@lru_cache(maxsize=8)
def _file(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def breach_letter(language: str, *, organisation: str, phone: str) -> Words:
    """The letter to people whose data leaked, filled in. Raises KeyError for another language."""
    usual = _file("breach_letter")[language]
    body = usual["body"].strip().replace("{organisation}", organisation)
    return Words(usual["subject"], body.replace("{phone}", phone or "…"))


def questions() -> list[Question]:
    """The questions of the impact assessment that only the house can answer."""
    return [
        Question(each["code"], in_words(each["title"]), in_words(each["help"]))
        for each in _file("assessment")["questions"]
    ]


def activities() -> list[Usual]:
    """The kinds of processing that the software knows."""
    return [
        Usual(
            code=each["code"],
            rooms=frozenset(each["rooms"]),
            title=in_words(each["title"]),
            purpose=in_words(each["purpose"]),
            people=in_words(each["people"]),
            receivers=in_words(each["receivers"]),
        )
        for each in _file("activities")["activities"]
    ]


def agreement(language: str, *, organisation: str, processor: str) -> tuple[Words, list[Point]]:
    """The processor agreement to start from: title and lead, and the points a to h."""
    found = _file("agreement")
    lead = in_words(found["lead"], language).replace("{organisation}", organisation)
    points = [
        Point(each["letter"], in_words(each["title"], language), in_words(each["text"], language))
        for each in found["points"]
    ]
    return Words(in_words(found["title"], language), lead.replace("{processor}", processor)), points
