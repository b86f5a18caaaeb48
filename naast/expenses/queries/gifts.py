"""The list of gifts."""

from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet, Sum

from naast.expenses.models import Claim
from naast.expenses.policies import gifts as policy
from naast.organisations.actors import Actor


def listed(actor: Actor, *, year: int) -> QuerySet[Claim]:
    """The gifts of one calendar year with to whom, for finance."""
    rows = policy.visible_to(actor).filter(cost_year__year=year)
    corrections = Claim.objects.filter(reverses=OuterRef("pk"))
    return rows.annotate(is_corrected=Exists(corrections)).select_related("cost_year__person")


def total_of(actor: Actor, *, year: int) -> int:
    """The value (cents) of all gifts of one year together."""
    rows = policy.visible_to(actor).filter(cost_year__year=year)
    return rows.aggregate(total=Sum("cents"))["total"] or 0


def get_gift(actor: Actor, gift_id: UUID) -> Claim | None:
    """One of them."""
    return policy.visible_to(actor).filter(pk=gift_id).select_related("cost_year").first()
