"""Light contacts after an end: agreed by a coordinator, kept by somebody, stopped by the participant (S3-14)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.audit import log
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other, show_refusal
from naast.messaging.forms import posted
from naast.organisations.access import ActorRequest
from naast.organisations.form_pages import FormPage, form_page
from naast.parting.forms.closings import LastQuestionForm, LineForm, PulseForm
from naast.parting.models import Pulse
from naast.parting.queries import closings
from naast.parting.queries import pulses as queries
from naast.parting.services import pulses as services
from naast.parting.views.doors import by_coordinator, by_keeper, by_participant


@require_http_methods(["GET", "POST"])
@by_coordinator
def new_pulse(request: ActorRequest, match_id: UUID) -> HttpResponse:
    """Agree on a light contact."""
    match = or_404(closings.get_match(request.actor, match_id))
    form = PulseForm(
        posted(request),
        volunteers=queries.volunteers_to_choose(request.actor, match),
        colleagues=queries.colleagues_to_choose(request.actor),
    )

    def act(sent: PulseForm) -> str:
        made = services.start_pulse(actor=request.actor, match_id=match.pk, new=sent.new())
        return request.actor.url("parting:pulse", pulse_id=made.pk)

    told = FormPage(
        title=_("Keep a finger on the pulse"),
        lead=_("A light contact after the end, for a while, with the participant’s yes."),
        key=f"pulse:{match.pk}",
        done=_("Agreed. It ends by itself."),
        back_url=request.actor.url("parting:closing", match_id=match.pk),
        back_label=match.participant.first_name,
    )
    return form_page(request, form, act, told)


@require_http_methods(["GET", "POST"])
@by_coordinator
def pulse(request: ActorRequest, pulse_id: UUID) -> HttpResponse:
    """One contact; after the last day, the last question."""
    found = or_404(queries.get_pulse(request.actor, pulse_id))
    log.looked("pulse.read", actor=request.actor, target=found.participant)
    form = LastQuestionForm(posted(request))
    if form.is_valid():
        try:
            services.answer_last_question(
                actor=request.actor, pulse_id=found.pk, **form.cleaned_data
            )
        except DomainError as error:
            show_refusal(form, error)
        else:
            messages.success(request, _("Written down. Thank you for asking."))
            return see_other(request.actor.url("parting:pulse", pulse_id=found.pk))
    context = {
        "pulse": found,
        "form": form,
        "lines": queries.lines_of(request.actor, found.pk),
        "asks": found.ended_on is not None and not found.last_answer,
    }
    return page(request, "parting/pulse.html", context, refused=bool(form.errors))


@require_http_methods(["POST"])
@by_coordinator
def stop_pulse(request: ActorRequest, pulse_id: UUID) -> HttpResponse:
    """End it before the day."""
    found = or_404(queries.get_pulse(request.actor, pulse_id))
    try:
        services.stop(actor=request.actor, pulse_id=found.pk)
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("This contact has ended. Ask the last question."))
    return see_other(request.actor.url("parting:pulse", pulse_id=found.pk))


@require_http_methods(["GET"])
@by_keeper
def my_pulses(request: ActorRequest) -> HttpResponse:
    """The people with whom I keep in touch."""
    return page(request, "parting/my_pulses.html", {"rows": queries.kept(request.actor)})


@require_http_methods(["GET", "POST"])
@by_keeper
def my_pulse(request: ActorRequest, pulse_id: UUID) -> HttpResponse:
    """First name, phone, the lines, and a new line."""
    sight = or_404(queries.sight_of(request.actor, pulse_id))
    form = LineForm(posted(request))
    if form.is_valid():
        try:
            services.note_contact(actor=request.actor, pulse_id=sight.pulse_id, **form.cleaned_data)
        except DomainError as error:
            show_refusal(form, error)
        else:
            messages.success(request, _("Thank you. One line is enough."))
            return see_other(request.actor.url("parting:my_pulse", pulse_id=sight.pulse_id))
    context = {
        "sight": sight,
        "form": form,
        "lines": queries.lines_of(request.actor, sight.pulse_id),
    }
    return page(request, "parting/my_pulse.html", context, refused=bool(form.errors))


@require_http_methods(["GET"])
@by_participant
def my_contact(request: ActorRequest) -> HttpResponse:
    """Who rings me now and then, until when, and how I stop it."""
    return page(request, "parting/my_contact.html", {"rows": queries.about_me(request.actor)})


@require_http_methods(["POST"])
@by_participant
def stop_contact(request: ActorRequest, pulse_id: UUID) -> HttpResponse:
    """The participant takes their yes back."""
    try:
        services.stop_by_participant(actor=request.actor, pulse_id=pulse_id)
    except Pulse.DoesNotExist:
        return or_404(None)
    messages.success(request, _("It stops. Nobody rings you about this any more."))
    return see_other(request.actor.url("parting:my_contact"))
