"""Pages about the organisation itself: settings, who does what, who stands in."""

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.accounts.services import invite_user
from naast.core import clock
from naast.core.errors import DomainError
from naast.core.http import page, see_other
from naast.organisations import queries, services
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.forms import AbsenceForm, MemberForm, SettingsForm
from naast.organisations.models import STAFF, Function

ARRANGE = (Function.COORDINATOR, Function.ADMINISTRATOR)
SETTINGS = (
    "name",
    "country",
    "language",
    "phone",
    "email",
    "is_under_welfare_decree",
    "requires_second_factor",
    "candidate_months",
    "groups_a_quarter",
    "is_youth_work",
    "check_renewal_months",
)


@require_http_methods(["GET", "POST"])
@open_to(*ARRANGE)
def settings(request: ActorRequest) -> HttpResponse:
    """The organisation's own settings."""
    organisation = request.organisation
    initial = {name: getattr(organisation, name) for name in SETTINGS}
    form = SettingsForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        services.change_settings(
            actor=request.actor, organisation=organisation, changes=form.cleaned_data
        )
        messages.success(request, _("The settings are saved."))
        return see_other(request.actor.url("organisations:settings"))
    context = {"form": form, "is_coordinator": request.actor.is_coordinator}
    return page(request, "organisations/settings.html", context, refused=bool(form.errors))


@require_http_methods(["GET"])
@open_to(*ARRANGE)
def members(request: ActorRequest) -> HttpResponse:
    """Who does what here, and who stands in for whom."""
    today = clock.today()
    context = {
        "members": queries.staff_with_functions(request.actor),
        "absences": queries.absences(request.actor, day=today),
        "today": today,
    }
    return page(request, "organisations/members.html", context)


@require_http_methods(["GET", "POST"])
@open_to(*ARRANGE)
def new_member(request: ActorRequest) -> HttpResponse:
    """Invite a colleague and say what they do here."""
    form = MemberForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            _invite(request, form)
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Your colleague can sign in with a code sent by mail."))
            return see_other(request.actor.url("organisations:members"))
    return page(request, "organisations/new_member.html", {"form": form}, refused=bool(form.errors))


@transaction.atomic
def _invite(request: ActorRequest, form: MemberForm) -> None:
    """Both or nothing: no user without a function here."""
    user = invite_user(
        email=form.cleaned_data["email"],
        name=form.cleaned_data["name"],
        language=request.organisation.language,
    )
    services.add_member(
        actor=request.actor,
        user=user,
        functions=frozenset(Function(code) for code in form.cleaned_data["functions"]),
    )


@require_http_methods(["POST"])
@open_to(*ARRANGE)
def end_member(request: ActorRequest, membership_id: UUID) -> HttpResponse:
    """A colleague leaves. One's own membership is ended by somebody else, so that nobody locks the door
    from the inside."""
    membership = queries.get_membership(request.actor, membership_id)
    if membership is None:
        raise Http404
    try:
        services.end_membership(actor=request.actor, membership=membership, day=clock.today())
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(
            request, _("This colleague can no longer sign in here. What they wrote stays.")
        )
    return see_other(request.actor.url("organisations:members"))


@require_http_methods(["GET", "POST"])
@open_to(*(Function(function) for function in sorted(STAFF)))
def new_absence(request: ActorRequest) -> HttpResponse:
    """Plan who stands in: one's own absence, or that of any colleague for who arranges things."""
    actor = request.actor
    colleagues = queries.colleagues(actor, *STAFF)
    own = None if actor.has(*ARRANGE) else queries.myself(actor)
    form = AbsenceForm(
        request.POST or None,
        colleagues=colleagues,
        away=own,
        initial={"membership": actor.membership_id},
    )
    if request.method == "POST" and form.is_valid():
        try:
            services.plan_absence(actor=actor, **form.cleaned_data)
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(
                request, _("While this colleague is away, the deputy sees their work.")
            )
            back = "organisations:members" if actor.has(*ARRANGE) else "desk:me"
            return see_other(actor.url(back))
    return page(
        request, "organisations/new_absence.html", {"form": form}, refused=bool(form.errors)
    )
