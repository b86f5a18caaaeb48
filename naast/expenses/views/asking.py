"""Asking something back, each in under a minute on a phone: kilometres of visits, another way, a bill, a fixed
amount."""

from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from naast.core import clock
from naast.core.http import see_other
from naast.core.text import Text
from naast.expenses.forms.own import CostForm, FixedForm, RidesForm, TripForm, ticked
from naast.expenses.queries import mine as queries
from naast.expenses.services import own as services
from naast.expenses.services.claims import first_day
from naast.expenses.views.own_doors import by_volunteer, declare_first, files, refuse
from naast.messaging.forms import posted
from naast.organisations.access import ActorRequest
from naast.organisations.form_pages import FormPage, form_page

SENT = gettext_lazy("Sent. You see here when it is agreed and paid.")


def _page(
    request: ActorRequest, title: Text, lead: Text, template: str = "", **more: object
) -> FormPage:
    return FormPage(
        title=title,
        lead=lead,
        done=SENT,
        action=_("Send"),
        back_url=request.actor.url("expenses:my_costs"),
        back_label=_("My costs"),
        template=template or "organisations/form_page.html",
        context=more,
    )


@require_http_methods(["GET", "POST"])
@by_volunteer
def my_rides(request: ActorRequest) -> HttpResponse:
    """Kilometres of visits that are logged: tick, look, send (S2-38)."""
    if first := declare_first(request, "rides"):
        return first
    if request.method == "POST" and services.asked_just_now(request.actor, ticked(request.POST)):
        messages.success(request, SENT)
        return see_other(request.actor.url("expenses:my_costs"))
    rides = queries.rides_to_ask(request.actor, request.organisation, since=first_day())
    form = RidesForm(posted(request), rides=rides, initial=_usual(request))

    def act(sent: RidesForm) -> None:
        services.ask_rides(actor=request.actor, rides=sent.asked())

    told = _page(
        request,
        _("Kilometres of visits"),
        _("Tick the visits you travelled to. The kilometres of last time stand there already."),
        "expenses/mine_rides.html",
    )
    return form_page(request, form, act, told, refuse=partial(refuse, request))


def _usual(request: ActorRequest) -> dict[str, object]:
    """How somebody travelled last time; the first time from home."""
    last = queries.last_ride(request.actor)
    if last is None:
        return {"from_place": _("Home"), "to_place": _("The visit")}
    return {
        "vehicle": last.vehicle,
        "from_place": last.from_place,
        "to_place": last.to_place,
    }


@require_http_methods(["GET", "POST"])
@by_volunteer
def my_trip(request: ActorRequest) -> HttpResponse:
    """Another way, or a ticket."""
    if first := declare_first(request, "trip"):
        return first
    form = TripForm(
        posted(request), files(request), programmes=queries.my_programmes(request.actor)
    )

    def act(sent: TripForm) -> None:
        photo = sent.cleaned_data["photo"]
        services.ask(actor=request.actor, new=sent.new(), photo=photo or None)

    told = _page(
        request,
        _("Another way, or a ticket"),
        _("A training, a meeting, or a ticket of bus, tram or train."),
        "expenses/mine_either.html",
    )
    return form_page(request, form, act, told, refuse=partial(refuse, request))


@require_http_methods(["GET", "POST"])
@by_volunteer
def my_cost(request: ActorRequest) -> HttpResponse:
    """A cost that was paid, with a photo of the bill."""
    if first := declare_first(request, "cost"):
        return first
    form = CostForm(
        posted(request), files(request), programmes=queries.my_programmes(request.actor)
    )

    def act(sent: CostForm) -> None:
        services.ask(actor=request.actor, new=sent.new(), photo=sent.cleaned_data["photo"])

    told = _page(
        request,
        _("A cost I paid"),
        _("A photo of the bill is enough. Ask first when it is a large amount."),
        "expenses/mine_asking.html",
        mine=queries.my_year(request.actor, request.organisation, day=clock.today()),
    )
    return form_page(request, form, act, told, refuse=partial(refuse, request))


@require_http_methods(["GET", "POST"])
@by_volunteer
def my_fixed(request: ActorRequest) -> HttpResponse:
    """A fixed amount for a day, in a programme that gives one (S2-43)."""
    fixed = queries.fixed_programmes(request.actor)
    if first := declare_first(request, "fixed"):
        return first
    country = request.organisation.country
    form = FixedForm(posted(request), fixed=fixed, country=country)

    def act(sent: FixedForm) -> None:
        data = sent.cleaned_data
        services.ask_fixed(
            actor=request.actor,
            day=data["day"],
            programme_id=UUID(data["programme"]),
            hours=data.get("hours"),
        )

    told = _page(
        request,
        _("A fixed amount for a day"),
        _("What your programme agreed, at most what the law allows."),
        "expenses/mine_fixed.html",
        mine=queries.my_year(request.actor, request.organisation, day=clock.today()),
        fixed=fixed,
    )
    return form_page(request, form, act, told, refuse=partial(refuse, request))
