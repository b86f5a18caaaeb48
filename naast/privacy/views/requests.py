"""What people asked about their data: the list of staff, and one question with everything that is done with it."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from naast.core import clock
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.core.paging import keyset_page
from naast.messaging.forms import posted
from naast.organisations.access import ActorRequest
from naast.organisations.form_pages import FormPage, form_page
from naast.people.api import search_people, visible_to
from naast.people.models import Person
from naast.privacy.errors import InTheWay
from naast.privacy.forms.rights import (
    AnswerForm,
    EraseForm,
    IdentityForm,
    MoreTimeForm,
    RequestForm,
)
from naast.privacy.models import RightsRequest
from naast.privacy.policies import rights as policies
from naast.privacy.queries import erasing as dry_runs
from naast.privacy.queries import rights as queries
from naast.privacy.queries.somebody import somebody
from naast.privacy.services import erasing, exporting
from naast.privacy.services import rights as services
from naast.privacy.states import RequestKind, RequestState
from naast.privacy.views.doors import by_coordinator


def _found(request: ActorRequest, request_id: UUID) -> RightsRequest:
    return or_404(queries.get_request(request.actor, request_id))


def _concerns(found: RightsRequest) -> Person:
    """Who asks, when we have something about them and they were not erased."""
    person = found.person if found.person and found.person.erased_on is None else None
    return or_404(person)


def _url(request: ActorRequest, found: RightsRequest) -> str:
    return request.actor.url("privacy:request", request_id=found.pk)


@require_safe
@by_coordinator
def requests(request: ActorRequest) -> HttpResponse:
    """The questions that wait, or those that were answered."""
    is_open = request.GET.get("state") != "answered"
    rows = queries.requests(request.actor, is_open=is_open)
    fields = ("due_on", "id") if is_open else ("id",)
    context: dict[str, object] = {
        "page": keyset_page(rows, params=request.GET, fields=fields, newest_first=not is_open),
        "is_open": is_open,
        "today": clock.today(),
    }
    return page(request, "privacy/requests.html", context)


@require_safe
@by_coordinator
def choose_person(request: ActorRequest) -> HttpResponse:
    """Who asks? Somebody we know, or somebody of whom we find nothing."""
    text = request.GET.get("q", "")
    found = search_people(request.actor, text) if text else []
    return page(request, "privacy/choose_person.html", {"text": text, "found": found})


@require_http_methods(["GET", "POST"])
@by_coordinator
def new_request_of(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """Write down what somebody asked."""
    person = or_404(visible_to(request.actor).filter(pk=person_id).first())
    return _new(request, person)


@require_http_methods(["GET", "POST"])
@by_coordinator
def new_request(request: ActorRequest) -> HttpResponse:
    """Write down what somebody asked of whom we find nothing here."""
    return _new(request, None)


def _new(request: ActorRequest, person: Person | None) -> HttpResponse:
    form = RequestForm(posted(request), is_known=person is not None)

    def act(sent: RequestForm) -> str:
        new = sent.new(person.pk if person else None)
        return _url(request, services.ask(actor=request.actor, new=new))

    told = FormPage(
        title=_("Somebody asks something about their data"),
        lead=person.name if person else _("Somebody of whom we find nothing here"),
        done=_("Written down. You have a month to answer."),
        back_url=request.actor.url("privacy:choose_person"),
        back_label=_("Who asks?"),
    )
    return form_page(request, form, act, told)


@require_safe
@by_coordinator
def request_page(request: ActorRequest, request_id: UUID) -> HttpResponse:
    """One question: what was asked, by when, and the next step."""
    return _page(request, _found(request, request_id))


def _page(
    request: ActorRequest,
    found: RightsRequest,
    *,
    refused: forms.Form | None = None,
) -> HttpResponse:
    """The page, with the form that was refused as it was typed."""
    is_identity, is_time = isinstance(refused, IdentityForm), isinstance(refused, MoreTimeForm)
    person = found.person if found.person and found.person.erased_on is None else None
    context: dict[str, object] = {
        "found": found,
        "person": person,
        "may_answer": policies.can_answer(request.actor, found),
        "is_late": services.is_late(found, day=clock.today()),
        "may_ask_time": found.is_open and not found.extended_on and clock.today() <= found.due_on,
        "identity_form": refused if is_identity else IdentityForm(),
        "time_form": refused if is_time else MoreTimeForm(),
        "time_is_open": is_time,
        "is_known": found.state == RequestState.KNOWN,
        "is_copy": found.kind in (RequestKind.ACCESS, RequestKind.PORTABILITY, RequestKind.ERASURE),
        "erasure": queries.erasure_of(request.actor, found),
    }
    return page(request, "privacy/request.html", context, refused=refused is not None)


@require_POST
@by_coordinator
def know_who(request: ActorRequest, request_id: UUID) -> HttpResponse:
    """It is really them."""
    found = _found(request, request_id)
    form = IdentityForm(request.POST)
    if form.is_valid():
        try:
            services.know_who(actor=request.actor, request_id=found.pk, **form.cleaned_data)
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            return see_other(_url(request, found))
    return _page(request, found, refused=form)


@require_POST
@by_coordinator
def more_time(request: ActorRequest, request_id: UUID) -> HttpResponse:
    """It takes longer, and the person hears why."""
    found = _found(request, request_id)
    form = MoreTimeForm(request.POST)
    if form.is_valid():
        try:
            services.ask_more_time(actor=request.actor, request_id=found.pk, **form.cleaned_data)
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("You have two months more. The person reads why."))
            return see_other(_url(request, found))
    return _page(request, found, refused=form)


@require_http_methods(["GET", "POST"])
@by_coordinator
def answer(request: ActorRequest, request_id: UUID) -> HttpResponse:
    """Answer the person."""
    found = _found(request, request_id)
    form = AnswerForm(posted(request), is_correction=found.kind == RequestKind.RECTIFICATION)

    def act(sent: AnswerForm) -> None:
        services.answer(actor=request.actor, request_id=found.pk, given=sent.given())

    told = FormPage(
        title=_("Answer"),
        lead=found.get_kind_display(),
        done=_("Answered."),
        action=_("Send the answer"),
        back_url=_url(request, found),
        back_label=_("The question"),
    )
    return form_page(request, form, act, told)


@require_POST
@by_coordinator
def take_back(request: ActorRequest, request_id: UUID) -> HttpResponse:
    """The person changed their mind."""
    found = _found(request, request_id)
    try:
        services.take_back(actor=request.actor, request_id=found.pk)
    except DomainError as error:
        messages.error(request, str(error))
    return see_other(_url(request, found))


@require_POST
@by_coordinator
def restrict(request: ActorRequest, request_id: UUID) -> HttpResponse:
    """Keep the data and don't use them for now, or use them again."""
    found = _found(request, request_id)
    person = _concerns(found)
    try:
        services.set_restricted(
            actor=request.actor, person_id=person.pk, on=request.POST.get("on") == "yes"
        )
    except DomainError as error:
        messages.error(request, str(error))
    return see_other(_url(request, found))


