"""Who might be the same person: pure functions on light tuples, fast for ten thousand by ten thousand."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from enum import Enum
from functools import lru_cache

from naast.exchange.values.readings import folded


class Why(Enum):
    """What two entries share."""

    NUMBER = "number"
    MAIL = "mail"
    PHONE = "phone"
    BIRTH = "birth"
    NAME = "name"
    SPELLING = "spelling"


class Verdict(Enum):
    """How much follows from it."""

    SAME = "same"  # beyond doubt: the row is about this person
    ASK = "ask"  # somebody must decide before the row is taken
    MENTION = "mention"  # worth a look; the row is taken as a new person


@dataclass(frozen=True, slots=True)
class Entry:
    """As much of a person as is needed to recognise them."""

    key: Hashable
    given: str
    family: str
    birth_on: date | None = None
    email: str = ""
    phone: str = ""
    external_id: str = ""


@dataclass(frozen=True, slots=True)
class Likeness:
    """Entry `new` looks like entry `known`."""

    new: Hashable
    known: Hashable
    why: Why
    verdict: Verdict


@lru_cache(maxsize=200_000)
def name_key(given: str, family: str) -> str:
    """The words of a name in one order, so that «Peeters Jan» is «Jan Peeters»."""
    return " ".join(sorted(folded(f"{given} {family}").split()))


# Below this length every name is near every other.
SHORTEST = 7


class Register:
    """Entries that can be recognised. Look-ups cost the same however many there are."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._entries: dict[Hashable, Entry] = {}
        self._places: dict[tuple[Why, Hashable], list[Hashable]] = defaultdict(list)
        # Spellings lead to names, not to people: a common name is then looked at once.
        self._spellings: dict[str, set[str]] = defaultdict(set)
        for entry in entries:
            self.add(entry)

    def add(self, entry: Entry) -> None:
        """Remember one more."""
        self._entries[entry.key] = entry
        for place in _places(entry):
            self._places[place].append(entry.key)
        name = name_key(entry.given, entry.family)
        if len(self._places[Why.NAME, name]) == 1:
            for spelling in _without_one(name):
                self._spellings[spelling].add(name)

    def likenesses(self, entry: Entry) -> list[Likeness]:
        """Whom this entry looks like, the surest first, each only once."""
        found: dict[Hashable, Likeness] = {}
        for place in _places(entry):
            for key in self._places.get(place, ()):
                if key in found or key == entry.key:
                    continue
                if likeness := _compare(entry, self._entries[key], place[0]):
                    found[key] = likeness
        for key in self._nearly_named(entry):
            if key not in found and (likeness := _compare(entry, self._entries[key], Why.SPELLING)):
                found[key] = likeness
        return sorted(found.values(), key=lambda each: _ORDER[each.verdict])

    def _nearly_named(self, entry: Entry) -> Iterable[Hashable]:
        """Entries whose name is one slip of the pen away, but not the same."""
        name = name_key(entry.given, entry.family)
        names = {
            near for spelling in _without_one(name) for near in self._spellings.get(spelling, ())
        }
        for near in names - {name}:
            yield from self._places[Why.NAME, near]


_ORDER = {Verdict.SAME: 0, Verdict.ASK: 1, Verdict.MENTION: 2}


def _places(entry: Entry) -> Iterable[tuple[Why, Hashable]]:
    """Where an entry is kept and looked for, the surest sign first."""
    name = name_key(entry.given, entry.family)
    if entry.external_id:
        yield Why.NUMBER, folded(entry.external_id) or entry.external_id
    if entry.email:
        yield Why.MAIL, entry.email
    if name:
        yield Why.NAME, name
    if entry.phone:
        yield Why.PHONE, entry.phone
    if name and entry.birth_on:
        # The same day of birth and a name that begins alike, with family and first name the other way.
        yield Why.BIRTH, entry.birth_on


def _without_one(name: str) -> set[str]:
    """The name and every form with one letter gone: two names one slip apart share one of these."""
    if len(name) < SHORTEST:
        return set()
    return {name, *(name[:place] + name[place + 1 :] for place in range(len(name)))}


def _compare(new: Entry, known: Entry, why: Why) -> Likeness | None:
    verdict = _verdict(new, known, why)
    return Likeness(new.key, known.key, why, verdict) if verdict else None


def _verdict(new: Entry, known: Entry, why: Why) -> Verdict | None:
    if why is Why.NUMBER:
        return Verdict.SAME
    if _clash(new.external_id, known.external_id):
        # Two numbers in the organisation's own list: it has said that these are two people.
        return None
    if why is Why.MAIL:
        return _by_mail(new, known)
    if why is Why.PHONE:
        return Verdict.MENTION if _near_names(new, known) else None
    return _by_birth(new, known) if why is Why.BIRTH else _by_name(new, known, why)


def _by_birth(new: Entry, known: Entry) -> Verdict | None:
    if not _near_names(new, known):
        return None
    # Another mailbox and another phone: rather twins, or a common name, than one person.
    is_apart = _clash(new.email, known.email) and _clash(new.phone, known.phone)
    return Verdict.MENTION if is_apart else Verdict.ASK


def _by_mail(new: Entry, known: Entry) -> Verdict:
    """A couple may share a mailbox: the name has to agree as well."""
    agrees = _near_names(new, known) and not _clash(new.birth_on, known.birth_on)
    return Verdict.SAME if agrees else Verdict.ASK


def _by_name(new: Entry, known: Entry, why: Why) -> Verdict | None:
    if _clash(new.birth_on, known.birth_on):
        return None
    exact = why is Why.NAME
    signs = [
        new.birth_on and new.birth_on == known.birth_on,
        new.phone and new.phone == known.phone,
    ]
    if any(signs):
        return Verdict.SAME if exact else Verdict.ASK
    if exact:
        return Verdict.ASK
    if _clash(new.email, known.email) and _clash(new.phone, known.phone):
        return None
    return Verdict.MENTION


def _clash(one: object, other: object) -> bool:
    return bool(one) and bool(other) and one != other


def _near_names(new: Entry, known: Entry) -> bool:
    one, other = name_key(new.given, new.family), name_key(known.given, known.family)
    if one == other or not one or not other:
        return True
    if set(one.split()) <= set(other.split()) or set(other.split()) <= set(one.split()):
        return True
    return _ratio(one, other) >= 0.8


@lru_cache(maxsize=50_000)
def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()


def within(entries: list[Entry]) -> list[Likeness]:
    """Entries of one list that look like an earlier one of the same list."""
    register = Register()
    found: list[Likeness] = []
    for entry in entries:
        found += register.likenesses(entry)
        register.add(entry)
    return found
