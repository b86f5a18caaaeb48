"""Rings around the house: how many stand where, and one person's place."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.core.errors import DomainError
from naast.core.http import page, see_other
from naast.core.paging import keyset_page
from naast.organisations.access import ActorRequest
from naast.outreach.forms.rings import RingForm
from naast.outreach.models import Ring, RingWish
from naast.outreach.queries import rings as queries
from naast.outreach.rings import small_step
from naast.outreach.services import rings as services
from naast.outreach.views.doors import by_coordinator
from naast.people.api import get_person
from naast.people.models import Person


@require_http_methods(["GET"])
@by_coordinator
def rings(request: ActorRequest) -> HttpResponse:
    """The drawing with its table; who wishes something else, or who stands in one ring (`?ring=`)."""
    chosen = request.GET.get("ring", "")
    if chosen and not queries.is_ring(chosen):
        raise Http404
    rows = queries.people_in(request.actor, chosen) if chosen else queries.who_wishes(request.actor)
    found = keyset_page(rows, params=request.GET, fields=("by_name", "id"))
    circles = queries.circles(request.actor)
    context: dict[str, object] = {
        "circles": circles,
        "chosen": Ring(chosen).label if chosen else "",
        "rows": found,
        "people": [(place, small_step(place.ring, place.wish)) for place in found.rows],
        "is_empty": not any(circle.number for circle in circles),
    }
    return page(request, "outreach/rings.html", context)


@require_http_methods(["GET", "POST"])
@by_coordinator
def ring(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """Where one person stands, every move, and noting a move or a wish."""
    try:
        person = get_person(request.actor, person_id)
    except Person.DoesNotExist as error:
        raise Http404 from error
    place = queries.place_of(request.actor, person.pk)
    first = {"ring": place.ring, "wish": place.wish} if place else {"wish": RingWish.FINE}
    form = RingForm(request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            services.move(actor=request.actor, person_id=person.pk, **form.cleaned_data)
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Noted."))
            return see_other(request.actor.url("outreach:rings"))
    context: dict[str, object] = {
        "form": form,
        "person": person,
        "place": place,
        "step": small_step(place.ring, place.wish) if place else "",
        "has_card": hasattr(person, "volunteer"),
        "moves": [
            (move.moved_on, move.get_ring_display(), "circle-dot")
            for move in queries.moves_of(request.actor, person.pk)
        ],
    }
    return page(request, "outreach/ring.html", context, refused=bool(form.errors))
