"""Pages about checks of conduct, for coordinators: what is needed, asked and due; one person; asking, seeing."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from naast.audit import log
from naast.checks.forms.checks import AskForm, OutcomeForm, SeenForm
from naast.checks.models import CheckKind
from naast.checks.queries import checks as queries
from naast.checks.queries.situations import judgement_of
from naast.checks.services import checks as services
from naast.checks.views.doors import by_coordinator, tab_of, volunteer
from naast.core import clock, drafts
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.core.paging import keyset_page
from naast.core.templatetags.ui_actions import Tab
from naast.law import checks as law
from naast.messaging.forms import posted
from naast.organisations.access import ActorRequest
from naast.people.models import Person

TAB_WORDS = {
    queries.TO_ASK: gettext_lazy("To ask"),
    queries.ASKED: gettext_lazy("Asked"),
    queries.TALK: gettext_lazy("To talk about"),
    queries.DUE: gettext_lazy("To look at again"),
}
# A check that holds no longer than three months is listed by its last day.
ORDER = {queries.DUE: ("review_on", "id")}


@require_http_methods(["GET"])
@by_coordinator
def checks(request: ActorRequest) -> HttpResponse:
    """Whom to ask, who was asked, with whom to talk, and what ends. Reading with whom to talk is noted."""
    tab = tab_of(request, queries.TABS)
    today = clock.today()
    if tab == queries.TALK:  # who stands here says what came of it
        log.looked("check.listed", actor=request.actor, target=request.organisation)
    rows = keyset_page(
        queries.listed(request.actor, tab, day=today),
        params=request.GET,
        fields=ORDER.get(tab, ("since_on", "id")),
    )
    base = request.actor.url("checks:checks")
    context: dict[str, object] = {
        "rows": rows,
        "tab": tab,
        "tabs": [
            Tab(str(words), f"{base}?show={code}", code == tab) for code, words in TAB_WORDS.items()
        ],
        "today": today,
    }
    return page(request, "checks/checks.html", context)


@require_http_methods(["GET"])
@by_coordinator
def of_person(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """One person: what the rules say, what was asked and what was seen. Reading it is noted."""
    person = volunteer(request, person_id)
    log.looked("check.looked", actor=request.actor, target=person)
    return _person_page(request, person, OutcomeForm())


def _person_page(
    request: ActorRequest, person: Person, form: OutcomeForm, *, refused: bool = False
) -> HttpResponse:
    shown = queries.page_of(request.actor, request.organisation, person, day=clock.today())
    context: dict[str, object] = {
        "person": person,
        "shown": shown,
        "rule": shown.judgement,
        "form": form,
        "today": clock.today(),
    }
    return page(request, "checks/of_person.html", context, refused=refused)


@require_http_methods(["GET", "POST"])
@by_coordinator
def ask(request: ActorRequest, person_id: UUID, kind: str) -> HttpResponse:
    """Ask for a check, with a letter that says how to get it."""
    person, judgement = _asking(request, person_id, kind)
    key = f"check-{person.pk}-{kind}"
    form = AskForm(
        posted(request),
        needs_reason=_needs_reason(kind, judgement),
        has_address=bool(person.email),
        words=services.usual_words(request.actor, request.organisation, person, kind),
    )
    if request.method == "POST" and form.is_valid():
        try:
            services.ask_check(
                actor=request.actor,
                person_id=person.pk,
                kind=kind,
                reason=form.reason_given,
                words=form.letter_words(),
            )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            drafts.forget(request.user.pk, key)
            messages.success(request, _("Noted that you asked. We keep no paper."))
            return see_other(request.actor.url("checks:of_person", person_id=person.pk))
    context = _context(request, person, kind, judgement)
    context |= {"form": form, "draft_key": key, "saved": _saved(request, key)}
    return page(request, "checks/ask.html", context, refused=bool(form.errors))


def _saved(request: ActorRequest, key: str) -> dict[str, Any]:
    return {} if request.method == "POST" else drafts.kept(request.user.pk, key)


@require_http_methods(["GET", "POST"])
@by_coordinator
def see(request: ActorRequest, person_id: UUID, kind: str) -> HttpResponse:
    """Note that you saw the paper, and what came of it."""
    person, judgement = _asking(request, person_id, kind)
    form = SeenForm(posted(request), kind=kind, needs_reason=_needs_reason(kind, judgement))
    if request.method == "POST" and form.is_valid():
        try:
            services.see_check(actor=request.actor, person_id=person.pk, seen=form.seen())
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Noted. Give the paper back: we keep only this."))
            return see_other(request.actor.url("checks:of_person", person_id=person.pk))
    context = _context(request, person, kind, judgement) | {"form": form}
    return page(request, "checks/see.html", context, refused=bool(form.errors))


def _asking(request: ActorRequest, person_id: UUID, kind: str) -> tuple[Person, law.Judgement]:
    """The person, and what the rules say about this check; a kind that we don't know is a 404."""
    if kind not in CheckKind.values:
        raise Http404
    person = volunteer(request, person_id)
    house, today = request.organisation, clock.today()
    ruled = law.usual_kind(house.country, today) if kind == CheckKind.OTHER else kind
    return person, judgement_of(house, person, today, kind=ruled)


def _needs_reason(kind: str, judgement: law.Judgement) -> bool:
    return kind == CheckKind.OTHER or judgement.needs_reason


def _context(
    request: ActorRequest, person: Person, kind: str, judgement: law.Judgement
) -> dict[str, object]:
    return {
        "person": person,
        "kind": CheckKind(kind).label,
        "rule": judgement,
        "way": law.way_to(kind, request.organisation.country, clock.today()),
    }


@require_http_methods(["POST"])
@by_coordinator
def settle(request: ActorRequest, check_id: UUID) -> HttpResponse:
    """After the talk."""
    record = or_404(queries.get_check(request.actor, check_id))
    form = OutcomeForm(request.POST)
    if form.is_valid():
        try:
            services.settle_check(actor=request.actor, check_id=record.pk, **form.cleaned_data)
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Noted."))
            return see_other(request.actor.url("checks:of_person", person_id=record.person_id))
    return _person_page(request, volunteer(request, record.person_id), form, refused=True)


@require_http_methods(["POST"])
@by_coordinator
def drop(request: ActorRequest, check_id: UUID) -> HttpResponse:
    """It was not needed after all: the row goes."""
    record = or_404(queries.get_check(request.actor, check_id))
    try:
        services.drop_check(actor=request.actor, check_id=record.pk)
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("It no longer stands here."))
    return see_other(request.actor.url("checks:of_person", person_id=record.person_id))
