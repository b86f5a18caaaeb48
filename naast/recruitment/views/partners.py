"""The short list of partners: where somebody may go instead (S1-19)."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.core.http import page, see_other
from naast.core.paging import keyset_page
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function
from naast.recruitment.forms.partners import PartnerForm, partner_now
from naast.recruitment.models import Application, Partner
from naast.recruitment.queries import applications
from naast.recruitment.queries import partners as queries
from naast.recruitment.services import partners as services


@require_http_methods(["GET"])
@open_to(Function.COORDINATOR)
def partners(request: ActorRequest) -> HttpResponse:
    """All partners. Who comes from a candidate (`?candidate=`) finds the way back."""
    candidate = _candidate(request)
    context: dict[str, object] = {
        "page": keyset_page(
            queries.listed(request.actor), params=request.GET, fields=("name", "id")
        ),
        "candidate": candidate,
        "words": _words(candidate),
        "new_url": request.actor.url("recruitment:new_partner") + _words(candidate),
    }
    return page(request, "recruitment/partners.html", context)


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def new_partner(request: ActorRequest) -> HttpResponse:
    """Write a partner down."""
    return _partner_form(request, None)


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def change_partner(request: ActorRequest, partner_id: UUID) -> HttpResponse:
    """Change a partner, or say that it isn't used any more."""
    partner = queries.get_partner(request.actor, partner_id)
    if partner is None:
        raise Http404
    return _partner_form(request, partner)


def _partner_form(request: ActorRequest, partner: Partner | None) -> HttpResponse:
    initial = partner_now(partner) if partner else {}
    form = PartnerForm(request.POST if request.method == "POST" else None, initial=initial)
    back = request.actor.url("recruitment:partners") + _words(_candidate(request))
    if request.method == "POST" and form.is_valid():
        services.save_partner(
            actor=request.actor,
            values=form.cleaned_data,
            partner_id=partner.pk if partner else None,
        )
        messages.success(request, _("Saved."))
        return see_other(back)
    context: dict[str, object] = {"form": form, "partner": partner, "back": back}
    return page(request, "recruitment/partner.html", context, refused=bool(form.errors))


def _candidate(request: ActorRequest) -> Application | None:
    """The candidate from whose page somebody came, when there is one."""
    try:
        asked = UUID(request.GET.get("candidate", ""))
    except ValueError:
        return None
    return applications.get_application(request.actor, asked)


def _words(candidate: Application | None) -> str:
    return f"?candidate={candidate.pk}" if candidate else ""
