"""What a volunteer takes along: letters, and what a year brought; and the coordinator's side of a letter."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.appreciation import policies
from naast.appreciation.drafting import draft, record_of
from naast.appreciation.errors import WordsMissing
from naast.appreciation.forms import AnswerLetterForm, AskLetterForm, WriteLetterForm, YearForm
from naast.appreciation.models import Letter, LetterState
from naast.appreciation.pdf import letter_pdf
from naast.appreciation.queries import board as queries
from naast.appreciation.services import letters as services
from naast.appreciation.services import years
from naast.appreciation.states import ANSWERS, LETTER
from naast.appreciation.views.doors import by_coordinator, by_volunteer, kept_for, own_id
from naast.audit import log
from naast.core import clock, drafts
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.messaging.services import mark_read
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function


@require_http_methods(["GET", "POST"])
@by_volunteer
def letters(request: ActorRequest) -> HttpResponse:
    """My letters, and asking for one."""
    language = (get_language() or "nl")[:2]
    form = AskLetterForm(request.POST or None, initial={"language": language})
    if request.method == "POST" and form.is_valid():
        try:
            services.ask(actor=request.actor, **form.cleaned_data)
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Asked. We let you know as soon as it is written."))
            return see_other(request.actor.url("appreciation:letters"))
    context: dict[str, object] = {"letters": list(queries.own_letters(request.actor)), "form": form}
    return page(request, "appreciation/letters.html", context, refused=bool(form.errors))


def _own_letter(request: ActorRequest, letter_id: UUID) -> Letter:
    found = queries.get_letter(request.actor, letter_id)
    if found is None or found.person_id != request.actor.person_id:
        raise Http404
    return found


@require_http_methods(["GET"])
@by_volunteer
def letter(request: ActorRequest, letter_id: UUID) -> HttpResponse:
    """My letter: is it right?"""
    mark_read(actor=request.actor, url=request.path)
    return _show_letter(request, _own_letter(request, letter_id), AnswerLetterForm())


def _show_letter(request: ActorRequest, found: Letter, form: AnswerLetterForm) -> HttpResponse:
    steps = [step for step in LETTER.open_from(found.state) if step.name in ANSWERS]
    context: dict[str, object] = {
        "letter": found,
        "form": form,
        "steps": {step.name for step in steps},
    }
    return page(request, "appreciation/letter.html", context, refused=bool(form.errors))


@require_http_methods(["POST"])
@by_volunteer
def answer_letter(request: ActorRequest, letter_id: UUID, step: str) -> HttpResponse:
    """I agree, I would like something different, or I don’t need it any more."""
    found = _own_letter(request, letter_id)
    if step not in ANSWERS:
        raise Http404
    form = AnswerLetterForm(request.POST)
    try:
        services.answer(
            actor=request.actor,
            letter_id=found.pk,
            step=step,
            wish=request.POST.get("wish", "")[:1000],
        )
    except WordsMissing as error:
        form.is_valid()
        form.errors.clear()
        form.add_error("wish", str(error))
        return _show_letter(request, found, form)
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Noted."))
    return see_other(request.actor.url("appreciation:letters"))


@require_http_methods(["GET"])
@open_to(Function.COORDINATOR, Function.VOLUNTEER)
def letter_file(request: ActorRequest, letter_id: UUID) -> HttpResponse:
    """The letter as PDF, once both agree."""
    found = or_404(queries.get_letter(request.actor, letter_id))
    if found.state != LetterState.AGREED:
        raise Http404
    log.looked("letter.opened", actor=request.actor, target=found)
    made = letter_pdf(found, organisation=request.organisation.name)
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = 'inline; filename="letter.pdf"'
    return answer


def _written(request: ActorRequest, letter: Letter) -> HttpResponse:
    """The volunteer reads it on their page; with who has none, somebody reads it."""
    if policies.reads_here(letter.person):
        words = _("Sent. The volunteer reads it and agrees, or asks for a change.")
        messages.success(request, words)
        return see_other(request.actor.url("appreciation:overview"))
    messages.success(request, _("Written. Now read it together: is every word right?"))
    return see_other(request.actor.url("appreciation:write_letter", letter_id=letter.pk))


@require_http_methods(["GET", "POST"])
@by_coordinator
def write_letter(request: ActorRequest, letter_id: UUID) -> HttpResponse:
    """Write a letter: what is recorded stands there, the rest is yours."""
    found = or_404(queries.get_letter(request.actor, letter_id))
    log.looked("letter.opened", actor=request.actor, target=found)
    mark_read(actor=request.actor, url=request.path)
    words = found.text or draft(
        record_of(found.person), organisation=request.organisation.name, language=found.language
    )
    form = WriteLetterForm(request.POST or None, initial={"text": words})
    kept = kept_for(request, "letter", found.pk)
    if request.method == "POST" and form.is_valid():
        try:
            services.write(actor=request.actor, letter_id=found.pk, **form.cleaned_data)
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            drafts.forget(request.user.pk, str(kept["draft_key"]))
            return _written(request, found)
    context: dict[str, object] = {
        "letter": found,
        "form": form,
        "can_write": policies.can_write_letter(request.actor, found)
        and any(step.name == "write" for step in LETTER.open_from(found.state)),
        "can_hear": found.state == LetterState.WRITTEN and policies.can_hear(request.actor, found),
        **kept,
    }
    return page(request, "appreciation/write_letter.html", context, refused=bool(form.errors))


@require_http_methods(["GET", "POST"])
@by_volunteer
def year(request: ActorRequest) -> HttpResponse:
    """What does it bring me? This year, and the years before."""
    own_id(request)
    mark_read(actor=request.actor, url=request.path)
    looks = queries.looks_of(request.actor)
    now = next((look for look in looks if look.year == clock.today().year), None)
    initial = {"brings": now.brings, "words": now.words, "is_shared": now.is_shared} if now else {}
    form = YearForm(request.POST if request.method == "POST" else None, initial=initial)
    kept = kept_for(request, "year")
    if request.method == "POST" and form.is_valid():
        years.look_back(actor=request.actor, **form.cleaned_data)
        drafts.forget(request.user.pk, str(kept["draft_key"]))
        messages.success(request, _("Kept. You find it back here next year."))
        return see_other(request.actor.url("appreciation:year"))
    earlier = [look for look in looks if look is not now]
    context: dict[str, object] = {"form": form, "now": now, "earlier": earlier, **kept}
    return page(request, "appreciation/year.html", context, refused=bool(form.errors))
