"""What is on the table between a volunteer and a professional."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.audit import log
from naast.core.http import or_404, page, see_other
from naast.core.paging import keyset_page
from naast.division.forms.tensions import (
    AgreeForm,
    CloseForm,
    HeardForm,
    StepForm,
    TensionForm,
    ViewForm,
)
from naast.division.models import DivisionYes, Tension
from naast.division.policies import tensions as policies
from naast.division.policies.matches import PROFESSIONAL, VOLUNTEER
from naast.division.queries import tensions as queries
from naast.division.services import tensions as services
from naast.division.states import AGREE, CLOSE, LOOK_BACK, TENSION
from naast.division.views.doors import FormPage, by_coordinator, by_writers, form_page, url_of
from naast.messaging.forms import posted
from naast.messaging.services import mark_read
from naast.organisations.access import ActorRequest

FORMS: dict[str, type[StepForm]] = {AGREE: AgreeForm, LOOK_BACK: StepForm, CLOSE: CloseForm}


@require_http_methods(["GET"])
@by_coordinator
def tensions(request: ActorRequest) -> HttpResponse:
    """What is open, or closed and not erased yet."""
    is_closed = request.GET.get("show") == "closed"
    rows = queries.listed(request.actor, is_closed=is_closed)
    found = keyset_page(rows, params=request.GET, fields=("id",), newest_first=True)
    log.looked("tension.listed", actor=request.actor, target=request.organisation)
    return page(request, "division/tensions.html", {"rows": found, "is_closed": is_closed})


@require_http_methods(["GET", "POST"])
@by_writers
def new_tension(request: ActorRequest, match_id: UUID) -> HttpResponse:
    """Put something on the table."""
    match = or_404(queries.matches_to_tell_of(request.actor).filter(pk=match_id).first())
    if not services.may_tell_of(request.actor, match):
        raise Http404
    form = TensionForm(posted(request))

    def act() -> str:
        made = services.open_tension(actor=request.actor, match_id=match.pk, **form.cleaned_data)
        messages.success(request, _("It is on the table. Both can say how they see it."))
        return _url(request, made)

    shown = FormPage(
        title=_("Put something on the table"),
        lead=_(
            "Working together rubs now and then. Said openly, it gets smaller. Only the two of you and the coordinators read this."
        ),
        back_url=url_of(request, match.pk),
        back_label=_("Who does what"),
        submit=_("Put it on the table"),
        draft=f"division-tension:{match.pk}",
    )
    return form_page(request, form, shown, act)


def _url(request: ActorRequest, tension: Tension) -> str:
    is_one_of_two = policies.side_of(request.actor, tension)
    name = "division:my_tension" if is_one_of_two else "division:tension"
    return request.actor.url(name, tension_id=tension.pk)


@require_http_methods(["GET"])
@by_coordinator
def tension(request: ActorRequest, tension_id: UUID) -> HttpResponse:
    """One, for who leads the talk. Opening it is written down."""
    found = or_404(queries.get_tension(request.actor, tension_id))
    if policies.side_of(request.actor, found):
        return see_other(request.actor.url("division:my_tension", tension_id=found.pk))
    log.looked("tension.read", actor=request.actor, target=found)
    context: dict[str, object] = {
        "tension": found,
        "steps": TENSION.open_from(found.state),
    }
    return page(request, "division/tension.html", context)


@require_http_methods(["GET", "POST"])
@by_coordinator
def write_view_down(request: ActorRequest, tension_id: UUID, side: str) -> HttpResponse:
    """How one side sees it, as they told it."""
    found = or_404(queries.get_tension(request.actor, tension_id))
    labels = dict(DivisionYes.Side.choices)
    if side not in labels or not policies.can_write_down(request.actor, found):
        raise Http404
    log.looked("tension.read", actor=request.actor, target=found)
    form = HeardForm(posted(request))

    def act() -> str:
        services.write_view_down(actor=request.actor, tension_id=found.pk, heard=form.heard(side))
        messages.success(request, _("Written down, with that mark."))
        return _url(request, found)

    shown = FormPage(
        title=labels[side],
        back_url=_url(request, found),
        back_label=_("What is on the table"),
        submit=_("Write down"),
        draft=f"division-heard:{found.pk}:{side}",
        quote=found.happened,
    )
    return form_page(request, form, shown, act)


@require_http_methods(["GET", "POST"])
@by_coordinator
def tension_step(request: ActorRequest, tension_id: UUID, step: str) -> HttpResponse:
    """Agree, look back or close."""
    found = or_404(queries.get_tension(request.actor, tension_id))
    if step not in TENSION.steps or not policies.can_lead(request.actor, found):
        raise Http404
    log.looked("tension.read", actor=request.actor, target=found)
    form = FORMS[step](posted(request))

    def act() -> str:
        services.take_step(actor=request.actor, tension_id=found.pk, step=step, given=form.given())
        messages.success(request, _("Written down. Both can read it."))
        return _url(request, found)

    shown = FormPage(
        title=TENSION.steps[step].label,
        back_url=_url(request, found),
        back_label=_("What is on the table"),
        submit=TENSION.steps[step].label,
        draft=f"division-step:{found.pk}:{step}",
        quote=found.agreed or found.happened,
    )
    return form_page(request, form, shown, act)


@require_http_methods(["GET", "POST"])
@by_writers
def my_tension(request: ActorRequest, tension_id: UUID) -> HttpResponse:
    """One that concerns me: what happened, how I see it, and what we agreed."""
    found = queries.get_mine(request.actor, tension_id)
    if found is None and request.actor.is_coordinator:
        led = or_404(queries.get_tension(request.actor, tension_id))
        return see_other(request.actor.url("division:tension", tension_id=led.pk))
    own = or_404(found)
    mark_read(actor=request.actor, url=request.path)
    side = policies.side_of(request.actor, own)
    form = ViewForm(posted(request), initial={"words": getattr(own, f"{side}_view")})

    def act() -> str:
        services.say_view(actor=request.actor, tension_id=own.pk, words=form.cleaned_data["words"])
        messages.success(request, _("Thank you. It is written down in your own words."))
        return _url(request, own)

    shown = FormPage(
        title=_("What we talk about together"),
        back_url=request.actor.url("division:mine"),
        back_label=_("Who does what"),
        submit=_("Keep"),
        draft=f"division-view:{own.pk}",
        template="division/my_tension.html",
    )
    return form_page(request, form, shown, act, context=_what_is_read(own, side))


def _what_is_read(tension: Tension, side: str) -> dict[str, object]:
    """Each reads the other's words once they wrote their own: nobody writes an answer instead of a view."""
    has_own = getattr(tension, f"{side}_how") != Tension.View.AWAITED
    return {
        "tension": tension,
        "reads_volunteer": has_own or side == VOLUNTEER,
        "reads_professional": has_own or side == PROFESSIONAL,
    }
