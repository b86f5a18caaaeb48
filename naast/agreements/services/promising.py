"""Looking back, once a year, at what the organisation promised (S1-226)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from naast.agreements.models import PromiseAnswer, PromiseReview, Version
from naast.agreements.policies import staff as policies
from naast.agreements.promises import Promise
from naast.audit import log
from naast.core import clock
from naast.core.errors import DomainError
from naast.organisations.actors import Actor

Kept = PromiseAnswer.Kept


class LookBackIncomplete(DomainError):
    """A promise without an answer, or a day that is still to come."""


@dataclass(frozen=True, slots=True)
class HowItWent:
    """One promise, whether we kept it, in our words, and what we do now."""

    promise: Promise
    kept: str
    words: str
    what_we_do: str = ""


@transaction.atomic
def look_back(
    *,
    actor: Actor,
    version: Version,
    reviewed_on: date,
    with_whom: str,
    answers: Sequence[HowItWent],
) -> PromiseReview:
    """Write down how it went with each promise. Everybody in the house reads it. Raises NotAllowed or
    LookBackIncomplete."""
    policies.can_look_back(actor).require()
    if version.organisation_id != actor.organisation_id or not answers:
        raise LookBackIncomplete(_("There is nothing to look back at yet."))
    if reviewed_on > clock.today():
        raise LookBackIncomplete(_("Choose today or a day in the past."))
    for each in answers:
        if not each.words.strip() or (each.kept != Kept.KEPT and not each.what_we_do.strip()):
            raise LookBackIncomplete(
                _("Say of each promise how it went; and when it was not kept, what you do.")
            )
    review = PromiseReview.objects.create(
        organisation_id=actor.organisation_id,
        version=version,
        reviewed_on=reviewed_on,
        with_whom=with_whom.strip(),
        reviewed_by_id=actor.membership_id,
    )
    PromiseAnswer.objects.bulk_create(
        PromiseAnswer(
            organisation_id=actor.organisation_id,
            review=review,
            code=each.promise.code,
            promise=each.promise.words,
            kept=each.kept,
            words=each.words.strip(),
            what_we_do=each.what_we_do.strip(),
        )
        for each in answers
    )
    log.record("promises.looked-back", actor=actor, target=review)
    return review
