"""What goes with a thing on loan, in nl, fr and en."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from django.utils.translation import get_language

FILE: Final = Path(__file__).parent / "data" / "receipt.toml"


@dataclass(frozen=True, slots=True)
class Terms:
    """A sentence, and what is asked of the borrower."""

    lead: str
    rules: tuple[str, ...]


@lru_cache(maxsize=1)
def _file() -> dict[str, dict[str, Any]]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def terms(*, has_data: bool, language: str = "") -> Terms:
    """In this language, or in that of the page; `has_data` adds what holds for laptops and phones."""
    known, asked = _file(), (language or get_language() or "nl")[:2]
    spoken = asked if asked in known["lead"] else "nl"
    rules = known["rules"][spoken] + (known["data_rules"][spoken] if has_data else [])
    return Terms(lead=known["lead"][spoken], rules=tuple(rules))
