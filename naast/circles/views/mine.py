"""Own pages: of volunteers, of who stands in the middle, and of the outer circle."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.circles.forms.inside import ContactForm, LookBackForm, SignalForm
from naast.circles.forms.passages import TellForm
from naast.circles.models import Circle
from naast.circles.policies import circles as policies
from naast.circles.policies import meetings as meeting_policies
from naast.circles.queries import circles as queries
from naast.circles.queries import meetings as meeting_queries
from naast.circles.queries import passages as passage_queries
from naast.circles.queries.ringing import whom_to_ring
from naast.circles.services import covenant as covenant_services
from naast.circles.services import meetings as services
from naast.circles.services import passages as passage_services
from naast.circles.services import people as people_services
from naast.circles.services import signals as signal_services
from naast.circles.states import How, Level
from naast.circles.views.doors import (
    by_core,
    by_inside,
    by_professional,
    by_volunteer,
    core_or_404,
    done,
    inside_or_404,
    meeting_or_404,
    outer_or_404,
    taken_in,
    taking_part_or_404,
)
from naast.circles.views.people import pdf_of
from naast.core import clock
from naast.core.http import or_404, page, see_other
from naast.core.paging import keyset_page
from naast.messaging.services import mark_read
from naast.organisations.access import ActorRequest


def _to_circle(request: ActorRequest, circle_id: UUID) -> HttpResponse:
    return see_other(request.actor.url("circles:my_circle", circle_id=circle_id))


@require_http_methods(["GET"])
@by_inside
def mine(request: ActorRequest) -> HttpResponse:
    """The circles I am a part of."""
    context: dict[str, object] = {"circles": queries.own(request.actor)}
    return page(request, "circles/mine.html", context)


@require_http_methods(["GET"])
@by_inside
def my_circle(request: ActorRequest, circle_id: UUID) -> HttpResponse:
    """The circle for who is inside: next meeting, the two pillars, what was agreed, who is who."""
    shown = inside_or_404(request, circle_id)
    actor, now = request.actor, clock.now()
    mark_read(actor=actor, url=request.path)
    is_core = policies.side_of(actor, shown) == "core"
    inner = queries.inner_of(shown)
    covenant = queries.newest_covenant(shown)
    context: dict[str, object] = {
        "circle": shown,
        "inner": inner,
        "coming": meeting_queries.coming(shown, now=now)[:4],
        "past": meeting_queries.past(shown, now=now),
        "agreed": meeting_queries.agreed_before(shown),
        "covenant": covenant,
        "has_agreed": any(
            each.agreed_on
            for each in queries.voices(shown, covenant, inner)
            if each.person_id == actor.person_id
        ),
        "can_look_back": meeting_policies.is_time_to_look_back(shown),
        **(_for_core(request, shown) if is_core else _for_volunteer(request, shown)),
    }
    name = "my_circle_core" if is_core else "my_circle"
    return page(request, f"circles/{name}.html", context)


def _for_core(request: ActorRequest, shown: Circle) -> dict[str, object]:
    return {
        "passed_on": passage_queries.about_core(request.actor, shown),
        "outer": list(queries.outer_of(shown)),
    }


def _for_volunteer(request: ActorRequest, shown: Circle) -> dict[str, object]:
    return {
        "to_write": list(
            meeting_queries.to_write(request.actor, now=clock.now()).filter(circle=shown)[:3]
        ),
        "to_talk_about": meeting_queries.to_talk_about(shown),
        "contacts": meeting_queries.contacts_of(shown)[:5],
        "from_outside": passage_queries.for_inner(request.actor, shown)[:5],
        "own_signals": passage_queries.own_signals(request.actor, shown)[:3],
        "feedback": passage_queries.feedback_for(shown),
    }


@require_http_methods(["GET"])
@by_inside
def my_meeting(request: ActorRequest, circle_id: UUID, meeting_id: UUID) -> HttpResponse:
    """One meeting, as far as it is for this reader."""
    shown = inside_or_404(request, circle_id)
    found = meeting_or_404(request, shown, meeting_id)
    found.circle = shown
    is_core = policies.side_of(request.actor, shown) == "core"
    context: dict[str, object] = {
        "circle": shown,
        "meeting": found,
        "shown": meeting_queries.shown_to(request.actor, shown, found),
        "is_core": is_core,
        "is_past": found.starts_at <= clock.now(),
        "agreed_before": meeting_queries.agreed_before(shown),
        "to_talk_about": [] if is_core else meeting_queries.to_talk_about(shown),
        "can_write": meeting_policies.can_write(request.actor, found, now=clock.now()),
    }
    return page(request, "circles/my_meeting.html", context)


@require_http_methods(["POST"])
@by_inside
def tick(request: ActorRequest, circle_id: UUID, agreed_id: UUID, step: str) -> HttpResponse:
    """What was agreed is done, or not yet after all."""
    shown = inside_or_404(request, circle_id)
    rows = meeting_policies.agreed_visible_to(request.actor).filter(meeting__circle=shown)
    agreed = or_404(rows.filter(pk=agreed_id).first())
    if step not in {"done", "not-yet"}:
        raise Http404
    done(
        request,
        lambda: services.tick_agreed(
            actor=request.actor, agreed_id=agreed.pk, is_done=step == "done"
        ),
        said=_("Noted."),
    )
    return _to_circle(request, shown.pk)


@require_http_methods(["GET", "POST"])
@by_volunteer
def log_contact(request: ActorRequest, circle_id: UUID) -> HttpResponse:
    """A contact between two meetings."""
    shown = taking_part_or_404(request, circle_id)
    form = ContactForm(request.POST or None, circle=shown)
    logged = taken_in(
        request,
        form,
        lambda: services.log_contact(actor=request.actor, circle_id=shown.pk, **form.cleaned_data),
        said=_("Noted. Thank you for keeping in touch."),
    )
    if logged:
        return _to_circle(request, shown.pk)
    context: dict[str, object] = {"form": form, "circle": shown}
    return page(request, "circles/contact_form.html", context, refused=bool(form.errors))


@require_http_methods(["GET", "POST"])
@by_volunteer
def raise_signal(request: ActorRequest, circle_id: UUID) -> HttpResponse:
    """I noticed something: whom to ring first, then write."""
    shown = taking_part_or_404(request, circle_id)
    form = SignalForm(request.POST or None, circle=shown, initial={"level": Level.TALK})
    raised = taken_in(
        request,
        form,
        lambda: signal_services.raise_signal(
            actor=request.actor, circle_id=shown.pk, **form.cleaned_data
        ),
        said=_("Thank you. You are not alone with this."),
    )
    if raised:
        return _to_circle(request, shown.pk)
    context: dict[str, object] = {"form": form, "circle": shown, "ring": whom_to_ring(shown)}
    return page(request, "circles/raise_signal.html", context, refused=bool(form.errors))


@require_http_methods(["GET"])
@by_inside
def my_covenant(request: ActorRequest, circle_id: UUID) -> HttpResponse:
    """The agreements of the circle, to read and to agree to."""
    shown = inside_or_404(request, circle_id)
    newest = queries.newest_covenant(shown)
    voices = queries.voices(shown, newest, queries.inner_of(shown), for_inside=True)
    own = [each for each in voices if each.person_id == request.actor.person_id]
    context: dict[str, object] = {
        "circle": shown,
        "covenant": newest,
        "voices": voices,
        "agreed_on": own[0].agreed_on if own else None,
    }
    return page(request, "circles/my_covenant.html", context)


@require_http_methods(["POST"])
@by_inside
def my_agree(request: ActorRequest, circle_id: UUID, number: int) -> HttpResponse:
    """I agree."""
    shown = inside_or_404(request, circle_id)
    done(
        request,
        lambda: covenant_services.agree(actor=request.actor, circle_id=shown.pk, number=number),
        said=_("Noted that you agree. Thank you."),
    )
    return see_other(request.actor.url("circles:my_covenant", circle_id=shown.pk))


@require_http_methods(["GET"])
@by_inside
def my_covenant_paper(request: ActorRequest, circle_id: UUID) -> HttpResponse:
    """The agreements on paper."""
    return pdf_of(request, inside_or_404(request, circle_id), for_inside=True)


@require_http_methods(["GET", "POST"])
@by_inside
def look_back(request: ActorRequest, circle_id: UUID) -> HttpResponse:
    """The end of the circle in my own words."""
    shown = inside_or_404(request, circle_id)
    rows = list(shown.look_backs.select_related("person"))
    own = next((row for row in rows if row.person_id == request.actor.person_id), None)
    names = ("brought", "hard", "next_circle", "is_shared")
    first = {name: getattr(own, name) for name in names} if own else {}
    form = LookBackForm(request.POST or None, circle=shown, initial=first)
    written = taken_in(
        request,
        form,
        lambda: services.look_back(actor=request.actor, circle_id=shown.pk, note=form.note()),
        said=_("Thank you for looking back."),
    )
    if written:
        return _to_circle(request, shown.pk)
    context: dict[str, object] = {
        "form": form,
        "circle": shown,
        "is_time": meeting_policies.is_time_to_look_back(shown),
        "others": [row for row in rows if row.is_shared and row is not own],
    }
    return page(request, "circles/look_back.html", context, refused=bool(form.errors))


@require_http_methods(["POST"])
@by_core
def my_yes(request: ActorRequest, circle_id: UUID, step: str) -> HttpResponse:
    """I say yes to the circle, or take my yes back."""
    shown = core_or_404(request, circle_id)
    actor = request.actor
    if step == "say":
        done(
            request,
            lambda: people_services.say_yes(
                actor=actor, circle_id=shown.pk, day=clock.today(), how=How.ON_SCREEN
            ),
            said=_("Noted that you say yes. You can take it back any day."),
        )
    elif step == "take-back":
        done(
            request,
            lambda: people_services.take_back_yes(actor=actor, circle_id=shown.pk),
            said=_("Noted. The circle rests, and somebody calls you."),
        )
    else:
        raise Http404
    return _to_circle(request, shown.pk)


@require_http_methods(["POST"])
@by_core
def my_sharing(request: ActorRequest, circle_id: UUID, outer_id: UUID) -> HttpResponse:
    """This person is told nothing more, unless somebody is in danger."""
    shown = core_or_404(request, circle_id)
    outer = or_404(queries.get_outer(request.actor, shown, outer_id))
    done(
        request,
        lambda: people_services.take_back_sharing(
            actor=request.actor, circle_id=shown.pk, outer_id=outer.pk
        ),
        said=_("Noted. From now on nothing goes to this person without your yes."),
    )
    return _to_circle(request, shown.pk)


@require_http_methods(["GET", "POST"])
@by_professional
def outer(request: ActorRequest, circle_id: UUID) -> HttpResponse:
    """What was passed on to me, and what I pass on to the circle coordinator."""
    place = outer_or_404(request, circle_id)
    circle = place.circle
    mark_read(actor=request.actor, url=request.path)
    form = TellForm(request.POST or None, circle=circle)
    told = taken_in(
        request,
        form,
        lambda: passage_services.tell_coordinator(
            actor=request.actor, circle_id=circle.pk, words=form.cleaned_data["words"]
        ),
        said=_("Passed on to the circle coordinator."),
    )
    if told:
        return see_other(request.path)
    rows = keyset_page(
        passage_queries.received(request.actor, circle),
        params=request.GET,
        fields=("id",),
        newest_first=True,
    )
    passage_services.mark_received(actor=request.actor, circle_id=circle.pk)
    context: dict[str, object] = {
        "form": form,
        "circle": circle,
        "place": place,
        "rows": rows,
        "told": list(passage_queries.told_by(request.actor, circle)[:5]),
    }
    return page(request, "circles/outer.html", context, refused=bool(form.errors))
