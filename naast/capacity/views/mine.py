"""A volunteer's own pages: my load and my limits, and how it is computed."""

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.capacity.forms.limits import LimitsForm, limits_now
from naast.capacity.queries import own as queries
from naast.capacity.services import limits as services
from naast.capacity.views.doors import by_volunteer
from naast.capacity.wording import in_words
from naast.core import clock
from naast.core.errors import DomainError
from naast.core.http import page, see_other
from naast.messaging.services import mark_read
from naast.organisations.access import ActorRequest


@require_http_methods(["GET"])
@by_volunteer
def mine(request: ActorRequest) -> HttpResponse:
    """How much I do: what I can change at once, what I said, what we agreed."""
    mark_read(actor=request.actor, url=request.path)
    found = queries.mine(request.actor)
    context: dict[str, object] = {
        "mine": found,
        "limits": queries.limits_in_words(found.profile, found.limits),
        "today": clock.today(),
    }
    return page(request, "capacity/mine.html", context)


@require_http_methods(["GET", "POST"])
@by_volunteer
def my_limits(request: ActorRequest) -> HttpResponse:
    """My own limits; they hold from this moment."""
    actor = request.actor
    shown = limits_now(queries.profile_of(actor), queries.limits_of(actor))
    form = LimitsForm(request.POST if request.method == "POST" else None, initial=shown)
    if request.method == "POST" and form.is_valid():
        try:
            services.set_limits(actor=actor, limits=form.limits())
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Thank you. This is what we keep to from now on."))
            return see_other(actor.url("capacity:mine"))
    return page(request, "capacity/my_limits.html", {"form": form}, refused=bool(form.errors))


@require_http_methods(["GET"])
@by_volunteer
def how(request: ActorRequest) -> HttpResponse:
    """How it is computed, with my own figures: nobody else reads these."""
    computed = queries.computed(request.actor, today=clock.today())
    context: dict[str, object] = {
        "inputs": computed.inputs,
        "outcome": in_words(computed.weighed),
    }
    return page(request, "capacity/how.html", context)
