"""Who may read and handle a complaint: who was chosen to listen, and the two sides what is theirs. Nobody else, and
never who is concerned by it (S4-22)."""

from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.complaints.models import Complaint
from naast.complaints.states import About, Side
from naast.core import clock
from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor
from naast.organisations.models import Absence, Function, Role

# Who may be chosen to listen: a mediator stands outside the line.
LISTENERS = (Function.MEDIATOR, Function.SAFEGUARDING, Function.COORDINATOR)
# Who may take up what nobody listens to any more.
OUTSIDE_THE_LINE = (Function.MEDIATOR, Function.SAFEGUARDING)
# Who writes down what somebody without an account tells them.
WRITERS = (*LISTENERS, Function.COACH, Function.PROFESSIONAL)
READS_FIGURES = (Function.COORDINATOR, Function.BOARD)


class Who(Protocol):
    """Somebody of the house: an actor, or a colleague who may be chosen."""

    @property
    def person_id(self) -> UUID | None: ...
    @property
    def membership_id(self) -> UUID | None: ...
    @property
    def functions(self) -> frozenset[str]: ...


@dataclass(frozen=True, slots=True)
class Listener:
    """A colleague who may be chosen to listen."""

    membership_id: UUID
    person_id: UUID | None
    functions: frozenset[str]


def reporting(actor: Who) -> Q:
    """Those this person told of, or that were written down for them."""
    own = Q(pk__in=[])
    if actor.person_id is not None:
        own |= Q(reporter_id=actor.person_id)
    if actor.membership_id is not None:
        own |= Q(reporter_member_id=actor.membership_id)
    return own


def on_the_other_side(actor: Who) -> Q:
    """Those that are about this person, or that they answer for."""
    own = Q(pk__in=[])
    if actor.person_id is not None:
        own |= Q(other_id=actor.person_id)
    if actor.membership_id is not None:
        own |= Q(other_member_id=actor.membership_id)
    return own


def barred(actor: Who) -> Q:
    """Those this actor never handles: one of the two; a coordinator where it was asked that none reads it, or where
    it is about a coordinator who is not named yet."""
    never = reporting(actor) | on_the_other_side(actor)
    if Function.COORDINATOR in actor.functions:
        never |= Q(without_coordinator=True)
        never |= Q(about=About.COORDINATOR, other_id__isnull=True, other_member_id__isnull=True)
    return never


def is_barred(who: Who, complaint: Complaint) -> bool:
    """The same for one complaint, saved or not."""
    if side_of(who, complaint):
        return True
    if Function.COORDINATOR not in who.functions:
        return False
    is_known = complaint.other_id is not None or complaint.other_member_id is not None
    return complaint.without_coordinator or (complaint.about == About.COORDINATOR and not is_known)


def side_of(who: Who, complaint: Complaint) -> str:
    """Which of the two somebody is (states.Side); «» for neither."""
    if _is(who, complaint.reporter_id, complaint.reporter_member_id):
        return Side.REPORTER.value
    if _is(who, complaint.other_id, complaint.other_member_id):
        return Side.OTHER.value
    return ""


def _is(who: Who, person_id: UUID | None, membership_id: UUID | None) -> bool:
    same_person = person_id is not None and person_id == who.person_id
    return same_person or (membership_id is not None and membership_id == who.membership_id)


def _here(actor: Actor) -> QuerySet[Complaint]:
    return Complaint.objects.filter(organisation_id=actor.organisation_id)


def _away_for(actor: Actor) -> QuerySet[Absence]:
    """Absences in which this actor stands in. One step, no chain: as few readers as possible."""
    today = clock.today()
    return Absence.objects.filter(
        organisation_id=actor.organisation_id,
        deputy_id=actor.membership_id,
        from_on__lte=today,
        until_on__gte=today,
    )


def handled_by(actor: Actor) -> QuerySet[Complaint]:
    """Those this actor was chosen to listen to, or listens to for a colleague who is away."""
    if actor.membership_id is None or not actor.has(*LISTENERS):
        return Complaint.objects.none()
    away = _away_for(actor).values("membership_id")
    chosen = Q(receiver_id=actor.membership_id) | Q(receiver_id__in=away)
    return _here(actor).filter(chosen).exclude(barred(actor))


