"""The coordinator's day, and finding anybody."""

from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.agreements.queries.staff import has_text_to_read
from naast.core import clock
from naast.core.errors import DomainError
from naast.core.http import page, see_other
from naast.desk import finding, services, setup_guide
from naast.desk.attention import day_of
from naast.desk.forms import LaterForm
from naast.desk.greeting import greeting
from naast.desk.waiting import last_day
from naast.desk.week import week_of
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function

COMES_BACK_AFTER = timedelta(days=7)


@require_http_methods(["GET"])
@open_to(Function.COORDINATOR)
def today(request: ActorRequest) -> HttpResponse:
    """What needs attention now, this week, and what is good to know."""
    everything = request.GET.get("all") == "1"
    day = day_of(request.actor, now=clock.now(), everything=everything)
    steps = setup_guide.steps(request.actor) if day.is_new_here else []
    context = {
        "greeting": greeting(clock.now()),
        "day": day,
        "groups": [
            (heading, group)
            for heading, group in zip(
                (_("Now"), _("This week"), _("Good to know")), day.groups, strict=True
            )
            if group.first
        ],
        "everything": everything,
        "steps": steps,
        "text_to_read": has_text_to_read(request.actor),
        "next_step": next((step for step in steps if not step.is_done), None),
    }
    return page(request, "desk/today.html", context)


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def later(request: ActorRequest, kind: str, subject_id: UUID) -> HttpResponse:
    """Put one item off, on one's own desk alone: until when, and why."""
    item = day_of(request.actor, now=clock.now(), everything=True).find(kind, subject_id)
    if item is None:
        messages.info(request, _("This is no longer on the desk: nothing has to wait."))
        return see_other(request.actor.url("desk:today"))
    last = last_day(item, clock.today())
    if last is None:
        messages.info(request, str(services.WITHIN_HOURS))
        return see_other(item.url)
    usual = min(last, clock.today() + COMES_BACK_AFTER)
    form = LaterForm(request.POST or None, last=last, initial={"until_on": usual})
    if request.method == "POST" and form.is_valid():
        try:
            wish = services.Later(**form.cleaned_data)
            put = services.put_off(actor=request.actor, item=item, later=wish)
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            day = date_format(put.until_on, "l j F")
            messages.success(request, _("It comes back on %(day)s.") % {"day": day})
            return see_other(request.actor.url("desk:today"))
    context = {"item": item, "form": form, "last": last}
    return page(request, "desk/later.html", context, refused=bool(form.errors))


@require_http_methods(["GET"])
@open_to(Function.COORDINATOR)
def put_off(request: ActorRequest) -> HttpResponse:
    """What the actor put off, why and until when: nothing disappears unseen."""
    day = day_of(request.actor, now=clock.now(), everything=True)
    rows = sorted(day.put_off, key=lambda each: each[1].until_on)
    return page(request, "desk/put_off.html", {"rows": rows})


@require_http_methods(["POST"])
@open_to(Function.COORDINATOR)
def bring_back(request: ActorRequest, kind: str, subject_id: UUID) -> HttpResponse:
    """It stands on the desk again today."""
    services.bring_back(actor=request.actor, kind=kind, subject_id=subject_id)
    return see_other(request.actor.url("desk:today"))


@require_http_methods(["GET"])
@open_to(Function.COORDINATOR)
def week(request: ActorRequest) -> HttpResponse:
    """Who went quiet, what was promised and not done yet, and what comes."""
    return page(request, "desk/week.html", {"week": week_of(request.actor, now=clock.now())})


@require_http_methods(["GET"])
@open_to(Function.COORDINATOR)
def search(request: ActorRequest) -> HttpResponse:
    """People and programmes whose words begin with what was typed."""
    words = request.GET.get("q", "").strip()[:100]
    found = finding.find(request.actor, words)
    return page(request, "desk/search.html", {"words": words, "found": found})
