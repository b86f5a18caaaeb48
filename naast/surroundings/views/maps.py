"""Network maps, drawn with the participant (S1-36, S1-47, S3-1)."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.audit import log
from naast.core.http import page
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function
from naast.people.models import Person
from naast.surroundings.forms.around import MapForm, MapPersonForm, NewMapForm, map_initial
from naast.surroundings.models import NetworkMap
from naast.surroundings.queries import around
from naast.surroundings.queries import maps as queries
from naast.surroundings.services import maps as services
from naast.surroundings.views.pages import FormPage, done, form_page, found

CARE = (Function.COORDINATOR, Function.PROFESSIONAL)
# After a map of this moment the next is probably of that one.
NEXT = {
    NetworkMap.Moment.START: NetworkMap.Moment.HALF_YEAR,
    NetworkMap.Moment.HALF_YEAR: NetworkMap.Moment.YEAR,
}


@require_http_methods(["GET"])
@open_to(*CARE)
def maps(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """The maps of one participant; two of them beside each other."""
    person = found(lambda: around.get_participant(request.actor, person_id))
    log.looked("network-map.read", actor=request.actor, target=person)
    rows = queries.of_person(request.actor, person)
    context: dict[str, object] = {
        "person": person,
        "maps": rows,
        "pair": [queries.shown(each) for each in _two(request, rows)],
    }
    return page(request, "surroundings/maps.html", context)


@require_http_methods(["GET", "POST"])
@open_to(*CARE)
def new_map(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """Begin a map with the participant."""
    person = found(lambda: around.get_participant(request.actor, person_id))
    earlier = next(iter(queries.of_person(request.actor, person)), None)
    moment = NetworkMap.Moment.START
    if earlier is not None:
        moment = NEXT.get(NetworkMap.Moment(earlier.moment), NetworkMap.Moment.BETWEEN)
    form = NewMapForm(request.POST or None, earlier=earlier, initial={"moment": moment})

    def act() -> None:
        copied = earlier.pk if earlier is not None and form.copies() else None
        services.begin_map(
            actor=request.actor, person_id=person.pk, drawn=form.drawn(), copied_from=copied
        )

    return form_page(
        request,
        form,
        act,
        _form(request, person, _("Draw who is around %(name)s") % {"name": person.first_name}),
    )


@require_http_methods(["GET", "POST"])
@open_to(*CARE)
def network_map(request: ActorRequest, person_id: UUID, map_id: UUID) -> HttpResponse:
    """One map: the drawing, its table, and somebody to add."""
    drawn = _map(request, person_id, map_id)
    log.looked("network-map.read", actor=request.actor, target=drawn.person)
    form = MapPersonForm(request.POST or None)
    url = _map_url(request, drawn)
    return form_page(
        request,
        form,
        lambda: services.put_on_map(actor=request.actor, map_id=drawn.pk, person=form.person()),
        FormPage(
            title=drawn.get_moment_display(),
            back_url=_maps_url(request, person_id),
            back_label=_("Maps"),
            done=_("On the map."),
            done_url=url,
            template="surroundings/map.html",
            extra={"person": drawn.person, "drawn": queries.shown(drawn)},
        ),
    )


@require_http_methods(["GET", "POST"])
@open_to(*CARE)
def change_map(request: ActorRequest, person_id: UUID, map_id: UUID) -> HttpResponse:
    """The words around a map."""
    drawn = _map(request, person_id, map_id)
    form = MapForm(request.POST or None, initial=map_initial(drawn))
    return form_page(
        request,
        form,
        lambda: services.change_map(actor=request.actor, map_id=drawn.pk, drawn=form.drawn()),
        FormPage(
            title=_("What you talked about"),
            back_url=_map_url(request, drawn),
            back_label=drawn.get_moment_display(),
            done=_("Saved."),
            draft=f"map:{drawn.pk}",
        ),
    )


@require_http_methods(["POST"])
@open_to(*CARE)
def take_off_map(
    request: ActorRequest, person_id: UUID, map_id: UUID, map_person_id: UUID
) -> HttpResponse:
    """Somebody comes off the map."""
    drawn = _map(request, person_id, map_id)
    return done(
        request,
        lambda: services.take_off_map(
            actor=request.actor, map_id=drawn.pk, map_person_id=map_person_id
        ),
        _("Taken off the map."),
        _map_url(request, drawn),
    )


@require_http_methods(["POST"])
@open_to(*CARE)
def remove_map(request: ActorRequest, person_id: UUID, map_id: UUID) -> HttpResponse:
    """The participant does not want it kept any more."""
    drawn = _map(request, person_id, map_id)
    return done(
        request,
        lambda: services.remove_map(actor=request.actor, map_id=drawn.pk),
        _("The map is gone."),
        _maps_url(request, person_id),
    )


@require_http_methods(["GET"])
@open_to(*CARE)
def map_print(request: ActorRequest, person_id: UUID, map_id: UUID) -> HttpResponse:
    """A map on paper."""
    drawn = _map(request, person_id, map_id)
    log.looked("network-map.read", actor=request.actor, target=drawn.person)
    context: dict[str, object] = {
        "person": drawn.person,
        "drawn": queries.shown(drawn),
        "back_url": _map_url(request, drawn),
    }
    return page(request, "surroundings/map_print.html", context)


def _two(request: ActorRequest, rows: list[NetworkMap]) -> list[NetworkMap]:
    """The two maps of ?a= and ?b=, otherwise the first and the last; in order of time."""
    wanted = {request.GET.get("a", ""), request.GET.get("b", "")}
    chosen = [each for each in rows if str(each.pk) in wanted]
    if len(chosen) != 2:
        chosen = [rows[0], rows[-1]] if len(rows) > 1 else rows
    return chosen[::-1]


def _map(request: ActorRequest, person_id: UUID, map_id: UUID) -> NetworkMap:
    drawn = found(lambda: queries.get_map(request.actor, map_id))
    if drawn.person_id != person_id:
        raise Http404
    return drawn


def _maps_url(request: ActorRequest, person_id: UUID) -> str:
    return request.actor.url("surroundings:maps", person_id=person_id)


def _map_url(request: ActorRequest, drawn: NetworkMap) -> str:
    return request.actor.url("surroundings:map", person_id=drawn.person_id, map_id=drawn.pk)


def _form(request: ActorRequest, person: Person, title: str) -> FormPage:
    return FormPage(
        title=title,
        lead=_("Together, on one side of the table. First what goes well, then who is there."),
        back_url=_maps_url(request, person.pk),
        back_label=_("Maps"),
        done=_("The map has begun. Now put people on it."),
        draft=f"new-map:{person.pk}",
    )
