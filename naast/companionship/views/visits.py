"""«I was there», «I can't come», and what the coordinator reads of it."""

from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.companionship import hearing
from naast.companionship.forms.visits import CannotComeForm, VisitForm, initial_of
from naast.companionship.models import Match, Visit
from naast.companionship.policies import visits as policies
from naast.companionship.queries import visits as queries
from naast.companionship.queries.agreed import distance_on
from naast.companionship.services import visits as services
from naast.core import clock, drafts
from naast.core.careful import known_of
from naast.core.errors import DomainError
from naast.core.http import page, see_other
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function


@require_http_methods(["GET", "POST"])
@open_to(Function.VOLUNTEER, Function.COORDINATOR)
def i_was_there(request: ActorRequest) -> HttpResponse:
    """Tell of a visit. With one match there is nothing to choose."""
    own = queries.loggable(request.actor)
    match = _chosen(request, own)
    if match is None:
        return _choose(request, own, "companionship:i_was_there", _("With whom were you?"))
    key = f"visit:{match.pk}"
    form = VisitForm(
        request.POST or None,
        tasks=list(queries.activities_for(match)),
        besides=hearing.agreed_besides(match),
        on_duty=_on_duty(match),
        known=known_of(match.participant, match.volunteer),
        initial={"mode": _usual_mode(match)},
    )
    if request.method == "POST" and form.is_valid():
        try:
            visit = services.log_visit(actor=request.actor, match_id=match.pk, told=form.told())
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            drafts.forget(request.user.pk, key)
            return see_other(request.actor.url("companionship:visit_done", visit_id=visit.pk))
    context = {
        "match": match,
        "form": form,
        "draft_key": key,
        "saved": {} if request.method == "POST" else drafts.kept(request.user.pk, key),
        "action": f"{request.path}?match={match.pk}",
        "title": _("I was there"),
        **_opened(form),
    }
    return page(request, "companionship/visit_form.html", context, refused=bool(form.errors))


@require_http_methods(["GET"])
@open_to(Function.VOLUNTEER, Function.COORDINATOR)
def visit_done(request: ActorRequest, visit_id: UUID) -> HttpResponse:
    """Thank you. What was told can be changed for a week."""
    visit = _visit(request, visit_id)
    return page(request, "companionship/visit_done.html", {"visit": visit, "match": visit.match})


@require_http_methods(["GET", "POST"])
@open_to(Function.VOLUNTEER, Function.COORDINATOR)
def edit_visit(request: ActorRequest, visit_id: UUID) -> HttpResponse:
    """Change what one told oneself."""
    visit = _visit(request, visit_id)
    if not policies.can_edit(request.actor, visit, day=clock.today()):
        raise Http404
    besides = hearing.agreed_besides(visit.match)
    form = VisitForm(
        request.POST or None,
        tasks=list(queries.activities_for(visit.match)),
        besides=besides,
        known=known_of(visit.match.participant, visit.match.volunteer),
        initial=initial_of(visit, besides),
    )
    if request.method == "POST" and form.is_valid():
        try:
            services.edit_visit(actor=request.actor, visit_id=visit.pk, told=form.told())
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            return see_other(request.actor.url("companionship:visit_done", visit_id=visit.pk))
    context = {
        "match": visit.match,
        "form": form,
        "draft_key": f"visit-edit:{visit.pk}",
        "saved": {},
        "action": request.path,
        "title": _("Change what you told"),
        **_opened(form),
    }
    return page(request, "companionship/visit_form.html", context, refused=bool(form.errors))


@require_http_methods(["POST"])
@open_to(Function.COORDINATOR)
def see_visit(request: ActorRequest, visit_id: UUID) -> HttpResponse:
    """What was passed on is read."""
    visit = _visit(request, visit_id)
    services.mark_seen(actor=request.actor, visit_id=visit.pk)
    messages.success(request, _("Marked as read."))
    return see_other(request.actor.url("companionship:match", match_id=visit.match_id))


@require_http_methods(["GET", "POST"])
@open_to(Function.VOLUNTEER, Function.COORDINATOR)
def cannot_come(request: ActorRequest) -> HttpResponse:
    """Can't come once: everybody concerned is told."""
    own = queries.cancellable(request.actor)
    match = _chosen(request, own)
    if match is None:
        return _choose(request, own, "companionship:cannot_come", _("Which visit does not go on?"))
    form = CannotComeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.cannot_come(
                actor=request.actor,
                match_id=match.pk,
                day=form.chosen_day(),
                new_date=form.cleaned_data["new_date"],
            )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(
                request, _("Thank you for letting us know. We tell everybody concerned.")
            )
            return _home(request, match)
    context = {
        "match": match,
        "form": form,
        "action": f"{request.path}?match={match.pk}",
        "is_another_day": bool(form["day"].value()),
    }
    return page(request, "companionship/visit_cannot_come.html", context, refused=bool(form.errors))


def _usual_mode(match: Match) -> str:
    """At home, and in a time at a distance by phone (S2-28)."""
    apart = distance_on(match, clock.today()) is not None
    return Visit.Mode.PHONE if apart else Visit.Mode.HOME


def _on_duty(match: Match) -> str:
    """The name of who reads a line for who is on duty next; none when nobody does."""
    professional = match.professional
    if professional is None or professional.ended_on is not None:
        return ""
    return professional.user.name


def _opened(form: VisitForm) -> dict[str, bool]:
    """Which parts of the form are open already: those that hold something."""
    names = ("minutes", "part_of_day", "is_unplanned", "tasks", "other_activity", "good_moment")
    rest = [form[name] for name in names if name in form.fields]
    return {
        "is_another_day": bool(form["visited_on"].value()),
        "is_more_open": any(bound.value() or bound.errors for bound in rest),
    }


def _home(request: ActorRequest, match: Match) -> HttpResponse:
    if request.actor.person_id == match.volunteer_id:
        return see_other(request.actor.url("desk:volunteer_home"))
    return see_other(request.actor.url("companionship:match", match_id=match.pk))


def _chosen(request: ActorRequest, own: QuerySet[Match]) -> Match | None:
    """The match of ?match=, or the only one; None when there is something to choose."""
    wanted = request.GET.get("match", "")
    if not wanted:
        few = list(own[:2])
        return few[0] if len(few) == 1 else None
    try:
        match_id = UUID(wanted)
    except ValueError as error:
        raise Http404 from error
    found = own.filter(pk=match_id).first()
    if found is None:
        found = queries.loggable_by_coordinator(request.actor, match_id).first()
    if found is None:
        raise Http404
    return found


def _choose(request: ActorRequest, own: QuerySet[Match], name: str, title: str) -> HttpResponse:
    address = request.actor.url(name)
    choices = [(match, f"{address}?match={match.pk}") for match in own]
    return page(request, "companionship/visit_choose.html", {"choices": choices, "title": title})


def _visit(request: ActorRequest, visit_id: UUID) -> Visit:
    try:
        return queries.get_visit(request.actor, visit_id)
    except Visit.DoesNotExist as error:
        raise Http404 from error
