"""An administrator adds an amount of the law, and withdraws one."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from naast.core import clock
from naast.core.http import or_404
from naast.law.costs.plausible import year_of
from naast.messaging.forms import posted
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.form_pages import FormPage, form_page
from naast.organisations.models import Function
from naast.rates import words
from naast.rates.forms.rates import FORMS, RateForm, WithdrawForm
from naast.rates.lawful import OF_COUNTRY, amounts_of
from naast.rates.models import Figure
from naast.rates.queries import rates as queries
from naast.rates.services import rates as services

by_administrator = open_to(Function.ADMINISTRATOR)


@require_http_methods(["GET", "POST"])
@by_administrator
def add(request: ActorRequest, figure: str) -> HttpResponse:
    """Enter a figure that was published, or confirm one that is only remembered. `from` and `until` say for which
    days; without them the first days that are missing stand there."""
    if figure not in OF_COUNTRY.get(request.organisation.country, ()):
        raise Http404
    kind = Figure(figure)
    form = FORMS[figure](posted(request), initial=_initial(request, kind))

    def act(sent: RateForm) -> None:
        services.add(actor=request.actor, new=sent.new())

    told = FormPage(
        title=str(kind.label),
        lead=_("Enter what was published, with where it stands. It is never changed afterwards."),
        done=_("It holds from now on for every claim of these days."),
        back_url=request.actor.url("rates:rates"),
        back_label=_("Amounts of the law"),
        # What was begun for other days stays with those.
        key=f"rate-new:{request.actor.organisation_id}:{figure}:{_day(request, 'from') or ''}",
    )
    return form_page(request, form, act, told)


@require_http_methods(["GET", "POST"])
@by_administrator
def withdraw(request: ActorRequest, rate_id: UUID) -> HttpResponse:
    """A row no longer holds. First the page says how many claims were judged with it."""
    row = or_404(queries.get_living(request.actor, rate_id))

    def act(sent: WithdrawForm) -> None:
        number = services.withdraw(
            actor=request.actor, rate_id=row.pk, because=sent.cleaned_data["because"]
        )
        if number:
            messages.warning(request, _judged(number))

    told = FormPage(
        title=_("Withdraw an amount"),
        lead=f"{row.get_figure_display()}, {words.days(row.valid_from, row.valid_to)}",
        action=_("Withdraw"),
        done=_("It no longer holds. The row stays in the history."),
        back_url=request.actor.url("rates:rates"),
        back_label=_("Amounts of the law"),
        template="rates/withdraw.html",
        context={
            "amounts": words.amounts(row.figure, row.amounts),
            "judged": _judged(services.judged_with(row)),
        },
    )
    return form_page(request, WithdrawForm(posted(request)), act, told)


def _judged(number: int) -> str:
    if not number:
        return _("No claim was judged with it.")
    return ngettext(
        "%(number)s claim was judged with it. It stays as it is, and finance is asked to look at it again.",
        "%(number)s claims were judged with it. They stay as they are, and finance is asked to look at them again.",
        number,
    ) % {"number": number}


def _initial(request: ActorRequest, figure: Figure) -> dict[str, object]:
    first, last = _day(request, "from"), _day(request, "until")
    if first is None or last is None:
        gap = queries.first_gap(request.actor, request.organisation, figure, clock.today())
        if gap is None:
            return {}
        first, last = gap.to_enter
    # What is remembered for several years is confirmed year by year.
    last = min(last, year_of(first).last)
    remembered = queries.remembered_on(request.organisation.country, figure, first)
    return {
        **FORMS[figure].initial_of(first, last),
        **(amounts_of(remembered) if remembered is not None else {}),
    }


def _day(request: ActorRequest, name: str) -> date | None:
    try:
        return parse_date(request.GET.get(name, ""))
    except ValueError:
        return None
