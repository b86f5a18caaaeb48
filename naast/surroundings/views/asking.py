"""What was said, early checks and what changed, as staff read and write them down."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.audit import log
from naast.companionship.models import Match
from naast.companionship.queries.matches import get_match
from naast.core.http import page
from naast.core.paging import keyset_page
from naast.messaging.services import mark_read
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function
from naast.surroundings.forms.asking import AnswerForm, CheckForForm, OutcomeForForm, SwitchForm
from naast.surroundings.models import MatchCheck
from naast.surroundings.policies.asking import can_answer, can_fill_in
from naast.surroundings.queries import asking as queries
from naast.surroundings.services import asking as services
from naast.surroundings.services import checks as check_services
from naast.surroundings.views.pages import FormPage, done, form_page, found

CARE = (Function.COORDINATOR, Function.PROFESSIONAL)


@require_http_methods(["GET"])
@open_to(*CARE)
def sayings(request: ActorRequest) -> HttpResponse:
    """What people said to the reader, the newest first."""
    rows = keyset_page(queries.said(request.actor), params=request.GET, fields=("said_at", "id"))
    context: dict[str, object] = {
        "rows": rows,
        "back_url": request.actor.url("surroundings:people"),
    }
    return page(request, "surroundings/sayings.html", context)


@require_http_methods(["GET", "POST"])
@open_to(*CARE)
def saying(request: ActorRequest, saying_id: UUID) -> HttpResponse:
    """What somebody said, and the answer."""
    said = found(lambda: queries.said(request.actor).get(pk=saying_id))
    mark_read(actor=request.actor, url=request.path)
    log.looked("saying.read", actor=request.actor, target=said.person)
    form = AnswerForm(request.POST or None)
    return form_page(
        request,
        form,
        lambda: services.answer(actor=request.actor, saying_id=said.pk, **form.cleaned_data),
        FormPage(
            title=_("%(name)s said") % {"name": said.person.first_name},
            back_url=request.actor.url("surroundings:sayings"),
            back_label=_("What was said"),
            done=_("Your answer stands on their page."),
            template="surroundings/saying.html",
            draft=f"saying:{said.pk}",
            extra={"saying": said, "can_answer": bool(can_answer(request.actor, said))},
        ),
    )


@require_http_methods(["GET"])
@open_to(Function.COORDINATOR)
def checks(request: ActorRequest, match_id: UUID) -> HttpResponse:
    """What each of the two answered, beside each other: for the coordinator alone."""
    match = _match(request, match_id)
    log.looked("match.checks-looked-at", actor=request.actor, target=match)
    context: dict[str, object] = {
        "match": match,
        "moments": queries.checks_of(request.actor, match),
    }
    return page(request, "surroundings/checks.html", context)


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def check_for(request: ActorRequest, match_id: UUID, match_check_id: UUID) -> HttpResponse:
    """The answers of somebody who told them, or gave them on paper."""
    check = _check(request, match_id, match_check_id)
    if not can_fill_in(request.actor, check):
        raise Http404
    form = CheckForForm(request.POST or None)
    return form_page(
        request,
        form,
        lambda: check_services.fill_in(
            actor=request.actor, check_id=check.pk, answers=form.answers()
        ),
        FormPage(
            title=_("How is it beginning for %(name)s?") % {"name": check.person.first_name},
            back_url=request.actor.url("surroundings:checks", match_id=match_id),
            back_label=_("How it begins"),
            done=_("Written down, with how it came in."),
        ),
    )


@require_http_methods(["POST"])
@open_to(Function.COORDINATOR)
def see_check(request: ActorRequest, match_id: UUID, match_check_id: UUID) -> HttpResponse:
    """An answer that asked for somebody was read."""
    check = _check(request, match_id, match_check_id)
    return done(
        request,
        lambda: check_services.mark_seen(actor=request.actor, check_id=check.pk),
        _("Marked as read."),
        request.actor.url("surroundings:checks", match_id=match_id),
    )


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def outcome_for(request: ActorRequest, outcome_id: UUID) -> HttpResponse:
    """What changed, as a participant told it."""
    outcome = found(lambda: queries.get_outcome(request.actor, outcome_id))
    form = OutcomeForForm(request.POST or None)
    name = outcome.person.first_name
    return form_page(
        request,
        form,
        lambda: services.tell_outcome(
            actor=request.actor, outcome_id=outcome.pk, answers=form.answers()
        ),
        FormPage(
            title=_("What changed for %(name)s?") % {"name": name},
            back_url=request.actor.url("surroundings:around", person_id=outcome.person_id),
            back_label=_("Around %(name)s") % {"name": name},
            done=_("Written down, with how it came in."),
        ),
    )


@require_http_methods(["GET"])
@open_to(Function.COORDINATOR)
def programme_questions(request: ActorRequest) -> HttpResponse:
    """Which programmes ask what changed: none, unless somebody switches it on."""
    context: dict[str, object] = {"programmes": queries.programmes_with_questions(request.actor)}
    return page(request, "surroundings/questions.html", context)


@require_http_methods(["POST"])
@open_to(Function.COORDINATOR)
def switch_questions(request: ActorRequest, programme_id: UUID) -> HttpResponse:
    """One programme asks, or no longer."""
    form = SwitchForm(request.POST)
    is_on = form.is_valid() and form.cleaned_data["is_on"]
    return done(
        request,
        lambda: services.switch_outcome(
            actor=request.actor, programme_id=programme_id, is_on=is_on
        ),
        _("Noted."),
        request.actor.url("surroundings:questions"),
    )


def _match(request: ActorRequest, match_id: UUID) -> Match:
    return found(lambda: get_match(request.actor, match_id))


def _check(request: ActorRequest, match_id: UUID, match_check_id: UUID) -> MatchCheck:
    check = found(lambda: queries.get_check(request.actor, match_check_id))
    if check.match_id != match_id:
        raise Http404
    return check
