"""Hats and households: who somebody is here, and with whom they live."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from naast.core import clock, drafts
from naast.core.errors import DomainError
from naast.core.http import page, see_other
from naast.organisations.access import ActorRequest, open_to
from naast.people import policies, queries, services
from naast.people.forms import HatForm
from naast.people.inputs import HatTerms
from naast.people.models import Person
from naast.people.states import BY_HAT, GOODBYE
from naast.people.terms import HATS
from naast.people.views.doors import (
    CONCERNED,
    LOOKING_AFTER,
    concerned,
    goodbye_page,
    hats_of,
    home_of,
    opened,
    refused,
    visible,
)


@require_safe
@open_to(*LOOKING_AFTER)
def hats(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """The hats somebody wears, and the ones they could put on."""
    person = visible(request, person_id)
    opened(request, person)
    worn = hats_of(person)
    context: dict[str, object] = {
        "person": person,
        "worn": [
            (
                HATS[hat],
                getattr(person, hat).get_status_display(),
                request.actor.url(f"people:{hat}", person_id=person.pk),
            )
            for hat in worn
        ],
        "offered": [
            (HATS[hat], request.actor.url("people:put_on_hat", person_id=person.pk, hat=hat))
            for hat in HATS
            if hat not in worn
        ],
        "changes": [(HATS[change.to_hat], change) for change in queries.hat_changes_of(person)],
        "back_url": home_of(request.actor, person) if worn else "",
    }
    return page(request, "people/hats.html", context)


@require_http_methods(["GET", "POST"])
@open_to(*LOOKING_AFTER)
def put_on_hat(request: ActorRequest, person_id: UUID, hat: str) -> HttpResponse:
    """Somebody becomes a volunteer, or a participant."""
    person = visible(request, person_id)
    if hat not in HATS or hat in hats_of(person):
        raise Http404
    is_change = bool(hats_of(person))
    form = HatForm(
        request.POST or None,
        initial={"changed_on": clock.today()},
        hat=hat,
        is_change=is_change,
    )
    key = f"people-hat-{hat}-{person.pk}"
    if form.is_valid():
        try:
            _put_on(request, person, hat, form)
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            drafts.forget(request.user.pk, key)
            messages.success(request, _("The new hat is on."))
            return see_other(request.actor.url(f"people:{hat}", person_id=person.pk))
    context: dict[str, object] = {
        "form": form,
        "person": person,
        "hat": HATS[hat],
        "is_change": is_change,
        "back_url": request.actor.url("people:hats", person_id=person.pk),
        "draft_key": key,
        "draft": {} if form.is_bound else drafts.kept(request.user.pk, key),
    }
    return page(request, "people/put_on_hat.html", context, refused=form.is_bound)


def _put_on(request: ActorRequest, person: Person, hat: str, form: HatForm) -> None:
    given = form.cleaned_data
    terms = HatTerms(
        expects=given.get("expects", ""),
        we_expect=given.get("we_expect", ""),
        changed_on=given["changed_on"],
    )
    fields: dict[str, object] = {
        name: given[name] for name in ("is_also_staff", "staff_note") if name in given
    }
    services.put_on_hat(
        actor=request.actor, person_id=person.pk, hat=hat, fields=fields, terms=terms
    )


@require_POST
@open_to(*CONCERNED)
def take_step(request: ActorRequest, person_id: UUID, hat: str, step: str) -> HttpResponse:
    """One step in somebody's status: pause, come back… A goodbye to a volunteer goes on at its own page."""
    person = concerned(request, person_id)
    if hat not in hats_of(person) or step not in BY_HAT[hat].steps:
        raise Http404
    if hat == "volunteer" and step == GOODBYE:
        return _to_goodbye(request, person)
    back = home_of(request.actor, person)
    if not policies.is_own(request.actor, person):
        back = request.actor.url(f"people:{hat}", person_id=person.pk)
    try:
        services.take_step(actor=request.actor, person_id=person.pk, hat=hat, step=step)
    except DomainError as error:
        return refused(request, error, back)
    messages.success(request, _("Changed."))
    return see_other(back)


def _to_goodbye(request: ActorRequest, person: Person) -> HttpResponse:
    url = goodbye_page(request.actor, person)
    if not url:
        raise Http404
    return see_other(url)


@require_safe
@open_to(*LOOKING_AFTER)
def household(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """With whom somebody lives, and looking for who lives there as well."""
    person = visible(request, person_id)
    opened(request, person)
    text = request.GET.get("q", "")
    mates = queries.about(person).housemates
    taken = {person.pk, *(mate.pk for mate in mates)}
    found = queries.search_people(request.actor, text) if text else []
    context: dict[str, object] = {
        "person": person,
        "mates": mates,
        "text": text,
        "found": [other for other in found if other.pk not in taken],
        "back_url": home_of(request.actor, person),
    }
    return page(request, "people/household.html", context)


@require_POST
@open_to(*LOOKING_AFTER)
def live_together(request: ActorRequest, person_id: UUID, other_id: UUID) -> HttpResponse:
    """The other one lives with this person."""
    person, other = visible(request, person_id), visible(request, other_id)
    back = request.actor.url("people:household", person_id=person.pk)
    try:
        services.live_together(actor=request.actor, person_id=person.pk, other_id=other.pk)
    except DomainError as error:
        return refused(request, error, back)
    messages.success(request, _("They live together."))
    return see_other(back)


@require_POST
@open_to(*LOOKING_AFTER)
def leave_household(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """Somebody lives there no longer."""
    person = visible(request, person_id)
    try:
        services.leave_household(actor=request.actor, person_id=person.pk)
    except DomainError as error:
        return refused(request, error, home_of(request.actor, person))
    messages.success(request, _("%(name)s lives elsewhere.") % {"name": person.name})
    return see_other(request.actor.url("people:household", person_id=person.pk))
