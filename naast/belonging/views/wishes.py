"""Wishes and needs, a closer rhythm of contact, guides outside, and one volunteer's page (S0-27, S1-2, S1-270)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.audit import log
from naast.belonging.forms.answering import (
    GuideForm,
    LaterForm,
    SharedForm,
    WishAnswerForm,
    WishForm,
)
from naast.belonging.forms.common import refuse
from naast.belonging.models import CloserContact
from naast.belonging.policies import wishes as policies
from naast.belonging.queries import people as queries
from naast.belonging.services import wishes as services
from naast.belonging.tabs import tabs_for
from naast.belonging.views.doors import by_coordinator, refused
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.core.paging import keyset_page
from naast.organisations.access import ActorRequest


@require_http_methods(["GET"])
@by_coordinator
def person(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """How somebody finds their feet: everything of this room about one volunteer."""
    found = or_404(queries.get_volunteer(request.actor, person_id))
    log.looked("belonging.read", actor=request.actor, target=found)
    context: dict[str, object] = {"shown": queries.person_page(request.actor, found)}
    return page(request, "belonging/person.html", context)


@require_http_methods(["GET"])
@by_coordinator
def wishes(request: ActorRequest) -> HttpResponse:
    """What nobody answered yet, the oldest day first."""
    rows = queries.wishes_unanswered(request.actor)
    context: dict[str, object] = {
        "tabs": tabs_for(request.actor, "wishes"),
        "rows": keyset_page(rows, params=request.GET, fields=("follow_up_on", "id")),
    }
    return page(request, "belonging/wishes.html", context)


@require_http_methods(["GET", "POST"])
@by_coordinator
def wish(request: ActorRequest, wish_id: UUID) -> HttpResponse:
    """One wish: answer it."""
    actor = request.actor
    found = or_404(queries.get_wish(actor, wish_id))
    form = WishAnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.answer_wish(actor=actor, wish_id=found.pk, **form.cleaned_data)
        except DomainError as error:
            refuse(form, error)
        else:
            messages.success(request, _("Answered. The volunteer reads it."))
            return see_other(actor.url("belonging:wishes"))
    if request.method == "GET":
        log.looked("wish.read", actor=actor, target=found)
    later = LaterForm(initial={"follow_up_on": found.follow_up_on})
    context: dict[str, object] = {"wish": found, "form": form, "later": later}
    return page(request, "belonging/wish.html", context, refused=bool(form.errors))


@require_http_methods(["POST"])
@by_coordinator
def wish_later(request: ActorRequest, wish_id: UUID) -> HttpResponse:
    """Another day to come back to it; a refusal shows the whole page again."""
    actor = request.actor
    found = or_404(queries.get_wish(actor, wish_id))
    later = LaterForm(request.POST)
    if later.is_valid():
        try:
            services.come_back_later(actor=actor, wish_id=found.pk, **later.cleaned_data)
        except DomainError as error:
            refuse(later, error)
        else:
            messages.success(request, _("We come back to it then."))
            return see_other(actor.url("belonging:wishes"))
    context: dict[str, object] = {"wish": found, "form": WishAnswerForm(), "later": later}
    return page(request, "belonging/wish.html", context, refused=True)


@require_http_methods(["GET", "POST"])
@by_coordinator
def new_wish(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """Write down a wish after a talk."""
    actor = request.actor
    found = or_404(queries.get_volunteer(actor, person_id))
    form = WishForm(request.POST or None)
    back = actor.url("belonging:person", person_id=found.pk)
    if request.method == "POST" and form.is_valid():
        try:
            services.write_wish(actor=actor, person_id=found.pk, **form.cleaned_data)
        except DomainError as error:
            refuse(form, error)
        else:
            messages.success(request, _("Written down. The volunteer reads it too."))
            return see_other(back)
    context: dict[str, object] = {"form": form, "person": found, "back_url": back}
    return page(request, "belonging/wish_form.html", context, refused=bool(form.errors))


@require_http_methods(["POST"])
@by_coordinator
def spoke(request: ActorRequest, contact_id: UUID) -> HttpResponse:
    """We spoke: the next time counts from today."""
    actor = request.actor
    known = policies.contacts_visible_to(actor).filter(pk=contact_id)
    found: CloserContact = or_404(known.first())
    back = actor.url("belonging:person", person_id=found.person_id)
    try:
        services.note_spoke(actor=actor, contact_id=found.pk)
    except DomainError as error:
        return refused(request, error, back)
    messages.success(request, _("Noted."))
    return see_other(back)


@require_http_methods(["GET", "POST"])
@by_coordinator
def new_guide(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """Write down, with the volunteer, who outside walks along and what may be told."""
    actor = request.actor
    found = or_404(queries.get_volunteer(actor, person_id))
    form = GuideForm(request.POST or None)
    back = actor.url("belonging:person", person_id=found.pk)
    if request.method == "POST" and form.is_valid():
        try:
            services.name_guide(actor=actor, person_id=found.pk, guide=form.guide())
        except DomainError as error:
            refuse(form, error)
        else:
            messages.success(
                request, _("Written down. The volunteer can take it back at any time.")
            )
            return see_other(back)
    context: dict[str, object] = {"form": form, "person": found, "back_url": back}
    return page(request, "belonging/guide_form.html", context, refused=bool(form.errors))


@require_http_methods(["GET", "POST"])
@by_coordinator
def tell_guide(request: ActorRequest, guide_id: UUID) -> HttpResponse:
    """What was told to a guide outside, for the volunteer to read."""
    actor = request.actor
    known = policies.guides_visible_to(actor).select_related("person").prefetch_related("told")
    guide = or_404(known.filter(pk=guide_id).first())
    form = SharedForm(request.POST or None)
    back = actor.url("belonging:person", person_id=guide.person_id)
    if request.method == "POST" and form.is_valid():
        try:
            services.note_shared(actor=actor, guide_id=guide.pk, **form.cleaned_data)
        except DomainError as error:
            refuse(form, error)
        else:
            messages.success(request, _("Noted. The volunteer reads it."))
            return see_other(back)
    if request.method == "GET":
        log.looked("outside-guide.read", actor=actor, target=guide)
    context: dict[str, object] = {"form": form, "guide": guide, "back_url": back}
    return page(request, "belonging/tell_guide.html", context, refused=bool(form.errors))
