"""A complaint in which somebody may not be safe becomes a signal for the contact person as well."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.complaints.models import Complaint
from naast.complaints.services.handling import handled
from naast.core import clock
from naast.core.errors import Incomplete, StateConflict
from naast.organisations.actors import Actor
from naast.signals.inputs import Noticed
from naast.signals.services import raising
from naast.signals.states import Kind, Level


@transaction.atomic
def pass_on(*, actor: Actor, complaint_id: UUID, words: str, is_now: bool = False) -> Complaint:
    """Tell the contact person for safeguarding, in words of who listens: the complaint itself stays where it is, and
    the name of who told it is not passed on. Raises Complaint.DoesNotExist, NotAllowed, StateConflict or Incomplete."""
    complaint = handled(actor, complaint_id)
    if not complaint.is_open or complaint.signalled_on is not None:
        raise StateConflict(_("This was passed on already, or is over."))
    if not words.strip():
        raise Incomplete({"words": _("Write in a few words what the contact person must know.")})
    noticed = Noticed(
        kind=Kind.BOUNDARY,
        seen_on=clock.today(),
        level=Level.NOW if is_now else Level.TODAY,
        told_to_me=words.strip(),
        only_contact_person=True,
        colleague=complaint.other_member,
    )
    raising.raise_signal(actor=actor, noticed=noticed)
    complaint.signalled_on = clock.today()
    complaint.save(update_fields=["signalled_on"])
    log.record("complaint.passed-on", actor=actor, target=complaint)
    return complaint
