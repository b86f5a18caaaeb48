"""What a house and its programmes pay back."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from naast.expenses.models import CostSettings, ProgrammeCosts
from naast.expenses.policies.terms import can_change_programme
from naast.organisations.actors import Actor
from naast.programmes.models import Programme


def settings_of(organisation_id: UUID) -> CostSettings:
    """What the house decided, or what is usual (then not saved)."""
    found = CostSettings.objects.filter(organisation_id=organisation_id).first()
    return found or CostSettings(organisation_id=organisation_id)


def costs_of(organisation_id: UUID, programme_id: UUID | None) -> ProgrammeCosts | None:
    """What a programme pays, or what is usual (then not saved); None without a programme."""
    if programme_id is None:
        return None
    found = ProgrammeCosts.objects.filter(
        organisation_id=organisation_id, programme_id=programme_id
    ).first()
    return found or ProgrammeCosts(organisation_id=organisation_id, programme_id=programme_id)


@dataclass(frozen=True, slots=True)
class ProgrammeLine:
    """One programme with what it pays."""

    programme: Programme
    costs: ProgrammeCosts


def programmes_of(actor: Actor) -> QuerySet[Programme]:
    """The programmes of this house that are not closed, by name."""
    rows = Programme.objects.filter(organisation_id=actor.organisation_id)
    return rows.exclude(status=Programme.Status.CLOSED).order_by("name", "id")


def get_programme(actor: Actor, programme_id: UUID) -> Programme | None:
    """One of them for who keeps the terms; None for anybody else."""
    if not can_change_programme(actor):
        return None
    return programmes_of(actor).filter(pk=programme_id).first()


def programme_lines(actor: Actor) -> list[ProgrammeLine]:
    """Every programme of this house with what it pays, by name, in two queries."""
    own = {
        row.programme_id: row
        for row in ProgrammeCosts.objects.filter(organisation_id=actor.organisation_id)
    }
    return [
        ProgrammeLine(
            programme,
            own.get(programme.pk)
            or ProgrammeCosts(organisation_id=actor.organisation_id, programme=programme),
        )
        for programme in programmes_of(actor)
    ]
