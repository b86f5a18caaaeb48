"""Reads about agreements that were not kept. Every function starts from what the actor may see."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from naast.agreements.ladder import Ground, Taken
from naast.agreements.models import NotKept, StepTaken, StepTerms
from naast.agreements.policies import steps as policies
from naast.agreements.states_steps import FURTHER, OPEN, LadderState
from naast.organisations.actors import Actor
from naast.people.models import Person
from naast.programmes.models import Engagement

# Two weeks to do it differently; a year after «solved, thank you» it is gone.
USUAL_DAYS, USUAL_MONTHS = 14, 12


@dataclass(frozen=True, slots=True)
class Terms:
    """The time people get between two steps (days), and how long what was solved is kept (months)."""

    days_between: int = USUAL_DAYS
    months_kept: int = USUAL_MONTHS


def terms_of(organisation_id: UUID, programme_id: UUID | None = None) -> Terms:
    """What holds here: the programme's own time, the organisation's, or the usual one. One query."""
    wanted = Q(programme__isnull=True) | Q(programme_id=programme_id)
    rows = StepTerms.objects.filter(wanted, organisation_id=organisation_id)
    by_programme = {row.programme_id: row for row in rows}
    house, own = by_programme.get(None), by_programme.get(programme_id)
    days = own or house
    return Terms(
        days_between=days.days_between if days else USUAL_DAYS,
        months_kept=(house.months_kept if house else None) or USUAL_MONTHS,
    )


def own_terms(actor: Actor) -> QuerySet[StepTerms]:
    """The programmes with a time of their own."""
    rows = StepTerms.objects.filter(organisation_id=actor.organisation_id, programme__isnull=False)
    return rows.select_related("programme").order_by("programme__name")


def listed(actor: Actor, *, is_closed: bool) -> QuerySet[NotKept]:
    """The open ones, or what is closed and not erased yet (order it by page). Without what was written."""
    rows = policies.visible_to(actor).filter(closed_on__isnull=not is_closed)
    return rows.select_related("engagement__person", "engagement__programme").defer("agreement")


def with_everything(rows: QuerySet[NotKept]) -> QuerySet[NotKept]:
    """Adds what a page or a rule reads."""
    return rows.select_related(
        "engagement__person__user", "engagement__programme", "noted_by__user"
    ).prefetch_related("observations__written_by__user", "steps__taken_by__user")


def get_not_kept(actor: Actor, not_kept_id: UUID) -> NotKept | None:
    """One, or None when this actor may not know it exists."""
    return with_everything(policies.visible_to(actor)).filter(pk=not_kept_id).first()


def lock_not_kept(actor: Actor, not_kept_id: UUID) -> NotKept:
    """One for staff, locked until the transaction ends. Raises NotKept.DoesNotExist."""
    rows = with_everything(policies.visible_to(actor))
    return rows.select_for_update(of=("self",), no_key=True).get(pk=not_kept_id)


def get_engagement(actor: Actor, engagement_id: UUID) -> Engagement | None:
    """An open engagement about which this actor may write, or None."""
    rows = policies.engagements_of(actor).select_related("person", "programme")
    return rows.prefetch_related("programme__tasks").filter(pk=engagement_id).first()


def engagements_of(actor: Actor, person: Person) -> list[Engagement]:
    """The open engagements of somebody about which this actor may write. One query."""
    rows = policies.engagements_of(actor).filter(person=person)
    return list(rows.select_related("programme").order_by("programme__name"))


def open_about(actor: Actor, person: Person) -> list[NotKept]:
    """What is open about somebody, for their card: no words of it. One query."""
    rows = listed(actor, is_closed=False).filter(engagement__person=person)
    return list(rows.order_by("id"))


def mine(actor: Actor) -> list[NotKept]:
    """What the volunteer reads about themselves, newest first, with the steps."""
    rows = policies.own_of(actor).select_related("engagement__programme__coordinator__user")
    return list(rows.prefetch_related("steps", "observations").order_by("-id"))


def on_my_home(actor: Actor) -> tuple[bool, bool]:
    """Whether there is something of the volunteer's own to read, and whether it waits for how they see it.
    One query."""
    steps = policies.own_of(actor).filter(steps__step__in=FURTHER)
    views = set(steps.values_list("steps__view", flat=True))
    return bool(views), StepTaken.View.AWAITED in views


def my_step(actor: Actor, step_id: UUID, *, even_closed: bool = False) -> StepTaken | None:
    """A step of the volunteer's own, about which they may still say how they see it; None otherwise.
    `even_closed`: also one that a colleague closed meanwhile, so that words on their way are not lost."""
    about = policies.about_me(actor) if even_closed else policies.own_of(actor)
    rows = StepTaken.objects.filter(not_kept__in=about, step__in=FURTHER, pk=step_id)
    return rows.select_related("not_kept__engagement").first()


def ground_of(not_kept: NotKept) -> Ground:
    """What a next step is measured against."""
    terms = terms_of(not_kept.organisation_id, not_kept.engagement.programme_id)
    return Ground(
        taken=[Taken(each.step, each.taken_on, each.is_heard) for each in not_kept.steps.all()],
        days_between=terms.days_between,
        is_first_hand=any(each.is_first_hand for each in not_kept.observations.all()),
    )


def to_look_back(actor: Actor, *, day: date) -> QuerySet[NotKept]:
    """Open ones whose day to look again has come."""
    rows = policies.visible_to(actor).filter(state__in=OPEN, look_back_on__lte=day)
    return rows.exclude(state=LadderState.PARTING_ASKED)


def to_look_along(actor: Actor) -> QuerySet[NotKept]:
    """Partings that wait for a second colleague."""
    return policies.visible_to(actor).filter(state=LadderState.PARTING_ASKED)
