"""My papers: what I agreed, what waits for me, and my questions about it. Only ever my own."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.agreements import refresher
from naast.agreements.forms import signing as forms
from naast.agreements.models import Copy, CopyState, DocumentKind
from naast.agreements.policies import copies as policies
from naast.agreements.queries import copies as queries
from naast.agreements.queries.paper_page import may, paper_page
from naast.agreements.queries.signing import in_groups, state_of
from naast.agreements.services import copies, questions, renewing, signing
from naast.agreements.views.doors_papers import as_pdf, own_or_404
from naast.core import clock, drafts
from naast.core.errors import DomainError
from naast.core.http import page, see_other
from naast.messaging.services import mark_read
from naast.organisations.access import ActorRequest, open_to_members


@require_http_methods(["GET"])
@open_to_members
def mine(request: ActorRequest) -> HttpResponse:
    """Everything I read and signed, what waits first."""
    today = clock.today()
    mark_read(actor=request.actor, url=request.path)
    groups = in_groups(queries.own_papers(request.actor), today)
    context = {
        name: [(copy, state_of(copy, today)) for copy in copies] for name, copies in groups.items()
    }
    return page(request, "agreements/mine.html", {"groups": context})


@require_http_methods(["GET"])
@open_to_members
def my_paper(request: ActorRequest, copy_id: UUID) -> HttpResponse:
    """One paper to read; below it what I can do. That I opened it is kept, the first time."""
    copy = own_or_404(request, copy_id)
    copies.note_reading(actor=request.actor, copy_id=copy.pk)
    mark_read(actor=request.actor, url=request.path)
    return _show(request, own_or_404(request, copy_id))


def _show(request: ActorRequest, copy: Copy, **refused: object) -> HttpResponse:
    shown = paper_page(copy, clock.today())
    context: dict[str, object] = {
        "paper": shown,
        "may": may(request.actor, copy, clock.today()),
        "form": forms.SignForm(),
        "has_limits": copy.version.document.kind == DocumentKind.AGREEMENT,
        **refused,
    }
    return page(request, "agreements/my_paper.html", context, refused=bool(refused))


@require_http_methods(["POST"])
@open_to_members
def sign_mine(request: ActorRequest, copy_id: UUID) -> HttpResponse:
    """I read it, I understand it, I sign."""
    copy = own_or_404(request, copy_id)
    form = forms.SignForm(request.POST)
    if form.is_valid():
        try:
            signed = signing.sign_own(
                actor=request.actor, copy_id=copy.pk, checksum=request.POST.get("checksum", "")
            )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _after_signing(signed))
            return see_other(request.actor.url("agreements:my_paper", copy_id=copy.pk))
    return _show(request, own_or_404(request, copy_id), form=form)


def _after_signing(copy: Copy) -> str:
    if copy.state == CopyState.SIGNED:
        return _("Thank you. It holds from today, and your copy is here.")
    return _("Thank you. We sign too, and then your copy is ready here.")


@require_http_methods(["GET", "POST"])
@open_to_members
def my_limits(request: ActorRequest, copy_id: UUID) -> HttpResponse:
    """My own limits, beside those of the organisation (S2-33)."""
    copy = own_or_404(request, copy_id)
    key = f"limits:{copy.pk}"
    form = forms.LimitsForm(request.POST or None, initial={"words": copy.own_limits})
    if request.method == "POST" and form.is_valid():
        try:
            copies.set_limits(
                actor=request.actor,
                copy_id=copy.pk,
                checksum=request.POST.get("checksum", ""),
                words=form.cleaned_data["words"],
            )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            drafts.forget(request.user.pk, key)
            messages.success(request, _("Written down. Read the text once more, and sign."))
            return see_other(request.actor.url("agreements:my_paper", copy_id=copy.pk))
    context = {
        "checksum": request.POST.get("checksum", copy.checksum),
        "form": form,
        "refusal": policies.can_set_limits(request.actor, copy).reason,
        "draft_key": key,
        "saved": {} if form.is_bound else drafts.kept(request.user.pk, key),
        "back": request.actor.url("agreements:my_paper", copy_id=copy.pk),
    }
    return page(request, "agreements/my_limits.html", context, refused=bool(form.errors))


@require_http_methods(["GET", "POST"])
@open_to_members
def ask_about(request: ActorRequest, copy_id: UUID) -> HttpResponse:
    """A question about one clause (`?clause=`), or about the whole."""
    copy = own_or_404(request, copy_id)
    content = queries.text_of(copy).content
    clauses = {clause.code: clause for clause in content.clauses} if content else {}
    clause = clauses.get(request.GET.get("clause", ""))
    key = f"paper-question:{copy.pk}:{clause.code if clause else ''}"
    form = forms.QuestionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            questions.ask(
                actor=request.actor,
                copy_id=copy.pk,
                clause=clause.code if clause else "",
                words=form.cleaned_data["words"],
            )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            drafts.forget(request.user.pk, key)
            messages.success(
                request, _("Good that you ask. You read our answer here within two working days.")
            )
            return see_other(request.actor.url("agreements:my_paper", copy_id=copy.pk))
    context: dict[str, object] = {
        "copy": copy,
        "clause": clause,
        "form": form,
        "draft_key": key,
        "saved": {} if form.is_bound else drafts.kept(request.user.pk, key),
        "back": request.actor.url("agreements:my_paper", copy_id=copy.pk),
    }
    return page(request, "agreements/ask_about.html", context, refused=bool(form.errors))


@require_http_methods(["GET"])
@open_to_members
def my_pdf(request: ActorRequest, copy_id: UUID) -> HttpResponse:
    """My copy, to keep."""
    return as_pdf(request, own_or_404(request, copy_id))


@require_http_methods(["GET", "POST"])
@open_to_members
def read_again(request: ActorRequest, copy_id: UUID) -> HttpResponse:
    """Once a year: five questions where it is about secrecy, the explanation whatever was answered, and a
    yes (S0-51). What was answered is not kept."""
    copy = own_or_404(request, copy_id)
    back = request.actor.url("agreements:my_paper", copy_id=copy.pk)
    refusal = ""
    if request.method == "POST":
        try:
            renewing.renew(actor=request.actor, copy_id=copy.pk)
        except DomainError as error:
            refusal = str(error)
        else:
            messages.success(request, _("Thank you. That holds for a while again."))
            return see_other(back)
    is_quiz = copy.version.document.kind == DocumentKind.SECRECY
    language = request.LANGUAGE_CODE[:2]
    drawn = refresher.drawn(copy.pk, clock.today().year, language) if is_quiz else []
    form = forms.RefresherForm(request.GET or None, questions=drawn)
    chosen = form.cleaned_data if form.is_bound and form.is_valid() else {}
    context: dict[str, object] = {
        "copy": copy,
        "form": form,
        "answered": refresher.answered(drawn, chosen) if chosen else [],
        "is_quiz": is_quiz,
        "is_due": queries.is_to_renew(copy, clock.today()),
        "refusal": refusal,
        "back": back,
    }
    return page(request, "agreements/read_again.html", context, refused=bool(refusal))
