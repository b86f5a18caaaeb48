"""Who knows of a talk, and who may plan it, choose its moment and say how it went."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor
from naast.recruitment.models import Application, Talk
from naast.recruitment.policies import applications
from naast.recruitment.states import Status

STILL_AHEAD = (Talk.Status.INVITED, Talk.Status.PLANNED)


def visible_to(actor: Actor) -> QuerySet[Talk]:
    """The talks this actor may know exist: those of the applications they may know."""
    return Talk.objects.filter(
        organisation_id=actor.organisation_id, application__in=applications.visible_to(actor)
    )


def can_plan(actor: Actor, application: Application) -> Decision:
    """Inviting to a talk: a coordinator, while the application is on its way."""
    may = applications.can_move(actor, application)
    if not may:
        return may
    if application.status != Status.OPEN:
        return deny(_("First let this application go on: it rests or is rounded off."))
    return ALLOW


def can_change(actor: Actor, talk: Talk) -> Decision:
    """Moving or cancelling: a coordinator, as long as the talk is ahead."""
    may = applications.can_move(actor, talk.application)
    if not may:
        return may
    if talk.status not in STILL_AHEAD:
        return deny(_("This talk is not ahead any more."))
    return ALLOW


def can_round_off(actor: Actor, talk: Talk) -> Decision:
    """Saying whether it took place: whoever leads it, or a coordinator."""
    if not visible_to(actor).filter(pk=talk.pk).exists():
        return deny(_("You don’t talk with this candidate."))
    if not actor.is_coordinator and talk.host_id != actor.membership_id:
        return deny(_("Who leads the talk, or a coordinator, says how it went."))
    if talk.status != Talk.Status.PLANNED:
        return deny(_("Only a planned talk can be rounded off."))
    return ALLOW


def can_choose(actor: Actor, talk: Talk) -> Decision:
    """Choosing a moment: the candidate behind their own link, as long as nothing is chosen. The view
    finds the talk through the link, so here only the organisation is left to compare."""
    if talk.organisation_id != actor.organisation_id:
        return deny(_("This talk belongs to another organisation."))
    if talk.application.status != Status.OPEN:
        return deny(_("Your application rests now. Call us, and we look together."))
    if talk.status == Talk.Status.PLANNED:
        return deny(_("A moment is already chosen: you see it on your page."))
    if talk.status != Talk.Status.INVITED:
        return deny(_("This talk does not go on. Call us, and we look for another moment."))
    return ALLOW
