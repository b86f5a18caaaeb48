"""Side by side: the wish, and who could stand beside the participant. And places for a volunteer."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.audit import log
from naast.companionship.forms.request_steps import ProposeForm
from naast.companionship.models import Request
from naast.companionship.policies import requests as policies
from naast.companionship.queries import places as place_queries
from naast.companionship.queries import request_pages as pages
from naast.companionship.queries import shortlist as queries
from naast.companionship.services import proposing
from naast.companionship.views.requests import wish_or_404
from naast.core import clock
from naast.core.errors import DomainError
from naast.core.http import page, see_other
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function
from naast.people import terms
from naast.people.models import Person


@require_http_methods(["GET"])
@open_to(Function.COORDINATOR)
def shortlist(request: ActorRequest, request_id: UUID) -> HttpResponse:
    """Who could stand beside this participant, and why. `?who=` puts somebody else beside them."""
    wish = wish_or_404(request, request_id)
    decision = policies.can_search(request.actor, wish)
    if not decision:
        messages.info(request, str(decision.reason))
        return see_other(request.actor.url("companionship:request", request_id=wish.pk))
    log.looked("request.read", actor=request.actor, target=wish.participant)
    return _side_by_side(request, wish, ProposeForm(), request.GET.get("who", ""))


def _side_by_side(
    request: ActorRequest, wish: Request, form: ProposeForm, who: str
) -> HttpResponse:
    sheet = queries.sheet_for(wish)
    beside = sheet.chosen(who)
    card = sheet.card_of(beside.person_id) if beside else None
    if beside is not None:
        form.initial = {"volunteer": beside.person_id}
    context = {
        "wish": wish,
        "person": wish.participant,
        "sheet": sheet,
        "beside": beside,
        "card": card,
        "expects": pages.card_rows(card) if card else [],
        "others": [each for each in sheet.shown if beside is None or each != beside],
        "preferences": pages.preferences(wish),
        "good_times": terms.parts_of(wish.weekly),
        "free_times": terms.parts_of(card.person__weekly) if card else [],
        "waiting": pages.waited(wish, today=clock.today()),
        "form": form,
        "is_waiting": wish.status == Request.Status.WAITING,
    }
    return page(request, "companionship/shortlist.html", context, refused=bool(form.errors))


@require_http_methods(["POST"])
@open_to(Function.COORDINATOR)
def propose(request: ActorRequest, request_id: UUID) -> HttpResponse:
    """Ask this volunteer. The choice record keeps who was shown, who was chosen and why."""
    wish = wish_or_404(request, request_id)
    form = ProposeForm(request.POST)
    if not form.is_valid():
        raise Http404
    volunteer_id = form.cleaned_data["volunteer"]
    try:
        proposal = proposing.propose(
            actor=request.actor,
            request_id=wish.pk,
            volunteer_id=volunteer_id,
            why=form.cleaned_data["why"],
            shown=queries.sheet_for(wish).record,
        )
    except Person.DoesNotExist as error:
        raise Http404 from error
    except DomainError as error:
        form.add_error(None, str(error))
        return _side_by_side(request, wish, form, str(volunteer_id))
    messages.success(request, _("The question is on its way to the volunteer."))
    return see_other(request.actor.url("companionship:match", match_id=proposal.match_id))


@require_http_methods(["GET"])
@open_to(Function.COORDINATOR)
def places(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """Where this volunteer could mean something (S1-105)."""
    volunteer = place_queries.get_volunteer(request.actor, person_id)
    if volunteer is None:
        raise Http404
    context = {
        "volunteer": volunteer,
        "person": volunteer.person,
        "programmes": place_queries.places_for(request.actor, volunteer),
    }
    return page(request, "companionship/places.html", context)
