"""Reads about evenings: my own, one of them, who comes, what was agreed."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate

from naast.intervision.models import (
    AgreedAction,
    Evening,
    GroupTalk,
    LearningQuestion,
    Presence,
    SeriesMember,
)
from naast.intervision.policies import evenings as policies
from naast.intervision.policies.series import still_inside
from naast.intervision.states import PresenceState
from naast.organisations.actors import Actor
from naast.people.models import Person

MOST_COMING = 4
MOST_QUESTIONS = 60
MOST_ACTIONS = 60
# An evening stays on one's own page until it is well over.
STILL_ON = timedelta(hours=12)


def get_evening(actor: Actor, evening_id: UUID) -> Evening | None:
    """One evening with its group, or None when this actor may not know it exists."""
    rows = policies.visible_to(actor).select_related(
        "series", "led_by", "brought_by", "talk", "case"
    )
    return rows.filter(pk=evening_id).first()


def get_own(actor: Actor, evening_id: UUID) -> Evening | None:
    """One evening of a group this actor takes part in, or None."""
    return policies.own(actor).select_related("series").filter(pk=evening_id).first()


def get_led(actor: Actor, evening_id: UUID) -> Evening | None:
    """One evening whose leader's pages this actor may open, or None."""
    rows = policies.led_by(actor).select_related("series", "led_by", "brought_by", "talk", "case")
    return rows.filter(pk=evening_id).first()


def lock_evening(rows: QuerySet[Evening], evening_id: UUID) -> Evening:
    """The evening, locked until the transaction ends. Raises Evening.DoesNotExist."""
    return (
        rows.select_related("series")
        .select_for_update(of=("self",), no_key=True)
        .get(pk=evening_id)
    )


@dataclass(frozen=True, slots=True)
class Mine:
    """My own page: what comes, what I would like to talk over, what I would do, which talks are open."""

    coming: list[Evening]
    away: frozenset[UUID]
    led: frozenset[UUID]
    questions: list[LearningQuestion]
    actions: list[AgreedAction]
    talks: list[GroupTalk]


def mine(actor: Actor, *, now: datetime) -> Mine:
    """Everything of one's own evenings; five queries whatever the number of groups."""
    coming = list(
        policies.own(actor)
        .filter(starts_at__gt=now - STILL_ON, closed_on__isnull=True)
        .select_related("series")
        .order_by("starts_at", "id")[:MOST_COMING]
    )
    ids = [evening.pk for evening in coming]
    away = Presence.objects.filter(
        evening_id__in=ids, person=actor.person_id, state=PresenceState.SIGNED_OFF
    )
    led = policies.leads(actor).filter(pk__in=ids)
    talks = GroupTalk.objects.filter(evening__in=policies.own(actor), counted_at__isnull=True)
    return Mine(
        coming=coming,
        away=frozenset(away.values_list("evening_id", flat=True)),
        led=frozenset(led.values_list("pk", flat=True)),
        questions=own_questions(actor),
        actions=list(own_actions(actor)[:MOST_ACTIONS]),
        talks=list(
            talks.filter(evening__cancelled_at__isnull=True)
            .select_related("evening__series")
            .order_by("evening__starts_at")[:MOST_COMING]
        ),
    )


def own_questions(actor: Actor) -> list[LearningQuestion]:
    """What I asked for an evening that is still to come or was held lately."""
    if actor.person_id is None:
        return []
    rows = policies.questions_visible_to(actor).filter(asker_id=actor.person_id)
    rows = rows.select_related("evening__series")
    return list(rows.order_by("-id")[:MOST_QUESTIONS])


def own_actions(actor: Actor) -> QuerySet[AgreedAction]:
    """What I would do and did not tick off yet."""
    rows = policies.actions_visible_to(actor).filter(done_on__isnull=True)
    own = rows.filter(person_id=actor.person_id) if actor.person_id else rows.none()
    return own.select_related("evening__series").order_by("due_on", "id")


def get_question(actor: Actor, question_id: UUID) -> LearningQuestion | None:
    """One question of my own, or None."""
    rows = policies.questions_visible_to(actor).filter(asker_id=actor.person_id)
    return rows.select_related("evening__series").filter(pk=question_id).first()


