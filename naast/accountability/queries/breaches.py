"""Reads of the register of breaches, and its clock."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.timezone import localdate

from naast.accountability import texts
from naast.accountability.models import Breach, BreachReport
from naast.accountability.policies import breaches as policies
from naast.accountability.states import OPEN_STATES, BreachState, DataKind, Risk, Whose
from naast.core import clock
from naast.core.text import Text
from naast.law import privacy
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation


@dataclass(frozen=True, slots=True)
class Clock:
    """Until when the authority can be told in time. `before` is None while no rule is known or nothing is sure."""

    rule: privacy.BreachRule | None
    before: datetime | None
    is_running: bool
    is_over: bool
    reported_at: datetime | None

    @property
    def is_late(self) -> bool:
        """Whether the first report came after its time."""
        return bool(self.before and self.reported_at and self.reported_at > self.before)


@dataclass(frozen=True, slots=True)
class BreachPage:
    """Everything on the page of one breach."""

    breach: Breach
    clock: Clock
    reports: list[BreachReport]
    data: list[Text]
    whose: list[Text]
    may_handle: bool


def listed(actor: Actor, *, is_open: bool) -> QuerySet[Breach]:
    """The register: what is being handled, or all that is over (order it by page)."""
    rows = policies.visible_to(actor)
    return rows.filter(state__in=OPEN_STATES) if is_open else rows.exclude(state__in=OPEN_STATES)


def get_breach(actor: Actor, breach_id: UUID) -> Breach | None:
    """One breach, or None for whoever may not read it."""
    rows = policies.visible_to(actor).select_related("noticed_by__user", "weighed_by__user")
    return rows.filter(pk=breach_id).first()


def is_unreported() -> Q:
    """Aware of it, not reported, and not weighed as «a risk is unlikely»."""
    reports = BreachReport.objects.filter(breach=OuterRef("pk"))
    return Q(
        ~Exists(reports),
        state=BreachState.OPEN,
        aware_at__isnull=False,
    ) & ~Q(risk=Risk.UNLIKELY)


def clock_running(actor: Actor) -> QuerySet[Breach]:
    """Breaches whose clock runs."""
    return policies.visible_to(actor).filter(is_unreported())


def noticed(actor: Actor) -> QuerySet[Breach]:
    """What somebody thinks leaked, and nobody took up yet."""
    return policies.visible_to(actor).filter(state=BreachState.NOTICED)


def people_to_tell(actor: Actor) -> QuerySet[Breach]:
    """A high risk, and the people don’t know yet."""
    rows = policies.visible_to(actor).filter(state=BreachState.OPEN, risk=Risk.HIGH)
    return rows.filter(told_at__isnull=True, not_told="")


def country_of(actor: Actor) -> str:
    """The country whose rules hold."""
    return Organisation.objects.values_list("country", flat=True).get(pk=actor.organisation_id)


def clock_of(breach: Breach, reports: list[BreachReport], country: str, *, now: datetime) -> Clock:
    """The clock of one breach at this moment: 72 hours from the moment we know (GDPR 33.1)."""
    rule = privacy.breach_rule(country, localdate(breach.aware_at or breach.noticed_at))
    before = breach.report_before(rule.hours) if rule else None
    reported_at = reports[0].sent_at if reports else None
    is_running = (
        breach.state == BreachState.OPEN
        and breach.aware_at is not None
        and reported_at is None
        and breach.risk != Risk.UNLIKELY
    )
    is_over = is_running and before is not None and now >= before
    return Clock(rule, before, is_running=is_running, is_over=is_over, reported_at=reported_at)


def strictest(breach: Breach, country: str) -> datetime | None:
    """Before which moment the authority has to know, counted from the first of us who thought so as long as nobody is
    sure; None where no rule is known."""
    since = breach.aware_at or breach.noticed_at
    rule = privacy.breach_rule(country, localdate(since))
    return since + timedelta(hours=rule.hours) if rule else None


def breach_page(actor: Actor, breach: Breach) -> BreachPage:
    """The page of one breach; two queries beside the breach itself."""
    reports = list(breach.reports.select_related("written_by__user"))
    return BreachPage(
        breach=breach,
        clock=clock_of(breach, reports, country_of(actor), now=clock.now()),
        reports=reports,
        data=[DataKind(code).label for code in breach.data],
        whose=[Whose(code).label for code in breach.whose],
        may_handle=bool(policies.can_handle(actor, breach)),
    )


def letter_of(actor: Actor, breach: Breach, language: str) -> texts.Words:
    """The letter to the people in this language: as the house changed it, or the usual one filled in."""
    own = breach.letter.get(language)
    if own:
        return texts.Words(own["subject"], own["body"])
    house = Organisation.objects.get(pk=actor.organisation_id)
    return texts.breach_letter(language, organisation=house.name, phone=house.phone)
