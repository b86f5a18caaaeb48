"""The facts agreed with a candidate, section by section."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from naast.audit import log
from naast.core import drafts
from naast.core.errors import DomainError
from naast.core.http import page, see_other
from naast.core.text import Text
from naast.messaging.forms import posted
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function
from naast.programmes.errors import TermsIncomplete
from naast.programmes.kinds import RULES
from naast.recruitment.forms.facts import FactsForm, form_for
from naast.recruitment.models import Application
from naast.recruitment.queries import facts as queries
from naast.recruitment.views.applications import application_or_404, opened


@dataclass(frozen=True, slots=True)
class Back:
    """A way back."""

    url: str
    label: Text


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
    opened(request, application)
    form = form_for(request.actor, application, section, posted(request))
    back = _back(request, application)
    key = f"facts:{application.pk}:{section}"
    if request.method == "POST" and form.is_valid():
        try:
            form.keep(request.actor, application)
        except DomainError as error:
            _refuse(form, error)
        else:
            drafts.forget(request.user.pk, key)
            messages.success(request, _("Kept."))
            return see_other(back.url)
    context: dict[str, object] = {
        "application": application,
        "form": form,
        "title": queries.TITLES[section],
        "template": f"recruitment/facts_{section}.html",
        "meanings": MEANINGS,
        "back": back,
        "draft_key": key,
        "saved": {} if request.method == "POST" else drafts.kept(request.user.pk, key),
    }
    return page(request, "recruitment/facts_form.html", context, refused=bool(form.errors))


def _back(request: ActorRequest, application: Application) -> Back:
    """Where one came from: the guide of a talk (`?guide=<talk>`), the guide alone, or all the facts."""
    asked, url = request.GET.get("guide"), request.actor.url
    if asked is None:
        return Back(
            url("recruitment:facts", application_id=application.pk), gettext_lazy("What we agreed")
        )
    label = gettext_lazy("Conversation guide")
    try:
        talk_id = UUID(asked)
    except ValueError:
        return Back(url("recruitment:guide", application_id=application.pk), label)
    address = url("recruitment:talk_guide", application_id=application.pk, talk_id=talk_id)
    return Back(address, label)


def _refuse(form: FactsForm, error: DomainError) -> None:
    """Put each sentence beside the field that mends it."""
    fields = error.fields if isinstance(error, TermsIncomplete) else {}
    for name, sentence in fields.items():
        form.add_error(name, sentence)
    if not fields:
        form.add_error(None, str(error))
