"""For how long this room keeps the words of a goodbye: see core.retention."""

from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core.retention import Kind, register
from naast.parting.models import Keepsake, Parting

# The words that go; day, kind and reasons stay for the figures.
WORDS = (
    "talk_words",
    "reason_words",
    "better_words",
    "thanks",
    "value",
    "reaction",
    "own_view",
    "companion",
    "decision",
)


def unwanted_keepsakes() -> QuerySet[Keepsake]:
    """Those of who wants no yearly word (any more)."""
    return Keepsake.objects.exclude(
        parting__invitation__stopped_on__isnull=True, parting__invitation__isnull=False
    )


def _partings(organisation_id: UUID, before: date) -> QuerySet[Parting]:
    has_words = ~Q(**dict.fromkeys(WORDS, ""))
    has_keepsake = Exists(unwanted_keepsakes().filter(parting=OuterRef("pk")))
    return Parting.objects.filter(
        has_words | has_keepsake, organisation_id=organisation_id, closed_on__lte=before
    )


PARTINGS = Kind(
    code="parting.words",
    title=_("What was said at a goodbye"),
    months=24,
    most=60,
    starts=_("the day of the goodbye"),
    reason=_("What was said then is nobody’s business later; day and reason stay to count."),
    due=_partings,
    person="person",
)
register(PARTINGS)
