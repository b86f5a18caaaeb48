"""Fields nobody uses: what hardly anybody fills in, and what the house decides about it (S4-26, S4-31)."""

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.accountability.forms.papers import FieldForm
from naast.accountability.policies import papers as policies
from naast.accountability.queries import usage as queries
from naast.accountability.services import papers as services
from naast.accountability.views.doors import by_keeper, by_reader
from naast.accountability.views.tabs import tabs_of
from naast.core.http import or_404, page, see_other
from naast.messaging.forms import posted
from naast.organisations.access import ActorRequest
from naast.organisations.form_pages import FormPage, form_page


@require_http_methods(["GET"])
@by_reader
def fields(request: ActorRequest) -> HttpResponse:
    """Per field the share of people about whom something stands in it."""
    groups = queries.usage_of(request.actor)
    context = {
        "groups": groups,
        "hardly": queries.hardly_used(groups),
        "fewest": queries.FEWEST_PEOPLE,
        "few": queries.FEW_PERCENT,
        "looked_on": queries.last_looked_on(request.actor),
        "may_keep": bool(policies.can_keep(request.actor)),
        "tabs": tabs_of(request.actor, "fields"),
    }
    return page(request, "accountability/fields.html", context)


@require_http_methods(["GET", "POST"])
@by_keeper
def field(request: ActorRequest, field: str) -> HttpResponse:
    """Decide about one field."""
    use = or_404(queries.use_named(request.actor, field))
    choice = use.choice
    initial = {"decision": choice.decision, "why": choice.why} if choice else {}
    form = FieldForm(posted(request), initial=initial)

    def act(sent: FieldForm) -> None:
        services.decide_field(actor=request.actor, field=use.code, **sent.cleaned_data)

    told = FormPage(
        title=use.label,
        lead=_("Filled in for %(filled)s of %(people)s people.")
        % {"filled": use.filled, "people": use.people},
        done=_("Decided. Tell your colleagues."),
        back_url=request.actor.url("accountability:fields"),
        back_label=_("Fields nobody uses"),
    )
    return form_page(request, form, act, told)


@require_http_methods(["POST"])
@by_keeper
def clean_up(request: ActorRequest) -> HttpResponse:
    """This year's list was gone through."""
    services.clean_up(actor=request.actor)
    messages.success(request, _("Done for this year. Fewer questions is kinder to everybody."))
    return see_other(request.actor.url("accountability:fields"))
