"""Lending, and what becomes of it: it comes back, it breaks, it is lost (S3-27)."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.audit import log
from naast.core import clock
from naast.core.errors import Incomplete, StateConflict
from naast.core.text import Text
from naast.lending.inputs import NewLoan, TakenBack
from naast.lending.models import Loan
from naast.lending.policies import loans as policies
from naast.lending.queries import loans as queries
from naast.lending.queries import things
from naast.lending.rules import why_not
from naast.lending.services.things import retire
from naast.lending.states import Condition
from naast.messaging.services import tell, tell_members
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.organisations.queries import colleagues
from naast.people.api import lock_person
from naast.people.models import Person

# What a borrower can tell: «as it was» is no news.
NEWS = (Condition.BROKEN, Condition.LOST)
MOST_COORDINATORS = 50


@transaction.atomic
def lend(*, actor: Actor, new: NewLoan) -> Loan:
    """Lend a thing to a volunteer, who is told and asked to say that they have it.

    Raises Item.DoesNotExist, Person.DoesNotExist, NotAllowed, StateConflict when it can't be lent now, or
    Incomplete for days that don't fit.
    """
    # Two colleagues may lend the last laptop at once: the lock of the thing makes them queue.
    item = things.lock_item(actor, new.item_id)
    # A goodbye may be said at this moment; the hat is read after the wait.
    person = lock_person(actor, new.person_id)
    policies.can_lend(actor, person).require()
    reason = why_not(things.standing_of(item))
    if reason:
        raise StateConflict(str(reason))
    _check_days(new.since_on, new.due_on)
    loan = Loan.objects.create(
        organisation_id=actor.organisation_id,
        item=item,
        person=person,
        since_on=new.since_on,
        due_on=new.due_on,
        note=new.note.strip(),
        lent_by_id=actor.membership_id,
    )
    log.record("loan.made", actor=actor, target=loan, changes={"item": str(item.pk)})
    _tell_borrower(
        actor,
        person,
        kind="lending.lent",
        subject=gettext_lazy("Something was lent to you"),
        body=gettext_lazy("Look on your page what it is, and say there that you have it."),
    )
    return loan


def _check_days(since_on: date, due_on: date | None) -> None:
    if since_on > clock.today():
        raise Incomplete(
            {"since_on": _("This day is still to come: write it down when they get it.")}
        )
    if due_on is not None and due_on < since_on:
        raise Incomplete({"due_on": _("This day is before the day on which they got it.")})


def _tell_borrower(actor: Actor, person: Person, *, kind: str, subject: Text, body: Text) -> None:
    if person.user is not None:
        url = actor.url("lending:mine")
        tell(actor=actor, user=person.user, kind=kind, subject=subject, body=body, url=url)


def _open(loan: Loan) -> Loan:
    if not loan.is_out:
        raise StateConflict(_("This came back already."))
    return loan


@transaction.atomic
def change_loan(*, actor: Actor, loan_id: UUID, due_on: date | None, note: str) -> Loan:
    """Another day to bring it back, or something to know. Raises Loan.DoesNotExist, NotAllowed, StateConflict when
    it came back, or Incomplete."""
    loan = _open(queries.lock_loan(actor, loan_id))
    policies.can_settle(actor, loan).require()
    _check_days(loan.since_on, due_on)
    _change(actor, loan, "loan.changed", due_on=due_on, note=note.strip())
    return loan


@transaction.atomic
def take_back(*, actor: Actor, loan_id: UUID, back: TakenBack) -> Loan:
    """It came back, or it is lost for good. What may hold personal data is never closed without a word on them;
    what is lost leaves the register.

    Raises Loan.DoesNotExist, NotAllowed, StateConflict when it came back already, or Incomplete.
    """
    loan = queries.lock_loan(actor, loan_id)
    policies.can_settle(actor, loan).require()
    item = things.lock_item(actor, loan.item_id)
    _open(loan)
    _check_back(loan, back, has_data=item.has_data)
    _change(
        actor,
        loan,
        "loan.back",
        back_on=back.back_on,
        condition=back.condition,
        is_wiped=back.is_wiped if item.has_data else None,
        note=back.note.strip(),
        heard_on=clock.today() if loan.waits_for_answer else loan.heard_on,
        taken_by_id=actor.membership_id,
    )
    if back.condition == Condition.LOST and item.retired_on is None:
        retire(actor, item)
    return loan


def _check_back(loan: Loan, back: TakenBack, *, has_data: bool) -> None:
    missing = {}
    if not loan.since_on <= back.back_on <= clock.today():
        missing["back_on"] = _("Choose a day from the one on which they got it, until today.")
    if back.condition not in Condition.values:
        missing["condition"] = _("Say how it came back.")
    if has_data and back.is_wiped is None:
        missing["is_wiped"] = _("Personal data may be on it: say whether they are erased.")
    if missing:
        raise Incomplete(missing)


@transaction.atomic
def note_wiped(*, actor: Actor, loan_id: UUID) -> Loan:
    """What was still on it is erased now: it can be lent again. Twice is the same as once.

    Raises Loan.DoesNotExist, NotAllowed, or StateConflict while it is out or without data to erase.
    """
    loan = queries.lock_loan(actor, loan_id)
    policies.can_settle(actor, loan).require()
    if loan.is_out or loan.is_wiped is None:
        raise StateConflict(_("There is nothing to erase here now."))
    if not loan.is_wiped:
        _change(actor, loan, "loan.wiped", is_wiped=True)
    return loan


@transaction.atomic
def hear(*, actor: Actor, loan_id: UUID) -> Loan:
    """What the borrower told is settled with them. Twice is the same as once. Raises Loan.DoesNotExist, NotAllowed,
    or StateConflict when nothing was told."""
    loan = queries.lock_loan(actor, loan_id)
    policies.can_settle(actor, loan).require()
    if loan.told_on is None:
        raise StateConflict(_("Nothing was told about this."))
    if loan.heard_on is None:
        _change(actor, loan, "loan.heard", heard_on=clock.today())
        _tell_borrower(
            actor,
            loan.person,
            kind="lending.heard",
            subject=gettext_lazy("Thank you for telling"),
            body=gettext_lazy("We read what you told about something that we lent you."),
        )
    return loan


@transaction.atomic
def confirm(*, actor: Actor, loan_id: UUID) -> Loan:
    """The borrower has it, and read what goes with it. Twice is the same as once.

    Raises Loan.DoesNotExist for what is not theirs, or NotAllowed when it came back.
    """
    loan = queries.lock_own(actor, loan_id)
    policies.can_tell(actor, loan).require()
    if loan.confirmed_on is None:
        _change(actor, loan, "loan.confirmed", confirmed_on=clock.today())
    return loan


@transaction.atomic
def tell_news(*, actor: Actor, loan_id: UUID, told: str, words: str = "") -> Loan:
    """The borrower says that it is broken or lost. Coordinators are told that there is something; nobody is blamed.
    The same words twice are told once.

    Raises Loan.DoesNotExist, NotAllowed when it came back, or Incomplete for news that is none.
    """
    loan = queries.lock_own(actor, loan_id)
    policies.can_tell(actor, loan).require()
    if told not in NEWS:
        raise Incomplete({"told": _("Choose what happened.")})
    if loan.waits_for_answer and (loan.told, loan.told_words) == (told, words.strip()):
        return loan
    _change(
        actor,
        loan,
        "loan.told",
        told=told,
        told_on=clock.today(),
        told_words=words.strip(),
        heard_on=None,
    )
    tell_members(
        actor,
        colleagues(actor, Function.COORDINATOR)[:MOST_COORDINATORS],
        (
            gettext_lazy("Something that we lent is broken or lost"),
            gettext_lazy("A volunteer tells about something that we lent. Thank them, and call."),
        ),
        kind="lending.told",
        url=actor.url("lending:loan", loan_id=loan.pk),
    )
    return loan


def _change(actor: Actor, loan: Loan, kind: str, **fields: Any) -> None:
    for name, value in fields.items():
        setattr(loan, name, value)
    loan.save(update_fields=list(fields))
    log.record(kind, actor=actor, target=loan, changes={"item": str(loan.item_id)})
