"""Legal holds: what may not be erased for now."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.audit import log
from naast.core.careful import known_of
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.core.paging import keyset_page
from naast.organisations.access import ActorRequest
from naast.privacy.forms.keeping import HoldForm, LiftForm
from naast.privacy.models import LegalHold
from naast.privacy.policies import keeping as policies
from naast.privacy.queries import holds as queries
from naast.privacy.services import holds as services
from naast.privacy.views.guards import by_coordinator, finding, somebody


@require_http_methods(["GET"])
@by_coordinator
def holds(request: ActorRequest) -> HttpResponse:
    """Holds that stand, those that are over, and finding somebody for a new one."""
    is_over = "over" in request.GET
    rows = queries.listed(request.actor, is_standing=not is_over)
    context: dict[str, object] = {
        "page": keyset_page(rows, params=request.GET, fields=("id",), newest_first=True),
        "is_over": is_over,
        **finding(request),
    }
    return page(request, "privacy/holds.html", context)


@require_http_methods(["GET", "POST"])
@by_coordinator
def new_hold(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """Nothing about this person goes, until somebody lifts it."""
    person = somebody(request, person_id)
    or_404(policies.can_hold(request.actor, person) or None)
    form = HoldForm(request.POST or None, known=known_of(person, request.user))
    if request.method == "POST" and form.is_valid():
        try:
            made = services.hold(actor=request.actor, person_id=person.pk, terms=form.terms())
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("From now on nothing about this person is erased."))
            return see_other(request.actor.url("privacy:hold", hold_id=made.pk))
    context: dict[str, object] = {"form": form, "person": person}
    return page(request, "privacy/new_hold.html", context, refused=bool(form.errors))


@require_http_methods(["GET", "POST"])
@by_coordinator
def hold(request: ActorRequest, hold_id: UUID) -> HttpResponse:
    """One hold: why, since when, and looking at it again."""
    found = _hold(request, hold_id)
    log.looked("hold.read", actor=request.actor, target=found)
    form = HoldForm(
        request.POST or None,
        initial={"reason": found.reason, "until_on": found.until_on},
        known=known_of(found.person, request.user),
    )
    if request.method == "POST" and form.is_valid():
        try:
            services.look_again(actor=request.actor, hold_id=found.pk, terms=form.terms())
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("It stands for another half year at most."))
            return see_other(request.actor.url("privacy:hold", hold_id=found.pk))
    return _show(request, found, form, LiftForm())


@require_http_methods(["POST"])
@by_coordinator
def lift_hold(request: ActorRequest, hold_id: UUID) -> HttpResponse:
    """It is no longer needed."""
    found = _hold(request, hold_id)
    form = LiftForm(request.POST)
    if form.is_valid():
        try:
            services.lift(actor=request.actor, hold_id=found.pk, why=form.cleaned_data["why"])
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Lifted: the usual terms count again."))
            return see_other(request.actor.url("privacy:holds"))
    again = HoldForm(initial={"reason": found.reason, "until_on": found.until_on})
    return _show(request, found, again, form)


def _hold(request: ActorRequest, hold_id: UUID) -> LegalHold:
    rows = policies.holds_visible_to(request.actor)
    rows = rows.select_related("person__volunteer", "person__participant", "set_by__user")
    return or_404(rows.select_related("lifted_by__user").filter(pk=hold_id).first())


def _show(
    request: ActorRequest, found: LegalHold, form: HoldForm, lift_form: LiftForm
) -> HttpResponse:
    context: dict[str, object] = {
        "hold": found,
        "form": form,
        "lift_form": lift_form,
        "can_change": found.lifted_on is None
        and bool(policies.can_change_hold(request.actor, found)),
    }
    refused = bool(form.errors or lift_form.errors)
    return page(request, "privacy/hold.html", context, refused=refused)
