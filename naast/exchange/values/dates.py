"""Dates as people type them: 3/7/58, 3 juli 1958, 1958-07-03, or the number Excel keeps."""

import re
from datetime import date, datetime, timedelta
from enum import Enum

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from naast.exchange.reading import Cell, as_text
from naast.exchange.values.readings import Problem, Reading, without_accents
from naast.law.ages import age_on


class Meaning(Enum):
    """What the date is about, which decides the century and what is believable."""

    BIRTH = "birth"
    MOMENT = "moment"  # something planned or agreed: near today, may lie ahead
    VISIT = "visit"  # something that happened: near today, never ahead


OLDEST = 120
# A two-digit year of birth means somebody between these ages, when such a person can exist.
LIKELY_AGES = range(10, 106)

_AHEAD = timedelta(days=5 * 365)
_EPOCH = date(1899, 12, 30)
_MONTHS: dict[str, int] = {}
for _number, _names in enumerate(
    (
        "januari jan janvier janv january",
        "februari feb febr fevrier fev fevr february",
        "maart mrt maa mars march mar",
        "april apr avril avr",
        "mei mai may",
        "juni jun juin june",
        "juli jul juillet juil july",
        "augustus aug aout august",
        "september sep sept septembre",
        "oktober okt octobre oct october",
        "november nov novembre",
        "december dec decembre",
    ),
    start=1,
):
    for _word in _names.split():
        _MONTHS[_word] = _number

_SEPARATOR = r"\s*[-/. ]\s*"
_DAY_FIRST = re.compile(rf"(\d{{1,2}}){_SEPARATOR}(\d{{1,2}}){_SEPARATOR}['’]?(\d{{4}}|\d{{2}})\.?")
_YEAR_FIRST = re.compile(r"(\d{4})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{1,2})")
_WITHOUT_YEAR = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{1,2})\.?")
_NAMED = re.compile(
    r"(\d{1,2})\s*(?:e|er|ste|de|th|st|nd|rd)?[ .\-/]*([a-z]{3,})[ .,\-/]*['’]?(\d{4}|\d{2})?"
)
_NAMED_FIRST = re.compile(r"([a-z]{3,})\.?\s*(\d{1,2})(?:th|st|nd|rd)?\s*,?\s+['’]?(\d{4}|\d{2})")
_WEEKDAY = re.compile(
    r"^(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag|ma|di|wo|do|vr|za|zo"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lun|mar|mer|jeu|ven|sam|dim"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)\.?,?\s+(?:le\s+|the\s+)?(?=\d)"
)
_TIME_BEHIND = re.compile(r"(?:t|\s+(?:om|at|a)?\s*)\d{1,2}\s*[:uh]\s*\d{0,2}.*$")


def parse_date(cell: Cell, meaning: Meaning, today: date) -> Reading[date] | Problem:
    """The day a cell means. A guess about the year comes back as a note, never silently.

    A birth date is never in the future; day comes before month, as in Belgium and the Netherlands.
    """
    if isinstance(cell, datetime):
        return _believable(cell.date(), "", meaning, today, as_text(cell))
    if isinstance(cell, date):
        return _believable(cell, "", meaning, today, as_text(cell))
    text = as_text(cell)
    if isinstance(cell, bool):
        return _no_date(text)
    found = (
        _from_digits(text, meaning, today)
        if text.isdecimal()
        else _from_words(text, meaning, today)
    )
    if isinstance(found, Problem):
        return found
    return _believable(found[0], found[1], meaning, today, text)


_Found = tuple[date, bool] | Problem  # the day, and whether something was guessed


def _from_digits(text: str, meaning: Meaning, today: date) -> _Found:
    """A bare number: the day number of a spreadsheet, or a date without separators."""
    number = int(text[:8])
    if len(text) == 4 and 1900 <= number <= 2100:
        return Problem(
            "date.year-only",
            text,
            _("Only a year stands here. Write the whole date, for example 3/7/1958."),
        )
    if len(text) in {4, 5} and number >= 1000:
        return _EPOCH + timedelta(days=number), True
    if len(text) == 8:
        if 1900 <= int(text[:4]) <= 2100:
            return _day(int(text[:4]), int(text[4:6]), int(text[6:]), text, guessed=False)
        return _day(int(text[4:]), int(text[2:4]), int(text[:2]), text, guessed=False)
    if len(text) == 6:
        return _day_month_year(text[:2], text[2:4], text[4:], (text, meaning, today))
    return _no_date(text)