def questions_of(actor: Actor, evening: Evening) -> list[LearningQuestion]:
    """What was brought in for this evening, as far as this actor may read it."""
    rows = policies.questions_visible_to(actor).filter(evening=evening)
    return list(rows.select_related("asker").order_by("id")[:MOST_QUESTIONS])


def without_account(evening: Evening) -> QuerySet[Person]:
    """People of the group who can't bring something in themselves, by name."""
    members = SeriesMember.objects.filter(still_inside(), series_id=evening.series_id)
    people = Person.objects.filter(pk__in=members.values("person"), user__isnull=True)
    return people.order_by("sort_name", "id")


def waiting_count(evening: Evening) -> int:
    """How many things were brought in, for who may not read them."""
    return evening.questions.count()


@dataclass(frozen=True, slots=True)
class AtTheTable:
    """Somebody of the group on the list of one evening."""

    person: Person
    state: str
    words: str

    @property
    def first_name(self) -> str:
        """What people call each other."""
        return self.person.first_name


def table_of(evening: Evening) -> list[AtTheTable]:
    """Everybody of the group on the day of the evening, by name, and whether they were there. Two queries."""
    day = localdate(evening.starts_at)
    members = (
        SeriesMember.objects.filter(series_id=evening.series_id, joined_on__lte=day)
        .filter(still_inside() | Q(left_on__gt=day))
        .select_related("person")
        .order_by("person__sort_name", "id")
    )
    told = {row.person_id: row for row in evening.presences.select_related("person")}
    listed = {member.person_id: member.person for member in members}
    listed |= {row.person_id: row.person for row in told.values()}
    return [
        AtTheTable(
            person,
            told[person_id].state if person_id in told else "",
            told[person_id].words if person_id in told else "",
        )
        for person_id, person in listed.items()
    ]


def to_look_back(evening: Evening) -> list[AgreedAction]:
    """What was agreed earlier and is not done, and what was agreed last time."""
    rows = AgreedAction.objects.filter(
        evening__series_id=evening.series_id, evening__starts_at__lt=evening.starts_at
    )
    lately = localdate(evening.starts_at) - timedelta(days=120)
    rows = rows.filter(Q(done_on__isnull=True) | Q(done_on__gte=lately))
    return list(rows.select_related("person").order_by("done_on", "due_on", "id")[:MOST_ACTIONS])


def actions_of(evening: Evening) -> list[AgreedAction]:
    """What was agreed on this evening."""
    return list(evening.actions.select_related("person").order_by("id")[:MOST_ACTIONS])


def get_action(actor: Actor, action_id: UUID) -> AgreedAction | None:
    """One agreed action, or None when this actor may not know it exists."""
    rows = policies.actions_visible_to(actor).select_related("evening__series")
    return rows.filter(pk=action_id).first()


def next_after(evening: Evening) -> Evening | None:
    """The next evening of the group that takes place."""
    later = Evening.objects.filter(
        series_id=evening.series_id,
        starts_at__gt=evening.starts_at,
        cancelled_at__isnull=True,
        closed_on__isnull=True,
    )
    return later.order_by("starts_at", "id").first()


@dataclass(frozen=True, slots=True)
class Turn:
    """Who might bring something in next, and why: a turn, no order of merit."""

    person: Person
    brought_on: date | None


def next_turn(evening: Evening) -> Turn | None:
    """Whoever brought something in longest ago, or never yet; the leader is left out. One query."""
    rows = (
        SeriesMember.objects.filter(still_inside(), series_id=evening.series_id, is_leader=False)
        .exclude(
            person__in=Presence.objects.filter(
                evening=evening, state__in=(PresenceState.SIGNED_OFF, PresenceState.ABSENT)
            ).values("person")
        )
        .select_related("person")
    )
    members = list(rows)
    if not members:
        return None
    first = min(members, key=lambda row: (row.brought_on or date.min, row.joined_on, row.pk))
    return Turn(first.person, first.brought_on)


def coming_for(actor: Actor, *, now: datetime, within: timedelta) -> Evening | None:
    """My first evening within this time that I did not sign off for: for the home page. One query."""
    away = Presence.objects.filter(person=actor.person_id, state=PresenceState.SIGNED_OFF)
    rows = policies.own(actor).filter(
        starts_at__gt=now, starts_at__lte=now + within, cancelled_at__isnull=True
    )
    rows = rows.exclude(pk__in=away.values("evening"))
    return rows.select_related("series").order_by("starts_at", "id").first()
