"""Short jobs: the board of volunteers, and what the coordinator puts on it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.core import clock
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.core.paging import keyset_page
from naast.messaging.services import mark_read
from naast.organisations.access import ActorRequest
from naast.outreach.forms.jobs import JobForm, initial_of
from naast.outreach.queries import jobs as queries
from naast.outreach.services import jobs as services
from naast.outreach.views.doors import by_coordinator, by_volunteer
from naast.people.api import volunteers_visible_to

MOST = 60


@require_http_methods(["GET"])
@by_volunteer
def job_board(request: ActorRequest) -> HttpResponse:
    """What can be done in an afternoon: one tap to come, one tap not to."""
    rows = queries.for_volunteer(request.actor, now=clock.now())
    mark_read(actor=request.actor, url=request.path)
    context: dict[str, object] = {"jobs": list(rows[:MOST]), "today": clock.today()}
    return page(request, "outreach/job_board.html", context)


@require_http_methods(["POST"])
@by_volunteer
def take_job(request: ActorRequest, short_job_id: UUID) -> HttpResponse:
    """I come."""
    job = or_404(queries.get_job(request.actor, short_job_id))
    try:
        services.take_job(actor=request.actor, short_job_id=job.pk)
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("How nice that you come."))
    return see_other(request.actor.url("outreach:job_board"))


@require_http_methods(["POST"])
@by_volunteer
def leave_job(request: ActorRequest, short_job_id: UUID) -> HttpResponse:
    """I can’t come after all."""
    job = or_404(queries.get_job(request.actor, short_job_id))
    try:
        services.leave_job(actor=request.actor, short_job_id=job.pk)
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Thank you for saying so. Somebody else can come now."))
    return see_other(request.actor.url("outreach:job_board"))


@require_http_methods(["GET"])
@by_coordinator
def short_jobs(request: ActorRequest) -> HttpResponse:
    """What stands on the board, or stood there."""
    is_past = request.GET.get("show") == "past"
    rows = queries.listed(request.actor, now=clock.now(), is_past=is_past)
    context: dict[str, object] = {
        "rows": keyset_page(rows, params=request.GET, fields=("starts_at", "id")),
        "is_past": is_past,
    }
    return page(request, "outreach/short_jobs.html", context)


@require_http_methods(["GET"])
@by_coordinator
def short_job(request: ActorRequest, short_job_id: UUID) -> HttpResponse:
    """One job, and who comes."""
    job = or_404(queries.get_job(request.actor, short_job_id))
    text = request.GET.get("q", "")
    context: dict[str, object] = {
        "job": job,
        "takers": list(queries.takers_of(request.actor, job)),
        "is_past": job.starts_at <= clock.now(),
        "text": text,
        "found": queries.who_may_come(request.actor, job, text),
    }
    return page(request, "outreach/short_job.html", context)


@require_http_methods(["POST"])
@by_coordinator
def put_on_job(request: ActorRequest, short_job_id: UUID, person_id: UUID) -> HttpResponse:
    """A volunteer who called comes."""
    job = or_404(queries.get_job(request.actor, short_job_id))
    or_404(volunteers_visible_to(request.actor).filter(person_id=person_id).first())
    try:
        services.put_on_job(actor=request.actor, short_job_id=job.pk, person_id=person_id)
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Noted."))
    return see_other(request.actor.url("outreach:short_job", short_job_id=job.pk))


@require_http_methods(["POST"])
@by_coordinator
def take_off_job(request: ActorRequest, short_job_id: UUID, person_id: UUID) -> HttpResponse:
    """A volunteer who called does not come after all."""
    job = or_404(queries.get_job(request.actor, short_job_id))
    or_404(volunteers_visible_to(request.actor).filter(person_id=person_id).first())
    try:
        services.take_off_job(actor=request.actor, short_job_id=job.pk, person_id=person_id)
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Noted."))
    return see_other(request.actor.url("outreach:short_job", short_job_id=job.pk))


@require_http_methods(["GET", "POST"])
@by_coordinator
def new_short_job(request: ActorRequest) -> HttpResponse:
    """Put a job on the board."""
    form = JobForm(request.POST or None, actor=request.actor)
    if request.method == "POST" and form.is_valid():
        try:
            made = services.plan_job(actor=request.actor, plan=form.plan())
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("It stands on the board."))
            return see_other(request.actor.url("outreach:short_job", short_job_id=made.pk))
    context: dict[str, object] = {"form": form, "job": None}
    return page(request, "outreach/short_job_form.html", context, refused=bool(form.errors))


@require_http_methods(["GET", "POST"])
@by_coordinator
def change_short_job(request: ActorRequest, short_job_id: UUID) -> HttpResponse:
    """Change a job."""
    job = or_404(queries.get_job(request.actor, short_job_id))
    form = JobForm(request.POST or None, actor=request.actor, initial=initial_of(job))
    if request.method == "POST" and form.is_valid():
        try:
            services.change_job(actor=request.actor, short_job_id=job.pk, plan=form.plan())
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Changed."))
            return see_other(request.actor.url("outreach:short_job", short_job_id=job.pk))
    context: dict[str, object] = {"form": form, "job": job}
    return page(request, "outreach/short_job_form.html", context, refused=bool(form.errors))


@require_http_methods(["POST"])
@by_coordinator
def cancel_short_job(request: ActorRequest, short_job_id: UUID) -> HttpResponse:
    """A job does not go on."""
    job = or_404(queries.get_job(request.actor, short_job_id))
    services.cancel_job(actor=request.actor, short_job_id=job.pk)
    messages.success(request, _("Called off. Who would come with an account was told."))
    return see_other(request.actor.url("outreach:short_job", short_job_id=job.pk))
