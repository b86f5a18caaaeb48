"""Payments by bank: what can be paid, a batch with its file, and what the account said."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.audit import log
from naast.core import clock
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.core.paging import keyset_page
from naast.core.sheets import CONTENT_TYPES, as_xlsx
from naast.messaging.forms import posted
from naast.organisations.access import ActorRequest
from naast.organisations.form_pages import FormPage, form_page
from naast.payouts.forms.paying import CancelForm, ConfirmForm, NewBatchForm
from naast.payouts.models import Batch, Transfer
from naast.payouts.queries import batches as queries
from naast.payouts.queries import files, paying
from naast.payouts.services import batches as services
from naast.payouts.services import settling
from naast.payouts.views.doors import by_finance

DECEMBER = 12


@require_http_methods(["GET"])
@by_finance
def batches(request: ActorRequest) -> HttpResponse:
    """What can be paid now, who has no account yet, and every batch."""
    return _batches(request)


@require_http_methods(["POST"])
@by_finance
def paid_back(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """A volunteer gave back what was taken back."""
    person = or_404(paying.below_zero(request.actor).filter(pk=person_id).first())
    try:
        settling.paid_back(actor=request.actor, person=person, seen=request.POST.get("seen", ""))
    except DomainError as error:
        return _batches(request, str(error))
    messages.success(request, _("Written down: nothing is open any more."))
    return see_other(request.actor.url("payouts:batches"))


def _batches(request: ActorRequest, refusal: str = "") -> HttpResponse:
    actor = request.actor
    found = keyset_page(
        queries.listed(actor), params=request.GET, fields=("number",), newest_first=True
    )
    context: dict[str, object] = {
        "rows": found,
        "ready": paying.owed(paying.payees(actor, paying.BY_BANK)),
        "without": paying.owed(paying.payees(actor, paying.NO_WAY)),
        "in_cash": paying.owed(paying.payees(actor, paying.IN_CASH)),
        "below_zero": [
            (person, paying.Owed(1, person.total).mark)  # type: ignore[attr-defined]  # annotated by below_zero
            for person in paying.below_zero(actor).order_by("sort_name", "id")[:20]
        ],
        "own_person_id": actor.person_id,
        "pays_from": paying.pays_from(actor),
        "refusal": refusal,
    }
    return page(request, "payouts/batches.html", context, refused=bool(refusal))


@require_http_methods(["GET", "POST"])
@by_finance
def new_batch(request: ActorRequest) -> HttpResponse:
    """Who will get how much, before anything is made."""
    actor = request.actor
    people = paying.payees(actor, paying.BY_BANK)
    ready = paying.owed(people)
    form = NewBatchForm(posted(request), initial={"pay_on": clock.today()})

    def act(sent: NewBatchForm) -> str:
        seen = request.POST.get("seen", "")
        made = services.make_batch(actor=actor, pay_on=sent.cleaned_data["pay_on"], seen=seen)
        return _url_of(request, made)

    told = FormPage(
        title=_("A new payment"),
        lead=_(
            "Look at who gets what. Nothing leaves the account: you bring the file to your bank."
        ),
        done=_("Made. Bring the file to your bank, and come back when you see it on the account."),
        back_url=actor.url("payouts:batches"),
        back_label=_("Payments"),
        action=_("Make this payment"),
        template="payouts/new_batch.html",
        context={
            "ready": ready,
            "rows": keyset_page(people, params=request.GET, fields=("sort_name", "id")),
            "pays_from": paying.pays_from(actor),
            "earlier": paying.of_earlier_years(
                paying.agreed(actor).filter(cost_year__person__in=people.values("pk")),
                clock.today(),
            ),
            "is_december": clock.today().month == DECEMBER,
        },
    )
    return form_page(request, form, act, told)


@require_http_methods(["GET"])
@by_finance
def batch(request: ActorRequest, batch_id: UUID) -> HttpResponse:
    """One batch, with everybody in it. Opening it is written down."""
    found = _batch_or_404(request, batch_id)
    log.looked("batch.read", actor=request.actor, target=found)
    return _page(request, found)


def _page(request: ActorRequest, found: Batch, refusal: str = "") -> HttpResponse:
    rows = keyset_page(queries.transfers_of(found), params=request.GET, fields=("id",))
    context: dict[str, object] = {
        "batch": found,
        "rows": rows,
        "refusal": refusal,
        "is_late": found.state == "made" and found.pay_on < clock.today(),
        "earlier": paying.of_earlier_years(queries.claims_in(found), found.pay_on),
        "own_person_id": request.actor.person_id,
    }
    return page(request, "payouts/batch.html", context, refused=bool(refusal))


@require_http_methods(["GET"])
@by_finance
def bank_file(request: ActorRequest, batch_id: UUID) -> HttpResponse:
    """The file for the bank, as long as it is to be paid. Each time somebody takes it is written down."""
    found = _batch_or_404(request, batch_id)
    if found.state != "made":
        raise Http404
    content = files.bank_file(found)
    log.looked("batch.file-taken", actor=request.actor, target=found)
    return _file(content, "application/xml", f"{found.message_id}.xml")


@require_http_methods(["GET"])
@by_finance
def batch_list(request: ActorRequest, batch_id: UUID) -> HttpResponse:
    """The same as a list. Each time somebody takes it is written down."""
    found = _batch_or_404(request, batch_id)
    title = _("Payment %(number)s") % {"number": found.number}
    content = as_xlsx(files.headings(), files.rows_of(found), title)
    log.looked("batch.list-taken", actor=request.actor, target=found)
    return _file(content, CONTENT_TYPES["xlsx"], f"{found.message_id}.xlsx")


@require_http_methods(["GET", "POST"])
@by_finance
def confirm_batch(request: ActorRequest, batch_id: UUID) -> HttpResponse:
    """Somebody saw on the account that it was paid."""
    found = _batch_or_404(request, batch_id)
    usual = min(found.pay_on, clock.today())
    form = ConfirmForm(posted(request), initial={"paid_on": usual})

    def act(sent: ConfirmForm) -> None:
        services.confirm_batch(actor=request.actor, batch_id=found.pk, **sent.cleaned_data)

    lead = _("Look at the account first. What the bank did not take, you leave out before this.")
    told = _told(
        request, found, _("I saw that it was paid"), lead, _("Written down: everybody was paid.")
    )
    return form_page(request, form, act, told)


@require_http_methods(["GET", "POST"])
@by_finance
def cancel_batch(request: ActorRequest, batch_id: UUID) -> HttpResponse:
    """The bank took nothing of it."""
    found = _batch_or_404(request, batch_id)

    def act(sent: CancelForm) -> None:
        services.cancel_batch(actor=request.actor, batch_id=found.pk, **sent.cleaned_data)

    lead = _("Only when nothing left the account. Everything in it waits for another payment.")
    told = _told(request, found, _("The bank did not take it"), lead, _("Everything waits again."))
    return form_page(request, CancelForm(posted(request)), act, told)


@require_http_methods(["POST"])
@by_finance
def leave_out(request: ActorRequest, batch_id: UUID, transfer_id: UUID) -> HttpResponse:
    """The bank did not take this one."""
    found = _batch_or_404(request, batch_id)
    try:
        services.leave_out(actor=request.actor, batch_id=found.pk, transfer_id=transfer_id)
    except Transfer.DoesNotExist as error:
        raise Http404 from error
    except DomainError as error:
        return _page(request, found, str(error))
    messages.success(request, _("Left out: it waits again. Ask for the account number once more."))
    return see_other(_url_of(request, found))


def _batch_or_404(request: ActorRequest, batch_id: UUID) -> Batch:
    return or_404(queries.get_batch(request.actor, batch_id))


def _url_of(request: ActorRequest, found: Batch) -> str:
    return request.actor.url("payouts:batch", batch_id=found.pk)


def _told(request: ActorRequest, found: Batch, title: str, lead: str, done: str) -> FormPage:
    return FormPage(
        title=title,
        lead=lead,
        done=done,
        back_url=_url_of(request, found),
        back_label=_("Payment %(number)s") % {"number": found.number},
    )


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
