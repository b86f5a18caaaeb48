"""Who does what, on the pages of a match: a few lines and one link."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.companionship import panels
from naast.companionship.models import Match
from naast.core import clock
from naast.division import rules
from naast.division.models import Terms
from naast.division.queries.terms import chosen
from naast.organisations.actors import Actor
from naast.organisations.panels import Panel


def who_does_what(actor: Actor, match: Match) -> Panel:
    """What the pattern of this match means when the volunteer can't come, and the page with the rest. It costs no
    query: the rules hold for every match."""
    found = rules.rules_of(rules.pattern_of(match))
    name = "division:match" if actor.is_coordinator else "division:my_division"
    return Panel(
        title=_("Who does what"),
        template="division/panel.html",
        context={"rules": found, "url": actor.url(name, match_id=match.pk)},
    )


def reach(actor: Actor, match: Match) -> Panel | None:
    """Whether the professional answers at this moment; one query."""
    row = _with_hours(actor, match).first()
    now = chosen(row, language="nl").answers_now(clock.now())
    if row is None or now is None:
        return None
    professional = match.professional
    return Panel(
        title=_("Reachable now?"),
        template="division/reach_panel.html",
        context={
            "answers_now": now,
            "name": professional.user.name if professional is not None else "",
            "begins": row.reach_from,
            "ends": row.reach_until,
        },
    )


def _with_hours(actor: Actor, match: Match) -> QuerySet[Terms]:
    return Terms.objects.filter(
        programme_id=match.programme_id, reach_from__isnull=False, reach_until__isnull=False
    )


def register() -> None:
    """Called by the room's AppConfig.ready()."""
    for place in ("volunteer", "staff"):
        panels.register(place, reach, sign=_with_hours)
    for place in ("coordinator", "volunteer", "participant", "staff"):
        panels.register(place, who_does_what)
