"""Sets of many people as rows of bits: one byte row holds eight members of a vocabulary."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Self

import numpy as np
from numpy.typing import NDArray

ByteArray = NDArray[np.uint8]


def wanted(members: Iterable[str], index: Mapping[str, int]) -> dict[int, int]:
    """The bytes in which a set has members; members that the index doesn't know are nobody's."""
    found: dict[int, int] = {}
    for member in members:
        place = index.get(member)
        if place is not None:
            found[place >> 3] = found.get(place >> 3, 0) | 1 << (place & 7)
    return found


@dataclass(frozen=True)
class Bits:
    """One set per person. `rows` has the shape (bytes, people)."""

    rows: ByteArray

    @classmethod
    def pack(cls, matrix: NDArray[np.bool_]) -> Self:
        """From a table of yes and no with the shape (people, vocabulary)."""
        return cls(np.ascontiguousarray(np.packbits(matrix, axis=1, bitorder="little").T))

    @classmethod
    def of_sets(cls, sets: Iterable[Collection[str]], index: Mapping[str, int]) -> Self:
        """From one Python set per person."""
        every = list(sets)
        matrix = np.zeros((len(every), len(index)), dtype=np.bool_)
        people = [person for person, members in enumerate(every) for _member in members]
        places = [index[member] for members in every for member in members]
        matrix[people, places] = True
        return cls.pack(matrix)

    @classmethod
    def empty(cls, people: int) -> Self:
        """Nobody has anything."""
        return cls(np.zeros((0, people), dtype=np.uint8))

    @cached_property
    def known(self) -> NDArray[np.bool_]:
        """Who has at least one member: an empty set means that nobody asked yet."""
        known: NDArray[np.bool_] = np.not_equal(np.bitwise_or.reduce(self.rows, axis=0), 0)
        return known

    def shared(self, members: Iterable[str], index: Mapping[str, int]) -> ByteArray:
        """How many of these members each person has."""
        total = np.zeros(self.rows.shape[1], dtype=np.uint8)
        for row, mask in wanted(members, index).items():
            total += np.bitwise_count(self.rows[row] & np.uint8(mask))
        return total

    def take(self, positions: NDArray[np.intp]) -> "Bits":
        """The same for some of the people, in the order given."""
        return Bits(self.rows[:, positions])

    def among(self, members: Iterable[str], index: Mapping[str, int]) -> list[list[str]]:
        """Which of these members each person has. Made for the few people who are shown."""
        owned: list[list[str]] = [[] for _person in range(self.rows.shape[1])]
        for member in members:
            place = index.get(member)
            if place is not None:
                for person in (self.rows[place >> 3] & 1 << (place & 7)).nonzero()[0].tolist():
                    owned[person].append(member)
        return owned
