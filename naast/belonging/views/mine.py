"""The volunteer's own pages: how I find my feet here, my wishes, my contact, my guide outside, after a visit."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.belonging import texts
from naast.belonging.forms.answering import ContactForm, GuideForm, OwnWishForm
from naast.belonging.forms.common import refuse
from naast.belonging.models import Debrief, OutsideGuide
from naast.belonging.policies import wishes as policies
from naast.belonging.queries import first_days as day_queries
from naast.belonging.queries import people as queries
from naast.belonging.queries import questions as question_queries
from naast.belonging.services import debriefing
from naast.belonging.services import wishes as services
from naast.belonging.views.doors import by_volunteer, draft_key, refused
from naast.core import clock, drafts
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.messaging.services import mark_read
from naast.organisations.access import ActorRequest
from naast.organisations.kept import kept_for


@require_http_methods(["GET"])
@by_volunteer
def mine(request: ActorRequest) -> HttpResponse:
    """Who awaits me, who walks along, what was asked, and what the house did with it."""
    actor = request.actor
    mark_read(actor=actor, url=request.path)
    context: dict[str, object] = {
        "first_days": day_queries.own_to_come(actor),
        "mentorings": queries.own_mentorings(actor),
        "questions": question_queries.own(actor),
        "looks": question_queries.shared_unnamed(actor)[:3],
        "contact": queries.contact_of(actor, actor.person_id),
        "me": actor.person_id,
    }
    return page(request, "belonging/mine.html", context)


@require_http_methods(["GET"])
@by_volunteer
def looks(request: ActorRequest) -> HttpResponse:
    """What the house did with what struck people, without names (S1-93)."""
    context: dict[str, object] = {"looks": question_queries.shared_unnamed(request.actor)}
    return page(request, "belonging/looks.html", context)


@require_http_methods(["GET", "POST"])
@by_volunteer
def my_wishes(request: ActorRequest) -> HttpResponse:
    """What I wish or need, and what was answered."""
    actor = request.actor
    mark_read(actor=actor, url=request.path)
    key = draft_key(request, "wish")
    form = OwnWishForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.write_wish(actor=actor, person_id=actor.person_id, **form.cleaned_data)
        except DomainError as error:
            refuse(form, error)
        else:
            drafts.forget(request.user.pk, key)
            messages.success(request, _("Thank you for saying so. We come back to it."))
            return see_other(actor.url("belonging:my_wishes"))
    context: dict[str, object] = {
        "form": form,
        "wishes": queries.own_wishes(actor),
        **kept_for(request, key),
    }
    return page(request, "belonging/my_wishes.html", context, refused=bool(form.errors))


@require_http_methods(["GET", "POST"])
@by_volunteer
def my_contact(request: ActorRequest) -> HttpResponse:
    """How often I would like to hear from you; also to undo it."""
    actor = request.actor
    known = queries.contact_of(actor, actor.person_id)
    first = (
        {
            "every_weeks": known.every_weeks,
            "knows_from_inside": known.knows_from_inside,
            "words": known.words,
        }
        if known
        else {}
    )
    form = ContactForm(request.POST or None, initial=first)
    if "undo" in request.POST:
        services.undo_contact(actor=actor)
        messages.success(request, _("As with everybody, from now on."))
        return see_other(actor.url("belonging:mine"))
    if request.method == "POST" and form.is_valid():
        services.choose_contact(actor=actor, **form.cleaned_data)
        messages.success(request, _("Thank you. You hear from us."))
        return see_other(actor.url("belonging:mine"))
    context: dict[str, object] = {"form": form, "known": known}
    return page(request, "belonging/my_contact.html", context, refused=bool(form.errors))


@require_http_methods(["GET", "POST"])
@by_volunteer
def my_guides(request: ActorRequest) -> HttpResponse:
    """Who outside walks along with me, what you may tell them, and what you told."""
    actor = request.actor
    form = GuideForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.name_guide(actor=actor, person_id=actor.person_id, guide=form.guide())
        except DomainError as error:
            refuse(form, error)
        else:
            messages.success(request, _("Saved. You can take it back at any time."))
            return see_other(actor.url("belonging:my_guides"))
    context: dict[str, object] = {
        "form": form,
        "guides": policies.own_guides(actor).prefetch_related("told")[:10],
        "today": clock.today(),
    }
    return page(request, "belonging/my_guides.html", context, refused=bool(form.errors))


@require_http_methods(["POST"])
@by_volunteer
def take_back_guide(request: ActorRequest, guide_id: UUID) -> HttpResponse:
    """From now on nothing is told any more."""
    actor = request.actor
    guide: OutsideGuide = or_404(policies.own_guides(actor).filter(pk=guide_id).first())
    services.take_back_guide(actor=actor, guide_id=guide.pk)
    messages.success(request, _("Taken back. We tell nothing any more."))
    return see_other(actor.url("belonging:my_guides"))


@require_http_methods(["GET", "POST"])
@by_volunteer
def after_visit(request: ActorRequest, visit_id: UUID) -> HttpResponse:
    """After a heavy visit: what helps now? Nothing is asked about the visit itself (S0-55)."""
    actor = request.actor
    before = debriefing.chosen_for(actor, visit_id)
    if before is not None:
        # A second tap, or the way back: where the first one led.
        return _after(request, before)
    visit = or_404(debriefing.offered_to(actor).filter(pk=visit_id).first())
    choice = request.POST.get("choice", "")
    if choice in Debrief.Choice.values:
        try:
            made = debriefing.choose(actor=actor, visit_id=visit.pk, choice=choice)
        except DomainError as error:
            return refused(request, error, actor.url("desk:volunteer_home"))
        return _after(request, made)
    context: dict[str, object] = {
        "choices": Debrief.Choice.choices,
        "mentoring": debriefing.mentor_of(actor),
    }
    return page(request, "belonging/after_visit.html", context, refused=request.method == "POST")


def _after(request: ActorRequest, made: Debrief) -> HttpResponse:
    """Where each choice leads."""
    actor = request.actor
    if made.call_back_id is not None:
        return see_other(actor.url("companionship:call_back", call_back_id=made.call_back_id))
    if made.choice == Debrief.Choice.TIPS:
        return see_other(actor.url("belonging:tips"))
    if made.choice == Debrief.Choice.PEER:
        messages.success(request, _("Your mentor hears that you would like to talk."))
    else:
        messages.success(request, _("All right. We are there when you want us."))
    return see_other(actor.url("desk:volunteer_home"))


@require_http_methods(["GET"])
@by_volunteer
def tips(request: ActorRequest) -> HttpResponse:
    """Tip cards by theme, with the way to the case bank."""
    cards = texts.tips(get_language() or texts.USUAL)
    context: dict[str, object] = {"cards": cards}
    return page(request, "belonging/tips.html", context)
