"""Pictures: who said yes to which use, where they were shown, and what has to come down."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.core import clock
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.core.paging import keyset_page
from naast.messaging.services import mark_read
from naast.organisations.access import ActorRequest
from naast.privacy.consequences import of_photo
from naast.privacy.forms.consents import PhotoForm, PublishedForm, UseForm
from naast.privacy.models import PhotoYes
from naast.privacy.queries import photos as queries
from naast.privacy.services import photos as services
from naast.privacy.views.guards import by_coordinator, finding, somebody


@require_http_methods(["GET"])
@by_coordinator
def photos(request: ActorRequest) -> HttpResponse:
    """Yeses to pictures, use by use, and first what has to come down."""
    form = UseForm(request.GET)
    rows = queries.listed(request.actor, use=form.chosen())
    context: dict[str, object] = {
        "page": keyset_page(rows, params=request.GET, fields=("id",), newest_first=True),
        "to_take_down": queries.to_take_down(request.actor),
        "form": form,
        **finding(request),
    }
    return page(request, "privacy/photos.html", context)


@require_http_methods(["GET", "POST"])
@by_coordinator
def new_photo(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """A yes that was said in a talk or on paper."""
    person = somebody(request, person_id)
    form = PhotoForm(request.POST or None, is_own=False)
    if request.method == "POST" and form.is_valid():
        try:
            made = services.say_yes(actor=request.actor, person_id=person.pk, new=form.new())
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The yes is written down."))
            return see_other(request.actor.url("privacy:photo", yes_id=made.pk))
    context: dict[str, object] = {"form": form, "person": person}
    return page(request, "privacy/new_photo.html", context, refused=bool(form.errors))


@require_http_methods(["GET", "POST"])
@by_coordinator
def photo(request: ActorRequest, yes_id: UUID) -> HttpResponse:
    """One yes: where pictures were shown because of it, and noting one more."""
    found = or_404(queries.get_photo(request.actor, yes_id))
    if request.method == "GET":
        mark_read(actor=request.actor, url=request.path)
    form = PublishedForm(request.POST or None, initial={"published_on": clock.today()})
    if request.method == "POST" and form.is_valid():
        try:
            services.note_published(actor=request.actor, yes_id=found.pk, **form.cleaned_data)
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Written down."))
            return see_other(request.actor.url("privacy:photo", yes_id=found.pk))
    return _show(request, found, form)


@require_http_methods(["POST"])
@by_coordinator
def withdraw_photo(request: ActorRequest, yes_id: UUID) -> HttpResponse:
    """They took it back in a talk or on paper."""
    found = or_404(queries.get_photo(request.actor, yes_id))
    services.withdraw(actor=request.actor, yes_id=found.pk)
    messages.success(request, _("Taken back. What was shown stands below, to take down."))
    return see_other(request.actor.url("privacy:photo", yes_id=found.pk))


@require_http_methods(["POST"])
@by_coordinator
def photo_down(request: ActorRequest, published_id: UUID) -> HttpResponse:
    """This one is gone."""
    found = or_404(queries.get_published(request.actor, published_id))
    services.taken_down(actor=request.actor, published_id=found.pk)
    messages.success(request, _("Noted: it is gone there."))
    return see_other(request.actor.url("privacy:photo", yes_id=found.photo_yes_id))


def _show(request: ActorRequest, found: PhotoYes, form: PublishedForm) -> HttpResponse:
    context: dict[str, object] = {
        "photo": found,
        "published": list(found.published.order_by("-published_on", "-id")),
        "consequences": of_photo(found.use),
        "form": form,
        "stands": found.withdrawn_on is None,
    }
    return page(request, "privacy/photo.html", context, refused=bool(form.errors))
