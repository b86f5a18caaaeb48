"""Questions about what is right or allowed: asked, put on an agenda, and what was decided (S3-26)."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.core import clock
from naast.intervision.errors import SomethingMissing
from naast.intervision.models import EthicsQuestion
from naast.intervision.policies import series as series_policies
from naast.intervision.policies import talks as policies
from naast.intervision.queries import talks as queries
from naast.intervision.services.checking import check_text
from naast.organisations.actors import Actor


@transaction.atomic
def ask_ethics(
    *,
    actor: Actor,
    text: str,
    series_id: UUID | None = None,
    with_name: bool = False,
    is_checked: bool = False,
) -> EthicsQuestion:
    """A question for one's own group or the whole organisation. Without a name nobody learns who asks,
    and the history does not either. Raises NotAllowed, Series.DoesNotExist, SomethingMissing, NameInText or
    NameDoubtful."""
    policies.can_ask_ethics(actor).require()
    series = series_policies.visible_to(actor).get(pk=series_id) if series_id else None
    question = EthicsQuestion.objects.create(
        organisation_id=actor.organisation_id,
        series=series,
        text=check_text(actor=actor, text=text, is_checked=is_checked, series_id=series_id),
        asked_by_id=actor.person_id if with_name else None,
        asked_on=clock.today(),
    )
    if with_name:
        log.record("ethics.asked", actor=actor, target=question)
    return question


@transaction.atomic
def note_discussed(
    *, actor: Actor, ethics_id: UUID, discussed_on: date, outcome: str, is_checked: bool = False
) -> EthicsQuestion:
    """On which day it was discussed, and what we hold to from now on. May be corrected. Raises
    EthicsQuestion.DoesNotExist, NotAllowed, SomethingMissing, NameInText or NameDoubtful."""
    question = queries.lock_ethics(actor, ethics_id)
    policies.can_discuss(actor, question).require()
    if discussed_on > clock.today():
        raise SomethingMissing(_("Choose the day on which you discussed it: today or earlier."))
    question.outcome = check_text(
        actor=actor, text=outcome, is_checked=is_checked, series_id=question.series_id
    )
    question.discussed_on = discussed_on
    question.save(update_fields=["outcome", "discussed_on"])
    log.record("ethics.discussed", actor=actor, target=question)
    return question
