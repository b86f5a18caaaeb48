"""Pages of wishes: the list, one wish, writing it down and changing it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.audit import log
from naast.companionship.forms.request_steps import (
    FilterForm,
    FindForm,
    NewOwnWishForm,
    OwnWishForm,
)
from naast.companionship.forms.requests import (
    NewRequestForm,
    WishesForm,
    initial_home,
    initial_of,
)
from naast.companionship.models import Request
from naast.companionship.policies import requests as policies
from naast.companionship.queries import request_pages as pages
from naast.companionship.queries import requests as queries
from naast.companionship.services import requests as services
from naast.companionship.wishes import Particulars
from naast.core import clock, drafts
from naast.core.errors import DomainError
from naast.core.http import page, see_other
from naast.core.paging import keyset_page
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function
from naast.people import terms

WRITERS = (Function.COORDINATOR, Function.PROFESSIONAL, Function.PARTICIPANT)


def wish_or_404(request: ActorRequest, request_id: UUID) -> Request:
    """The wish of this page, when the actor may know that it exists."""
    found = queries.get_request(request.actor, request_id)
    if found is None:
        raise Http404
    return found


@require_http_methods(["GET"])
@open_to(*WRITERS)
def requests(request: ActorRequest) -> HttpResponse:
    """The wishes the actor may see, who waits longest first; staff first see those that are open."""
    is_staff = request.actor.has(Function.COORDINATOR, Function.PROFESSIONAL)
    first = "" if is_staff else "all"
    form = FilterForm(
        request.GET or None,
        initial={"status": first},
        programmes=queries.programmes_with_requests(request.actor),
    )
    chosen = form.cleaned_data if form.is_valid() else {"status": first}
    rows = queries.listed_requests(
        request.actor,
        status=chosen.get("status") or "open",
        programme_id=chosen.get("programme", ""),
    )
    found = keyset_page(rows, params=request.GET, fields=("asked_on", "id"))
    context = {
        "form": form,
        "page": found,
        "lines": [pages.line_of(row, today=clock.today()) for row in found.rows],
        "is_filtered": not found.rows and queries.listed_requests(request.actor).exists(),
        "is_staff": is_staff,
    }
    return page(request, "companionship/requests.html", context)


@require_http_methods(["GET"])
@open_to(*WRITERS)
def request_page(request: ActorRequest, request_id: UUID) -> HttpResponse:
    """One wish: the words first, the next step always visible. Staff who open it are logged."""
    wish = wish_or_404(request, request_id)
    if policies.is_own(request.actor, wish):
        context = pages.own_page(request.actor, wish)
        return page(request, "companionship/request_own.html", context)
    log.looked("request.read", actor=request.actor, target=wish.participant)
    context = pages.staff_page(request.actor, wish)
    return page(request, "companionship/request.html", context)


@require_http_methods(["GET", "POST"])
@open_to(*WRITERS)
def new_request(request: ActorRequest) -> HttpResponse:
    """A new wish: a participant's own on the phone, or written down by staff for one participant."""
    if not request.actor.has(Function.COORDINATOR, Function.PROFESSIONAL):
        return _new_own_request(request)
    asked_for = request.GET.get("participant", "")
    try:
        profile = queries.get_participant(request.actor, UUID(asked_for)) if asked_for else None
    except ValueError as error:
        raise Http404 from error
    if asked_for and profile is None:
        raise Http404
    if profile is None:
        return _find_participant(request)
    key = f"request:new:{profile.person_id}"
    form = NewRequestForm(
        request.POST or None,
        initial={"asked_on": clock.today(), **initial_home(profile)},
        programmes=queries.active_programmes(request.actor),
        topics=pages.topics_offered(request.actor),
    )
    if request.method == "POST" and form.is_valid():
        try:
            wish = services.ask(actor=request.actor, new=form.new_request(profile))
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            drafts.forget(request.user.pk, key)
            messages.success(request, _("The wish is written down."))
            return see_other(request.actor.url("companionship:request", request_id=wish.pk))
    context = {
        "form": form,
        "person": profile.person,
        "draft_key": key,
        "saved": _saved(request, key),
        "is_new": True,
    }
    return page(request, "companionship/request_form.html", context, refused=bool(form.errors))


