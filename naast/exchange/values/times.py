"""When somebody can, and how long something took."""

import re
from datetime import datetime, time, timedelta

from django.utils.translation import gettext as _

from naast.exchange.reading import Cell, as_text
from naast.exchange.values.readings import Problem, Reading, without_accents

PARTS = 3
ALL_DAYS = frozenset(range(7))
ALL_PARTS = frozenset(range(PARTS))
MORNING, AFTERNOON, EVENING = range(PARTS)

_DAYS: dict[str, frozenset[int]] = {}
for _number, _names in enumerate(
    (
        "ma maa maandag maandagen lundi lundis lun lu monday mondays mon",
        "di din dinsdag dinsdagen mardi mardis mar tuesday tuesdays tue",
        "wo woe woensdag woensdagen mercredi mercredis mer wednesday wednesdays wed",
        "do don donderdag donderdagen jeudi jeudis jeu je thursday thursdays thu",
        "vr vrij vrijdag vrijdagen vendredi vendredis ven ve friday fridays fri",
        "za zat zaterdag zaterdagen samedi samedis sam sa saturday saturdays sat",
        "zo zon zondag zondagen dimanche dimanches dim sunday sundays sun",
    )
):
    for _word in _names.split():
        _DAYS[_word] = frozenset({_number})
for _word in ["weekend", "weekends", "weekeinde", "we"]:
    _DAYS[_word] = frozenset({5, 6})
for _word in [
    "week",
    "werkdagen",
    "weekdagen",
    "werkdag",
    "weekdag",
    "semaine",
    "weekdays",
    "weekday",
    "werkweek",
]:
    _DAYS[_word] = frozenset(range(5))
for _word in [
    "altijd",
    "toujours",
    "always",
    "flexibel",
    "flexible",
    "dagelijks",
    "alle",
    "elke",
    "iedere",
    "tous",
    "chaque",
    "every",
    "daily",
    "anytime",
]:
    _DAYS[_word] = ALL_DAYS

_PARTS: dict[str, frozenset[int]] = {}
for _part, _names in (
    (
        MORNING,
        "voormiddag voormiddagen vm ochtend ochtenden ochtends morgen morgens matin matins matinee matinees morning mornings am",
    ),
    (
        AFTERNOON,
        "namiddag namiddagen nm middag middagen middags midi apresmidi apresmidis aprem afternoon afternoons pm",
    ),
    (EVENING, "avond avonden avonds av soir soirs soiree soirees evening evenings"),
):
    for _word in _names.split():
        _PARTS[_word] = frozenset({_part})
for _word in ["overdag", "journee", "daytime"]:
    _PARTS[_word] = frozenset({MORNING, AFTERNOON})

# «We» is the weekend, unless days stand before it: then it is only French for «les WE».
_SHORT_WEEKEND = frozenset({"we"})
_FILLERS = frozenset(
    [
        "en",
        "et",
        "and",
        "of",
        "ou",
        "or",
        "op",
        "in",
        "de",
        "het",
        "le",
        "la",
        "les",
        "the",
        "on",
        "s",
        "om",
        "dag",
        "dagen",
        "jour",
        "jours",
        "day",
        "days",
        "hele",
        "gans",
        "ganse",
        "toute",
        "heel",
        "kan",
        "beschikbaar",
        "disponible",
        "available",
        "vrij",
        "mogelijk",
        "liefst",
        "graag",
        "sommige",
        "meestal",
        "souvent",
        "vaak",
        "uur",
        "heures",
        "heure",
    ]
)
_UNTIL = frozenset(["-", "tot", "tem", "tm", "au", "to", "through", "until", "bis", "a"])
_JOINERS = frozenset(["en", "et", "and", ",", ";"])
_EXCEPT = frozenset(["niet", "behalve", "sauf", "except", "geen", "not", "uitgezonderd", "pas"])
_FROM = frozenset(["na", "vanaf", "apres", "des", "after", "from"])
_BEFORE = frozenset(["voor", "avant", "before"])
_TOKEN = re.compile(r"\d{1,2}\s*(?:[:uh]\s*(?:\d{2})?|uur\b)|[a-z]+|[-,;]|\d+")


