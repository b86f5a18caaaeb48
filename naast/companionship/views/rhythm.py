"""How often two people see each other, for both to agree; and a time at a distance for the house."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.companionship.forms.rhythm import DistanceForm, LinesForm, YesForForm, YesForm, lines_of
from naast.companionship.models import DistanceTime, Match
from naast.companionship.policies import matches as match_policies
from naast.companionship.queries import agreed, matches, rhythm
from naast.companionship.services import rhythm as services
from naast.core import drafts
from naast.core.errors import DomainError, StateConflict
from naast.core.http import page, see_other
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def match_rhythm(request: ActorRequest, match_id: UUID) -> HttpResponse:
    """A coordinator writes down the lines the two agreed."""
    found = _match(request, match_id)
    key = f"rhythm:{found.pk}"
    form = LinesForm(request.POST or None, initial=lines_of(found))
    if request.method == "POST" and form.is_valid():
        try:
            services.write_lines(actor=request.actor, match_id=found.pk, lines=form.lines())
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            drafts.forget(request.user.pk, key)
            messages.success(request, _("Written down. Both are asked whether it is right."))
            return _back(request, found)
    return _show(request, found, form, YesForForm())


@require_http_methods(["POST"])
@open_to(Function.COORDINATOR)
def agree_for(request: ActorRequest, match_id: UUID) -> HttpResponse:
    """Somebody agreed by word of mouth or on paper."""
    found = _match(request, match_id)
    form = YesForForm(request.POST)
    if form.is_valid():
        try:
            services.agree(actor=request.actor, match_id=found.pk, **form.cleaned_data)
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Noted."))
            return _back(request, found)
    return _show(request, found, LinesForm(initial=lines_of(found)), form, refused=True)


@require_http_methods(["POST"])
@open_to(Function.VOLUNTEER, Function.PARTICIPANT)
def agree(request: ActorRequest, match_id: UUID) -> HttpResponse:
    """One of the two says: this is right."""
    found = _match(request, match_id)
    side = match_policies.side_of(request.actor, found)
    form = YesForm(request.POST)
    if side not in ("volunteer", "participant"):
        raise Http404
    try:
        if not form.is_valid():
            raise StateConflict(_("This was changed meanwhile. Read it once more."))
        services.agree(
            actor=request.actor,
            match_id=found.pk,
            side=side,
            version=form.cleaned_data["version"],
        )
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Good. That is agreed."))
    return see_other(request.actor.url("companionship:my_match", match_id=found.pk))


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def distance(request: ActorRequest) -> HttpResponse:
    """For a while by phone or online: for the whole house."""
    form = DistanceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.keep_distance(actor=request.actor, terms=form.terms())
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Noted. Everybody reads it on the page of their match."))
            return see_other(request.actor.url("companionship:distance"))
    now = rhythm.open_distance(request.actor.organisation_id)
    context: dict[str, object] = {"form": form, "now": now}
    return page(request, "companionship/distance.html", context, refused=bool(form.errors))


@require_http_methods(["POST"])
@open_to(Function.COORDINATOR)
def meet_again(request: ActorRequest) -> HttpResponse:
    """The time at a distance is over."""
    try:
        services.meet_again(actor=request.actor)
    except DistanceTime.DoesNotExist as error:
        raise Http404 from error
    messages.success(request, _("People visit each other again. The usual rhythm counts from now."))
    return see_other(request.actor.url("companionship:distance"))


def _show(
    request: ActorRequest,
    found: Match,
    form: LinesForm,
    yes_form: YesForForm,
    *,
    refused: bool = False,
) -> HttpResponse:
    context: dict[str, object] = {
        "match": found,
        "form": form,
        "yes_form": yes_form,
        "agreed": agreed.agreed_of(found),
        "plan": list(found.programme.contactlines.all()),
        "draft_key": f"rhythm:{found.pk}",
        "saved": {}
        if request.method == "POST"
        else drafts.kept(request.user.pk, f"rhythm:{found.pk}"),
    }
    return page(
        request, "companionship/match_rhythm.html", context, refused=refused or bool(form.errors)
    )


def _match(request: ActorRequest, match_id: UUID) -> Match:
    try:
        return matches.get_match(request.actor, match_id)
    except Match.DoesNotExist as error:
        raise Http404 from error


def _back(request: ActorRequest, found: Match) -> HttpResponse:
    return see_other(request.actor.url("companionship:match", match_id=found.pk))
