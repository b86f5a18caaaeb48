"""Writes about which talks come back in a programme (S1-206)."""

from django.db import transaction

from naast.audit import log
from naast.organisations.actors import Actor
from naast.programmes.models import Programme
from naast.support.models import TalkRhythm
from naast.support.policies import volunteers as policies


@transaction.atomic
def keep_rhythm(
    *,
    actor: Actor,
    programme: Programme,
    kind: str,
    first_after_weeks: int | None,
    every_months: int | None,
) -> TalkRhythm:
    """This kind of talk comes back here; the dates of people follow in the night. Raises NotAllowed."""
    policies.can_plan_talks(actor).require()
    row, _is_new = TalkRhythm.objects.update_or_create(
        organisation_id=actor.organisation_id,
        programme=programme,
        kind=kind,
        defaults={"first_after_weeks": first_after_weeks, "every_months": every_months},
    )
    log.record("support.talk-rhythm", actor=actor, target=programme, changes={"kind": kind})
    return row


@transaction.atomic
def drop_rhythm(*, actor: Actor, programme: Programme, kind: str) -> None:
    """It no longer comes back here; without any of its own a programme has the usual talks. Raises NotAllowed."""
    policies.can_plan_talks(actor).require()
    TalkRhythm.objects.filter(
        organisation_id=actor.organisation_id, programme=programme, kind=kind
    ).delete()
    log.record("support.talk-rhythm-dropped", actor=actor, target=programme, changes={"kind": kind})
