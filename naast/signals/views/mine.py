"""«I noticed something»: what it is about, the form, danger now, and where my own signals stand."""

from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.audit import log
from naast.core import clock, drafts
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.core.paging import keyset_page
from naast.messaging.forms import posted
from naast.messaging.services import mark_read
from naast.organisations.access import ActorRequest, open_to, open_to_members
from naast.people.models import Person
from naast.signals import kinds
from naast.signals.forms.raising import RaiseForm, WriteDownForm
from naast.signals.inputs import Who
from naast.signals.panels import panels_for
from naast.signals.policies import own as policies
from naast.signals.queries import own as queries
from naast.signals.queries.handling import looks_at
from naast.signals.queries.ringing import chain
from naast.signals.services import raising as services
from naast.signals.states import SAFEGUARDED, Kind

DRAFT = "noticed"


@require_http_methods(["GET"])
@open_to_members
def notice(request: ActorRequest) -> HttpResponse:
    """What is it about? Danger now stands first."""
    match = request.GET.get("match", "")
    context: dict[str, object] = {
        "kinds": kinds.choices(),
        "about": f"?match={UUID(match)}" if _is_id(match) else "",
        "has_told": queries.mine(request.actor).exists(),
    }
    return page(request, "signals/notice.html", context)


def _is_id(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True


@require_http_methods(["GET", "POST"])
@open_to_members
def new_signal(request: ActorRequest, kind: str) -> HttpResponse:
    """What, when, how soon: less than a minute."""
    or_404(kind if kind in Kind.values else None)
    form = RaiseForm(posted(request), actor=request.actor, kind=kind, initial=_start(request))
    if request.method == "POST" and form.is_valid():
        try:
            raised = services.raise_signal(actor=request.actor, noticed=form.noticed())
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            drafts.forget(request.user.pk, f"{DRAFT}:{kind}")
            messages.success(request, _("Thank you. You are not alone with this any more."))
            return see_other(request.actor.url("signals:my_signal", signal_id=raised.pk))
    context: dict[str, object] = {
        "form": form,
        "kind": Kind(kind),
        "readers": queries.readers_before(request.actor, kind),
        "is_daily": kind not in SAFEGUARDED,
        "draft_key": f"{DRAFT}:{kind}",
        "saved": {} if form.is_bound else drafts.kept(request.user.pk, f"{DRAFT}:{kind}"),
    }
    return page(request, "signals/new_signal.html", context, refused=bool(form.errors))


def _start(request: ActorRequest) -> dict[str, object]:
    """A new key each time the form is opened, and whom it is about when the page before knew."""
    match = request.GET.get("match", "")
    return {"client_key": uuid4(), **({"match": match} if _is_id(match) else {})}


@require_http_methods(["GET"])
@open_to_members
def danger(request: ActorRequest) -> HttpResponse:
    """Danger now: the emergency number first, then people by name, then who answers at this hour."""
    shown = chain(request.actor, request.organisation, day=clock.today())
    return page(request, "signals/danger.html", {"chain": shown})


@require_http_methods(["GET"])
@open_to_members
def danger_card(request: ActorRequest) -> HttpResponse:
    """The same on paper, for beside the phone or in a bag."""
    shown = chain(request.actor, request.organisation, day=clock.today())
    return page(request, "signals/danger_card.html", {"chain": shown})


@require_http_methods(["GET"])
@open_to_members
def my_signals(request: ActorRequest) -> HttpResponse:
    """What I noticed, and where it stands."""
    context: dict[str, object] = {
        "rows": keyset_page(
            queries.mine(request.actor), params=request.GET, fields=("id",), newest_first=True
        )
    }
    return page(request, "signals/my_signals.html", context)


@require_http_methods(["GET"])
@open_to_members
def my_signal(request: ActorRequest, signal_id: UUID) -> HttpResponse:
    """One of my own: what I wrote, how far it is, and the answer."""
    signal = or_404(queries.my_signal(request.actor, signal_id))
    log.looked("signal.read-own", actor=request.actor, target=signal)
    mark_read(actor=request.actor, url=request.path)
    context: dict[str, object] = {
        "signal": signal,
        "shown": queries.own_page(signal),
        "panels": panels_for("reporter", request.actor, signal),
        "looks": looks_at(signal),
        "may_ask_to_talk": policies.tells_as_person(request.actor),
    }
    return page(request, "signals/my_signal.html", context)


@require_http_methods(["GET", "POST"])
@open_to(*policies.WRITERS)
def write_down(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """A colleague writes down what somebody told by phone, or what they noticed about this person themselves."""
    person = or_404(queries.whom_to_write_for(request.actor, person_id))
    form = WriteDownForm(
        posted(request),
        actor=request.actor,
        name=person.name,
        initial={"client_key": uuid4()},
    )
    key = f"{DRAFT}:for:{person.pk}"
    if request.method == "POST" and form.is_valid():
        try:
            services.write_down(
                actor=request.actor,
                person=person,
                who=Who(form.cleaned_data["who"]),
                noticed=form.noticed(),
            )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            drafts.forget(request.user.pk, key)
            messages.success(
                request, _("Passed on. Who reads it was told that there is something.")
            )
            return see_other(_card(request, person))
    saved = {} if form.is_bound else drafts.kept(request.user.pk, key)
    context: dict[str, object] = {
        "form": form,
        "back_url": _card(request, person),
        "name": person.name,
        "draft_key": key,
        "saved": saved,
    }
    return page(request, "signals/write_down.html", context, refused=bool(form.errors))


def _card(request: ActorRequest, person: Person) -> str:
    """The file of a participant, or else the card of a volunteer."""
    hat = "participant" if hasattr(person, "participant") else "volunteer"
    return request.actor.url(f"people:{hat}", person_id=person.pk)
