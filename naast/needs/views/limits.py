"""Limits that were reached: whom we asked, what is stuck, what came of it (S2-10, S2-26)."""

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
from naast.needs.forms.limits import AskForm, EndForm, LimitForm, StuckForm
from naast.needs.models import Limit
from naast.needs.policies import rows as policies
from naast.needs.queries import rows as queries
from naast.needs.services import limits as services
from naast.needs.states import ANSWER, ENDINGS, LIMIT, NOT_POSSIBLE, TAKE_OVER
from naast.needs.views.doors import (
    by_coordinator,
    by_team,
    match_asked,
    signal_asked,
    tab_of,
    tabs_of,
)
from naast.organisations.access import ActorRequest
from naast.organisations.form_pages import FormPage, form_page
from naast.organisations.kept import draft_key

SIGNALS_SHOWN = 20


@require_http_methods(["GET"])
@by_coordinator
def overview(request: ActorRequest) -> HttpResponse:
    """Limits that wait for an answer, and signals for which nothing was set in motion."""
    show = tab_of(request, "open", "done")
    rows = queries.limits(request.actor, show=show)
    signals = queries.limits_to_hand_on(request.actor).order_by("id")
    base = request.actor.url("needs:overview")
    context: dict[str, object] = {
        "page": keyset_page(rows, params=request.GET, fields=("id",), newest_first=show == "done"),
        "signals": list(signals[:SIGNALS_SHOWN]) if show == "open" else [],
        "show": show,
        "tabs": tabs_of(request.actor, "overview"),
        "parts": [
            Tab(_("Waiting"), base, show == "open"),
            Tab(_("Ended"), f"{base}?show=done", show == "done"),
        ],
        "today": clock.today(),
    }
    return page(request, "needs/limits.html", context)


@require_http_methods(["GET"])
@by_coordinator
def stuck(request: ActorRequest) -> HttpResponse:
    """Who waits for an answer that does not come: since how many days, and whom we turn to next."""
    rows = queries.limits(request.actor, show="stuck")
    shown = keyset_page(rows, params=request.GET, fields=("first_asked_on", "id"))
    today = clock.today()
    context: dict[str, object] = {
        "page": shown,
        "waiting": [(limit, limit.days_waiting(today)) for limit in shown.rows],
        "tabs": tabs_of(request.actor, "stuck"),
        "today": today,
    }
    return page(request, "needs/stuck.html", context)


@require_http_methods(["GET", "POST"])
@by_coordinator
def new_limit(request: ActorRequest) -> HttpResponse:
    """A limit was reached: from a signal, from a match, or told by phone."""
    signal, match = signal_asked(request), match_asked(request)
    form = LimitForm(posted(request), initial={"reason": signal.aspect if signal else ""})

    def act(sent: LimitForm) -> str:
        given = sent.limit(signal_id=pk_of(signal), match_id=pk_of(match))
        made = services.note_limit(actor=request.actor, given=given)
        return request.actor.url("needs:limit", limit_id=made.pk)

    told = FormPage(
        title=_("A limit was reached"),
        lead=_("A volunteer need not solve this. We look for who can."),
        done=_("Noted. Now choose whom to ask."),
        action=_("Go on"),
        back_url=request.actor.url("needs:overview"),
        back_label=_("Limits"),
        template="needs/from_form.html",
        context={"signal": signal, "match": match, "person": None},
    )
    return form_page(request, form, act, told)


def _limit(request: ActorRequest, limit_id: UUID) -> Limit:
    return or_404(queries.get_limit(request.actor, limit_id))


@require_http_methods(["GET"])
@by_team
def limit(request: ActorRequest, limit_id: UUID) -> HttpResponse:
    """One limit: what it is about, whom we asked, how long somebody waits. Reading it is noted."""
    found = _limit(request, limit_id)
    log.looked("limit.read", actor=request.actor, target=found.about or found)
    mark_read(actor=request.actor, url=request.path)
    can_go_on = bool(policies.can_change(request.actor, found))
    context: dict[str, object] = {
        "limit": found,
        "askings": queries.askings_of(found),
        "days": found.days_waiting(clock.today()),
        "today": clock.today(),
        "can_go_on": can_go_on,
        "steps": [step.name for step in LIMIT.open_from(found.state)] if can_go_on else [],
    }
    return page(request, "needs/limit.html", context)


def _back(request: ActorRequest, found: Limit) -> str:
    return request.actor.url("needs:limit", limit_id=found.pk)


@require_http_methods(["GET", "POST"])
@by_coordinator
def ask(request: ActorRequest, limit_id: UUID) -> HttpResponse:
    """A service was asked."""
    found = _limit(request, limit_id)
    form = AskForm(
        posted(request),
        colleagues=queries.staff(request.actor),
        initial={"caller": request.actor.membership_id},
    )

    def act(sent: AskForm) -> str:
        services.ask_service(actor=request.actor, limit_id=found.pk, given=sent.asking())
        return _back(request, found)

    told = FormPage(
        title=_("Ask a service"),
        lead=_("Who was asked, before when they answer, and who calls."),
        done=_("Noted. On the day of the answer it stands on your desk."),
        back_url=_back(request, found),
        back_label=_("The limit"),
        key=draft_key(request, "needs-ask", found.pk),
    )
    return form_page(request, form, act, told)


@require_http_methods(["GET", "POST"])
@by_coordinator
def stick(request: ActorRequest, limit_id: UUID) -> HttpResponse:
    """It is stuck: whom we turn to next."""
    found = _limit(request, limit_id)
    form = StuckForm(
        posted(request),
        initial={
            "why": found.stuck_why,
            "escalate_to": found.escalate_to,
            "escalation": found.escalation,
        },
    )

    def act(sent: StuckForm) -> str:
        services.note_stuck(actor=request.actor, limit_id=found.pk, given=sent.stuck())
        return _back(request, found)

    told = FormPage(
        title=_("It is stuck"),
        lead=_("Waiting alone helps nobody: name the next person and the next step."),
        done=_("Noted. It stands on the list of what is stuck, with its next step."),
        back_url=_back(request, found),
        back_label=_("The limit"),
        key=draft_key(request, "needs-stuck", found.pk),
    )
    return form_page(request, form, act, told)


@require_http_methods(["GET", "POST"])
@by_coordinator
def end(request: ActorRequest, limit_id: UUID, step: str) -> HttpResponse:
    """Somebody takes it up, we take it over, or it is not possible now."""
    if step not in ENDINGS:
        raise Http404
    found = _limit(request, limit_id)
    form = EndForm(posted(request), step=step)

    def act(sent: EndForm) -> str:
        services.end_limit(actor=request.actor, limit_id=found.pk, step=step, given=sent.ending())
        return _back(request, found)

    titles = {
        ANSWER: _("Somebody takes it up"),
        TAKE_OVER: _("We take it over"),
        NOT_POSSIBLE: _("It is not possible now"),
    }
    told = FormPage(
        title=titles[step],
        lead=_("The volunteer reads what you write for them."),
        done=_("Noted, and the volunteer was told."),
        back_url=_back(request, found),
        back_label=_("The limit"),
        key=draft_key(request, f"needs-end-{step}", found.pk),
    )
    return form_page(request, form, act, told)
