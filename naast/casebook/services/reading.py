"""Saying that one read the cards (S0-53)."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.casebook.cards import VERSION
from naast.casebook.models import CardsRead
from naast.core import clock
from naast.core.errors import NotAllowed
from naast.organisations.actors import Actor


@transaction.atomic
def say_cards_read(*, actor: Actor) -> CardsRead:
    """«I have read this», once for each version; a second time changes nothing. Raises NotAllowed."""
    read, is_new = CardsRead.objects.get_or_create(
        organisation_id=actor.organisation_id,
        person_id=_myself(actor),
        version=VERSION,
        defaults={"read_on": clock.today()},
    )
    if is_new:
        log.record("cards.read", actor=actor, target=read)
    return read


def _myself(actor: Actor) -> UUID:
    """The person behind this account. Raises NotAllowed for an account that is nobody here."""
    if actor.person_id is None:
        raise NotAllowed(_("Your account is not linked to a person here. Ask your coordinator."))
    return actor.person_id
