"""Names of people in one column or two, with van den, de and 't, surname first or in capitals."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from naast.exchange.values.given_names import GIVEN_NAMES
from naast.exchange.values.readings import Problem, Reading, without_accents

PARTICLES = frozenset(
    [
        "van",
        "den",
        "der",
        "de",
        "het",
        "'t",
        "’t",
        "'s",
        "te",
        "ten",
        "ter",
        "vander",
        "vanden",
        "vande",
        "von",
        "zu",
        "zum",
        "zur",
        "du",
        "des",
        "la",
        "le",
        "les",
        "di",
        "da",
        "dos",
        "del",
        "della",
        "d'",
        "op",
        "in",
        "aan",
        "over",
        "onder",
        "bij",
        "uit",
        "voor",
        "'n",
        "el",
        "al",
        "ben",
        "bin",
        "ibn",
        "abu",
        "oude",
    ]
)
# «Al», «Ben», «In», «Op» begin first names too: they count only between other words.
_OPENERS = frozenset(
    [
        "van",
        "vander",
        "vanden",
        "vande",
        "de",
        "den",
        "der",
        "du",
        "ten",
        "ter",
        "te",
        "von",
        "'t",
        "’t",
        "d'",
        "la",
        "le",
        "del",
        "di",
        "da",
        "el",
    ]
)
_TITLES = re.compile(
    r"^(?:dhr|mevr|mw|mevrouw|de heer|meneer|mr|mrs|ms|mme|mlle|monsieur|madame|m|dr|prof|zr|br)\.?\s+(?=\w)",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"(?:[A-Z][.-])+[A-Z]?")
_PART = re.compile(r"[^\s\-]+|[\s\-]+")


@dataclass(frozen=True, slots=True)
class Name:
    """First name and last name; the particles stand with the last name."""

    first: str
    last: str


def parse_name(
    text: str, country: str = "BE", *, family_first: bool = False
) -> Reading[Name] | Problem:
    """A whole name in one cell, in two parts. A guess comes back as a note.

    `family_first` is for columns that say so in their heading («Naam en voornaam»).
    """
    plain = _TITLES.sub("", " ".join(text.replace("\u00a0", " ").split()))
    plain = plain.strip(" ,;")
    if not any(letter.isalpha() for letter in plain):
        return Problem("name.unreadable", text, _("This is not a name."))
    if "," in plain:
        return Reading(_with_comma(plain, country))
    words = plain.split(" ")
    if len(words) == 1:
        return Reading(Name(tidy_part(words[0], country), ""))
    first, last, guessed = _divide(words, family_first=family_first)
    name = Name(tidy_part(" ".join(first), country), tidy_part(" ".join(last), country))
    if guessed:
        return Reading(
            name,
            _("read as first name %(first)s, last name %(last)s")
            % {"first": name.first, "last": name.last},
        )
    return Reading(name)


def _with_comma(plain: str, country: str) -> Name:
    """Surname first: «Berg, An van den» and «Van den Berg, An» are the same person."""
    last, _comma, first = plain.partition(",")
    words = first.split()
    particles: list[str] = []
    while len(words) > 1 and words[-1].lower() in PARTICLES:
        particles.insert(0, words.pop())
    surname = " ".join([*particles, last.strip()])
    return Name(tidy_part(" ".join(words), country), tidy_part(surname, country))


def _divide(words: list[str], *, family_first: bool) -> tuple[list[str], list[str], bool]:
    """First names, last names, and whether the border between them was guessed."""
    shouted = [len(word) > 1 and word.isupper() and not _INITIALS.fullmatch(word) for word in words]
    if any(shouted) and not all(shouted):
        return _by_capitals(words, shouted)
    if words[0].lower() in _OPENERS and len(words) > 2:
        end = 1
        while end < len(words) - 2 and words[end].lower() in PARTICLES:
            end += 1
        return words[end + 1 :], words[: end + 1], True
    if family_first:
        return words[1:], words[:1], len(words) > 2
    for index in range(1, len(words) - 1):
        if words[index].lower() in PARTICLES:
            return words[:index], words[index:], False
    if _is_given(words[-1]) and not _is_given(words[0]):
        return words[-1:], words[:-1], True
    return words[:-1], words[-1:], len(words) > 2


def _is_given(word: str) -> bool:
    return all(part in GIVEN_NAMES for part in without_accents(word).split("-"))


def _by_capitals(words: list[str], shouted: list[bool]) -> tuple[list[str], list[str], bool]:
    def is_surname(index: int) -> bool:
        return shouted[index] or words[index].lower() in PARTICLES

    start = 0 if is_surname(0) else next(i for i in range(len(words)) if is_surname(i))
    end = start
    while end < len(words) and is_surname(end):
        end += 1
    first = words[:start] + words[end:]
    if not first:
        return words[:-1], words[-1:], True
    return first, words[start:end], False


def tidy_part(text: str, country: str = "BE") -> str:
    """One part of a name: only capitals or only small letters get capitals where they belong."""
    plain = " ".join(text.split()).strip(" ,;")
    if not plain or not (plain.isupper() or plain.islower()):
        return plain
    if len(plain) <= 2 and plain.isupper():
        return plain
    name = capitalised(plain)
    words = name.split(" ")
    if len(words) > 1 and words[0].lower() in PARTICLES:
        # A Belgian particle in front takes a capital, a Dutch one behind a first name does not.
        front = (
            words[0].lower() if country == "NL" or words[0][0] in "'’" else words[0].capitalize()
        )
        return " ".join([front, *words[1:]])
    return name


def capitalised(text: str) -> str:
    """Capitals where a name has them: VAN DEN BERG-D'HONDT gives van den Berg-D'Hondt."""
    return "".join(_capitalised_word(part) for part in _PART.findall(text))


def _capitalised_word(word: str) -> str:
    lowered = word.lower()
    if lowered in PARTICLES:
        return lowered
    for mark in ("'", "’"):
        before, found, after = lowered.partition(mark)
        if found and len(before) == 1:
            return before.upper() + mark + after[:1].upper() + after[1:]
    return lowered[:1].upper() + lowered[1:]
