"""Who knows of an agreement that was not kept: coordinators, the coach of the programme, and the volunteer."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.agreements.models import NotKept
from naast.agreements.states_steps import AGREE, ASK_PARTING, SHOWN_TO_VOLUNTEER
from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.programmes.models import Engagement


def visible_to(actor: Actor) -> QuerySet[NotKept]:
    """What staff may read: coordinators all, a coach what happens in programmes they coach. Never about
    themselves: that is on their own page."""
    rows = NotKept.objects.filter(organisation_id=actor.organisation_id)
    if actor.person_id is not None:
        rows = rows.exclude(engagement__person_id=actor.person_id)
    if actor.is_coordinator:
        return rows
    if actor.membership_id is None or not actor.has(Function.COACH):
        return rows.none()
    return rows.filter(engagement__programme__coach_id=actor.membership_id)


def about_me(actor: Actor) -> QuerySet[NotKept]:
    """What is about the volunteer, open or closed: nobody reads this as it is, see `own_of`."""
    rows = NotKept.objects.filter(organisation_id=actor.organisation_id)
    if actor.person_id is None or not actor.has(Function.VOLUNTEER):
        return rows.none()
    return rows.filter(engagement__person_id=actor.person_id)


def own_of(actor: Actor) -> QuerySet[NotKept]:
    """What the volunteer reads about themselves: from the first talk on, and until it is closed."""
    return about_me(actor).filter(state__in=SHOWN_TO_VOLUNTEER)


def engagements_of(actor: Actor) -> QuerySet[Engagement]:
    """Where this actor may write that an agreement was not kept: open engagements, not their own."""
    rows = Engagement.objects.filter(organisation_id=actor.organisation_id, ended_on__isnull=True)
    if actor.person_id is not None:
        rows = rows.exclude(person_id=actor.person_id)
    if actor.is_coordinator:
        return rows
    if actor.membership_id is None or not actor.has(Function.COACH):
        return rows.none()
    return rows.filter(programme__coach_id=actor.membership_id)


def can_note(actor: Actor, engagement: Engagement) -> Decision:
    """Coordinators, and the coach of the programme; somebody must have written it."""
    if engagement.organisation_id != actor.organisation_id:
        return deny(_("This belongs to another organisation."))
    if engagement.person_id == actor.person_id:
        return deny(_("Ask a colleague to write down what is about yourself."))
    if actor.membership_id is None:
        return deny(_("A note needs somebody who wrote it."))
    if not (actor.is_coordinator or coaches(actor, engagement)):
        return deny(_("Only a coordinator or the coach of this programme can do this."))
    return ALLOW


def coaches(actor: Actor, engagement: Engagement) -> bool:
    """Whether the actor coaches the programme of this engagement."""
    return (
        actor.has(Function.COACH)
        and actor.membership_id is not None
        and engagement.programme.coach_id == actor.membership_id
    )


def can_take(actor: Actor, not_kept: NotKept, step: str) -> Decision:
    """Whoever may write here takes a step; a parting is agreed by another colleague than who asked it."""
    can_note(actor, not_kept.engagement).require()
    if step == AGREE and _asked_it(actor, not_kept):
        return deny(_("A second colleague looks along: somebody else than who asked it."))
    return ALLOW


def _asked_it(actor: Actor, not_kept: NotKept) -> bool:
    asked = [each for each in not_kept.steps.all() if each.step == ASK_PARTING]
    return not asked or asked[-1].taken_by_id == actor.membership_id


def can_give_view(actor: Actor, not_kept: NotKept) -> Decision:
    """The volunteer says how they see it, while it is open and talked about."""
    if not_kept.engagement.person_id != actor.person_id or not actor.has(Function.VOLUNTEER):
        return deny(_("Only the volunteer can write their own view."))
    if not_kept.state not in SHOWN_TO_VOLUNTEER:
        return deny(_("This is closed."))
    return ALLOW


def can_change_terms(actor: Actor) -> Decision:
    """Coordinators choose how much time people get."""
    if not actor.is_coordinator:
        return deny(_("Only a coordinator can change this."))
    return ALLOW
