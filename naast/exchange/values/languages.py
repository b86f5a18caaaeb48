"""Languages in a cell: names in Dutch, French, English or their own tongue, with how well."""

import re
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

from babel import Locale
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from naast.exchange.values.readings import Problem, Reading, folded

UNSAID, LITTLE, GOOD, FLUENT = range(4)

# Words that lists use and dictionaries don't, and short forms.
_MORE = {
    "vlaams": "nl",
    "flamand": "nl",
    "flemish": "nl",
    "ned": "nl",
    "neerlandais": "nl",
    "nederl": "nl",
    "fra": "fr",
    "fre": "fr",
    "eng": "en",
    "ang": "en",
    "duits": "de",
    "dui": "de",
    "ger": "de",
    "spa": "es",
    "ara": "ar",
    "marokkaans": "ary",
    "darija": "ary",
    "marocain": "ary",
    "moroccan": "ary",
    "berbers": "ber",
    "berbere": "ber",
    "berber": "ber",
    "tamazight": "ber",
    "farsi": "fa",
    "dari": "prs",
    "pashtu": "ps",
    "pashto": "ps",
    "pasjtoe": "ps",
    "mandarijn": "zh",
    "mandarin": "zh",
    "kantonees": "yue",
    "bosnisch": "bs",
    "joegoslavisch": "sh",
    "servokroatisch": "sh",
    "servo kroatisch": "sh",
    "tagalog": "fil",
    "filipijns": "fil",
    "moldavisch": "ro",
    "koerdisch": "ku",
    "kurmanci": "ku",
    "kurmanji": "ku",
    "sorani": "ckb",
    "tigrigna": "ti",
    "aramees": "arc",
    "suryoyo": "syr",
    "gebarentaal": "vgt",
    "vlaamse gebarentaal": "vgt",
    "vgt": "vgt",
    "ngt": "dse",
    "nederlandse gebarentaal": "dse",
    "langue des signes": "sfb",
    "sign language": "sgn",
    "creools": "crp",
    "twi": "tw",
    "oekraiens": "uk",
}
# Names for the codes that Babel has no word for; each can be read back.
_OWN_NAMES = {
    "ber": "Berber",
    "prs": "Dari",
    "vgt": "Vlaamse gebarentaal",
    "dse": "Nederlandse gebarentaal",
    "sfb": "Langue des signes",
    "ary": "Darija",
    "crp": "Creools",
}
_OWN_TONGUES = [
    "nl",
    "fr",
    "en",
    "de",
    "es",
    "it",
    "pt",
    "ar",
    "tr",
    "ru",
    "pl",
    "ro",
    "bg",
    "uk",
    "fa",
    "ps",
    "ku",
    "ur",
    "hi",
    "bn",
    "pa",
    "so",
    "ti",
    "am",
    "sw",
    "ln",
    "rw",
    "sq",
    "sr",
    "hr",
    "bs",
    "mk",
    "el",
    "hu",
    "cs",
    "sk",
    "sl",
    "zh",
    "ja",
    "ko",
    "vi",
    "th",
    "id",
    "ms",
    "he",
    "ca",
    "eu",
    "ka",
    "hy",
    "az",
]
_LEVELS: dict[str, int] = {}
for _level, _words in (
    (
        FLUENT,
        "fluent|fluently|vloeiend|vlot|zeer goed|heel goed|erg goed|uitstekend|perfect|moedertaal|native|mother tongue|thuistaal|tweetalig|couramment|courant|tres bien|tres bon|langue maternelle|maternelle|bilingue|excellent|very good|c1|c2",
    ),
    (
        GOOD,
        "goed|voldoende|redelijk|behoorlijk|gemiddeld|matig|good|well|fair|bien|bon|bonne|moyen|moyenne|correct|assez bien|b1|b2",
    ),
    (
        LITTLE,
        "beetje|een beetje|klein beetje|wat|basis|basiskennis|weinig|beperkt|notie|noties|un peu|peu|notions|base|bases|debutant|faible|a little|little|a bit|bit|some|basic|beginner|a1|a2|a0",
    ),
):
    for _word in _words.split("|"):
        _LEVELS[_word] = _level
