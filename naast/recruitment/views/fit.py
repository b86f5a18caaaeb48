"""The task and the person beside each other."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.audit import log
from naast.core import drafts
from naast.core.http import page, see_other
from naast.messaging.forms import posted
from naast.organisations.access import ActorRequest, open_to
from naast.recruitment.forms.fit import OurViewForm
from naast.recruitment.models import CompetenceView
from naast.recruitment.policies.applications import STAFF
from naast.recruitment.queries import fit as queries
from naast.recruitment.services import fit as services
from naast.recruitment.views.applications import application_or_404, opened


@require_http_methods(["GET"])
@open_to(*STAFF)
def fit(request: ActorRequest, application_id: UUID) -> HttpResponse:
    """What the role asks, who the person is, what connects and what to talk about. No total."""
    application = application_or_404(request, application_id)
    log.looked("application.read", actor=request.actor, target=application)
    context: dict[str, object] = {
        "application": application,
        "fit": queries.fit_panel(request.actor, application),
    }
    return page(request, "recruitment/fit.html", context)


@require_http_methods(["GET", "POST"])
@open_to(*STAFF)
def our_view(request: ActorRequest, application_id: UUID, moment: str) -> HttpResponse:
    """What we see, with an example; after the trial the attitudes again."""
    application = application_or_404(request, application_id)
    if moment not in CompetenceView.Moment.values:
        raise Http404
    opened(request, application)
    items = queries.items_of(application, moment)
    form = OurViewForm(posted(request), items=items)
    key = f"fit:{application.pk}:{moment}"
    if request.method == "POST" and form.is_valid():
        services.keep_our_view(
            actor=request.actor, application_id=application.pk, moment=moment, views=form.views()
        )
        drafts.forget(request.user.pk, key)
        messages.success(request, _("Kept. Talk about it together."))
        return see_other(request.actor.url("recruitment:fit", application_id=application.pk))
    context = {
        "application": application,
        "form": form,
        "is_after_trial": moment == CompetenceView.Moment.AFTER_TRIAL,
        "draft_key": key,
        "saved": {} if request.method == "POST" else drafts.kept(request.user.pk, key),
    }
    return page(request, "recruitment/fit_ours.html", context, refused=bool(form.errors))
