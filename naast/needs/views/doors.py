"""What the pages of this room share."""

from typing import TypeVar
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _

from naast.companionship.models import Match
from naast.core.http import or_404
from naast.core.templatetags.ui_actions import Tab
from naast.needs.policies.rows import TELLERS
from naast.needs.queries import rows as queries
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.signals.models import Signal

F = TypeVar("F", bound=forms.Form)
by_coordinator = open_to(Function.COORDINATOR)
by_team = open_to(Function.COORDINATOR, Function.COACH, Function.PROFESSIONAL)
by_management = open_to(Function.COORDINATOR, Function.BOARD)
by_volunteer = open_to(Function.VOLUNTEER)
by_teller = open_to(*TELLERS)


def asked_id(request: ActorRequest, name: str) -> UUID | None:
    """An id in the address («?signal=…»), or None. Raises Http404 for what is no id."""
    given = request.GET.get(name, "")
    if not given:
        return None
    try:
        return UUID(given)
    except ValueError:
        return or_404(None)


def signal_asked(request: ActorRequest) -> Signal | None:
    """The signal from which somebody comes; 404 for one they may not follow up."""
    signal_id = asked_id(request, "signal")
    if signal_id is None:
        return None
    return or_404(queries.signal_to_follow(request.actor, signal_id))


def match_asked(request: ActorRequest) -> Match | None:
    """The match from which somebody comes; 404 for one they may not name."""
    match_id = asked_id(request, "match")
    return None if match_id is None else or_404(queries.get_match(request.actor, match_id))


def tab_of(request: ActorRequest, *known: str) -> str:
    """The tab in the address; the first for one we don't know."""
    asked = request.GET.get("show", "")
    return asked if asked in known else known[0]


def tabs_of(actor: Actor, current: str) -> list[Tab]:
    """The pages of this room, from what waits for somebody to what tells of many."""
    rows = (
        ("overview", _("Limits")),
        ("stuck", _("Stuck")),
        ("obstacles", _("Asked of us")),
        ("carers", _("Carers")),
        ("favours", _("Favours")),
        ("register", _("Needs by theme")),
        ("policy", _("To management")),
    )
    return [Tab(label, actor.url(f"needs:{name}"), name == current) for name, label in rows]
