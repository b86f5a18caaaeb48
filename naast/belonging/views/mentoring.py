"""Mentors: the coordinator asks, both answer, the mentor notes that they spoke (S1-196, S1-76)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.audit import log
from naast.belonging.forms.common import refuse
from naast.belonging.forms.welcoming import (
    MentorAnswerForm,
    MentorForm,
    MentorHeardForm,
    MomentForm,
    ReadyForm,
)
from naast.belonging.models import Mentoring
from naast.belonging.queries import people as queries
from naast.belonging.services import mentoring as services
from naast.belonging.states import Answer, MentoringState
from naast.belonging.tabs import tabs_for
from naast.belonging.views.doors import by_coordinator, by_house, by_volunteer, refused
from naast.core import clock
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.core.paging import keyset_page
from naast.messaging.services import mark_read
from naast.organisations.access import ActorRequest
from naast.programmes.policies import engagements_visible_to


@require_http_methods(["GET"])
@by_coordinator
def mentors(request: ActorRequest) -> HttpResponse:
    """Who walks along with whom, by where they are."""
    state = request.GET.get("state", "")
    if state not in MentoringState.values:
        state = MentoringState.RUNNING.value
    rows = queries.mentorings(request.actor, state=state)
    context: dict[str, object] = {
        "tabs": tabs_for(request.actor, "mentors"),
        "states": [(each.value, each.label, each.value == state) for each in MentoringState],
        "rows": keyset_page(rows, params=request.GET, fields=("id",), newest_first=True),
    }
    return page(request, "belonging/mentors.html", context)


@require_http_methods(["GET", "POST"])
@by_coordinator
def new_mentor(request: ActorRequest, engagement_id: UUID) -> HttpResponse:
    """Ask a mentor for somebody new."""
    actor = request.actor
    known = engagements_visible_to(actor).open().select_related("person", "programme")
    engagement = or_404(known.filter(pk=engagement_id).first())
    form = MentorForm(request.POST or None, actor=actor, engagement=engagement)
    if request.method == "POST" and form.is_valid():
        try:
            made = services.ask_mentor(actor=actor, ask=form.ask())
        except DomainError as error:
            refuse(form, error)
        else:
            messages.success(request, _("Both were asked. A no is fine, and needs no reason."))
            return see_other(actor.url("belonging:mentor_link", mentoring_id=made.pk))
    context: dict[str, object] = {"form": form, "engagement": engagement}
    return page(request, "belonging/mentor_form.html", context, refused=bool(form.errors))


@require_http_methods(["GET", "POST"])
@by_coordinator
def mentor_link(request: ActorRequest, mentoring_id: UUID) -> HttpResponse:
    """One mentor beside somebody new, for the coordinator: the moments, a line if there is one, and what they said
    by phone."""
    actor = request.actor
    found = or_404(queries.get_mentoring(actor, mentoring_id))
    sides = queries.sides_to_hear(actor, found)
    form = MentorHeardForm(request.POST or None, sides=sides) if sides else None
    if request.method == "POST" and form is not None and form.is_valid():
        try:
            services.answer_for(actor=actor, mentoring_id=found.pk, **form.cleaned_data)
        except DomainError as error:
            refuse(form, error)
        else:
            messages.success(request, _("Written down, with thanks to who answered."))
            return see_other(actor.url("belonging:mentor_link", mentoring_id=found.pk))
    if request.method == "GET":
        log.looked("mentoring.read", actor=actor, target=found)
    context: dict[str, object] = {
        "mentoring": found,
        "ready": queries.ready_of(found.mentor_id),
        "form": form,
    }
    return page(request, "belonging/mentor_link.html", context, refused=request.method == "POST")


@require_http_methods(["POST"])
@by_coordinator
def end_mentor(request: ActorRequest, mentoring_id: UUID) -> HttpResponse:
    """It ends before its day."""
    url = request.actor.url("belonging:mentors")
    try:
        services.end_mentoring(actor=request.actor, mentoring_id=mentoring_id)
    except Mentoring.DoesNotExist:
        return or_404(None)
    except DomainError as error:
        return refused(request, error, url)
    messages.success(request, _("It has ended, with a thank-you."))
    return see_other(url)


@require_http_methods(["POST"])
@by_coordinator
def see_mentor(request: ActorRequest, mentoring_id: UUID) -> HttpResponse:
    """A coordinator saw that it does not go on."""
    try:
        found = services.see_not_started(actor=request.actor, mentoring_id=mentoring_id)
    except Mentoring.DoesNotExist:
        return or_404(None)
    except DomainError as error:
        return refused(request, error, request.actor.url("belonging:mentors"))
    return see_other(request.actor.url("belonging:person", person_id=found.newcomer_id))


@require_http_methods(["GET", "POST"])
@by_coordinator
def mentor_ready(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """What a mentor did of what the house asks: a word."""
    actor = request.actor
    person = or_404(queries.get_volunteer(actor, person_id))
    known = queries.ready_of(person.pk)
    form = ReadyForm(request.POST or None, initial={"word": known.word if known else ""})
    if request.method == "POST" and form.is_valid():
        services.set_ready(actor=actor, person_id=person.pk, word=form.cleaned_data["word"])
        messages.success(request, _("Saved."))
        return see_other(actor.url("belonging:person", person_id=person.pk))
    context: dict[str, object] = {"form": form, "person": person}
    return page(request, "belonging/mentor_ready.html", context, refused=bool(form.errors))


@require_http_methods(["GET", "POST"])
@by_volunteer
def mentoring(request: ActorRequest, mentoring_id: UUID) -> HttpResponse:
    """For the two: the question, or how you reach each other and when you speak."""
    actor = request.actor
    found = or_404(next((m for m in queries.own_mentorings(actor) if m.pk == mentoring_id), None))
    mark_read(actor=actor, url=request.path)
    form = MentorAnswerForm(request.POST or None)
    word = request.POST.get("word", "")
    if word in Answer.values and form.is_valid():
        shares = form.cleaned_data["shares_phone"]
        try:
            services.answer(actor=actor, mentoring_id=found.pk, word=word, shares_phone=shares)
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Thank you for your answer."))
            return see_other(actor.url("belonging:mine"))
    is_mentor = actor.person_id == found.mentor_id
    context: dict[str, object] = {
        "form": form,
        "mentoring": found,
        "is_mentor": is_mentor,
        "other": found.newcomer if is_mentor else found.mentor,
        "has_phone": found.newcomer_shares_phone if is_mentor else found.mentor_shares_phone,
        "own_answer": found.mentor_answer if is_mentor else found.newcomer_answer,
        "today": clock.today(),
    }
    is_refused = request.method == "POST"
    return page(request, "belonging/mentoring.html", context, refused=is_refused)


@require_http_methods(["GET", "POST"])
@by_house
def moment(request: ActorRequest, moment_id: UUID) -> HttpResponse:
    """«We spoke.»"""
    actor = request.actor
    found = or_404(queries.get_moment(actor, moment_id))
    first = {"spoke_on": found.spoke_on or clock.today(), "line": found.line}
    form = MomentForm(request.POST or None, initial=first)
    is_mentor = actor.person_id == found.mentoring.mentor_id
    name = "belonging:mentoring" if is_mentor else "belonging:mentor_link"
    back = actor.url(name, mentoring_id=found.mentoring_id)
    if request.method == "POST" and form.is_valid():
        try:
            services.note_moment(actor=actor, moment_id=found.pk, **form.cleaned_data)
        except DomainError as error:
            refuse(form, error)
        else:
            messages.success(request, _("Noted. Thank you."))
            return see_other(back)
    context: dict[str, object] = {"form": form, "moment": found, "back_url": back}
    return page(request, "belonging/moment.html", context, refused=bool(form.errors))
