"""How much time people get between two steps, and erasing what is over: steps, and the words of letters."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate

from naast.agreements.keeping import LETTERS, PARTED, SOLVED
from naast.agreements.models import InformationLetter, NotKept, StepTerms
from naast.agreements.policies import steps as policies
from naast.agreements.queries.steps import Terms
from naast.audit import log
from naast.core import night, retention
from naast.core.retention import Kind
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.programmes.models import Programme

A_BATCH = 500


@transaction.atomic
def change_terms(*, actor: Actor, terms: Terms) -> StepTerms:
    """The organisation's own time between two steps (days) and term (months). Raises NotAllowed."""
    policies.can_change_terms(actor).require()
    row, _made = StepTerms.objects.update_or_create(
        organisation_id=actor.organisation_id,
        programme=None,
        defaults={"days_between": terms.days_between, "months_kept": terms.months_kept},
    )
    log.record("agreement-steps.terms-changed", actor=actor, target=row)
    return row


@transaction.atomic
def change_programme_terms(*, actor: Actor, programme: Programme, days_between: int | None) -> None:
    """A programme gives more or less time (days); None: as everywhere in the house. Raises NotAllowed, or
    Programme.DoesNotExist for a programme of somewhere else."""
    policies.can_change_terms(actor).require()
    here = Programme.objects.get(pk=programme.pk, organisation_id=actor.organisation_id)
    own = StepTerms.objects.filter(organisation_id=actor.organisation_id, programme=here)
    if days_between is None:
        own.delete()
    else:
        StepTerms.objects.update_or_create(
            organisation_id=actor.organisation_id,
            programme=here,
            defaults={"days_between": days_between},
        )
    log.record("agreement-steps.terms-changed", actor=actor, target=here)


def erase_closed(actor: Actor, organisation: Organisation, now: datetime) -> int:
    """Erase what was solved when its term is over, what was left open as long after the engagement ended, and
    partings after two years; five hundred at a time until done. Returns how many."""
    day = localdate(now)
    return sum(_erase_kind(actor, organisation, kind, day) for kind in (SOLVED, PARTED))


def _erase_kind(actor: Actor, organisation: Organisation, kind: Kind, day: date) -> int:
    over = retention.going(kind, organisation.pk, day=day)
    erased = 0
    while ids := list(over.order_by("id").values_list("pk", flat=True)[:A_BATCH]):
        done = night.each(ids, lambda pk: _erase(actor, pk))
        erased += done
        if done < len(ids):
            break  # what failed stands in the log, and waits for another night
    return retention.went(kind, organisation.pk, erased)


def empty_letters(actor: Actor, organisation: Organisation, now: datetime) -> int:
    """Empty the words of letters with information after two years, five hundred at a time; their day, kind and
    subject stay. Returns how many."""
    over = retention.going(LETTERS, organisation.pk, day=localdate(now))
    emptied = 0
    while ids := list(over.order_by("id").values_list("pk", flat=True)[:A_BATCH]):
        with transaction.atomic():
            emptied += InformationLetter.objects.filter(pk__in=ids).update(
                body="", emptied_on=localdate(now)
            )
            log.record(
                "information-letter.emptied",
                actor=actor,
                target=organisation,
                changes={"letters": len(ids)},
            )
    return retention.went(LETTERS, organisation.pk, emptied)


@transaction.atomic
def _erase(actor: Actor, not_kept_id: UUID) -> int:
    # Two nights may run at once: whoever comes second finds nothing.
    row = NotKept.objects.select_for_update().filter(pk=not_kept_id).first()
    if row is None:
        return 0
    log.record("agreement-steps.erased", actor=actor, target=row)
    row.delete()
    return 1
