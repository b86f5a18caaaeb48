"""What the one who listens does until there is an answer: confirm, find the other side, share, hear both."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.audit import log
from naast.complaints import rules
from naast.complaints.inputs import OtherSide, Told
from naast.complaints.models import Complaint
from naast.complaints.policies import complaints as policies
from naast.complaints.queries import complaints as queries
from naast.complaints.services import filing
from naast.complaints.services.telling import Words, tell_sides
from naast.complaints.states import (
    CANNOT,
    COMPLAINT,
    CONFIRM,
    NO_TALK,
    SHARE,
    WHILE_HEARING,
    NoTalk,
    Side,
    View,
)
from naast.core import clock
from naast.core.errors import Incomplete, StateConflict
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.organisations.queries import colleagues
from naast.people.models import Person

HEARD: Words = (
    gettext_lazy("We heard you"),
    gettext_lazy("What you told was heard. Your page shows who listens and what comes next."),
)
YOUR_VIEW: Words = (
    gettext_lazy("We would like to hear how you see it"),
    gettext_lazy(
        "Somebody would like to talk something over with you, with a mediator. Read it, and say how you see it yourself."
    ),
)
NEWS: Words = (
    gettext_lazy("There is something new for you to read"),
    gettext_lazy("There is something new about what you talk about together. Your page shows it."),
)


def handled(actor: Actor, complaint_id: UUID) -> Complaint:
    """One that this actor handles, locked. Raises Complaint.DoesNotExist or NotAllowed."""
    complaint = queries.lock(policies.visible_to(actor), complaint_id)
    policies.can_handle(actor, complaint).require()
    return complaint


def case_of(complaint: Complaint) -> rules.Case:
    """What its answer would rest on."""
    first_hand = any(each.is_first_hand for each in complaint.observations.all())
    return rules.Case(is_first_hand=first_hand, is_heard=complaint.is_heard)


def move(actor: Actor, complaint: Complaint, step: str, **fields: object) -> Complaint:
    """Take a step of the table with what it carries, within the transaction of the caller. Raises
    StateConflict."""
    complaint.state = COMPLAINT.target(step, source=complaint.state)
    complaint.state_since = clock.now()
    for name, value in fields.items():
        setattr(complaint, name, value)
    complaint.save(update_fields=["state", "state_since", *fields])
    log.record("complaint.step-taken", actor=actor, target=complaint, changes={"step": step})
    return complaint


@transaction.atomic
def confirm(*, actor: Actor, complaint_id: UUID) -> Complaint:
    """Say to who told it that it was heard, by whom and before when there is an answer. Raises
    Complaint.DoesNotExist, NotAllowed or StateConflict."""
    complaint = handled(actor, complaint_id)
    move(actor, complaint, CONFIRM, confirmed_on=clock.today())
    tell_sides(actor, complaint, HEARD, sides=(Side.REPORTER,))
    return complaint


@transaction.atomic
def take_up(*, actor: Actor, complaint_id: UUID) -> Complaint:
    """A mediator or contact person listens to what nobody listens to any more. Raises Complaint.DoesNotExist."""
    complaint = queries.lock(policies.without_listener(actor), complaint_id)
    before, complaint.receiver_id = complaint.receiver_id, actor.membership_id
    complaint.save(update_fields=["receiver"])
    filing.lead_instead(complaint, before=before)
    log.record("complaint.taken-up", actor=actor, target=complaint)
    tell_sides(actor, complaint, NEWS, sides=(Side.REPORTER,))
    return complaint


@transaction.atomic
def hand_over(*, actor: Actor, complaint_id: UUID, receiver_id: UUID) -> Complaint:
    """Somebody else listens from now on, with the yes of who told it. Raises Complaint.DoesNotExist, NotAllowed,
    StateConflict or Incomplete."""
    complaint = handled(actor, complaint_id)
    filing.give_to(actor, complaint, receiver_id, kind="complaint.handed-over")
    tell_sides(actor, complaint, NEWS, sides=(Side.REPORTER,))
    return complaint


@transaction.atomic
def step_aside(*, actor: Actor, complaint_id: UUID) -> Complaint:
    """Who listens is concerned by it themselves: they read it no more, and who told it chooses again. Raises
    Complaint.DoesNotExist, NotAllowed or StateConflict."""
    complaint = handled(actor, complaint_id)
    if not complaint.is_open:
        raise StateConflict(_("This is over."))
    complaint.receiver = None
    complaint.save(update_fields=["receiver"])
    log.record("complaint.stepped-aside", actor=actor, target=complaint)
    tell_sides(actor, complaint, NEWS, sides=(Side.REPORTER,))
    return complaint


@transaction.atomic
def find_other(*, actor: Actor, complaint_id: UUID, other: OtherSide) -> Complaint:
    """Write down who sits on the other side, before anything is shared. Raises Complaint.DoesNotExist, NotAllowed,
    StateConflict or Incomplete."""
    complaint = handled(actor, complaint_id)
    filing.require_before_answer(complaint)
    if complaint.shared_on is not None:
        raise StateConflict(_("It was shared with the other side already."))
    complaint.other = _person(actor, other.person_id)
    complaint.other_member_id = _colleague(actor, other.membership_id)
    complaint.other_name = other.name.strip()
    if not complaint.has_other:
        raise Incomplete({"who": _("Choose who it is, or write their name.")})
    if policies.is_barred(actor, complaint):
        raise Incomplete(
            {"who": _("Is it about yourself? Then step aside: somebody else listens.")}
        )
    same_person = complaint.reporter_id is not None and complaint.reporter_id == complaint.other_id
    same_member = (
        complaint.reporter_member_id is not None
        and complaint.reporter_member_id == complaint.other_member_id
    )
    if same_person or same_member:
        raise Incomplete({"who": _("This is who told it. Choose the other side.")})
    complaint.save(update_fields=["other", "other_member", "other_name"])
    log.record("complaint.other-found", actor=actor, target=complaint)
    return complaint


def _person(actor: Actor, person_id: UUID | None) -> Person | None:
    """A volunteer of the house. Who listens may look one up, also a contact person who reads no files."""
    if person_id is None:
        return None
    rows = Person.objects.filter(organisation_id=actor.organisation_id, volunteer__isnull=False)
    found = rows.filter(pk=person_id).first()
    if found is None:
        raise Incomplete({"who": _("Choose who it is, or write their name.")})
    return found


def _colleague(actor: Actor, membership_id: UUID | None) -> UUID | None:
    if membership_id is None:
        return None
    own = colleagues(actor, *(set(Function) - {Function.VOLUNTEER, Function.PARTICIPANT}))
    if not own.filter(pk=membership_id).exists():
        raise Incomplete({"who": _("Choose who it is, or write their name.")})
    return membership_id


@transaction.atomic
def note_may_be_named(*, actor: Actor, complaint_id: UUID) -> Complaint:
    """Who told it said by phone or in a talk that their name may be told. Raises Complaint.DoesNotExist or
    NotAllowed."""
    return filing.name_reporter(actor, handled(actor, complaint_id), day=clock.today())


@transaction.atomic
def share(*, actor: Actor, complaint_id: UUID, words: str) -> Complaint:
    """Let the other side read what it is about, in words that were talked through with who told it. Raises
    Complaint.DoesNotExist, NotAllowed, StateConflict or Incomplete."""
    complaint = handled(actor, complaint_id)
    if not complaint.has_other:
        raise Incomplete({"words": _("First write down who sits on the other side.")})
    if not words.strip():
        raise Incomplete({"words": _("Write what the other side may read.")})
    move(actor, complaint, SHARE, shared_words=words.strip(), shared_on=clock.today())
    tell_sides(actor, complaint, YOUR_VIEW)
    return complaint


@transaction.atomic
def say_view(*, actor: Actor, complaint_id: UUID, words: str) -> Complaint:
    """One of the two writes how they see it, or nothing: that they would rather not say. Raises
    Complaint.DoesNotExist, NotAllowed or StateConflict."""
    complaint = queries.lock(policies.own_of(actor), complaint_id)
    policies.can_say(actor, complaint).require()
    how = View.OWN if words.strip() else View.DID_NOT_WANT
    told = Told(side=policies.side_of(actor, complaint), how=how, words=words)
    return _keep_view(actor, complaint, told)


@transaction.atomic
def write_view_down(*, actor: Actor, complaint_id: UUID, told: Told) -> Complaint:
    """Who listens writes down how one side sees it, with that mark; what somebody wrote themselves stays. Raises
    Complaint.DoesNotExist, NotAllowed, StateConflict or Incomplete."""
    complaint = handled(actor, complaint_id)
    if getattr(complaint, f"{Side(told.side)}_how") == View.OWN:
        raise Incomplete({"words": _("They wrote this themselves: it stays as it is.")})
    if told.how not in (View.WRITTEN_DOWN, View.DID_NOT_WANT):
        raise Incomplete({"how": _("Choose how we know.")})
    if told.how == View.WRITTEN_DOWN and not told.words.strip():
        raise Incomplete({"words": _("Write it in a few words.")})
    return _keep_view(actor, complaint, told)


def _keep_view(actor: Actor, complaint: Complaint, told: Told) -> Complaint:
    if complaint.state not in WHILE_HEARING:
        raise StateConflict(_("This is no longer asked: look again how far it is."))
    setattr(complaint, f"{told.side}_how", told.how)
    words = "" if told.how == View.DID_NOT_WANT else told.words.strip()
    setattr(complaint, f"{told.side}_view", words)
    complaint.save(update_fields=[f"{told.side}_how", f"{told.side}_view"])
    changes = {"side": str(told.side), "how": str(told.how)}
    log.record("complaint.view-given", actor=actor, target=complaint, changes=changes)
    return complaint


@transaction.atomic
def no_talk(*, actor: Actor, complaint_id: UUID, reason: str, words: str) -> Complaint:
    """There is no direct talk, and why (S1-272). Raises Complaint.DoesNotExist, NotAllowed, StateConflict or
    Incomplete."""
    complaint = handled(actor, complaint_id)
    if reason not in NoTalk.values:
        raise Incomplete({"reason": _("Choose why there is no talk together.")})
    if not words.strip():
        raise Incomplete({"words": _("Write in a few words why. Both read it.")})
    move(actor, complaint, NO_TALK, no_talk=reason, no_talk_words=words.strip())
    tell_sides(actor, complaint, NEWS)
    return complaint


@transaction.atomic
def cannot(*, actor: Actor, complaint_id: UUID, words: str, other_words: str) -> Complaint:
    """Nobody saw or heard it themselves, so it can’t be looked at: said to both in words (S1-273). Raises
    Complaint.DoesNotExist, NotAllowed, StateConflict, CanBeLookedAt or Incomplete."""
    complaint = handled(actor, complaint_id)
    # The table is asked first: in another state its sentence is the true one.
    COMPLAINT.target(CANNOT, source=complaint.state)
    rules.check_cannot(case_of(complaint))
    missing = {}
    if not words.strip():
        missing["words"] = _("Write what you tell who complained.")
    if complaint.shared_on is not None and not other_words.strip():
        missing["other_words"] = _("Write what you tell the other side.")
    if missing:
        raise Incomplete(missing)
    move(
        actor,
        complaint,
        CANNOT,
        closed_on=clock.today(),
        reporter_words=words.strip(),
        other_end_words=other_words.strip(),
    )
    tell_sides(actor, complaint, NEWS)
    return complaint


@transaction.atomic
def note_withdrawal(*, actor: Actor, complaint_id: UUID, words: str = "") -> Complaint:
    """Who told it said by phone or in a talk that they take it back. Raises Complaint.DoesNotExist, NotAllowed or
    StateConflict."""
    return filing.take_back(actor, handled(actor, complaint_id), words)
