"""How names are written, sorted and found (pure functions)."""

import re
import unicodedata

_WORD = re.compile(r"[a-z0-9]+")
LONGEST_WORD = 60


def plain(text: str) -> str:
    """Lower case without accents: «Émilie D’Hondt» becomes «emilie d’hondt»."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


def sort_name(given_name: str, family_name: str) -> str:
    """The key of lists: family name first, without accents (van den Berg stands under V, as in Flanders)."""
    return plain(f"{family_name} {given_name}".strip())[:255]


def words(*texts: str) -> set[str]:
    """The words by which somebody can be found: letters and digits only, so that an index over their
    beginnings sorts the same in every database."""
    return {word[:LONGEST_WORD] for text in texts for word in _WORD.findall(plain(text))}


_PREFIXES = ("+32", "+31", "+33", "+49", "+352")
SHORTEST_PHONE = 6


def phone_words(phone: str) -> set[str]:
    """The digits of a phone as people type them: with the country code and with a zero in front."""
    digits = "".join(sign for sign in phone if sign.isdigit())
    if len(digits) < SHORTEST_PHONE:
        return set()
    found = {digits}
    for prefix in _PREFIXES:
        if phone.startswith(prefix):
            found.add("0" + digits[len(prefix) - 1 :])
    return found


def typed_words(text: str) -> list[str]:
    """The words somebody typed in a search box, the longest first: it narrows the search most. Digits
    with spaces between them are one phone number."""
    if re.fullmatch(r"[\s\d+/.()-]+", text):
        text = re.sub(r"\D", "", text)
    return sorted(words(text), key=lambda word: (-len(word), word))