_BY_LENGTH = sorted(_LEVELS, key=len, reverse=True)
_FILLERS = frozenset(
    [
        "spreekt",
        "spreken",
        "parle",
        "spreek",
        "speaks",
        "speaks",
        "taal",
        "langue",
        "language",
        "ook",
        "aussi",
        "in",
        "en",
        "de",
        "le",
        "la",
        "het",
        "du",
        "a",
        "van",
    ]
)
_BETWEEN = re.compile(r"\s*[;,/\n\r+|•]\s*|\s+(?:en|et|and|&)\s+|\s*&\s*")
_LONGEST_NAME = 40
_BRACKETED = re.compile(r"\(([^()]*)\)")


@dataclass(frozen=True, slots=True)
class Spoken:
    """One language and how well: 1 a little, 2 well, 3 fluently, 0 not said."""

    code: str
    level: int


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    """Every known name of a language, folded, to its ISO 639 code."""
    names: dict[str, str] = {}
    # The last one to write wins: the languages of the users go last, their own corrections behind.
    for tongue in ("de", "en", "fr", "nl"):
        for code, name in Locale(tongue).languages.items():
            if "_" not in code and "-" not in code:
                names.setdefault(folded(name), code)
    for code in _OWN_TONGUES:
        own = Locale(code).languages.get(code, "")
        if folded(own):
            names.setdefault(folded(own), code)
        names[code] = code
    return {**names, **{code: code for code in ("ary", "ber", "prs", "ckb", "vgt", "fil")}, **_MORE}


def language_name(code: str, locale: str = "") -> str:
    """What a reader calls this language, in their own language; the code itself when unknown."""
    name = Locale((locale or get_language() or "en")[:2]).languages.get(code)
    return str(name) if name else _OWN_NAMES.get(code, code)


def parse_languages(text: str) -> Reading[tuple[Spoken, ...]] | Problem:
    """The languages in a cell, each once, at the highest level said.

    An unknown word makes a problem that suggests the nearest language.
    """
    found: dict[str, int] = {}
    guesses: list[str] = []
    for part in _BETWEEN.split(
        _BRACKETED.sub(lambda match: f" ({match[1].replace(',', ' ')})", text)
    ):
        if not folded(part) or (folded(part) in _LEVELS and found):
            _raise_last(found, folded(part))
            continue
        word, level = _level_of(folded(part))
        code, guessed = _code_of(word)
        if not code:
            return _unknown(part.strip(), word)
        found[code] = max(level, found.get(code, 0))
        if guessed:
            guesses.append(f"{part.strip()} → {language_name(code)}")
    if not found:
        return _unknown(text, "")
    spoken = tuple(Spoken(code, level) for code, level in found.items())
    if guesses:
        return Reading(
            spoken, _("read as %(guesses)s") % {"guesses": ", ".join(guesses)}, is_doubtful=True
        )
    return Reading(spoken)


def _raise_last(found: dict[str, int], word: str) -> None:
    """«Frans, goed»: a level on its own belongs to the language before it."""
    if word in _LEVELS and found:
        found[next(reversed(found))] = _LEVELS[word]


@lru_cache(maxsize=5_000)
def _level_of(part: str) -> tuple[str, int]:
    """The words without the level, and the level. «beetje turks» gives («turks», 1)."""
    padded = f" {part} "
    for level in _BY_LENGTH:
        if f" {level} " in padded:
            rest = padded.replace(f" {level} ", " ", 1).strip()
            if rest:
                return rest, _LEVELS[level]
    return part, UNSAID


@lru_cache(maxsize=5_000)
def _code_of(word: str) -> tuple[str, bool]:
    """The code for a folded name, and whether it was guessed from a near spelling."""
    names = _names()
    if word in names:
        return names[word], False
    kept = " ".join(each for each in word.split() if each not in _FILLERS)
    if kept in names:
        return names[kept], False
    if 4 <= len(kept) <= _LONGEST_NAME:
        near = get_close_matches(kept, names, n=1, cutoff=0.8)
        if near:
            return names[near[0]], True
    return "", False


def _unknown(part: str, word: str) -> Problem:
    near = get_close_matches(word[:_LONGEST_NAME], _names(), n=1, cutoff=0.6) if word else []
    if near:
        return Problem(
            "language.unknown",
            part,
            _("This language is not known. Did you mean %(language)s?")
            % {"language": language_name(_names()[near[0]])},
        )
    return Problem("language.unknown", part, _("This language is not known. Write its usual name."))
