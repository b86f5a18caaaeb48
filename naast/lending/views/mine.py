"""The volunteer's own pages: what I have on loan, and what holds for my own phone."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.core import clock
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.lending.forms.own import NewsForm
from naast.lending.models import Loan
from naast.lending.queries import loans as queries
from naast.lending.queries import things
from naast.lending.services import loans as services
from naast.lending.texts import terms
from naast.lending.views.doors import by_volunteer, receipt_answer
from naast.messaging.forms import posted
from naast.messaging.services import mark_read
from naast.organisations.access import ActorRequest
from naast.organisations.form_pages import FormPage, form_page


def own_or_404(request: ActorRequest, loan_id: UUID) -> Loan:
    """One of one's own loans."""
    return or_404(queries.get_own(request.actor, loan_id))


@require_http_methods(["GET"])
@by_volunteer
def mine(request: ActorRequest) -> HttpResponse:
    """What I have, since when, and what goes with it; what I had."""
    mark_read(actor=request.actor, url=request.path)
    return show_mine(request)


def show_mine(request: ActorRequest, *, refusal: str = "") -> HttpResponse:
    """The page, with why something could not be done."""
    rows = queries.mine(request.actor)
    held = [loan for loan in rows if loan.is_out]
    context: dict[str, object] = {
        "held": held,
        "earlier": [loan for loan in rows if not loan.is_out],
        "terms": terms(has_data=any(loan.item.has_data for loan in held)),
        "rules": list(things.my_rules(request.actor)),
        "today": clock.today(),
        "refusal": refusal,
    }
    return page(request, "lending/mine.html", context, refused=bool(refusal))


@require_http_methods(["POST"])
@by_volunteer
def confirm(request: ActorRequest, loan_id: UUID) -> HttpResponse:
    """I have it."""
    found = own_or_404(request, loan_id)
    try:
        services.confirm(actor=request.actor, loan_id=found.pk)
    except DomainError as error:
        return show_mine(request, refusal=str(error))
    messages.success(request, _("Thank you. Enjoy it."))
    return see_other(request.actor.url("lending:mine"))


@require_http_methods(["GET", "POST"])
@by_volunteer
def tell_news(request: ActorRequest, loan_id: UUID) -> HttpResponse:
    """It is broken, or it is lost: it can happen to anybody."""
    found = own_or_404(request, loan_id)
    found = or_404(found if found.is_out else None)
    form = NewsForm(posted(request), initial={"told": found.told, "words": found.told_words})

    def act(sent: NewsForm) -> None:
        services.tell_news(actor=request.actor, loan_id=found.pk, **sent.cleaned_data)

    told = FormPage(
        title=_("Something is wrong with it"),
        lead=_(
            "It can happen to anybody. Good that you tell: then we look for a solution together."
        ),
        done=_("Thank you for telling. Your coordinator calls you."),
        back_url=request.actor.url("lending:mine"),
        back_label=_("What I have on loan"),
        action=_("Send"),
    )
    return form_page(request, form, act, told)


@require_http_methods(["GET"])
@by_volunteer
def my_receipt(request: ActorRequest, loan_id: UUID) -> HttpResponse:
    """To keep."""
    return receipt_answer(request, own_or_404(request, loan_id))
