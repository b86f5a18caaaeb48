"""The self-check: answering, what can be done at once, reading what was said, writing it down, the paper."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.audit import log
from naast.capacity.forms.checks import CheckForm, OwnDeskForm, ToldForm
from naast.capacity.models import SelfCheck
from naast.capacity.queries import one as queries
from naast.capacity.queries.said import lines_of
from naast.capacity.services import checks as services
from naast.capacity.views.doors import by_coach, by_coordinator, by_volunteer, draft_key, kept_for
from naast.core import drafts
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.messaging.services import mark_read
from naast.organisations.access import ActorRequest


@require_http_methods(["GET", "POST"])
@by_volunteer
def check(request: ActorRequest) -> HttpResponse:
    """How are you? A minute, whenever one likes."""
    mark_read(actor=request.actor, url=request.path)
    form = CheckForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            said = services.answer_check(actor=request.actor, answer=form.answer())
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            drafts.forget(request.user.pk, draft_key(request, "check", "mine"))
            return see_other(request.actor.url("capacity:after", self_check_id=said.pk))
    context = {"form": form, **kept_for(request, "check", "mine")}
    return page(request, "capacity/check.html", context, refused=bool(form.errors))


@require_http_methods(["GET"])
@by_volunteer
def after(request: ActorRequest, self_check_id: UUID) -> HttpResponse:
    """What I said, and what I can do at once at either end."""
    said = or_404(queries.get_own_check(request.actor, self_check_id))
    context: dict[str, object] = {"check": said, "lines": lines_of(said)}
    return page(request, "capacity/after.html", context)


@require_http_methods(["GET", "POST"])
@by_coordinator
def my_own_check(request: ActorRequest) -> HttpResponse:
    """The same for who coordinates: for themselves alone."""
    mark_read(actor=request.actor, url=request.path)
    form = OwnDeskForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        hat = SelfCheck.Hat.COORDINATOR
        try:
            services.answer_check(actor=request.actor, answer=form.answer(), hat=hat)
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Kept for you alone. Good that you took a minute."))
            return see_other(request.actor.url("capacity:my_desk"))
    context: dict[str, object] = {"form": form}
    return page(request, "capacity/my_own_check.html", context, refused=bool(form.errors))


@require_http_methods(["GET"])
@by_coach
def said(request: ActorRequest, self_check_id: UUID) -> HttpResponse:
    """What a volunteer said, for whom they chose; they can see who read it."""
    shown = or_404(queries.get_check(request.actor, self_check_id))
    log.looked("load.check-read", actor=request.actor, target=shown.person)
    context: dict[str, object] = {"check": shown, "lines": lines_of(shown)}
    return page(request, "capacity/said.html", context)


@require_http_methods(["GET", "POST"])
@by_coordinator
def write_down(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """What a volunteer said by phone or on paper."""
    person = or_404(queries.get_volunteer(request.actor, person_id))
    form = ToldForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            services.write_down(
                actor=request.actor,
                person_id=person.pk,
                answer=form.answer(),
                way=form.cleaned_data["way"],
            )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            drafts.forget(request.user.pk, draft_key(request, "told", person.pk))
            messages.success(request, _("Written down, as they said it."))
            return see_other(request.actor.url("capacity:overview"))
    context = {"form": form, "person": person, **kept_for(request, "told", person.pk)}
    return page(request, "capacity/write_down.html", context, refused=bool(form.errors))


@require_http_methods(["GET"])
@by_coordinator
def paper(request: ActorRequest) -> HttpResponse:
    """The self-check as a sheet, for who is not online."""
    return page(request, "capacity/paper.html", {"form": CheckForm()})
