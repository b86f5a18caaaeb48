"""Reads of the short list of partners (S1-19)."""

from collections.abc import Mapping
from typing import Final
from uuid import UUID

from django.db.models import QuerySet

from naast.organisations.actors import Actor
from naast.recruitment.models import Outcome, Partner
from naast.recruitment.policies import partners as policies

# Which kind of partner is an answer to which outcome.
WHAT_OF: Final[Mapping[Outcome, Partner.What]] = {
    Outcome.OTHER_ORGANISATION: Partner.What.ORGANISATION,
    Outcome.LEISURE: Partner.What.LEISURE,
}


def listed(actor: Actor) -> QuerySet[Partner]:
    """All of them, by name."""
    return policies.visible_to(actor).order_by("name", "id")


def get_partner(actor: Actor, partner_id: UUID) -> Partner | None:
    """One of them, or None when this actor may not know it."""
    return policies.visible_to(actor).filter(pk=partner_id).first()


def for_outcome(actor: Actor, outcome: Outcome) -> list[Partner]:
    """The partners to choose from for this outcome; none where it asks for none. One query at most."""
    what = WHAT_OF.get(outcome)
    return list(listed(actor).filter(what=what, is_used=True)) if what else []
