"""Writes about where a volunteer is heading (S1-267)."""

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.core import clock
from naast.core.errors import NotAllowed
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.parting.models import OnwardGoal
from naast.parting.states import Onward
from naast.people.api import lock_person


@transaction.atomic
def set_goal(*, actor: Actor, kind: str, words: str) -> OnwardGoal | None:
    """The volunteer says where they would like to go from here; without a kind: nowhere in particular, and what
    stood is forgotten. Raises NotAllowed."""
    if actor.person_id is None or not actor.has(Function.VOLUNTEER):
        raise NotAllowed(_("Only the volunteer says where they want to go."))
    person = lock_person(actor, actor.person_id)
    OnwardGoal.objects.filter(person=person, reached_on__isnull=True).delete()
    if kind not in Onward.values:
        log.record("onward-goal.forgotten", actor=actor, target=person)
        return None
    goal = OnwardGoal.objects.create(
        organisation_id=person.organisation_id,
        person=person,
        kind=kind,
        words=words.strip(),
        noted_on=clock.today(),
    )
    log.record("onward-goal.set", actor=actor, target=person, changes={"kind": kind})
    return goal
