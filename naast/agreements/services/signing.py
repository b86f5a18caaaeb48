"""Signing: two sides, the same exact text, each once. A digital signature is one of several ways: the Flemish
decree of 2009 asks for paper, and the pages say so (spec/law 1.3)."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from naast.agreements.inputs import Witnessed
from naast.agreements.models import Asks, Copy, Signature
from naast.agreements.policies import copies as policies
from naast.agreements.queries import copies as queries
from naast.agreements.queries.verifying import cleaned
from naast.agreements.services import telling
from naast.agreements.services.copies import OtherText, require_intact, require_same, settle
from naast.audit import log
from naast.core import clock
from naast.core.errors import DomainError
from naast.organisations.actors import Actor
from naast.organisations.models import Membership

BESIDE_US = (Signature.How.TOGETHER, Signature.How.READ_ALOUD)


class DayUnfit(DomainError):
    """A day on which this paper can't have been signed."""


class PlaceMissing(DomainError):
    """A paper is kept somewhere, and that stands here."""


@transaction.atomic
def sign_own(*, actor: Actor, copy_id: UUID, checksum: str) -> Copy:
    """The person signs or acknowledges what they read, on their own screen. `checksum` is that of the text
    they had before them.

    Raises Copy.DoesNotExist, NotAllowed, OtherText or TextBroken.
    """
    copy = _lock(actor, copy_id, checksum)
    policies.can_sign_own(actor, copy).require()
    signature = _sign(
        copy,
        Signature(
            party=Signature.Party.PERSON,
            how=Signature.How.ON_SCREEN,
            name=copy.person.name,
            signed_on=clock.today(),
        ),
    )
    _record(actor, copy, signature)
    return copy


@transaction.atomic
def sign_for_us(*, actor: Actor, copy_id: UUID, checksum: str) -> Copy:
    """The organisation signs, before or after the person.

    Raises Copy.DoesNotExist, NotAllowed, OtherText or TextBroken.
    """
    copy = _lock(actor, copy_id, checksum)
    policies.can_sign_for_us(actor, copy).require()
    here_and_now = Witnessed(how=Signature.How.ON_SCREEN, signed_on=clock.today())
    signature = _sign(copy, _our_signature(actor, here_and_now))
    _record(actor, copy, signature)
    return copy


@transaction.atomic
def write_down(*, actor: Actor, copy_id: UUID, checksum: str, witnessed: Witnessed) -> Copy:
    """A coordinator writes down how somebody signed: on paper, together on this screen, or after it was read
    aloud to them.

    Raises Copy.DoesNotExist, NotAllowed, OtherText, TextBroken, DayUnfit or PlaceMissing.
    """
    copy = _lock(actor, copy_id, checksum)
    policies.can_write_down(actor, copy).require()
    if witnessed.how == Signature.How.ON_PAPER:
        _require_paper(copy, witnessed)
    elif witnessed.how not in BESIDE_US:
        raise DomainError(_("Choose how it was signed."))
    else:
        witnessed = Witnessed(how=witnessed.how, signed_on=clock.today())
    signature = _sign(
        copy,
        Signature(
            party=Signature.Party.PERSON,
            how=witnessed.how,
            name=copy.person.name,
            signed_on=witnessed.signed_on,
            kept_at=witnessed.kept_at.strip(),
            written_by_id=actor.membership_id,
        ),
    )
    if witnessed.we_too and policies.can_sign_for_us(actor, copy):
        _sign(copy, _our_signature(actor, witnessed))
    _record(actor, copy, signature)
    return copy


def _lock(actor: Actor, copy_id: UUID, checksum: str) -> Copy:
    """The copy, locked, with the very text that the signer had before them."""
    copy = queries.lock_copy(actor, copy_id)
    require_same(copy, checksum)
    require_intact(copy)
    return copy


def _our_signature(actor: Actor, how: Witnessed) -> Signature:
    if actor.membership_id is None:
        raise DomainError(_("A signature of ours needs somebody who gave it."))
    membership = Membership.objects.select_related("user").get(pk=actor.membership_id)
    return Signature(
        party=Signature.Party.ORGANISATION,
        how=how.how,
        name=membership.user.name or membership.user.email,
        signed_on=how.signed_on,
        kept_at=how.kept_at.strip(),
        written_by=membership,
    )


def _sign(copy: Copy, signature: Signature) -> Signature:
    """Put one signature under the text; from the first on it never changes."""
    signature.organisation_id = copy.organisation_id
    signature.copy = copy
    signature.checksum = copy.checksum
    signature.save(force_insert=True)
    is_own = signature.party == Signature.Party.PERSON
    name = "own_signature" if is_own else "our_signature"
    setattr(copy, name, signature)
    copy.frozen_at = copy.frozen_at or clock.now()
    copy.save(update_fields=["frozen_at", name])
    return signature


def _record(actor: Actor, copy: Copy, signature: Signature) -> None:
    """Write it in the history, and let it hold when everybody who has to sign did."""
    log.record(
        "paper.signed",
        actor=actor,
        target=copy,
        changes={"party": signature.party, "how": signature.how, "checksum": copy.checksum},
    )
    if copy.own_signature_id is None:
        return
    is_signed_by_both = copy.version.document.asks == Asks.SIGNATURE
    if is_signed_by_both and copy.our_signature_id is None:
        telling.tell_to_sign(actor, copy)
        return
    settle(actor, copy)
    # Who signed with us has a copy of their own, whoever came last.
    if is_signed_by_both:
        telling.tell_it_holds(actor, copy)


def _require_paper(copy: Copy, witnessed: Witnessed) -> None:
    if not witnessed.kept_at.strip():
        raise PlaceMissing(_("Write down where the paper is kept."))
    printed = cleaned(witnessed.printed)
    if printed is None or not copy.checksum.startswith(printed):
        raise OtherText(_("That paper has another text. Print it again and sign that one."))
    if witnessed.signed_on > clock.today():
        raise DayUnfit(_("This day is still to come."))
    if witnessed.signed_on < timezone.localdate(copy.created_at):
        raise DayUnfit(
            _("This text was made later than that day. Print it again and sign that one.")
        )
