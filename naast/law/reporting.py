"""What somebody with an allowance reports before volunteering. Pure: dated rows in data/reporting.toml.

People name the office they report to, never an illness, an amount or a reason (spec/law 1.6, 2.2).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Any

from dateutil.relativedelta import relativedelta

from naast.core.working_days import add_working_days
from naast.law.dated import Dated, Sentence, frame, in_words, of_country, sentence, sentences, table


class Duty(StrEnum):
    """Who does something, and whether a start waits for it."""

    REPORT = "report"
    ADVISED = "advised"
    NONE = "none"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class Situation(Dated):
    """One dated row: to whom, on which form, in which steps.

    `silent_days`: working days after which no answer means yes. `valid_years`: how long what the organisation
    files is valid; `per_work`: it is about one kind of work.
    """

    code: str
    office: str
    duty: Duty
    name: Sentence
    to_whom: Sentence
    steps: tuple[Sentence, ...]
    form: str
    silent_days: int | None
    within_days: int | None
    valid_years: int | None
    per_work: bool = False

    @property
    def title(self) -> str:
        """What the situation is called."""
        return in_words(self.name)

    @property
    def office_in_words(self) -> str:
        """To whom it is reported."""
        return in_words(self.to_whom)

    @property
    def steps_in_words(self) -> list[str]:
        """What to do, in order."""
        return [in_words(step) for step in self.steps]


@dataclass(frozen=True, slots=True)
class Residence(Dated):
    """What is shown about staying here lawfully."""

    says: Sentence

    @property
    def sentence(self) -> str:
        """What to do, and what never to ask."""
        return in_words(self.says)


def situations(country: str, day: date) -> list[Situation]:
    """All rows of a country on a day."""
    return of_country(_situations(), country, day)


def offices(country: str, day: date) -> list[str]:
    """What people may answer to the question, in the order of the file; each once."""
    return list(dict.fromkeys(row.office for row in situations(country, day) if row.office))


def of_office(office: str, country: str, day: date) -> list[Situation]:
    """What somebody does who reports to this office; nothing for '' or an office of elsewhere."""
    return [row for row in situations(country, day) if office and row.office == office]


def good_to_know(country: str, day: date) -> list[Situation]:
    """What is told to everybody and asked of nobody."""
    return [row for row in situations(country, day) if not row.office]


def duty_of(office: str, country: str, day: date) -> Duty:
    """The strictest duty of who reports to this office: somebody tells the office, not the situation."""
    found = {row.duty for row in of_office(office, country, day)}
    order = (Duty.REPORT, Duty.ADVISED, Duty.ORGANISATION)
    return next((duty for duty in order if duty in found), Duty.NONE)


def filed_by_organisation(office: str, country: str, day: date) -> Situation | None:
    """What the organisation itself may file for this office; None for nothing."""
    rows = of_office(office, country, day)
    return next((row for row in rows if row.duty is Duty.ORGANISATION), None)


def is_per_work(form: str, country: str, day: date) -> bool:
    """Whether what an organisation files is about one kind of work, and not about all that it does."""
    return any(row.per_work for row in statements(country, day) if row.form == form)


def silent_on(office: str, country: str, filed_on: date) -> date | None:
    """The day from which silence of this office means yes; None where silence means nothing."""
    days = (row.silent_days for row in of_office(office, country, filed_on))
    count = next((each for each in days if each is not None), None)
    return None if count is None else add_working_days(filed_on, count, country)


def statements(country: str, day: date) -> list[Situation]:
    """What an organisation may file for all its volunteers."""
    return [row for row in situations(country, day) if row.duty is Duty.ORGANISATION]


def valid_until(form: str, country: str, filed_on: date) -> date | None:
    """The last day on which what was filed is valid; None for no end, or for an unknown form."""
    rows = (row for row in statements(country, filed_on) if row.form == form)
    years = next((row.valid_years for row in rows), None)
    return None if years is None else filed_on + relativedelta(years=years, days=-1)


def residence(country: str, day: date) -> Residence | None:
    """The rule about residence documents; None when none is known."""
    return next(iter(of_country(_residences(), country, day)), None)


@lru_cache(maxsize=1)
def _situations() -> tuple[Situation, ...]:
    return tuple(read(row) for row in table("reporting")["reporting"])


@lru_cache(maxsize=1)
def _residences() -> tuple[Residence, ...]:
    rows = table("reporting")["residence"]
    return tuple(Residence(**frame(row), says=sentence(row, "says")) for row in rows)


def read(row: Mapping[str, Any]) -> Situation:
    """One row of the file. Raises IncompleteRow, KeyError or ValueError."""
    return Situation(
        **frame(row),
        code=row["code"],
        office=row["office"],
        duty=Duty(row["duty"]),
        name=sentence(row, "name"),
        to_whom=sentence(row, "to_whom"),
        steps=sentences(row, "steps"),
        form=row.get("form", ""),
        silent_days=row.get("silent_days"),
        within_days=row.get("within_days"),
        valid_years=row.get("valid_years"),
        per_work=row.get("per_work", False),
    )
