"""Lists forget who was in them: the rows that were left out, the report that quotes cells, and the file."""

from functools import partial
from uuid import UUID

from django.db import transaction

from naast.exchange.models import ImportJob


def empty_lists(ids: list[UUID]) -> int:
    """What these lists still say about people goes, with the file; their counts stay. Returns how many. Call
    inside the transaction of the erasing; the file goes after commit."""
    jobs = ImportJob.objects.filter(pk__in=ids)
    for job in jobs.exclude(file="").only("file"):
        transaction.on_commit(partial(job.file.storage.delete, job.file.name or ""))
    return jobs.update(file="", report="", leftovers="")
