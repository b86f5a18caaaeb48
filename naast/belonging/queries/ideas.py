"""Reads of ideas."""

from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from naast.belonging.models import Idea, IdeaMember
from naast.belonging.policies import ideas as policies
from naast.belonging.states import OPEN_IDEAS, IdeaState
from naast.organisations.actors import Actor


def board(actor: Actor, *, is_open: bool = True) -> QuerySet[Idea]:
    """The ideas of the house, with who does them: open ones, or the others."""
    rows = policies.with_part(policies.visible_to(actor), actor).prefetch_related("members__person")
    return rows.filter(state__in=OPEN_IDEAS) if is_open else rows.exclude(state__in=OPEN_IDEAS)


def get_idea(actor: Actor, idea_id: UUID) -> Idea | None:
    """One idea with its people, or None."""
    rows = policies.visible_to(actor).prefetch_related("members__person")
    return rows.select_related("answered_by__user").filter(pk=idea_id).first()


def to_answer(actor: Actor) -> QuerySet[Idea]:
    """Those for which the coordinator was asked along; who leads one leaves it to a colleague."""
    led = IdeaMember.objects.filter(idea=OuterRef("pk"), person=actor.person_id, leads=True)
    return policies.visible_to(actor).filter(~Exists(led), state=IdeaState.TALKING)
