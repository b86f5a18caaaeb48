"""Models and their columns, read without knowing the room they are of."""

from collections.abc import Collection, Iterator
from typing import Any

from django.db.models import Model, QuerySet

# Ids in one statement: SQLite takes some thousands.
AT_ONCE = 500


def all_of(model: type[Model]) -> QuerySet[Any]:
    """Every row of a model, whatever its managers hide."""
    return QuerySet(model)


def is_of_a_house(model: type[Model]) -> bool:
    """Whether the rows of this model belong to an organisation."""
    return any(each.attname == "organisation_id" for each in model._meta.concrete_fields)


def in_batches(ids: Collection[Any]) -> Iterator[list[Any]]:
    """Ids by as many as one statement takes, in their own order."""
    ordered = sorted(ids)
    for start in range(0, len(ordered), AT_ONCE):
        yield ordered[start : start + AT_ONCE]
