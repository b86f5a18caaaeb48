"""Who may know and arrange courses, packages and learning paths."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core.decisions import ALLOW, Decision, deny
from naast.learning.models import Course, PathLine
from naast.organisations.actors import Actor
from naast.programmes.models import Programme


def visible_to(actor: Actor) -> QuerySet[Course]:
    """Coordinators see every course of their organisation, other members those in use."""
    courses = Course.objects.filter(organisation_id=actor.organisation_id)
    return courses if actor.is_coordinator else courses.filter(is_used=True)


def path_visible_to(actor: Actor) -> QuerySet[PathLine]:
    """The learning paths: coordinators all, other members those of running programmes."""
    lines = PathLine.objects.filter(organisation_id=actor.organisation_id)
    if actor.is_coordinator:
        return lines
    return lines.filter(programme__status=Programme.Status.ACTIVE, course__is_used=True)


def can_arrange(actor: Actor) -> Decision:
    """Coordinators make courses, packages and paths."""
    if not actor.is_coordinator:
        return deny(_("Only a coordinator can arrange courses."))
    return ALLOW
