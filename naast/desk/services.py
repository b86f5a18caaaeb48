"""Writes of the desk itself."""

from datetime import date, timedelta
from uuid import UUID

from naast.core import clock
from naast.core.errors import NotAllowed
from naast.desk.models import PutOff
from naast.organisations.actors import Actor

COMES_BACK_AFTER = timedelta(days=7)


def put_off(*, actor: Actor, kind: str, subject_id: UUID) -> date:
    """Not today: this item leaves the actor's own desk for a week. Returns the day it comes back."""
    if actor.membership_id is None:
        raise NotAllowed
    until = clock.today() + COMES_BACK_AFTER
    PutOff.objects.update_or_create(
        membership_id=actor.membership_id,
        kind=kind[:60],
        subject_id=subject_id,
        defaults={"organisation_id": actor.organisation_id, "until_on": until},
    )
    return until
