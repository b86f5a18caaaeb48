"""The exact text of a copy: clauses, their one way of writing, and the checksum of that. Pure."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from naast.core.errors import DomainError
from naast.core.text import Text


class Part(StrEnum):
    """Two parts of an agreement: A practical, B what can and what cannot (S0-58)."""

    PRACTICAL = "A"
    LIMITS = "B"
    NONE = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """One article. `code` stays the same over versions («secrecy», «own-3»). `text`: paragraphs on lines; a
    line that begins with «- » is a bullet. `is_compulsory`: it came from the law or the target group, with
    its `source`; nobody can leave it out (S0-41)."""

    code: str
    heading: str
    text: str
    part: str = Part.NONE
    is_compulsory: bool = False
    source: str = ""

    @property
    def blocks(self) -> list[tuple[str, list[str]]]:
        """(«p» or «ul», lines) in reading order: one way to lay out, for screen and print."""
        found: list[tuple[str, list[str]]] = []
        for line in filter(None, map(str.strip, self.text.splitlines())):
            kind = "ul" if line.startswith("- ") else "p"
            words = line.removeprefix("- ")
            if kind == "ul" and found and found[-1][0] == "ul":
                found[-1][1].append(words)
            else:
                found.append((kind, [words]))
        return found


@dataclass(frozen=True, slots=True)
class Content:
    """A whole text, filled in."""

    title: str
    language: str
    clauses: tuple[Clause, ...]

    def as_json(self) -> dict[str, Any]:
        """What a copy keeps."""
        return {
            "title": self.title,
            "language": self.language,
            "clauses": [asdict(clause) for clause in self.clauses],
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> "Content":
        """Back from what a copy keeps."""
        clauses = tuple(clause_from(each) for each in kept["clauses"])
        return cls(kept["title"], kept["language"], clauses)

    @property
    def checksum(self) -> str:
        """SHA-256 (hexadecimal) of the one way of writing this text."""
        return checksum_of(self.as_json())


def clause_from(kept: Mapping[str, Any]) -> Clause:
    """A clause from its JSON; keys that are not known are an error of the package."""
    return Clause(**kept)


def checksum_of(kept: Mapping[str, Any]) -> str:
    """SHA-256 of the JSON with sorted keys, no spaces and no escapes, in UTF-8."""
    one_way = json.dumps(kept, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(one_way.encode()).hexdigest()


class CannotFill(DomainError):
    """A text asks for something that nobody filled in: `names` says what, in words of the reader, and `codes`
    which placeholders those are (filling.PLACEHOLDERS)."""

    def __init__(self, sentence: str, names: Iterable[Text], codes: Iterable[str] = ()) -> None:
        super().__init__(sentence)
        self.names = list(names)
        self.codes = list(codes)
