"""Writes of the desk itself."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.audit import log
from naast.core import clock
from naast.core.attention import AttentionItem
from naast.core.errors import DomainError, NotAllowed
from naast.core.text import Text
from naast.desk.models import PutOff
from naast.desk.waiting import last_day
from naast.organisations.actors import Actor

WITHIN_HOURS: Text = gettext_lazy(
    "Somebody has to look at this within hours: it can’t wait for another day."
)


class TooLate(DomainError):
    """It can't wait until that day."""


class ReasonMissing(DomainError):
    """«Something else» says what."""


@dataclass(frozen=True, slots=True)
class Later:
    """Until when something waits, and why; «other» asks for words."""

    until_on: date
    reason: str
    words: str = ""


@transaction.atomic
def put_off(*, actor: Actor, item: AttentionItem, later: Later) -> PutOff:
    """Not today: this item leaves the actor's own desk until that day, with the reason. It stays on the page of
    what was put off, and on the desk of whoever stands in.

    Raises NotAllowed, TooLate (who waits today may wait three days more, what has hours not at all) or
    ReasonMissing.
    """
    if actor.membership_id is None:
        raise NotAllowed
    last = last_day(item, clock.today())
    if last is None:
        raise TooLate(str(WITHIN_HOURS))
    if not clock.today() < later.until_on <= last:
        raise TooLate(
            _("Choose a day from tomorrow until %(day)s.") % {"day": date_format(last, "l j F")}
        )
    if later.reason == PutOff.Reason.OTHER and not later.words.strip():
        raise ReasonMissing(_("Say in a few words why it can wait."))
    put, _made = PutOff.objects.update_or_create(
        membership_id=actor.membership_id,
        kind=item.kind[:60],
        subject_id=item.subject_id,
        defaults={
            "organisation_id": actor.organisation_id,
            "until_on": later.until_on,
            "reason": later.reason,
            "words": later.words.strip(),
        },
    )
    log.record(
        "desk.put-off",
        actor=actor,
        target=put,
        changes={"kind": item.kind, "reason": later.reason},
    )
    return put


@transaction.atomic
def bring_back(*, actor: Actor, kind: str, subject_id: UUID) -> None:
    """It stands on the actor's own desk again today; nothing happens when it does so already."""
    if actor.membership_id is None:
        raise NotAllowed
    PutOff.objects.filter(
        organisation_id=actor.organisation_id,
        membership_id=actor.membership_id,
        kind=kind[:60],
        subject_id=subject_id,
    ).delete()
