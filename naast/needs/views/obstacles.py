"""The log of obstacles, and what volunteers ask of us (S2-25, S3-19)."""

from datetime import timedelta
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.audit import log
from naast.core import clock
from naast.core.http import or_404, page
from naast.core.inputs import pk_of
from naast.core.paging import keyset_page
from naast.core.templatetags.ui_actions import Tab
from naast.messaging.forms import posted
from naast.messaging.services import mark_read
from naast.needs.forms.obstacles import AnswerForm, ObstacleForm
from naast.needs.queries import rows as queries
from naast.needs.services import obstacles as services
from naast.needs.states import DONE, OBSTACLE, OTHERWISE, PROMISE, Wish
from naast.needs.views.doors import by_coordinator, match_asked, signal_asked, tab_of, tabs_of
from naast.organisations.access import ActorRequest
from naast.organisations.form_pages import FormPage, form_page
from naast.organisations.kept import draft_key
from naast.signals.models import Signal
from naast.signals.states import ObstacleWish

A_YEAR = timedelta(days=365)


@require_http_methods(["GET"])
@by_coordinator
def obstacles(request: ActorRequest) -> HttpResponse:
    """What waits for our answer or was promised, and the whole log with the agencies that come back."""
    show = tab_of(request, "asked", "log")
    rows = queries.obstacles(request.actor, show=show)
    base = request.actor.url("needs:obstacles")
    since = clock.today() - A_YEAR
    context: dict[str, object] = {
        "page": keyset_page(rows, params=request.GET, fields=("id",), newest_first=show == "log"),
        "agencies": queries.agencies(request.actor, since=since) if show == "log" else [],
        "show": show,
        "tabs": tabs_of(request.actor, "obstacles"),
        "parts": [
            Tab(_("Asked of us"), base, show == "asked"),
            Tab(_("The whole log"), f"{base}?show=log", show == "log"),
        ],
        "today": clock.today(),
    }
    return page(request, "needs/obstacles.html", context)


def _begun(signal: Signal | None) -> dict[str, object]:
    """What the signal says already."""
    if signal is None:
        return {"wish": Wish.KNOW}
    asks = signal.aspect == ObstacleWish.SPEAK_UP
    return {"wish": Wish.PLEAD if asks else Wish.KNOW, "theme": signal.theme}


@require_http_methods(["GET", "POST"])
@by_coordinator
def new_obstacle(request: ActorRequest) -> HttpResponse:
    """Write down what an agency made hard."""
    signal, match = signal_asked(request), match_asked(request)
    form = ObstacleForm(posted(request), initial=_begun(signal))

    def act(sent: ObstacleForm) -> str:
        given = sent.obstacle(signal_id=pk_of(signal), match_id=pk_of(match))
        made = services.note_obstacle(actor=request.actor, given=given)
        return request.actor.url("needs:obstacle", obstacle_id=made.pk)

    told = FormPage(
        title=_("Write down an obstacle"),
        lead=_("What costs people time and courage, and what we can do about it."),
        done=_("Written down."),
        back_url=request.actor.url("needs:obstacles"),
        back_label=_("Asked of us"),
        key=draft_key(request, "needs-obstacle", pk_of(signal) or pk_of(match) or "new"),
        template="needs/from_form.html",
        context={"signal": signal, "match": match, "person": None},
    )
    return form_page(request, form, act, told)


@require_http_methods(["GET"])
@by_coordinator
def obstacle(request: ActorRequest, obstacle_id: UUID) -> HttpResponse:
    """One line of the log, what was asked of us, and our answer. Reading it is noted."""
    found = or_404(queries.get_obstacle(request.actor, obstacle_id))
    log.looked("obstacle.read", actor=request.actor, target=found)
    mark_read(actor=request.actor, url=request.path)
    context: dict[str, object] = {
        "obstacle": found,
        "steps": [step.name for step in OBSTACLE.open_from(found.state)],
        "today": clock.today(),
    }
    return page(request, "needs/obstacle.html", context)


@require_http_methods(["GET", "POST"])
@by_coordinator
def answer_obstacle(request: ActorRequest, obstacle_id: UUID, step: str) -> HttpResponse:
    """Our answer."""
    titles = {
        PROMISE: _("We do it"),
        OTHERWISE: _("We help in another way"),
        DONE: _("It is done"),
    }
    if step not in titles:
        raise Http404
    found = or_404(queries.get_obstacle(request.actor, obstacle_id))
    back_url = request.actor.url("needs:obstacle", obstacle_id=found.pk)
    initial = {"done_by": request.actor.membership_id, "do_on": clock.today()}
    form = AnswerForm(
        posted(request), step=step, colleagues=queries.staff(request.actor), initial=initial
    )

    def act(sent: AnswerForm) -> str:
        services.answer(actor=request.actor, obstacle_id=found.pk, step=step, given=sent.given())
        return back_url

    told = FormPage(
        title=titles[step],
        lead=found.get_wish_display(),
        done=_("Noted, and the volunteer was told."),
        back_url=back_url,
        back_label=_("The request"),
        key=draft_key(request, f"needs-answer-{step}", found.pk),
    )
    return form_page(request, form, act, told)
