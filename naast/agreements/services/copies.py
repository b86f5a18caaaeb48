"""What happens to one copy beside signing: read, limits of one's own, taken back, handed out."""

from datetime import date
from uuid import UUID

from dateutil.relativedelta import relativedelta
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from naast.agreements.models import Asks, Copy, CopyState, Document, Issued
from naast.agreements.policies import copies as policies
from naast.agreements.queries import copies as queries
from naast.agreements.services.rendering import render
from naast.agreements.states import COPY
from naast.audit import log
from naast.core import clock
from naast.core.errors import DomainError, StateConflict
from naast.organisations.actors import Actor


class TextBroken(DomainError):
    """The text is no longer what its checksum says: nobody signs it and no PDF of it is made."""


class OtherText(StateConflict):
    """The text changed since the page was opened."""


def require_same(copy: Copy, checksum: str) -> None:
    """`checksum`: that of the text which somebody had before them. Raises OtherText."""
    if checksum != copy.checksum:
        raise OtherText(_("The text changed while this page was open. Please read it again."))


def require_intact(copy: Copy) -> None:
    """Raises TextBroken."""
    if not queries.text_of(copy).is_intact:
        raise TextBroken(
            _("This text is no longer the one that was made. Nothing was changed; please tell us.")
        )


@transaction.atomic
def note_reading(*, actor: Actor, copy_id: UUID) -> None:
    """The person opened their copy: the first time is kept (S1-187). A text that is only to read is done
    with that. Raises Copy.DoesNotExist."""
    copy = queries.lock_copy(actor, copy_id)
    if copy.first_read_at is not None or copy.state != CopyState.OPEN:
        return
    if not policies.is_own(actor, copy):
        return
    copy.first_read_at = clock.now()
    copy.save(update_fields=["first_read_at"])
    log.record("paper.read", actor=actor, target=copy)
    if copy.version.document.asks == Asks.NOTHING:
        settle(actor, copy)


@transaction.atomic
def set_limits(*, actor: Actor, copy_id: UUID, checksum: str, words: str) -> Copy:
    """Write down the person's own limits and fill the text in anew, so that both sign it with them (S2-33).

    Raises Copy.DoesNotExist, NotAllowed, OtherText, or CannotFill when something else went missing meanwhile.
    """
    copy = queries.lock_copy(actor, copy_id)
    policies.can_set_limits(actor, copy).require()
    require_same(copy, checksum)
    content = render(
        version=copy.version,
        language=copy.language,
        person=copy.person,
        engagement=copy.engagement,
        own_limits=words.strip(),
        today=clock.today(),
    )
    copy.own_limits = words.strip()
    copy.content, copy.checksum = content.as_json(), content.checksum
    copy.save(update_fields=["own_limits", "content", "checksum"])
    log.record("paper.limits-written", actor=actor, target=copy)
    return copy


@transaction.atomic
def withdraw(*, actor: Actor, copy_id: UUID) -> Copy:
    """Take an open copy back: nobody needs to sign it any more. Whoever signed it already stays in the
    history. Raises Copy.DoesNotExist, NotAllowed or StateConflict."""
    copy = queries.lock_copy(actor, copy_id)
    policies.can_prepare(actor).require()
    copy.state = COPY.target("withdraw", source=copy.state)
    copy.save(update_fields=["state"])
    log.record("paper.withdrawn", actor=actor, target=copy)
    return copy


def months_after(day: date, months: int | None) -> date | None:
    """The last day on which something from `day` holds; None: without end."""
    return day + relativedelta(months=months) if months else None


def settle(actor: Actor, copy: Copy) -> None:
    """With everything that is needed in place, the copy holds from today, and what it follows is replaced.
    Call inside the transaction that signed. Raises StateConflict."""
    document = copy.version.document
    days = [each.signed_on for each in queries.signatures_of(copy)]
    copy.state = COPY.target("sign", source=copy.state)
    copy.frozen_at = copy.frozen_at or clock.now()
    copy.signed_on = max(days, default=clock.today())
    copy.holds_until = months_after(copy.signed_on, document.renew_months)
    copy.save(update_fields=["state", "frozen_at", "signed_on", "holds_until"])
    earlier = queries.same_place(copy).filter(
        version__number__lte=copy.version.number, state__in=COPY.steps["replace"].sources
    )
    earlier = earlier.exclude(pk=copy.pk)
    earlier.update(state=CopyState.REPLACED)
    log.record("paper.holds", actor=actor, target=copy, changes={"version": copy.version.number})


def settle_what_is_done(actor: Actor, document: Document) -> None:
    """When a text asks less than before, the open copies of those who already gave that hold from now on. Call
    inside the transaction that changed the document."""
    if document.asks == Asks.SIGNATURE:
        return
    is_done = Q(own_signature__isnull=False)
    if document.asks == Asks.NOTHING:
        is_done |= Q(first_read_at__isnull=False)
    rows = Copy.objects.filter(
        is_done,
        organisation_id=document.organisation_id,
        version__document=document,
        state=CopyState.OPEN,
    )
    rows = rows.select_related("version__document").defer("content", "own_limits").order_by("pk")
    for copy in rows.select_for_update(of=("self",), no_key=True):
        settle(actor, copy)


@transaction.atomic
def issue(*, actor: Actor, copy: Copy, pdf_checksum: str) -> None:
    """Remember that a PDF with this checksum was handed out, so that it can be verified later. Twice is the
    same as once. Raises StateConflict for a copy that was taken back."""
    if copy.state == CopyState.WITHDRAWN:
        raise StateConflict(_("This text was taken back."))
    _issued, is_new = Issued.objects.get_or_create(
        copy=copy, pdf_checksum=pdf_checksum, defaults={"organisation_id": copy.organisation_id}
    )
    if is_new:
        log.record("paper.pdf-made", actor=actor, target=copy)
