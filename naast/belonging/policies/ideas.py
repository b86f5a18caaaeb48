"""Who reads ideas, who does one together, and who may ask to wait."""

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.belonging.models import Idea, IdeaMember
from naast.belonging.states import HOUSE, IDEA, LEAD, OPEN_IDEAS
from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor
from naast.organisations.models import Function


def visible_to(actor: Actor) -> QuerySet[Idea]:
    """Volunteers and coordinators of the house read every idea."""
    rows = Idea.objects.filter(organisation_id=actor.organisation_id)
    if actor.is_coordinator or actor.has(Function.VOLUNTEER):
        return rows
    return rows.none()


def with_part(rows: QuerySet[Idea], actor: Actor) -> QuerySet[Idea]:
    """Adds `is_mine`: whether the actor does it along."""
    mine = IdeaMember.objects.filter(idea=OuterRef("pk"), person=actor.person_id)
    return rows.annotate(is_mine=Exists(mine))


def hats_on(actor: Actor, idea: Idea) -> frozenset[str]:
    """As whom the actor may take steps: who leads it, and the house when it was asked. Needs the members."""
    hats = HOUSE if actor.is_coordinator else frozenset[str]()
    return hats | LEAD if leads(actor, idea) else hats


def leads(actor: Actor, idea: Idea) -> bool:
    """Whether the actor leads this idea, alone or with others. When whoever led it left, everybody who does it
    leads."""
    members = list(idea.members.all())
    leading = [each for each in members if each.leads] or members
    return actor.person_id is not None and actor.person_id in [each.person_id for each in leading]


def can_start(actor: Actor) -> Decision:
    """Every volunteer may start one."""
    if actor.person_id is None or not actor.has(Function.VOLUNTEER):
        return deny(_("Volunteers start ideas."))
    return ALLOW


def can_join(actor: Actor, idea: Idea) -> Decision:
    """Every volunteer may join what is open."""
    is_volunteer = can_start(actor)
    if not is_volunteer:
        return is_volunteer
    if idea.state not in OPEN_IDEAS:
        return deny(_("This is not open now."))
    return ALLOW


def can_change(actor: Actor, idea: Idea) -> Decision:
    """Who leads it changes it: what the group does is the group's own."""
    if not leads(actor, idea):
        return deny(_("Who leads this idea changes it."))
    return ALLOW


def can_take(actor: Actor, idea: Idea, step: str) -> Decision:
    """Whether the actor may take this step of the table. A coordinator who leads an idea asks a colleague."""
    if IDEA.steps[step].by.isdisjoint(hats_on(actor, idea)):
        return deny(_("This step is for somebody else."))
    if IDEA.steps[step].by == HOUSE and leads(actor, idea):
        return deny(_("You lead this yourself: ask a colleague to answer."))
    return ALLOW
