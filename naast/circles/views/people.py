"""Who belongs to a circle: volunteers, the outer circle, the yes of the core member, the agreements."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.circles.forms.circles import (
    CovenantForm,
    OuterForm,
    ReasonForm,
    YesForm,
    initial_of_outer,
)
from naast.circles.models import Circle, OuterMember
from naast.circles.pdf import covenant_pdf
from naast.circles.queries import circles as queries
from naast.circles.services import covenant as covenant_services
from naast.circles.services import people as services
from naast.circles.states import IDEAL_VOLUNTEERS, LEAST_VOLUNTEERS, MOST_VOLUNTEERS
from naast.circles.texts import usual_covenant
from naast.circles.views.doors import by_coordinator, done, led_or_404, taken_in
from naast.core.http import or_404, page, see_other
from naast.core.templatetags.ui_people import Readiness
from naast.organisations.access import ActorRequest
from naast.people.api import search_people

MOST_TO_CHOOSE = 20


def _to_people(request: ActorRequest, circle: Circle) -> HttpResponse:
    return see_other(request.actor.url("circles:people", circle_id=circle.pk))


@require_http_methods(["GET"])
@by_coordinator
def people(request: ActorRequest, circle_id: UUID) -> HttpResponse:
    """The inner and the outer circle, and the yes of the core member."""
    shown = led_or_404(request, circle_id)
    inner = queries.inner_of(shown)
    missing = queries.not_ready(shown, [row.person_id for row in inner])
    text = request.GET.get("q", "")
    choice = queries.may_join(shown)
    if text:
        choice = choice.filter(pk__in=[each.pk for each in search_people(request.actor, text)])
    context: dict[str, object] = {
        "circle": shown,
        "inner": [(row, missing.get(row.person_id, []), row.person_id in missing) for row in inner],
        "former": queries.former_inner_of(shown),
        "outers": list(queries.outer_of(shown)),
        "text": text,
        "choice": list(choice[:MOST_TO_CHOOSE]),
        "is_full": len(inner) >= MOST_VOLUNTEERS,
        "is_short": len(inner) < LEAST_VOLUNTEERS,
        "ideal": IDEAL_VOLUNTEERS,
    }
    return page(request, "circles/people.html", context)


@require_http_methods(["POST"])
@by_coordinator
def add_volunteer(request: ActorRequest, circle_id: UUID, person_id: UUID) -> HttpResponse:
    """A volunteer gets a place."""
    shown = led_or_404(request, circle_id)
    done(
        request,
        lambda: services.add_volunteer(
            actor=request.actor, circle_id=shown.pk, person_id=person_id
        ),
        said=_("Has a place in the circle now."),
    )
    return _to_people(request, shown)


@require_http_methods(["GET", "POST"])
@by_coordinator
def end_place(request: ActorRequest, circle_id: UUID, place_id: UUID) -> HttpResponse:
    """A volunteer leaves the circle."""
    shown = led_or_404(request, circle_id)
    place = or_404(queries.get_place(shown, place_id))
    form = ReasonForm(request.POST or None, circle=shown)
    ended = taken_in(
        request,
        form,
        lambda: services.end_place(
            actor=request.actor,
            circle_id=shown.pk,
            place_id=place.pk,
            reason=form.cleaned_data["reason"],
        ),
        said=_("Noted. Their pages of this circle are closed now."),
    )
    if ended:
        return _to_people(request, shown)
    context: dict[str, object] = {"form": form, "circle": shown, "place": place}
    return page(request, "circles/end_place.html", context, refused=bool(form.errors))


@require_http_methods(["GET", "POST"])
@by_coordinator
def new_outer(request: ActorRequest, circle_id: UUID) -> HttpResponse:
    """Somebody stands in the outer circle."""
    shown = led_or_404(request, circle_id)
    form = OuterForm(request.POST or None, circle=shown, actor=request.actor)
    added = taken_in(
        request,
        form,
        lambda: services.add_outer(actor=request.actor, circle_id=shown.pk, note=form.note()),
        said=_("Noted. Nothing was told to them by this."),
    )
    return _to_people(request, shown) if added else _outer_page(request, shown, None, form)


@require_http_methods(["GET", "POST"])
@by_coordinator
def outer_member(request: ActorRequest, circle_id: UUID, outer_id: UUID) -> HttpResponse:
    """Who somebody of the outer circle is, and what they may hear."""
    shown = led_or_404(request, circle_id)
    outer = or_404(queries.get_outer(request.actor, shown, outer_id))
    form = OuterForm(
        request.POST or None, circle=shown, actor=request.actor, initial=initial_of_outer(outer)
    )
    changed = taken_in(
        request,
        form,
        lambda: services.change_outer(
            actor=request.actor, circle_id=shown.pk, outer_id=outer.pk, note=form.note()
        ),
        said=_("Saved."),
    )
    return _to_people(request, shown) if changed else _outer_page(request, shown, outer, form)


def _outer_page(
    request: ActorRequest, shown: Circle, outer: OuterMember | None, form: OuterForm
) -> HttpResponse:
    context: dict[str, object] = {"form": form, "circle": shown, "outer": outer}
    return page(request, "circles/outer_form.html", context, refused=bool(form.errors))


@require_http_methods(["POST"])
@by_coordinator
def outer_step(request: ActorRequest, circle_id: UUID, outer_id: UUID, step: str) -> HttpResponse:
    """Somebody stands in the outer circle no longer, or may no longer hear anything."""
    shown = led_or_404(request, circle_id)
    outer = or_404(queries.get_outer(request.actor, shown, outer_id))
    steps = {"go": services.let_outer_go, "take-back": services.take_back_sharing}
    if step not in steps:
        raise Http404
    done(
        request,
        lambda: steps[step](actor=request.actor, circle_id=shown.pk, outer_id=outer.pk),
        said=_("Noted. It counts from now on."),
    )
    return _to_people(request, shown)


@require_http_methods(["GET", "POST"])
@by_coordinator
def say_yes(request: ActorRequest, circle_id: UUID) -> HttpResponse:
    """Write down that the core member said yes to the circle."""
    shown = led_or_404(request, circle_id)
    form = YesForm(request.POST or None, circle=shown)
    said = taken_in(
        request,
        form,
        lambda: services.say_yes(
            actor=request.actor,
            circle_id=shown.pk,
            day=form.cleaned_data["day"],
            how=form.cleaned_data["how"],
        ),
        said=_("Noted. They can take it back any day."),
    )
    if said:
        return _to_people(request, shown)
    context: dict[str, object] = {"form": form, "circle": shown}
    return page(request, "circles/say_yes.html", context, refused=bool(form.errors))


@require_http_methods(["POST"])
@by_coordinator
def take_back_yes(request: ActorRequest, circle_id: UUID) -> HttpResponse:
    """The core member told the coordinator that they no longer want the circle."""
    shown = led_or_404(request, circle_id)
    done(
        request,
        lambda: services.take_back_yes(actor=request.actor, circle_id=shown.pk),
        said=_("Noted. The circle rests."),
    )
    return _to_people(request, shown)


@require_http_methods(["GET", "POST"])
@by_coordinator
def covenant(request: ActorRequest, circle_id: UUID) -> HttpResponse:
    """The agreements of the circle: who agreed, and a new version."""
    shown = led_or_404(request, circle_id)
    newest = queries.newest_covenant(shown)
    usual = newest or usual_covenant(shown.kind, request.organisation.language)
    first = {"text": usual.text, "limits": usual.limits}
    form = CovenantForm(request.POST or None, circle=shown, initial=first)
    written = taken_in(
        request,
        form,
        lambda: covenant_services.write_covenant(
            actor=request.actor, circle_id=shown.pk, **form.cleaned_data
        ),
        said=_("Written. Everybody in the circle is asked for their yes."),
    )
    if written:
        return see_other(request.actor.url("circles:covenant", circle_id=shown.pk))
    voices = queries.voices(shown, newest, queries.inner_of(shown))
    context: dict[str, object] = {
        "form": form,
        "circle": shown,
        "covenant": newest,
        "voices": voices,
        "is_mine": request.actor.membership_id == shown.coordinator_id,
        "rows": [Readiness(each.name, each.agreed_on is not None, each.how) for each in voices],
    }
    return page(request, "circles/covenant.html", context, refused=bool(form.errors))


@require_http_methods(["POST"])
@by_coordinator
def agree(request: ActorRequest, circle_id: UUID, number: int) -> HttpResponse:
    """The circle coordinator agrees too."""
    shown = led_or_404(request, circle_id)
    done(
        request,
        lambda: covenant_services.agree(actor=request.actor, circle_id=shown.pk, number=number),
        said=_("Noted that you agree."),
    )
    return see_other(request.actor.url("circles:covenant", circle_id=shown.pk))


@require_http_methods(["GET", "POST"])
@by_coordinator
def note_agreed(request: ActorRequest, circle_id: UUID, person_id: UUID) -> HttpResponse:
    """Somebody of the circle agreed on paper or in a talk."""
    shown = led_or_404(request, circle_id)
    newest = or_404(queries.newest_covenant(shown))
    voices = queries.voices(shown, newest, queries.inner_of(shown))
    voice = or_404(next((each for each in voices if each.person_id == person_id), None))
    form = YesForm(request.POST or None, circle=shown)
    noted = taken_in(
        request,
        form,
        lambda: covenant_services.note_agreed(
            actor=request.actor, circle_id=shown.pk, person_id=person_id, **form.cleaned_data
        ),
        said=_("Noted."),
    )
    if noted:
        return see_other(request.actor.url("circles:covenant", circle_id=shown.pk))
    context: dict[str, object] = {"form": form, "circle": shown, "voice": voice}
    return page(request, "circles/note_agreed.html", context, refused=bool(form.errors))


@require_http_methods(["GET"])
@by_coordinator
def covenant_paper(request: ActorRequest, circle_id: UUID) -> HttpResponse:
    """The agreements on paper, to sign."""
    shown = led_or_404(request, circle_id)
    return pdf_of(request, shown)


def pdf_of(request: ActorRequest, shown: Circle, *, for_inside: bool = False) -> HttpResponse:
    """The newest agreements of a circle as a PDF; the door was asked already."""
    newest = or_404(queries.newest_covenant(shown))
    voices = queries.voices(shown, newest, queries.inner_of(shown), for_inside=for_inside)
    content = covenant_pdf(shown, newest, voices, organisation=request.organisation.name)
    response = HttpResponse(content, content_type="application/pdf")
    response.headers["Content-Disposition"] = 'inline; filename="naast.pdf"'
    return response
