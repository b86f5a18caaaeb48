"""What the organisation promises, and how it went, once a year."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.agreements.forms.promises import PromisesForm
from naast.agreements.promises import promises_in
from naast.agreements.queries import promises as queries
from naast.agreements.services import promising as services
from naast.agreements.services import reading
from naast.agreements.views.doors import by_coordinator
from naast.core import clock, drafts
from naast.core.errors import DomainError
from naast.core.http import page, see_other
from naast.messaging.forms import posted
from naast.organisations.access import ActorRequest, open_to_members


@require_http_methods(["GET"])
@by_coordinator
def promises(request: ActorRequest) -> HttpResponse:
    """Our promises, and the looks back."""
    found = reading.promises(request.actor, language=request.user.language)
    context: dict[str, object] = {
        "text": found,
        "reviews": queries.reviews(request.actor),
        "is_due": queries.to_look_back(request.actor, day=clock.today()).exists(),
    }
    return page(request, "agreements/promises.html", context)


@require_http_methods(["GET", "POST"])
@by_coordinator
def look_back(request: ActorRequest) -> HttpResponse:
    """How it went with each promise."""
    found = reading.promises(request.actor, language=request.user.language)
    if found is None or found.content is None:
        raise Http404
    form = PromisesForm(
        posted(request), promises=promises_in(found.content), initial={"reviewed_on": clock.today()}
    )
    key = f"promises:{request.organisation.pk}"
    if form.is_valid():
        try:
            services.look_back(
                actor=request.actor,
                version=found.version,
                reviewed_on=form.cleaned_data["reviewed_on"],
                with_whom=form.cleaned_data["with_whom"],
                answers=form.answers(),
            )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            drafts.forget(request.user.pk, key)
            messages.success(request, _("Written down. Everybody here can read it."))
            return see_other(request.actor.url("agreements:promises"))
    saved = {} if request.method == "POST" else drafts.kept(request.user.pk, key)
    context = {"form": form, "draft_key": key, "saved": saved}
    return page(request, "agreements/look_back.html", context, refused=bool(form.errors))


@require_http_methods(["GET"])
@open_to_members
def my_promises(request: ActorRequest) -> HttpResponse:
    """What you may expect of us, and how it went: public within the house."""
    context: dict[str, object] = {
        "text": reading.promises(request.actor, language=request.user.language),
        "reviews": queries.reviews(request.actor),
    }
    return page(request, "agreements/my_promises.html", context)
