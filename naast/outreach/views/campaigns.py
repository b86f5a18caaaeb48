"""Pages about 2+ campaigns, for the coordinator."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.core import clock
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.organisations.access import ActorRequest
from naast.outreach.forms.campaigns import CampaignForm
from naast.outreach.models import Lead
from naast.outreach.queries import campaigns as queries
from naast.outreach.services import campaigns as services
from naast.outreach.tips import HOW_TO_ASK, WELCOME
from naast.outreach.views.doors import by_coordinator

MOST = 60


@require_http_methods(["GET"])
@by_coordinator
def campaigns(request: ActorRequest) -> HttpResponse:
    """Every campaign with its numbers."""
    context: dict[str, object] = {"campaigns": list(queries.listed(request.actor)[:MOST])}
    return page(request, "outreach/campaigns.html", context)


@require_http_methods(["GET"])
@by_coordinator
def campaign(request: ActorRequest, campaign_id: UUID) -> HttpResponse:
    """The board: per task who is still to ask, who tries, who started."""
    shown = or_404(queries.get_campaign(request.actor, campaign_id))
    leads = queries.leads_of(request.actor, shown)
    context: dict[str, object] = {
        "campaign": shown,
        "columns": queries.board(shown, leads),
        "welcome": queries.welcome_list(leads),
        "yes_now": sum(lead.outcome == Lead.Outcome.YES for lead in leads),
        "has_leads": bool(leads),
        "tips": HOW_TO_ASK,
        "today": clock.today(),
    }
    return page(request, "outreach/campaign.html", context)


@require_http_methods(["GET"])
@by_coordinator
def welcome_list(request: ActorRequest, campaign_id: UUID) -> HttpResponse:
    """Whom we welcome at the next meeting, on paper."""
    shown = or_404(queries.get_campaign(request.actor, campaign_id))
    leads = queries.leads_of(request.actor, shown)
    context: dict[str, object] = {
        "campaign": shown,
        "welcome": queries.welcome_list(leads),
        "checklist": WELCOME,
    }
    return page(request, "outreach/welcome_list.html", context)


@require_http_methods(["GET", "POST"])
@by_coordinator
def new_campaign(request: ActorRequest) -> HttpResponse:
    """Start a campaign."""
    form = CampaignForm(
        request.POST or None,
        actor=request.actor,
        is_new=True,
        initial={"starts_on": clock.today(), "programme": request.GET.get("programme")},
    )
    if request.method == "POST" and form.is_valid():
        try:
            made = services.plan_campaign(actor=request.actor, plan=form.plan())
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The campaign can start. Talk about it in the group."))
            return see_other(request.actor.url("outreach:campaign", campaign_id=made.pk))
    context: dict[str, object] = {"form": form, "campaign": None}
    return page(request, "outreach/campaign_form.html", context, refused=bool(form.errors))


@require_http_methods(["GET", "POST"])
@by_coordinator
def change_campaign(request: ActorRequest, campaign_id: UUID) -> HttpResponse:
    """Change tasks, days or aim."""
    shown = or_404(queries.get_campaign(request.actor, campaign_id))
    names = ("tasks", "starts_on", "ends_on", "aims_at", "welcome_on")
    first = {name: getattr(shown, name) for name in names}
    form = CampaignForm(request.POST or None, actor=request.actor, is_new=False, initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            services.change_campaign(
                actor=request.actor, campaign_id=shown.pk, plan=form.plan(shown)
            )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Changed."))
            return see_other(request.actor.url("outreach:campaign", campaign_id=shown.pk))
    context: dict[str, object] = {"form": form, "campaign": shown}
    return page(request, "outreach/campaign_form.html", context, refused=bool(form.errors))
