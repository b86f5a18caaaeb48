"""Claims as finance looks at them: what waits, and one of them with everything around it."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.utils.formats import date_format

from naast.core.text import Text
from naast.expenses.models import Claim, CostSettings, Proof
from naast.expenses.queries.terms import costs_of, programmes_of, settings_of
from naast.expenses.states import TO_LOOK_AT, ClaimState, Kind
from naast.expenses.terms import why_not
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.organisations.queries import colleagues
from naast.payouts.policies import looking as policies
from naast.people.names import typed_words
from naast.people.queries.search import words_beginning

# What the list can show beside «to look at», in the order of the work.
SHOWN: Final = (
    ClaimState.SECOND,
    ClaimState.ASKED_BACK,
    ClaimState.APPROVED,
    ClaimState.BATCHED,
    ClaimState.PAID,
    ClaimState.NOT_PAID,
    ClaimState.WITHDRAWN,
)
# The newest stand first where nobody waits any more.
OVER: Final = (ClaimState.PAID, ClaimState.NOT_PAID, ClaimState.WITHDRAWN)
# A year that was, and the one that runs: older ones are found by name.
MONTHS = 24
# Never read for a list: they are long, and encrypted.
WORDS: Final = ("from_place", "to_place", "purpose", "question", "answer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What the list shows: a state («» what waits), a month by its first day, words of a name, a kind, a programme."""

    show: str = ""
    month: date | None = None
    name: str = ""
    kind: str = ""
    programme_id: UUID | None = None

    @property
    def is_close(self) -> bool:
        """Whether a kind or a programme was asked."""
        return bool(self.kind or self.programme_id)

    @property
    def is_narrow(self) -> bool:
        """Whether anything else than «everything that waits» was asked."""
        return bool(self.show or self.month or self.name or self.is_close)


@dataclass(frozen=True, slots=True)
class Line:
    """One claim in the list. `may_tick`: the actor may agree, and nothing asks for a closer look."""

    claim: Claim
    month: str
    programme: str
    may_tick: bool


def months_until(today: date) -> list[date]:
    """The first days of this month and those before it, the newest first."""
    found = [today.replace(day=1)]
    while len(found) < MONTHS:
        found.append((found[-1] - timedelta(days=1)).replace(day=1))
    return found


def listed(actor: Actor, asked: Filter) -> QuerySet[Claim]:
    """The claims of the list, with whether there is a bill; the words stay where they are."""
    states = (asked.show,) if asked.show else TO_LOOK_AT
    # Gifts are nobody's question: they stand in a list of their own.
    rows = policies.visible_to(actor).filter(state__in=states).exclude(kind=Kind.GIFT)
    if asked.month is not None:
        last = asked.month.replace(day=monthrange(asked.month.year, asked.month.month)[1])
        rows = rows.filter(day__range=(asked.month, last))
    if asked.kind:
        rows = rows.filter(kind=asked.kind)
    if asked.programme_id is not None:
        rows = rows.filter(programme_id=asked.programme_id)
    typed = typed_words(asked.name)
    if typed:
        found = words_beginning(actor.organisation_id, typed).values("person_id")
        rows = rows.filter(cost_year__person_id__in=found)
    elif asked.name.strip():
        rows = rows.none()
    return _around(rows).defer(*WORDS)


def lines_of(actor: Actor, rows: Iterable[Claim], *, limit: int) -> list[Line]:
    """The rows of a page as they are shown; no query."""
    return [
        Line(
            claim=row,
            month=date_format(row.day, "F Y"),
            programme="" if row.programme is None else row.programme.name,
            may_tick=not row.warnings and bool(policies.can_agree(actor, row, limit=limit)),
        )
        for row in rows
    ]


def limit_of(actor: Actor) -> int:
    """Above so many cents two colleagues look."""
    return settings_of(actor.organisation_id).second_pair_above


def programmes(actor: Actor) -> list[tuple[str, str]]:
    """The programmes to choose from."""
    return [(str(each.pk), each.name) for each in programmes_of(actor)]


