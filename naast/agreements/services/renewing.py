"""Reading again what holds for a year at most: five questions where it is about secrecy, and a yes (S0-51)."""

from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.agreements.models import Copy, DocumentKind, Renewal
from naast.agreements.policies import copies as policies
from naast.agreements.queries import copies as queries
from naast.agreements.services.copies import months_after, require_intact
from naast.agreements.services.signing import DayUnfit
from naast.agreements.states import RENEW_DAYS, CopyState
from naast.audit import log
from naast.core import clock
from naast.core.errors import StateConflict
from naast.organisations.actors import Actor


class NotDue(StateConflict):
    """It holds for a while still, or something newer is to be signed instead."""


@transaction.atomic
def renew(*, actor: Actor, copy_id: UUID, done_on: date | None = None) -> Copy:
    """The person read it again and stands by it: it holds for its months more. `done_on`: the day of a talk
    that a coordinator writes down. Done before the end, the anniversary stays the same day.

    Raises Copy.DoesNotExist, NotAllowed, NotDue, DayUnfit or TextBroken.
    """
    today = clock.today()
    day = done_on or today
    copy = queries.lock_copy(actor, copy_id)
    policies.can_renew(actor, copy).require()
    if not queries.is_to_renew(copy, today) or copy.holds_until is None:
        raise NotDue(_("This holds already. There is nothing to do now."))
    if queries.newer_waits(copy) is not None:
        raise NotDue(_("There is a newer text. Read and sign that one."))
    opens = copy.holds_until - timedelta(days=RENEW_DAYS)
    if day > today or day < opens or (copy.signed_on is not None and day < copy.signed_on):
        raise DayUnfit(_("This day can’t be right. Look again."))
    require_intact(copy)
    Renewal.objects.create(
        organisation_id=actor.organisation_id,
        copy=copy,
        done_on=day,
        written_by_id=None if policies.is_own(actor, copy) else actor.membership_id,
    )
    copy.holds_until = months_after(max(copy.holds_until, day), copy.version.document.renew_months)
    copy.save(update_fields=["holds_until"])
    log.record("paper.renewed", actor=actor, target=copy)
    return copy


@transaction.atomic
def ask_again(*, actor: Actor, person_id: UUID, kind: DocumentKind) -> int:
    """A room above decided that somebody reads this text again now, not at the end of its months: it holds until
    the usual days to read it are over (S0-15). Returns how many papers that are; the caller looks whether the
    actor may decide it."""
    last_day = clock.today() + timedelta(days=RENEW_DAYS)
    copies = Copy.objects.select_for_update(of=("self",), no_key=True).filter(
        organisation_id=actor.organisation_id,
        person_id=person_id,
        state=CopyState.SIGNED,
        version__document__kind=kind,
        version__document__retired_on__isnull=True,
        holds_until__gt=last_day,
    )
    for copy in copies:
        copy.holds_until = last_day
        copy.save(update_fields=["holds_until"])
        log.record("paper.asked-again", actor=actor, target=copy)
    return len(copies)
