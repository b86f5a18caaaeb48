"""Meetings: planned and read by who leads the circle; minutes by a volunteer, on a phone."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.circles.forms.circles import MeetingForm
from naast.circles.forms.inside import MinutesForm, initial_of_minutes
from naast.circles.policies import meetings as policies
from naast.circles.queries import circles as circle_queries
from naast.circles.queries import meetings as queries
from naast.circles.services import meetings as services
from naast.circles.views.doors import (
    by_coordinator,
    by_writer,
    done,
    led_or_404,
    meeting_or_404,
    pass_url_of,
    taken_in,
    writing_or_404,
)
from naast.core import clock, drafts
from naast.core.http import page, see_other
from naast.messaging.services import mark_read
from naast.organisations.access import ActorRequest
from naast.organisations.kept import draft_key, kept_for


@require_http_methods(["GET", "POST"])
@by_coordinator
def plan(request: ActorRequest, circle_id: UUID) -> HttpResponse:
    """Plan one meeting, or some in the rhythm of the phase."""
    shown = led_or_404(request, circle_id)
    form = MeetingForm(request.POST or None, circle=shown)
    planned = taken_in(
        request,
        form,
        lambda: services.plan_meetings(actor=request.actor, circle_id=shown.pk, plan=form.plan()),
        said=_("Planned. The circle hears it."),
    )
    if planned:
        return see_other(request.actor.url("circles:circle", circle_id=shown.pk))
    context: dict[str, object] = {"form": form, "circle": shown}
    return page(request, "circles/meeting_form.html", context, refused=bool(form.errors))


@require_http_methods(["GET"])
@by_coordinator
def meeting(request: ActorRequest, circle_id: UUID, meeting_id: UUID) -> HttpResponse:
    """One meeting with its minutes, for who leads the circle."""
    shown = led_or_404(request, circle_id)
    found = meeting_or_404(request, shown, meeting_id)
    now = clock.now()
    context: dict[str, object] = {
        "circle": shown,
        "meeting": found,
        "shown": queries.shown_to(request.actor, shown, found),
        "is_past": found.starts_at <= now,
        "pass_url": pass_url_of(request, shown.pk, f"meeting={found.pk}"),
        "is_late": found.written_at is None and found.minutes_due_at < now,
    }
    return page(request, "circles/meeting.html", context)


@require_http_methods(["POST"])
@by_coordinator
def cancel_meeting(request: ActorRequest, circle_id: UUID, meeting_id: UUID) -> HttpResponse:
    """A meeting does not take place."""
    shown = led_or_404(request, circle_id)
    found = meeting_or_404(request, shown, meeting_id)
    done(
        request,
        lambda: services.cancel_meeting(
            actor=request.actor, circle_id=shown.pk, meeting_id=found.pk
        ),
        said=_("Called off. The circle hears it."),
    )
    return see_other(request.actor.url("circles:circle", circle_id=shown.pk))


@require_http_methods(["GET", "POST"])
@by_writer
def minutes(request: ActorRequest, circle_id: UUID, meeting_id: UUID) -> HttpResponse:
    """Write the minutes under the two pillars."""
    shown = writing_or_404(request, circle_id)
    found = meeting_or_404(request, shown, meeting_id)
    found.circle = shown
    mark_read(actor=request.actor, url=request.path)
    people = [row.person_id for row in circle_queries.inner_of(shown)] + [shown.core_id]
    key = draft_key(request, "circle-minutes", found.pk)
    form = MinutesForm(
        request.POST or None, circle=shown, initial=initial_of_minutes(found, people)
    )
    written = taken_in(
        request,
        form,
        lambda: services.write_minutes(
            actor=request.actor, meeting_id=found.pk, minutes=form.minutes()
        ),
        said=_("Thank you. The circle can read it."),
    )
    is_volunteer = circle_queries.get_as_volunteer(request.actor, shown.pk) is not None
    name = "circles:my_meeting" if is_volunteer else "circles:meeting"
    back = request.actor.url(name, circle_id=shown.pk, meeting_id=found.pk)
    if written:
        drafts.forget(request.user.pk, key)
        return see_other(back)
    context: dict[str, object] = {
        "form": form,
        **kept_for(request, key),
        "circle": shown,
        "meeting": found,
        "back_url": back,
        "can_write": policies.can_write(request.actor, found, now=clock.now()),
        "agreed_before": queries.agreed_before(shown),
    }
    return page(request, "circles/minutes.html", context, refused=bool(form.errors))
