"""Behind the candidate's own link: choosing a moment, the calendar file, preparing, and «myself»."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.core import clock
from naast.core.errors import DomainError
from naast.core.http import page, see_other
from naast.messaging.forms import posted
from naast.organisations.public import HouseRequest
from naast.recruitment import guide as words
from naast.recruitment.forms.fit import OwnViewForm
from naast.recruitment.forms.talks import ChooseForm
from naast.recruitment.models import CompetenceView, Talk
from naast.recruitment.queries import fit, talks
from naast.recruitment.services import fit as fit_services
from naast.recruitment.services import own_talks as services
from naast.recruitment.services.talk_letters import calendar_text
from naast.recruitment.views import sending
from naast.recruitment.views.own_door import Visit, own_link
from naast.vacancies.expectations import MEANING

RATE = "30/hour"


def _talk(visit: Visit, talk_id: UUID) -> Talk:
    found = talks.own_talk(visit.application, talk_id)
    if found is None:
        raise Http404
    return found


@require_http_methods(["GET", "POST"])
@own_link
def own_talk(request: HouseRequest, visit: Visit, talk_id: UUID) -> HttpResponse:
    """Choose one of the moments, or ask to be called."""
    talk = _talk(visit, talk_id)
    form = ChooseForm(
        request.POST or None,
        options=talks.open_moments(talk, now=clock.now()),
        initial={"brings_along": visit.application.brings_along},
    )
    context = {"talk": talk, "form": form, "token": visit.token, **_about(talk)}
    template = "recruitment/own_talk_choose.html"
    if request.method == "POST":
        why = sending.refusal(request, what="own talk", rate=RATE)
        if why:
            return sending.refused(request, template, context, form=form, why=why)
        if form.is_valid() and _chosen(request, visit, form, talk):
            return see_other(visit.url())
    return page(request, template, context, refused=bool(form.errors))


def _about(talk: Talk) -> dict[str, object]:
    """How the talk goes and where it stands."""
    return {
        "host_name": talks.name_of(talk.host),
        "how_it_goes": words.HOW_IT_GOES[Talk.Kind(talk.kind)],
        "is_to_choose": talk.status == Talk.Status.INVITED,
        "is_planned": talk.status == Talk.Status.PLANNED,
    }


def _chosen(request: HouseRequest, visit: Visit, form: ChooseForm, talk: Talk) -> bool:
    """Whether the choice is made; otherwise the form says why not."""
    option_id = form.option_id
    try:
        if option_id is None:
            services.ask_to_be_called(
                actor=visit.actor, application_id=visit.application.pk, talk_id=talk.pk
            )
        else:
            services.choose(
                actor=visit.actor,
                application_id=visit.application.pk,
                talk_id=talk.pk,
                option_id=option_id,
                brings_along=form.cleaned_data["brings_along"],
            )
    except DomainError as error:
        form.add_error(None, str(error))
        return False
    said = _("Thank you. See you then!") if option_id else _("Thank you. We will call you soon.")
    messages.success(request, said)
    return True


@require_http_methods(["GET"])
@own_link
def own_talk_calendar(request: HouseRequest, visit: Visit, talk_id: UUID) -> HttpResponse:
    """The calendar file of a planned talk."""
    talk = _talk(visit, talk_id)
    if talk.status != Talk.Status.PLANNED:
        raise Http404
    response = HttpResponse(calendar_text(talk), content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="naast.ics"'
    return response


@require_http_methods(["GET"])
@own_link
def prepare(request: HouseRequest, visit: Visit) -> HttpResponse:
    """A sheet to prepare a talk: what we talk about, what you may ask, whom you may bring (S1-255)."""
    context: dict[str, object] = {
        "token": visit.token,
        "we_talk_about": words.WE_TALK_ABOUT,
        "you_may_ask": words.YOU_MAY_ASK,
        "you_may_bring": words.YOU_MAY_BRING,
        "good_to_know": words.GOOD_TO_KNOW,
        "meaning": MEANING,
    }
    return page(request, "recruitment/own_talk_prepare.html", context)


@require_http_methods(["GET", "POST"])
@own_link
def own_view(request: HouseRequest, visit: Visit) -> HttpResponse:
    """How the candidate sees themselves beside the role; after the trial the attitudes again."""
    moments = CompetenceView.Moment
    is_after_trial = fit.is_after_trial(visit.application)
    moment = moments.AFTER_TRIAL if is_after_trial else moments.TALK
    form = OwnViewForm(posted(request), items=fit.items_of(visit.application, moment))
    context = {"form": form, "token": visit.token, "is_after_trial": is_after_trial}
    template = "recruitment/own_talk_myself.html"
    if request.method == "POST":
        why = sending.refusal(request, what="own view", rate=RATE)
        if why:
            return sending.refused(request, template, context, form=form, why=why)
        if form.is_valid():
            fit_services.keep_own_view(
                actor=visit.actor,
                application_id=visit.application.pk,
                moment=moment,
                views=form.views(),
            )
            messages.success(request, _("Thank you. We talk about it together."))
            return see_other(visit.url())
    return page(request, template, context, refused=bool(form.errors))
