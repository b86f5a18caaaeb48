"""What a volunteer says once: what other organisations pay, and where we may pay."""

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.core import clock
from naast.core.http import or_404
from naast.expenses.forms.own import ACCOUNT, CASH, AccountForm, DeclarationForm, words_of_yes
from naast.expenses.models import Declaration
from naast.expenses.queries import mine as queries
from naast.expenses.services import own as services
from naast.expenses.services.declaring import declare
from naast.expenses.views.own_doors import THEN, by_volunteer
from naast.messaging.forms import posted
from naast.organisations.access import ActorRequest
from naast.organisations.form_pages import FormPage, form_page


@require_http_methods(["GET", "POST"])
@by_volunteer
def my_declaration(request: ActorRequest, year: int) -> HttpResponse:
    """On one's honour: what other organisations pay in that year (spec/law 1.7.8)."""
    this_year = clock.today().year
    if year not in {this_year, this_year - 1}:
        raise Http404
    before = queries.my_declaration(request.actor, year)
    form = DeclarationForm(
        posted(request),
        country=request.organisation.country,
        asks_allowance=queries.has_raised_task(request.actor),
        initial=_said_before(before),
    )
    further = THEN.get(request.GET.get("then", ""))

    def act(sent: DeclarationForm) -> str | None:
        person = or_404(queries.me(request.actor))
        declare(actor=request.actor, person=person, year=year, said=sent.said())
        return request.actor.url(further) if further else None

    told = FormPage(
        title=_("My declaration for %(year)s") % {"year": year},
        lead=_(
            "The law counts what all organisations pay you together. So we ask this first, once a year. Change it "
            "when something changes."
        ),
        done=_("Thank you. It is written down."),
        action=_("I say so on my honour"),
        back_url=request.actor.url("expenses:my_costs"),
        back_label=_("My costs"),
        template="expenses/mine_declaration.html",
        context={"before": before, "other_year": this_year - 1 if year == this_year else this_year},
    )
    return form_page(request, form, act, told)


def _said_before(before: Declaration | None) -> dict[str, object]:
    if before is None:
        return {}
    return {
        "has_others": words_of_yes(before.has_others),
        "other_flat": before.other_flat or None,
        "other_month": before.other_month or None,
        "other_real": before.other_real,
        "other_km": before.other_km or None,
        "no_allowance": before.no_allowance,
    }


@require_http_methods(["GET", "POST"])
@by_volunteer
def my_account(request: ActorRequest) -> HttpResponse:
    """Where we may pay."""
    before = queries.my_account(request.actor)
    initial: dict[str, object] = {"way": ACCOUNT}
    if before is not None:
        way = CASH if before.wants_cash else ACCOUNT
        initial = {"way": way, "holder": before.holder, "iban": before.iban}
    else:
        initial["holder"] = request.user.name

    def act(sent: AccountForm) -> None:
        data = sent.cleaned_data
        services.set_account(
            actor=request.actor,
            holder=data["holder"],
            iban=data["iban"],
            wants_cash=data["way"] == CASH,
        )

    told = FormPage(
        title=_("Where we may pay"),
        lead=_("Only colleagues who pay see this."),
        done=_("Thank you. It is written down."),
        back_url=request.actor.url("expenses:my_costs"),
        back_label=_("My costs"),
        template="expenses/mine_either.html",
    )
    return form_page(request, AccountForm(posted(request), initial=initial), act, told)
