"""Who reads and writes a table of tasks."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core.decisions import ALLOW, Decision, deny
from naast.division.models import Division
from naast.division.policies import matches
from naast.organisations.actors import Actor


def visible_to(actor: Actor) -> QuerySet[Division]:
    """Coordinators see all tables of their organisation; others those of the matches they may read."""
    rows = Division.objects.filter(organisation_id=actor.organisation_id)
    if actor.is_coordinator:
        return rows
    return rows.filter(match__in=matches.visible_to(actor).values("pk"))


def can_change(actor: Actor, division: Division) -> Decision:
    """The table of a match: both sides and coordinators. The example of a programme: coordinators."""
    if division.match is not None:
        return matches.can_work_on(actor, division.match)
    if division.organisation_id != actor.organisation_id:
        return deny(_("This belongs to another organisation."))
    if not actor.is_coordinator:
        return deny(_("Only a coordinator can change the example of a programme."))
    return ALLOW
