"""What a candidate does on their own page: ask, add, choose, rest, say what a referrer may hear."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from naast.core.errors import DomainError
from naast.core.http import see_other
from naast.organisations.public import HouseRequest
from naast.recruitment.forms.own import (
    AdditionForm,
    ChoiceForm,
    QuestionForm,
    RestForm,
    TellsForm,
)
from naast.recruitment.models import Referral, StopReason
from naast.recruitment.services import choosing, erasing, questions, referrals, steps
from naast.recruitment.services import notes as note_services
from naast.recruitment.services.choosing import Choice
from naast.recruitment.views import sending
from naast.recruitment.views.own import show
from naast.recruitment.views.own_door import Visit, own_link

Act = Callable[[dict[str, Any]], object]


def _done(
    request: HouseRequest, visit: Visit, form: tuple[str, Form], act: Act, said: str
) -> HttpResponse:
    """Do it and come back to the page with a sentence; or the page with the form and what is missing."""
    name, filled = form
    why = sending.refusal(request, what="own page", rate="60/hour")
    if why:
        messages.error(request, sending.sentence(why))
        response = show(request, visit, **{name: filled})
        response.status_code = why
        return response
    if not filled.is_valid():
        return show(request, visit, **{name: filled})
    try:
        act(filled.cleaned_data)
    except DomainError as error:
        filled.add_error(None, str(error))
        return show(request, visit, **{name: filled})
    messages.success(request, said)
    return see_other(visit.url())


@require_POST
@own_link
def ask(request: HouseRequest, visit: Visit) -> HttpResponse:
    """A question, at any moment (S1-248)."""
    return _done(
        request,
        visit,
        ("ask_form", QuestionForm(request.POST, prefix="ask")),
        lambda data: questions.ask(
            actor=visit.actor, application_id=visit.application.pk, text=data["text"]
        ),
        _("Your question is with us. Within two working days you find the answer here."),
    )


@require_POST
@own_link
def note(request: HouseRequest, visit: Visit) -> HttpResponse:
    """An addition to what is written about me."""
    return _done(
        request,
        visit,
        ("note_form", AdditionForm(request.POST)),
        lambda data: note_services.add_own_note(
            actor=visit.actor, application_id=visit.application.pk, text=data["text"]
        ),
        _("It stands beside what we wrote."),
    )


@require_POST
@own_link
def choose(request: HouseRequest, visit: Visit) -> HttpResponse:
    """My own choice (S1-29)."""
    return _done(
        request,
        visit,
        ("choice_form", ChoiceForm(request.POST)),
        lambda data: choosing.choose(
            actor=visit.actor,
            application_id=visit.application.pk,
            choice=Choice(data["choice"]),
            stop_reason=StopReason(data["why"] or StopReason.RATHER_NOT_SAY),
        ),
        _("Thank you for telling us. It is your choice, and you may change your mind."),
    )


@require_POST
@own_link
def rest(request: HouseRequest, visit: Visit) -> HttpResponse:
    """Rest for a while; nobody chases me."""
    return _done(
        request,
        visit,
        ("rest_form", RestForm(request.POST)),
        lambda data: steps.pause(
            actor=visit.actor, application_id=visit.application.pk, day=data["until"]
        ),
        _("Good. We let you be; come back here when you like."),
    )


@require_POST
@own_link
def go_on(request: HouseRequest, visit: Visit) -> HttpResponse:
    """Go on after a rest."""
    return _done(
        request,
        visit,
        ("go_on_form", Form(request.POST)),
        lambda _data: steps.come_back(actor=visit.actor, application_id=visit.application.pk),
        _("Welcome back. We contact you within two working days."),
    )


@require_POST
@own_link
def tells(request: HouseRequest, visit: Visit) -> HttpResponse:
    """What a referrer may hear (S1-17)."""
    if not Referral.objects.filter(application=visit.application).exists():
        raise Http404
    return _done(
        request,
        visit,
        ("tells_form", TellsForm(request.POST)),
        lambda data: referrals.set_tells(
            actor=visit.actor,
            application_id=visit.application.pk,
            tells=Referral.Tells(data["tells"]),
        ),
        _("That is what they may hear, and nothing more."),
    )


@require_POST
@own_link
def stay(request: HouseRequest, visit: Visit) -> HttpResponse:
    """Keep what I told you a while longer."""
    return _done(
        request,
        visit,
        ("stay_form", Form(request.POST)),
        lambda _data: erasing.stay(actor=visit.actor, application=visit.application),
        _("We keep it a while longer."),
    )
