"""What was signed never changes, whatever a program does: triggers in the database.

A frozen copy keeps its text, its checksum and whom it is about; a signature keeps everything and is about the
text of its copy. What was published keeps its words. A signature disappears only together with its copy, since the copy points back at it: a
foreign key that is looked at when the transaction ends. Put in place after every migrate and may be run again,
as core.tenancy.
"""

from typing import Any

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from naast.agreements.models import Copy, Signature, Version, VersionText

COPY, SIGNATURE = Copy._meta.db_table, Signature._meta.db_table
VERSION, WORDS = Version._meta.db_table, VersionText._meta.db_table
FROZEN = (
    "organisation_id",
    "version_id",
    "person_id",
    "engagement_id",
    "language",
    "content",
    "checksum",
    "own_limits",
    "frozen_at",
)
# Written once, when somebody signs.
ONCE = ("own_signature_id", "our_signature_id", "signed_on")
SAYS = "a signed text never changes"


def install(*, using: str = "default", **_kwargs: Any) -> None:
    """Put the triggers in place when the tables exist; those that stand are made anew."""
    connection = connections[using]
    if not {COPY, SIGNATURE, VERSION, WORDS} <= set(connection.introspection.table_names()):
        return
    (_functions if connection.vendor == "postgresql" else _triggers)(connection)


def _rules(differs: str) -> dict[tuple[str, str, str], str]:
    """(name, event, table) of each trigger, and when it refuses. `differs`: how this database compares
    what may be NULL."""
    frozen = " OR ".join(f'NEW."{name}" {differs} OLD."{name}"' for name in FROZEN)
    once = " OR ".join(
        f'(OLD."{name}" IS NOT NULL AND NEW."{name}" {differs} OLD."{name}")' for name in ONCE
    )
    was_published = (
        f'(SELECT "published_on" FROM "{VERSION}" WHERE "id" = OLD."version_id") IS NOT NULL'  # noqa: S608 -- names come from the models
    )
    return {
        # Otherwise its words could change after all.
        ("published_stays", "UPDATE", VERSION): (
            'OLD."published_on" IS NOT NULL AND NEW."published_on" IS NULL'
        ),
        ("published_words_stay", "UPDATE", WORDS): was_published,
        ("copy_stays", "UPDATE", COPY): f'(OLD."frozen_at" IS NOT NULL AND ({frozen})) OR {once}',
        ("signature_stays", "UPDATE", SIGNATURE): "1 = 1",
        ("signature_is_about_its_copy", "INSERT", SIGNATURE): (
            f'NEW."checksum" {differs} (SELECT "checksum" FROM "{COPY}" WHERE "id" = NEW."copy_id")'  # noqa: S608 -- names come from the models
        ),
    }


def _triggers(connection: BaseDatabaseWrapper) -> None:
    """SQLite: a trigger with its condition."""
    with connection.cursor() as cursor:
        for (name, event, table), refuses in _rules("IS NOT").items():
            cursor.execute(f'DROP TRIGGER IF EXISTS "{name}"')
            cursor.execute(
                f'CREATE TRIGGER "{name}" BEFORE {event} ON "{table}" FOR EACH ROW '
                f"WHEN {refuses} BEGIN SELECT RAISE(ABORT, '{SAYS}'); END"
            )


def _functions(connection: BaseDatabaseWrapper) -> None:
    """PostgreSQL: a function for each, since a condition can't look at another table."""
    with connection.cursor() as cursor:
        for (name, event, table), refuses in _rules("IS DISTINCT FROM").items():
            cursor.execute(
                f'CREATE OR REPLACE FUNCTION "{name}"() RETURNS trigger LANGUAGE plpgsql AS $$ '
                f"BEGIN IF {refuses} THEN RAISE EXCEPTION '{SAYS}' "
                f"USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$"
            )
            cursor.execute(
                f'CREATE OR REPLACE TRIGGER "{name}" BEFORE {event} ON "{table}" '
                f'FOR EACH ROW EXECUTE FUNCTION "{name}"()'
            )
