"""Payments by hand: who gets cash or has no account, a receipt to sign, and one's own receipt."""

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
from naast.messaging.forms import posted
from naast.messaging.services import mark_read
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.form_pages import FormPage, form_page
from naast.organisations.models import Function
from naast.payouts.forms.paying import AccountForm, OwnNameForm, ReceiptForm, SignedForm
from naast.payouts.models import CashPayment
from naast.payouts.pdf import receipt_pdf
from naast.payouts.policies import paying as policy
from naast.payouts.queries import batches as queries
from naast.payouts.queries import paying
from naast.payouts.services import accounts
from naast.payouts.services import cash as services
from naast.payouts.views.doors import by_finance
from naast.people.models import Person

MOST_TO_SIGN = 50
by_volunteer = open_to(Function.VOLUNTEER)


@require_http_methods(["GET"])
@by_finance
def cash(request: ActorRequest) -> HttpResponse:
    """Who waits for cash or has no account, and which receipts wait for a name."""
    actor = request.actor
    way = paying.IN_CASH | paying.NO_WAY
    receipts = queries.receipts(actor)
    context: dict[str, object] = {
        "people": keyset_page(
            paying.payees(actor, way), params=request.GET, fields=("sort_name", "id")
        ),
        "to_sign": list(receipts.to_sign.order_by("number")[:MOST_TO_SIGN]),
        "own_person_id": actor.person_id,
    }
    return page(request, "payouts/cash.html", context)


@require_http_methods(["GET"])
@by_finance
def receipts(request: ActorRequest) -> HttpResponse:
    """Receipts that were signed or given up, the newest first."""
    rows = queries.receipts(request.actor).over
    found = keyset_page(rows, params=request.GET, fields=("number",), newest_first=True)
    return page(request, "payouts/receipts.html", {"rows": found})


