"""Our own lines about contacts that belong to professionals, and the reader of them. No database."""

import tomllib
from functools import lru_cache
from pathlib import Path

LANGUAGES = ("nl", "fr", "en")


@lru_cache(maxsize=1)
def _lines() -> dict[str, tuple[str, ...]]:
    rows = tomllib.loads((Path(__file__).parent / "contacts.toml").read_text("utf-8"))["lines"]
    return {language: tuple(row[language].strip() for row in rows) for language in LANGUAGES}


def usual_contacts(language: str) -> tuple[str, ...]:
    """The usual lines, in this language or else in Dutch. Raises KeyError for a line that is not complete."""
    lines = _lines()
    return lines.get(language, lines["nl"])
