"""Reads about complaints. Every function starts from what the actor may see."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from naast.accounts.models import User
from naast.audit import log
from naast.complaints.models import Complaint, MediatedTalk
from naast.complaints.policies import complaints as policies
from naast.complaints.states import (
    BEFORE_ANSWER,
    WHILE_HEARING,
    ComplaintState,
    Side,
    View,
    Yes,
)
from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Membership, Role
from naast.organisations.queries import colleagues

WITH_PEOPLE = (
    "reporter__user",
    "reporter_member__user",
    "other__user",
    "other_member__user",
    "receiver__user",
    "written_by__user",
    "talk__mediator__user",
)
# The receiver looks ahead so many days before the answer has to be there.
TERM_NEAR = timedelta(days=7)
READERS_SHOWN = 20
WORDS = tuple(sorted(Complaint.Privacy.sensitive))
# In this order a colleague with several functions is shown; who also coordinates is not outside the line.
SHOWN_AS = (Function.COORDINATOR, Function.SAFEGUARDING, Function.MEDIATOR)


def listed(actor: Actor, *, is_over: bool) -> QuerySet[Complaint]:
    """What the actor handles or leads the talk of, without any words."""
    rows = policies.visible_to(actor).filter(closed_on__isnull=not is_over)
    return rows.select_related("talk").defer(
        *WORDS, *(f"talk__{name}" for name in sorted(MediatedTalk.Privacy.sensitive))
    )


def to_take_up(actor: Actor) -> QuerySet[Complaint]:
    """What nobody listens to any more, without any words."""
    return policies.without_listener(actor).defer(*WORDS).order_by("confirm_by", "id")


def own(actor: Actor) -> QuerySet[Complaint]:
    """What somebody told of or what was shared with them, without any words, newest first."""
    return policies.own_of(actor).defer(*WORDS).order_by("-id")


def _whole(rows: QuerySet[Complaint]) -> QuerySet[Complaint]:
    return rows.select_related(*WITH_PEOPLE).prefetch_related("observations")


def get_complaint(actor: Actor, complaint_id: UUID) -> Complaint | None:
    """One, for staff; None when this actor may not know it exists."""
    return _whole(policies.visible_to(actor)).filter(pk=complaint_id).first()


def get_own(actor: Actor, complaint_id: UUID) -> Complaint | None:
    """One, for one of the two; None when it is not theirs or was not shared yet."""
    return _whole(policies.own_of(actor)).filter(pk=complaint_id).first()


def lock(rows: QuerySet[Complaint], complaint_id: UUID) -> Complaint:
    """One of these, locked until the transaction ends. Raises Complaint.DoesNotExist."""
    locked = rows.select_for_update(of=("self",), no_key=True)
    return locked.select_related(*WITH_PEOPLE).get(pk=complaint_id)


def talk_of(complaint: Complaint) -> MediatedTalk | None:
    """The talk, once it was planned."""
    return getattr(complaint, "talk", None)


@dataclass(frozen=True, slots=True)
class Ear:
    """Somebody who may be chosen to listen: who, and as what."""

    who: policies.Listener
    name: str
    function: Function
    user: User

    @property
    def as_what(self) -> Text:
        """Mediator, contact person or coordinator."""
        return self.function.label


def ears(actor: Actor) -> list[Ear]:
    """Who may listen in this house, mediators first. Two queries."""
    roles = Prefetch("roles", queryset=Role.objects.order_by("function"))
    rows = colleagues(actor, *policies.LISTENERS).prefetch_related(roles)
    found = [_ear(member) for member in rows]
    return sorted(found, key=lambda ear: policies.LISTENERS.index(ear.function))


def _ear(member: Membership) -> Ear:
    functions = frozenset(role.function for role in member.roles.all())
    shown = next(function for function in SHOWN_AS if function.value in functions)
    who = policies.Listener(member.pk, member.person_id, functions)
    return Ear(who, member.user.name or member.user.email, shown, member.user)


def ears_for(actor: Actor, complaint: Complaint) -> list[Ear]:
    """Who may listen to this one: nobody who is concerned by it."""
    return [ear for ear in ears(actor) if policies.can_listen(ear.who, complaint)]


def readers_of(complaint: Complaint) -> list[tuple[str, datetime]]:
    """Who opened it and when, newest first, for who told of it. Two queries."""
    views = list(log.views_of(complaint.organisation_id, complaint.pk)[:READERS_SHOWN])
    names = dict(
        User.objects.filter(pk__in={view.user_id for view in views}).values_list("pk", "name")
    )
    return [
        (names[view.user_id], view.created_at)
        for view in views
        if view.user_id is not None and view.user_id in names
    ]


# What asks for somebody: for the desk, the homes and the night.


def to_confirm(rows: QuerySet[Complaint]) -> QuerySet[Complaint]:
    """Nobody said yet that it was heard."""
    return rows.filter(state=ComplaintState.RECEIVED, closed_on__isnull=True)


def term_near(rows: QuerySet[Complaint], *, day: date) -> QuerySet[Complaint]:
    """Heard, without an answer, and the term is over in a week."""
    return rows.filter(
        state__in=[state for state in BEFORE_ANSWER if state != ComplaintState.RECEIVED],
        answer_by__lte=day + TERM_NEAR,
    )


def to_hold(rows: QuerySet[Complaint], *, now: datetime) -> QuerySet[Complaint]:
    """The planned talk is over: what was said is still to be written down."""
    return rows.filter(state=ComplaintState.TALK_PLANNED, talk__starts_at__lte=now)


def does_not_suit(rows: QuerySet[Complaint]) -> QuerySet[Complaint]:
    """One of the two said that the day does not suit."""
    no = Q(talk__reporter_yes=Yes.NO) | Q(talk__other_yes=Yes.NO)
    return rows.filter(no, state=ComplaintState.TALK_PLANNED)


def to_look_back(rows: QuerySet[Complaint], *, day: date) -> QuerySet[Complaint]:
    """The day to look back has come."""
    return rows.filter(state=ComplaintState.ANSWERED, look_back_on__lte=day)


def sides_of(actor: Actor) -> Sequence[tuple[str, Q]]:
    """The two sides this actor may be on; the other one only once it was shared."""
    shared = policies.on_the_other_side(actor) & Q(shared_on__isnull=False)
    return ((Side.REPORTER.value, policies.reporting(actor)), (Side.OTHER.value, shared))


def _mine(actor: Actor, **each: object) -> QuerySet[Complaint]:
    """The actor’s own with this about their side: `{side}` in a name is filled in."""
    wanted = Q(pk__in=[])
    for side, theirs in sides_of(actor):
        wanted |= theirs & Q(**{name.format(side=side): value for name, value in each.items()})
    return policies.own_of(actor).filter(wanted, closed_on__isnull=True)


def waits_for_my_view(actor: Actor) -> QuerySet[Complaint]:
    """We would like to hear how they see it."""
    rows = _mine(actor, **{"{side}_how": View.AWAITED})
    return rows.filter(state__in=WHILE_HEARING)


def waits_for_my_yes(actor: Actor) -> QuerySet[Complaint]:
    """A talk is proposed: does the day suit?"""
    rows = _mine(actor, **{"talk__{side}_yes": Yes.AWAITED})
    return rows.filter(state=ComplaintState.TALK_PLANNED)


def waits_for_my_look_back(actor: Actor, *, day: date) -> QuerySet[Complaint]:
    """How is it now?"""
    return to_look_back(_mine(actor, **{"{side}_content": ""}), day=day)


def waits_for_my_choice(actor: Actor) -> QuerySet[Complaint]:
    """Who was chosen to listen no longer does: they choose again."""
    return policies.told_by(actor).filter(policies.nobody_listens(), closed_on__isnull=True)
