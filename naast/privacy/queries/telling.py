"""What we keep about somebody, as they may read it: place by place, with labels, days, and what is left out."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import Field, ForeignKey, Model
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _later

from naast.core.personal_data import Key, Place, places
from naast.core.text import Text
from naast.privacy.queries.rows import rows_by
from naast.privacy.queries.somebody import Somebody
from naast.privacy.tables import all_of, in_batches


@dataclass(frozen=True, slots=True)
class Told:
    """One row of a place: the row itself, and the fields that tell about this person."""

    row: Model
    fields: tuple[Field[Any, Any], ...]

    @property
    def on(self) -> str:
        """The day on which it was written down, as a reader writes it."""
        made = getattr(self.row, "created_at", None)
        return shown(localtime(made).date()) if isinstance(made, datetime) else ""

    def pairs(self) -> list[tuple[str, str]]:
        """Label and value of what is filled in."""
        found = [(_label(each), words_of(self.row, each)) for each in self.fields]
        return [(label, words) for label, words in found if words]


@dataclass(slots=True)
class Part:
    """One place in the copy of this person."""

    place: Place
    fields: dict[Any, frozenset[str]] = field(default_factory=dict)

    def rows(self) -> Iterator[Told]:
        """The rows in the order in which they were made, in batches of one query each."""
        model = self.place.rows_of
        parents = [each.name for each in model._meta.fields if isinstance(each, ForeignKey)]
        named = set().union(*self.fields.values()) if self.fields else set()
        rows = all_of(model).select_related(*(each for each in parents if each in named))
        for ids in in_batches(list(self.fields)):
            for row in rows.filter(pk__in=ids).order_by("pk"):
                tells = self.fields[row.pk]
                yield Told(row, tuple(each for each in model._meta.fields if each.name in tells))


# In each copy that somebody takes themselves, whether something was noticed about them or not.
ALWAYS_SAID: tuple[Text, Text] = (
    _later("What others told us in confidence"),
    _later(
        "It is in no copy, and a copy never says whether there is anything. Ask the contact person for safeguarding."
    ),
)


def told_to(who: Somebody, *, is_own: bool) -> list[Part]:
    """The places with something to read for this person, the ground first. `is_own`: they take it themselves;
    a copy that a colleague makes leaves out what was told in confidence. One query for each way."""
    parts = []
    for place in reversed(list(places())):
        if place.is_in_confidence and not is_own:
            continue
        part = Part(place)
        for way in place.about:
            if way.key is Key.ROW or not way.shown:
                continue
            names = place.tells_by(way)
            for pk in rows_by(place, way, who).values_list("pk", flat=True):
                part.fields[pk] = part.fields.get(pk, frozenset()) | names
        if part.fields:
            parts.append(part)
    return parts


def left_out(who: Somebody, *, is_own: bool) -> list[tuple[Text, Text]]:
    """What is about this person and is not in their copy, with the reason (the rights of others)."""
    found: list[tuple[Text, Text]] = []
    for place in reversed(list(places())):
        if place.is_in_confidence and not is_own:
            continue
        found += [
            (place.title, way.why)
            for way in place.about
            if not (way.shown or way.is_silent)
            and way.key is not Key.ROW
            and rows_by(place, way, who).exists()
        ]
    if is_own:
        # Always the same words as well: somebody may have to be safe because of what was noticed.
        found.append(ALWAYS_SAID)
    else:
        # Always the same words: they don't say whether there is anything.
        found.append(
            (
                _("What you told in confidence"),
                _(
                    "A colleague made this copy, and colleagues don’t read that. You find it in the copy that you take yourself, or with the contact person for safeguarding."
                ),
            )
        )
    return list(dict.fromkeys(found))


def _label(of: Field[Any, Any]) -> str:
    words = str(of.verbose_name)
    return words[:1].upper() + words[1:]


def words_of(row: Model, of: Field[Any, Any]) -> str:
    """The value of one field as somebody reads it; empty for nothing."""
    value = getattr(row, of.name)
    if value in (None, "", [], {}, b""):
        return ""
    if of.choices:
        return str(getattr(row, f"get_{of.name}_display")())
    if isinstance(of, ForeignKey):
        return _name_of(value)
    return shown(value)


def _name_of(row: Model) -> str:
    """The first name of a person, the name of a thing."""
    for name in ("first_name", "name", "title"):
        found = getattr(row, name, None)
        if isinstance(found, str):
            return found
    return ""


def shown(value: object) -> str:
    """Any value in words."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        return date_format(localtime(value), "DATETIME_FORMAT")
    if isinstance(value, date):
        return date_format(value, "DATE_FORMAT")
    if isinstance(value, bytes | memoryview):
        return _("a picture, beside this sheet")
    return _structure(value) if isinstance(value, list | dict) else _text(str(value))


def _text(value: str) -> str:
    """Text as it is; what a program wrote as JSON is laid out."""
    if value[:1] in ("{", "["):
        try:
            return shown(json.loads(value))
        except ValueError:
            return value
    return value


def _structure(value: list[Any] | dict[str, Any]) -> str:
    if isinstance(value, list):
        return ", ".join(shown(each) for each in value if each not in (None, "", [], {}))
    pairs = ((key, shown(each)) for key, each in value.items() if each not in (None, "", [], {}))
    return "; ".join(f"{key}: {words}" for key, words in pairs)
