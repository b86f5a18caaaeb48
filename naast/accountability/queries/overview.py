"""What the first page shows: how each part stands, in a constant number of queries."""

from dataclasses import dataclass

from naast.accountability.models import Assessment, Breach
from naast.accountability.queries import assessments, breaches, processors
from naast.organisations.actors import Actor


@dataclass(frozen=True, slots=True)
class Overview:
    """How it stands today."""

    open_breaches: list[Breach]
    signed: Assessment | None
    is_assessment_due: bool
    has_firms_to_look_at: bool


def overview_of(actor: Actor) -> Overview:
    """Three queries."""
    signed = assessments.signed_of(actor)
    return Overview(
        open_breaches=list(breaches.listed(actor, is_open=True).order_by("noticed_at", "id")[:10]),
        signed=signed,
        is_assessment_due=assessments.is_due(signed),
        has_firms_to_look_at=processors.to_look_at(actor).exists(),
    )
