"""Questions about what is right or allowed: the list, asking one, what it came to."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.core import drafts
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.core.inputs import pk_of
from naast.core.paging import keyset_page
from naast.intervision.errors import NameInText
from naast.intervision.forms.evenings import DiscussedForm, EthicsForm, initial_of_ethics
from naast.intervision.policies import series as series_policies
from naast.intervision.policies import talks as policies
from naast.intervision.queries import talks as queries
from naast.intervision.services import ethics as services
from naast.intervision.views.doors import by_reader
from naast.organisations.access import ActorRequest
from naast.organisations.kept import draft_key, kept_for


@require_http_methods(["GET"])
@by_reader
def ethics(request: ActorRequest) -> HttpResponse:
    """The questions that wait, or what we decided together."""
    is_discussed = request.GET.get("show") == "discussed"
    rows = queries.ethics(request.actor, is_discussed=is_discussed)
    order = ("discussed_on", "id") if is_discussed else ("asked_on", "id")
    context: dict[str, object] = {
        "rows": keyset_page(rows, params=request.GET, fields=order, newest_first=is_discussed),
        "is_discussed": is_discussed,
    }
    return page(request, "intervision/ethics.html", context)


@require_http_methods(["GET", "POST"])
@by_reader
def new_ethics(request: ActorRequest) -> HttpResponse:
    """Ask what is right."""
    groups = series_policies.visible_to(request.actor).filter(ended_on__isnull=True)
    key = draft_key(request, "ethics")
    form = EthicsForm(request.POST or None, groups=groups)
    if request.method == "POST" and form.is_valid():
        data = dict(form.cleaned_data)
        try:
            services.ask_ethics(actor=request.actor, series_id=pk_of(data.pop("series")), **data)
        except NameInText as error:
            form.refuse(error, field="text")
        except DomainError as error:
            form.refuse(error, field=None)
        else:
            drafts.forget(request.user.pk, key)
            messages.success(request, _("Your question waits for an evening."))
            return see_other(request.actor.url("intervision:ethics"))
    context: dict[str, object] = {"form": form, **kept_for(request, key)}
    return page(request, "intervision/ethics_form.html", context, refused=bool(form.errors))


@require_http_methods(["GET", "POST"])
@by_reader
def one_ethics(request: ActorRequest, ethics_id: UUID) -> HttpResponse:
    """One question, and what it came to."""
    asked = or_404(queries.get_ethics(request.actor, ethics_id))
    key = draft_key(request, "ethics-outcome", asked.pk)
    form = DiscussedForm(request.POST or None, initial=initial_of_ethics(asked))
    if request.method == "POST" and form.is_valid():
        try:
            services.note_discussed(actor=request.actor, ethics_id=asked.pk, **form.cleaned_data)
        except NameInText as error:
            form.refuse(error, field="outcome")
        except DomainError as error:
            form.refuse(error, field=None)
        else:
            drafts.forget(request.user.pk, key)
            messages.success(request, _("Written down for everybody who reads this list."))
            return see_other(request.actor.url("intervision:one_ethics", ethics_id=asked.pk))
    context: dict[str, object] = {
        "question": asked,
        "form": form,
        "can_discuss": policies.can_discuss(request.actor, asked),
        **kept_for(request, key),
    }
    return page(request, "intervision/ethics_one.html", context, refused=bool(form.errors))