def led_by(actor: Actor) -> QuerySet[Complaint]:
    """Those of which this actor leads the talk, until it is over; while nobody listens, nobody leads it either: who
    stepped aside reads it no more."""
    if actor.membership_id is None or not actor.has(*LISTENERS):
        return Complaint.objects.none()
    rows = _here(actor).filter(talk__mediator_id=actor.membership_id, closed_on__isnull=True)
    return rows.filter(receiver__isnull=False).exclude(barred(actor))


def visible_to(actor: Actor) -> QuerySet[Complaint]:
    """What staff may read: what they handle, and what they lead the talk of. A coordinator who was not chosen does
    not know that it exists."""
    return handled_by(actor) | led_by(actor)


def without_listener(actor: Actor) -> QuerySet[Complaint]:
    """Those nobody listens to any more: a mediator or a contact person may take one up."""
    rows = _here(actor).filter(closed_on__isnull=True)
    if actor.membership_id is None or not actor.has(*OUTSIDE_THE_LINE):
        return rows.none()
    return rows.filter(nobody_listens()).exclude(barred(actor))


def nobody_listens() -> Q:
    """Nobody was chosen, or who was chosen is no longer here, or no longer somebody who listens."""
    listens = Role.objects.filter(membership=OuterRef("receiver"), function__in=LISTENERS)
    gone = Q(receiver__isnull=True) | Q(receiver__ended_on__isnull=False)
    return gone | ~Q(Exists(listens))


def own_of(actor: Actor) -> QuerySet[Complaint]:
    """What somebody told of themselves; and what is about them, once it was shared with them."""
    shared = on_the_other_side(actor) & Q(shared_on__isnull=False)
    return _here(actor).filter(reporting(actor) | shared)


def told_by(actor: Actor) -> QuerySet[Complaint]:
    """What somebody told of themselves."""
    return _here(actor).filter(reporting(actor))


def can_write_down(actor: Actor) -> Decision:
    """Staff write down what somebody without an account tells them."""
    if not actor.has(*WRITERS):
        return deny(_("Only colleagues write this down for somebody."))
    return ALLOW


def can_handle(actor: Actor, complaint: Complaint) -> Decision:
    """Who was chosen to listen, or who stands in for them; never who is concerned by it."""
    if complaint.organisation_id != actor.organisation_id:
        return deny(_("This belongs to another organisation."))
    if not actor.has(*LISTENERS):
        return deny(_("Only a mediator, the contact person or a coordinator can do this."))
    if is_barred(actor, complaint):
        return deny(_("This is not yours to handle: somebody else listens."))
    if complaint.receiver_id is None or actor.membership_id is None:
        return deny(_("First somebody takes it up."))
    if complaint.receiver_id != actor.membership_id and not _stands_in(actor, complaint):
        return deny(_("Somebody else was chosen to listen."))
    return ALLOW


def _stands_in(actor: Actor, complaint: Complaint) -> bool:
    return complaint.receiver_id in _away_for(actor).values_list("membership_id", flat=True)


def can_listen(who: Who, complaint: Complaint) -> Decision:
    """Whether somebody may be chosen to listen to this, or to lead its talk."""
    if not who.functions & {function.value for function in LISTENERS}:
        return deny(_("Choose a mediator, the contact person or a coordinator."))
    if is_barred(who, complaint):
        return deny(_("Choose somebody else: this one is concerned by it."))
    return ALLOW


def can_say(actor: Actor, complaint: Complaint) -> Decision:
    """Each of the two speaks for themselves; the other side once it was shared with them."""
    side = side_of(actor, complaint)
    if complaint.organisation_id != actor.organisation_id or not side:
        return deny(_("Only the two it concerns can answer this."))
    if side == Side.OTHER and complaint.shared_on is None:
        return deny(_("Only the two it concerns can answer this."))
    return ALLOW


def can_read_figures(actor: Actor) -> Decision:
    """How many, about what, and whether terms were kept: coordinators and board. Never who."""
    if not actor.has(*READS_FIGURES):
        return deny(_("Only coordinators and the board read these figures."))
    return ALLOW


def can_change_terms(actor: Actor) -> Decision:
    """Coordinators and administrators."""
    if not actor.has(Function.COORDINATOR, Function.ADMINISTRATOR):
        return deny(_("Only a coordinator or an administrator can change this."))
    return ALLOW
