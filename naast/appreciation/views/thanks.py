"""Thanking, and reading what one was thanked for."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.appreciation import policies
from naast.appreciation.forms import DaysForm, ThanksForm
from naast.appreciation.models import DaysToRemember
from naast.appreciation.queries import board as board_queries
from naast.appreciation.queries import days, thanks
from naast.appreciation.services import thanks as services
from naast.appreciation.views.doors import by_coordinator, by_staff, by_volunteer, kept_for, own_id
from naast.core import clock, drafts
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.core.paging import keyset_page
from naast.messaging.services import mark_read
from naast.organisations.access import ActorRequest
from naast.people.models import Person

SHOWN = 12


@require_http_methods(["GET"])
@by_coordinator
def overview(request: ActorRequest) -> HttpResponse:
    """Whose day comes, who asks for a letter, what waits for the board, and thanks of late."""
    actor, today, now = request.actor, clock.today(), clock.now()
    rows = keyset_page(
        thanks.given(actor), params=request.GET, fields=("given_on", "id"), newest_first=True
    )
    context: dict[str, object] = {
        "days": days.coming(actor, today=today),
        "letters": list(board_queries.letters_to_write(actor)[:SHOWN]),
        "cards": list(board_queries.to_place(actor)[:SHOWN]),
        "teams": list(thanks.quiet_teams(actor.organisation_id, day=today)[:SHOWN]),
        "looks": list(policies.shared_looks(actor).select_related("person")[:SHOWN]),
        "year": board_queries.year_of_gatherings(actor, now=now),
        "rows": rows,
    }
    return page(request, "appreciation/overview.html", context)


@require_http_methods(["GET", "POST"])
@by_staff
def thank(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """Say what it meant; or, with the button on another page, thank in one tap."""
    person = or_404(thanks.get_thankable(request.actor, person_id))
    form = ThanksForm(request.POST if request.method == "POST" else None)
    kept = kept_for(request, "thanks", person.pk)
    if request.method == "POST" and form.is_valid():
        try:
            services.thank(actor=request.actor, person_id=person.pk, **form.cleaned_data)
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            drafts.forget(request.user.pk, str(kept["draft_key"]))
            messages.success(request, _sent(person))
            return see_other(_back(request))
    context: dict[str, object] = {
        "person": person,
        "form": form,
        "on_paper": services.is_told_on_paper(person),
        "back_url": _back(request),
        **kept,
    }
    return page(request, "appreciation/thank.html", context, refused=bool(form.errors))


def _sent(person: Person) -> str:
    if services.is_told_on_paper(person):
        return _("Written down. %(name)s reads nothing on screen: please say it yourself.") % {
            "name": person.first_name
        }
    return _("Sent to %(name)s. Thank you for saying so.") % {"name": person.first_name}


def _back(request: ActorRequest) -> str:
    home = "desk:today" if request.actor.is_coordinator else "desk:professional_home"
    if not request.actor.is_coordinator and "professional" not in request.actor.functions:
        home = "desk:board_home"
    return request.actor.url(home)


@require_http_methods(["GET", "POST"])
@by_volunteer
def mine(request: ActorRequest) -> HttpResponse:
    """What I was thanked for, and which of my days may be remembered."""
    actor, person_id = request.actor, own_id(request)
    found = DaysToRemember.objects.filter(organisation_id=actor.organisation_id)
    chosen = found.filter(person_id=person_id).first()
    form = DaysForm(request.POST if request.method == "POST" else None, initial=_initial(chosen))
    if request.method == "POST" and form.is_valid():
        services.choose_days(actor=actor, person_id=person_id, **form.cleaned_data)
        messages.success(request, _("Noted. You can change it whenever you like."))
        return see_other(actor.url("appreciation:mine"))
    rows = keyset_page(
        thanks.received(actor), params=request.GET, fields=("given_on", "id"), newest_first=True
    )
    services.mark_seen(actor=actor)
    mark_read(actor=actor, url=request.path)
    context: dict[str, object] = {"rows": rows, "form": form}
    return page(request, "appreciation/mine.html", context, refused=bool(form.errors))


def _initial(chosen: DaysToRemember | None) -> dict[str, Any]:
    if chosen is None:
        return {}
    return {"birthday": chosen.birthday, "anniversary": chosen.anniversary}


@require_http_methods(["GET", "POST"])
@by_coordinator
def days_of(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """Write down which days a volunteer likes to be remembered, as they said it."""
    person = or_404(thanks.get_thankable(request.actor, person_id))
    chosen = DaysToRemember.objects.filter(person=person).first()
    form = DaysForm(request.POST if request.method == "POST" else None, initial=_initial(chosen))
    if request.method == "POST" and form.is_valid():
        try:
            services.choose_days(actor=request.actor, person_id=person.pk, **form.cleaned_data)
        except Person.DoesNotExist as error:
            raise Http404 from error
        messages.success(request, _("Written down."))
        return see_other(request.actor.url("people:volunteer", person_id=person.pk))
    context: dict[str, object] = {"person": person, "form": form}
    return page(request, "appreciation/days.html", context, refused=bool(form.errors))
