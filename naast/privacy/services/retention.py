"""Writes about terms, and the run of the night."""

import logging
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from naast.audit import log
from naast.core import clock, retention
from naast.core.errors import DomainError
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.privacy.errors import TermOutOfBounds
from naast.privacy.models import Backups, KeptFor, RetentionRun
from naast.privacy.policies import keeping as policies
from naast.privacy.services import holds

logger = logging.getLogger(__name__)
LONGEST_BACKUPS = 400


@transaction.atomic
def choose_term(*, actor: Actor, code: str, months: int, why: str) -> KeptFor:
    """The house keeps a kind of data shorter or longer than proposed, and says why.

    Raises NotAllowed, KeyError for a kind that is not there, TermOutOfBounds, or DomainError without a reason.
    """
    policies.can_choose_terms(actor).require()
    kind = retention.kind(code)
    if not kind.is_free:
        raise TermOutOfBounds(_("This term is fixed."))
    if not kind.least <= months <= kind.most:
        bounds = {"least": kind.least, "most": kind.most}
        raise TermOutOfBounds(_("Choose between %(least)s and %(most)s months.") % bounds)
    if not why.strip():
        raise DomainError(_("Write down why you choose this term."))
    row, _is_new = KeptFor.objects.update_or_create(
        organisation_id=actor.organisation_id,
        kind=kind.code,
        defaults={
            "months": months,
            "why": why.strip(),
            "chosen_by_id": actor.membership_id,
            "chosen_on": clock.today(),
        },
    )
    changes = {"kind": kind.code, "months": months}
    log.record("retention.term-chosen", actor=actor, target=row, changes=changes)
    return row


@transaction.atomic
def back_to_proposal(*, actor: Actor, code: str) -> None:
    """The proposed term again. Twice is the same as once. Raises NotAllowed."""
    policies.can_choose_terms(actor).require()
    for row in KeptFor.objects.filter(organisation_id=actor.organisation_id, kind=code):
        changes = {"kind": code, "months": None}
        log.record("retention.term-chosen", actor=actor, target=row, changes=changes)
        row.delete()


@transaction.atomic
def tell_backups(*, actor: Actor, days: int, where: str) -> Backups:
    """How long backups are kept (days) and where: it stands wherever somebody is told that they are erased.

    Raises NotAllowed, or TermOutOfBounds beyond 400 days.
    """
    policies.can_choose_terms(actor).require()
    if not 0 <= days <= LONGEST_BACKUPS:
        raise TermOutOfBounds(
            _("Choose at most %(most)s days: longer undoes every other term.")
            % {"most": LONGEST_BACKUPS}
        )
    row, _is_new = Backups.objects.update_or_create(
        organisation_id=actor.organisation_id, defaults={"days": days, "where": where.strip()}
    )
    log.record("retention.backups-told", actor=actor, target=row, changes={"days": days})
    return row


def run(house: Organisation, now: datetime) -> int:
    """One night of one house: every kind in its batches, and the report of it. A kind that fails stands in the
    report, and the others go on. A second time finds nothing. Returns how many rows went."""
    day = localdate(now)
    holds.end_what_is_over(house.pk, day)
    done, unfinished = 0, []
    for kind in retention.kinds():
        try:
            done += retention.sweep(kind, house.pk, day=day)
            if kind.erase is not None and retention.going(kind, house.pk, day=day).exists():
                unfinished.append(kind.code)
        except Exception:
            logger.exception("the night left the kind %s", kind.code)
            unfinished.append(kind.code)
    _report(house.pk, unfinished)
    return done


@transaction.atomic
def _report(organisation_id: UUID, unfinished: list[str]) -> None:
    report, _is_new = RetentionRun.objects.select_for_update().get_or_create(
        organisation_id=organisation_id, day=clock.today()
    )
    report.unfinished, report.finished_at = unfinished, clock.now()
    report.save(update_fields=["unfinished", "finished_at"])
