"""A candidate's own page, behind their own link: see, correct, be forgotten; and a new link."""

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.core import clock
from naast.core.errors import DomainError
from naast.core.http import page, see_other
from naast.organisations.public import HouseRequest, open_house
from naast.recruitment import links
from naast.recruitment.forms.own import (
    AdditionForm,
    ChoiceForm,
    ContactForm,
    NewLinkForm,
    QuestionForm,
    RestForm,
    TellsForm,
)
from naast.recruitment.models import Application
from naast.recruitment.queries import own_page as queries
from naast.recruitment.services import erasing
from naast.recruitment.services import own_page as services
from naast.recruitment.services.own_page import Contact
from naast.recruitment.views import sending
from naast.recruitment.views.own_door import Visit, hidden, own_link

CONTACT = (
    "given_name",
    "family_name",
    "email",
    "phone",
    "place",
    "language",
    "prefers_phone",
    "brings_along",
)


@require_http_methods(["GET"])
@own_link
def own_page(request: HouseRequest, visit: Visit) -> HttpResponse:
    """Where I am, what comes next and who does it, what was said, and everything I may do."""
    return show(request, visit)


def show(request: HouseRequest, visit: Visit, **refused: object) -> HttpResponse:
    """The page; `refused` holds a form that was not taken in, under its own name."""
    application = visit.application
    own = queries.own_page(application, today=clock.today())
    tells = {"tells": own.referral.tells} if own.referral else {}
    context: dict[str, object] = {
        "application": application,
        "token": visit.token,
        "own_id": str(application.pk),
        "own": own,
        "own_talks": own.talks,
        "own_notes": own.notes,
        "ask_form": QuestionForm(prefix="ask"),
        "note_form": AdditionForm(),
        "choice_form": ChoiceForm(),
        "rest_form": RestForm(),
        "tells_form": TellsForm(initial=tells),
        **refused,
    }
    return page(request, "recruitment/own_page.html", context, refused=bool(refused))


@require_http_methods(["GET", "POST"])
@own_link
def contact(request: HouseRequest, visit: Visit) -> HttpResponse:
    """Correct how we reach me. A new address gets a letter, so this can't be sent without end."""
    template = "recruitment/own_contact.html"
    form = ContactForm(
        request.POST or None,
        country=request.house.country,
        initial={name: getattr(visit.application, name) for name in CONTACT},
    )
    context = {"form": form, "back_url": visit.url(), "application": visit.application}
    if request.method == "POST":
        why = sending.refusal(request, what="own contact")
        if why:
            return sending.refused(request, template, context, form=form, why=why)
        corrected = _corrected(visit, form) if form.is_valid() else None
        if corrected is not None:
            messages.success(request, _("We changed it."))
            return see_other(links.link_of(corrected, request.house.slug))
    return page(request, template, context, refused=bool(form.errors))


def _corrected(visit: Visit, form: ContactForm) -> Application | None:
    """The application as it is from now on; None when the form says why not."""
    try:
        return services.correct_contact(
            actor=visit.actor,
            application_id=visit.application.pk,
            contact=Contact(**{name: form.cleaned_data[name] for name in CONTACT}),
        )
    except DomainError as error:
        form.add_error(None, str(error))
        return None


@require_http_methods(["GET", "POST"])
@own_link
def forget(request: HouseRequest, visit: Visit) -> HttpResponse:
    """Be forgotten now: asked once, then done."""
    if request.method == "POST":
        try:
            erasing.erase_now(actor=visit.actor, application=visit.application)
        except DomainError as error:
            messages.error(request, str(error))
            return see_other(visit.url())
        return see_other(reverse("public:forgotten", kwargs={"house": request.house.slug}))
    context: dict[str, object] = {"application": visit.application, "back_url": visit.url()}
    return page(request, "recruitment/own_forget.html", context)


@require_http_methods(["GET"])
@open_house
def forgotten(request: HouseRequest) -> HttpResponse:
    """It is done: a goodbye that holds nothing of anybody."""
    return hidden(page(request, "recruitment/own_forgotten.html", {}))


@require_http_methods(["GET", "POST"])
@open_house
def new_link(request: HouseRequest) -> HttpResponse:
    """A new link by mail. The answer is the same whether or not the address is known."""
    template = "recruitment/own_new_link.html"
    form = NewLinkForm(request.POST or None)
    context: dict[str, object] = {"form": form, "is_sent": "sent" in request.GET}
    if request.method == "POST":
        why = sending.refusal(request, what="new-link", rate="5/hour")
        if why:
            return hidden(sending.refused(request, template, context, form=form, why=why))
        if form.is_valid():
            services.send_links_again(actor=request.visitor, email=form.cleaned_data["email"])
            return see_other(f"{request.path}?sent=1")
    return hidden(page(request, template, context, refused=bool(form.errors)))
