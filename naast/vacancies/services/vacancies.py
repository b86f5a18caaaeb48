"""Writes about vacancies: a new one, its facts, its texts, and its steps."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Final
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.core import clock
from naast.organisations.actors import Actor
from naast.programmes import policies as programme_policies
from naast.programmes.models import Programme
from naast.vacancies import policies
from naast.vacancies.errors import NoTextYet, ProgrammeNotRunning
from naast.vacancies.filled import Words
from naast.vacancies.models import Vacancy, VacancyText
from naast.vacancies.queries.staff import lock_vacancy
from naast.vacancies.states import HOLDS_FOR_DAYS, PUBLISHED, VACANCY

# What a form of facts may change.
FACTS: Final = (
    "location",
    "contact",
    "duration",
    "commitment_months",
    "times_a_month",
    "weekly",
    "place",
    "requirements",
    "language_needed",
    "structure",
    "company",
    "gives",
    "film_url",
)


@transaction.atomic
def create(
    *, actor: Actor, programme_id: UUID, facts: Mapping[str, Any], words: Words | None = None
) -> Vacancy:
    """A new vacancy, as a draft, with its first text when there is one (S1-229).

    Raises Programme.DoesNotExist, NotAllowed, or KeyError for a fact that can't be given.
    """
    programme = programme_policies.visible_to(actor).get(pk=programme_id)
    policies.can_look_for(actor, programme).require()
    _require_known(facts)
    vacancy = Vacancy.objects.create(
        organisation_id=actor.organisation_id, programme=programme, **facts
    )
    if words is not None:
        _write(vacancy, words)
    log.record(
        "vacancy.created",
        actor=actor,
        target=vacancy,
        changes={"programme": str(programme.pk)},
    )
    return vacancy


@transaction.atomic
def change(*, actor: Actor, vacancy_id: UUID, facts: Mapping[str, Any]) -> Vacancy:
    """Change the facts. Raises Vacancy.DoesNotExist, NotAllowed, or KeyError for what is no fact."""
    vacancy = lock_vacancy(actor, vacancy_id)
    policies.can_change(actor, vacancy).require()
    _require_known(facts)
    changed = [name for name, value in facts.items() if getattr(vacancy, name) != value]
    for name in changed:
        setattr(vacancy, name, facts[name])
    if changed:
        vacancy.save(update_fields=changed)
        log.record(
            "vacancy.changed", actor=actor, target=vacancy, changes={"fields": sorted(changed)}
        )
    return vacancy


@transaction.atomic
def write_text(*, actor: Actor, vacancy_id: UUID, words: Words) -> VacancyText:
    """Write it in one language, or change what was written. Raises Vacancy.DoesNotExist or NotAllowed."""
    vacancy = lock_vacancy(actor, vacancy_id)
    policies.can_change(actor, vacancy).require()
    text = _write(vacancy, words)
    log.record(
        "vacancy.text-written", actor=actor, target=vacancy, changes={"language": words.language}
    )
    return text


@transaction.atomic
def remove_text(*, actor: Actor, vacancy_id: UUID, language: str) -> None:
    """Take a language away. Raises Vacancy.DoesNotExist, VacancyText.DoesNotExist, NotAllowed, or NoTextYet
    when it is the last text of a vacancy that is on the site."""
    vacancy = lock_vacancy(actor, vacancy_id)
    policies.can_change(actor, vacancy).require()
    text = vacancy.texts.get(language=language)
    if vacancy.status == PUBLISHED and vacancy.texts.count() == 1:
        raise NoTextYet(_("This is the only text of a role on the site. Close the role first."))
    text.delete()
    log.record("vacancy.text-removed", actor=actor, target=vacancy, changes={"language": language})


@transaction.atomic
def take_step(*, actor: Actor, vacancy_id: UUID, step: str) -> Vacancy:
    """Publish, confirm, close or reopen (states.VACANCY). On the site it holds for sixty days, until
    somebody says that it still does (S1-235).

    Raises Vacancy.DoesNotExist, NotAllowed, KeyError for a step that doesn't exist, StateConflict,
    NoTextYet, or ProgrammeNotRunning.
    """
    vacancy = lock_vacancy(actor, vacancy_id)
    policies.can_change(actor, vacancy).require()
    source, today = vacancy.status, clock.today()
    target = VACANCY.target(step, source=source)
    if target == PUBLISHED:
        _require_ready(vacancy)
        vacancy.valid_until = today + timedelta(days=HOLDS_FOR_DAYS)
        if source != PUBLISHED:
            vacancy.published_on = today
    vacancy.status = target
    vacancy.save(update_fields=["status", "published_on", "valid_until"])
    log.record(
        "vacancy.step-taken",
        actor=actor,
        target=vacancy,
        changes={"step": step, "from": source, "to": target},
    )
    return vacancy


def _require_ready(vacancy: Vacancy) -> None:
    if not vacancy.texts.exists():
        raise NoTextYet(_("Write a text in at least one language first."))
    if vacancy.programme.status != Programme.Status.ACTIVE:
        raise ProgrammeNotRunning(
            _(
                "This programme isn’t running, so nobody could start in it. Open the programme first."
            )
        )


def _require_known(facts: Mapping[str, Any]) -> None:
    unknown = set(facts) - set(FACTS)
    if unknown:
        raise KeyError(f"no fact of a vacancy: {sorted(unknown)}")


def _write(vacancy: Vacancy, words: Words) -> VacancyText:
    text, _is_new = VacancyText.objects.update_or_create(
        vacancy=vacancy,
        language=words.language,
        organisation_id=vacancy.organisation_id,
        defaults={"title": words.title, "text": words.text, "plain": words.plain},
    )
    return text
