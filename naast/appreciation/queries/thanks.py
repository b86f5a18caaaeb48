"""Reads about thanks, and about who has not been thanked for long."""

from datetime import date, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from naast.appreciation import policies
from naast.appreciation.models import Thanks
from naast.companionship.models import Match
from naast.companionship.states import LIVING_STATES
from naast.organisations.actors import Actor
from naast.people.models import Person
from naast.programmes.models import Programme

# B26: a team that did not thank anybody for so long gets a friendly nudge.
NUDGE_AFTER = timedelta(days=60)


def given(actor: Actor) -> QuerySet[Thanks]:
    """The thanks this actor may read, newest first, with who and by whom."""
    return policies.visible_thanks(actor).select_related("person", "given_by__user", "programme")


def received(actor: Actor) -> QuerySet[Thanks]:
    """What the actor was thanked for, newest first."""
    return policies.own_thanks(actor).select_related("given_by__user", "programme")


def get_thankable(actor: Actor, person_id: UUID) -> Person | None:
    """A volunteer this actor may thank, or None."""
    return policies.thankable(actor).select_related("user").filter(pk=person_id).first()


def quiet_teams(organisation_id: UUID, *, day: date) -> QuerySet[Programme]:
    """Programmes with living matches for which no thanks were noted in sixty days. One query."""
    lately = Thanks.objects.filter(programme=OuterRef("pk"), given_on__gt=day - NUDGE_AFTER)
    living = Match.objects.filter(
        programme=OuterRef("pk"),
        state__in=LIVING_STATES,
        started_on__lte=day - NUDGE_AFTER,
    )
    return Programme.objects.filter(
        Exists(living), ~Exists(lately), organisation_id=organisation_id, status="active"
    )
