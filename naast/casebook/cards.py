"""The cards «may I tell this?»: what to do in a hard moment, with the rules of the country (S0-53).

They are read from the package and are the same everywhere: the steps are ours, the rules are dated rows of
naast.law.speaking. Nothing on a card asks a volunteer to decide about a report.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from naast.core.text import Text
from naast.law import speaking
from naast.law.speaking import SpeakingRule

FILE = Path(__file__).parent / "starter" / "cards.toml"
LANGUAGES = ("nl", "fr", "en")
# Raise it when a card changes: then everybody is asked to read them again.
VERSION = 1
# The first choice of the quick finder, in the order of the page: (words, icon).
ABOUT: Mapping[str, tuple[Text, str]] = {
    "danger": (_("There is danger now"), "siren"),
    "told": (_("Somebody told me something"), "ear"),
    "saw": (_("I saw or noticed something"), "eye"),
    "asked": (_("Somebody asks me something"), "message-circle-question-mark"),
    "mine": (_("It weighs on me"), "heart"),
}
# What it comes down to: (words, tone of the badge).
ANSWERS: Mapping[str, tuple[Text, str]] = {
    "danger": (_("Call first"), "danger"),
    "pass_on": (_("Tell your contact person"), "attention"),
    "keep": (_("Keep it to yourself"), "calm"),
    "ask": (_("Send them on to your coordinator"), "calm"),
    "own": (_("You may always talk about yourself"), "good"),
}


@dataclass(frozen=True, slots=True)
class Card:
    """One card in the language of the page."""

    code: str
    about: str
    answer: str
    title: str
    situation: str
    steps: Sequence[str]
    say: str
    rules: Sequence[str]

    @property
    def is_danger(self) -> bool:
        """Whether the emergency number stands first."""
        return self.answer == "danger"

    @property
    def answer_words(self) -> Text:
        """What it comes down to, in words."""
        return ANSWERS[self.answer][0]

    @property
    def answer_tone(self) -> str:
        """How those words look."""
        return ANSWERS[self.answer][1]


def cards(*, about: str = "") -> list[Card]:
    """All cards in the language of the page, or those behind one choice."""
    return [_in_words(row) for row in _rows() if not about or row["about"] == about]


def card(code: str) -> Card | None:
    """One card, or None."""
    return next((each for each in cards() if each.code == code), None)


def alarm(country: str, day: date) -> SpeakingRule | None:
    """The emergency number of a country, or None when we know none."""
    return speaking.rules(country, day).get("danger")


def law_of(card: Card, country: str, day: date) -> list[SpeakingRule]:
    """What the law of this country says about this situation, as far as it is known."""
    known = speaking.rules(country, day)
    return [known[code] for code in card.rules if code in known]


def _in_words(row: Mapping[str, Any]) -> Card:
    words = row.get((get_language() or "nl")[:2], row["nl"])
    return Card(
        code=row["code"], about=row["about"], answer=row["answer"], rules=row["rules"], **words
    )


@lru_cache(maxsize=1)
def _rows() -> tuple[Mapping[str, Any], ...]:
    return tuple(tomllib.loads(FILE.read_text(encoding="utf-8"))["cards"])
