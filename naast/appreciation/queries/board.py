"""Reads of the board, moments together, letters and looks back."""

from calendar import isleap
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from naast.appreciation import policies
from naast.appreciation.models import (
    Gathering,
    Guest,
    Letter,
    LetterState,
    Picture,
    Post,
    PostState,
    YearLook,
)
from naast.organisations.actors import Actor
from naast.people.models import VolunteerProfile

A_YEAR = timedelta(days=365)
HELD_SHOWN = 12


def board(actor: Actor) -> QuerySet[Post]:
    """What stands on the board today, newest first."""
    return policies.on_board(actor).select_related("person")


def to_place(actor: Actor) -> QuerySet[Post]:
    """Cards that wait for this coordinator, the oldest first: a colleague places one's own."""
    if not actor.is_coordinator:
        return Post.objects.none()
    offered = policies.visible_posts(actor).filter(state=PostState.OFFERED)
    if actor.person_id is not None:
        offered = offered.exclude(person_id=actor.person_id)
    return offered.select_related("person").order_by("offered_on", "id")


def own_posts(actor: Actor) -> QuerySet[Post]:
    """The actor's own cards that still stand or wait."""
    if actor.person_id is None:
        return Post.objects.none()
    posts = policies.visible_posts(actor).filter(person_id=actor.person_id)
    return posts.exclude(state=PostState.ENDED)


def get_post(actor: Actor, post_id: UUID) -> Post | None:
    """A card this actor may see, or None."""
    return policies.visible_posts(actor).select_related("person").filter(pk=post_id).first()


def picture_of(actor: Actor, post_id: UUID) -> Picture | None:
    """The picture of a card this actor may see, or None."""
    seen = policies.visible_posts(actor).values("pk")
    here = Picture.objects.filter(organisation_id=actor.organisation_id)
    return here.filter(post_id=post_id, post_id__in=seen).first()


def ended(organisation_id: UUID, *, day: date) -> QuerySet[Post]:
    """Cards whose yes is over, for the night."""
    return Post.objects.filter(
        organisation_id=organisation_id,
        state__in=(PostState.OFFERED, PostState.SHOWN),
        until_on__lt=day,
    )


def gatherings(actor: Actor, *, now: datetime) -> QuerySet[Gathering]:
    """Moments that come, with how many of both come and whether I do."""
    mine = Guest.objects.filter(gathering=OuterRef("pk"))
    mine = mine.filter(person_id=actor.person_id) if actor.person_id else mine.none()
    return (
        _counted(policies.gatherings(actor))
        .filter(starts_at__gt=now, cancelled_at=None)
        .annotate(is_mine=Exists(mine))
    )


def _counted(rows: QuerySet[Gathering]) -> QuerySet[Gathering]:
    """With how many of both, and who of the staff: `colleagues` (S1-123)."""
    staff = Guest.objects.filter(is_staff=True).select_related("person").order_by("id")
    return (
        rows.select_related("programme", "host__user")
        .prefetch_related(Prefetch("guests", queryset=staff, to_attr="colleagues"))
        .annotate(
            volunteers=Count("guests", filter=Q(guests__is_staff=False)),
            staff=Count("guests", filter=Q(guests__is_staff=True)),
        )
    )


def held(actor: Actor, *, now: datetime) -> list[Gathering]:
    """For staff: the moments of the past year, the last ones first, and who of them was there (S1-123)."""
    if not actor.has(*policies.STAFF):
        return []
    past = _counted(policies.gatherings(actor)).filter(
        starts_at__range=(now - A_YEAR, now), cancelled_at=None
    )
    return list(past.order_by("-starts_at", "-id")[:HELD_SHOWN])


def get_gathering(actor: Actor, gathering_id: UUID) -> Gathering | None:
    """A moment together this actor may know, or None."""
    found = policies.gatherings(actor).select_related("programme", "host__user")
    return found.filter(pk=gathering_id).first()


def year_of_gatherings(actor: Actor, *, now: datetime) -> dict[str, int]:
    """Moments of the past year, and how many had both volunteers and professionals (S1-183). One query."""
    both = {"was_volunteer": Guest.objects.filter(gathering=OuterRef("pk"), is_staff=False)}
    both["was_staff"] = Guest.objects.filter(gathering=OuterRef("pk"), is_staff=True)
    held = policies.gatherings(actor).filter(
        starts_at__range=(now - A_YEAR, now), cancelled_at=None
    )
    seen = held.annotate(**{name: Exists(rows) for name, rows in both.items()})
    return seen.aggregate(
        held=Count("pk"), together=Count("pk", filter=Q(was_volunteer=True, was_staff=True))
    )


def letters_to_write(actor: Actor) -> QuerySet[Letter]:
    """Letters that volunteers asked for, the oldest first: a colleague writes one's own."""
    if not actor.is_coordinator:
        return Letter.objects.none()
    waiting = policies.visible_letters(actor).filter(state=LetterState.ASKED)
    if actor.person_id is not None:
        waiting = waiting.exclude(person_id=actor.person_id)
    return waiting.select_related("person").order_by("asked_on", "id")


def letters_to_hear(actor: Actor) -> QuerySet[Letter]:
    """Written letters of who has no page here, the oldest first: somebody reads it with them."""
    return policies.to_hear(actor).select_related("person").order_by("asked_on", "id")


def own_letters(actor: Actor) -> QuerySet[Letter]:
    """The letters of the actor themselves, newest first."""
    letters = Letter.objects.filter(organisation_id=actor.organisation_id)
    mine = letters.filter(person_id=actor.person_id) if actor.person_id else letters.none()
    return mine.exclude(state=LetterState.DROPPED)


def get_letter(actor: Actor, letter_id: UUID) -> Letter | None:
    """A letter this actor may see, or None."""
    letters = policies.visible_letters(actor).select_related("person", "written_by__user")
    return letters.filter(pk=letter_id).first()


def looks_of(actor: Actor) -> list[YearLook]:
    """The actor's own looks back, the newest year first."""
    return list(policies.own_looks(actor)[:20])


def to_look_back(organisation_id: UUID, *, day: date) -> QuerySet[VolunteerProfile]:
    """Active volunteers who began on this day of an earlier year and have not looked back this year; who began
    on 29 February is asked a day earlier in other years."""
    began = Q(since_on__month=day.month, since_on__day=day.day)
    if (day.month, day.day) == (2, 28) and not isleap(day.year):
        began |= Q(since_on__month=2, since_on__day=29)
    written = YearLook.objects.filter(person=OuterRef("person"), year=day.year)
    return VolunteerProfile.objects.filter(
        began,
        ~Exists(written),
        organisation_id=organisation_id,
        status=VolunteerProfile.Status.ACTIVE,
        since_on__year__lt=day.year,
    )
