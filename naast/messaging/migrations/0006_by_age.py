"""Letters that are over their term are found at night without reading all of them."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("messaging", "0005_longer_steps")]

    operations = [
        migrations.AddIndex(
            model_name="message",
            index=models.Index(fields=["organisation", "created_at"], name="message_by_age"),
        ),
    ]
