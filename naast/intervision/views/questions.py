"""What I bring in: a learning question, or a place to tell something."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.core import drafts
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.intervision.errors import NameInText
from naast.intervision.forms.evenings import QuestionForm, initial_of_question
from naast.intervision.models import Evening
from naast.intervision.queries import evenings as queries
from naast.intervision.services import questions as services
from naast.intervision.views.doors import by_taker, own_or_404
from naast.organisations.access import ActorRequest
from naast.organisations.kept import draft_key, kept_for


@require_http_methods(["GET", "POST"])
@by_taker
def ask_question(request: ActorRequest, evening_id: UUID) -> HttpResponse:
    """A question for this evening."""
    shown = own_or_404(request, evening_id)
    key = draft_key(request, "question", shown.pk)
    form = QuestionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.ask_question(actor=request.actor, evening_id=shown.pk, note=form.note())
        except NameInText as error:
            form.refuse(error, field="text")
        except DomainError as error:
            form.refuse(error, field=None)
        else:
            drafts.forget(request.user.pk, key)
            messages.success(request, _("Your question is on its way to the table."))
            return see_other(request.actor.url("intervision:mine"))
    return _form_page(request, form, shown, key)


@require_http_methods(["GET", "POST"])
@by_taker
def question(request: ActorRequest, question_id: UUID) -> HttpResponse:
    """Say it in other words."""
    asked = or_404(queries.get_question(request.actor, question_id))
    key = draft_key(request, "question-change", asked.pk)
    form = QuestionForm(request.POST or None, initial=initial_of_question(asked))
    if request.method == "POST" and form.is_valid():
        try:
            services.change_question(actor=request.actor, question_id=asked.pk, note=form.note())
        except NameInText as error:
            form.refuse(error, field="text")
        except DomainError as error:
            form.refuse(error, field=None)
        else:
            drafts.forget(request.user.pk, key)
            messages.success(request, _("Changed."))
            return see_other(request.actor.url("intervision:mine"))
    return _form_page(request, form, asked.evening, key)


def _form_page(request: ActorRequest, form: QuestionForm, shown: Evening, key: str) -> HttpResponse:
    context: dict[str, object] = {
        "form": form,
        "evening": shown,
        **kept_for(request, key),
    }
    return page(request, "intervision/question_form.html", context, refused=bool(form.errors))


@require_http_methods(["POST"])
@by_taker
def ask_place(request: ActorRequest, evening_id: UUID) -> HttpResponse:
    """I would like to tell something."""
    shown = own_or_404(request, evening_id)
    try:
        services.ask_place(actor=request.actor, evening_id=shown.pk)
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("There will be room for you to tell it."))
    return see_other(request.actor.url("intervision:mine"))


@require_http_methods(["POST"])
@by_taker
def withdraw_question(request: ActorRequest, question_id: UUID) -> HttpResponse:
    """Take it back."""
    asked = or_404(queries.get_question(request.actor, question_id))
    services.withdraw_question(actor=request.actor, question_id=asked.pk)
    messages.success(request, _("Taken back. Nothing of it is kept."))
    return see_other(request.actor.url("intervision:mine"))
