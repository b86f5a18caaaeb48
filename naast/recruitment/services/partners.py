"""Writes of the short list of partners (S1-19)."""

from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from django.db import transaction

from naast.audit import log
from naast.organisations.actors import Actor
from naast.recruitment.models import Partner
from naast.recruitment.policies import partners as policies

FIELDS: Final = ("name", "what", "contact", "note", "is_used")


@transaction.atomic
def save_partner(
    *, actor: Actor, values: Mapping[str, Any], partner_id: UUID | None = None
) -> Partner:
    """Write a partner down, or change one. Raises NotAllowed, Partner.DoesNotExist, or KeyError for a field
    that can't be changed."""
    policies.can_keep(actor).require()
    unknown = set(values) - set(FIELDS)
    if unknown:
        raise KeyError(f"no field of a partner: {sorted(unknown)}")
    rows = policies.visible_to(actor).select_for_update(no_key=True)
    partner = (
        rows.get(pk=partner_id) if partner_id else Partner(organisation_id=actor.organisation_id)
    )
    for name, value in values.items():
        setattr(partner, name, value)
    partner.save()
    log.record("partner.changed" if partner_id else "partner.added", actor=actor, target=partner)
    return partner
