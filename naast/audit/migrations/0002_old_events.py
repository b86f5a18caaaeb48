"""What is over its term is found at night without reading all of history."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]

    operations = [
        migrations.AddIndex(
            model_name="event",
            index=models.Index(
                condition=models.Q(("is_view", True)),
                fields=["organisation_id", "created_at"],
                name="audit_old_looks",
            ),
        ),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(
                condition=models.Q(("is_view", False)),
                fields=["organisation_id", "created_at"],
                name="audit_old_history",
            ),
        ),
    ]
