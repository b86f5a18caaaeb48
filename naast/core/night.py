"""What a nightly run does row by row: one that fails leaves the others alone."""

import logging
from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")
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
