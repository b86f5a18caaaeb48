"""What a volunteer does with their own costs: ask, answer, take back, and say where to pay."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import BinaryIO
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.core import pictures
from naast.core.errors import DomainError, Incomplete, NotAllowed, StateConflict
from naast.expenses import amounts
from naast.expenses.errors import DeclareFirst
from naast.expenses.inputs import NewClaim
from naast.expenses.models import Claim, PayAccount, Proof
from naast.expenses.policies import claims as policy
from naast.expenses.policies import mine
from naast.expenses.queries.terms import costs_of
from naast.expenses.services import claims
from naast.expenses.services.moves import move
from naast.expenses.states import ANSWER, WITHDRAW, ClaimState, Kind, Vehicle
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.organisations.taps import just_tapped
from naast.people.models import Person
from naast.rates.queries.figures import figures_for

# Points: the smallest print of a bill can still be read.
PROOF_SIDE = 1600


@dataclass(frozen=True, slots=True, kw_only=True)
class Rides:
    """Kilometres (thousandths, there and back) for several visits at once, travelled in the same way."""

    km: dict[UUID, int]
    vehicle: Vehicle
    from_place: str
    to_place: str


@transaction.atomic
def ask(*, actor: Actor, new: NewClaim, photo: BinaryIO | None = None) -> Claim:
    """Ask one cost back, with a photo of the ticket or bill where there is one.

    Raises Incomplete for a day that can't be; NotAPicture; and what claims.claim raises. (S2-38)
    """
    claims.check_day(new.day)
    if (
        new.programme_id is not None
        and not mine.programmes_of(actor).filter(pk=new.programme_id).exists()
    ):
        raise NotAllowed(_("You don’t take part in this programme."))
    if photo is not None:
        new = replace(new, jpeg=pictures.small(photo, side=PROOF_SIDE))
    person = _person(actor)
    return _tapped_twice(actor, person, new) or claims.claim(actor=actor, person=person, new=new)


def _tapped_twice(actor: Actor, person: Person, new: NewClaim) -> Claim | None:
    """The same claim of a moment ago: somebody tapped «Send» twice. A visit is claimed once in any case."""
    if new.visit_id is not None:
        return None
    claims.lock_year(person, new.day.year)
    rows = policy.own_of(actor).filter(
        kind=new.kind,
        day=new.day,
        visit__isnull=True,
        proof__isnull=not new.has_proof,
        state=ClaimState.SENT,
        created_at__gt=just_tapped(),
    )
    said = _said(new)
    for row in rows:
        if said == _said(row) and new.cents in (None, row.cents):
            return row
    return None


def _said(what: NewClaim | Claim) -> tuple[object, ...]:
    """What tells one claim from another of the same day."""
    places = (what.purpose, what.from_place, what.to_place)
    return (what.programme_id, what.km, what.hours, *places)


def asked_just_now(actor: Actor, visits: Collection[UUID]) -> bool:
    """Whether the travel of exactly these visits was sent a moment ago: the second of two taps."""
    rows = policy.own_of(actor).filter(
        visit__in=visits,
        kind=Kind.TRAVEL,
        state=ClaimState.SENT,
        created_at__gt=just_tapped(),
    )
    return bool(visits) and rows.count() == len(set(visits))


@transaction.atomic
def ask_rides(*, actor: Actor, rides: Rides) -> Sequence[Claim]:
    """Ask the kilometres of several visits back; all of them or none.

    Raises Incomplete, with the sentence at «km_» and the id of the visit that can't be paid back; StateConflict when
    one of them stands in another claim meanwhile; DeclareFirst for a visit of a year that was not declared. (S2-38)
    """
    visits = mine.visits_to_claim(actor).filter(pk__in=rides.km, visited_on__gte=claims.first_day())
    found = visits.order_by("visited_on", "id").values_list(
        "pk", "visited_on", "match__programme_id"
    )
    if len(found) != len(rides.km) or not found:
        raise StateConflict(_("These visits stand in another claim already."))
    made, wrong = [], {}
    for visit_id, day, programme_id in found:
        new = NewClaim(
            kind=Kind.TRAVEL,
            day=day,
            km=rides.km[visit_id],
            vehicle=rides.vehicle,
            programme_id=programme_id,
            visit_id=visit_id,
            from_place=rides.from_place,
            to_place=rides.to_place,
            purpose=_("A visit"),
        )
        try:
            made.append(ask(actor=actor, new=new))
        except DeclareFirst:
            # One thing to do first, and it is no field of this form.
            raise
        except DomainError as error:
            wrong[f"km_{visit_id}"] = str(error)
    if wrong:
        raise Incomplete(wrong)
    return made


def ask_fixed(*, actor: Actor, day: date, programme_id: UUID, hours: int | None) -> Claim:
    """Ask the fixed amount of a programme for one day (Belgium) or these hours, in thousandths (the Netherlands).
    How much is agreed by the house, at most what the law allows. Raises what `ask` raises. (S2-43, S4-17)
    """
    person = _person(actor)
    organisation = Organisation.objects.get(pk=actor.organisation_id)
    costs = costs_of(organisation.pk, programme_id)
    cents = amounts.fixed(
        figures_for(organisation).on(day),
        country=organisation.country,
        given=costs.flat_amount if costs is not None else None,
        hours=hours,
        born=person.birth_on,
    )
    new = NewClaim(kind=Kind.FLAT, day=day, cents=cents, hours=hours, programme_id=programme_id)
    return ask(actor=actor, new=new)


@transaction.atomic
def answer(*, actor: Actor, claim_id: UUID, words: str, photo: BinaryIO | None = None) -> Claim:
    """Answer the question of finance, with a better photo where it helps; the claim goes back to them.

    Raises Claim.DoesNotExist, StateConflict or NotAPicture.
    """
    row = policy.own_of(actor).get(pk=claim_id)
    moved = move(actor=actor, claim=row, step=ANSWER, answer=words)
    if photo is not None:
        Proof.objects.update_or_create(
            organisation_id=row.organisation_id,
            claim=row,
            defaults={"jpeg": pictures.small(photo, side=PROOF_SIDE)},
        )
    return moved


def take_back(*, actor: Actor, claim_id: UUID) -> Claim:
    """Take a claim back as long as nobody agreed to it; its place under the ceilings is free again.

    Raises Claim.DoesNotExist or StateConflict.
    """
    return move(actor=actor, claim=policy.own_of(actor).get(pk=claim_id), step=WITHDRAW)


@transaction.atomic
def set_account(*, actor: Actor, holder: str, iban: str, wants_cash: bool) -> PayAccount:
    """Where the volunteer is paid: an account, or by hand with a receipt. Raises NotAllowed."""
    person = _person(actor)
    policy.can_claim_for(actor, person).require()
    account, _is_new = PayAccount.objects.update_or_create(
        organisation_id=person.organisation_id,
        person=person,
        defaults={
            "holder": "" if wants_cash else holder,
            "iban": "" if wants_cash else iban,
            "wants_cash": wants_cash,
        },
    )
    log.record("costs.account-set", actor=actor, target=account)
    return account


def _person(actor: Actor) -> Person:
    """The volunteer behind this actor. Raises NotAllowed for who is none."""
    if actor.person_id is None:
        raise NotAllowed(_("Only a volunteer can do this."))
    return Person.objects.get(pk=actor.person_id, organisation_id=actor.organisation_id)
