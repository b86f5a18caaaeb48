"""Reads of who handles signals. Every function starts from what the actor may read because of their function."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import F, QuerySet, Value
from django.utils.translation import gettext as _

from naast.audit import log
from naast.core import clock
from naast.core.text import Text
from naast.law import handling as law
from naast.organisations.actors import Actor
from naast.organisations.models import Membership, Organisation
from naast.signals import rules
from naast.signals.models import (
    AgendaPoint,
    Calamity,
    Consultation,
    Decision,
    LevelChange,
    Measure,
    Signal,
)
from naast.signals.policies import agenda as agenda_policies
from naast.signals.policies import reading as policies
from naast.signals.queries.readers import Readers, readers_of_signal
from naast.signals.routing import House
from naast.signals.states import OPEN_STATES, Level, State, aspect_label

HIGHEST = max(Level)
MOST_LOOKS = 30
# The line of history that somebody with a function opened a signal.
READ = "signal.read"


def listed(actor: Actor, house: House, *, show: str) -> QuerySet[Signal]:
    """What waits (the most urgent first), what I took up, or what is closed; order it by page, by `haste` and
    `id`. Without the texts: a list shows kind and day, and nobody’s name."""
    rows = policies.visible_to(actor, house).annotate(haste=Value(int(HIGHEST)) - F("level"))
    if show == "closed":
        rows = rows.filter(state=State.CLOSED)
    else:
        rows = rows.filter(state__in=OPEN_STATES)
    if show == "mine":
        rows = rows.filter(handler_id=actor.membership_id)
    return rows.select_related("handler__user").only(
        "id",
        "organisation_id",
        "created_at",
        "kind",
        "level",
        "state",
        "due_at",
        "closed_at",
        "handler_id",
        "handler__user__name",
        "handler__user__email",
    )


def get_signal(actor: Actor, signal_id: UUID, house: House | None = None) -> Signal | None:
    """One signal this actor reads because of their function, or None."""
    rows = (
        policies.visible_to(actor, house)
        .select_related(
            "reporter__user",
            "entered_by__user",
            "about",
            "colleague__user",
            "handler__user",
            "programme",
            "match__participant",
            "match__volunteer",
            "decision__decided_by__user",
            "calamity__noted_by__user",
            "calamity__reported_by__user",
        )
        .prefetch_related("level_changes__by__user", "consultations__by__user", "measures")
    )
    return rows.filter(pk=signal_id).first()


def lock_signal(actor: Actor, signal_id: UUID) -> Signal:
    """A signal, locked until the surrounding transaction ends. Raises Signal.DoesNotExist."""
    rows = policies.visible_to(actor).select_related("programme", "match", "reporter__user")
    return rows.select_for_update(of=("self",), no_key=True).get(pk=signal_id)


@dataclass(frozen=True, slots=True)
class Look:
    """Somebody opened the signal: when, and who (None: no longer here)."""

    at: datetime
    name: str


def looks_at(signal: Signal) -> list[Look]:
    """Who opened it because of their function, newest first; two queries. For who reads it, and for who told it."""
    rows = list(log.views_of(signal.organisation_id, signal.pk).filter(kind=READ)[:MOST_LOOKS])
    members = Membership.objects.filter(
        organisation_id=signal.organisation_id, user_id__in={row.user_id for row in rows}
    ).select_related("user")
    names: dict[UUID | None, str] = {
        each.user_id: each.user.name or each.user.email for each in members
    }
    return [Look(row.created_at, names.get(row.user_id, "")) for row in rows]


@dataclass(frozen=True, slots=True)
class SignalPage:
    """Everything on the page of one signal."""

    signal: Signal
    house: Organisation
    readers: Readers
    looks: list[Look]
    days_waiting: int
    is_overdue: bool
    erased_on: date | None
    route: list[law.RouteStep]
    calamity_rule: law.CalamityRule | None
    decision: Decision | None
    calamity: Calamity | None
    aspect: str
    measures: list[Measure]
    consultations: list[Consultation]
    level_changes: list[LevelChange]

    @property
    def others(self) -> list[Membership]:
        """Who else reads it, to hand it over."""
        return [each for each in self.readers.members if each.pk != self.signal.handler_id]

    @property
    def is_answered(self) -> bool:
        """Whether who told it heard from us, also after it was passed on."""
        passed_on = self.decision.passed_on if self.decision is not None else None
        return rules.is_answered(self.signal.answered_at, passed_on)

    @property
    def needs_measure(self) -> bool:
        """A boundary was crossed and no first measure is written down (S0-13)."""
        return rules.asks_a_measure(self.signal.kind) and not self.measures

    @property
    def has_calamity(self) -> bool:
        """Whether somebody saw a calamity in it."""
        return self.calamity is not None

    @property
    def must_report(self) -> bool:
        """A calamity that is not reported yet."""
        return self.calamity is not None and self.calamity.reported_at is None

    @property
    def supervisor(self) -> Text:
        """To whom a calamity is reported, as far as a rule is known today."""
        rule = self.calamity_rule
        return _("the supervisor") if rule is None else rule.supervisor

    @property
    def reported(self) -> Calamity | None:
        """A calamity that was reported."""
        return None if self.must_report else self.calamity


def signal_page(actor: Actor, signal: Signal, house: House) -> SignalPage:
    """Read the page; a constant number of queries."""
    now, organisation = clock.now(), Organisation.objects.get(pk=actor.organisation_id)
    return SignalPage(
        signal=signal,
        house=organisation,
        readers=readers_of_signal(signal, house),
        looks=looks_at(signal),
        days_waiting=rules.days_waiting(signal.created_at, today=clock.today()),
        is_overdue=rules.is_overdue(signal.state, signal.due_at, now=now),
        erased_on=rules.erased_on(signal.closed_at),
        route=law.route(organisation.country, clock.today()),
        calamity_rule=law.calamity(organisation.country, clock.today()),
        decision=getattr(signal, "decision", None),
        calamity=getattr(signal, "calamity", None),
        aspect=aspect_label(signal.aspect),
        measures=list(signal.measures.all()),
        consultations=list(signal.consultations.all()),
        level_changes=list(signal.level_changes.all()),
    )


def agenda(actor: Actor, *, is_discussed: bool) -> QuerySet[AgendaPoint]:
    """What the team talks about, or talked about (order it by page)."""
    return agenda_policies.visible_to(actor).filter(discussed_on__isnull=not is_discussed)


def get_point(actor: Actor, point_id: UUID) -> AgendaPoint | None:
    """One point of the agenda of the team, or None."""
    return agenda_policies.visible_to(actor).filter(pk=point_id).first()
