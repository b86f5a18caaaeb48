"""Reads about what is insured, until when, and how many hours of the free insurance are used."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import ceil
from uuid import UUID

from dateutil.relativedelta import relativedelta
from django.db.models import QuerySet, Sum
from django.utils.text import get_text_list
from django.utils.translation import gettext

from naast.checks import hours
from naast.checks.models import Activity, Policy
from naast.checks.policies import insurance as policies
from naast.core.text import Text
from naast.law import insurance as law
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation

# Days before the end on which coordinators are reminded (spec/law 1.5).
BEFORE_THE_END = timedelta(days=60)
# In a paper, where no policy has a number.
NO_NUMBER = "–"


@dataclass(frozen=True, slots=True)
class Missing:
    """A risk that must be insured and is not, with the law that asks it."""

    risk: Text
    duty: law.Duty


@dataclass(frozen=True, slots=True)
class Counted:
    """Hours of the free insurance in its window up to a day: visits that were told, and registered
    activities. `untold`: visits without a length."""

    scheme: law.FreeScheme
    visits: float
    activities: float
    untold: int

    @property
    def used(self) -> float:
        """All hours together."""
        return self.visits + self.activities

    @property
    def used_whole(self) -> int:
        """The same in whole hours, rounded up."""
        return ceil(self.used)

    @property
    def asks_attention(self) -> bool:
        """Whether it is time to look for another insurance."""
        return self.scheme.asks_attention(self.used)


@dataclass(frozen=True, slots=True)
class Register:
    """What the page of insurance shows."""

    policies: list[Policy]
    duties: list[law.Duty]
    missing: list[Missing]
    counted: Counted | None
    municipal: list[law.Municipal]
    is_expired: bool


def of_organisation(organisation_id: UUID) -> list[Policy]:
    """Every policy of an organisation, newest first: a handful."""
    return list(Policy.objects.filter(organisation_id=organisation_id))


def get_policy(actor: Actor, policy_id: UUID) -> Policy | None:
    """One policy, or None."""
    return policies.visible_to(actor).filter(pk=policy_id).first()


def get_activity(actor: Actor, activity_id: UUID) -> Activity | None:
    """One activity, or None."""
    return policies.activities_visible_to(actor).filter(pk=activity_id).first()


def activities(actor: Actor, *, now: datetime) -> QuerySet[Activity]:
    """Activities under the free insurance of the last two weeks and later."""
    rows = policies.activities_visible_to(actor).filter(starts_at__gte=now - timedelta(days=14))
    return rows.order_by("starts_at", "id")


def liability_expired(rows: list[Policy], day: date) -> bool:
    """Whether liability was insured once and is not today: then nobody starts. An organisation that
    registered nothing is told elsewhere."""
    known = [each for each in rows if law.LIABILITY in each.risks and each.from_on <= day]
    return bool(known) and not law.covers(known, law.LIABILITY, day)


def last_liability(rows: list[Policy], day: date) -> Policy | None:
    """The policy for liability that ended last, when none holds any more; None otherwise."""
    if not liability_expired(rows, day):
        return None
    ended = [each for each in rows if law.LIABILITY in each.risks and each.until_on is not None]
    return max(ended, key=lambda each: each.until_on or day, default=None)


def asked_of(house: Organisation, day: date) -> list[str]:
    """The risks that this organisation must insure; liability where no rule is known."""
    found = law.compulsory(house.country, day, under_decree=house.is_under_welfare_decree)
    return found or [law.LIABILITY]


def register(actor: Actor, house: Organisation, *, day: date) -> Register:
    """Everything for the page, in a constant number of queries."""
    rows = list(policies.visible_to(actor))
    duties = law.duties(house.country, day, under_decree=house.is_under_welfare_decree)
    return Register(
        policies=rows,
        duties=duties,
        missing=missing(rows, duties, day),
        counted=counted(house, rows, day),
        municipal=law.municipal(house.country, day),
        is_expired=liability_expired(rows, day),
    )


def missing(rows: list[Policy], duties: list[law.Duty], day: date) -> list[Missing]:
    """What must be insured and is not, each risk once, with the law that asks it."""
    found = {
        risk: Missing(law.RISKS[risk], duty)
        for duty in reversed(duties)
        for risk in law.uncovered(rows, duty.risks, day)
    }
    return [found[risk] for risk in law.RISKS if risk in found]


def counted(house: Organisation, rows: list[Policy], day: date) -> Counted | None:
    """The hours used up to a day; None for who has no free insurance, or where no rule is known."""
    is_free = any(each.kind == Policy.Kind.FREE and each.holds_on(day) for each in rows)
    scheme = law.free_scheme(house.country, day)
    if not is_free or scheme is None:
        return None
    first = day - relativedelta(months=scheme.months) + timedelta(days=1)
    told = hours.logged(house.pk, first, day)
    registered = Activity.objects.filter(
        organisation=house, registered_at__isnull=False, starts_at__date__gte=first
    ).aggregate(hours=Sum("hours"))["hours"]
    return Counted(scheme, round(told.hours, 1), float(registered or 0), told.untold)


def to_register(actor: Actor, *, now: datetime, within: timedelta) -> QuerySet[Activity]:
    """Activities that start soon and are not registered."""
    rows = policies.activities_visible_to(actor).filter(registered_at__isnull=True)
    return rows.filter(starts_at__gt=now, starts_at__lte=now + within)


def ending(actor: Actor, *, day: date) -> list[Policy]:
    """Policies that end within sixty days, unless another one covers the same from then on."""
    return ending_of(list(policies.visible_to(actor)), day=day)


def ending_of(rows: list[Policy], *, day: date) -> list[Policy]:
    """The same, of policies in hand."""
    soon = day + BEFORE_THE_END
    return [
        each
        for each in rows
        if each.until_on is not None
        and day <= each.until_on <= soon
        and not is_followed(each, rows)
    ]


def is_followed(policy: Policy, rows: list[Policy]) -> bool:
    """Whether the others cover, the day after, everything this one covers."""
    if policy.until_on is None:
        return True
    others = [each for each in rows if each.pk != policy.pk]
    return not law.uncovered(others, policy.risks, policy.until_on + timedelta(days=1))


def insurance_facts(organisation_id: UUID, day: date) -> dict[str, str]:
    """What a paper may say about insurance on a day: every insurer, number and risk, who insures liability
    first; nothing when none holds."""
    rows = [each for each in of_organisation(organisation_id) if each.holds_on(day)]
    rows.sort(key=lambda each: law.LIABILITY not in each.risks)
    if not rows:
        return {}
    covered = {risk for each in rows for risk in each.risks}
    risks = [str(words) for risk, words in law.RISKS.items() if risk in covered]
    return {
        "insurer": _joined(each.insurer for each in rows),
        "policy_number": _joined(_number(each, rows) for each in rows) or NO_NUMBER,
        "insured_risks": ", ".join(risks),
    }


def _number(policy: Policy, rows: list[Policy]) -> str:
    """The number, with whose it is where several hold."""
    if not policy.number or len(rows) == 1:
        return policy.number
    return f"{policy.number} ({policy.insurer})"


def _joined(words: Iterable[str]) -> str:
    """«a, b and c», each once, in the language of the paper."""
    return get_text_list(list(dict.fromkeys(each for each in words if each)), gettext("and"))
