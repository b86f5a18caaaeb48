"""Where people live, by look-up in our own table of places; distances as the crow flies."""

import re
from collections.abc import Collection
from math import asin, cos, radians, sin, sqrt
from uuid import UUID

from naast.people.models import Person, Place
from naast.people.names import plain

Coordinates = tuple[float, float]

EARTH_KM = 6371.0088
ROWS_A_TIME = 2_000
_OTHER_SIGNS = re.compile(r"[^a-z]+")


def place_key(text: str) -> str:
    """How a place is looked up: «St.-Niklaas (9100)» and «Sint Niklaas» are the same."""
    key = _OTHER_SIGNS.sub(" ", plain(text)).strip()
    return f"sint {key[3:]}" if key.startswith("st ") else key


def kilometres(first: Coordinates, second: Coordinates) -> float:
    """Kilometres between two places as the crow flies (haversine)."""
    (north, east), (other_north, other_east) = first, second
    height = sin(radians(other_north - north) / 2) ** 2
    width = sin(radians(other_east - east) / 2) ** 2
    across = cos(radians(north)) * cos(radians(other_north)) * width
    return 2 * EARTH_KM * asin(sqrt(min(1.0, height + across)))


def locate(
    *, country: str, place: str, postcode: str = "", organisation_id: UUID | None = None
) -> Coordinates | None:
    """Latitude and longitude of a place by its name in that country; without a known name those of
    somebody in the same organisation with the same postcode; None when neither is known."""
    found = locate_many(country, [place]).get(place)
    if found is None and postcode and organisation_id is not None:
        found = locate_postcodes(organisation_id, [postcode]).get(postcode)
    return found


def locate_many(country: str, names: Collection[str]) -> dict[str, Coordinates]:
    """The same for many names at once; names that are not known stay away."""
    keys = {name: place_key(name) for name in names if place_key(name)}
    wanted = sorted(set(keys.values()))
    known: dict[str, Coordinates] = {}
    for start in range(0, len(wanted), ROWS_A_TIME):
        rows = Place.objects.filter(country=country, key__in=wanted[start : start + ROWS_A_TIME])
        for key, north, east in rows.values_list("key", "latitude", "longitude"):
            known[key] = (north, east)
    return {name: known[key] for name, key in keys.items() if key in known}


def locate_postcodes(organisation_id: UUID, postcodes: Collection[str]) -> dict[str, Coordinates]:
    """Where people of this organisation with these postcodes live: what the house knows by itself."""
    wanted = sorted({postcode for postcode in postcodes if postcode})
    known: dict[str, Coordinates] = {}
    for start in range(0, len(wanted), ROWS_A_TIME):
        rows = Person.objects.filter(
            organisation_id=organisation_id,
            postcode__in=wanted[start : start + ROWS_A_TIME],
            latitude__isnull=False,
            longitude__isnull=False,
        )
        for postcode, north, east in rows.values_list(
            "postcode", "latitude", "longitude"
        ).distinct():
            known.setdefault(postcode, (north, east))  # type: ignore[arg-type]  # not null: filtered
    return known
