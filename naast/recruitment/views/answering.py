"""Answering what a candidate asks."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.core.errors import DomainError
from naast.core.http import page, see_other
from naast.organisations.access import ActorRequest, open_to
from naast.recruitment.forms.own import AnswerForm
from naast.recruitment.policies.applications import STAFF
from naast.recruitment.queries import applications
from naast.recruitment.queries import questions as queries
from naast.recruitment.services import questions as services
from naast.recruitment.views.applications import opened


@require_http_methods(["GET", "POST"])
@open_to(*STAFF)
def answer(request: ActorRequest, application_id: UUID) -> HttpResponse:
    """Answer what is open, or say something of our own: the candidate gets a letter that there is
    something to read."""
    application = applications.get_application(request.actor, application_id)
    if application is None:
        raise Http404
    opened(request, application)
    back = request.actor.url("recruitment:application", application_id=application.pk)
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.answer(
                actor=request.actor,
                application_id=application.pk,
                text=form.cleaned_data["text"],
            )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Your answer stands on the page of the candidate."))
            return see_other(back)
    context: dict[str, object] = {
        "application": application,
        "questions": queries.questions_panel(request.actor, application),
        "form": form,
        "back_url": back,
    }
    return page(request, "recruitment/answer.html", context, refused=bool(form.errors))
