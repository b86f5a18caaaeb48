"""Being where the volunteers are: whom I met, in two taps (S1-192)."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from naast.core.http import page, see_other
from naast.organisations.access import ActorRequest
from naast.programmes.models import Programme
from naast.programmes.policies import visible_to as programmes_visible_to
from naast.support.forms.near import FloorForm, WhichProgrammeForm
from naast.support.queries import person_pages as queries
from naast.support.services import being_near as services
from naast.support.views.doors import by_guide, guided_or_404, try_to, works

# Longer lists are narrowed to one programme.
MOST = 80


@require_http_methods(["GET", "POST"])
@by_guide
def floor(request: ActorRequest) -> HttpResponse:
    """The names of one programme; tap whom you met."""
    programmes = programmes_visible_to(request.actor).order_by("name")
    which = WhichProgrammeForm(request.GET or None, programmes=programmes)
    programme: Programme | None = which.cleaned_data["programme"] if which.is_valid() else None
    people = list(queries.team_of(request.actor, programme.pk if programme else None)[: MOST + 1])
    form = FloorForm(request.POST or None, people=people[:MOST])
    if works(
        form,
        lambda: services.note_visit(
            actor=request.actor,
            visited_on=form.cleaned_data["visited_on"],
            programme=programme,
            person_ids=form.cleaned_data["met"],
        ),
    ):
        return see_other(request.actor.url("support:overview"))
    context: dict[str, object] = {
        "form": form,
        "which": which,
        "has_people": bool(people),
        "has_more": len(people) > MOST,
    }
    return page(request, "support/floor.html", context, refused=bool(form.errors))


@require_POST
@by_guide
def met_today(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """One tap: I met this volunteer today."""
    person = guided_or_404(request, person_id)
    try_to(
        request,
        lambda: services.met_today(actor=request.actor, person_id=person.pk),
        done=_("Noted: you met today."),
    )
    return see_other(request.actor.url("support:overview") + "?show=unmet")
