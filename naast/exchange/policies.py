"""Who may bring lists in and take them out."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core.decisions import ALLOW, Decision, deny
from naast.exchange.models import ImportJob
from naast.organisations.actors import Actor


def visible_to(actor: Actor) -> QuerySet[ImportJob]:
    """The imports this actor may know exist: those of their organisation, for coordinators."""
    jobs = ImportJob.objects.filter(organisation_id=actor.organisation_id)
    return jobs if actor.is_coordinator else jobs.none()


def can_exchange(actor: Actor) -> Decision:
    """Lists hold everybody at once, so only coordinators bring them in and take them out."""
    if not actor.is_coordinator:
        return deny(_("Only a coordinator can load or export lists."))
    return ALLOW


def can_touch(actor: Actor, job: ImportJob) -> Decision:
    """One import: a coordinator of the organisation it belongs to."""
    can_exchange(actor).require()
    if job.organisation_id != actor.organisation_id:
        return deny(_("This import belongs to another organisation."))
    return ALLOW
