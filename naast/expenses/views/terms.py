"""What is paid back, and by which rules of the house."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.core import clock
from naast.core.http import or_404, page, see_other
from naast.expenses.forms.terms import FixedForm, HouseForm, ProgrammeForm
from naast.expenses.paper import LANGUAGES
from naast.expenses.policies import terms as policy
from naast.expenses.queries import terms as queries
from naast.expenses.services import terms as services
from naast.expenses.showing import figures_shown
from naast.expenses.views.doors import by_administrators, by_keepers
from naast.law.costs.figures import BELGIUM
from naast.messaging.forms import posted
from naast.organisations.access import ActorRequest
from naast.organisations.form_pages import FormPage, form_page
from naast.rates.queries.figures import figures_for


@require_http_methods(["GET"])
@by_keepers
def terms(request: ActorRequest) -> HttpResponse:
    """Everything that holds today: the house, its programmes, the law."""
    actor, house = request.actor, request.organisation
    context: dict[str, object] = {
        "settings": queries.settings_of(house.pk),
        "lines": queries.programme_lines(actor),
        "figures": figures_shown(figures_for(house).on(clock.today()), country=house.country),
        "is_belgian": house.country == BELGIUM,
        "may_decide": bool(policy.can_decide(actor)),
        "languages": LANGUAGES,
    }
    return page(request, "expenses/terms.html", context)


@require_http_methods(["GET", "POST"])
@by_administrators
def house(request: ActorRequest) -> HttpResponse:
    """Two pairs of eyes, and the account that pays."""
    start = HouseForm.start(queries.settings_of(request.organisation.pk))
    form = HouseForm(posted(request), initial=start)

    def act(sent: HouseForm) -> None:
        services.change_house(actor=request.actor, new=sent.terms())

    told = FormPage(
        title=_("Two pairs of eyes, and the account"),
        lead=_("Who pays can’t change this: that keeps everybody safe, also finance."),
        done=_("Kept. It holds for what is agreed from now on."),
        back_url=back_url_of(request),
        back_label=_("What we pay back"),
    )
    return form_page(request, form, act, told)


@require_http_methods(["GET", "POST"])
@by_administrators
def fixed(request: ActorRequest) -> HttpResponse:
    """Fixed amounts are given, and why."""
    settings = queries.settings_of(request.organisation.pk)
    start = {
        "flat_reason": settings.flat_reason,
        "flat_decided_on": settings.flat_decided_on or clock.today(),
    }
    form = FixedForm(posted(request), initial=start)

    def act(sent: FixedForm) -> None:
        data = sent.cleaned_data
        services.give_fixed(
            actor=request.actor, reason=data["flat_reason"], decided_on=data["flat_decided_on"]
        )

    told = FormPage(
        title=_("Give fixed amounts"),
        lead=_(
            "Volunteering is not paid. A fixed amount takes the place of tickets; it is no thanks and no pay, and "
            "not everybody has costs. Who has one can’t have other costs paid back in the same year."
        ),
        done=_("Fixed amounts are on. Now say for which programmes."),
        action=_("Give fixed amounts"),
        back_url=back_url_of(request),
        back_label=_("What we pay back"),
    )
    return form_page(request, form, act, told)


@require_http_methods(["POST"])
@by_administrators
def stop_fixed(request: ActorRequest) -> HttpResponse:
    """No new fixed amounts."""
    services.stop_fixed(actor=request.actor)
    messages.success(request, _("Fixed amounts are off. What was asked before is still looked at."))
    return see_other(request.actor.url("expenses:terms"))


@require_http_methods(["GET", "POST"])
@by_keepers
def programme(request: ActorRequest, programme_id: UUID) -> HttpResponse:
    """What one programme pays back."""
    actor, house_of = request.actor, request.organisation
    found = or_404(queries.get_programme(actor, programme_id))
    costs = or_404(queries.costs_of(house_of.pk, found.pk))
    form = ProgrammeForm(
        posted(request),
        initial=ProgrammeForm.start(costs),
        country=house_of.country,
        fixed_is_on=queries.settings_of(house_of.pk).flat_is_on,
    )

    def act(sent: ProgrammeForm) -> None:
        services.change_programme(actor=actor, programme_id=found.pk, new=sent.terms())

    told = FormPage(
        title=_("What %(programme)s pays back") % {"programme": found.name},
        lead=_("Never more than the law allows on that day. What was asked before stays as it is."),
        done=_("Kept. Volunteers of this programme see it when they ask."),
        back_url=back_url_of(request),
        back_label=_("What we pay back"),
    )
    return form_page(request, form, act, told)


def back_url_of(request: ActorRequest) -> str:
    """The way back of these forms."""
    return request.actor.url("expenses:terms")
