"""Who sees short jobs, and who takes them."""

from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.outreach.models import ShortJob


def visible_to(actor: Actor) -> QuerySet[ShortJob]:
    """Coordinators: all of their organisation. Volunteers: those that go on. Nobody else any."""
    jobs = ShortJob.objects.filter(organisation_id=actor.organisation_id)
    if actor.is_coordinator:
        return jobs
    if not actor.has(Function.VOLUNTEER):
        return jobs.none()
    return jobs.filter(cancelled_at__isnull=True)


def can_plan(actor: Actor) -> Decision:
    """Coordinators put jobs on the board."""
    if not actor.is_coordinator:
        return deny(_("Only a coordinator can put a short job on the board."))
    return ALLOW


def can_take(actor: Actor, job: ShortJob, *, now: datetime) -> Decision:
    """A volunteer, for themselves, in time."""
    if job.organisation_id != actor.organisation_id:
        return deny(_("This job belongs to another organisation."))
    if not actor.has(Function.VOLUNTEER) or actor.person_id is None:
        return deny(_("Only a volunteer can take a short job."))
    if job.cancelled_at is not None:
        return deny(_("This job does not go on."))
    if job.starts_at <= now or (job.until_on and job.until_on < timezone.localdate(now)):
        return deny(_("It is too late to sign up for this one. Look which others there are."))
    return ALLOW


def can_write_down(actor: Actor, job: ShortJob, *, now: datetime) -> Decision:
    """A coordinator, for a volunteer who called: until it starts, also after the day to say so."""
    if job.organisation_id != actor.organisation_id:
        return deny(_("This job belongs to another organisation."))
    if not actor.is_coordinator:
        return deny(_("Only a coordinator can write somebody down for a short job."))
    if job.cancelled_at is not None or job.starts_at <= now:
        return deny(_("This job does not go on."))
    return ALLOW


def can_leave(actor: Actor, job: ShortJob, *, now: datetime) -> Decision:
    """Until it starts; after that, a word with the coordinator is better."""
    if job.organisation_id != actor.organisation_id:
        return deny(_("This job belongs to another organisation."))
    if job.starts_at <= now:
        return deny(_("This job has started. Call your coordinator."))
    return ALLOW
