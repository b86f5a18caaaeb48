"""Deciding together: what fits, what suits better, and whether we can carry it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.core import drafts
from naast.core.errors import DomainError
from naast.core.http import page, see_other
from naast.core.templatetags.ui_blocks import Definition
from naast.messaging.texts import Words
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function
from naast.recruitment.forms.outcomes import CarryForm, EndingForm, WelcomeForm
from naast.recruitment.letters import OF_OUTCOME
from naast.recruitment.models import Application, Outcome
from naast.recruitment.models.application import YES
from naast.recruitment.queries import outcomes as queries
from naast.recruitment.queries import partners
from naast.recruitment.services import outcomes as services
from naast.recruitment.states import Status
from naast.recruitment.views.applications import application_or_404, opened
from naast.recruitment.views.asking import Asked, ask, home_of


def _living_or_404(request: ActorRequest, application_id: UUID) -> Application:
    """The application, while there is something to decide about it."""
    application = application_or_404(request, application_id)
    if application.status in (Status.STARTED, Status.CLOSED):
        raise Http404
    return application


@require_http_methods(["GET"])
@open_to(Function.COORDINATOR)
def round_off(request: ActorRequest, application_id: UUID) -> HttpResponse:
    """What may come out of getting to know each other; training and its note beside it (S1-189)."""
    application = _living_or_404(request, application_id)
    opened(request, application)
    context = queries.decision_page(request.actor, application)
    return page(request, "recruitment/round_off.html", context)


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def carry(request: ActorRequest, application_id: UUID) -> HttpResponse:
    """The organisation asks itself whether it can carry this now (S1-252)."""
    application = _living_or_404(request, application_id)
    form = CarryForm(
        request.POST or None,
        initial={
            "can": {True: "yes", False: "no", None: ""}[application.we_can_carry],
            "words": application.carry_words,
        },
    )
    asked = Asked(
        heading=_("Can we carry this now?"),
        lead=_("A question to ourselves, before we say yes to somebody who needs support. Your name stands beside the answer."),
        button=_("Write it down"),
        done=_("Written down."),
        send=lambda: services.say_whether_we_can_carry(
            actor=request.actor,
            application_id=application.pk,
            can=form.cleaned_data["can"] == "yes",
            words=form.cleaned_data["words"],
        ),
        notes=(
            _("Is the bar too high, or is our support too thin? Both can be changed; the person cannot be the reason."),
            _("When the answer is no, offer another moment or another place, and go along to the first contact if they like."),
        ),
    )  # fmt: skip
    return ask(request, application, form, asked)


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def round_off_as(request: ActorRequest, application_id: UUID, outcome: str) -> HttpResponse:
    """One outcome, with its person or its alternative, and a letter to read and change first."""
    if outcome not in Outcome.values:
        raise Http404
    application = _living_or_404(request, application_id)
    chosen = Outcome(outcome)
    if chosen == Outcome.FITS_WITH_SUPPORT and application.we_can_carry is not True:
        return see_other(request.actor.url("recruitment:carry", application_id=application.pk))
    form = _form(request, application, chosen)
    key = f"outcome:{application.pk}:{chosen.value}"
    if request.method == "POST" and form.is_valid():
        if form.asks_to_look:
            form.look = _look(request, application, chosen, form)
        elif _decided(request, application, chosen, form):
            drafts.forget(request.user.pk, key)
            messages.success(request, _("Written down, with care."))
            return see_other(home_of(request, application))
    context = {
        "application": application,
        "outcome": chosen,
        "form": form,
        "same": _beside(form),
        "candidate": queries.candidate_side(application),
        "draft_key": key,
        "saved": {} if form.is_bound else drafts.kept(request.user.pk, key),
        "back": request.actor.url("recruitment:round_off", application_id=application.pk),
    }
    return page(request, "recruitment/outcome.html", context, refused=bool(form.errors))


def _beside(form: EndingForm | WelcomeForm) -> list[tuple[str, list[Definition]]]:
    """Who on the list it may be, each to set beside the candidate."""
    same = form.same if isinstance(form, WelcomeForm) else []
    return [(person.name, queries.side_by_side(person)) for person in same]


def _form(
    request: ActorRequest, application: Application, outcome: Outcome
) -> EndingForm | WelcomeForm:
    words = services.usual_words(request.actor, application, outcome)
    shared: dict[str, Any] = {
        "has_address": bool(application.email),
        "kind": OF_OUTCOME[outcome],
        "words": words,
        "initial": {"expects": application.expects, "we_expect": application.we_expect},
    }
    if outcome in YES:
        same = queries.likely_same_people(request.actor, application)
        return WelcomeForm(request.POST or None, application=application, same=same, **shared)
    found = partners.for_outcome(request.actor, outcome)
    return EndingForm(request.POST or None, partners=found, **shared)


def _look(
    request: ActorRequest,
    application: Application,
    outcome: Outcome,
    form: EndingForm | WelcomeForm,
) -> Words | None:
    """The letter as it would go out now, or None when it is told in person."""
    words = form.letter_words()
    if words is None:
        return None
    alternative = form.cleaned_data.get("alternative", "")
    return services.preview(
        request.actor, application, outcome, words=words, alternative=alternative
    )


def _decided(
    request: ActorRequest,
    application: Application,
    outcome: Outcome,
    form: EndingForm | WelcomeForm,
) -> bool:
    """Whether it is written down; otherwise the form shows why not."""
    try:
        if isinstance(form, WelcomeForm):
            services.welcome(
                actor=request.actor, application_id=application.pk, yes=form.welcome(outcome)
            )
        else:
            services.round_off(
                actor=request.actor, application_id=application.pk, ending=form.ending(outcome)
            )
    except DomainError as error:
        form.add_error(None, str(error))
        return False
    return True
