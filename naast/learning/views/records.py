"""What people completed, for the coordinator: one person, and what ends."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.audit import log
from naast.core import clock
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.core.paging import keyset_page
from naast.learning.forms.records import DoneForm
from naast.learning.models import Completion
from naast.learning.policies import records as policies
from naast.learning.queries import log as log_queries
from naast.learning.queries import records as queries
from naast.learning.services import records as services
from naast.learning.views.doors import by_coordinator
from naast.organisations.access import ActorRequest
from naast.people.api import visible_to as people_visible_to
from naast.people.models import Person


@require_http_methods(["GET"])
@by_coordinator
def expiring(request: ActorRequest) -> HttpResponse:
    """What ends soon, or has ended: who needs the course again."""
    is_over, today = request.GET.get("show") == "over", clock.today()
    rows = queries.ending_listed(request.actor, today=today, is_over=is_over)
    context: dict[str, object] = {
        "rows": keyset_page(
            rows, params=request.GET, fields=("valid_until", "id"), newest_first=is_over
        ),
        "is_over": is_over,
    }
    return page(request, "learning/expiring.html", context)


@require_http_methods(["GET"])
@by_coordinator
def of_person(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """The learning of one person: their path, what they did, and what they chose to share."""
    person = _person(request, person_id)
    shared = log_queries.shared_by(request.actor, person.pk)
    if shared:
        log.looked("learning.shared-read", actor=request.actor, target=person)
    context: dict[str, object] = {
        "person": person,
        "paths": queries.paths_of(request.actor, person.pk, now=clock.now(), today=clock.today()),
        "rows": keyset_page(
            queries.completions_of(request.actor, person.pk),
            params=request.GET,
            fields=("done_on", "id"),
            newest_first=True,
        ),
        "shared": shared,
        "wish": queries.wish_of(request.actor, person.pk),
        "today": clock.today(),
    }
    return page(request, "learning/of_person.html", context)


@require_http_methods(["GET", "POST"])
@by_coordinator
def note_done(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """Write down a course that somebody did elsewhere, online or on the job."""
    person = _person(request, person_id)
    first = {"course": request.GET.get("course", ""), "done_on": clock.today()}
    form = DoneForm(request.POST or None, actor=request.actor, initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            services.note_done(actor=request.actor, person_id=person.pk, done=form.done())
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Written down."))
            return see_other(request.actor.url("learning:of_person", person_id=person.pk))
    context: dict[str, object] = {"form": form, "person": person}
    return page(request, "learning/note_done.html", context, refused=bool(form.errors))


@require_http_methods(["POST"])
@by_coordinator
def certificate_seen(request: ActorRequest, completion_id: UUID) -> HttpResponse:
    """The certificate was shown."""
    shown = _completion(request, completion_id)
    services.note_certificate_seen(actor=request.actor, completion_id=shown.pk)
    messages.success(request, _("Noted that you saw it. The paper stays with the person."))
    return see_other(request.actor.url("learning:of_person", person_id=shown.person_id))


@require_http_methods(["POST"])
@by_coordinator
def remove_completion(request: ActorRequest, completion_id: UUID) -> HttpResponse:
    """It was written down by mistake."""
    shown = _completion(request, completion_id)
    try:
        services.remove_completion(actor=request.actor, completion_id=shown.pk)
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Taken away."))
    return see_other(request.actor.url("learning:of_person", person_id=shown.person_id))


def _person(request: ActorRequest, person_id: UUID) -> Person:
    return or_404(
        people_visible_to(request.actor).select_related("volunteer").filter(pk=person_id).first()
    )


def _completion(request: ActorRequest, completion_id: UUID) -> Completion:
    return or_404(policies.visible_to(request.actor).filter(pk=completion_id).first())
