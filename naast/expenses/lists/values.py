"""From the text of a cell to a value: dates, amounts, and numbers with a part. ValueError says: not readable."""

import re
from datetime import date
from fractions import Fraction

from naast.law.costs.payments import THOUSANDTHS, Thousandths

_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_DAY_FIRST = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})")
# 1659.29 · 1659,29 · 1.659,29 · 1,659.29 · 1 659,29, with € before or behind it. Groups of three ask for the other
# sign or for a second group: in «1.659» nobody can know which it is.
_AMOUNT = re.compile(
    r"(?:€ *)?(?P<minus>-?) *(?:€ *)?(?:"
    r"(?P<whole>[0-9]+|[0-9]{1,3}(?: [0-9]{3})+)(?:[.,](?P<part>[0-9]{1,2}))?"
    r"|(?P<dots>[0-9]{1,3}(?:\.[0-9]{3})+),(?P<after_dots>[0-9]{1,2})"
    r"|(?P<commas>[0-9]{1,3}(?:,[0-9]{3})+)\.(?P<after_commas>[0-9]{1,2})"
    r"|(?P<groups>[0-9]{1,3}(?:\.[0-9]{3}){2,}|[0-9]{1,3}(?:,[0-9]{3}){2,})"
    r")(?: *€)?"
)
_NUMBER = re.compile(r"(-?) *([0-9]+|[0-9]{1,3}(?: [0-9]{3})+)(?:[.,]([0-9]+))?")
# All but the digits of a whole number in groups.
_SIGNS = str.maketrans("", "", "., ")
# Spreadsheets and word processors write these for a minus and for a space.
_TYPED = str.maketrans({"\u2212": "-", "\u00a0": " ", "\u202f": " "})


def day(text: str) -> date:
    """A date: 2024-03-05, or day/month/year with one or two digits. Raises ValueError."""
    text = text.strip()
    if found := _ISO.fullmatch(text):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := _DAY_FIRST.fullmatch(text):
        return date(int(found[4]), int(found[3]), int(found[1]))
    raise ValueError


def cents(text: str) -> int:
    """An amount in whole cents, with or without €, at most two decimals. Raises ValueError."""
    found = _AMOUNT.fullmatch(text.translate(_TYPED).strip())
    if found is None or text.count("€") > 1:
        raise ValueError
    whole = found["whole"] or found["dots"] or found["commas"] or found["groups"]
    part = found["part"] or found["after_dots"] or found["after_commas"] or ""
    value = int(whole.translate(_SIGNS)) * 100 + int(part.ljust(2, "0"))
    return -value if found["minus"] else value


def thousandths(text: str) -> Thousandths:
    """Kilometres or hours, with decimals, in thousandths of one; finer parts are kept. Raises ValueError."""
    found = _NUMBER.fullmatch(text.translate(_TYPED).strip())
    if found is None:
        raise ValueError
    part = found[3] or ""
    value: Thousandths = Fraction(
        int(found[2].translate(_SIGNS) + part) * THOUSANDTHS, 10 ** len(part)
    )
    value = int(value) if value == int(value) else value
    return -value if found[1] else value
