"""Encrypt all sensitive text anew with the first key, beside a running site (ADR 0005).

Each column goes in batches in the order of its primary keys. A value is replaced only where it is still the one
that was read, so nothing that somebody writes at the same moment is lost; what was written in between carries the
first key already once every process runs with the new keys. What has the first key is left alone: a run that was
stopped goes on where it was, and a second run has nothing to do.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from cryptography.fernet import Fernet, InvalidToken
from django.apps import apps
from django.conf import settings
from django.db import connection, models

from naast.core.fields import EncryptedJSONField, EncryptedTextField, cipher

A_BATCH = 500


@dataclass(slots=True)
class Counts:
    """What was done: `changed` rows were written by somebody else meanwhile, `unreadable` ones fit no key."""

    rotated: int = 0
    had_first_key: int = 0
    changed: int = 0
    unreadable: int = 0

    def add(self, other: "Counts") -> None:
        """Add up."""
        self.rotated += other.rotated
        self.had_first_key += other.had_first_key
        self.changed += other.changed
        self.unreadable += other.unreadable

    @property
    def is_done(self) -> bool:
        """Whether older keys may go: nothing was left behind."""
        return not (self.changed or self.unreadable)


@dataclass(frozen=True, slots=True)
class Column:
    """One encrypted column as the database calls it."""

    label: str
    table: str
    name: str
    key: str


def columns() -> list[Column]:
    """Every encrypted column of every room."""
    return [
        Column(
            f"{model._meta.label}.{field.name}",
            model._meta.db_table,
            str(field.column),
            _key_of(model),
        )
        for model in apps.get_models()
        if not model._meta.proxy
        for field in model._meta.local_concrete_fields
        if isinstance(field, EncryptedTextField | EncryptedJSONField)
    ]


def _key_of(model: type[models.Model]) -> str:
    return str(model._meta.pk.column)


def rotate(column: Column, *, size: int = A_BATCH) -> Counts:
    """All values of one column, read in batches. Each row is written on its own: one lock at a time can't stand in
    the way of anybody for more than a moment, and can't end in a deadlock."""
    first = Fernet(settings.FIELD_KEYS[0])
    counts = Counts()
    for batch in _batches(column, size):
        for key, value in batch:
            counts.add(_one(column, key, value, first))
    return counts


def _one(column: Column, key: Any, value: str, first: Fernet) -> Counts:
    try:
        first.decrypt(value.encode())
    except InvalidToken:
        pass
    else:
        return Counts(had_first_key=1)
    try:
        # The moment it was written first stays in it.
        renewed = cipher().rotate(value.encode()).decode()
    except InvalidToken:
        return Counts(unreadable=1)
    return Counts(rotated=1) if _swap(column, key, value, renewed) else Counts(changed=1)


def _swap(column: Column, key: Any, old: str, new: str) -> bool:
    """Put the new value where the old one still stands; False when somebody was first."""
    table, name, pk = _quoted(column)
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {table} SET {name} = %s WHERE {pk} = %s AND {name} = %s",  # noqa: S608 -- names come from the models
            [new, key, old],
        )
        return bool(cursor.rowcount)


def _batches(column: Column, size: int) -> Iterator[list[tuple[Any, str]]]:
    """(primary key, what stands in the column) of all filled rows, as the database keeps them."""
    table, name, pk = _quoted(column)
    filled = f"SELECT {pk}, {name} FROM {table} WHERE {name} <> ''"  # noqa: S608 -- idem
    last: Any = None
    while True:
        after, values = (f" AND {pk} > %s", [last]) if last is not None else ("", [])
        with connection.cursor() as cursor:
            cursor.execute(f"{filled}{after} ORDER BY {pk} LIMIT {size:d}", values)
            rows = cursor.fetchall()
        if rows:
            yield rows
            last = rows[-1][0]
        if len(rows) < size:
            return


def _quoted(column: Column) -> tuple[str, str, str]:
    quote = connection.ops.quote_name
    return quote(column.table), quote(column.name), quote(column.key)
