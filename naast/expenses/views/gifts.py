"""The list of gifts: with their value, beside what is paid."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.core import clock
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.core.paging import keyset_page
from naast.expenses.forms.entering import GiftForm
from naast.expenses.queries import gifts as queries
from naast.expenses.services import gifts as services
from naast.expenses.views.doors import by_finance, volunteer_or_404
from naast.law.costs.figures import BELGIUM
from naast.messaging.forms import posted
from naast.organisations.access import ActorRequest
from naast.organisations.form_pages import FormPage, form_page


@require_http_methods(["GET"])
@by_finance
def gifts(request: ActorRequest) -> HttpResponse:
    """The gifts of a calendar year, newest first."""
    return show(request)


def show(request: ActorRequest, *, refusal: str = "") -> HttpResponse:
    """The page, with why something could not be done."""
    this = clock.today().year
    asked = request.GET.get("year", "")
    year = int(asked) if asked in {str(this), str(this - 1)} else this
    context: dict[str, object] = {
        "page": keyset_page(
            queries.listed(request.actor, year=year),
            params=request.GET,
            fields=("id",),
            newest_first=True,
        ),
        "total": queries.total_of(request.actor, year=year),
        "year": year,
        "years": (this, this - 1),
        "is_belgian": request.organisation.country == BELGIUM,
        "refusal": refusal,
    }
    return page(request, "expenses/gifts.html", context, refused=bool(refusal))


@require_http_methods(["GET", "POST"])
@by_finance
def give(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """Write down one gift."""
    person = volunteer_or_404(request, person_id)
    form = GiftForm(posted(request), initial={"day": clock.today()})

    def act(sent: GiftForm) -> str:
        services.give(actor=request.actor, person=person, new=sent.gift())
        return request.actor.url("expenses:gifts")

    is_belgian = request.organisation.country == BELGIUM
    told = FormPage(
        title=_("A gift for %(name)s") % {"name": person.name},
        lead=_(
            "A small gift now and then, for a feast or a jubilee, does not count for the ceilings."
        )
        if is_belgian
        else _("A gift counts for the month and the year. Write it down before you give it."),
        done=_("Written down. Nothing is paid out for it."),
        back_url=request.actor.url("expenses:enter_for", person_id=person.pk),
        back_label=person.name,
    )
    return form_page(request, form, act, told)


@require_http_methods(["POST"])
@by_finance
def take_back(request: ActorRequest, gift_id: UUID) -> HttpResponse:
    """A gift that was written down by mistake comes off the list."""
    found = or_404(queries.get_gift(request.actor, gift_id))
    try:
        services.take_back(actor=request.actor, gift_id=found.pk)
    except DomainError as error:
        return show(request, refusal=str(error))
    messages.success(request, _("Off the list. The line and its correction both stay to read."))
    return see_other(request.actor.url("expenses:gifts"))
