"""What holds for own phones and laptops, programme by programme (S3-27)."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.core.http import or_404, page
from naast.core.paging import keyset_page
from naast.lending.forms.staff import OwnDevicesForm
from naast.lending.queries import things as queries
from naast.lending.services import things as services
from naast.lending.views.doors import by_coordinator, tabs_of
from naast.messaging.forms import posted
from naast.organisations.access import ActorRequest
from naast.organisations.form_pages import FormPage, form_page


@require_http_methods(["GET"])
@by_coordinator
def own_devices(request: ActorRequest) -> HttpResponse:
    """Every programme with its rule, or that nobody said so yet."""
    context = {
        "page": keyset_page(
            queries.rules(request.actor), params=request.GET, fields=("name", "id")
        ),
        "tabs": tabs_of(request.actor, "own_devices"),
    }
    return page(request, "lending/own_devices.html", context)


@require_http_methods(["GET", "POST"])
@by_coordinator
def own_devices_of(request: ActorRequest, programme_id: UUID) -> HttpResponse:
    """Say what holds in one programme."""
    programme = or_404(queries.rules(request.actor).filter(pk=programme_id).first())
    said = queries.rule_of(request.actor, programme.pk)
    form = OwnDevicesForm(
        posted(request), initial={"rule": said.rule, "why": said.why} if said else {}
    )

    def act(sent: OwnDevicesForm) -> None:
        services.set_own_devices(
            actor=request.actor, programme_id=programme.pk, **sent.cleaned_data
        )

    told = FormPage(
        title=_("Own phones and laptops: %(programme)s") % {"programme": programme.name},
        lead=_(
            "At somebody’s home an own laptop can feel strange, and papers of a participant can stay on it. "
            "Decide it together, and say why."
        ),
        done=_("Written down. Volunteers of this programme read it on their own page."),
        back_url=request.actor.url("lending:own_devices"),
        back_label=_("Own phones and laptops"),
    )
    return form_page(request, form, act, told)
