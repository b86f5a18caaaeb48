"""What a parting on our initiative rests on: grounds, earlier steps, what was seen, the volunteer's view."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.core import clock
from naast.core.http import or_404
from naast.messaging.forms import posted
from naast.organisations.access import ActorRequest
from naast.organisations.form_pages import FormPage, form_page
from naast.parting.forms.partings import EarlierForm, GroundsForm, SeenForm, ViewForm
from naast.parting.models import Parting
from naast.parting.queries import partings as queries
from naast.parting.queries.visions import visions_of
from naast.parting.services import grounds as services
from naast.parting.states import PartingState
from naast.parting.views.doors import by_coordinator
from naast.parting.views.partings import back_to, open_or_404


def _ours(request: ActorRequest, parting_id: UUID, *states: PartingState) -> Parting:
    found = open_or_404(request, parting_id)
    return or_404(found if found.is_ours and found.state in states else None)


@require_http_methods(["GET", "POST"])
@by_coordinator
def grounds(request: ActorRequest, parting_id: UUID) -> HttpResponse:
    """On which ground, and which core value or norm."""
    found = _ours(request, parting_id, PartingState.OPEN)
    form = GroundsForm(
        posted(request),
        ladder=queries.ladder_of(request.actor, found),
        vision=visions_of(found.person_id),
        initial={
            "grounds": found.grounds,
            "value": found.value,
            "not_kept": found.not_kept_id,
        },
    )

    def act(sent: GroundsForm) -> None:
        services.name_grounds(actor=request.actor, parting_id=found.pk, given=sent.given())

    told = FormPage(
        title=_("The ground"),
        lead=_("Which core value is it about? That keeps it from being a matter of taste."),
        key=f"grounds:{found.pk}",
        done=_("Written down."),
    )
    return form_page(request, form, act, back_to(request, found, told))


@require_http_methods(["GET", "POST"])
@by_coordinator
def earlier(request: ActorRequest, parting_id: UUID) -> HttpResponse:
    """Something that was tried before."""
    found = _ours(request, parting_id, PartingState.OPEN)
    form = EarlierForm(posted(request), initial={"taken_on": clock.today()})

    def act(sent: EarlierForm) -> None:
        services.add_earlier(actor=request.actor, parting_id=found.pk, earlier=sent.earlier())

    told = FormPage(
        title=_("An earlier step"),
        lead=_("What was tried before, on which day, and how the volunteer saw it."),
        key=f"earlier:{found.pk}",
        done=_("Written down."),
    )
    return form_page(request, form, act, back_to(request, found, told))


@require_http_methods(["GET", "POST"])
@by_coordinator
def seen(request: ActorRequest, parting_id: UUID) -> HttpResponse:
    """What somebody saw, or only heard."""
    found = _ours(request, parting_id, PartingState.OPEN)
    form = SeenForm(posted(request), initial={"seen_on": clock.today()})

    def act(sent: SeenForm) -> None:
        services.add_seen(actor=request.actor, parting_id=found.pk, seen=sent.seen())

    told = FormPage(
        title=_("What was seen"),
        lead=_("Who saw it, when, and what. At least one person saw it themselves."),
        key=f"parting-seen:{found.pk}",
        done=_("Written down."),
    )
    return form_page(request, form, act, back_to(request, found, told))


@require_http_methods(["GET", "POST"])
@by_coordinator
def view(request: ActorRequest, parting_id: UUID) -> HttpResponse:
    """How the volunteer sees it, written down for them."""
    found = _ours(request, parting_id, PartingState.SHARED)
    form = ViewForm(
        posted(request), initial={"words": found.own_view, "companion": found.companion}
    )

    def act(sent: ViewForm) -> None:
        services.write_view(actor=request.actor, parting_id=found.pk, **sent.given())

    told = FormPage(
        title=_("How the volunteer sees it"),
        lead=_("In their words, as they told you."),
        key=f"parting-view:{found.pk}",
        done=_("Written down."),
        template="parting/view_form.html",
    )
    return form_page(request, form, act, back_to(request, found, told))