def get_claim(actor: Actor, claim_id: UUID) -> Claim | None:
    """One claim with what stands around it, or None when it is not the actor's to see."""
    rows = policies.visible_to(actor).select_related(
        "visit",
        "entered_by__user",
        "first_look_by__user",
        "second_look_by__user",
        "reverses",
        "reversed_by",
    )
    photos = Proof.objects.filter(claim=OuterRef("pk")).exclude(jpeg=b"")
    shown = _around(rows).annotate(
        is_pictured=Exists(photos),
        paper=Subquery(Proof.objects.filter(claim=OuterRef("pk")).values("paper")),
    )
    return shown.filter(pk=claim_id).first()


def proof_of(actor: Actor, claim_id: UUID) -> Proof | None:
    """The photo of the bill, for who may look at the claim."""
    claims = policies.visible_to(actor).filter(pk=claim_id)
    proofs = Proof.objects.filter(organisation_id=actor.organisation_id, claim__in=claims)
    return proofs.exclude(jpeg=b"").first()


def has_proof(claim: Claim) -> bool:
    """Whether there is a photo of the bill; a claim from `get_claim` knows it."""
    known = getattr(claim, "is_proven", None)
    return Proof.objects.filter(claim_id=claim.pk).exists() if known is None else bool(known)


def why_house_not(claim: Claim, settings: CostSettings, *, country: str) -> str:
    """Why the house does not pay this by its own terms of today; «» when it does. One query."""
    costs = costs_of(claim.organisation_id, claim.programme_id)
    return why_not(claim, settings=settings, costs=costs, country=country)


def others_who_may_look(actor: Actor, claim: Claim) -> bool:
    """Whether a colleague is there for the next look: neither the actor, nor who looked or wrote it down, nor the
    volunteer themselves."""
    known = (actor.membership_id, claim.first_look_by_id, claim.entered_by_id)
    rows = colleagues(actor, Function.FINANCE).exclude(pk__in=[each for each in known if each])
    is_hers = Q(person_id__isnull=False, person_id=claim.cost_year.person_id)
    return rows.exclude(is_hers).exists()


def waits_for_second(actor: Actor) -> QuerySet[Claim]:
    """What a colleague agreed to once, and the actor may look at too."""
    rows = policies.looked_at_by(actor).filter(state=ClaimState.SECOND)
    return rows.exclude(first_look_by=actor.membership_id).exclude(entered_by=actor.membership_id)


def needs_another(actor: Actor, moment: datetime) -> QuerySet[Claim]:
    """What came before that moment and waits for somebody else: the actor looked or wrote it down, or it is theirs."""
    mine = Q(state=ClaimState.SECOND) & (
        Q(first_look_by=actor.membership_id) | Q(entered_by=actor.membership_id)
    )
    if actor.person_id is not None:
        mine |= Q(cost_year__person_id=actor.person_id)
    waiting = policies.visible_to(actor).filter(state__in=TO_LOOK_AT, created_at__lte=moment)
    return waiting.filter(mine)


def answered(actor: Actor) -> QuerySet[Claim]:
    """Asked about, and answered: somebody looks again. An empty question is empty in the database too."""
    return policies.looked_at_by(actor).filter(state=ClaimState.SENT).exclude(question="")


def waits_since(actor: Actor, moment: datetime) -> QuerySet[Claim]:
    """What came before that moment, and nobody looked at yet."""
    sent = policies.looked_at_by(actor).filter(state=ClaimState.SENT, question="")
    return sent.filter(created_at__lte=moment)


def asked_since(actor: Actor, moment: datetime) -> QuerySet[Claim]:
    """What came before that moment, and still waits for the volunteer's answer."""
    asked = policies.looked_at_by(actor).filter(state=ClaimState.ASKED_BACK)
    return asked.filter(created_at__lte=moment)


def state_choices() -> list[tuple[str, Text]]:
    """What the list can show."""
    return [(state.value, state.label) for state in SHOWN]


def _around(rows: QuerySet[Claim]) -> QuerySet[Claim]:
    return rows.select_related("cost_year__person", "programme").annotate(
        is_proven=Exists(Proof.objects.filter(claim=OuterRef("pk")))
    )
