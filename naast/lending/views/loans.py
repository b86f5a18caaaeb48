"""Who has what, as coordinators see it."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.audit import log
from naast.core import clock
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.core.paging import keyset_page
from naast.core.retention import months_of
from naast.lending.forms.staff import BackForm, LendForm, LoanForm
from naast.lending.keeping import LOANS
from naast.lending.models import Item, Loan
from naast.lending.policies import loans as policies
from naast.lending.queries import loans as queries
from naast.lending.queries import things
from naast.lending.services import loans as services
from naast.lending.showing import lines_of_loan
from naast.lending.views.doors import by_coordinator, receipt_answer, tabs_of
from naast.messaging.forms import posted
from naast.organisations.access import ActorRequest
from naast.organisations.form_pages import FormPage, form_page
from naast.people.api import get_person, search_people
from naast.people.models import Person

SHOWN = ("out", "back", "over")


def loan_or_404(request: ActorRequest, loan_id: UUID) -> Loan:
    """One loan of the house."""
    return or_404(queries.get_loan(request.actor, loan_id))


def open_or_404(request: ActorRequest, loan_id: UUID) -> Loan:
    """The same, as long as somebody has it."""
    found = loan_or_404(request, loan_id)
    return or_404(found if found.is_out else None)


@require_http_methods(["GET"])
@by_coordinator
def overview(request: ActorRequest) -> HttpResponse:
    """What is out, what must come back, or what came back."""
    asked = request.GET.get("show", "")
    show, today = asked if asked in SHOWN else "out", clock.today()
    rows = queries.listed(request.actor, show, day=today)
    context = {
        "page": keyset_page(rows, params=request.GET, fields=("id",), newest_first=True),
        "show": show,
        "today": today,
        "tabs": tabs_of(request.actor, "overview"),
    }
    return page(request, "lending/overview.html", context)


def _lend(
    request: ActorRequest, told: FormPage, *, items: Iterable[Item], people: Iterable[Person]
) -> HttpResponse:
    form = LendForm(posted(request), items=items, people=people)

    def act(sent: LendForm) -> str:
        made = services.lend(actor=request.actor, new=sent.loan())
        return request.actor.url("lending:loan", loan_id=made.pk)

    return form_page(request, form, act, told)


@require_http_methods(["GET", "POST"])
@by_coordinator
def lend_item(request: ActorRequest, item_id: UUID) -> HttpResponse:
    """This thing, to somebody who is found by name."""
    found = or_404(things.get_item(request.actor, item_id))
    named = search_people(request.actor, request.GET.get("find", ""))
    told = FormPage(
        title=_("Lend %(thing)s") % {"thing": found.label},
        lead=_("Find the volunteer by name first."),
        done=_("Lent. They are asked to say that they have it."),
        back_url=request.actor.url("lending:item", item_id=found.pk),
        back_label=found.label,
        action=_("Lend"),
        finds=True,
    )
    people = [person for person in named if policies.can_lend(request.actor, person)]
    return _lend(request, told, items=[found], people=people)


@require_http_methods(["GET", "POST"])
@by_coordinator
def lend_to(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """To this volunteer, something that is there."""
    try:
        person = get_person(request.actor, person_id)
    except Person.DoesNotExist:
        return or_404(None)
    or_404(policies.can_lend(request.actor, person) or None)
    told = FormPage(
        title=_("Lend something to %(name)s") % {"name": person.first_name},
        done=_("Lent. They are asked to say that they have it."),
        back_url=request.actor.url("people:volunteer", person_id=person.pk),
        back_label=person.name,
        action=_("Lend"),
        template="lending/lend_to.html",
    )
    items = things.lendable(request.actor, find=request.GET.get("find", ""))
    return _lend(request, told, items=items, people=[person])


@require_http_methods(["GET"])
@by_coordinator
def loan(request: ActorRequest, loan_id: UUID) -> HttpResponse:
    """One loan: what it is, what was told, what comes next. Who reads what was told about it is written down."""
    found = loan_or_404(request, loan_id)
    if found.told_words or found.note:
        log.looked("loan.read", actor=request.actor, target=found)
    return show_loan(request, found)


def show_loan(request: ActorRequest, found: Loan, *, refusal: str = "") -> HttpResponse:
    """The page, with why something could not be done."""
    context: dict[str, object] = {
        "loan": found,
        "lines": lines_of_loan(found),
        "today": clock.today(),
        "months": months_of(LOANS, found.organisation_id),
        "may_settle": bool(policies.can_settle(request.actor, found)),
        "refusal": refusal,
    }
    return page(request, "lending/loan.html", context, refused=bool(refusal))


def _back_to(request: ActorRequest, found: Loan, told: FormPage) -> FormPage:
    url = request.actor.url("lending:loan", loan_id=found.pk)
    return replace(told, back_url=url, back_label=found.item.label)


@require_http_methods(["GET", "POST"])
@by_coordinator
def change_loan(request: ActorRequest, loan_id: UUID) -> HttpResponse:
    """Another day, or something to know."""
    found = open_or_404(request, loan_id)
    form = LoanForm(posted(request), initial={"due_on": found.due_on, "note": found.note})

    def act(sent: LoanForm) -> None:
        services.change_loan(actor=request.actor, loan_id=found.pk, **sent.cleaned_data)

    told = FormPage(title=_("Another day"), done=_("Changed. The volunteer reads it too."))
    return form_page(request, form, act, _back_to(request, found, told))


@require_http_methods(["GET", "POST"])
@by_coordinator
def take_back(request: ActorRequest, loan_id: UUID) -> HttpResponse:
    """It came back, or it is lost."""
    found = open_or_404(request, loan_id)
    form = BackForm(
        posted(request),
        has_data=found.item.has_data,
        initial={"condition": found.told, "note": found.note, "back_on": clock.today()},
    )

    def act(sent: BackForm) -> None:
        services.take_back(actor=request.actor, loan_id=found.pk, back=sent.back())

    told = FormPage(
        title=_("It came back, or it is lost"),
        lead=_("Things break and get lost. Thank them for telling."),
        done=_("Written down."),
        action=_("Close the loan"),
    )
    return form_page(request, form, act, _back_to(request, found, told))


def _do(
    request: ActorRequest, loan_id: UUID, service: Callable[..., Loan], done: str
) -> HttpResponse:
    found = loan_or_404(request, loan_id)
    try:
        service(actor=request.actor, loan_id=found.pk)
    except DomainError as error:
        return show_loan(request, found, refusal=str(error))
    messages.success(request, done)
    return see_other(request.actor.url("lending:loan", loan_id=found.pk))


@require_http_methods(["POST"])
@by_coordinator
def hear(request: ActorRequest, loan_id: UUID) -> HttpResponse:
    """What was told is settled with the volunteer."""
    return _do(request, loan_id, services.hear, _("Settled. The volunteer is thanked."))


@require_http_methods(["POST"])
@by_coordinator
def note_wiped(request: ActorRequest, loan_id: UUID) -> HttpResponse:
    """What was still on it is erased."""
    return _do(request, loan_id, services.note_wiped, _("Erased. It can be lent again."))


@require_http_methods(["GET"])
@by_coordinator
def receipt(request: ActorRequest, loan_id: UUID) -> HttpResponse:
    """To sign on paper, or to give along."""
    return receipt_answer(request, loan_or_404(request, loan_id))
