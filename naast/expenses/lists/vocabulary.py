"""The words of an administration's own list, in Dutch, French and English, without regard to capitals and accents."""

from collections.abc import Mapping
from typing import TypeVar

from naast.law.costs.figures import BELGIUM, NETHERLANDS
from naast.law.costs.payments import Kind, Task, Vehicle
from naast.people import names

T = TypeVar("T")
# Column → its headings. `person`, `date`, `kind`, and one of `amount` and `km` must be there.
HEADINGS: Mapping[str, tuple[str, ...]] = {
    "person": ("person", "persoon", "personne"),
    "date": ("date", "datum"),
    "kind": ("kind", "soort", "type"),
    "amount": ("amount", "bedrag", "montant"),
    "km": ("km",),
    "hours": ("hours", "uren", "heures"),
    "vehicle": ("vehicle", "voertuig", "véhicule"),
    "birth_date": ("birth_date", "geboortedatum", "date de naissance"),
    "task": ("task", "taak", "tâche"),
    "organisation": ("organisation", "organisatie"),
    "proof": ("proof", "bewijs", "preuve"),
    "declaration": ("declaration", "verklaring", "déclaration"),
}
NEEDED = ("person", "date", "kind")
ONE_OF = ("amount", "km")

# A lump sum is Belgian and an allowance Dutch: each country reads both words as its own.
_KINDS: Mapping[Kind, tuple[str, ...]] = {
    Kind.FLAT: ("lump_sum", "forfait", "allowance", "vrijwilligersvergoeding"),
    Kind.TRAVEL: ("travel", "verplaatsing", "déplacement"),
    Kind.REAL_COST: ("real_cost", "reële kost", "frais réel"),
    Kind.GIFT: ("gift", "geschenk", "cadeau"),
}
_VEHICLES: Mapping[Vehicle, tuple[str, ...]] = {
    Vehicle.CAR: ("car", "auto", "voiture"),
    Vehicle.MOTORBIKE: ("motorbike",),
    Vehicle.BICYCLE: ("bicycle", "fiets", "vélo"),
    Vehicle.PUBLIC: ("public", "openbaar vervoer"),
}
_TASKS: Mapping[Task, tuple[str, ...]] = {
    Task.SPORT: ("sport",),
    Task.NIGHT_GUARD: ("night_guard", "nachtoppas"),
    Task.DAY_GUARD: ("day_guard", "dagoppas"),
    Task.LYING_TRANSPORT: ("lying_transport", "liggend vervoer"),
    Task.REGULAR_TRANSPORT: ("regular_transport", "personenvervoer"),
    Task.ARTICLE_17: ("article_17", "verenigingswerk"),
    Task.STAFF: ("staff", "betaald werk"),
    Task.INFORMAL_CARE: ("informal_care", "mantelzorg"),
}
_YES = ("yes", "ja", "oui")
_NO_PROOF = ("", "no", "nee", "non", "0")


def plain(text: str) -> str:
    """A word without capitals, accents, and the difference between a space and an underscore."""
    return " ".join(names.plain(text).replace("_", " ").split())


def _words(table: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    return {plain(word): code for code, words in table.items() for word in words}


COLUMN_OF = _words(HEADINGS)
_KIND_OF = {plain(word): kind for kind, words in _KINDS.items() for word in words}
_VEHICLE_OF = {plain(word): vehicle for vehicle, words in _VEHICLES.items() for word in words}
_TASK_OF = {plain(word): task for task, words in _TASKS.items() for word in words}
JURISDICTIONS = (BELGIUM, NETHERLANDS)


def kind_of(text: str) -> Kind:
    """The kind of payment. Raises ValueError for a word that is none."""
    return _found(_KIND_OF.get(plain(text)))


def vehicle_of(text: str) -> Vehicle:
    """The vehicle; a car when nothing stands there. Raises ValueError for a word that is none."""
    return _found(_VEHICLE_OF.get(plain(text))) if text.strip() else Vehicle.CAR


def task_of(text: str) -> Task:
    """What the law sees in a task: mostly nothing."""
    return _TASK_OF.get(plain(text), Task.ORDINARY)


def is_proof(text: str) -> bool:
    """Whether a proof is named: any text but an empty one, no, nee, non or 0."""
    return plain(text) not in _NO_PROOF


def is_declared(text: str) -> bool:
    """Whether the volunteer declared to have no allowance in this period."""
    return plain(text) in _YES


def _found(code: T | None) -> T:
    if code is None:
        raise ValueError
    return code
