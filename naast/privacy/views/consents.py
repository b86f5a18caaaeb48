"""What people said yes to: their own page, and the register of the house."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.core.paging import keyset_page
from naast.organisations.access import ActorRequest, open_to_members
from naast.organisations.models import Function
from naast.privacy.forms.consents import PhotoForm, PurposeForm
from naast.privacy.queries import yeses as queries
from naast.privacy.queries.photos import asked_down
from naast.privacy.services import photos as photo_services
from naast.privacy.services import yeses as services
from naast.privacy.views.guards import by_coordinator, own_person, own_person_if_any

# Who has a page of their own for what is kept to find a match (people:consents).
SAYS_YES = (Function.VOLUNTEER, Function.PARTICIPANT, Function.COORDINATOR, Function.COACH)


@require_http_methods(["GET"])
@open_to_members
def my_yeses(request: ActorRequest) -> HttpResponse:
    """Everything I said yes to, wherever it is kept; and what I took back."""
    person = own_person_if_any(request)
    context: dict[str, object] = {
        "yeses": queries.standing(request.actor, person) if person else [],
        "earlier": queries.earlier(person) if person else [],
        "asked_down": asked_down(person) if person else [],
        "person": person,
        "may_say": person is not None and request.actor.has(*SAYS_YES),
        "has_card": request.actor.has(Function.VOLUNTEER, Function.PARTICIPANT),
    }
    return page(request, "privacy/my_yeses.html", context)


@require_http_methods(["GET", "POST"])
@open_to_members
def my_yes(request: ActorRequest, source: str, pk: UUID) -> HttpResponse:
    """What happens when I take this yes back; and taking it back."""
    person = own_person(request)
    found = or_404(queries.one(request.actor, person, source, pk))
    refusal = ""
    if request.method == "POST":
        try:
            services.take_back(actor=request.actor, person=person, source=source, pk=pk)
        except DomainError as error:
            refusal = str(error)
        else:
            messages.success(request, _("Taken back. It works from this moment on."))
            return see_other(request.actor.url("privacy:my_yeses"))
    context: dict[str, object] = {"yes": found, "refusal": refusal}
    return page(request, "privacy/my_yes.html", context, refused=bool(refusal))


@require_http_methods(["GET", "POST"])
@open_to_members
def my_photo(request: ActorRequest) -> HttpResponse:
    """I say yes to one use of pictures of me."""
    person = own_person(request)
    form = PhotoForm(request.POST or None, is_own=True)
    if request.method == "POST" and form.is_valid():
        try:
            photo_services.say_yes(actor=request.actor, person_id=person.pk, new=form.new())
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Thank you. You take it back here whenever you like."))
            return see_other(request.actor.url("privacy:my_yeses"))
    return page(request, "privacy/my_photo.html", {"form": form}, refused=bool(form.errors))


@require_http_methods(["GET"])
@by_coordinator
def consents(request: ActorRequest) -> HttpResponse:
    """The register: who said yes to what, since when and how; or what was taken back."""
    form = PurposeForm(request.GET)
    is_over = "over" in request.GET
    rows = queries.register(request.actor, purpose=form.chosen(), is_over=is_over)
    context: dict[str, object] = {
        "page": keyset_page(rows, params=request.GET, fields=("id",), newest_first=True),
        "form": form,
        "is_over": is_over,
    }
    return page(request, "privacy/consents.html", context)
