"""The empty papers on the card of a volunteer who would rather have paper; what is paid back on the page of a
programme. No amount of anybody stands in either."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.expenses.models import ProgrammeCosts
from naast.expenses.paper import LANGUAGES
from naast.expenses.queries.terms import settings_of
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.organisations.panels import Panel
from naast.people import panels as people_panels
from naast.people.models import Person
from naast.programmes import page_panels
from naast.programmes.models import Programme


def on_card(actor: Actor, person: Person) -> Panel | None:
    """On a volunteer's card, for coordinators, when this volunteer would rather have paper; no query."""
    if not (actor.is_coordinator and person.prefers_paper):
        return None
    return Panel(_("Costs on paper"), "expenses/card_panel.html", {"languages": LANGUAGES})


def _own_terms(actor: Actor, programme: Programme) -> QuerySet[ProgrammeCosts]:
    return ProgrammeCosts.objects.filter(organisation_id=actor.organisation_id, programme=programme)


def on_programme(actor: Actor, programme: Programme) -> Panel | None:
    """On the page of a programme, where somebody said what it pays back, for volunteers and coordinators; two queries.
    Participants and others see nothing of costs (S2-17)."""
    costs = _own_terms(actor, programme).first()
    if costs is None or not (actor.is_coordinator or actor.has(Function.VOLUNTEER)):
        return None
    gives_fixed = costs.pays_flat and settings_of(actor.organisation_id).flat_is_on
    context = {
        "costs": costs,
        "gives_fixed": gives_fixed,
        "is_nothing": not (costs.pays_travel or costs.pays_real or gives_fixed),
    }
    return Panel(_("What is paid back"), "expenses/programme_panel.html", context)


def register() -> None:
    """Called by the room's AppConfig.ready()."""
    people_panels.register("volunteer", on_card)
    for place in ("coordinator", "member"):
        page_panels.register(place, on_programme, sign=_own_terms)