def parse_availability(text: str) -> Reading[int] | Problem:
    """The parts of the week as 21 bits: bit = day * 3 + part, Monday morning first.

    «di namiddag, weekend», «ma/wo avond», «lundi au vendredi sauf mercredi», «na 18u».
    """
    plain = without_accents(text)
    plain = re.sub(r"apres\s*-?\s*midi", "apresmidi", plain).replace("t/m", " tem ")
    plain = re.sub(r"voor\s+de\s+middag|avant\s+midi", "voormiddag", plain)
    plain = re.sub(r"na\s+de\s+middag", "namiddag", plain)
    plain = re.sub(r"tot\s+en\s+met", " tem ", plain).replace("week-end", "weekend")
    plain = plain.replace("voor-middag", "voormiddag").replace("–", "-").replace("—", "-")
    tokens = _TOKEN.findall(plain)
    week = _Week()
    for index, token in enumerate(tokens):
        week.take(token.strip(), tokens[index + 1] if index + 1 < len(tokens) else "")
    mask = week.finish()
    if not mask:
        return Problem(
            "availability.unreadable",
            text,
            _(
                "This can't be read as days and parts of the day. Write for example: Tue afternoon, weekend."
            ),
        )
    if week.strange:
        note = _("not understood: %(words)s") % {"words": ", ".join(week.strange)}
        return Reading(mask, note, is_doubtful=True)
    return Reading(mask)


class _Week:
    """Reads words from left to right; parts of the day belong to the days before (or after) them."""

    def __init__(self) -> None:
        self.mask = 0
        self.strange: list[str] = []
        self._days: set[int] = set()
        self._parts: set[int] = set()
        self._parts_first = False
        self._range_from: int | None = None
        self._last_day: int | None = None
        self._hour_word = ""
        self._last_hour: int | None = None
        self._excluding = False
        self._joined = False

    def take(self, token: str, following: str) -> None:
        """One word; `following` is the next one."""
        if token[:1].isdigit():
            self._take_hour(token)
        elif token in _FROM or (token in _BEFORE and following[:1].isdigit()):
            self._hour_word = token
        elif not self._takes_sign(token):
            self._take_word(token)

    def _takes_sign(self, token: str) -> bool:
        if token in _JOINERS:
            self._joined = bool(self._parts)
        elif token in _EXCEPT:
            self._flush()
            self._excluding = True
        elif token in _UNTIL:
            self._range_from = self._last_day
            self._hour_word = "-"
        else:
            return False
        return True

    def _take_word(self, token: str) -> None:
        if token in _DAYS and not (self._days and token in _SHORT_WEEKEND):
            self._take_days(_DAYS[token])
        elif token in _PARTS:
            self._take_parts(_PARTS[token])
        elif token not in _FILLERS:
            self.strange.append(token)

    def _take_days(self, days: frozenset[int]) -> None:
        first = min(days)
        if self._range_from is not None and len(days) == 1:
            span = (first - self._range_from) % 7
            days = frozenset((self._range_from + step) % 7 for step in range(span + 1))
        elif self._parts and not self._parts_first:
            if not self._days and not self._joined:
                self._parts_first = True
            else:
                self._flush()
        self._range_from = None
        self._last_day = first if len(days) == 1 else None
        self._days |= days
        self._joined = False

    def _take_parts(self, parts: frozenset[int]) -> None:
        if self._parts_first and self._days:
            self._flush()
            self._parts_first = True
        self._parts |= parts
        self._joined = False
        self._range_from = None

    def _take_hour(self, token: str) -> None:
        hour = int(re.match(r"\d+", token)[0][:3])  # type: ignore[index]  # called with a digit in front
        if hour > 24:
            self.strange.append(token)
            return
        if self._hour_word in _FROM:
            self._take_parts(frozenset(range(_part_of(hour), PARTS)))
        elif self._hour_word in _BEFORE:
            self._take_parts(frozenset(range(_part_of(hour - 1) + 1)))
        elif self._hour_word and self._last_hour is not None:
            self._take_parts(frozenset(range(_part_of(self._last_hour), _part_of(hour - 1) + 1)))
        else:
            self._take_parts(frozenset({_part_of(hour)}))
        self._last_hour, self._hour_word = hour, ""

    def _flush(self) -> None:
        if self._days or self._parts:
            days = self._days or ALL_DAYS
            bits = 0
            for day in days:
                for part in self._parts or ALL_PARTS:
                    bits |= 1 << (day * PARTS + part)
            if self._excluding:
                self.mask = (self.mask or (1 << 21) - 1) & ~bits
            else:
                self.mask |= bits
        self._days, self._parts = set(), set()
        self._parts_first = self._excluding = False

    def finish(self) -> int:
        self._flush()
        return self.mask


