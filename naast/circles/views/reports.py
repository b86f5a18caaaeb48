"""Signals, summaries, reviews and hard events, for who leads the circle."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.audit import log
from naast.circles.forms.passages import DecidingForm, EventForm, HandlingForm, ReportForm
from naast.circles.models import Report
from naast.circles.queries import circles as circle_queries
from naast.circles.queries import passages as queries
from naast.circles.reports import answered
from naast.circles.services import reports as services
from naast.circles.services import signals as signal_services
from naast.circles.views.doors import by_coordinator, done, led_or_404, pass_url_of, taken_in
from naast.core import clock, drafts
from naast.core.http import or_404, page, see_other
from naast.messaging.services import mark_read
from naast.organisations.access import ActorRequest
from naast.organisations.kept import draft_key, kept_for


@require_http_methods(["GET", "POST"])
@by_coordinator
def signal(request: ActorRequest, signal_id: UUID) -> HttpResponse:
    """What a volunteer noticed: seen, consulted, decided, told back."""
    found = or_404(queries.get_signal(request.actor, signal_id))
    if request.method == "GET":
        log.looked("circle.signal-read", actor=request.actor, target=found.circle)
    mark_read(actor=request.actor, url=request.path)
    form = HandlingForm(request.POST or None, circle=found.circle)
    handled = taken_in(
        request,
        form,
        lambda: signal_services.handle_signal(
            actor=request.actor, signal_id=found.pk, handling=form.handling()
        ),
        said=_("Noted. The circle reads what it may know."),
    )
    if handled:
        return see_other(request.actor.url("circles:circle", circle_id=found.circle_id))
    context: dict[str, object] = {
        "form": form,
        "circle": found.circle,
        "signal": found,
        "hours": queries.hours_left(found, now=clock.now()),
    }
    return page(request, "circles/signal.html", context, refused=bool(form.errors))


@require_http_methods(["POST"])
@by_coordinator
def see_signal(request: ActorRequest, signal_id: UUID) -> HttpResponse:
    """I read this and take it on."""
    found = or_404(queries.get_signal(request.actor, signal_id))
    done(
        request,
        lambda: signal_services.see_signal(actor=request.actor, signal_id=found.pk),
        said=_("Noted at what time you read it."),
    )
    return see_other(request.actor.url("circles:signal", signal_id=found.pk))


@require_http_methods(["GET", "POST"])
@by_coordinator
def new_report(request: ActorRequest, circle_id: UUID, kind: str) -> HttpResponse:
    """The summary of the month, or the review of the quarter with the outer circle."""
    shown = led_or_404(request, circle_id)
    if kind not in Report.Kind.values:
        raise Http404
    key = draft_key(request, f"circle-{kind}", shown.pk)
    form = ReportForm(request.POST or None, circle=shown, kind=kind)
    made: list[UUID] = []
    written = taken_in(
        request,
        form,
        lambda: made.append(
            services.write_report(
                actor=request.actor, circle_id=shown.pk, kind=kind, note=form.note()
            ).pk
        ),
        said=_("Kept. To pass something on, choose what and to whom."),
    )
    if written:
        drafts.forget(request.user.pk, key)
        return see_other(request.actor.url("circles:report", circle_id=shown.pk, report_id=made[0]))
    context: dict[str, object] = {
        "form": form,
        **kept_for(request, key),
        "circle": shown,
        "title": Report.Kind(kind).label,
        "is_review": kind == Report.Kind.REVIEW,
    }
    return page(request, "circles/report_form.html", context, refused=bool(form.errors))


@require_http_methods(["GET"])
@by_coordinator
def report(request: ActorRequest, circle_id: UUID, report_id: UUID) -> HttpResponse:
    """One summary or review."""
    shown = led_or_404(request, circle_id)
    found = or_404(queries.get_report(shown, report_id))
    context: dict[str, object] = {
        "circle": shown,
        "report": found,
        "answers": answered(found),
        "pass_url": pass_url_of(request, shown.pk, f"report={found.pk}"),
    }
    return page(request, "circles/report.html", context)


@require_http_methods(["GET"])
@by_coordinator
def reports(request: ActorRequest, circle_id: UUID) -> HttpResponse:
    """The summaries and reviews of a circle."""
    shown = led_or_404(request, circle_id)
    context: dict[str, object] = {"circle": shown, "rows": queries.reports_of(shown)}
    return page(request, "circles/reports.html", context)


@require_http_methods(["GET", "POST"])
@by_coordinator
def event(request: ActorRequest, circle_id: UUID) -> HttpResponse:
    """Something grave happened: note it, hear everybody, decide how the circle goes on."""
    shown = led_or_404(request, circle_id)
    is_open = circle_queries.open_event(shown) is not None
    form: DecidingForm | EventForm
    if is_open:
        form = DecidingForm(request.POST or None, circle=shown)
    else:
        form = EventForm(request.POST or None, circle=shown)

    def write() -> None:
        if isinstance(form, DecidingForm):
            services.decide_event(actor=request.actor, circle_id=shown.pk, deciding=form.deciding())
        else:
            services.note_event(actor=request.actor, circle_id=shown.pk, **form.cleaned_data)

    if taken_in(request, form, write, said=_("Noted.")):
        return see_other(request.actor.url("circles:event", circle_id=shown.pk))
    context: dict[str, object] = {
        "form": form,
        "circle": shown,
        "is_open": is_open,
        "events": queries.events_of(shown),
    }
    return page(request, "circles/event.html", context, refused=bool(form.errors))


@require_http_methods(["POST"])
@by_coordinator
def heard(request: ActorRequest, circle_id: UUID, debrief_id: UUID) -> HttpResponse:
    """A volunteer was heard."""
    shown = led_or_404(request, circle_id)
    to_do = queries.debriefs_to_do(request.actor).filter(event__circle=shown)
    found = or_404(to_do.filter(pk=debrief_id).first())
    done(
        request,
        lambda: services.note_heard(actor=request.actor, circle_id=shown.pk, debrief_id=found.pk),
        said=_("Noted that you heard each other."),
    )
    return see_other(request.actor.url("circles:event", circle_id=shown.pk))
