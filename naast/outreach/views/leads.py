"""People to ask: «my two people» of a volunteer, and the same for the coordinator."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.core import clock
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.messaging.services import mark_read
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function
from naast.outreach.forms.campaigns import LeadForm
from naast.outreach.models import Campaign, Lead
from naast.outreach.queries import campaigns as queries
from naast.outreach.services import campaigns as services
from naast.outreach.tips import HOW_TO_ASK
from naast.outreach.views.doors import by_volunteer
from naast.recruitment.queries import channels
from naast.vacancies.addresses import with_words
from naast.vacancies.invitation import invitations

by_askers = open_to(Function.COORDINATOR, Function.VOLUNTEER)


@require_http_methods(["GET"])
@by_volunteer
def my_asks(request: ActorRequest) -> HttpResponse:
    """The people I ask, how to ask well, and words to do it with."""
    going_on = queries.going_on(request.actor, day=clock.today())
    own = queries.own_leads(request.actor, going_on)
    mark_read(actor=request.actor, url=request.path)
    words = invitations(
        request.organisation, [each.programme_id for each in going_on], day=clock.today()
    )
    context: dict[str, object] = {
        "campaigns": [
            (campaign, own[campaign.pk], words.get(campaign.programme_id, ""))
            for campaign in going_on
        ],
        "tips": HOW_TO_ASK,
    }
    return page(request, "outreach/my_asks.html", context)


@require_http_methods(["GET", "POST"])
@by_askers
def new_lead(request: ActorRequest, campaign_id: UUID) -> HttpResponse:
    """Somebody to ask: a first name or initials."""
    campaign = or_404(queries.get_campaign(request.actor, campaign_id))
    first = {"ask_before": campaign.ends_on, "task": request.GET.get("task", "")}
    form = LeadForm(
        request.POST or None, actor=request.actor, campaign=campaign, is_new=True, initial=first
    )
    if request.method == "POST" and form.is_valid():
        asker = form.cleaned_data.get("asker")
        try:
            services.add_lead(
                actor=request.actor,
                campaign_id=campaign.pk,
                note=form.note(),
                asker_id=asker.pk if asker else None,
            )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Noted. Good luck with asking: a no is fine too."))
            return see_other(_back(request, campaign))
    return _lead_page(request, form, campaign, None)


@require_http_methods(["GET", "POST"])
@by_askers
def lead(request: ActorRequest, lead_id: UUID) -> HttpResponse:
    """What came of asking somebody."""
    shown = or_404(queries.get_lead(request.actor, lead_id))
    names = ("first_name", "task", "ask_before", "outcome", "try_on", "welcomed")
    form = LeadForm(
        request.POST or None,
        actor=request.actor,
        campaign=shown.campaign,
        is_new=False,
        initial={name: getattr(shown, name) for name in names},
    )
    if request.method == "POST" and form.is_valid():
        try:
            services.change_lead(actor=request.actor, lead_id=shown.pk, note=form.note())
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Noted. Thank you for asking."))
            return see_other(_back(request, shown.campaign))
    return _lead_page(request, form, shown.campaign, shown)


@require_http_methods(["POST"])
@by_askers
def drop_lead(request: ActorRequest, lead_id: UUID) -> HttpResponse:
    """Forget somebody to ask."""
    shown = or_404(queries.get_lead(request.actor, lead_id))
    services.drop_lead(actor=request.actor, lead_id=shown.pk)
    messages.success(request, _("Forgotten."))
    return see_other(_back(request, shown.campaign))


def _back(request: ActorRequest, campaign: Campaign) -> str:
    if request.actor.is_coordinator:
        return request.actor.url("outreach:campaign", campaign_id=campaign.pk)
    return request.actor.url("outreach:my_asks")


def _apply_url(request: ActorRequest) -> str:
    """Where the application is written down, with word of mouth as its channel (S1-231)."""
    channel = channels.word_of_mouth(request.actor)
    path = request.actor.url("recruitment:new_application")
    return with_words(path, via=channel.code if channel else "")


def _lead_page(
    request: ActorRequest, form: LeadForm, campaign: Campaign, shown: Lead | None
) -> HttpResponse:
    said_yes = shown is not None and shown.outcome == Lead.Outcome.YES
    can_apply = said_yes and request.actor.is_coordinator
    context: dict[str, object] = {
        "form": form,
        "campaign": campaign,
        "lead": shown,
        "back_url": _back(request, campaign),
        "can_apply": can_apply,
        "apply_url": _apply_url(request) if can_apply else "",
        "tips": HOW_TO_ASK,
    }
    return page(request, "outreach/lead_form.html", context, refused=bool(form.errors))
