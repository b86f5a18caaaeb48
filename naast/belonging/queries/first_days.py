"""Reads of first days: what is to come, who is welcomed by whom."""

from datetime import timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from naast.belonging import texts
from naast.belonging.models import FirstDay, Welcome
from naast.belonging.policies import first_days as policies
from naast.core import clock
from naast.organisations.actors import Actor
from naast.organisations.models import STAFF, Function, Membership
from naast.programmes.models import Engagement, Programme

# What is longer ago and was never confirmed is no question any more.
ASKED_UNTIL = timedelta(days=30)
ALSO_LATELY = timedelta(days=14)
# Who was received longer ago knows the house.
SHOWN_TO_HOST = timedelta(days=30)


def lightly(rows: QuerySet[FirstDay]) -> QuerySet[FirstDay]:
    """Adds the names that a list shows."""
    return rows.select_related("engagement__person", "engagement__programme", "host__user")


def around_now(actor: Actor) -> QuerySet[FirstDay]:
    """The first days to come, and those of the last two weeks."""
    rows = policies.visible_to(actor).filter(engagement__ended_on__isnull=True)
    return lightly(rows.filter(day__gte=clock.today() - ALSO_LATELY))


def get_first_day(actor: Actor, first_day_id: UUID) -> FirstDay | None:
    """One first day, or None when this actor may not know it."""
    return lightly(policies.visible_to(actor)).filter(pk=first_day_id).first()


def get_hosted(actor: Actor, first_day_id: UUID) -> FirstDay | None:
    """One that the actor may tick: as host, or as coordinator; never their own."""
    rows = policies.visible_to(actor) if actor.is_coordinator else policies.hosted_by(actor)
    return lightly(rows.exclude(engagement__person=actor.person_id)).filter(pk=first_day_id).first()


def hosted(actor: Actor) -> list[FirstDay]:
    """Whom the actor welcomes: to come, and lately."""
    rows = policies.hosted_by(actor).filter(day__gte=clock.today() - SHOWN_TO_HOST)
    return list(lightly(rows).order_by("day", "id")[:50])


def own_to_come(actor: Actor) -> list[FirstDay]:
    """The volunteer's own first days that are near, or were yesterday."""
    rows = policies.own_of(actor).filter(
        day__gte=clock.today() - timedelta(days=1), received_on__isnull=True
    )
    return list(lightly(rows).order_by("day", "id")[:5])


def without_host(actor: Actor) -> QuerySet[FirstDay]:
    """In a week or less, and nobody is named, or who was named left."""
    today = clock.today()
    nobody = Q(host__isnull=True) | Q(host__ended_on__isnull=False)
    return policies.visible_to(actor).filter(
        nobody,
        received_on__isnull=True,
        day__gte=today - ASKED_UNTIL,
        day__lte=today + timedelta(days=7),
        engagement__ended_on__isnull=True,
    )


def not_confirmed(actor: Actor) -> QuerySet[FirstDay]:
    """Two days ago or more, and the host did not say that somebody was received. Nobody confirms their own."""
    today = clock.today()
    rows = policies.visible_to(actor).exclude(engagement__person=actor.person_id)
    return rows.filter(
        host__ended_on__isnull=True,
        host__isnull=False,
        received_on__isnull=True,
        day__gte=today - ASKED_UNTIL,
        day__lte=today - timedelta(days=2),
        engagement__ended_on__isnull=True,
    )


def welcome_of(programme: Programme) -> Welcome:
    """How a programme welcomes; the defaults, unsaved, when nobody chose."""
    return Welcome.objects.filter(programme=programme).first() or Welcome(programme=programme)


def lines_of(welcome: Welcome, language: str) -> list[str]:
    """The lines of a first day there."""
    return welcome.lines or texts.first_day_lines(language)


def possible_hosts(
    actor: Actor, programme: Programme, *, now: UUID | None = None
) -> QuerySet[Membership]:
    """Staff, and the volunteers who take part in this programme, by name; besides who is named `now`. Participants
    don't host."""
    beside = Engagement.objects.filter(programme=programme, ended_on__isnull=True)
    rows = Membership.objects.filter(
        Q(roles__function__in=STAFF)
        | Q(roles__function=Function.VOLUNTEER, person_id__in=beside.values("person"))
        | Q(pk=now),
        organisation_id=actor.organisation_id,
        ended_on__isnull=True,
    )
    return rows.select_related("user").order_by("user__name", "id").distinct()
