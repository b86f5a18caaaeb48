"""Which rows are about somebody: the paths of every place, followed. Export and erasure both read this."""

from collections.abc import Collection
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from naast.core.personal_data import About, Fate, Key, Place, places
from naast.privacy.queries.somebody import Somebody
from naast.privacy.tables import all_of, in_batches, is_of_a_house


def rows_by(place: Place, way: About, who: Somebody) -> QuerySet[Any]:
    """The rows of this place to which this way leads for this person (not those of Key.ROW)."""
    return _narrowed(place, who).filter(_equals(way, who.known_as(way.key)), **way.only)


def _narrowed(place: Place, who: Somebody) -> QuerySet[Any]:
    """The rows of their house. What has no organisation hangs on their account."""
    rows = all_of(place.rows_of)
    if is_of_a_house(place.rows_of):
        return rows.filter(organisation_id=who.organisation_id)
    return rows if who.account_is_ours else rows.none()


def _equals(way: About, values: Collection[UUID | str]) -> Q:
    if way.key is Key.EMAIL:
        nobody = Q(pk__in=[])
        return reduce(or_, (Q(**{f"{way.path}__iexact": each}) for each in values), nobody)
    return Q(**{f"{way.path}__in": list(values)})


@dataclass(slots=True)
class Found:
    """The rows of one place that are about somebody. A row is in one of the three."""

    place: Place
    goes: set[Any] = field(default_factory=set)
    emptied: dict[Any, frozenset[str]] = field(default_factory=dict)
    stays: dict[Any, About] = field(default_factory=dict)

    def add(self, way: About, ids: Collection[Any]) -> None:
        """These rows were met by this way. GOES comes before EMPTIED, and EMPTIED before STAYS."""
        new = set(ids) - self.goes
        if way.fate is Fate.GOES:
            self.goes |= new
            self.emptied = {key: names for key, names in self.emptied.items() if key not in new}
            self.stays = {key: by for key, by in self.stays.items() if key not in new}
        elif way.fate is Fate.EMPTIED:
            names = self.place.tells_by(way)
            for key in new:
                self.emptied[key] = self.emptied.get(key, frozenset()) | names
                self.stays.pop(key, None)
        else:
            self.stays.update({key: way for key in new if key not in self.emptied})

    @property
    def changes(self) -> set[Any]:
        """The ids of the rows that go or are emptied."""
        return self.goes | set(self.emptied)

    def __bool__(self) -> bool:
        return bool(self.goes or self.emptied or self.stays)


def found_about(who: Somebody) -> list[Found]:
    """Every row about this person with its fate, in the order in which they may go: what leans on others before
    them. One query for each way, however many rows there are; then the loose ids that point at them."""
    found = [_by_ways(place, who) for place in places()]
    ids: set[Any] = {who.person_id, *(key for each in found for key in each.changes)}
    for each in found:
        for way in each.place.about:
            if way.key is Key.ROW:
                _by_loose_ids(each, way, who, ids)
    return [each for each in found if each]


def _by_ways(place: Place, who: Somebody) -> Found:
    found = Found(place)
    for way in place.about:
        if way.key is not Key.ROW:
            found.add(way, list(rows_by(place, way, who).values_list("pk", flat=True)))
    return found


def _by_loose_ids(found: Found, way: About, who: Somebody, ids: set[Any]) -> None:
    rows = _narrowed(found.place, who)
    for some in in_batches([each for each in ids if isinstance(each, UUID)]):
        found.add(way, list(rows.filter(_equals(way, some)).values_list("pk", flat=True)))
