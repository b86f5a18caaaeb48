"""What a candidate told us by phone and never changes on their own page: how we reach them, and what a
referrer may hear."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function
from naast.recruitment.forms.contact_details import ContactDetailsForm, ToldTellsForm
from naast.recruitment.models import Referral
from naast.recruitment.services import own_page, referrals
from naast.recruitment.views.applications import application_or_404
from naast.recruitment.views.asking import Asked, ask
from naast.recruitment.views.own import CONTACT


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def contact_details(request: ActorRequest, application_id: UUID) -> HttpResponse:
    """Correct how we reach somebody. A new address gets a new link; the old one stops working."""
    application = application_or_404(request, application_id)
    form = ContactDetailsForm(
        request.POST or None,
        country=request.organisation.country,
        initial={name: getattr(application, name) for name in CONTACT},
    )
    asked = Asked(
        heading=_("Correct the contact details"),
        lead=_("As they told you. On their own page they can correct it themselves."),
        button=_("Save"),
        done=_("We changed it."),
        send=lambda: own_page.correct_contact(
            actor=request.actor,
            application_id=application.pk,
            contact=own_page.Contact(**{name: form.cleaned_data[name] for name in CONTACT}),
        ),
    )
    return ask(request, application, form, asked)


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def referrer_hears(request: ActorRequest, application_id: UUID) -> HttpResponse:
    """What the referrer may hear, as the candidate told us by phone (S1-17)."""
    application = application_or_404(request, application_id)
    referral = getattr(application, "referral", None)
    if referral is None:
        raise Http404
    form = ToldTellsForm(request.POST or None, initial={"tells": referral.tells})
    asked = Asked(
        heading=_("What the referrer may hear"),
        lead=_("Only the candidate decides this. Write down what they told you by phone."),
        button=_("Save"),
        done=_("That is what they may hear, and nothing more."),
        send=lambda: referrals.set_tells(
            actor=request.actor,
            application_id=application.pk,
            tells=Referral.Tells(form.cleaned_data["tells"]),
        ),
    )
    return ask(request, application, form, asked)
