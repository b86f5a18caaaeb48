"""Who knows of an application, and who may take which step."""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.programmes.models import Programme
from naast.recruitment.models import Application, Talk
from naast.recruitment.states import APPLICATION, CANDIDATE, LIVING, Status

# Who may have a part in getting to know somebody. A referrer and a board never read applications.
STAFF = (Function.COORDINATOR, Function.COACH, Function.PROFESSIONAL)


def visible_to(actor: Actor) -> QuerySet[Application]:
    """The applications this actor may know exist: everything else is a 404.

    Coordinators: all of their organisation. Coaches and professionals: those they look after, and those
    they talk with (host of a talk that was not cancelled) for as long as the way lasts. Candidates come by their own link (links.application_of), not by this.
    """
    applications = Application.objects.filter(organisation_id=actor.organisation_id)
    if actor.is_coordinator:
        return applications
    if actor.membership_id is None or not actor.has(*STAFF):
        return applications.none()
    talks = Talk.objects.filter(host_id=actor.membership_id).exclude(status=Talk.Status.CANCELLED)
    talked_with = Q(pk__in=talks.values("application_id"), status__in=LIVING)
    return applications.filter(Q(coordinator_id=actor.membership_id) | talked_with)


def can_enter(actor: Actor, programme: Programme) -> Decision:
    """Writing down an application for somebody: coordinators, visitors of the site for themselves."""
    if programme.organisation_id != actor.organisation_id:
        return deny(_("This programme belongs to another organisation."))
    if programme.status != Programme.Status.ACTIVE:
        return deny(_("Nobody can apply in this programme now."))
    return ALLOW


def can_take(actor: Actor, application: Application, step: str) -> Decision:
    """Taking one step of the state table: coordinators every one, a candidate behind their own link
    (who asks with it has shown that it is theirs) those that are theirs as well."""
    if application.organisation_id != actor.organisation_id:
        return deny(_("This application belongs to another organisation."))
    if is_candidate(actor) and CANDIDATE in APPLICATION.steps[step].by:
        return ALLOW
    return can_move(actor, application)


def can_touch(actor: Actor, application: Application) -> Decision:
    """Writing down who owes what next: whoever may know the candidate, while the way goes on."""
    talks = can_talk(actor, application)
    if not talks:
        return talks
    if application.status != Status.OPEN:
        return deny(_("This application rests or is over. Open it again first."))
    return ALLOW


def can_write_choice(actor: Actor, application: Application) -> Decision:
    """Writing down that a candidate chose to start: a coordinator who heard it from them."""
    if application.status != Status.OPEN:
        return deny(_("This application rests or is over. Open it again first."))
    return can_move(actor, application)


def can_keep(actor: Actor, application: Application) -> Decision:
    """Keeping somebody a while longer: the candidate, or a coordinator whom they asked."""
    if application.organisation_id != actor.organisation_id:
        return deny(_("This application belongs to another organisation."))
    return ALLOW if is_candidate(actor) else can_move(actor, application)


def is_candidate(actor: Actor) -> bool:
    """Whether this is somebody behind a personal link; links.application_of says to which application."""
    return "visitor" in actor.functions


def can_move(actor: Actor, application: Application) -> Decision:
    """Taking a step on the way, on behalf of the organisation: coordinators alone."""
    if application.organisation_id != actor.organisation_id:
        return deny(_("This application belongs to another organisation."))
    if not actor.is_coordinator:
        return deny(_("Only a coordinator can take this step."))
    return ALLOW


def can_talk(actor: Actor, application: Application) -> Decision:
    """Writing notes and how one sees a competence: whoever may know the candidate."""
    if actor.is_coordinator and application.organisation_id == actor.organisation_id:
        return ALLOW
    if not visible_to(actor).filter(pk=application.pk).exists():
        return deny(_("You don’t talk with this candidate."))
    return ALLOW


def can_read_figures(actor: Actor) -> Decision:
    """Figures and sources: coordinators and the board. They hold no names."""
    if not (actor.is_coordinator or actor.has(Function.BOARD)):
        return deny(_("These figures are for coordinators and the board."))
    return ALLOW


def can_read_beginnings(actor: Actor) -> Decision:
    """The first words of somebody who volunteers here by now: who looks after volunteers."""
    if not (actor.is_coordinator or actor.has(Function.COACH)):
        return deny(_("These words are for the coordinator and the coach."))
    return ALLOW
