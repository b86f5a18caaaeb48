"""Evenings that a coordinator plans, moves or calls off."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.intervision.forms.series import EveningForm, first_of_evening, initial_of_evening
from naast.intervision.queries import series as series_queries
from naast.intervision.services import evenings as services
from naast.intervision.views.doors import by_coordinator, evening_or_404
from naast.organisations.access import ActorRequest


@require_http_methods(["GET", "POST"])
@by_coordinator
def new_evening(request: ActorRequest, series_id: UUID) -> HttpResponse:
    """An evening beside the rhythm, or the yearly group talk."""
    shown = or_404(series_queries.get_series(request.actor, series_id))
    form = EveningForm(request.POST or None, initial=first_of_evening(shown))
    if request.method == "POST" and form.is_valid():
        try:
            made = services.plan_evening(actor=request.actor, series_id=shown.pk, plan=form.plan())
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Planned. The group is invited a week before."))
            return see_other(request.actor.url("intervision:evening", evening_id=made.pk))
    context: dict[str, object] = {"form": form, "series": shown, "evening": None}
    return page(request, "intervision/evening_form.html", context, refused=bool(form.errors))


@require_http_methods(["GET", "POST"])
@by_coordinator
def change_evening(request: ActorRequest, evening_id: UUID) -> HttpResponse:
    """Another day, another place; the group hears it."""
    shown = evening_or_404(request, evening_id)
    form = EveningForm(request.POST or None, initial=initial_of_evening(shown))
    if request.method == "POST" and form.is_valid():
        try:
            services.change_evening(actor=request.actor, evening_id=shown.pk, plan=form.plan())
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Changed. The group was told."))
            return see_other(request.actor.url("intervision:evening", evening_id=shown.pk))
    context: dict[str, object] = {"form": form, "series": shown.series, "evening": shown}
    return page(request, "intervision/evening_form.html", context, refused=bool(form.errors))


@require_http_methods(["POST"])
@by_coordinator
def cancel_evening(request: ActorRequest, evening_id: UUID) -> HttpResponse:
    """An evening does not take place."""
    shown = evening_or_404(request, evening_id)
    try:
        services.cancel_evening(actor=request.actor, evening_id=shown.pk)
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Called off. The group was told."))
    return see_other(request.actor.url("intervision:series", series_id=shown.series_id))
