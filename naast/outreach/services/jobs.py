"""Short jobs: on the board, taken, left, called off."""

from dataclasses import asdict
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.audit import log
from naast.core import clock
from naast.core.errors import NotAllowed, StateConflict
from naast.core.text import Text
from naast.messaging.services import tell
from naast.organisations.actors import Actor
from naast.outreach.errors import JobFull, ReasonMissing
from naast.outreach.inputs import JobPlan
from naast.outreach.models import JobTaker, ShortJob
from naast.outreach.policies import jobs as policies
from naast.people.api import volunteers_visible_to
from naast.programmes.models import Programme
from naast.programmes.services import require_ready


@transaction.atomic
def plan_job(*, actor: Actor, plan: JobPlan) -> ShortJob:
    """Put a job on the board. Raises NotAllowed or ReasonMissing."""
    policies.can_plan(actor).require()
    job = ShortJob.objects.create(organisation_id=actor.organisation_id, **_columns(actor, plan))
    log.record("short-job.planned", actor=actor, target=job)
    return job


@transaction.atomic
def change_job(*, actor: Actor, short_job_id: UUID, plan: JobPlan) -> ShortJob:
    """Change a job; whoever comes already keeps coming, and hears of another moment or place. Raises
    ShortJob.DoesNotExist, NotAllowed, ReasonMissing, or StateConflict once it was called off."""
    policies.can_plan(actor).require()
    job = _lock(actor, short_job_id)
    if job.cancelled_at is not None:
        raise StateConflict(_("This job was called off."))
    was = (job.starts_at, job.place)
    for name, value in _columns(actor, plan).items():
        setattr(job, name, value)
    job.save()
    log.record("short-job.changed", actor=actor, target=job)
    if was != (job.starts_at, job.place):
        _tell_takers(
            actor,
            job,
            gettext_lazy("A short job changes"),
            gettext_lazy("The moment or the place of a job you do changes. Look when and where."),
        )
    return job


@transaction.atomic
def cancel_job(*, actor: Actor, short_job_id: UUID) -> ShortJob:
    """The job does not go on; whoever would come hears it. Raises ShortJob.DoesNotExist or NotAllowed."""
    policies.can_plan(actor).require()
    job = _lock(actor, short_job_id)
    if job.cancelled_at is None:
        job.cancelled_at = clock.now()
        job.save(update_fields=["cancelled_at"])
        log.record("short-job.cancelled", actor=actor, target=job)
        _tell_takers(
            actor,
            job,
            gettext_lazy("A short job does not go on"),
            gettext_lazy("A job you would do does not go on. Thank you for wanting to help."),
        )
    return job


@transaction.atomic
def take_job(*, actor: Actor, short_job_id: UUID) -> JobTaker:
    """One tap: the volunteer comes. Twice is once. Raises ShortJob.DoesNotExist, NotAllowed, JobFull, or
    StillNeeded for a job of a programme for which they are not ready."""
    # Two may tap for the last place at once: the lock makes them stand in line.
    job = _lock(actor, short_job_id)
    policies.can_take(actor, job, now=clock.now()).require()
    return _come(actor, job, _self(actor))


@transaction.atomic
def put_on_job(*, actor: Actor, short_job_id: UUID, person_id: UUID) -> JobTaker:
    """A coordinator writes down a volunteer who called. Twice is once. Raises ShortJob.DoesNotExist,
    VolunteerProfile.DoesNotExist for who is no volunteer here, NotAllowed, JobFull or StillNeeded."""
    job = _lock(actor, short_job_id)
    policies.can_write_down(actor, job, now=clock.now()).require()
    return _come(actor, job, volunteers_visible_to(actor).get(person_id=person_id).person_id)


@transaction.atomic
def take_off_job(*, actor: Actor, short_job_id: UUID, person_id: UUID) -> None:
    """A volunteer who called does not come after all. Twice is once. Raises ShortJob.DoesNotExist or
    NotAllowed."""
    job = _lock(actor, short_job_id)
    policies.can_write_down(actor, job, now=clock.now()).require()
    _stay_away(actor, job, person_id)


def _come(actor: Actor, job: ShortJob, person_id: UUID) -> JobTaker:
    """A job of a programme is a shift of it: who comes is ready for that programme (S0-44). A job of nobody in
    particular, such as a stall at a market, asks nothing beforehand."""
    there = job.takers.filter(person_id=person_id).first()
    if there is not None:
        return there
    if job.programme is not None:
        require_ready(person_id=person_id, programme=job.programme)
    if job.takers.count() >= job.places:
        raise JobFull(_("Somebody was just before you: there are people enough for this one."))
    taker = JobTaker.objects.create(
        organisation_id=actor.organisation_id, job=job, person_id=person_id
    )
    log.record("short-job.taken", actor=actor, target=job)
    return taker


@transaction.atomic
def leave_job(*, actor: Actor, short_job_id: UUID) -> None:
    """One tap: the volunteer does not come after all. Twice is once. Raises ShortJob.DoesNotExist or
    NotAllowed."""
    job = _lock(actor, short_job_id)
    policies.can_leave(actor, job, now=clock.now()).require()
    _stay_away(actor, job, _self(actor))


def _stay_away(actor: Actor, job: ShortJob, person_id: UUID) -> None:
    gone, _rows = job.takers.filter(person_id=person_id).delete()
    if gone:
        log.record("short-job.left", actor=actor, target=job)


def _self(actor: Actor) -> UUID:
    """The person behind this account. Raises NotAllowed for an account that is nobody here."""
    if actor.person_id is None:
        raise NotAllowed(_("Only a volunteer can take a short job."))
    return actor.person_id


def _lock(actor: Actor, short_job_id: UUID) -> ShortJob:
    rows = policies.visible_to(actor).select_for_update(of=("self",), no_key=True)
    return rows.get(pk=short_job_id)


def _columns(actor: Actor, plan: JobPlan) -> dict[str, object]:
    if plan.places < 1:
        raise ReasonMissing(_("At least one person."))
    columns = asdict(plan)
    programme_id = columns.pop("programme_id")
    here = Programme.objects.filter(organisation_id=actor.organisation_id)
    return {**columns, "programme": here.filter(pk=programme_id).first()}


def _tell_takers(actor: Actor, job: ShortJob, subject: Text, body: Text) -> None:
    for taker in job.takers.select_related("person__user"):
        if taker.person.user is not None:
            tell(
                actor=actor,
                user=taker.person.user,
                kind="short-job.changed",
                subject=subject,
                body=body,
                url=actor.url("outreach:job_board"),
            )
