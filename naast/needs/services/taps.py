"""Two taps on a button are one row: a count by theme must not grow with a slow network."""

from collections.abc import Mapping
from typing import TypeVar

from django.db.models import Model, QuerySet

from naast.organisations.actors import Actor
from naast.organisations.taps import a_moment_ago, same_words, wait_in_line

M = TypeVar("M", bound=Model)


def just_noted(actor: Actor, rows: QuerySet[M], said: Mapping[str, str]) -> M | None:
    """The one of these rows with these words that the actor wrote a moment ago, or None. Part of the transaction of
    the caller."""
    if actor.membership_id is None:
        return None
    wait_in_line(actor)
    mine = rows.filter(
        organisation_id=actor.organisation_id,
        noted_by_id=actor.membership_id,
        created_at__gt=a_moment_ago(),
    )
    return same_words(mine, **said)
