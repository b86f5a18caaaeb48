"""Planting a mark in everything that is about somebody, and looking for it in the whole database and all files."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import count
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import DatabaseError, models, transaction

from naast.core.personal_data import About, Fate, Key, Place, places
from naast.privacy.queries.rows import rows_by
from naast.privacy.queries.somebody import Somebody
from naast.privacy.tables import all_of

MARK = re.compile(r"ZQ\d{5}Q")
LENGTH = 8


@dataclass(frozen=True, slots=True)
class Planted:
    """Where a mark was planted, and by which way it is about somebody."""

    place: Place
    way: About
    field: str

    @property
    def may_stay(self) -> bool:
        """What stays with a reason, and what a count keeps."""
        return self.way.fate is Fate.STAYS or self.field in self.place.keeps

    def __str__(self) -> str:
        return f"{self.place.model}.{self.field} ({self.way.path})"


def plant(who: Somebody) -> dict[str, Planted]:
    """A mark in every text that tells about this person, one for each field of each way. Hidden ways first, so that
    what is shown as well carries the mark of the way that shows it."""
    numbers, found = count(10_000), {}
    ways = [(place, way) for place in places() for way in place.about if way.key is not Key.ROW]
    for place, way in sorted(ways, key=lambda each: (each[1].shown, each[1].fate is Fate.GOES)):
        ids = list(rows_by(place, way, who).values_list("pk", flat=True))
        for name in sorted(place.tells_by(way)) if ids else ():
            mark = f"ZQ{next(numbers)}Q"
            if is_text(place, name) and _written(place, ids, name, mark):
                found[mark] = Planted(place, way, name)
    return found


def is_text(place: Place, name: str) -> bool:
    """Whether a mark fits: text without choices, not what leads to the person or tells the product what to do."""
    of = place.rows_of._meta.get_field(name)
    if any(way.key is Key.EMAIL and way.path == name for way in place.about):
        return False
    if place.model in ("accounts.User", "people.Person") and name in (
        "email",
        "password",
        "language",
    ):
        return False
    if isinstance(of, models.CharField):
        return not of.choices and (of.max_length or 0) >= LENGTH
    return isinstance(of, models.TextField)


def _written(place: Place, ids: list[Any], name: str, mark: str) -> bool:
    """False where the database refuses it: a signed text, a name that has to differ."""
    try:
        with transaction.atomic():
            return bool(all_of(place.rows_of).filter(pk__in=ids).update(**{name: mark}))
    except DatabaseError:
        return False


def marks_in(texts: Iterable[str]) -> set[str]:
    """The marks that stand in these texts."""
    return {mark for text in texts for mark in MARK.findall(text)}


def standing(planted: dict[str, Planted]) -> set[str]:
    """The marks that stand: a later way may have written over an earlier one."""
    fields = {(each.place.model, each.field): each.place for each in planted.values()}
    return {
        mark
        for (_model, name), place in fields.items()
        for mark in marks_in(map(str, all_of(place.rows_of).values_list(name, flat=True)))
    }


def everything() -> Iterable[str]:
    """The whole database, decrypted, row by row; and every file."""
    for model in apps.get_models():
        names = [each.attname for each in model._meta.concrete_fields]
        for row in all_of(model).values_list(*names).iterator(chunk_size=2_000):
            yield " ".join(_readable(each) for each in row)
    for path in settings.MEDIA_ROOT.rglob("*"):
        if path.is_file():
            yield path.read_bytes().decode("latin-1")


def _readable(value: object) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else str(value)
