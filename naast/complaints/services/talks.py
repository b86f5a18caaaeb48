"""The one talk with a mediator: planned, a yes of both, held and written down (S1-272)."""

from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.audit import log
from naast.complaints import rules
from naast.complaints.errors import NotAgreed
from naast.complaints.inputs import TalkPlan, Told
from naast.complaints.models import Complaint, MediatedTalk
from naast.complaints.policies import complaints as policies
from naast.complaints.queries import complaints as queries
from naast.complaints.services.handling import NEWS, handled, move
from naast.complaints.services.telling import Words, tell_listener, tell_receiver, tell_sides
from naast.complaints.states import COMPLAINT, HOLD, PLAN, ComplaintState, Yes
from naast.core import clock
from naast.core.errors import Incomplete, StateConflict
from naast.organisations.actors import Actor

DOES_IT_SUIT: Words = (
    gettext_lazy("Does this day suit you?"),
    gettext_lazy(
        "There is a day for a talk together, with a mediator. Your page asks if it suits."
    ),
)
TO_LEAD: Words = (
    gettext_lazy("You are asked to lead a talk"),
    gettext_lazy("There is a talk that you would lead. Your page shows when and where."),
)
AN_ANSWER: Words = (
    gettext_lazy("There is an answer about the day"),
    gettext_lazy("Somebody answered about the day of a talk. Your page shows it."),
)


@transaction.atomic
def plan(*, actor: Actor, complaint_id: UUID, plan: TalkPlan) -> MediatedTalk:
    """Plan the talk of the two with a mediator, or another day for it: then both are asked anew. Who told it has
    agreed before that their name is known. Raises Complaint.DoesNotExist, NotAllowed, StateConflict, NotAgreed or
    Incomplete."""
    complaint = handled(actor, complaint_id)
    COMPLAINT.target(PLAN, source=complaint.state)
    if complaint.named_on is None:
        raise NotAgreed(
            _("At the table the other side sees who told it. Ask first if their name may be known.")
        )
    ear = _mediator(actor, complaint, plan)
    talk, _made = MediatedTalk.objects.update_or_create(
        complaint=complaint,
        defaults={
            "organisation_id": complaint.organisation_id,
            "mediator_id": plan.mediator_id,
            "starts_at": plan.starts_at,
            "place": plan.place.strip(),
            "reporter_yes": Yes.AWAITED,
            "reporter_note": "",
            "other_yes": Yes.AWAITED,
            "other_note": "",
        },
    )
    move(actor, complaint, PLAN)
    tell_sides(actor, complaint, DOES_IT_SUIT)
    tell_listener(actor, complaint, ear.user, TO_LEAD)
    return talk


def _mediator(actor: Actor, complaint: Complaint, plan: TalkPlan) -> queries.Ear:
    missing = {}
    chosen = [
        ear
        for ear in queries.ears_for(actor, complaint)
        if ear.who.membership_id == plan.mediator_id
    ]
    if not chosen:
        missing["mediator"] = _("Choose somebody who is not concerned by it.")
    if plan.starts_at <= clock.now():
        missing["day"] = _("Choose a day and an hour that are still to come.")
    if not plan.place.strip():
        missing["place"] = _("Write where you meet.")
    if missing:
        raise Incomplete(missing)
    return chosen[0]


@transaction.atomic
def answer_plan(*, actor: Actor, complaint_id: UUID, suits: bool, words: str = "") -> MediatedTalk:
    """One of the two says whether the day suits. They may change it until the talk was held. Raises
    Complaint.DoesNotExist, NotAllowed or StateConflict."""
    complaint = queries.lock(policies.own_of(actor), complaint_id)
    policies.can_say(actor, complaint).require()
    told = Told(
        side=policies.side_of(actor, complaint), how=Yes.YES if suits else Yes.NO, words=words
    )
    talk = _keep_answer(actor, complaint, told)
    tell_receiver(actor, complaint, AN_ANSWER)
    return talk


@transaction.atomic
def note_answer(*, actor: Actor, complaint_id: UUID, told: Told) -> MediatedTalk:
    """Who listens writes down what one side said about the day, by phone or in a talk. Raises
    Complaint.DoesNotExist, NotAllowed, StateConflict or Incomplete."""
    complaint = handled(actor, complaint_id)
    if told.how not in (Yes.YES, Yes.NO):
        raise Incomplete({"how": _("Choose whether it suits.")})
    return _keep_answer(actor, complaint, told)


def _keep_answer(actor: Actor, complaint: Complaint, told: Told) -> MediatedTalk:
    if complaint.state != ComplaintState.TALK_PLANNED:
        raise StateConflict(_("This is no longer asked: look again how far it is."))
    talk = MediatedTalk.objects.select_for_update().get(complaint=complaint)
    setattr(talk, f"{told.side}_yes", told.how)
    setattr(talk, f"{told.side}_note", told.words.strip())
    talk.save(update_fields=[f"{told.side}_yes", f"{told.side}_note"])
    changes = {"side": str(told.side), "answer": str(told.how)}
    log.record("complaint.day-answered", actor=actor, target=complaint, changes=changes)
    return talk


@transaction.atomic
def hold(*, actor: Actor, complaint_id: UUID, words: str) -> MediatedTalk:
    """The talk was held, with both at the table: what was said, for both to read. By who listens or who led it.
    Raises Complaint.DoesNotExist, NotAllowed, StateConflict, NotAgreed or Incomplete."""
    complaint = queries.lock(policies.visible_to(actor), complaint_id)
    COMPLAINT.target(HOLD, source=complaint.state)
    talk = MediatedTalk.objects.select_for_update().get(complaint=complaint)
    held_on = localdate(talk.starts_at)
    rules.check_held(
        reporter=talk.reporter_yes, other=talk.other_yes, held_on=held_on, day=clock.today()
    )
    if not words.strip():
        raise Incomplete({"words": _("Write in a few words what was said. Both read it.")})
    talk.held_on, talk.said = held_on, words.strip()
    talk.save(update_fields=["held_on", "said"])
    move(actor, complaint, HOLD)
    tell_sides(actor, complaint, NEWS)
    return talk
