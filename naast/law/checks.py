"""When a check of conduct must, may or may not be asked of a volunteer. Pure: dated rows in data/checks.toml.

No row for a country and day: no rule is known, and a person looks it up (spec/law 1.9, 2.3).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Any

from dateutil.relativedelta import relativedelta
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from naast.core.text import Text
from naast.law.ages import IncompleteRow
from naast.law.dated import Dated, Sentence, frame, in_words, of_country, sentence, sentences, table


class Verdict(StrEnum):
    """What a rule says about asking."""

    MUST = "must"
    MAY = "may"
    NOT_NEEDED = "not_needed"
    WARN = "warn"  # no legal basis was found: who asks all the same writes down why
    DONT = "dont"
    UNKNOWN = "unknown"  # no rule is known


@dataclass(frozen=True, slots=True)
class Situation:
    """What the rules look at. `is_adult` None: the age is not known, and counts as adult. `since`: from when
    this person does these tasks (today for who is still to start). `shown_on`: when they last showed it here."""

    is_adult: bool | None = None
    with_minors: bool = False
    extra_care: bool = False
    is_vaph: bool = False
    is_youth_work: bool = False
    since: date | None = None
    shown_on: date | None = None


@dataclass(frozen=True, slots=True)
class CheckRule(Dated):
    """One dated row: what holds in one case for one kind of check."""

    kind: str
    case: str
    verdict: Verdict
    says: Sentence
    max_age_months: int | None
    again_after_months: int | None
    not_again_months: int | None


@dataclass(frozen=True, slots=True)
class Way(Dated):
    """How somebody gets the paper, step by step: for who asks, and in the words for the volunteer."""

    kind: str
    steps: tuple[Sentence, ...]
    own_steps: tuple[Sentence, ...]

    @property
    def steps_in_words(self) -> list[str]:
        """What who asks does."""
        return [in_words(step) for step in self.steps]

    @property
    def own_steps_in_words(self) -> list[str]:
        """What the volunteer does."""
        return [in_words(step) for step in self.own_steps]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What may be done, in one sentence, and where that comes from."""

    verdict: Verdict
    sentence: Text
    kind: str = ""
    source: str = ""
    confidence: str = ""
    again_after_months: int | None = None

    @property
    def may_be_asked(self) -> bool:
        """Whether there is a legal basis to ask."""
        return self.verdict in (Verdict.MUST, Verdict.MAY)

    @property
    def needs_reason(self) -> bool:
        """Whether who asks writes down why: no basis, or no rule, is known."""
        return self.verdict in (Verdict.WARN, Verdict.NOT_NEEDED, Verdict.UNKNOWN)

    @property
    def is_forbidden(self) -> bool:
        """Whether the rule says not to ask."""
        return self.verdict is Verdict.DONT


Case = Callable[[CheckRule, Situation, date], bool]


def _adult_with_minors(situation: Situation) -> bool:
    """Who does not tell their age counts as adult: a gap must not open a door."""
    return situation.with_minors and situation.is_adult is not False


def _shown_within(rule: CheckRule, situation: Situation, day: date) -> bool:
    if situation.shown_on is None or not rule.not_again_months:
        return False
    return (
        _adult_with_minors(situation)
        and situation.shown_on >= day - relativedelta(months=rule.not_again_months)
        and situation.shown_on <= day
    )


CASES: Mapping[str, Case] = {
    "youth_work": lambda _rule, situation, _day: situation.is_youth_work,
    "shown_within_year": _shown_within,
    "minors_existing": lambda rule, situation, _day: (
        _adult_with_minors(situation)
        and situation.since is not None
        and situation.since < rule.valid_from
    ),
    "minors": lambda _rule, situation, _day: _adult_with_minors(situation),
    "vaph": lambda _rule, situation, _day: situation.is_vaph,
    "extra_care": lambda _rule, situation, _day: situation.extra_care or situation.with_minors,
    "otherwise": lambda _rule, _situation, _day: True,
}


def judge(country: str, situation: Situation, day: date, *, kind: str = "") -> Judgement:
    """What the rules of this country say on this day; with `kind`, about that check alone."""
    for rule in of_country(_rules(), country, day):
        if kind in ("", rule.kind) and CASES[rule.case](rule, situation, day):
            return Judgement(
                rule.verdict,
                in_words(rule.says),
                rule.kind,
                rule.source,
                rule.confidence,
                rule.again_after_months,
            )
    return Judgement(
        Verdict.UNKNOWN,
        _("We know no rule about this check for this country and day. Look it up before you ask."),
        kind,
    )


def usual_kind(country: str, day: date) -> str:
    """The check that the rules of this country are about; '' when none is known."""
    return next((rule.kind for rule in of_country(_rules(), country, day)), "")


def too_old(kind: str, country: str, *, issued_on: date, seen_on: date) -> Text:
    """Why a paper of this day is too old on the day it is seen, and what to do; '' when it is not."""
    months = max_age_months(kind, country, seen_on)
    if months is None or issued_on >= seen_on - relativedelta(months=months):
        return ""
    return _(
        "This paper is of %(issued)s. On the day you see it, it may be at most %(months)s month old: of "
        "%(first)s or later. Ask for a new one."
    ) % {
        "issued": date_format(issued_on, "DATE_FORMAT"),
        "months": months,
        "first": date_format(seen_on - relativedelta(months=months), "DATE_FORMAT"),
    }


def max_age_months(kind: str, country: str, day: date) -> int | None:
    """How old a paper of this kind may be on this day; None when no rule says so."""
    found = (
        rule.max_age_months for rule in of_country(_rules(), country, day) if rule.kind == kind
    )
    return next((months for months in found if months is not None), None)


def renewal_months(kind: str, country: str, day: date) -> int | None:
    """After how many months a new one is advised; None when no rule says so."""
    rules = of_country(_rules(), country, day)
    found = (rule.again_after_months for rule in rules if rule.kind == kind)
    return next((months for months in found if months is not None), None)


def way_to(kind: str, country: str, day: date) -> Way | None:
    """How somebody gets this paper; None when we don't know."""
    return next((way for way in of_country(_ways(), country, day) if way.kind == kind), None)


@lru_cache(maxsize=1)
def _rules() -> tuple[CheckRule, ...]:
    return tuple(read(row) for row in table("checks")["checks"])


@lru_cache(maxsize=1)
def _ways() -> tuple[Way, ...]:
    return tuple(
        Way(
            **frame(row),
            kind=row["kind"],
            steps=sentences(row, "steps"),
            own_steps=sentences(row, "own_steps"),
        )
        for row in table("checks")["ways"]
    )


def read(row: Mapping[str, Any]) -> CheckRule:
    """One row of the file. Raises IncompleteRow or KeyError."""
    if row["case"] not in CASES:
        raise IncompleteRow(f"{row['country']}: there is no case {row['case']}")
    return CheckRule(
        **frame(row),
        kind=row["kind"],
        case=row["case"],
        verdict=Verdict(row["verdict"]),
        says=sentence(row, "says"),
        max_age_months=row.get("max_age_months"),
        again_after_months=row.get("again_after_months"),
        not_again_months=row.get("not_again_months"),
    )
