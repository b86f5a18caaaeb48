"""Writing down what was agreed with a candidate: one service a section, coordinators alone."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.core import clock
from naast.organisations.actors import Actor
from naast.programmes import kinds
from naast.programmes.errors import TermsIncomplete
from naast.programmes.models import Kind, WorkingRelation
from naast.recruitment.barriers import BARRIERS
from naast.recruitment.models import Application, FreeChoice
from naast.recruitment.policies import applications as policies
from naast.recruitment.queries import applications
from naast.recruitment.queries import facts as queries
from naast.recruitment.services.notes import keep_conflict_note


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """How free somebody is, and who else has a say (S1-10, S1-16, S1-28, S1-71, S1-82)."""

    occasion: str = ""
    free_choice: str = ""
    kind: str = Kind.VOLUNTEERING
    working_relation: str = WorkingRelation.FREE
    steered_by: str = ""
    contract_reference: str = ""
    until_on: date | None = None
    needs_guide: bool = False
    guide: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Practical:
    """What was arranged, when somebody can come, what helps (S1-21, S0-28, S1-27)."""

    barriers: Mapping[str, str] = field(default_factory=dict)
    arranged: Mapping[str, str] = field(default_factory=dict)
    weekly: int | None = None
    term_months: int | None = None
    times_a_month: int | None = None
    own_limits: str = ""
    support_wishes: tuple[str, ...] = ()
    support_chosen_on: date | None = None
    brings_along: str = ""
    age: str = ""
    languages: Mapping[str, int] = field(default_factory=dict)
    parent_agreed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """Own interest, and what was told and arranged before somebody comes along (S0-11, S1-188)."""

    own_interest: str = ""
    no_advantage_on: date | None = None
    conflict: str = ""
    told_intervision_on: date | None = None
    insured_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectations:
    """What both expect when a participant becomes a volunteer (S1-251)."""

    expects: str = ""
    we_expect: str = ""


@transaction.atomic
def keep_choice(*, actor: Actor, application_id: UUID, choice: Choice) -> None:
    """As what somebody would take part, under its honest name.

    Raises Application.DoesNotExist, NotAllowed, or TermsIncomplete with a sentence a field: who steers,
    until when, or a name that isn't honest.
    """
    application = _locked(actor, application_id)
    _require_honest(choice)
    _put(actor, application, queries.CHOICE, _columns(choice))


@transaction.atomic
def keep_practical(*, actor: Actor, application_id: UUID, practical: Practical) -> None:
    """What was arranged and agreed. Solutions of what no longer stands in the way go away.

    Raises Application.DoesNotExist or NotAllowed.
    """
    application = _locked(actor, application_id)
    barriers = {code: said for code, said in practical.barriers.items() if code in BARRIERS}
    arranged = {
        code: words.strip()
        for code, words in practical.arranged.items()
        if code in barriers and words.strip()
    }
    columns = _columns(replace(practical, barriers=barriers, arranged=arranged))
    columns["support_wishes"] = list(practical.support_wishes)
    columns["languages"] = dict(practical.languages)
    _put(actor, application, queries.PRACTICAL, columns)


@transaction.atomic
def keep_declared(*, actor: Actor, application_id: UUID, declared: Declared) -> None:
    """What was talked over. The note on a possible conflict is for coordinators alone.

    Raises Application.DoesNotExist or NotAllowed.
    """
    application = _locked(actor, application_id)
    columns = _columns(declared)
    keep_conflict_note(actor=actor, application=application, text=columns.pop("conflict"))
    _put(actor, application, queries.DECLARED, columns)


@transaction.atomic
def keep_expectations(*, actor: Actor, application_id: UUID, expectations: Expectations) -> None:
    """What the person expects, and what we do. Raises Application.DoesNotExist or NotAllowed."""
    application = _locked(actor, application_id)
    _put(actor, application, queries.EXPECTATIONS, _columns(expectations))


def _locked(actor: Actor, application_id: UUID) -> Application:
    application = applications.lock_application(actor, application_id)
    policies.can_move(actor, application).require()
    return application


def _columns(given: Any) -> dict[str, Any]:
    """The columns of a section, as they are given."""
    return {name: getattr(given, name) for name in given.__dataclass_fields__}


def _put(actor: Actor, application: Application, section: str, columns: dict[str, Any]) -> None:
    """Save what changed; history knows which fields, never what they hold."""
    changed = [name for name, value in columns.items() if getattr(application, name) != value]
    for name in changed:
        setattr(application, name, columns[name])
    if changed:
        application.save(update_fields=changed)
        log.record(
            "application.facts-agreed",
            actor=actor,
            target=application,
            changes={"section": section, "fields": changed},
        )


def _require_honest(choice: Choice) -> None:
    """Raises TermsIncomplete for what the rules of the kind still lack, and for «volunteering» that
    somebody has to do."""
    found = kinds.problems(
        kinds.Terms(
            kind=Kind(choice.kind),
            started_on=clock.today(),
            steered_by=choice.steered_by,
            contract_reference=choice.contract_reference,
            until_on=choice.until_on,
            working_relation=WorkingRelation(choice.working_relation),
        )
    )
    if choice.kind == Kind.VOLUNTEERING and choice.free_choice == FreeChoice.NO:
        found["kind"] = _("Who has to, does not volunteer. Choose the name of what it is.")
    if found:
        raise TermsIncomplete(found)
