"""Pages about insurance, for coordinators: the register, and activities under the free Flemish insurance."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.checks.forms.insurance import ActivityForm, PolicyForm
from naast.checks.queries import insurance as queries
from naast.checks.services import insurance as services
from naast.checks.views.doors import by_coordinator
from naast.core import clock
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.core.paging import keyset_page
from naast.law import insurance as law
from naast.law import yearly as law_yearly
from naast.messaging.forms import posted
from naast.organisations.access import ActorRequest

POLICY_FIELDS = ("kind", "insurer", "number", "cover", "risks", "from_on", "until_on")


@require_http_methods(["GET"])
@by_coordinator
def insurance(request: ActorRequest) -> HttpResponse:
    """What is insured, what is missing and which law asks it, and the hours of the free insurance."""
    today = clock.today()
    shown = queries.register(request.actor, request.organisation, day=today)
    ending = queries.ending_of(shown.policies, day=today)
    activities = queries.activities(request.actor, now=clock.now())
    context: dict[str, object] = {
        "shown": shown,
        "policies": [
            (each, _risks(each.risks), each.holds_on(today), each in ending)
            for each in shown.policies
        ],
        "activities": (
            keyset_page(activities, params=request.GET, fields=("starts_at", "id"))
            if shown.counted is not None
            else None
        ),
        "yearly": law_yearly.reports(
            request.organisation.country,
            today,
            under_decree=request.organisation.is_under_welfare_decree,
        ),
        "today": today,
        "now": clock.now(),
    }
    return page(request, "checks/insurance.html", context)


def _risks(codes: list[str]) -> list[str]:
    return [str(words) for risk, words in law.RISKS.items() if risk in codes]


@require_http_methods(["GET", "POST"])
@by_coordinator
def new_policy(request: ActorRequest) -> HttpResponse:
    """Note a policy."""
    return _policy(request, None, {"kind": "own"})


@require_http_methods(["GET", "POST"])
@by_coordinator
def policy(request: ActorRequest, policy_id: UUID) -> HttpResponse:
    """Change what we noted of a policy."""
    shown = or_404(queries.get_policy(request.actor, policy_id))
    return _policy(request, shown.pk, {name: getattr(shown, name) for name in POLICY_FIELDS})


def _policy(request: ActorRequest, policy_id: UUID | None, initial: dict[str, Any]) -> HttpResponse:
    house, today = request.organisation, clock.today()
    form = PolicyForm(posted(request), country=house.country, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            services.keep_policy(actor=request.actor, terms=form.terms(), policy_id=policy_id)
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Noted. Sixty days before it ends we remind you."))
            return see_other(request.actor.url("checks:insurance"))
    context: dict[str, object] = {
        "form": form,
        "policy_id": policy_id,
        "may_drop": policy_id is not None and initial["from_on"] > today,
        "duties": law.duties(house.country, today, under_decree=house.is_under_welfare_decree),
    }
    return page(request, "checks/policy.html", context, refused=bool(form.errors))


@require_http_methods(["POST"])
@by_coordinator
def drop_policy(request: ActorRequest, policy_id: UUID) -> HttpResponse:
    """It was a mistake."""
    or_404(queries.get_policy(request.actor, policy_id))
    try:
        services.drop_policy(actor=request.actor, policy_id=policy_id)
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("It no longer stands here."))
    return see_other(request.actor.url("checks:insurance"))


@require_http_methods(["GET", "POST"])
@by_coordinator
def new_activity(request: ActorRequest) -> HttpResponse:
    """Note an activity to register with the free insurance."""
    form = ActivityForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            services.plan_activity(actor=request.actor, **form.activity())
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Noted. Register it at least a day before it starts."))
            return see_other(request.actor.url("checks:insurance"))
    context: dict[str, object] = {
        "form": form,
        "scheme": law.free_scheme(request.organisation.country, clock.today()),
    }
    return page(request, "checks/activity.html", context, refused=bool(form.errors))


@require_http_methods(["POST"])
@by_coordinator
def activity_registered(request: ActorRequest, activity_id: UUID) -> HttpResponse:
    """It was registered with the free insurance just now."""
    or_404(queries.get_activity(request.actor, activity_id))
    try:
        services.register_activity(actor=request.actor, activity_id=activity_id)
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Noted that it is registered."))
    return see_other(request.actor.url("checks:insurance"))


@require_http_methods(["POST"])
@by_coordinator
def drop_activity(request: ActorRequest, activity_id: UUID) -> HttpResponse:
    """It does not take place."""
    or_404(queries.get_activity(request.actor, activity_id))
    services.drop_activity(actor=request.actor, activity_id=activity_id)
    messages.success(request, _("It no longer stands here."))
    return see_other(request.actor.url("checks:insurance"))
