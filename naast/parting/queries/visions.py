"""What the programmes of somebody stand for, beside the question which core value is concerned (S1-217)."""

from uuid import UUID

from naast.programmes.models import Engagement


def visions_of(person_id: UUID) -> list[str]:
    """The vision sentences of the programmes in which this person takes part. One query."""
    rows = Engagement.objects.filter(person_id=person_id, ended_on__isnull=True)
    return list(
        rows.exclude(programme__vision="")
        .order_by("programme__name")
        .values_list("programme__vision", flat=True)
        .distinct()
    )
