"""The coordinator's pages: whom to ask, who asked for a call, the terms, and their own desk."""

from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.audit import log
from naast.capacity.forms.limits import TermsForm, terms_now
from naast.capacity.forms.stepping_back import TalkForm, ToldBackForm
from naast.capacity.queries import one as queries
from naast.capacity.queries.coordinating import own_desk, terms_of
from naast.capacity.queries.overview import ASK, PARTS, overview
from naast.capacity.services import asking as asking_services
from naast.capacity.services import limits as limit_services
from naast.capacity.services import stepping_back as services
from naast.capacity.views.doors import by_coordinator, draft_key, kept_for
from naast.capacity.wording import PART_NAMES
from naast.core import clock, drafts
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.core.paging import keyset_page
from naast.core.templatetags.ui_actions import Tab
from naast.messaging.services import mark_read
from naast.organisations.access import ActorRequest


@require_http_methods(["GET"])
@by_coordinator
def load(request: ActorRequest) -> HttpResponse:
    """Whom to ask how it goes and why; who waits for a call; everybody, in words."""
    shown = overview(
        request.actor,
        part=request.GET.get("show", ASK),
        page_of=partial(keyset_page, params=request.GET),
        today=clock.today(),
    )
    tabs = [Tab(str(PART_NAMES[part]), f"?show={part}", part == shown.part) for part in PARTS]
    return page(request, "capacity/overview.html", {"shown": shown, "tabs": tabs})


@require_http_methods(["GET", "POST"])
@by_coordinator
def asking(request: ActorRequest, worth_asking_id: UUID) -> HttpResponse:
    """Why somebody is worth asking, and what came out of the talk."""
    shown = or_404(queries.get_asking(request.actor, worth_asking_id))
    form = TalkForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            asking_services.note_talk(
                actor=request.actor, worth_asking_id=shown.pk, talk=form.talk()
            )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            drafts.forget(request.user.pk, draft_key(request, "asking", shown.pk))
            messages.success(request, _("Noted. The volunteer can read what you agreed."))
            return see_other(request.actor.url("capacity:overview"))
    elif request.method == "GET":
        log.looked("load.asking-read", actor=request.actor, target=shown.person)
    context = {"asking": shown, "form": form, **kept_for(request, "asking", shown.pk)}
    return page(request, "capacity/asking.html", context, refused=bool(form.errors))


@require_http_methods(["GET", "POST"])
@by_coordinator
def step_back(request: ActorRequest, step_back_id: UUID) -> HttpResponse:
    """What a volunteer asked, their matches, and the talk."""
    mark_read(actor=request.actor, url=request.path)
    shown = or_404(queries.get_step_back(request.actor, step_back_id))
    is_answer = shown.is_going_on and not shown.is_open
    posted = request.POST if request.method == "POST" else None
    form = ToldBackForm(posted) if is_answer else TalkForm(posted)
    if request.method == "POST" and form.is_valid():
        try:
            _noted(request, shown.pk, form)
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            drafts.forget(request.user.pk, draft_key(request, "talk", shown.pk))
            return see_other(request.actor.url("capacity:request", step_back_id=shown.pk))
    elif request.method == "GET":
        log.looked("load.step-back-read", actor=request.actor, target=shown.person)
    context: dict[str, object] = {
        "asked": shown,
        "form": form,
        "wishes": queries.wishes_in(shown),
        "matches": queries.living_matches(shown),
        "is_answer": is_answer,
        **kept_for(request, "talk", shown.pk),
    }
    return page(request, "capacity/request.html", context, refused=bool(form.errors))


def _noted(request: ActorRequest, step_back_id: UUID, form: TalkForm | ToldBackForm) -> None:
    """What was agreed in the talk, or what was answered after a break."""
    actor = request.actor
    if isinstance(form, TalkForm):
        services.settle(actor=actor, step_back_id=step_back_id, talk=form.talk())
        messages.success(request, _("Noted. The volunteer can read what you agreed."))
    else:
        services.note_answer(actor=actor, step_back_id=step_back_id, until_on=form.day())
        messages.success(request, _("Noted, as they told it."))


@require_http_methods(["GET", "POST"])
@by_coordinator
def terms(request: ActorRequest) -> HttpResponse:
    """How often volunteers are asked, and the soft ceiling for coordinators."""
    initial = terms_now(terms_of(request.actor))
    form = TermsForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            limit_services.set_terms(actor=request.actor, **form.cleaned_data)
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Saved. It holds from the coming night."))
            return see_other(request.actor.url("capacity:overview"))
    return page(request, "capacity/terms.html", {"form": form}, refused=bool(form.errors))


@require_http_methods(["GET"])
@by_coordinator
def my_desk(request: ActorRequest) -> HttpResponse:
    """What I look after myself, and who looks after me."""
    found = own_desk(request.actor, now=clock.now(), today=clock.today())
    return page(
        request, "capacity/my_desk.html", {"desk": found, "me": request.actor.membership_id}
    )