def _from_words(text: str, meaning: Meaning, today: date) -> _Found:
    plain = without_accents(text).strip(" .,")
    context = (text, meaning, today)
    plain = _WEEKDAY.sub("", plain)
    plain = _TIME_BEHIND.sub("", plain).strip()
    if match := _DAY_FIRST.fullmatch(plain):
        return _day_month_year(match[1], match[2], match[3], context)
    if match := _YEAR_FIRST.fullmatch(plain):
        return _day(int(match[1]), int(match[2]), int(match[3]), text, guessed=False)
    if (match := _NAMED.fullmatch(plain)) and match[2] in _MONTHS:
        return _day_month_year(match[1], str(_MONTHS[match[2]]), match[3] or "", context)
    if (match := _NAMED_FIRST.fullmatch(plain)) and match[1] in _MONTHS:
        return _day_month_year(match[2], str(_MONTHS[match[1]]), match[3], context)
    if (match := _WITHOUT_YEAR.fullmatch(plain)) and meaning is not Meaning.BIRTH:
        return _day_month_year(match[1], match[2], "", context)
    return _no_date(text)


def _day_month_year(day: str, month: str, year: str, context: tuple[str, Meaning, date]) -> _Found:
    text, meaning, today = context
    swapped = int(month) > 12 >= int(day)
    if swapped:
        day, month = month, day
    if len(year) == 4:
        return _day(int(year), int(month), int(day), text, guessed=swapped)
    if not year and meaning is Meaning.BIRTH:
        return _no_date(text)
    candidates = []
    for full_year in _years(year, today):
        try:
            candidates.append(date(full_year, int(month), int(day)))
        except ValueError:
            continue
    if not candidates:
        return _no_date(text)
    return _most_likely(candidates, meaning, today), True


def _years(two_digits: str, today: date) -> list[int]:
    if not two_digits:
        return [today.year - 1, today.year, today.year + 1]
    century = today.year // 100 * 100
    return [century - 100 + int(two_digits), century + int(two_digits)]


def _most_likely(candidates: list[date], meaning: Meaning, today: date) -> date:
    if meaning is Meaning.BIRTH:
        past = [day for day in candidates if day <= today] or candidates
        likely = [day for day in past if age_on(day, today) in LIKELY_AGES]
        return max(likely or past)
    latest = today if meaning is Meaning.VISIT else today + _AHEAD
    candidates = [day for day in candidates if day <= latest] or candidates
    return min(candidates, key=lambda day: abs(day - today))


def _day(year: int, month: int, day: int, text: str, *, guessed: bool) -> _Found:
    try:
        return date(year, month, day), guessed
    except ValueError:
        return Problem(
            "date.impossible",
            text,
            _("This day does not exist in the calendar. Write it as day/month/year."),
        )


def _no_date(text: str) -> Problem:
    return Problem(
        "date.unreadable",
        text,
        _("This can't be read as a date. Write it as day/month/year, for example 3/7/1958."),
    )


def _believable(
    found: date, guessed: bool | str, meaning: Meaning, today: date, text: str
) -> Reading[date] | Problem:
    if meaning is not Meaning.MOMENT and found > today:
        return Problem("date.future", text, _("This day has yet to come. Look at the year."))
    if meaning is Meaning.BIRTH and age_on(found, today) > OLDEST:
        return Problem("date.too-old", text, _("Nobody is that old. Look at the year."))
    if meaning is not Meaning.BIRTH and not 1950 <= found.year <= today.year + 20:
        return Problem(
            "date.far-off", text, _("This date is too far away to be right. Look at the year.")
        )
    if not guessed:
        return Reading(found)
    return Reading(found, _("read as %(date)s") % {"date": date_format(found, "DATE_FORMAT")})