def _part_of(hour: int) -> int:
    if hour < 12:
        return MORNING
    return AFTERNOON if hour < 18 else EVENING


_NUMBER_WORDS = (
    ("anderhalf", "1.5"),
    ("driekwartier", "45min"),
    ("drie kwartier", "45min"),
    ("kwartier", "15min"),
    ("une demi-heure", "30min"),
    ("demi-heure", "30min"),
    ("half an hour", "30min"),
    ("halfuur", "30min"),
    ("half uur", "30min"),
    ("een", "1"),
    ("une", "1"),
    ("one", "1"),
    ("twee", "2"),
    ("deux", "2"),
    ("two", "2"),
    ("drie", "3"),
    ("trois", "3"),
    ("three", "3"),
)
_HOURS_MINUTES = re.compile(
    r"(\d{1,2})\s*(?:uur|uren|heures?|hours?|hrs?|u|h|:)\s*(?:en|et|and)?\s*(\d{1,2})\s*(?:m|min|minuten|minutes?|mins)?(?::00)?"
)
_HOURS = re.compile(r"(\d{1,2}(?:\.\d+)?)\s*(?:uur|uren|heures?|hours?|hrs?|u|h)")
_MINUTES = re.compile(r"(\d{1,3})\s*(?:m|min|minuten|minutes?|minuut|mins|')")
_BARE = re.compile(r"\d{1,3}(?:\.\d+)?")
LONGEST_HOURS = 24


def parse_duration(cell: Cell, unit: str = "") -> Reading[int] | Problem:
    """Minutes. A bare number is hours up to twelve and minutes from fifteen on, unless `unit` says.

    `unit` is "hours" or "minutes" when the heading tells.
    """
    if isinstance(cell, timedelta):
        return _minutes(cell.total_seconds() / 60, as_text(cell))
    if isinstance(cell, datetime | time):
        return _minutes(cell.hour * 60 + cell.minute, as_text(cell))
    text = as_text(cell)
    plain = without_accents(text).replace(",", ".")
    for word, number in _NUMBER_WORDS:
        plain = plain.replace(word, number)
    plain = re.sub(r"(\d+)\s*(?:uur|heures?|h|u)\s+et\s+demie?", r"\1:30", plain).strip(" .")
    if _BARE.fullmatch(plain):
        return _bare(float(plain), unit, text)
    return _minutes(_from_words(plain), text)


def _from_words(plain: str) -> float:
    """Minutes, or 0 when the words say no duration."""
    if match := _HOURS_MINUTES.fullmatch(plain):
        return int(match[1]) * 60 + int(match[2])
    if match := _HOURS.fullmatch(plain):
        return float(match[1]) * 60
    match = _MINUTES.fullmatch(plain)
    return int(match[1]) if match else 0


def _bare(number: float, unit: str, text: str) -> Reading[int] | Problem:
    in_hours = unit == "hours" or (unit != "minutes" and number < 13)
    read = _minutes(number * 60 if in_hours else number, text)
    if isinstance(read, Problem) or unit:
        return read
    note = _("read as hours") if in_hours else _("read as minutes")
    return Reading(read.value, note, is_doubtful=13 <= number < 15)


def _minutes(number: float, text: str) -> Reading[int] | Problem:
    minutes = round(number)
    if not 0 < minutes <= LONGEST_HOURS * 60:
        return _no_duration(text)
    return Reading(minutes)


def _no_duration(text: str) -> Problem:
    return Problem(
        "duration.unreadable",
        text,
        _("This can't be read as a duration. Write for example 1:30 or 90 min."),
    )
