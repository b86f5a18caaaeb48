"""A volunteer’s own page: what to report, whether it is done, and which paper was asked."""

from datetime import date
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.checks.forms.reports import DoneForm
from naast.checks.models import CheckKind, CheckRecord
from naast.checks.queries import checks as check_queries
from naast.checks.queries import reports as queries
from naast.checks.services import reports as services
from naast.checks.views.doors import by_volunteer
from naast.checks.views.reports import answer_form
from naast.core import clock
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.law import checks as law_checks
from naast.organisations.access import ActorRequest
from naast.people.api import get_person
from naast.people.models import Person


@require_http_methods(["GET", "POST"])
@by_volunteer
def my_reporting(request: ActorRequest) -> HttpResponse:
    """My checks in plain words, the one question, and the steps that go with the answer."""
    person = _myself(request)
    form = answer_form(request, person, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            services.answer_question(actor=request.actor, person_id=person.pk, **form.given())
        except DomainError as error:
            form.add_error("agrees" if "agrees" in form.fields else None, str(error))
        else:
            messages.success(request, _("Thank you. Here is what to do, if anything."))
            return see_other(request.actor.url("checks:my_reporting"))
    return _page(request, person, form, DoneForm(), refused=bool(form.errors))


@require_http_methods(["POST"])
@by_volunteer
def my_report_done(request: ActorRequest) -> HttpResponse:
    """I reported it on this day."""
    person, form = _myself(request), DoneForm(request.POST)
    if form.is_valid():
        try:
            services.note_done(actor=request.actor, person_id=person.pk, **form.cleaned_data)
        except DomainError as error:
            form.add_error("done_on", str(error))
        else:
            messages.success(request, _("Well done. We noted the day and nothing else."))
            return see_other(request.actor.url("checks:my_reporting"))
    return _page(request, person, answer_form(request, person), form, refused=True)


def _myself(request: ActorRequest) -> Person:
    """The person who is signed in; who has none here finds nothing."""
    person_id: UUID = or_404(request.actor.person_id)
    return get_person(request.actor, person_id)


def _checks(
    request: ActorRequest, person: Person, today: date
) -> list[tuple[CheckKind, CheckRecord | None]]:
    """What was asked and seen; where that is nothing, what will be asked."""
    records = check_queries.of_person(request.actor, person.pk)
    if records:
        return [(CheckKind(record.kind), record) for record in records]
    kinds = check_queries.still_to_come(request.organisation, person, day=today)
    return [(kind, None) for kind in kinds]


def _page(
    request: ActorRequest,
    person: Person,
    form: forms.Form,
    done_form: forms.Form,
    *,
    refused: bool = False,
) -> HttpResponse:
    house, today = request.organisation, clock.today()
    shown = queries.duties_of(request.actor, house, person.pk, day=today)
    context: dict[str, object] = {
        "person": person,
        "shown": shown,
        "report": shown.report,
        "form": form,
        "done_form": done_form,
        "records": [
            (kind, record, law_checks.way_to(kind, house.country, today))
            for kind, record in _checks(request, person, today)
        ],
        "agreed": services.PURPOSE if "agrees" not in form.fields else "",
    }
    return page(request, "checks/my_reporting.html", context, refused=refused)
