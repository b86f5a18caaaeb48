"""Who does what around a participant, as staff see it and write it down together with them."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.audit import log
from naast.core import clock
from naast.core.http import page
from naast.core.paging import keyset_page
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function
from naast.people.models import Person
from naast.surroundings.forms.around import LedForm, LineForm, led_initial, line_initial
from naast.surroundings.forms.asking import SayForForm
from naast.surroundings.queries import around as queries
from naast.surroundings.queries import asking, maps, sheet
from naast.surroundings.services import around as services
from naast.surroundings.services import asking as saying_services
from naast.surroundings.views.pages import FormPage, done, form_page, found

CARE = (Function.COORDINATOR, Function.PROFESSIONAL)


@require_http_methods(["GET"])
@open_to(*CARE)
def people(request: ActorRequest) -> HttpResponse:
    """The participants around whom the reader may look; with `show=ask` those to ask how it goes."""
    to_ask = request.GET.get("show") == "ask"
    shown = asking.to_ask_by_phone(request.actor) if to_ask else queries.listed(request.actor)
    rows = keyset_page(shown, params=request.GET, fields=("sort_name", "id"))
    context = {"rows": rows, "back_url": _home(request), "to_ask": to_ask}
    return page(request, "surroundings/people.html", context)


@require_http_methods(["GET"])
@open_to(*CARE)
def around(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """Everybody around one participant, paid and unpaid, and what they said themselves."""
    person = _person(request, person_id)
    log.looked("around.read", actor=request.actor, target=person)
    context: dict[str, object] = {
        "person": person,
        "shown": queries.who_does_what(person, today=clock.today()),
        "led": queries.led_to_help(request.actor, person),
        "maps": maps.of_person(request.actor, person),
        "said": asking.said_by(request.actor, person),
        "outcomes": asking.outcomes_of(request.actor, person),
    }
    return page(request, "surroundings/around.html", context)


@require_http_methods(["GET"])
@open_to(*CARE)
def around_print(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """Who does what on one page of paper."""
    person = _person(request, person_id)
    log.looked("around.read", actor=request.actor, target=person)
    context: dict[str, object] = {
        "person": person,
        "shown": queries.who_does_what(person, today=clock.today()),
        "back_url": _url(request, person_id),
    }
    return page(request, "surroundings/around_print.html", context)


@require_http_methods(["GET"])
@open_to(*CARE)
def paper(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """The participant's own page on paper, with boxes to tick and hand back."""
    person = _person(request, person_id)
    log.looked("around.read", actor=request.actor, target=person)
    context: dict[str, object] = {
        "person": person,
        "sheet": sheet.sheet_of(person, today=clock.today()),
        "back_url": _url(request, person_id),
    }
    return page(request, "surroundings/paper.html", context)


@require_http_methods(["GET", "POST"])
@open_to(*CARE)
def say_for(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """What came back on paper, or was told."""
    person = _person(request, person_id)
    form = SayForForm(request.POST or None)
    return form_page(
        request,
        form,
        lambda: saying_services.say_for(
            actor=request.actor, person_id=person.pk, words=form.words()
        ),
        _form(
            request,
            person,
            _("What did %(name)s say?") % {"name": person.first_name},
            _("Written down, with how it came in."),
            draft=f"say-for:{person.pk}",
        ),
    )


@require_http_methods(["POST"])
@open_to(*CARE)
def share_for(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """What the participant said about volunteers seeing who does what."""
    person = _person(request, person_id)
    is_shared = request.POST.get("is_shared") == "yes"
    return done(
        request,
        lambda: services.share(actor=request.actor, person_id=person.pk, is_shared=is_shared),
        _("Noted."),
        _url(request, person_id),
    )


@require_http_methods(["POST"])
@open_to(*CARE)
def rather_no_map(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """The participant would rather not draw a map."""
    person = _person(request, person_id)
    return done(
        request,
        lambda: services.rather_no_map(actor=request.actor, person_id=person.pk),
        _("Noted. Nobody asks again."),
        _url(request, person_id),
    )


@require_http_methods(["GET", "POST"])
@open_to(*CARE)
def new_line(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """Somebody around the participant whom the house does not know yet."""
    return _line(request, person_id, None)


@require_http_methods(["GET", "POST"])
@open_to(*CARE)
def change_line(request: ActorRequest, person_id: UUID, around_line_id: UUID) -> HttpResponse:
    """Change a line, such as the last day of somebody's help."""
    return _line(request, person_id, around_line_id)


def _line(request: ActorRequest, person_id: UUID, line_id: UUID | None) -> HttpResponse:
    person = _person(request, person_id)
    initial = {}
    if line_id is not None:
        line = found(lambda: queries.get_line(request.actor, line_id))
        _require(line.person_id == person.pk)
        initial = line_initial(line)
    form = LineForm(request.POST or None, initial=initial)
    return form_page(
        request,
        form,
        lambda: services.write_line(
            actor=request.actor, person_id=person.pk, line=form.line(), line_id=line_id
        ),
        _form(
            request,
            person,
            _("Somebody around %(name)s") % {"name": person.first_name},
            _("Written down."),
            lead=_("Together with the participant: only what they agree to."),
            extra={"remove_id": line_id, "person": person},
            template="surroundings/line_form.html",
        ),
    )


@require_http_methods(["POST"])
@open_to(*CARE)
def remove_line(request: ActorRequest, person_id: UUID, around_line_id: UUID) -> HttpResponse:
    """What was wrong, or what the participant does not want written down."""
    return done(
        request,
        lambda: services.remove_line(
            actor=request.actor, person_id=person_id, line_id=around_line_id
        ),
        _("Removed."),
        _url(request, person_id),
    )


@require_http_methods(["GET", "POST"])
@open_to(*CARE)
def new_led(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """Somebody found their way to help with a volunteer."""
    return _led(request, person_id, None)


@require_http_methods(["GET", "POST"])
@open_to(*CARE)
def change_led(request: ActorRequest, person_id: UUID, led_id: UUID) -> HttpResponse:
    """Whether it worked out."""
    return _led(request, person_id, led_id)


def _led(request: ActorRequest, person_id: UUID, led_id: UUID | None) -> HttpResponse:
    person = _person(request, person_id)
    initial = {}
    if led_id is not None:
        led = found(lambda: queries.get_led(request.actor, led_id))
        _require(led.person_id == person.pk)
        initial = led_initial(led)
    form = LedForm(request.POST or None, initial=initial)
    return form_page(
        request,
        form,
        lambda: services.write_led(
            actor=request.actor, person_id=person.pk, led=form.led(), led_id=led_id
        ),
        _form(request, person, _("On the way to other help"), _("Written down.")),
    )


def _person(request: ActorRequest, person_id: UUID) -> Person:
    return found(lambda: queries.get_participant(request.actor, person_id))


def _require(is_theirs: bool) -> None:
    if not is_theirs:
        raise Http404


def _url(request: ActorRequest, person_id: UUID) -> str:
    return request.actor.url("surroundings:around", person_id=person_id)


def _home(request: ActorRequest) -> str:
    is_desk = request.actor.is_coordinator
    return request.actor.url("people:participants" if is_desk else "desk:professional_home")


def _form(
    request: ActorRequest, person: Person, title: str, words: str, **others: object
) -> FormPage:
    return FormPage(
        title=title,
        back_url=_url(request, person.pk),
        back_label=_("Around %(name)s") % {"name": person.first_name},
        done=words,
        **others,  # type: ignore[arg-type]  # the named fields of a FormPage
    )
