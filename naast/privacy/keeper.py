"""What `core.retention` asks of this room: own terms, holds, and a place for the report of the night."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from naast.core import clock
from naast.privacy.models import KeptFor, RetentionRun
from naast.privacy.queries import holds


class House:
    """Answers for every organisation (core.retention.Keeper)."""

    def months(self, organisation_id: UUID) -> Mapping[str, int]:
        """Own terms in months, by the code of their kind. One query."""
        return dict(
            KeptFor.objects.filter(organisation_id=organisation_id).values_list("kind", "months")
        )

    def held(self, organisation_id: UUID) -> QuerySet[Any, Any]:
        """People about whom nothing may be erased."""
        return holds.held(organisation_id)

    @transaction.atomic
    def went(self, organisation_id: UUID, code: str, number: int) -> None:
        """Add to the report of today; two nights at once queue for its row."""
        run, _is_new = RetentionRun.objects.select_for_update().get_or_create(
            organisation_id=organisation_id, day=clock.today()
        )
        run.counts[code] = run.counts.get(code, 0) + number
        run.save(update_fields=["counts"])
