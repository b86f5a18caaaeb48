"""Somebody of a match is erased: that tasks shifted and how it was settled stays for the counts, the words go.
Called inside the transaction of the erasing, which records it."""

from uuid import UUID

from django.db.models import CharField
from django.db.models.functions import Cast

from naast.shifting.models import AgreedTask, TaskShift


def empty_shifts(ids: list[UUID]) -> int:
    """What shifted has no name any more; its own id is its key, which is there once a match. Returns how many."""
    rows = TaskShift.objects.filter(pk__in=ids)
    return rows.update(words="", key=Cast("pk", CharField()), reason="", from_now_on="")


def empty_agreed(ids: list[UUID]) -> int:
    """As `empty_shifts`, for the tasks that were agreed on top. Returns how many."""
    return AgreedTask.objects.filter(pk__in=ids).update(words="", key=Cast("pk", CharField()))