def _saved(request: ActorRequest, key: str) -> dict[str, object]:
    return {} if request.method == "POST" else drafts.kept(request.user.pk, key)


def _find_participant(request: ActorRequest) -> HttpResponse:
    form = FindForm(request.GET or None)
    text = form.cleaned_data["q"] if form.is_valid() else ""
    context = {
        "form": form,
        "found": pages.found_participants(request.actor, text),
        "has_asked": bool(text),
    }
    return page(request, "companionship/request_for_whom.html", context)


def _new_own_request(request: ActorRequest) -> HttpResponse:
    key = "request:new"
    person_id = request.actor.person_id
    if person_id is None or queries.get_participant(request.actor, person_id) is None:
        raise Http404
    form = NewOwnWishForm(request.POST or None, programmes=queries.active_programmes(request.actor))
    if request.method == "POST" and form.is_valid():
        try:
            wish = services.ask(actor=request.actor, new=form.new_request(person_id))
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            drafts.forget(request.user.pk, key)
            messages.success(request, _("Thank you. We read it together with you."))
            return see_other(request.actor.url("companionship:request", request_id=wish.pk))
    context = {"form": form, "draft_key": key, "saved": _saved(request, key), "is_new": True}
    return page(request, "companionship/request_own_form.html", context, refused=bool(form.errors))


@require_http_methods(["GET", "POST"])
@open_to(*WRITERS)
def change_request(request: ActorRequest, request_id: UUID) -> HttpResponse:
    """Change a wish. A participant changes their words and times; staff everything."""
    wish = wish_or_404(request, request_id)
    if policies.is_own(request.actor, wish):
        return _change_own(request, wish)
    key = f"request:{wish.pk}"
    form = WishesForm(
        request.POST or None,
        initial=initial_of(wish, [each.topic_id for each in queries.topics_of(wish)]),
        topics=pages.topics_offered(request.actor),
        tasks=pages.tasks_offered(wish),
    )
    if request.method == "POST" and form.is_valid():
        response = _changed(request, wish, form, form.particulars(), key)
        if response is not None:
            return response
    context = {
        "form": form,
        "person": wish.participant,
        "wish": wish,
        "draft_key": key,
        "saved": _saved(request, key),
        "is_new": False,
    }
    return page(request, "companionship/request_form.html", context, refused=bool(form.errors))


def _change_own(request: ActorRequest, wish: Request) -> HttpResponse:
    key = f"request:{wish.pk}"
    initial = {
        "own_words": wish.own_words,
        "pace": wish.pace,
        "weekly": terms.parts_of(wish.weekly),
    }
    form = OwnWishForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        wishes = pages.with_own_words(
            wish,
            own_words=form.cleaned_data["own_words"],
            pace=form.cleaned_data["pace"],
            weekly=terms.mask_of(form.cleaned_data["weekly"]) or None,
        )
        response = _changed(request, wish, form, Particulars(wishes=wishes), key)
        if response is not None:
            return response
    context = {
        "form": form,
        "wish": wish,
        "draft_key": key,
        "saved": _saved(request, key),
        "is_new": False,
    }
    return page(request, "companionship/request_own_form.html", context, refused=bool(form.errors))


def _changed(
    request: ActorRequest,
    wish: Request,
    form: WishesForm | OwnWishForm,
    particulars: Particulars,
    key: str,
) -> HttpResponse | None:
    """The answer after a change, or None when the form shows why not."""
    try:
        services.change(actor=request.actor, request_id=wish.pk, particulars=particulars)
    except DomainError as error:
        form.add_error(None, str(error))
        return None
    drafts.forget(request.user.pk, key)
    messages.success(request, _("The wish is changed."))
    return see_other(request.actor.url("companionship:request", request_id=wish.pk))
