"""The register of breaches, and what is done about each."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.accountability.forms.breaches import (
    CloseForm,
    FactsForm,
    LetterForm,
    NothingForm,
    NoticeForm,
    ReportForm,
    RiskForm,
    ToldForm,
)
from naast.accountability.models import Breach
from naast.accountability.policies import breaches as policies
from naast.accountability.queries import breaches as queries
from naast.accountability.services import breaches as services
from naast.accountability.states import OPEN_STATES, BreachState
from naast.accountability.texts import LANGUAGES
from naast.accountability.views.doors import by_keeper, by_reader, by_staff
from naast.accountability.views.tabs import tabs_of
from naast.audit import log
from naast.core import clock
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.core.paging import keyset_page
from naast.messaging.forms import posted
from naast.organisations.access import ActorRequest
from naast.organisations.form_pages import FormPage, form_page


@require_http_methods(["GET", "POST"])
@by_staff
def leak(request: ActorRequest) -> HttpResponse:
    """«I think something leaked», in a minute, by anybody on the staff."""
    actor = request.actor
    form = NoticeForm(posted(request))

    def act(sent: NoticeForm) -> str | None:
        made = services.notice(actor=actor, **sent.cleaned_data)
        if policies.can_handle(actor, made):
            return actor.url("accountability:breach", breach_id=made.pk)
        return None

    told = FormPage(
        title=_("I think something leaked"),
        lead=_(
            "Say it at once, also when you are not sure, also when it was you. Nobody is blamed."
        ),
        done=_("Thank you. Coordinators and administrators know it now."),
        back_url=actor.url("desk:me"),
        back_label=_("My page"),
        action=_("Tell it now"),
    )
    return form_page(request, form, act, told)


@require_http_methods(["GET"])
@by_reader
def breaches(request: ActorRequest) -> HttpResponse:
    """The register: what is being handled, or everything that is over."""
    is_open = request.GET.get("show") != "over"
    rows = queries.listed(request.actor, is_open=is_open)
    context = {
        "page": keyset_page(rows, params=request.GET, fields=("id",), newest_first=True),
        "is_open": is_open,
        "tabs": tabs_of(request.actor, "breaches"),
    }
    return page(request, "accountability/breaches.html", context)


def found_or_404(request: ActorRequest, breach_id: UUID) -> Breach:
    """One breach, and that it was opened is written down."""
    found = or_404(queries.get_breach(request.actor, breach_id))
    log.looked("breach.read", actor=request.actor, target=found)
    return found


def open_or_404(request: ActorRequest, breach_id: UUID) -> Breach:
    """The same, while it is being handled."""
    found = found_or_404(request, breach_id)
    return or_404(found if found.state == BreachState.OPEN else None)


@require_http_methods(["GET"])
@by_reader
def breach(request: ActorRequest, breach_id: UUID) -> HttpResponse:
    """One breach: its clock, what is known, what comes next."""
    return show(request, found_or_404(request, breach_id))


def show(request: ActorRequest, found: Breach, *, refusal: str = "") -> HttpResponse:
    """The page, with why something could not be done."""
    context: dict[str, object] = {
        "shown": queries.breach_page(request.actor, found),
        "breach": found,
        "refusal": refusal,
        "languages": LANGUAGES,
    }
    return page(request, "accountability/breach.html", context, refused=bool(refusal))


@require_http_methods(["POST"])
@by_keeper
def take_up(request: ActorRequest, breach_id: UUID) -> HttpResponse:
    """It is a breach: the clock runs."""
    found = found_or_404(request, breach_id)
    try:
        services.take_up(actor=request.actor, breach_id=found.pk)
    except DomainError as error:
        return show(request, found, refusal=str(error))
    messages.success(
        request, _("The clock runs. Write down what you know: it need not be complete.")
    )
    return see_other(request.actor.url("accountability:facts", breach_id=found.pk))


def _step(
    request: ActorRequest,
    found: Breach,
    form: Any,
    act: Callable[[Any], Any],
    **words: Any,
) -> HttpResponse:
    """A form about one breach, that goes back to its page."""

    def done(sent: Any) -> None:
        act(sent)

    told = FormPage(
        back_url=request.actor.url("accountability:breach", breach_id=found.pk),
        back_label=_("The breach"),
        **words,
    )
    return form_page(request, form, done, told)


@require_http_methods(["GET", "POST"])
@by_keeper
def no_breach(request: ActorRequest, breach_id: UUID) -> HttpResponse:
    """Looked at, and nothing leaked."""
    found = found_or_404(request, breach_id)
    or_404(found if found.state in OPEN_STATES else None)
    return _step(
        request,
        found,
        NothingForm(posted(request)),
        lambda sent: services.nothing_leaked(
            actor=request.actor, breach_id=found.pk, words=sent.cleaned_data["lessons"]
        ),
        title=_("Nothing leaked"),
        done=_("Written down. Good that somebody looked."),
        action=_("Nothing leaked"),
    )


@require_http_methods(["GET", "POST"])
@by_keeper
def facts(request: ActorRequest, breach_id: UUID) -> HttpResponse:
    """What happened."""
    found = open_or_404(request, breach_id)
    names = ("aware_at", "happened", "happened_on", "story", "whose", "people_count", "encrypted", "measures")  # fmt: skip
    initial = {name: getattr(found, name) for name in names} | {"which": found.data}
    form = FactsForm(posted(request), initial=initial)
    return _step(
        request,
        found,
        form,
        lambda sent: services.write_facts(
            actor=request.actor, breach_id=found.pk, facts=sent.facts()
        ),
        title=_("What happened"),
        lead=_("What you know now. You can write it again when you know more."),
        key=f"breach-facts:{found.pk}",
        done=_("Written down. Now weigh what it can do to people."),
    )


@require_http_methods(["GET", "POST"])
@by_keeper
def risk(request: ActorRequest, breach_id: UUID) -> HttpResponse:
    """How it weighs."""
    found = open_or_404(request, breach_id)
    initial = {"risk": found.risk, "risk_words": found.risk_words}
    return _step(
        request,
        found,
        RiskForm(posted(request), initial=initial),
        lambda sent: services.weigh(
            actor=request.actor,
            breach_id=found.pk,
            risk=sent.cleaned_data["risk"],
            words=sent.cleaned_data["risk_words"],
        ),
        title=_("Weigh it"),
        lead=_("Two look further than one: do it with a colleague."),
        key=f"breach-risk:{found.pk}",
        done=_("Weighed."),
    )


@require_http_methods(["GET", "POST"])
@by_keeper
def new_report(request: ActorRequest, breach_id: UUID) -> HttpResponse:
    """The authority was told: first, or later on."""
    found = open_or_404(request, breach_id)
    return _step(
        request,
        found,
        ReportForm(posted(request), initial={"sent_at": clock.now()}),
        lambda sent: services.report(actor=request.actor, breach_id=found.pk, told=sent.report()),
        title=_("The authority was told"),
        lead=_("You tell them on their own website; here you write down that you did, and what."),
        key=f"breach-report:{found.pk}",
        done=_("Written down."),
    )


@require_http_methods(["GET", "POST"])
@by_keeper
def letter(request: ActorRequest, breach_id: UUID, language: str) -> HttpResponse:
    """The letter to the people, in one language."""
    found = open_or_404(request, breach_id)
    if language not in LANGUAGES:
        raise Http404
    words = queries.letter_of(request.actor, found, language)
    return _step(
        request,
        found,
        LetterForm(posted(request), initial=words._asdict()),
        lambda sent: services.keep_letter(
            actor=request.actor, breach_id=found.pk, language=language, **sent.cleaned_data
        ),
        title=_("The letter to the people (%(language)s)") % {"language": language},
        lead=_(
            "Make it yours, then send it in the way that reaches them: by post, by mail, by phone."
        ),
        key=f"breach-letter:{found.pk}:{language}",
        done=_("Kept. Send it, and write down when."),
    )


@require_http_methods(["GET", "POST"])
@by_keeper
def people(request: ActorRequest, breach_id: UUID) -> HttpResponse:
    """Whether the people were told."""
    found = open_or_404(request, breach_id)
    names = ("told_at", "told_how", "not_told", "not_told_words")
    return _step(
        request,
        found,
        ToldForm(posted(request), initial={name: getattr(found, name) for name in names}),
        lambda sent: services.answer_people(
            actor=request.actor, breach_id=found.pk, told=sent.told()
        ),
        title=_("Telling the people"),
        key=f"breach-people:{found.pk}",
        done=_("Written down."),
    )


@require_http_methods(["GET", "POST"])
@by_keeper
def close(request: ActorRequest, breach_id: UUID) -> HttpResponse:
    """Handled, with what was learned."""
    found = open_or_404(request, breach_id)
    return _step(
        request,
        found,
        CloseForm(posted(request)),
        lambda sent: services.close(
            actor=request.actor, breach_id=found.pk, lessons=sent.cleaned_data["lessons"]
        ),
        title=_("Handled"),
        key=f"breach-close:{found.pk}",
        done=_("Closed. It stays in the register."),
        action=_("Close it"),
    )
