"""The register of what is lent, and the rule on own devices (S3-27)."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.core import clock
from naast.core.errors import Incomplete, NotAllowed, StateConflict
from naast.lending.inputs import ItemInput
from naast.lending.models import Item, OwnDevices
from naast.lending.policies import things as policies
from naast.lending.queries import things as queries
from naast.organisations.actors import Actor
from naast.programmes import policies as programme_policies
from naast.programmes.models import Programme


@transaction.atomic
def add_item(*, actor: Actor, new: ItemInput) -> Item:
    """Put something in the register. Raises NotAllowed, or Incomplete without a name for it."""
    policies.can_keep(actor).require()
    item = Item(organisation_id=actor.organisation_id)
    _fill(item, new)
    item.save()
    log.record("item.added", actor=actor, target=item, changes={"kind": item.kind})
    return item


@transaction.atomic
def change_item(*, actor: Actor, item_id: UUID, new: ItemInput) -> Item:
    """Say it better. Raises Item.DoesNotExist, NotAllowed or Incomplete."""
    policies.can_keep(actor).require()
    item = queries.lock_item(actor, item_id)
    _fill(item, new)
    item.save()
    log.record("item.changed", actor=actor, target=item, changes={"kind": item.kind})
    return item


def _fill(item: Item, new: ItemInput) -> None:
    if not new.label.strip():
        raise Incomplete({"label": _("Give it a name that you recognise.")})
    item.kind = new.kind
    item.label = new.label.strip()
    item.number = new.number.strip()
    item.has_data = new.has_data
    item.note = new.note.strip()


@transaction.atomic
def retire_item(*, actor: Actor, item_id: UUID) -> Item:
    """No longer lent: worn, sold, given away. Twice is the same as once.

    Raises Item.DoesNotExist, NotAllowed, or StateConflict while somebody has it.
    """
    policies.can_keep(actor).require()
    item = queries.lock_item(actor, item_id)
    if queries.standing_of(item).is_out:
        raise StateConflict(_("Somebody has it. Write down first that it came back."))
    if item.retired_on is None:
        retire(actor, item)
    return item


def retire(actor: Actor, item: Item) -> None:
    """Part of a transaction that holds the lock of the thing."""
    item.retired_on = clock.today()
    item.save(update_fields=["retired_on"])
    log.record("item.retired", actor=actor, target=item)


@transaction.atomic
def restore_item(*, actor: Actor, item_id: UUID) -> Item:
    """Back in the register: found, or mended. Twice is the same as once. Raises Item.DoesNotExist or NotAllowed."""
    policies.can_keep(actor).require()
    item = queries.lock_item(actor, item_id)
    if item.retired_on is not None:
        item.retired_on = None
        item.save(update_fields=["retired_on"])
        log.record("item.restored", actor=actor, target=item)
    return item


@transaction.atomic
def set_own_devices(*, actor: Actor, programme_id: UUID, rule: str, why: str = "") -> OwnDevices:
    """Say what holds for own devices in a programme; the last word holds.

    Raises Programme.DoesNotExist, NotAllowed, or Incomplete for a rule that is none.
    """
    if not actor.is_coordinator:
        raise NotAllowed(_("Only a coordinator can change a programme."))
    rows = programme_policies.visible_to(actor).select_for_update(of=("self",), no_key=True)
    programme: Programme = rows.get(pk=programme_id)
    policies.can_rule(actor, programme).require()
    if rule not in OwnDevices.Rule.values:
        raise Incomplete({"rule": _("Choose what holds here.")})
    said, _is_new = OwnDevices.objects.update_or_create(
        organisation_id=actor.organisation_id,
        programme=programme,
        defaults={"rule": rule, "why": why.strip()},
    )
    log.record("programme.own-devices", actor=actor, target=programme, changes={"rule": rule})
    return said