@require_safe
@by_coordinator
def copy_for(request: ActorRequest, request_id: UUID) -> HttpResponseBase:
    """A copy of everything for who asked, once we know that it is really them."""
    found = _found(request, request_id)
    person = _concerns(found)
    or_404(person if policies.can_hand_out(request.actor, person) else None)
    if found.state != RequestState.KNOWN:
        return see_other(_url(request, found))
    copy = exporting.hand_out(actor=request.actor, person=person)
    return FileResponse(copy, as_attachment=True, filename="naast.zip")


@require_http_methods(["GET", "POST"])
@by_coordinator
def erase(request: ActorRequest, request_id: UUID) -> HttpResponse:
    """What would go, what stays and why; then a human confirms."""
    found = _found(request, request_id)
    if request.method == "POST" and queries.erasure_of(request.actor, found) is not None:
        # Tapped twice: it is done.
        return see_other(_url(request, found))
    person = _concerns(found)
    form = EraseForm(posted(request))
    if form.is_valid():
        try:
            erasure = erasing.erase_for(actor=request.actor, request_id=found.pk)
        except InTheWay:
            form.add_error(None, _("Nothing was erased: something comes first."))
        except DomainError as error:
            if queries.erasure_of(request.actor, found) is not None:
                # Two taps at once: the other one did it.
                return see_other(_url(request, found))
            form.add_error(None, str(error))
        else:
            rows = dry_runs.rows_told(erasure)
            messages.success(request, _("Erased: %(rows)s rows.") % {"rows": rows})
            return see_other(_url(request, found))
    who = somebody(person)
    context: dict[str, object] = {
        "found": found,
        "person": person,
        "form": form,
        "dry_run": dry_runs.dry_run(who),
        "first": dry_runs.in_the_way(request.actor, person, who),
    }
    return page(request, "privacy/erase.html", context, refused=bool(form.errors))
