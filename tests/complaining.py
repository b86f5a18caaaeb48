"""Rows of complaints for tests."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from naast.complaints.inputs import Answer, NewComplaint, OtherSide, TalkPlan, Told
from naast.complaints.models import Complaint, MediatedTalk
from naast.complaints.services import filing, handling, outcomes, talks
from naast.complaints.states import About, Hat, NoTalk, Side, View, Yes
from naast.core import clock
from naast.organisations.models import Function, Membership
from naast.parting.inputs import SeenInput
from tests.conftest import Cast
from tests.factories import actor_of, member

FACTS = "Ze kwam drie keer niet en liet niets weten."
SHARED = "Er waren afspraken die niet doorgingen. Daar wil iemand over praten."


def listener(cast: Cast, *functions: Function, name: str = "Mia Middenvelder") -> Membership:
    """A colleague who may listen: a mediator, unless said otherwise."""
    return member(cast.here, *(functions or (Function.MEDIATOR,)), name=name)


def seen(*, is_first_hand: bool = True, facts: str = FACTS, days: int = 2) -> SeenInput:
    """What somebody saw, or only heard."""
    return SeenInput(
        seen_on=clock.today() - timedelta(days=days),
        is_first_hand=is_first_hand,
        seen_by="" if is_first_hand else "Een buur",
        facts=facts,
    )


def new(receiver: Membership, **fields: Any) -> NewComplaint:
    """A complaint of a participant about a volunteer, who is not named yet."""
    usual: dict[str, Any] = {
        "about": About.VOLUNTEER.value,
        "hat": Hat.PARTICIPANT.value,
        "seen": seen(),
        "receiver_id": receiver.pk,
        "may_be_named": True,
    }
    return NewComplaint(**(usual | fields))


def told(cast: Cast, receiver: Membership, *, by: str = "piet", **fields: Any) -> Complaint:
    """A complaint of one of the cast: of Piet about Bea, unless said otherwise."""
    usual = {"other_id": cast.person_id("bea")} if by == "piet" else {}
    return filing.tell_complaint(actor=cast.actor(by), new=new(receiver, **(usual | fields)))


class Way:
    """Takes a complaint along its way, as who listens."""

    def __init__(self, receiver: Membership, complaint: Complaint) -> None:
        self.receiver, self.actor, self.pk = receiver, actor_of(receiver), complaint.pk

    @property
    def now(self) -> Complaint:
        """As it is in the database."""
        return Complaint.objects.get(pk=self.pk)

    def confirmed(self) -> "Way":
        """Heard."""
        handling.confirm(actor=self.actor, complaint_id=self.pk)
        return self

    def shared(self) -> "Way":
        """The other side is asked."""
        self.confirmed()
        handling.share(actor=self.actor, complaint_id=self.pk, words=SHARED)
        return self

    def planned(self, *, suits: bool = True, in_hours: int = 1) -> "Way":
        """A talk in an hour, with a yes of both."""
        self.shared()
        talks.plan(actor=self.actor, complaint_id=self.pk, plan=plan(self.receiver, in_hours))
        if suits:
            for side in Side:
                talks.note_answer(
                    actor=self.actor, complaint_id=self.pk, told=Told(side=side, how=Yes.YES)
                )
        return self

    def came(self) -> "Way":
        """The hour of the talk is there: an hour ahead can be tomorrow."""
        MediatedTalk.objects.filter(complaint_id=self.pk).update(starts_at=clock.now())
        return self

    def talked(self) -> "Way":
        """Both at the table, and both heard."""
        self.planned().came()
        talks.hold(actor=self.actor, complaint_id=self.pk, words="Beiden zegden wat ze zagen.")
        return self.heard()

    def without_talk(self) -> "Way":
        """No talk, with a reason; both heard."""
        self.shared()
        handling.no_talk(
            actor=self.actor, complaint_id=self.pk, reason=NoTalk.SAFETY, words="Te spannend."
        )
        return self.heard()

    def heard(self) -> "Way":
        """Both said how they see it."""
        for side in Side:
            view = Told(side=side, how=View.WRITTEN_DOWN, words=f"Zo zag {side} het.")
            handling.write_view_down(actor=self.actor, complaint_id=self.pk, told=view)
        return self

    def answered(self) -> "Way":
        """With an answer."""
        self.talked()
        outcomes.answer(actor=self.actor, complaint_id=self.pk, answer=answer())
        return self


def plan(mediator: Membership, in_hours: int = 1) -> TalkPlan:
    """A talk soon."""
    return TalkPlan(
        starts_at=clock.now() + timedelta(hours=in_hours),
        place="In de bib, zaal 2",
        mediator_id=mediator.pk,
    )


def answer(**fields: Any) -> Answer:
    """An answer for both."""
    usual: dict[str, Any] = {
        "outcome": "De afspraken waren niet duidelijk.",
        "agreed": "Bea belt de avond voordien.",
        "went_well": "Er werd goed geluisterd.",
        "look_back_on": clock.today() + timedelta(weeks=6),
    }
    return Answer(**(usual | fields))


def other(cast: Cast, name: str = "bea") -> OtherSide:
    """One of the cast on the other side."""
    return OtherSide(person_id=cast.person_id(name))


def talk_of(complaint_id: UUID) -> MediatedTalk:
    """The talk as it is in the database."""
    return MediatedTalk.objects.get(complaint_id=complaint_id)
