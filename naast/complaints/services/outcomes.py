"""The answer, looking back on it, and what comes after."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.audit import log
from naast.complaints import rules
from naast.complaints.inputs import Answer, HouseTerms, Told
from naast.complaints.models import Complaint, ComplaintTerms
from naast.complaints.policies import complaints as policies
from naast.complaints.queries import complaints as queries
from naast.complaints.services.handling import NEWS, case_of, handled, move
from naast.complaints.services.telling import Words, tell_sides
from naast.complaints.states import ANSWER, CLOSE, COMPLAINT, ComplaintState, Content
from naast.core import clock
from naast.core.errors import Incomplete, StateConflict
from naast.organisations.actors import Actor

ANSWERED: Words = (
    gettext_lazy("There is an answer"),
    gettext_lazy("There is an answer, with what was agreed. Your page shows it."),
)


@transaction.atomic
def answer(*, actor: Actor, complaint_id: UUID, answer: Answer) -> Complaint:
    """The answer that both read: after a talk or a reason why there was none, on what somebody saw or heard
    themselves, when both said how they see it. Raises Complaint.DoesNotExist, NotAllowed, StateConflict,
    HearsayOnly, NotHeard or Incomplete."""
    complaint = handled(actor, complaint_id)
    COMPLAINT.target(ANSWER, source=complaint.state)
    rules.check_before_answer(case_of(complaint))
    missing = {}
    if not answer.outcome.strip():
        missing["outcome"] = _("Write what you found, in words for both.")
    if not answer.agreed.strip():
        missing["agreed"] = _("Write what was agreed: who does what, and when.")
    if answer.look_back_on <= clock.today():
        missing["look_back_on"] = _("Choose a day that is still to come.")
    if missing:
        raise Incomplete(missing)
    move(
        actor,
        complaint,
        ANSWER,
        outcome=answer.outcome.strip(),
        agreed=answer.agreed.strip(),
        went_well=answer.went_well.strip(),
        look_back_on=answer.look_back_on,
        answered_on=clock.today(),
    )
    tell_sides(actor, complaint, ANSWERED)
    return complaint


@transaction.atomic
def say_how_it_is(*, actor: Actor, complaint_id: UUID, content: str) -> Complaint:
    """One of the two says how they look back on the answer. Raises Complaint.DoesNotExist, NotAllowed,
    StateConflict or Incomplete."""
    complaint = queries.lock(policies.own_of(actor), complaint_id)
    policies.can_say(actor, complaint).require()
    told = Told(side=policies.side_of(actor, complaint), how=content)
    return _keep_content(actor, complaint, told)


@transaction.atomic
def note_how_it_is(*, actor: Actor, complaint_id: UUID, told: Told) -> Complaint:
    """Who listens writes down how one side looks back. Raises Complaint.DoesNotExist, NotAllowed, StateConflict or
    Incomplete."""
    return _keep_content(actor, handled(actor, complaint_id), told)


def _keep_content(actor: Actor, complaint: Complaint, told: Told) -> Complaint:
    if complaint.state != ComplaintState.ANSWERED:
        raise StateConflict(_("This is no longer asked: look again how far it is."))
    if told.how not in Content.values:
        raise Incomplete({"how": _("Choose one of the answers.")})
    setattr(complaint, f"{told.side}_content", told.how)
    complaint.save(update_fields=[f"{told.side}_content"])
    changes = {"side": str(told.side), "content": str(told.how)}
    log.record("complaint.looked-back", actor=actor, target=complaint, changes=changes)
    return complaint


@transaction.atomic
def close(*, actor: Actor, complaint_id: UUID) -> Complaint:
    """Both looked back: it is over. Raises Complaint.DoesNotExist, NotAllowed, StateConflict or NotHeard."""
    complaint = handled(actor, complaint_id)
    COMPLAINT.target(CLOSE, source=complaint.state)
    rules.check_looked_back(
        reporter=complaint.reporter_content,
        other=complaint.other_content,
        due=complaint.look_back_on,
        day=clock.today(),
    )
    move(actor, complaint, CLOSE, closed_on=clock.today())
    tell_sides(actor, complaint, NEWS)
    return complaint


@transaction.atomic
def note_appeal(*, actor: Actor, complaint_id: UUID) -> Complaint:
    """Somebody went on to the body for appeal. Twice is the same as once. Raises Complaint.DoesNotExist, NotAllowed
    or StateConflict."""
    complaint = handled(actor, complaint_id)
    if complaint.answered_on is None and complaint.is_open:
        raise StateConflict(_("First there is an answer."))
    if complaint.appealed_on is None:
        complaint.appealed_on = clock.today()
        complaint.save(update_fields=["appealed_on"])
        log.record("complaint.appealed", actor=actor, target=complaint)
    return complaint


@transaction.atomic
def change_terms(*, actor: Actor, terms: HouseTerms) -> ComplaintTerms:
    """The terms of the house and its body for appeal; complaints that run keep their days. Raises NotAllowed."""
    policies.can_change_terms(actor).require()
    changed, _made = ComplaintTerms.objects.update_or_create(
        organisation_id=actor.organisation_id,
        defaults={
            "confirm_days": terms.confirm_days,
            "answer_weeks": terms.answer_weeks,
            "look_back_weeks": terms.look_back_weeks,
            "appeal_name": terms.appeal_name.strip(),
            "appeal_address": terms.appeal_address.strip(),
            "appeal_phone": terms.appeal_phone.strip(),
        },
    )
    log.record("complaint.terms-changed", actor=actor, target=changed)
    return changed
