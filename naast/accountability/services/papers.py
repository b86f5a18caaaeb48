"""Writes about the register, the impact assessment, the firms we deal with, and the yearly clean-up."""

from dataclasses import asdict
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import override

from naast.accountability.inputs import ActivityWords, ProcessorWords
from naast.accountability.models import Activity, Assessment, CleanUp, FieldChoice, Processor
from naast.accountability.policies import papers as policies
from naast.accountability.queries import assessments, register, usage
from naast.accountability.states import AssessmentState, Basis
from naast.accountability.texts import questions
from naast.audit import log
from naast.core import clock
from naast.core.errors import Incomplete, StateConflict
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation


def _lock_house(actor: Actor) -> Organisation:
    """Two at once queue here, so that there is one version and one set of words."""
    return Organisation.objects.select_for_update(no_key=True).get(pk=actor.organisation_id)


@transaction.atomic
def write_activity(*, actor: Actor, code: str, words: ActivityWords) -> Activity:
    """The house's own words about a kind of processing that the software knows. Raises NotAllowed, KeyError for
    another code, or Incomplete."""
    policies.can_keep(actor).require()
    if register.usual_of(code) is None:
        raise KeyError(code)
    _check_basis(words)
    _lock_house(actor)
    values = asdict(words) | {"title": "", "changed_at": clock.now()}
    own, _made = Activity.objects.update_or_create(
        organisation_id=actor.organisation_id, code=code, defaults=values
    )
    log.record("register.words-written", actor=actor, target=own, changes={"code": code})
    return own


@transaction.atomic
def keep_own_activity(
    *, actor: Actor, words: ActivityWords, activity_id: UUID | None = None
) -> Activity:
    """A line of the house alone: a newsletter, the camera at the door. Raises NotAllowed, Incomplete, or
    Activity.DoesNotExist."""
    policies.can_keep(actor).require()
    missing = {
        name: _("Fill this in: the register asks for it.")
        for name in ("title", "purpose")
        if not getattr(words, name).strip()
    }
    if missing:
        raise Incomplete(missing)
    _check_basis(words)
    rows = policies.activities_visible_to(actor).select_for_update().filter(code="")
    own = (
        rows.get(pk=activity_id) if activity_id else Activity(organisation_id=actor.organisation_id)
    )
    for name, value in asdict(words).items():
        setattr(own, name, value)
    own.changed_at = clock.now()
    own.save()
    log.record("register.line-kept", actor=actor, target=own)
    return own


@transaction.atomic
def drop_own_activity(*, actor: Actor, activity_id: UUID) -> None:
    """The house no longer does this. Raises NotAllowed or Activity.DoesNotExist."""
    policies.can_keep(actor).require()
    own = policies.activities_visible_to(actor).select_for_update().get(pk=activity_id, code="")
    log.record("register.line-dropped", actor=actor, target=own)
    own.delete()


def _check_basis(words: ActivityWords) -> None:
    if words.basis not in Basis.values:
        raise Incomplete({"basis": _("Choose one.")})


@transaction.atomic
def begin_assessment(*, actor: Actor) -> Assessment:
    """A new version, with the answers of the one before; the one being written goes on. Raises NotAllowed."""
    policies.can_keep(actor).require()
    _lock_house(actor)
    going = assessments.draft_of(actor)
    if going is not None:
        return going
    before = assessments.signed_of(actor)
    rows = Assessment.objects.filter(organisation_id=actor.organisation_id)
    number = (rows.aggregate(last=Max("number"))["last"] or 0) + 1
    made = Assessment.objects.create(
        organisation_id=actor.organisation_id,
        number=number,
        answers=before.answers if before else {},
    )
    log.record("assessment.begun", actor=actor, target=made)
    return made


def _lock_draft(actor: Actor, assessment_id: UUID) -> Assessment:
    policies.can_keep(actor).require()
    rows = policies.assessments_visible_to(actor).select_for_update(of=("self",))
    found = rows.get(pk=assessment_id)
    if found.state != AssessmentState.DRAFT:
        raise StateConflict(_("This version is signed off: begin a new one."))
    return found


@transaction.atomic
def answer_assessment(*, actor: Actor, assessment_id: UUID, answers: dict[str, str]) -> Assessment:
    """The house's own words, question by question. Raises Assessment.DoesNotExist, NotAllowed or StateConflict."""
    found = _lock_draft(actor, assessment_id)
    asked = {question.code for question in questions()}
    found.answers = {code: words.strip() for code, words in answers.items() if code in asked}
    found.save(update_fields=["answers"])
    log.record("assessment.answered", actor=actor, target=found)
    return found


