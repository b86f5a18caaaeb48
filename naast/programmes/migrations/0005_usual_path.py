"""Gives every programme that was made before the usual way to a start, so that it can be arranged.

The words and days stand here as they were, so that this step stays what it was when the code moves on.
"""

from collections.abc import Iterator
from typing import Any

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

# (kind, rather not shorter than, rather not longer than)
USUAL = (
    ("application", 0, 2),
    ("first_talk", 0, 10),
    ("tour", 0, 14),
    ("thinking", 3, 14),
    ("second_talk", 0, 10),
    ("trial", 7, 42),
    ("training", 0, 60),
    ("agreement", 0, 14),
    ("start", 0, 14),
)
ROWS_AT_ONCE = 500


def add_usual_lines(apps: Apps, schema_editor: BaseDatabaseSchemaEditor | None) -> None:
    """Nine stages for each programme that has none; a programme that has some keeps them."""
    PathStage = apps.get_model("programmes", "PathStage")
    Programme = apps.get_model("programmes", "Programme")
    bare = Programme._default_manager.filter(pathstages__isnull=True)
    lines = list(_lines(PathStage, list(bare.values_list("pk", "organisation_id"))))
    PathStage._default_manager.bulk_create(lines, batch_size=ROWS_AT_ONCE)


def _lines(PathStage: Any, programmes: list[tuple[Any, Any]]) -> Iterator[Any]:
    for programme_id, organisation_id in programmes:
        for place, (kind, least, most) in enumerate(USUAL):
            yield PathStage(
                organisation_id=organisation_id,
                programme_id=programme_id,
                kind=kind,
                position=place,
                least_days=least,
                most_days=most,
            )


class Migration(migrations.Migration):
    dependencies = [("programmes", "0004_path_and_selection")]

    operations = [migrations.RunPython(add_usual_lines, migrations.RunPython.noop)]
