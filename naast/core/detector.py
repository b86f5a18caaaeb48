"""Looks in free text for what is better left out: national numbers, account and card numbers, addresses and
phones of others, and names of others. Pure: it keeps nothing and knows nobody."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from phonenumbers import Leniency, PhoneNumberMatcher

REGIONS = ("BE", "NL")
# Countries with an account number (IBAN) our users meet, and how long it is there.
IBAN_LENGTHS = {
    "AT": 20,
    "BE": 16,
    "CH": 21,
    "CZ": 24,
    "DE": 22,
    "DK": 18,
    "ES": 24,
    "FI": 18,
    "FR": 27,
    "GB": 22,
    "IE": 22,
    "IT": 27,
    "LU": 20,
    "MA": 28,
    "NL": 18,
    "NO": 15,
    "PL": 28,
    "PT": 25,
    "RO": 24,
    "SE": 24,
    "TR": 26,
}


class Sort(StrEnum):
    """What was found, the surest first."""

    NATIONAL_BE = "national_be"
    NATIONAL_NL = "national_nl"
    ACCOUNT = "account"
    CARD = "card"
    MAIL = "mail"
    PHONE = "phone"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Found:
    """A piece of the text: from `start` up to `end`."""

    sort: Sort
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Known:
    """What may stand in the text: names (as people say them), mail addresses and phones of who it is about and of
    who writes it."""

    names: frozenset[str] = field(default_factory=frozenset)
    addresses: frozenset[str] = field(default_factory=frozenset)
    phones: frozenset[str] = field(default_factory=frozenset)


NOBODY = Known()
_GAP = r"[ .\-/]?"
_BELGIAN = re.compile(
    rf"(?<![\w+])\d{{2}}{_GAP}\d{{2}}{_GAP}\d{{2}}{_GAP}\d{{3}}{_GAP}\d{{2}}(?!\w)"
)
_DUTCH = re.compile(r"(?<![\w+])(?:\d{9}|\d{3}[ .]\d{3}[ .]\d{3}|\d{4}[ .]\d{2}[ .]\d{3})(?!\w)")
_ACCOUNT = re.compile(r"(?<!\w)[A-Za-z]{2}\d{2}(?=[ \w])")
_CARD = re.compile(r"(?<![\w+])[3-6]\d{3}(?:[ \-]?\d){9,15}(?!\w)")
_MAIL = re.compile(r"[\w.+\-]{1,64}@[\w\-]{1,63}(?:\.[\w\-]{2,63}){1,4}")
_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
# Between a first and a family name: «van den Broeck», «de la Cruz», «El Amrani».
BETWEEN = "van von vande vanden vander de den der het ten ter te op la le les du des el al ben"
# Words with a capital that are nobody's name.
NO_NAME = """
    ik jij wij zij hij het de een en maar ook toen dan mevrouw meneer mijnheer dokter
    i she he we they the a an and but mr mrs ms miss doctor dr
    je tu il elle nous vous ils elles le la les un une et mais madame monsieur docteur
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december
"""
_BETWEEN, _NO_NAME = frozenset(BETWEEN.split()), frozenset(NO_NAME.split())
# How far back the end of the sentence before is looked for.
_LOOK_BACK = 8
_LONGEST_GAP = 3


def look(text: str, *, known: Known = NOBODY) -> tuple[Found, ...]:
    """What is better left out of this text, in its order. Each piece is told once, as the surest it can be.

    No error whatever the text; time grows with its length alone.
    """
    taken: list[Found] = []
    for finder in (_national_be, _accounts, _cards, _mails, _phones, _national_nl, _names):
        taken += [
            found
            for found in finder(text, known)
            if not any(found.start < each.end and each.start < found.end for each in taken)
        ]
    return tuple(sorted(taken, key=lambda found: found.start))


def is_belgian(number: str) -> bool:
    """Whether eleven digits are a Belgian national number: a day of birth, and two digits that check (97)."""
    if len(number) != 11 or not number.isascii() or not number.isdigit():
        return False
    month, day = int(number[2:4]) % 20, int(number[4:6])
    first, check = int(number[:9]), int(number[9:])
    # Month and day are 00 when they are not known; who was born since 2000 counts with a 2 before it.
    return (
        month <= 12 and day <= 31 and check in {97 - first % 97, 97 - (2_000_000_000 + first) % 97}
    )


def is_dutch(number: str) -> bool:
    """Whether nine digits are a Dutch national number (BSN): the test of eleven."""
    if len(number) != 9 or not number.isascii() or not number.isdigit() or not int(number):
        return False
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(w * int(n) for w, n in zip(weights, number, strict=True)) % 11 == 0


def is_account(number: str) -> bool:
    """Whether this is an account number (IBAN, without spaces): its country, its length, and its check (97)."""
    if len(number) != IBAN_LENGTHS.get(number[:2].upper()) or not number.isascii():
        return False
    turned = (number[4:] + number[:4]).upper()
    return turned.isalnum() and int("".join(str(int(each, 36)) for each in turned)) % 97 == 1


def is_card(number: str) -> bool:
    """Whether digits could be those of a bank card: thirteen to nineteen, and the last one checks (Luhn)."""
    if not 13 <= len(number) <= 19 or not number.isascii() or not number.isdigit():
        return False
    doubled = (int(each) * 2 for each in number[-2::-2])
    return (
        sum(int(each) for each in number[::-2]) + sum(each // 10 + each % 10 for each in doubled)
    ) % 10 == 0


def _digits(words: str) -> str:
    return re.sub(r"\D", "", words)


def _matching(
    sort: Sort, pattern: re.Pattern[str], is_one: Callable[[str], bool]
) -> Callable[[str, Known], Iterator[Found]]:
    def find(text: str, _known: Known) -> Iterator[Found]:
        for match in pattern.finditer(text):
            if is_one(_digits(match.group())):
                yield Found(sort, match.start(), match.end(), match.group())

    return find


_national_be = _matching(Sort.NATIONAL_BE, _BELGIAN, is_belgian)
_national_nl = _matching(Sort.NATIONAL_NL, _DUTCH, is_dutch)
_cards = _matching(Sort.CARD, _CARD, is_card)


def _accounts(text: str, _known: Known) -> Iterator[Found]:
    for match in _ACCOUNT.finditer(text):
        end = _end_of_account(text, match.start())
        words = text[match.start() : end]
        if is_account(re.sub(r"[ .\-]", "", words)):
            yield Found(Sort.ACCOUNT, match.start(), end, words)


def _end_of_account(text: str, start: int) -> int:
    """Where as many letters and digits as this country has are over, spaces and dots not counted."""
    left, place = IBAN_LENGTHS.get(text[start : start + 2].upper(), 0), start
    while left and place < len(text) and (text[place].isalnum() or text[place] in " .-"):
        left -= text[place].isalnum()
        place += 1
    return place


def _mails(text: str, known: Known) -> Iterator[Found]:
    own = {each.casefold() for each in known.addresses}
    for match in _MAIL.finditer(text):
        if match.group().casefold() not in own:
            yield Found(Sort.MAIL, match.start(), match.end(), match.group())


def _phones(text: str, known: Known) -> Iterator[Found]:
    own = {_digits(each)[-8:] for each in known.phones}
    seen: set[int] = set()
    for region in REGIONS:
        for match in PhoneNumberMatcher(text, region, leniency=Leniency.VALID):
            if match.start not in seen and _digits(match.raw_string)[-8:] not in own:
                seen.add(match.start)
                yield Found(Sort.PHONE, match.start, match.end, match.raw_string)


def _names(text: str, known: Known) -> Iterator[Found]:
    """Two or more words with a capital beside each other, with what stands between a first and a family name. The
    first word of a sentence has a capital anyway, and says nothing."""
    own = {part.casefold() for name in known.names for part in name.split()}
    for words in _runs(text, list(_WORD.finditer(text))):
        capitals = [each for each in words if each.group()[0].isupper()]
        if len(capitals) < 2 or all(each.group().casefold() in own for each in capitals):
            continue
        start, end = words[0].start(), capitals[-1].end()
        yield Found(Sort.NAME, start, end, text[start:end])


def _runs(text: str, words: Iterable[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """Words that could be one name: beginning with a capital within a sentence, with at most a space between."""
    run: list[re.Match[str]] = []
    for word in words:
        if run and not _is_beside(text[run[-1].end() : word.start()]):
            yield run
            run = []
        if _could_be_of_a_name(word.group(), begun=bool(run)) and (
            run or not _begins_a_sentence(text, word.start())
        ):
            run.append(word)
        elif run:
            yield run
            run = []
    yield run


def _is_beside(gap: str) -> bool:
    return not gap.strip() and "\n" not in gap and len(gap) <= _LONGEST_GAP


def _could_be_of_a_name(word: str, *, begun: bool) -> bool:
    if begun and word.casefold() in _BETWEEN:
        return True
    is_capital = word[0].isupper() and (len(word) == 1 or not word.isupper())
    return is_capital and word.casefold() not in _NO_NAME


def _begins_a_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - _LOOK_BACK) : start].rstrip(" \t\"'«“(–-")
    return not before or before[-1] in ".!?:;…\n•*"
