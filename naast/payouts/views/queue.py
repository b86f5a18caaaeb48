"""What volunteers ask back, by month; and saying yes to many at once. Here finance begins."""

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from naast.core.http import page, see_other
from naast.core.paging import keyset_page
from naast.organisations.access import ActorRequest
from naast.payouts.forms.looking import FilterForm, TickedForm
from naast.payouts.page_panels import panels_for
from naast.payouts.policies.looking import visible_to
from naast.payouts.queries import looking as queries
from naast.payouts.services import looking as services
from naast.payouts.services.looking import MOST_AT_ONCE, AgreedWith
from naast.payouts.views.doors import by_finance


@require_http_methods(["GET"])
@by_finance
def queue(request: ActorRequest) -> HttpResponse:
    """What waits, the oldest first; or what became of it."""
    return _show(request)


@require_http_methods(["POST"])
@by_finance
def agree_with(request: ActorRequest) -> HttpResponse:
    """Say yes to everything that was ticked."""
    form = TickedForm(request.POST, seen=visible_to(request.actor))
    if not form.is_valid():
        return _show(request, form)
    done = services.agree_with(actor=request.actor, claim_ids=form.ids())
    for level, sentence in _told(done):
        messages.add_message(request, level, sentence)
    kept = request.GET.urlencode()
    url = request.actor.url("payouts:queue")
    return see_other(f"{url}?{kept}" if kept else url)


def _show(request: ActorRequest, ticked: TickedForm | None = None) -> HttpResponse:
    form = FilterForm(request.GET, programmes=queries.programmes(request.actor))
    asked = form.asked()
    found = keyset_page(
        queries.listed(request.actor, asked),
        params=request.GET,
        fields=("day", "id"),
        size=MOST_AT_ONCE,
        newest_first=asked.show in queries.OVER,
    )
    lines = queries.lines_of(request.actor, found.rows, limit=queries.limit_of(request.actor))
    context: dict[str, object] = {
        "form": form,
        "ticked": ticked,
        "asked": asked,
        "page": found,
        "lines": lines,
        "may_tick": any(line.may_tick for line in lines),
        "kept": request.GET.urlencode(),
        "panels": panels_for("queue", request.actor, request.organisation),
    }
    return page(request, "payouts/queue.html", context, refused=ticked is not None)


def _told(done: AgreedWith) -> list[tuple[int, str]]:
    """What happened, in a sentence for each."""
    agreed = ngettext("Agreed with %(n)d claim.", "Agreed with %(n)d claims.", done.agreed)
    second = ngettext(
        "%(n)d claim waits for a second colleague.",
        "%(n)d claims wait for a second colleague.",
        done.second,
    )
    left = ngettext(
        "%(n)d claim asks for a closer look: open it first.",
        "%(n)d claims ask for a closer look: open them first.",
        done.left,
    )
    told = (
        (messages.SUCCESS, agreed, done.agreed),
        (messages.INFO, second, done.second),
        (messages.WARNING, left, done.left),
    )
    return [(level, words % {"n": number}) for level, words, number in told if number]
