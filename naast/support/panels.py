"""On a volunteer's card and on the pages of a match: the next talk, the last contact, what is open, the aim."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.companionship import panels as match_panels
from naast.companionship.models import Match
from naast.core import clock
from naast.organisations.actors import Actor
from naast.organisations.panels import Panel
from naast.people import panels
from naast.people.models import Person
from naast.support.models import Plan
from naast.support.policies import volunteers as policies
from naast.support.queries import person_pages as queries
from naast.support.queries.channels import next_talk


def _guided(actor: Actor, person: Person) -> QuerySet[Person]:
    """For whoever guides them."""
    return policies.guided_by(actor).filter(pk=person.pk)


def of_volunteer(actor: Actor, person: Person) -> Panel | None:
    """Two lines of aim, the next talk, the last contact, what is open; three queries."""
    return Panel(
        title=_("Support"),
        template="support/panel.html",
        context={
            "plan": queries.plan_of(person),
            "talk": next_talk(person),
            "actions": queries.open_actions(person),
            "url": actor.url("support:of_person", person_id=person.pk),
            "today": clock.today(),
        },
    )


def of_match(actor: Actor, match: Match) -> Panel | None:
    """The same of the volunteer of a match, for coordinators."""
    if not actor.is_coordinator or match.volunteer_id == actor.person_id:
        return None
    return of_volunteer(actor, match.volunteer)


def plan_of_match(actor: Actor, match: Match) -> QuerySet[Plan]:
    """Without a plan there is nothing to show."""
    return Plan.objects.filter(organisation_id=actor.organisation_id, person_id=match.volunteer_id)


def register() -> None:
    """Called by the room's AppConfig.ready()."""
    panels.register("volunteer", of_volunteer, sign=_guided)
    match_panels.register("coordinator", of_match, sign=plan_of_match)
    panels.register_words(
        {
            "support.plan-arranged": (_("The plan was arranged"), "heart-handshake"),
            "support.talk-planned": (_("A talk was planned"), "messages-square"),
            "support.talk-held": (_("A talk took place"), "messages-square"),
            "support.check-in-answered": (_("Told how it goes"), "message-circle-heart"),
            "support.check-in-written": (_("Told how it goes"), "message-circle-heart"),
            "support.short-word": (_("A short word after an activity"), "coffee"),
        }
    )
