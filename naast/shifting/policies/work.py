"""Who looks at the work of a programme, and who tells what they do."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.programmes import policies as programme_policies
from naast.programmes.models import Programme
from naast.shifting.models import PlaceCheck, StaffTask


def checks_visible_to(actor: Actor) -> QuerySet[PlaceCheck]:
    """Coordinators read the substitution log of their organisation."""
    checks = PlaceCheck.objects.filter(organisation_id=actor.organisation_id)
    return checks if actor.is_coordinator else checks.none()


def can_look(actor: Actor, programme: Programme) -> Decision:
    """Whoever may change a programme looks at its work."""
    return programme_policies.can_change(actor, programme)


def own_tasks(actor: Actor) -> QuerySet[StaffTask]:
    """What a professional told of their own work."""
    return StaffTask.objects.filter(
        organisation_id=actor.organisation_id, told_by_id=actor.membership_id
    )


def programmes_to_tell_of(actor: Actor) -> QuerySet[Programme]:
    """The running programmes of which a professional can tell what they do."""
    running = programme_policies.visible_to(actor).filter(status=Programme.Status.ACTIVE)
    return running if can_tell(actor) else running.none()


def can_tell(actor: Actor) -> Decision:
    """Professionals tell what they do themselves."""
    if actor.membership_id is None or not actor.has(Function.PROFESSIONAL):
        return deny(_("Professionals tell this themselves."))
    return ALLOW
