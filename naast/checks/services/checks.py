"""Asking for a check of conduct and noting what came of it: only the outcome (S2-39, spec/law 1.9, 2.3)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from dateutil.relativedelta import relativedelta
from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.checks import letters
from naast.checks.errors import NoLegalBasis, PaperTooOld, ReasonMissing
from naast.checks.models import CheckKind, CheckRecord
from naast.checks.policies import checks as policies
from naast.checks.queries.checks import open_check
from naast.checks.queries.situations import judgement_of
from naast.checks.states import CHECK, CheckState
from naast.core import clock
from naast.core.errors import DomainError, StateConflict
from naast.law import checks as law
from naast.messaging import services as messaging
from naast.messaging.texts import Words
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.people.api import lock_person
from naast.people.models import Person


@dataclass(frozen=True, slots=True)
class Seen:
    """What somebody saw: the day, the date on the paper, and what came of it. Nothing of its content."""

    kind: str
    seen_on: date
    outcome: str
    issued_on: date | None = None
    profile: str = ""
    reason: str = ""


@transaction.atomic
def ask_check(
    *, actor: Actor, person_id: UUID, kind: str, reason: str = "", words: Words | None = None
) -> CheckRecord:
    """Ask somebody for a check; with `words` a letter goes to their address. Asking again changes the day.

    Raises Person.DoesNotExist, NotAllowed, NoLegalBasis where the rules say not to ask, ReasonMissing where
    no ground was found and no reason is given, or as messaging.services.write.
    """
    house, person = _lock(actor, person_id)
    policies.can_keep(actor, person).require()
    _require_ground(house, person, kind, reason)
    today = clock.today()
    record = open_check(person, kind) or _new(person, kind)
    record.state = CHECK.target("ask", source=record.state)
    record.asked_on = record.since_on = today
    record.reason = reason.strip() or record.reason
    record.is_automatic = False
    record.save()
    if words is not None and person.email:
        messaging.write(actor=actor, letter=_letter(house, person, kind, words))
    log.record("check.asked", actor=actor, target=person, changes={"kind": kind})
    return record


@transaction.atomic
def see_check(*, actor: Actor, person_id: UUID, seen: Seen) -> CheckRecord:
    """Note that a paper was seen and what came of it; what was seen before of this kind goes.

    Raises Person.DoesNotExist, NotAllowed, NoLegalBasis, ReasonMissing, PaperTooOld, or DomainError for days
    that can't be.
    """
    house, person = _lock(actor, person_id)
    policies.can_keep(actor, person).require()
    record = open_check(person, seen.kind) or _new(person, seen.kind)
    _require_ground(house, person, seen.kind, seen.reason or record.reason)
    _require_fresh(house, seen)
    CheckRecord.objects.filter(person=person, kind=seen.kind, state=CheckState.SEEN).delete()
    record.state = CHECK.target("see", source=record.state)
    record.is_automatic = False
    record.seen_by_id = actor.membership_id
    for name in ("seen_on", "issued_on", "profile", "outcome"):
        setattr(record, name, getattr(seen, name))
    record.reason = seen.reason.strip() or record.reason
    record.since_on = seen.seen_on
    record.review_on = _review_on(house, record)
    record.save()
    # What came of it stands in the row alone: history is kept longer than a row.
    log.record("check.seen", actor=actor, target=person, changes={"kind": seen.kind})
    return record


@transaction.atomic
def settle_check(*, actor: Actor, check_id: UUID, outcome: str) -> CheckRecord:
    """After the talk: in order after all, or not. Raises CheckRecord.DoesNotExist, NotAllowed, or StateConflict
    when no talk was waited for."""
    found = policies.visible_to(actor).get(pk=check_id)
    house, person = _lock(actor, found.person_id)
    policies.can_keep(actor, person).require()
    record = CheckRecord.objects.get(pk=check_id)
    if record.outcome != CheckRecord.Outcome.TALK:
        raise StateConflict(_("This was rounded off already. Look again."))
    record.outcome = outcome
    record.review_on = _review_on(house, record)
    record.save(update_fields=["outcome", "review_on"])
    log.record("check.talked-over", actor=actor, target=person, changes={"kind": record.kind})
    return record


@transaction.atomic
def drop_check(*, actor: Actor, check_id: UUID) -> None:
    """It was not needed after all: the row goes. What was seen stays until somebody sees a new one, so that a
    no never disappears.

    Raises CheckRecord.DoesNotExist, NotAllowed, or StateConflict for what was seen.
    """
    record = policies.visible_to(actor).select_for_update(of=("self",)).get(pk=check_id)
    policies.can_keep(actor, record.person).require()
    if record.is_seen:
        raise StateConflict(_("This was rounded off already. Look again."))
    log.record("check.dropped", actor=actor, target=record.person, changes={"kind": record.kind})
    record.delete()


def usual_words(actor: Actor, house: Organisation, person: Person, kind: str) -> Words:
    """The letter that helps somebody to get this paper, filled in, to read and change."""
    return messaging.compose(actor=actor, letter=_letter(house, person, kind, None))


def _lock(actor: Actor, person_id: UUID) -> tuple[Organisation, Person]:
    """Two coordinators may note the same paper at once: the person’s row makes them queue."""
    person = lock_person(actor, person_id)
    return Organisation.objects.get(pk=actor.organisation_id), person


def _new(person: Person, kind: str) -> CheckRecord:
    return CheckRecord(
        organisation_id=person.organisation_id,
        person=person,
        kind=CheckKind(kind),
        since_on=clock.today(),
    )


def _require_ground(house: Organisation, person: Person, kind: str, reason: str) -> None:
    judgement = judgement_of(house, person, clock.today(), kind=_ruled(house, kind))
    if judgement.is_forbidden:
        raise NoLegalBasis(str(judgement.sentence))
    is_asked_outside = kind == CheckKind.OTHER or judgement.needs_reason
    if is_asked_outside and not reason.strip():
        raise ReasonMissing(
            _("We found no legal ground to ask this. Write in a few words why you ask it.")
        )


def _ruled(house: Organisation, kind: str) -> str:
    """Another check falls under what the country says about its own."""
    return law.usual_kind(house.country, clock.today()) if kind == CheckKind.OTHER else kind


def _require_fresh(house: Organisation, seen: Seen) -> None:
    if seen.seen_on > clock.today():
        raise DomainError(_("This day is still to come."))
    if seen.issued_on is None:
        if law.max_age_months(seen.kind, house.country, seen.seen_on) is not None:
            raise DomainError(_("Note the date on the paper too: it may not be too old."))
        return
    if seen.issued_on > seen.seen_on:
        raise DomainError(_("The date on the paper comes before the day you saw it."))
    sentence = law.too_old(seen.kind, house.country, issued_on=seen.issued_on, seen_on=seen.seen_on)
    if sentence:
        raise PaperTooOld(str(sentence))


def _review_on(house: Organisation, record: CheckRecord) -> date | None:
    """The last day on which it holds: only where the rules advise a renewal, and only for what is in order."""
    day = record.seen_on
    if day is None or record.outcome != CheckRecord.Outcome.OK:
        return None
    if law.renewal_months(record.kind, house.country, day) is None:
        return None
    return day + relativedelta(months=house.check_renewal_months)


def _letter(
    house: Organisation, person: Person, kind: str, words: Words | None
) -> messaging.Letter:
    language = person.user.language if person.user else house.language
    return messaging.Letter(
        address=person.email,
        kind=letters.CHECK.code,
        language=language,
        values={
            "first_name": person.first_name,
            "steps": letters.steps(kind, house.country, clock.today(), language),
        },
        about_id=person.pk,
        words=words,
    )
