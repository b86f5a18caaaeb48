"""The belt in the database: no row points at a row of another organisation."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, connection, models, transaction

from naast.core.ids import uuid7
from naast.core.tenancy import guarded, install_guards
from naast.organisations.models import Function, Organisation
from tests.conftest import Cast
from tests.factories import (
    EngagementFactory,
    MatchFactory,
    ParticipantFactory,
    PersonFactory,
    ProgrammeFactory,
    RequestFactory,
    member,
)

# Table, column, table it points at.
Guard = tuple[str, str, str]

COMPOSITE_KEYS = """
SELECT child.relname, child_column.attname, parent.relname
FROM pg_constraint AS guard
JOIN pg_class AS child ON child.oid = guard.conrelid
JOIN pg_class AS parent ON parent.oid = guard.confrelid
JOIN pg_attribute AS child_tenant
  ON child_tenant.attrelid = child.oid AND child_tenant.attnum = guard.conkey[1]
JOIN pg_attribute AS child_column
  ON child_column.attrelid = child.oid AND child_column.attnum = guard.conkey[2]
JOIN pg_attribute AS parent_tenant
  ON parent_tenant.attrelid = parent.oid AND parent_tenant.attnum = guard.confkey[1]
JOIN pg_attribute AS parent_id
  ON parent_id.attrelid = parent.oid AND parent_id.attnum = guard.confkey[2]
WHERE guard.contype = 'f' AND guard.convalidated AND cardinality(guard.conkey) = 2
  AND child_tenant.attname = 'organisation_id' AND parent_tenant.attname = 'organisation_id'
  AND parent_id.attname = 'id'
"""
TRIGGERS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s"


def wanted() -> set[Guard]:
    """What the models ask for."""
    found = set()
    for model, name in guarded():
        field = model._meta.get_field(name)
        assert isinstance(field, models.ForeignKey)
        found.add((model._meta.db_table, field.column, field.related_model._meta.db_table))
    return found


def standing() -> set[Guard]:
    """What this database has."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(COMPOSITE_KEYS)
            return {(child, column, parent) for child, column, parent in cursor.fetchall()}
        return {guard for guard in wanted() if _both_triggers(cursor, guard)}


def _both_triggers(cursor: Any, guard: Guard) -> bool:
    child, column, parent = guard
    cursor.execute(TRIGGERS, [child])
    bodies = dict(cursor.fetchall())
    return all(
        f'FROM "{parent}"' in bodies.get(f"{child}_{column}_tenant_{moment}", "")
        for moment in ("insert", "update")
    )


@pytest.mark.django_db
def test_every_guard_the_models_ask_for_stands_in_the_database() -> None:
    assert len(wanted()) > 40
    assert wanted() - standing() == set()


@pytest.mark.django_db
def test_guards_may_be_put_in_place_again() -> None:
    before = standing()
    install_guards()
    assert standing() == before


def participant(organisation: Organisation) -> models.Model:
    person: models.Model = ParticipantFactory(organisation=organisation).person
    return person


# What points, its field, and a row of another organisation that it could point at.
CROSSINGS: list[tuple[type, str, Callable[[Organisation], Any]]] = [
    (RequestFactory, "participant", participant),
    (RequestFactory, "programme", lambda there: ProgrammeFactory(organisation=there)),
    (EngagementFactory, "person", lambda there: PersonFactory(organisation=there)),
    (EngagementFactory, "programme", lambda there: ProgrammeFactory(organisation=there)),
    (MatchFactory, "volunteer", lambda there: PersonFactory(organisation=there)),
    (MatchFactory, "coach", lambda there: member(there, Function.COACH)),
    (ParticipantFactory, "professional", lambda there: member(there, Function.PROFESSIONAL)),
]


def refuse(write: Callable[[], object]) -> None:
    """The database refuses this write as a crossing, at the latest when the transaction ends."""

    @transaction.atomic
    def attempt() -> None:
        write()
        connection.check_constraints()

    with pytest.raises(IntegrityError, match=r"_tenant|crosses organisations"):
        attempt()


@pytest.mark.parametrize(("make", "name", "make_other"), CROSSINGS)
def test_a_row_of_another_organisation_is_refused_by_the_database_itself(
    cast: Cast, make: Any, name: str, make_other: Callable[[Organisation], Any]
) -> None:
    row, other = make(organisation=cast.here), make_other(cast.elsewhere)
    rows = type(row)._default_manager.filter(pk=row.pk)

    refuse(lambda: rows.update(**{name: other}))
    if connection.vendor == "postgresql":
        # Nor does the row itself move away from what it points at.
        refuse(lambda: rows.update(organisation=cast.elsewhere))
    rows.delete()
    setattr(row, name, other)
    row.pk = uuid7()
    refuse(lambda: row.save(force_insert=True))

    setattr(row, name, make_other(cast.here))
    row.save(force_insert=True)
    connection.check_constraints()
