"""What each room says about the personal data it keeps: where it stands, about whom, and what becomes of it.

A room with personal fields has a module `personal_data` that registers its places; `privacy` finds the modules
by itself, and export, erasure, rectification and the inventory all read the same list (GDPR art. 15, 17, 20,
30). A test fails when a model with personal or sensitive fields is in no place, so a new one can't slip in.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import BinaryField, BooleanField, Field, ForeignKey, JSONField, Model

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
    # The loose id (no foreign key) of any row: what it tells goes with that row.
    ROW = "row"


@dataclass(frozen=True, slots=True)
class About:
    """One way from a row to somebody.

    `path` is a lookup of the ORM from the row («match__volunteer_id»). `fields` are the fields that tell about
    or were written by this somebody; None means all personal and sensitive ones. What is not `shown` stays out
    of their export, and `why` says so in words for the person (the rights of others: GDPR art. 15.4). A fate
    of STAYS needs a `why` as well. A table of somebody else (allauth's) has no classes: `fields` names them.
    Where several ways lead from one row to the same person, GOES comes before EMPTIED and EMPTIED before STAYS.
    `only` says which rows the way leads from, where that depends on the row: the talk with one of two
    (`{"side": "volunteer"}`), a note for somebody's own eyes.
    `is_silent`: not even that there is a row may be told (somebody may have to be safe because of it): the copy
    says the same words whether there is one or not.
    """

    path: str
    fate: Fate
    key: Key = Key.PERSON
    fields: frozenset[str] | None = None
    shown: bool = True
    why: Text = ""
    only: Mapping[str, object] = field(default_factory=dict, hash=False)
    is_silent: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """One model and what it keeps about people.

    `model` is its label («companionship.Visit»). `title` is what an export calls the rows, in the plural.
    `keeps` are personal fields that stay when a row is emptied, because a count needs them (the day of a
    visit); `becomes` gives what an emptied field holds instead of nothing, and may name plain fields. `about`
    may be empty when the fields tell about somebody outside who has no row here: `why` then says who looks
    after it. `erase` replaces what erasure does with the rows of one person (ids of rows → how many), where a
    service has to do it.

    `is_sealed`: the database refuses a change of these rows (signed copies), so a mention of somebody else in
    them stays. `is_in_confidence`: a coordinator may not read it (signals, drafts); it is in the copy that
    people take themselves, and neither in a copy that a colleague makes for them nor in what a colleague reads
    beforehand.
    """

    model: str
    title: Text
    about: tuple[About, ...] = ()
    keeps: frozenset[str] = frozenset()
    becomes: Mapping[str, object] = field(default_factory=dict)
    why: Text = ""
    erase: Callable[[list[UUID]], int] | None = None
    is_sealed: bool = False
    is_in_confidence: bool = False

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


def nothing(field: "Field[Any, Any]") -> object:
    """What a field holds once it is emptied: NULL, empty text, or what it holds in a new row. Raises ValueError
    where a field has to hold something: then the place names it in `keeps` or `becomes`."""
    if field.null:
        return None
    if isinstance(field, JSONField | BooleanField) and field.has_default():
        return field.get_default()
    if isinstance(field, BinaryField):
        return b""
    if field.empty_strings_allowed and not (field.choices and not field.blank):
        return ""
    if field.has_default():
        return field.get_default()
    raise ValueError(f"{field.model._meta.label}.{field.name} has to hold something")


def places() -> Iterable[Place]:
    """All places, what leans on other rows before them: the highest rooms first, and within a room the rows
    that point at rows of the same room before these."""
    order = {room.label: number for number, room in enumerate(apps.get_app_configs())}
    return sorted(
        _PLACES.values(),
        key=lambda each: (-order[each.rows_of._meta.app_label], -_depth(each.rows_of), each.model),
    )


def _depth(model: type[Model], below: frozenset[type[Model]] = frozenset()) -> int:
    """How many rows of the same room stand under this one (a circle counts once)."""
    parents = {
        field.related_model
        for field in model._meta.concrete_fields
        if isinstance(field, ForeignKey) and isinstance(field.related_model, type)
    }
    below |= {model}
    in_room = [each for each in parents - below if each._meta.app_label == model._meta.app_label]
    return 1 + max((_depth(each, below) for each in in_room), default=0)
