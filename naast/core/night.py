"""What a nightly run does row by row or in batches: one that fails leaves the others alone."""

import logging
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar
from uuid import UUID

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


def until_none(rows: QuerySet[M], do: Callable[[list[UUID]], int], *, size: int = A_BATCH) -> int:
    """Take some ids, do this with them in a transaction that is over in a moment, and go on until there is none
    left: for what makes rows disappear from `rows`. A million of them are read once, whatever their order. What
    fails goes one by one, and what is there still waits for another night. Returns the answers added up."""
    done, left = 0, set[UUID]()
    unordered = rows.order_by()
    while ids := list(unordered.exclude(pk__in=left).values_list("pk", flat=True)[:size]):
        done += _ids_or_each(ids, do)
        left.update(unordered.filter(pk__in=ids).values_list("pk", flat=True))
        if len(left) > A_BATCH:
            break
    return done


def _ids_or_each(ids: list[UUID], do: Callable[[list[UUID]], int]) -> int:
    try:
        with transaction.atomic():
            return do(ids)
    except Exception:
        logger.exception("a batch of %s goes one by one", len(ids))
        return each(ids, lambda pk: _one(pk, do))


@transaction.atomic
def _one(pk: UUID, do: Callable[[list[UUID]], int]) -> int:
    return do([pk])


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
