"""The learning path of each programme."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.core.paging import keyset_page
from naast.learning.forms.courses import PathForm
from naast.learning.models import Course
from naast.learning.queries import courses as queries
from naast.learning.services import paths as services
from naast.learning.views.doors import by_coordinator
from naast.organisations.access import ActorRequest


@require_http_methods(["GET"])
@by_coordinator
def paths(request: ActorRequest) -> HttpResponse:
    """Every programme, with how many courses it asks."""
    rows = queries.programmes(request.actor)
    context: dict[str, object] = {
        "rows": keyset_page(rows, params=request.GET, fields=("name", "id"))
    }
    return page(request, "learning/paths.html", context)


@require_http_methods(["GET", "POST"])
@by_coordinator
def path(request: ActorRequest, programme_id: UUID) -> HttpResponse:
    """The path of one programme: courses in order, and what each puts in place."""
    programme = or_404(queries.get_programme(request.actor, programme_id))
    first = {name: request.GET.get(name, "") for name in ("course", "condition")}
    form = PathForm(
        request.POST or None,
        actor=request.actor,
        programme=programme,
        initial={**first, "is_required": True},
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            services.add_to_path(
                actor=request.actor,
                programme_id=programme.pk,
                course_id=data["course"].pk,
                is_required=data["is_required"],
                condition_id=UUID(data["condition"]) if data["condition"] else None,
            )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Added to the path."))
            return see_other(request.actor.url("learning:path", programme_id=programme.pk))
    lines = list(queries.path(request.actor, [programme.pk]))
    linked = {line.condition_id for line in lines}
    context: dict[str, object] = {
        "programme": programme,
        "form": form,
        "lines": lines,
        "order": queries.order_of(programme),
        "by_hand": [each for each in queries.trainings_of(programme) if each.pk not in linked],
    }
    return page(request, "learning/path.html", context, refused=bool(form.errors))


@require_http_methods(["POST"])
@by_coordinator
def change_path(
    request: ActorRequest, programme_id: UUID, course_id: UUID, step: str
) -> HttpResponse:
    """Remove a course from a path, or move it one place earlier."""
    programme = or_404(queries.get_programme(request.actor, programme_id))
    change = {"remove": services.remove_from_path, "up": services.move_up_on_path}.get(step)
    if change is None:
        raise Http404
    try:
        change(actor=request.actor, programme_id=programme.pk, course_id=course_id)
    except Course.DoesNotExist as error:
        raise Http404 from error
    return see_other(request.actor.url("learning:path", programme_id=programme.pk))
