"""Reads of the register and of the rules on own devices. Every function starts from what the actor may see."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from naast.core.text import Text
from naast.lending.models import Item, Loan, OwnDevices
from naast.lending.policies import things as policies
from naast.lending.rules import Standing, why_not
from naast.lending.states import Condition
from naast.organisations.actors import Actor
from naast.programmes import policies as programme_policies
from naast.programmes.models import Engagement, Programme

MOST_LENDABLE = 50
MOST_EARLIER = 20
OUT = Q(back_on__isnull=True)
# What never came back can't be erased here: that is a leak to report, no task of the register. Once it is found and
# put back in the register, it is.
UNWIPED = Q(is_wiped=False, back_on__isnull=False) & (
    ~Q(condition=Condition.LOST) | Q(item__retired_on__isnull=True)
)


def _of_item(rule: Q) -> Exists:
    return Exists(Loan.objects.filter(rule, item=OuterRef("pk")))


def listed(actor: Actor, *, find: str = "", is_retired: bool = False) -> QuerySet[Item]:
    """Things of the register with who has them (`with_whom`), order them by page."""
    rows = policies.visible_to(actor).filter(retired_on__isnull=not is_retired)
    if find.strip():
        words = find.strip()
        rows = rows.filter(Q(label__icontains=words) | Q(number__icontains=words))
    out = Loan.objects.filter(OUT).select_related("person")
    return rows.prefetch_related(Prefetch("loans", queryset=out, to_attr="with_whom"))


def lendable(actor: Actor, *, find: str = "") -> QuerySet[Item]:
    """Things that can be lent today, fifty at most."""
    rows = listed(actor, find=find).prefetch_related(None)
    return (
        rows.exclude(_of_item(OUT))
        .exclude(_of_item(UNWIPED))
        .order_by("label", "id")[:MOST_LENDABLE]
    )


def get_item(actor: Actor, item_id: UUID) -> Item | None:
    """One, or None."""
    return policies.visible_to(actor).filter(pk=item_id).first()


def lock_item(actor: Actor, item_id: UUID) -> Item:
    """One, locked until the surrounding transaction ends. Raises Item.DoesNotExist."""
    return policies.visible_to(actor).select_for_update(of=("self",), no_key=True).get(pk=item_id)


def standing_of(item: Item) -> Standing:
    """What matters for its next loan; one query."""
    open_ones = Loan.objects.filter(OUT | UNWIPED, item=item).values_list("back_on", flat=True)
    days = list(open_ones)
    return Standing(
        is_retired=item.retired_on is not None,
        is_out=None in days,
        waits_for_wipe=any(day is not None for day in days),
    )


@dataclass(frozen=True, slots=True)
class ItemPage:
    """One thing: who has it, who had it, and whether it can be lent."""

    item: Item
    out: Loan | None
    earlier: list[Loan]
    why_not: Text


def item_page(actor: Actor, item: Item) -> ItemPage:
    """Read the page; two queries."""
    loans = list(
        Loan.objects.filter(item=item).select_related("person").order_by("-id")[: MOST_EARLIER + 1]
    )
    return ItemPage(
        item=item,
        out=next((loan for loan in loans if loan.is_out), None),
        earlier=[loan for loan in loans if not loan.is_out][:MOST_EARLIER],
        why_not=why_not(standing_of(item)),
    )


def rules(actor: Actor) -> QuerySet[Programme]:
    """Programmes with what holds for own devices in them, for coordinators (order them by page). `has_rule`: somebody
    said it."""
    rows = (
        programme_policies.visible_to(actor) if actor.is_coordinator else Programme.objects.none()
    )
    rows = rows.exclude(status=Programme.Status.CLOSED).select_related("own_devices")
    return rows.annotate(has_rule=Q(own_devices__isnull=False))


def rule_of(actor: Actor, programme_id: UUID) -> OwnDevices | None:
    """What holds in one programme, or None where nobody said so yet."""
    return policies.own_devices_visible_to(actor).filter(programme_id=programme_id).first()


def my_rules(actor: Actor) -> QuerySet[OwnDevices]:
    """What holds in the programmes in which the actor takes part."""
    if actor.person_id is None:
        return OwnDevices.objects.none()
    part = Engagement.objects.filter(
        organisation_id=actor.organisation_id, person_id=actor.person_id, ended_on__isnull=True
    )
    rows = policies.own_devices_visible_to(actor).filter(programme__in=part.values("programme_id"))
    return rows.select_related("programme").order_by("programme__name", "id")
