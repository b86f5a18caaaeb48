"""Models and their columns, read without knowing the room they are of."""

from collections.abc import Collection, Iterator
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Field, Model, QuerySet
from django.db.models.constants import LOOKUP_SEP

# Ids in one statement: SQLite takes some thousands.
AT_ONCE = 500


def end_of(model: type[Model], path: str) -> tuple[Field[Any, Any], bool]:
    """The field at the end of a path, and whether the path may meet one row several times. Raises
    FieldDoesNotExist for a path that leads nowhere."""
    is_many, at = False, model
    *steps, last = path.split(LOOKUP_SEP)
    for name in steps:
        relation = at._meta.get_field(name)
        if relation.related_model is None or isinstance(relation.related_model, str):
            raise FieldDoesNotExist(f"{model._meta.label}: {path} stops at {name}")
        is_many |= bool(relation.one_to_many or relation.many_to_many)
        at = relation.related_model
    # «person_id» is the column of «person».
    found = next(
        (each for each in at._meta.concrete_fields if last in (each.name, each.attname)), None
    )
    if found is None:
        raise FieldDoesNotExist(f"{model._meta.label}: there is no {last} at the end of {path}")
    return found, is_many


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
