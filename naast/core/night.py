"""What a nightly run does row by row or in batches: one that fails leaves the others alone."""

import logging
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from django.db import transaction
from django.db.models import Model, QuerySet

T = TypeVar("T")
M = TypeVar("M", bound=Model)
A_BATCH = 500
logger = logging.getLogger(__name__)


def each(rows: Iterable[T], one: Callable[[T], int]) -> int:
    """Do this with each row, and add up the answers. What goes wrong with one stands in the log, and the
    night goes on: a letter that can't be written keeps nobody else from being forgotten. `one` is a
    transaction of its own; give ids or rows, whose text holds no name."""
    done = 0
    for row in rows:
        try:
            done += one(row)
        except Exception:
            logger.exception("the night left this one: %s", row)
    return done


def batches(rows: QuerySet[M], *, size: int = A_BATCH) -> Iterator[list[M]]:
    """All rows in batches, in the order of their ids, each batch one query."""
    ordered, last = rows.order_by("pk"), None
    while batch := list((ordered if last is None else ordered.filter(pk__gt=last))[:size]):
        yield batch
        if len(batch) < size:
            return
        last = batch[-1].pk


def in_batches(rows: QuerySet[M], do: Callable[[list[M]], int], *, size: int = A_BATCH) -> int:
    """Do this with batch after batch, each in a transaction, and add up the answers. A batch that fails goes
    row by row, so that a bad row keeps nobody else waiting."""
    return sum(_batch_or_each(batch, do) for batch in batches(rows, size=size))


def _batch_or_each(batch: list[M], do: Callable[[list[M]], int]) -> int:
    try:
        with transaction.atomic():
            return do(batch)
    except Exception:
        logger.exception("a batch of %s goes one by one", len(batch))
        return each(batch, lambda row: _alone(row, do))


@transaction.atomic
def _alone(row: M, do: Callable[[list[M]], int]) -> int:
    return do([row])
