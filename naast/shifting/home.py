"""What this room adds to the homes of volunteers, participants and professionals."""

from collections.abc import Container, Mapping
from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core.attention import EVERYTHING, Signs
from naast.core.home import Ask, Link
from naast.organisations.actors import Actor
from naast.shifting.models import ShiftView, TaskShift
from naast.shifting.policies import shifts as policies
from naast.shifting.states import ShiftState

LINKS: Mapping[str, tuple[Link, ...]] = {
    "volunteer": (Link(_("My tasks"), "shifting:mine"),),
    "professional": (Link(_("What I do here, what volunteers do"), "shifting:what_i_do"),),
}
ASKED, VIEWS = "shifting.asked", "shifting.views"
MOST = 3


def signs(actor: Actor, hat: str, *, now: datetime) -> Signs:
    """The rows of each kind of question, for one look at which of them exist."""
    if hat == "volunteer":
        return {ASKED: _asked(actor), VIEWS: _talked_about(actor, ShiftView.Side.VOLUNTEER)}
    if hat == "professional":
        return {VIEWS: _talked_about(actor, ShiftView.Side.PROFESSIONAL)}
    return {}


def asks(actor: Actor, hat: str, *, now: datetime, there: Container[str] = EVERYTHING) -> list[Ask]:
    """What waits for this person; one query a kind that is `there`."""
    found: list[Ask] = []
    if hat == "volunteer" and ASKED in there:
        found += [_ask(actor, shift, is_question=True) for shift in _asked(actor)[:MOST]]
    if hat in LINKS and VIEWS in there:
        side = ShiftView.Side(hat)
        found += [_ask(actor, shift) for shift in _talked_about(actor, side)[:MOST]]
    return found


def _asked(actor: Actor) -> QuerySet[TaskShift]:
    own = policies.visible_to(actor).filter(match__volunteer_id=actor.person_id)
    return own.filter(state=ShiftState.ASKED)


def _talked_about(actor: Actor, side: str) -> QuerySet[TaskShift]:
    """What is talked about first, and this side gave no view yet."""
    given = ShiftView.objects.filter(shift=OuterRef("pk"), side=side)
    shifts = policies.visible_to(actor).filter(~Exists(given), state=ShiftState.TALKING)
    if side == ShiftView.Side.VOLUNTEER:
        return shifts.filter(match__volunteer_id=actor.person_id)
    return shifts.filter(match__in=policies.matches_of(actor))


def _ask(actor: Actor, shift: TaskShift, *, is_question: bool = False) -> Ask:
    url = actor.url("shifting:my_shift", shift_id=shift.pk)
    values = {"what": shift.words}
    if is_question:
        sentence = _("Shall «%(what)s» be part of what you do? You decide.") % values
        return Ask(sentence, url, _("Answer"), tone="attention")
    return Ask(_("We talk about «%(what)s». How do you see it?") % values, url, _("Say how"))
