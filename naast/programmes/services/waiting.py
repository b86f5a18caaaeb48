"""Letting something wait that must be in place: by whom, why and until when, always visible (S0-44)."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from dateutil.relativedelta import relativedelta
from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.core import clock
from naast.core.errors import StateConflict
from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.programmes import queries
from naast.programmes.errors import CannotWait
from naast.programmes.models import Engagement, Override
from naast.programmes.readiness import Item, missing
from naast.programmes.services.engagements import lock_to_decide

# Nothing waits longer (design choice): by then it is in place, or somebody says again why not.
LONGEST = relativedelta(months=3)
# Fewer words than this are no reason that a colleague understands.
WORDS_OF_A_REASON = 3
# The column holds this many letters of what the item is called.
LETTERS = 250


@transaction.atomic
def let_wait(
    *, actor: Actor, engagement_id: UUID, item_key: str, reason: str, until_on: date
) -> Override:
    """One missing item may wait until that day, at most three months: a coordinator says why in a sentence.
    Saying it again for the same item takes the former word back; it stays in the history.

    Raises Engagement.DoesNotExist, NotAllowed, EngagementEnded, or CannotWait: for what is in place, for what
    never waits (readiness.Item.may_wait), and without a reason or a day that can be.
    """
    engagement = lock_to_decide(actor, engagement_id)
    item = _item(actor, engagement, item_key)
    _check(reason, until_on)
    today = clock.today()
    former = engagement.overrides.filter(item=item.key).living()
    former.update(taken_back_on=today)
    override = Override.objects.create(
        organisation_id=engagement.organisation_id,
        engagement=engagement,
        item=item.key,
        label=str(item.label)[:LETTERS],
        reason=reason.strip(),
        given_by_id=actor.membership_id,
        given_on=today,
        until_on=until_on,
    )
    log.record(
        "engagement.item-let-wait",
        actor=actor,
        target=engagement,
        changes={
            "item": "" if item.is_private else item.code,
            "override": str(override.pk),
            "until": until_on.isoformat(),
        },
    )
    return override


@transaction.atomic
def take_back(*, actor: Actor, engagement_id: UUID, override_id: UUID) -> Override:
    """It may not wait after all. Raises Engagement.DoesNotExist, NotAllowed, EngagementEnded,
    Override.DoesNotExist, or StateConflict for what no longer waits."""
    engagement = lock_to_decide(actor, engagement_id)
    override = engagement.overrides.get(pk=override_id)
    if not override.is_living:
        raise StateConflict(_("This no longer waits."))
    override.taken_back_on = clock.today()
    override.save(update_fields=["taken_back_on"])
    log.record(
        "engagement.item-waits-no-more",
        actor=actor,
        target=engagement,
        changes={"override": str(override.pk)},
    )
    return override


def forget(person_id: UUID, items: Collection[str]) -> int:
    """Somebody took back the yes because of which these items were known: that they waited, and why, goes. Part
    of the transaction of the forgetting, which records it. Returns how many."""
    rows = Override.objects.filter(engagement__person_id=person_id, item__in=items)
    return rows.delete()[0]


def _item(actor: Actor, engagement: Engagement, key: str) -> Item:
    read = queries.get_engagement(actor, engagement.pk)
    items = queries.readiness_of([read])[read.pk] if read is not None else []
    item = next((each for each in missing(items) if each.key == key), None)
    if item is None:
        raise CannotWait(_("This is in place, or is not needed here."))
    if not item.may_wait:
        raise CannotWait(
            _("«%(what)s» can’t wait: nobody may decide otherwise.") % {"what": item.label}
        )
    return item


def _check(reason: str, until_on: date) -> None:
    today, found = clock.today(), dict[str, Text]()
    if len(reason.split()) < WORDS_OF_A_REASON:
        found["reason"] = _("Write in a sentence why this may wait.")
    if not today <= until_on <= today + LONGEST:
        found["until_on"] = _("Choose a day within three months.")
    if found:
        raise CannotWait(" ".join(str(each) for each in found.values()), found)
