"""Writing down an application: for somebody by phone, on paper or at the door, or for oneself."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.core import clock, drafts
from naast.core.errors import DomainError
from naast.core.http import page, see_other
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function
from naast.people import api as people
from naast.people import terms
from naast.people.models import Person
from naast.recruitment.barriers import BARRIERS
from naast.recruitment.forms.entering import AlsoForm, EnterForm
from naast.recruitment.forms.fields import own_languages
from naast.recruitment.models import Age, CameBy, FreeChoice
from naast.recruitment.queries import channels
from naast.recruitment.queries import likely as likely_queries
from naast.recruitment.queries import roles as queries
from naast.recruitment.queries.likely import Likely
from naast.recruitment.services import arrivals

DRAFT = "application:new"
# Where somebody goes back to: a participant who would also like to help, a volunteer for another role.
HOMES = {CameBy.PARTICIPANT: "desk:participant_home", CameBy.SITE: "desk:volunteer_home"}
LANGUAGES = [code for code, _name in settings.LANGUAGES]


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def new_application(request: ActorRequest) -> HttpResponse:
    """Write down what somebody told us, by phone, on paper, with help or at the door (S1-39, S4-5)."""
    form = EnterForm(
        request.POST or None,
        initial={
            "came_on": clock.today(),
            "language": request.organisation.language,
            "heard_by": request.GET.get("via", ""),
        },
        offered=queries.to_write_down(request.actor),
        channels=channels.choices(request.actor),
        country=request.organisation.country,
    )
    likely = Likely([], [])
    if request.method == "POST" and form.is_valid():
        if not form.cleaned_data["has_looked"]:
            likely = likely_queries.likely_same(request.actor, form.cleaned_data)
            form.offer_people(likely.people)
        response = None if likely else _written(request, form)
        if response is not None:
            return response
    context: dict[str, object] = {
        "form": form,
        "likely": likely,
        "draft_key": DRAFT,
        "saved": {} if request.method == "POST" else drafts.kept(request.user.pk, DRAFT),
    }
    return page(
        request, "recruitment/enter.html", context, refused=bool(form.errors) or bool(likely)
    )


def _written(request: ActorRequest, form: EnterForm) -> HttpResponse | None:
    """The answer once it is written down, or None when the form shows why not."""
    try:
        application = arrivals.apply(actor=request.actor, new=form.new_application())
    except DomainError as error:
        form.add_error(None, str(error))
        return None
    drafts.forget(request.user.pk, DRAFT)
    messages.success(request, _("It is written down. Who can be mailed got our thanks."))
    return see_other(request.actor.url("recruitment:application", application_id=application.pk))


@require_http_methods(["GET"])
@open_to(Function.COORDINATOR)
def paper_form(request: ActorRequest) -> HttpResponse:
    """The same questions on paper, in large letters, in one of our languages (`?lang=fr`)."""
    asked = request.GET.get("lang", "")
    language = asked if asked in LANGUAGES else request.organisation.language
    with translation.override(language):
        context: dict[str, object] = {
            "language": language,
            "languages": own_languages(),
            "roles": queries.roles(request.actor),
            "support_wishes": list(terms.SUPPORT_WISHES.values()),
            "barriers": list(BARRIERS.values()),
            "choices": FreeChoice.labels,
            "ages": Age.labels,
            "empty": [],
        }
        return page(request, "recruitment/enter_paper.html", context)


@require_http_methods(["GET", "POST"])
@open_to(Function.PARTICIPANT)
def my_volunteering(request: ActorRequest) -> HttpResponse:
    """«I would also like to help»: somebody who takes part may become a volunteer too (S1-251)."""
    return _also(request, CameBy.PARTICIPANT, "recruitment/enter_also.html")


@require_http_methods(["GET", "POST"])
@open_to(Function.VOLUNTEER)
def my_other_role(request: ActorRequest) -> HttpResponse:
    """A volunteer who would like another role, or one more."""
    return _also(request, CameBy.SITE, "recruitment/enter_other_role.html")


def _also(request: ActorRequest, came_by: CameBy, template: str) -> HttpResponse:
    person = _self(request)
    offered = queries.roles(request.actor)
    key = f"application:{came_by}"
    form = AlsoForm(request.POST or None, offered=offered)
    if request.method == "POST" and offered and form.is_valid():
        try:
            arrivals.apply(
                actor=request.actor,
                new=form.new_application(person, came_by=came_by, language=request.user.language),
            )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            drafts.forget(request.user.pk, key)
            messages.success(request, _("Thank you. Within two working days we talk about it."))
            return see_other(request.actor.url(HOMES[came_by]))
    context: dict[str, object] = {
        "form": form,
        "can_apply": bool(offered),
        "draft_key": key,
        "saved": {} if request.method == "POST" else drafts.kept(request.user.pk, key),
    }
    return page(request, template, context, refused=bool(form.errors))


def _self(request: ActorRequest) -> Person:
    """The person behind this account."""
    if request.actor.person_id is None:
        raise Http404
    try:
        return people.get_person(request.actor, request.actor.person_id)
    except Person.DoesNotExist as error:
        raise Http404 from error
