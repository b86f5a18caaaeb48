"""The facts agreed with a candidate, section by section."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.audit import log
from naast.core import drafts
from naast.core.errors import DomainError
from naast.core.http import page, see_other
from naast.messaging.forms import posted
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function
from naast.programmes.errors import TermsIncomplete
from naast.programmes.kinds import RULES
from naast.recruitment.forms.facts import FactsForm, form_for
from naast.recruitment.queries import facts as queries
from naast.recruitment.views.applications import application_or_404

MEANINGS = [(kind.label, rule.meaning) for kind, rule in RULES.items()]


@require_http_methods(["GET"])
@open_to(Function.COORDINATOR)
def facts(request: ActorRequest, application_id: UUID) -> HttpResponse:
    """Everything that was agreed, and what is still open."""
    application = application_or_404(request, application_id)
    log.looked("application.read", actor=request.actor, target=application)
    context: dict[str, object] = {
        "application": application,
        "facts": queries.facts_panel(request.actor, application),
    }
    return page(request, "recruitment/facts.html", context)


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def facts_section(request: ActorRequest, application_id: UUID, section: str) -> HttpResponse:
    """Write down one section."""
    application = application_or_404(request, application_id)
    if section not in queries.sections_for(application):
        raise Http404
    form = form_for(request.actor, application, section, posted(request))
    key = f"facts:{application.pk}:{section}"
    if request.method == "POST" and form.is_valid():
        try:
            form.keep(request.actor, application)
        except DomainError as error:
            _refuse(form, error)
        else:
            drafts.forget(request.user.pk, key)
            messages.success(request, _("Kept."))
            return see_other(request.actor.url("recruitment:facts", application_id=application.pk))
    context: dict[str, object] = {
        "application": application,
        "form": form,
        "title": queries.TITLES[section],
        "template": f"recruitment/facts_{section}.html",
        "meanings": MEANINGS,
        "draft_key": key,
        "saved": {} if request.method == "POST" else drafts.kept(request.user.pk, key),
    }
    return page(request, "recruitment/facts_form.html", context, refused=bool(form.errors))


def _refuse(form: FactsForm, error: DomainError) -> None:
    """Put each sentence beside the field that mends it."""
    fields = error.fields if isinstance(error, TermsIncomplete) else {}
    for name, sentence in fields.items():
        form.add_error(name, sentence)
    if not fields:
        form.add_error(None, str(error))
