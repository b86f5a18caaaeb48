"""What somebody learned: written, changed and deleted by themselves alone."""

from dataclasses import asdict
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.core import clock
from naast.core.errors import NotAllowed, StateConflict
from naast.learning.errors import WordsMissing
from naast.learning.inputs import Learned
from naast.learning.models import Growth, LearningEntry
from naast.learning.policies import log as policies
from naast.organisations.actors import Actor
from naast.programmes.models import Competence


@transaction.atomic
def write_entry(*, actor: Actor, learned: Learned) -> LearningEntry:
    """I learned something (S1-154, S4-6): for me alone, unless I share it. Raises NotAllowed for an account
    that is nobody here, WordsMissing, or StateConflict for a day still to come."""
    if actor.person_id is None:
        raise NotAllowed(_("This page is for people of this organisation."))
    _check(learned)
    entry = LearningEntry.objects.create(
        organisation_id=actor.organisation_id, person_id=actor.person_id, **asdict(learned)
    )
    log.record("learning.written", actor=actor, target=entry)
    return entry


@transaction.atomic
def change_entry(*, actor: Actor, entry_id: UUID, learned: Learned) -> LearningEntry:
    """Change what I wrote, or whom I share it with. Raises LearningEntry.DoesNotExist, WordsMissing or
    StateConflict."""
    entry = policies.own(actor).select_for_update().get(pk=entry_id)
    _check(learned)
    for name, value in asdict(learned).items():
        setattr(entry, name, value)
    entry.save()
    log.record("learning.changed", actor=actor, target=entry)
    return entry


@transaction.atomic
def delete_entry(*, actor: Actor, entry_id: UUID) -> None:
    """Gone for good. Raises LearningEntry.DoesNotExist."""
    entry = policies.own(actor).select_for_update().get(pk=entry_id)
    log.record("learning.deleted", actor=actor, target=entry)
    entry.delete()


@transaction.atomic
def see_growth(*, actor: Actor, competence_id: UUID, step: str, example: str = "") -> Growth | None:
    """How I see myself in one thing that my role asks (S1-67); an empty step takes it back. Raises
    NotAllowed for an account that is nobody here, or Competence.DoesNotExist."""
    if actor.person_id is None:
        raise NotAllowed(_("This page is for people of this organisation."))
    competence = Competence.objects.get(organisation_id=actor.organisation_id, pk=competence_id)
    if not step:
        policies.own_growth(actor).filter(competence=competence).delete()
        return None
    growth, _new = Growth.objects.update_or_create(
        person_id=actor.person_id,
        competence=competence,
        defaults={
            "organisation_id": actor.organisation_id,
            "step": Growth.Step(step),
            "example": example.strip(),
            "noted_on": clock.today(),
        },
    )
    return growth


def _check(learned: Learned) -> None:
    if not learned.words.strip():
        raise WordsMissing(_("Write a few words: one sentence is enough."))
    if learned.learned_on > clock.today():
        raise StateConflict(_("This day is still to come."))
