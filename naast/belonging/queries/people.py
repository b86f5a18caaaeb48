"""Reads about one person or many: mentors, wishes, contact, guides outside."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from naast.belonging.models import (
    CloserContact,
    FirstDay,
    Mentoring,
    MentorMoment,
    MentorReady,
    OutsideGuide,
    Question,
    Wish,
)
from naast.belonging.policies import first_days as day_policies
from naast.belonging.policies import mentoring as mentor_policies
from naast.belonging.policies import questions as question_policies
from naast.belonging.policies import wishes as wish_policies
from naast.belonging.queries.first_days import lightly
from naast.belonging.states import MentoringState
from naast.core import clock
from naast.organisations.actors import Actor
from naast.people.models import Person, VolunteerProfile
from naast.programmes.models import Engagement

FEW = 20
# Who was asked to walk along, and did not answer for so long, is rung.
ANSWERED_WITHIN = timedelta(days=7)
BOTH = ("mentor", "newcomer", "engagement__programme", "backup__user")


def get_volunteer(actor: Actor, person_id: UUID) -> Person | None:
    """Somebody with a volunteer's card, for a coordinator; None otherwise."""
    if not actor.is_coordinator:
        return None
    rows = Person.objects.filter(organisation_id=actor.organisation_id, volunteer__isnull=False)
    return rows.filter(pk=person_id).first()


def mentorings(actor: Actor, *, state: str) -> QuerySet[Mentoring]:
    """The list of the coordinator, one state at a time."""
    rows = mentor_policies.visible_to(actor).filter(state=state)
    return rows.select_related(*BOTH)


def get_mentoring(actor: Actor, mentoring_id: UUID) -> Mentoring | None:
    """One, with its moments, or None when this actor may not know it."""
    rows = mentor_policies.visible_to(actor).select_related(*BOTH).prefetch_related("moments")
    return rows.filter(pk=mentoring_id).first()


def sides_to_hear(actor: Actor, mentoring: Mentoring) -> list[tuple[str, str]]:
    """Whose answer a coordinator writes down: who was asked, did not answer, and is asked by phone or on paper."""
    if mentoring.state != MentoringState.ASKED:
        return []
    waits = (
        ("mentor", mentoring.mentor, mentoring.mentor_answer),
        ("newcomer", mentoring.newcomer, mentoring.newcomer_answer),
    )
    return [
        (side, person.first_name)
        for side, person, answer in waits
        if not answer and mentor_policies.can_answer_for(actor, mentoring, person)
    ]


def mentors_unanswered(actor: Actor, today: date) -> QuerySet[Mentoring]:
    """Asked, and one of the two has no page to answer on; or a week went by without an answer."""
    aloud = [
        Q(**{f"{side}_answer": ""})
        & (Q(**{f"{side}__user__isnull": True}) | Q(**{f"{side}__prefers_paper": True}))
        for side in ("mentor", "newcomer")
    ]
    long_ago = Q(created_at__lt=clock.morning(today - ANSWERED_WITHIN))
    rows = mentor_policies.visible_to(actor).filter(aloud[0] | aloud[1] | long_ago)
    return rows.filter(state=MentoringState.ASKED, engagement__ended_on__isnull=True)


def own_mentorings(actor: Actor) -> list[Mentoring]:
    """Where the actor is mentor or new, now."""
    rows = mentor_policies.own_of(actor).select_related(*BOTH).prefetch_related("moments")
    return list(rows[:FEW])


def get_moment(actor: Actor, moment_id: UUID) -> MentorMoment | None:
    """A moment that this actor may write down, or None."""
    known = mentor_policies.visible_to(actor).exclude(newcomer_id=actor.person_id)
    rows = MentorMoment.objects.filter(mentoring__in=known, mentoring__state=MentoringState.RUNNING)
    return (
        rows.select_related("mentoring__newcomer", "mentoring__mentor").filter(pk=moment_id).first()
    )


