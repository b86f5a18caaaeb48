"""Who waits for money that was agreed, and in which way it can reach them. Amounts are cents."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, F, Min, Q, QuerySet, Sum

from naast.expenses.models import Claim, CostSettings
from naast.expenses.states import ClaimState
from naast.organisations.actors import Actor
from naast.payouts.policies import paying as policy
from naast.people.models import Person

HAS_IBAN = Q(pay_account__isnull=False) & ~Q(pay_account__iban="")
BY_BANK = HAS_IBAN & Q(pay_account__wants_cash=False)
IN_CASH = Q(pay_account__wants_cash=True)
# Neither an account nor a word about cash.
NO_WAY = Q(pay_account__isnull=True) | Q(pay_account__iban="", pay_account__wants_cash=False)


@dataclass(frozen=True, slots=True)
class Owed:
    """How many people wait in one way, and for how much together."""

    people: int
    cents: int

    @property
    def mark(self) -> str:
        """What somebody saw before they said yes; it differs when something changed since."""
        return f"{self.people}-{self.cents}"


def agreed(actor: Actor) -> QuerySet[Claim]:
    """Everything that was agreed and waits to be paid, reversals among it; nothing for whoever does not pay."""
    rows = Claim.objects.filter(organisation_id=actor.organisation_id, state=ClaimState.APPROVED)
    return rows if policy.can_pay(actor) else rows.none()


def _waiting(actor: Actor, which: Q) -> QuerySet[Person]:
    """People with something agreed: `total` in cents, `number` of claims, `oldest` (when the first of them came),
    `wants_cash`. One grouped query."""
    people = (
        Person.objects.filter(
            organisation_id=actor.organisation_id,
            cost_years__claims__organisation_id=actor.organisation_id,
            cost_years__claims__state=ClaimState.APPROVED,
        )
        .annotate(
            total=Sum("cost_years__claims__cents"),
            number=Count("cost_years__claims"),
            oldest=Min("cost_years__claims__created_at"),
            wants_cash=F("pay_account__wants_cash"),
        )
        .filter(which)
    )
    return people if policy.can_pay(actor) else people.none()


def payees(actor: Actor, way: Q) -> QuerySet[Person]:
    """Who gets money in this way: BY_BANK, IN_CASH or NO_WAY."""
    return _waiting(actor, way & Q(total__gt=0)).select_related("pay_account")


def waits_since(actor: Actor, moment: datetime) -> QuerySet[Person]:
    """Who asked something before that moment that was agreed, and has money to get: by bank, in cash, or in no way that
    is known yet."""
    waiting = Q(total__gt=0, oldest__lte=moment)
    return _waiting(actor, (BY_BANK | IN_CASH | NO_WAY) & waiting).select_related("pay_account")


def below_zero(actor: Actor) -> QuerySet[Person]:
    """Of whom as much or more is taken back than agreed: it waits for their next payment; at zero only until the
    night (services.settling)."""
    return _waiting(actor, Q(total__lte=0))


def owed(people: QuerySet[Person]) -> Owed:
    """These people together, counted in the database."""
    found = people.order_by().aggregate(people=Count("pk"), cents=Sum("total"))
    return Owed(found["people"], found["cents"] or 0)


def of_earlier_years(claims: QuerySet[Claim], day: date) -> int:
    """How many of these costs belong to a year before the one in which they are paid."""
    return claims.filter(day__lt=date(day.year, 1, 1)).count()


def person_owed(actor: Actor, person: Person) -> list[Claim]:
    """What one person waits for, oldest day first."""
    rows = agreed(actor).filter(cost_year__person=person)
    return list(rows.order_by("day", "id"))


def pays_from(actor: Actor) -> CostSettings | None:
    """The settings with the account of the house; None when there is no account yet."""
    rows = CostSettings.objects.filter(organisation_id=actor.organisation_id)
    return rows.exclude(iban="").first()


def months_of(first: date, last: date) -> str:
    """«2026-02», or «2026-01 / 2026-02» when it spans more than one month: what stands on the bank statement."""
    begin, end = f"{first:%Y-%m}", f"{last:%Y-%m}"
    return begin if begin == end else f"{begin} / {end}"
