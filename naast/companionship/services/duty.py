"""One line after an activity, for who is on duty next (S1-128)."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.companionship.models import DutyLine, Visit
from naast.companionship.policies import duty as policies
from naast.companionship.services import notices
from naast.companionship.services.telling import tell_member
from naast.core import clock
from naast.core.errors import StateConflict
from naast.organisations.actors import Actor


def pass_on(actor: Actor, visit: Visit, text: str) -> DutyLine | None:
    """Pass one line on with a visit; part of the transaction of telling it. Nothing without words, or
    without a professional to read them."""
    receiver = visit.match.professional
    if not text.strip() or receiver is None or receiver.ended_on is not None:
        return None
    line = DutyLine.objects.create(
        organisation_id=visit.organisation_id,
        visit=visit,
        match=visit.match,
        to=receiver,
        text=text.strip(),
    )
    log.record(
        "duty-line.written", actor=actor, target=line, changes={"match": str(visit.match_id)}
    )
    tell_member(actor, visit.match, receiver, notices.DUTY_LINE)
    return line


@transaction.atomic
def mark_read(*, actor: Actor, line_id: UUID) -> DutyLine:
    """Who was on duty read it. Raises DutyLine.DoesNotExist, NotAllowed or StateConflict."""
    line = policies.visible_to(actor).select_for_update(of=("self",)).get(pk=line_id)
    policies.can_read(actor, line).require()
    if line.read_at is not None:
        raise StateConflict(_("A colleague read this already."))
    line.read_at, line.read_by_id = clock.now(), actor.membership_id
    line.save(update_fields=["read_at", "read_by"])
    log.record("duty-line.read", actor=actor, target=line)
    return line
