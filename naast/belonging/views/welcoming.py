"""First days: for the coordinator, and for who welcomes somebody (S1-219)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.audit import log
from naast.belonging import checks
from naast.belonging.forms.common import refuse
from naast.belonging.forms.welcoming import FirstDayForm, TickForm, WelcomeForm
from naast.belonging.queries import first_days as queries
from naast.belonging.queries import questions as question_queries
from naast.belonging.services import welcoming as services
from naast.belonging.tabs import tabs_for
from naast.belonging.views.doors import by_coordinator, by_host
from naast.core import clock
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.core.paging import keyset_page
from naast.messaging.services import mark_read
from naast.organisations.access import ActorRequest
from naast.programmes import policies as programme_policies
from naast.programmes.models import Programme


@require_http_methods(["GET"])
@by_coordinator
def overview(request: ActorRequest) -> HttpResponse:
    """Who starts, who awaits them, and whether they were received."""
    rows = queries.around_now(request.actor)
    programmes = programme_policies.visible_to(request.actor).filter(status=Programme.Status.ACTIVE)
    context: dict[str, object] = {
        "tabs": tabs_for(request.actor, "overview"),
        "rows": keyset_page(rows, params=request.GET, fields=("day", "id")),
        "programmes": programmes.select_related("welcome__host__user").order_by("name")[:50],
        "to_prepare": services.to_prepare(request.actor).exists(),
        "today": clock.today(),
    }
    return page(request, "belonging/overview.html", context)


@require_http_methods(["POST"])
@by_coordinator
def prepare(request: ActorRequest) -> HttpResponse:
    """Don't wait for the night: make the first days of who starts."""
    number = services.prepare_first_days(actor=request.actor)
    if number:
        messages.success(request, _("Prepared. Look whether everybody has a host."))
    return see_other(request.actor.url("belonging:overview"))


@require_http_methods(["GET", "POST"])
@by_coordinator
def change_welcome(request: ActorRequest, programme_id: UUID) -> HttpResponse:
    """How one programme welcomes."""
    actor = request.actor
    programme = or_404(programme_policies.visible_to(actor).filter(pk=programme_id).first())
    welcome = queries.welcome_of(programme)
    lines = queries.lines_of(welcome, get_language() or "nl")
    form = WelcomeForm(request.POST or None, actor=actor, welcome=welcome, lines=lines)
    if request.method == "POST" and form.is_valid():
        try:
            services.change_welcome(actor=actor, programme_id=programme.pk, terms=form.terms())
        except DomainError as error:
            refuse(form, error)
        else:
            messages.success(request, _("Saved. It holds for who starts from now on."))
            return see_other(actor.url("belonging:overview"))
    context: dict[str, object] = {"form": form, "programme": programme}
    return page(request, "belonging/welcome_form.html", context, refused=bool(form.errors))


@require_http_methods(["GET", "POST"])
@by_coordinator
def first_day(request: ActorRequest, first_day_id: UUID) -> HttpResponse:
    """Name who awaits somebody, when and where."""
    found = or_404(queries.get_first_day(request.actor, first_day_id))
    form = FirstDayForm(request.POST or None, actor=request.actor, first_day=found)
    if request.method == "POST" and form.is_valid():
        try:
            services.plan_first_day(actor=request.actor, first_day_id=found.pk, plan=form.plan())
        except DomainError as error:
            refuse(form, error)
        else:
            messages.success(request, _("Saved. Both hear of it a few days before."))
            return see_other(request.actor.url("belonging:overview"))
    context: dict[str, object] = {"form": form, "first_day": found}
    return page(request, "belonging/first_day.html", context, refused=bool(form.errors))


@require_http_methods(["GET"])
@by_host
def hosting(request: ActorRequest) -> HttpResponse:
    """Whom I welcome, and what they let me read of how they feel here."""
    mark_read(actor=request.actor, url=request.path)
    shared = question_queries.shared_with_host(request.actor)
    for each in shared:
        log.looked("question.read", actor=request.actor, target=each)
    context: dict[str, object] = {
        "days": queries.hosted(request.actor),
        "shared": [(each, checks.in_words(each.taps)) for each in shared],
        "today": clock.today(),
    }
    return page(request, "belonging/hosting.html", context)


@require_http_methods(["GET", "POST"])
@by_host
def host_day(request: ActorRequest, first_day_id: UUID) -> HttpResponse:
    """The lines to tick on a phone; the second button confirms that they were received."""
    actor = request.actor
    found = or_404(queries.get_hosted(actor, first_day_id))
    form = TickForm(request.POST or None, first_day=found)
    if request.method == "POST" and form.is_valid():
        confirms = "received" in request.POST
        service = services.confirm_received if confirms else services.tick
        try:
            service(actor=actor, first_day_id=found.pk, done=form.cleaned_data["done"])
        except DomainError as error:
            refuse(form, error)
        else:
            messages.success(request, _("Thank you for the welcome.") if confirms else _("Saved."))
            name = "belonging:hosting" if confirms else "belonging:host_day"
            return see_other(actor.url(name, **({} if confirms else {"first_day_id": found.pk})))
    context: dict[str, object] = {
        "form": form,
        "first_day": found,
        "has_come": found.day <= clock.today(),
    }
    return page(request, "belonging/host_day.html", context, refused=bool(form.errors))
