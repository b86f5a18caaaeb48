"""One wish laid beside a pool: what several checks need is worked out once."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from math import nan, radians

import numpy as np

from naast.matching.distance import kilometres
from naast.matching.pool import BoolArray, FloatArray, Pool
from naast.matching.terms import Wish


@dataclass(frozen=True)
class Pairs:
    """The wish with each volunteer of the pool; arrays have one value per volunteer."""

    wish: Wish
    pool: Pool

    @cached_property
    def everyone(self) -> BoolArray:
        """Yes for all. Checks return this very array when they have nothing to ask."""
        return np.ones(len(self.pool), dtype=np.bool_)

    @cached_property
    def nobody(self) -> BoolArray:
        """No for all."""
        return np.zeros(len(self.pool), dtype=np.bool_)

    @cached_property
    def unknown(self) -> FloatArray:
        """NaN for all: a part about which nothing is known."""
        return np.full(len(self.pool), nan, dtype=np.float32)

    @cached_property
    def distance(self) -> FloatArray:
        """Kilometres between the two homes, NaN where one of them is unknown."""
        wish = self.wish
        if wish.latitude is None or wish.longitude is None:
            return self.unknown
        return kilometres(
            radians(wish.latitude),
            radians(wish.longitude),
            self.pool.latitude,
            self.pool.longitude,
        )

    @cached_property
    def limit(self) -> FloatArray:
        """The smaller of both travel limits in kilometres, NaN where neither gave one."""
        own = nan if self.wish.max_km is None else self.wish.max_km
        return np.fmin(self.pool.max_km, np.float32(own))

    def without(self, people: Iterable[str]) -> BoolArray:
        """Everybody but these people."""
        rows = self.pool.positions(people)
        if not rows.size:
            return self.everyone
        others = self.everyone.copy()
        others[rows] = False
        return others
