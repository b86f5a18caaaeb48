"""Reads of loans. Every function starts from what the actor may see."""

from datetime import date
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from naast.lending.models import Loan
from naast.lending.policies import loans as policies
from naast.lending.queries.things import OUT, UNWIPED
from naast.lending.rules import SHOW_BEFORE
from naast.lending.states import Condition
from naast.organisations.actors import Actor
from naast.parting.policies import partings
from naast.parting.states import OPEN_STATES
from naast.people.models import Person, VolunteerProfile

MOST_OWN = 50
WAITS_FOR_ANSWER = Q(told_on__isnull=False, heard_on__isnull=True)


def _with_all(rows: QuerySet[Loan]) -> QuerySet[Loan]:
    return rows.select_related("item", "person__user")


def listed(actor: Actor, show: str, *, day: date) -> QuerySet[Loan]:
    """Loans (order them by page): `show` is «back» for what must come back now, «over» for what came back, and
    everything that is out otherwise."""
    if show == "back":
        return _with_all(must_come_back(actor, day=day))
    rows = policies.visible_to(actor)
    return _with_all(rows.exclude(OUT) if show == "over" else rows.filter(OUT))


def overdue(actor: Actor, *, day: date) -> QuerySet[Loan]:
    """The day on which it comes back has passed. What was told about it comes first, and who says goodbye stands
    apart: nobody is chased."""
    rows = policies.visible_to(actor).filter(OUT, due_on__lt=day)
    return rows.exclude(WAITS_FOR_ANSWER).exclude(_is_leaving(actor))


def _is_leaving(actor: Actor) -> Q:
    former = VolunteerProfile.objects.filter(
        person=OuterRef("person"), status=VolunteerProfile.Status.FORMER
    )
    saying = partings.visible_to(actor).filter(person=OuterRef("person"), state__in=OPEN_STATES)
    return Q(Exists(former)) | Q(Exists(saying.order_by()))


def of_leavers(actor: Actor) -> QuerySet[Loan]:
    """Out with somebody who says goodbye, or did, also when it is late; what was told about it comes first."""
    rows = policies.visible_to(actor).filter(OUT).exclude(WAITS_FOR_ANSWER)
    return rows.filter(_is_leaving(actor))


def must_come_back(actor: Actor, *, day: date) -> QuerySet[Loan]:
    """All of these."""
    rows = policies.visible_to(actor).filter(OUT)
    return rows.filter(Q(due_on__lt=day) | _is_leaving(actor))


def told(actor: Actor) -> QuerySet[Loan]:
    """The borrower says that something is broken or lost, and nobody settled it with them yet."""
    return policies.visible_to(actor).filter(OUT, WAITS_FOR_ANSWER)


def unwiped(actor: Actor) -> QuerySet[Loan]:
    """It came back, and what is on it is still to be erased."""
    return policies.visible_to(actor).filter(UNWIPED)


def of_person(actor: Actor, person: Person) -> QuerySet[Loan]:
    """What somebody has, for coordinators."""
    return policies.visible_to(actor).filter(OUT, person=person).select_related("item")


def get_loan(actor: Actor, loan_id: UUID) -> Loan | None:
    """One for staff, or None."""
    rows = _with_all(policies.visible_to(actor)).select_related("lent_by__user", "taken_by__user")
    return rows.filter(pk=loan_id).first()


def lock_loan(actor: Actor, loan_id: UUID) -> Loan:
    """One for staff, locked until the surrounding transaction ends. Raises Loan.DoesNotExist."""
    return _locked(policies.visible_to(actor), loan_id)


def lock_own(actor: Actor, loan_id: UUID) -> Loan:
    """One's own, locked. Raises Loan.DoesNotExist."""
    return _locked(policies.own_of(actor), loan_id)


def _locked(rows: QuerySet[Loan], loan_id: UUID) -> Loan:
    locked = rows.select_for_update(of=("self",), no_key=True)
    return locked.select_related("item", "person__user").get(pk=loan_id)


def get_own(actor: Actor, loan_id: UUID) -> Loan | None:
    """One's own, or None."""
    rows = _with_all(policies.own_of(actor)).select_related("lent_by__user")
    return rows.filter(pk=loan_id).first()


def mine(actor: Actor) -> list[Loan]:
    """What I have, and after that what I had, newest first; one query."""
    rows = _with_all(policies.own_of(actor))
    return list(rows.order_by(F("back_on").desc(nulls_first=True), "-id")[:MOST_OWN])


def unconfirmed(actor: Actor) -> QuerySet[Loan]:
    """Lent to me, and I did not say yet that I have it."""
    return policies.own_of(actor).filter(OUT, confirmed_on__isnull=True)


def soon_back(actor: Actor, *, day: date) -> QuerySet[Loan]:
    """Mine, and it comes back within days, or should have."""
    rows = policies.own_of(actor).filter(OUT, due_on__lte=day + SHOW_BEFORE)
    return rows.exclude(told=Condition.LOST).select_related("item")
