"""Finance enters what came on paper: for somebody who is not online."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from naast.core import clock
from naast.core.errors import DomainError
from naast.core.http import or_404, page, show_refusal
from naast.core.text import Text
from naast.expenses.errors import DeclareFirst
from naast.expenses.forms.entering import (
    BillForm,
    FixedAmountForm,
    PaperDeclarationForm,
    PaperForm,
    TravelForm,
)
from naast.expenses.paper import LANGUAGES
from naast.expenses.queries import entering as queries
from naast.expenses.queries.terms import settings_of
from naast.expenses.queries.years import declared_by
from naast.expenses.services import claims, declaring
from naast.expenses.views.doors import by_finance, volunteer_or_404
from naast.law.costs.figures import BELGIUM
from naast.messaging.forms import posted
from naast.organisations.access import ActorRequest
from naast.organisations.form_pages import FormPage, form_page
from naast.people.models import Person
from naast.programmes.models import Programme


@dataclass(frozen=True, slots=True)
class Line:
    """One kind of line on a paper."""

    title: Text
    form: type[PaperForm]
    programmes: Callable[[Person], QuerySet[Programme]] = queries.programmes_of_volunteer


LINES: Mapping[str, Line] = {
    "travel": Line(gettext_lazy("Travel of %(name)s"), TravelForm),
    "bill": Line(gettext_lazy("A cost of %(name)s with a bill"), BillForm),
    "fixed": Line(
        gettext_lazy("A fixed amount for %(name)s"),
        FixedAmountForm,
        queries.programmes_with_fixed,
    ),
}


@require_http_methods(["GET"])
@by_finance
def enter(request: ActorRequest) -> HttpResponse:
    """For whom? By the beginning of a name."""
    typed = request.GET.get("find", "")
    context: dict[str, object] = {
        "find": typed,
        "people": queries.find_volunteers(request.actor, typed),
        "languages": LANGUAGES,
    }
    return page(request, "expenses/enter.html", context)


@require_http_methods(["GET"])
@by_finance
def enter_for(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """One volunteer: what can be entered, and what came in last."""
    person = volunteer_or_404(request, person_id)
    context = {
        "person": person,
        "year": clock.today().year,
        "declared": declared_by(person.pk, clock.today().year),
        "is_beyond": queries.is_beyond(person, request.organisation, clock.today().year),
        "is_belgian": request.organisation.country == BELGIUM,
        "fixed_is_on": settings_of(request.organisation.pk).flat_is_on,
        "latest": queries.latest_of(request.actor, person),
    }
    return page(request, "expenses/enter_for.html", context)


@require_http_methods(["GET", "POST"])
@by_finance
def enter_line(request: ActorRequest, person_id: UUID, line: str) -> HttpResponse:
    """One line of a claim on paper; the next one follows on the same page."""
    kind = or_404(LINES.get(line))
    person = volunteer_or_404(request, person_id)
    form = kind.form(
        posted(request),
        request.FILES or None,
        programmes=kind.programmes(person),
        country=request.organisation.country,
    )

    def act(sent: PaperForm) -> str:
        claims.claim(actor=request.actor, person=person, new=sent.claim())
        return request.path

    refuse = partial(_refuse, request, person)
    return form_page(request, form, act, _told(request, person, kind.title), refuse=refuse)


def _refuse(request: ActorRequest, person: Person, form: PaperForm, error: DomainError) -> None:
    """Why not, in words for who enters it; with the way to what comes first, beside what was typed."""
    if isinstance(error, DeclareFirst):
        said = format_html(
            '{} <a href="{}" target="_blank" rel="noopener">{}</a>',
            _("There is no declaration for that year yet. Enter that paper first, then this line."),
            request.actor.url("expenses:enter_declaration", person_id=person.pk),
            _("Enter the declaration"),
        )
        form.add_error(None, said)
    else:
        show_refusal(form, error)


@require_http_methods(["GET", "POST"])
@by_finance
def enter_declaration(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """A declaration on honour that was signed on paper."""
    person = volunteer_or_404(request, person_id)
    form = PaperDeclarationForm(posted(request), country=request.organisation.country)

    def act(sent: PaperDeclarationForm) -> None:
        data = sent.cleaned_data
        declaring.declare(
            actor=request.actor,
            person=person,
            year=data["year"],
            said=sent.said(),
            signed_on=data["signed_on"],
        )

    told = _told(
        request,
        person,
        gettext_lazy("Declaration of %(name)s"),
        done=_("Kept. It takes the place of what was declared for that year before."),
        lead=_("Copy what stands on the paper, and keep the paper for seven years."),
    )
    return form_page(request, form, act, told)


def _told(
    request: ActorRequest, person: Person, title: Text, *, done: str = "", lead: str = ""
) -> FormPage:
    return FormPage(
        title=str(title) % {"name": person.name},
        lead=lead or _("One line of the paper at a time. The law is asked before it is kept."),
        done=done or _("Kept: it waits to be looked at. Here is the next line."),
        back_url=request.actor.url("expenses:enter_for", person_id=person.pk),
        back_label=person.name,
        template="expenses/enter_line.html",
        context={"person": person},
    )
