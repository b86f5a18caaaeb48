"""Writes about ideas of volunteers (S2-1, S1-26): what the group does is the group's own."""

from dataclasses import asdict
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.audit import log
from naast.belonging.errors import DayRefused
from naast.belonging.inputs import NewIdea
from naast.belonging.models import Idea, IdeaMember
from naast.belonging.policies import ideas as policies
from naast.belonging.states import ASK, GO_ON, IDEA, WAIT, IdeaState
from naast.core import clock
from naast.core.errors import DomainError, StateConflict
from naast.core.working_days import add_working_days
from naast.messaging.services import tell
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.people.api import lock_person

ANSWER_WORKING_DAYS = 5


@transaction.atomic
def start_idea(*, actor: Actor, idea: NewIdea) -> Idea:
    """A volunteer starts an idea, and leads it. Raises NotAllowed."""
    policies.can_start(actor).require()
    # A second tap waits here, and finds the idea of the first.
    lock_person(actor, _person_id(actor))
    mine = Idea.objects.filter(members__person=actor.person_id, members__leads=True, **asdict(idea))
    before = mine.filter(organisation_id=actor.organisation_id, state=IdeaState.IDEA).first()
    if before is not None:
        return before
    made = Idea.objects.create(organisation_id=actor.organisation_id, **asdict(idea))
    IdeaMember.objects.create(
        organisation_id=actor.organisation_id,
        idea=made,
        person_id=_person_id(actor),
        leads=True,
        joined_on=clock.today(),
    )
    log.record("idea.started", actor=actor, target=made)
    return made


def _person_id(actor: Actor) -> UUID:
    if actor.person_id is None:
        raise DomainError(_("Only a person does this."))
    return actor.person_id


def lock_idea(actor: Actor, idea_id: UUID) -> Idea:
    """The idea, locked. Raises Idea.DoesNotExist."""
    return policies.visible_to(actor).select_for_update().get(pk=idea_id)


@transaction.atomic
def change_idea(*, actor: Actor, idea_id: UUID, idea: NewIdea) -> Idea:
    """Who leads it changes its words. Raises Idea.DoesNotExist or NotAllowed."""
    known = lock_idea(actor, idea_id)
    policies.can_change(actor, known).require()
    for name, value in asdict(idea).items():
        setattr(known, name, value)
    known.save(update_fields=list(asdict(idea)))
    log.record("idea.changed", actor=actor, target=known)
    return known


@transaction.atomic
def join(*, actor: Actor, idea_id: UUID) -> IdeaMember:
    """A volunteer does it along. Twice is the same as once. Raises Idea.DoesNotExist or NotAllowed."""
    idea = lock_idea(actor, idea_id)
    policies.can_join(actor, idea).require()
    member, is_new = IdeaMember.objects.get_or_create(
        idea=idea,
        person_id=_person_id(actor),
        organisation_id=actor.organisation_id,
        defaults={"joined_on": clock.today()},
    )
    if is_new:
        log.record("idea.joined", actor=actor, target=idea)
    return member


@transaction.atomic
def leave(*, actor: Actor, idea_id: UUID) -> None:
    """A volunteer does it no longer; the last who leads hands over first. Raises Idea.DoesNotExist or
    StateConflict."""
    idea = lock_idea(actor, idea_id)
    others_lead = idea.members.filter(leads=True).exclude(person=actor.person_id).exists()
    if policies.leads(actor, idea) and not others_lead and idea.members.count() > 1:
        raise StateConflict(_("You lead this alone: first ask somebody to lead along."))
    idea.members.filter(person=actor.person_id).delete()
    log.record("idea.left", actor=actor, target=idea)


@transaction.atomic
def lead_along(*, actor: Actor, idea_id: UUID, member_id: UUID, leads: bool) -> Idea:
    """Somebody of the group leads along from now on, or lets it go; somebody always leads. Raises
    Idea.DoesNotExist, IdeaMember.DoesNotExist, NotAllowed or StateConflict."""
    idea = lock_idea(actor, idea_id)
    policies.can_change(actor, idea).require()
    member = idea.members.get(pk=member_id)
    if not leads and not idea.members.filter(leads=True).exclude(pk=member_id).exists():
        raise StateConflict(_("Somebody always leads: first ask another to lead along."))
    member.leads = leads
    member.save(update_fields=["leads"])
    log.record("idea.lead-shared", actor=actor, target=idea, changes={"leads": leads})
    return idea


@transaction.atomic
def plan_hand_over(*, actor: Actor, idea_id: UUID, day: date, words: str) -> Idea:
    """When somebody else takes over, and what goes along (S1-26). Raises Idea.DoesNotExist, NotAllowed or
    DayRefused."""
    idea = lock_idea(actor, idea_id)
    policies.can_change(actor, idea).require()
    if day < clock.today():
        raise DayRefused("day", _("Choose today or a day that is still to come."))
    idea.hand_over_on, idea.hand_over_words = day, words
    idea.save(update_fields=["hand_over_on", "hand_over_words"])
    log.record("idea.hand-over-planned", actor=actor, target=idea)
    return idea


@transaction.atomic
def take_step(*, actor: Actor, idea_id: UUID, step: str) -> Idea:
    """A step that needs no words: look for people, just do it, pick it up again, done. Raises Idea.DoesNotExist,
    NotAllowed or StateConflict."""
    idea = lock_idea(actor, idea_id)
    return _step(actor, idea, step)


def _step(actor: Actor, idea: Idea, step: str) -> Idea:
    policies.can_take(actor, idea, step).require()
    idea.state = IdeaState(IDEA.target(step, source=idea.state))
    idea.save()
    log.record("idea.step", actor=actor, target=idea, changes={"step": step})
    return idea


@transaction.atomic
def ask_support(*, actor: Actor, idea_id: UUID, words: str) -> Idea:
    """Ask the coordinator along: an answer comes within five working days. Raises Idea.DoesNotExist, NotAllowed or
    StateConflict."""
    idea = lock_idea(actor, idea_id)
    house = Organisation.objects.get(pk=actor.organisation_id)
    idea.asked_on, idea.asked_words = clock.today(), words
    idea.answer_by = add_working_days(clock.today(), ANSWER_WORKING_DAYS, house.country)
    idea.answer, idea.answered_on, idea.not_now = "", None, ""
    return _step(actor, idea, ASK)


@transaction.atomic
def answer_idea(*, actor: Actor, idea_id: UUID, words: str, not_now: str = "") -> Idea:
    """What the house can do; or, kindly, why not now: safety, means, or what our house is for, and nothing else.
    Raises Idea.DoesNotExist, NotAllowed or StateConflict."""
    idea = lock_idea(actor, idea_id)
    idea.answer, idea.not_now = words, not_now
    idea.answered_on, idea.answered_by_id = clock.today(), actor.membership_id
    idea = _step(actor, idea, WAIT if not_now else GO_ON)
    leading = idea.members.filter(leads=True, person__user__isnull=False)
    for member in leading.select_related("person__user"):
        if member.person.user is not None:
            tell(
                actor=actor,
                user=member.person.user,
                kind="belonging.idea",
                subject=gettext_lazy("An answer to your idea"),
                body=gettext_lazy("Your coordinator answered. The page of your idea tells what."),
                url=actor.url("belonging:idea", idea_id=idea.pk),
            )
    return idea
