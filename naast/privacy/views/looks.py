"""Who looked? For the person themselves, and for who guards the files."""

from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from naast.audit import log
from naast.audit.models import Event
from naast.core.http import or_404, page
from naast.core.paging import keyset_page
from naast.organisations.access import ActorRequest, open_to_members
from naast.organisations.models import Function
from naast.people.models import Person
from naast.privacy.policies import keeping as policies
from naast.privacy.queries import looks as queries
from naast.privacy.views.guards import by_coordinator, finding, own_person_if_any, somebody


@require_http_methods(["GET"])
@open_to_members
def my_looks(request: ActorRequest) -> HttpResponse:
    """Who opened my card or file, and what I told you: when, who, and as what."""
    person = own_person_if_any(request)
    events = queries.own_looks(request.actor, person) if person else queries.no_looks()
    return _show(request, person, events, "my_looks")


@require_http_methods(["GET"])
@by_coordinator
def looks(request: ActorRequest) -> HttpResponse:
    """Whose file would you like to know it of?"""
    return page(request, "privacy/looks.html", finding(request))


@require_http_methods(["GET"])
@by_coordinator
def looks_of(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """Who opened one card or file: the person reads the same, and reads that this was looked up."""
    person = somebody(request, person_id)
    or_404(policies.can_read_looks(request.actor, person) or None)
    log.looked("looks.read", actor=request.actor, target=person)
    return _show(request, person, queries.looks_at(request.actor, person), "looks_of")


def _show(
    request: ActorRequest, person: Person | None, events: QuerySet[Event], template: str
) -> HttpResponse:
    found = keyset_page(events, params=request.GET, fields=("id",), newest_first=True)
    context: dict[str, object] = {
        "person": person,
        "looks": queries.told(person, found.rows) if person else [],
        "has_card": request.actor.has(Function.VOLUNTEER, Function.PARTICIPANT),
        "page": found,
    }
    return page(request, f"privacy/{template}.html", context)
