"""Which sheets the volunteers of a programme read beforehand (S0-25)."""

from collections.abc import Collection
from uuid import UUID

from django.db import transaction

from naast.audit import log
from naast.casebook.models import ProgrammeSheet
from naast.casebook.policies import can_write, sheets_visible_to
from naast.organisations.actors import Actor
from naast.programmes.queries import lock_programme


@transaction.atomic
def choose_sheets(*, actor: Actor, programme_id: UUID, sheet_ids: Collection[UUID]) -> int:
    """These and no others; a sheet of another organisation is left out. Returns how many it has now. Raises
    Programme.DoesNotExist or NotAllowed."""
    can_write(actor).require()
    programme = lock_programme(actor, programme_id)
    wanted = set(sheets_visible_to(actor).filter(pk__in=sheet_ids).values_list("pk", flat=True))
    links = ProgrammeSheet.objects.filter(
        organisation_id=actor.organisation_id, programme=programme
    )
    had = set(links.values_list("sheet_id", flat=True))
    links.exclude(sheet_id__in=wanted).delete()
    ProgrammeSheet.objects.bulk_create(
        ProgrammeSheet(
            organisation_id=actor.organisation_id, programme=programme, sheet_id=sheet_id
        )
        for sheet_id in sorted(wanted - had)
    )
    if wanted != had:
        log.record("programme.sheets-chosen", actor=actor, target=programme)
    return len(wanted)
