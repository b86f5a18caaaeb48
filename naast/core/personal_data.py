"""What each room says about the personal data it keeps: where it stands, about whom, and what becomes of it.

A room with personal fields has a module `personal_data` that registers its places; `privacy` finds the modules
by itself, and export, erasure, rectification and the inventory all read the same list (GDPR art. 15, 17, 20,
30). A test fails when a model with personal or sensitive fields is in no place, so a new one can't slip in.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from django.apps import apps
from django.db.models import Model

from naast.core.text import Text


class Fate(StrEnum):
    """What becomes of a row when somebody it is about is erased."""

    GOES = "goes"  # The row is deleted.
    EMPTIED = "emptied"  # The row stays, for the counts; what tells about the person goes.
    STAYS = "stays"  # It is somebody else's file, or the law asks to keep it: `why` says so.


class Key(StrEnum):
    """What stands at the end of a path."""

    PERSON = "person"  # The id of a person (people.Person).
    USER = "user"  # The id of a user (accounts.User).
    MEMBERSHIP = "membership"  # The id of a membership (organisations.Membership).
    EMAIL = "email"  # An address for mail, compared without regard to capitals.


@dataclass(frozen=True, slots=True)
class About:
    """One way from a row to somebody.

    `path` is a lookup of the ORM from the row («match__volunteer_id»). `fields` are the fields that tell about
    or were written by this somebody; None means all personal and sensitive ones. What is not `shown` stays out
    of their export, and `why` says so in words for the person (the rights of others: GDPR art. 15.4). A fate
    of STAYS needs a `why` as well.
    """

    path: str
    fate: Fate
    key: Key = Key.PERSON
    fields: frozenset[str] | None = None
    shown: bool = True
    why: Text = ""


@dataclass(frozen=True, slots=True)
class Place:
    """One model and what it keeps about people.

    `model` is its label («companionship.Visit»). `title` is what an export calls the rows, in the plural.
    `keeps` are personal fields that stay when a row is emptied, because a count needs them (the day of a
    visit); `becomes` gives what an emptied field holds instead of nothing. `about` may be empty when the fields
    tell about somebody outside who has no row here: `why` then says who looks after it. `erase` replaces what
    erasure does with the rows of one person (ids of rows → how many), where a service has to do it.
    """

    model: str
    title: Text
    about: tuple[About, ...] = ()
    keeps: frozenset[str] = frozenset()
    becomes: Mapping[str, object] = field(default_factory=dict)
    why: Text = ""
    erase: Callable[[list[UUID]], int] | None = None

    @property
    def rows_of(self) -> type[Model]:
        """The model itself."""
        return apps.get_model(self.model)

    def tells_by(self, way: About) -> frozenset[str]:
        """The fields that tell about who is at the end of this way."""
        return personal_fields(self.rows_of) if way.fields is None else way.fields


_PLACES: dict[str, Place] = {}


def personal_fields(model: type[Model]) -> frozenset[str]:
    """The personal and sensitive fields of a model of ours, by its `class Privacy`."""
    privacy = getattr(model, "Privacy", None)
    return frozenset(getattr(privacy, "personal", ())) | frozenset(
        getattr(privacy, "sensitive", ())
    )


def register(*new: Place) -> None:
    """Make these places known. The same place may be registered twice; two that differ are a mistake.

    Raises ValueError for a second, different place of one model.
    """
    for place in new:
        if _PLACES.setdefault(place.model, place) is not place:
            raise ValueError(f"{place.model} is registered twice")


def places() -> Iterable[Place]:
    """All places, the highest rooms first: what leans on other rows goes before them."""
    order = {room.label: number for number, room in enumerate(apps.get_app_configs())}
    return sorted(_PLACES.values(), key=lambda each: -order[each.model.split(".")[0]])
