"""Reads of the lines for who is on duty next."""

from django.db.models import QuerySet

from naast.companionship.models import DutyLine, Match
from naast.companionship.policies import duty as policies
from naast.organisations.actors import Actor

SHOWN = 3


def listed(actor: Actor) -> QuerySet[DutyLine]:
    """The lines this actor may read, with who wrote and who read them."""
    return policies.visible_to(actor).select_related(
        "match__participant", "match__volunteer", "visit", "read_by__user", "to__user"
    )


def waiting(actor: Actor) -> QuerySet[DutyLine]:
    """The lines that nobody read yet."""
    return listed(actor).filter(read_at__isnull=True)


def of_match(actor: Actor, match: Match) -> list[DutyLine]:
    """The last lines of one match."""
    return list(listed(actor).filter(match=match)[:SHOWN])
