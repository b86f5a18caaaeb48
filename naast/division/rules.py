"""What the pattern of responsibility of a match or programme switches on and off (instruments B10, S1-101 to S1-116).

Pure: it stands on `programmes.patterns`, which says what each pattern means in words.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from naast.companionship.models import Match
from naast.core.text import Text
from naast.programmes import patterns
from naast.programmes.models import Pattern, Programme


class Absence(StrEnum):
    """What follows when the volunteer can't come."""

    INFORMATION = "information"
    PROFESSIONAL_OR_STAND_IN = "professional_or_stand_in"
    STAND_IN = "stand_in"


@dataclass(frozen=True, slots=True)
class Rules:
    """What holds in one pattern."""

    pattern: Pattern
    # Codes of `patterns.ASKS` about who is named and what is written down.
    must_name: tuple[str, ...]
    absence: Absence
    # A table of tasks that volunteer and professional both say yes to.
    division_is_signed: bool
    # A note for the stand-in, before anybody takes over.
    note_is_compulsory: bool
    has_short_guideline: bool
    # Nobody is held to figures, in any pattern: there is no field for a target anywhere.
    may_set_targets: bool = False

    @property
    def asks_who_takes_over(self) -> bool:
        """Whether a missed visit asks for somebody."""
        return self.absence != Absence.INFORMATION

    def rows(self) -> list[tuple[Text, Text]]:
        """(subject, sentence), for everybody who reads the page of a match."""
        return patterns.consequences_of(self.pattern).rows()


RULES: Mapping[Pattern, Rules] = {
    Pattern.EXTRA: Rules(
        pattern=Pattern.EXTRA,
        must_name=("responsible", "staff_presence", "no_mandate"),
        absence=Absence.INFORMATION,
        division_is_signed=False,
        note_is_compulsory=False,
        has_short_guideline=False,
    ),
    Pattern.PEER: Rules(
        pattern=Pattern.PEER,
        must_name=("responsible", "reachable_hours", "mandate"),
        absence=Absence.PROFESSIONAL_OR_STAND_IN,
        division_is_signed=True,
        note_is_compulsory=False,
        has_short_guideline=False,
    ),
    Pattern.OWNER: Rules(
        pattern=Pattern.OWNER,
        must_name=("mandate", "on_call_term", "stand_in"),
        absence=Absence.STAND_IN,
        division_is_signed=False,
        note_is_compulsory=True,
        has_short_guideline=True,
    ),
}


def rules_of(pattern: str) -> Rules:
    """The rules of a pattern. Raises ValueError for an unknown one."""
    return RULES[Pattern(pattern)]


def pattern_of(match: Match) -> Pattern:
    """The match's own pattern, or else the one of its programme."""
    return Pattern(match.pattern or match.programme.pattern)


def missing_in(programme: Programme, pattern: str) -> list[Text]:
    """What a programme must say for a match of this pattern and doesn't say yet, one sentence each."""
    wanted = rules_of(pattern).must_name
    asks = {ask.code: ask for ask in patterns.ASKS}
    return [asks[code].sentence for code in wanted if asks[code].is_missing(programme)]


# From so many things that help on, an owner role is worth a talk.
MANY_SUPPORT_WISHES = 3
WANTS_OWN = "own"
WANTS_GUIDED = "guided"


def to_talk_about(pattern: str, *, support_wishes: int, wants: str = "") -> list[Text]:
    """What to talk about before this pattern fits somebody, from what they said themselves (S1-104). It warns
    and blocks nothing; «» is somebody who did not say how much they like to decide."""
    found: list[Text] = []
    if pattern == Pattern.OWNER and support_wishes >= MANY_SUPPORT_WISHES:
        found.append(
            _(
                "This volunteer told us that several things help them. Being on one’s own asks a lot: talk about who is near, or begin beside a professional."
            )
        )
    if pattern == Pattern.OWNER and wants == WANTS_GUIDED:
        found.append(
            _(
                "This volunteer likes to decide with somebody near. Here they stand on their own: talk about what would help."
            )
        )
    if pattern == Pattern.EXTRA and wants == WANTS_OWN:
        found.append(
            _(
                "This volunteer likes to decide by themselves. Here staff decide: look for a task of their own, or move to another pattern together."
            )
        )
    return found


_PERCENTAGE = re.compile(r"\d\s*(%|procent|percent|pour\s?cent|pct)", re.IGNORECASE)


def targets_in(sentences: Iterable[str]) -> list[str]:
    """The sentences that hold somebody to a percentage: here neither volunteers nor professionals are (S1-107)."""
    return [sentence for sentence in sentences if _PERCENTAGE.search(sentence)]
