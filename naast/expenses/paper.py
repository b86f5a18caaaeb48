"""Two empty papers for who is not online: to ask costs back, and to declare on honour. Accessible PDF (PDF/UA-1) in
three languages, whatever the language of the page (S2-38, spec/law 1.7.8)."""

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from naast.core.pdf import pdf_of
from naast.law.costs.figures import BELGIUM

HERE: Final = Path(__file__).parent
LANGUAGES: Final = (("nl", "Nederlands"), ("fr", "Français"), ("en", "English"))
# Lines to fill in by hand, so that a month fits on two sides.
TRAVEL_LINES, BILL_LINES, FIXED_LINES = 12, 5, 5


def known(language: str) -> str | None:
    """The language, when the papers speak it."""
    return language if language in dict(LANGUAGES) else None


def claim_pdf(language: str, *, organisation: str, country: str, gives_fixed: bool) -> bytes:
    """The form to ask costs back; with a table for fixed amounts only where the house gives them. Raises KeyError for
    another language."""
    words = _words("claim")[language]
    fixed = words["fixed_columns"]
    if country == BELGIUM:
        # Belgium knows a day, and no hours.
        fixed = [fixed[0], fixed[1], fixed[3]]
    parts = [
        _table(words, "travel", words["travel_columns"], TRAVEL_LINES),
        _table(words, "bills", words["bills_columns"], BILL_LINES),
    ]
    if gives_fixed:
        parts.append(_table(words, "fixed", fixed, FIXED_LINES))
    parts.append(_signing(words))
    first = [words["name"], words["month"], words["account"]]
    return _made(words, language, organisation=organisation, first=first, parts=parts)


def declaration_pdf(language: str, *, organisation: str, country: str) -> bytes:
    """The declaration on honour about one year: what other organisations pay, and in Belgium, for the raised ceiling,
    that there is no allowance. Raises KeyError for another language."""
    words = _words("declaration")[language]
    parts = [_part(words["others"], boxes=words[f"others_items_{country}"])]
    if country == BELGIUM:
        parts.append(_part(words["raised"], boxes=words["raised_items"]))
    parts += [_part(words["means"], lead=words[f"means_{country}"]), _signing(words)]
    first = [words["name"], words["year"]]
    return _made(words, language, organisation=organisation, first=first, parts=parts)


@lru_cache(maxsize=2)
def _words(name: str) -> dict[str, dict[str, Any]]:
    found = tomllib.loads((HERE / "data" / "papers.toml").read_text(encoding="utf-8"))
    words: dict[str, dict[str, Any]] = found[name]
    return words


def _part(heading: str, *, lead: str = "", **more: Any) -> dict[str, Any]:
    empty = {"boxes": [], "lines": [], "columns": [], "rows": 0}
    return {"heading": heading, "lead": lead, **empty, **more}


def _table(words: dict[str, Any], name: str, columns: list[str], rows: int) -> dict[str, Any]:
    return _part(words[name], lead=words[f"{name}_lead"], columns=columns, rows=rows)


def _signing(words: dict[str, Any]) -> dict[str, Any]:
    return _part(words["sign"], lead=words["sign_lead"], lines=words["sign_lines"])


def _made(
    words: dict[str, Any],
    language: str,
    *,
    organisation: str,
    first: list[str],
    parts: list[dict[str, Any]],
) -> bytes:
    content = {
        "title": words["title"],
        "organisation": organisation,
        "language": language,
        "lead": words["lead"].replace("{organisation}", organisation),
        "first": first,
        "parts": parts,
        "kept": words["kept"],
    }
    return pdf_of(HERE / "sheets" / "paper.typ", content)