@transaction.atomic
def sign_assessment(*, actor: Actor, assessment_id: UUID) -> Assessment:
    """Signed off by who does it, with the facts of today, in the language of the house. Raises
    Assessment.DoesNotExist, NotAllowed, StateConflict, or Incomplete while a question is open."""
    found = _lock_draft(actor, assessment_id)
    missing = [each.title for each in questions() if not found.answers.get(each.code)]
    if missing:
        raise Incomplete(
            {"answers": _("Still to answer: %(titles)s") % {"titles": " · ".join(missing)}}
        )
    with override(_lock_house(actor).language):
        found.facts = [[heading, lines] for heading, lines in assessments.facts(actor)]
    found.state = AssessmentState.SIGNED
    found.signed_by_id = actor.membership_id
    found.signed_on = clock.today()
    found.save(update_fields=["facts", "state", "signed_by", "signed_on"])
    log.record("assessment.signed", actor=actor, target=found)
    return found


@transaction.atomic
def keep_processor(
    *,
    actor: Actor,
    words: ProcessorWords,
    processor_id: UUID | None = None,
    through_id: UUID | None = None,
) -> Processor:
    """A firm on the list, or one that such a firm calls in. Raises NotAllowed, Incomplete or
    Processor.DoesNotExist."""
    policies.can_keep(actor).require()
    missing = {
        name: _("Fill this in.")
        for name in ("name", "does", "place")
        if not getattr(words, name).strip()
    }
    if words.agreed_on is not None and words.agreed_on > clock.today():
        missing["agreed_on"] = _("Choose a day that has passed.")
    if missing:
        raise Incomplete(missing)
    rows = policies.processors_visible_to(actor).select_for_update().filter(ended_on__isnull=True)
    firm = (
        rows.get(pk=processor_id)
        if processor_id
        else Processor(
            organisation_id=actor.organisation_id,
            through=rows.get(pk=through_id, through__isnull=True) if through_id else None,
        )
    )
    for name, value in asdict(words).items():
        setattr(firm, name, value)
    firm.looked_on = clock.today()
    firm.save()
    log.record("processor.kept", actor=actor, target=firm)
    return firm


@transaction.atomic
def look_at_processor(*, actor: Actor, processor_id: UUID) -> Processor:
    """Looked at today: the agreement and the list still fit. Raises NotAllowed or Processor.DoesNotExist."""
    policies.can_keep(actor).require()
    rows = policies.processors_visible_to(actor).select_for_update().filter(ended_on__isnull=True)
    firm = rows.get(pk=processor_id)
    firm.looked_on = clock.today()
    firm.save(update_fields=["looked_on"])
    log.record("processor.looked-at", actor=actor, target=firm)
    return firm


@transaction.atomic
def end_processor(*, actor: Actor, processor_id: UUID) -> Processor:
    """We no longer work with this firm, nor with those it called in. Raises NotAllowed or Processor.DoesNotExist."""
    policies.can_keep(actor).require()
    rows = policies.processors_visible_to(actor).select_for_update().filter(ended_on__isnull=True)
    firm = rows.get(pk=processor_id)
    firm.ended_on = clock.today()
    firm.save(update_fields=["ended_on"])
    firm.sub_processors.filter(ended_on__isnull=True).update(ended_on=firm.ended_on)
    log.record("processor.ended", actor=actor, target=firm)
    return firm


@transaction.atomic
def decide_field(*, actor: Actor, field: str, decision: str, why: str) -> FieldChoice:
    """What happens with a field that hardly anybody fills in; keeping it needs a reason (S4-31). Raises NotAllowed,
    KeyError for a field that is not on the list, or Incomplete."""
    policies.can_keep(actor).require()
    if usage.use_named(actor, field) is None:
        raise KeyError(field)
    missing = {}
    if decision not in FieldChoice.Decision.values:
        missing["decision"] = _("Choose one.")
    elif decision == FieldChoice.Decision.KEEP and not why.strip():
        missing["why"] = _("Write why you keep it.")
    if missing:
        raise Incomplete(missing)
    _lock_house(actor)
    choice, _made = FieldChoice.objects.update_or_create(
        organisation_id=actor.organisation_id,
        field=field,
        defaults={
            "decision": decision,
            "why": why.strip(),
            "decided_by_id": actor.membership_id,
            "decided_on": clock.today(),
        },
    )
    log.record(
        "field.decided", actor=actor, target=choice, changes={"field": field, "decision": decision}
    )
    return choice


@transaction.atomic
def clean_up(*, actor: Actor) -> CleanUp:
    """Somebody went through the list of this year (S4-26). Raises NotAllowed."""
    policies.can_keep(actor).require()
    made = CleanUp.objects.create(
        organisation_id=actor.organisation_id,
        looked_by_id=actor.membership_id,
        looked_on=clock.today(),
    )
    log.record("fields.cleaned-up", actor=actor, target=made)
    return made
