"""Pages of who leads circles: the list, one circle, its steps."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.circles.forms.circles import (
    CirclePlanForm,
    ClosingForm,
    NewCircleForm,
    StepForm,
    initial_of_circle,
)
from naast.circles.gates import needs_of
from naast.circles.queries import circles as queries
from naast.circles.queries import meetings as meeting_queries
from naast.circles.queries import passages as passage_queries
from naast.circles.services import circles as services
from naast.circles.services import reports as report_services
from naast.circles.services.telling import who_leads
from naast.circles.showing import next_steps, path_of, story_of
from naast.circles.states import CIRCLE, LEAST_VOLUNTEERS, MEETING_STATES, STEPS_WITH_WORDS
from naast.circles.views.doors import by_coordinator, led_or_404, taken_in
from naast.core import clock
from naast.core.http import or_404, page, see_other
from naast.core.paging import keyset_page
from naast.core.templatetags.ui_people import Readiness
from naast.messaging.services import mark_read
from naast.organisations.access import ActorRequest
from naast.people.api import participants_visible_to, search_people

SIGNALS_SHOWN = 8


@require_http_methods(["GET"])
@by_coordinator
def circles(request: ActorRequest) -> HttpResponse:
    """The circles this coordinator leads; a network circle shows to every coordinator."""
    are_over = request.GET.get("over") == "1"
    rows = queries.listed(request.actor, are_over=are_over)
    context: dict[str, object] = {
        "rows": keyset_page(rows, params=request.GET, fields=("name", "id")),
        "are_over": are_over,
    }
    return page(request, "circles/circles.html", context)


@require_http_methods(["GET"])
@by_coordinator
def choose_core(request: ActorRequest) -> HttpResponse:
    """Around whom?"""
    text = request.GET.get("q", "")
    found = search_people(request.actor, text) if text else []
    known = participants_visible_to(request.actor).filter(person__in=[each.pk for each in found])
    ids = set(known.values_list("person_id", flat=True))
    context: dict[str, object] = {
        "text": text,
        "found": [person for person in found if person.pk in ids],
        "has_programme": queries.circle_programmes(request.actor).exists(),
    }
    return page(request, "circles/choose_core.html", context)


@require_http_methods(["GET", "POST"])
@by_coordinator
def new_circle(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """Announce a circle around somebody."""
    hats = participants_visible_to(request.actor).select_related("person")
    core = or_404(hats.filter(person_id=person_id).first()).person
    first = {"coordinator": request.actor.membership_id}
    form = NewCircleForm(request.POST or None, actor=request.actor, initial=first)
    made: list[UUID] = []

    def start() -> None:
        circle = services.start_circle(
            actor=request.actor,
            programme_id=form.cleaned_data["programme"].pk,
            kind=form.cleaned_data["kind"],
            core_id=core.pk,
            plan=form.plan(),
        )
        made.append(circle.pk)

    if taken_in(request, form, start, said=_("The circle is announced.")):
        if queries.get_circle(request.actor, made[0]) is None:
            return see_other(request.actor.url("circles:circles"))
        return see_other(request.actor.url("circles:circle", circle_id=made[0]))
    context: dict[str, object] = {"form": form, "core": core}
    return page(request, "circles/new_circle.html", context, refused=bool(form.errors))


@require_http_methods(["GET"])
@by_coordinator
def circle(request: ActorRequest, circle_id: UUID) -> HttpResponse:
    """One circle: where it stands, what comes next, the two pillars, what waits."""
    shown = led_or_404(request, circle_id)
    actor, now = request.actor, clock.now()
    mark_read(actor=actor, url=request.path)
    inner = queries.inner_of(shown)
    facts = queries.facts_of(shown, inner)
    context: dict[str, object] = {
        "circle": shown,
        "path": path_of(shown),
        "inner": inner,
        "is_short": facts.volunteers < LEAST_VOLUNTEERS,
        "steps": next_steps(shown, facts),
        "coming": meeting_queries.coming(shown, now=now)[:3],
        "past": meeting_queries.past(shown, now=now),
        "signals": passage_queries.signals_of(actor, shown)[:SIGNALS_SHOWN],
        "waiting": list(passage_queries.waiting(actor).filter(circle=shown)[:5]),
        "event": queries.open_event(shown),
        "story": story_of(shown),
        "leads": ", ".join(each.user.name or each.user.email for each in who_leads(shown)),
        "may_plan": shown.state in MEETING_STATES,
    }
    return page(request, "circles/circle.html", context)


@require_http_methods(["GET", "POST"])
@by_coordinator
def change_circle(request: ActorRequest, circle_id: UUID) -> HttpResponse:
    """Another name, coordinator, deputy or term."""
    shown = led_or_404(request, circle_id)
    form = CirclePlanForm(
        request.POST or None, circle=shown, actor=request.actor, initial=initial_of_circle(shown)
    )
    if not shown.rules.needs_outer:
        del form.fields["briefed_on"]
    changed = taken_in(
        request,
        form,
        lambda: services.change_circle(actor=request.actor, circle_id=shown.pk, plan=form.plan()),
        said=_("Saved."),
    )
    if changed:
        # Who gave the circle to others sees it no longer.
        stays = queries.get_circle(request.actor, shown.pk) is not None
        return see_other(
            request.actor.url("circles:circle", circle_id=shown.pk)
            if stays
            else request.actor.url("circles:circles")
        )
    context: dict[str, object] = {"form": form, "circle": shown}
    return page(request, "circles/change_circle.html", context, refused=bool(form.errors))


@require_http_methods(["GET", "POST"])
@by_coordinator
def step(request: ActorRequest, circle_id: UUID, step: str) -> HttpResponse:
    """One step on the way, with what has to be in place."""
    shown = led_or_404(request, circle_id)
    if step not in CIRCLE.steps:
        raise Http404
    facts = queries.facts_of(shown, queries.inner_of(shown))
    form = StepForm(request.POST or None, circle=shown)
    form.fields["words"].required = step in STEPS_WITH_WORDS
    taken = taken_in(
        request,
        form,
        lambda: services.take_step(
            actor=request.actor, circle_id=shown.pk, step=step, words=form.cleaned_data["words"]
        ),
        said=_("Noted. The circle goes on from here."),
    )
    if taken:
        return see_other(request.actor.url("circles:circle", circle_id=shown.pk))
    needs = needs_of(step, facts)
    context: dict[str, object] = {
        "form": form,
        "circle": shown,
        "step": CIRCLE.steps[step],
        "needs": [Readiness(need.label, need.in_place) for need in needs],
        "is_open": shown.state in CIRCLE.steps[step].sources,
        "is_in_place": all(need.in_place for need in needs),
    }
    return page(request, "circles/step.html", context, refused=bool(form.errors))


@require_http_methods(["GET", "POST"])
@by_coordinator
def closing(request: ActorRequest, circle_id: UUID) -> HttpResponse:
    """The closing meeting and the aftercare; what everybody wrote looking back."""
    shown = led_or_404(request, circle_id)
    first = {"met_on": shown.closing_met_on or clock.today(), "aftercare": shown.aftercare}
    form = ClosingForm(request.POST or None, circle=shown, initial=first)
    noted = taken_in(
        request,
        form,
        lambda: report_services.note_closing(
            actor=request.actor, circle_id=shown.pk, **form.cleaned_data
        ),
        said=_("Saved."),
    )
    if noted:
        return see_other(request.actor.url("circles:circle", circle_id=shown.pk))
    context: dict[str, object] = {
        "form": form,
        "circle": shown,
        "look_backs": list(shown.look_backs.select_related("person")),
    }
    return page(request, "circles/closing.html", context, refused=bool(form.errors))
