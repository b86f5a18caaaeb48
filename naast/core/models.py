"""Base of all rows, and the drafts of forms."""

from django.db import models

from naast.core.fields import EncryptedTextField
from naast.core.ids import uuid7


class Row(models.Model):
    """A row with an id that may stand in an address."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        # No names: this string ends up in logs.
        return f"{self._meta.model_name} {self.pk}"


class Draft(Row):
    """What somebody typed and did not send yet: kept until they send it, or for fourteen days."""

    # No foreign key: accounts stand one floor higher. Drafts go by their age.
    user_id = models.UUIDField()
    key = models.CharField(max_length=200)
    content = EncryptedTextField()
    saved_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user_id", "key"], name="one_draft_a_form")]

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "user_id", "key", "saved_at"})
        personal: frozenset[str] = frozenset()
        sensitive = frozenset({"content"})
