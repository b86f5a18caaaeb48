"""The usual agreements of a circle, to begin with: data in three languages, by the house's own language."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FILE = Path(__file__).parent / "texts.toml"
FALLBACK = "en"


@dataclass(frozen=True, slots=True)
class Usual:
    """What a circle may agree, and what can't stay between its members."""

    text: str
    limits: str


@lru_cache(maxsize=1)
def _all() -> dict[str, dict[str, dict[str, str]]]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def usual_covenant(kind: str, language: str) -> Usual:
    """The usual words for this kind of circle; English for a language we don't have."""
    words = _all()[kind]
    code = language[:2] if language[:2] in words["text"] else FALLBACK
    return Usual(words["text"][code].strip(), words["limits"][code].strip())
