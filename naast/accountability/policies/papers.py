"""Who reads and who changes the register, the assessment and the list of processors."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.accountability.models import Activity, Assessment, CleanUp, FieldChoice, Processor
from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor
from naast.organisations.models import Function


def may_read(actor: Actor) -> bool:
    """Coordinators, administrators and the board read what the house can show."""
    return actor.is_coordinator or actor.has(Function.ADMINISTRATOR, Function.BOARD)


def can_keep(actor: Actor) -> Decision:
    """Coordinators and administrators keep it."""
    if not (actor.is_coordinator or actor.has(Function.ADMINISTRATOR)):
        return deny(_("Only a coordinator or administrator changes this."))
    return ALLOW


def activities_visible_to(actor: Actor) -> QuerySet[Activity]:
    """The house's own words in the register."""
    rows = Activity.objects.filter(organisation_id=actor.organisation_id)
    return rows if may_read(actor) else rows.none()


def assessments_visible_to(actor: Actor) -> QuerySet[Assessment]:
    """The versions of the impact assessment."""
    rows = Assessment.objects.filter(organisation_id=actor.organisation_id)
    return rows if may_read(actor) else rows.none()


def processors_visible_to(actor: Actor) -> QuerySet[Processor]:
    """The firms that handle data for us."""
    rows = Processor.objects.filter(organisation_id=actor.organisation_id)
    return rows if may_read(actor) else rows.none()


def choices_visible_to(actor: Actor) -> QuerySet[FieldChoice]:
    """What was decided about fields that hardly anybody fills in."""
    rows = FieldChoice.objects.filter(organisation_id=actor.organisation_id)
    return rows if may_read(actor) else rows.none()


def clean_ups_visible_to(actor: Actor) -> QuerySet[CleanUp]:
    """When somebody looked at all fields."""
    rows = CleanUp.objects.filter(organisation_id=actor.organisation_id)
    return rows if may_read(actor) else rows.none()
