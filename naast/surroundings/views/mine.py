"""The pages of participants and volunteers themselves."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.audit import log
from naast.core import clock
from naast.core.http import page
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function
from naast.people.models import Person
from naast.surroundings.models import NetworkMap
from naast.surroundings.queries import around, asking, maps, sheet
from naast.surroundings.services import around as services
from naast.surroundings.services import maps as map_services
from naast.surroundings.views.pages import done, found


@require_http_methods(["GET"])
@open_to(Function.PARTICIPANT)
def my_page(request: ActorRequest) -> HttpResponse:
    """Everything about me and who stands beside me, on one clear page."""
    person = _oneself(request)
    context: dict[str, object] = {
        "person": person,
        "sheet": sheet.sheet_of(person, today=clock.today()),
        "said": asking.said_by(request.actor, person)[:2],
        "outcomes": [row for row in asking.outcomes_of(request.actor, person) if row.answers],
        "maps": maps.of_person(request.actor, person),
    }
    return page(request, "surroundings/my_page.html", context)


@require_http_methods(["GET"])
@open_to(Function.PARTICIPANT)
def my_paper(request: ActorRequest) -> HttpResponse:
    """The same on paper, with boxes to tick."""
    person = _oneself(request)
    context: dict[str, object] = {
        "person": person,
        "sheet": sheet.sheet_of(person, today=clock.today()),
        "back_url": request.actor.url("surroundings:my_page"),
    }
    return page(request, "surroundings/paper.html", context)


@require_http_methods(["GET"])
@open_to(Function.PARTICIPANT)
def my_around(request: ActorRequest) -> HttpResponse:
    """Who does what around me, and whether my volunteers may see it."""
    person = _oneself(request)
    context: dict[str, object] = {
        "person": person,
        "shown": around.who_does_what(person, today=clock.today()),
        "led": around.led_to_help(request.actor, person),
    }
    return page(request, "surroundings/my_around.html", context)


@require_http_methods(["POST"])
@open_to(Function.PARTICIPANT)
def share(request: ActorRequest) -> HttpResponse:
    """My volunteers may see it, or no longer."""
    person = _oneself(request)
    is_shared = request.POST.get("is_shared") == "yes"
    return done(
        request,
        lambda: services.share(actor=request.actor, person_id=person.pk, is_shared=is_shared),
        _("Good, that is how we do it."),
        request.actor.url("surroundings:my_around"),
    )


@require_http_methods(["GET"])
@open_to(Function.PARTICIPANT)
def my_map(request: ActorRequest, map_id: UUID) -> HttpResponse:
    """A map I drew with somebody."""
    drawn = _own_map(request, map_id)
    context: dict[str, object] = {"drawn": maps.shown(drawn), "person": drawn.person}
    return page(request, "surroundings/my_map.html", context)


@require_http_methods(["POST"])
@open_to(Function.PARTICIPANT)
def forget_map(request: ActorRequest, map_id: UUID) -> HttpResponse:
    """I don't want this map to be kept."""
    drawn = _own_map(request, map_id)
    return done(
        request,
        lambda: map_services.remove_map(actor=request.actor, map_id=drawn.pk),
        _("The map is gone."),
        request.actor.url("surroundings:my_page"),
    )


@require_http_methods(["GET"])
@open_to(Function.VOLUNTEER)
def around_beside(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """Who does what around the participant I stand beside, as far as they share it."""
    person = found(lambda: around.get_shared(request.actor, person_id))
    log.looked("around.read", actor=request.actor, target=person)
    context: dict[str, object] = {
        "person": person,
        "shown": around.who_does_what(person, today=clock.today(), for_volunteer=True),
    }
    return page(request, "surroundings/around_beside.html", context)


def _oneself(request: ActorRequest) -> Person:
    return found(lambda: around.get_oneself(request.actor))


def _own_map(request: ActorRequest, map_id: UUID) -> NetworkMap:
    drawn = found(lambda: maps.get_map(request.actor, map_id))
    if drawn.person_id != request.actor.person_id:
        raise Http404
    return drawn
