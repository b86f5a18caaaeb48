"""On a volunteer's card: who walks along, open wishes, and the way to how they find their feet. On the
coordinator's page of a match: what was chosen after a heavy visit (S0-55)."""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.belonging.models import Debrief, Mentoring, Wish
from naast.belonging.states import MentoringState
from naast.companionship import panels as match_panels
from naast.companionship.models import Match
from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.people import panels
from naast.people.models import Person
from naast.programmes.models import Engagement

FEW = 5
WORDS: dict[str, tuple[Text, str]] = {
    "first-day.received": (_("Was received on the first day"), "door-open"),
}


def _takes_part(actor: Actor, person: Person) -> QuerySet[Engagement]:
    rows = Engagement.objects.filter(person=person, ended_on__isnull=True)
    return rows if actor.is_coordinator else rows.none()


def finding_feet(actor: Actor, person: Person) -> panels.Panel | None:
    """For coordinators: two queries."""
    if not actor.is_coordinator:
        return None
    either = Q(mentor=person) | Q(newcomer=person)
    beside = Mentoring.objects.filter(
        either, organisation_id=actor.organisation_id, state=MentoringState.RUNNING
    )
    wishes = Wish.objects.filter(
        organisation_id=actor.organisation_id, person=person, answered_on__isnull=True
    )
    return panels.Panel(
        title=_("Feeling at home"),
        template="belonging/panel.html",
        context={
            "person": person,
            "mentorings": list(beside.select_related("mentor", "newcomer")[:FEW]),
            "wishes": list(wishes[:FEW]),
        },
    )


def _debriefs(actor: Actor, match: Match) -> QuerySet[Debrief]:
    chosen = Debrief.objects.filter(organisation_id=actor.organisation_id, visit__match=match)
    return chosen.exclude(choice=Debrief.Choice.NO)


def after_heavy_visits(actor: Actor, match: Match) -> panels.Panel | None:
    """What was chosen, without a word of the visit; one query."""
    return panels.Panel(
        title=_("After a heavy visit"),
        template="belonging/debrief_panel.html",
        context={"debriefs": list(_debriefs(actor, match)[:FEW])},
    )


def register() -> None:
    """Called by the room's AppConfig.ready()."""
    panels.register("volunteer", finding_feet, sign=_takes_part)
    panels.register_words(WORDS)
    match_panels.register("coordinator", after_heavy_visits, sign=_debriefs)
