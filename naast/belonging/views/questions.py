"""What was asked at fixed moments: the volunteer's own page, and what the coordinator does with the answers."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.audit import log
from naast.belonging import checks
from naast.belonging.forms.answering import FORMS, AnswerForm, CalledForm, SettleForm
from naast.belonging.forms.common import refuse
from naast.belonging.models import Question
from naast.belonging.queries import questions as queries
from naast.belonging.services import answering as services
from naast.belonging.states import Choice, QuestionKind
from naast.belonging.tabs import tabs_for
from naast.belonging.views.doors import by_coordinator, by_volunteer, draft_key
from naast.core import drafts
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.core.paging import keyset_page
from naast.messaging.services import mark_read
from naast.organisations.access import ActorRequest
from naast.organisations.kept import kept_for

LISTS = {
    "answers": [QuestionKind.CHECK.value, QuestionKind.LOOK.value],
    "going_on": [QuestionKind.GOING_ON.value],
}
ICONS = {Choice.EXTEND: "arrow-right", Choice.CHANGE: "shuffle", Choice.STOP: "flag"}


def _listed(request: ActorRequest, name: str) -> HttpResponse:
    """What people answered, or with ?waiting=1 what nobody answered yet."""
    is_waiting = "waiting" in request.GET
    read = queries.waiting if is_waiting else queries.answered
    rows = keyset_page(
        read(request.actor, LISTS[name]),
        params=request.GET,
        fields=("asked_on" if is_waiting else "answered_on", "id"),
        newest_first=True,
    )
    context: dict[str, object] = {
        "tabs": tabs_for(request.actor, name),
        "rows": rows,
        "is_waiting": is_waiting,
        "is_ends": name == "going_on",
    }
    return page(request, "belonging/answers.html", context)


@require_http_methods(["GET"])
@by_coordinator
def answers(request: ActorRequest) -> HttpResponse:
    """Welcome checks and fresh looks."""
    return _listed(request, "answers")


@require_http_methods(["GET"])
@by_coordinator
def going_on(request: ActorRequest) -> HttpResponse:
    """Extend, change or stop."""
    return _listed(request, "going_on")


@require_http_methods(["GET", "POST"])
@by_coordinator
def answer(request: ActorRequest, question_id: UUID) -> HttpResponse:
    """One answer: read it, and answer back."""
    actor = request.actor
    found = or_404(queries.get_question(actor, question_id))
    key = draft_key(request, "answer", found.pk)
    form = _house_form(request, found)
    if request.method == "POST" and form is not None and form.is_valid():
        try:
            if isinstance(form, SettleForm):
                services.settle(actor=actor, question_id=found.pk, settled=form.settled())
            else:
                reply = form.cleaned_data["reply"]
                services.note_called(actor=actor, question_id=found.pk, reply=reply)
        except DomainError as error:
            refuse(form, error)
        else:
            drafts.forget(request.user.pk, key)
            messages.success(request, _("Written down. The volunteer reads it too."))
            is_end = found.kind == QuestionKind.GOING_ON
            return see_other(actor.url("belonging:going_on" if is_end else "belonging:answers"))
    if request.method == "GET":
        log.looked("question.read", actor=actor, target=found)
    context: dict[str, object] = {
        "question": found,
        "said": checks.in_words(found.taps),
        "form": form,
        **kept_for(request, key),
    }
    return page(request, "belonging/answer.html", context, refused=request.method == "POST")


def _house_form(request: ActorRequest, question: Question) -> SettleForm | CalledForm | None:
    """What the house can still do with this answer."""
    if question.answered_on is None or question.person_id == request.actor.person_id:
        return None
    if question.call_by is not None:
        return None if question.called_on else CalledForm(request.POST or None)
    if question.kind == QuestionKind.CHECK or question.settled_on is not None:
        return None
    return SettleForm(request.POST or None, question=question)


@require_http_methods(["GET", "POST"])
@by_coordinator
def write_answer(request: ActorRequest, question_id: UUID) -> HttpResponse:
    """Write down what somebody said by phone or on paper."""
    actor = request.actor
    found = or_404(queries.get_question(actor, question_id))
    if not found.is_waiting:
        return see_other(actor.url("belonging:answer", question_id=found.pk))
    form = FORMS[found.kind](request.POST or None, is_written_down=True)
    if request.method == "POST" and _answered(request, found, form):
        messages.success(request, _("Written down, with thanks to who answered."))
        return see_other(actor.url("belonging:answer", question_id=found.pk))
    context: dict[str, object] = {"question": found, "form": form}
    return page(request, "belonging/write_answer.html", context, refused=bool(form.errors))


def _answered(request: ActorRequest, found: Question, form: AnswerForm) -> bool:
    if not form.is_valid():
        return False
    try:
        services.answer(actor=request.actor, question_id=found.pk, given=form.given())
    except DomainError as error:
        refuse(form, error)
        return False
    return True


@require_http_methods(["GET"])
@by_coordinator
def print_question(request: ActorRequest, question_id: UUID) -> HttpResponse:
    """The same question on paper."""
    found = or_404(queries.get_question(request.actor, question_id))
    context: dict[str, object] = {
        "question": found,
        "statements": list(checks.STATEMENTS.values()),
        "taps": checks.Tap.labels,
        "open_question": checks.OPEN_QUESTION,
        "choices": Choice.labels,
    }
    return page(request, "belonging/print_question.html", context)


@require_http_methods(["GET", "POST"])
@by_volunteer
def question(request: ActorRequest, question_id: UUID) -> HttpResponse:
    """What was asked of me: to answer, or to read again with what the house did."""
    actor = request.actor
    found = or_404(queries.get_own(actor, question_id))
    mark_read(actor=actor, url=request.path)
    key = draft_key(request, "question", found.pk)
    form = FORMS[found.kind](request.POST or None, is_written_down=False)
    if request.method == "POST" and _answered(request, found, form):
        drafts.forget(request.user.pk, key)
        return see_other(actor.url("belonging:question", question_id=found.pk))
    chosen = request.POST.get("choice") or request.GET.get("choice", "")
    context: dict[str, object] = {
        "question": found,
        "form": form,
        "said": checks.in_words(found.taps),
        "chosen": chosen if chosen in Choice.values else "",
        "chosen_label": Choice(chosen).label if chosen in Choice.values else "",
        "choices": [(each.value, each.label, ICONS[each]) for each in Choice],
        **kept_for(request, key),
    }
    return page(request, "belonging/question.html", context, refused=bool(form.errors))
