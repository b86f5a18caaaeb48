"""Who reads of a task that shifted, who settles it, and whose view is asked."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.companionship.models import Match
from naast.companionship.policies import matches as match_policies
from naast.companionship.states import LIVING_STATES
from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.shifting.models import AgreedTask, ShiftView, TaskShift
from naast.shifting.states import ShiftState

Side = ShiftView.Side


def visible_to(actor: Actor) -> QuerySet[TaskShift]:
    """Coordinators: all of their organisation. The volunteer: what is about their own living matches, from the
    first day. Professionals and coaches: of the matches they answer for."""
    shifts = TaskShift.objects.filter(organisation_id=actor.organisation_id)
    if actor.is_coordinator:
        return shifts
    return shifts.filter(match__in=matches_of(actor))


def matches_of(actor: Actor) -> QuerySet[Match]:
    """The living matches in which the actor is the volunteer, or for which they answer."""
    living = Match.objects.filter(organisation_id=actor.organisation_id, state__in=LIVING_STATES)
    own, staff = match_policies.as_volunteer(actor), match_policies.as_staff(actor)
    if own is None or staff is None:
        one = own if own is not None else staff
        return living.filter(one) if one is not None else living.none()
    return living.filter(own | staff)


def agreed_visible_to(actor: Actor) -> QuerySet[AgreedTask]:
    """What was agreed on top: for everybody who may know of the match, the participant too."""
    return AgreedTask.objects.filter(
        organisation_id=actor.organisation_id, match__in=match_policies.visible_to(actor)
    )


def side_of(actor: Actor, match: Match) -> Side | None:
    """Whose view the actor can give; None for a coordinator who only settles."""
    if actor.person_id == match.volunteer_id and actor.has(Function.VOLUNTEER):
        return Side.VOLUNTEER
    if actor.has(Function.PROFESSIONAL, Function.COACH):
        return Side.PROFESSIONAL
    return None


def can_add(actor: Actor, match: Match) -> Decision:
    """Coordinators put a new task forward while a match lives; never in their own match."""
    if match.organisation_id != actor.organisation_id:
        return deny(_("This match belongs to another organisation."))
    if not actor.is_coordinator:
        return deny(_("Only a coordinator can settle this."))
    if actor.person_id is not None and actor.person_id == match.volunteer_id:
        return deny(_("This is about yourself: ask a colleague."))
    if match.state not in LIVING_STATES:
        return deny(_("This match is not running."))
    return ALLOW


def can_settle(actor: Actor, shift: TaskShift) -> Decision:
    """Whoever may put a task forward may settle one."""
    return can_add(actor, shift.match)


def can_answer(actor: Actor, shift: TaskShift) -> Decision:
    """The volunteer says whether they agree, while they are asked."""
    if side_of(actor, shift.match) != Side.VOLUNTEER:
        return deny(_("Only the volunteer can answer this."))
    if shift.state != ShiftState.ASKED:
        return deny(_("There is nothing to answer any more."))
    return ALLOW


def can_give_view(actor: Actor, shift: TaskShift) -> Decision:
    """The volunteer and the professional say how they see it, while it is not settled."""
    if side_of(actor, shift.match) is None:
        return deny(_("Only the volunteer and the professional can write their view."))
    if not shift.is_open:
        return deny(_("This is settled. Would you like to talk about it? Ask your coordinator."))
    return ALLOW
