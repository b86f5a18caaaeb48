"""Postcodes with or without their place: 9000 Gent, 1234 AB Utrecht, B-9000."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from naast.exchange.values.names import capitalised
from naast.exchange.values.readings import Problem, Reading

_PREFIX = re.compile(r"^(be|b|nl|lu|l|fr|f|de|d)\s*[- ]\s*(?=\d)", re.IGNORECASE)
_DUTCH = re.compile(r"([1-9]\d{3})\s*([A-Za-z]{2})")
_CODES = {
    "BE": re.compile(r"[1-9]\d{3}"),
    "NL": re.compile(r"[1-9]\d{3}\s*[A-Za-z]{2}"),
    "LU": re.compile(r"\d{4}"),
    "FR": re.compile(r"\d{5}"),
    "DE": re.compile(r"\d{5}"),
}
_COUNTRY_OF_PREFIX = {"b": "BE", "l": "LU", "f": "FR", "d": "DE"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody lives, as coarse as the list gives it."""

    postcode: str
    town: str


def parse_postcode(text: str, country: str) -> Reading[Place] | Problem:
    """The postcode, and the place when it stands in the same cell."""
    plain = " ".join(text.split())
    if match := _PREFIX.match(plain):
        prefix = match[1].lower()
        country = _COUNTRY_OF_PREFIX.get(prefix, prefix.upper())
        plain = plain[match.end() :]
    for code in _candidates(country):
        pattern = _CODES[code].pattern
        if match := re.fullmatch(rf"({pattern})(?:[\s,\-–]+(\D.*))?", plain):
            return Reading(Place(_tidy(match[1]), town_name(match[2] or "")))
        if match := re.fullmatch(rf"(\D+?)[\s,(]+({pattern})\)?", plain):
            return Reading(Place(_tidy(match[2]), town_name(match[1])))
    return Problem(
        "postcode.unreadable",
        text,
        _("This is not a postcode. It looks like 9000 in Belgium and 1234 AB in the Netherlands."),
    )


def _candidates(country: str) -> list[str]:
    # Whoever lives across the border is in the list too; the longest pattern goes first.
    own = [country] if country in _CODES else []
    if country == "BE":
        return ["NL", "BE", "FR"]
    return [*own, *(code for code in ("NL", "BE", "FR") if code != country)]


def _tidy(code: str) -> str:
    if match := _DUTCH.fullmatch(code):
        return f"{match[1]} {match[2].upper()}"
    return code


def town_name(text: str) -> str:
    """A place with one capital: GENT gives Gent; mixed case stays as it is."""
    plain = text.strip(" ,()-")
    return capitalised(plain) if plain.isupper() or plain.islower() else plain
