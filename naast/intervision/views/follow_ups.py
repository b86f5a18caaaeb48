"""Whom the group missed: asking how they are."""

from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.audit import log
from naast.core import clock
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.core.paging import keyset_page
from naast.intervision.forms.series import TalkedForm
from naast.intervision.queries import series as queries
from naast.intervision.services import follow_up as services
from naast.intervision.views.doors import by_coach
from naast.organisations.access import ActorRequest

LATELY = timedelta(days=90)
MOST_LATELY = 20


@require_http_methods(["GET"])
@by_coach
def follow_ups(request: ActorRequest) -> HttpResponse:
    """Whom to ask how they are, and with whom somebody talked lately."""
    rows = queries.open_follow_ups(request.actor)
    lately = queries.talked_lately(request.actor, since=clock.today() - LATELY)
    context: dict[str, object] = {
        "rows": keyset_page(rows, params=request.GET, fields=("noticed_on", "id")),
        "lately": list(lately[:MOST_LATELY]),
    }
    return page(request, "intervision/follow_ups.html", context)


@require_http_methods(["GET", "POST"])
@by_coach
def follow_up(request: ActorRequest, follow_up_id: UUID) -> HttpResponse:
    """One person: that somebody talked with them."""
    shown = or_404(queries.get_follow_up(request.actor, follow_up_id))
    if request.method == "GET":
        log.looked("series.absence-viewed", actor=request.actor, target=shown.person)
    first = {"talked_on": shown.talked_on or clock.today(), "outcome": shown.outcome}
    form = TalkedForm(request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            services.note_talked(actor=request.actor, follow_up_id=shown.pk, **form.cleaned_data)
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Noted. Thank you for asking."))
            return see_other(request.actor.url("intervision:follow_ups"))
    context: dict[str, object] = {"follow_up": shown, "form": form}
    return page(request, "intervision/follow_up.html", context, refused=bool(form.errors))
