"""Reads of sheets, and which of them a programme wants read."""

from uuid import UUID

from django.db.models import Prefetch, QuerySet

from naast.casebook.models import ProgrammeSheet, Sheet
from naast.casebook.policies import sheets_visible_to
from naast.organisations.actors import Actor
from naast.programmes.models import Programme
from naast.programmes.policies import visible_to as programmes_visible_to


def listed(actor: Actor) -> QuerySet[Sheet]:
    """The sheets that this actor may read."""
    return sheets_visible_to(actor)


def get_sheet(actor: Actor, sheet_id: UUID) -> Sheet | None:
    """One sheet, or None when this actor may not know it exists."""
    return sheets_visible_to(actor).filter(pk=sheet_id).first()


def sheets_of_programme(organisation_id: UUID, programme_id: UUID) -> list[Sheet]:
    """What volunteers of this programme read beforehand; one query."""
    rows = Sheet.objects.filter(
        organisation_id=organisation_id, is_shown=True, programmes__programme_id=programme_id
    )
    return list(rows.only("title", "lead", "language"))


def own_sheets(actor: Actor) -> list[Sheet]:
    """The sheets of the programmes in which the actor takes part now; one query."""
    if actor.person_id is None:
        return []
    rows = sheets_visible_to(actor).filter(
        is_shown=True,
        programmes__programme__engagements__person_id=actor.person_id,
        programmes__programme__engagements__ended_on__isnull=True,
    )
    return list(rows.distinct())


def programmes_with_sheets(actor: Actor) -> QuerySet[Programme]:
    """Programmes by name, each with `chosen`: the links to its sheets. Two queries."""
    links = ProgrammeSheet.objects.select_related("sheet").order_by("sheet__title")
    rows = programmes_visible_to(actor).exclude(status=Programme.Status.CLOSED)
    return rows.order_by("name", "id").prefetch_related(
        Prefetch("sheets", queryset=links, to_attr="chosen")
    )


def get_programme(actor: Actor, programme_id: UUID) -> Programme | None:
    """One programme, or None."""
    return programmes_visible_to(actor).filter(pk=programme_id).first()


def chosen_ids(actor: Actor, programme: Programme) -> set[UUID]:
    """The sheets that were chosen for this programme."""
    rows = ProgrammeSheet.objects.filter(organisation_id=actor.organisation_id, programme=programme)
    return set(rows.values_list("sheet_id", flat=True))