def moments_due(actor: Actor) -> QuerySet[MentorMoment]:
    """The moments that a mentor has now."""
    return MentorMoment.objects.filter(
        mentoring__in=mentor_policies.own_of(actor).filter(mentor_id=actor.person_id),
        mentoring__state=MentoringState.RUNNING,
        spoke_on__isnull=True,
        due_on__lte=clock.today(),
    )


def possible_mentors(actor: Actor, engagement: Engagement) -> QuerySet[Person]:
    """Volunteers who are active in the same programme, those who did what we ask of mentors first."""
    rows = Person.objects.filter(
        organisation_id=actor.organisation_id,
        volunteer__status=VolunteerProfile.Status.ACTIVE,
        engagements__programme=engagement.programme_id,
        engagements__ended_on__isnull=True,
    ).exclude(pk=engagement.person_id)
    return rows.select_related("mentor_ready").order_by("sort_name", "id").distinct()


def ready_of(person_id: UUID) -> MentorReady | None:
    """What a mentor did of what we ask, or None when nobody noted it."""
    return MentorReady.objects.filter(person_id=person_id).first()


def wishes_unanswered(actor: Actor) -> QuerySet[Wish]:
    """The list of the coordinator: what nobody answered yet (S0-27). Not of who said goodbye."""
    rows = wish_policies.visible_to(actor).filter(answered_on__isnull=True)
    former = VolunteerProfile.Status.FORMER
    return rows.exclude(person__volunteer__status=former).select_related("person")


def wishes_due(actor: Actor, today: date) -> QuerySet[Wish]:
    """Those whose day has come."""
    due = wishes_unanswered(actor).filter(follow_up_on__lte=today)
    return due.exclude(person=actor.person_id)


def get_wish(actor: Actor, wish_id: UUID) -> Wish | None:
    """One wish, or None."""
    rows = wish_policies.visible_to(actor).select_related("person", "written_by__user")
    return rows.filter(pk=wish_id).first()


def own_wishes(actor: Actor) -> list[Wish]:
    """What the volunteer wrote, and what was written down for them."""
    return list(wish_policies.own_of(actor)[:FEW])


def contact_of(actor: Actor, person_id: UUID | None) -> CloserContact | None:
    """How often somebody chose to hear from us, or None."""
    return wish_policies.contacts_visible_to(actor).filter(person=person_id).first()


def contacts_due(actor: Actor, today: date) -> QuerySet[CloserContact]:
    """Whose turn it is to hear from us."""
    active = VolunteerProfile.Status.ACTIVE
    rows = wish_policies.contacts_visible_to(actor).exclude(person=actor.person_id)
    return rows.filter(next_on__lte=today, person__volunteer__status=active)


@dataclass(frozen=True, slots=True)
class PersonPage:
    """Everything of this room about one volunteer, for a coordinator."""

    person: Person
    engagements: list[Engagement]
    first_days: list[FirstDay]
    mentorings: list[Mentoring]
    questions: list[Question]
    wishes: list[Wish]
    contact: CloserContact | None
    guides: list[OutsideGuide]
    ready: MentorReady | None


def person_page(actor: Actor, person: Person) -> PersonPage:
    """Nine queries, whatever is there."""
    mine = day_policies.visible_to(actor).filter(engagement__person=person)
    asked = question_policies.visible_to(actor).filter(person=person)
    beside = Mentoring.objects.filter(organisation_id=actor.organisation_id, newcomer=person)
    guides = wish_policies.guides_visible_to(actor).filter(person=person)
    return PersonPage(
        person=person,
        engagements=list(
            Engagement.objects.filter(person=person, ended_on__isnull=True)
            .select_related("programme")
            .order_by("id")[:FEW]
        ),
        first_days=list(lightly(mine).order_by("-day", "id")[:5]),
        mentorings=list(beside.select_related(*BOTH)[:5]),
        questions=list(asked[:FEW]),
        wishes=list(wish_policies.visible_to(actor).filter(person=person)[:FEW]),
        contact=contact_of(actor, person.pk),
        guides=list(guides.prefetch_related("told")[:5]),
        ready=ready_of(person.pk),
    )
