"""Which risks must be insured, and the terms of the free Flemish insurance. Pure: dated rows in
data/insurance.toml (spec/law 1.3, 1.5, 2.6)."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any, Protocol

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.core.decisions import ALLOW, Decision, deny
from naast.core.text import Text
from naast.law.ages import IncompleteRow
from naast.law.dated import Dated, Sentence, frame, in_words, of_country, sentence, table

LIABILITY = "liability"
RISKS: Mapping[str, Text] = {
    LIABILITY: gettext_lazy("Liability of the organisation"),
    "liability_volunteers": gettext_lazy("Liability of each volunteer, also on the way"),
    "bodily_damage": gettext_lazy("Accidents: bodily harm to volunteers, also on the way"),
    "material_damage": gettext_lazy("Belongings of volunteers, also on the way"),
    "disease": gettext_lazy("Occupational disease and infection"),
    "legal_aid": gettext_lazy("Legal aid"),
}
FEDERAL, WELFARE_DECREE = "federal", "welfare_decree"


@dataclass(frozen=True, slots=True)
class Duty(Dated):
    """Risks that must be insured under one law."""

    scheme: str
    risks: tuple[str, ...]
    says: Sentence

    @property
    def sentence(self) -> str:
        """What the law asks."""
        return in_words(self.says)


@dataclass(frozen=True, slots=True)
class FreeScheme(Dated):
    """The terms of the free Flemish insurance: hours in so many months, and how long before an activity is
    registered."""

    most_hours: int
    warn_hours: int
    months: int
    register_hours: int
    remind_hours: int
    risks: tuple[str, ...]
    says: Sentence

    @property
    def sentence(self) -> str:
        """For whom it is, and what it asks."""
        return in_words(self.says)

    def may_register(self, *, used: float, hours: float) -> Decision:
        """Whether an activity of these hours still fits beside what was used."""
        if used + hours > self.most_hours:
            return deny(
                _(
                    "The free insurance covers %(most)s hours in %(months)s months; with this activity it "
                    "would be %(total)s. Insure it in another way."
                )
                % {"most": self.most_hours, "months": self.months, "total": f"{used + hours:g}"}
            )
        return ALLOW

    def is_in_time(self, *, registered_at: datetime, starts_at: datetime) -> Decision:
        """Whether an activity was registered long enough before its start."""
        if registered_at > starts_at - timedelta(hours=self.register_hours):
            return deny(
                _(
                    "An activity is registered at least %(hours)s hours before it starts. This one is not "
                    "covered by the free insurance: insure it in another way."
                )
                % {"hours": self.register_hours}
            )
        return ALLOW

    def asks_attention(self, used: float) -> bool:
        """Whether so many hours were used that somebody should know."""
        return used >= self.warn_hours


@dataclass(frozen=True, slots=True)
class Municipal(Dated):
    """What the insurance of a municipality covers, beside one's own."""

    code: str
    risks: tuple[str, ...]
    says: Sentence

    @property
    def sentence(self) -> str:
        """What it covers, and who pays first."""
        return in_words(self.says)


class Policy(Protocol):
    """What the rules look at in a policy."""

    @property
    def risks(self) -> Collection[str]: ...
    @property
    def from_on(self) -> date: ...
    @property
    def until_on(self) -> date | None: ...


def duties(country: str, day: date, *, under_decree: bool) -> list[Duty]:
    """What must be insured; empty when no rule is known."""
    rows = of_country(_duties(), country, day)
    return [row for row in rows if row.scheme == FEDERAL or under_decree]


def compulsory(country: str, day: date, *, under_decree: bool) -> list[str]:
    """The risks that must be insured, in the order of RISKS."""
    asked = {risk for row in duties(country, day, under_decree=under_decree) for risk in row.risks}
    return [risk for risk in RISKS if risk in asked]


def free_scheme(country: str, day: date) -> FreeScheme | None:
    """The free insurance of this country on this day; None when there is none that we know of."""
    return next(iter(of_country(_free(), country, day)), None)


