"""Volunteers who were not there for long, and what a person decides (instruments B14)."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.audit import log
from naast.core.http import or_404, page
from naast.core.paging import keyset_page
from naast.messaging.forms import posted
from naast.organisations.access import ActorRequest
from naast.organisations.form_pages import FormPage, form_page
from naast.parting.forms.partings import AwayEndForm
from naast.parting.queries import away as queries
from naast.parting.services import away as services
from naast.parting.views.doors import by_coordinator
from naast.parting.views.tabs import tabs_of


@require_http_methods(["GET"])
@by_coordinator
def away(request: ActorRequest) -> HttpResponse:
    """Who was not there for half a year or more, the longest first."""
    rows = keyset_page(queries.listed(request.actor), params=request.GET, fields=("seen_on", "id"))
    return page(
        request, "parting/away.html", {"page": rows, "tabs": tabs_of(request.actor, "away")}
    )


@require_http_methods(["GET", "POST"])
@by_coordinator
def one_away(request: ActorRequest, away_id: UUID) -> HttpResponse:
    """One of them: what they answered, and what a person decides with them."""
    found = or_404(queries.listed(request.actor).filter(pk=away_id).first())
    log.looked("volunteer.away-read", actor=request.actor, target=found.person)
    form = AwayEndForm(posted(request))

    def act(sent: AwayEndForm) -> str | None:
        parting = services.decide(
            actor=request.actor, away_id=found.pk, end=sent.cleaned_data["end"]
        )
        if parting is None:
            return None
        return request.actor.url("parting:parting", parting_id=parting.pk)

    told = FormPage(
        title=found.person.name,
        lead=_("Call first. Nothing ends by itself, and a person decides."),
        key=f"away:{found.pk}",
        done=_("Written down."),
        back_url=request.actor.url("parting:away"),
        back_label=_("Not seen for long"),
        template="parting/one_away.html",
        context={"away": found},
    )
    return form_page(request, form, act, told)
