"""Many volunteers as a struct of arrays, so that one wish can be laid beside all of them at once."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from naast.matching.bits import Bits
from naast.matching.columns import COLUMNS, SETS, columns_of
from naast.matching.terms import Missing, Volunteer
from naast.matching.vocabulary import Vocabulary

BoolArray = NDArray[np.bool_]
FloatArray = NDArray[np.float32]
SmallArray = NDArray[np.int8]


@dataclass(frozen=True, kw_only=True)
class Pool:
    """Volunteers of one organisation. Row i of every column is `ids[i]`.

    Distances and limits are in kilometres, coordinates in radians, terms in months, rhythms in
    visits per four weeks. Unknown is NaN in a number, -1 in an answer and in a load, 0 in bits.
    """

    vocabulary: Vocabulary
    ids: tuple[str, ...]

    latitude: FloatArray
    longitude: FloatArray
    max_km: FloatArray
    postcode: NDArray[np.int32]
    rather_not_nearby: BoolArray
    levels: SmallArray
    gender: NDArray[np.uint16]
    gender_asked: NDArray[np.uint16]
    free: NDArray[np.uint32]
    smokes: SmallArray
    accepts_smoking: SmallArray
    accepts_pets: SmallArray
    climbs_stairs: SmallArray
    allergies_asked: BoolArray
    matches_now: NDArray[np.int16]
    matches_agreed: NDArray[np.int16]
    weight_allowed: SmallArray
    blocked: BoolArray
    to_arrange: BoolArray
    consent: SmallArray
    kinds: NDArray[np.uint8]
    rhythm_min: FloatArray
    rhythm_max: FloatArray
    term: FloatArray
    open_ended: BoolArray
    closeness: NDArray[np.uint8]
    styles: NDArray[np.uint8]
    autonomy: NDArray[np.uint8]
    moving_soon: BoolArray
    waiting_days: NDArray[np.int32]

    interests: Bits
    dislikes: Bits
    experience: Bits
    themes: Bits
    own_tags: Bits
    allergies: Bits
    brings: Bits
    refuses: Bits

    # Rare and wordy things stay beside the arrays and are read only for the people shown.
    missing: Mapping[str, tuple[Missing, ...]] = field(default_factory=dict)
    common_ground: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    avoided_by: Mapping[str, Collection[str]] = field(default_factory=dict)

    @classmethod
    def build(cls, volunteers: Iterable[Volunteer], vocabulary: Vocabulary | None = None) -> Self:
        """A pool of these volunteers; without a vocabulary it is collected from them."""
        people = list(volunteers)
        words = vocabulary or Vocabulary.collect(people)
        avoided_by: dict[str, set[str]] = {}
        for person in people:
            for participant in person.avoids:
                avoided_by.setdefault(participant, set()).add(person.id)
        columns = columns_of(people, words)
        columns["missing"] = {person.id: person.missing for person in people if person.missing}
        columns["common_ground"] = {
            person.id: person.common_ground for person in people if person.common_ground
        }
        columns["avoided_by"] = avoided_by
        return cls(vocabulary=words, ids=tuple(person.id for person in people), **columns)

    @classmethod
    def from_columns(
        cls, vocabulary: Vocabulary, ids: Sequence[str], columns: Mapping[str, Any]
    ) -> Self:
        """A pool straight from arrays; columns left out are unknown for everybody.

        Raises ValueError for a column the pool doesn't have or of another length.
        """
        people = len(ids)
        filled: dict[str, Any] = {
            name: np.full(people, column.unknown, dtype=column.dtype)
            for name, column in COLUMNS.items()
        }
        filled |= dict.fromkeys(SETS, Bits.empty(people))
        filled["levels"] = np.zeros((len(vocabulary.languages), people), dtype=np.int8)
        asides = {"missing", "common_ground", "avoided_by"}
        for name, given in columns.items():
            if name in filled:
                filled[name] = _checked(name, given, people)
            elif name in asides:
                filled[name] = given
            else:
                raise ValueError(f"a pool has no column {name!r}")
        return cls(vocabulary=vocabulary, ids=tuple(ids), **filled)

    def __len__(self) -> int:
        return len(self.ids)

    @cached_property
    def position(self) -> Mapping[str, int]:
        """Where each person stands in the arrays."""
        return {person: place for place, person in enumerate(self.ids)}

    @cached_property
    def languages_known(self) -> BoolArray:
        """Who told at least one language; the others were never asked."""
        known: BoolArray = (self.levels != 0).any(axis=0)
        return known

    def positions(self, people: Iterable[str]) -> NDArray[np.intp]:
        """The rows of those of these people who are in the pool."""
        found = (self.position.get(person) for person in people)
        return np.array([place for place in found if place is not None], dtype=np.intp)

    def take(self, positions: NDArray[np.intp]) -> "Pool":
        """A pool of some of these people, in the order given."""
        columns: dict[str, Any] = {name: getattr(self, name)[positions] for name in COLUMNS}
        columns |= {name: getattr(self, name).take(positions) for name in SETS}
        return Pool(
            vocabulary=self.vocabulary,
            ids=tuple(self.ids[place] for place in positions.tolist()),
            levels=self.levels[:, positions],
            missing=self.missing,
            common_ground=self.common_ground,
            avoided_by=self.avoided_by,
            **columns,
        )


def _checked(name: str, given: Any, people: int) -> Any:
    if name in SETS:
        if not isinstance(given, Bits) or given.rows.shape[1] != people:
            raise ValueError(f"column {name!r} must be Bits of {people} people")
        return given
    array = np.asarray(given, dtype=np.int8 if name == "levels" else COLUMNS[name].dtype)
    if array.shape[-1] != people:
        raise ValueError(f"column {name!r} must have {people} values")
    return array
