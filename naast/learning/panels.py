"""On the volunteer's card: which courses are in place, and what is still to do (S0-31)."""

from django.utils.translation import gettext_lazy as _

from naast.core import clock
from naast.learning.policies import records as policies
from naast.learning.queries import records as queries
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.people import api as people
from naast.people.models import Person


def learning_of(actor: Actor, person: Person) -> people.Panel | None:
    """For coordinators and coaches: the path of this person and what they did; four queries at most."""
    if not (actor.is_coordinator or actor.has(Function.COACH)):
        return None
    paths = queries.paths_of(actor, person.pk, now=clock.now(), today=clock.today())
    asked = {step.course.pk for path in paths for step in path.steps}
    others = [
        each
        for each in policies.visible_to(actor)
        .filter(person=person)
        .select_related("course")
        .order_by("-done_on", "-id")[: queries.MOST]
        if each.course_id not in asked
    ]
    url = actor.url("learning:of_person", person_id=person.pk) if actor.is_coordinator else ""
    return people.Panel(
        title=_("Learning"),
        template="learning/panel.html",
        context={"paths": paths, "others": others[:5], "url": url},
    )


def register() -> None:
    """Called by the room's AppConfig.ready()."""
    people.register("volunteer", learning_of)