@require_http_methods(["GET", "POST"])
@by_finance
def give_cash(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """What somebody gets in cash, day by day, and the receipt for it."""
    actor, person = request.actor, _payee_or_404(request, person_id)
    claims = paying.person_owed(actor, person)
    owed = paying.Owed(1, sum(claim.cents for claim in claims))
    form = ReceiptForm(posted(request), initial={"given_on": clock.today()})

    def act(sent: ReceiptForm) -> str:
        seen = request.POST.get("seen", "")
        made = services.write_receipt(
            actor=actor, person=person, given_on=sent.cleaned_data["given_on"], seen=seen
        )
        return actor.url("payouts:receipt", receipt_id=made.pk)

    told = FormPage(
        title=_("Cash for %(name)s") % {"name": person.name},
        lead=_("Make the receipt first, and give the money when it is signed."),
        done=_("The receipt is there. Let it be signed when you give the money."),
        back_url=actor.url("payouts:cash"),
        back_label=_("Cash"),
        action=_("Make the receipt"),
        template="payouts/give_cash.html",
        context={"claims": claims, "owed": owed, "may": policy.can_give_cash(actor, person)},
    )
    return form_page(request, form, act, told)


@require_http_methods(["GET", "POST"])
@by_finance
def note_account(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """The account number that somebody told."""
    actor, person = request.actor, _payee_or_404(request, person_id)

    def act(sent: AccountForm) -> None:
        accounts.note_account(actor=actor, person=person, **sent.cleaned_data)

    told = FormPage(
        title=_("Account of %(name)s") % {"name": person.name},
        lead=_("As they told it or wrote it. They read on their own page that you wrote it down."),
        done=_("Written down. They are paid by bank from now on."),
        back_url=actor.url("payouts:cash"),
        back_label=_("Cash"),
    )
    form = AccountForm(posted(request), initial={"holder": person.name})
    return form_page(request, form, act, told)


@require_http_methods(["GET"])
@by_finance
def receipt(request: ActorRequest, receipt_id: UUID) -> HttpResponse:
    """One receipt. Opening it is written down."""
    found = _receipt_or_404(request, receipt_id)
    log.looked("receipt.read", actor=request.actor, target=found)
    return _page(request, found)


def _page(request: ActorRequest, found: CashPayment, refusal: str = "") -> HttpResponse:
    context: dict[str, object] = {
        "receipt": found,
        "claims": list(found.claims.order_by("day", "id")),
        "may_note": policy.can_give_cash(request.actor, found.person),
        "refusal": refusal,
    }
    return page(request, "payouts/receipt.html", context, refused=bool(refusal))


@require_http_methods(["GET"])
@by_finance
def receipt_paper(request: ActorRequest, receipt_id: UUID) -> HttpResponse:
    """The receipt, to sign on paper. Each time somebody takes it is written down."""
    found = _receipt_or_404(request, receipt_id)
    log.looked("receipt.paper-taken", actor=request.actor, target=found)
    return _pdf(found)


@require_http_methods(["GET", "POST"])
@by_finance
def note_signed(request: ActorRequest, receipt_id: UUID) -> HttpResponse:
    """It came back, signed on paper."""
    found = _receipt_or_404(request, receipt_id)
    form = SignedForm(posted(request), initial={"signed_on": found.given_on})

    def act(sent: SignedForm) -> None:
        services.note_signed(actor=request.actor, receipt_id=found.pk, **sent.cleaned_data)

    told = FormPage(
        title=_("Signed on paper"),
        lead=_("Keep the paper for seven years, with the accounts."),
        done=_("Written down: it is paid."),
        back_url=_url_of(request, found),
        back_label=_("Receipt %(number)s") % {"number": found.number},
    )
    return form_page(request, form, act, told)


@require_http_methods(["POST"])
@by_finance
def give_up(request: ActorRequest, receipt_id: UUID) -> HttpResponse:
    """The money was not given after all."""
    found = _receipt_or_404(request, receipt_id)
    try:
        services.give_up(actor=request.actor, receipt_id=found.pk)
    except DomainError as error:
        return _page(request, found, str(error))
    messages.success(request, _("Given up. Everything on it waits again."))
    return see_other(_url_of(request, found))


@require_http_methods(["GET", "POST"])
@by_volunteer
def my_receipt(request: ActorRequest, receipt_id: UUID) -> HttpResponse:
    """One's own receipt: read it, and sign it by typing one's name."""
    actor = request.actor
    found = or_404(queries.get_own_receipt(actor, receipt_id))
    mark_read(actor=actor, url=request.path)

    def act(sent: OwnNameForm) -> str:
        services.sign(actor=actor, receipt_id=found.pk, **sent.cleaned_data)
        return request.path

    told = FormPage(
        title=_("Receipt %(number)s") % {"number": found.number},
        done=_("Signed. Thank you."),
        back_url=actor.url("desk:volunteer_home"),
        back_label=_("My home"),
        action=_("I have the money: sign"),
        template="payouts/my_receipt.html",
        context={"receipt": found, "claims": list(found.claims.order_by("day", "id"))},
    )
    return form_page(request, OwnNameForm(posted(request)), act, told)


@require_http_methods(["GET"])
@by_volunteer
def my_receipt_paper(request: ActorRequest, receipt_id: UUID) -> HttpResponse:
    """One's own receipt, to keep."""
    return _pdf(or_404(queries.get_own_receipt(request.actor, receipt_id)))


def _payee_or_404(request: ActorRequest, person_id: UUID) -> Person:
    """Somebody for whom something is agreed."""
    way = paying.IN_CASH | paying.NO_WAY | paying.BY_BANK
    return or_404(paying.payees(request.actor, way).filter(pk=person_id).first())


def _receipt_or_404(request: ActorRequest, receipt_id: UUID) -> CashPayment:
    return or_404(queries.get_receipt(request.actor, receipt_id))


def _url_of(request: ActorRequest, found: CashPayment) -> str:
    return request.actor.url("payouts:receipt", receipt_id=found.pk)


def _pdf(found: CashPayment) -> HttpResponse:
    answer = HttpResponse(receipt_pdf(found), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="receipt-{found.number}.pdf"'
    return answer
