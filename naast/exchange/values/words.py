"""Small closed sets of words: yes and no, gender, mail addresses, and lists inside one cell."""

import re
from functools import lru_cache

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.utils.translation import gettext as _

from naast.exchange.values.readings import Problem, Reading, folded

_YES = frozenset(
    [
        "ja",
        "j",
        "yes",
        "y",
        "oui",
        "o",
        "x",
        "1",
        "xx",
        "v",
        "waar",
        "true",
        "vrai",
        "ok",
        "jawel",
        "wel",
        "✓",
        "✔",
        "☑",
        "☒",
    ]
)
_NO = frozenset(
    [
        "nee",
        "neen",
        "n",
        "no",
        "non",
        "0",
        "onwaar",
        "false",
        "faux",
        "geen",
        "niet",
        "pas",
        "☐",
        "-",
    ]
)
_GENDERS = {
    word: code
    for code, words in {
        "man": "m|man|mannelijk|male|homme|masculin|h|heer|dhr|de heer|mr|monsieur|jongen|garcon|hij|il",
        "woman": "v|vrouw|vrouwelijk|f|female|w|woman|femme|feminin|mevrouw|mevr|mw|madame|mme|mrs|ms|meisje|fille|zij|elle",
        "other": "x|non binair|nonbinair|non binary|nonbinary|non binaire|anders|andere|autre|other|otherwise|autrement|divers",
    }.items()
    for word in words.split("|")
}
_UNSAID = frozenset(
    {"onbekend", "inconnu", "unknown", "o", "nvt", "zeg ik liever niet", "prefer not to say"}
)
_is_email = EmailValidator()
_IN_BRACKETS = re.compile(r"<([^<>]+)>")
_BETWEEN_MAILS = re.compile(r"\s*[;,/|]\s*|\s+(?:of|en|ou|et|or|and)\s+|\s+")
_SEMICOLON = re.compile(r"\s*[;\n\r]\s*")
_BETWEEN = re.compile(r"\s*[;,/\n\r+|•]\s*|\s+(?:en|et|and|&)\s+|\s*&\s*|\s+-\s+")


def parse_boolean(text: str) -> Reading[bool] | Problem:
    """Yes or no, ja or nee, oui or non, x or nothing."""
    word = folded(text) or text.strip()
    if word in _YES:
        return Reading(value=True)
    if word in _NO:
        return Reading(value=False)
    return Problem("boolean.unreadable", text, _("Write yes or no here."))


def parse_gender(text: str) -> Reading[str] | Problem:
    """woman, man, other, or empty when somebody would rather not say."""
    word = folded(text)
    if word in _UNSAID:
        return Reading("")
    if word in _GENDERS:
        return Reading(_GENDERS[word])
    return Problem("gender.unreadable", text, _("Write m, f or x here, or leave it empty."))


@lru_cache(maxsize=20_000)
def _valid_email(text: str) -> bool:
    try:
        _is_email(text)
    except ValidationError:
        return False
    return len(text) <= 254


def parse_email(text: str) -> Reading[str] | Problem:
    """A mail address in lower case. Several in one cell: the first, and a note."""
    plain = text.strip().lower()
    if _valid_email(plain):
        return Reading(plain)
    if match := _IN_BRACKETS.search(plain):
        plain = match[1]
    plain = (
        plain.removeprefix("mailto:").replace("(at)", "@").replace("[at]", "@").strip(" .;,<>\"'")
    )
    if _valid_email(plain):
        return Reading(plain)
    addresses = [part for part in _BETWEEN_MAILS.split(plain) if _valid_email(part)]
    if addresses:
        return Reading(
            addresses[0], _("several addresses in one cell: the first is taken"), is_doubtful=True
        )
    return Problem(
        "email.unreadable", text, _("This is not a mail address. It looks like name@example.org.")
    )


def split_list(text: str) -> list[str]:
    """The things in one cell, between , ; / + & en, et, and; without doubles, in order."""
    found: dict[str, str] = {}
    # Whoever writes semicolons means them: «lezen en schrijven; koken» is two things, not three.
    between = _SEMICOLON if ";" in text else _BETWEEN
    for part in between.split(text):
        word = part.strip(" .-–•*")
        if word:
            found.setdefault(folded(word), word)
    return list(found.values())


def parse_choice(text: str, choices: dict[str, str], question: str) -> Reading[str] | Problem:
    """One of a closed set, by any of its words (`choices`: folded word to code)."""
    word = folded(text)
    if word in choices:
        return Reading(choices[word])
    return Problem("choice.unknown", text, question)