def municipal(country: str, day: date) -> list[Municipal]:
    """The policies of municipalities that we know of."""
    return of_country(_municipal(), country, day)


def covers(policies: Iterable[Policy], risk: str, day: date) -> bool:
    """Whether one of these policies covers a risk on a day."""
    return any(risk in each.risks and _holds_on(each, day) for each in policies)


def uncovered(policies: Collection[Policy], risks: Iterable[str], day: date) -> list[str]:
    """Which of these risks no policy covers on a day."""
    return [risk for risk in risks if not covers(policies, risk, day)]


def covered_until(policies: Collection[Policy], risks: Collection[str], day: date) -> date | None:
    """The last day up to which each of these risks stays covered without a gap; date.max for no end, None
    when one of them is not covered on `day`."""
    ends = [_until(policies, risk, day) for risk in risks]
    found = [end for end in ends if end is not None]
    return min(found, default=date.max) if len(found) == len(ends) else None


def covered_since(policies: Collection[Policy], risks: Collection[str], day: date) -> date | None:
    """The first day from which each of these risks was covered without a gap up to `day`; None as above."""
    if uncovered(policies, risks, day):
        return None
    return max((_since(policies, risk, day) for risk in risks), default=day)


def _holds_on(policy: Policy, day: date) -> bool:
    return policy.from_on <= day and (policy.until_on is None or day <= policy.until_on)


def _until(policies: Iterable[Policy], risk: str, day: date) -> date | None:
    """Goes from policy to policy as long as the next begins before or on the day after the last."""
    end: date | None = None
    for each in sorted((one for one in policies if risk in one.risks), key=lambda it: it.from_on):
        reach = day if end is None or end == date.max else end + timedelta(days=1)
        if each.from_on <= reach and (each.until_on is None or each.until_on >= day):
            end = max(end or date.min, each.until_on or date.max)
    return end


def _since(policies: Iterable[Policy], risk: str, day: date) -> date:
    first = day
    rows = [one for one in policies if risk in one.risks]
    for each in sorted(rows, key=lambda it: it.until_on or date.max, reverse=True):
        ends = each.until_on or date.max
        touches = ends == date.max or ends + timedelta(days=1) >= first
        if touches and each.from_on < first:
            first = each.from_on
    return first


def _risks(row: Mapping[str, Any]) -> tuple[str, ...]:
    unknown = set(row["risks"]) - set(RISKS)
    if unknown or not row["risks"]:
        raise IncompleteRow(f"{row['country']}: risks that we don’t know: {sorted(unknown)}")
    return tuple(row["risks"])


@lru_cache(maxsize=1)
def _duties() -> tuple[Duty, ...]:
    return tuple(read(row) for row in table("insurance")["duties"])


@lru_cache(maxsize=1)
def _free() -> tuple[FreeScheme, ...]:
    return tuple(read_free(row) for row in table("insurance")["free"])


@lru_cache(maxsize=1)
def _municipal() -> tuple[Municipal, ...]:
    return tuple(
        Municipal(**frame(row), code=row["code"], risks=_risks(row), says=sentence(row, "says"))
        for row in table("insurance")["municipal"]
    )


def read(row: Mapping[str, Any]) -> Duty:
    """One duty of the file. Raises IncompleteRow or KeyError."""
    if row["scheme"] not in (FEDERAL, WELFARE_DECREE):
        raise IncompleteRow(f"{row['country']}: there is no scheme {row['scheme']}")
    return Duty(**frame(row), scheme=row["scheme"], risks=_risks(row), says=sentence(row, "says"))


def read_free(row: Mapping[str, Any]) -> FreeScheme:
    """The free insurance of the file. Raises IncompleteRow or KeyError."""
    if not row["warn_hours"] <= row["most_hours"]:
        raise IncompleteRow(f"{row['country']}: warn before it is full")
    names = ("most_hours", "warn_hours", "months", "register_hours", "remind_hours")
    return FreeScheme(
        **frame(row),
        **{name: row[name] for name in names},
        risks=_risks(row),
        says=sentence(row, "says"),
    )
