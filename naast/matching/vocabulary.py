"""The words a pool knows, each with a fixed place, and the names people read for them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Self

from naast.matching.terms import Volunteer


def _places(words: tuple[str, ...]) -> dict[str, int]:
    return {word: place for place, word in enumerate(words)}


def _sorted(groups: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(sorted({word for words in groups for word in words}))


@dataclass(frozen=True)
class Vocabulary:
    """Every language, interest, task… that occurs among the volunteers.

    A word that only a wish uses needs no place: nobody has it. `names` gives the reader's word
    for an id, in the reader's language; without one the id itself is shown.
    """

    languages: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()  # interests and dislikes share one list
    experiences: tuple[str, ...] = ()
    tasks: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    allergens: tuple[str, ...] = ()
    genders: tuple[str, ...] = ()
    postcodes: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def collect(
        cls,
        volunteers: Iterable[Volunteer],
        names: Mapping[str, str] | None = None,
    ) -> Self:
        """The words these volunteers use."""
        people = list(volunteers)
        return cls(
            languages=_sorted(person.languages for person in people),
            tags=_sorted(person.interests | person.dislikes for person in people),
            experiences=_sorted(person.experience for person in people),
            tasks=_sorted(person.refuses for person in people),
            themes=_sorted(person.common_ground for person in people),
            own=_sorted(person.own_tags for person in people),
            allergens=_sorted(
                (person.allergies or frozenset()) | person.brings for person in people
            ),
            genders=_sorted(({person.gender} | person.gender_asked) - {""} for person in people),
            postcodes=_sorted({person.postcode} - {""} for person in people),
            names=names or {},
        )

    def name(self, word: str) -> str:
        """What a reader calls this word."""
        return str(self.names.get(word, word))

    @cached_property
    def language_places(self) -> dict[str, int]:
        return _places(self.languages)

    @cached_property
    def tag_places(self) -> dict[str, int]:
        return _places(self.tags)

    @cached_property
    def experience_places(self) -> dict[str, int]:
        return _places(self.experiences)

    @cached_property
    def task_places(self) -> dict[str, int]:
        return _places(self.tasks)

    @cached_property
    def theme_places(self) -> dict[str, int]:
        return _places(self.themes)

    @cached_property
    def own_places(self) -> dict[str, int]:
        return _places(self.own)

    @cached_property
    def allergen_places(self) -> dict[str, int]:
        return _places(self.allergens)

    @cached_property
    def gender_places(self) -> dict[str, int]:
        return _places(self.genders)

    @cached_property
    def postcode_places(self) -> dict[str, int]:
        return _places(self.postcodes)

    def gender_bits(self, genders: Iterable[str]) -> int:
        """A set of genders as bits; a word the vocabulary doesn't know has none."""
        places = (self.gender_places.get(gender) for gender in genders)
        return sum(1 << place for place in places if place is not None)
