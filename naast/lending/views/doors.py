"""What the pages of this room share."""

from django.http import HttpResponse
from django.utils.translation import gettext as _

from naast.core.templatetags.ui_actions import Tab
from naast.lending.models import Loan
from naast.lending.pdf import receipt_pdf
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.actors import Actor
from naast.organisations.models import Function

by_coordinator = open_to(Function.COORDINATOR)
by_volunteer = open_to(Function.VOLUNTEER)


def tabs_of(actor: Actor, current: str) -> list[Tab]:
    """Who has what, the register, and own devices."""
    rows = (
        ("overview", _("Who has what")),
        ("things", _("All things")),
        ("own_devices", _("Own phones and laptops")),
    )
    return [Tab(label, actor.url(f"lending:{name}"), name == current) for name, label in rows]


def receipt_answer(request: ActorRequest, loan: Loan) -> HttpResponse:
    """The receipt in the language of who has it; its name says nothing about anybody."""
    user = loan.person.user
    made = receipt_pdf(
        loan,
        organisation=request.organisation.name,
        language=user.language if user else request.organisation.language,
    )
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = 'inline; filename="receipt.pdf"'
    return answer
