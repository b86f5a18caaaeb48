"""What a programme chooses in this room, its staffing line, and ideas for what a volunteer can mean."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, time
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.audit import log
from naast.core import clock
from naast.core.errors import DomainError, NotAllowed, StateConflict
from naast.division.errors import WordsMissing
from naast.division.models import ExtraHand, Idea, StaffingDay, StaffingLine, Terms
from naast.division.policies import programmes as policies
from naast.division.queries import programmes as queries
from naast.division.services.telling import tell_each
from naast.organisations.actors import Actor
from naast.organisations.taps import same_words
from naast.programmes.models import Programme
from naast.programmes.queries import lock_programme


@dataclass(frozen=True, slots=True)
class TermsInput:
    """The terms of a programme. `staff_contacts` None: the usual lines."""

    review_months: int
    guideline: str = ""
    reach_days: Sequence[int] = ()
    reach_from: time | None = None
    reach_until: time | None = None
    staff_contacts: Sequence[str] | None = None


def _arranged(actor: Actor, programme_id: UUID) -> Programme:
    programme = lock_programme(actor, programme_id)
    policies.can_arrange(actor, programme).require()
    return programme


@transaction.atomic
def choose_terms(*, actor: Actor, programme_id: UUID, terms: TermsInput) -> Terms:
    """Choose the terms of a programme in this room. Raises Programme.DoesNotExist, NotAllowed, or DomainError for
    hours without days."""
    programme = _arranged(actor, programme_id)
    hours = (bool(terms.reach_days), terms.reach_from is not None, terms.reach_until is not None)
    if any(hours) and not all(hours):
        raise DomainError(_("Fill in days and both hours, or none of these."))
    values = asdict(terms) | {"reach_days": sorted(terms.reach_days)}
    if terms.staff_contacts is not None:
        values["staff_contacts"] = list(terms.staff_contacts)
    row, _made = Terms.objects.update_or_create(
        programme=programme, defaults={"organisation_id": programme.organisation_id, **values}
    )
    log.record("division.terms-chosen", actor=actor, target=programme)
    return row


@dataclass(frozen=True, slots=True)
class LineInput:
    """A moment of the week, and how many paid people it needs."""

    weekday: int
    part: str
    needed: int


@transaction.atomic
def add_line(*, actor: Actor, programme_id: UUID, line: LineInput) -> StaffingLine:
    """Say how many paid people a moment needs; said again, the number changes.

    Raises Programme.DoesNotExist, NotAllowed, or DomainError for less than one: an activity that needs no paid
    people at all has no place here.
    """
    programme = _arranged(actor, programme_id)
    if line.needed < 1:
        raise DomainError(_("At least one paid person: volunteers come on top of that."))
    row, _made = StaffingLine.objects.update_or_create(
        programme=programme,
        weekday=line.weekday,
        part=line.part,
        defaults={"organisation_id": programme.organisation_id, "needed": line.needed},
    )
    log.record("staffing.line-set", actor=actor, target=programme, changes={"line": str(row.pk)})
    return row


@transaction.atomic
def remove_line(*, actor: Actor, line_id: UUID) -> Programme:
    """Take a moment away. Raises StaffingLine.DoesNotExist or NotAllowed."""
    line = _lock_line(actor, line_id)
    programme = line.programme
    line.delete()
    log.record("staffing.line-removed", actor=actor, target=programme)
    return programme


@dataclass(frozen=True, slots=True)
class DayInput:
    """Who is there: paid people as a number, volunteers by name, and what can wait."""

    paid: int
    can_wait: str = ""
    extra: Sequence[UUID] = ()


@transaction.atomic
def fill_day(*, actor: Actor, line_id: UUID, day: date, filled: DayInput) -> StaffingDay:
    """Fill in who is there at this moment of one day. Volunteers are listed and never counted (S1-66).

    Raises StaffingLine.DoesNotExist, NotAllowed, or DomainError for another weekday or for somebody who does not
    take part in the programme.
    """
    line = _lock_line(actor, line_id)
    if day.weekday() != line.weekday:
        raise DomainError(_("This line is about another day of the week."))
    known = set(
        queries.who_may_be_extra(line.programme)
        .filter(pk__in=filled.extra)
        .values_list("pk", flat=True)
    )
    if known != set(filled.extra):
        raise DomainError(_("Choose volunteers who take part in this programme."))
    line.extra_hands.exclude(person_id__in=known).delete()
    there = set(line.extra_hands.values_list("person_id", flat=True))
    ExtraHand.objects.bulk_create(
        ExtraHand(organisation_id=line.organisation_id, line=line, person_id=person_id)
        for person_id in sorted(known - there)
    )
    row, _made = StaffingDay.objects.update_or_create(
        line=line,
        day=day,
        defaults={
            "organisation_id": line.organisation_id,
            "paid": filled.paid,
            "can_wait": filled.can_wait.strip(),
        },
    )
    log.record("staffing.day-filled", actor=actor, target=line.programme)
    return row


def _lock_line(actor: Actor, line_id: UUID) -> StaffingLine:
    rows = StaffingLine.objects.filter(organisation_id=actor.organisation_id)
    line = rows.select_for_update(of=("self",)).select_related("programme").get(pk=line_id)
    policies.can_arrange(actor, line.programme).require()
    return line


@transaction.atomic
def add_idea(*, actor: Actor, programme_id: UUID, text: str) -> Idea:
    """Somebody who works in a programme has an idea of what a volunteer can mean there (S1-220).

    Raises NotAllowed or WordsMissing.
    """
    programme = queries.get_worked_in(actor, programme_id)
    if programme is None:
        raise NotAllowed(_("Only who works in this programme adds an idea."))
    if not text.strip():
        raise WordsMissing(_("Write your idea in a few words."), field="text")
    waiting = Idea.objects.filter(
        programme=programme, added_by_id=actor.membership_id, answered_on__isnull=True
    )
    added_already = same_words(waiting, text=text)
    if added_already is not None:
        return added_already
    idea = Idea.objects.create(
        organisation_id=programme.organisation_id,
        programme=programme,
        text=text.strip(),
        added_by_id=actor.membership_id,
    )
    log.record("idea.added", actor=actor, target=idea, changes={"programme": str(programme.pk)})
    return idea


@transaction.atomic
def answer_idea(*, actor: Actor, idea_id: UUID, answer: str) -> Idea:
    """A coordinator answers; everybody who works there reads it. Raises Idea.DoesNotExist, NotAllowed,
    WordsMissing, or StateConflict when a colleague answered already."""
    rows = policies.ideas_visible_to(actor).select_for_update(of=("self",))
    idea = rows.select_related("added_by__user").get(pk=idea_id)
    policies.can_answer_idea(actor).require()
    if idea.answered_on is not None:
        raise StateConflict(_("A colleague answered already."))
    if not answer.strip():
        raise WordsMissing(
            _("Write an answer: everybody who works there reads it."), field="answer"
        )
    idea.answer, idea.answered_on = answer.strip(), clock.today()
    idea.answered_by_id = actor.membership_id
    idea.save(update_fields=["answer", "answered_on", "answered_by"])
    log.record("idea.answered", actor=actor, target=idea)
    tell_each(
        actor,
        [idea.added_by.user] if idea.added_by else [],
        kind="division.idea",
        subject=gettext_lazy("Your idea has an answer"),
        body=gettext_lazy("A coordinator answered your idea of what a volunteer can mean."),
        url=actor.url("division:ideas", programme_id=idea.programme_id),
    )
    return idea
