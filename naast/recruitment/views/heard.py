"""Where a candidate heard of us, for who was entered without it."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function
from naast.recruitment.forms.steps import ChannelForm
from naast.recruitment.queries import channels
from naast.recruitment.services import heard as services
from naast.recruitment.views.applications import application_or_404
from naast.recruitment.views.asking import Asked, ask


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def change_channel(request: ActorRequest, application_id: UUID) -> HttpResponse:
    """The channel they name now, or «not known» (S1-64, S1-231)."""
    application = application_or_404(request, application_id)
    form = ChannelForm(
        request.POST or None,
        channels=channels.choices(request.actor),
        now=application.channel,
    )
    asked = Asked(
        heading=_("How they heard of us"),
        lead=_("Ask it when you talk. It tells which ways reach people, and which people we don’t reach yet."),
        button=_("Write it down"),
        done=_("Written down."),
        send=lambda: services.change_channel(
            actor=request.actor, application_id=application.pk, code=form.cleaned_data["channel"]
        ),
    )  # fmt: skip
    return ask(request, application, form, asked)
