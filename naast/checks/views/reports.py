"""Pages about reporting, for coordinators: who still reports something, one person, what we filed."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from naast.audit import log
from naast.checks.forms.reports import (
    AnswerForm,
    DoneForm,
    LimitsForm,
    ResidenceForm,
    StatementForm,
)
from naast.checks.models import Report
from naast.checks.queries import reports as queries
from naast.checks.services import reports as services
from naast.checks.views.doors import by_coordinator, tab_of, volunteer
from naast.core import clock
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.core.paging import Page, keyset_page
from naast.core.templatetags.ui_actions import Tab
from naast.law import reporting as law
from naast.messaging.forms import posted
from naast.organisations.access import ActorRequest
from naast.people.api import has_consent
from naast.people.models import Person, VolunteerProfile
from naast.programmes.queries import programmes

TAB_WORDS = {
    queries.TO_DO: gettext_lazy("Still to report"),
    queries.SILENT: gettext_lazy("Waiting for the office"),
    queries.DONE: gettext_lazy("Reported"),
    queries.NOT_ASKED: gettext_lazy("Not asked yet"),
}


@require_http_methods(["GET"])
@by_coordinator
def reports(request: ActorRequest) -> HttpResponse:
    """Who still reports something, who waits for an office, and who is done; never to whom or why. Reading it is noted."""
    tab, today = tab_of(request, queries.TABS), clock.today()
    log.looked("report.listed", actor=request.actor, target=request.organisation)
    rows: Page[Report] | Page[VolunteerProfile] = (
        keyset_page(queries.not_asked(request.actor), params=request.GET, fields=("id",))
        if tab == queries.NOT_ASKED
        else keyset_page(
            queries.listed(request.actor, tab, day=today),
            params=request.GET,
            fields=("silent_on" if tab == queries.SILENT else "answered_on", "id"),
        )
    )
    base = request.actor.url("checks:reports")
    context: dict[str, object] = {
        "rows": rows,
        "tab": tab,
        "tabs": [
            Tab(str(words), f"{base}?show={code}", code == tab) for code, words in TAB_WORDS.items()
        ],
        "has_statements": bool(law.statements(request.organisation.country, today)),
    }
    return page(request, "checks/reports.html", context)


def answer_form(request: ActorRequest, person: Person, data: Any = None) -> AnswerForm:
    """The one question, for this person."""
    report = queries.report_of(request.actor, person.pk)
    return AnswerForm(
        data,
        answers=queries.answers(request.organisation, clock.today()),
        has_agreed=has_consent(person, services.PURPOSE),
        initial={"answer": report.answer if report is not None else ""},
    )


@require_http_methods(["GET", "POST"])
@by_coordinator
def report_of(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """One person: the question, asked in a talk, and the steps. Reading it is noted."""
    person = volunteer(request, person_id)
    if request.method == "GET":
        log.looked("report.looked", actor=request.actor, target=person)
        return _page(request, person)
    form = answer_form(request, person, request.POST)
    return _written(
        request,
        person,
        "form",
        form,
        lambda: services.answer_question(actor=request.actor, person_id=person.pk, **form.given()),
    )


@require_http_methods(["POST"])
@by_coordinator
def report_done(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """It was reported on this day."""
    person, form = volunteer(request, person_id), DoneForm(request.POST)
    return _written(
        request,
        person,
        "done_form",
        form,
        lambda: services.note_done(actor=request.actor, person_id=person.pk, **form.cleaned_data),
    )


@require_http_methods(["POST"])
@by_coordinator
def report_limits(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """Whether the office set limits."""
    person, form = volunteer(request, person_id), LimitsForm(request.POST)
    return _written(
        request,
        person,
        "limits_form",
        form,
        lambda: services.note_limits(actor=request.actor, person_id=person.pk, **form.cleaned_data),
    )


@require_http_methods(["POST"])
@by_coordinator
def residence(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """Whether a legal residence document was shown."""
    person, form = volunteer(request, person_id), ResidenceForm(request.POST)
    return _written(
        request,
        person,
        "residence_form",
        form,
        lambda: services.note_residence(
            actor=request.actor, person_id=person.pk, **form.cleaned_data
        ),
    )


def _written(
    request: ActorRequest, person: Person, name: str, form: forms.Form, write: Callable[[], object]
) -> HttpResponse:
    """Write what a valid form holds; a refusal shows the whole page again, with this form filled in."""
    if form.is_valid():
        try:
            write()
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Noted."))
            return see_other(request.actor.url("checks:report_of", person_id=person.pk))
    return _page(request, person, {name: form})


def _page(
    request: ActorRequest, person: Person, filled: dict[str, forms.Form] | None = None
) -> HttpResponse:
    today = clock.today()
    shown = queries.duties_of(request.actor, request.organisation, person.pk, day=today)
    context: dict[str, object] = {
        "person": person,
        "shown": shown,
        "report": shown.report,
        "has_statements": bool(law.statements(request.organisation.country, today)),
        "form": answer_form(request, person),
        "done_form": DoneForm(),
        "limits_form": LimitsForm(),
        "residence_form": ResidenceForm(),
        **(filled or {}),
    }
    return page(request, "checks/report_of.html", context, refused=bool(filled))


@require_http_methods(["GET"])
@by_coordinator
def statements(request: ActorRequest) -> HttpResponse:
    """What we filed for our volunteers, and until when it is valid."""
    today = clock.today()
    context: dict[str, object] = {
        "kinds": law.statements(request.organisation.country, today),
        "rows": keyset_page(
            queries.statements(request.actor),
            params=request.GET,
            fields=("filed_on", "id"),
            newest_first=True,
        ),
        "today": today,
    }
    return page(request, "checks/statements.html", context)


@require_http_methods(["GET", "POST"])
@by_coordinator
def new_statement(request: ActorRequest) -> HttpResponse:
    """Note what we filed."""
    return _statement(request, None, {"decision": "waiting"})


@require_http_methods(["GET", "POST"])
@by_coordinator
def statement(request: ActorRequest, statement_id: UUID) -> HttpResponse:
    """Change what we noted, or note the answer."""
    shown = or_404(queries.get_statement(request.actor, statement_id))
    initial = {name: getattr(shown, name) for name in ("form", "work", "filed_on", "decision")}
    chosen = list(shown.programmes.values_list("pk", flat=True))
    return _statement(request, shown.pk, {**initial, "programmes": chosen})


def _statement(
    request: ActorRequest, statement_id: UUID | None, initial: dict[str, Any]
) -> HttpResponse:
    kinds = law.statements(request.organisation.country, clock.today())
    form = StatementForm(
        posted(request),
        kinds=kinds,
        programmes=programmes(request.actor),
        initial=initial,
    )
    if request.method == "POST" and form.is_valid():
        try:
            services.keep_statement(
                actor=request.actor, filed=form.filed(), statement_id=statement_id
            )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Noted. Three months before it ends we remind you."))
            return see_other(request.actor.url("checks:statements"))
    context: dict[str, object] = {"form": form, "kinds": kinds}
    return page(request, "checks/statement.html", context, refused=bool(form.errors))
