"""The case bank: for everybody to read and print, for coordinators to make their own."""

from collections.abc import Iterable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.agreements.models import DocumentKind
from naast.casebook import cards, services
from naast.casebook.forms import CaseFilter, CaseWriting, initial_case
from naast.casebook.models import Case
from naast.casebook.queries import cases as queries
from naast.casebook.views.doors import by_coordinator, saved
from naast.core import drafts
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.core.paging import keyset_page
from naast.core.templatetags.ui_blocks import Definition
from naast.core.text import Text
from naast.organisations.access import ActorRequest, open_to_members

CASES_A_PAGE = 24


@require_http_methods(["GET"])
@open_to_members
def cases(request: ActorRequest) -> HttpResponse:
    """Cases and exercises, by theme, by word; tick some to print them together."""
    form = CaseFilter(request.GET or None)
    chosen = form.cleaned_data if form.is_valid() else {}
    rows = queries.listed(request.actor, chosen)
    found = keyset_page(rows, params=request.GET, fields=("title", "id"), size=CASES_A_PAGE)
    context: dict[str, object] = {
        "form": form,
        "page": found,
        "is_filtered": any(chosen.values()),
        "is_close": any(chosen.get(name) for name in ("groups", "settings", "kind")),
        "most": queries.MOST_ON_A_HANDOUT,
    }
    return page(request, "casebook/cases.html", context)


@require_http_methods(["GET"])
@open_to_members
def case(request: ActorRequest, case_id: UUID) -> HttpResponse:
    """One case, readable on a phone."""
    found = or_404(queries.get_case(request.actor, case_id))
    return page(request, "casebook/case.html", _context(found))


@require_http_methods(["GET"])
@open_to_members
def handout(request: ActorRequest) -> HttpResponse:
    """The chosen cases on paper: what happens and the questions, without what often helps."""
    rows = queries.handout(request.actor, request.GET.getlist("case"))
    context: dict[str, object] = {"cases": rows, "most": queries.MOST_ON_A_HANDOUT}
    return page(request, "casebook/handout.html", context)


@require_http_methods(["GET", "POST"])
@by_coordinator
def new_case(request: ActorRequest) -> HttpResponse:
    """A case of our own."""
    key = f"case:{request.organisation.pk}:new"
    form = CaseWriting(
        request.POST or None, initial={"form": "case", "language": request.organisation.language}
    )
    if request.method == "POST" and form.is_valid():
        try:
            made = services.write_case(actor=request.actor, text=form.text())
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            drafts.forget(request.user.pk, key)
            messages.success(request, _("The case is in the case bank."))
            return see_other(request.actor.url("casebook:case", case_id=made.pk))
    return _form_page(request, form, key, None)


@require_http_methods(["GET", "POST"])
@by_coordinator
def change_case(request: ActorRequest, case_id: UUID) -> HttpResponse:
    """Another text; one of the starter set becomes our own."""
    found = or_404(queries.get_case(request.actor, case_id))
    key = f"case:{found.pk}"
    form = CaseWriting(request.POST or None, initial=initial_case(found))
    if request.method == "POST" and form.is_valid():
        try:
            services.change_case(
                actor=request.actor, case_id=found.pk, text=form.text(card=found.card)
            )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            drafts.forget(request.user.pk, key)
            messages.success(request, _("Changed."))
            return see_other(request.actor.url("casebook:case", case_id=found.pk))
    return _form_page(request, form, key, found)


@require_http_methods(["POST"])
@by_coordinator
def show_case(request: ActorRequest, case_id: UUID) -> HttpResponse:
    """Put a case aside, or show it again."""
    found = or_404(queries.get_case(request.actor, case_id))
    is_shown = request.POST.get("shown") == "yes"
    services.show_case(actor=request.actor, case_id=found.pk, is_shown=is_shown)
    said = (
        _("Everybody here can read it.") if is_shown else _("Put aside: only coordinators see it.")
    )
    messages.success(request, said)
    return see_other(request.actor.url("casebook:case", case_id=found.pk))


@require_http_methods(["POST"])
@by_coordinator
def take_starter(request: ActorRequest) -> HttpResponse:
    """Use our starter set: what is not here yet is added."""
    taken = services.take_starter_set(actor=request.actor)
    if taken.added or taken.renewed:
        messages.success(
            request,
            _("%(added)s texts were added and %(renewed)s brought up to date.")
            % {"added": taken.added, "renewed": taken.renewed},
        )
    else:
        messages.info(request, _("You have all of it already."))
    return see_other(request.actor.url("casebook:cases"))


def _form_page(
    request: ActorRequest, form: CaseWriting, key: str, found: Case | None
) -> HttpResponse:
    context: dict[str, object] = {
        "form": form,
        "case": found,
        "draft_key": key,
        "saved": saved(request, key),
    }
    return page(request, "casebook/case_form.html", context, refused=bool(form.errors))


def _context(found: Case) -> dict[str, object]:
    kind = found.document
    document = DocumentKind(kind).label if kind in DocumentKind.values else ""
    return {
        "case": found,
        "choice": f"?case={found.pk}",
        "card": cards.card(found.card) if found.card else None,
        "facts": [
            Definition(_("About whom"), _with_commas(found.group_words)),
            Definition(_("Where"), _with_commas(found.setting_words)),
            Definition(_("Agreement it touches"), document),
        ],
    }


def _with_commas(words: Iterable[Text]) -> str:
    return ", ".join(str(word) for word in words)
