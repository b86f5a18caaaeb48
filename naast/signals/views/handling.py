"""Handling a signal: the list, the page, and each step of it."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.core import clock
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.core.paging import keyset_page
from naast.core.text import Text
from naast.messaging.forms import posted
from naast.messaging.services import mark_read
from naast.organisations.access import ActorRequest
from naast.organisations.form_pages import FormPage
from naast.organisations.models import Function
from naast.organisations.queries import colleagues
from naast.signals.forms.handling import (
    AdviceForm,
    AnswerForm,
    DecisionForm,
    HandOverForm,
    LevelForm,
    MeasureForm,
)
from naast.signals.models import Measure, Signal
from naast.signals.panels import panels_for
from naast.signals.policies.agenda import THE_TEAM
from naast.signals.policies.reading import can_open_overview, house_of
from naast.signals.queries import handling as queries
from naast.signals.services import deciding, handling
from naast.signals.states_handling import AFTER_TALK_NEXT, AfterTalk
from naast.signals.views.handling_doors import by_staff, form_page, reading_or_404

SHOWN = ("open", "mine", "closed")


@require_http_methods(["GET"])
@by_staff
def overview(request: ActorRequest) -> HttpResponse:
    """What waits, the most urgent first; what I took up; what is closed. Kind and day, and nobody’s name."""
    house = house_of(request.actor.organisation_id)
    or_404(can_open_overview(request.actor, house) or None)
    asked = request.GET.get("show", SHOWN[0])
    show = asked if asked in SHOWN else SHOWN[0]
    rows = queries.listed(request.actor, house, show=show)
    mark_read(actor=request.actor, url=request.path)
    context: dict[str, object] = {
        "page": keyset_page(rows, params=request.GET, fields=("haste", "id")),
        "show": show,
        "now": clock.now(),
        "no_contact": not house.contacts,
        "may_read_agenda": request.actor.has(*THE_TEAM),
        "may_name_contacts": request.actor.is_coordinator
        or request.actor.has(Function.ADMINISTRATOR),
    }
    return page(request, "signals/overview.html", context)


@require_http_methods(["GET"])
@by_staff
def signal(request: ActorRequest, signal_id: UUID) -> HttpResponse:
    """One signal: what was told, and where its handling stands."""
    mark_read(actor=request.actor, url=request.path)
    return show(request, reading_or_404(request, signal_id))


def show(request: ActorRequest, found: Signal, *, refusal: str = "") -> HttpResponse:
    """The page, with why something could not be done."""
    house = house_of(request.actor.organisation_id)
    shown = queries.signal_page(request.actor, found, house)
    context: dict[str, object] = {
        "shown": shown,
        "signal": found,
        "refusal": refusal,
        "is_mine": found.handler_id == request.actor.membership_id,
        "next_after_talk": _after_talk(shown),
        "panels": panels_for("handler", request.actor, found),
    }
    return page(request, "signals/signal.html", context, refused=bool(refusal))


def _after_talk(shown: queries.SignalPage) -> Text:
    code = shown.decision.after_talk if shown.decision is not None else ""
    return AFTER_TALK_NEXT[AfterTalk(code)] if code else ""


def do(
    request: ActorRequest, signal_id: UUID, act: Callable[[Signal], object], said: Text
) -> HttpResponse:
    """A button without a form: done and back, or the whole page with why not."""
    found = reading_or_404(request, signal_id)
    try:
        act(found)
    except DomainError as error:
        return show(request, found, refusal=str(error))
    messages.success(request, str(said))
    return see_other(request.actor.url("signals:signal", signal_id=signal_id))


@require_http_methods(["POST"])
@by_staff
def take_up(request: ActorRequest, signal_id: UUID) -> HttpResponse:
    """I look after it from now on."""

    def act(found: Signal) -> None:
        handling.take_up(actor=request.actor, signal_id=found.pk)

    return do(request, signal_id, act, _("You look after it. Who told it hears that it is read."))


@require_http_methods(["POST"])
@by_staff
def pass_on(request: ActorRequest, signal_id: UUID) -> HttpResponse:
    """This is for the contact person alone."""
    found = reading_or_404(request, signal_id)
    try:
        handling.pass_to_contact_person(actor=request.actor, signal_id=found.pk)
    except DomainError as error:
        return show(request, found, refusal=str(error))
    messages.success(request, _("Passed on. Only the contact person reads it now."))
    return see_other(request.actor.url("signals:overview"))


@require_http_methods(["GET", "POST"])
@by_staff
def hand_over(request: ActorRequest, signal_id: UUID) -> HttpResponse:
    """A colleague who reads it too looks after it."""
    found = reading_or_404(request, signal_id)
    readers = queries.signal_page(request.actor, found, house_of(request.actor.organisation_id))
    form = HandOverForm(posted(request), others=readers.others)

    def act(sent: HandOverForm) -> None:
        to = sent.cleaned_data["to"]
        handling.hand_over(actor=request.actor, signal_id=found.pk, to_id=to.pk)

    told = FormPage(
        title=_("Somebody else looks after it"),
        lead=_("Only who reads this signal stands in the list."),
        key="signal-hand-over",
        done=_("Handed over. Your colleague hears that there is something."),
        action=_("Hand over"),
    )
    return form_page(request, found, form, act, told)


@require_http_methods(["GET", "POST"])
@by_staff
def level(request: ActorRequest, signal_id: UUID) -> HttpResponse:
    """How soon it asks for somebody."""
    found = reading_or_404(request, signal_id)
    form = LevelForm(posted(request), initial={"level": found.level})

    def act(sent: LevelForm) -> None:
        handling.set_level(actor=request.actor, signal_id=found.pk, **sent.cleaned_data)

    told = FormPage(title=_("How soon?"), key="signal-level", done=_("Changed, with your reason."))
    return form_page(request, found, form, act, told)


@require_http_methods(["GET", "POST"])
@by_staff
def measure(request: ActorRequest, signal_id: UUID) -> HttpResponse:
    """What is done at once."""
    found = reading_or_404(request, signal_id)
    form = MeasureForm(posted(request))

    def act(sent: MeasureForm) -> None:
        handling.note_measure(actor=request.actor, signal_id=found.pk, **sent.cleaned_data)

    told = FormPage(
        title=_("What is done at once?"),
        lead=_("A first step that makes it safe, and before which day."),
        key="signal-measure",
        done=_("Written down."),
    )
    return form_page(request, found, form, act, told)


@require_http_methods(["POST"])
@by_staff
def finish_measure(request: ActorRequest, signal_id: UUID, measure_id: UUID) -> HttpResponse:
    """It is done."""

    def act(found: Signal) -> None:
        try:
            handling.finish_measure(actor=request.actor, signal_id=found.pk, measure_id=measure_id)
        except Measure.DoesNotExist:
            or_404(None)

    return do(request, signal_id, act, _("Done. Good."))


@require_http_methods(["GET", "POST"])
@by_staff
def advice(request: ActorRequest, signal_id: UUID) -> HttpResponse:
    """Advice that was asked."""
    found = reading_or_404(request, signal_id)
    form = AdviceForm(posted(request), country=request.organisation.country)

    def act(sent: AdviceForm) -> None:
        deciding.note_advice(actor=request.actor, signal_id=found.pk, given=sent.given())

    told = FormPage(
        title=_("Advice you asked"),
        lead=_("Nobody weighs this alone. Elsewhere you can ask without names."),
        key="signal-advice",
        done=_("Written down."),
    )
    return form_page(request, found, form, act, told)


@require_http_methods(["GET", "POST"])
@by_staff
def decision(request: ActorRequest, signal_id: UUID) -> HttpResponse:
    """What is decided, and what was weighed."""
    found = reading_or_404(request, signal_id)
    before = getattr(found, "decision", None)
    form = DecisionForm(
        posted(request),
        signal=found,
        coordinators=colleagues(request.actor, Function.COORDINATOR),
        initial={name: getattr(before, name, None) for name in DecisionForm.KEPT},
    )

    def act(sent: DecisionForm) -> None:
        deciding.decide(actor=request.actor, signal_id=found.pk, given=sent.given())

    told = FormPage(
        title=_("Decide"),
        lead=_("You decide, with the advice you asked. Who told it never has to."),
        key="signal-decision",
        done=_("Decided. Now tell who told it."),
        action=_("Decide"),
        template="signals/decision_form.html",
    )
    return form_page(request, found, form, act, told)


@require_http_methods(["GET", "POST"])
@by_staff
def answer(request: ActorRequest, signal_id: UUID) -> HttpResponse:
    """The answer to who told it."""
    found = reading_or_404(request, signal_id)
    initial = {"words": found.answer, "way": found.answer_way or None}
    form = AnswerForm(posted(request), initial={k: v for k, v in initial.items() if v})

    def act(sent: AnswerForm) -> None:
        deciding.answer(actor=request.actor, signal_id=found.pk, **sent.cleaned_data)

    told = FormPage(
        title=_("Answer who told it"),
        lead=_("Without an answer nobody tells a second time."),
        key="signal-answer",
        done=_("Answered. They can read it on their own page."),
        action=_("Keep the answer"),
    )
    return form_page(request, found, form, act, told)


@require_http_methods(["POST"])
@by_staff
def close(request: ActorRequest, signal_id: UUID) -> HttpResponse:
    """Decided and answered: it is closed."""

    def act(found: Signal) -> None:
        deciding.close(actor=request.actor, signal_id=found.pk)

    return do(request, signal_id, act, _("Closed. Thank you."))
