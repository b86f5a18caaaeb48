"""The belt in the database: a row can't point at a row of another organisation.

A model names its guarded foreign keys: `class Tenancy: same_organisation = ("participant",)`.
PostgreSQL gets composite foreign keys; SQLite, where a table must be rebuilt to add one, gets triggers
that refuse the same. Both are put in place after every migrate and may be run again (ADR 0003).
"""

from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import connections, models
from django.db.backends.base.base import BaseDatabaseWrapper


@dataclass(frozen=True, slots=True)
class Reference:
    """One guarded foreign key: tables and column as the database calls them."""

    child: str
    column: str
    parent: str


def guarded() -> list[tuple[type[models.Model], str]]:
    """(model, foreign key) for each guarded reference of the house."""
    return [
        (model, name)
        for model in apps.get_models()
        if hasattr(model, "Tenancy")
        for name in model.Tenancy.same_organisation
    ]


def install_guards(*, using: str = "default", **_kwargs: Any) -> None:
    """Put every guard in place on the tables that exist; those that stand stay."""
    connection = connections[using]
    tables = set(connection.introspection.table_names())
    install = _composite_key if connection.vendor == "postgresql" else _triggers
    for model, name in guarded():
        field = model._meta.get_field(name)
        parent = field.related_model
        if not isinstance(field, models.ForeignKey) or not isinstance(parent, type):
            raise TypeError(f"{model.__name__}.{name} is no foreign key")
        reference = Reference(model._meta.db_table, field.column, parent._meta.db_table)
        if {reference.child, reference.parent} <= tables:
            install(connection, reference)


def _composite_key(connection: BaseDatabaseWrapper, reference: Reference) -> None:
    child, column, parent = reference.child, reference.column, reference.parent
    unique, foreign = f"{parent}_tenant_key"[:63], f"{child}_{column}_tenant"[:63]
    with connection.cursor() as cursor:
        cursor.execute(
            f'CREATE UNIQUE INDEX IF NOT EXISTS "{unique}" ON "{parent}" (organisation_id, id)'
        )
        cursor.execute("SELECT 1 FROM pg_constraint WHERE conname = %s", [foreign])
        if cursor.fetchone() is None:
            cursor.execute(
                f'ALTER TABLE "{child}" ADD CONSTRAINT "{foreign}" '
                f'FOREIGN KEY (organisation_id, "{column}") '
                f'REFERENCES "{parent}" (organisation_id, id) DEFERRABLE INITIALLY DEFERRED'
            )


def _triggers(connection: BaseDatabaseWrapper, reference: Reference) -> None:
    child, column, parent = reference.child, reference.column, reference.parent
    with connection.cursor() as cursor:
        for moment, event in (("insert", "INSERT"), ("update", "UPDATE")):
            cursor.execute(
                f'CREATE TRIGGER IF NOT EXISTS "{child}_{column}_tenant_{moment}" '
                f'BEFORE {event} ON "{child}" FOR EACH ROW WHEN NEW."{column}" IS NOT NULL '
                f'AND EXISTS (SELECT 1 FROM "{parent}" WHERE id = NEW."{column}" '
                f"AND organisation_id <> NEW.organisation_id) "
                f"BEGIN SELECT RAISE(ABORT, 'FOREIGN KEY crosses organisations'); END"
            )
