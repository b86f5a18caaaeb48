"""Steps on the path: the next stage, later, a pause, contact, the choice, the start."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.core.errors import DomainError
from naast.core.http import page, see_other
from naast.messaging.texts import Kind as Letter
from naast.messaging.texts import Words
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function
from naast.programmes.forms import FiveQuestionsForm
from naast.programmes.models import Kind, StageKind
from naast.programmes.path import next_kind, path_of
from naast.recruitment import letters
from naast.recruitment.forms.steps import (
    ChoiceForm,
    ContactForm,
    CoordinatorForm,
    GoOnForm,
    LaterForm,
    PauseForm,
    RoleForm,
    StartForm,
)
from naast.recruitment.inputs_path import Start
from naast.recruitment.models import Application, Waits
from naast.recruitment.policies.applications import STAFF
from naast.recruitment.queries import applications as queries
from naast.recruitment.queries import before_start, roles
from naast.recruitment.queries.still_missing import is_own, of_which_missing
from naast.recruitment.services import erasing, starting, steps
from naast.recruitment.services import roles as other_roles
from naast.recruitment.views.applications import application_or_404
from naast.recruitment.views.asking import Asked, ask, do, home_of


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def go_on(request: ActorRequest, application_id: UUID) -> HttpResponse:
    """To the next stage, or to a chosen one (S1-236)."""
    application = application_or_404(request, application_id)
    stages = path_of(application.programme)
    form = GoOnForm(
        request.POST or None,
        stages=stages,
        here=application.stage,
        initial={
            "stage": next_kind(stages, StageKind(application.stage)),
            "insured_on": application.insured_on,
        },
    )
    asked = Asked(
        heading=_("To the next stage"),
        lead=_("The path of this programme, step by step. You can also go back, or leave something out with a reason."),
        button=_("Go on"),
        done=_("It is written down. The next step stands on top."),
        send=lambda: steps.go_on(
            actor=request.actor, application_id=application.pk, where=form.where()
        ),
    )  # fmt: skip
    return ask(request, application, form, asked)


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def later(request: ActorRequest, application_id: UUID) -> HttpResponse:
    """Wait until an agreed day (S1-244)."""
    application = application_or_404(request, application_id)
    form = LaterForm(request.POST or None, **_short_letter(request, application, letters.LATER))
    asked = Asked(
        heading=_("Later, on an agreed day"),
        lead=_("Take the time that somebody needs. On that day it stands on the desk: you call once, warmly."),
        button=_("Agree on this day"),
        done=_("Agreed. On that day it comes back on the desk."),
        send=lambda: steps.later(
            actor=request.actor,
            application_id=application.pk,
            day=form.cleaned_data["day"],
            words=form.letter_words(),
        ),
        letter=form,
        look=lambda words: _look(request, application, letters.LATER, words, form),
        notes=(
            _("After a loss: ask gently, and leave room for silence. «What would be a good moment for you?» is enough."),
            _("Somebody who lost a person in this very house often needs more time, and may like another place better. Ask, and let them choose."),
            _("Why somebody waits is not written down: only the day."),
        ),
    )  # fmt: skip
    return ask(request, application, form, asked)


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def pause(request: ActorRequest, application_id: UUID) -> HttpResponse:
    """Rest without being chased (S1-250)."""
    application = application_or_404(request, application_id)
    form = PauseForm(request.POST or None, **_short_letter(request, application, letters.REST))
    asked = Asked(
        heading=_("Rest for a while"),
        lead=_("Money worries, illness, a full head: then volunteering can wait. Nobody is chased."),
        button=_("Let it rest"),
        done=_("It rests. Nobody is chased."),
        send=lambda: steps.pause(
            actor=request.actor,
            application_id=application.pk,
            day=form.cleaned_data["day"],
            words=form.letter_words(),
        ),
        letter=form,
        look=lambda words: _look(request, application, letters.REST, words, form),
        notes=(
            _("Ask whether some help would be welcome: the social service of the town, a debt counsellor, a doctor. Offer to look for the right door together."),
            _("Their place in the path stays as it is."),
            _("Without a day we keep what they told us for %(months)s months. They hear from us two weeks before we erase it.")
            % {"months": request.organisation.candidate_months},
        ),
    )  # fmt: skip
    return ask(request, application, form, asked)


def _short_letter(request: ActorRequest, application: Application, kind: Letter) -> dict[str, Any]:
    """What the form of a step with a short letter starts from."""
    return {
        "has_address": bool(application.email),
        "kind": kind,
        "words": steps.usual_words(request.actor, application, kind),
    }


def _look(
    request: ActorRequest, application: Application, kind: Letter, words: Words, form: Form
) -> Words:
    """The short letter as it would go out now."""
    day = form.cleaned_data["day"]
    return steps.preview(request.actor, application, kind, words=words, day=day)


@require_http_methods(["POST"])
@open_to(Function.COORDINATOR)
def come_back(request: ActorRequest, application_id: UUID) -> HttpResponse:
    """Go on after a rest."""
    application = application_or_404(request, application_id)
    return do(
        request,
        application,
        _("Good. The next step is up to us."),
        lambda: steps.come_back(actor=request.actor, application_id=application.pk),
    )


@require_http_methods(["POST"])
@open_to(Function.COORDINATOR)
def look_back(request: ActorRequest, application_id: UUID) -> HttpResponse:
    """Three months after the start somebody asked how it is."""
    application = application_or_404(request, application_id)
    return do(
        request,
        application,
        _("Noted. Thank you for asking."),
        lambda: starting.look_back(actor=request.actor, application_id=application.pk),
    )


@require_http_methods(["POST"])
@open_to(Function.COORDINATOR)
def reopen(request: ActorRequest, application_id: UUID) -> HttpResponse:
    """Somebody who was rounded off comes back."""
    application = application_or_404(request, application_id)
    return do(
        request,
        application,
        _("Open again. Nothing will be erased."),
        lambda: steps.reopen(actor=request.actor, application_id=application.pk),
    )


@require_http_methods(["POST"])
@open_to(Function.COORDINATOR)
def keep_longer(request: ActorRequest, application_id: UUID) -> HttpResponse:
    """The candidate asked to be kept a while longer."""
    application = application_or_404(request, application_id)
    return do(
        request,
        application,
        _("Kept longer, as they asked."),
        lambda: erasing.stay(actor=request.actor, application=application),
    )


@require_http_methods(["GET", "POST"])
@open_to(*STAFF)
def contact(request: ActorRequest, application_id: UUID) -> HttpResponse:
    """We were in contact: who owes what, by when."""
    application = application_or_404(request, application_id)
    form = ContactForm(request.POST or None)
    asked = Asked(
        heading=_("We were in contact"),
        lead=_("Who does the next thing, and by when? So nobody is left in silence."),
        button=_("Write it down"),
        done=_("Written down."),
        send=lambda: steps.note_contact(
            actor=request.actor,
            application_id=application.pk,
            waits_for=Waits(form.cleaned_data["waits_for"]),
            due_on=form.cleaned_data["due_on"],
        ),
    )
    return ask(request, application, form, asked)


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def change_coordinator(request: ActorRequest, application_id: UUID) -> HttpResponse:
    """Another coordinator looks after this candidate."""
    application = application_or_404(request, application_id)
    form = CoordinatorForm(
        request.POST or None,
        coordinators=queries.coordinators(request.actor),
        initial={"coordinator": application.coordinator_id},
    )
    asked = Asked(
        heading=_("Who looks after this candidate"),
        lead=_("What has to happen stands on their desk from now on. Tell the candidate who calls."),
        button=_("Hand over"),
        done=_("Handed over."),
        send=lambda: steps.change_coordinator(
            actor=request.actor,
            application_id=application.pk,
            membership_id=UUID(form.cleaned_data["coordinator"]),
        ),
    )  # fmt: skip
    return ask(request, application, form, asked)


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def change_programme(request: ActorRequest, application_id: UUID) -> HttpResponse:
    """Another role suits better: go on there with the same person (S0-14)."""
    application = application_or_404(request, application_id)
    found = [(str(each.programme_id), each.title) for each in roles.programmes(request.actor)]
    form = RoleForm(
        request.POST or None,
        programmes=found,
        initial={"programme": str(application.programme_id)},
    )
    asked = Asked(
        heading=_("Another role"),
        lead=_("What was told and talked over stays. From now on the path of the other role counts."),
        button=_("Go on in this role"),
        done=_("From now on it is about this role. Tell the candidate what comes next."),
        send=lambda: other_roles.change_programme(
            actor=request.actor,
            application_id=application.pk,
            programme_id=UUID(form.cleaned_data["programme"]),
        ),
    )  # fmt: skip
    return ask(request, application, form, asked)


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def choose(request: ActorRequest, application_id: UUID) -> HttpResponse:
    """The candidate's own free choice, with its day (S1-29)."""
    application = application_or_404(request, application_id)
    form = ChoiceForm(request.POST or None)
    asked = Asked(
        heading=_("The candidate chooses"),
        lead=_("The talks may have been asked by somebody else; the choice is theirs alone."),
        button=_("Write down the choice"),
        done=_("Written down. What is still missing before the start stands on the page."),
        send=lambda: starting.choose(
            actor=request.actor,
            application_id=application.pk,
            day=form.cleaned_data["day"],
        ),
    )
    return ask(request, application, form, asked)


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def start(request: ActorRequest, application_id: UUID) -> HttpResponse:
    """Start, or see what is still missing (S0-45)."""
    application = application_or_404(request, application_id)
    items = starting.missing_of(application)
    missing = of_which_missing(items)
    form = StartForm(request.POST or None, may_wait=any(item.may_wait for item in missing))
    is_volunteering = application.kind == Kind.VOLUNTEERING
    questions = FiveQuestionsForm(request.POST or None, are_required=is_volunteering)
    if request.method == "POST" and form.is_valid() and questions.is_valid():
        answer = _started(request, application, form, questions)
        if answer is not None:
            return answer
    context = {
        "application": application,
        "form": form,
        "questions": questions,
        "missing": before_start.lines(request.actor, application, items),
        "is_own_initiative": is_own(application),
        "can_start": all(item.may_wait for item in missing),
        "back": home_of(request, application),
    }
    refused = bool(form.errors or questions.errors)
    return page(request, "recruitment/start.html", context, refused=refused)


def _started(
    request: ActorRequest, application: Application, form: StartForm, questions: FiveQuestionsForm
) -> HttpResponse | None:
    """The answer after a start, or None when the form shows why not."""
    new = Start(
        day=form.cleaned_data["day"],
        answers=questions.answers(),
        override=form.cleaned_data.get("override", ""),
    )
    try:
        engagement = starting.start(actor=request.actor, application_id=application.pk, new=new)
    except DomainError as error:
        form.add_error(None, str(error))
        return None
    messages.success(request, _("%(name)s has started.") % {"name": application.first_name})
    return see_other(request.actor.url("programmes:engagement", engagement_id=engagement.pk))
