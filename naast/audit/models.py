"""One line of history a row. Rows are added, never changed."""

from django.db import models

from naast.core.models import Row


class Event(Row):
    """Who did or read what. There are no foreign keys on purpose: history outlives what it is about,
    and erasing a person must not need permission from their history (ADR 0004)."""

    organisation_id = models.UUIDField()
    user_id = models.UUIDField(null=True)
    person_id = models.UUIDField(null=True)
    reason = models.CharField(max_length=200, blank=True)
    kind = models.CharField(max_length=60)
    target = models.CharField(max_length=60)
    target_id = models.UUIDField()
    is_view = models.BooleanField(default=False)
    changes = models.JSONField(default=dict)

    class Meta:
        indexes = [
            models.Index(fields=["organisation_id", "target_id", "id"]),
            models.Index(fields=["organisation_id", "id"]),
            # The night: what is over its term, looks and history apart (audit.keeping).
            models.Index(
                fields=["organisation_id", "created_at"],
                condition=models.Q(is_view=True),
                name="audit_old_looks",
            ),
            models.Index(
                fields=["organisation_id", "created_at"],
                condition=models.Q(is_view=False),
                name="audit_old_history",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(user_id__isnull=False) | ~models.Q(reason=""),
                name="audit_event_has_user_or_reason",
            )
        ]

    class Privacy:
        """Ids and codes only: names stay in the rows they belong to."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation_id",
                "user_id",
                "person_id",
                "reason",
                "kind",
                "target",
                "target_id",
                "is_view",
                "changes",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()
