"""Pages about channels: where people hear of us (S1-232)."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from naast.core.errors import DomainError
from naast.core.http import page, see_other
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function
from naast.vacancies import addresses
from naast.vacancies.forms.vacancies import ChannelForm, channel_now
from naast.vacancies.models import Channel
from naast.vacancies.queries import staff as queries
from naast.vacancies.services import channels as services


@require_http_methods(["GET"])
@open_to(Function.COORDINATOR)
def channels(request: ActorRequest) -> HttpResponse:
    """All channels, each with the link that carries its name."""
    slug = request.organisation.slug
    rows = [
        (each, addresses.of_house(slug, via=each.code)) for each in queries.channels(request.actor)
    ]
    return page(request, "vacancies/channels.html", {"rows": rows})


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def new_channel(request: ActorRequest) -> HttpResponse:
    """Write down a channel."""
    return _channel_form(request, None)


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def change_channel(request: ActorRequest, channel_id: UUID) -> HttpResponse:
    """Change a channel, or say that it isn't used any more."""
    channel = queries.get_channel(request.actor, channel_id)
    if channel is None:
        raise Http404
    return _channel_form(request, channel)


def _channel_form(request: ActorRequest, channel: Channel | None) -> HttpResponse:
    initial = channel_now(channel) if channel else {}
    form = ChannelForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            services.save_channel(
                actor=request.actor,
                values=form.cleaned_data,
                channel_id=channel.pk if channel else None,
            )
        except DomainError as error:
            form.add_error("code", str(error))
        else:
            messages.success(request, _("Saved."))
            return see_other(request.actor.url("vacancies:channels"))
    context: dict[str, object] = {"form": form, "channel": channel}
    return page(request, "vacancies/channel.html", context, refused=bool(form.errors))


@require_http_methods(["POST"])
@open_to(Function.COORDINATOR)
def add_usual(request: ActorRequest) -> HttpResponse:
    """The channels that organisations use most, in one tap."""
    number = services.add_usual(actor=request.actor)
    said = ngettext("%(number)s channel added.", "%(number)s channels added.", number)
    messages.success(request, said % {"number": number})
    return see_other(request.actor.url("vacancies:channels"))
