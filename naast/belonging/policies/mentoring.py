"""Who knows of a mentor beside somebody new, and who says yes or no to it."""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.belonging.models import Mentoring
from naast.belonging.states import OPEN
from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.people.models import Person, VolunteerProfile
from naast.programmes.models import Engagement


def visible_to(actor: Actor) -> QuerySet[Mentoring]:
    """Coordinators: all of their organisation. A volunteer: where they are mentor or new themselves, while they
    are asked or walk together."""
    rows = Mentoring.objects.filter(organisation_id=actor.organisation_id)
    return rows if actor.is_coordinator else own_of(actor)


def own_of(actor: Actor) -> QuerySet[Mentoring]:
    """Where the actor is one of the two. A no, or an end, is nothing that stays on somebody's page; nor does
    somebody who stopped there."""
    rows = Mentoring.objects.filter(organisation_id=actor.organisation_id)
    if actor.person_id is None or not actor.has(Function.VOLUNTEER):
        return rows.none()
    either = Q(mentor_id=actor.person_id) | Q(newcomer_id=actor.person_id)
    return rows.filter(either, state__in=OPEN, engagement__ended_on__isnull=True)


def can_link(actor: Actor, engagement: Engagement, mentor: Person) -> Decision:
    """Coordinators ask an active volunteer to be mentor of somebody else."""
    if not actor.is_coordinator:
        return deny(_("Only a coordinator can ask a mentor."))
    if {engagement.organisation_id, mentor.organisation_id} != {actor.organisation_id}:
        return deny(_("This belongs to another organisation."))
    if mentor.pk == engagement.person_id:
        return deny(_("A mentor stands beside somebody else."))
    profile = getattr(mentor, "volunteer", None)
    if profile is None or profile.status != VolunteerProfile.Status.ACTIVE:
        return deny(_("Choose a volunteer who is active now."))
    return ALLOW


def can_arrange(actor: Actor) -> Decision:
    """Coordinators end it, note what a mentor did, and see what came of the questions."""
    if not actor.is_coordinator:
        return deny(_("Only a coordinator can change this."))
    return ALLOW


def can_answer(actor: Actor, mentoring: Mentoring) -> Decision:
    """Each of the two answers for themselves."""
    if actor.person_id not in (mentoring.mentor_id, mentoring.newcomer_id):
        return deny(_("Only the two who were asked answer this."))
    return ALLOW


def can_answer_for(actor: Actor, mentoring: Mentoring, side: Person) -> Decision:
    """A coordinator writes down what one of the two said by phone or on paper, when they have no page of their own or
    like paper better; never for themselves."""
    if mentoring.organisation_id != actor.organisation_id or not actor.is_coordinator:
        return deny(_("Only a coordinator can write this down."))
    if side.pk == actor.person_id:
        return deny(_("Only the two who were asked answer this."))
    if not asks_aloud(side):
        return deny(_("They answer on their own page."))
    return ALLOW


def asks_aloud(person: Person) -> bool:
    """Whether somebody is asked by phone or on paper."""
    return person.user_id is None or person.prefers_paper


def can_note(actor: Actor, mentoring: Mentoring) -> Decision:
    """The mentor says that they spoke, or a coordinator who heard it."""
    if not (actor.is_coordinator or actor.person_id == mentoring.mentor_id):
        return deny(_("Only the mentor writes this."))
    if actor.person_id == mentoring.newcomer_id:
        return deny(_("Your mentor writes this."))
    return ALLOW
