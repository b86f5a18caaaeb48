"""Phone numbers in every spelling, to the international form +32475123456."""

import re
from functools import lru_cache

import phonenumbers
from django.utils.translation import gettext as _

from naast.exchange.values.readings import Problem, Reading

# Mobile numbers are most of a list; these two patterns are exact and a hundred times faster.
_FAST = {
    "BE": (re.compile(r"(?:\+32|0032|0|32)?(4[5-9]\d{7})"), "+32"),
    "NL": (re.compile(r"(?:\+31|0031|0|31)?(6[1-58]\d{7})"), "+31"),
}
_NEIGHBOURS = ("BE", "NL", "FR", "DE", "LU")
_OPTIONAL_ZERO = re.compile(r"\(\s*0\s*\)")
_NOISE = re.compile(r"[^\d+]")
_REMARK = re.compile(r"\([^()]*[^\W\d][^()]*\)")
_KNOWN_PREFIX = re.compile(r"(?:31|32|33|49|352)\d{7,}")
_SEVERAL = re.compile(
    r"\s*[;,\n|]\s*|\s+/\s*|\s*/\s+|\s+(?:of|ou|or|en|et|and|&)\s+", re.IGNORECASE
)


def parse_phone(text: str, country: str) -> Reading[str] | Problem:
    """One number in international form. More numbers in one cell: the first, and a note."""
    found = _read(text.strip(), country)
    if found is None:
        parts = [part for part in _SEVERAL.split(text.strip()) if part]
        numbers = [number for part in parts if (number := _read(part, country))]
        if not numbers:
            return Problem(
                "phone.unreadable",
                text,
                _(
                    "This is not a complete phone number. Write it with its area code, or with + and the country code."
                ),
            )
        if len(parts) > 1:
            return Reading(
                numbers[0], _("several numbers in one cell: the first is taken"), is_doubtful=True
            )
        found = numbers[0]
    return Reading(found)


@lru_cache(maxsize=20_000)
def _read(text: str, country: str) -> str | None:
    digits = _NOISE.sub("", _OPTIONAL_ZERO.sub("", _REMARK.sub("", text)))
    if not 7 <= len(digits) <= 17 or "+" in digits[1:]:
        return None
    fast = _FAST.get(country)
    if fast and (match := fast[0].fullmatch(digits)):
        return fast[1] + match[1]
    if digits.startswith("00"):
        digits = "+" + digits[2:]
    return _by_library(digits, country)


def _by_library(digits: str, country: str) -> str | None:
    regions: list[str | None] = [country, *(each for each in _NEIGHBOURS if each != country)]
    attempts = [digits]
    if not digits.startswith(("+", "0")):
        # Spreadsheets eat the first zero of a number.
        attempts.append("0" + digits)
        if _KNOWN_PREFIX.fullmatch(digits):
            attempts.append("+" + digits)
    for region in [None] if digits.startswith("+") else regions:
        for attempt in attempts:
            try:
                number = phonenumbers.parse(attempt, None if attempt.startswith("+") else region)
            except phonenumbers.NumberParseException:
                continue
            if phonenumbers.is_valid_number(number):
                return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return None
