"""The one neutral question, and the day it was done (spec/law 1.6, 2.2). Never an amount, an illness or a reason."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid5

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.checks.errors import ConsentNeeded, UnknownOffice
from naast.checks.models import RATHER_NOT, Report, Statement
from naast.checks.policies import reports as policies
from naast.checks.queries import reports as queries
from naast.core import clock
from naast.core.errors import DomainError, StateConflict
from naast.law import reporting as law
from naast.messaging.reminders import forget_reminders
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Membership, Organisation
from naast.people.api import give_consent, has_consent, is_own, lock_person
from naast.people.models import Consent, Person
from naast.programmes.models import Programme
from naast.programmes.services import waiting

PURPOSE = Consent.Purpose.REPORTING
# What the gate calls it (proof.py), and the reminder that an office set limits.
GATE, LIMITS = ("report", "statement"), "report.limits"
TO_REPORT = (law.Duty.REPORT, law.Duty.ADVISED)


@transaction.atomic
def answer_question(*, actor: Actor, person_id: UUID, answer: str, agrees: bool = False) -> Report:
    """Keep where somebody reports volunteer work: by themselves, or by a coordinator in a talk. `agrees` is
    their yes to keeping it; «rather not say» keeps nothing and needs no yes.

    Raises Person.DoesNotExist, NotAllowed, UnknownOffice, or ConsentNeeded.
    """
    house, person = _lock(actor, person_id)
    policies.can_answer(actor, person).require()
    today = clock.today()
    if answer not in queries.answers(house, today):
        raise UnknownOffice(_("Choose one of the answers."))
    if answer != RATHER_NOT:
        _require_consent(actor, person, agrees=agrees)
    report = _report(actor, person)
    if report.answer != answer or answer == RATHER_NOT:
        _empty(report)
    report.answer = "" if answer == RATHER_NOT else answer
    report.answered_on = today
    duty = law.duty_of(answer, house.country, today)
    if report.state != Report.State.DONE:
        report.state = Report.State.TO_DO if duty in TO_REPORT else Report.State.NOTHING
    report.save()
    _noted(actor, person)
    return report


@transaction.atomic
def note_done(*, actor: Actor, person_id: UUID, done_on: date) -> Report:
    """It was reported on this day; where silence means yes, from when on follows from it.

    Raises Person.DoesNotExist, NotAllowed, StateConflict when there is nothing to report, or DomainError for
    a day to come.
    """
    house, person = _lock(actor, person_id)
    policies.can_answer(actor, person).require()
    if done_on > clock.today():
        raise DomainError(_("This day is still to come."))
    report = Report.objects.filter(person=person).first()
    if report is None or report.state == Report.State.NOTHING:
        raise StateConflict(
            _("Answer the question first: then we know whether there is something.")
        )
    report.state, report.done_on = Report.State.DONE, done_on
    report.silent_on = law.silent_on(report.answer, house.country, done_on)
    report.limits_set = None
    report.save()
    _noted(actor, person)
    return report


@transaction.atomic
def note_limits(*, actor: Actor, person_id: UUID, limits_set: bool) -> Report:
    """Whether the office set limits; which ones stays between the person and the office.

    Raises Person.DoesNotExist, NotAllowed, or StateConflict when nothing was reported.
    """
    _house, person = _lock(actor, person_id)
    policies.can_answer(actor, person).require()
    report = Report.objects.filter(person=person).first()
    if report is None or report.silent_on is None:
        raise StateConflict(_("Nothing was reported to an office that sets limits."))
    report.limits_set = limits_set
    report.save(update_fields=["limits_set"])
    _noted(actor, person)
    return report


@transaction.atomic
def note_residence(*, actor: Actor, person_id: UUID, shown: str, noted_on: date) -> Report:
    """Whether a legal residence document was shown, and the day; never which one.

    Raises Person.DoesNotExist, NotAllowed, or DomainError for a day to come.
    """
    _house, person = _lock(actor, person_id)
    policies.can_note_residence(actor, person).require()
    if noted_on > clock.today():
        raise DomainError(_("This day is still to come."))
    report = _report(actor, person)
    report.residence, report.residence_on = Report.Shown(shown), noted_on
    report.save()
    log.record("report.residence-noted", actor=actor, target=person)
    return report


def forget_answer(actor: Actor, person: Person) -> None:
    """The yes was taken back: what somebody answered goes at once, and everything that follows from it: why a
    start went on without it, and that we were reminded. Called by people, inside its transaction."""
    waiting.forget(person.pk, GATE)
    for report in Report.objects.select_for_update().filter(person=person):
        _empty(report)
        report.answered_on = None
        report.save()
        _forget_reminders(actor, report)
        log.record("report.forgotten", actor=actor, target=person)


@dataclass(frozen=True, slots=True)
class Filed:
    """What the organisation filed for all its volunteers."""

    form: str
    work: str
    filed_on: date
    decision: str = Statement.Decision.WAITING
    programmes: tuple[UUID, ...] = ()


@transaction.atomic
def keep_statement(*, actor: Actor, filed: Filed, statement_id: UUID | None = None) -> Statement:
    """Note what the organisation filed, or what the answer was. How long it is valid follows from the rules.

    Raises NotAllowed, Statement.DoesNotExist, UnknownOffice, or DomainError for a day to come, and without a
    programme where it is about one kind of work.
    """
    policies.can_file(actor).require()
    house = Organisation.objects.get(pk=actor.organisation_id)
    if filed.filed_on > clock.today():
        raise DomainError(_("This day is still to come."))
    if filed.form not in {row.form for row in law.statements(house.country, filed.filed_on)}:
        raise UnknownOffice(_("We know no such statement for this country and day."))
    programmes = Programme.objects.filter(organisation=house, pk__in=filed.programmes)
    if law.is_per_work(filed.form, house.country, filed.filed_on) and not programmes:
        raise DomainError(_("Choose a programme"))
    rows = policies.statements_visible_to(actor).select_for_update()
    statement = rows.get(pk=statement_id) if statement_id else Statement(organisation=house)
    for name in ("form", "work", "filed_on", "decision"):
        setattr(statement, name, getattr(filed, name))
    statement.valid_until = law.valid_until(filed.form, house.country, filed.filed_on)
    statement.save()
    links = {"organisation": house}
    statement.programmes.set(programmes, through_defaults=links)
    log.record("statement.kept", actor=actor, target=statement, changes={"form": filed.form})
    return statement


def _lock(actor: Actor, person_id: UUID) -> tuple[Organisation, Person]:
    person = lock_person(actor, person_id)
    return Organisation.objects.get(pk=actor.organisation_id), person


def _report(actor: Actor, person: Person) -> Report:
    report = Report.objects.filter(person=person).first()
    if report is None:
        report = Report(organisation_id=person.organisation_id, person=person)
    report.noted_by_id = actor.membership_id
    return report


def _require_consent(actor: Actor, person: Person, *, agrees: bool) -> None:
    if has_consent(person, PURPOSE):
        return
    if not agrees:
        raise ConsentNeeded(
            _("We keep this only with a yes. Tick it, or choose «I’d rather not say».")
        )
    how = Consent.How.ON_SCREEN if is_own(actor, person) else Consent.How.IN_PERSON
    give_consent(actor=actor, person_id=person.pk, purpose=PURPOSE, how=how)


def _forget_reminders(actor: Actor, report: Report) -> None:
    here = Membership.objects.filter(organisation_id=report.organisation_id)
    told = here.filter(roles__function=Function.COORDINATOR).values_list("user_id", flat=True)
    forget_reminders(actor, LIMITS, [told_once(report.pk, user_id) for user_id in set(told)])


def told_once(subject_id: UUID, user_id: UUID) -> UUID:
    """What a reminder to each coordinator is about: so each of them is told once."""
    return uuid5(subject_id, user_id.hex)


def _noted(actor: Actor, person: Person) -> None:
    """History is kept longer than a yes: it tells that something was noted, and not whether there is an
    allowance."""
    log.record("report.noted", actor=actor, target=person)


def _empty(report: Report) -> None:
    report.answer, report.state = "", Report.State.NOTHING
    report.done_on = report.silent_on = report.limits_set = None
