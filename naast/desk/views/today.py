"""The coordinator's day, and finding anybody."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.agreements.queries.staff import has_text_to_read
from naast.core import clock
from naast.core.http import page, see_other
from naast.desk import finding, services, setup_guide
from naast.desk.attention import day_of
from naast.desk.greeting import greeting
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function


@require_http_methods(["GET"])
@open_to(Function.COORDINATOR)
def today(request: ActorRequest) -> HttpResponse:
    """What needs attention now, this week, and what is good to know."""
    everything = request.GET.get("all") == "1"
    day = day_of(request.actor, now=clock.now(), everything=everything)
    steps = setup_guide.steps(request.actor) if day.is_new_here else []
    context = {
        "greeting": greeting(clock.now()),
        "day": day,
        "groups": [
            (heading, group)
            for heading, group in zip(
                (_("Now"), _("This week"), _("Good to know")), day.groups, strict=True
            )
            if group.first
        ],
        "everything": everything,
        "steps": steps,
        "text_to_read": has_text_to_read(request.actor),
        "next_step": next((step for step in steps if not step.is_done), None),
    }
    return page(request, "desk/today.html", context)


@require_http_methods(["POST"])
@open_to(Function.COORDINATOR)
def later(request: ActorRequest, kind: str, subject_id: UUID) -> HttpResponse:
    """Put one item off for a week, on one's own desk alone."""
    until = services.put_off(actor=request.actor, kind=kind, subject_id=subject_id)
    messages.success(
        request,
        _("It comes back on %(day)s.") % {"day": date_format(until, "l j F")},
    )
    return see_other(request.actor.url("desk:today"))


@require_http_methods(["GET"])
@open_to(Function.COORDINATOR)
def search(request: ActorRequest) -> HttpResponse:
    """People and programmes whose words begin with what was typed."""
    words = request.GET.get("q", "").strip()[:100]
    found = finding.find(request.actor, words)
    return page(request, "desk/search.html", {"words": words, "found": found})
