"""The yearly refresher: five questions about what stays between us (S0-51). Data and pure functions."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from uuid import UUID

FILE = Path(__file__).parent / "texts" / "refresher.toml"
HOW_MANY = 5
ANSWERS = ("a", "b", "c")
FALLBACK = "en"


@dataclass(frozen=True, slots=True)
class Question:
    """One question in one language: what is asked, (letter, answer) for each choice, the letter that fits
    best, and why."""

    code: str
    ask: str
    answers: tuple[tuple[str, str], ...]
    right: str
    why: str


@dataclass(frozen=True, slots=True)
class Answered:
    """A question with what somebody chose. Nobody fails: who chose otherwise reads why, and goes on."""

    question: Question
    chosen: str

    @property
    def fits(self) -> bool:
        """Whether it is the answer that fits best."""
        return self.chosen == self.question.right

    @property
    def best(self) -> str:
        """The words of the answer that fits best."""
        return dict(self.question.answers)[self.question.right]


@lru_cache(maxsize=8)
def everything(language: str) -> tuple[Question, ...]:
    """All questions in a language; in English where there is none in it. Raises KeyError when the file is
    not complete: a fault of the package."""
    rows = tomllib.loads(FILE.read_text(encoding="utf-8"))["question"]
    found = []
    for row in rows:
        words = row.get(language) or row[FALLBACK]
        found.append(
            Question(
                code=row["code"],
                ask=words["ask"],
                answers=tuple((letter, words[letter]) for letter in ANSWERS),
                right=row["right"],
                why=words["why"],
            )
        )
    return tuple(found)


def drawn(copy_id: UUID, year: int, language: str) -> list[Question]:
    """Five of them: the same ones for this copy all through the year, others the year after."""

    def place(question: Question) -> str:
        return sha256(f"{copy_id}:{year}:{question.code}".encode()).hexdigest()

    return sorted(everything(language), key=place)[:HOW_MANY]


def answered(questions: list[Question], chosen: Mapping[str, str]) -> list[Answered]:
    """The questions with their answers; empty unless every one is answered."""
    found = [Answered(each, chosen.get(each.code, "")) for each in questions]
    return found if all(each.chosen in ANSWERS for each in found) else []
